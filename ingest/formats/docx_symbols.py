"""The boxes, ticks and bullets that Word draws with a symbol of a face, or as a form field that can be ticked."""

from __future__ import annotations

from ingest.formats.docx_styles import WORD, is_on
from ingest.formats.safe_xml import Element
from ingest.formats.symbols import EMPTY, TICKED, face_of


def symbol(element: Element) -> str:
    """The character that a symbol shows, if it is a box, tick or bullet; "" for any other."""
    try:
        code = int(element.get(WORD + "char", ""), 16) & 0xFF
    except ValueError:
        return ""
    return (face_of(element.get(WORD + "font", "")) or {}).get(code, "")


def form_box(field: Element) -> str:
    """The box of a form field that can be ticked; "" for any other field."""
    box = next(field.iter(WORD + "checkBox"), None)
    if box is None:
        return ""
    states = (box.find(WORD + name) for name in ("checked", "default"))
    state = next((each for each in states if each is not None), None)
    return TICKED if state is not None and is_on(state) else EMPTY
