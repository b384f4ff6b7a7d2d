"""Reads the structure of a paper out of its own text.

A kind of paper is a line of ``READERS``: what tells it, and what reads it. The first that fits counts.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from ingest.document import Kind
from ingest.formats.paged_text import PagedText
from ingest.official_numbers import is_identifier
from ingest.structure import aanhangsel, beslisnota, debat, kamerbrief, schriftelijk_overleg
from ingest.structure.kamerstuk import title_of_dossier
from ingest.structure.layout import Layout, lay_out
from ingest.structure.letter import subject_of
from ingest.structure.letterhead import with_reference
from ingest.structure.page_titles import published_title, title_of_page
from ingest.structure.parts import Parts, plain_parts
from ingest.structure.tables import with_heads

__all__ = ["Parts", "plain_parts", "structure"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """What tells a kind of paper from its canonical text and the raw one, and what reads it."""

    kind: Kind
    tells: Callable[[Layout, str], bool]
    reads: Callable[[Layout, str], Parts] | None = None  # None: as questions and answers if it holds them, or a letter


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
    Reader(kind=Kind.DEBAT, tells=debat.is_debat, reads=debat.parse),
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
    ),
    Reader(
        kind=Kind.BRIEF,
        tells=lambda layout, _: kamerbrief.is_letter(layout) or aanhangsel.holds_answers(layout),
    ),
    Reader(kind=Kind.ONBEKEND, tells=lambda _layout, _raw: True),
)


def structure(paged: PagedText) -> Parts:
    """The parts of a paper: canonical text, blocks, and what it says about itself.

    The kind is recognised from the text, never from the name of the file.
    """
    layout = lay_out(paged)
    parts = _parsed(layout, paged)
    identifier = paged.identifier if is_identifier(paged.identifier) else parts.identifier
    blocks = with_reference(with_heads(parts.blocks, layout), layout.text)
    return replace(parts, identifier=identifier, title=_title(parts, paged, layout), blocks=blocks, pages=layout.pages)


def _title(parts: Parts, paged: PagedText, layout: Layout) -> str:
    """What the paper is called: by its publisher, by itself, by the page that it was taken from, or by its dossier.

    What answers questions of members is called after these.
    """
    if parts.kamervragen is not None and parts.kind is not Kind.SCHRIFTELIJK_OVERLEG:
        return parts.title or title_of_dossier(layout.text)
    of_page = "" if subject_of(layout) else title_of_page(layout)
    return paged.title or published_title(layout) or of_page or parts.title or title_of_dossier(layout.text)


def _parsed(layout: Layout, paged: PagedText) -> Parts:
    reader = next(reader for reader in READERS if reader.tells(layout, paged.text))
    if reader.reads is not None:
        return reader.reads(layout, paged.text)
    parse = aanhangsel.parse if aanhangsel.holds_answers(layout) else kamerbrief.parse
    return parse(layout, paged.text, reader.kind)
