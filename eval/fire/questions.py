"""Questions of any bytes through every way in: an answer or a sentence in Dutch, never a traceback, and in time.

Most are asked of the assistant itself, which is what every way leads to; shares of them go through the page, the
HTTP API, the Model Context Protocol, lines of JSON and the terminal, as other programs and people send them.
"""

from __future__ import annotations

import json
import os
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from itertools import cycle
from pathlib import Path
from random import Random
from urllib.parse import quote

import httpx

from assistant.assistant import Assistant
from assistant.errors import QuestionTooLong
from eval.fire import house, protocol
from eval.fire.counted import Counted, Order
from eval.items import load
from eval.load import SETS, Ended, event_of, memory, told, typed_in, visit
from eval.scores import percentile
from index import embedder as embedders
from index.generation import open_current

LONGEST = 2_000  # characters that every way takes; longer ones are tried too
SECONDS = 2.0  # of the processor, that one answer may take on any machine
TIMES = 4  # what it may take against a plain question, where that takes long: a message may hold four questions
PLAIN = 5  # plain questions that are asked to know what they take
SHARE = {"page": 50, "API": 50, "JSON lines": 10, "protocol": 100, "terminal": 500}  # one of so many questions
API_PAUSE = 1.05  # seconds between two questions of one client: it may ask 60 a minute
MALFORMED = "De aanroep klopt niet"  # in that of a call with wrong arguments
GROWTH = 60.0  # megabytes that memory may grow between a tenth of the questions and all of them

_SIGNS = "\0\t\n\r\x07\x1b\x7f\x85\xa0\xad\u0301\u0660\u200b\u202e\u2028\u3000\ue000\ufeff\ufffd\U0001f642²½Ⅳﬁ"
_PIECES = (
    "a", "1", "(", "[", "\\", ".", "?", "-", "en ", "hoeveel ", "vraag 1 ", "31 497 ", "de minister ", "niet ",
    "Wat zei A en wat zei B? ", "1 januari 2023 ", "€ 1,5 miljoen ", "“", "'", "%s", "{0}", "${x}", "<b>", "kst-31497-",
    "artikel 1 lid 2 ", "Kwint ", "é", "e\u0301", "ß", "\u200d", "字", "א", "🙂", "\ud7ff", " ", "\n",
)  # fmt: skip


def odd(chance: Random, asked: Sequence[str]) -> str:
    """A question that nobody would expect: noise, repetitions, or a real one with something odd in it."""
    length = int(10 ** chance.uniform(0, 3.3))
    match chance.randrange(5):
        case 0:
            return chance.randbytes(length).decode("latin-1")
        case 1:
            return chance.randbytes(length).decode("utf-8", "replace")
        case 2:
            return (chance.choice(_PIECES) * length)[:LONGEST]
        case 3:
            return "".join(chance.choice(_PIECES) for _ in range(length))[:LONGEST]
        case _:
            words = chance.choice(asked)
            place = chance.randrange(len(words) + 1)
            return words[:place] + "".join(chance.choices(_SIGNS, k=min(length, 200))) + words[place:]


def fire(order: Order) -> list[Counted]:
    """Shares of so many questions through the other ways, and all of them to the assistant."""
    n, seed = order.n, order.seed
    asked = [item.question for item in load(SETS / "builtin.jsonl")]
    shots = [odd(Random(f"{seed}-{number}"), asked) for number in range(n)]
    with tempfile.TemporaryDirectory(prefix="passend-fire-") as place:
        data = house.indexed(home := Path(place), n)
        assistant = Assistant(open_current(data, embedders.load()))
        counted = [_too_long(assistant, order)]
        with house.chat(home, data) as chat:
            counted += [_of_page(chat, share("page", shots), order), _of_api(chat, share("API", shots), order)]
            counted.append(_said(chat))
        counted += [
            _of_lines(home, data, share("JSON lines", shots)),
            _of_protocol(home, data, share("protocol", shots), order),
            _of_terminal(home, data, share("terminal", shots), order),
        ]
        counted.append(_of_assistant(assistant, shots, asked[:PLAIN], order))
    return counted


