"""Dates, amounts, counts, percentages, periods and deadlines in a text, with what they stand for."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum

from ingest.number_words import ORDINALS, number_of
from ingest.official_numbers import MONTHS, references


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


MONTH = rf"(?P<month>{'|'.join(MONTHS)})"
SEASON = r"(?P<season>voorjaar|lente|zomer(?:reces|vakantie)?|najaar|herfst|winter|kerst(?:reces|vakantie)?|meireces|herfstreces|krokusreces)"
PART = r"(?:(?P<part>begin|medio|half|halverwege|eind|einde|rond|omstreeks)(?: van)? )?"
YEAR = r"(?P<year>(?:19|20)\d{2})"
LAST = r"(?P<last>jl\b\.?|jongstleden|afgelopen|laatstleden|ll\.)"
NEXT = r"(?P<next>a\.s\.?|aanstaande|eerstkomende|komende)"
NUMBER = r"(?:\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?)"
WORD = r"[^\W\d_]+"
SCALE = {"duizend": 10**3, "miljoen": 10**6, "mln": 10**6, "mln.": 10**6, "miljard": 10**9, "mld": 10**9, "mld.": 10**9}
SCALES = r"(?P<scale>duizend|miljoen|miljard|mln\.?|mld\.?)"

DAY = re.compile(rf"\b(?P<day>\d{{1,2}}) {MONTH}(?:(?: (?:van )?{YEAR})|,? {LAST}|,? {NEXT})?", re.IGNORECASE)
NUMERIC_DAY = re.compile(r"\b(?P<day>\d{1,2})[-/](?P<month>\d{1,2})[-/](?P<year>(?:19|20)\d{2})\b")
MONTH_YEAR = re.compile(rf"\b{PART}{MONTH}(?: van)? {YEAR}\b", re.IGNORECASE)
SEASON_TIME = re.compile(rf"\b{PART}(?:(?P<this>dit|deze|afgelopen|vorig|vorige|komend|komende|volgend|volgende|het|de|in) )?{SEASON}(?:(?: van)? {YEAR})?\b", re.IGNORECASE)
RELATIVE_YEAR = re.compile(rf"\b{PART}(?:{MONTH} (?:van )?)?(?P<this>dit|vorig|afgelopen|komend|volgend) (?P<what>school|kalender|studie)?jaar\b", re.IGNORECASE)
PART_MONTH = re.compile(rf"\b(?P<part>begin|medio|half|halverwege|eind|einde) {MONTH}\b", re.IGNORECASE)
PART_YEAR = re.compile(rf"\b(?P<part>begin|medio|half|halverwege|eind|einde) {YEAR}\b", re.IGNORECASE)
PLAIN_YEAR = re.compile(rf"(?<![\w–/-]){YEAR}(?![\w%]|[.,]\d|[–/-]\d)")
LIMIT = re.compile(r"\b(?:uiterlijk(?: (?:op|in|per|voor|vóór|eind))?|v[oó][oó]r|tot(?: en met)?|binnen|niet later dan|op zijn laatst(?: op)?) (?:de |het )?$", re.IGNORECASE)
AMOUNT = re.compile(rf"(?:€|\bEUR|\beuro) ?(?P<one>{NUMBER})(?:,-)?(?: {SCALES})?|\b(?P<two>{NUMBER}|{WORD})(?: {SCALES.replace('scale', 'scaled')})? (?P<coin>euro|eurocent|cent)\b", re.IGNORECASE)
PERCENTAGE = re.compile(rf"\b(?P<number>{NUMBER}|{WORD}) ?(?:%|procent(?:punt(?:en)?)?\b)", re.IGNORECASE)
PERIOD = re.compile(
    rf"(?<![\w,.-])(?P<number>{NUMBER}|{WORD})(?: ?à ?{NUMBER})?(?P<middle> hele| volle| opeenvolgende| aaneengesloten)? "
    r"(?P<unit>seconden?|minuten|minuut|uren|uur|dagen|dag|werkdagen|weken|week|maanden|maand|kwartalen|kwartaal|jaren|jaar|schooljaren|schooljaar|lesuren|dagdelen)\b",
    re.IGNORECASE,
)
FRACTION = re.compile(
    rf"\b(?P<top>{WORD}|\d+) (?P<bottom>{'|'.join(ORDINALS)})(?: deel)? (?:van )?(?:de |het |alle )?(?P<unit>{WORD})"
    rf"|\b(?P<part>{WORD}|\d+) (?:op|van) (?:de|elke) (?P<whole>{WORD}|\d+) (?P<of>{WORD})|\b(?P<figure>\d+/\d+)(?:e|de|ste)? (?:van )?(?:de |het |alle )?(?P<what>{WORD})",
    re.IGNORECASE,
)
COUNT = re.compile(rf"(?<![\w€.,:/%–?!»)”’\"-])(?:(?P<figure>{NUMBER})|(?P<word>{WORD}))(?: (?P<scale>duizend|miljoen|miljard)\b)?(?![\w:/%–-]|[.,]\d)", re.IGNORECASE)

NAMED_BY_NUMBER = (
    "nrs?|nummers?|artikel(?:en)?|art|lid|vra(?:ag|gen)|antwoord(?:en)?|bijlagen?|maatregel(?:en)?|actielijn(?:en)?|clusters?|hoofdstuk|paragraaf|punt|"
    "knelpunt(?:en)?|groep(?:en)?|voetnoot|noot|staatsblad|staatscourant|kamerstuk(?:ken)?|dossier|pagina|blz|p|bladzijde|fase|stap|ad|"
    "prioriteit|doelstelling|spoor|tabel|figuur|optie|scenario|categorie|niveau|zaak|telefoon|postbus|klas|leerjaar|onderdeel|thema|nota|versie"
)
# "bijlagen 9, 10 en 11", "maatregel 14 («…») en 17": names, not counts.
NAME_LIST = re.compile(rf"\b(?:{NAMED_BY_NUMBER})[.:]? (?:\d{{1,5}}(?: \([^()]*\))?(?:, | en | of | t/m ))*$", re.IGNORECASE)
NO_NOUN = frozenset(
    ["zijn", "is", "waren", "was", "worden", "wordt", "werden", "werd", "hebben", "heeft", "had", "hadden", "kan", "kunnen", "kon", "zal", "zullen", "en", "of", "van", "in", "op", "aan", "met", "bij", "om", "te", "die", "dat", "er", "ook", "niet", "voor", "tot", "per", "als", "dan", "maar", "naar", "uit", "over", "onder", "tegen", "na", "door", "zich", "hun", "zij", "ze", "wij", "we", "ik", "u", "het", "een", "de", "deze", "dit", "geen", "nog", "al", "meer", "minder", "binnen", "sinds", "tussen", "krijgen", "kregen", "doen", "deden", "gaan", "gingen", "komen", "kwamen", "staan", "maken", "willen", "moeten", "mogen", "blijven", "nemen"]
)
NOUN = re.compile(rf"\(?({WORD}(?:-{WORD})*)")
DESCRIBING = re.compile(r"(?:e|lijk|ig|baar|isch|eerder|aantal|tal)$")
NOT_A_COUNT = re.compile(r" (?:van|op (?:één|een|1)\b)")  # "één van de redenen", "één op één"
MASKED = re.compile(r"(?:https?://|www\.)\S+|\b\d{2} \d{3}(?: [IVXLC]+\b|, nrs?\b)|(?<=Kamerstuk )\d{2} \d{3}|(?<=Kamerstukken )\d{2} \d{3}")


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
    for finder in (_amounts(text), _percentages(text), _dates(text, reference), _fractions(text), _periods(text), _counts(text)):
        for value in finder:
            if taken.take(value.start, value.end):
                found.append(value)
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
    return TypedValue(kind=kind, text=match.string[match.start() : end], start=match.start(), end=end, value=value, unit=unit)


def _scaled(number: str, scale: str | None) -> str:
    if not scale or not number:
        return number
    return format((Decimal(number) * SCALE[scale.lower()]).normalize(), "f")


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
        if not number or NAME_LIST.search(text, max(0, match.start() - 80), match.start()):
            continue
        if _labels_line(text, match) or (number == "1" and NOT_A_COUNT.match(text, match.end())):
            continue
        noun = _noun_after(text, match.end(), single=number in {"0", "1"})
        # "Daarvoor acht het kabinet": a verb that looks like a number counts nothing.
        if noun or match["figure"] or match["word"].lower() != "acht":
            yield _made(ValueKind.COUNT, match, number, noun)


def _labels_line(text: str, match: re.Match[str]) -> bool:
    """Whether the figure opens its line as the number of a footnote, a list item or a paper."""
    if match["figure"] is None or text[: match.start()].rstrip(" ")[-1:] not in {"", "\n"}:
        return False
    return bool(re.compile(r"[.)]? (?=[A-Z«‘“]|https?:|www\.)|[.)] |\n|$").match(text, match.end()))


def _noun_after(text: str, at: int, *, single: bool) -> str:
    """The noun that a number counts: past adjectives, "" when a verb or a stop follows."""
    if re.compile(r" (?:de|van de|van het) ").match(text, at) and re.search(r"\b[Aa]lle \S+$", text[max(0, at - 30) : at]):
        at = text.index("de ", at) + 2 if "de " in text[at : at + 9] else at
    first = ""
    for _ in range(4):
        noun = NOUN.match(text, at + 1) if text[at : at + 1] == " " else None
        if noun is None or noun.group(1).lower() in NO_NOUN or noun.group(1).lower().startswith("waar"):
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
                    kind=value.kind, text=value.text, start=value.start, end=value.end, value=value.value, unit=unit
                )
            unit = value.unit or unit
        result.append(value)
    return result


def _dates(text: str, reference: date | None) -> Iterator[TypedValue]:
    for pattern, meaning in (
        (DAY, _day),
        (NUMERIC_DAY, _day),
        (MONTH_YEAR, _month),
        (RELATIVE_YEAR, _relative_year),
        (SEASON_TIME, _season),
        (PART_MONTH, _part_of_month),
        (PART_YEAR, _part_of_year),
        (PLAIN_YEAR, _year),
    ):
        for match in pattern.finditer(text):
            if pattern is PLAIN_YEAR and _alone(text, match):
                continue
            value = meaning(match, reference)
            if value is None:
                continue
            limited = LIMIT.search(text, max(0, match.start() - 30), match.start())
            if limited and pattern is PLAIN_YEAR and limited.group().lower() == "voor ":
                limited = None  # "middelen voor 2023"
            kind = ValueKind.DEADLINE if limited else ValueKind.DATE
            yield _made(kind, match, value)


def _alone(text: str, match: re.Match[str]) -> bool:
    """Whether the figure fills its line: the number of an Aanhangsel, not a year."""
    return text[: match.start()][-1:] in {"", "\n"} and text[match.end() :][:1] in {"", "\n"}


def _day(match: re.Match[str], reference: date | None) -> str | None:
    fields = match.groupdict()
    month = int(match["month"]) if match["month"].isdigit() else MONTHS.index(match["month"].lower()) + 1
    day = int(match["day"])
    if not 1 <= month <= 12 or not 1 <= day <= 31:
        return None
    year = int(match["year"]) if match["year"] else 0
    if not year and reference and (fields.get("last") or fields.get("next")):
        passed = (month, day) <= (reference.month, reference.day)
        if fields.get("last"):
            year = reference.year if passed else reference.year - 1
        else:
            year = reference.year + 1 if passed and (month, day) != (reference.month, reference.day) else reference.year
    if not year:
        return ""
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _month(match: re.Match[str], _reference: date | None) -> str:
    month = MONTHS.index(match["month"].lower()) + 1
    value = f"{match['year']}-{month:02}"
    return f"{match['part'].lower()} {value}" if match["part"] else value


def _relative_year(match: re.Match[str], reference: date | None) -> str:
    if reference is None:
        return ""
    shift = {"dit": 0, "vorig": -1, "afgelopen": -1, "komend": 1, "volgend": 1}[match["this"].lower()]
    if match["what"] in {"school", "studie"}:
        begins = (reference.year if reference.month >= 8 else reference.year - 1) + shift
        return f"{begins}/{begins + 1}"
    year = reference.year + shift
    month = f"{year}-{MONTHS.index(match['month'].lower()) + 1:02}" if match["month"] else str(year)
    return f"{match['part'].lower()} {month}" if match["part"] else month


SEASON_NAMES = {"lente": "voorjaar", "herfst": "najaar", "zomerreces": "zomer", "zomervakantie": "zomer"}
SEASON_ENDS = {"voorjaar": (6, 21), "zomer": (9, 1), "najaar": (12, 21), "winter": (3, 21), "kerst": (12, 25)}


def _season(match: re.Match[str], reference: date | None) -> str:
    season = SEASON_NAMES.get(match["season"].lower(), match["season"].lower())
    if match["year"]:
        return f"{season} {match['year']}"
    this = (match["this"] or "").lower()
    # "in het najaar" may lie behind or ahead; "voor de zomer" lies ahead.
    ahead = LIMIT.search(match.string, max(0, match.start() - 30), match.start())
    if reference is None or (this in {"", "het", "de", "in"} and not ahead):
        return ""
    ends = date(reference.year, *SEASON_ENDS.get(season.removesuffix("reces").removesuffix("vakantie"), (12, 31)))
    over = reference > ends
    if this in {"afgelopen", "vorig", "vorige"}:
        return f"{season} {reference.year if over else reference.year - 1}"
    return f"{season} {reference.year + 1 if over else reference.year}"


def _part_of_month(match: re.Match[str], reference: date | None) -> str:
    """The nearest such month, within half a year, when the day of writing is known."""
    if reference is None:
        return ""
    month = MONTHS.index(match["month"].lower()) + 1
    nearest = min(
        (date(year, month, 15) for year in (reference.year - 1, reference.year, reference.year + 1)),
        key=lambda day: abs(day - reference),
    )
    if abs(nearest - reference) > timedelta(days=120):
        return ""
    return f"{match['part'].lower()} {nearest.year}-{month:02}"


def _part_of_year(match: re.Match[str], _reference: date | None) -> str:
    return f"{match['part'].lower()} {match['year']}"


def _year(match: re.Match[str], _reference: date | None) -> str:
    return match["year"]
