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
from ui.errors import PERSONAS, RequestFault, check_question
from ui.examples import to_go_on_with, to_start_with
from ui.opened import Now, Opened
from ui.page import Turn, announcement, conversation, further, to_turn

AT_ONCE = 4  # questions answered side by side; the rest waits
PATIENCE = 20.0  # seconds that a question waits before it is told that it is too busy
SESSION = 3600  # seconds after which the turns of a page that was closed are forgotten

TITLE = "Vraagbaak passend onderwijs"
# What has to be known before the first word is typed stays in sight; the rest is open until it was read once, and
# folded on a telephone, where it would push the field off the screen.
START = (
    '<header class="kop"><h1>Vraagbaak passend onderwijs</h1><details class="uitleg" open><summary>'
    '<span class="ai"><strong>U praat met een computer (AI).</strong> '
    '<span class="ruim">Die kan fouten maken: controleer de bron.</span></span> '
    '<span class="privacy"><strong>Typ geen namen, adres, BSN of medische gegevens.</strong></span> '
    '<span class="lees-meer">Meer</span></summary>'
    "<p>{privacy} Uw browser onthoudt wat u hier kiest, zoals ouder, Kamer of helpdesk, en dat u deze uitleg las.</p>"
    '<p class="dekking">{coverage}</p></details>{line}</header>'
)

WITH_MODEL = "Antwoord met taalmodel (zonder: alleen citaten)"
REMEMBER = "Bewaar de vragen van dit gesprek in mijn eigen browser"
_SILENT: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private", "concurrency_limit": None}

Turns = tuple[Turn, ...]
Update = tuple[Any, str, str, Turns]  # question box, conversation, status, turns


class Conversation:
    """Answers for the page; holds nothing of what people ask, only how many are being answered."""

    def __init__(
        self,
        now: Now,
        *,
        at_once: int = AT_ONCE,
        patience: float = PATIENCE,
        in_steps: bool = False,
        verdicts: bool = False,
    ) -> None:
        """Hold what answers.

        Args:
            now: The newest index.
            at_once: Questions answered side by side.
            patience: Seconds that a question waits for its turn.
            in_steps: The assistant's answers take time to be worded, so that every step is worth showing.
            verdicts: Whether people can say if an answer is right.
        """
        self._now = now
        self._in_steps = in_steps
        self._verdicts = verdicts
        self._patience = patience
        self._places = threading.BoundedSemaphore(at_once)

    def respond(self, question: str, persona: str, turns: Turns, with_model: bool = True) -> Iterator[Update]:
        """Show the question, then the answer; where it comes in steps, each as far as it is written.

        Every update makes the server draw the page anew and hand it over some eight times between its threads, which
        costs more than a short answer: no update is made that nobody would see.
        """
        try:
            asked = check_question(question)
        except RequestFault as fault:
            # The words stay in the box, so that nobody has to type them again.
            yield gr.skip(), self._html(turns), messages.on_page(fault), turns
            return
        begun = Turn(question=asked, with_model=with_model)
        yield "", self._html((*turns, begun)), wording.SEARCHING, turns
        for turn in self._steps(begun, persona, turns):
            if not turn.done:
                yield gr.skip(), self._html((*turns, turn)), wording.SEARCHING, turns
        done = (*turns, turn)
        yield gr.skip(), self._html(done), f"{escape(announcement(turn))} {to_turn(len(done))}", done

    def _steps(self, begun: Turn, persona: str, turns: Turns) -> Iterator[Turn]:
        """The turn that was begun as far as it is told, the last time whole."""
        question = begun.question
        turn = replace(begun, notice=_privacy_notice(question))
        if not self._places.acquire(timeout=self._patience):
            yield replace(turn, notice=messages.TOO_BUSY)
            return
        try:
            asked = self._now()
            turn = replace(turn, index=asked.generation.name, newest=wording.newest(asked.papers))
            steps = asked.assistant.stream(
                question,
                history=[earlier.question for earlier in turns if earlier.answer],
                persona=persona,
                with_model=begun.with_model,
                withheld=[earlier.question for earlier in turns if not earlier.with_model],
            )
            for answer in steps:
                turn = replace(turn, answer=answer)
                if self._in_steps:
                    yield replace(turn, done=False)
            if turn.answer:
                turn = replace(
                    turn,
                    plain=in_plain_words(turn.answer, asked.generation.documents),
                    proofs=proofs(turn.answer.citations, asked.generation.document_of),
                    further=to_go_on_with(asked.examples, turn.answer, [*(one.question for one in turns), question]),
                )
        except Exception as error:  # a person must read a sentence, whatever happened
            yield replace(begun, notice=messages.explain(error))
            return
        finally:
            self._places.release()
        yield turn

    def _html(self, turns: Turns) -> str:
        opened = self._now()
        return conversation(
            tuple(_as_of_now(turn, opened) for turn in turns), today=date.today(), verdicts=self._verdicts
        )

    def head(self, language_model: Choice | None) -> str:
        """What stands above the conversation: what to know before the first question, and of which papers."""
        opened, privacy = self._now(), escape(messages.where_questions_go(language_model))
        return START.format(coverage=escape(stand.coverage(opened)), privacy=privacy, line=stand.line(opened))

    def examples(self, group: str) -> str:
        """The questions that a group can begin with, each asked by a press."""
        return further(to_start_with(self._now().examples, group), "Voorbeelden van vragen", level=2)

    def restored(self, stored: Any, persona: str, wished: Any = None) -> tuple[Any, Any, Any, Any]:
        """The conversation that a browser held: page, status, turns, and a tick; nothing changes where it held none.

        Its questions go to a language model only if they did before and the person still wants one: ``wished`` is that
        tick, as the browser held it.
        """
        turns: Turns = ()
        group, with_model = remembered.usable_persona(persona), remembered.usable_tick(wished)
        for question, with_it in remembered.usable(stored):
            *_, last = self.respond(question, group, turns, with_model and with_it)
            turns = last[3]
        if not turns:
            return gr.skip(), gr.skip(), gr.skip(), gr.skip()
        told = f"Uw bewaarde gesprek staat er weer, {wording.counted(len(turns), 'vraag', 'vragen')}."
        return self._html(turns), told, turns, True


