"""Amounts of money, percentages and periods in a flattened text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from ingest.flattened import pattern
from ingest.number_words import number_of
from ingest.value import TypedValue, ValueKind

# "20 000" is one number; "12 345" may be two columns of a table.
NUMBER = r"(?:\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d{1,3}(?: \d{3})* 000(?!\d)|\d+(?:,\d+)?)"
WORD = r"[^\W\d_]+"
SCALE = {"duizend": 10**3, "miljoen": 10**6, "mln": 10**6, "miljard": 10**9, "mld": 10**9}
SCALES = r"duizend|miljoen|miljard|mln\b\.?|mld\b\.?"
UNITS = (
    r"seconden?|minuten|minuut|uren|uur|dagen|dag|werkdagen|weken|week|maanden|maand|kwartalen|kwartaal|"
    r"jaren|jaar|schooljaren|schooljaar|lesuren|dagdelen|lesweken|schoolweken|schooldagen|kalenderdagen"
)
COINS = r"euro|eurocent|cent"
# "10 tot 20 miljoen", "tussen de 10 en 15 procent": the first shares the scale and the unit of the second.
JOIN = r"(?P<join> ?(?:tot(?: en met)?|t/m|à|a|of|en|-) ?)(?:de )?"
END = r"(?![^\W\d_])"  # a footnote mark may stand against the word
SHARED = 1000  # a figure from here on is written out in full, and shares no scale
AMOUNT = pattern(
    rf"(?i)(?:€|\bEUR|\beuro) ?(?P<one>{NUMBER})(?:,-{{1,2}})?"
    rf"(?: ?(?P<scale>{SCALES})|(?={JOIN}€? ?{NUMBER} ?(?P<later>{SCALES})))?"
)
# "€ 10 tot 15 miljoen": the second of a stretch without its own sign.
AMOUNT_AHEAD = pattern(
    rf"(?i)€ ?{NUMBER}(?: ?(?:{SCALES}))?{JOIN}"
    rf"(?P<rest>(?P<second>{NUMBER})(?: ?(?P<scale>{SCALES}))?)(?![\w%/-]|[.,]\d)"
)
AMOUNT_BEHIND = pattern(
    rf"(?i)(?<![\w,.])(?P<one>{NUMBER}|{WORD}(?: half)?)(?: ?(?P<scale>{SCALES}))?"
    rf"(?: (?P<coin>{COINS}){END}|(?={JOIN}(?:{NUMBER}|{WORD})(?: (?P<later>{SCALES}))? (?P<latercoin>{COINS}){END}))"
)
PERCENTAGE = pattern(
    rf"(?i)(?<![\w,.])(?P<number>{NUMBER}|{WORD})(?: ?(?P<sign>%|procent(?:punt(?:en)?)?{END})"
    rf"|(?={JOIN}(?:{NUMBER}|{WORD}) ?(?P<later>%|procent(?:punt(?:en)?)?{END})))"
)
PERIOD = pattern(
    rf"(?i)(?<![\w,.-])(?P<number>{NUMBER}|{WORD})"
    rf"(?:(?: (?:hele|volle|opeenvolgende|aaneengesloten))? (?P<unit>{UNITS}){END}"
    rf"|(?={JOIN}(?:{NUMBER}|{WORD}) (?P<later>{UNITS}){END}))"
)
HALF_YEAR = pattern(rf"(?i)(?<![\w-])(?:een )?half (?P<unit>jaar|uur){END}")
BETWEEN = re.compile(r"\btussen (?:de )?$", re.IGNORECASE)
WITHIN = re.compile(r"\bbinnen (?:een (?:termijn|periode) van )?(?:maximaal |uiterlijk )?$", re.IGNORECASE)


def amounts(flat: str) -> Iterator[TypedValue]:
    """Money: "€ 2,4 miljoen", "15 mln euro", both of "tussen 10 en 20 miljoen euro"."""
    for form in (AMOUNT, AMOUNT_BEHIND):
        for match in form.finditer(flat):
            number = scaled(match["one"], match["scale"])
            if match["join"] and _joins(match):
                number = _shared(match, number)
            elif match["join"] and form is AMOUNT_BEHIND:
                number = ""
            if number:
                coin = (match.groupdict().get("coin") or match.groupdict().get("latercoin") or "euro").lower()
                yield made(ValueKind.AMOUNT, match, number, "euro" if coin == "euro" else "cent")
    for match in AMOUNT_AHEAD.finditer(flat):
        if joined(flat, match.start(), match["join"]):
            number = scaled(match["second"], match["scale"])
            span = match.span("rest")
            yield TypedValue(kind=ValueKind.AMOUNT, text="", start=span[0], end=span[1], value=number, unit="euro")


def percentages(flat: str) -> Iterator[TypedValue]:
    """Shares: "62%", "ruim 62 procent", "twee procentpunt", both of "10 tot 15 procent"."""
    for match in PERCENTAGE.finditer(flat):
        number = number_of(match["number"])
        if number and (match["sign"] or _joins(match)):
            sign = (match["sign"] or match["later"]).lower()
            yield made(ValueKind.PERCENTAGE, match, number, "procentpunt" if "punt" in sign else "%")


def periods(flat: str) -> Iterator[TypedValue]:
    """Lengths of time: "zes weken", "een half jaar", both of "twee tot drie jaar"; "binnen zes weken" is a deadline."""
    for match in PERIOD.finditer(flat):
        number = number_of(match["number"])
        if number and (match["unit"] or _joins(match)):
            yield made(_period_kind(match), match, number, (match["unit"] or match["later"]).lower())
    for match in HALF_YEAR.finditer(flat):
        yield made(_period_kind(match), match, "0.5", match["unit"].lower())


def scaled(word: str, scale: str | None) -> str:
    """The number of a word or figure times its scale: "1,5 miljoen" is 1500000, "een half miljoen" 500000."""
    low = " ".join(word.lower().split())
    number = {"een": "1", "een half": "0.5", "half": "0.5"}.get(low, "") if scale else ""
    number = number or number_of(low)
    if not scale or not number:
        return number
    return format((Decimal(number) * SCALE[scale.lower().rstrip(".")]).normalize(), "f")


def made(kind: ValueKind, match: re.Match[str], value: str, unit: str = "", end: int = 0) -> TypedValue:
    """A value with the span of a match; its text is filled in from the text as written."""
    return TypedValue(kind=kind, text="", start=match.start(), end=end or match.end(), value=value, unit=unit)


def joined(flat: str, start: int, join: str) -> bool:
    """Whether a joining word makes a stretch from one number to the next: "en" does so only after "tussen"."""
    return join.strip() not in {"en", "of"} or bool(BETWEEN.search(flat, max(0, start - 12), start))


def _joins(match: re.Match[str]) -> bool:
    return match["join"].strip() == "of" or joined(match.string, match.start(), match["join"])


def _shared(match: re.Match[str], number: str) -> str:
    later = match["later"]
    if later and number and not match["scale"] and Decimal(number) < SHARED:
        return scaled(match["one"], later)
    return number


def _period_kind(match: re.Match[str]) -> ValueKind:
    within = WITHIN.search(match.string, max(0, match.start() - 40), match.start())
    return ValueKind.DEADLINE if within else ValueKind.PERIOD
