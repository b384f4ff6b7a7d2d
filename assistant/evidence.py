"""A sentence that bears on a question, with what speaks for it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Set
from dataclasses import dataclass

from assistant.counts import Condition, condition_of, counts, values_of
from assistant.question import Asked, Question
from assistant.sentences import Sentence, Surroundings, Told, holds_value
from index.dutch import fold, holds, stem, terms, words
from index.query import LAY, Query
from ingest.document import Block, BlockKind, Document, Passage
from ingest.typed_values import TypedValue, ValueKind

_MEASURED = frozenset({ValueKind.COUNT, ValueKind.PERCENTAGE})
_TYPED: dict[Asked, frozenset[ValueKind]] = {
    Asked.NUMBER: _MEASURED | {ValueKind.AMOUNT},
    Asked.AMOUNT: frozenset({ValueKind.AMOUNT, ValueKind.PERCENTAGE}),
    Asked.PERIOD: frozenset({ValueKind.PERIOD, ValueKind.DEADLINE, ValueKind.DATE}),
    Asked.DATE: frozenset({ValueKind.DATE, ValueKind.DEADLINE}),
}
_NAME = re.compile(r"(?<=[a-z,;(] )[A-ZÀ-Ý][\w’-]*")
_CUES: dict[Asked, re.Pattern[str]] = {
    Asked.REASON: re.compile(
        r"\b(omdat|doordat|aangezien|immers|namelijk|want|daarom|vanwege|reden(en)?|zodat|waardoor|daardoor|bovendien|"
        r"gezien|wegens|dankzij)\b"
    ),
    Asked.DEFINITION: re.compile(
        r"\b(is een|zijn|betekent|houdt in|bedoel(en)? (ik|we|wij)|verstaan|dat wil zeggen|oftewel|waarin)\b|[(–:]"
    ),
    Asked.NAME: _NAME,
    Asked.PLACE: re.compile(r"\b(?:in|te|bij|uit|op|van|naar) [A-Z]"),
    Asked.REFERENCE: re.compile(r"[Kk]amerstuk|Aanhangsel|Staatsblad|Staatscourant|\bnrs?\. \d|[Bb]ijlage|[Vv]oetnoot"),
}
# That a paper does not know it is an answer to who asks how many or when.
_NOT_KNOWN = re.compile(
    r"\bonbekend\b|\bniet (?:\w+ ){0,3}(?:bekend|bijgehouden|geregistreerd|gemonitord|gemeten|te zeggen)\b|"
    r"\bgeen (?:\w+ ){0,2}(?:cijfers|aantallen|registratie|registraties)\b|\bhoud(?:t|en)? (?:\w+ ){0,4}niet bij\b"
)
# "het ontwikkelingsperspectief (OPP)", "Bis: culturele basisinfrastructuur".
_IN_BRACKETS = re.compile(r"(?P<before>(?:[\w'’-]+ ){1,6})\((?:hierna: ?|ook wel )?(?P<within>[^()]{2,60})\)")
_COLON = re.compile(r"\W*(?:\d{1,2}\W+)?(?P<thing>[\w'’-]+(?: [\w'’-]+)?): \w")
_SHORT = 12  # letters that an abbreviation has at most
# "daarom" and "zodat" tell what follows from a reason, which stands elsewhere.
_GIVES_REASON = re.compile(
    r"\b(omdat|doordat|aangezien|immers|namelijk|want|vanwege|reden(en)?|gezien|wegens|dankzij)\b"
)
_DEFINED = re.compile(
    r"\W*(?:(?:met|onder|bij|een|de|het)\s+)*(?P<thing>(?:[\w'’()/-]+\s+){1,4}?)"
    r"(?:is|zijn|betekent|betekenen|houdt|houden|wordt|worden|versta\w*|bedoel\w*|staat voor)\b"
)
_DIALLED = re.compile(r"\b(?:telefoon|mobiel)?nummers?\b")
# "0800-1234", "(070) 123 45 67", "14 070".
_TO_CALL = re.compile(r"(?<![\w,./-])\(?0\d{1,3}\)?(?:[ -]\d{2,8}){1,4}\b|(?<![\w.,-])(?:112|113|14 ?0\d{2,3})\b")
# A day tells little of how long, a share little of how much money.
_POOR = frozenset({(Asked.PERIOD, ValueKind.DATE), (Asked.AMOUNT, ValueKind.PERCENTAGE)})
_WHICH_YEAR = re.compile(r"\b(?:welke?|wat voor) (?:school|kalender)?jaar\b")
# "tot wanneer" asks for the end of a time; a day that ends nothing tells little of it.
_TO_WHEN = re.compile(
    r"\btot (?:wanneer|welke (?:dag|datum)|hoe laat)\b|\b(?:deadline|uiterlijk|sluit|sluitingsdatum)\b"
)
_UNTIL = re.compile(r"\b(?:tot|tot en met|t/m|uiterlijk|voor|einde?|sluit\w*|gesloten|deadline)\b(?:\W+\w+){0,3}\W*$")
BEGINS = 0.5  # of ``Features.typed`` for a day that ends nothing
OTHERWISE = 0.5  # of ``Features.typed`` for counts of what was rejected where is asked what takes part
IN_A_CELL = 0.9  # of ``Features.typed`` for a row with numbers: its head says what they count
NOT_KNOWN = 0.9  # of ``Features.typed`` for a sentence that says so
_OF_A_YEAR = {Asked.NUMBER, Asked.AMOUNT}
_YEAR = re.compile(r"(?<![\d.,])(?:19|20)\d\d(?![\d]|[.,]\d)")
_BY_CAPITALS = {Asked.NAME, Asked.PLACE, Asked.REFERENCE}


@dataclass(frozen=True, slots=True, kw_only=True)
class Features:
    """What speaks for a sentence; each about 0..1. ``assistant.weights`` says what each counts."""

    sentence: float  # share of the question's concepts, by weight, that stand in the sentence
    focus: float  # how far the very thing that is asked for ("hoeveel SCHOLEN") stands in the sentence
    around: float  # the same for the passage, its headings, its question and the paper's title
    meaning: float  # cosine of question and sentence
    passage: float  # score of the passage that it stands in
    typed: float  # whether it holds the kind of thing that is asked for
    voice: float  # 1 if the speaker is the one whose words are asked for
    named: float  # share of the names, years and numbers of the question that it bears on


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A sentence of a paper that may answer the question."""

    sentence: Sentence
    passage: Passage
    bears: frozenset[str]  # the names, years and numbers of the question that it or its surroundings speak of
    features: Features
    score: float

    @property
    def document(self) -> Document:
        """The paper."""
        return self.sentence.document

    @property
    def block(self) -> Block:
        """The block that it begins in."""
        return self.sentence.block

    @property
    def start(self) -> int:
        """Where it begins in the canonical text of the paper."""
        return self.sentence.spans[0][0]

    @property
    def text(self) -> str:
        """Its words."""
        return self.sentence.text


