"""Words typed through every way in: afterwards they are found nowhere.

Every canary is a word of its own. It is typed into every box of every screen, sent to every route of the API, also
malformed and too long, put into lines of JSON, into the terminal and into the subject of a briefing. Then every file of
the home, the data folder and the temporary folder is read, with its name, and all that was written to a terminal.
What papers hold and do not show is looked for in the index by ``blackened``.
"""

from __future__ import annotations

import contextlib
import json
import os
import tempfile
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import httpx

from eval.fire import blackened, house
from eval.fire.counted import Counted
from eval.load import events_of, told

MARK = "kanarie"
TOO_LONG = 3_000  # characters


def fire(n: int, seed: int) -> list[Counted]:
    """``n`` canaries, dealt out over all ways in."""
    with tempfile.TemporaryDirectory(prefix="passend-fire-") as place:
        data = house.indexed(home := Path(place), n)
        questions = [f"Hoeveel aanvragen deed {MARK}{seed}x{number:04} uit Vogelstad?" for number in range(n)]
        with house.chat(home, data) as chat:
            ways = _ways(chat, home, data)
            for number, question in enumerate(questions):
                with contextlib.suppress(httpx.HTTPError):  # a refusal is as good as an answer here
                    ways[number % len(ways)](question)
            running = found(home)
            dumped = _dumped(chat)
            chat.stop()
            logged = [line for line in chat.said if MARK in line]
        stopped = found(home)
    faults = [
        *(f"{path} while it runs" for path in running),
        *(f"{path} after it has stopped" for path in stopped),
        *dumped,
        *(f"the terminal of the chat: {line!r}" for line in logged),
    ]
    what = f"canaries through {len(ways)} ways in"
    return [Counted(promise="private", what=what, tried=n, faults=tuple(faults)), blackened.fire(n, seed)]


def _dumped(chat: house.Chat) -> list[str]:
    """Whether the chat would leave an image of its memory if it crashed."""
    limits = Path(f"/proc/{chat.process.pid}/limits").read_text().splitlines()
    least = next(line.split()[4] for line in limits if line.startswith("Max core file size"))
    return [] if least == "0" else [f"a crash would leave {least} bytes of the memory"]


def found(folder: Path, mark: bytes = MARK.encode()) -> list[Path]:
    """The files of a folder that hold these bytes, in their name or in their contents."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    return [path for path in files if mark in os.fsencode(path.name) or mark in path.read_bytes()]


def _ways(chat: house.Chat, home: Path, data: Path) -> Sequence[Callable[[str], object]]:
    api = f"{chat.address}/api"

    def post(body: Any) -> object:
        return httpx.post(f"{api}/vraag", content=json.dumps(body), headers=_JSON, timeout=house.PATIENCE)

    def get(path: str, **given: str) -> object:
        return httpx.get(f"{chat.address}{path}", params=given, timeout=house.PATIENCE)

    def line(question: str) -> object:
        lines = json.dumps({"id": question, "question": question}).encode() + b"\n{" + question.encode()
        return house.passend(home, "ask", "--jsonl", "-", "--data", str(data), given=lines)

    routes: list[Callable[[str], object]] = [
        lambda question: post({"question": question}),
        lambda question: post({"question": "Hoeveel?", "history": [question]}),
        lambda question: post({"question": question * (TOO_LONG // len(question))}),
        lambda question: post({question: question}),
        lambda question: httpx.post(f"{api}/vraag", content=f'{{"question": "{question}', headers=_JSON),
        lambda question: get("/api/zoek", vraag=question, persoon=question),
        lambda question: get("/api/zoek", vraag=question, soort=question),
        lambda question: get(f"/api/stukken/{question}"),
        lambda question: get(f"/stuk/{question}", q=question),
        lambda question: get(f"/gradio_api/file={question}"),
        lambda question: httpx.post(
            f"{chat.address}/gradio_api/upload", files={"files": (question, question.encode())}
        ),
        lambda question: httpx.get(chat.address, headers={"User-Agent": "x", "Cookie": f"x={MARK}", "X-X": question}),
    ]
    commands: list[Callable[[str], object]] = [
        line,
        lambda question: house.passend(home, "ask", question, "--history", question, "--data", str(data)),
        lambda question: house.passend(home, "briefing", question, "--out", str(home / "b.pdf"), "--data", str(data)),
    ]
    return [*_boxes(chat), *routes, *commands]


_JSON = {"Content-Type": "application/json"}


def _boxes(chat: house.Chat) -> list[Callable[[str], object]]:
    """Every event of every screen that reads a box in which a person types."""
    config = httpx.get(f"{chat.address}/config", timeout=house.PATIENCE).json()
    return [
        partial(told, chat.address, event)
        for event, _ in events_of(config)
        if any(one["type"] == "textbox" for one in event.inputs)
    ]
