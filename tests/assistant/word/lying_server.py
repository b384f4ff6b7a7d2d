"""A server that speaks OpenAI's protocol over a real socket and says what a test tells it to say."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


class Reply:
    """How the server answers; the default streams ``text`` word by word and ends well."""

    waits = False  # until whoever asked hangs up

    def __init__(self, text: str = "", *, status: int = 200, headers: dict[str, str] | None = None) -> None:
        self.text, self.status, self.headers = text, status, headers or {}

    def send(self, write: Callable[[bytes], None], stopped: threading.Event) -> None:
        del stopped
        for word in self.text.split(" "):
            write(event(word + " "))
        write(b"data: [DONE]\n\n")


class Raw(Reply):
    """Sends bytes as they are."""

    def __init__(self, body: bytes, **given: Any) -> None:
        super().__init__(**given)
        self.body = body

    def send(self, write: Callable[[bytes], None], stopped: threading.Event) -> None:
        del stopped
        write(self.body)


class Endless(Reply):
    """Says the same for ever."""

    def __init__(self, body: bytes, pause: float = 0.0) -> None:
        super().__init__()
        self.body, self.pause = body, pause

    def send(self, write: Callable[[bytes], None], stopped: threading.Event) -> None:
        while not stopped.is_set():
            write(self.body)
            time.sleep(self.pause)


class Silent(Reply):
    """Says its text and then nothing more, without hanging up; with status 0 not even that it heard."""

    waits = True

    def send(self, write: Callable[[bytes], None], stopped: threading.Event) -> None:
        del stopped
        for word in self.text.split(" ") if self.text else ():
            write(event(word + " "))


def event(text: str) -> bytes:
    """A piece of a chat completion as a server-sent event."""
    piece = {
        "id": "1", "object": "chat.completion.chunk", "created": 1, "model": "leugens",
        "choices": [{"index": 0, "delta": {"role": "assistant", "content": text}, "finish_reason": None}],
    }  # fmt: skip
    return f"data: {json.dumps(piece)}\n\n".encode()


@dataclass(slots=True)
class Liar:
    """A server that is running: what it says next, and what it was sent."""

    address: str
    reply: Reply = field(default_factory=Reply)
    knows_form: bool = True  # else it refuses a request that asks for a form
    received: list[dict[str, Any]] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    hung_up: threading.Event = field(default_factory=threading.Event)  # by whoever asked, while the server waited


@contextmanager
def running() -> Iterator[Liar]:
    """Serve on a free loopback port."""
    stopped = threading.Event()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            liar.received.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
            liar.headers.append(dict(self.headers))
            refused = not liar.knows_form and "response_format" in liar.received[-1]
            reply = Reply('{"error": "response_format"}', status=400) if refused else liar.reply
            if reply.status:
                self.send_response(reply.status)
                for name, value in ({"Content-Type": "text/event-stream"} | reply.headers).items():
                    self.send_header(name, value)
                self.end_headers()
            with suppress(OSError):  # whoever asked may have hung up
                reply.send(self.wfile.write, stopped)
                if reply.waits:
                    self.connection.settimeout(30)
                    if not self.connection.recv(1):
                        liar.hung_up.set()

        def log_message(self, *args: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    liar = Liar(address=f"http://127.0.0.1:{server.server_port}/v1")
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield liar
    finally:
        stopped.set()
        server.shutdown()
        thread.join()
        server.server_close()
