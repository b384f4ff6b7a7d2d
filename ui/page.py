"""An answer as safe HTML: every word of a paper or a person is escaped, nothing is read as markup."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from html import escape

from assistant.answer import Answer, Citation, Conflict, Status
from assistant.desk.proofs import Proof
from assistant.prove.quotes import COUNTED
from assistant.tell.plain import Plain
from ui import links, terms, wording

OPEN_SOURCES = 3  # more than this many quotes start folded, so that the page stays calm

_HEADINGS = {
    Status.ANSWERED: "Antwoord",
    Status.PARTIAL: "Misschien een antwoord",
    Status.UNANSWERABLE: "Dit weet ik niet",
    Status.REDACTED: "Dit deel is onleesbaar gemaakt",
    Status.CLARIFY: "Wat wilt u weten?",
}

_STATES = {
    Status.ANSWERED: "Gevonden",
    Status.PARTIAL: "Niet zeker, of voor een deel",
    Status.UNANSWERABLE: "Niet gevonden",
    Status.REDACTED: "Onleesbaar gemaakt in het stuk",
    Status.CLARIFY: "Stel een vraag",
}

_MARK = re.compile(r"\[(\d{1,3})\]")
_SAFE_ADDRESS = re.compile(r"https://[A-Za-z0-9.-]+(/[^\s\"'<>\\]*)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """One question on the page with what came of it so far."""

    question: str
    answer: Answer | None = None
    sentences: int | None = None  # of the answer's text that are shown so far; None: all
    plain: tuple[Plain, ...] = ()  # what our own summaries say about the places of the answer
    notice: str = ""  # why there is no answer, or what to know beside it
    index: str = ""  # the index that was asked
    newest: str = ""  # up to which day its papers go
    proofs: tuple[Proof, ...] = ()  # what must stay as it is for the answer to hold
    outdated: str = ""  # what to know where the papers changed since


def conversation(turns: tuple[Turn, ...], *, today: date) -> str:
    """All turns of a conversation, oldest first; under each answer up to which day the papers go."""
    if not turns:
        return ""
    busy = (turns[-1].answer is None and not turns[-1].notice) or turns[-1].sentences is not None
    articles = "".join(_turn(turn, number, today) for number, turn in enumerate(turns, 1))
    return f'<section class="gesprek" aria-label="Gesprek" aria-busy="{str(busy).lower()}">{articles}</section>'


def announcement(turn: Turn) -> str:
    """What a screen reader is told when a turn is done."""
    if turn.answer is None:
        return turn.notice
    if turn.answer.refused:
        return f"{_heading(turn.answer)}. Lees de uitleg boven het invoerveld."
    told = "Antwoord klaar" if turn.answer.status is Status.ANSWERED else _heading(turn.answer)
    ready = f"{told}, {wording.counted(len(turn.answer.citations), 'bron', 'bronnen')}."
    return f"{ready} Let op: bronnen spreken elkaar tegen." if turn.answer.conflicts else ready


def to_turn(number: int) -> str:
    """A link to the ``number``-th turn, which stands above the question: for who goes by keyboard."""
    return f'<a href="#beurt-{number}">Naar het antwoord</a>'


def split_sentences(text: str) -> list[str]:
    """Cut an answer where it may appear piece by piece; the pieces together are the text."""
    return re.findall(r"\S.*?(?:[.!?][\])”\"]*(?=\s)\s*|\Z)|\s+", text, flags=re.DOTALL)


def _heading(answer: Answer) -> str:
    return "Antwoord op een deel van uw vraag" if _is_part(answer) else _HEADINGS[answer.status]


def _is_part(answer: Answer) -> bool:
    """Whether some of several questions were answered; an answer to one question is whole, or not sure."""
    return answer.status is Status.PARTIAL and bool(answer.parts)


def _turn(turn: Turn, number: int, today: date) -> str:
    body = _notice(turn.notice) + (_answer(turn, turn.answer, number, today) if turn.answer else "")
    if not body:
        body = '<p class="bezig">Ik zoek in de stukken…</p>'
    return (
        f'<article class="beurt" id="beurt-{number}" tabindex="-1" aria-labelledby="vraag-{number}">'
        f'<h2 class="vraag" id="vraag-{number}"><span class="wie">Uw vraag</span> '
        f"{escape(turn.question)}</h2>"
        f"{body}</article>"
    )


def _answer(turn: Turn, answer: Answer, number: int, today: date) -> str:
    done = turn.sentences is None
    shown = answer.text if done else "".join(split_sentences(answer.text)[: turn.sentences])
    return "".join(
        [
            _understood(answer),
            f'<h3 class="{answer.status.value}">{_heading(answer)}</h3>',
            _text(shown, number, len(answer.citations)),
            _state(answer, today, turn.newest),
            _notice(turn.outdated),
            _notice(wording.worded_by(answer)),
            *(_conflict(conflict) for conflict in answer.conflicts),
            _parts(answer),
            _sources(answer, number),
            _nearest(answer),
            _simpler(answer, turn.plain) if done else "",
            _copy_button(answer) if done and answer.citations else "",
        ]
    )


def _understood(answer: Answer) -> str:
    if answer.understood_as == answer.question:
        return ""
    return f'<p class="begrepen">Ik begreep uw vraag als: <em>{escape(answer.understood_as)}</em></p>'


def _text(text: str, turn: int, sources: int) -> str:
    def link(match: re.Match[str]) -> str:
        source = int(match[1])
        if not 1 <= source <= sources:
            return match[0]
        return f'<a class="verwijzing" href="#bron-{turn}-{source}" aria-label="bron {source}">[{source}]</a>'

    paragraphs = [_MARK.sub(link, escape(part)) for part in text.split("\n") if part.strip()]
    return '<div class="antwoord">' + "".join(f"<p>{part}</p>" for part in paragraphs) + "</div>"


def _state(answer: Answer, today: date, newest: str) -> str:
    """What the answer rests on, and that newer policy is not known."""
    fact, _, warning = wording.state_of(answer, today).partition(" Let op:")
    badge = f'<strong class="oud">⚠ Let op:{escape(warning)}</strong>' if warning else ""
    told = " ".join(part for part in (escape(fact), badge, escape(newest)) if part)
    return f'<p class="stand">{told}</p>' if told else ""


def _parts(answer: Answer) -> str:
    """What came of each question, where a message asked several."""
    if not answer.parts:
        return ""
    items = "".join(
        f'<li class="{part.status.value}"><strong>{_STATES[part.status]}</strong>: {escape(part.question)}</li>'
        for part in answer.parts
    )
    return f'<h3>Wat u vroeg</h3><ol class="delen">{items}</ol>'


def _simpler(answer: Answer, plain: tuple[Plain, ...]) -> str:
    """The plain summary and the hard words, folded until somebody asks; the quotes stay as they are."""
    hard = terms.explained(" ".join([answer.text, *(citation.text for citation in answer.citations)]))
    if not answer.citations or not (plain or hard):
        return ""
    told = "".join(
        f'<p>{escape(one.text)} <a href="{escape(links.place_url(one.document, one.start, one.end))}" '
        f'target="_blank">Eigen samenvatting bij bron {one.number} (nieuw venster)</a></p>'
        for one in plain
    )
    about = "<p><strong>Onze eigen samenvatting.</strong> Alleen het citaat telt.</p>" if plain else ""
    words = "".join(f"<dt>{escape(term)}</dt><dd>{escape(meaning)}</dd>" for term, meaning in hard)
    listed = f"<h4>Moeilijke woorden</h4><dl>{words}</dl>" if hard else ""
    return f'<details class="eenvoudig"><summary>Leg eenvoudiger uit</summary>{about}{told}{listed}</details>'


def _conflict(conflict: Conflict) -> str:
    sides = "".join(
        f"<li><strong>{escape(side.value)}</strong><br>{escape(side.citation.citation)}<br>"
        f"{escape(wording.day(side.citation.date))}</li>"
        for side in conflict.sides
    )
    sides += "".join(f"<li>{COUNTED} “{escape(reason.text)}”</li>" for reason in conflict.reasons)
    return (
        '<section class="tegenspraak"><h3><span aria-hidden="true">⚠</span> Bronnen spreken elkaar tegen</h3>'
        f"<p>De stukken geven verschillende waarden voor: "
        f"{escape(conflict.subject)}.</p><ul>{sides}</ul></section>"
    )


def _sources(answer: Answer, turn: int) -> str:
    if not answer.citations:
        return ""
    opened = " open" if len(answer.citations) <= OPEN_SOURCES else ""
    items = "".join(
        f'<li id="bron-{turn}-{number}"><details{opened}><summary>[{number}] '
        f"{escape(citation.citation)}</summary>"
        f"{_source(citation)}</details></li>"
        for number, citation in enumerate(answer.citations, 1)
    )
    return f'<h3>Bronnen</h3><ol class="bronnen">{items}</ol>'


def _nearest(answer: Answer) -> str:
    """What comes nearest to a question that is not answered: folded, and called no answer."""
    if answer.nearest is None:
        return ""
    about = "Wat daar staat (geen antwoord op uw vraag)"
    return f'<details class="dichtbij"><summary>{about}</summary>{_source(answer.nearest)}</details>'


def _source(citation: Citation) -> str:
    facts = " · ".join(escape(part) for part in [wording.kind(citation.kind), *wording.details(citation)])
    place = escape(links.place_url(citation.document, citation.start, citation.end))
    link = f'<p><a class="plaats" href="{place}" target="_blank">Bekijk in het stuk (nieuw venster)</a></p>'
    if _SAFE_ADDRESS.fullmatch(citation.url):
        link += (
            f'<p><a href="{escape(citation.url)}" target="_blank" rel="noopener noreferrer">'
            "Bekijk het officiële stuk (nieuw venster)</a></p>"
        )
    return (
        f"<blockquote>{escape(citation.shown)}</blockquote>"
        f'<p class="titel">{escape(citation.title)}</p><p class="feiten">{facts}</p>{link}'
    )


def _copy_button(answer: Answer) -> str:
    quotes = [
        f"[{number}] „{' '.join(citation.shown.split())}” ({citation.citation}, {wording.day(citation.date)})"
        for number, citation in enumerate(answer.citations, 1)
    ]
    words = escape("\n".join([answer.whole_text, "", *quotes]))
    return f'<p><button type="button" class="kopieer" data-tekst="{words}">Kopieer met bron</button></p>'


def _notice(notice: str) -> str:
    return f'<p class="melding"><span aria-hidden="true">ℹ</span> {escape(notice)}</p>' if notice else ""
