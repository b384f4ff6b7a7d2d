"""Dates, amounts, counts, percentages, periods and deadlines in a text, with what they stand for."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from ingest.number_words import ORDINALS, number_of
from ingest.official_numbers import references
from ingest.times import moments


class ValueKind(StrEnum):
    """What sort of value it is."""

    DATE = "date"
    AMOUNT = "amount"
    COUNT = "count"
    PERCENTAGE = "percentage"
    PERIOD = "period"
    DEADLINE = "deadline"


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedValue:
    """A value as it stands in a text.

    ``value`` is its normal form: a date as ISO 8601 ("2023-02-17", "2024-08", "2035"), a
    vaguer time in words with its year ("najaar 2023"), a number in digits ("1500", "2.5"),
    a part as a fraction ("1/3"); "" when the text alone does not tell. ``unit`` is "euro",
    the unit of a period, or the noun that is counted; "" if there is none.
    """

    kind: ValueKind
    text: str
    start: int
    end: int
    value: str
    unit: str = ""


NUMBER = r"(?:\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?)"
WORD = r"[^\W\d_]+"
SCALE = {"duizend": 10**3, "miljoen": 10**6, "mln": 10**6, "miljard": 10**9, "mld": 10**9}
SCALES = r"duizend|miljoen|miljard|mln\.?|mld\.?"
UNITS = (
    r"seconden?|minuten|minuut|uren|uur|dagen|dag|werkdagen|weken|week|maanden|maand|kwartalen|kwartaal|"
    r"jaren|jaar|schooljaren|schooljaar|lesuren|dagdelen"
)
OF_THE = r"(?:van )?(?:de |het |alle )?"
AMOUNT = re.compile(
    rf"(?:€|\bEUR|\beuro) ?(?P<one>{NUMBER})(?:,-)?(?: (?P<scale>{SCALES}))?"
    rf"|\b(?P<two>{NUMBER}|{WORD})(?: (?P<scaled>{SCALES}))? (?P<coin>euro|eurocent|cent)\b",
    re.IGNORECASE,
)
PERCENTAGE = re.compile(rf"\b(?P<number>{NUMBER}|{WORD}) ?(?:%|procent(?:punt(?:en)?)?\b)", re.IGNORECASE)
PERIOD = re.compile(
    rf"(?<![\w,.-])(?P<number>{NUMBER}|{WORD})(?: (?:hele|volle|opeenvolgende|aaneengesloten))? "
    rf"(?P<unit>{UNITS})\b",
    re.IGNORECASE,
)
FRACTION = re.compile(
    rf"\b(?P<top>{WORD}|\d+) (?P<bottom>{'|'.join(ORDINALS)})(?: deel)? {OF_THE}(?P<unit>{WORD})"
    rf"|\b(?P<part>{WORD}|\d+) (?:op|van) (?:de|elke) (?P<whole>{WORD}|\d+) (?P<of>{WORD})"
    rf"|\b(?P<figure>\d+/\d+)(?:e|de|ste)? {OF_THE}(?P<what>{WORD})",
    re.IGNORECASE,
)
COUNT = re.compile(
    rf"(?<![\w€.,:/%–?!»)”’\"-])(?:(?P<figure>{NUMBER})|(?P<word>{WORD}))"
    r"(?: (?P<scale>duizend|miljoen|miljard)\b)?(?![\w:/%–-]|[.,]\d)",
    re.IGNORECASE,
)
# What bears a number as its name; the number counts nothing.
NAMED = (
    "nrs?|nummers?|artikel(?:en)?|art|lid|vra(?:ag|gen)|antwoord(?:en)?|bijlagen?|maatregel(?:en)?|actielijn(?:en)?|"
    "clusters?|hoofdstuk|paragraaf|punt|knelpunt(?:en)?|groep(?:en)?|voetnoot|noot|staatsblad|staatscourant|"
    "kamerstuk(?:ken)?|dossier|pagina|blz|p|bladzijde|fase|stap|ad|prioriteit|doelstelling|spoor|tabel|figuur|optie|"
    "scenario|categorie|niveau|zaak|telefoon|postbus|klas|leerjaar|onderdeel|thema|nota|versie"
)
# "bijlagen 9, 10 en 11", "maatregel 14 («…») en 17".
NAME_LIST = re.compile(rf"\b(?:{NAMED})[.:]? (?:\d{{1,5}}(?: \([^()]*\))?(?:, | en | of | t/m ))*$", re.IGNORECASE)
LONGEST_NAME_LIST = 80  # characters
NO_NOUN = re.compile(
    r"zijn|is|waren|was|word(?:t|en)|werd(?:en)?|hebben|heeft|had(?:den)?|kan|kunnen|kon|zal|zullen|en|of|van|in|op|"
    r"aan|met|bij|om|te|die|dat|er|ook|niet|voor|tot|per|als|dan|maar|naar|uit|over|onder|tegen|na|door|zich|hun|zij|ze|wij|we|ik|u|"
    r"het|een|de|dit|geen|nog|al|meer|minder|binnen|sinds|tussen|krijgen|kregen|doen|deden|gaan|gingen|komen|kwamen|staan|"
    r"maken|willen|moeten|mogen|blijven|nemen|waar\w*"
)
NOUN = re.compile(rf" \(?({WORD}(?:-{WORD})*)")
DESCRIBING = re.compile(r"(?:e|lijk|ig|baar|isch|eerder|aantal|tal)$")
NOT_A_COUNT = re.compile(r" (?:van|op (?:één|een|1)\b)")
ALL_OF_THEM = re.compile(r"\balle \w+ (?:van )?$", re.IGNORECASE)
MASKED = re.compile(
    r"(?:https?://|www\.)\S+|\b\d{2} \d{3}(?: [IVXLC]+\b|, nrs?\b)"
    r"|(?<=Kamerstuk )\d{2} \d{3}|(?<=Kamerstukken )\d{2} \d{3}"
)


def values(text: str, reference: date | None = None) -> list[TypedValue]:
    """The values in a text, in order, none overlapping another.

    Args:
        text: Any text of a paper.
        reference: The day on which it was written; "dit najaar" and "15 juni a.s." are
            resolved against it, and stay without value when it is None.
    """
    named = [(found.start, found.end) for found in references(text)]
    taken = _Taken([*named, *(match.span() for match in MASKED.finditer(text))])
    found: list[TypedValue] = []
    for finder in (
        _amounts(text),
        _percentages(text),
        _dates(text, reference),
        _fractions(text),
        _periods(text),
        _counts(text),
    ):
        found += [value for value in finder if taken.take(value.start, value.end)]
    found.sort(key=lambda value: value.start)
    return _with_earlier_units(found, text)


class _Taken:
    """Stretches that hold a value already."""

    def __init__(self, spans: list[tuple[int, int]]) -> None:
        self._spans = sorted(spans)

    def take(self, start: int, end: int) -> bool:
        at = bisect_left(self._spans, (start, end))
        near = self._spans[max(0, at - 1) : at + 1]
        if any(start < other_end and other_start < end for other_start, other_end in near):
            return False
        self._spans.insert(at, (start, end))
        return True


def _made(kind: ValueKind, match: re.Match[str], value: str, unit: str = "", end: int = 0) -> TypedValue:
    end = end or match.end()
    return TypedValue(
        kind=kind,
        text=match.string[match.start() : end],
        start=match.start(),
        end=end,
        value=value,
        unit=unit,
    )


def _scaled(number: str, scale: str | None) -> str:
    if not scale or not number:
        return number
    return format((Decimal(number) * SCALE[scale.lower().rstrip(".")]).normalize(), "f")


def _amounts(text: str) -> Iterator[TypedValue]:
    for match in AMOUNT.finditer(text):
        number = _scaled(number_of(match["one"] or match["two"]), match["scale"] or match["scaled"])
        if number:
            cents = (match["coin"] or "").lower() in {"cent", "eurocent"}
            yield _made(ValueKind.AMOUNT, match, number, "cent" if cents else "euro")


def _percentages(text: str) -> Iterator[TypedValue]:
    for match in PERCENTAGE.finditer(text):
        if number := number_of(match["number"]):
            yield _made(ValueKind.PERCENTAGE, match, number, "%")


def _fractions(text: str) -> Iterator[TypedValue]:
    for match in FRACTION.finditer(text):
        if match["figure"]:
            yield _made(ValueKind.COUNT, match, match["figure"], match["what"])
        elif match["top"] and (top := number_of(match["top"])):
            yield _made(ValueKind.COUNT, match, f"{top}/{ORDINALS[match['bottom'].lower()]}", match["unit"])
        elif match["part"] and (part := number_of(match["part"])) and (whole := number_of(match["whole"])):
            yield _made(ValueKind.COUNT, match, f"{part}/{whole}", match["of"])


def _periods(text: str) -> Iterator[TypedValue]:
    for match in PERIOD.finditer(text):
        if number := number_of(match["number"]):
            within = text.endswith("binnen ", 0, match.start())
            yield _made(ValueKind.DEADLINE if within else ValueKind.PERIOD, match, number, match["unit"].lower())


def _counts(text: str) -> Iterator[TypedValue]:
    for match in COUNT.finditer(text):
        number = _scaled(number_of(match["figure"] or match["word"]), match["scale"])
        if not number or NAME_LIST.search(text, max(0, match.start() - LONGEST_NAME_LIST), match.start()):
            continue
        if _labels_line(text, match) or (number == "1" and _counts_nothing(text, match)):
            continue
        noun = _noun_after(text, match.end(), single=number in {"0", "1"})
        # "Daarvoor acht het kabinet": a verb that looks like a number counts nothing.
        if noun or match["figure"] or match["word"].lower() != "acht":
            yield _made(ValueKind.COUNT, match, number, noun)


def _counts_nothing(text: str, match: re.Match[str]) -> bool:
    """Whether a one is no count: "één van de redenen", "één op één"."""
    return bool(NOT_A_COUNT.match(text, match.end())) or text.endswith(" op ", 0, match.start())


def _labels_line(text: str, match: re.Match[str]) -> bool:
    """Whether the figure opens its line as the number of a footnote, a list item or a paper."""
    if match["figure"] is None or text[max(0, match.start() - 3) : match.start()].rstrip(" ")[-1:] not in {
        "",
        "\n",
    }:
        return False
    return bool(re.compile(r"[.)]? (?=[A-Z«‘“]|https?:|www\.)|[.)] |\n|$").match(text, match.end()))


def _noun_after(text: str, at: int, *, single: bool) -> str:
    """The noun that a number counts: past adjectives, "" when a verb or a stop follows."""
    article = re.compile(r" (?:van )?(?:de|het)(?= )").match(text, at)
    if article and ALL_OF_THEM.search(text, max(0, at - 30), article.start() + 1):
        at = article.end()  # "alle vier de clusters"
    first = ""
    for _ in range(4):
        noun = NOUN.match(text, at)
        if noun is None or NO_NOUN.fullmatch(noun.group(1).lower()):
            break
        word = noun.group(1)
        first = first or word
        if not DESCRIBING.search(word) and (single or word[-1] in "ns"):
            return word
        at = noun.end()
    return "" if DESCRIBING.search(first) and first.lower() != "fte" else first


def _with_earlier_units(found: list[TypedValue], text: str) -> list[TypedValue]:
    """In "41 aanvragen, waarvan er 39 zijn goedgekeurd" the 39 are aanvragen too."""
    result: list[TypedValue] = []
    unit = ""
    for value in found:
        if value.kind is ValueKind.COUNT:
            before = text[max(0, value.start - 20) : value.start]
            if not value.unit and re.search(r"\b(?:er|waarvan|daarvan|hiervan)(?: \w+)? $", before):
                value = TypedValue(
                    kind=value.kind,
                    text=value.text,
                    start=value.start,
                    end=value.end,
                    value=value.value,
                    unit=unit,
                )
            unit = value.unit or unit
        result.append(value)
    return result


def _dates(text: str, reference: date | None) -> Iterator[TypedValue]:
    for moment in moments(text, reference):
        yield TypedValue(
            kind=ValueKind.DEADLINE if moment.limit else ValueKind.DATE,
            text=text[moment.start : moment.end],
            start=moment.start,
            end=moment.end,
            value=moment.value,
        )
