"""What the helpdesk reads and sends: drafts as plain text, quotes and the weekly list as safe HTML."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from html import escape

from assistant.answer import Answer, Citation, Status
from assistant.desk.answer_bank import Approved, Stale
from assistant.desk.gaps import Week
from assistant.desk.proofs import Broken, Proof
from assistant.tell.layout import Quoted, best_span, laid_out
from assistant.tell.missing import says_missing
from assistant.tell.referrals import TURN, where_to_turn
from assistant.tell.tone import DOUBTS
from assistant.understand.asking import SENTENCE
from ingest.sentences import split
from ui import plain_text, wording
from ui.links import place_url

MAIL, NOTE, CALL = "e-mail", "telefoonnotitie", "bellen"
ALOUD = 25  # words that can be said at once
NOT_CERTAIN = "Een zeker antwoord op deze vraag vonden wij niet in de stukken. Het dichtst erbij staat:"
_CALLER = re.compile(r"^[^?:.]{1,60}:\s+(?=\S)")  # "Gemeente belt: …"
_STOP = re.compile(r"[,;:–]\s")
_LIMITS = re.compile(r"\b(?:tenzij|mits|behalve|echter|maar|alleen|uitgezonderd|voorwaarde\w*|niet)\b", re.IGNORECASE)


def draft(answer: Answer, form: str, *, today: date) -> str:
    """A reply in the u-form, as it can be sent after a person has read the sources; or the words for a call."""
    if form == CALL:
        return "\n\n".join(filter(None, [aloud(answer), _source(answer)]))
    asked = question(answer.question)
    state = wording.state_of(answer, today).partition(" Let op:")[0]
    shown = plain_text.paragraphs(answer, folded=False, said=_as_we)
    told = [one for one in shown if one not in DOUBTS]  # those are for ourselves
    if answer.status is Status.PARTIAL and not answer.parts and not says_missing(told[0]):
        told.insert(0, NOT_CERTAIN if answer.unlikely else "Hierover staat in de stukken:")
    if answer.unlikely and not any(one.startswith(TURN) for one in told):
        told.append(where_to_turn(answer.question, "helpdesk", most=1, before=answer.understood_as))
    if form == NOTE:
        return "\n".join(filter(None, ["Telefoonnotitie", f"Vraag: {asked}", "Antwoord:", *told, state]))
    parts = ["Geachte heer, mevrouw,", f"U vroeg ons: “{asked}”", *told, state, "Met vriendelijke groet,"]
    return "\n\n".join(filter(None, parts))


def _as_we(text: str) -> str:
    """Words of the page as the helpdesk writes them."""
    return text.replace("die ik ken", "die wij kennen").replace("vond ik", "vonden wij")


def question(typed: str) -> str:
    """What was asked, without what the helpdesk typed about who asks it."""
    asked = _CALLER.sub("", " ".join(typed.split()))
    sentences = [match[0].strip() for match in SENTENCE.finditer(asked)]
    told = " ".join(one for one in sentences if one.endswith("?")) or asked
    return told[:1].upper() + told[1:]


def aloud(answer: Answer) -> str:
    """The answer in at most ``ALOUD`` words, to be said at once: the core, or the words of the quote that answer."""
    if answer.unlikely:  # what was said aloud cannot be taken back
        return "Dat weet ik niet zeker. Ik lees u voor wat de stukken erover zeggen."
    for section in () if answer.status is Status.UNANSWERABLE else laid_out(answer):
        if section.core and len((core := plain_text.without_marks(section.core)).split()) <= ALOUD:
            return core
        for part in section.told:
            if isinstance(part, Quoted):
                return _said(part, answer)
    return "Daar vind ik in de stukken geen antwoord op. Ik zeg u wel waar u terechtkunt."


def _said(part: Quoted, answer: Answer) -> str:
    citation = answer.cited(part.numbers[0])
    start, end = best_span(answer, citation)
    words = " ".join(citation.shown_between(start, end).split())
    words = words[slice(*split(words)[0])] if split(words) else words
    room = ALOUD - len(part.lead.split())
    if len(words.split()) <= room:
        return f"{part.lead} {words}"
    ends = [stop.start() for stop in _STOP.finditer(words) if len(words[: stop.start()].split()) <= room]
    if ends and len(words[: ends[-1]].split()) >= room // 3 and not _LIMITS.search(words[ends[-1] :]):
        return f"{part.lead} {words[: ends[-1]]} …"
    return "Dat staat in de stukken, maar is te lang om in een keer te zeggen. Ik lees het u voor."


def _source(answer: Answer) -> str:
    first = next((part for section in laid_out(answer) for part in section.told if isinstance(part, Quoted)), None)
    if first is None or answer.status is Status.UNANSWERABLE:
        lines = [one for one in plain_text.paragraphs(answer) if one.startswith(TURN)]
        return "\n\n".join(lines)
    citation = answer.cited(first.numbers[0])
    return f"Bron: {wording.source_line(citation)}, {wording.day(citation.date)}."


def quotes(citations: Sequence[Citation]) -> str:
    """The quotes as a list, each with the way to its place."""
    return _listed(
        [(one.shown, one.citation, wording.details(one), (one.document, one.start, one.end)) for one in citations]
    )


def proofs(known: Sequence[Proof]) -> str:
    """The quotes of an approved answer as a list."""
    return _listed([(one.text, one.citation, [], (one.document, one.start, one.end)) for one in known])


def found_before(approved: Approved, changed: Sequence[Broken]) -> str:
    """That there is an approved answer to a like question, and whether it still holds."""
    told = f"Goedgekeurd op {wording.day(approved.day)}, voor de vraag: “{approved.question}”"
    if not changed:
        return f'<p class="melding"><strong>Eerder goedgekeurd antwoord.</strong> {escape(told)}</p>'
    sources = "".join(f"<li>{escape(wording.fault(one))}</li>" for one in changed)
    return (
        '<div class="tegenspraak"><p><strong>Herzien: een bron is veranderd.</strong> '
        f"{escape(told)} Het oude antwoord telt niet meer. Hieronder staat een nieuw concept. Veranderd:</p>"
        f"<ul>{sources}</ul></div>"
    )


def stale(found: Sequence[Stale]) -> str:
    """The approved answers that no longer hold, each with what became of its sources."""
    if not found:
        return "<p>Van elk goedgekeurd antwoord staan de bronnen er nog zoals ze waren.</p>"
    items = "".join(
        f"<li>{escape(wording.day(one.approved.day))}: “{escape(one.approved.question)}”<ul>"
        + "".join(f"<li>{escape(wording.fault(each))}</li>" for each in one.broken)
        + "</ul></li>"
        for one in found
    )
    return f"<p>Stel deze vragen opnieuw en keur een nieuw antwoord goed.</p><ul>{items}</ul>"


def weekly(found: Sequence[Week]) -> str:
    """The questions without a source, week by week."""
    if not found:
        return "<p>Er staat nog niets op de weeklijst.</p>"
    return "".join(map(_week, found))


def _week(week: Week) -> str:
    asked = "".join(f"<li>{escape(question)}</li>" for question in week.questions)
    listed = f"<ul>{asked}</ul>" if asked else ""
    number = wording.counted(week.number, "vraag", "vragen")
    return f"<h2>Week {escape(week.name)}</h2><p>{number} zonder bron</p>{listed}"


def _listed(found: Sequence[tuple[str, str, Sequence[str], tuple[str, int, int]]]) -> str:
    if not found:
        return "<h2>Citaten</h2><p>Er is geen bron voor deze vraag.</p>"
    items = "".join(
        f"<li><strong>[{number}] {escape(wording.official(citation))}</strong><blockquote>{escape(text)}</blockquote>"
        f'<p class="feiten">{escape(" · ".join(one for one in details if one not in citation))}</p>'
        f'<p><a class="plaats" href="{escape(place_url(*place, back="helpdesk"))}" target="_blank" rel="opener">'
        f"Bekijk bron {number} in het stuk (nieuw venster)</a></p></li>"
        for number, (text, citation, details, place) in enumerate(found, 1)
    )
    return f'<h2>Citaten</h2><ol class="bronnen">{items}</ol>'
