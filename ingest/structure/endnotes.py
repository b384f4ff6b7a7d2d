"""Notes behind the last answer of a letter, which its text refers to with "1)" or "(1)"; to "[1]" with "1" too."""

from __future__ import annotations

import re
from dataclasses import replace

from ingest.document import Block, BlockKind, Role, Speaker
from ingest.structure.notes import Marks, sentence_at

NOTE = re.compile(r"[(\[]?(\d{1,2})[)\]]\s")
# A mark in brackets stands right behind a word or a stop, "[1]" also a space behind a stop: "(1)" is a number there.
GLUED = re.compile(r"(?<=[a-zà-ÿ?.!,;:%»”)])(?:[(\[]|(?<=[?.!»”]) \[)(?P<number>\d{1,2})[)\]]")
SQUARE = re.compile(r"\[\d{1,2}\]\s")  # opens a note and no item of a list, also where its mark has no bracket
MARK = re.compile(r"(?<=[\w?.!»”)\]]) ?\[?(?P<number>\d{1,2})[)\]]")


def endnotes(blocks: list[Block], text: str, mark_of: re.Pattern[str] = MARK) -> list[Block]:
    """The same blocks, where a list "1) …, 2) …" at the end holds footnotes, if marks in the text call for them."""
    first = len(blocks)
    while first and NOTE.match(text, blocks[first - 1].start, blocks[first - 1].end):
        first -= 1
    body, list_of_notes = blocks[:first], blocks[first:]
    if not list_of_notes:
        return blocks
    marks: dict[str, tuple[int, Block]] = {}
    for each in body:
        for mark in mark_of.finditer(text, each.start, each.end):
            marks.setdefault(mark["number"], (mark.start(), each))
    if "1" not in marks and all(SQUARE.match(text, each.start) for each in list_of_notes):
        marks = _plain(body, list_of_notes, text)
    if "1" not in marks:
        return blocks
    return [*body, *(_hung(each, marks, text) for each in list_of_notes)]


def _plain(body: list[Block], list_of_notes: list[Block], text: str) -> dict[str, tuple[int, Block]]:
    """Where the marks without brackets stand of notes that have these, one behind the other; empty if one has none."""
    marks: dict[str, tuple[int, Block]] = {}
    places, at = Marks(text), 0
    for note in list_of_notes:
        number = NOTE.findall(text[note.start : note.end])[0]
        at = places.first(number, at, list_of_notes[0].start)
        host = next((each for each in body if each.start <= at < each.end), None)
        if host is None:
            return {}
        marks[number] = at, host
    return marks


def _hung(note: Block, marks: dict[str, tuple[int, Block]], text: str) -> Block:
    number = NOTE.findall(text[note.start : note.end])[0]
    made = replace(
        note,
        kind=BlockKind.FOOTNOTE,
        number=number,
        place=f"voetnoot {number}",
        path=(),
        speaker=Speaker(role=Role.ONBEKEND),
        context=None,
    )
    if number not in marks:
        return made
    at, host = marks[number]
    return replace(made, context=sentence_at(text, host, at, at), speaker=host.speaker, path=host.path)
