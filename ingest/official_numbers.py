"""How official papers are numbered and cited.

Forms: Leidraad voor juridische auteurs (Kamerstukken, Handelingen, Staatsblad, Staatscourant);
identifiers as zoek.officielebekendmakingen.nl builds them.
"""

from __future__ import annotations

import re
from datetime import date
from textwrap import shorten

from ingest.document import Document, Kind, Reply
from ingest.kinds import LETTERS, SORTS

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
AANHANGSEL_IDENTIFIER = re.compile(r"ah-(tk|ek)-(\d{4})(\d{4})-(\d+)")
HANDELINGEN_IDENTIFIER = re.compile(r"h-(tk|ek)-(\d{4})(\d{4})-(\d+)(?:-(\d+))?")
# "kst-21501-32-1703": a dossier of the councils of the European Union has parts.
KAMERSTUK_IDENTIFIER = re.compile(
    r"kst-(\d{5}(?:-\d{2}(?=-[\dA-Z]))?)(?:-([IVXLCDM]+|[A-M](?=-)|\(?R\d{4}\)?))?-(\d+|[A-Z]{1,3})"
)

REPRINT = re.compile(r"-([hn])(\d+)$")  # herdruk, and a corrected number: "kst-31497-448-h1"
ANSWERS = re.compile(r"\b(?:Kamer)?vragen\b|\b(?:be)?antwoord", re.IGNORECASE)  # titles a letter of answers alone
LONGEST_TITLE = 120  # characters of a title in a citation; the file name tells the rest
EARLIER = "-eerder-"  # stands between the number of a version that is superseded and what makes its identifier unique


def cite(document: Document, place: str = "", page: int | None = None, until: int | None = None) -> str:
    """The citation of a paper, or of a place in it, in the usual Dutch form.

    What is not known is left out, never guessed; a paper without an official number is
    cited by its kind, title, date and file. What runs on to another page, ``until``, is cited with both: "p. 3-4".
    """
    if document.kind is Kind.SAMENVATTING:
        whole = _summary(document)
    elif official := _official(document.identifier, document.date):
        whole = official
    else:
        day = written(document.date) if document.date else "datum onbekend"
        whole = f"{_unnumbered(document)}, {day} (bestand {document.source.file})"
    whole += _superseded(document)
    pages = "" if page is None else f"p. {page}-{until}" if until is not None and until > page else f"p. {page}"
    return ", ".join(filter(None, (whole, place, pages)))


def _unnumbered(document: Document) -> str:
    """What a paper without an official number is called; a letter of answers by the number of the questions."""
    asked, letter = document.kamervragen, _official(document.annex_of, None)
    answers = asked is not None and asked.reply is Reply.ANTWOORD and ANSWERS.search(document.title)
    if asked and answers and asked.subject and document.kind in LETTERS and not letter:
        what = " ".join(filter(None, (SORTS[Kind.AANHANGSEL].title, asked.sent_as, "over")))
        return f"{what} {shorten(asked.subject, LONGEST_TITLE, placeholder=' …')}"
    what = f"Bijlage bij {letter}:" if letter else SORTS[document.kind].title
    return f'{what} "{shorten(document.title, LONGEST_TITLE, placeholder=" …")}"'


def is_identifier(name: str) -> bool:
    """Whether a name is an identifier as publishers write it: "ah-tk-20222023-2038", "kst-31497-448-h1"."""
    return bool(_official(name, None)) and EARLIER not in name


def written(day: date) -> str:
    """A date in Dutch words: "12 februari 2023"."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def vergaderjaar(day: date) -> tuple[int, int]:
    """The parliamentary year that a day falls in, from the third Tuesday of September (art. 65 Grondwet)."""
    first = date(day.year, 9, 1)
    third_tuesday = 15 + (1 - first.weekday()) % 7
    begins = day.year if day >= date(day.year, 9, third_tuesday) else day.year - 1
    return begins, begins + 1


def _official(identifier: str, day: date | None) -> str:
    """The citation of an official number; "" if it is none."""
    number = identifier.partition(EARLIER)[0]
    reprint = REPRINT.search(number)
    number = REPRINT.sub("", number)
    if found := AANHANGSEL_IDENTIFIER.fullmatch(number):
        whole = f"Aanhangsel {_handelingen(found)}"
    elif found := KAMERSTUK_IDENTIFIER.fullmatch(number):
        whole = _kamerstuk(found, day)
    elif found := HANDELINGEN_IDENTIFIER.fullmatch(number):
        whole = _handelingen(found) + (f", item {found[5]}" if found[5] else "")
    else:
        return ""
    if reprint is None:
        return whole
    return f"{whole} ({'herdruk' if reprint[1] == 'h' else reprint[0].lstrip('-')})"


def _handelingen(found: re.Match[str]) -> str:
    """House, year and number of Handelingen, or of an annex to them."""
    return f"Handelingen {'II' if found[1] == 'tk' else 'I'} {found[2]}/{found[3][2:]}, nr. {found[4]}"


def _superseded(document: Document) -> str:
    if not document.superseded_by:
        return ""
    newer = _official(document.superseded_by, None)
    known = newer and newer != _official(document.identifier, None)
    return f" (vervangen door {newer if known else 'een nieuwere versie'})"


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
