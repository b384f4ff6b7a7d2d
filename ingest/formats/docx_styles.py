"""What the styles of a Word document say about a paragraph that does not say it itself."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.formats.safe_xml import Element, local_name

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
VALUE = WORD + "val"
DEEPEST_STYLE = 20  # styles based on styles, in case they go round
VISIBLE = 60  # twentieths of a point: what shows as white space between two paragraphs
DEPTHS = frozenset("012345678")  # 9 is running text
LEVELS = {"superscript": 1, "subscript": -1}
SHIFT = 4  # half points: by less, words are only set to look well
OFF = frozenset({"0", "false", "off"})


class Styles:
    """The style sheet of one document."""

    def __init__(self, root: Element | None) -> None:
        styles = [] if root is None else list(root.iter(WORD + "style"))
        self._used = {local_name(said) for style in styles for said in style.iterfind(f"{WORD}rPr/*")}
        self._by_id = {style.get(WORD + "styleId", ""): style for style in styles}
        normal = (style for style in styles if style.get(WORD + "default") and style.get(WORD + "type") == "paragraph")
        self._normal = next((style.get(WORD + "styleId", "") for style in normal), "")
        self._defaults = None if root is None else root.find(f"{WORD}docDefaults/{WORD}pPrDefault")

    def properties(self, paragraph: Element, path: str) -> Iterator[Element]:
        """A property of a paragraph as it says it, as its style does, and as the whole document does."""
        sources = [paragraph, *self._chain(paragraph)]
        if self._defaults is not None:
            sources.append(self._defaults)
        for source in sources:
            found = source.find(f"{WORD}pPr/{path}")
            if found is not None:
                yield found

    def outline_level(self, paragraph: Element) -> int:
        """How deep a heading a paragraph is, from 1; 0 if it is running text."""
        said = next(self.properties(paragraph, WORD + "outlineLvl"), None)
        level = "" if said is None else said.get(VALUE, "")
        return int(level) + 1 if level in DEPTHS else 0

    def is_bold(self, paragraph: Element) -> bool:
        """Whether the style of a paragraph prints it bold."""
        marks = (style.find(f"{WORD}rPr/{WORD}b") for style in self._chain(paragraph))
        return next((is_on(mark) for mark in marks if mark is not None), False)

    def of_run(self, run: Element, name: str) -> Iterator[Element]:
        """A property of the type of a run as it says it, as its styles do, and as the whole document does."""
        if (own := run.find(f"{WORD}rPr/{WORD}{name}")) is not None:
            yield own
        if name not in self._used:
            return
        if (styled := run.find(f"{WORD}rPr/{WORD}rStyle")) is not None:
            yield from self._of_styles(styled.get(VALUE, ""), name)
        paragraph = next(run.iterancestors(WORD + "p"), None)
        if paragraph is not None:
            named = paragraph.find(f"{WORD}pPr/{WORD}pStyle")
            yield from self._of_styles(self._normal if named is None else named.get(VALUE, ""), name)

    def _of_styles(self, style: str, name: str) -> Iterator[Element]:
        found = (each.find(f"{WORD}rPr/{WORD}{name}") for each in self._up_from(style))
        yield from (said for said in found if said is not None)

    def level(self, run: Element) -> int:
        """Whether a run is set above the line (1), below it (-1) or on it (0)."""
        said = next(self.of_run(run, "vertAlign"), None)
        if said is not None:
            return LEVELS.get(said.get(VALUE, ""), 0)
        shift = next(self.of_run(run, "position"), None)
        by = shift.get(VALUE, "0") if shift is not None else "0"
        return (int(by) > 0) - (int(by) < 0) if re.fullmatch(r"-?[1-9]\d?", by) and abs(int(by)) >= SHIFT else 0

    def space(self, paragraph: Element, side: str) -> bool:
        """Whether white space shows on a side of a paragraph, "before" or "after"."""
        for spacing in self.properties(paragraph, WORD + "spacing"):
            if spacing.get(f"{WORD}{side}Autospacing", "0") not in OFF:
                return True
            if (said := spacing.get(WORD + side)) is not None:
                return said.isdecimal() and int(said) >= VISIBLE
        return False

    def _chain(self, paragraph: Element) -> Iterator[Element]:
        """The style of a paragraph, the style that it is based on, and so on."""
        named = paragraph.find(f"{WORD}pPr/{WORD}pStyle")
        yield from self._up_from(self._normal if named is None else named.get(VALUE, ""))

    def _up_from(self, name: str) -> Iterator[Element]:
        """A style, the style that it is based on, and so on."""
        for _ in range(DEEPEST_STYLE):
            style = self._by_id.get(name)
            if style is None:
                return
            yield style
            parent = style.find(WORD + "basedOn")
            name = "" if parent is None else parent.get(VALUE, "")


def is_on(mark: Element) -> bool:
    """Whether a switch such as bold is on: it is, unless it says no."""
    return mark.get(VALUE, "1").lower() not in OFF
