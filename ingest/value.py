"""A value in a text: what sort it is, where it stands and what it stands for."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


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

    ``value`` is its normal form: a date as ISO 8601 ("2023-02-17", "2024-08", "2035", "2024-Q1" for a
    quarter, "2024-H1" for half a year, "2021/2022" from year to year), a vaguer time in words with its
    year ("najaar 2023", "eind 2023-03"), a number in digits ("1500", "2.5"), a part as a fraction
    ("1/3"); "" when the text alone does not tell. ``unit`` is "euro", the unit of a period, "%" or
    "procentpunt", or the noun that is counted; "" if there is none.
    """

    kind: ValueKind
    text: str
    start: int
    end: int
    value: str
    unit: str = ""