# Learnt on the open half of the questions by ``python -m eval.calibrate``, but for ``voice``: whose words they
# are is a promise, not a matter of odds.
WEIGHTS = Features(sentence=4.1, focus=1.1, around=0.69, meaning=0.81, passage=1.79, typed=1.86, voice=2.2, named=1.3)


class Judge:
    """Tells what speaks for a sentence, for one question."""

    def __init__(self, question: Question, query: Query) -> None:
        self._question = question
        self._query = query
        self._kinds = _TYPED.get(question.asked)
        self._cue = _CUES.get(question.asked)
        self._defines = question.asked is Asked.DEFINITION
        self._by_capitals = question.asked in _BY_CAPITALS
        self._year = question.asked is Asked.DATE and bool(_WHICH_YEAR.search(fold(question.text)))
        self._condition = condition_of(question.text) if question.asked is Asked.NUMBER else Condition.NONE
        self._until = question.asked is Asked.DATE and bool(_TO_WHEN.search(fold(question.text)))
        self._own_words = frozenset(words(question.text))
        self._to_call = asks_whom_to_call(question)
        self._names = _spellings(question, query)

    def typed(self, told: Told) -> float:
        """Whether a sentence holds the kind of thing that is asked for."""
        if self._kinds is not None:
            values = values_of(told.text, told.sentence.document.date)
            present = [value for value in values if value.kind in self._kinds and self._tells_year(value)]
            if self._until and not any(_UNTIL.search(fold(told.text[: value.start])) for value in present):
                return BEGINS * bool(present)
            if self._question.asked is Asked.NUMBER and holds_value(told.sentence):
                return IN_A_CELL
            if self._to_call and _TO_CALL.search(told.text):
                return 1.0
            if self._condition and self._told_of_others(told):
                return OTHERWISE
            known = max(
                (_counts_what_is_asked(self._question.asked, value, self._query) for value in present), default=0.0
            )
            return known or NOT_KNOWN * bool(_NOT_KNOWN.search(told.folded))
        if self._cue is None:
            return 0.0
        if self._defines and _defines(self._question, self._query, told.folded):
            return 1.0
        given = bool(self._cue.search(told.text if self._by_capitals else told.folded))
        if self._question.asked is Asked.NAME:
            return float(any(fold(name[0]) not in self._own_words for name in _NAME.finditer(told.text)))
        if self._question.asked is Asked.REFERENCE:
            return _refers(told.sentence, self._cue, given=given)
        halved = self._defines or (self._question.asked is Asked.REASON and not _GIVES_REASON.search(told.folded))
        return float(given) * (0.5 if halved else 1.0)

    def _told_of_others(self, told: Told) -> bool:
        """Whether all counts of a sentence are of things under another condition than is asked for."""
        conditions = [count.condition for count in counts(told.text, told.sentence.document.date)]
        return bool(conditions) and self._condition not in conditions

    def _tells_year(self, value: TypedValue) -> bool:
        return not self._year or bool(_YEAR.search(value.value))

    def voice(self, told: Told) -> float:
        """1 if the speaker of a sentence is the one whose words are asked for."""
        return told.voice_of_asker if self._question.of_the_asker else told.voice

    def borne(self, told: Told, around: Surroundings) -> dict[str, float]:
        """The names, years and numbers of the question that a sentence bears on, each with how far."""
        found = _borne(self._names, told, around)
        return _of_its_year(found, told.folded) if self._question.asked in _OF_A_YEAR else found

    def named(self, borne: Mapping[str, float]) -> float:
        """The share of the names, years and numbers of the question that this makes up."""
        return sum(borne.values()) / len(self._names) if self._names else 1.0


