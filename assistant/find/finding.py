"""From a question to the passages that bear on it and to their sentences, both best first."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass, replace
from itertools import islice
from typing import NamedTuple, Protocol

import numpy as np
from numpy.typing import NDArray

from assistant.find.coverage import coverage
from assistant.find.evidence import Evidence, Features, Judge, clearness, score_of
from assistant.find.order import DEPTH, Look, better_order
from assistant.find.sentences import Sentences, Surroundings, Told
from assistant.understand.asked import Asked
from assistant.understand.question import Question
from index.filters import Filters
from index.fusion import Fuse, by_score
from index.generation import Generation
from index.hits import Hit
from index.query import Help, Query, understand
from index.rerank import Reranker, judged_order
from index.search import Vector, meaning, search
from ingest.document import Passage
from ingest.structure.letter import SIGNATURE_PLACE

HITS = 24  # passages whose sentences may answer
UNREAD = -10.0  # the logit of a sentence that the reader did not read with the question
UNMATCHED = 0.0  # the match of a sentence past the end of what the reader reads


class Said(NamedTuple):
    """What the reader says of a sentence."""

    match: float
    logit: float


MIDDLING = Said(0.6, 0.0)  # of every sentence where there is no reader: what is known of it otherwise decides


class Reader(Protocol):
    """Reads passages with the question in mind; safe to share between threads."""

    @property
    def reach(self) -> int:
        """How many passages it is to match with a question, to put them in order."""

    def meaning(self, question: str, /) -> Vector:
        """A question as one vector of unit length, to be held against those of sentences: float32 (width,)."""

    def match(self, question: str, passages: Sequence[Passage], /) -> Sequence[NDArray[np.float32]]:
        """How well every sentence that begins in each passage matches the question token by token: (n_sentences,)."""

    def read(
        self, question: str, passages: Sequence[Passage], beside: int, /
    ) -> Sequence[tuple[NDArray[np.float32], NDArray[np.float32] | None]]:
        """Of every sentence that begins in each passage, which are given best first, each (n_sentences,):

        how well it matches the question token by token, and the logit that it answers, where 0 is the logit of
        "nothing in this passage answers"; None for passages that were not read with the question. Sentences past the
        end of what is read are left out. ``beside`` is how many other questions the message holds: all of them together
        may take only so much time.
        """


@dataclass(frozen=True, slots=True, kw_only=True)
class Manner:
    """How is searched; ``eval.ablation`` switches parts off."""

    without: Set[Help] = frozenset()  # helps of the question that are left out
    fuse: Fuse = by_score
    again: bool = True  # whether the passages found are looked at again
    reranker: Reranker | None = None  # puts the first of them in order once more
    reader: Reader | None = None  # orders passages too, and says of each sentence how strongly it answers


USUAL = Manner()


class Heard(NamedTuple):
    """A sentence of a passage that was found, with what is told of it at the second look; as in ``Features``."""

    told: Told
    sentence: float
    focus: float
    meaning: float
    typed: float
    voice: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """A passage that was found, read sentence by sentence."""

    hit: Hit
    around: Surroundings
    heard: tuple[Heard, ...]
    look: Look


def find(question: Question, generation: Generation, sentences: Sentences, manner: Manner = USUAL) -> list[Evidence]:
    """The sentences of the best passages, best first."""
    return weighed(question, passages(question, generation, sentences, manner), generation, manner)


def weighed(
    question: Question, found: Sequence[Read], generation: Generation, manner: Manner = USUAL
) -> list[Evidence]:
    """The sentences of passages that were found, best first."""
    judge = Judge(question, _understood(question, generation, manner))
    best = found[:HITS]
    said = _said(question, best, manner.reader)
    evidence = [
        _evidence(heard, read, judge, of_it)
        for read, own in zip(best, said, strict=True)
        for heard, of_it in zip(read.heard, own, strict=True)
        if _may_tell(question, heard)
    ]
    clear = clearness([one.score for one in evidence])
    evidence = [replace(one, clear=clear) for one in evidence]
    return sorted(evidence, key=lambda one: (-one.score, one.document.identifier, one.start))


def _said(question: Question, found: Sequence[Read], reader: Reader | None) -> list[list[Said]]:
    """What the reader says of each sentence of the passages."""
    if reader is None:
        return [[MIDDLING] * len(read.heard) for read in found]
    made = []
    heard = reader.read(as_read(question), [one.hit.passage for one in found], question.beside)
    for read, (matches, logits) in zip(found, heard, strict=True):
        of_each = [UNREAD] * len(matches) if logits is None else logits.tolist()
        own = [Said(*one) for one in zip(matches.tolist(), of_each, strict=True)]
        made.append([*own, *[Said(UNMATCHED, UNREAD)] * (len(read.heard) - len(own))])
    return made


def _may_tell(question: Question, heard: Heard) -> bool:
    """Whether a sentence may be told: who signed a paper answers nobody who does not ask for a name."""
    return question.asked is Asked.NAME or heard.told.sentence.block.place != SIGNATURE_PLACE


def passages(question: Question, generation: Generation, sentences: Sentences, manner: Manner = USUAL) -> list[Read]:
    """The passages that bear on a question, best first, at most ``DEPTH``."""
    query = _understood(question, generation, manner)
    named = Filters(papers=frozenset([*question.papers, *question.within]) & generation.document_of.keys())
    vector = meaning(query, generation.embedder)
    read = manner.reader.meaning(as_read(question)) if manner.reader else None
    hits = search(generation, query, k=DEPTH, filters=named, fuse=manner.fuse, vector=vector, read=read)
    found = _read(question, query, generation, sentences, hits, vector)
    if manner.again:
        found = _looked_at_again(question, found, manner.reader)
    if manner.reranker:
        found = _judged(query.text, found, manner.reranker)
    return found


def _looked_at_again(question: Question, found: Sequence[Read], reader: Reader | None) -> list[Read]:
    """Passages in the order of the second look; the first of them by how well the reader finds them to match, too."""
    found = [found[row] for row in better_order([read.look for read in found])]
    if reader is None or not found:
        return found
    near, others = found[: reader.reach], found[reader.reach :]
    matches = reader.match(as_read(question), [read.hit.passage for read in near])
    near = [
        replace(read, look=read.look._replace(match=float(own.max(initial=UNMATCHED))))
        for read, own in zip(near, matches, strict=True)
    ]
    return [*(near[row] for row in better_order([read.look for read in near])), *others]


def as_read(question: Question) -> str:
    """A question as the reader is given it."""
    return f"{question.before.content} {question.content}".strip()


def _understood(question: Question, generation: Generation, manner: Manner) -> Query:
    vocabulary = generation.lexical.vocabulary
    return understand(question.content, vocabulary, background=question.before.content, without=manner.without)


def _read(
    question: Question, query: Query, generation: Generation, sentences: Sentences, hits: Sequence[Hit], vector: Vector
) -> list[Read]:
    if not hits:
        return []
    told = [sentences.of(hit.passage) for hit in hits]
    around = [sentences.around(hit.passage) for hit in hits]
    texts = [one.rows for one in around] + [one.above for one in around]
    shares, focus = coverage(question, query, generation, [*texts, *(one.rows for each in told for one in each)])
    judge = Judge(question, query)
    vectors = np.array([one.vector for each in told for one in each], dtype=np.float32)
    near = (vectors.reshape(-1, generation.embedder.dim) @ vector).tolist()
    compared = zip(shares[len(texts) :].tolist(), focus[len(texts) :].tolist(), near, strict=True)
    found = []
    for row, (hit, each) in enumerate(zip(hits, told, strict=True)):
        own = islice(compared, len(each))
        heard = tuple(
            Heard(one, share, thing, cosine, judge.typed(one), judge.voice(one))
            for one, (share, thing, cosine) in zip(each, own, strict=True)
        )
        look = _look(hit, heard, float(shares[row]), float(shares[len(hits) + row]))
        found.append(Read(hit=hit, around=around[row], heard=heard, look=look))
    return found


def _look(hit: Hit, heard: Sequence[Heard], around: float, above: float) -> Look:
    _, share, _, cosine, typed, voice = zip(*heard, strict=True) if heard else ((0.0,),) * 6
    return Look(
        cosine=hit.cosine,
        words=hit.lexical,
        sentence=max(cosine) if heard else hit.cosine,
        held=max(share),
        around=around,
        above=above,
        typed=max(typed),
        voice=max(voice),
        match=UNMATCHED,
    )


def _evidence(heard: Heard, read: Read, judge: Judge, said: Said) -> Evidence:
    borne = judge.borne(heard.told, read.around)
    features = Features(
        sentence=heard.sentence,
        focus=heard.focus,
        around=read.look.around,
        meaning=heard.meaning,
        passage=read.hit.score,
        typed=heard.typed,
        voice=heard.voice,
        named=judge.named(borne),
        match=max(said.match, UNMATCHED),
        read=max(said.logit, UNREAD) / 10,
    )
    return Evidence(
        sentence=heard.told.sentence,
        passage=read.hit.passage,
        bears=frozenset(borne),
        features=features,
        score=score_of(features),
        clear=1.0,  # as long as it is alone
    )


def _judged(text: str, found: Sequence[Read], reranker: Reranker) -> list[Read]:
    """The passages in the order of a reranker, and their scores too, so that what reads scores keeps its scale."""
    order = judged_order(text, [read.hit for read in found], reranker)
    scores = sorted((read.hit.score for read in found), reverse=True)
    return [
        replace(found[row], hit=replace(found[row].hit, score=score)) for row, score in zip(order, scores, strict=True)
    ]
