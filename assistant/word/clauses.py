"""A claim beside the sentences that are to bear it: which clauses say it, with which words.

A claim is compared clause by clause. Of each clause every word that carries content has to stand in a clause of the
paper (``aligned``); those clauses then tell who does what (``roles``), how many of what (``figures``), when (``tense``)
and whether a denial or a limit was lost or brought in (``scope``).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from simplemma import is_known

from assistant.understand.asked import is_verb
from assistant.understand.names import NUMBER
from assistant.word.signals import signals
from index.dutch import STOP_WORDS, fold, stem
from ingest.number_words import number_of
from ingest.official_numbers import MONTHS
from ingest.sentences import split
from ingest.structure.pointers import ORDINALS

_RAISED = re.compile(r"[⁰¹²³⁴-⁹]+")  # the mark of a footnote
_CONCERNING = re.compile(r"\b[Ww]at (?!mij |ons )((?:[\w-]+ ){1,5}?[\w-]+) betreft\b,?")  # as "wat betreft de bussen"
_TOKEN = re.compile(rf"{NUMBER.pattern}|[^\W\d_]+(?:['’-][^\W_]+)*|[%€]")
_CUT = re.compile(
    r"[;:()]|(?<!\d),|,(?!\d)| [-–—] | en (?!met\b)|"
    r"(?<=\s)(?<!niet )(?=(?:maar|waarvan|terwijl|omdat|doordat|zodat|tenzij|mits|want|hoewel|waarbij|waardoor|nadat|"
    r"voordat|zodra)\b)"
)
_RELATIVE = re.compile(r"(?:die|dat|waar\w*)\b")
PREPOSITIONS = frozenset(
    "aan betreft bij binnen buiten door in met na naar naast namens om onder op over per rond sinds te tegen tijdens "
    "tot tussen uit van vanaf vanuit via volgens voor wegens".split()
)
# Prepositions of one group say much the same of a place or a subject.
_ALIKE = {
    word: group
    for group, words in enumerate(
        ("in op bij binnen tijdens aan", "per vanaf sinds", "over om rond betreft", "door via")
    )
    for word in words.split()
}
YEAR = re.compile(r"(?:19|20)\d\d")
MONTH_STEMS = frozenset(map(stem, MONTHS))
_ORDINALS = frozenset(map(stem, ORDINALS))
DETERMINERS = frozenset("de het een deze dit die geen elke iedere alle mijn onze uw hun zijn haar".split())
# What may stand between a preposition and what it leads in.
_SKIPPED = DETERMINERS | frozenset(
    "dat ons ieder elk meer minder veel ongeveer circa ruim en met ingang nog pas".split()
)
# Nouns that say what a small word says: they look after the claim, and are told like any other noun.
_NOUNS = frozenset("planning ambitie ambities voornemen voornemens wens wensen verwachting voorbehoud".split())
# Small words to a search that say something in a claim: "andere scholen" are not the scholen that were spoken of.
_TELLING = frozenset("ander andere anderen enige geven geef geeft iets veel vraag vragen waarde weinig".split())
_AMONG = re.compile(r"\bonder (?:andere|meer)\b|\bo\.?a\.", re.IGNORECASE)
# The finite verbs that are no content of their own, each as its forms of the present and of the past.
AUXILIARIES = tuple(
    (frozenset(present.split()), frozenset(past.split()))
    for present, past in (
        ("is zijn ben bent", "was waren"),
        ("heeft hebben heb hebt", "had hadden"),
        ("wordt worden word", "werd werden"),
        ("kan kunnen kunt", "kon konden"),
        ("mag mogen", "mocht mochten"),
        ("moet moeten", "moest moesten"),
        ("zal zullen", "zou zouden"),
        ("wil willen", "wilde wilden"),
        ("gaat gaan", "ging gingen"),
        ("doet doen", "deed deden"),
        ("staat staan", "stond stonden"),
        ("hoeft hoeven", "hoefde hoefden"),
        ("dient dienen", "diende dienden"),
    )
)
FINITE = frozenset(form for verb in AUXILIARIES for forms in verb for form in forms)
_VAGUE = frozenset({"zo'n", "zo’n"})
_IN_FULL = {"mln": "miljoen", "mld": "miljard", "€": "euro", "%": "procent"}
_UNDOING = frozenset(
    "niet non on wan oud ex anti half concept ontwerp adjunct vice schijn semi pleeg stief proef deel".split()
)  # first parts that make another thing of the rest
SHORTEST_UNIT = 5  # letters of the last part of a compound that stands for it: "aanvragen" for "subsidieaanvragen"
NEARLY = 0.8  # share of the words of a sentence or clause with which a claim tells it whole


@dataclass(frozen=True, slots=True)
class Word:
    """A word that carries content, with what stands directly beside it."""

    stem: str
    before: str  # the preposition that leads it in; "" if none does
    neighbours: tuple[str, str]  # the stems of the content words that touch it, "" where none does
    is_verb: bool
    at: int  # its place among the tokens of its clause

    @property
    def is_number(self) -> bool:
        """Whether it is a figure."""
        return self.stem[:1].isdigit()

    @property
    def is_exact(self) -> bool:
        """Whether it is a figure, a month or a place in a row."""
        return self.is_number or self.stem in MONTH_STEMS or self.stem in _ORDINALS


@dataclass(frozen=True, slots=True)
class Clause:
    """A part of a sentence that says one thing."""

    text: str
    tokens: tuple[str, ...]  # all its words and figures, folded
    words: tuple[Word, ...]
    sentence: int  # which sentence it is of, from 0

    @property
    def stems(self) -> frozenset[str]:
        """The stems of its words."""
        return frozenset(word.stem for word in self.words)


@lru_cache(maxsize=20_000)
def tokens_of(text: str) -> tuple[str, ...]:
    """The words and figures of a text, folded; what only says "among others" is left out."""
    return tuple(fold(token) for token in _TOKEN.findall(_AMONG.sub(" ", text)))


@lru_cache(maxsize=4096)
def clauses_of(text: str) -> tuple[Clause, ...]:
    """The clauses of a text, in order."""
    plain = _CONCERNING.sub(r"betreft \1,", _RAISED.sub("", text))
    found: list[Clause] = []
    for number, (start, end) in enumerate(split(plain)):
        opening = ""  # words without content before the first clause: "Er moet nog een (korte) toets komen"
        for part in _parts(plain[start:end]):
            tokens = (*tokens_of(opening), *tokens_of(part))
            if words := tuple(_words(part, len(tokens_of(opening)))):
                found.append(Clause(f"{opening} {part}".lstrip(), tokens, words, number))
                opening = ""
            elif found and found[-1].sentence == number:  # "…, maar dat niet": its small words count all the same
                before = found[-1]
                found[-1] = replace(before, text=f"{before.text} {part}", tokens=before.tokens + tokens)
            else:
                opening = part
    return tuple(found)


def _parts(sentence: str) -> list[str]:
    """A sentence cut into what says one thing; one part before and behind what is inserted: "De man, die …, gaat"."""
    parts = [part.strip() for part in _CUT.split(sentence)]
    for at in range(len(parts) - 1, 1, -1):
        first = tokens_of(parts[at])[:1]
        if _RELATIVE.match(parts[at - 1]) and first and (first[0] in FINITE or is_verb(first[0])):
            parts[at - 2] += f" {parts.pop(at)}"
    return parts


def _words(text: str, offset: int) -> Iterator[Word]:
    tokens = tokens_of(text)
    content = ["" if is_empty(token) else stem_of(token) for token in tokens]
    for at, own in enumerate(content):
        if own:
            beside = (content[at - 1] if at else "", content[at + 1] if at + 1 < len(content) else "")
            may_be_verb = not _is_noun(tokens, at) and is_verb(tokens[at]) and not number_of(tokens[at])
            yield Word(own, _led_in(tokens, at), beside, may_be_verb, offset + at)


def _is_noun(tokens: Sequence[str], at: int) -> bool:
    """Whether a word is no verb by where it stands: "de vragen", "uit eigen zak", "een hele rit", first "Namen van"."""
    if at == 0:
        return len(tokens) > 1 and tokens[1] in PREPOSITIONS | FINITE
    if tokens[at - 1] in PREPOSITIONS - {"te"}:
        return True
    return tokens[at - 1] in DETERMINERS or (at > 1 and tokens[at - 2] in DETERMINERS and tokens[at - 1][-1] == "e")


@lru_cache(maxsize=20_000)
def is_empty(token: str) -> bool:
    """Whether a word carries no content of its own: grammar, or what ``signals`` looks after."""
    if token in _IN_FULL or token in _NOUNS or token.isdigit():
        return False
    if token in _TELLING:
        return False
    return token in STOP_WORDS or token in PREPOSITIONS or len(token) < 2 or bool(signals(token)) or token in _VAGUE


def stem_of(token: str) -> str:
    """What a word is compared by."""
    token = _IN_FULL.get(token, token)
    return token if token[0].isdigit() else stem(token.replace("-", "").replace("’", "'"))


def _led_in(tokens: Sequence[str], at: int) -> str:
    """The preposition before a word, over articles and the figures of a day: "op 5 april"; never over a year."""
    behind = ""
    for token in reversed(tokens[max(0, at - 4) : at]):
        if token in PREPOSITIONS or token == "uiterlijk":
            return token
        if token not in _SKIPPED and not number_of(token) and stem(token) not in MONTH_STEMS:
            return ""
        if YEAR.fullmatch(token) or (token == "dat" and behind in _SKIPPED):  # "op dat het experiment"
            return ""
        behind = token
    return ""


@lru_cache(maxsize=20_000)
def is_plural(token: str) -> bool:
    """Whether a word tells of several: "scholen"."""
    if token.endswith(("en", "ers", "ies", "els", "ors")):
        return True
    return token.endswith("s") and is_known(token.removesuffix("s").rstrip("'"), lang="nl")


def stems_of(tokens: Iterable[str]) -> frozenset[str]:
    """The stems of those words that carry content."""
    return frozenset(stem_of(token) for token in tokens if not is_empty(token))


def is_borne(own: str, stems: frozenset[str]) -> bool:
    """Whether a word stands in a text: itself, or as the last part of a compound in it."""
    return own in stems or (len(own) >= SHORTEST_UNIT and any(_ends_in(one, own) for one in stems))


def _ends_in(compound: str, unit: str) -> bool:
    """Whether a word is a compound of another: what stands before it is a word too, as in no "sch-ouder"."""
    first = compound.removesuffix(unit).rstrip("-")
    return first not in {compound, *_UNDOING} and (
        is_known(first, lang="nl") or is_known(first.removesuffix("s"), lang="nl")
    )


def is_same(word: Word, other: Word) -> bool:
    """Whether a word of a claim is that word of the paper, or the last part of it."""
    return is_borne(word.stem, frozenset({other.stem}))


def is_told(word: Word, claim: Clause) -> bool:
    """Whether a word of the paper stands in a clause of a claim."""
    return any(is_borne(own, frozenset({word.stem})) for own in claim.stems)


def is_told_whole(stems: frozenset[str], told: frozenset[str]) -> bool:
    """Whether nearly all the words of a part of a paper are told."""
    return len(stems & told) >= NEARLY * len(stems)


def is_alike(one: str, other: str) -> bool:
    """Whether two prepositions say much the same."""
    return one == other or _ALIKE.get(one, one) == _ALIKE.get(other, other)


def aligned(claim: Clause, paper: Sequence[Clause]) -> tuple[list[Clause], frozenset[str]]:
    """The fewest clauses of the paper that together hold the words of a claim, and the words that none holds."""
    open_ = {word.stem for word in claim.words}
    chosen: list[Clause] = []
    while open_:
        best = max(paper, key=lambda one: sum(is_borne(own, one.stems) for own in open_), default=None)
        held = {own for own in open_ if best and is_borne(own, best.stems)}
        if best is None or not held:
            break
        chosen.append(best)
        open_ -= held
    return chosen, frozenset(open_)
