"""Words typed through every way in: afterwards they are found nowhere.

Every canary is a word of its own. It is typed into every box of every screen, put into every other field of what a page
sends, sent to every route of the API, also malformed and too long, to programs over the Model Context Protocol, into
lines of JSON, into the terminal, into the subject of a briefing, and into a page in a real browser. Then every file of
the home, the data folder and the temporary folder is read, with its name, what changed meanwhile in the temporary
folders of the whole machine, what the browser keeps, and all that was written to a terminal that others may read. A
chat whose assistant fails with the question in its words is asked too. What papers hold and do not show is looked for
in the index by ``blackened``.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import tempfile
import time
from collections.abc import Callable, Sequence
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from random import Random
from typing import Any

import httpx

from eval.fire import blackened, house, protocol
from eval.fire.blackened import MARK
from eval.fire.counted import Counted, Order
from eval.load import BOX, Event, events_of, told, typed_in

TOO_LONG = 3_000  # characters
SHARED = (Path("/tmp"), Path("/var/tmp"), Path("/dev/shm"))  # where every program may leave something
LARGEST = 50_000_000  # bytes of a file there that is read
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
_JSON = {"Content-Type": "application/json"}
# An assistant that fails with what a person asked in the words of its error.
_FAILING = """
from assistant.assistant import Assistant
def failing(verb):
    def ask(self, question, *more, **named):
        if "kanarie" in question:
            raise ValueError(question)
        return verb(self, question, *more, **named)
    return ask
Assistant.ask, Assistant.stream = failing(Assistant.ask), failing(Assistant.stream)
"""


def fire(order: Order) -> list[Counted]:
    """``n`` canaries, dealt out over all ways in; a few to a chat that fails; as many hidden in papers."""
    with tempfile.TemporaryDirectory(prefix="passend-fire-") as place:
        home = Path(place)
        data = house.indexed(home, order.n)
        return [_typed(order, home, data), _failing(order, home, data), blackened.fire(order)]


def _typed(order: Order, home: Path, data: Path) -> Counted:
    began = time.time()
    with house.chat(home, data) as chat, contextlib.ExitStack() as open_while_asked:
        ways = [*_ways(chat), *_commands(home, data)]
        if protocol.is_here():
            ways += _tools(open_while_asked.enter_context(protocol.spoken(home, data)))
        Random(order.seed).shuffle(ways)  # fewer canaries than ways are dealt out to any of them
        firing = order.firing("private", f"canaries through {len(ways)} ways in")
        for number in firing:
            try:
                ways[number % len(ways)](_question(order.seed, number))
            except httpx.HTTPError:  # a refusal is as good as an answer here
                pass
            except EOFError as hung_up:  # a word that was not typed is found nowhere, and proves nothing
                firing.hit(str(hung_up))
        kept = None if house.is_short(order.n) else _kept_by_a_browser(chat, _question(order.seed, order.n))
        firing.hit(kept or "")
        for path in found(home):
            firing.hit(f"{path} while it runs")
        firing.hit(_dumped(chat))
        chat.stop()
    for path in [*found(home), *_elsewhere(home, began)]:
        firing.hit(f"{path} after it has stopped")
    for line in chat.said:
        if MARK in line:
            firing.hit(f"the terminal of the chat: {line!r}")
    return firing.counted("none in a browser" if kept is None else "and one in a browser")


def _question(seed: int, number: int) -> str:
    return f"Hoeveel aanvragen deed {MARK}{seed}x{number:04} uit Vogelstad?"


def _failing(order: Order, home: Path, data: Path) -> Counted:
    """A canary by every way into a chat that fails."""
    with house.chat(home, data, program=_FAILING + house.COMMAND) as chat:
        ways = _ways(chat)
        Random(order.seed).shuffle(ways)
        firing = order.firing("private", "canaries in the words of an error", min(len(ways), order.n))
        for number in firing:
            with contextlib.suppress(httpx.HTTPError):
                ways[number](_question(order.seed, number))
        chat.stop()
    for line in chat.said:
        if MARK in line:
            firing.hit(f"the terminal: {line!r}")
    for path in found(home):
        firing.hit(str(path))
    return firing.counted()


def _dumped(chat: house.Chat) -> str:
    """Whether the chat would leave an image of its memory if it crashed."""
    limits = Path(f"/proc/{chat.process.pid}/limits").read_text().splitlines()
    least = next(line.split()[4] for line in limits if line.startswith("Max core file size"))
    return "" if least == "0" else f"a crash would leave {least} bytes of the memory"


def found(folder: Path, mark: bytes = MARK.encode()) -> list[Path]:
    """The files of a folder that hold these bytes, in their name or in their contents."""
    holding = []
    for path in filter(Path.is_file, house.files(folder)):
        with contextlib.suppress(FileNotFoundError):  # gone by now
            if mark in os.fsencode(path.name) or mark in path.read_bytes():
                holding.append(path)
    return holding


def _elsewhere(home: Path, since: float) -> list[Path]:
    """Files outside of somebody's home, where every program may write, that changed and hold a canary."""
    left = []
    for path in (path for folder in SHARED for path in house.files(folder) if home not in path.parents):
        with contextlib.suppress(OSError):  # of somebody else, or gone by now
            changed = path.is_file() and path.stat().st_mtime >= since and path.stat().st_size < LARGEST
            if changed and MARK.encode() in path.read_bytes():
                left.append(path)
    return left


