"""What of an OpenDocument text a reader sees: the rest is taken out of it before it is read."""

from __future__ import annotations

import re
from collections.abc import Callable

from ingest.formats.safe_xml import Element, local_name, remove
from ingest.formats.seen import BLACK, SMALLEST, WHITE, Colour, colour_of, look

SIZE = re.compile(r"([\d.]+)pt")
HIDDEN_PARTS = frozenset({"hidden-text", "hidden-paragraph"})
Property = Callable[[Element, str, str], str]  # what the style of an element says: of which kind, by what name


def without_unseen(root: Element, says: Property) -> None:
    """Take out of a document what no reader of it sees; words on a ground of their own colour leave a mark."""
    for element in [each for each in root.iter("*") if _is_hidden(each, says)]:
        remove(element)
    _walk(root, says, BLACK, WHITE)


def _is_hidden(element: Element, says: Property) -> bool:
    name = local_name(element)
    told: dict[str, str] = {local_name_of(key): value for key, value in element.attrib.items()}
    if name in HIDDEN_PARTS:
        return told.get("is-hidden", "true") != "false"
    if name in {"section", "frame"} and told.get("display") == "none":
        return True
    if name in {"table-row", "table-column"} and told.get("visibility") in {"collapse", "filter"}:
        return True
    if name not in {"span", "p", "h", "a"}:
        return False
    if says(element, "text", "display") == "none":
        return True
    struck = (says(element, "text", f"text-line-through-{part}") for part in ("style", "type"))
    if any(said not in ("", "none") for said in struck):
        return True
    size = SIZE.fullmatch(says(element, "text", "font-size"))
    return size is not None and float(size[1]) < SMALLEST


def local_name_of(key: str) -> str:
    """The name of an attribute without its namespace."""
    return key.rpartition("}")[2]


def _walk(element: Element, says: Property, ink: Colour, ground: Colour) -> None:
    if local_name(element) in {"span", "p", "h", "a"}:
        ink = colour_of(says(element, "text", "color")) or ink
        ground = colour_of(says(element, "paragraph", "background-color")) or ground
        ground = colour_of(says(element, "text", "background-color")) or ground
    elif local_name(element) == "table-cell":
        ground = colour_of(says(element, "table-cell", "background-color")) or ground
    # In white of itself where nothing says a colour: word processors choose what shows.
    shown = look(ink, ground)
    if shown is not None and element.text and element.text.strip():
        element.text = shown
    for child in element:
        if isinstance(child.tag, str):
            _walk(child, says, ink, ground)
        if shown is not None and child.tail and child.tail.strip():
            child.tail = shown
