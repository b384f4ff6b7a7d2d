"""Headings without mark-up, lists with their lead-in, and the path of headings above each block."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from ingest.document import Block, BlockKind
from ingest.structure.line_ends import ROW, SALUTATION
from ingest.structure.parts import Piece, block
from ingest.structure.shapes import Shape

LONGEST_HEADING = 140
MOST_LISTS = 12  # tried as the list of contents, which stands near the start
LONGEST_CONTENTS = 60
LEAST_LIKENESS = 0.25  # shared beginnings of words, as part of all
# The lines at the head of a Kamerstuk.
OFFICIAL_HEAD = re.compile(
    r"(?:Tweede|Eerste) Kamer der|Vergaderjaar \d|\d{2} \d{3}\b|Nr\. \d|Vastgesteld \d|Voorgesteld \d|Ontvangen \d"
    r"|(?:Aan )?[Dd]e [Vv]oorzitter van|(?:Datum|Betreft|Onderwerp)\b|Ministerie van|BRIEF VAN|Brief regering"
)
CLOSED = re.compile(r"[.:…][»”’\"')\]]*[\d⁰¹²³⁴-⁹]{0,3}$")  # a footnote mark may follow the stop
TWO_SENTENCES = re.compile(r"[^\W\d_]{2}[.?!] [A-ZÀ-Ý]")
NUMBERING = re.compile(r"(?!\d{2} \d{3}\b)(?:\d{1,2}(?:\.\d{1,2})*\.?|[IVX]{1,4}\.?|[A-Z]\.|[a-z]\))\s+")
TOP_NUMBER = re.compile(rf"(?={NUMBERING.pattern})\d{{1,2}}")
SIGNATURE = re.compile(
    r"(?:de|het) (?:minister|staatssecretaris|minister-president)\b|(?:mede )?namens\b", re.IGNORECASE
)
# Headings that open or close a whole letter, whatever list of contents it has.
OUTER = re.compile(r"(?:Inleiding|Samenvatting|Conclusies?|Tot slot|Slot|Afsluiting|Vervolg|Leeswijzer)", re.IGNORECASE)
WORD = re.compile(r"[^\W\d_]{4,}")
PLAIN_KINDS = {
    Shape.TEXT: BlockKind.PARAGRAPH,
    Shape.ITEM: BlockKind.LIST_ITEM,
    Shape.FOOTNOTE: BlockKind.FOOTNOTE,
    Shape.EMPTY_ITEM: BlockKind.REDACTION,
    Shape.LABEL: BlockKind.REDACTION,
    Shape.ROW: BlockKind.TABLE,
    Shape.QUESTION: BlockKind.HEADING,
    Shape.ANSWER: BlockKind.HEADING,
    Shape.INPUT: BlockKind.HEADING,
}


def is_heading(pieces: list[Piece], index: int) -> bool:
    """Whether a short line without a closing stop heads what follows it."""
    piece = pieces[index]
    if piece.unit.heading is not None and _set_as_heading(pieces, index):
        return True
    if piece.shape is Shape.ITEM:
        return _heads(pieces, index) and piece.unit.number[:1].isdigit() and not _list_goes_on(pieces, index)
    return piece.shape is Shape.TEXT and piece.broken_from is None and _heads(pieces, index)


def _set_as_heading(pieces: list[Piece], index: int) -> bool:
    """Whether words that the file itself sets as a heading may be one."""
    piece, text = pieces[index], pieces[index].text
    following = pieces[index + 1] if index + 1 < len(pieces) else None
    if piece.shape not in {Shape.TEXT, Shape.ITEM} or piece.broken_from is not None or following is None:
        return False
    if len(text) > LONGEST_HEADING or piece.unit.lines > 3 or not re.search(r"[^\W\d_]{2}", text):
        return False
    if any(pattern.match(text) for pattern in (ROW, SALUTATION, SIGNATURE, OFFICIAL_HEAD)):
        return False
    if piece.unit.heading:
        return True
    # Bold type alone also stresses a sentence, a word before a colon, or an item of a list.
    if TWO_SENTENCES.search(text) or text[-1] in ",;!" or CLOSED.search(text.removesuffix(":")):
        return False
    return not (piece.unit.bullet and not piece.unit.number) and not (text[0].islower() or following.text[0].islower())


def _heads(pieces: list[Piece], index: int) -> bool:
    text = pieces[index].text
    following = pieces[index + 1] if index + 1 < len(pieces) else None
    if following is None or following.shape in {Shape.FOOTNOTE, Shape.EMPTY_ITEM, Shape.LABEL}:
        return False
    if len(text) > LONGEST_HEADING or pieces[index].unit.lines > 3 or text[-1] in ",;!" or CLOSED.search(text):
        return False
    if not (text[0].isupper() or text[0].isdigit() or text[0] in "«“‘'") or not re.search(r"[^\W\d_]{3}", text):
        return False
    if any(pattern.match(text) for pattern in (ROW, SALUTATION, SIGNATURE, OFFICIAL_HEAD)):
        return False
    if TWO_SENTENCES.search(text) or (index and pieces[index - 1].text.endswith(",")):
        return False
    if text.endswith("?") and not (pieces[index].unit.blank and following.unit.blank and len(text) < 80):
        return False
    # A list may follow a heading at once; other text follows with a capital.
    return following.shape is Shape.ITEM or not following.text[0].islower()


def _list_goes_on(pieces: list[Piece], index: int) -> bool:
    """Whether the piece stands in a list whose next or last item touches it."""
    number = pieces[index].unit.number
    neighbours = [pieces[at] for at in (index - 1, index + 1) if 0 <= at < len(pieces)]
    near = {str(int(number) + 1), str(int(number) - 1)} if number.isdigit() else set()
    return any(other.shape is Shape.ITEM and other.unit.number in near for other in neighbours)


def outlined(pieces: list[Piece], heads: Callable[[list[Piece], int], bool] = is_heading) -> list[Block]:
    """Blocks with path, place and lead-in, for a paper that says no more than its headings do."""
    levels = _Levels(pieces, [index for index in range(len(pieces)) if heads(pieces, index)])
    blocks: list[Block] = []
    path: tuple[str, ...] = ()
    place = ""
    lead_in: tuple[int, int] | None = None
    nesting = Nesting()
    for index, piece in enumerate(pieces):
        if index in levels.of:
            path = (*path[: levels.of[index] - 1], piece.text.rstrip(":"))
            place = f"paragraaf {unnumbered(path[-1])}"
            blocks.append(block(piece, BlockKind.HEADING, path=path[:-1], place=place))
            lead_in = None
            nesting = Nesting()
            continue
        made = block(piece, PLAIN_KINDS[piece.shape], path=path, place=place)
        if piece.shape is Shape.FOOTNOTE:
            made = replace(made, place=f"voetnoot {piece.unit.number}")
        elif piece.shape is Shape.ITEM:
            made = replace(made, context=nesting.parent(piece, made) or lead_in)
        elif piece.shape is Shape.TEXT:
            lead_in = (made.start, made.end) if piece.text.endswith(":") else None
            nesting = Nesting() if piece.broken_from is None else nesting
            made = _continuing(made, piece, pieces)
        blocks.append(made)
    return blocks


class Nesting:
    """The lists that are open, outermost first: the sort of their bullets and the item that each stands under."""

    def __init__(self) -> None:
        self._open: list[tuple[str, tuple[int, int] | None]] = []
        self._last: tuple[int, int] | None = None

    def parent(self, piece: Piece, made: Block) -> tuple[int, int] | None:
        """The item that the next item of the list stands under; None in the outermost list."""
        sort = _sort_of_bullet(piece.unit.bullet)
        sorts = [each for each, _ in self._open]
        if sort in sorts:
            del self._open[sorts.index(sort) + 1 :]
        else:
            self._open.append((sort, self._last))
        self._last = (made.start, made.end)
        return self._open[-1][1]


def _sort_of_bullet(bullet: str) -> str:
    """The sign itself, or what sort of number it is: "1." and "2." are one list, "a." and "b." another."""
    if bullet.strip("(.)").isdigit():
        return f"1{bullet[-1]}"
    return f"a{bullet[-1]}" if bullet.strip("(.)").isalpha() and bullet != "o" else bullet


def unnumbered(heading: str) -> str:
    """A heading without the number in front of it."""
    number = NUMBERING.match(heading)
    return heading[number.end() :] if number else heading


def _continuing(made: Block, piece: Piece, pieces: list[Piece]) -> Block:
    """The second half of a block takes its kind, and hangs on its first half."""
    if piece.broken_from is None:
        return made
    first = pieces[piece.broken_from]
    return replace(made, kind=PLAIN_KINDS[first.shape], context=(first.unit.start, first.unit.end))


class _Levels:
    """How deep each heading stands, by its number, by a list of contents, and by what it follows."""

    def __init__(self, pieces: list[Piece], headings: list[int]) -> None:
        contents = _contents(pieces, headings)
        tops = {index: int(top.group()) for index in headings if (top := TOP_NUMBER.match(pieces[index].text))}
        furthest = {number: index for index, number in tops.items()}
        marked = any(pieces[index].unit.heading for index in headings)
        open_marks: list[int] = []  # depths of the headings above, where the file tells them
        self.of: dict[int, int] = {}
        above = 0  # level of the heading that the numbered ones stand under
        plain = 0  # level of the last heading without a number
        last = 0  # number of the last numbered heading
        for index in headings:
            text = pieces[index].text
            if marked:
                depth = pieces[index].unit.heading
                while depth and open_marks and open_marks[-1] >= depth:
                    open_marks.pop()
                self.of[index] = len(open_marks) + 1
                open_marks += [depth] if depth else []
                continue
            if index in tops:
                if tops[index] not in {last, last + 1} or tops[index] == 1 != last:
                    above = plain
                last = tops[index]
                self.of[index] = above + _depth(text)
                continue
            if OUTER.fullmatch(text) or index in contents:
                level = 1
            elif not contents and not above and furthest.get(last + 1, 0) > index and last:
                level = 2  # between two numbers that follow each other
            elif index - 1 in self.of and not OUTER.fullmatch(pieces[index - 1].text):
                level = 2 if contents else min(self.of[index - 1] + 1, 3)
            else:
                level = 2 if contents and self.of else 1
            plain = 0 if OUTER.fullmatch(text) else level
            self.of[index] = level


def _depth(text: str) -> int:
    """1 of "2. Boten", 2 of "2.1 Boten"."""
    number = NUMBERING.match(text)
    return number.group().strip().rstrip(".").count(".") + 1 if number else 1


def _contents(pieces: list[Piece], headings: list[int]) -> frozenset[int]:
    """The headings that a list of contents at the start of a letter names; empty without one."""
    best: frozenset[int] = frozenset()
    plain = [index for index in headings if not NUMBERING.match(pieces[index].text)]
    by_word: dict[str, list[int]] = {}
    words = {index: _words(pieces[index].text) for index in plain}
    for index in plain:
        for word in words[index]:
            by_word.setdefault(word, []).append(index)
    for run in _runs(pieces)[:MOST_LISTS]:
        found = {_named(pieces[item], words, by_word, run[-1]) for item in run[:LONGEST_CONTENTS]}
        named = frozenset(found - {None})
        # Most of the list must come back as headings, or it is just a list.
        if len(named) * 3 >= len(run) * 2 and len(named) > max(2, len(best)):
            best = frozenset(index for index in named if index is not None)
    return best


def _named(item: Piece, words: dict[int, frozenset[str]], by_word: dict[str, list[int]], after: int) -> int | None:
    """The heading below that an item of a list of contents stands for, None if none is like it."""
    own = _words(item.text)
    alike = {index for word in own for index in by_word.get(word, ()) if index > after}
    score, index = max(((_likeness(own, words[index]), -index) for index in alike), default=(0.0, 0))
    return -index if score >= LEAST_LIKENESS else None


def _runs(pieces: list[Piece]) -> list[list[int]]:
    """Lists of four short items or more without closing stops."""
    runs: list[list[int]] = []
    for index, piece in enumerate(pieces):
        if piece.shape is not Shape.ITEM or len(piece.text) > LONGEST_HEADING or piece.text.endswith("."):
            continue
        if runs and runs[-1][-1] == index - 1:
            runs[-1].append(index)
        else:
            runs.append([index])
    return [run for run in runs if len(run) >= 4]


def _words(text: str) -> frozenset[str]:
    return frozenset(word[:6] for word in WORD.findall(text.lower()))


def _likeness(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / len(one | other) if one and other else 0.0
