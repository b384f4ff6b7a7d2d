"""Lines gathered into what belongs together: paragraphs, items, footnotes, labels, rows."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise, takewhile

from ingest.formats.paged_text import Row, Turn
from ingest.structure.footnote_lines import NoteLines
from ingest.structure.fracties import is_label_line, label_of
from ingest.structure.labels import question_numbers
from ingest.structure.letterhead import is_own_reference
from ingest.structure.line_ends import (
    OPEN_WORD,
    OPENS_FIELD,
    SENTENCE_END,
    Spacing,
    dossier_lines,
    full_width,
    goes_on,
    paragraphs_apart,
)
from ingest.structure.lines import LONE_NUMBER, Line
from ingest.structure.shapes import Look, Shape, look_of

VERB_END = re.compile(r"\b(?:is|zijn|wordt|worden)$")  # of the words after which a sentence goes on, as a rule
BROKEN = re.compile(r"(?<=[^\W_])[-‐‑–] (?=[^\W_])")  # a hyphen or dash where a line of a cell ended
ITEM_END = re.compile(r"[;,.:](?: en| of)?$")
SAID = re.compile(r"[.!?:;]\s")  # behind which another sentence begins, or a part of one
TWO_SENTENCES = re.compile(r"[^\W\d_]{2}[.?!] [A-ZÀ-Ý]")
LONGEST_ITEM = 12  # lines


@dataclass(frozen=True, slots=True, kw_only=True)
class Hints:
    """What the file says of its lines by mark-up or type, by where they start."""

    headings: Mapping[int, int]
    turns: Mapping[int, Turn]
    rows: Mapping[int, Row] = field(default_factory=dict)
    marks_rows: bool = False  # no other line is a row, whatever it looks like
    notes: tuple[int, ...] | None = None  # where footnotes start, if the file says that of all of them

    def parts(self, before: Line, line: Line) -> bool:
        """Whether a line begins something else than the line before it."""
        if line.start in self.turns:
            return True
        level, above = self.headings.get(line.start), self.headings.get(before.start)
        # A line in bold in the middle of a sentence is no heading; a heading may end in a verb.
        ends = level is None and line.text[0].isupper() and VERB_END.search(before.text)
        running = line.text[0].islower() or (OPEN_WORD.search(before.text) and not ends)
        return level != above and (bool(level or above) or not running)


@dataclass(slots=True, kw_only=True)
class Draft:
    """A unit while its lines are being gathered."""

    look: Look
    lines: list[Line] = field(default_factory=list)


def drafts_of(lines: list[Line], hints: Hints) -> list[Draft]:
    """The lines of each unit, in order."""
    width = full_width(lines)
    spacing = Spacing(lines, width)
    apart = paragraphs_apart(lines, width)
    notes = NoteLines(lines, hints.notes)
    alone = question_numbers(lines) | dossier_lines(lines)
    bullets = _bullets_apart(lines)
    drafts: list[Draft] = []
    footnote = 0  # number of the last footnote
    in_notes = False
    for position, line in enumerate(lines):
        current = drafts[-1] if drafts else None
        if line.start in hints.rows:
            if hints.rows[line.start] & Row.GOES_ON and current is not None:
                current.lines.append(line)
                continue
            drafts.append(Draft(look=Look(shape=Shape.ROW), lines=_unbroken(line)))
            in_notes = False
            continue
        if line.opens_page or line.start in hints.headings:
            in_notes = False
        number = 0 if line.start in hints.headings else notes.number(position, footnote, in_notes=in_notes)
        if line.start in alone:
            drafts.append(Draft(look=Look(shape=Shape.TEXT), lines=[line]))
            in_notes = False
            continue
        if number:
            footnote, in_notes = number, True
            drafts.append(Draft(look=Look(shape=Shape.FOOTNOTE, number=str(number)), lines=[line]))
            continue
        if current is not None and current.look.shape is Shape.FOOTNOTE and _bare(current):
            current.lines.append(line)
            continue
        if line.start in bullets:
            drafts.append(Draft(look=Look(shape=Shape.ITEM, bullet=line.text), lines=[line]))
            in_notes = False
            continue
        if current is not None and current.lines[0].start in bullets and len(current.lines) == 1:
            current.lines.append(line)
            continue
        look = look_of(line.text)
        if look.shape is Shape.ROW and hints.marks_rows:
            look = Look(shape=Shape.TEXT)
        look = _settled(look, current, lines, position)
        if in_notes and current is not None:
            if _in_note(look, line, current, width):
                current.lines.append(line)
                continue
            in_notes = False
        if current is not None and is_own_reference(current.lines[-1].text, line.text):
            current.lines.append(line)
        elif (
            current is None
            or hints.parts(current.lines[-1], line)
            or _begins(look, line, current, width, double=spacing.double(position), apart=apart)
        ):
            drafts.append(Draft(look=look, lines=[line]))
        else:
            current.lines.append(line)
    return drafts


def _unbroken(row: Line) -> list[Line]:
    """A row as lines that end where a cell broke a word: only a file with pages has line ends within its cells."""
    if row.page is None:
        return [row]
    cuts = [0, *(match.end() for match in BROKEN.finditer(row.text)), len(row.text)]
    return [
        replace(row, text=row.text[start:end].rstrip(), start=row.start + start, indented=False)
        for start, end in pairwise(cuts)
    ]


def _in_note(look: Look, line: Line, current: Draft, width: int) -> bool:
    """Whether a line is still the footnote's; where no empty line parted that from the text, none ends it either."""
    before, first = current.lines[-1], current.lines[0]
    if look.shape in {Shape.QUESTION, Shape.ANSWER, Shape.INPUT} or is_label_line(line.text, before.text):
        return False
    if line.blanks == 0 and (first.blanks or first.opens_page or current.look.shape is not Shape.FOOTNOTE):
        return True
    return look.shape is Shape.TEXT and goes_on(before, line, width, double=True, apart=False)


