"""What stands above the salutation of a letter: place and date, subject, addressee."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from ingest.official_numbers import MONTHS
from ingest.structure.kamerstuk import is_title_of_letter
from ingest.structure.layout import Layout
from ingest.structure.line_ends import SALUTATION, SENTENCE_END
from ingest.structure.outline import OFFICIAL_HEAD
from ingest.structure.parts import DATE, found_date
from ingest.time_words import SHORT_MONTHS, day_of

MOST = 45  # units above a salutation
LEAST_OF_LETTERS = 3  # letters that tell a month: "jan", "sept"
LEAST_OF_SUBJECT = 3  # characters; a subject has more
# As recognised from a picture of the page figures may stand apart: "2 1 AUG. 2 019".
LOOSE = (
    r"(?P<day>[0-3] ?\d|\d)(?:e|ste|de|den)?[ .-]{1,2}(?P<month>[A-Za-zéû]{3,9}\.?|[01]?\d)[ .-]{1,2}"
    r"(?P<year>[12] ?\d ?\d ?\d)(?!\d)"
)
LOOSE_DATE = re.compile(LOOSE)
ISO = re.compile(r"(?P<year>[12]\d{3})-(?P<month>\d{2})-(?P<day>\d{2})")
TAKEN_IN = re.compile(rf"Ontvangen {DATE}")
ORDINAL_DATE = DATE.replace(") (?P<month>", ")(?:e|ste|de|den)? (?P<month>")
PLACED = rf"(?:\bDen Haag|['’‘]s-Gravenhage|Datum:?|Vastgesteld|Voorgesteld)[,:\s]+(?:den )?{ORDINAL_DATE}"
# "Amsterdam, 3 mei 2021", "Datum: 03-05-2021", "d.d. 3 mei 2021", or a stamp "- 3 MEI 2021".
DATED = re.compile(
    r"(?:(?:Datum|DATUM)\b(?: (?:brief|briefadvies|document|nota))?[,:\s]*|d\.d\. ?|"
    r"['’‘]?[A-Za-z][\w’' -]{2,30}, (?:den? )?|"
    rf"(?:Den Haag|DEN HAAG|['’‘][sS]-(?:Gravenhage|GRAVENHAGE)),? (?:den )?|[-–—•.] ?)?"
    rf"(?:{LOOSE}|[12]\d{{3}}-\d{{2}}-\d{{2}})"
)
SUBJECT_LABEL = re.compile(
    r"(?:(?:Datum|DATUM)\b.{6,20}\d )?(?:Betreft|BETREFT|Onderwerp|ONDERWERP|Brief regering)\b\s*:?\s*"
)
# What a page of a government's site says of a paper below its title: "Kamerstuk: Kamerbrief | 03-05-2021".
OF_PAGE = re.compile(rf"[A-Z][a-z]+(?:: [A-Z][\w -]+)? \| (?P<date>{LOOSE})(?: \| .+)?")
DATE_LABEL = re.compile(r"(?:Datum|DATUM)\b")
LABEL_ALONE = re.compile(
    r"(?:Datum|Betreft|Onderwerp|Aan|Van|Ons kenmerk|Uw kenmerk|Kenmerk|Bijlagen?|Uw brief(?: van)?):?", re.IGNORECASE
)
# "Betreft het een kind, dan …" is a sentence.
SENTENCE = re.compile(r"(?:het|dit|dat|deze|een|de)\b.*[.?]$")
GREETING = re.compile(r"^(?:zeer )?(?:geachte?|beste)\s+", re.IGNORECASE)
TO = re.compile(r"(?:Aan|AAN):?(?: de| het| DE| HET)? (?P<who>[^.:?!<>]{3,160}?)(?: <[^<>]+>)?")  # or its mail
TO_KAMER = re.compile(r"voorzitters? van de (?P<both>eerste en (?:van )?(?:de )?)?(?P<house>tweede|eerste) kamer", re.I)
ADDRESS_OF_KAMER = re.compile(rf"(?i:aan(?: de|:)?|de) (?i:{TO_KAMER.pattern})")  # a copy goes to one without article
OPEN_SALUTATION = re.compile(
    r"(?:heer|mevrouw|heren|dames|lezer|voorzitter|college|bestuur|leden|ouders?|collega['’]?s?|relatie|(?:heer|mevrouw)"
    r"(?:,| of|/) ?(?:heer|mevrouw))\b.{0,25}",
    re.IGNORECASE,
)


class Addressing:
    """The units above the salutation of a letter; the first of the paper where there is no salutation."""

    def __init__(self, layout: Layout) -> None:
        texts = [layout.text[unit.start : unit.end] for unit in layout.units[:MOST]]
        at = _salutation_in(texts)
        self.salutation = "" if at is None else GREETING.sub("", texts[at]).rstrip(",:. ")
        self._above = texts if at is None else texts[:at]
        self._is_letter = at is not None
        self._head = layout.text[:4000]

    @property
    def date(self) -> date | None:
        """The day that the letter bears; None without one."""
        if placed := found_date(PLACED, self._head.replace("\n\n", " ")):
            return placed
        for index, text in enumerate(self._above):
            below = _joined(text, self._above[index + 1 :]) if DATE_LABEL.match(text) else text
            if (of_page := OF_PAGE.fullmatch(text)) and (day := date_of(of_page["date"])):
                return day
            found = DATED.match(below)
            # A day that stands alone above a salutation is that of the letter.
            alone = found is not None and found.end() == len(below) and self._is_letter
            if found and (alone or DATE_LABEL.match(text)) and (day := date_of(found.group())):
                return day
        # The day on which the Kamer had an amendement or a note, below its title.
        return next((found_date(DATE, text) for text in self._above if TAKEN_IN.fullmatch(text)), None)

    @property
    def subject(self) -> str:
        """What the letter says that it is about, under "Betreft" or "Onderwerp"."""
        for index, text in enumerate(self._above):
            label = SUBJECT_LABEL.match(text)
            if label is None:
                continue
            value = text[label.end() :].strip()
            if not value:
                value = _value_of(self._above, index)
            if len(value) > LEAST_OF_SUBJECT and not SENTENCE.fullmatch(value):
                return value.removesuffix(".") if value.count(".") == 1 else value
        return ""

    @property
    def recipient(self) -> str:
        """Whom the letter addresses: by its salutation, or by the address where that names nobody."""
        if self.salutation and not OPEN_SALUTATION.fullmatch(self.salutation):
            return self.salutation
        found = next((to for text in self._above if (to := TO.fullmatch(text))), None)
        return found["who"].strip(" ,") if found else self.salutation

    @property
    def names_kamer(self) -> bool:
        """Whether the address names the chairman of a Kamer."""
        return self._is_letter and any(map(ADDRESS_OF_KAMER.match, self._above))

    @property
    def kamer(self) -> str:
        """Which Kamer the letter is sent to: the Tweede, unless the address says another."""
        found = TO_KAMER.search(" ".join(self._above)) or TO_KAMER.search(self._head)
        if found is None or found["house"].lower() == "tweede":
            return "Eerste en Tweede Kamer" if found and found["both"] else "Tweede Kamer"
        return "Eerste Kamer"


def units_above(texts: Sequence[str]) -> int:
    """How many units stand above the salutation of a letter, or without one above its first words.

    Sentences above its title are of the page that it was taken from.
    """
    if (greeted := _salutation_in(texts[:MOST])) is not None:
        return greeted
    titled = next((at for at, text in enumerate(texts[:MOST]) if is_title_of_letter(text)), 0)
    first = next((at for at, text in enumerate(texts) if at >= titled and is_sentence(text)), 0)
    return max((at + 1 for at, text in enumerate(texts[: min(first, MOST)]) if _is_of_head(text)), default=0)


def _salutation_in(texts: Sequence[str]) -> int | None:
    return next((at for at, text in enumerate(texts) if is_salutation(text)), None)


def _is_of_head(text: str) -> bool:
    return bool(OFFICIAL_HEAD.match(text) or SUBJECT_LABEL.match(text) or DATED.fullmatch(text))


def is_sentence(text: str) -> bool:
    """Whether a unit above a letter ends as a sentence does, and is not the subject."""
    return SENTENCE_END.search(text) is not None and not SUBJECT_LABEL.match(text)


def date_of(text: str) -> date | None:
    """The first day that is written in a text, in letters, figures or torn figures; None without one."""
    for pattern in (ISO, LOOSE_DATE):
        for found in pattern.finditer(text):
            year, month = int(found["year"].replace(" ", "")), _month(found["month"].lower().rstrip("."))
            if day := day_of(year, month, int(found["day"].replace(" ", ""))):
                return day
    return None


def _month(written: str) -> int:
    """The number of a month; 0 for any other word."""
    if written.isdecimal():
        return int(written)
    if written in SHORT_MONTHS:  # "mrt" too, with which no name begins
        return SHORT_MONTHS.index(written) + 1
    fitting = [number for number, name in enumerate(MONTHS, start=1) if name.startswith(written)]
    return fitting[0] if len(written) >= LEAST_OF_LETTERS and len(fitting) == 1 else 0


def is_salutation(text: str) -> bool:
    """Whether a line greets the addressee of a letter: "Geachte voorzitter,", "Beste lezer,"."""
    return (
        text.startswith(("Geacht", "Beste ", "Zeer geacht", "GEACHT"))
        and SALUTATION.match(text.capitalize()) is not None
    )


def _joined(text: str, below: Sequence[str]) -> str:
    """The label of a field with what stands below it, where nothing stands behind it."""
    return f"{text} {below[0]}" if below and LABEL_ALONE.fullmatch(text) else text


def _value_of(units: Sequence[str], index: int) -> str:
    """What belongs to a label that stands alone: the next unit, or the one as far down in a column of values."""
    first = index
    while first and LABEL_ALONE.fullmatch(units[first - 1]):
        first -= 1
    last = index
    while last + 1 < len(units) and LABEL_ALONE.fullmatch(units[last + 1]):
        last += 1
    at = last + 1 + index - first
    return units[at] if at < len(units) and not SUBJECT_LABEL.match(units[at]) else ""
