"""Why a part of a paper was made unreadable: the grounds of the Woo and the Wob, however they are printed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise, zip_longest

from ingest.document import Block, BlockKind
from ingest.grounds import GROUND_WORDS, HOLE, LEAST_OF_A_GROUND, TOLD
from ingest.structure.parts import Piece
from ingest.structure.shapes import Shape

# What the Wet open overheid (art. 5.1 and 5.2) and the Wet openbaarheid van bestuur (art. 10 and 11) name.
WOO = {
    "5.1.1a": "eenheid van de Kroon",
    "5.1.1b": "veiligheid van de Staat",
    "5.1.1c": "vertrouwelijk verstrekte bedrijfsgegevens",
    "5.1.1d": "bijzondere persoonsgegevens",
    "5.1.1e": "identificatienummers",
    "5.1.2a": "internationale betrekkingen",
    "5.1.2b": "economische of financiële belangen",
    "5.1.2c": "opsporing en vervolging",
    "5.1.2d": "inspectie, controle en toezicht",
    "5.1.2e": "persoonlijke levenssfeer",
    "5.1.2f": "concurrentiegevoelige bedrijfsgegevens",
    "5.1.2g": "bescherming van het milieu",
    "5.1.2h": "beveiliging van personen en bedrijven",
    "5.1.2i": "goed functioneren van de Staat",
    "5.1.5": "onevenredige benadeling",
    "5.2.1": "persoonlijke beleidsopvattingen",
    "5.2": "persoonlijke beleidsopvattingen",
}
WOB = {
    "10.1a": "eenheid van de Kroon",
    "10.1b": "veiligheid van de Staat",
    "10.1c": "vertrouwelijk verstrekte bedrijfsgegevens",
    "10.1d": "bijzondere persoonsgegevens",
    "10.2a": "internationale betrekkingen",
    "10.2b": "economische of financiële belangen",
    "10.2c": "opsporing en vervolging",
    "10.2d": "inspectie, controle en toezicht",
    "10.2e": "persoonlijke levenssfeer",
    "10.2f": "belang van de geadresseerde",
    "10.2g": "onevenredige bevoordeling of benadeling",
    "11.1": "persoonlijke beleidsopvattingen",
}
ORDINALS = {"eerste": "1", "tweede": "2", "vijfde": "5"}
CODE = re.compile(
    r"\(?\b(?P<article>5\.[12]|10|11)\)?"
    r"(?:[\s.,(]*(?:lid )?(?P<paragraph>[1-5]|eerste|tweede|vijfde)(?: lid)?\)?"
    r"(?:[\s.,(]*(?:aanhef en )?(?:sub|onder)?\s*(?P<letter>[a-i]))?)?\)?(?![\w%])",
    re.IGNORECASE,
)
BLACK = re.compile(
    r"[█▇■▮▓░\s]{2,}|(?:(?:\[?(?:weggelakt|gelakt|geanonimiseerd|onleesbaar)(?: gemaakt)?\]?|\[?x{3,}\]?)[\s.,;:]*)+",
    re.IGNORECASE,
)
# Above or beside the grounds of an inventory: there a ground says why a paper was refused, and stands for no words.
GROUNDS_COLUMN = re.compile(
    r"\b(?:weigerings?|uitzonderings?|woo-?|wob-?)grond(?:en)?\b|\bgrond(?:en)? (?:woo|wob)\b"
    r"|\btoegepaste (?:artikelen|gronden)\b|\binventaris(?:lijst)?\b",
    re.IGNORECASE,
)
# What explains a ground that stands above it as a heading.
EXPLAINS = re.compile(
    r"Op grond van|Ingevolge|Krachtens|Dit artikel|Deze (?:weigerings|uitzonderings)?grond\b|Volgens artikel"
)
OTHER_COLUMN = re.compile(
    r"\b(?:nr|nummer|document|datum|naam|omschrijving|beoordeling|type|pagina|openbaar)\b", re.IGNORECASE
)
ROW_NUMBER = re.compile(r"\d{1,4} ")
NO_GROUNDS = frozenset({"Weggelakt", "Onleesbaar gemaakt"})  # say that it was done, not why
LONGEST_HEAD = 140  # characters
LONGEST_OPENING = 5000  # characters, in which a decision says what was asked and what is decided
TELLS_WHY = re.compile(r"\bopenba|\b(?:Woo|Wob)\b|\bartikel (?:5\.|10|11)", re.IGNORECASE)
REQUEST = re.compile(r"\b(?:Woo|Wob)-?verzoek|\bverzo(?:ek|cht)\b[^.]{0,200}(?:\bopenba|\bWet open)", re.IGNORECASE)
DECIDES = re.compile(r"\b(?:[Bb]esluit|[Bb]esloten|[Bb]eslissing|BESLUIT)\b[^.]*?\b(?:openba|verzoek|[Ww]oo|[Ww]ob)")
LONGEST_CODES = 200  # characters
PERSONAL = re.compile(r"persoonsgegevens?", re.IGNORECASE)


def is_blacked_out(line: str) -> bool:
    """Whether a line holds nothing but black boxes, or the codes or words that stand in their place."""
    if BLACK.fullmatch(line) or PERSONAL.fullmatch(line):
        return True
    rest = CODE.sub("", line).replace(HOLE, "")
    return len(line) < LONGEST_CODES and bool(_coded_alone(line)) and not re.search(r"\w", rest)


def is_decision(text: str) -> bool:
    """Whether a letter decides on a request to make papers public."""
    head = text[:LONGEST_OPENING]
    return REQUEST.search(head) is not None and DECIDES.search(head) is not None


def with_grounds_as_headings(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces of a decision on a request, where the words of a ground above a paragraph head what is said of it."""
    return [
        replace(piece, unit=replace(piece.unit, shape=Shape.TEXT))
        if piece.shape is Shape.LABEL and not CODE.search(piece.text) and below is not None and _explains(below)
        else piece
        for piece, below in zip_longest(pieces, pieces[1:])
    ]


