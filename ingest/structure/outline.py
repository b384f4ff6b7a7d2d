"""Headings without mark-up, lists with their lead-in, and the path of headings above each block."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace

from ingest.document import Block, BlockKind
from ingest.structure.forms import FIELD, has_box
from ingest.structure.letterhead import OWN_REFERENCE
from ingest.structure.levels import LONGEST_HEADING, NUMBERING, heading_levels
from ingest.structure.line_ends import COMMITTEE, OPEN_WORD, ROW, SALUTATION, SENTENCE_END
from ingest.structure.parts import Piece, block, opening_of
from ingest.structure.shapes import Shape

# The lines at the head of a Kamerstuk.
OFFICIAL_HEAD = re.compile(
    r"(?i:(?:Tweede|Eerste) Kamer der)|Vergaderjaar \d|\d{2} \d{3}\b|Nr\. \d|Vastgesteld \d|Voorgesteld \d|Ontvangen \d"
    rf"|(?:Aan )?(?i:{COMMITTEE})\b"
    r"|(?:Datum|Betreft|Onderwerp)\b|Ministerie van|BRIEF VAN|Brief regering"
    rf"|{OWN_REFERENCE.pattern}$"
)
ROMAN = {"I": 1, "V": 5, "X": 10}
MOST_BETWEEN = 300  # pieces between two headings of a row
CLOSED = re.compile(
    r"[.:…][»”’\"')\]]*(?:[\d⁰¹²³⁴-⁹]{0,3}| ?[(\[]\d{1,2}[)\]])$"
)  # a footnote mark may follow the stop
FLAT_ROW = re.compile(
    r"(?:\s[-–+]?\d[\d.,]*%?){2}(?<! \d{2} \d{3})(?<! 19\d\d)(?<! 20\d\d)$"
)  # figures as cells, no dossier or year
TWO_SENTENCES = re.compile(r"[^\W\d_]{2}[.?!] [A-ZÀ-Ý]")
SIGNATURE = re.compile(
    r"(?:de|het) (?:minister|staatssecretaris|minister-president)\b|(?:mede )?namens\b", re.IGNORECASE
)
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
    if piece.shape not in {Shape.TEXT, Shape.ITEM} or piece.broken_from is not None:
        return False
    if piece.text.endswith(":"):  # as a lead-in does: a heading only where its number is one of a row of headings
        return _heads(pieces, index, piece.text.rstrip(" :")) and _is_one_of_a_row(pieces, index)
    if piece.shape is Shape.TEXT:
        return _heads(pieces, index, piece.text)
    if not _heads(pieces, index, piece.text) or _list_goes_on(pieces, index):
        return False
    return piece.unit.number[:1].isdigit() or _is_one_of_a_row(pieces, index)


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
    if leads_on(text):
        return False
    # Bold type alone also stresses a sentence, a word before a colon, or an item of a list.
    if TWO_SENTENCES.search(text) or text[-1] in ",;!" or CLOSED.search(text.removesuffix(":")):
        return False
    return not (piece.unit.bullet and not piece.unit.number) and not (text[0].islower() or following.text[0].islower())


def leads_on(text: str) -> bool:
    """Whether a line breaks off at a colon, so that the list below it ends its sentence: "Een haven telt mee als:"."""
    return text.endswith(":") and OPEN_WORD.search(text.rstrip(": ")) is not None


def leads_in(pieces: Sequence[Piece], index: int) -> bool:
    """Whether a list is led in here: behind a colon, or where the items right below end a sentence that is still open.

    "Een haven die meetelt,", "Deze haven telt mee voor" and, where the items begin small, "Een haven telt mee als zij".
    """
    text, below = pieces[index].text, pieces[min(index + 1, len(pieces) - 1)]
    if text.endswith(":") or below.shape is not Shape.ITEM:
        return text.endswith(":")
    if SALUTATION.match(text) or SENTENCE_END.search(text):
        return False
    words = below.text.removeprefix(below.unit.bullet).lstrip()
    return text.endswith(",") or OPEN_WORD.search(text) is not None or words[:1].islower()


def _is_one_of_a_row(pieces: list[Piece], index: int) -> bool:
    """Whether the number before or after that of a line heads other text, in the same form: "2: …" and "4: …"."""
    own = _numbered(pieces[index])
    if own is None:
        return False
    for step in (-1, 1):
        wanted = (own[0] + step, own[1])
        at = index + step
        while 0 <= at < len(pieces) and abs(at - index) <= MOST_BETWEEN and _numbered(pieces[at]) != wanted:
            at += step
        if not 0 <= at < len(pieces) or _numbered(pieces[at]) != wanted:
            continue
        between = pieces[min(at, index) + 1 : max(at, index)]
        apart = any(piece.shape in {Shape.TEXT, Shape.ITEM} for piece in between)
        if apart and len(pieces[at].text) <= LONGEST_HEADING and pieces[at].text[-1] not in ".;,":
            return True
    return False


def _numbered(piece: Piece) -> tuple[int, str] | None:
    """The number that a line opens with, counted, and the form in which it is written; None without one."""
    found = NUMBERING.match(piece.text) if piece.shape in {Shape.TEXT, Shape.ITEM} else None
    if found is None or "." in found["number"]:
        return None
    number = found["number"]
    form = found.group().replace(number, "#").strip()
    if number.isdigit():
        return int(number), f"1{form}"
    if set(number) <= set(ROMAN):
        return _roman(number), f"I{form}"
    if len(number) > 1 or not number.isalpha():
        return None
    return ord(number), f"{'A' if number.isupper() else 'a'}{form}"


def _is_field(pieces: list[Piece], index: int) -> bool:
    """Whether a line and one that touches it are fields of a form: "Aanvrager: Gemeente Voorbeeld"."""
    near = (pieces[at].text for at in (index - 1, index + 1) if 0 <= at < len(pieces))
    return FIELD.fullmatch(pieces[index].text) is not None and any(FIELD.fullmatch(text) for text in near)


def _roman(number: str) -> int:
    values = [ROMAN[letter] for letter in number]
    return sum(-value if value < max(values[at:]) else value for at, value in enumerate(values))


def _heads(pieces: list[Piece], index: int, text: str) -> bool:
    following = pieces[index + 1] if index + 1 < len(pieces) else None
    if not text or following is None or following.shape in {Shape.FOOTNOTE, Shape.EMPTY_ITEM, Shape.LABEL}:
        return False
    if len(text) > LONGEST_HEADING or pieces[index].unit.lines > 3 or text[-1] in ",;!" or CLOSED.search(text):
        return False
    number = NUMBERING.match(text)
    if has_box(text) or (not number and _is_field(pieces, index)):
        return False
    title = text[number.end() :] if number else text
    if not (text[0].isupper() or text[0].isdigit() or text[0] in "«“‘'§" or number):
        return False
    if not re.search(r"[^\W\d_]{3}", text):
        return False
    if any(pattern.match(text) for pattern in (ROW, SALUTATION, SIGNATURE, OFFICIAL_HEAD)):
        return False
    before = pieces[index - 1].text if index else ""
    if TWO_SENTENCES.search(title) or FLAT_ROW.search(title) or (before.endswith(",") and not SALUTATION.match(before)):
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
    headings = [index for index in range(len(pieces)) if heads(pieces, index)]
    marked = any(pieces[index].unit.heading is not None for index in headings)
    captions = {index for index in headings if marked and _is_caption(pieces, index)}
    levels = heading_levels(pieces, [index for index in headings if index not in captions])
    again = {title for title, times in Counter(_title(pieces[index]) for index in headings).items() if times > 1}
    blocks: list[Block] = []
    path: tuple[str, ...] = ()
    place = ""
    lead_in: tuple[int, int] | None = None
    nesting = Nesting()
    for index, piece in enumerate(pieces):
        if index in levels:
            path = (*path[: levels[index] - 1], _title(piece))
            place = _place_among(path, again)
            blocks.append(block(piece, BlockKind.HEADING, path=path[:-1], place=place))
            lead_in = None
            nesting = Nesting()
            continue
        kind = BlockKind.TABLE if index in captions else PLAIN_KINDS[piece.shape]
        made = block(piece, kind, path=path, place=place)
        if piece.shape is Shape.FOOTNOTE:
            made = replace(made, place=f"voetnoot {piece.unit.number}")
        elif piece.shape is Shape.ITEM:
            made = replace(made, context=nesting.parent(piece, made) or lead_in)
        elif piece.shape is Shape.TEXT:
            if opening_of(piece, pieces).shape is Shape.TEXT:  # the rest of an item leaves its list open
                lead_in = (made.start, made.end) if leads_in(pieces, index) else None
            nesting = Nesting() if piece.broken_from is None else nesting
            made = continued(made, piece, pieces)
        blocks.append(made)
    return blocks


def _is_caption(pieces: list[Piece], index: int) -> bool:
    """Whether a line that the file does not mark as a heading, as it does others, heads but the table below it."""
    below = pieces[min(index + 1, len(pieces) - 1)]
    return below.shape is Shape.ROW and pieces[index].unit.heading is None


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


def place_of(heading: str) -> str:
    """The place that a heading makes: "paragraaf 3: Boten", "hoofdstuk 2: Boten", "paragraaf Boten"."""
    number = NUMBERING.match(heading)
    if number is None:
        return f"paragraaf {heading}"
    word = (number["word"] or "paragraaf").lower().replace("§", "paragraaf")
    return f"{word} {number['number']}: {heading[number.end() :]}"


def _place_among(path: tuple[str, ...], again: Collection[str]) -> str:
    """The place that a heading makes; one that comes again is told with that above it: "paragraaf Noord, Slot"."""
    if path[-1] not in again or len(path) == 1 or NUMBERING.match(path[-1]):
        return place_of(path[-1])
    return f"{place_of(path[-2])}, {path[-1]}"


def _title(heading: Piece) -> str:
    return heading.text.rstrip(":")


def continued(made: Block, piece: Piece, pieces: Sequence[Piece]) -> Block:
    """The next part of a broken paragraph or item takes the kind of the first, and hangs on the part before it."""
    if piece.broken_from is None:
        return made
    before = pieces[piece.broken_from].unit
    return replace(made, kind=PLAIN_KINDS[opening_of(piece, pieces).shape], context=(before.start, before.end))
