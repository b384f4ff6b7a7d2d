"""When does a text state a fact? Numbers, dates and names are brought to one spelling first."""

from __future__ import annotations

import re

from eval.items import fold
from eval.number_words import spelled_numbers
from index.dutch import without_accents

MONTHS = (
    *("januari", "februari", "maart", "april", "mei", "juni"),
    *("juli", "augustus", "september", "oktober", "november", "december"),
)
_SHORT_MONTHS = {name[:3]: name for name in MONTHS} | {"mrt": "maart", "sept": "september"}
_SCALES = {
    "duizend": 1_000,
    "miljoen": 1_000_000,
    "mln": 1_000_000,
    "miljard": 1_000_000_000,
    "mld": 1_000_000_000,
}

_NUMBER = r"\d+(?:,\d+)?"
_CITATION_MARK = re.compile(r"\[\d+(?:\s*[,;–-]\s*\d+)*\]")
_GROUPED = re.compile(r"(?<![\d.,])\d{1,3}(?:\.\d{3})+(?![\d.]*\d)|(?<![\d.,])\d{1,3}(?: \d{3})+(?!\d)")
_ISO_DATE = re.compile(r"\b(\d{4})-(\d{1,2})-(\d{1,2})\b")
_NUMERIC_DATE = re.compile(r"\b(\d{1,2})([-/.])(\d{1,2})\2(\d{4})\b")
_MONTH = "|".join((*MONTHS, r"(?:jan|feb|mrt|apr|jun|jul|aug|sept?|okt|nov|dec)\b\.?"))
_DAY_MONTH = re.compile(rf"\b(\d{{1,2}})(?:e|ste|de)? ({_MONTH})(?![a-z])")
_SPAN_OF_YEARS = re.compile(r"\b((?:19|20)\d\d) ?[-–/] ?((?:19|20)?\d\d)(?![\d-])")
_SCALED = re.compile(rf"(?<![\d.,])({_NUMBER}) ({'|'.join(_SCALES)})\b\.?")
_TOKEN = re.compile(r"\d+(?:[.,:]\d+)*[a-z]*|[^\W_]+")


def normalise(text: str) -> str:
    """Bring a text into the spelling in which facts are compared.

    Letters become lower case without accents; number words, thousands separators and scales
    become plain digits ("anderhalf miljard" and "€ 1.500.000.000" share "1500000000"); dates
    become "dag28 maart 2023", so that a day of the month is never taken for a count.
    "een" stays a word, as it is mostly the article; "één" is 1.

    Returns:
        Words and numbers with one space between them.
    """
    words = re.sub(r"\b(?:éé|ée|eé)n\b", "1", fold(text.replace("\xad", "")))
    words = without_accents(words)
    words = re.sub(r"\((\w+)\)(?=\w)", r"\1", words)  # "(v)so" is "vso"
    words = re.sub(r"[^\W\d_]+", lambda found: spelled_numbers().get(found[0], found[0]), words)
    words = _dates(words)
    words = _GROUPED.sub(lambda found: re.sub(r"[. ]", "", found[0]), words)
    words = _SCALED.sub(_scaled, words)
    words = re.sub(r"\bduizend\b", "1000", words)
    words = re.sub(r"(?<=\d)(,\d*?)0+(?!\d)", lambda found: found[1].rstrip(","), words)
    words = re.sub(rf"(?:€|\beur\b) ?({_NUMBER})", r"\1 euro", words)
    words = words.replace("%", " procent")
    return " ".join(_TOKEN.findall(words))


def states(text: str, fact: str) -> bool:
    """Whether a text states a fact: its words occur, whole and in this order, after ``normalise``.

    Args:
        text: An answer; marks such as "[1]" that point to citations count for nothing.
        fact: A value or a few words, "1,5 miljard" or "maart 2023".

    Raises:
        ValueError: The fact holds no word and no number.
    """
    wanted = normalise(fact)
    if not wanted:
        raise ValueError(f"a fact without words: {fact!r}")
    return f" {wanted} " in f" {normalise(_CITATION_MARK.sub(' ', text))} "


def _dates(words: str) -> str:
    words = _ISO_DATE.sub(lambda found: _date(found[0], found[3], found[2], found[1]), words)
    words = _NUMERIC_DATE.sub(lambda found: _date(found[0], found[1], found[3], found[4]), words)
    words = _DAY_MONTH.sub(_day_and_month, words)
    return _SPAN_OF_YEARS.sub(_years, words)


def _date(written: str, day: str, month: str, year: str) -> str:
    if not (1 <= int(month) <= 12 and 1 <= int(day) <= 31):
        return written
    return f"dag{int(day)} {MONTHS[int(month) - 1]} {year}"


def _day_and_month(found: re.Match[str]) -> str:
    if not 1 <= int(found[1]) <= 31:
        return found[0]
    month = found[2].rstrip(".")
    return f"dag{int(found[1])} {month if month in MONTHS else _SHORT_MONTHS[month]}"


def _years(found: re.Match[str]) -> str:
    """A school year or a parliamentary year, "2022/23", written out as "2022 2023"."""
    first, second = int(found[1]), int(found[2])
    if second < 100 and second == (first + 1) % 100:
        second = first + 1
    return f"{first} {second}"


def _scaled(found: re.Match[str]) -> str:
    whole, _, part = found[1].partition(",")
    scale = _SCALES[found[2]]
    value = int(whole) * scale
    if part:
        value += int(part) * scale // 10 ** len(part)
    return str(value)