def _explains(piece: Piece) -> bool:
    """Whether a paragraph says why something is not made public; below the label of a box anything may stand."""
    return piece.shape is Shape.TEXT and piece.text[0].isupper() and TELLS_WHY.search(piece.text) is not None


def with_redactions(blocks: list[Block], text: str) -> list[Block]:
    """The same blocks, where what was made unreadable is told as that, with its ground where the text tells it.

    In an inventory, below the head of a column of grounds, a ground is a cell like any other.
    """
    result: list[Block] = []
    lists = False
    for made, following in zip_longest(blocks, blocks[1:]):
        words = text[made.start : made.end]
        column = len(words) <= LONGEST_HEAD and words[-1:] not in ".?" and GROUNDS_COLUMN.search(words) is not None
        heads_column = column and (made.kind is not BlockKind.HEADING or OTHER_COLUMN.search(words) is not None)
        ends = made.kind is BlockKind.HEADING and not ROW_NUMBER.match(words)
        lists = heads_column or (lists and not ends and len(words) <= LONGEST_HEAD)
        hidden = made.kind is BlockKind.REDACTION or (
            made.kind in {BlockKind.PARAGRAPH, BlockKind.LIST_ITEM} and is_blacked_out(words)
        )
        grounds = "; ".join(grounds_of(words)) if hidden else ""
        if grounds and following and EXPLAINS.match(text, following.start):
            made = replace(made, kind=BlockKind.PARAGRAPH, context=None)
        elif grounds and lists:
            made = replace(made, kind=BlockKind.TABLE, context=None)
        elif hidden:
            result += [_redaction(made, start, end, text) for start, end in _boxes(made, text)]
            continue
        result.append(made)
    return result


def _boxes(made: Block, text: str) -> list[tuple[int, int]]:
    """The spans of the boxes whose labels stand in one block: a label names a ground once, so that its next is another.

    Labels that name no ground, and boxes without a label, are told together.
    """
    begins, named = [made.start], set[str]()
    for at, ground in _named(text[made.start : made.end]):
        if ground in named:
            begins.append(made.start + at)
            named = set()
        named.add(ground)
    return [(start, start + len(text[start:end].rstrip())) for start, end in pairwise([*begins, made.end])]


def _redaction(made: Block, start: int, end: int, text: str) -> Block:
    grounds = "; ".join(grounds_of(text[start:end]))
    place = f"weggelakt: {grounds}" if grounds else "weggelakt, de grond staat er niet bij"
    return replace(made, kind=BlockKind.REDACTION, start=start, end=end, place=place, context=None)


def _coded_alone(line: str) -> str:
    found = CODE.search(line)
    return _coded(found) if found else ""


def grounds_of(label: str) -> tuple[str, ...]:
    """The grounds that a label names, each once: "artikel 5.1, lid 2, onder e, Woo (persoonlijke levenssfeer)".

    Words that were cut off are told by their beginning; without a ground it is empty.
    """
    return tuple(dict.fromkeys(ground for _, ground in _named(label)))


def _named(label: str) -> list[tuple[int, str]]:
    """Each ground that a label names, as often as it does, with where it begins; on a black box any words are one."""
    if boxes := [*TOLD.finditer(label)]:
        return [(box.start(), ground) for box in boxes for ground in grounds_of(box["words"]) or (box["words"],)]
    if codes := [(found.start(), ground) for found in CODE.finditer(label) if (ground := _coded(found))]:
        return codes
    if PERSONAL.fullmatch(label):
        return [(0, "persoonlijke levenssfeer")]
    return [(at, ground) for at, ground in _worded(label) if ground not in NO_GROUNDS]


def _coded(found: re.Match[str]) -> str:
    article, letter = found["article"], (found["letter"] or "").lower()
    paragraph = ORDINALS.get((found["paragraph"] or "").lower(), found["paragraph"] or "")
    law, known = ("Woo", WOO) if article.startswith("5") else ("Wob", WOB)
    meaning = known.get(".".join(filter(None, (article, paragraph))) + letter)
    if meaning is None:
        return ""
    parts = [f"artikel {article}", paragraph and f"lid {paragraph}", letter and f"onder {letter}"]
    return f"{', '.join(filter(None, parts))}, {law} ({meaning})"


def _worded(label: str) -> list[tuple[int, str]]:
    """Grounds in words, of which a reader of the page may have lost the end or the space between."""
    found: list[tuple[int, str]] = []
    places = [at for at, letter in enumerate(label) for _ in _letters(letter)]
    rest = _letters(label)
    while rest:
        covered, ground = max(((_alike(rest, ground), ground) for ground in GROUNDS), key=_longest)
        if covered < min(LEAST_OF_A_GROUND, len(ground)):
            return found
        found.append((places[-len(rest)], GROUNDS[ground]))
        rest = rest[covered:]
        if covered < len(ground) and ground.endswith(rest):
            return found
    return found


def _longest(found: tuple[int, str]) -> tuple[int, int]:
    """Most letters alike; of two grounds that fit as well, the shorter."""
    return found[0], -len(found[1])


def _alike(one: str, other: str) -> int:
    return next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def _letters(text: str) -> str:
    return "".join(letter for letter in text.lower() if letter.isalpha())


GROUNDS = {_letters(words): words for words in GROUND_WORDS}
