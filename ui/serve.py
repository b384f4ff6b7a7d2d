"""Serving the chat page on this machine, and keeping the browser of the reader off the network."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable
from pathlib import Path

import gradio as gr
from starlette.datastructures import MutableHeaders
from starlette.middleware import Middleware
from starlette.responses import JSONResponse, PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from assistant.assistant import Assistant
from index.generation import searched
from ui import chat, messages, opening, settings
from ui.errors import PortTaken
from ui.settings import Settings

HERE = Path(__file__).parent
TRIES = 20  # ports after the default one

# Gradio runs scripts of its own in the page, so those cannot be forbidden; going elsewhere can.
POLICY = "; ".join(
    [
        "default-src 'self'",
        "script-src 'self' 'unsafe-inline' 'unsafe-eval'",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data: blob:",
        "font-src 'self' data:",
        "object-src 'none'",
        "base-uri 'self'",
        "form-action 'self'",
        "frame-ancestors 'self'",
    ]
)
_HEADERS = {
    "Content-Security-Policy": POLICY,
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-store",
}


class Guard:
    """Adds the policy to every page, closes the door for uploads, and tells of a full queue in Dutch."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
        elif scope["path"].rstrip("/").endswith("/upload"):
            await PlainTextResponse("Niet beschikbaar", status_code=404)(scope, receive, send)
        elif scope["path"].endswith("/queue/join"):
            await self._app(scope, receive, _with_headers(_queue_in_dutch(scope, receive, send)))
        else:
            await self._app(scope, receive, _with_headers(send))


def serve(given: Settings, *, port: int | None, browser: bool, announce: Callable[[str], None]) -> None:
    """Serve the page until somebody stops it.

    Raises:
        PortTaken: The port that was asked for is in use.
    """
    generation = opening.current(given, announce)
    page = chat.build(Assistant(generation), searched(generation.documents), waiting=given.waiting)
    chosen = port or free_port(given.host, given.port)
    if not _is_free(given.host, chosen):
        raise PortTaken(chosen)
    folder = settings.private_folder(settings.read_environment())
    try:
        launch(page, host=given.host, port=chosen, browser=browser)
        announce(f"De vraagbaak staat open op http://{given.host}:{chosen} (stop met Ctrl+C)")
        threading.Event().wait()
    except KeyboardInterrupt:
        announce("De vraagbaak is gestopt.")
    finally:
        page.close(verbose=False)
        settings.remove_folder(folder)


def launch(page: gr.Blocks, *, host: str, port: int, browser: bool = False) -> None:
    """Start serving and come back."""
    page.launch(
        server_name=host,
        server_port=port,
        inbrowser=browser,
        prevent_thread_lock=True,
        share=False,
        quiet=True,
        show_error=False,
        ssr_mode=False,
        enable_monitoring=False,
        footer_links=[],
        run_history=False,
        max_file_size=1,
        app_kwargs={"middleware": [Middleware(Guard)], "docs_url": None, "redoc_url": None},
        theme=theme(),
        css_paths=[HERE / "theme.css"],
        head=f"<script>{(HERE / 'page.js').read_text(encoding='utf-8')}</script>",
    )


def theme() -> gr.themes.Base:
    """Colours with enough contrast and the fonts of the reader's own machine."""
    return gr.themes.Base(
        primary_hue=gr.themes.colors.blue,
        neutral_hue=gr.themes.colors.slate,
        font=["system-ui", "Segoe UI", "Roboto", "sans-serif"],
        font_mono=["ui-monospace", "monospace"],
        text_size=gr.themes.sizes.text_lg,
    )


def _with_headers(send: Send) -> Send:
    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            MutableHeaders(scope=message).update(_HEADERS)
        await send(message)

    return sending


def _queue_in_dutch(scope: Scope, receive: Receive, send: Send) -> Send:
    """Gradio's page has English words of its own for 503, a full queue; those of any other status it shows."""
    full = False

    async def sending(message: Message) -> None:
        nonlocal full
        if message["type"] == "http.response.start" and message["status"] == 503:
            full = True
            await JSONResponse({"detail": messages.TOO_BUSY}, status_code=429)(scope, receive, send)
        elif not full:
            await send(message)

    return sending


def free_port(host: str, first: int) -> int:
    """The first free port from ``first`` on."""
    for port in range(first, first + TRIES):
        if _is_free(host, port):
            return port
    raise PortTaken(first)


def _is_free(host: str, port: int) -> bool:
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return False
    return True
