"""The screen for the Kamer as safe HTML: every word of a paper or a person is escaped, nothing is read as markup."""

from __future__ import annotations

import base64
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from html import escape

from assistant.answer import Citation, Conflict
from assistant.briefing.advice import Advised, Beside
from assistant.briefing.briefing import Briefing, Promise
from assistant.briefing.timeline import Wanted
from assistant.briefing.uitspraken import PROPOSALS, Soort, Uitspraak
from assistant.prove.quotes import COUNTED
from ingest.document import Document, Passage
from ingest.official_numbers import cite
from ui import export, messages, wording
from ui.links import NEW_WINDOW, place_url
from ui.page import paragraphs
from ui.plain_text import place

MOST = 100  # rows of a timeline that are shown

START = (
    '<header class="kamer-kop"><h1>Uitspraken en debatbriefing</h1>'
    "<p>Wie zei wat, wanneer? Zoek toezeggingen, moties, standpunten, vragen en cijfers in de stukken. "
    "Elk citaat is letterlijk. De computer (AI) kan een uitspraak missen of verkeerd indelen: controleer de bron.</p>"
    "</header>"
)
ONLY_SUMMARIES = (
    '<p class="melding"><span aria-hidden="true">ℹ</span> Nu zijn er alleen onze eigen samenvattingen. Wie wat '
    "letterlijk zei, staat in de officiële stukken. De beheerder voegt die toe met: passend index MAP</p>"
)
_TYPES = {
    ".docx": ("Word", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    ".md": ("Markdown", "text/markdown;charset=utf-8"),
    ".pdf": ("PDF", "application/pdf"),
}
OLDEST, NEWEST = "Oudste eerst", "Nieuwste eerst"
_EXTENT = {
    True: "Twee bladzijden: kernpunten, toezeggingen en wat ervan kwam, verschillen en vragen om te stellen.",
    False: "Uitgebreid: alle soorten uitspraken over het onderwerp, met tijdlijn.",
}
_HEAD = ("Datum", "Wie en wat", "Citaat en vindplaats", "Termijn en status")


@dataclass(frozen=True, slots=True, kw_only=True)
class Near:
    """A passage that is shown where nothing was said on a subject."""

    words: str
    citation: str
    address: str


def near(passage: Passage, document: Document) -> Near:
    """A passage with its place."""
    return Near(
        words=passage.text,
        citation=wording.official(cite(document, passage.place, passage.page)),
        address=place_url(document.identifier, passage.start, passage.end, back="kamer"),
    )


def announcement(rows: Sequence[Uitspraak], hidden: int = 0) -> str:
    """What a screen reader is told when a search is done."""
    if rows:
        return f"{wording.counted(len(rows), 'uitspraak', 'uitspraken')} gevonden."
    return hidden_by_filters(hidden) if hidden else "Niets gevonden."


def hidden_by_filters(hidden: int) -> str:
    """That it is the filters that leave nothing, and how much there is without them."""
    there = wording.counted(hidden, "uitspraak", "uitspraken")
    return f"Met deze filters blijft er niets over. Zonder filters: {there} over dit onderwerp."


def fault(sentence: str) -> str:
    """Why something did not go."""
    return f'<p class="melding" id="kamer-fout"><span aria-hidden="true">ℹ</span> {escape(sentence)}</p>'


def result(asked: Wanted, rows: Sequence[Uitspraak], made: Briefing, near: Sequence[Near], hidden: int = 0) -> str:
    """What was found: the timeline, the differences between papers, and the advice beside the letter.

    Args:
        asked: What is wanted.
        rows: The statements, in the order in which they are shown.
        made: The briefing that they are part of.
        near: What comes nearest where nothing was said.
        hidden: How many statements on the subject the filters leave out, where they leave nothing.
    """
    if not rows and hidden:
        told = f"<p>{escape(hidden_by_filters(hidden))}</p>"
        return f'<section class="kamer-uitkomst"><h2>Weggefilterd</h2>{told}</section>'
    if not rows:
        return f'<section class="kamer-uitkomst"><h2>Niets gevonden</h2>{_nothing(near)}</section>'
    met = {id(promise.uitspraak): promise for promise in made.promises}
    about = f" over „{escape(asked.subject)}”" if asked.subject else ""
    shown = rows[:MOST]
    more = f"<p>De eerste {MOST} staan hier. Kies een onderwerp of filter voor minder.</p>" if len(rows) > MOST else ""
    return "".join(
        [
            '<section class="kamer-uitkomst">',
            f"<h2>Tijdlijn: {wording.counted(len(rows), 'uitspraak', 'uitspraken')}{about}</h2>{more}",
            _table(shown, met),
            _conflicts(made.conflicts) if asked.soorten <= {Soort.CIJFER} else "",
            *(map(_beside, made.beside) if asked.soorten <= {Soort.ADVIES} else ()),
            "</section>",
        ]
    )


def downloads(made: Briefing, *, today: date) -> str:
    """Links that hold the briefing themselves, so that it never lies on a disk of ours."""
    name = "debatbriefing-" + (re.sub(r"[^a-z0-9]+", "-", made.subject.lower()).strip("-")[:40] or "alle-stukken")
    links = "".join(
        f'<li><a class="kamer-bestand" download="{name}{suffix}" href="data:{mime};base64,'
        f'{base64.b64encode(export.as_bytes(made, suffix, today=today)).decode()}">Sla op als {label}</a></li>'
        for suffix, (label, mime) in _TYPES.items()
    )
    counted = wording.counted(len(made.numbers), "citaat", "citaten")
    return (
        f'<section class="kamer-bestanden"><h2>Debatbriefing met {counted}</h2><ul>{links}</ul>'
        f"<p>{_EXTENT[made.is_short]} {escape(wording.searched(made.searched, made.papers))} Onderaan staat een bon "
        "waarmee u elk citaat later kunt nagaan.</p></section>"
    )


def _nothing(near: Sequence[Near]) -> str:
    told = f"<p>{escape(messages.NOTHING_SAID)}</p>"
    if not near:
        return told
    items = "".join(
        f"<li><blockquote>{paragraphs(escape(one.words))}</blockquote><p>"
        f'<a href="{escape(one.address)}" target="_blank" rel="opener">{escape(one.citation)}{NEW_WINDOW}</a></p></li>'
        for one in near
    )
    return f"{told}<h3>Passages die er misschien over gaan</h3><ol>{items}</ol>"


def _table(rows: Sequence[Uitspraak], met: dict[int, Promise]) -> str:
    head = "".join(f'<th scope="col" role="columnheader">{name}</th>' for name in _HEAD)
    body = "".join(_row(row, met.get(id(row))) for row in rows)
    return (
        '<table class="tijdlijn" role="table" aria-label="Uitspraken">'
        f'<thead role="rowgroup"><tr role="row">{head}</tr></thead><tbody role="rowgroup">{body}</tbody></table>'
    )


def _row(row: Uitspraak, promise: Promise | None) -> str:
    who = row.who or wording.role(row.sentence.block.speaker.role) or "spreker niet vermeld"
    sorts = ", ".join(sort.value for sort in row.soorten)
    cells = [
        f'<span class="dag">{escape(wording.day(row.day))}</span>',
        f'{escape(who)}<br><strong class="soort">{escape(sorts)}</strong>',
        "".join(map(_quote, row.citations)) + _ways(row),
        "".join(f"<p>{escape(line)}</p>" for line in _state(row)) + _met_by(promise) or "–",
    ]
    told = zip(_HEAD, cells, strict=True)
    return (
        '<tr role="row">' + "".join(f'<td role="cell" data-kop="{name}">{cell}</td>' for name, cell in told) + "</tr>"
    )


def _state(row: Uitspraak) -> list[str]:
    """The deadline of a promise, the number of a motie, and what came of either as far as the papers show it."""
    told = [f"Termijn: {wording.deadline(row.deadline)}"] if row.stage else []
    told += map(wording.number, row.moties)
    return [*told, f"Status: {row.status}"] if row.stage or PROPOSALS & set(row.soorten) else told


def _quote(citation: Citation) -> str:
    address = escape(place_url(citation.document, citation.start, citation.end, back="kamer"))
    return (
        f"<blockquote>{escape(' '.join(citation.shown.split()))}</blockquote>"
        f'<p class="vindplaats"><a href="{address}" target="_blank" rel="opener">'
        f"{escape(wording.official(citation.citation))}{NEW_WINDOW}</a></p>"
    )


def _ways(row: Uitspraak) -> str:
    """To the whole passage that a statement stands in, and with its place onto the clipboard."""
    block, first = row.sentence.block, row.citations[0]
    address = escape(place_url(first.document, block.start, block.end, back="kamer"))
    words = " […] ".join(" ".join(citation.shown.split()) for citation in row.citations)
    copied = f"„{words}” ({', '.join(filter(None, [row.who, place(first, wording.day(row.day))]))})"
    return (
        f'<p class="wegen"><a href="{address}" target="_blank" rel="opener">Hele passage{NEW_WINDOW}</a> '
        f'<button type="button" class="knop kopieer" data-tekst="{escape(copied)}">Kopieer</button></p>'
    )


def _met_by(promise: Promise | None) -> str:
    if promise is None or promise.met_by is None:
        return ""
    quotes = "".join(map(_quote, promise.met_by.citations))
    told = "<p>Suggestie: bevestig dit zelf in de bron.</p>"
    return f"<details><summary>Mogelijk ingelost</summary>{told}{quotes}</details>"


def _conflicts(found: Sequence[Conflict]) -> str:
    return "<h2>Stukken die elkaar tegenspreken</h2>" + "".join(map(_conflict, found)) if found else ""


def _conflict(conflict: Conflict) -> str:
    sides = "".join(
        f"<li><strong>{escape(side.value)}</strong> ({escape(wording.day(side.citation.date))})"
        f"{_quote(side.citation)}</li>"
        for side in conflict.sides
    )
    sides += "".join(f"<li>{COUNTED}{_quote(reason)}</li>" for reason in conflict.reasons)
    return (
        '<section class="tegenspraak"><h3><span aria-hidden="true">⚠</span> Verschillende waarden voor: '
        f"{escape(conflict.subject)}</h3><ul>{sides}</ul></section>"
    )


def _beside(pair: Beside) -> str:
    rows = "".join(map(_advised, pair.rows))
    return (
        "<h2>Ambtelijk advies naast de brief</h2>"
        f"<p>{escape(wording.official(cite(pair.note)))}, naast {escape(wording.official(cite(pair.letter)))}. "
        f"{wording.coupled(certain=pair.certain)} "
        "Een ambtelijk advies is geen standpunt van de minister.</p>"
        '<table class="tijdlijn naast" role="table"><caption>Wat ambtenaren adviseerden en wat de Kamer las</caption>'
        '<thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">Ambtelijk advies</th>'
        '<th scope="col" role="columnheader">Brief aan de Kamer</th></tr></thead>'
        f'<tbody role="rowgroup">{rows}</tbody></table>'
    )


def _advised(advised: Advised) -> str:
    told = "".join(map(_quote, advised.told)) or wording.NOTHING_BESIDE
    return (
        f'<tr role="row"><td role="cell" data-kop="Ambtelijk advies">{"".join(map(_quote, advised.advice))}</td>'
        f'<td role="cell" data-kop="Brief aan de Kamer">{told}</td></tr>'
    )