def _kept_by_a_browser(chat: house.Chat, question: str) -> str | None:
    """Ask on the page in a real browser; gives where it keeps the question, "" for nowhere, None without a browser."""
    browser = next(filter(None, map(shutil.which, BROWSERS)), None)
    if browser is None or find_spec("playwright") is None:
        return None
    from playwright.sync_api import sync_playwright

    flags = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]
    with sync_playwright() as playwright:
        running = playwright.chromium.launch_persistent_context(
            str(chat.home / "browser"), executable_path=browser, args=flags
        )
        page = running.new_page()
        page.set_default_timeout(house.PATIENCE * 1_000)
        page.goto(chat.address)
        page.fill("#vraag textarea", question)
        page.click("#stel")
        page.wait_for_selector("article.beurt figcaption, article.beurt p")
        kept = page.evaluate(
            "async () => JSON.stringify([{...localStorage}, {...sessionStorage}, document.cookie, location.href,"
            " history.state, window.name, await caches.keys(), await indexedDB.databases()])"
        )
        running.close()
    return f"the browser keeps {kept[:200]}" if MARK in kept else ""


def _ways(chat: house.Chat) -> list[Callable[[str], object]]:
    """Every event of every screen, and every route."""
    api = f"{chat.address}/api"

    def post(body: Any) -> object:
        return httpx.post(f"{api}/vraag", content=json.dumps(body), headers=_JSON, timeout=house.PATIENCE)

    def get(path: str, **given: str) -> object:
        return httpx.get(f"{chat.address}{path}", params=given, timeout=house.PATIENCE)

    def send(path: str, **given: Any) -> object:
        return httpx.post(f"{chat.address}{path}", timeout=house.PATIENCE, **given)

    return [
        *_events(chat),
        lambda question: post({"question": question}),
        lambda question: post({"question": "Hoeveel?", "history": [question]}),
        lambda question: post({"question": question, "persona": question}),
        lambda question: post({"question": question * (TOO_LONG // len(question))}),
        lambda question: post({question: question}),
        lambda question: send("/api/vraag", content=f'{{"question": "{question}', headers=_JSON),
        lambda question: get("/api/zoek", question=question, person=question),
        lambda question: get("/api/zoek", question=question, kind=question),
        lambda question: get(f"/api/stukken/{question}"),
        lambda question: get(f"/stuk/{question}", q=question),
        lambda question: get("/", vraag=question),
        lambda question: get(f"/{question}"),
        lambda question: get(f"/gradio_api/file={question}"),
        lambda question: send("/gradio_api/upload", files={"files": (question, question.encode())}),
        lambda question: send("/gradio_api/queue/join", json={"data": [question], "session_hash": question}),
        lambda question: send(f"/gradio_api/run/{question}", json={"data": [question]}),
        lambda question: httpx.get(chat.address, headers={"User-Agent": "x", "Cookie": f"x={MARK}", "X-X": question}),
    ]


def _events(chat: house.Chat) -> list[Callable[[str], object]]:
    """Every event in which a person types, as a page sends it, and every event with typed words in a field of it.

    A tick stays as it is: it says whether words may be kept.
    """
    config = chat.config
    fields = [
        (event, place)
        for event, _ in events_of(config)
        for place, one in enumerate(event.inputs)
        if one["type"] not in (BOX, "checkbox")
    ]
    return [
        *(partial(told, chat.address, event) for event in typed_in(config)),
        *(partial(_told_in, chat.address, event, place) for event, place in fields),
    ]


def _told_in(address: str, event: Event, place: int, words: str) -> object:
    """Send an event with the words in the field at a place."""
    inputs = [{"type": BOX} if at == place else one for at, one in enumerate(event.inputs)]
    return told(address, Event(number=event.number, inputs=tuple(inputs)), words)


def _commands(home: Path, data: Path) -> list[Callable[[str], object]]:
    """Every command in which a person types; what it tells of errors is kept with its home, to be looked at."""

    def run(*arguments: str, given: bytes = b"") -> None:
        ran = house.passend(home, *arguments, "--data", str(data), given=given)
        with (home / "errors.log").open("ab") as log:
            log.write(ran.err)

    def lines(question: str) -> None:
        typed = json.dumps({"id": question, "question": question}).encode() + b"\n{" + question.encode()
        run("ask", "--jsonl", "-", given=typed)

    return [
        lines,
        lambda question: run("ask", question, "--history", question),
        lambda question: run("ask", question * (TOO_LONG // len(question))),
        lambda question: run("briefing", question, "--out", str(home / "b.pdf")),
    ]


def _tools(call: protocol.Call) -> Sequence[Callable[[str], object]]:
    """Every tool of the Model Context Protocol, also called wrongly."""

    def use(name: str, **given: object) -> object:
        return call("tools/call", {"name": name, "arguments": given})

    return [
        lambda question: use("vraag", question=question, history=[question]),
        lambda question: use("vraag", question=[question], persona=question),
        lambda question: use("zoek", question=question, person=question),
        lambda question: use("zoek", question=question, since=question, kind=[question]),
        lambda question: use("stuk", document=question),
        lambda question: use(question),
    ]
