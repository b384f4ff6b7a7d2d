"""Serving the chat page on this machine, and keeping the browser of the reader off the network."""

from __future__ import annotations

import errno
import re
import socket
import sys
import threading
import time
import warnings
import webbrowser
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import gradio as gr
import uvicorn
from fastapi import FastAPI
from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from assistant.word.language_model import Choice, is_loopback
from ui import api, chat, helpdesk, kamer, links, messages, opening, settings, stand, viewer
from ui.errors import AddressUnusable, NoSuchAddress, PortTaken
from ui.following import Following
from ui.opened import Now
from ui.service import Service
from ui.sessions import hold_lightly
from ui.settings import Settings
from ui.wordless import errors_without_words

HERE = Path(__file__).parent
TRIES = 20  # ports after the default one
MAIN_PAGE = "Stel een vraag"  # how the links between screens call the chat
# Seconds after which a thread that answers makes way for the one that serves everybody. That one hands its work to
# other threads some ten times for each question, and each time waits so long to go on; with Python's own 5 ms, half of
# the time of a question is that waiting as soon as several are asked at once.
SWITCH = 0.0005
STOPPING = 10.0  # seconds that answers under way get when the server stops

# Doors of Gradio that the page does not use: to the disk, for what people send and what stands on their page, and to
# other machines, from which it fetches whatever address a visitor names.
_CLOSED = re.compile(
    r"(?:/gradio_api)?/(?:upload|deep_link|file|proxy|stream|process_recording|runs|run-history|(?:undo-)?vibe-[a-z-]+)"
    r"(?:[/=].*)?",
    re.DOTALL,
)

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


LOOPBACK = frozenset({"localhost", "127.0.0.1", "[::1]"})


def own_names(given: Settings) -> frozenset[str] | None:
    """The names under which the page may be asked for; None for any, where it was told to listen to other machines.

    A page of somebody else can give its own name this machine's address and then read what it asks for here; but it
    cannot keep the browser from telling under which name it came.
    """
    named = frozenset(name.strip().lower() for name in given.names.split(",") if name.strip())
    if not _is_this_machine(given.host):
        return LOOPBACK | named if named else None
    return LOOPBACK | named | {f"[{given.host}]" if ":" in given.host else given.host.lower()}


def _is_this_machine(host: str) -> bool:
    """Whether a host stands for nothing but this machine itself: "localhost", "127.1", a name of its own."""
    try:
        found = {str(one[4][0]) for one in socket.getaddrinfo(host, None)}
    except OSError:
        return is_loopback(host)
    return all(map(is_loopback, found))


async def nothing_here(request: Request, error: HTTPException) -> Response:
    """What is told at an address where nothing is, or not in this way: to a reader a page, to a program a sentence."""
    if "text/html" in request.headers.get("accept", ""):
        return HTMLResponse(viewer.nowhere(), status_code=error.status_code, headers=error.headers)
    told = {"error": messages.explain(NoSuchAddress(str(error.status_code)))}
    return JSONResponse(told, status_code=error.status_code, headers=error.headers)


# Of our own application and of Gradio's, which is behind it and would say so in English.
NOTHING_HERE: dict[int | type[Exception], Any] = dict.fromkeys((404, 405), nothing_here)


class Guard:
    """Lets in who asks for us by our name and from our own pages; closes doors to disk and network.

    Every answer, also of refusal, bears the policy. A POST that another page makes a reader's browser send is refused.
    """

    def __init__(self, app: ASGIApp, names: frozenset[str] | None = None) -> None:
        self._app = app
        self._names = names

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        send = _with_headers(send)
        if not self._is_ours(scope):
            await PlainTextResponse("Dit verzoek komt niet van deze pagina.", status_code=403)(scope, receive, send)
        elif _CLOSED.fullmatch(scope["path"]) or "\n" in scope["path"]:  # one line end comes past a "$" of a route
            told = await nothing_here(Request(scope), HTTPException(404))
            await told(scope, receive, send)
        elif scope["path"].endswith("/queue/join"):
            await self._app(scope, receive, _queue_in_dutch(scope, receive, send))
        else:
            await self._app(scope, receive, send)

    def _is_ours(self, scope: Scope) -> bool:
        headers = Headers(scope=scope)
        host = headers.get("host", "").lower()
        if self._names is not None and _name(host) not in self._names:
            return False
        if scope["method"] in {"GET", "HEAD"} or "origin" not in headers:
            return True  # other programs tell no origin, a browser always does
        origin = urlsplit(headers["origin"].lower()).netloc
        # Behind another server the host may be a loopback one while the page bears the name that was set.
        return origin == host or (_name(origin) in (self._names or ()) and not is_loopback(_name(origin).strip("[]")))


def serve(given: Settings, *, port: int | None, browser: bool, announce: Callable[[str], None]) -> None:
    """Serve the page until somebody stops it.

    Raises:
        PortTaken: The port that was asked for is in use.
    """
    opened = opening.opened(given, announce)
    chosen = checked_port(given, port)
    folder = settings.private_folder(settings.read_environment())
    try:
        following = Following(opened, given, announce)
        del opened  # from here on only the newest index is held
        app = site(
            following.now,
            waiting=given.waiting,
            language_model=opening.chosen_model(given),
            data=given.data,
            names=own_names(given),
        )
        sys.setswitchinterval(SWITCH)
        with errors_without_words(), launched(app, host=given.host, port=chosen) as address, following:
            announce(f"De vraagbaak staat open op {address} (stop met Ctrl+C)")
            if browser:
                webbrowser.open(address)
            threading.Event().wait()
    except KeyboardInterrupt:
        announce("De vraagbaak is gestopt.")
    finally:
        settings.remove_folder(folder)


