"""From the lines of a file to canonical text, cut into units that stand on their own."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise

from ingest.formats.paged_text import PagedText
from ingest.structure.hyphens import joint, vocabulary
from ingest.structure.labels import labels_apart, question_numbers
from ingest.structure.letterhead import without_letterhead
from ingest.structure.lines import LONE_NUMBER, Dropped, Line, glued_marks, read_lines
from ingest.structure.shapes import FOOTNOTE_START, Look, Shape, look_of
from ingest.structure.web_notes import without_signs

MONTHS = "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
# "Den Haag, 3 mei 2021", "Geachte voorzitter," and "Met vriendelijke groet," stand alone, and so does a dated row of
# a table.
SALUTATION = re.compile(
    rf"(?:[A-Z’'][\w’' -]{{2,30}}, (?:\d{{1,2}} )?(?:{MONTHS}) \d{{4}}|Geachte? .{{1,60}}|Beste .{{1,40}}|Hoogachtend|"
    r"Met (?:vriendelijke|hartelijke) .{0,20}groet(?:en)?),?$"
)
ROW = re.compile(
    rf"\d{{1,2}}(?:(?:/|-| of | en )\d{{1,2}})* (?:{MONTHS})(?: \d{{4}})?"
    r"(?:\s+\d{1,2}[:.]\d{2}.*|\s+[A-Z][^.]*\.?|)$"
)
SIGNER = re.compile(
    r"(?:[Dd]e )?(?:[Mm]inister|[Ss]taatssecretaris)(?:-[Pp]resident)?(?: (?:van|voor) [A-Z][^.]{1,90})?,?"
)
INITIALED = re.compile(
    r"(?:(?:prof|mr|drs?|ir|ing)\.(?:dr\.)? ?)*(?:[A-Z][a-z]?\. ?){1,5}(?:[a-z]{2,4} )*[A-ZÀ-Ý][\w’' -]+"
)
APPENDIX = re.compile(r"Bijlage (?:\d{1,2}|[IVX]{1,4})\b[^.]*")
# What a footnote begins with that has no empty line above it.
NOTE_WORDS = re.compile(r"(?:Kamerst|Aanhangsel|Handelingen|Zie|Vgl|https?:|www\.|Stb|Stcrt|Bijlage bij|Tweede Kamer)")
BARE_NUMBER = re.compile(r"\d{1,4}\.?")  # of a paper or a question
NUMBER_OF_PAPER = re.compile(r"Nr\. \d{1,4}\b")
WIDEST = 160  # characters of a printed line
ROOM_OF_A_HEADING = 12  # characters left over where a line without a stop still runs on
SLACK = 4  # characters of a ragged right edge
SENTENCE_END = re.compile(r"[.!?:;…][»”’\"')\]]*\d{0,3}$")
OPEN_WORD = re.compile(
    r"(?:^|[\s(«])(?:de|het|een|en|of|van|voor|in|op|aan|met|door|bij|naar|om|te|dat|die|als|uit|over|tot|onder|"
    r"per|is|zijn|worden|wordt|der|den|zoals|waarbij|waarin|mijn|uw|onze|deze|dit|niet|ook|nr\.|nrs\.|art\.|o\.a\.|m\.b\.t\.|t\.a\.v\.)$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A stretch of canonical text that looks like one thing.

    ``blank`` tells whether an empty line stood above it, ``lines`` how many lines it filled.
    """

    start: int
    end: int
    shape: Shape
    number: str = ""
    bullet: str = ""
    blank: bool = False
    lines: int = 1
    page: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TornMark:
    """A footnote mark that stood on a line of its own, and the span of the line below it."""

    number: str
    at: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """Canonical text, its units in order, and everything that the raw text had more."""

    text: str
    units: tuple[Unit, ...]
    dropped: tuple[Dropped, ...]
    torn: tuple[TornMark, ...]


