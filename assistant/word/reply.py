"""What a language model wrote, read as it comes in: sentences with numbers, "not in the papers", or a search.

Read are plain lines ("De aanvraag kan tot 1 mei. [3.2]") and the JSON of ``SCHEMA``, for servers that can be held to
it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Any

from ingest.sentences import split

LONGEST_LINE = 1_000  # characters; a longer line is not read
LONGEST_OUTPUT = 12_000  # characters; what comes after is not read
LONGEST_SEARCH = 200  # characters of the words to search for; what comes after is left out
MOST_SENTENCES = 24  # of one reply
MOST_NUMBERS = 6  # of one sentence: it says one thing

_NUMBER = r"[0-9]{1,3}\.[0-9]{1,3}"
_NUMBERS_OF = {
    "type": "array",
    "maxItems": MOST_NUMBERS,
    "items": {"type": "string", "pattern": f"^{_NUMBER}$"},
}
# The numbers stand in a field of their own, so that the sentence can be compared with what it names. Everything that a
# model could count on in is bounded.
SCHEMA: dict[str, Any] = {
    "type": "object",
    "properties": {
        "zinnen": {
            "type": "array",
            "maxItems": MOST_SENTENCES,
            "items": {
                "type": "object",
                "properties": {"zin": {"type": "string"}, "nummers": _NUMBERS_OF},
                "required": ["zin", "nummers"],
                "additionalProperties": False,
            },
        },
        "niet_in_de_stukken": _NUMBERS_OF,
        "zoek": {"type": "string"},
    },
    "required": ["zinnen", "niet_in_de_stukken", "zoek"],
    "additionalProperties": False,
}

_NUMBERS = rf"[\[(]\s*{_NUMBER}(?:\s*[,;/ ]\s*(?:en\s+)?{_NUMBER})*\s*[\])]"
_BOUND = re.compile(rf"(?P<text>[^\[\]]+?)\s*(?P<marks>(?:{_NUMBERS}[ ,.;]*)+)")
_NUMBER_FIRST = re.compile(rf"(?P<marks>{_NUMBERS}|^{_NUMBER}(?=[:\s]))[:.]?\s*(?P<text>[^\[\]]+)")
_BULLET_SIGN = r"(?:[-•*–>#]+|\d{1,2}[.)])"
_BULLET = re.compile(rf"^{_BULLET_SIGN}\s+")
_SENTENCE = re.compile(r'\{\s*"(?:zin|nummers)"\s*:')
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
    parts = _parts(pieces)
    for part in parts:
        bare = part.strip()
        if bare.startswith("{"):
            yield from _of_json(chain([part], parts))
            return
        elif bare and not bare.startswith("```"):
            yield from _of_line(bare)


def _of_line(line: str) -> Iterator[Event]:
    if len(line) > LONGEST_LINE:
        return
    line = " ".join(line.split())  # each run of spaces would be tried in every way that it can be cut
    if _ABSENT.match(line):
        yield Absent(_first(re.findall(_NUMBER, line)))
    elif searched := _SEARCH.match(line):
        if words := searched["words"].strip():
            yield Search(words[:LONGEST_SEARCH])
    else:
        bound = [*_BOUND.finditer(line)] or [*_NUMBER_FIRST.finditer(_BULLET.sub("", line))]
        for match in bound:
            yield from _sentences(match["text"], _first(re.findall(_NUMBER, match["marks"])))


def _sentences(text: str, marks: tuple[str, ...]) -> Iterator[Said]:
    told = _BULLET.sub("", text.strip())
    for start, end in split(told):
        sentence = " ".join(told[start:end].split())
        yield Said(sentence[:1].upper() + sentence[1:] + ("" if sentence.endswith((".", "!", "?")) else "."), marks)


def _of_json(parts: Iterator[str]) -> Iterator[Event]:
    """The parts of a reply in JSON, each sentence as soon as it is whole; nothing of what is not as was asked for."""
    text, at, told = "", 0, None
    for part in parts:
        text += part
        while found := _whole_sentence(text, at):
            sentence, at = found
            yield from _of_sentence(sentence)
        told = _object(text) if text.rstrip().endswith("}") else None
        if told is not None or len(text) - at > 2 * LONGEST_LINE:  # it is whole, or goes on with one thing without end
            break
    if told is None:
        return
    if not at:  # of another form: something stands before both "zin" and "nummers"
        for sentence in _list(told.get("zinnen")):
            yield from _of_sentence(sentence)
    words = told.get("zoek")
    if isinstance(words, str) and words.strip():
        yield Search(words.strip()[:LONGEST_SEARCH])
    elif "niet_in_de_stukken" in told and not _list(told.get("zinnen")):
        yield Absent(_marks(told["niet_in_de_stukken"]))


def _whole_sentence(text: str, at: int) -> tuple[object, int] | None:
    """The next object that begins with "zin" or "nummers", and where it ends; None if there is none that is whole."""
    begin = _SENTENCE.search(text, at)
    try:
        return json.JSONDecoder().raw_decode(text, begin.start()) if begin else None
    except (ValueError, RecursionError):
        return None


def _object(text: str) -> dict[str, Any] | None:
    """The object that a text is; None if it is none, or not whole yet."""
    try:
        told, _ = json.JSONDecoder().raw_decode(text.strip())
    except (ValueError, RecursionError):
        return None
    return told if isinstance(told, dict) else None


def _of_sentence(one: object) -> Iterator[Event]:
    if isinstance(one, dict) and isinstance(one.get("zin"), str) and len(one["zin"]) <= LONGEST_LINE:
        yield from _sentences(re.sub(_NUMBERS, "", one["zin"]), _marks(one.get("nummers")))


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []


def _marks(value: object) -> tuple[str, ...]:
    return _first(mark for one in _list(value) for mark in re.findall(_NUMBER, str(one)))


def _first(marks: Iterable[str]) -> tuple[str, ...]:
    """The numbers of one sentence, each once."""
    return tuple(dict.fromkeys(marks))[:MOST_NUMBERS]


def _parts(pieces: Iterator[str]) -> Iterator[str]:
    """The lines as they are complete, without what a model thinks aloud first; JSON as it comes in."""
    line, read_so_far, thinks, in_form = "", 0, False, False
    for piece in pieces:
        part = piece[: LONGEST_OUTPUT - read_so_far]
        read_so_far += len(part)
        *complete, line = (line + part).split("\n")
        for one in complete:
            thinks = (thinks or "<think>" in one) and "</think>" not in one
            if not thinks and "</think>" not in one:
                in_form = in_form or one.lstrip().startswith("{")
                yield one
        in_form = in_form or (not thinks and line.lstrip().startswith("{"))
        if in_form:
            yield line
            line = ""
        if read_so_far == LONGEST_OUTPUT:
            return
    if not thinks and "<think>" not in line and "</think>" not in line:
        yield line
