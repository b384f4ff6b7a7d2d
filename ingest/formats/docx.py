"""DOCX files: paragraphs, lists, tables, text boxes and footnotes, without heads and feet."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from ingest.formats.docx_numbering import Numbering
from ingest.formats.docx_seen import without_unseen
from ingest.formats.docx_styles import OFF, VALUE, WORD, Styles, is_on
from ingest.formats.docx_symbols import form_box, symbol
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
from ingest.formats.paged_text import PagedText, Reason, UnreadableFile
from ingest.formats.plainly import Plainly
from ingest.formats.safe_xml import Element, local_name, parse_xml
from ingest.formats.symbols import face_of, shown_in
from ingest.formats.table_rows import Cell
from ingest.formats.zipped import read_parts

DOCUMENT, FOOTNOTES, ENDNOTES = "word/document.xml", "word/footnotes.xml", "word/endnotes.xml"
NUMBERING, STYLES = "word/numbering.xml", "word/styles.xml"
UNPRINTED = frozenset({"rPr", "pPr"})  # the rest of what is not printed is taken out before
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
    plainly = Plainly()
    styles = Styles(roots.get(STYLES))
    for name in (DOCUMENT, FOOTNOTES, ENDNOTES):
        if name in roots:
            without_unseen(roots[name], styles)
    writer = plainly.read(1, roots, _Writer, lambda _: _Writer({}))
    body = roots[DOCUMENT].find(WORD + "body")
    blocks = [] if body is None else list(body)
    lines = plainly.blocks(blocks, lambda child: writer.blocks([child]), _plain_lines)
    notes = [
        f"{number} {plainly.read(len(blocks) + number, note, writer.words_of, _plain_note)}"
        for number, note in enumerate(writer.endnotes(), start=1)
    ]
    text = join_lines([*lines, "", *writer.waiting(), *notes])
    if not text.strip():
        raise UnreadableFile(Reason.GEEN_TEKST, "no text in it")
    return replace(unmarked(text), plain=plainly.places)


def _plain_lines(block: Element) -> Iterator[str]:
    """The words of each paragraph in a block."""
    for paragraph in block.iter(WORD + "p"):
        yield from ("", one_line("".join(words.text or "" for words in paragraph.iter(WORD + "t"))), "")


def _plain_note(note: Element) -> str:
    return one_line(" ".join(_plain_lines(note)))


class _Writer:
    """Writes the parts of one document down, counting its lists and footnotes on the way."""

    def __init__(self, roots: dict[str, Element]) -> None:
        self._styles = Styles(roots.get(STYLES))
        self._numbering = Numbering(roots.get(NUMBERING), self._styles)
        self._notes = {
            kind: {note.get(WORD + "id"): note for note in roots[part].iterchildren(WORD + kind)}
            for kind, part in (("footnote", FOOTNOTES), ("endnote", ENDNOTES))
            if part in roots
        }
        self._called: dict[str, list[str]] = {"footnote": [], "endnote": []}
        self._after_item = False
        self._owes_space = False  # below the last paragraph; between two items of a list it is not paid
        self._pending: list[str] = []  # footnotes and text boxes that follow the paragraph they hang on

    def blocks(self, parent: Iterable[Element]) -> Iterator[str]:
        """The lines below an element in order, "" where white space shows."""
        for child in parent:
            name = local_name(child)
            if name == "p":
                yield from self._paragraph(child)
            elif name == "tbl":
                yield from table_lines(self._table(child))
                yield from self._hanging(child)
                self._owes_space = self._after_item = False
            elif name in WRAPPERS:
                yield from self.blocks(child)

    def _table(self, table: Element) -> list[list[Cell]]:
        """The cells of a table, each with how far it is merged."""
        rows: list[list[Cell]] = []
        open_cells: dict[int, tuple[int, int]] = {}  # by column: where the cell that goes on below stands
        for number, row in enumerate(_children(table, "tr")):
            head = row.find(f"{WORD}trPr/{WORD}tblHeader") is not None
            column = _number(row, "trPr", "gridBefore", 0)
            cells = [Cell(text="")] * column
            for cell in _children(row, "tc"):
                across = max(_number(cell, "tcPr", "gridSpan", 1), 1)
                merged = cell.find(f"{WORD}tcPr/{WORD}vMerge")
                goes_on = merged is not None and merged.get(VALUE, "continue") == "continue" and column in open_cells
                if goes_on:
                    above, place = open_cells[column]
                    rows[above][place] = replace(rows[above][place], down=number - above + 1)
                else:
                    open_cells.pop(column, None)
                    if merged is not None:
                        open_cells[column] = (number, len(cells))
                    cells.append(Cell(text=join_lines(self.blocks(cell)), across=across, head=head))
                column += across
            rows.append(cells)
        return rows

    def waiting(self) -> list[str]:
        """The footnotes and text boxes that no block gave, as one broke off, for the end of the paper."""
        return self._pending

    def endnotes(self) -> list[Element]:
        """The endnotes that were called, in that order, for the end of the paper."""
        return [self._notes["endnote"][note] for note in self._called["endnote"]]

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
        yield from self._hanging(paragraph)

    def _hanging(self, block: Element) -> Iterator[str]:
        """The notes and text boxes that wait for the end of a block; those of a cell wait for the end of its table."""
        if next(block.iterancestors("{*}tbl"), None) is None:
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
            if name in UNPRINTED:
                continue
            match name:
                case "r" if face := face_of(_font(child)):
                    pieces.append(shown_in(face, self._inline(child)))
                case "r" if level := self._styles.level(child):
                    pieces.append((set_raised if level > 0 else set_lowered)(self._inline(child)))
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
        waiting, self._pending = self._pending, []
        try:
            waiting.append(join_lines(self.blocks(box)))
        finally:
            self._pending = [*waiting, *self._pending]

    def _call(self, reference: Element, kind: str) -> str:
        """The mark of a note, for gluing to its word; a footnote itself waits for the paragraph's end.

        A note with a mark of its own, "*", bears it in its text and does not count among the others. What notes are
        called in a note is left out, since it may call itself.
        """
        note = reference.get(WORD + "id", "")
        in_note = next(reference.iterancestors(WORD + "footnote", WORD + "endnote"), None) is not None
        if note not in self._notes.get(kind, {}) or in_note:
            return ""
        if reference.get(WORD + "customMarkFollows", "0") not in OFF:
            self._pending.append(self.words_of(self._notes[kind][note]))
            return ""
        self._called[kind].append(note)
        number = len(self._called[kind])
        if kind == "footnote":
            self._pending.append(f"{number} {self.words_of(self._notes[kind][note])}")
        return f"{MARK}{number}"

    def words_of(self, note: Element) -> str:
        """The words of a note in one line, without its number."""
        return one_line(" ".join(map(self._inline, note.iter(WORD + "p"))))


def _font(run: Element) -> str:
    """The face that a run names for itself; "" if it leaves that to its styles."""
    said = run.find(f"{WORD}rPr/{WORD}rFonts")
    return "" if said is None else said.get(WORD + "ascii", said.get(WORD + "hAnsi", ""))


def _number(element: Element, properties: str, name: str, default: int) -> int:
    said = element.find(f"{WORD}{properties}/{WORD}{name}")
    written = "" if said is None else said.get(VALUE, "")
    return int(written) if re.fullmatch(r"\d{1,3}", written) else default


def _children(element: Element, name: str) -> Iterator[Element]:
    """The children of that name, also those in content controls and tracked insertions."""
    for child in element:
        if local_name(child) == name:
            yield child
        elif local_name(child) in WRAPPERS:
            yield from _children(child, name)
