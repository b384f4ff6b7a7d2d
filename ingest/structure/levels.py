"""How deep each heading stands: by the file, by its number, by a list of contents, and by what it follows."""

from __future__ import annotations

import re
from collections import Counter, defaultdict

from ingest.structure.parts import Piece
from ingest.structure.shapes import Shape

LONGEST_HEADING = 140
LEAST_RETURNS = 3  # of a heading that stands below others
MOST_LISTS = 12  # tried as the list of contents, which stands near the start
LONGEST_CONTENTS = 60
LEAST_LIKENESS = 0.25  # shared beginnings of words, as part of all
# A number without a stop before a small letter counts or tells a time: "1 mei 2031", "1e kwartaal", "12 boten".
NO_NUMBERING = r"(?!\d{2} \d{3}\b|\d{1,2}[a-z]{0,3} [a-zà-ÿ])"
# "2.1 Boten", "3: Boten", "B. Boten", "(c) Boten", "IV – Boten", "Hoofdstuk 2. Boten", "§ 4 Boten".
NUMBERING = re.compile(
    NO_NUMBERING
    + r"(?:(?P<word>§|Hoofdstuk|Paragraaf|Deel|Thema|Onderdeel|Actielijn|Spoor|Prioriteit|Maatregel|Ad) ?)?"
    r"\(?(?P<number>\d{1,2}(?:\.\d{1,2})*[a-z]?(?=[.:)\s])|[IVX]{1,5}(?=[.:)\s])|[A-Z](?=[.:)])|[a-z](?=\)|[.:] ))"
    r"[.:)]*(?:\s+[–-])?\s+"
)
TOP_NUMBER = re.compile(NO_NUMBERING + r"\d{1,2}(?=(?:\.\d{1,2})*[.:)]*(?:\s+[–-])?\s)")
# Headings that open or close a whole letter, whatever list of contents it has.
OUTER = re.compile(r"(?:Inleiding|Samenvatting|Conclusies?|Tot slot|Slot|Afsluiting|Vervolg|Leeswijzer)", re.IGNORECASE)
WORD = re.compile(r"[^\W\d_]{4,}")


def heading_levels(pieces: list[Piece], headings: list[int]) -> dict[int, int]:
    """The level of each heading, from 1, by its index among the pieces."""
    marked = any(pieces[index].unit.heading for index in headings)
    levels = _marked_levels(pieces, headings) if marked else _levels_by_form(pieces, headings)
    return levels | {index: levels[index] + 1 for index in _returning(pieces, levels)}


def _returning(pieces: list[Piece], levels: dict[int, int]) -> set[int]:
    """Headings that come back below ever another one of their own level: "Slot" below "Regio Noord", "Regio Zuid", …"""
    times = Counter(pieces[index].text for index in levels)
    found: defaultdict[str, set[int]] = defaultdict(set)
    above: dict[str, set[int]] = defaultdict(set)  # since each came last, the levels of those that come once
    kept = {text for text, count in times.items() if count >= LEAST_RETURNS and not NUMBERING.match(text)}
    for index, level in levels.items():
        text = pieces[index].text
        if text in kept:
            if level not in above[text]:
                kept.discard(text)
            above[text] = set()
            found[text].add(index)
        elif times[text] == 1:
            for each in kept:
                above[each].add(level)
    return {index for text in kept for index in found[text]}


def _marked_levels(pieces: list[Piece], headings: list[int]) -> dict[int, int]:
    """Levels where the file itself tells how deep its headings stand; one that it does not mark is the deepest."""
    levels: dict[int, int] = {}
    above: list[int] = []
    for index in headings:
        depth = pieces[index].unit.heading
        while depth and above and above[-1] >= depth:
            above.pop()
        levels[index] = len(above) + 1
        above += [depth] if depth else []
    return levels


def _levels_by_form(pieces: list[Piece], headings: list[int]) -> dict[int, int]:
    """Levels of headings that only their words and numbers tell apart."""
    contents = _contents(pieces, headings)
    numbers = {index: int(top.group()) for index in headings if (top := TOP_NUMBER.match(pieces[index].text))}
    furthest = {number: index for index, number in numbers.items()}
    levels: dict[int, int] = {}
    above = 0  # level of the heading that the numbered ones stand under
    plain = 0  # level of the last heading without a number
    below = _below_bold(pieces, headings)
    bold = 0  # level of the last heading in bold
    last = 0  # number of the last numbered heading
    rows: dict[str, tuple[int, int]] = {}  # number and level of the last "Maatregel 2", by its word
    for index in headings:
        text = pieces[index].text
        if index in numbers:
            if numbers[index] not in {last, last + 1} or numbers[index] == 1 != last:
                above = plain
            last = numbers[index]
            levels[index] = above + _depth(text)
            bold = levels[index] if pieces[index].unit.heading is not None else bold
            continue
        between = last > 0 and not contents and not above and furthest.get(last + 1, 0) > index
        outer = OUTER.fullmatch(text) is not None
        levels[index] = (
            1 if outer or index in contents else _plain_level(pieces, index, levels, bool(contents), between)
        )
        if index in below and bold and not outer:
            levels[index] = min(bold + 1, 3)
        if named := _named_number(text):
            word, number = named
            before, level = rows.get(word, (0, 0))
            levels[index] = level if before == number - 1 and level else levels[index]
            rows[word] = number, levels[index]
        bold = levels[index] if pieces[index].unit.heading is not None else bold
        plain = 0 if outer else levels[index]
    return levels


def _named_number(text: str) -> tuple[str, int] | None:
    """The word and the number of "Maatregel 2. Boten", of which all in a row stand at one level; None without both."""
    found = NUMBERING.match(text)
    return (found["word"], int(found["number"])) if found and found["word"] and found["number"].isdigit() else None


def _below_bold(pieces: list[Piece], headings: list[int]) -> frozenset[int]:
    """The headings that are not in bold, in a paper where bold ones come first and none of the others right above them.

    A single bold one tells so only where another stands right below it.
    """
    bold = {index for index in headings if pieces[index].unit.heading is not None}
    other = frozenset(headings) - bold
    if not bold or headings[0] in other or any(index + 1 in bold for index in other):
        return frozenset()
    return other if len(bold) > 1 or any(index + 1 in other for index in bold) else frozenset()


def _plain_level(pieces: list[Piece], index: int, levels: dict[int, int], contents: bool, between: bool) -> int:
    """The level of a heading without a number, which may stand between two numbers that follow each other."""
    if between:
        return 2
    if index - 1 in levels and not OUTER.fullmatch(pieces[index - 1].text):
        return 2 if contents else min(levels[index - 1] + 1, 3)
    return 2 if contents and levels else 1


def _depth(text: str) -> int:
    """1 of "2. Boten", 2 of "2.1 Boten"."""
    number = NUMBERING.match(text)
    return number["number"].count(".") + 1 if number else 1


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
