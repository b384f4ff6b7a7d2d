"""The same question with its source named, or within a message, as staff of the Kamer and people who write mails ask.

Neither changes what is asked, so that neither should cost an answer. The messages of ``frames.jsonl`` were written
by somebody who saw nothing of the program.
"""

from __future__ import annotations

import hashlib
import json
from functools import lru_cache
from importlib.resources import files

from ingest.document import Document
from ingest.kinds import SORTS
from ingest.official_numbers import MONTHS, cite, written

NUMBERED = ("kst-", "ah-")


def with_source(question: str, paper: Document) -> dict[str, str]:
    """A question with the paper named that answers it, by the name of each way in which that can be named."""
    called = SORTS[paper.kind].one
    article = "het" if called.endswith(("overleg", "debat", "stuk")) else "de"
    told: dict[str, str] = {}
    if day := paper.date:
        told["its paper, by the day"] = f"{article} {called} van {written(day)}"
        told["its paper, by the month"] = f"{article} {called} van {MONTHS[day.month - 1]} {day.year}"
    if paper.identifier.startswith(NUMBERED):
        told["its paper, by the number"] = cite(paper)
    return {way: f"{question.rstrip(' ?.!')}, volgens {source}?" for way, source in told.items()}


def in_message(question: str) -> str:
    """A question within a message, which the question itself chooses."""
    frames = _frames()
    before, after = frames[int.from_bytes(hashlib.sha256(question.encode()).digest()[:4], "big") % len(frames)]
    ended = question if question.rstrip().endswith(("?", ".", "!")) else f"{question.rstrip()}?"
    return f"{before}{ended}{after}"


@lru_cache(maxsize=1)
def _frames() -> tuple[tuple[str, str], ...]:
    lines = files("eval").joinpath("frames.jsonl").read_text(encoding="utf-8").splitlines()
    return tuple((frame["before"], frame["after"]) for frame in map(json.loads, lines))
