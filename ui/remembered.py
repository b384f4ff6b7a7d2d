"""A conversation that outlives a reload: its questions in the reader's own browser, its answers asked anew."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import gradio as gr

from assistant.understand.personal_data import personal_data
from ui.errors import PERSONAS
from ui.page import Turn

MOST = 10  # questions that are kept; each is asked again when the page is opened
KEY, PERSONA_KEY, MODEL_KEY = "passend-gesprek", "passend-persona", "passend-taalmodel"
# Gradio encrypts what it keeps with a word of the server's; a fixed one, so that a restart does not lose it.
_WORD = "passend"
_WITH, _WITHOUT = "met", "zonder"  # a language model


def state() -> gr.BrowserState:
    """What the browser holds: questions, oldest first; empty unless the reader wants it."""
    return gr.BrowserState([], storage_key=KEY, secret=_WORD)


def to_keep(wanted: bool, turns: Sequence[Turn]) -> list[list[str]]:
    """The questions that the browser is to hold, each with its tick; none with personal data, none unless wanted."""
    if not wanted:
        return []
    held = [turn for turn in turns if turn.answer and not personal_data(turn.question)]
    return [[turn.question, tick_to_keep(turn.with_model)] for turn in held][-MOST:]


def usable(stored: Any) -> list[tuple[str, bool]]:
    """The questions of what a browser sends, which may be anything, each with whether a language model may read it."""
    found = []
    for one in stored if isinstance(stored, list) else []:
        match one:
            case [str(question), str(tick)]:
                found.append((question, usable_tick(tick)))
    return found[-MOST:]


def persona_state() -> gr.BrowserState:
    """What the browser holds of who asks: the group that was chosen last."""
    return gr.BrowserState(PERSONAS[0], storage_key=PERSONA_KEY, secret=_WORD)


def usable_persona(stored: Any) -> str:
    """The group that a browser sends, which may be anything."""
    return stored if stored in PERSONAS else PERSONAS[0]


def persona_to_set(stored: Any) -> Any:
    """The group to choose when the page opens; nothing if it begins with that: somebody may have chosen by then."""
    persona = usable_persona(stored)
    return gr.skip() if persona == PERSONAS[0] else persona


def model_state() -> gr.BrowserState:
    """What the browser holds of the tick for a language model: questions that were asked without are so again."""
    return gr.BrowserState(_WITH, storage_key=MODEL_KEY, secret=_WORD)


def tick_to_keep(with_model: bool) -> str:
    """The tick as the browser is to hold it: in a word, for what is false Gradio does not write down."""
    return _WITH if with_model else _WITHOUT


def usable_tick(stored: Any) -> bool:
    """The tick that a browser sends, which may be anything."""
    return bool(stored != _WITHOUT)


def tick_to_set(stored: Any) -> Any:
    """The tick to set when the page opens; nothing if it begins with that."""
    return gr.skip() if usable_tick(stored) else False
