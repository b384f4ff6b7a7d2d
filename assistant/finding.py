"""From a question to the passages that bear on it and to their sentences, both best first."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass, replace

from assistant.coverage import coverage
from assistant.evidence import Evidence, Judge, score_of
from assistant.order import DEPTH, Look, better_order
from assistant.question import Question
from assistant.sentences import Sentences
from index.filters import Filters
from index.fusion import Fuse, by_score
from index.generation import Generation
from index.hits import Hit
from index.query import Help, Query, understand
from index.rerank import Reranker, judged_order
from index.search import search

HITS = 24  # passages whose sentences may answer


@dataclass(frozen=True, slots=True, kw_only=True)
class Manner:
    """How is searched; ``eval.ablation`` switches parts off."""

    without: Set[Help] = frozenset()  # helps of the question that are left out
    fuse: Fuse = by_score
    again: bool = True  # whether the passages found are looked at again
    reranker: Reranker | None = None  # puts the first of them in order once more


USUAL = Manner()


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """A passage that was found, read sentence by sentence."""

    hit: Hit
    sentences: tuple[Evidence, ...]
    look: Look


def find(question: Question, generation: Generation, sentences: Sentences, manner: Manner = USUAL) -> list[Evidence]:
    """The sentences of the best passages, best first."""
    best = passages(question, generation, sentences, manner)[:HITS]
    found = [one for read in best for one in read.sentences]
    return sorted(found, key=lambda one: (-one.score, one.document.identifier, one.start))


def passages(question: Question, generation: Generation, sentences: Sentences, manner: Manner = USUAL) -> list[Read]:
    """The passages that bear on a question, best first, at most ``DEPTH``."""
    query = understand(
        question.text, generation.lexical.vocabulary, background=question.background, without=manner.without
    )
    named = Filters(papers=frozenset(question.papers) & generation.document_of.keys())
    hits = search(generation, query, k=DEPTH, filters=named, fuse=manner.fuse)
    found = _read(question, query, generation, sentences, hits)
    if manner.again:
        found = [found[row] for row in better_order([read.look for read in found])]
    if manner.reranker:
        found = _judged(query.text, found, manner.reranker)
    return found


def _read(
    question: Question, query: Query, generation: Generation, sentences: Sentences, hits: Sequence[Hit]
) -> list[Read]:
    told = [sentences.of(hit.passage) for hit in hits]
    around = [sentences.around(hit.passage) for hit in hits]
    texts = [one.rows for one in around] + [one.above for one in around]
    shares, focus = coverage(question, query, generation, [*texts, *(one.rows for each in told for one in each)])
    judge = Judge(question, query, generation)
    held = iter(zip(shares[len(texts) :].tolist(), focus[len(texts) :].tolist(), strict=True))
    found = []
    for row, hit in enumerate(hits):
        spoken_of, above = float(shares[row]), float(shares[len(hits) + row])
        judged = [
            judge.evidence(one, around[row], hit, sentence=share, focus=thing, around=spoken_of)
            for one, (share, thing) in zip(told[row], held, strict=False)
        ]
        found.append(Read(hit=hit, sentences=tuple(judged), look=_look(hit, judged, spoken_of, above)))
    return found


def _look(hit: Hit, judged: Sequence[Evidence], around: float, above: float) -> Look:
    features = [one.features for one in judged]
    return Look(
        cosine=hit.cosine,
        words=hit.lexical,
        sentence=max((one.meaning for one in features), default=hit.cosine),
        held=max((one.sentence for one in features), default=0.0),
        around=around,
        above=above,
        typed=max((one.typed for one in features), default=0.0),
        voice=max((one.voice for one in features), default=0.0),
    )


def _judged(text: str, found: Sequence[Read], reranker: Reranker) -> list[Read]:
    """The passages in the order of a reranker, and their scores too, so that what reads scores keeps its scale."""
    order = judged_order(text, [read.hit for read in found], reranker)
    scores = sorted((read.hit.score for read in found), reverse=True)
    return [_scored(found[row], score) for row, score in zip(order, scores, strict=True)]


def _scored(read: Read, score: float) -> Read:
    sentences = []
    for one in read.sentences:
        features = replace(one.features, passage=score)
        sentences.append(replace(one, features=features, score=score_of(features)))
    return replace(read, hit=replace(read.hit, score=score), sentences=tuple(sentences))
