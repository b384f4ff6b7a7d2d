"""Years that are counted from another one: "een jaar eerder", "het schooljaar daarvoor", "drie jaar later"."""

from __future__ import annotations

import re

from assistant.understand.names import YEAR
from assistant.understand.places import papers_in, without
from index.dutch import fold

_AFTER = {
    word: number for number, word in enumerate("een twee drie vier vijf zes zeven acht negen tien".split(), start=1)
} | {"het": 1, "dat": 1}
_ANY_YEAR = r"(?:school|studie|college|kalender|begrotings)?jaar"
_COUNTED = re.compile(
    rf"\b(?:in )?(?P<far>{'|'.join(_AFTER)}|\d{{1,2}}) {_ANY_YEAR} "
    r"(?:(?P<back>eerder|ervoor|daarvoor|daaraan voorafgaand)|later|erna|erop|daarna|daarop)\b",
    re.IGNORECASE,
)
# In a paper these may be counted from the day on which it was written.
_NEXT = re.compile(rf"\b(?:in )?het (?:(?P<back>vorige|voorgaande|voorafgaande)|volgende) {_ANY_YEAR}\b", re.IGNORECASE)
# "Dat jaar" is the one that was named before.
_UNNAMED = re.compile(
    r"(?<!\bdat )(?<!zelfde )\b(?:school|studie|college|kalender|begrotings)?ja(?:ar|ren)\b|"
    r"\w*jaar (?:eerder|later|er(?:voor|na|op)|daar\w+)\b"
)
_WRITTEN = re.compile(rf"({YEAR.pattern})(?:[/–-]((?:19|20)?\d\d)(?!\d))?")


def years_counted(text: str, before: str = "") -> frozenset[str]:
    """The years that a text counts from the last one that stands before: of "een jaar eerder" 2021, where that is 2022.

    Args:
        text: A sentence.
        before: What stands before it.
    """
    counted = (
        _moved(last, found)
        for found in _COUNTED.finditer(text)
        for last in _written(f"{before} {text[: found.start()]}")[-1:]
    )
    return frozenset().union(*counted)


def with_years_named(text: str, before: str) -> str:
    """A question that names the years which it counts: "en in 2021-2022?" for "en het schooljaar ervoor?".

    As it is where what was asked before it names no year, or several of which nobody can tell which is meant.
    """
    named = {*_written(without(before, [span for _, span in papers_in(before)]))}
    if len(named) != 1 or YEAR.search(text):
        return text
    years = named.pop()
    if len(years) > 1 and int(years[1]) != int(years[0]) + 1:
        return text
    for pattern in (_COUNTED, _NEXT):
        text = pattern.sub(lambda found: f"in {'-'.join(sorted(_moved(years, found)))}", text)
    return text


def leaves_a_year_unnamed(text: str) -> bool:
    """Whether a text speaks of a year and does not say which: "en drie jaar geleden?"."""
    return _UNNAMED.search(fold(text)) is not None and not YEAR.search(text)


def _written(text: str) -> list[tuple[str, ...]]:
    """The years of a text in order; those of a school year, "2021/22", or of a longer time go together."""
    found: list[tuple[str, ...]] = []
    for year, last in _WRITTEN.findall(text):
        until = last if len(last) == len(year) else year[: -len(last)] + last
        found.append((year, until) if last and int(until) > int(year) else (year,))
    return found


def _moved(years: tuple[str, ...], found: re.Match[str]) -> frozenset[str]:
    """One year, or the two of a school year, as far on or back as the words say."""
    far = found.groupdict().get("far") or "het"
    by = int(far) if far.isdecimal() else _AFTER[fold(far)]
    return frozenset(str(int(year) + (-by if found["back"] else by)) for year in years)
