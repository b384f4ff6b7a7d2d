"""Plain text that was copied out of the pages of a paper: where these end, and what goes on over their foot."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from ingest.formats.characters import raised
from ingest.formats.flat_tables import flat_rows
from ingest.formats.flat_text import CLOSED
from ingest.formats.paged_text import PagedText

# The foot of a page of the Kamer, with its number: "Tweede Kamer, vergaderjaar 2025–2026, 36 123, nr. 4 2".
KAMER_FOOT = re.compile(
    r"^(?:.*\s)?(?:Tweede|Eerste) Kamer, vergaderjaar \d{4}\s*[–-]\s*\d{4}, "
    r"(?:Aanhangsel|.{5,24}nr\. \w+) (\d{1,3})[ \t]*$",
    re.MULTILINE,
)
# A line that is the number of its page, or ends with it behind what else is printed there.
MARK = re.compile(r"^(?:.*[ \t]{2}|.*[|•·–—][ \t]*|[ \t]*)Pagina (\d{1,3}) van (\d{1,3})[ \t]*$", re.MULTILINE)
FOOT = re.compile(f"{KAMER_FOOT.pattern}|{MARK.pattern}", re.MULTILINE)
NOTE = re.compile(r"\d{1,3} +[^\W_a-z]")
NOTE_ENDS = re.compile(r"[.!?][»”’\"')\]]*$")
REST = re.compile(rf"\s*((?!\w{{1,4}}[.)]\s)[a-zà-ÿ][^\n]*+(?:\n(?=[ \t]*\S)(?!{NOTE.pattern})[^\n]*+)*+)\n?")
FULL = 0.5  # of the longest line of a page: a heading is not so long


def paged(text: str) -> PagedText:
    """Split at form feeds, which are taken out again, or else behind the feet of pages that count on.

    What goes on over the foot of a page stands above the notes at that foot.
    """
    parts = _in_order(_pages(text))
    starts, offset = [], 0
    for _, part in parts:
        starts.append(offset)
        offset += len(part) + 1
    whole = "\n".join(part for _, part in parts)
    rows = flat_rows(whole)
    if len(parts) == 1:
        return PagedText(text=whole, rows=rows)
    numbers = tuple(number for number, _ in parts)
    counted = () if numbers == tuple(range(1, len(numbers) + 1)) else numbers
    return PagedText(text=whole, page_starts=tuple(starts), page_numbers=counted, rows=rows)


def _pages(text: str) -> list[str]:
    fed = text.removesuffix("\f").split("\f")
    if len(fed) > 1:
        return fed
    cuts = _below_feet(text) or _at_marks(text)
    return [text[start:end] for start, end in zip([0, *(cut + 1 for cut in cuts)], [*cuts, len(text)], strict=True)]


def _below_feet(text: str) -> list[int]:
    """Where pages end whose feet, as the Kamer prints them, count on from 1."""
    feet = [*KAMER_FOOT.finditer(text)]
    if [int(foot[1]) for foot in feet] != [*range(1, len(feet) + 1)]:
        return []
    return [foot.end() for foot in feet if text[foot.end() :].strip()]


def _at_marks(text: str) -> list[int]:
    """Where pages end that are marked and count on: "Pagina 2 van 5".

    The marks stand at the foot of all pages, or of all but the last, or else at their heads. Of these the first page
    may have none, or have it below its letterhead, which is much shorter than any page.
    """
    marks = [*MARK.finditer(text)]
    numbers, totals = [int(mark[1]) for mark in marks], {int(mark[2]) for mark in marks}
    counts_on = bool(marks) and numbers == [*range(numbers[0], numbers[0] + len(marks))]
    if not counts_on or len(totals) > 1 or numbers[0] > 2 or numbers[-1] < max(max(totals) - 1, 2):
        return []
    before, behind = text[: marks[0].start()].strip(), text[marks[-1].end() :].strip()
    between = [text[one.end() : other.start()].strip() for one, other in pairwise(marks)]
    is_whole = numbers[-1] == max(totals)
    if not all(between):
        return []
    if numbers[0] == 1 and before and bool(behind) is not is_whole:
        return [mark.end() for mark in (marks[:-1] if is_whole else marks)]
    is_short = len(before) * 2 < min(map(len, [*between, behind]))
    if behind and ((numbers[0] == 2 and before) or (numbers[0] == 1 and is_short)):
        return [mark.start() - 1 for mark in marks if int(mark[1]) > 1]
    return []


def _in_order(pages: Sequence[str]) -> list[tuple[int, str]]:
    """Pages and parts of them as they are read, each with the number of its page."""
    ordered: list[tuple[int, str]] = []
    for number, page in enumerate(pages, start=1):
        above = ordered[-1][1] if ordered else ""
        notes = _notes(above)
        rest = REST.match(page)
        if notes and rest and not FOOT.search(rest[1]) and _breaks_off(above[:notes].rstrip(), above[notes:]):
            ordered[-1:] = [(number - 1, above[:notes].rstrip()), (number, rest[1]), (number - 1, "\n" + above[notes:])]
            page = page[rest.end() :]
        ordered.append((number, page))
    return ordered


def _breaks_off(body: str, notes: str) -> bool:
    """Whether the text of a page breaks off in a full line above its notes, the first of which it calls."""
    if CLOSED.search(body) or not NOTE_ENDS.search(_without_foot(notes)):
        return False
    number = notes.split(maxsplit=1)[0]
    called = rf"(?:[^\W\d_]{{2}}|[»”’\")]|(?:[^\W\d_]|\d{{4}})[.,;:!?]){number}(?!\w)|{raised(number)}(?![⁰¹²³⁴-⁹])"
    lengths = [len(line) for line in body.split("\n")]
    return lengths[-1] >= FULL * max(lengths) and re.search(called, body) is not None


def _without_foot(notes: str) -> str:
    return "\n".join(line for line in notes.split("\n") if not FOOT.fullmatch(line)).rstrip()


def _notes(page: str) -> int:
    """Where the notes at the foot of a page start, parted by an empty line from the text above them; 0 without."""
    starts = [0, *(gap.end() for gap in re.finditer(r"\n[ \t]*\n\s*", page))]
    found = 0
    for start in reversed(starts):
        if NOTE.match(page, start):
            found = start
        elif page[start:].strip() and not FOOT.fullmatch(page[start:].strip()):
            break
    return found
