"""What forms and symbol faces show on an HTML page, written as text into the page before it is read."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.formats.safe_xml import Element
from ingest.formats.symbols import EMPTY, TICKED, face_of, shown_in

FAMILY = re.compile(r"font(?:-family)?\s*:\s*([^;]*)", re.IGNORECASE)
CAN_BE_TICKED = frozenset({"checkbox", "radio"})
FILLED_IN = frozenset({"", "date", "datetime-local", "email", "month", "number", "tel", "text", "time", "url", "week"})
FIELDS = frozenset({"input", "select", "textarea"})
SEARCHES = re.compile(r"search|zoek", re.IGNORECASE)


def with_fields_written(root: Element) -> None:
    """Turn fields of forms into what they show, and letters of symbol faces into their signs.

    A form that holds nothing which somebody filled in, and little else of the page, is there to search or to sign in;
    it stays a form, which is not read.
    """
    for element in root.iter("*"):
        if (face := face_of(_family(element))) is not None:
            _set_words(element, face)
    all_words = _letters(root)
    for form in [*root.iter("form")]:
        filled_in = any(_shown(field) for field in form.iter(*FIELDS))
        if _searches(form) or not (filled_in or 2 * _letters(form) > all_words):
            continue
        form.tag = "div"
    for field in [each for each in root.iter(*FIELDS) if not _is_dropped(each)]:
        _write(field, _shown(field) or (EMPTY if _kind(field) in CAN_BE_TICKED else ""))


def _family(element: Element) -> str:
    said = FAMILY.search(element.get("style", ""))
    return said[1] if said else element.get("face", "") if element.tag == "font" else ""


def _set_words(element: Element, face: dict[int, str]) -> None:
    element.text = shown_in(face, element.text or "")
    for child in element:
        child.tail = shown_in(face, child.tail or "")


def _shown(field: Element) -> str:
    """What somebody filled in or ticked; "" for nothing."""
    if field.tag == "textarea":
        return (field.text or "").strip()
    if field.tag == "select":
        return ", ".join(_chosen(field))
    if _kind(field) in CAN_BE_TICKED:
        return TICKED if "checked" in field.attrib else ""
    return field.get("value", "").strip() if _kind(field) in FILLED_IN else ""


def _chosen(field: Element) -> Iterator[str]:
    return ("".join(option.itertext()).strip() for option in field.iter("option") if "selected" in option.attrib)


def _kind(field: Element) -> str:
    return field.get("type", "").strip().lower() if field.tag == "input" else ""


def _is_dropped(field: Element) -> bool:
    """Whether a field stands in a form that is not read, or can show nothing."""
    if field.tag == "input" and _kind(field) not in CAN_BE_TICKED | FILLED_IN:
        return True
    return next(field.iterancestors("form"), None) is not None


def _write(field: Element, words: str) -> None:
    tail = field.tail
    field.clear()
    field.tag, field.text, field.tail = "span", f"{words} " if words else "", tail


def _searches(form: Element) -> bool:
    said = " ".join(form.get(name, "") for name in ("role", "class", "id", "name", "action"))
    return bool(SEARCHES.search(said)) or any(_kind(field) == "search" for field in form.iter("input"))


def _letters(element: Element) -> int:
    return sum(len("".join(piece.split())) for piece in element.itertext())