def share(way: str, shots: Sequence[str]) -> Sequence[str]:
    """The questions that go this way, each on its own; a short run has none for those that take a start each."""
    return shots[SHARE[way] - 1 :: SHARE[way]]


def _of_assistant(assistant: Assistant, shots: Sequence[str], plain: Sequence[str], order: Order) -> Counted:
    assistant.ask("Wie betaalt het leerlingenvervoer?")
    usual = percentile([_seconds(assistant, question) for question in plain], 0.5)
    firing = order.firing("questions", "odd questions to the assistant", len(shots))
    seconds, early = [0.0], memory(os.getpid())
    for number in firing:
        question = shots[number]
        began = time.process_time()
        try:
            answer = assistant.ask(question)
            if not answer.text.strip():
                firing.hit(f"no text: {question[:80]!r}")
        except Exception as error:
            firing.hit(f"{type(error).__name__} on {question[:80]!r}: {error}")
        seconds.append(took := time.process_time() - began)
        if took > max(SECONDS, TIMES * usual):
            firing.hit(f"{took:.1f} s of the processor for {question[:80]!r}")
        if number <= len(shots) // 10:
            early = memory(os.getpid())
    grown = memory(os.getpid()) - early
    if grown > GROWTH:
        firing.hit(f"memory grew by {grown:.0f} MB")
    times = f"p50 {percentile(seconds, 0.5) * 1e3:.0f}, p99 {percentile(seconds, 0.99) * 1e3:.0f} ms"
    return firing.counted(f"{times} of the processor, {usual * 1e3:.0f} for a plain one; memory +{grown:.0f} MB")


def _seconds(assistant: Assistant, question: str) -> float:
    """What a question takes of the processor."""
    began = time.process_time()
    assistant.ask(question)
    return time.process_time() - began


