"""What a language model wrote, read as it comes in: sentences with numbers, "not in the papers", or a search.

Read are plain lines ("De aanvraag kan tot 1 mei. [3.2]") and the JSON of ``SCHEMA``, for servers that can be held to
it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from ingest.sentences import split

LONGEST_LINE = 1_000  # characters; a longer line is not read
LONGEST_OUTPUT = 12_000  # characters; what comes after is not read
MOST_SENTENCES = 24  # of one reply

# The numbers stand in a field of their own, so that the sentence can be compared with what it names.
SCHEMA: dict[str, Any] = {
    "type": "object",
    "properties": {
        "zinnen": {
            "type": "array",
            "items": {
                "type": "object",
                "properties": {
                    "zin": {"type": "string"},
                    "nummers": {"type": "array", "items": {"type": "string"}},
                },
                "required": ["zin", "nummers"],
                "additionalProperties": False,
            },
        },
        "niet_in_de_stukken": {"type": "array", "items": {"type": "string"}},
        "zoek": {"type": "string"},
    },
    "required": ["zinnen", "niet_in_de_stukken", "zoek"],
    "additionalProperties": False,
}

_NUMBER = r"\d{1,3}\.\d{1,3}"
_NUMBERS = rf"[\[(]\s*{_NUMBER}(?:\s*[,;/ ]\s*(?:en\s+)?{_NUMBER})*\s*[\])]"
_BOUND = re.compile(rf"(?P<text>[^\[\]]+?)\s*(?P<marks>(?:{_NUMBERS}[ ,.;]*)+)")
_NUMBER_FIRST = re.compile(rf"(?P<marks>{_NUMBERS}|^{_NUMBER}(?=[:\s]))[:.]?\s*(?P<text>[^\[\]]+)")
_BULLET_SIGN = r"(?:[-•*–>#]+|\d{1,2}[.)])"
_BULLET = re.compile(rf"^{_BULLET_SIGN}\s+")
_ABSENT = re.compile(r"\W*niet in de stukken\b", re.IGNORECASE)
_SEARCH = re.compile(r"\W*zoek\s*:\s*(?P<words>.*)", re.IGNORECASE)
# Every place of a reply from which a number is taken.
_MARKED = re.compile(
    rf"{_NUMBERS}|^\s*(?:{_BULLET_SIGN}\s+)?{_NUMBER}(?=[:\s])|^\W*niet in de stukken\b.*|"
    r'"(?:nummers|niet_in_de_stukken)"\s*:\s*\[(?:"[^"]*"|[^\[\]"])*\]',
    re.IGNORECASE | re.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence of the answer, with the numbers of the sentences that are to bear it."""

    text: str
    marks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Absent:
    """That the papers do not answer, with the numbers of what comes nearest."""

    marks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Search:
    """That other words may find the answer."""

    words: str


Event = Said | Absent | Search


def read(pieces: Iterator[str]) -> Iterator[Event]:
    """What a model says, as soon as each part of it is whole; what fits no form is left out."""
    for number, event in enumerate(_events(pieces)):
        if number == MOST_SENTENCES:
            return
        yield event


def named(written: str) -> tuple[str, ...]:
    """The numbers that a reply names, in order."""
    return tuple(dict.fromkeys(mark for place in _MARKED.findall(written) for mark in re.findall(_NUMBER, place)))


def renumbered(written: str, number_of: Callable[[str], str]) -> str:
    """A reply with other numbers wherever ``read`` takes one; figures of its sentences stay."""
    return _MARKED.sub(lambda place: re.sub(_NUMBER, lambda mark: number_of(mark[0]), place[0]), written)


def _events(pieces: Iterator[str]) -> Iterator[Event]:
    buffer = ""
    for line in _lines(pieces):
        bare = line.strip()
        if buffer or bare.startswith("{"):
            buffer += f"{line}\n"
        elif bare and not bare.startswith("```"):
            yield from _of_line(bare)
    yield from _of_json(buffer)


def _of_line(line: str) -> Iterator[Event]:
    if len(line) > LONGEST_LINE:
        return
    if _ABSENT.match(line):
        yield Absent(tuple(re.findall(_NUMBER, line)))
    elif searched := _SEARCH.match(line):
        if words := searched["words"].strip():
            yield Search(words)
    else:
        bound = [*_BOUND.finditer(line)] or [*_NUMBER_FIRST.finditer(_BULLET.sub("", line))]
        for match in bound:
            yield from _sentences(match["text"], tuple(dict.fromkeys(re.findall(_NUMBER, match["marks"]))))


def _sentences(text: str, marks: tuple[str, ...]) -> Iterator[Said]:
    told = _BULLET.sub("", text.strip())
    for start, end in split(told):
        sentence = " ".join(told[start:end].split())
        yield Said(sentence[:1].upper() + sentence[1:] + ("" if sentence.endswith((".", "!", "?")) else "."), marks)


def _of_json(text: str) -> Iterator[Event]:
    """The parts of a reply in JSON; nothing if it is no object of the form that was asked for."""
    try:
        told, _ = json.JSONDecoder().raw_decode(text.strip())
    except (ValueError, RecursionError):
        return
    if not isinstance(told, dict):
        return
    for one in _list(told.get("zinnen")):
        if isinstance(one, dict) and isinstance(one.get("zin"), str) and len(one["zin"]) <= LONGEST_LINE:
            yield from _sentences(re.sub(_NUMBERS, "", one["zin"]), _marks(one.get("nummers")))
    words = told.get("zoek")
    if isinstance(words, str) and words.strip():
        yield Search(words.strip())
    elif "niet_in_de_stukken" in told and not _list(told.get("zinnen")):
        yield Absent(_marks(told["niet_in_de_stukken"]))


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []


def _marks(value: object) -> tuple[str, ...]:
    return tuple(dict.fromkeys(mark for one in _list(value) for mark in re.findall(_NUMBER, str(one))))


def _lines(pieces: Iterator[str]) -> Iterator[str]:
    """The lines as they are complete, without what a model thinks aloud first; none that is far too long."""
    line, read_so_far, thinks = "", 0, False
    for piece in pieces:
        read_so_far += len(piece)
        *complete, line = (line + piece).split("\n")
        for one in complete:
            thinks = (thinks or "<think>" in one) and "</think>" not in one
            if not thinks and "</think>" not in one:
                yield one
        if read_so_far > LONGEST_OUTPUT:
            return
    if not thinks and "<think>" not in line and "</think>" not in line:
        yield line
