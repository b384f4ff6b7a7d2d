"""Everything that is learnt from, encoded once: pages, questions, and which pages come near to which question."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from assistant.read import match
from assistant.read.pairs import Pair, side_by_side
from assistant.read.tokens import OUTSIDE, PAD, Ids, Reading, padded
from assistant.read.training.examples import Asked, Group
from assistant.read.training.network import ReadingNetwork

Linear = tuple[np.ndarray, float]  # what a token of a question counts, by its vector: weights and offset

NEAR = 12  # pages of all papers that come nearest to a question
LOT = 32  # texts encoded at a time


@dataclass(frozen=True, slots=True)
class Text:
    """A text that was encoded: its token numbers, the sentence of each, and its vectors in 16 bits.

    ``lower`` are those that the cross-encoder goes on from, ``upper`` those of the last layer: (n_tokens, width).
    """

    ids: Ids
    sentence: Ids
    lower: np.ndarray
    upper: np.ndarray


@dataclass(frozen=True, slots=True)
class Case:
    """A question with the numbers of its own pages, the right sentences on them, and pages of its paper beside them."""

    question: int
    answers: dict[int, frozenset[int]]
    own: int  # the page of a near-miss that is judged; that of the first answer
    siblings: tuple[int, ...]
    shut: frozenset[int]  # pages that may hold another answer, so that nothing is learnt from them


@dataclass(frozen=True, slots=True)
class Material:
    """All pages, questions and cases."""

    pages: list[Text]
    questions: list[Text]
    cases: list[Case]
    near: np.ndarray  # of each question the pages that come nearest, best first


def material(network: ReadingNetwork, reading: Reading, groups: Sequence[Group], kept: Path) -> Material:
    """Encode everything, and find for each question the pages that come near."""
    page_tokens = [reading.page(page) for group in groups for page in group.pages]
    asked = [(group, one) for group in groups for one in group.asked]
    pages = _encoded(
        network, [one.ids for one in page_tokens], [one.sentence for one in page_tokens], kept / "pages.npz"
    )
    question_ids = [reading.question(one.question) for _, one in asked]
    outside = [np.full(len(ids), OUTSIDE) for ids in question_ids]
    questions = _encoded(network, question_ids, outside, kept / "questions.npz")
    first, at = {}, 0
    by_paper: dict[str, list[int]] = {}
    for group in groups:
        first[group.name] = at
        by_paper.setdefault(_paper(group), []).extend(range(at, at + len(group.pages)))
        at += len(group.pages)
    cases = []
    for number, (group, one) in enumerate(asked):
        cases.append(_case(number, group, one, first[group.name], by_paper[_paper(group)]))
    return Material(pages, questions, cases, _near(pages, questions, cases))


def _paper(group: Group) -> str:
    """What a group is part of: the paper of a page that stands alone, else the group itself."""
    return group.name if group.whole else group.name.rsplit("/", 1)[0]


def _case(number: int, group: Group, one: Asked, start: int, paper: Sequence[int]) -> Case:
    page_of = [(page, n) for page, own in enumerate(group.pages) for n in range(len(own.sentences))]
    answers: dict[int, set[int]] = {}
    for sentence in sorted(one.answers):
        page, place = page_of[sentence]
        answers.setdefault(start + page, set()).add(place)
    own_pages = range(start, start + len(group.pages))
    return Case(
        number,
        {page: frozenset(found) for page, found in answers.items()},
        next(iter(answers), start if len(group.pages) == 1 else -1),
        tuple(page for page in own_pages if page not in answers) if group.whole else (),
        frozenset(() if group.whole else set(paper) - set(own_pages)),
    )


def _encoded(network: ReadingNetwork, ids: Sequence[Ids], sentences: Sequence[Ids], kept: Path) -> list[Text]:
    """The vectors of texts; those of the same texts and encoder are read from the file that they were kept in."""
    flat = np.concatenate(ids)
    last = network.encoder.encoder.layer[-1].output.dense.weight.detach().numpy()
    key = hashlib.sha256(flat.tobytes() + last.tobytes()).hexdigest()
    ends = np.cumsum([len(one) for one in ids])
    if not kept.exists() or str(np.load(kept)["key"]) != key:
        whole = np.zeros((2, len(flat), network.encoder.config.hidden_size), dtype=np.float16)
        order = np.argsort([len(one) for one in ids])
        with torch.inference_mode():
            for start in range(0, len(order), LOT):
                lot = order[start : start + LOT]
                layers = network.both(torch.from_numpy(padded([ids[n] for n in lot], PAD)))
                for made, vectors in zip(whole, layers, strict=True):
                    for row, n in enumerate(lot):
                        made[ends[n] - len(ids[n]) : ends[n]] = vectors[row, : len(ids[n])].numpy()
        np.savez(kept, key=key, vectors=whole)
    lower, upper = np.load(kept)["vectors"]
    return [
        Text(own, sentence, lower[end - len(own) : end], upper[end - len(own) : end])
        for own, sentence, end in zip(ids, sentences, ends, strict=True)
    ]


def _near(pages: Sequence[Text], questions: Sequence[Text], cases: Sequence[Case]) -> np.ndarray:
    """The pages whose best sentence comes nearest to each question by its mean vector."""
    rows, owner = [], []
    for number, page in enumerate(pages):
        for sentence in range(int(page.sentence.max(initial=-1)) + 1):
            rows.append(page.upper[page.sentence == sentence].astype(np.float32).mean(0))
            owner.append(number)
    sentences = np.array(rows)
    sentences /= np.linalg.norm(sentences, axis=1, keepdims=True)
    starts = np.flatnonzero(np.diff(owner, prepend=-1))
    owners = np.array(owner)[starts]
    asked = np.array([questions[case.question].upper.astype(np.float32).mean(0) for case in cases])
    asked /= np.linalg.norm(asked, axis=1, keepdims=True)
    found = []
    for first in range(0, len(cases), LOT):
        alike = np.maximum.reduceat(asked[first : first + LOT] @ sentences.T, starts, axis=1)
        for case, best in zip(cases[first : first + LOT], alike, strict=True):
            out = np.isin(owners, [*case.answers, *case.shut])
            found.append(owners[np.argsort(np.where(out, 2.0, -best))[:NEAR]])
    return np.array(found)


def matches(counts: Linear, question: Text, page: Text) -> np.ndarray:
    """How well each sentence of a page matches a question, (n_sentences,): what the product reckons."""
    weight, offset = counts
    vectors = question.upper.astype(np.float32)
    asked = match.Asked(vectors, np.logaddexp(0, vectors @ weight + offset))
    return asked.match(page.upper.astype(np.float32), page.sentence)


def batch_of(stuff: Material, counts: Linear, pairs: Sequence[tuple[int, int]]) -> tuple[Tensor, ...]:
    """What the cross-encoder takes, of pairs of a question and a page by their numbers."""
    found = [(stuff.questions[row], stuff.pages[column]) for row, column in pairs]
    made = side_by_side(
        [Pair(asked.lower, page.lower, page.sentence, matches(counts, asked, page)) for asked, page in found]
    )
    return tuple(map(torch.from_numpy, made.values()))
