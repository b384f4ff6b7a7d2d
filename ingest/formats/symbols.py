"""Boxes that word processors draw with a symbol face or a form field: ticked or not."""

from __future__ import annotations

from ingest.formats.safe_xml import Element, local_name

TICKED, EMPTY = "☒", "☐"
# Codes of Wingdings and Wingdings 2, with or without the F000 that Word adds (charts of the faces).
WINGDINGS = {
    "wingdings": {0xFE: TICKED, 0xFD: TICKED, 0xFC: "✓", 0xFB: "✗", 0xA8: EMPTY, 0x6F: EMPTY, 0x71: EMPTY},
    "wingdings 2": {
        0x52: TICKED,
        0x54: TICKED,
        0x53: TICKED,
        0x50: "✓",
        0x4F: "✗",
        0xA3: EMPTY,
        0x2A: EMPTY,
        0x30: EMPTY,
    },
}
OFF = frozenset({"0", "false", "off"})


def symbol(element: Element) -> str:
    """The character that a symbol of a word processor shows, if it is a box or a tick; "" for any other."""
    values = {name.rpartition("}")[2]: value for name, value in element.attrib.items()}
    try:
        code = int(values.get("char", ""), 16) & 0xFF
    except ValueError:
        return ""
    return WINGDINGS.get(values.get("font", "").lower(), {}).get(code, "")


def form_box(field: Element) -> str:
    """The box of a form field that can be ticked; "" for any other field."""
    box = next((each for each in field.iter() if local_name(each) == "checkBox"), None)
    if box is None:
        return ""
    states = {local_name(each): each for each in box}
    state = states.get("checked", states.get("default"))
    if state is None:
        return EMPTY
    value = next((value for name, value in state.attrib.items() if name.rpartition("}")[2] == "val"), "1")
    return EMPTY if value.lower() in OFF else TICKED
