"""The chat page: a question, the steps of its answer, and a clean slate when asked for."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from html import escape
from pathlib import Path
from typing import Any

import gradio as gr

from assistant.desk.proofs import broken, proofs
from assistant.tell.plain import in_plain_words
from assistant.understand.personal_data import personal_data
from assistant.word.language_model import Choice
from ui import feedback, messages, remembered, stand, wording
from ui.errors import RequestFault, check_question
from ui.examples import EXAMPLES
from ui.opened import Now, Opened
from ui.page import Turn, announcement, conversation, split_sentences, to_turn

AT_ONCE = 4  # questions answered side by side; the rest waits
PATIENCE = 20.0  # seconds that a question waits before it is told that it is too busy
SESSION = 3600  # seconds after which the turns of a page that was closed are forgotten

PERSONAS = [("Ouder", "ouder"), ("Kamer", "kamer"), ("Helpdesk", "helpdesk")]

SEARCHING = "Ik zoek in de stukken…"
START = (
    '<header class="kop"><h1>Vraagbaak passend onderwijs</h1>'
    '<p class="ai"><strong>U praat met een computer (AI).</strong> Die kan fouten maken. '
    "Controleer altijd de bron.</p>"
    '<p class="privacy"><strong>Typ geen namen, adres, BSN of medische gegevens van uw kind.</strong> '
    "{privacy}</p>"
    '<p class="dekking">{coverage}</p>{line}</header>'
)

WITH_MODEL = "Antwoord met taalmodel (zonder: alleen citaten)"
REMEMBER = "Bewaar de vragen van dit gesprek in mijn eigen browser"
_SILENT: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private", "concurrency_limit": None}

Turns = tuple[Turn, ...]
Update = tuple[Any, str, str, Turns]  # question box, conversation, status, turns


class Conversation:
    """Answers for the page; holds nothing of what people ask, only how many are being answered."""

    def __init__(self, now: Now, *, at_once: int = AT_ONCE, patience: float = PATIENCE, in_steps: bool = False) -> None:
        """``in_steps``: the assistant's answers take time to be worded, so that every step is worth showing."""
        self._now = now
        self._in_steps = in_steps
        self._patience = patience
        self._places = threading.BoundedSemaphore(at_once)

    def respond(self, question: str, persona: str, turns: Turns, with_model: bool = True) -> Iterator[Update]:
        """Show the question, then the answer; where it comes in steps, first the sources and then what there is of it.

        Every update makes the server draw the page anew and hand it over some eight times between its threads, which
        costs more than a short answer: no update is made that nobody would see.
        """
        try:
            asked = check_question(question)
        except RequestFault as fault:
            # The words stay in the box, so that nobody has to type them again.
            yield gr.skip(), self._html(turns), messages.explain(fault), turns
            return
        turn = Turn(question=asked)
        yield "", self._html((*turns, turn)), SEARCHING, turns
        for turn in self._steps(asked, persona, turns, with_model):
            if turn.sentences is not None:
                yield gr.skip(), self._html((*turns, turn)), SEARCHING, turns
        done = (*turns, turn)
        yield gr.skip(), self._html(done), f"{escape(announcement(turn))} {to_turn(len(done))}", done

    def _steps(self, question: str, persona: str, turns: Turns, with_model: bool) -> Iterator[Turn]:
        """The turn as far as it is told, the last time whole."""
        turn = Turn(question=question, notice=_privacy_notice(question))
        if not self._places.acquire(timeout=self._patience):
            yield Turn(question=question, notice=messages.TOO_BUSY)
            return
        try:
            asked = self._now()
            turn = replace(turn, index=asked.generation.name, newest=wording.newest(asked.papers))
            history = [earlier.question for earlier in turns if earlier.answer]
            steps = asked.assistant.stream(question, history=history, persona=persona, with_model=with_model)
            for step, answer in enumerate(steps):
                if self._in_steps:
                    yield replace(turn, answer=answer, sentences=len(split_sentences(answer.text)) if step else 0)
                turn = replace(turn, answer=answer)
            if turn.answer:
                turn = replace(
                    turn,
                    plain=in_plain_words(turn.answer, asked.generation.documents),
                    proofs=proofs(turn.answer.citations, asked.generation.document_of),
                )
        except Exception as error:  # a person must read a sentence, whatever happened
            yield Turn(question=question, notice=messages.explain(error))
            return
        finally:
            self._places.release()
        yield turn

    def _html(self, turns: Turns) -> str:
        opened = self._now()
        return conversation(tuple(_as_of_now(turn, opened) for turn in turns), today=date.today())

    def head(self, language_model: Choice | None) -> str:
        """What stands above the conversation: what to know before the first question, and of which papers."""
        opened, privacy = self._now(), escape(messages.where_questions_go(language_model))
        return START.format(coverage=escape(stand.coverage(opened)), privacy=privacy, line=stand.line(opened))

    def restored(self, stored: Any, persona: str, with_model: bool = True) -> tuple[Any, Any, Any, Any]:
        """The conversation that a browser held: page, status, turns, and a tick; nothing changes where it held none."""
        turns: Turns = ()
        for question in remembered.usable(stored):
            *_, last = self.respond(question, persona, turns, with_model)
            turns = last[3]
        if not turns:
            return gr.skip(), gr.skip(), gr.skip(), gr.skip()
        told = f"Uw bewaarde gesprek staat er weer, {wording.counted(len(turns), 'vraag', 'vragen')}."
        return self._html(turns), told, turns, True


