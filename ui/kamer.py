"""The screen for the Kamer: who said what and when on a subject, and a briefing to take along."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import gradio as gr

from assistant.briefing.briefing import briefing, shortened
from assistant.briefing.timeline import Wanted, timeline, wanted
from assistant.briefing.uitspraken import Soort
from index.filters import Filters
from ingest.document import Kind
from ui import kamer_page, messages, stand, stated, wording
from ui.errors import DateUnreadable, FieldTooLong
from ui.opened import Now, Opened

AT_ONCE = 2  # searches side by side; the rest waits
LONGEST = 200  # characters of a field
NEAREST = 5  # passages that are shown where nothing was said on a subject
MAKING = "Ik maak de debatbriefing…"

_DAY = re.compile(r"(?P<day>\d{1,2})[-/. ](?P<month>\d{1,2})[-/. ](?P<year>\d{4})")
_ISO = re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})")

_SILENT: dict[str, Any] = {
    "show_progress": "hidden",
    "api_visibility": "private",
    "concurrency_id": "kamer",
    "concurrency_limit": AT_ONCE,
}


class Screen:
    """Searches and briefings over the newest index; holds nothing of what people ask."""

    def __init__(self, now: Now, data: Path | None = None) -> None:
        self._now, self._data = now, data

    def head(self) -> str:
        """What stands above the fields; also that there is little to find as long as there are only summaries."""
        opened = self._now()
        only = all(document.kind is Kind.SAMENVATTING for document in opened.papers)
        return kamer_page.START + stand.line(opened) + (kamer_page.ONLY_SUMMARIES if only else "")

    def kinds(self) -> list[tuple[str, str]]:
        """The sorts of papers that there are, as people and as machines call them."""
        present = sorted({document.kind for document in self._now().generation.documents})
        return [(wording.kind(kind).capitalize(), kind.value) for kind in present]

    def drawn(self) -> tuple[str, gr.CheckboxGroup]:
        """The head, and the filter for the sorts of papers, for who opens the page now."""
        return self.head(), gr.CheckboxGroup(self.kinds())

    def found(self, order: str, *fields: Any) -> tuple[str, str, str]:
        """The result, no downloads yet, and what a screen reader is told."""
        try:
            asked = _asked(fields)
            now = self._now()
            generation = now.generation
            made = briefing(generation, asked)
            rows = [row for row in made.rows if not asked.soorten or asked.soorten & set(row.soorten)]
            hidden = 0 if rows else len(timeline(generation, Wanted(subject=asked.subject)))
            near = () if rows or hidden or not asked.subject else _near(asked, now)
            shown = rows[::-1] if order == kamer_page.NEWEST else rows
            facts = stated.about(stated.beside(self._data), asked, rows, generation)
            told = kamer_page.announcement(rows, hidden) + stated.announcement(facts)
            return kamer_page.result(asked, shown, made, near, hidden) + stated.section(facts), "", told
        except Exception as error:  # a person must read a sentence, whatever happened
            return kamer_page.fault(messages.explain(error)), "", messages.on_page(error)

    def downloads(self, is_whole: bool, *fields: Any) -> tuple[str, str]:
        """The links to the briefing in three formats, and what a screen reader is told."""
        try:
            asked, generation = _asked(fields), self._now().generation
            made = briefing(generation, asked)
            if not made.rows:
                hidden = len(timeline(generation, Wanted(subject=asked.subject)))
                return "", kamer_page.hidden_by_filters(hidden) if hidden else messages.NOTHING_SAID
            made = made if is_whole else shortened(made)
            return kamer_page.downloads(made, today=date.today()), "De debatbriefing is klaar om op te slaan."
        except Exception as error:
            return kamer_page.fault(messages.explain(error)), messages.on_page(error)


def build(now: Now, data: Path | None = None) -> None:
    """Put the screen into the ``gr.Blocks`` or tab that is open; facts are those that were fetched into ``data``."""
    screen = Screen(now, data)
    with gr.Column(elem_id="kamer"):
        head = gr.HTML(screen.head())
        subject = gr.Textbox(
            label="Onderwerp", placeholder="zoals leerlingenvervoer", lines=1, elem_id="kamer-onderwerp"
        )
        soorten = gr.CheckboxGroup(
            [(sort.value.capitalize(), sort.value) for sort in Soort],
            label="Soort uitspraak (leeg: alle soorten)",
            elem_classes="chips",
        )
        with gr.Accordion("Meer filters", open=False):
            filters = _filters(screen.kinds())
            order = gr.Radio([kamer_page.OLDEST, kamer_page.NEWEST], value=kamer_page.OLDEST, label="Volgorde")
            is_whole = gr.Checkbox(label="Uitgebreide briefing (met tijdlijn, moties en ambtelijk advies)")
        fields = [subject, soorten, *filters]
        with gr.Row(elem_classes="kamer-knoppen"):
            seek = gr.Button("Zoek uitspraken", variant="primary", elem_id="kamer-zoek")
            export = gr.Button("Maak debatbriefing", variant="secondary", elem_id="kamer-briefing")
        status = gr.HTML("", elem_id="kamer-status", elem_classes="kamer-status")
        files = gr.HTML("", elem_id="kamer-bestanden")
        result = gr.HTML("", elem_id="kamer-uitkomst")
        gr.on(None, screen.drawn, None, [head, filters[0]], **_SILENT)
        for event in (seek.click, subject.submit, order.input):
            event(lambda: wording.SEARCHING, None, status, **_SILENT).then(
                screen.found, [order, *fields], [result, files, status], **_SILENT
            )
        export.click(lambda: MAKING, None, status, **_SILENT).then(
            screen.downloads, [is_whole, *fields], [files, status], **_SILENT
        )


def _near(asked: Wanted, now: Opened) -> list[kamer_page.Near]:
    near = now.assistant.near(asked.subject, k=NEAREST, filters=asked.filters)
    return [kamer_page.near(passage, now.generation.document_of[passage.document]) for passage in near]


def _filters(present: list[tuple[str, str]]) -> list[Any]:
    kinds = gr.CheckboxGroup(present, label="Soort stuk (leeg: alle stukken)", elem_classes="chips")
    with gr.Row():
        person = gr.Textbox(label="Persoon", info="Achternaam van bewindspersoon of Kamerlid", lines=1)
        party = gr.Textbox(label="Partij", info="Bijvoorbeeld: SP", lines=1)
    with gr.Row():
        since = gr.Textbox(label="Vanaf", info="Schrijf: 31-12-2023", lines=1, elem_id="kamer-vanaf")
        until = gr.Textbox(label="Tot en met", info="Schrijf: 31-12-2023", lines=1)
    return [kinds, person, party, since, until]


def _asked(fields: Sequence[Any]) -> Wanted:
    """What is wanted, of what was filled in on the screen; a field that nobody touched is None.

    Raises:
        RequestFault: A field cannot be read.
    """
    subject, soorten, kinds, person, party, since, until = fields
    subject, person, party = ((field or "").strip() for field in (subject, person, party))
    for field in (subject, person, party):
        if len(field) > LONGEST:
            raise FieldTooLong(f"{len(field)} characters, at most {LONGEST}")
    filters = Filters(
        kinds=frozenset(map(Kind, kinds or ())),
        since=_date(since or ""),
        until=_date(until or ""),
        person=person,
        party=party,
    )
    return wanted(subject, soorten=map(Soort, soorten or ()), filters=filters)


def _date(text: str) -> date | None:
    """A date as people type it; None for nothing.

    Raises:
        DateUnreadable: It is no day.
    """
    typed = text.strip()
    if not typed:
        return None
    found = _DAY.fullmatch(typed) or _ISO.fullmatch(typed)
    if found is None:
        raise DateUnreadable(typed)
    try:
        return date(int(found["year"]), int(found["month"]), int(found["day"]))
    except ValueError:
        raise DateUnreadable(typed) from None
