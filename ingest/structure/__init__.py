"""Reads the structure of a paper out of its own text."""

from __future__ import annotations

from dataclasses import replace

from ingest.document import Kind
from ingest.formats.paged_text import PagedText
from ingest.structure import aanhangsel, beslisnota, kamerbrief, schriftelijk_overleg
from ingest.structure.layout import Layout, lay_out
from ingest.structure.parts import Parts, plain_parts
from ingest.structure.tables import with_heads

__all__ = ["Parts", "plain_parts", "recognise", "structure"]


def structure(paged: PagedText) -> Parts:
    """The parts of a paper: canonical text, blocks, and what it says about itself.

    The kind is recognised from the text, never from the name of the file.
    """
    layout = lay_out(paged)
    parts = _parsed(layout, paged)
    return replace(parts, blocks=with_heads(parts.blocks, layout))


def _parsed(layout: Layout, paged: PagedText) -> Parts:
    kind = recognise(layout, paged.text)
    labelled = kind in {Kind.KAMERBRIEF, Kind.BRIEF, Kind.ONBEKEND} or aanhangsel.is_list(layout.text)
    if kind is Kind.AANHANGSEL or (labelled and (aanhangsel.holds_answers(layout) or aanhangsel.only_asks(layout))):
        return aanhangsel.parse(layout, paged.text, kind)
    if kind is Kind.SCHRIFTELIJK_OVERLEG:
        return schriftelijk_overleg.parse(layout, paged.text)
    if kind is Kind.BESLISNOTA:
        return beslisnota.parse(layout)
    return kamerbrief.parse(layout, paged.text, kind)


def recognise(layout: Layout, raw: str) -> Kind:
    """What sort of paper it is."""
    if aanhangsel.is_aanhangsel(raw):
        return Kind.AANHANGSEL
    if aanhangsel.is_list(layout.text) and aanhangsel.holds_answers(layout):
        return Kind.SCHRIFTELIJK_OVERLEG
    if schriftelijk_overleg.is_schriftelijk_overleg(layout.text):
        return Kind.SCHRIFTELIJK_OVERLEG
    if beslisnota.is_beslisnota(layout.text):
        return Kind.BESLISNOTA
    if aanhangsel.only_asks(layout):
        return Kind.ONBEKEND
    if kamerbrief.is_kamerbrief(layout) or aanhangsel.answers_the_kamer(layout):
        return Kind.KAMERBRIEF
    return Kind.BRIEF if kamerbrief.is_letter(layout) or aanhangsel.holds_answers(layout) else Kind.ONBEKEND
