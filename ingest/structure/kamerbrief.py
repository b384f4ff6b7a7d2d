"""Letters to the Kamer, and other letters and papers that have headings, paragraphs, lists and footnotes."""

from __future__ import annotations

import re
from dataclasses import replace

from ingest.document import Block, BlockKind, Kind, Role, Speaker
from ingest.structure.addressing import is_salutation
from ingest.structure.annexes import with_annexes
from ingest.structure.appendices import appendices_of
from ingest.structure.endnotes import GLUED, endnotes
from ingest.structure.forms import with_forms
from ingest.structure.kamerstuk import (
    HEAD,
    dossiers_of,
    identifier_of,
    is_no_letter,
    is_title_of_letter,
    sort_of,
    title_of_dossier,
)
from ingest.structure.layout import Layout
from ingest.structure.letter import (
    SIGNATURE_PLACE,
    date_of_letter,
    ending_of,
    holds_office,
    is_addressed_to_kamer,
    kamer_of,
    recipient_of,
    salutation_of,
    sender_of,
    signed_units,
    speaker_of,
    subject_of,
    with_silent_head,
)
from ingest.structure.motie import Proposal, proposal_in, with_movers
from ingest.structure.notes import hung
from ingest.structure.outline import is_heading, outlined
from ingest.structure.parts import Parts, Piece, pieces_of, spoken
from ingest.structure.redactions import is_decision, with_grounds_as_headings, with_redactions

LETTER_HEADING = re.compile(r"\bBRIEF VAN (?:DE|HET|EEN)\b")
WIJZIGING = "nota van wijziging"
OF_OTHERS = re.compile(r"De (?:leden van de \S+-fractie|Afdeling)\b")
TOELICHTING = re.compile(r"(?:Algemene )?Toelichting", re.IGNORECASE)
LONGEST_HEAD = 25  # blocks of a letter above its salutation
TO_KAMER = re.compile(
    r"(?i:Aan de voorzitters? van de (?:Tweede|Eerste)\b.{0,25}? Kamer)|BRIEF VAN DE (?:MINISTER|STAATSSECRETARIS)"
    r"|\b[Uu]w Kamer\b"
)


def is_kamerbrief(layout: Layout) -> bool:
    """Whether a bewindspersoon writes to the Kamer."""
    addressed = salutation_of(layout)
    if is_no_letter(layout.text):
        return False
    to_others = addressed and not re.search(r"\b(?:voorzitter|kamer|leden)\b", addressed, re.IGNORECASE)
    if to_others and not is_addressed_to_kamer(layout):  # "Geachte heer Voorbeeld" may be its chairman
        return False
    signs = len(TO_KAMER.findall(layout.text)) + 2 * ("voorzitter" in addressed.lower())
    return (signs >= 1 and holds_office(sender_of(layout))) or (
        signs >= 2 and bool(re.search(r"\b(?:[Ii]k|[Ww]ij)\b", layout.text))
    )


def is_letter(layout: Layout) -> bool:
    """Whether it is a letter to somebody else."""
    return not is_no_letter(layout.text) and bool(
        recipient_of(layout)
        or LETTER_HEADING.search(layout.text[:HEAD])
        or re.search(r"^(?:Hoogachtend|Met vriendelijke groet)", layout.text, re.MULTILINE)
    )


def parse(layout: Layout, raw: str, kind: Kind) -> Parts:
    """Headings, paragraphs, lists and footnotes, and who signed."""
    pieces = pieces_of(layout)
    if is_decision(layout.text):
        pieces = with_grounds_as_headings(pieces)
    below, signed = _below_address(pieces), signed_units(layout)

    def heads(all_pieces: list[Piece], index: int) -> bool:
        return index >= below and index not in signed and is_heading(all_pieces, index)

    blocks = with_forms(with_redactions(outlined(pieces, heads), layout.text), layout.text)
    blocks = endnotes(hung(blocks, layout), layout.text, GLUED)
    ending = ending_of(layout, blocks)
    blocks = with_signature(blocks, ending)
    proposal = proposal_in(layout.text) if kind is Kind.ONBEKEND else None
    blocks = with_movers(blocks, layout.text, proposal) if proposal else blocks
    sender = proposal.mover if proposal else sender_of(layout)
    official = holds_office(sender) or (not sender and kind is Kind.KAMERBRIEF)
    speaker = Speaker(role=Role.BEWINDSPERSOON if official else Role.ONBEKEND, name=speaker_of(sender))
    # Who signed a note or a bill says the words of others again in it, but for its toelichting.
    explained = _toelichting(blocks, layout.text) if kind is Kind.ONBEKEND and official else len(blocks)
    silent = blocks[:explained] if kind is Kind.ONBEKEND else []
    dossiers = dossiers_of(layout.text)
    blocks = with_silent_head([*silent, *spoken(blocks[len(silent) :], speaker)], layout)
    return Parts(
        kind=kind,
        text=layout.text,
        blocks=tuple(with_annexes(blocks, layout.text, ending)),
        dropped=layout.dropped,
        identifier=identifier_of(layout.text, raw, dossiers),
        title=_title(layout, blocks, kind, proposal),
        date=date_of_letter(layout),
        sender=sender,
        recipient=kamer_of(layout) if kind is Kind.KAMERBRIEF else recipient_of(layout),
        dossiers=dossiers,
        appendices=appendices_of(layout),
    )


def with_signature(blocks: list[Block], ending: range) -> list[Block]:
    """The same blocks, those of the signature marked as such and never as headings or text of a section."""
    return [
        replace(each, kind=BlockKind.PARAGRAPH, place=SIGNATURE_PLACE, path=())
        if index in ending and each.kind is not BlockKind.FOOTNOTE
        else each
        for index, each in enumerate(blocks)
    ]


def _toelichting(blocks: list[Block], text: str) -> int:
    """The place of the heading of the toelichting to a change, which nobody else speaks in; else behind all blocks."""
    if WIJZIGING not in sort_of(text).lower():
        return len(blocks)
    headings = (at for at, each in enumerate(blocks) if each.kind is BlockKind.HEADING)
    found = next((at for at in headings if TOELICHTING.fullmatch(text, blocks[at].start, blocks[at].end)), len(blocks))
    return len(blocks) if any(OF_OTHERS.match(text, each.start) for each in blocks[found:]) else found


def _below_address(pieces: list[Piece]) -> int:
    """The place of the salutation or the printed title of a letter, above which no line heads it; 0 without one."""
    head = [piece.text for piece in pieces[:LONGEST_HEAD]]
    places = (at for is_one in (is_salutation, is_title_of_letter) for at, text in enumerate(head) if is_one(text))
    return next(places, 0)


def _title(layout: Layout, blocks: list[Block], kind: Kind, proposal: Proposal | None) -> str:
    dossier = title_of_dossier(layout.text)
    if proposal:
        return ": ".join(filter(None, (dossier, str(proposal))))
    if dossier and kind is Kind.ONBEKEND:
        return ": ".join(filter(None, (dossier, sort_of(layout.text))))
    return subject_of(layout) or dossier or _first_heading(layout, blocks, kind)


def _first_heading(layout: Layout, blocks: list[Block], kind: Kind) -> str:
    if kind is not Kind.ONBEKEND:
        return ""
    heading = next((each for each in blocks if each.kind is BlockKind.HEADING), None)
    return layout.text[heading.start : heading.end] if heading else ""
