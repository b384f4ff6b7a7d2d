"""Sentences that bear on a question, best first, with what speaks for each."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from assistant.question import Asked, Question
from assistant.sentences import Sentence, Sentences, Surroundings
from assistant.standing import asks
from index.dutch import fold, holds, stem, terms
from index.filters import Filters
from index.generation import Generation
from index.query import LAY, Concept, Query, understand
from index.search import search
from index.vectors import Vectors
from ingest.document import Block, BlockKind, Document, Passage
from ingest.typed_values import TypedValue, ValueKind, values

HITS = 24  # passages that are read sentence by sentence

# Cosines of single words: below FAR they have nothing to do with each other, from NEAR they mean the same.
FAR, NEAR = 0.4, 0.8
FOOTNOTE = 0.85  # of a voice: who reads a footnote first looks for its number
NEAREST_MEANING = 0.8  # what a word of the same meaning counts against the word itself

_MEASURED = frozenset({ValueKind.COUNT, ValueKind.PERCENTAGE})
_TYPED: dict[Asked, frozenset[ValueKind]] = {
    Asked.NUMBER: _MEASURED | {ValueKind.AMOUNT},
    Asked.AMOUNT: frozenset({ValueKind.AMOUNT, ValueKind.PERCENTAGE}),
    Asked.PERIOD: frozenset({ValueKind.PERIOD, ValueKind.DEADLINE, ValueKind.DATE}),
    Asked.DATE: frozenset({ValueKind.DATE, ValueKind.DEADLINE}),
}
_CUES: dict[Asked, re.Pattern[str]] = {
    Asked.REASON: re.compile(
        r"\b(omdat|doordat|aangezien|immers|namelijk|want|daarom|vanwege|reden(en)?|zodat|waardoor|daardoor|bovendien|"
        r"gezien|wegens|dankzij)\b"
    ),
    Asked.DEFINITION: re.compile(
        r"\b(is een|zijn|betekent|houdt in|bedoel(en)? (ik|we|wij)|verstaan|dat wil zeggen|oftewel|waarin)\b|[(–:]"
    ),
    Asked.NAME: re.compile(r"(?<=[a-z,;(] )[A-Z]"),
    Asked.PLACE: re.compile(r"\b(?:in|te|bij|uit|op|van|naar) [A-Z]"),
    Asked.REFERENCE: re.compile(r"[Kk]amerstuk|Aanhangsel|Staatsblad|Staatscourant|\bnrs?\. \d|[Bb]ijlage|[Vv]oetnoot"),
}
_DEFINED = re.compile(
    r"\W*(?:(?:met|onder|bij|een|de|het)\s+)*(?P<thing>(?:[\w'’()/-]+\s+){1,4}?)"
    r"(?:is|zijn|betekent|betekenen|houdt|houden|wordt|worden|versta\w*|bedoel\w*|staat voor)\b"
)
_BY_CAPITALS = {Asked.NAME, Asked.PLACE, Asked.REFERENCE}
_values = lru_cache(maxsize=20_000)(values)  # a sentence is read for many questions


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


def find(question: Question, generation: Generation, sentences: Sentences) -> list[Evidence]:
    """The sentences of the best passages, best first."""
    query = understand(question.text, generation.lexical.vocabulary, background=question.background)
    asked = generation.embedder.encode_queries([query.text])[0]
    weigh = _Coverage(question, query, generation)
    names = _spellings(question, query)
    found = []
    named = Filters(papers=frozenset(question.papers) & generation.document_of.keys())
    for hit in search(generation, query, k=HITS, filters=named):
        document = generation.document_of[hit.passage.document]
        around = sentences.around(hit.passage)
        spoken_of = weigh.of(around.terms)
        for sentence, held, vector in sentences.of(hit.passage):
            borne = _borne(names, sentence.text, held, around)
            features = Features(
                sentence=weigh.of(held),
                focus=weigh.focus(held),
                around=spoken_of,
                meaning=float(vector @ asked),
                passage=hit.score,
                typed=_typed(question, query, sentence.text, document),
                voice=_voice(question, sentence.block),
                named=sum(borne.values()) / len(names) if names else 1.0,
            )
            found.append(
                Evidence(
                    sentence=sentence,
                    passage=hit.passage,
                    bears=frozenset(borne),
                    features=features,
                    score=_score(features),
                )
            )
    return sorted(found, key=lambda one: (-one.score, one.document.identifier, one.start))


def _score(features: Features) -> float:
    return sum(float(getattr(WEIGHTS, name) * getattr(features, name)) for name in Features.__slots__)


class _Coverage:
    """How much of a question a text speaks of.

    ``_support`` is (n_concepts, n_stems): how far, 0..1, each stem of the papers stands for each concept of the
    question, by its alternatives or else by its meaning.
    """

    def __init__(self, question: Question, query: Query, generation: Generation) -> None:
        self._words = generation.words
        concepts = query.concepts
        weights = [concept.emphasis * generation.lexical.weight(concept) for concept in concepts]
        self._shares = np.array(weights, dtype=np.float32) / (sum(weights) or 1.0)
        self._support = self._by_meaning(question, concepts, generation)
        for row, concept in enumerate(concepts):
            for term, weight in concept.alternatives:
                for column in self._words.rows([term]):
                    self._support[row, column] = max(self._support[row, column], weight)
        self._focus = [row for row, concept in enumerate(concepts) if concept.word in question.focus]

    def _by_meaning(self, question: Question, concepts: Sequence[Concept], generation: Generation) -> Vectors:
        support = np.zeros((len(concepts), len(self._words.stems)), dtype=np.float32)
        soft = [
            row
            for row, concept in enumerate(concepts)
            if concept.word not in question.named and not concept.alternatives[0][0].isdigit()
        ]
        if soft:
            asked = generation.embedder.encode_queries([concepts[row].word for row in soft])
            cosine = asked @ np.asarray(self._words.vectors).T
            support[soft] = NEAREST_MEANING * np.clip((cosine - FAR) / (NEAR - FAR), 0, 1)
        return support

    def of(self, held: Sequence[str]) -> float:
        """Share of the concepts, by weight, that some stems stand for."""
        rows = self._words.rows(held)
        return float(self._shares @ self._support[:, rows].max(axis=1)) if rows else 0.0

    def focus(self, held: Sequence[str]) -> float:
        """How far some stems stand for the thing that is asked for; 1 if no thing is named."""
        if not self._focus:
            return 1.0
        rows = self._words.rows(held)
        return float(self._support[np.ix_(self._focus, rows)].max(axis=1).mean()) if rows else 0.0


def _typed(question: Question, query: Query, text: str, document: Document) -> float:
    kinds = _TYPED.get(question.asked)
    if kinds is not None:
        present = [value for value in _values(text, document.date) if value.kind in kinds]
        return max((_counts_what_is_asked(value, query) for value in present), default=0.0)
    if question.asked is Asked.DEFINITION and _defines(question, query, text):
        return 1.0
    cue = _CUES.get(question.asked)
    if cue is None:
        return 0.0
    given = bool(cue.search(text if question.asked in _BY_CAPITALS else fold(text)))
    return float(given) * (0.5 if question.asked is Asked.DEFINITION else 1.0)


def _defines(question: Question, query: Query, text: str) -> bool:
    """Whether a sentence opens with the very thing that is asked for, and goes on to say what it is."""
    opening = _DEFINED.match(fold(text))
    if opening is None:
        return False
    asked = [concept for concept in query.concepts if concept.word in question.focus] or query.concepts
    own = {term for concept in asked for term, weight in concept.alternatives if weight >= LAY}
    return bool(own & set(terms(opening["thing"])))


def _counts_what_is_asked(value: TypedValue, query: Query) -> float:
    """1 for a value whose unit is in the question, less for any other."""
    if value.kind is not ValueKind.COUNT:
        return 0.9
    unit = stem(fold(value.unit)) if value.unit else ""
    own = {term for concept in query.concepts for term, share in concept.alternatives if share >= 0.5}
    return 1.0 if unit and unit in own else 0.6


def _voice(question: Question, block: Block) -> float:
    if question.of_the_asker:
        return 1.0 if asks(block) else 0.5
    if block.kind is BlockKind.FOOTNOTE:
        return FOOTNOTE
    return 0.0 if asks(block) else 1.0


def _borne(
    names: Mapping[str, frozenset[str]], text: str, held: Sequence[str], around: Surroundings
) -> dict[str, float]:
    """The names, years and numbers of the question that a sentence bears on: 1 by itself, less by its surroundings."""
    if not names:
        return {}
    folded, stems, near = fold(text), set(held), set(around.terms)
    found = {}
    for name, spellings in names.items():
        if spellings & stems or holds(name, folded):
            found[name] = 1.0
        elif spellings & near or holds(name, around.near):
            found[name] = 0.9
        elif holds(name, around.paper):
            found[name] = 0.8
    return found


def _spellings(question: Question, query: Query) -> dict[str, frozenset[str]]:
    """The names of a question, each with the stems that certainly stand for it: other spellings, abbreviations."""
    of_word = {concept.word: concept.alternatives for concept in query.concepts}
    return {name: frozenset(term for term, weight in of_word.get(name, ()) if weight >= LAY) for name in question.named}
