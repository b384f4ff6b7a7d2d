"""The numbers and bullets that Word puts before paragraphs and does not write down."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from ingest.formats.counting import letters_of, roman_of
from ingest.formats.docx_styles import VALUE, WORD, Styles
from ingest.formats.safe_xml import Element

LARGEST = 10_000  # a list that claims to start further is broken
OVERRIDE = WORD + "lvlOverride"
DASHES = frozenset("-–—\uf02d\uf0be")


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """How one level of a list is numbered."""

    form: str = "decimal"
    pattern: str = ""
    start: int = 1
    draft: str = ""  # lists of one draft count on after each other
    anew: bool = False  # but this one begins at its start


class Numbering:
    """Counts the lists of one document, paragraph by paragraph in their order."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        self._levels = {} if root is None else dict(_levels(root))
        self._styles = styles
        self._counts: defaultdict[str, dict[int, int]] = defaultdict(dict)  # by draft
        self._begun: set[tuple[str, int]] = set()  # levels of lists

    def label(self, paragraph: Element) -> str:
        """What stands before a paragraph: "1.", "b)", "•" or nothing."""
        list_id, depth = self._list_of(paragraph)
        level = self._levels.get((list_id, depth))
        if level is None or level.form == "none":
            return ""
        if level.form == "bullet":
            return "–" if level.pattern in DASHES else "•"
        counts = self._counts[level.draft]
        if level.anew and (list_id, depth) not in self._begun:
            counts.pop(depth, None)
        self._begun.add((list_id, depth))
        counts[depth] = counts.get(depth, level.start - 1) + 1
        for deeper in [other for other in counts if other > depth]:
            del counts[deeper]
        return re.sub(r"%([1-9])", lambda match: self._count(list_id, int(match[1]) - 1, counts), level.pattern)

    def _count(self, list_id: str, depth: int, counts: Mapping[int, int]) -> str:
        level = self._levels.get((list_id, depth), Level())
        return FORMS.get(level.form, str)(counts.get(depth, level.start))

    def _list_of(self, paragraph: Element) -> tuple[str, int]:
        """The list and the level of a paragraph; the style may name what the paragraph leaves out."""
        said = list(self._styles.properties(paragraph, WORD + "numPr"))
        names = (_said(properties, "numId", "") for properties in said)
        depths = (_whole(_said(properties, "ilvl", "")) for properties in said)
        return next(filter(None, names), ""), next((depth for depth in depths if depth is not None), 0)


def _levels(root: Element) -> Iterator[tuple[tuple[str, int], Level]]:
    drafts = {draft.get(WORD + "abstractNumId"): draft for draft in root.iter(WORD + "abstractNum")}
    for instance in root.iter(WORD + "num"):
        name = _said(instance, "abstractNumId", "")
        draft = drafts.get(name)
        overrides = {_depth(said): _whole(_said(said, "startOverride", "")) for said in instance.iter(OVERRIDE)}
        for level in [] if draft is None else draft.iter(WORD + "lvl"):
            depth = _depth(level)
            start = _whole(_said(level, "start", "1"))
            anew = overrides.get(depth)
            described = Level(
                form=_said(level, "numFmt", "decimal"),
                pattern=_said(level, "lvlText", ""),
                start=next((number for number in (anew, start) if number is not None), 1),
                draft=name,
                anew=anew is not None,
            )
            yield (instance.get(WORD + "numId", ""), depth), described


def _depth(level: Element) -> int:
    return _whole(level.get(WORD + "ilvl", "0")) or 0


def _said(element: Element, name: str, default: str) -> str:
    child = element.find(WORD + name)
    return default if child is None else str(child.get(VALUE, default))


def _whole(said: str) -> int | None:
    return int(said) if re.fullmatch(r"[0-9]{1,5}", said) and int(said) <= LARGEST else None


FORMS: dict[str, Callable[[int], str]] = {
    "lowerLetter": letters_of,
    "upperLetter": lambda number: letters_of(number).upper(),
    "lowerRoman": roman_of,
    "upperRoman": lambda number: roman_of(number).upper(),
    "decimalZero": lambda number: f"{number:02}",
}
