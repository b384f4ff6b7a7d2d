"""How official papers are cited, and how papers refer to each other.

Forms: Leidraad voor juridische auteurs (Kamerstukken, Handelingen, Staatsblad, Staatscourant);
identifiers as zoek.officielebekendmakingen.nl builds them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ingest.document import Document, Kind

MONTHS = [
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
]
KIND_IN_WORDS = {
    Kind.KAMERBRIEF: "Kamerbrief",
    Kind.AANHANGSEL: "Antwoorden op Kamervragen",
    Kind.SCHRIFTELIJK_OVERLEG: "Schriftelijk overleg",
    Kind.BESLISNOTA: "Beslisnota",
    Kind.BRIEF: "Brief",
    Kind.SAMENVATTING: "Samenvatting",
    Kind.ONBEKEND: "Stuk",
}
AANHANGSEL_IDENTIFIER = re.compile(r"ah-(tk|ek)-(\d{4})(\d{4})-(\d+)")
KAMERSTUK_IDENTIFIER = re.compile(r"kst-(\d{5})(?:-([IVXLCDM]+|\(?R\d{4}\)?))?-(\d+|[A-Z]{1,2})")

YEAR = r"(?P<year>(?:19|20)\d{2})\s?[/–-]\s?(?:(?:19|20)\d{2}|\d{2})"
IDENTIFIER = re.compile(r"\bkst-\d{5}(?:-[IVXLCDM]+)?-(?:\d+|[A-Z]{1,2})\b|\bah-[te]k-\d{8}-\d+\b")
AANHANGSEL = re.compile(
    r"\bAanhangsel(?: van de)?(?: Handelingen)?(?: (?P<house>I{1,2})\b)?,?(?: vergaderjaar)? ?"
    rf"{YEAR},? ?(?:nr\.? ?|nummer )?(?P<number>\d{{1,4}})\b"
)
STAATSBLAD = re.compile(
    r"\b(?P<paper>Staatsblad|Stb\.?|Staatscourant|Stcrt\.?),? (?P<year>\d{4}),? "
    r"(?:nr\.? ?)?(?P<number>\d{1,6})\b"
)
KAMERSTUK = re.compile(
    r"(?:\b(?:Kamerstuk(?:ken)?|TK|EK|kst\.?)(?: (?:I{1,2}|ll)\b)?,?"
    rf"(?:(?: vergaderjaar)? {YEAR},?)? ?)?"
    r"(?<![\d.,-])\b(?P<dossier>\d{2}[ .\u00a0]?\d{3})"
    r"(?:[ -]?(?P<chapter>[IVXLCDM]+|[A-F]|\(R\d{4}\))(?!\w))?"
    r",?(?: respectievelijk)? ?(?:nrs?\.? ?(?P<number>\d{1,4}|[A-Z]{1,2}\b)|-(?P<dashed>\d{1,4})\b)"
)
MORE_NUMBERS = re.compile(r"(?:,? en |, )(?:nrs?\.? ?)?(?P<number>\d{1,3})(?!\d| \d{3}\b|[\w-])")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """A place where a text names an official paper.

    ``identifier`` is as the publisher writes it ("kst-31497-448"); ``start`` and ``end``
    count code points in the text that was read.
    """

    identifier: str
    text: str
    start: int
    end: int


def cite(document: Document, place: str = "", page: int | None = None) -> str:
    """The citation of a paper, or of a place in it, in the usual Dutch form.

    What is not known is left out, never guessed; a paper without an official number is
    cited by its kind, title, date and file.
    """
    if document.kind is Kind.SAMENVATTING:
        whole = _summary(document)
    elif found := AANHANGSEL_IDENTIFIER.fullmatch(document.identifier):
        house = "II" if found.group(1) == "tk" else "I"
        whole = f"Aanhangsel Handelingen {house} {found.group(2)}/{found.group(3)[2:]}, nr. {found.group(4)}"
    elif found := KAMERSTUK_IDENTIFIER.fullmatch(document.identifier):
        whole = _kamerstuk(found, document.date)
    else:
        day = written(document.date) if document.date else "datum onbekend"
        whole = f'{KIND_IN_WORDS[document.kind]} "{document.title}", {day} (bestand {document.source.file})'
    return ", ".join(part for part in (whole, place, f"p. {page}" if page is not None else "") if part)


def written(day: date) -> str:
    """A date in Dutch words: "12 februari 2023"."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def vergaderjaar(day: date) -> tuple[int, int]:
    """The parliamentary year that a day falls in, from the third Tuesday of September (art. 65 Grondwet)."""
    first = date(day.year, 9, 1)
    third_tuesday = 15 + (1 - first.weekday()) % 7
    begins = day.year if day >= date(day.year, 9, third_tuesday) else day.year - 1
    return begins, begins + 1


def references(text: str) -> list[Reference]:
    """The official papers that a text names, in order, each with its identifier."""
    found = [*_direct(text), *_kamerstukken(text)]
    return sorted(found, key=lambda reference: (reference.start, reference.end))


def _kamerstuk(found: re.Match[str], day: date | None) -> str:
    dossier, chapter, number = found.groups()
    house = "I" if number.isalpha() else "II"
    year = ""
    if day is not None:
        begins, ends = vergaderjaar(day)
        year = f" {begins}/{ends % 100:02}"
    named = f"{dossier[:2]} {dossier[2:]}{f' {chapter}' if chapter else ''}"
    return f"Kamerstukken {house}{year}, {named}, {number if house == 'I' else f'nr. {number}'}"


def _summary(document: Document) -> str:
    about = document.summary_of
    if AANHANGSEL_IDENTIFIER.fullmatch(about) or KAMERSTUK_IDENTIFIER.fullmatch(about):
        paper = Document(
            identifier=about,
            kind=Kind.ONBEKEND,
            title=document.title,
            text="",
            source=document.source,
            date=document.date,
        )
        return f"Samenvatting van {cite(paper)} (lees het officiële stuk)"
    day = f", {written(document.date)}" if document.date else ""
    return f'Samenvatting van "{document.title}"{day} (lees het officiële stuk)'


def _direct(text: str) -> Iterator[Reference]:
    for match in IDENTIFIER.finditer(text):
        yield _reference(match, match.group())
    for match in AANHANGSEL.finditer(text):
        begins = int(match["year"])
        house = "ek" if match["house"] == "I" else "tk"
        yield _reference(match, f"ah-{house}-{begins}{begins + 1}-{match['number']}")
    for match in STAATSBLAD.finditer(text):
        paper = "stcrt" if match["paper"].startswith(("Staatsc", "Stc")) else "stb"
        yield _reference(match, f"{paper}-{match['year']}-{match['number']}")


def _reference(match: re.Match[str], identifier: str) -> Reference:
    return Reference(identifier=identifier, text=match.group(), start=match.start(), end=match.end())


def _kamerstukken(text: str) -> Iterator[Reference]:
    for match in KAMERSTUK.finditer(text):
        dossier = re.sub(r"\D", "", match["dossier"])
        chapter = f"-{match['chapter'].strip('()')}" if match["chapter"] else ""
        stem = f"kst-{dossier}{chapter}"
        first = match["number"] or match["dashed"]
        yield _reference(match, f"{stem}-{first}")
        end = match.end()
        while more := MORE_NUMBERS.match(text, end):
            start, end = more.start("number"), more.end()
            yield Reference(identifier=f"{stem}-{more['number']}", text=more["number"], start=start, end=end)