def build(now: Now, *, waiting: int, language_model: Choice | None = None, data: Path | None = None) -> gr.Blocks:
    """Build the page over the newest index; it tells whether questions leave this machine."""
    answers = Conversation(now, in_steps=language_model is not None, verdicts=data is not None)
    with gr.Blocks(title=TITLE, analytics_enabled=False) as page:
        head = gr.HTML(answers.head(language_model))
        turns = gr.State((), time_to_live=SESSION)
        groups = [(one.capitalize(), one) for one in PERSONAS]
        persona = gr.Radio(groups, value=PERSONAS[0], label="Ik ben…", elem_id="persona")
        # Shown only where a language model is set; who wants none in an answer takes the tick off.
        with_model = gr.Checkbox(label=WITH_MODEL, value=True, visible=language_model is not None, elem_id="taalmodel")
        shown = gr.HTML("", elem_id="gesprek", js_on_load=_ON_PRESS)
        judging = feedback.form() if data else None
        with gr.Column(elem_id="vraagvak"):
            # With one line to begin with, Enter asks and Shift+Enter begins a new line.
            question = gr.Textbox(
                label="Uw vraag", lines=1, max_lines=6, elem_id="vraag", html_attributes=_box_attributes()
            )
            with gr.Row(elem_id="knoppen"):
                ask = gr.Button("Stel vraag", variant="primary", elem_id="stel")
                clear = gr.Button("Nieuw gesprek", variant="secondary", elem_id="nieuw")
            status = gr.HTML("", elem_id="status")
        starting = gr.HTML(answers.examples(PERSONAS[0]), elem_id="voorbeelden", js_on_load=_ON_PRESS)
        remember = gr.Checkbox(label=REMEMBER, elem_id="onthoud")
        stored, chosen, wished = remembered.state(), remembered.persona_state(), remembered.model_state()
        outputs = [question, shown, status, turns]
        silent: dict[str, Any] = {"outputs": outputs, **_SILENT}
        running = [
            event(answers.respond, [question, persona, turns, with_model], **silent)
            for event in (ask.click, question.submit)
        ]
        running += [
            pressed.submit(_further(answers), [persona, turns, with_model], **silent) for pressed in (shown, starting)
        ]
        for event in running:
            event.then(None, None, None, js=_TO_ANSWER)
            event.then(remembered.to_keep, [remember, turns], stored, **_SILENT)
        if judging and data:
            feedback.wire(judging, shown, turns, clear, data, _SILENT)
        remember.change(remembered.to_keep, [remember, turns], stored, **_SILENT)
        persona.input(lambda one: one, persona, chosen, **_SILENT)
        with_model.input(remembered.tick_to_keep, with_model, wished, **_SILENT)
        persona.change(answers.examples, persona, starting, **_SILENT)
        page.load(remembered.persona_to_set, chosen, persona, **_SILENT)
        page.load(remembered.tick_to_set, wished, with_model, **_SILENT)
        page.load(lambda: answers.head(language_model), None, head, **_SILENT)
        page.load(answers.restored, [stored, chosen, wished], [shown, status, turns, remember], **_SILENT)
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
# What is pressed within the conversation: a question to go on with, or a verdict on an answer.
_ON_PRESS = """element.addEventListener("click", (event) => {
  const { dataset, classList } = event.target.closest("button") ?? {};
  if (classList?.contains("vervolg")) trigger("submit", { vraag: dataset.vraag });
  if (classList?.contains("oordeel")) trigger("select", { beurt: Number(dataset.beurt), oordeel: dataset.oordeel });
});"""


def _box_attributes() -> gr.InputHTMLAttributes:
    return gr.InputHTMLAttributes(autocomplete="off", spellcheck=True, lang="nl")


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


def _further(answers: Conversation) -> Any:
    def ask(persona: str, turns: Turns, with_model: bool, pressed: gr.EventData) -> Iterator[Update]:
        yield from answers.respond(str(pressed.vraag), persona, turns, with_model)

    return ask


def _privacy_notice(question: str) -> str:
    found = personal_data(question)
    if not found:
        return ""
    return f"In uw vraag staat zo te zien {wording.listed(found)}. Dat is niet nodig. Er wordt niets van bewaard."