def asks_whom_to_call(question: Question) -> bool:
    """Whether a number is asked for that can be dialled, or that a thing goes by: "welk nummer heeft de lijn?"."""
    return question.asked is Asked.NUMBER and bool(_DIALLED.search(fold(question.text)))


def score_of(features: Features) -> float:
    """What the features of a sentence come to."""
    return sum(float(getattr(WEIGHTS, name) * getattr(features, name)) for name in Features.__slots__)


def _defines(question: Question, query: Query, folded: str) -> bool:
    """Whether a folded sentence opens with the thing that is asked for and says what it is, or writes it out."""
    asked = [concept for concept in query.concepts if concept.word in question.focus] or query.concepts
    own = {term for concept in asked for term, weight in concept.alternatives if weight >= LAY}
    openings = (opening for opening in (_DEFINED.match(folded), _COLON.match(folded)) if opening)
    return any(own & set(terms(opening["thing"])) for opening in openings) or _writes_out(
        {stem(one.word) for one in asked}, folded
    )


def _writes_out(typed: Set[str], folded: str) -> bool:
    """Whether a folded sentence writes an abbreviation out: "het ontwikkelingsperspectief (OPP)", "OPP (het plan)"."""
    for found in _IN_BRACKETS.finditer(folded):
        before, within = found["before"].split()[-1], found["within"]
        short, long = (within, before) if len(within) <= _SHORT and " " not in within else (before, within)
        if len(short) < len(long) and typed & set(terms(short)):
            return True
    return False


def _refers(sentence: Sentence, number: re.Pattern[str], *, given: bool) -> float:
    """1 for a sentence with the number of a paper in it or in a note on it; less for the note: it says not of what."""
    if sentence.block.kind is BlockKind.FOOTNOTE:
        return 0.5 * given
    text, (start, _), (_, end) = sentence.document.text, sentence.spans[0], sentence.spans[-1]
    return float(
        given
        or any(
            number.search(text, note.start, note.end)
            for note in sentence.document.blocks
            if note.kind is BlockKind.FOOTNOTE and note.context and note.context[0] < end and start < note.context[1]
        )
    )


def _counts_what_is_asked(asked: Asked, value: TypedValue, query: Query) -> float:
    """1 for a value whose unit is in the question, less for any other."""
    if value.kind is not ValueKind.COUNT:
        return 0.5 if (asked, value.kind) in _POOR else 0.9
    unit = stem(fold(value.unit)) if value.unit else ""
    own = {term for concept in query.concepts for term, share in concept.alternatives if share >= 0.5}
    return 1.0 if unit and unit in own else 0.6


def _borne(names: Mapping[str, frozenset[str]], told: Told, around: Surroundings) -> dict[str, float]:
    """The names, years and numbers of the question that a sentence bears on: 1 by itself, less by its surroundings."""
    found = {}
    for name, spellings in names.items():
        if spellings & told.terms or holds(name, told.folded):
            found[name] = 1.0
        elif spellings & around.terms or holds(name, around.near):
            found[name] = 0.9
        elif holds(name, around.paper):
            found[name] = 0.8
    return found


def _of_its_year(borne: dict[str, float], text: str) -> dict[str, float]:
    """Without the years of the question that a sentence leaves unsaid while it names others: it counts for those."""
    years = set(_YEAR.findall(text))
    return {name: share for name, share in borne.items() if not years or not _YEAR.fullmatch(name) or name in years}


def _spellings(question: Question, query: Query) -> dict[str, frozenset[str]]:
    """The names of a question, each with the stems that certainly stand for it: other spellings, abbreviations."""
    of_word = {concept.word: concept.alternatives for concept in query.concepts}
    return {name: frozenset(term for term, weight in of_word.get(name, ()) if weight >= LAY) for name in question.named}
