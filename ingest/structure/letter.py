"""What letters share: place and date, subject, salutation, signature."""

from __future__ import annotations

import re
from datetime import date

from ingest.document import Block
from ingest.structure.layout import Layout
from ingest.structure.line_ends import SALUTATION
from ingest.structure.parts import DATE, found_date

OFFICE = (
    r"(?:[Dd]e )?(?:demissionair )?(?:[Mm]inister(?:-[Pp]resident)?|[Ss]taatssecretaris)"
    r"(?: (?:van|voor)[^\n.]{3,90}?)?"
)
# "drs. A.B. de Naam", or first and last name in full.
NAME = (
    r"(?:(?:(?:[Pp]rof|[Mm]r|[Dd]rs?|[Ii]r|[Ii]ng)\. ?)*"
    r"(?:[A-Z][a-z]?\.\s?){1,5}(?:\([A-ZÀ-Ý][\w’'-]+\) )?"
    r"(?:[a-z]{2,4} )*[A-ZÀ-Ý][\w’'-]+(?:[ -][A-ZÀ-Ýa-z][\w’'-]+){0,3}"
    r"|[A-ZÀ-Ý][\w’'-]+(?: (?:van|de|der|den|ter|ten))*(?: [A-ZÀ-Ý][\w’'-]+){1,2})"
)
SIGNER = re.compile(rf"(?P<name>{NAME}), (?P<office>(?:demissionair )?(?:minister(?:-president)?|staatssecretaris))\b")
SIGNED = re.compile(rf"(?:^|\n|, )(?P<office>{OFFICE}),?\s+(?P<name>{NAME})\s*(?=\n|$)")
DEPUTY = re.compile(r",?\s*(?:namens deze|voor deze|b\.a\.|o\.l\.v\.)\b[:,]?\s*")
ALSO = re.compile(
    r"mede namens (?:mijn ambtgenoot |mijn collega |de )?"
    r"((?:de )?(?:minister|staatssecretaris)\b[^\n,.]{0,80})",
    re.IGNORECASE,
)
# Also of those who hold no office of state: an informateur, the Algemene Rekenkamer.
HEADED = re.compile(r"\bBRIEF VAN (?=DE |HET |EEN )([^a-z\n]{5,200})(?=\n|$)")
HOLDS_OFFICE = re.compile(r"\b(?:minister|staatssecretaris)", re.IGNORECASE)
CLOSING = re.compile(
    r"(?:Hoogachtend|Met (?:vriendelijke|hartelijke) .{0,20}groet(?:en)?|[Mm]ede namens [^.]{3,120}),?"
)
SUBJECT = re.compile(r"^(?:Betreft|Onderwerp|Brief regering)\b\s*:?\s*(\S.{3,400})$", re.MULTILINE)
PLACED = rf"(?:\bDen Haag|['’‘]s-Gravenhage|Datum:?|Vastgesteld|Voorgesteld)[,:\s]+{DATE}"
SIGNATURE_PLACE = "ondertekening"  # of the blocks in which a paper is signed
LONGEST_SIGNATURE = 200  # characters
SMALL_WORDS = frozenset(
    "DE EN VAN VOOR DER HET MINISTER MINISTERS MINISTER-PRESIDENT STAATSSECRETARIS STAATSSECRETARISSEN".split()
)
MOST_SIGNED = 4  # bewindspersonen under one letter


def date_of_letter(layout: Layout) -> date | None:
    """The date that the letter bears at its head."""
    return found_date(PLACED, layout.text[:4000].replace("\n\n", " "))


def sender_of(layout: Layout) -> str:
    """Who signed, with the office: "A.B. Naam, minister voor …, mede namens …".

    Of several who signed each is named, joined by " en ". Without a signature it is the
    office at the head of the paper, and "" without that.
    """
    short = "\n".join(
        text for unit in layout.units if len(text := layout.text[unit.start : unit.end]) < LONGEST_SIGNATURE
    )
    signed = _last_together(list(SIGNED.finditer(short)))
    if not signed:
        head = HEADED.search(layout.text[:2500])
        return _headed(head.group(1)) if head else ""
    sender = " en ".join(_who(one) for one in signed)
    also = ALSO.search(short)
    return f"{sender}, mede namens de {_office(also.group(1))}" if also else sender


def _who(signature: re.Match[str]) -> str:
    """Name and office; first the office where somebody else signs on its behalf."""
    name, (office, *deputy) = signature["name"].strip(), DEPUTY.split(_office(signature["office"]), maxsplit=1)
    return f"{office}, namens deze {name}" if deputy else f"{name}, {office}"


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


def _last_together(found: list[re.Match[str]]) -> list[re.Match[str]]:
    """The signatures that stand right below each other at the end."""
    together = found[-1:]
    for before in reversed(found[:-1]):
        if together[0].start() - before.end() > 2 or len(together) == MOST_SIGNED:
            break
        together.insert(0, before)
    return together


def _headed(capitals: str) -> str:
    """The office or the body that a letter is headed with: "minister van Verkeer", "Algemene Rekenkamer"."""
    named = _in_small_letters(capitals.rstrip("0123456789 "))
    return _office(named) if holds_office(named) else re.sub(r"^(?:de|het|een) ", "", named)


def _in_small_letters(office: str) -> str:
    """An office in capitals as it is written in a sentence: "de minister van Verkeer"."""
    return " ".join(word.lower() if word.strip(",") in SMALL_WORDS else word.capitalize() for word in office.split())


def _office(text: str) -> str:
    office = re.sub(r"^[Dd]e ", "", " ".join(text.split()))
    return office[:1].lower() + office[1:]


def recipient_of(layout: Layout) -> str:
    """Whom the letter addresses, by its salutation: "bestuur van …"; "" without one."""
    for unit in layout.units[:20]:
        text = layout.text[unit.start : unit.end]
        if text.startswith("Geacht") and SALUTATION.match(text):
            return text.split(maxsplit=1)[1].rstrip(",")
    return ""


def subject_of(layout: Layout) -> str:
    """What the letter says that it is about, under "Betreft"."""
    found = SUBJECT.search(layout.text[:4000])
    return found.group(1).strip() if found else ""


def ending_of(layout: Layout, blocks: list[Block]) -> range:
    """The places of the blocks that sign the letter; empty without a signature."""
    texts = [layout.text[each.start : each.end] for each in blocks]
    for index, text in enumerate(texts):
        below = "\n".join(texts[index : index + 2])
        if len(text) < LONGEST_SIGNATURE and (CLOSING.fullmatch(text) or SIGNED.match(below)):
            end = index + 1
            while end < len(texts) and _signs(texts, end):
                end += 1
            if end > index + 1 or SIGNED.fullmatch(text):
                return range(index, end)
    return range(0)


def _signs(texts: list[str], index: int) -> bool:
    """Whether a block goes on with a signature: an office, a name, or on whose behalf."""
    text = texts[index]
    if len(text) >= LONGEST_SIGNATURE:
        return False
    return bool(
        CLOSING.fullmatch(text)
        or re.fullmatch(rf"{OFFICE},?(?:\s+{NAME})?|{NAME}", text)
        or re.match(r"[Mm]ede namens\b", text)
    )
