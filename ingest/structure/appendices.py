"""The appendices that a letter names, by number, with their titles where it gives them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.document import Appendix
from ingest.structure.layout import Layout
from ingest.structure.shapes import Shape

NUMBER = r"(?:\d{1,2}|[IVX]{1,4}|[A-Z](?=[:.)\s]))"
UP_TO = " (?:t/m|tot en met) "
# A line of its own: "Bijlage 2: Overzicht van de havens".
TITLED = re.compile(rf"(?:[•–-]\s+|\d{{1,2}}[.)]\s+)?Bijlage ({NUMBER})\s*[:.)–-]?\s+([«“‘\"']?[A-ZÀ-Ý].{{2,180}})")
NAMED = re.compile(rf"\b[Bb]ijlagen? ({NUMBER}(?:(?:, | en |{UP_TO}){NUMBER})*)(?![\w.]*\d)")
# "bijlage 1 bij het besluit": an appendix to something else.
ELSEWHERE = re.compile(
    r"\s+(?:bij|van|uit|behorende bij) (?:de |het |die |dat |artikel |mijn |onze )?"
    r"(?:Kamerst|wet|regeling|besluit|verordening|richtlijn|artikel|Grondwet|verdrag|brief van)\w*",
    re.IGNORECASE,
)
# Above a list of them.
LIST_HEAD = re.compile(r"Bijlage(?:n|\(n\))\s*:?", re.IGNORECASE)
TITLE_END = ".;,"


def appendices_of(layout: Layout) -> tuple[Appendix, ...]:
    """Every appendix once, in the order in which the numbers run."""
    titles: dict[str, str] = {}
    listed = False
    for unit in layout.units:
        text = layout.text[unit.start : unit.end]
        listed = (listed and unit.shape is Shape.ITEM) or LIST_HEAD.fullmatch(text) is not None
        if listed and unit.number.isdigit():
            titles[unit.number] = text.removeprefix(unit.bullet).strip().rstrip(TITLE_END)
            continue
        found = TITLED.fullmatch(text)
        if found and not _is_sentence(text):
            titles[found.group(1)] = titles.get(found.group(1)) or found.group(2).strip().rstrip(TITLE_END)
            continue
        for match in NAMED.finditer(text):
            cited = unit.shape is Shape.FOOTNOTE and text[: match.start()].endswith(", ")  # "Monitor 2024, bijlage B"
            if not cited and not ELSEWHERE.match(text, match.end()):
                for number in _numbers(match.group(1)):
                    titles.setdefault(number, "")
    return tuple(Appendix(number=number, title=titles[number]) for number in sorted(titles, key=_order))


def _is_sentence(text: str) -> bool:
    return text.endswith(".") and len(text.split()) > 12


def _numbers(text: str) -> Iterator[str]:
    """The numbers in "1, 2 en 3", and all those in "1 en 3 t/m 5"."""
    for part in re.split(r", | en (?!met )", text):
        if run := re.fullmatch(rf"(\d+){UP_TO}(\d+)", part):
            yield from map(str, range(int(run[1]), int(run[2]) + 1))
        else:
            yield from re.split(UP_TO, part)


def _order(number: str) -> tuple[bool, int, str]:
    return (not number.isdigit(), int(number) if number.isdigit() else 0, number)
