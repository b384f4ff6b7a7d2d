"""An answer as safe HTML: every word of a paper or a person is escaped, nothing is read as markup."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from html import escape

from assistant.answer import Answer, Citation, Conflict, Status
from assistant.desk.proofs import Proof
from assistant.prove.quotes import COUNTED, lies_in
from assistant.tell.layout import Quoted, Section, Words, laid_out, spans_of_evidence
from assistant.tell.missing import says_missing
from assistant.tell.plain import Plain
from assistant.tell.referrals import TO_REACH
from assistant.tell.tone import DOUBTS, points_above
from ui import links, plain_text, terms, wording

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """One question on the page with what came of it so far."""

    question: str
    answer: Answer | None = None
    with_model: bool = True  # whether a language model, where one is set, might read it
    done: bool = True  # whether the answer is whole; a language model may still be writing
    plain: tuple[Plain, ...] = ()  # what our own summaries say about the places of the answer
    notice: str = ""  # why there is no answer, or what to know beside it
    index: str = ""  # the index that was asked
    newest: str = ""  # up to which day its papers go
    proofs: tuple[Proof, ...] = ()  # what must stay as it is for the answer to hold
    outdated: str = ""  # what to know where the papers changed since
    further: tuple[str, ...] = ()  # questions that the papers answer too


def conversation(turns: tuple[Turn, ...], *, today: date, verdicts: bool = False) -> str:
    """All turns of a conversation, oldest first.

    Args:
        turns: The turns.
        today: What an answer is old or new by.
        verdicts: Whether each answer bears buttons to say if it is right.
    """
    if not turns:
        return ""
    busy = (turns[-1].answer is None and not turns[-1].notice) or not turns[-1].done
    articles = "".join(
        _turn(turn, number, today, verdicts=verdicts, is_last=turn is turns[-1]) for number, turn in enumerate(turns, 1)
    )
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


def _heading(answer: Answer) -> str:
    if _is_part(answer):
        return "Antwoord op een deel van uw vraag"
    if answer.status is Status.PARTIAL and all(map(_lacks_value, answer.parts or [answer])):
        return "Niet gevonden, wel iets hierover"
    return "Waarschijnlijk een antwoord" if answer.likely else _HEADINGS[answer.status]


def _says_doubt(part: Words | Quoted) -> bool:
    """Whether what follows a part may not be what was asked for, by its own words."""
    return isinstance(part, Words) and (part.text in DOUBTS or says_missing(part.text))


def _is_part(answer: Answer) -> bool:
    """Whether some of several questions were answered, and others not."""
    answered = {not part.refused and not _lacks_value(part) for part in answer.parts}
    return answer.status is Status.PARTIAL and len(answered) > 1


def _lacks_value(answer: Answer) -> bool:
    return any(map(says_missing, answer.text.split("\n\n")))


def _turn(turn: Turn, number: int, today: date, *, verdicts: bool, is_last: bool) -> str:
    body = _notice(turn.notice)
    if turn.answer:
        body += _Shown(turn, turn.answer, number).html(today)
        if turn.done:
            body += _actions(turn.answer, number, verdicts=verdicts)
            body += further(turn.further, "Verder vragen") if is_last else ""
    if not body:
        body = f'<p class="bezig">{wording.SEARCHING}</p>'
    return (
        f'<article class="beurt" id="beurt-{number}" tabindex="-1" aria-labelledby="vraag-{number}">'
        f'<h2 class="vraag" id="vraag-{number}"><span class="wie">Uw vraag</span> '
        f"{escape(turn.question)}</h2>"
        f"{body}</article>"
    )


class _Shown:
    """An answer on the page of one turn, whose quotes have anchors of their own."""

    def __init__(self, turn: Turn, answer: Answer, number: int) -> None:
        self._turn = turn
        self._answer = answer
        self._number = number

    def html(self, today: date) -> str:
        """All of it: the core, what proves it, the differences, and folded what can wait."""
        answer = self._answer
        sections = laid_out(answer)
        several = len(sections) > 1
        # What an answer is, is seen, or said by its own first words; who hears the page finds it by its heading.
        is_said = answer.status is Status.ANSWERED or any(map(_says_doubt, sections[0].told))
        hidden = " alleen-gehoord" if is_said and not several else ""
        return "".join(
            [
                _understood(answer),
                f'<h3 class="uitkomst {answer.status.value}{hidden}">{_heading(answer)}</h3>',
                *(self._section(section, headed=several) for section in sections),
                *(self._conflict(conflict) for conflict in answer.conflicts),
                _state(answer, today, self._turn.newest),
                _notice(self._turn.outdated),
                _notice(wording.worded_by(answer)),
                _simpler(answer, self._turn.plain, self._number) if self._turn.done else "",
            ]
        )

    def _section(self, section: Section, *, headed: bool) -> str:
        head = ""
        if headed:
            state = f'<span class="staat">{_STATES[section.status]}:</span>'
            head = f'<h4 class="deel {section.status.value}">{state} {escape(section.question)}</h4>'
        told = "".join(self._told(part, is_core=_is_core(part, section)) for part in section.told)
        return f'{head}<div class="antwoord">{told}</div>{self._folded(section.folded)}'

    def _told(self, part: Words | Quoted, *, is_core: bool) -> str:
        if isinstance(part, Quoted):
            return self._quoted(part)
        lines = [self._linked(line) for line in part.text.split("\n")]
        if lines[1:] and all(line.startswith("• ") for line in lines[1:]):
            items = "".join(f"<li>{_reached(line.removeprefix('• '))}</li>" for line in lines[1:])
            return f'<div class="wegwijzer"><p>{lines[0]}</p><ul>{items}</ul></div>'
        tag = "strong" if is_core or _says_doubt(part) or points_above(part.text) else "span"
        return "".join(f"<p{' class=kern' if is_core else ''}><{tag}>{line}</{tag}></p>" for line in lines)

    def _linked(self, line: str) -> str:
        """A line of ours in which the marks lead to their quotes."""

        def link(match: re.Match[str]) -> str:
            source = int(match[1])
            if not 1 <= source <= len(self._answer.citations):
                return match[0]
            anchor = f"bron-{self._number}-{source}"
            return f'<a class="verwijzing" href="#{anchor}" aria-label="bron {source}">[{source}]</a>'

        return _MARK.sub(link, escape(wording.official(line)))

    def _folded(self, folded: Sequence[Quoted]) -> str:
        if not folded:
            return ""
        number = wording.counted(sum(len(part.numbers) for part in folded), "citaat", "citaten")
        quoted = "".join(map(self._quoted, folded))
        return f'<details class="meer"><summary>Meer hierover ({number})</summary>{quoted}</details>'

    def _quoted(self, part: Quoted) -> str:
        """Quotes of one speaker in one frame; where each stands follows it, once where they stand together."""
        lead = f'<p class="wie-zegt">{escape(part.lead)}</p>' if part.lead else ""
        tail = f'<p class="slot">{escape(part.tail)}</p>' if part.tail else ""
        told, sources = "", [_source_of(self._answer.cited(number)) for number in part.numbers]
        for at, number in enumerate(part.numbers):
            citation = self._answer.cited(number)
            last = at + 1 == len(sources) or sources[at + 1] != sources[at]
            words = quote_html(citation, spans_of_evidence(self._answer, citation))
            told += f'<blockquote id="bron-{self._number}-{number}" tabindex="-1">{words}</blockquote>'
            told += _source(citation, number, back=f"vraag-{self._number}") if last else ""
        return f'<figure class="citaat">{lead}{told}{tail}</figure>'

    def _conflict(self, conflict: Conflict) -> str:
        sides = "".join(
            f"<li><strong>{escape(side.value)}</strong><br>{self._marked(side.citation)}"
            f"{escape(wording.source_line(side.citation))}<br>{escape(wording.day(side.citation.date))}</li>"
            for side in conflict.sides
        )
        sides += "".join(f"<li>{COUNTED} “{escape(reason.shown)}”</li>" for reason in conflict.reasons)
        return (
            '<section class="tegenspraak"><h3><span aria-hidden="true">⚠</span> Bronnen spreken elkaar tegen</h3>'
            f"<p>De stukken geven verschillende waarden voor: "
            f"{escape(conflict.subject)}.</p><ul>{sides}</ul></section>"
        )

    def _marked(self, citation: Citation) -> str:
        """The link to a quote that stands elsewhere in this answer; "" if it does not."""
        cited = self._answer.citations
        around = [number for number, one in enumerate(cited, 1) if lies_in(citation, one)]
        return f"{self._linked(f'[{around[0]}]')} " if around else ""


def quote_html(citation: Citation, spans: Sequence[tuple[int, int]] = ()) -> str:
    """The words of a quote as paragraphs, with those that answer marked."""
    pieces, at = [], 0
    for start, end in spans:
        pieces += [
            escape(citation.shown_between(at, start)),
            f"<mark>{escape(citation.shown_between(start, end))}</mark>",
        ]
        at = end
    whole = "".join([*pieces, escape(citation.shown_between(at, len(citation.text)))]).strip()
    return paragraphs(whole)


def paragraphs(whole: str) -> str:
    """Escaped words of a paper as paragraphs; a mark that runs over several of them is one in each."""
    told, is_open = [], False
    # A list has its items on lines of their own; any other line end is a space.
    lines = re.split(r"\n\s*\n|\n(?=\s*[–•▪-] )", whole)
    for line in filter(None, (" ".join(one.split()) for one in lines)):
        begun = f"<mark>{line}" if is_open else line
        is_open = begun.count("<mark>") > begun.count("</mark>")
        told.append(f"<p>{begun}{'</mark>' if is_open else ''}</p>")
    return "".join(told)


def _is_core(part: Words | Quoted, section: Section) -> bool:
    return isinstance(part, Words) and bool(section.core) and part.text == section.core


def _understood(answer: Answer) -> str:
    if answer.understood_as == answer.question:
        return ""
    return f'<p class="begrepen">Ik begreep uw vraag als: <em>{escape(answer.understood_as)}</em></p>'


def _state(answer: Answer, today: date, newest: str) -> str:
    """What the answer rests on, and that newer policy is not known."""
    fact, _, warning = wording.state_of(answer, today).partition(" Let op:")
    badge = f'<strong class="oud">⚠ Let op:{escape(warning)}</strong>' if warning else ""
    told = " ".join(part for part in (escape(fact), badge, escape(newest)) if part)
    return f'<p class="stand">{told}</p>' if told else ""


def _simpler(answer: Answer, plain: tuple[Plain, ...], number: int) -> str:
    """The plain summary and the hard words, folded until somebody asks; the quotes stay as they are."""
    hard = terms.explained(" ".join([answer.text, *(citation.text for citation in answer.citations)]))
    if not answer.citations or not (plain or hard):
        return ""
    told = "".join(
        f'<p>{escape(one.text)} <a href="{escape(_place(one.document, one.start, one.end, number))}" '
        f'target="_blank" rel="opener">Eigen samenvatting bij bron {one.number} (nieuw venster)</a></p>'
        for one in plain
    )
    about = "<p><strong>Onze eigen samenvatting.</strong> Alleen het citaat telt.</p>" if plain else ""
    words = "".join(f"<dt>{escape(term)}</dt><dd>{escape(meaning)}</dd>" for term, meaning in hard)
    listed = f"<h4>Moeilijke woorden</h4><dl>{words}</dl>" if hard else ""
    return f'<details class="eenvoudig"><summary>Leg eenvoudiger uit</summary>{about}{told}{listed}</details>'


def _place(document: str, start: int, end: int, number: int) -> str:
    return links.place_url(document, start, end, back=f"vraag-{number}")


def _reached(line: str) -> str:
    """A place to turn to, whose site and telephone number are links."""

    def link(found: re.Match[str]) -> str:
        if found["site"]:
            return f'<a href="https://www.{found[0]}" target="_blank" rel="noopener noreferrer">{found[0]}</a>'
        return f'<a href="tel:{found[0].replace("-", "")}">{found[0]}</a>'

    return TO_REACH.sub(link, line)


def _source_of(citation: Citation) -> tuple[str, str]:
    return citation.document, citation.place


def _source(citation: Citation, number: int, *, back: str) -> str:
    """Where a quote stands, when, whose words it has and with what standing, in one line that leads to the paper."""
    place = escape(links.place_url(citation.document, citation.start, citation.end, back=back))
    label = '<span class="alleen-gehoord"> Bekijk in het stuk (nieuw venster)</span>'
    link = (
        f'<a class="plaats" href="{place}" target="_blank" rel="opener">[{number}] '
        f"{escape(wording.source_line(citation))}{label}</a>"
    )
    facts = [link, *map(escape, wording.details(citation))]
    if links.SAFE_ADDRESS.fullmatch(citation.url):
        facts.append(
            f'<a href="{escape(citation.url)}" target="_blank" rel="noopener noreferrer">'
            f"officieel stuk{links.NEW_WINDOW}</a>"
        )
    return f'<figcaption class="feiten">{" · ".join(facts)}</figcaption>'


def _actions(answer: Answer, number: int, *, verdicts: bool) -> str:
    """What can be done with an answer: copy it, and say whether it is right."""
    words = escape("\n\n".join(plain_text.paragraphs(answer)))
    copy = f'<button type="button" class="knop kopieer" data-tekst="{words}">Kopieer met bron</button>'
    verdict = "".join(
        f'<button type="button" class="knop oordeel" data-beurt="{number}" data-oordeel="{value}">'
        f'<span aria-hidden="true">{sign}</span> {label}</button>'
        for value, sign, label in (("klopt", "👍", "Klopt"), ("onjuist", "👎", "Klopt niet"))
    )
    shown = ("" if answer.status is Status.CLARIFY else copy) + (verdict if verdicts else "")
    return f'<p class="acties">{shown}</p>' if shown else ""


def further(questions: Sequence[str], head: str, *, level: int = 3) -> str:
    """Questions under a head of this level, each asked by a press; nothing where there are none."""
    if not questions:
        return ""
    buttons = "".join(
        f'<li><button type="button" class="knop vervolg" data-vraag="{escape(one)}">{escape(one)}</button></li>'
        for one in questions
    )
    return f'<h{level} class="verder">{escape(head)}</h{level}><ul class="vervolgvragen">{buttons}</ul>'


def _notice(notice: str) -> str:
    return f'<p class="melding"><span aria-hidden="true">ℹ</span> {escape(notice)}</p>' if notice else ""
