"""Questions without a source, week by week: a number, and words only where somebody agreed to keep them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from assistant.desk.kept import Kept


@dataclass(frozen=True, slots=True, kw_only=True)
class Week:
    """What was asked in a week and is in no paper."""

    name: str  # "2026-W47", as ISO 8601 counts weeks
    number: int  # of questions
    questions: tuple[str, ...]  # those whose words were kept, oldest first


def note(kept: Kept, day: date, question: str = "") -> None:
    """Count a question; its words are kept only if they are given.

    Raises:
        PersonalDataFound: The words seem to hold something about a person.
    """
    year, week, _ = day.isocalendar()
    kept.add({"week": f"{year}-W{week:02}", "question": question}, typed=question)


def weeks(kept: Kept) -> list[Week]:
    """The weeks in which something was noted, newest first."""
    found: dict[str, list[str]] = defaultdict(list)
    for record in kept.records():
        found[str(record.get("week", ""))].append(str(record.get("question", "")))
    return [
        Week(name=name, number=len(asked), questions=tuple(filter(None, asked)))
        for name, asked in sorted(found.items(), reverse=True)
        if name
    ]
