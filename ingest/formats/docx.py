"""DOCX files: paragraphs, lists, tables, text boxes and footnotes, without heads and feet."""

from __future__ import annotations

from collections.abc import Iterator

from ingest.formats.docx_numbering import Numbering
from ingest.formats.docx_styles import WORD, Styles, is_on
from ingest.formats.flat_text import MARK, heading, join_lines, one_line, squeeze, table_lines, unmarked
from ingest.formats.paged_text import PagedText, Reason, UnreadableFile
from ingest.formats.safe_xml import Element, local_name, parse_xml
from ingest.formats.symbols import form_box, symbol
from ingest.formats.zipped import read_parts

DOCUMENT, FOOTNOTES, ENDNOTES = "word/document.xml", "word/footnotes.xml", "word/endnotes.xml"
NUMBERING, STYLES = "word/numbering.xml", "word/styles.xml"
# What was struck out or moved away, the second form of a drawing, the codes of fields: none is printed here.
UNPRINTED = frozenset({"del", "moveFrom", "Fallback", "instrText", "delText", "rPr", "pPr"})
WRAPPERS = frozenset({"sdt", "sdtContent", "ins", "moveTo", "customXml"})


def read(data: bytes) -> PagedText:
    """Read a DOCX file; it has no pages, as only a word processor lays them out.

    Raises:
        UnreadableFile: It is broken, locked, larger inside than it may be, or holds no text.
    """
    parts = read_parts(data, (DOCUMENT, FOOTNOTES, ENDNOTES, NUMBERING, STYLES))
    if DOCUMENT not in parts:
        raise UnreadableFile(Reason.BESCHADIGD, f"no {DOCUMENT} in it")
    roots = {name: parse_xml(part) for name, part in parts.items()}
    writer = _Writer(roots)
    body = roots[DOCUMENT].find(WORD + "body")
    text = join_lines([] if body is None else [*writer.blocks(body), "", *writer.endnotes()])
    if not text.strip():
        raise UnreadableFile(Reason.GEEN_TEKST, "no text in it")
    return unmarked(text)


class _Writer:
    """Writes the parts of one document down, counting its lists and footnotes on the way."""

    def __init__(self, roots: dict[str, Element]) -> None:
        self._styles = Styles(roots.get(STYLES))
        self._numbering = Numbering(roots.get(NUMBERING), self._styles)
        self._notes = {
            kind: {} if (root := roots.get(part)) is None else {note.get(WORD + "id"): note for note in root}
            for kind, part in (("footnote", FOOTNOTES), ("endnote", ENDNOTES))
        }
        self._called: dict[str, list[str]] = {"footnote": [], "endnote": []}
        self._after_item = False
        self._owes_space = False  # below the last paragraph; between two items of a list it is not paid
        self._pending: list[str] = []  # footnotes and text boxes that follow the paragraph they hang on

    def blocks(self, parent: Element) -> Iterator[str]:
        """The lines below an element in order, "" where white space shows."""
        for child in parent:
            name = local_name(child)
            if name == "p":
                yield from self._paragraph(child)
            elif name == "tbl":
                rows = [
                    [join_lines(self.blocks(cell)) for cell in _children(row, "tc")] for row in _children(child, "tr")
                ]
                yield from table_lines(rows)
                self._owes_space = self._after_item = False
            elif name in WRAPPERS:
                yield from self.blocks(child)

    def endnotes(self) -> list[str]:
        """The texts of the endnotes that were called, for the end of the paper."""
        return [self._note("endnote", number) for number in range(1, len(self._called["endnote"]) + 1)]

    def _paragraph(self, paragraph: Element) -> Iterator[str]:
        """A paragraph, and after it the footnotes and text boxes that hang on it."""
        text = squeeze(self._inline(paragraph))
        label = self._numbering.label(paragraph) if text else ""
        level = self._heading_level(paragraph) if text else None
        item = bool(label) and level is None
        apart = not text or level is not None or self._styles.space(paragraph, "before")
        if (apart or self._owes_space) and not (item and self._after_item):
            yield ""
        if text:
            words = f"{label} {text}".strip()
            yield words if level is None else heading(words, level)
        self._after_item = item
        self._owes_space = not text or level is not None or self._styles.space(paragraph, "after")
        pending, self._pending = self._pending, []
        for hanging in pending:
            yield from ("", hanging, "")

    def _heading_level(self, paragraph: Element) -> int | None:
        """How deep a heading stands by its style, 0 if it is set in bold from end to end; None if it is no heading."""
        if level := self._styles.outline_level(paragraph):
            return level
        runs = [run for run in paragraph.iter(WORD + "r") if run.find(WORD + "t") is not None]
        by_style = self._styles.is_bold(paragraph)
        marks = [run.find(f"{WORD}rPr/{WORD}b") for run in runs]
        bold = bool(runs) and all(by_style if mark is None else is_on(mark) for mark in marks)
        return 0 if bold else None

    def _inline(self, element: Element) -> str:
        """The text of a run, a paragraph or anything between them."""
        pieces: list[str] = []
        for child in element:
            name = local_name(child)
            if name in UNPRINTED or (name == "r" and child.find(f"{WORD}rPr/{WORD}vanish") is not None):
                continue
            match name:
                case "t":
                    pieces.append(child.text or "")
                case "tab" | "ptab":
                    pieces.append(" ")
                case "br" | "cr":
                    pieces.append("\n")
                case "sym":
                    pieces.append(symbol(child))
                case "fldChar":
                    pieces.append(form_box(child))
                case "noBreakHyphen":
                    pieces.append("-")
                case "footnoteReference" | "endnoteReference":
                    pieces.append(self._call(child, name.removesuffix("Reference")))
                case "txbxContent":
                    self._set_aside(child)
                case _:
                    pieces.append(self._inline(child))
        return "".join(pieces)

    def _set_aside(self, box: Element) -> None:
        """Keep a text box, with its own footnotes, until the paragraph that it hangs on ends."""
        before, self._pending = self._pending, []
        inside = join_lines(self.blocks(box))
        self._pending = [*before, inside]

    def _call(self, reference: Element, kind: str) -> str:
        """The mark of a note, for gluing to its word; a footnote itself waits for the paragraph's end."""
        note = reference.get(WORD + "id", "")
        if note not in self._notes[kind]:
            return ""
        self._called[kind].append(note)
        number = len(self._called[kind])
        if kind == "footnote":
            self._pending.append(self._note(kind, number))
        return f"{MARK}{number}"

    def _note(self, kind: str, number: int) -> str:
        note = self._notes[kind][self._called[kind][number - 1]]
        return f"{number} " + one_line(" ".join(map(self._inline, note.iter(WORD + "p"))))


def _children(element: Element, name: str) -> Iterator[Element]:
    """The children of that name, also those in content controls and tracked insertions."""
    for child in element:
        if local_name(child) == name:
            yield child
        elif local_name(child) in WRAPPERS:
            yield from _children(child, name)
