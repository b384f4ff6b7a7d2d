"""The screen for the helpdesk: question, draft and quotes side by side; nothing is copied before the source is read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import gradio as gr

from assistant.answer import Answer, Status
from assistant.desk import gaps
from assistant.desk.answer_bank import AnswerBank, Approved, approved_in, kept_in, stale
from assistant.desk.kept import Kept
from assistant.desk.proofs import Proof, broken, proofs
from ui import helpdesk_text, messages, stand, wording
from ui.errors import DraftTooLong, check_question
from ui.opened import Now

AT_ONCE = 2  # questions side by side; the rest waits
LONGEST = 20_000  # characters of a reply that is kept
SESSION = 3600  # seconds after which an answer on a page that was closed is forgotten
READY = "Concept klaar. Lees eerst de bronnen."
UNSURE = "Concept klaar, maar het is niet zeker dat dit de vraag beantwoordt. Lees eerst de bronnen."
NO_SOURCE = "Geen bron gevonden. U kunt de doorverwijzing kopiëren, en de vraag op de weeklijst zetten."
CHANGED = "Niet bewaard: een bron is intussen veranderd of weg. Maak eerst een nieuw concept."
_START = (
    '<header class="kop"><h1>Helpdesk</h1><p>Stel de vraag van de beller. U krijgt een concept met de citaten ernaast. '
    "De computer (AI) kan fouten maken: lees de bron voordat u iets doorgeeft. Typ geen namen of andere gegevens van "
    'de beller.</p><p class="toetsen">Toetsen: <kbd>Alt</kbd>+<kbd>1</kbd> bron gelezen, <kbd>Alt</kbd>+<kbd>2</kbd> '
    "kopieer, <kbd>Alt</kbd>+<kbd>3</kbd> keur goed.</p></header>"
)
_COPY = """async (text) => {
  try {
    await navigator.clipboard.writeText(text);
    return "Het antwoord is gekopieerd.";
  } catch {
    return "Kopiëren lukt niet in deze browser. Selecteer de tekst en kopieer die zelf.";
  }
}"""
_SILENT: dict[str, Any] = {
    "show_progress": "hidden",
    "api_visibility": "private",
    "concurrency_id": "helpdesk",
    "concurrency_limit": AT_ONCE,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What a draft was made of."""

    question: str
    proofs: tuple[Proof, ...]  # of what the draft says
    answer: Answer | None = None  # None where the draft is an answer that was approved earlier


class Screen:
    """Drafts over the newest index; what is kept, a person asked to keep."""

    def __init__(self, now: Now, data: Path) -> None:
        self._now = now
        self._kept = kept_in(data)
        self._bank = AnswerBank(self._kept, now().generation.embedder)
        self._gaps = Kept(data / "helpdesk" / "zonder-bron.jsonl")

    def ask(self, question: str, form: str) -> tuple[str, str, str, str, Found | None]:
        """Draft, quotes, what is known of an earlier answer, what is announced, and what the draft rests on."""
        try:
            opened = self._now()
            papers = opened.generation.document_of
            asked = check_question(question)
            earlier = self._bank.nearest(asked)
            changed = broken(earlier.proofs, papers) if earlier else ()
            known = helpdesk_text.found_before(earlier, changed) if earlier else ""
            if earlier and not changed:
                found = Found(question=asked, proofs=earlier.proofs)
                return earlier.reply, helpdesk_text.proofs(earlier.proofs), known, READY, found
            answer = opened.assistant.ask(asked, persona="helpdesk")
            draft = helpdesk_text.draft(answer, form, today=date.today())
            sure = READY if answer.status is Status.ANSWERED else UNSURE
            status = sure if answer.citations else NO_SOURCE
            found = Found(question=asked, proofs=proofs(answer.citations, papers), answer=answer)
            return draft, helpdesk_text.quotes(answer.citations), known, status, found
        except Exception as error:  # a person must read a sentence, whatever happened
            return "", "", "", messages.on_page(error), None

    def reshape(self, form: str, draft: str, found: Found | None) -> str:
        """The draft in another form; a draft that was approved earlier stays as it was approved."""
        if found is None or found.answer is None:
            return draft
        return helpdesk_text.draft(found.answer, form, today=date.today())

    def approve(self, draft: str, found: Found | None) -> str:
        """Keep the draft as an approved answer; gives what is announced."""
        if found is None or not found.proofs:
            return "Zonder bron kan een antwoord niet worden goedgekeurd."
        if broken(found.proofs, self._now().generation.document_of):
            return CHANGED
        try:
            if len(draft) > LONGEST:
                raise DraftTooLong(f"{len(draft)} characters, at most {LONGEST}")
            approved = Approved(question=found.question, reply=draft, day=date.today(), proofs=found.proofs)
            self._bank.approve(approved)
        except Exception as error:
            return messages.on_page(error)
        return "Het antwoord is goedgekeurd en bewaard."

    def note(self, found: Found | None, with_words: bool) -> tuple[str, str]:
        """Put the question on the weekly list; gives what is announced, and the list."""
        if found is None or found.proofs:
            return "Alleen een vraag zonder bron komt op de weeklijst.", self.weekly()
        try:
            gaps.note(self._gaps, date.today(), found.question if with_words else "")
        except Exception as error:
            return messages.on_page(error), self.weekly()
        return "De vraag is geteld op de weeklijst.", self.weekly()

    def weekly(self) -> str:
        """The questions without a source."""
        try:
            return helpdesk_text.weekly(gaps.weeks(self._gaps))
        except OSError as error:
            return f"<p>{messages.on_page(error)}</p>"

    def head(self) -> str:
        """What stands above the fields."""
        return _START + stand.line(self._now())

    def stale(self) -> str:
        """The approved answers of which a source changed or disappeared."""
        try:
            return helpdesk_text.stale(stale(approved_in(self._kept), self._now().generation.document_of))
        except OSError as error:
            return f"<p>{messages.on_page(error)}</p>"


