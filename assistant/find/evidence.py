"""A sentence that bears on a question, with what speaks for it."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass

import numpy as np

from assistant.find.beside import years_told
from assistant.find.sentences import Sentence, Surroundings, Told
from assistant.find.wanted import wanted
from assistant.understand.asked import FIGURES
from assistant.understand.days import days_of_papers
from assistant.understand.names import is_year, written_in_full
from assistant.understand.question import Question
from index.dutch import holds, without_accents
from index.query import LAY, Query
from ingest.document import Block, Document, Passage


@dataclass(frozen=True, slots=True, kw_only=True)
class Features:
    """What speaks for a sentence; each about 0..1. ``WEIGHTS`` says what each counts."""

    sentence: float  # share of the question's concepts, by weight, that stand in the sentence
    focus: float  # how far the very thing that is asked for ("hoeveel SCHOLEN") stands in the sentence
    around: float  # the same for the passage, its headings, its question and the paper's title
    meaning: float  # cosine of question and sentence
    passage: float  # score of the passage that it stands in
    typed: float  # whether it holds the kind of thing that is asked for
    voice: float  # 1 if the speaker is the one whose words are asked for
    named: float  # share of the names, years and numbers of the question that it bears on
    match: float = 0.0  # how well it matches the question token by token, as the trained encoder sees it
    read: float = 0.0  # what the trained reader says of it: the logit that it answers, a tenth of it; -1 if not read


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A sentence of a paper that may answer the question."""

    sentence: Sentence
    passage: Passage
    bears: frozenset[str]  # the names, years and numbers of the question that it or its surroundings speak of
    features: Features
    score: float  # its odds of answering against those of other sentences for the same question, up to a common factor
    clear: float  # how few of the sentences found for the question have the odds among them, as ``clearness`` has it

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

    @property
    def surroundings(self) -> str:
        """The words of its passage, and of the headings above that."""
        return " ".join([self.passage.text, *self.passage.path])


# Learnt by ``python -m eval.calibrate``, but for ``voice``: whose words they are is a promise, not a matter of odds.
WEIGHTS = Features(
    sentence=1.44,
    focus=0.16,
    around=3.59,
    meaning=1.38,
    passage=2.59,
    typed=1.97,
    voice=2.2,
    named=0.83,
    match=5.86,
    read=3.39,
)


class Judge:
    """Tells what speaks for a sentence, for one question."""

    def __init__(self, question: Question, query: Query) -> None:
        self._question = question
        self.typed = wanted(question, query)  # whether a sentence holds the kind of thing that is asked for
        self._names = _spellings(question, query)
        self._days = days_of_papers(question.text)
        asked = set(filter(is_year, self._names)) if question.asked in FIGURES else set[str]()
        self._years = asked.difference(*self._days.values())  # of what is told, and not of the paper that tells it

    def voice(self, told: Told) -> float:
        """1 if the speaker of a sentence is the one whose words are asked for."""
        return told.voice_of_asker if self._question.of_the_asker else told.voice

    def borne(self, told: Told, around: Surroundings) -> dict[str, float]:
        """The names, years and numbers of the question that a sentence bears on, each with how far.

        A day that says which paper is meant is borne by all that stands in the paper of that day.
        """
        found = _borne(self._names, told, around)
        day = told.sentence.document.date
        for meant, numbers in self._days.items():
            if day and day.isoformat().startswith(meant):
                found |= dict.fromkeys(numbers & self._names.keys(), 1.0)
        return _of_its_years(found, self._years, told) if self._years else found

    def named(self, borne: Mapping[str, float]) -> float:
        """The share of the names, years and numbers of the question that this makes up."""
        return sum(borne.values()) / len(self._names) if self._names else 1.0


def clearness(scores: Sequence[float]) -> float:
    """How few of some sentences have the odds among them: 1 if one has them all, 0 if all have as much.

    One less the entropy of their shares, by the greatest that there can be. Source: Shannon, A Mathematical Theory of
    Communication, 1948, sections 6 and 7: the relative entropy of a source, and its redundancy.
    """
    if len(scores) < 2:
        return 1.0
    shares = np.array(scores) / np.sum(scores)
    entropy = -np.sum(shares * np.log(np.maximum(shares, np.finfo(float).tiny)))
    return float(1 - entropy / np.log(len(scores)))


def score_of(features: Features) -> float:
    """What the features of a sentence come to, as ``Evidence.score`` has it."""
    return math.exp(sum(float(getattr(WEIGHTS, name) * getattr(features, name)) for name in Features.__slots__))


def _borne(names: Mapping[str, frozenset[str]], told: Told, around: Surroundings) -> dict[str, float]:
    """The names, years and numbers of the question that a sentence bears on: 1 by itself, less by its surroundings."""
    found = {}
    for name, spellings in names.items():
        full = (name, *written_in_full(name))
        if spellings & told.terms or any(holds(one, told.folded) for one in full):
            found[name] = 1.0
        elif spellings & around.terms or any(holds(one, around.near) for one in full):
            found[name] = 0.9
        elif any(holds(one, around.paper) for one in full) or _spells(told.sentence.document.text, name):
            found[name] = 0.8
    return found


def _spells(paper: str, name: str) -> bool:
    """Whether a paper has an abbreviation in capitals that would be a common word."""
    return name.isupper() and holds(name, without_accents(paper))


def _of_its_years(borne: Mapping[str, float], asked: Set[str], told: Told) -> dict[str, float]:
    """Of the years that are asked for those that a sentence tells of, where it tells of any: it counts for no other."""
    years = years_told(told.sentence, told.folded)
    if not years:
        return dict(borne)
    others = {name: share for name, share in borne.items() if name not in asked}
    return others | {year: borne.get(year, 1.0) for year in asked & years}


def _spellings(question: Question, query: Query) -> dict[str, frozenset[str]]:
    """The names of a question, each with the stems that certainly stand for it: other spellings, abbreviations."""
    of_word = {concept.word: concept.alternatives for concept in query.concepts}
    return {name: frozenset(term for term, weight in of_word.get(name, ()) if weight >= LAY) for name in question.named}