def _too_long(assistant: Assistant, order: Order) -> Counted:
    """What callers of the library may send: as much as they like."""
    firing = order.firing("questions", "100,000 odd pieces, as question or as history", 2 * len(_PIECES))
    for number in firing:
        piece = _PIECES[number // 2]
        long = piece * 100_000
        began = time.process_time()
        try:
            assistant.ask("Hoeveel?" if number % 2 else long, history=(long,) if number % 2 else ())
        except QuestionTooLong:
            pass
        except Exception as error:
            firing.hit(f"{type(error).__name__} on 100,000 times {piece!r}")
        if (took := time.process_time() - began) > SECONDS:
            firing.hit(f"{took:.1f} s of the processor for 100,000 times {piece!r}")
    return firing.counted()


def _of_page(chat: house.Chat, shots: Sequence[str], order: Order) -> Counted:
    """Most are typed in the chat; a third in the boxes of the other screens, one after the other."""
    config = chat.config
    asking, boxes = event_of(config), cycle(typed_in(config))

    def asks(question: str) -> str:
        if asks_elsewhere := next(turns):
            return "" if told(chat.address, next(boxes), question) else f"nothing came back {asks_elsewhere}"
        ended = visit(chat.address, asking, question, threading.Barrier(1)).ended
        return "" if ended is Ended.ANSWERED else ended.value

    turns = cycle(("", "", "on another screen"))
    return _tried("through the page", shots, asks, order)


def _of_api(chat: house.Chat, shots: Sequence[str], order: Order) -> Counted:
    """As question, as earlier question, as what is searched for, and as the name of a paper."""
    api = f"{chat.address}/api"
    headers = {"Content-Type": "application/json"}

    def post(**body: object) -> httpx.Response:
        return httpx.post(f"{api}/vraag", content=json.dumps(body), headers=headers, timeout=house.PATIENCE)

    ways: Iterator[Callable[[str], httpx.Response]] = cycle(
        (
            lambda question: post(question=question),
            lambda question: post(question="En daarna?", history=[question]),
            lambda question: httpx.get(f"{api}/zoek", params={"question": question}, timeout=house.PATIENCE),
            lambda question: httpx.get(f"{api}/stukken/{quote(question, safe='')}", timeout=house.PATIENCE),
        )
    )

    def asks(question: str) -> str:
        time.sleep(API_PAUSE)
        got = next(ways)(question.encode("utf-8", "replace").decode())
        if got.status_code == 200 and got.json() != {}:
            return ""
        return "" if got.status_code in (404, 422) and got.json()["error"] else f"{got.status_code}: {got.text[:80]}"

    return _tried("through the API", shots, asks, order)


def _tried(way: str, shots: Sequence[str], asks: Callable[[str], str], order: Order) -> Counted:
    firing = order.firing("questions", way, len(shots))
    for number in firing:
        try:
            said = asks(shots[number])
        except Exception as error:
            said = f"{type(error).__name__}: {error}"
        firing.hit(said and f"{said} on {shots[number][:80]!r}")
    return firing.counted()


def _said(chat: house.Chat) -> Counted:
    """What the chat wrote to its terminal while it was asked all that."""
    told = [line for line in chat.said if "Traceback" in line or "Error" in line]
    return Counted(promise="questions", what="lines of the chat's terminal", tried=len(chat.said), faults=tuple(told))


def _of_lines(home: Path, data: Path, shots: Sequence[str]) -> Counted:
    """Every line gets its line, in order, whatever bytes it is made of."""
    lines = []
    for number, question in enumerate(shots):
        whole = json.dumps({"id": number, "question": question}).encode()
        chance = Random(f"line-{number}")
        broken = chance.randbytes(30).replace(b"\n", b" ").strip() or b"x"
        lines.append(whole if number % 3 else broken + whole[: chance.randrange(len(whole))])
    ran = house.passend(home, "ask", "--jsonl", "-", "--data", str(data), given=b"\n".join(lines))
    faults = []
    told = [json.loads(line) for line in ran.out.splitlines()]
    if len(told) != len(lines) or not all(one.get("answer") or one.get("error") for one in told):
        faults.append(f"{len(told)} lines for {len(lines)}")
    faults += [f"{one['error']} in line {one['line']}" for one in told if house.UNFORESEEN in one.get("error", "")]
    if wrong := ran.wrong(0, 1):
        faults.append(wrong)
    return Counted(promise="questions", what="as lines of JSON, a third broken", tried=len(lines), faults=tuple(faults))


def _of_protocol(home: Path, data: Path, shots: Sequence[str], order: Order) -> Counted:
    what = "through the Model Context Protocol"
    if not shots or not protocol.is_here():
        left_out = "" if protocol.is_here() else "the extra mcp is not installed"
        return Counted(promise="questions", what=what, tried=0, left_out=left_out)
    with protocol.spoken(home, data) as call:

        def asks(question: str) -> str:
            said = json.dumps(call("tools/call", {"name": "vraag", "arguments": {"question": question}}))
            sound = '"result"' in said and not any(one in said for one in ("Traceback", house.UNFORESEEN, MALFORMED))
            return "" if sound else said[:200]

        return _tried(what, shots, asks, order)


def _of_terminal(home: Path, data: Path, shots: Sequence[str], order: Order) -> Counted:
    def asks(question: str) -> str:
        typed = question.encode("utf-8", "replace").replace(b"\0", b"") + b"\xff\xc3"  # no UTF-8
        ran = house.passend(home, b"ask", b"--data", bytes(data), b"--", typed)
        if wrong := ran.wrong(0, 1) or ("" if ran.said else f"ended with {ran.code} without a word"):
            return wrong
        return "a sign that a terminal obeys" if "\x1b" in ran.said else ""

    return _tried("in the terminal", shots, asks, order)
