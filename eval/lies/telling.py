"""Makes true sentences of papers false, every way as often as the others."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from assistant.find.sentences import Sentence, sentences_of
from assistant.tell.extent import PROSE
from assistant.word.sheet import Line
from assistant.word.supply import line_of
from eval.lies import bounds, parts, ways
from eval.lies.ways import FINITE, in_place_of, nouns
from ingest.document import Document

WAYS = {**ways.WAYS, **bounds.WAYS, **parts.WAYS}
TRIES = 150  # sentences that a way is tried on
OF_TWO = (
    "another sentence named",
    "halves of two sentences",
    "subject of one, rest of another",
    "one because of another",
    "a word of the heading",
    "the opening of another",
    "a figure of another",
    "a sum of two",
    "two told, one named",
    "two papers in one sentence",
)
SHORTEST, LONGEST = 6, 45  # words of a sentence that is made false


@dataclass(frozen=True, slots=True)
class Lie:
    """A false sentence, the way in which it is, and what it names."""

    way: str
    claim: str
    lines: tuple[Line, ...]


def lies(lines: Sequence[Line], count: int, seed: int) -> Iterator[Lie]:
    """So many false sentences, every way as often as the others as far as sentences lend themselves to it."""
    chance = random.Random(seed)
    for number in range(count):
        found = None
        while found is None:
            way = chance.choice((*WAYS, *OF_TWO)) if number >= len(WAYS) else [*WAYS][number]
            found = _lie(way, lines, chance)
            number += 1
        yield found


def of_each(lines: Sequence[Line], count: int, seed: int) -> Iterator[Lie]:
    """So many false sentences of every way, as far as sentences lend themselves to it."""
    for way in (*WAYS, *OF_TWO):
        chance = random.Random(f"{seed} {way}")
        found = (_of_line(way, line, lines, chance) for line in chance.sample(lines, len(lines)))
        yield from islice((lie for lie in found if lie), count)


def _lie(way: str, lines: Sequence[Line], chance: random.Random) -> Lie | None:
    """A sentence that is false in one way; None if none of some sentences can be."""
    for line in chance.sample(lines, min(TRIES, len(lines))):
        if lie := _of_line(way, line, lines, chance):
            return lie
    return None


def _of_line(way: str, line: Line, lines: Sequence[Line], chance: random.Random) -> Lie | None:
    """A sentence made false in one way, with another one where it takes two; None if it does not lend itself."""
    if way in OF_TWO:
        claim, named = _of_two(way, line, chance.choice(lines))
    else:
        claim, named = WAYS[way](line.shown, chance), (line,)
    return Lie(way, claim, named) if claim and all(_letters(claim) != _letters(one.shown) for one in named) else None


def _of_two(way: str, one: Line, other: Line) -> tuple[str, tuple[Line, ...]]:
    """A false claim of two sentences, or of one and its heading, and what it names; "" where they do not lend it."""
    first, second = one.shown.split(), other.shown.split()
    match way:
        case "another sentence named":
            return one.shown, (other,)
        case "halves of two sentences":
            return " ".join([*first[: len(first) // 2], *second[len(second) // 2 :]]), (one,)
        case "a word of the heading":
            return _from_heading(one), (one,)
        case "a figure of another":
            return _with_figure_of(one, other), (one,)
        case "two papers in one sentence":
            apart = one.quotes[0].document != other.quotes[0].document
            return (_both(one, other), (one, other)) if apart else ("", ())
        case "two told, one named":
            return _both(one, other), (one,)
    if one is other or _source(one) != _source(other):
        return "", ()
    if way == "one because of another":
        return f"{one.shown.rstrip('.')}, omdat {other.shown[:1].lower()}{other.shown[1:]}", (one, other)
    if way == "a sum of two":
        return _summed(one, other), (one, other)
    if way == "the opening of another":
        opening = re.match(rf"((?:In|Bij|Voor|Binnen|Onder) [^,;:]{{4,50}}?) {FINITE}", other.shown)
        said = re.match(rf"((?:De|Het|Een|Minister) [\w-]+) ({FINITE}) (.+)", one.shown)
        if not opening or not said:
            return "", ()
        return f"{opening[1]} {said[2]} {said[1][:1].lower()}{said[1][1:]} {said[3]}", (one, other)
    acts, does = re.search(FINITE, one.shown), re.search(FINITE, other.shown)
    if not acts or not does or not 3 < acts.start() < 60 or not 3 < does.start() < 60:
        return "", ()
    return f"{one.shown[: acts.start()]}{other.shown[does.start() :]}", (one, other)


def _both(one: Line, other: Line) -> str:
    return f"{one.shown.rstrip('.')} en {other.shown[:1].lower()}{other.shown[1:]}"


def _with_figure_of(one: Line, other: Line) -> str:
    """A claim with the first figure of another sentence in the place of its own; "" if it has none of its own."""
    own, theirs = (re.search(r"\d+(?:[.,]\d+)*", line.shown) for line in (one, other))
    if not own or not theirs or own[0] == theirs[0]:
        return ""
    return in_place_of(own, theirs[0])


def _summed(one: Line, other: Line) -> str:
    """A claim with the sum of its figure and that of another sentence."""
    own, theirs = (re.search(r"(?<![\d.,])\d{1,4}(?= [a-z]{4,})", line.shown) for line in (one, other))
    if not own or not theirs:
        return ""
    return in_place_of(own, str(int(own[0]) + int(theirs[0])))


def _source(line: Line) -> tuple[str, str]:
    return line.quotes[0].document, line.quotes[0].speaker.name


def _from_heading(line: Line) -> str:
    """A claim with a noun of its heading in the place of the first of its own."""
    _, _, heading = line.quotes[0].place.partition("paragraaf ")
    words = [word for word in re.findall(r"[a-z-]{6,}", heading) if word not in line.shown]
    own = nouns(line.shown)
    if not words or not own:
        return ""
    return in_place_of(own[0], words[-1])


def _letters(text: str) -> str:
    return re.sub(r"\W+", "", text).casefold()


def true_lines(documents: Sequence[Document]) -> list[Line]:
    """The whole sentences of some papers that can be told by themselves."""
    found = [sentence for document in documents for sentence in sentences_of(document)]
    return [line_of(one) for one in found if _is_fit(one)]


def _is_fit(sentence: Sentence) -> bool:
    words = sentence.text.split()
    return (
        sentence.block.kind in PROSE
        and SHORTEST <= len(words) <= LONGEST
        and sentence.text.rstrip().endswith(".")
        and words[0][:1].isupper()
    )