@dataclass(slots=True, kw_only=True)
class _Draft:
    """A unit while its lines are being gathered."""

    look: Look
    lines: list[Line] = field(default_factory=list)


def lay_out(paged: PagedText) -> Layout:
    """Join the lines of a file into canonical text.

    Within a unit a line break becomes a space, or nothing after a hyphen that only the
    line end needed; between units stands an empty line. Nothing else is changed.
    """
    lines, dropped = read_lines(paged)
    lines, letterhead = without_letterhead(lines)
    dropped += [Dropped(start=line.start, end=line.end, why="letterhead") for line in letterhead]
    lines, signs = without_signs(labels_apart(lines))
    lines, marks, torn_lines = _without_torn_marks(lines)
    dropped += [*signs, *(Dropped(start=line.start, end=line.end, why="torn mark") for line in marks)]
    return _assembled(_drafts(lines), vocabulary(line.text for line in lines), dropped, torn_lines)


def _without_torn_marks(lines: list[Line]) -> tuple[list[Line], list[Line], dict[int, str]]:
    """Take out marks that were raised to a line of their own; their footnote bears the number again."""
    lone = Counter(line.text for line in lines if LONE_NUMBER.fullmatch(line.text))
    noted = {a.text for a, b in pairwise(lines) if b.indented and not b.blanks}
    again = {number for number, times in lone.items() if times > 1 and number in noted} - glued_marks(lines)
    kept: list[Line] = []
    marks: list[Line] = []
    torn: dict[int, str] = {}
    waiting: Line | None = None
    for line in lines:
        if line.text in again:
            again.discard(line.text)
            marks.append(line)
            waiting = line
        elif waiting is not None:
            kept.append(_after_mark(line, waiting))
            torn[line.start] = waiting.text
            waiting = None
        else:
            kept.append(line)
    return kept, marks, torn


def _after_mark(line: Line, mark: Line) -> Line:
    return Line(
        text=line.text,
        start=line.start,
        blanks=mark.blanks,
        page=line.page,
        opens_page=line.opens_page or mark.opens_page,
        indented=line.indented,
        trailing=line.trailing,
    )


def _drafts(lines: list[Line]) -> list[_Draft]:
    width = _full_width(lines)
    spacing = _Spacing(lines, width)
    apart = _paragraphs_apart(lines, width)
    seen = glued_marks(lines)
    asked = question_numbers(lines)
    drafts: list[_Draft] = []
    footnote = 0  # number of the last footnote
    in_notes = False
    for position, line in enumerate(lines):
        current = drafts[-1] if drafts else None
        if line.opens_page:
            in_notes = False
        number = _footnote_number(line, lines, position, seen, footnote, in_notes=in_notes)
        if line.start in asked:
            drafts.append(_Draft(look=Look(shape=Shape.TEXT), lines=[line]))
            in_notes = False
            continue
        if number:
            footnote, in_notes = number, True
            drafts.append(_Draft(look=Look(shape=Shape.FOOTNOTE, number=str(number)), lines=[line]))
            continue
        if current is not None and current.look.shape is Shape.FOOTNOTE and _bare(current):
            current.lines.append(line)
            continue
        look = _settled(look_of(line.text), line, current)
        if in_notes and current is not None:
            if line.blanks == 0 or (
                look.shape is Shape.TEXT and _goes_on(current.lines[-1], line, width, double=True, apart=False)
            ):
                current.lines.append(line)
                continue
            in_notes = False
        if current is None or _begins(look, line, current, width, double=spacing.double(position), apart=apart):
            drafts.append(_Draft(look=look, lines=[line]))
        else:
            current.lines.append(line)
    return drafts


def _bare(draft: _Draft) -> bool:
    """Whether a footnote has only its number so far."""
    return len(draft.lines) == 1 and bool(LONE_NUMBER.fullmatch(draft.lines[0].text))


