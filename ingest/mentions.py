"""Moties, bills, letters and reports that a paper names without their number, and what "die motie" is.

A mention is tied to a number only where the paper makes it certain: the number stands behind it,
or in the one footnote of a sentence that names nothing else. "Die motie" is the one motie that was
named shortly before, or else the one that the title names; it is left alone when there were two. "Moties" are
several together, told by who proposed them or by the numbers behind them.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from ingest.document import Block, BlockKind, Document, Reference, ReferenceKind
from ingest.flattened import flattened, pattern
from ingest.references import references
from ingest.sentences import split

SENTENCES_BACK = 4  # how far "die motie" looks back, within its paragraph, and within the question of its answer
PROPOSED = frozenset({ReferenceKind.MOTIE, ReferenceKind.AMENDEMENT})  # known by who proposed it
NUMBERED = frozenset({ReferenceKind.KAMERSTUK, ReferenceKind.DOSSIER, ReferenceKind.AANHANGSEL})
WORDS = {
    "motie": ReferenceKind.MOTIE,
    "amendement": ReferenceKind.AMENDEMENT,
    "wetsvoorstel": ReferenceKind.WETSVOORSTEL,
    "brief": ReferenceKind.BRIEF,
    "rapport": ReferenceKind.RAPPORT,
}
NAME = (
    r"(?:[A-Z][a-zà-ÿ]+ )?(?:(?:[Vv]an(?: ’t| de[rn]?)?|[Dd]e[rn]?|[Tt]e[rn]?|[Ee]l|[Ii]n ’t) )?"
    r"[A-Z][^\W\d_’']*(?:[’'][^\W\d_]+)?(?:-[A-Z][^\W\d_]+)*(?: \([A-Z][\w-]*\))?"
)
SLASH = r"(?:/| / )(?!(?:Amendement|Motie|Regering|Kabinet)\b)"  # "Boot/Kade", but not "Boot/ Kade"
NAMES = rf"{NAME}(?:(?:{SLASH}|(?:,| en|, en) (?:het lid |de leden )?){NAME})*(?: c\.s\.| e\.a\.)?"
MENTION = pattern(
    r"(?<![\w-])(?:(?P<pointing>[Dd]ie|[Dd]eze|[Dd]at|[Dd]it|(?:[Dd]e|[Hh]et)(?: (?:boven|voor|eerder)?genoemde)?|"
    r"[Dd]ezelfde|[Hh]etzelfde|(?:[Bb]oven|[Vv]oor|[Ee]erder)genoemde) )?"
    r"(?P<adjective>[a-z]+e )?(?P<word>(?:initiatief|concept)?(?:motie|amendement|wetsvoorstel)|(?:Kamer|kamer)?brief|"
    r"(?:onderzoeks|eind|evaluatie|advies)?rapport)(?P<plural>s|en)?(?P<end>)(?![^\W\d_])"
    rf"(?P<by>(?:-| van (?:(?:het )?lid|de leden|de heer|mevrouw|het voormalig lid) | ){NAMES})?"
)
# After "de motie" these say that nothing follows that tells which one: a stop, a verb, an adverb.
NOTHING_MORE = re.compile(
    r"\s{0,3}(?:[.,;:?!)]|$|(?:is|was|wordt|werd|heeft|had|kan|kon|zal|zou|moet|gaat|komt|ligt|staat|blijft|bevat|beoogt|regelt|"
    r"vraagt|vroeg|verzoekt|roept|riep|stelt|spreekt|sprak|wil|noemt|laat|geeft|gaf|toont|blijkt|toe|door|voorstelt|vraag|vragen|"
    r"uit|uitvoeren|uitgevoerd|aangenomen|ingediend|verworpen|aangehouden|ook|niet|wel|nu|dus|al|nog|dan|daarom|immers|en)\b)"
)
# "De motie dat …" says again what it asks; "het rapport dat …" may tell which one. Every motie is one of the Kamer.
ITS_CONTENT = re.compile(r"\s{0,3}dat\b")
OF_THE_KAMER = re.compile(r"\s{0,3}van (?:de|uw) Kamer\b")
BEHIND = re.compile(r"[(:]\s{0,3}(?:zie )?$")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Mention:
    kind: ReferenceKind
    start: int
    end: int
    pointing: bool  # "die motie": it names nothing itself
    plural: bool
    by: str  # who proposed it, "" if it does not say


_Thing = TypeVar("_Thing", _Mention, Reference)


def document_references(document: Document) -> tuple[Reference, ...]:
    """What a paper refers to, in order of place: by number, by title, by name, and by pointing back."""
    numbered = references(document.text)
    placed = []
    for reference in [*numbered, *_Reader(document, numbered).read()]:
        at = bisect_right(document.blocks, reference.start, key=lambda block: block.start) - 1
        placed.append(_placed(reference, document.blocks[at]) if at >= 0 else reference)
    return tuple(sorted(placed, key=lambda each: (each.start, each.end)))


def _placed(reference: Reference, block: Block) -> Reference:
    sentence = block.context if block.kind is BlockKind.FOOTNOTE else None
    return replace(reference, place=block.place, sentence=sentence)


class _Reader:
    """The mentions of one paper and what they turned out to be so far."""

    def __init__(self, document: Document, numbered: Sequence[Reference]) -> None:
        self._document = document
        self._flat = flattened(document.text)
        self._numbers = [reference for reference in numbered if reference.kind in NUMBERED]
        self._mentions = list(_mentions(self._flat, numbered))
        self._titled = frozenset(one.by for one in _mentions(flattened(document.title), []) if one.by)
        self._known: dict[int, Reference] = {}  # by start of the mention
        self._identities: dict[int, str] = {}  # likewise: what tells one motie from another
        self._notes: defaultdict[tuple[int, int], list[Block]] = defaultdict(list)  # by the sentence they hang on
        for block in document.blocks:
            if block.kind is BlockKind.FOOTNOTE and block.context:
                self._notes[block.context].append(block)

    def read(self) -> list[Reference]:
        for block in self._document.blocks:
            if _within(self._mentions, block.start, block.end):
                self._read(block)
        return list(self._known.values())

    def _read(self, block: Block) -> None:
        text = self._document.text[block.start : block.end]
        sentences = [(block.start + start, block.start + end) for start, end in split(text)]
        for at, sentence in enumerate(sentences):
            inside = _within(self._mentions, *sentence)
            back = sentences[max(0, at - SENTENCES_BACK)][0]
            for mention in inside:
                if mention.pointing:
                    reference = self._pointed(mention, block, back)
                elif mention.plural:
                    reference = self._several(mention, inside, sentence)
                else:
                    reference = self._named(mention, inside, sentence)
                if reference is not None:
                    self._known[mention.start] = reference
                    self._identities.setdefault(mention.start, reference.identifier or mention.by or str(mention.start))

    def _named(self, mention: _Mention, inside: Sequence[_Mention], sentence: tuple[int, int]) -> Reference | None:
        """What names itself, by its number or by who proposed it."""
        number = self._behind(mention, inside, sentence) or self._in_footnote(mention, inside, sentence)
        if number is not None:
            return self._reference(mention, number.identifier, (number.start, number.end))
        return self._reference(mention, "", None) if mention.by else None

    def _several(self, mention: _Mention, inside: Sequence[_Mention], sentence: tuple[int, int]) -> Reference | None:
        """Moties that are named together: by who proposed them, or by the numbers behind them or in their footnote."""
        numbers = self._numbers_behind(mention, inside, sentence) or self._numbers_in_footnote(
            mention, inside, sentence
        )
        if len(numbers) > 1:
            return self._reference(mention, "", (numbers[0].start, numbers[-1].end))
        return self._reference(mention, "", None) if mention.by else None

    def _behind(self, mention: _Mention, inside: Sequence[_Mention], sentence: tuple[int, int]) -> Reference | None:
        """The number in brackets or after a colon behind it, with no other mention between."""
        numbers = self._numbers_behind(mention, inside, sentence)
        return numbers[0] if len(numbers) == 1 else None

    def _numbers_behind(
        self, mention: _Mention, inside: Sequence[_Mention], sentence: tuple[int, int]
    ) -> Sequence[Reference]:
        """All numbers between a mention and the next one, if the first stands in brackets or after a colon."""
        following = min((other.start for other in inside if other.start > mention.start), default=sentence[1])
        numbers = _within(self._numbers, mention.end, following)
        return numbers if numbers and BEHIND.search(self._flat, mention.end, numbers[0].start) else ()

    def _in_footnote(
        self, mention: _Mention, inside: Sequence[_Mention], sentence: tuple[int, int]
    ) -> Reference | None:
        """The number in the footnote whose mark stands against it, or in the only one of its sentence."""
        numbers = self._numbers_in_footnote(mention, inside, sentence)
        return numbers[0] if len(numbers) == 1 else None

    def _numbers_in_footnote(
        self, mention: _Mention, inside: Sequence[_Mention], sentence: tuple[int, int]
    ) -> Sequence[Reference]:
        notes = self._notes.get(sentence, [])
        against = [note for note in notes if note.number and self._marked(mention, note.number)]
        if not against and not (len(notes) == 1 and len(inside) == 1):
            return ()
        note = (against or notes)[0]
        return _within(self._numbers, note.start, note.end)

    def _marked(self, mention: _Mention, number: str) -> bool:
        return self._flat.startswith((number, f",{number}", f".{number}", f"?{number}"), mention.end)

    def _pointed(self, mention: _Mention, block: Block, back: int) -> Reference | None:
        """The one thing of its kind that was mentioned shortly before; None when there was more than one.

        First the sentences before it in its paragraph count, then the question that it answers, then what the title
        names. Where nothing of its kind was mentioned it stands for one that this paper does not name.
        """
        windows = [(back, mention.start)]
        if block.context and block.kind is not BlockKind.FOOTNOTE:
            windows.append(block.context)
        for window in windows:
            before = [each for each in _within(self._mentions, *window) if each.kind is mention.kind]
            if before:
                return self._one_of(before, mention)
        known = [each for each in self._mentions if each.kind is mention.kind and each.start in self._known]
        titled = [each for each in known if each.by in self._titled]
        if titled:
            return self._one_of([each for each in titled if self._known[each.start].identifier] or titled, mention)
        return self._reference(mention, "", None) if mention.kind in PROPOSED else None

    def _one_of(self, before: Sequence[_Mention], mention: _Mention) -> Reference | None:
        meant = {self._identities.get(each.start, "") for each in before}
        if len(meant) > 1 or "" in meant or any(each.plural != mention.plural for each in before):
            return None
        self._identities[mention.start] = meant.pop()
        first, reference = before[0], self._known[before[0].start]
        origin = reference.antecedent if first.pointing else (reference.start, reference.end)
        return self._reference(mention, reference.identifier, origin)

    def _reference(self, mention: _Mention, identifier: str, antecedent: tuple[int, int] | None) -> Reference:
        return Reference(
            kind=mention.kind,
            identifier=identifier,
            text=self._document.text[mention.start : mention.end],
            start=mention.start,
            end=mention.end,
            antecedent=antecedent,
        )


def _within(things: Sequence[_Thing], start: int, end: int) -> Sequence[_Thing]:
    """Those that begin in a span."""
    first = bisect_left(things, start, key=lambda thing: thing.start)
    return things[first : bisect_left(things, end, key=lambda thing: thing.start)]


def _mentions(flat: str, numbered: Sequence[Reference]) -> Iterator[_Mention]:
    for match in MENTION.finditer(flat):
        at = match.start("word")
        before = bisect_right(numbered, at, key=lambda reference: reference.start) - 1
        if before >= 0 and at < numbered[before].end:
            continue
        kind = next(kind for word, kind in WORDS.items() if match["word"].lower().endswith(word))
        yield _Mention(
            kind=kind,
            start=at,
            end=match.end() if kind in PROPOSED else match.start("end"),
            pointing=_points(match, kind),
            plural=bool(match["plural"]),
            by=" ".join((match["by"] or "").lstrip("- ").split()) if kind in PROPOSED else "",
        )


def _points(match: re.Match[str], kind: ReferenceKind) -> bool:
    """Whether it points back: "die motie", or "de motie" with nothing behind it that tells which."""
    pointing = (match["pointing"] or "").lower()
    if not pointing or (match["by"] and kind in PROPOSED):
        return False
    if pointing in {"deze", "dit"} and kind is ReferenceKind.BRIEF:
        return False  # "deze brief" is mostly this very paper
    if pointing in {"de", "het"}:
        nothing_more = [NOTHING_MORE]
        nothing_more += [ITS_CONTENT] if pointing == "de" else []
        nothing_more += [OF_THE_KAMER] if kind in PROPOSED else []
        return not match["adjective"] and any(each.match(match.string, match.end()) for each in nothing_more)
    return True