def site(
    now: Now,
    *,
    waiting: int,
    language_model: Choice | None = None,
    data: Path | None = None,
    names: frozenset[str] | None = None,
) -> FastAPI:
    """Everything that is served out of the newest index: the page, the papers, and the same answers for machines.

    What people agree to keep goes into the folder ``data``; without one nothing can be kept. ``names`` are those of
    ``own_names``.
    """
    app = FastAPI(docs_url=None, redoc_url=None, openapi_url=None, exception_handlers=NOTHING_HERE)
    app.add_middleware(Guard, names=names)
    app.mount("/api", api.build(Service(now)))
    app.add_api_route(f"{links.PAPER}{{identifier:path}}", _viewer(now), response_class=HTMLResponse)
    app.add_api_route("/stand", lambda: stand.record(now()))
    page = chat.build(now, waiting=waiting, language_model=language_model, data=data)
    with page:
        gr.Navbar(main_page_name=MAIN_PAGE)
    with page.route("Kamer", "/kamer"):
        gr.Navbar(main_page_name=MAIN_PAGE)
        kamer.build(now, data)
    if data is not None:
        with page.route("Helpdesk", "/helpdesk"):
            gr.Navbar(main_page_name=MAIN_PAGE)
            helpdesk.build(now, data)
    with warnings.catch_warnings():
        # That pages are drawn in the browser, not on the server, is what is asked for; Gradio warns of it all the same.
        warnings.filterwarnings("ignore", message="SSR mode", category=UserWarning)
        served: FastAPI = gr.mount_gradio_app(
            app,
            page,
            path="/",
            show_error=False,
            ssr_mode=False,
            enable_monitoring=False,
            footer_links=[],
            run_history=False,
            max_file_size=1,
            app_kwargs={"docs_url": None, "redoc_url": None, "exception_handlers": NOTHING_HERE},
            theme=theme(),
            css_paths=[HERE / "theme.css", HERE / "kamer.css"],
            head=_head(),
        )
    hold_lightly(served, page)
    return served


def _viewer(now: Now) -> Callable[[str, Request], HTMLResponse]:
    def show(identifier: str, request: Request) -> HTMLResponse:
        if not identifier:  # the address of no paper
            raise HTTPException(404)
        opened = now()
        document = opened.paper(identifier)
        if document is None:
            return HTMLResponse(viewer.missing(), status_code=404)
        spans = viewer.spans_of(request.query_params.multi_items())
        back = request.query_params.get(links.BACK, "")
        return HTMLResponse(viewer.page(document, spans, opened.library.around(document), back))

    return show


@contextmanager
def launched(app: FastAPI, *, host: str, port: int) -> Iterator[str]:
    """Serve an application from a thread of its own, as long as the context lasts; gives its address.

    Raises:
        PortTaken: The port is in use by now.
    """
    server = uvicorn.Server(uvicorn.Config(app, host=host, port=port, log_level="error", access_log=False))

    def run() -> None:
        with suppress(SystemExit):  # by which it ends its thread where it cannot start
            server.run()

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    try:
        while not server.started and thread.is_alive():
            time.sleep(0.05)
        if not server.started:
            raise RuntimeError("the server did not start") if _is_free(host, port) else PortTaken(port)
        yield address_of(host, server.servers[0].sockets[0].getsockname()[1])
    finally:
        server.should_exit = True
        thread.join(STOPPING)


def address_of(host: str, port: int) -> str:
    """The address at which a browser finds what is served."""
    return f"http://{f'[{host}]' if ':' in host else host}:{port}"


def _head() -> str:
    """Our script, and the rules that hold for the whole page: those in ``css_paths`` Gradio narrows to a part of it."""
    colours, page, script = (
        (HERE / name).read_text(encoding="utf-8") for name in ("colours.css", "page.css", "page.js")
    )
    return f"<style>{colours}{page}</style><script>{script}</script>"


def theme() -> gr.themes.Base:
    """Colours with enough contrast and the fonts of the reader's own machine."""
    return gr.themes.Base(
        primary_hue=gr.themes.colors.blue,
        neutral_hue=gr.themes.colors.slate,
        font=["system-ui", "Segoe UI", "Roboto", "sans-serif"],
        font_mono=["ui-monospace", "monospace"],
        text_size=gr.themes.sizes.text_lg,
    )


def _name(host: str) -> str:
    """A host without its port."""
    return re.sub(r":\d*$", "", host)


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


def checked_port(given: Settings, port: int | None) -> int:
    """The port that was asked for, or a free one.

    Raises:
        PortTaken: It is in use.
        AddressUnusable: No port of this address can be listened on, or not by this user.
    """
    chosen = port or free_port(given.host, given.port)
    if not _is_free(given.host, chosen):
        raise PortTaken(chosen)
    return chosen


def free_port(host: str, first: int) -> int:
    """The first free port from ``first`` on.

    Raises:
        PortTaken: None of those that are tried is free.
        AddressUnusable: No port of this address can be listened on, or not by this user.
    """
    for port in range(first, min(first + TRIES, 65536)):
        if _is_free(host, port):
            return port
    raise PortTaken(first)


def _is_free(host: str, port: int) -> bool:
    try:
        with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind((host, port))
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            return False
        raise AddressUnusable(host, port) from error
    return True
