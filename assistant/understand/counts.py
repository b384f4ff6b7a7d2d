"""Counts in a sentence: how many of what, and under which condition."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache

from assistant.understand.names import LONE_NUMBER
from index.dutch import fold, stem
from ingest.references import references
from ingest.typed_values import TypedValue, ValueKind, values


class Condition(StrEnum):
    """What is said of the things that are counted; counts under different conditions are no conflict."""

    SUBMITTED = "ingediend"
    APPROVED = "goedgekeurd"
    REJECTED = "afgewezen"
    ROOM = "ruimte"
    INVOLVED = "betrokken"
    EXPECTED = "verwacht"
    NONE = ""


# Looked for in the clause of the count; the first that occurs counts.
_CUES = {
    Condition.REJECTED: r"afgewezen|afgekeurd|geweigerd|weiger(?:t|de|den)|afwijz\w+|"
    r"(?:wees|wezen|wijst|wijzen)\b.{0,60}\baf|niet (?:goedgekeurd|toegekend|gehonoreerd|toegewezen)",
    Condition.APPROVED: r"goedgekeurd\w*|toegekend\w*|gehonoreerd\w*|toegewezen|geselecteerd\w*|goed te keuren",
    Condition.ROOM: r"plek|(?<!in )plaats(?! van)|ruimte|maxim\w+|hoogstens|ten hoogste|capaciteit|mogelijk",
    Condition.EXPECTED: r"verwacht\w*|streef\w*|doel|beoogd\w*|garan\w+|gegarandeerd|realiseren",
    Condition.SUBMITTED: r"ingediend\w*|opgeleverd|lever(?:t|de|den)\b.{0,60}\bop|gedaan|ontvangen|aangevraagd|"
    r"binnengekomen|binnen|aangemeld\w*|ingeschreven",
    Condition.INVOLVED: r"betrokken|deelneem\w*|deelnem\w*|meedoe\w*|doen\b.{0,60}\bmee|doet\b.{0,40}\bmee",
}
_CONDITIONS = [(condition, re.compile(rf"\b(?:{cue})\b")) for condition, cue in _CUES.items()]
_CLAUSE = re.compile(
    r",|;|\(|\)|\bwaarvan\b|\bdaarvan\b|\bhiervan\b|\bwaarbij\b|\bwaardoor\b|\bmaar\b|\bdus\b|\bomdat\b"
)
_PARTITIVE = re.compile(r"\b(?:waarvan|daarvan|van die|hiervan)\b")
_OF_THESE = {"daarvan", "hiervan"}
# "Het aantal nieuwe boten steeg tot ruim": the number behind it counts the boats; not "nam toe met", nor "per haven".
_NUMBER_OF = re.compile(
    r"\b[Hh]et (?:totale )?aantal (?:\w+e )?(?P<things>[a-zà-ÿ-]+(?:en|s))\b(?!.*\bper\b).*"
    r"\b(?:is|was|bedraagt|bedroeg|op|tot|naar)(?: (?:nu|toen|ongeveer|circa|ruim|bijna))* $"
)
_NO_LINK = r"(?!(?:is|zijn|was|waren|ligt|lag|lagen|valt|viel|wordt|werd|blijft|bleef|of|en|dan) )"
_DIFFERS = re.compile(
    rf"\s+(?:{_NO_LINK}\w+ )?(?:lager|hoger|minder|meer|duurder|goedkoper|langer|korter|groter|kleiner)\b"
)
_POINTING = re.compile(r"\b(?:deze|die|dezelfde|de)\s+$")


values_of = lru_cache(maxsize=4_000)(values)  # a sentence is read for many questions, and for several reasons


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """``value`` things of one sort, as a sentence counts them.

    ``start`` and ``end`` are the span of the words of the value in the sentence.
    ``whole`` is the value that this one is a part of ("41, waarvan 39"), "" if it is not.
    """

    value: str
    unit: str  # as written: "aanvragen"
    condition: Condition
    start: int
    end: int
    whole: str = ""
    between: str = (
        ""  # what stands before the value and behind the unit, where that comes first: "het aantal BOTEN is 40"
    )
    again: bool = False  # refers to a count that was given before: "deze 39 aanvragen"

    @property
    def thing(self) -> str:
        """What is counted, as a stem: of a compound with hyphens as of one without."""
        return stem(fold(self.unit).replace("-", ""))


@lru_cache(maxsize=4_000)
def counts(sentence: str, reference: date | None = None) -> tuple[Count, ...]:
    """The counts in a sentence, in order; a part without a noun takes the noun of its whole.

    The only number of a sentence that has none counts that of which it says "het aantal".
    """
    found: list[Count] = []
    told = [value for value in values_of(sentence, reference) if value.kind is ValueKind.COUNT and value.value]
    is_alone = sum(not value.unit for value in told) == 1
    told_to = 0  # where the words of the last count end
    for value in told:
        before = fold(sentence[: value.start])
        of_these = value.unit in _OF_THESE  # "40 boten; 9 daarvan lekken"
        wholes = [one for one in found if not of_these or _holds(one.value, value.value)]
        part = bool(wholes) and (of_these or _PARTITIVE.search(before[told_to:]) is not None)
        unit = wholes[-1].unit if part else "" if of_these else value.unit
        told_to = sentence.index(value.unit, value.end) + len(value.unit) if of_these else value.end
        number_of = _NUMBER_OF.search(sentence[: value.start]) if is_alone and not unit else None
        unit = number_of["things"] if number_of else unit
        if not unit:
            continue
        found.append(
            Count(
                value=value.value,
                unit=unit,
                condition=_condition(sentence, value.start, value.end),
                start=value.start,
                end=value.end,
                whole=wholes[-1].value if part else "",
                between=sentence[number_of.end("things") : value.start] if number_of else "",
                again=bool(_POINTING.search(before)),
            )
        )
    return tuple(found)


def _holds(whole: str, part: str) -> bool:
    """Whether a number is not too large to be a part of another."""
    return whole.isdecimal() and part.isdecimal() and int(whole) >= int(part)


def is_difference(sentence: str, value: TypedValue) -> bool:
    """Whether a value says by how much things differ, and not how much one of them is: "€ 100 miljoen lager"."""
    return _DIFFERS.match(sentence, value.end) is not None


@lru_cache(maxsize=4_000)
def bare_numbers(sentence: str, reference: date | None = None) -> frozenset[str]:
    """The numbers in a sentence of which nobody can tell what they count: "12 aanvragen; de B telt er 15".

    Such a number may well be the one that is asked for.
    """
    found = values_of(sentence, reference)
    taken = [(one.start, one.end) for one in found if one.kind is not ValueKind.COUNT or one.unit or not one.value]
    taken += [(one.start, one.end) for one in counts(sentence, reference)]
    taken += [(one.start, one.end) for one in references(sentence)]
    return frozenset(
        number[0]
        for number in LONE_NUMBER.finditer(sentence)
        if not any(start <= number.start() and number.end() <= end for start, end in taken)
    )


def condition_of(clause: str) -> Condition:
    """What a clause, or a question, says of the things that it counts."""
    folded = fold(clause)
    return next((condition for condition, cue in _CONDITIONS if cue.search(folded)), Condition.NONE)


def tells(text: str, condition: Condition) -> bool:
    """Whether a text speaks of a condition at all."""
    return any(name is condition and cue.search(fold(text)) for name, cue in _CONDITIONS)


def _condition(sentence: str, start: int, end: int) -> Condition:
    """The condition in the clause that the value stands in."""
    folded = fold(sentence) if len(fold(sentence)) == len(sentence) else sentence.lower()
    cuts = list(_CLAUSE.finditer(folded))
    left = max((match.end() for match in cuts if match.end() <= start), default=0)
    right = min((match.start() for match in cuts if match.start() >= end), default=len(folded))
    return condition_of(folded[left:right])
