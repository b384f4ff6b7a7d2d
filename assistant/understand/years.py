"""Years that are counted from another one: "een jaar eerder", "het schooljaar daarvoor"."""

from __future__ import annotations

import re
from collections.abc import Set

_COUNTED = re.compile(
    r"\b(?:in )?(?:een|het|dat) (?:school|studie|college|kalender|begrotings)?jaar "
    r"(?:(?P<back>eerder|ervoor|daarvoor|daaraan voorafgaand)|later|erna|daarna|daarop)\b",
    re.IGNORECASE,
)


def years_counted(text: str, since: Set[str]) -> frozenset[str]:
    """The years that a text counts from others: of "een jaar eerder" 2021 and 2022, since 2022/2023; else none."""
    return frozenset(
        str(int(year) + (-1 if found["back"] else 1)) for found in _COUNTED.finditer(text) for year in since
    )


def with_years_named(text: str, since: Set[str]) -> str:
    """A text that names the years which it counts from others: "en in 2021-2022?" for "en het schooljaar ervoor?"."""
    return _COUNTED.sub(lambda found: f"in {'-'.join(sorted(years_counted(found[0], since)))}", text) if since else text
