"""Footnotes as the publisher's web pages print them: "X Noot", their number, and their text, each in a line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ingest.structure.lines import LONE_NUMBER, Dropped, Line

SIGN = "X Noot"  # what its link back to the text reads
TO_THE_TOP = "Naar boven"


def without_signs(lines: Sequence[Line]) -> tuple[list[Line], list[Dropped]]:
    """The same lines without the signs of the page, where the text of a footnote follows its number at once."""
    kept: list[Line] = []
    dropped: list[Dropped] = []
    signed = [line.text == SIGN for line in lines]
    on_the_web = any(signed)
    for index, line in enumerate(lines):
        if signed[index] or (on_the_web and line.text == TO_THE_TOP):
            dropped.append(Dropped(start=line.start, end=line.end, why="page furniture"))
        elif index > 1 and signed[index - 2] and LONE_NUMBER.fullmatch(lines[index - 1].text):
            kept.append(replace(line, blanks=0))
        else:
            kept.append(line)
    return kept, dropped
