"""How much of a question some texts speak of, by their words and by what those mean."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from assistant.find.sentences import Rows
from assistant.understand.question import Question
from index.generation import Generation
from index.query import Concept, Query

# Cosines of single words: below FAR they have nothing to do with each other, from NEAR they mean the same.
FAR, NEAR = 0.4, 0.8
NEAREST_MEANING = 0.8  # what a word of the same meaning counts against the word itself

Shares = NDArray[np.float32]


class Coverage(NamedTuple):
    """How much of a question some texts speak of; each float32 (n_texts,), 0..1."""

    shares: Shares  # of its concepts, by weight
    focus: Shares  # how far of the very thing that is asked for ("hoeveel SCHOLEN"); 1 where none is named


def coverage(question: Question, query: Query, generation: Generation, texts: Sequence[Rows]) -> Coverage:
    """How much of a question each text speaks of; only their stems are compared: a large index costs nothing."""
    concepts = query.concepts
    best = _best(question, concepts, generation, texts)
    weights = [concept.emphasis * generation.lexical.weight(concept) for concept in concepts]
    shares = np.array(weights, dtype=np.float32) / (sum(weights) or 1.0)
    focus = [row for row, concept in enumerate(concepts) if concept.word in question.focus]
    asked_for = best[focus].mean(axis=0) if focus else np.ones(len(texts), dtype=np.float32)
    return Coverage(*(np.asarray(each, dtype=np.float32) for each in (shares @ best, asked_for)))


def _best(
    question: Question, concepts: Sequence[Concept], generation: Generation, texts: Sequence[Rows]
) -> NDArray[np.float32]:
    """How far each text stands for each concept by the best of its stems: float32 (n_concepts, n_texts)."""
    best = np.zeros((len(concepts), len(texts)), dtype=np.float32)
    lengths = np.array([len(rows) for rows in texts])
    if concepts and lengths.any():
        stems, place = np.unique(np.concatenate(texts), return_inverse=True)
        support = _support(question, concepts, generation, stems)
        starts = (np.cumsum(lengths) - lengths)[lengths > 0]
        best[:, lengths > 0] = np.maximum.reduceat(support[:, place], starts, axis=1)
    return best


def _support(question: Question, concepts: Sequence[Concept], generation: Generation, stems: Rows) -> Shares:
    """How far, 0..1, each stem stands for each concept, by its alternatives or else by its meaning.

    Returns:
        float32 (n_concepts, n_stems).
    """
    support = _by_meaning(question, concepts, generation, stems)
    for row, concept in enumerate(concepts):
        for term, weight in concept.alternatives:
            for stem in generation.words.rows([term]):
                column = stems.searchsorted(stem)  # they are in order
                if column < len(stems) and stems[column] == stem:
                    support[row, column] = max(support[row, column], weight)
    return support


def _by_meaning(question: Question, concepts: Sequence[Concept], generation: Generation, stems: Rows) -> Shares:
    support = np.zeros((len(concepts), len(stems)), dtype=np.float32)
    soft = [
        row
        for row, concept in enumerate(concepts)
        if concept.word not in question.named and not concept.alternatives[0][0].isdigit()
    ]
    if soft:
        asked = generation.embedder.encode_queries([concepts[row].word for row in soft])
        cosine = asked @ generation.words.vectors_of(stems).T
        support[soft] = NEAREST_MEANING * np.clip((cosine - FAR) / (NEAR - FAR), 0, 1)
    return support
