"""XML read without entities, without network and within bounds."""

from __future__ import annotations

from typing import Any

from lxml import etree

from ingest.formats.paged_text import Reason, UnreadableFile

DEEPEST = 120  # a table in a text box in a table reaches 40
Element = Any  # lxml has no types of its own


def parse_xml(data: bytes) -> Element:
    """The root element of an XML file.

    Raises:
        UnreadableFile: It is not well-formed, or deeper or longer than libxml2 allows.
    """
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        huge_tree=False,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableFile(Reason.BESCHADIGD, f"XML: {error}") from error
    check_depth(root)
    return root


def check_depth(root: Element) -> None:
    """Refuse a tree that is too deep to walk.

    Raises:
        UnreadableFile: Its elements are nested deeper than any paper needs.
    """
    depth = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > DEEPEST:
            raise UnreadableFile(Reason.BESCHADIGD, f"elements nested deeper than {DEEPEST}")


def local_name(element: Element) -> str:
    """The name of an element without its namespace; "" for an entity that was left alone."""
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def remove(element: Element) -> None:
    """Take an element out of its tree and leave the words behind it."""
    parent, before = element.getparent(), element.getprevious()
    if parent is None:
        return
    if element.tail and before is not None:
        before.tail = (before.tail or "") + element.tail
    elif element.tail:
        parent.text = (parent.text or "") + element.tail
    parent.remove(element)
