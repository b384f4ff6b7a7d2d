"""What letters share: place and date, subject, salutation, signature."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from ingest.document import Block, BlockKind, Role, Speaker
from ingest.structure.addressing import Addressing, is_sentence, units_above
from ingest.structure.layout import Layout
from ingest.structure.shapes import Shape
from ingest.structure.signature import NAME, Signature, also_of, office_in_a_sentence, signature_in
from ingest.structure.voices import SINGULAR

SIGNER = re.compile(rf"(?P<name>{NAME}), (?P<office>(?:demissionair )?(?:minister(?:-president)?|staatssecretaris))\b")
# Also of those who hold no office of state: an informateur, the Algemene Rekenkamer.
HEADED = re.compile(r"\bBRIEF VAN (?=DE |HET |EEN )([^a-z\n]{5,200})(?=\n|$)")
HOLDS_OFFICE = re.compile(r"\b(?:minister|staatssecretaris)", re.IGNORECASE)
SIGNATURE_PLACE = "ondertekening"  # of the blocks in which a paper is signed
SPEAKS = re.compile(r"\b(?:ik|wij|hierbij|bijgaand)\b", re.IGNORECASE)
OPENING = 13  # units in which a letter says on whose behalf it is written


def date_of_letter(layout: Layout) -> date | None:
    """The date that the letter bears at its head."""
    return Addressing(layout).date


def sender_of(layout: Layout) -> str:
    """Who signed, with the office: "A.B. Naam, minister voor …, mede namens …".

    Of several who signed each is named, joined by " en ". Without a signature it is the
    office at the head of the paper, and "" without that.
    """
    texts = _texts(layout)
    signature = _signature(layout, texts)
    head = HEADED.search(layout.text[:2500])
    headed = _headed(head.group(1)) if head else ""
    if not signature.sender or (headed and not holds_office(signature.sender)):
        names = [signer.name for signer in signature.signers if signer.name and not signer.office]
        return ", ".join([*names[:1], headed]) if headed else ""
    if signature.also:
        return signature.sender
    also = next(
        (said for text in texts[: signature.lines.start][:OPENING] if SPEAKS.search(text) and (said := also_of(text))),
        "",
    )
    signed = {f"de {one.office}" for one in signature.signers}
    return f"{signature.sender}, mede namens {also}" if also and also not in signed else signature.sender


def speaker_of(sender: str) -> str:
    """How who signed is named as a speaker: "minister A.B. Naam", "de minister voor …", or the name alone.

    The office is part of it: who reads the quote alone must know in which capacity it was said.
    """
    own = sender.partition(", mede namens ")[0].partition(", namens deze ")[0]
    if signers := list(SIGNER.finditer(own)):
        return " en ".join(f"{one['office']} {one['name']}" for one in signers)
    return f"de {own}" if re.match(r"minister|staatssecretaris", own) else own.split(",")[0]


def holds_office(sender: str) -> bool:
    """Whether who signed is a minister or staatssecretaris."""
    return HOLDS_OFFICE.search(sender) is not None


def salutation_of(layout: Layout) -> str:
    """Whom the letter greets: "voorzitter", "bestuur van …"; "" without a salutation."""
    return Addressing(layout).salutation


def recipient_of(layout: Layout) -> str:
    """Whom the letter addresses: "bestuur van …"; "" if it does not say."""
    return Addressing(layout).recipient


def kamer_of(layout: Layout) -> str:
    """Which Kamer a letter to the Kamer is sent to."""
    return Addressing(layout).kamer


def is_addressed_to_kamer(layout: Layout) -> bool:
    """Whether the chairman of a Kamer stands in the address above the salutation."""
    return Addressing(layout).names_kamer


def subject_of(layout: Layout) -> str:
    """What the letter says that it is about, under "Betreft"."""
    return Addressing(layout).subject


def with_silent_head(blocks: list[Block], layout: Layout) -> list[Block]:
    """The same blocks; address, date and subject above the salutation or the first words are said by nobody.

    Sentences there from the first on that says I are a text of who writes.
    """
    above = units_above([layout.text[unit.start : unit.end] for unit in layout.units])
    end = layout.units[above - 1].end if above else 0
    speaks, result = False, []
    for each in blocks:
        sentence = is_sentence(words := layout.text[each.start : each.end])
        speaks = speaks or (sentence and SINGULAR.search(words) is not None)
        silent = each.end <= end and not (speaks and sentence)
        result.append(replace(each, speaker=Speaker(role=Role.ONBEKEND)) if silent else each)
    return result


def ending_of(layout: Layout, blocks: list[Block]) -> range:
    """The places of the blocks that sign the letter; empty without a signature."""
    texts = [None if each.kind is BlockKind.FOOTNOTE else layout.text[each.start : each.end] for each in blocks]
    return signature_in(texts).lines


def signed_units(layout: Layout) -> range:
    """The places of the units that sign the letter; empty without a signature."""
    return _signature(layout, _texts(layout)).lines


def _signature(layout: Layout, texts: list[str]) -> Signature:
    noted = [unit.shape is Shape.FOOTNOTE for unit in layout.units]
    return signature_in([None if note else text for note, text in zip(noted, texts, strict=True)])


def _texts(layout: Layout) -> list[str]:
    return [layout.text[unit.start : unit.end] for unit in layout.units]


def _headed(capitals: str) -> str:
    """The office or the body that a letter is headed with: "minister van Verkeer", "Algemene Rekenkamer"."""
    return re.sub(r"^een ", "", office_in_a_sentence(capitals.rstrip("0123456789 ")))
