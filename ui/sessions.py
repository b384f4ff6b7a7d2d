"""What the server holds of each visitor: the conversation, and no description of the whole page for each of them."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import gradio as gr
from fastapi import FastAPI
from gradio.routes import App
from gradio.state_holder import SessionState, StateHolder
from starlette.routing import Mount

MOST = 1000  # visitors whose conversation is held; the one that was silent longest is forgotten first


class Sessions(StateHolder):  # type: ignore[misc]  # Gradio bears no types
    """Sessions that begin without a copy of every component's settings.

    Gradio makes that copy to be able to write a link to a session on the disk, which is closed here. It takes 30 ms of
    the one thread that serves everybody and 0.2 MB for each visitor. What changes is described when it changes.
    """

    def __getitem__(self, session_id: str) -> SessionState:
        """The session of a visitor; a new one for somebody new."""
        if session_id not in self.session_data:
            bare: Any = SimpleNamespace(default_config=self.blocks.default_config, blocks={})
            self.session_data[session_id] = SessionState(bare)
        return super().__getitem__(session_id)


def hold_lightly(served: FastAPI, page: gr.Blocks) -> None:
    """Give the pages that are mounted on an application such sessions."""
    page.state_session_capacity = MOST
    (mounted,) = [one.app for one in served.routes if isinstance(one, Mount) and isinstance(one.app, App)]
    mounted.state_holder = Sessions()
    mounted.state_holder.set_blocks(page)
