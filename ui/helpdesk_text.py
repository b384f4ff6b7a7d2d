"""What the helpdesk reads and sends: drafts as plain text, quotes and the weekly list as safe HTML."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from html import escape

from assistant.answer import Answer, Citation
from assistant.desk.answer_bank import Approved, Stale
from assistant.desk.gaps import Week
from assistant.desk.proofs import Broken, Proof
from ui import wording
from ui.links import place_url

MAIL, NOTE = "e-mail", "telefoonnotitie"
LONGEST_QUOTE = 60  # words of a quote in a draft; the whole quote stands beside it


def draft(answer: Answer, form: str, *, today: date) -> str:
    """A reply in the u-form, as it can be sent after a person has read the sources."""
    state = wording.state_of(answer, today)
    sources = [
        f"[{number}] “{_short(citation.text)}” ({citation.citation}, {wording.day(citation.date)})"
        for number, citation in enumerate(answer.citations, 1)
    ]
    if form == NOTE:
        lines = ["Telefoonnotitie", f"Vraag: {answer.question}", f"Antwoord: {answer.whole_text}", *sources, state]
        return "\n".join(line for line in lines if line)
    parts = [
        "Geachte heer, mevrouw,",
        f"U vroeg ons: “{answer.question}”",
        answer.whole_text,
        "\n".join(["Waar dit staat:", *sources]) if sources else "",
        state,
        "Met vriendelijke groet,",
    ]
    return "\n\n".join(part for part in parts if part)


def quotes(citations: Sequence[Citation]) -> str:
    """The quotes as a list, each with the way to its place."""
    return _listed(
        [(one.text, one.citation, wording.details(one), (one.document, one.start, one.end)) for one in citations]
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
        f"<li><strong>[{number}] {escape(citation)}</strong><blockquote>{escape(text)}</blockquote>"
        f'<p class="feiten">{escape(" · ".join(details))}</p>'
        f'<p><a class="plaats" href="{escape(place_url(*place))}" target="_blank">'
        f"Bekijk bron {number} in het stuk (nieuw venster)</a></p></li>"
        for number, (text, citation, details, place) in enumerate(found, 1)
    )
    return f'<h2>Citaten</h2><ol class="bronnen">{items}</ol>'


def _short(text: str) -> str:
    """The first words of a quote; what is left out is shown."""
    words = text.split()
    return " ".join(words) if len(words) <= LONGEST_QUOTE else f"{' '.join(words[:LONGEST_QUOTE])} […]"
