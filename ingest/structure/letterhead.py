"""The letterhead of a ministry: sender's address, telephone, reference numbers. It says nothing about the subject."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from ingest.document import Block, BlockKind
from ingest.grounds import is_ground
from ingest.structure.lines import Line

SALUTATION_START = re.compile(r"(?:Geachte?|Beste|Zeer geachte) ")
LONGEST_HEAD = 70  # lines of a letter without a salutation, address and margin together
LEAST_LABELS = 2  # labels of a letterhead; one may stand in any text

LABEL = (
    r"(?:Contactpersoon|(?:Ons|Uw) (?:kenmerk|kenm\.)|(?:Onze|Uw) (?:referentie|ref\.)|Uw brief(?: van)?|Kenmerk|"
    r"Dossiernummer|Referentie|Bijlagen?|Bijlage\(n\)|Projectnaam|Doorkiesnummer|Inlichtingen(?: bij)?|"
    r"Telefoon(?:nummer)?|Fax(?:nummer)?|E-mail(?:adres)?|Behandeld door|Kopie aan|Afschrift aan|Retouradres)"
)
SURE_LABEL = re.compile(
    r"(?:> ?)?(?:Contactpersoon|(?:Ons|Uw) (?:kenmerk|kenm\.)|(?:Onze|Uw) (?:referentie|ref\.)|Kenmerk|Projectnaam|"
    r"Doorkiesnummer|Uw brief(?: van)?|Retouradres)(?!\w).{0,60}"
)
OWN_LABEL = r"(?:Onze (?:referentie|ref\.)|Ons (?:kenmerk|kenm\.)|Kenmerk|Referentie):?"
REFERENCE = r"(?:[A-Z][A-Za-z-]* / )?[A-Z0-9](?:[^\W\d]|[./-])*\d[\w./-]*"  # "DGP/2021-123", "5303168", "DGP / 5303168"
OWN_LABEL_ALONE = re.compile(OWN_LABEL)
OWN_REFERENCE = re.compile(rf"{OWN_LABEL}\s+{REFERENCE}")
PLACE_OF_REFERENCE = "briefhoofd"  # the only line of the letterhead that the text keeps
RETURN_ADDRESS = re.compile(r"> ?Retouradres\b.*\d{4} ?[A-Z]{2}\b.*")
ADDRESS = re.compile(
    r"(?:> ?)?Retouradres\b.*"
    r"|Postbus \d{1,6}(?: \d{4} ?[A-Z]{2}\b.{0,40})?"
    r"|\d{4} ?[A-Z]{2} +['’A-Z][\w'’ -]{2,30}(?: www\.\S+)?"
    r"|(?:[TFEM]|Tel\.?|Telefoon|Fax)[: ]+[\d()+ -]{8,}"
    r"|(?:Directoraat-[Gg]eneraal|Directie|Programmadirectie|Afdeling|Team|Ministerie van)\b[^.:;?]{0,70}"
    r"|(?:MPC|IPC) \d{2,4}(?: [A-Z])?"  # where a ministry delivers its post
    r"|(?:E[: ]+)?[\w.+-]+@[\w.-]+|www\.\S+"
)
# The name of a ministry may fill two lines: "Ministerie van Havens, Boten en" and "Water".
MINISTRY_ENDS = re.compile(r"Ministerie van\b.*(?:,| en)")
REST_OF_NAME = re.compile(r"(?!(?:Datum|Betreft|Onderwerp|Aan)\b)[A-ZÀ-Ý][a-zà-ÿ]+(?: en)?(?: [A-ZÀ-Ý][a-zà-ÿ]+)*")
STREET = re.compile(r"[A-ZÀ-Ý][\w'’-]+(?: [\w'’-]+){0,3} \d{1,4}[a-z]?")
# A word that only the name of a street ends in, so that the line needs no postcode below it.
SURE_STREET = re.compile(
    r"[A-ZÀ-Ý][\w'’ -]{0,40}(?:straat|plein|weg|laan|kade|gracht|singel|plantsoen|dreef|boulevard|steeg) \d{1,4}[a-z]?"
)
DAY = r"\d{1,2}(?: [a-z]+ |-\d{1,2}-)\d{4}"
LABEL_LINE = re.compile(rf"{LABEL}:?(?:\s+(?:{REFERENCE}|\d{{1,2}}|geen|[–—-]|div(?:ersen?)?\.?))?")
LABEL_ALONE = re.compile(rf"{LABEL}:?")
LONG_REFERENCE = re.compile(rf"(?=.{{6}}){REFERENCE}")
DAY_OF_LETTER = re.compile(rf"Uw brief(?: van)?:?\s+{DAY}")  # the day may stand in a line of its own
PROJECT = re.compile(r"Projectnaam:?")
WEBSITE = re.compile(r"www\.\S+")
# With the address above the website of the sender: "Waterstaat en Havens", "Den Haag", "De Bilt"; no date, subject or
# addressee, "De leden van …".
NAME_OF_SENDER = re.compile(
    r"(?!(?:Datum|Betreft|Onderwerp|Aan|AAN|Voorzitter|College|Kamerbrief|Vragen|Antwoord(?:en)?)\b|(?:De|Het) [a-z])"
    r"[A-ZÀ-Ý][^\d.:;?!]{1,70}(?<!,)"
)
PLACE = re.compile(r"Postbus \d.*|\d{4} ?[A-Z]{2}\b.*")  # of an address
MOST_NAMES = 3  # lines: what is named there, its street aside
VALUE = re.compile(rf"{REFERENCE}|\d{{1,2}}|geen|[–—-]|(?:[A-Z]\.){{1,4}} ?(?:[a-z]{{2,3}} )*[A-Z][\w'’-]+")
# "Bij beantwoording datum en kenmerk vermelden. Één zaak per brief.": a request to who writes back.
REQUEST_START = re.compile(r"Bij beantwoording\b|Wilt u slechts\b")
REQUEST = re.compile(r"(?:Bij beantwoording\b[^.]{0,80}\.?\s*)?(?:Wilt u slechts [^.]{0,80}\.)?")
LONGEST_REQUEST = 6  # lines in a narrow margin


def without_letterhead(lines: list[Line]) -> tuple[list[Line], list[Line]]:
    """The lines of the letter, and those of the letterhead above it.

    Date, subject and addressee are no part of the letterhead; the reference of the letter itself is kept too.
    """
    length = _length(lines)
    head = lines[:length]
    known = sum(bool(SURE_LABEL.fullmatch(line.text)) for line in head) >= LEAST_LABELS
    returned = frozenset(at for at, line in enumerate(head) if RETURN_ADDRESS.fullmatch(line.text))
    known |= bool(returned) and any(SALUTATION_START.match(line.text) for line in lines[length : length + 1])
    taken = _taken([line.text for line in head]) if known else returned
    taken |= _named_above(head, taken)
    left_out = [line for position, line in enumerate(head) if position in taken]
    left_out += _come_again(head, lines[length:])
    starts = {line.start for line in left_out}
    return [line for line in lines if line.start not in starts], left_out


def _come_again(head: list[Line], below: list[Line]) -> list[Line]:
    """The lines further on that repeat a label alone and its reference: they stand at the head of a next page."""
    stated = " ".join(line.text for line in head)
    again = [
        pair
        for pair in pairwise(below)
        if pair[0].blanks and LABEL_ALONE.fullmatch(pair[0].text) and LONG_REFERENCE.fullmatch(pair[1].text)
    ]
    return [line for pair in again if pair[1].text in stated for line in pair]


def _length(lines: list[Line]) -> int:
    head = lines[:LONGEST_HEAD]
    return next((at for at, line in enumerate(head) if SALUTATION_START.match(line.text)), len(head))


def _taken(texts: list[str]) -> frozenset[int]:
    """Places of the lines that belong to the letterhead."""
    taken: set[int] = set()
    for at, text in enumerate(texts):
        if ADDRESS.fullmatch(text):
            taken.add(at)
            if MINISTRY_ENDS.fullmatch(text) and REST_OF_NAME.fullmatch(" ".join(texts[at + 1 : at + 2])):
                taken.add(at + 1)
            if at and STREET.fullmatch(texts[at - 1]) and not text.startswith("www"):
                taken.add(at - 1)
        elif SURE_STREET.fullmatch(text):
            taken.add(at)
        elif LABEL_LINE.fullmatch(text) or DAY_OF_LETTER.fullmatch(text):
            taken.add(at)
            if _has_value(texts, at):
                taken.add(at + 1)
        elif REQUEST_START.match(text):
            taken |= set(range(at, at + _request(texts[at : at + LONGEST_REQUEST])))
    return frozenset(taken) - _own_reference(texts)


def _own_reference(texts: list[str]) -> frozenset[int]:
    """Places of the lines that bear the reference of the letter itself: its label and, on that line or the next, it."""
    for at, text in enumerate(texts):
        if _tells_reference(text):
            return frozenset({at})
        if is_own_reference(text, *texts[at + 1 : at + 2]):
            return frozenset({at, at + 1})
    return frozenset()


def is_own_reference(label: str, reference: str = "") -> bool:
    """Whether a line labels the reference of the paper itself, and the line below it holds that."""
    return bool(OWN_LABEL_ALONE.fullmatch(label) and _tells_reference(f"{label} {reference}"))


def _tells_reference(line: str) -> bool:
    """Whether a line is a label with the reference behind it, which was not made unreadable."""
    return OWN_REFERENCE.fullmatch(line) is not None and not is_ground(line.split()[-1])


def with_reference(blocks: Sequence[Block], text: str) -> tuple[Block, ...]:
    """The same blocks; the line with the reference of the paper itself, at its head, has a place of its own."""
    head = next((at for at, made in enumerate(blocks) if SALUTATION_START.match(text, made.start)), LONGEST_HEAD)
    return tuple(
        replace(made, kind=BlockKind.PARAGRAPH, place=PLACE_OF_REFERENCE, path=(), context=None)
        if at < head and _tells_reference(text[made.start : made.end])
        else made
        for at, made in enumerate(blocks)
    )


def _has_value(texts: list[str], at: int) -> bool:
    """Whether the line below a label is what it tells; the name of a project says the subject again."""
    below = texts[at + 1] if at + 1 < len(texts) else ""
    if VALUE.fullmatch(below) or DAY_OF_LETTER.fullmatch(f"{texts[at]} {below}"):
        return True
    return bool(below and PROJECT.fullmatch(texts[at])) and any(f" {below} " in f" {text} " for text in texts[:at])


def _named_above(head: list[Line], taken: frozenset[int]) -> frozenset[int]:
    """Places of the lines in which a sender is named, in one block above its website and with its address."""
    found: set[int] = set()
    for at in (at for at in taken if WEBSITE.fullmatch(head[at].text)):
        first = next(above for above in range(at, -1, -1) if head[above].blanks or not above)
        loose = [above for above in range(first, at) if above not in taken]
        placed = any(_is_place(head[above].text) for above in range(first, at))
        if placed and len(loose) <= MOST_NAMES and all(NAME_OF_SENDER.fullmatch(head[one].text) for one in loose):
            found.update(loose)
    return frozenset(found)


def _is_place(text: str) -> bool:
    return bool(PLACE.fullmatch(text) or SURE_STREET.fullmatch(text))


def _request(texts: list[str]) -> int:
    """How many lines the request to who writes back fills; 0 if it is something else."""
    fitting = (count for count in range(len(texts), 0, -1) if REQUEST.fullmatch(" ".join(texts[:count])))
    return next(fitting, 0)