class _Spacing:
    """Whether empty lines stand between all lines around a place, so that one of them says nothing."""

    def __init__(self, lines: list[Line], width: int) -> None:
        self._wrapped = width <= WIDEST  # where a line is a whole paragraph, an empty line ends it
        self._blank = [0]
        self._split = [0]  # empty lines in the middle of a sentence
        for before, line in pairwise([None, *lines]):
            inside = before is not None and line is not None and line.blanks and line.text[0].islower()
            self._blank.append(self._blank[-1] + bool(line and line.blanks))
            self._split.append(self._split[-1] + bool(inside and before and not SENTENCE_END.search(before.text)))

    def double(self, position: int) -> bool:
        """Whether most lines nearby have an empty line above them, and some sentences run on over it."""
        low, high = max(0, position - 4), min(len(self._blank) - 1, position + 5)
        blank, split = self._blank[high] - self._blank[low], self._split[high] - self._split[low]
        return self._wrapped and blank * 4 >= (high - low) * 3 and split * 5 >= high - low


def _paragraphs_apart(lines: list[Line], width: int) -> bool:
    """Whether empty lines stand between the paragraphs, so that a line end inside one says little."""
    blank = adjoining = 0
    for before, line in pairwise(lines):
        closed = SENTENCE_END.search(before.text) and line.text[0].isupper()
        if not closed or len(line.text) <= width / 2 or look_of(line.text).shape is not Shape.TEXT:
            continue
        short = len(before.text) + 1 + len(line.text.split(maxsplit=1)[0]) + SLACK <= width
        blank += line.blanks > 0
        adjoining += short and not line.blanks
    return blank > adjoining


