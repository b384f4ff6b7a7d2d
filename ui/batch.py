"""``passend ask --jsonl``: a question per line in, an answer per line out, in order.

A line in: ``{"id", "question", "history": [earlier questions], "persona"}``, the last two optional.
A line out: the ``id`` with ``assistant.answer.as_record``, or ``{"id", "line", "error"}`` with a
sentence in Dutch; ``id`` is any JSON value, and null if the line has none.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from assistant.answer import Answer, as_record
from ui import messages
from ui.errors import PERSONAS, LineField, LineWithoutObject, check_question


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """One question of a batch."""

    id: Any
    question: str
    history: tuple[str, ...] = ()  # earlier questions, oldest first
    persona: str = "ouder"


Ask = Callable[[Request], Answer]


def answer_lines(lines: Iterable[bytes], ask: Ask) -> Iterator[dict[str, Any]]:
    """Answer every line that is not empty; a bad one gives an object with ``error`` and the run goes on."""
    for number, line in enumerate(lines, start=1):
        if line.strip():
            yield _answer_line(line, number, ask)


def as_line(record: Any) -> bytes:
    """A record as a line of JSON in UTF-8, whatever the terminal is set to.

    Raises:
        ValueError: It holds what JSON or UTF-8 has no form for.
    """
    return json.dumps(record, ensure_ascii=False, allow_nan=False).encode("utf-8") + b"\n"


def parse(record: dict[str, Any], number: int) -> Request:
    """Read a question from its JSON form; fields that are not ours are left alone.

    Raises:
        LineField: A field is missing or has the wrong form.
    """
    history = record.get("history") or []
    if "id" not in record:
        raise LineField(number, "id")
    if not isinstance(record.get("question"), str):
        raise LineField(number, "question")
    if not isinstance(history, list) or not all(isinstance(earlier, str) for earlier in history):
        raise LineField(number, "history")
    if record.get("persona", "ouder") not in PERSONAS:
        raise LineField(number, "persona")
    return Request(
        id=record["id"],
        question=record["question"],
        history=tuple(history),
        persona=record.get("persona", "ouder"),
    )


def _answer_line(line: bytes, number: int, ask: Ask) -> dict[str, Any]:
    record: dict[str, Any] = {}
    try:
        record = _object(line, number)
        request = parse(record, number)
        check_question(request.question)
        return {"id": request.id, **as_record(ask(request))}
    except Exception as error:  # one bad line must not cost the others their answer
        return {"id": record.get("id"), "line": number, "error": messages.explain(error)}


def _object(line: bytes, number: int) -> dict[str, Any]:
    try:
        record = json.loads(line.decode("utf-8-sig"))
        as_line(record)  # what JSON can say and UTF-8 cannot, half of a surrogate pair, must not come back
    except (ValueError, RecursionError) as error:  # both broken JSON and broken UTF-8
        raise LineWithoutObject(number, f"no JSON: {type(error).__name__}") from error
    if not isinstance(record, dict):
        raise LineWithoutObject(number, f"expected an object, not {type(record).__name__}")
    return record
