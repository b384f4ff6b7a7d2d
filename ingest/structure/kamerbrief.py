"""Letters to the Kamer, and other letters and papers that have headings, paragraphs, lists and footnotes."""

from __future__ import annotations

import re
from dataclasses import replace

from ingest.document import Block, BlockKind, Kind, Role, Speaker
from ingest.structure.appendices import appendices_of
from ingest.structure.layout import Layout
from ingest.structure.letter import date_of_letter, ending_of, recipient_of, sender_of, subject_of
from ingest.structure.notes import hung
from ingest.structure.outline import outlined
from ingest.structure.parts import Parts, pieces_of, spoken

KAMERSTUK_IDENTIFIER = re.compile(r"\bkst-\d{5}(?:-[IVXLCDM]+)?-(?:\d+|[A-Z]{1,2})\b")
DOSSIER_HEAD = re.compile(r"^(\d{2} \d{3})(?: ([IVXLCDM]+))?\b(?! ?,)", re.MULTILINE)
NUMBER_HEAD = re.compile(r"^Nr\. (\d{1,4})\b", re.MULTILINE)
DOSSIER_TITLE = re.compile(r"^\d{2} \d{3}(?: [IVXLCDM]+)?\s+([A-ZÀ-Ý][^\n]{5,200})$", re.MULTILINE)
SIGNATURE_PLACE = "ondertekening"
TO_KAMER = re.compile(
    r"Aan de [Vv]oorzitter van de (?:Tweede|Eerste) Kamer|BRIEF VAN DE (?:MINISTER|STAATSSECRETARIS)"
    r"|\b[Uu]w Kamer\b"
)


def is_kamerbrief(layout: Layout) -> bool:
    """Whether a bewindspersoon writes to the Kamer."""
    addressed = recipient_of(layout)
    if addressed and not re.search(r"\b(?:[Vv]oorzitter|Kamer|leden)\b", addressed):
        return False
    signs = len(TO_KAMER.findall(layout.text)) + 2 * ("oorzitter" in addressed)
    official = re.search(r"minister|staatssecretaris", sender_of(layout), re.IGNORECASE)
    return (signs >= 1 and bool(official)) or (signs >= 2 and bool(re.search(r"\b(?:ik|wij)\b", layout.text)))


def is_letter(layout: Layout) -> bool:
    """Whether it is a letter to somebody else."""
    return bool(
        recipient_of(layout) or re.search(r"^(?:Hoogachtend|Met vriendelijke groet)", layout.text, re.MULTILINE)
    )


def parse(layout: Layout, raw: str, kind: Kind) -> Parts:
    """Headings, paragraphs, lists and footnotes, and who signed."""
    blocks = _signed(hung(outlined(pieces_of(layout)), layout), layout)
    sender = sender_of(layout)
    official = bool(re.search(r"minister|staatssecretaris", sender)) or kind is Kind.KAMERBRIEF
    speaker = Speaker(role=Role.BEWINDSPERSOON if official else Role.ONBEKEND, name=sender.split(",")[0])
    dossiers = dossiers_of(layout.text)
    return Parts(
        kind=kind,
        text=layout.text,
        blocks=tuple(spoken(blocks, speaker)),
        dropped=layout.dropped,
        identifier=identifier_of(layout.text, raw, dossiers),
        title=subject_of(layout) or _dossier_title(layout) or _first_heading(layout, blocks, kind),
        date=date_of_letter(layout),
        sender=sender,
        recipient=_kamer(layout) if kind is Kind.KAMERBRIEF else recipient_of(layout),
        dossiers=dossiers,
        appendices=appendices_of(layout),
    )


def _signed(blocks: list[Block], layout: Layout) -> list[Block]:
    """The same blocks, those of the signature marked as such and never as headings or text of a section."""
    ending = ending_of(layout, blocks)
    return [
        replace(each, kind=BlockKind.PARAGRAPH, place=SIGNATURE_PLACE, path=()) if index in ending else each
        for index, each in enumerate(blocks)
    ]


def dossiers_of(text: str) -> tuple[str, ...]:
    """The dossier numbers at the head of a Kamerstuk, as "31 497" or "36 200 VIII"."""
    found = (" ".join(part for part in match.groups() if part) for match in DOSSIER_HEAD.finditer(text[:2500]))
    return tuple(dict.fromkeys(found))


def identifier_of(text: str, raw: str, dossiers: tuple[str, ...]) -> str:
    """The identifier of a Kamerstuk, as printed or from dossier and number at its head; "" without."""
    if printed := KAMERSTUK_IDENTIFIER.search(raw[:6000]):
        return printed.group()
    number = NUMBER_HEAD.search(text[:2500])
    return f"kst-{'-'.join(dossiers[0].replace(' ', '', 1).split())}-{number.group(1)}" if dossiers and number else ""


def _kamer(layout: Layout) -> str:
    return "Eerste Kamer" if "van de Eerste Kamer der" in layout.text[:4000] else "Tweede Kamer"


def _dossier_title(layout: Layout) -> str:
    """What the dossier is called at the head of a Kamerstuk: "12 345 Veerboten"."""
    found = DOSSIER_TITLE.search(layout.text[:1500])
    return found.group(1).strip() if found else ""


def _first_heading(layout: Layout, blocks: list[Block], kind: Kind) -> str:
    if kind is not Kind.ONBEKEND:
        return ""
    heading = next((each for each in blocks if each.kind is BlockKind.HEADING), None)
    return layout.text[heading.start : heading.end] if heading else ""
