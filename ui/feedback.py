"""What people think of an answer: kept only with their consent, in one file of this computer."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from html import escape
from pathlib import Path
from typing import Any

import gradio as gr

from assistant.answer import Answer
from assistant.desk.kept import Kept
from ui import messages
from ui.errors import RemarkTooLong
from ui.page import Turn

VERDICTS = ("klopt", "deels", "onjuist")
LONGEST = 1000  # characters of what is missing
CONSENT = "Ik ga ermee akkoord dat mijn vraag, dit oordeel en de vindplaatsen op deze computer worden bewaard"
NO_CONSENT = "Er is niets bewaard. Zet eerst het vinkje als u akkoord gaat met bewaren."


def kept_in(data: Path) -> Kept:
    """Where the verdicts of a data folder are kept."""
    return Kept(data / "oordelen.jsonl")


def record(answer: Answer, verdict: str, missing: str, day: date) -> dict[str, Any]:
    """A verdict as it is kept; the answer itself is not, it can be had again."""
    return {
        "day": day.isoformat(),
        "verdict": verdict,
        "missing": missing,
        "question": answer.question,
        "status": answer.status.value,
        "places": [[citation.document, citation.start, citation.end] for citation in answer.citations],
    }


def tallied(kept: Kept) -> Counter[str]:
    """How often each verdict was given."""
    return Counter(str(one.get("verdict")) for one in kept.records())


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """The parts of the form with which an answer is judged."""

    whole: gr.Column
    about: gr.HTML
    turn: gr.State  # number of the turn that is judged, from 1; 0 is none
    verdict: gr.Radio
    missing: gr.Textbox
    consent: gr.Checkbox
    send: gr.Button
    shut: gr.Button
    told: gr.HTML


def form() -> Form:
    """Put the form into the page that is open; it is seen once somebody presses a verdict."""
    with gr.Column(visible=False, elem_id="oordeel") as whole:
        about = gr.HTML("")
        turn = gr.State(0)
        verdict = gr.Radio(list(VERDICTS), label="Uw oordeel")
        missing = gr.Textbox(label="Wat mist er of klopt er niet? (hoeft niet)", lines=2, max_lines=6)
        consent = gr.Checkbox(label=CONSENT)
        with gr.Row():
            send = gr.Button("Bewaar mijn oordeel", variant="primary", elem_id="oordeel-bewaar")
            shut = gr.Button("Sluit", variant="secondary", elem_id="oordeel-sluit")
        told = gr.HTML("", elem_id="oordeel-status")
    return Form(
        whole=whole, about=about, turn=turn, verdict=verdict, missing=missing, consent=consent, send=send, shut=shut,
        told=told,
    )  # fmt: skip


def wire(
    shown: Form, conversation: gr.HTML, turns: gr.State, clear: gr.Button, data: Path, silent: dict[str, Any]
) -> None:
    """Open the form where a verdict is pressed, keep what is sent, and shut it when a new conversation begins.

    Args:
        shown: The form.
        conversation: Where verdicts are pressed.
        turns: The turns of the conversation.
        clear: Begins a new conversation; a form that stayed open would judge its first answer.
        data: The folder in which verdicts are kept.
        silent: How events are told to Gradio.
    """
    kept = kept_in(data)

    def begin(given: tuple[Turn, ...], pressed: gr.EventData) -> tuple[gr.Column, str, int, str | None, bool, str]:
        number = pressed.beurt if isinstance(pressed.beurt, int) and 0 < pressed.beurt <= len(given) else 0
        verdict = pressed.oordeel if pressed.oordeel in VERDICTS else None
        question = escape(given[number - 1].question) if number else ""
        about = f"<h2>Klopt dit antwoord?</h2><p>Op uw vraag: „{question}”</p>"
        return gr.Column(visible=bool(number)), about, number, verdict, False, ""

    def give(
        verdict: str | None, missing: str, consent: bool, number: int, given: tuple[Turn, ...]
    ) -> tuple[str, bool]:
        try:
            return judged(kept, verdict, missing.strip(), consent, given[:number]), False
        except Exception as error:  # a person must read a sentence, whatever happened
            return messages.on_page(error), consent

    opened = [shown.whole, shown.about, shown.turn, shown.verdict, shown.consent, shown.told]
    conversation.select(begin, turns, opened, **silent).then(None, None, None, js=_TO_FORM)
    answered = [shown.verdict, shown.missing, shown.consent, shown.turn, turns]
    shown.send.click(give, answered, [shown.told, shown.consent], **silent)
    for event in (shown.shut.click, clear.click):
        event(lambda: (gr.Column(visible=False), "", 0), None, [shown.whole, shown.missing, shown.turn], **silent)


_TO_FORM = """() => {
  const form = document.querySelector("#oordeel");
  form?.scrollIntoView({ block: "center" });
  form?.querySelector("input:checked")?.focus({ preventScroll: true });
}"""


def judged(kept: Kept, verdict: str | None, missing: str, consent: bool, turns: tuple[Turn, ...]) -> str:
    """Keep a verdict on the last of these turns, with consent only; gives what the person is told.

    Raises:
        RemarkTooLong: What is missing takes more than ``LONGEST`` characters.
        PersonalDataFound: The question or what is missing seems to hold something about a person.
    """
    answers = [turn.answer for turn in turns if turn.answer]
    if not answers:
        return "Er is nog geen antwoord om over te oordelen."
    if verdict not in VERDICTS:
        return "Kies eerst: klopt, deels of onjuist."
    if not consent:
        return NO_CONSENT
    if len(missing) > LONGEST:
        raise RemarkTooLong(f"{len(missing)} characters, at most {LONGEST}")
    kept.add(record(answers[-1], verdict, missing, date.today()), typed=f"{answers[-1].question}\n{missing}")
    return "Dank u. Uw oordeel is bewaard."
