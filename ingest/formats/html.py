"""HTML pages: the paper on them, without menus, buttons and scripts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from lxml import etree
from lxml import html as lxml_html

from ingest.formats.characters import FIGURES
from ingest.formats.flat_text import (
    MARK,
    heading,
    join_lines,
    one_line,
    set_lowered,
    set_raised,
    squeeze,
    table_lines,
    unmarked,
)
from ingest.formats.html_downloads import without_downloads
from ingest.formats.html_fields import with_fields_written
from ingest.formats.html_notes import LINKED, first_number, with_notes_written, within_page
from ingest.formats.html_seen import without_unseen
from ingest.formats.paged_text import PagedText, Reason, UnreadableFile
from ingest.formats.plainly import Plainly
from ingest.formats.safe_xml import Element, check_depth
from ingest.formats.table_rows import Cell
from ingest.official_numbers import is_identifier
from ingest.recorded_titles import title_behind_dossier

DROPPED = frozenset({"aside", "audio", "button", "canvas", "dialog", "embed", "footer", "form", "head", "iframe"})
DROPPED |= {
    "input",
    "math",
    "nav",
    "noscript",
    "object",
    "script",
    "select",
    "style",
    "svg",
    "template",
    "video",
}
BLOCKS = frozenset({"address", "article", "blockquote", "body", "caption", "center", "dd", "details", "div", "dl"})
BLOCKS |= {
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hgroup",
    "hr",
}
BLOCKS |= {
    "legend",
    "li",
    "main",
    "ol",
    "p",
    "pre",
    "section",
    "summary",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
}
BLOCKS |= {"thead", "tr", "ul"}
# Names that pages give to what is on them for machines or for finding one's way.
ASIDE_CLASSES = frozenset({"breadcrumb", "breadcrumbs", "cookie-banner", "no-print", "note-close", "print-only"})
ASIDE_CLASSES |= {"skiplinks", "sr-only", "visually-hidden", "visuallyhidden"}
MAIN = re.compile(r"(?:broodtekst|main-column|maincontent|main-content|content)(?:-container)?")
ARROW = re.compile(r"[\s#¶()\[\]^«»‹›←-⇿■-◿⟰-⟿⤀-⥿⬀-⯿\ufe0e\ufe0f]*")  # what a link within the page may be drawn as
NOTE_NUMBER = re.compile(r"\d{1,3}|\*{1,3}")
LABELLED = re.compile(r"(?:[•–-]|\(?(?:\d{1,3}[a-z]?|[A-Za-z]|[ivxIVX]{2,4})[.)°])\s")  # "Stb. 2018" has none
BOLD = frozenset({"b", "strong"})
HEADING = re.compile(r"h[1-6]")
# The record of an official publication, in Dublin Core.
RECORDED_TITLES = ("dc.title", "dcterms.title")
RECORDED_NUMBERS = ("dc.identifier", "dcterms.identifier")
SITE = " | "  # parts what a page is called from the name of the site
SITES = (SITE, " - ", " – ")  # the same, where the page itself shows what it is called
CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]+)", re.I)


def read(data: bytes) -> PagedText:
    """Read an HTML page.

    Raises:
        UnreadableFile: It is no HTML, is nested too deep, or holds no text.
    """
    parser = lxml_html.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True)
    try:
        root = lxml_html.document_fromstring(_decoded(data).encode(), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableFile(Reason.BESCHADIGD, f"HTML: {error}") from error
    check_depth(root)
    record = _record(root)
    without_unseen(root)
    without_downloads(root)
    with_notes_written(root)
    with_fields_written(root)
    plainly = Plainly()
    paper = _main(root)
    title = _title(record) or _heading_above(paper, record)
    text = join_lines(plainly.tree(paper, _blocks))
    if not text.strip():
        raise UnreadableFile(Reason.GEEN_TEKST, "no text on the page")
    return replace(unmarked(text), plain=plainly.places, marks_rows=True, title=title, identifier=_identifier(record))


def _record(root: Element) -> dict[str, list[str]]:
    """What the head of the page records of the paper, by the name of each particular; "title" is its own title.

    Each may be told more than once, its name in any case.
    """
    found = [(one.get("name", "").lower(), one.get("content", "")) for one in root.iter("meta")]
    record: dict[str, list[str]] = {"title": [one_line(root.findtext(".//title") or "")]}
    for name, said in found:
        if name in (*RECORDED_TITLES, *RECORDED_NUMBERS):
            record.setdefault(name, []).append(one_line(said))
    return record


def _title(record: dict[str, list[str]]) -> str:
    """What the record calls the paper, behind dossier and sort; the site may stand behind all in the title itself."""
    recorded = (said for name in RECORDED_TITLES for said in record.get(name, []))
    own = (said.partition(SITE)[0] for said in record["title"])
    return next(filter(None, map(title_behind_dossier, (*recorded, *own))), "")


def _heading_above(paper: Element, record: dict[str, list[str]]) -> str:
    """The first heading around the part that holds the paper, if the page is called so, and its headings are not."""
    around = next(filter(_is_main, paper.iterancestors()), paper)
    headings = [each for each in around.iter() if isinstance(each.tag, str) and HEADING.fullmatch(each.tag)]
    (called,) = record["title"]
    first = next((each for each in headings if paper not in each.iterancestors()), None)
    words = "" if first is None else _said(first)
    own = [_said(each) for each in headings if paper in each.iterancestors()]
    inside = any(" " in said and said in called for said in own)
    is_called = called == words or called.startswith(tuple(words + site for site in SITES))
    return words if " " in words and is_called and not inside else ""


def _said(element: Element) -> str:
    return one_line("".join(element.itertext()))


def _identifier(record: dict[str, list[str]]) -> str:
    """The first number of the paper that the record tells as publishers write it; an address is none."""
    return next((said for name in RECORDED_NUMBERS for said in record.get(name, []) if is_identifier(said)), "")


def _decoded(data: bytes) -> str:
    """The page as text: UTF-8 if it is that, whatever it says of itself; else as it says, or Windows-1252."""
    said = CHARSET.search(data[:2048])
    for encoding in ("utf-8-sig", said[1].decode("ascii") if said else "cp1252"):
        try:
            return data.decode(encoding)
        except (UnicodeError, LookupError):
            continue
    return data.decode("cp1252", "replace")


def _main(root: Element) -> Element:
    """The part of the page that holds the paper: the innermost one so named with most of the words and the title."""
    chosen = root.find("body")
    if chosen is None:
        return root
    for element in chosen.iter("main", "article", "div", "section"):
        if _is_main(element) and 2 * len(_words(element)) > len(_words(chosen)) and not _is_titled(chosen, element):
            chosen = element
    return chosen


def _is_titled(chosen: Element, inner: Element) -> bool:
    """Whether the title of a part that holds the paper stands above its inner part, with whatever else does there."""
    return _is_main(chosen) and any(inner not in title.iterancestors() for title in chosen.iter("h1"))


def _is_main(element: Element) -> bool:
    names = [element.get("id", ""), *element.get("class", "").split()]
    named = any(MAIN.fullmatch(name) for name in names)
    return named or element.tag in ("main", "article") or element.get("role") == "main"


def _words(element: Element) -> str:
    return "".join("".join(piece.split()) for piece in element.itertext() if piece)


def _is_dropped(element: Element) -> bool:
    if not isinstance(element.tag, str) or element.tag in DROPPED or "hidden" in element.attrib:
        return True
    if within_page(element) and ARROW.fullmatch("".join(element.itertext())):
        return True
    return not ASIDE_CLASSES.isdisjoint(element.get("class", "").split())


def _blocks(element: Element, opening: str = "") -> Iterator[str]:
    """The lines of an element, "" where a blank line belongs; ``opening`` stands before its first words."""
    loose = opening + _plain(element.text)
    count = first_number(element) if element.tag == "ol" else None
    for child in element:
        if not _is_dropped(child):
            if child.tag not in BLOCKS:
                loose += _inline(child)
            else:
                label = squeeze(loose)
                opens_note = child.tag == "p" and NOTE_NUMBER.fullmatch(label)
                yield from [] if opens_note else filter(None, [label])
                loose = ""
                if child.tag == "li":
                    yield from _item(child, "•" if count is None else f"{count}.")
                    count = None if count is None else count + 1
                elif child.tag == "table":
                    yield from ("", *_table(child), "")
                else:
                    level = None if opens_note else _heading_level(child)
                    lines = _blocks(child, f"{label} " if opens_note else "")
                    yield from ("", *(lines if level is None else _headings(lines, level)), "")
        loose += _plain(child.tail)
    yield from filter(None, [squeeze(loose)])


def _heading_level(element: Element) -> int | None:
    """How deep a heading stands, 0 if it is a paragraph in bold; None if it is no heading."""
    if HEADING.fullmatch(element.tag):
        return int(element.tag[1])
    if element.tag != "p":
        return None
    in_bold = sum(len(_words(part)) for part in element if part.tag in BOLD)
    return 0 if in_bold and in_bold == len(_words(element)) else None


def _headings(lines: Iterator[str], level: int) -> Iterator[str]:
    return (heading(line, level) if line else line for line in lines)


def _inline(element: Element) -> str:
    """The words of what is set within a line."""
    if element.tag == "br":
        return "\n"
    words = "".join(element.itertext()).strip()
    if (element.tag == "sup" or within_page(element)) and (note := LINKED.fullmatch(words)):
        return MARK + note[1]
    if element.tag in ("sup", "sub") and FIGURES.fullmatch(words):
        return (set_raised if element.tag == "sup" else set_lowered)(words)
    if any(child.tag in BLOCKS for child in element if not _is_dropped(child)):
        return "\n" + "\n".join(_blocks(element)) + "\n"
    inner = (("" if _is_dropped(child) else _inline(child)) + _plain(child.tail) for child in element)
    return _plain(element.text) + "".join(inner)


def _plain(text: str | None) -> str:
    """Words as a browser shows them: line breaks in the file are spaces."""
    return re.sub(r"\s+", " ", text or "")


def _item(item: Element, label: str) -> Iterator[str]:
    """An item of a list, its own number before it or else the one that the browser gives."""
    lines = list(filter(None, _blocks(item)))
    if lines and not LABELLED.match(lines[0]):
        lines[0] = f"{label} {lines[0]}"
    yield from lines


def _table(table: Element) -> Iterator[str]:
    caption = one_line(" ".join(map(_inline, table.findall("caption"))))
    rows = [row for row in table.iter("tr") if next(row.iterancestors("table")) is table]
    yield from table_lines([[_cell(cell) for cell in row if cell.tag in ("td", "th")] for row in rows], caption)


def _cell(cell: Element) -> Cell:
    row = cell.getparent()
    head = row.getparent().tag == "thead" or (cell.tag == "th" and cell.get("scope", "col") not in ("row", "rowgroup"))
    across, down = (_span(cell.get(name, "1")) for name in ("colspan", "rowspan"))
    return Cell(text=join_lines(_blocks(cell)), across=across, down=down, head=head)


def _span(said: str) -> int:
    return int(said) if re.fullmatch(r"\s*[1-9]\d{0,2}\s*", said) else 1
