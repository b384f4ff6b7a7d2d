"""Footnotes of an HTML page that stand in a list, written with their numbers before the page is read."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.formats.safe_xml import Element, remove

LINKED = re.compile(r"[(\[]?(\d{1,3}|\*{1,3})[)\]]?")  # a link to a note or back from it
OWN_NUMBER = re.compile(r"\s*[(\[]?(\d{1,3}|\*{1,3})(?:[.)\]:]+\s+|[.)\]:]*\s*$|\s+(?=[A-ZÀ-Ý«“‘\"']))")
BACK = re.compile(r"\W*(?:\d{1,3}|[a-z]|terug\b.*)?\W*", re.IGNORECASE | re.DOTALL)  # the words of a link back


def within_page(link: Element) -> str:
    """The name of the place on the same page that a link leads to; "" for any other link."""
    address = link.get("href", "") if link.tag == "a" else ""
    return address[1:] if address.startswith("#") else ""


def with_notes_written(root: Element) -> None:
    """Turn the items of a list that raised numbers link to into paragraphs "1 …", without their links back.

    The list is one of notes if half of its items are called so; the others are counted.
    """
    places = {name: element for element in root.iter("*") for name in (element.get("id"), element.get("name")) if name}
    numbers: dict[Element, str] = {}  # of the items that are called
    back: set[str] = set()
    for link in root.iter("a"):
        number = LINKED.fullmatch("".join(link.itertext()).strip())
        item = _item(places.get(within_page(link))) if number and _is_raised(link) else None
        if number and item is not None:
            numbers.setdefault(item, number[1])
            back.update(_names(link))
    for notes in {item.getparent(): None for item in numbers}:
        items = notes.findall("li")
        if 2 * sum(item in numbers for item in items) >= len(items):
            for place, item in enumerate(items, start=first_number(notes)):
                _write(item, numbers.get(item, str(place)), back)


def first_number(items: Element) -> int:
    """Where a list starts to count."""
    start = items.get("start", "1")
    return int(start) if re.fullmatch(r"[0-9]{1,4}", start) else 1


def _is_raised(link: Element) -> bool:
    return any(near.tag == "sup" for near in (*link.iter(), *link.iterancestors()))


def _item(place: Element | None) -> Element | None:
    """The item of a list that a place is or stands in."""
    if place is None:
        return None
    return place if place.tag == "li" else next(place.iterancestors("li"), None)


def _names(link: Element) -> Iterator[str]:
    """The names by which a link back may call the mark of a note."""
    parent = link.getparent()
    for near in (*link.iter(), *([] if parent is None else [parent])):
        yield from filter(None, (near.get("id"), near.get("name")))


def _write(item: Element, number: str, back: set[str]) -> None:
    for link in [one for one in item.iter("a") if within_page(one) in back][::-1]:
        if _leads_back(link, item):
            remove(link)
    _without_number(item, number)
    item.tag, item.text = "div", f"{number} {(item.text or '').lstrip()}"


def _leads_back(link: Element, note: Element) -> bool:
    """Whether a link is the first or the last of a note and says no more than that it leads back."""
    words, whole = ("".join(each.itertext()).strip() for each in (link, note))
    return bool(BACK.fullmatch(words)) and (whole.startswith(words) or whole.endswith(words))


def _without_number(note: Element, number: str) -> None:
    """Take the number out that a note bears itself: "1. Zie …", or "1" in an element of its own."""
    first = next(iter(note.xpath(".//text()[normalize-space()]")), None)
    if first is not None and (found := OWN_NUMBER.match(first)) and found[1] == number:
        holder, rest = first.getparent(), first[found.end() :]
        holder.tail, holder.text = (rest, holder.text) if first.is_tail else (holder.tail, rest)
