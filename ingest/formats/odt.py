"""ODT files: paragraphs, headings, lists, tables and notes, without heads and feet."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from ingest.formats.counting import letters_of, roman_of
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
from ingest.formats.odt_seen import without_unseen
from ingest.formats.paged_text import PagedText, Reason, UnreadableFile
from ingest.formats.plainly import Plainly
from ingest.formats.safe_xml import Element, local_name, parse_xml
from ingest.formats.symbols import EMPTY, TICKED, face_of, shown_in
from ingest.formats.table_rows import MOST_COLUMNS, Cell
from ingest.formats.zipped import read_parts

CONTENT, STYLES, MANIFEST = "content.xml", "styles.xml", "META-INF/manifest.xml"
_ODF = "urn:oasis:names:tc:opendocument:xmlns:"
TEXT, STYLE, TABLE, FORM, DRAWING = (f"{{{_ODF}{name}:1.0}}" for name in ("text", "style", "table", "form", "drawing"))
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
FORMAT = f"{{{_ODF}xsl-fo-compatible:1.0}}"
SKIPPED = frozenset(
    {"", "tracked-changes", "annotation", "sequence-decls", "variable-decls", "forms", "table-header-columns"}
)
DEEPEST_STYLE = 20  # styles based on styles, in case they go round
LENGTH = re.compile(r"(\d+\.?\d*|\.\d+)(cm|mm|in|pt)")
POINTS = {"cm": 28.35, "mm": 2.835, "in": 72.0, "pt": 1.0}
FORMS: dict[str, Callable[[int], str]] = {
    "1": str,
    "a": letters_of,
    "A": lambda number: letters_of(number).upper(),
    "i": roman_of,
    "I": lambda number: roman_of(number).upper(),
}
BOLD = frozenset({"bold", "600", "700", "800", "900"})
VISIBLE = 3.0  # points: what shows as white space between two paragraphs


def read(data: bytes) -> PagedText:
    """Read an ODT file; it has no pages, as only a word processor lays them out.

    Raises:
        UnreadableFile: It is broken, locked, larger inside than it may be, or holds no text.
    """
    parts = read_parts(data, (CONTENT, STYLES, MANIFEST))
    if b"encryption-data" in parts.get(MANIFEST, b""):
        raise UnreadableFile(Reason.WACHTWOORD, f"{MANIFEST} tells of encryption")
    if CONTENT not in parts:
        raise UnreadableFile(Reason.BESCHADIGD, f"no {CONTENT} in it")
    content = parse_xml(parts[CONTENT])
    plainly = Plainly()
    roots = [content, *([parse_xml(parts[STYLES])] if STYLES in parts else [])]
    writer = plainly.read(1, roots, _Writer, lambda _: _Writer([]))
    without_unseen(content, writer.property_of)
    body = next((element for element in content.iter() if local_name(element) == "text"), None)
    lines = [] if body is None else plainly.blocks(body, lambda child: writer.blocks([child]), writer.plain_lines)
    text = join_lines([*lines, "", *writer.endnotes])
    if not text.strip():
        raise UnreadableFile(Reason.GEEN_TEKST, "no text in it")
    return replace(unmarked(text), plain=plainly.places)


class _Writer:
    """Writes one document down, setting its notes aside on the way."""

    def __init__(self, roots: list[Element]) -> None:
        self._styles = {style.get(STYLE + "name", ""): style for root in roots for style in root.iter(STYLE + "style")}
        self._lists = {
            style.get(STYLE + "name", ""): style for root in roots for style in root.iter(TEXT + "list-style")
        }
        controls = (control for root in roots for control in root.iter("*"))
        self._controls = {said: each for each in controls if (said := each.get(FORM + "id", each.get(XML_ID, "")))}
        self._within = 0  # how many tables around what is being read
        self._pending: list[str] = []  # notes and text boxes that follow the paragraph they hang on
        self._counts: defaultdict[tuple[str, int], int] = defaultdict(int)  # by list style and level
        self.endnotes: list[str] = []

    def blocks(self, parent: Iterable[Element]) -> Iterator[str]:
        """The lines below an element in order, "" where white space shows."""
        for child in parent:
            name = local_name(child)
            if name in ("p", "h"):
                yield from self._paragraph(child)
            elif name == "list":
                yield from ("", *self._list(child, "", 1), "")
            elif name == "table":
                self._within += 1
                yield from self._table(child)
                self._within -= 1
                yield from self._hanging()
            elif name not in SKIPPED:
                yield from self.blocks(child)

    def plain_lines(self, block: Element) -> Iterator[str]:
        """The words of each paragraph in a block that failed, with the notes and text boxes that were set aside."""
        self._within, self._pending = 0, []
        for paragraph in block.iter(TEXT + "p", TEXT + "h"):
            yield from ("", one_line("".join(paragraph.itertext())), "")

    def _paragraph(self, paragraph: Element) -> Iterator[str]:
        text = squeeze(self._inline(paragraph))
        apart = not text or local_name(paragraph) == "h"
        before, after = (apart or self._has_space(paragraph, side) for side in ("top", "bottom"))
        yield from [""] if before else []
        level = self._heading_level(paragraph)
        yield from filter(None, [text if level is None or not text else heading(text, level)])
        yield from [""] if after else []
        yield from self._hanging()

    def _hanging(self) -> Iterator[str]:
        """The notes and text boxes that wait; those of a cell wait for the end of its table."""
        if not self._within:
            pending, self._pending = self._pending, []
            for hanging in pending:
                yield from ("", hanging, "")

    def _inline(self, element: Element) -> str:
        pieces = [element.text or ""]
        for child in element:
            match local_name(child):
                case "s" | "tab":
                    pieces.append(" ")
                case "line-break":
                    pieces.append("\n")
                case "note":
                    pieces.append(self._note(child))
                case "text-box":
                    before, self._pending = self._pending, []
                    inside = join_lines(self.blocks(child))
                    self._pending = [*before, inside, *self._pending]
                case "control":
                    pieces.append(self._control(child))
                case "span" if face := face_of(self._face(child)):
                    pieces.append(shown_in(face, self._inline(child)))
                case "span" if level := self._level(child):
                    pieces.append((set_raised if level > 0 else set_lowered)(self._inline(child)))
                case name if name not in SKIPPED:
                    pieces.append(self._inline(child))
            pieces.append(child.tail or "")
        return "".join(pieces)

    def _control(self, drawn: Element) -> str:
        """What a field of a form shows: a box and its label, or what is filled in."""
        field = self._controls.get(drawn.get(DRAWING + "control", ""))
        if field is None:
            return ""
        label = field.get(FORM + "label", "")
        match local_name(field):
            case "checkbox" | "radio":
                state = field.get(FORM + "current-state", field.get(FORM + "state", ""))
                chosen = field.get(FORM + "current-selected", field.get(FORM + "selected", ""))
                ticked = state == "checked" or chosen == "true"
                return f"{TICKED if ticked else EMPTY} {label} "
            case "text" | "textarea" | "formatted-text" | "date" | "number" | "combobox":
                return str(field.get(FORM + "current-value", field.get(FORM + "value", "")))
        return ""

    def _face(self, span: Element) -> str:
        return self.property_of(span, "text", "font-name") or self.property_of(span, "text", "font-family")

    def _level(self, span: Element) -> int:
        """Whether words are set above the line (1), below it (-1) or on it (0)."""
        position = self.property_of(span, "text", "text-position").split(" ")[0]
        share = int(position.rstrip("%")) if re.fullmatch(r"-?\d{1,3}%", position) else 0
        return {"super": 1, "sub": -1}.get(position, (share > 0) - (share < 0))

    def _note(self, note: Element) -> str:
        """The mark of a note; its text is set aside."""
        number = "".join(self._inline(child).strip() for child in note if local_name(child) == "note-citation")
        bodies = (self._inline(body) for child in note if local_name(child) == "note-body" for body in child)
        written = f"{number} {' '.join(' '.join(bodies).split())}"
        (self.endnotes if note.get(TEXT + "note-class") == "endnote" else self._pending).append(written)
        return MARK + number

    def _list(self, element: Element, style: str, level: int) -> Iterator[str]:
        """The items of a list, each with the bullet or number that its style gives."""
        style = element.get(TEXT + "style-name", style)
        if element.get(TEXT + "continue-numbering") != "true" and element.get(TEXT + "continue-list") is None:
            self._counts[style, level] = 0
        for item in element:
            label = self._label(style, level) if local_name(item) == "list-item" else ""
            for child in item:
                if local_name(child) == "list":
                    yield from self._list(child, style, level + 1)
                    continue
                lines = list(filter(None, self.blocks([child])))
                if lines and label:
                    lines[0] = f"{label} {lines[0]}"
                    label = ""
                yield from lines

    def _label(self, style: str, level: int) -> str:
        self._counts[style, level] += 1
        levels = self._lists.get(style, ())
        said = next((said for said in levels if said.get(TEXT + "level") == str(level)), None)
        if said is None or local_name(said) != "list-level-style-number":
            return "–" if said is not None and said.get(TEXT + "bullet-char", "") in ("-", "–", "—") else "•"
        start = said.get(TEXT + "start-value", "1")
        number = self._counts[style, level] + (int(start) - 1 if re.fullmatch("[0-9]{1,4}", start) else 0)
        form = FORMS.get(said.get(STYLE + "num-format", ""))
        if form is None:
            return ""
        return f"{said.get(STYLE + 'num-prefix', '')}{form(number)}{said.get(STYLE + 'num-suffix', '')}"

    def _table(self, table: Element) -> Iterator[str]:
        rows = (row for row in table.iter(TABLE + "table-row") if next(row.iterancestors(TABLE + "table")) is table)
        yield from table_lines([list(self._cells(row)) for row in rows])

    def _cells(self, row: Element) -> Iterator[Cell]:
        head = local_name(row.getparent()) == "table-header-rows"
        for cell in row:
            if local_name(cell) == "table-cell":
                across, down = (_span(cell, f"number-{name}-spanned") for name in ("columns", "rows"))
                written = Cell(text=join_lines(self.blocks(cell)), across=across, down=down, head=head)
                yield from [written] * min(_span(cell, "number-columns-repeated"), MOST_COLUMNS)

    def _heading_level(self, paragraph: Element) -> int | None:
        """How deep a heading stands, 0 if it is set in bold from end to end; None if it is no heading."""
        if local_name(paragraph) == "h":
            level = paragraph.get(TEXT + "outline-level", "1")
            return int(level) if re.fullmatch("[1-9]", level) else 1
        return 0 if self._is_bold(paragraph, inherited=False) else None

    def _is_bold(self, element: Element, *, inherited: bool) -> bool:
        """Whether all words of a paragraph, or of a part of it, are set in bold."""
        weight = self.property_of(element, "text", "font-weight")
        bold = weight in BOLD if weight else inherited
        words = [element.text, *(child.tail for child in element)]
        if not bold and any(word and word.strip() for word in words):
            return False
        parts = [child for child in element if local_name(child) in ("span", "a") and "".join(child.itertext()).strip()]
        return (bold or bool(parts)) and all(self._is_bold(part, inherited=bold) for part in parts)

    def _has_space(self, paragraph: Element, side: str) -> bool:
        """Whether the style of a paragraph gives white space on a side."""
        length = LENGTH.fullmatch(self.property_of(paragraph, "paragraph", f"margin-{side}"))
        return length is not None and float(length[1]) * POINTS[length[2]] >= VISIBLE

    def property_of(self, element: Element, kind: str, name: str) -> str:
        """What the style of an element, or one that it is based on, says; "" if none does."""
        style = self._styles.get(element.get((TABLE if kind.startswith("table") else TEXT) + "style-name", ""))
        for _ in range(DEEPEST_STYLE):
            if style is None:
                break
            properties = style.find(f"{STYLE}{kind}-properties")
            for space in (FORMAT, STYLE, TEXT) if properties is not None else ():
                if (said := properties.get(space + name)) is not None:
                    return str(said)
            style = self._styles.get(style.get(STYLE + "parent-style-name", ""))
        return ""


def _span(cell: Element, name: str) -> int:
    said = cell.get(TABLE + name, "1")
    return int(said) if re.fullmatch(r"[1-9]\d{0,3}", said) else 1