def build(now: Now, *, waiting: int, language_model: Choice | None = None, data: Path | None = None) -> gr.Blocks:
    """Build the page over the newest index; it tells whether questions leave this machine."""
    answers = Conversation(now, in_steps=language_model is not None)
    with gr.Blocks(title="Vraagbaak passend onderwijs", analytics_enabled=False) as page:
        head = gr.HTML(answers.head(language_model))
        turns = gr.State((), time_to_live=SESSION)
        shown = gr.HTML("", elem_id="gesprek")
        persona = gr.Radio(PERSONAS, value="ouder", label="Ik ben…", elem_id="persona")
        # Shown only where a language model is set; who wants none in an answer takes the tick off.
        with_model = gr.Checkbox(label=WITH_MODEL, value=True, visible=language_model is not None, elem_id="taalmodel")
        # With one line to begin with, Enter asks and Shift+Enter begins a new line; theme.css makes it higher.
        question = gr.Textbox(
            label="Uw vraag", lines=1, max_lines=6, elem_id="vraag", html_attributes=_box_attributes()
        )
        with gr.Row(elem_id="knoppen"):
            ask = gr.Button("Stel vraag", variant="primary", elem_id="stel")
            clear = gr.Button("Nieuw gesprek", variant="secondary", elem_id="nieuw")
        status = gr.HTML("", elem_id="status")
        remember = gr.Checkbox(label=REMEMBER, elem_id="onthoud")
        stored = remembered.state()
        if data:
            feedback.build(turns, data, _SILENT)
        groups = _examples(persona)
        outputs = [question, shown, status, turns]
        silent: dict[str, Any] = {"outputs": outputs, **_SILENT}
        running = [
            event(answers.respond, [question, persona, turns, with_model], **silent)
            for event in (ask.click, question.submit)
        ]
        for button, words in groups:
            running.append(button.click(_asker(answers, words), [persona, turns, with_model], **silent))
        for event in running:
            event.then(None, None, None, js=_TO_ANSWER)
            event.then(remembered.to_keep, [remember, turns], stored, **_SILENT)
        remember.change(remembered.to_keep, [remember, turns], stored, **_SILENT)
        page.load(lambda: answers.head(language_model), None, head, **_SILENT)
        page.load(answers.restored, [stored, persona, with_model], [shown, status, turns, remember], **_SILENT)
        clear.click(
            lambda: ("", "", "Het gesprek is gewist.", (), []),
            None,
            [*outputs, stored],
            show_progress="hidden",
            api_visibility="private",
            cancels=running,
        ).then(None, None, None, js=_TO_QUESTION)
    page.queue(max_size=waiting, api_open=False)
    return page


# The newest question comes to the top of the window, where its answer can be read.
_TO_ANSWER = """() => {
  const turns = document.querySelectorAll("article.beurt");
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  turns[turns.length - 1]?.scrollIntoView({ behavior: still ? "auto" : "smooth", block: "start" });
}"""
_TO_QUESTION = '() => { document.querySelector("#vraag textarea")?.focus(); }'


def _box_attributes() -> gr.InputHTMLAttributes:
    return gr.InputHTMLAttributes(autocomplete="off", spellcheck=True, lang="nl")


def _examples(persona: gr.Radio) -> list[tuple[gr.Button, str]]:
    """Example questions of the group that is chosen, as buttons."""
    buttons = []
    groups = []
    for _, group in PERSONAS:
        with gr.Column(visible=group == "ouder", elem_classes="voorbeelden") as column:
            gr.HTML("<h2>Voorbeelden van vragen</h2>")
            buttons += [(gr.Button(words, size="sm"), words) for words in EXAMPLES[group]]
        groups.append(column)
    persona.change(
        lambda chosen: [gr.Column(visible=group == chosen) for _, group in PERSONAS],
        persona,
        groups,
        show_progress="hidden",
        api_visibility="private",
    )
    return buttons


def _asker(answers: Conversation, words: str) -> Any:
    def ask(persona: str, turns: Turns, with_model: bool) -> Iterator[Update]:
        yield from answers.respond(words, persona, turns, with_model)

    return ask


def _as_of_now(turn: Turn, opened: Opened) -> Turn:
    """A turn with what to know where the papers changed since it was answered."""
    if not turn.answer or turn.index == opened.generation.name:
        return turn
    gone = {one.proof for one in broken(turn.proofs, opened.generation.document_of)}
    numbers = [str(number) for number, proof in enumerate(turn.proofs, 1) if proof in gone]
    advice = "Stel uw vraag opnieuw voor een antwoord uit de nieuwe stukken."
    if numbers:
        sources = f"bron {wording.listed(numbers)}" if len(numbers) == 1 else f"de bronnen {wording.listed(numbers)}"
        advice = f"Let op: van {sources} is het stuk sindsdien veranderd of weg. {advice}"
    return replace(turn, outdated=f"{opened.changed} Dit antwoord is ouder. {advice}")


def _privacy_notice(question: str) -> str:
    found = personal_data(question)
    if not found:
        return ""
    return f"In uw vraag staat zo te zien {wording.listed(found)}. Dat is niet nodig. Er wordt niets van bewaard."
