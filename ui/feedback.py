"""What people think of an answer: kept only with their consent, in one file of this computer."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import gradio as gr

from assistant.answer import Answer
from assistant.desk.kept import Kept
from ui import messages
from ui.errors import FieldTooLong
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


def build(turns: gr.State, data: Path, silent: dict[str, Any]) -> None:
    """Put the verdict on the latest answer of the conversation into the page that is open."""
    kept = kept_in(data)

    def give(verdict: str | None, missing: str, consent: bool, given: tuple[Turn, ...]) -> tuple[str, bool]:
        try:
            return judged(kept, verdict, missing.strip(), consent, given), False
        except Exception as error:  # a person must read a sentence, whatever happened
            return messages.explain(error), consent

    with gr.Accordion("Klopt dit antwoord?", open=False, elem_id="oordeel"):
        verdict = gr.Radio(list(VERDICTS), label="Uw oordeel over het laatste antwoord")
        missing = gr.Textbox(label="Wat mist er of klopt er niet? (hoeft niet)", lines=2, max_lines=6)
        consent = gr.Checkbox(label=CONSENT)
        send = gr.Button("Bewaar mijn oordeel", elem_id="oordeel-bewaar")
        told = gr.HTML("", elem_id="oordeel-status")
    send.click(give, [verdict, missing, consent, turns], [told, consent], **silent)


def judged(kept: Kept, verdict: str | None, missing: str, consent: bool, turns: tuple[Turn, ...]) -> str:
    """Keep a verdict on the latest answer, with consent only; gives what the person is told.

    Raises:
        FieldTooLong: What is missing takes more than ``LONGEST`` characters.
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
        raise FieldTooLong(f"{len(missing)} characters, at most {LONGEST}")
    kept.add(record(answers[-1], verdict, missing, date.today()), typed=f"{answers[-1].question}\n{missing}")
    return "Dank u. Uw oordeel is bewaard."
