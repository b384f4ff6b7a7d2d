"""Reads the structure of a paper out of its own text.

A kind of paper is a line of ``READERS``: what tells it, and what reads it. The first that fits counts.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from ingest.document import Kind
from ingest.formats.paged_text import PagedText
from ingest.structure import aanhangsel, beslisnota, debat, kamerbrief, schriftelijk_overleg
from ingest.structure.layout import Layout, lay_out
from ingest.structure.parts import Parts, plain_parts
from ingest.structure.tables import with_heads

__all__ = ["READERS", "Parts", "Reader", "plain_parts", "recognise", "structure"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """What tells a kind of paper from its canonical text and the raw one, and what reads it."""

    kind: Kind
    tells: Callable[[Layout, str], bool]
    reads: Callable[[Layout, str], Parts] | None = None  # None: as a letter or a paper with headings
    may_answer: bool = False  # whether it may hold questions with their answers


READERS = (
    Reader(
        kind=Kind.AANHANGSEL,
        tells=lambda _, raw: aanhangsel.is_aanhangsel(raw),
        reads=lambda layout, raw: aanhangsel.parse(layout, raw, Kind.AANHANGSEL),
    ),
    Reader(
        kind=Kind.SCHRIFTELIJK_OVERLEG,
        tells=lambda layout, _: aanhangsel.is_list(layout.text) and aanhangsel.holds_answers(layout),
        reads=lambda layout, raw: aanhangsel.parse(layout, raw, Kind.SCHRIFTELIJK_OVERLEG),
    ),
    Reader(kind=Kind.DEBAT, tells=lambda layout, _: debat.is_debat(layout), reads=debat.parse),
    Reader(
        kind=Kind.SCHRIFTELIJK_OVERLEG,
        tells=lambda layout, _: schriftelijk_overleg.is_schriftelijk_overleg(layout.text),
        reads=schriftelijk_overleg.parse,
    ),
    Reader(
        kind=Kind.BESLISNOTA,
        tells=lambda layout, _: beslisnota.is_beslisnota(layout.text),
        reads=lambda layout, _: beslisnota.parse(layout),
    ),
    Reader(
        kind=Kind.ONBEKEND,  # questions that wait for an answer
        tells=lambda layout, _: aanhangsel.only_asks(layout),
        reads=lambda layout, raw: aanhangsel.parse(layout, raw, Kind.ONBEKEND),
    ),
    Reader(
        kind=Kind.KAMERBRIEF,
        tells=lambda layout, _: kamerbrief.is_kamerbrief(layout) or aanhangsel.answers_the_kamer(layout),
        may_answer=True,
    ),
    Reader(
        kind=Kind.BRIEF,
        tells=lambda layout, _: kamerbrief.is_letter(layout) or aanhangsel.holds_answers(layout),
        may_answer=True,
    ),
    Reader(kind=Kind.ONBEKEND, tells=lambda _layout, _raw: True, may_answer=True),
)


def structure(paged: PagedText) -> Parts:
    """The parts of a paper: canonical text, blocks, and what it says about itself.

    The kind is recognised from the text, never from the name of the file.
    """
    layout = lay_out(paged)
    parts = _parsed(layout, paged)
    return replace(parts, blocks=with_heads(parts.blocks, layout))


def _parsed(layout: Layout, paged: PagedText) -> Parts:
    reader = _reader(layout, paged.text)
    if reader.reads is not None:
        return reader.reads(layout, paged.text)
    if reader.may_answer and (aanhangsel.holds_answers(layout) or aanhangsel.only_asks(layout)):
        return aanhangsel.parse(layout, paged.text, reader.kind)
    return kamerbrief.parse(layout, paged.text, reader.kind)


def recognise(layout: Layout, raw: str) -> Kind:
    """What sort of paper it is."""
    return _reader(layout, raw).kind


def _reader(layout: Layout, raw: str) -> Reader:
    return next(reader for reader in READERS if reader.tells(layout, raw))