def _full_width(lines: Iterable[Line]) -> int:
    lengths = sorted(len(line.text) for line in lines if len(line.text) > 30)
    return lengths[len(lengths) * 9 // 10] if lengths else 80


def _footnote_number(
    line: Line, lines: list[Line], position: int, seen: frozenset[str], last: int, *, in_notes: bool
) -> int:
    """The number of the footnote that starts here, or 0."""
    if LONE_NUMBER.fullmatch(line.text):
        following = lines[position + 1] if position + 1 < len(lines) else None
        begins = following is not None and not following.blanks and int(line.text) > last
        known = line.text in seen or in_notes or bool(last) or (following is not None and following.indented)
        return int(line.text) if begins and known and line.text != "0" else 0
    start = FOOTNOTE_START.match(line.text)
    if start is None:
        return 0
    number, rest = int(start.group(1)), line.text[start.end() :]
    known = in_notes or number == last + 1 or start.group(1) in seen
    wrapped = position > 0 and OPEN_WORD.search(lines[position - 1].text)
    if NOTE_WORDS.match(rest) and number > last and known and not wrapped:
        return number
    if not (line.blanks or in_notes or line.opens_page):
        return 0
    expected = (number == last + 1 and (in_notes or bool(last))) or (start.group(1) in seen and number > last)
    if not expected or rest[0] in "%€":
        return 0
    if not rest[0].islower() or re.match(r"https?:|www\.", rest):
        return number
    # In small letters only where nothing but footnotes can stand: in the last lines of a page.
    foot = position + 4 > len(lines) or any(later.opens_page for later in lines[position + 1 : position + 4])
    return number if foot and number == last + 1 and start.group(1) in seen else 0


def _settled(look: Look, line: Line, current: _Draft | None) -> Look:
    """The look that holds here: a dash at a line start is a bullet only where a list can start or go on."""
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
    return Look(shape=Shape.TEXT)


def _wrapped(text: str, before: str) -> bool:
    """Whether what looks like a label is the end of a sentence: "zie het antwoord op / vraag 2."."""
    return bool(OPEN_WORD.search(before)) or (text[0].islower() and not SENTENCE_END.search(before))


def _begins(look: Look, line: Line, current: _Draft, width: int, *, double: bool, apart: bool) -> bool:
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
    if current.look.shape is Shape.FOOTNOTE:
        return True
    return not _goes_on(current.lines[-1], line, width, double=double, apart=apart)


def _goes_on(before: Line, line: Line, width: int, *, double: bool, apart: bool) -> bool:
    """Whether a line is the rest of the paragraph of the one before it."""
    text = before.text
    if NUMBER_OF_PAPER.match(line.text) and not OPEN_WORD.search(text) and not text.endswith(","):
        return False
    if line.blanks and _opens_signature_or_appendix(text, line.text):
        return False
    if SALUTATION.match(text) or ROW.match(line.text) or (ROW.match(text) and line.opens_page):
        return False
    if line.blanks and (BARE_NUMBER.fullmatch(text) or BARE_NUMBER.fullmatch(line.text)):
        return False
    closed = bool(SENTENCE_END.search(text)) and not OPEN_WORD.search(text)
    first_word = line.text.split(maxsplit=1)[0]
    # A line that had room for the next word was ended on purpose, more surely the more room it had.
    room = width - len(text) - 1 - len(first_word)
    full = room < (width * 0.4 if apart and not line.blanks else SLACK)
    if not closed and (line.text[0].islower() or text.endswith("-") or OPEN_WORD.search(text)):
        return line.blanks <= 1
    if line.blanks == 0 or (double and line.blanks == 1):
        if closed:
            return full or line.text[0].islower()
        return full or room < ROOM_OF_A_HEADING or (double and line.blanks == 1)
    return False


def _opens_signature_or_appendix(before: str, text: str) -> bool:
    if APPENDIX.fullmatch(text) or (SIGNER.fullmatch(before) and before.endswith(",")):
        return True
    return bool(SIGNER.fullmatch(text) and (SENTENCE_END.search(before) or INITIALED.fullmatch(before)))


def _assembled(drafts: list[_Draft], words: Counter[str], dropped: list[Dropped], torn_lines: dict[int, str]) -> Layout:
    pieces: list[str] = []
    units: list[Unit] = []
    torn: list[TornMark] = []
    length = 0
    for draft in drafts:
        if pieces:
            pieces.append("\n\n")
            length += 2
        text, places, mends = _joined(draft.lines, words)
        dropped += mends
        torn += [
            TornMark(number=torn_lines[line.start], at=length + place, end=length + place + len(line.text))
            for line, place in zip(draft.lines, places, strict=True)
            if line.start in torn_lines
        ]
        units.append(
            Unit(
                start=length,
                end=length + len(text),
                shape=draft.look.shape,
                number=draft.look.number,
                bullet=draft.look.bullet,
                blank=draft.lines[0].blanks > 0,
                lines=len(draft.lines),
                page=draft.lines[0].page,
            )
        )
        pieces.append(text)
        length += len(text)
    ordered = tuple(sorted(dropped, key=lambda stretch: stretch.start))
    return Layout(text="".join(pieces), units=tuple(units), dropped=ordered, torn=tuple(torn))


def _joined(lines: list[Line], words: Counter[str]) -> tuple[str, list[int], list[Dropped]]:
    """The text of a unit, where each of its lines starts in it, and the line ends taken off."""
    text, places, mends = lines[0].text, [0], []
    pieces = [text]
    length = len(text)
    for before, line in pairwise(lines):
        tail = pieces[-1] if len(pieces[-1]) > 200 else "".join(pieces[-3:])
        taken, between = joint(tail, line.text, words)
        if between and before.trailing > 1 and line.indented:
            between = "  "  # a stretch made unreadable where the line ended
        if taken:
            pieces[-1] = pieces[-1][:-taken]
            length -= taken
        if not between:  # what stands between the lines is gone, furniture of a page and all
            mends.append(Dropped(start=before.end - taken, end=line.start, why="line end"))
        pieces += [between, line.text]
        length += len(between)
        places.append(length)
        length += len(line.text)
    return "".join(pieces), places, mends