def _bullets_apart(lines: list[Line]) -> set[int]:
    """Where signs of a list stand that a page without pages sets on a line above the words of their items.

    One alone, or with nothing right below it, stands before words that were taken out; in a paper that tells why
    words were, or with a paragraph below one of them, so may all.
    """
    found = {
        line.start: below.text
        for line, below in pairwise(lines)
        if line.page is None
        and look_of(line.text).shape is Shape.EMPTY_ITEM
        and not below.blanks
        and look_of(below.text).shape is Shape.TEXT
    }
    if len(found) < 2 or not all(map(_may_be_item, found.values())):
        return set()
    return set() if any(look_of(line.text).shape is Shape.LABEL for line in lines) else {*found}


def _may_be_item(text: str) -> bool:
    """Whether a line may be an item of a list: no field or closing of a letter, and no paragraph of sentences."""
    return OPENS_FIELD.match(text) is None and not (SENTENCE_END.search(text) and TWO_SENTENCES.search(text))


def _bare(draft: Draft) -> bool:
    """Whether a footnote has only its number so far."""
    return len(draft.lines) == 1 and bool(LONE_NUMBER.fullmatch(draft.lines[0].text))


def _settled(look: Look, current: Draft | None, lines: Sequence[Line], position: int) -> Look:
    """The look that holds here: a dash at a line start is a bullet only where a list can start or go on."""
    line = lines[position]
    if look.shape in {Shape.QUESTION, Shape.ANSWER} and current is not None and not line.blanks:
        return Look(shape=Shape.TEXT) if _wrapped(line.text, current.lines[-1].text) else look
    if look.shape is not Shape.ITEM or current is None or line.blanks:
        return look
    if current.look.shape in {Shape.QUESTION, Shape.ANSWER}:
        return look
    before = current.lines[-1].text
    same_list = current.look.shape is Shape.ITEM and current.look.bullet[-1:] == look.bullet[-1:]
    if SENTENCE_END.search(before) or same_list or look.bullet in "•▪●◦\uf0b7":
        return look
    return look if not look.number and _opens_list(look.bullet, current, lines, position) else Look(shape=Shape.TEXT)


def _opens_list(sign: str, current: Draft, lines: Sequence[Line], position: int) -> bool:
    """Whether a dash in the middle of a sentence opens a list that ends it: another line soon below begins with it.

    Two may also part a clause from its sentence, "de haven – zo bleek – is vol": then the first stands in the lines
    above, or nothing ends what stands between them.
    """
    clause = SAID.split(" ".join(one.text for one in current.lines[-LONGEST_ITEM:]))[-1]
    if clause.split().count(sign) % 2:
        return False
    below = lines[position + 1 : position + 1 + 2 * LONGEST_ITEM]
    listed = [lines[position], *takewhile(lambda one: not one.blanks, below)]
    items = [at for at, one in enumerate(listed) if one.text.startswith(f"{sign} ")]
    if len(items) < 2 or items[1] > LONGEST_ITEM:
        return False
    return len(items) > 2 or ITEM_END.search(listed[items[1] - 1].text) is not None


def _wrapped(text: str, before: str) -> bool:
    """Whether what looks like a label is the end of a sentence: "zie het antwoord op / vraag 2."."""
    return bool(OPEN_WORD.search(before)) or (text[0].islower() and not SENTENCE_END.search(before))


def _begins(look: Look, line: Line, current: Draft, width: int, *, double: bool, apart: bool) -> bool:
    """Whether the line begins a new unit."""
    if look.shape is not Shape.TEXT:
        return True
    if current.look.shape in {
        Shape.ROW,
        Shape.LABEL,
        Shape.EMPTY_ITEM,
        Shape.QUESTION,
        Shape.ANSWER,
        Shape.INPUT,
    }:
        return True
    if current.look.shape is Shape.FOOTNOTE or is_label_line(line.text, current.lines[-1].text):
        return True
    if not line.text[0].islower() and len(current.lines) == 1 and label_of(current.lines[0].text):
        return True
    return not goes_on(current.lines[-1], line, width, double=double, apart=apart)
