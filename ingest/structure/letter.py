"""What letters share: place and date, subject, salutation, signature."""

from __future__ import annotations

import re
from datetime import date

from ingest.structure.layout import SALUTATION, Layout
from ingest.structure.parts import DATE, found_date

SIGNED = re.compile(
    r"(?:^|\n|, )(?P<office>(?:[Dd]e )?(?:[Mm]inister(?:-[Pp]resident)?|[Ss]taatssecretaris)"
    r"(?: (?:van|voor)[^\n.]{3,90}?)?),?\s+"
    # "A.B. de Naam", or first and last name in full.
    r"(?P<name>(?:[A-Z][a-z]?\.\s?){1,5}(?:[a-z]{2,4} )*[A-ZÀ-Ý][\w’'-]+(?:[ -][A-ZÀ-Ýa-z][\w’'-]+){0,3}"
    r"|[A-ZÀ-Ý][\w’'-]+(?: (?:van|de|der|den|ter|ten))*(?: [A-ZÀ-Ý][\w’'-]+){1,2})\s*(?:\n|$)"
)
ALSO = re.compile(
    r"mede namens (?:mijn ambtgenoot |mijn collega |de )?"
    r"((?:de )?(?:minister|staatssecretaris)\b[^\n,.]{0,80})",
    re.IGNORECASE,
)
SUBJECT = re.compile(r"^(?:Betreft|Onderwerp)\b:?\s*(\S.{3,400})$", re.MULTILINE)
PLACED = rf"(?:Den Haag|['’‘]s-Gravenhage|Datum:?|Vastgesteld)[,\s]+{DATE}"
LONGEST_SIGNATURE = 200  # characters


def date_of_letter(layout: Layout) -> date | None:
    """The date that the letter bears at its head."""
    return found_date(PLACED, layout.text[:4000].replace("\n\n", " "))


def sender_of(layout: Layout) -> str:
    """Who signed, with the office: "A.B. Naam, minister voor …, mede namens …"; "" if unsigned."""
    short = "\n".join(
        text for unit in layout.units if len(text := layout.text[unit.start : unit.end]) < LONGEST_SIGNATURE
    )
    found = None
    for found in SIGNED.finditer(short):  # noqa: B007 - the last one counts
        pass
    if found is None:
        return ""
    sender = f"{found['name'].strip()}, {_office(found['office'])}"
    also = ALSO.search(short)
    return f"{sender}, mede namens de {_office(also.group(1))}" if also else sender


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