def build(now: Now, data: Path) -> None:
    """Put the screen into the ``gr.Blocks`` or page that is open; what is approved is kept in the folder ``data``."""
    screen = Screen(now, data)
    found = gr.State(None, time_to_live=SESSION)
    with gr.Column(elem_id="helpdesk"):
        head = gr.HTML(screen.head())
        with gr.Row(elem_classes="helpdesk-kolommen"):
            with gr.Column():
                question = gr.Textbox(label="Vraag van de beller", lines=1, max_lines=6, elem_id="helpdesk-vraag")
                form = gr.Radio(
                    [helpdesk_text.CALL, helpdesk_text.MAIL, helpdesk_text.NOTE], value=helpdesk_text.MAIL, label="Vorm"
                )
                ask = gr.Button("Maak concept", variant="primary", elem_id="helpdesk-stel")
                status = gr.HTML("", elem_id="helpdesk-status")
                known = gr.HTML("", elem_id="helpdesk-eerder")
            with gr.Column():
                draft = gr.Textbox(label="Concept-antwoord", lines=12, max_lines=30, elem_id="helpdesk-concept")
            with gr.Column():  # what is ticked and copied comes after what has to be read first
                quotes = gr.HTML("", elem_id="helpdesk-citaten")
                read = gr.Checkbox(label="Ik heb de bron gelezen", interactive=False, elem_id="helpdesk-gelezen")
                copy = gr.Button("Kopieer antwoord", interactive=False, elem_id="helpdesk-kopieer")
                approve = gr.Button("Keur goed en bewaar", interactive=False, elem_id="helpdesk-bewaar")
        words, count, weekly = _weekly(screen)
        with gr.Accordion("Goedgekeurde antwoorden waarvan een bron veranderd of weg is", open=False):
            outdated = gr.HTML("", elem_id="helpdesk-verouderd")
    locked = [read, copy, approve]
    for event in (ask.click, question.submit):
        event(lambda: (wording.SEARCHING, *_locks(None)), None, [status, *locked], **_SILENT).then(
            screen.ask, [question, form], [draft, quotes, known, status, found], **_SILENT
        ).then(_locks, found, locked, **_SILENT).then(screen.stale, None, outdated, **_SILENT)
    form.change(screen.reshape, [form, draft, found], draft, **_SILENT)
    read.change(_unlock, [read, found], [copy, approve], **_SILENT)
    copy.click(None, draft, status, js=_COPY)
    gr.on(None, lambda: (screen.head(), screen.stale()), None, [head, outdated], **_SILENT)
    approve.click(screen.approve, [draft, found], status, **_SILENT).then(screen.stale, None, outdated, **_SILENT)
    count.click(screen.note, [found, words], [status, weekly], **_SILENT)


def _weekly(screen: Screen) -> tuple[gr.Checkbox, gr.Button, gr.HTML]:
    with gr.Accordion("Weeklijst: vragen zonder bron", open=False):
        words = gr.Checkbox(label="Bewaar ook de woorden van de vraag (zonder persoonsgegevens)")
        count = gr.Button("Zet deze vraag op de weeklijst", elem_id="helpdesk-weeklijst")
        return words, count, gr.HTML(screen.weekly, elem_id="helpdesk-weken")


def _locks(found: Found | None) -> tuple[gr.Checkbox, gr.Button, gr.Button]:
    """Every new draft has sources that were not read yet; a refusal has none, and can be copied with its referral."""
    has_source = found is not None and bool(found.proofs)
    copy = gr.Button(interactive=found is not None and not has_source)
    return gr.Checkbox(value=False, interactive=has_source), copy, gr.Button(interactive=False)


def _unlock(read: bool, found: Found | None) -> tuple[gr.Button, gr.Button]:
    has_source = bool(found and found.proofs)
    copy = gr.Button(interactive=found is not None and (read or not has_source))
    return copy, gr.Button(interactive=read and has_source)
