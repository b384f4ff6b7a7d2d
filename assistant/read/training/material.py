"""Everything that is learnt from, encoded once: pages, questions, and which pages come near to which question."""

from __future__ import annotations

import argparse
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import numpy as np
import torch
from torch import Tensor

from assistant.read import match
from assistant.read.pairs import Pair, side_by_side
from assistant.read.tokens import OUTSIDE, PAD, Ids, Reading, padded
from assistant.read.training.examples import Group
from assistant.read.training.network import ReadingNetwork
from assistant.read.training.plan import Case, cases_of
from assistant.read.training.train import groups_of

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
class Material:
    """All pages, questions and cases."""

    pages: list[Text]
    questions: list[Text]
    cases: list[Case]
    near: np.ndarray  # of each question the pages that come nearest, best first


class Prepared(NamedTuple):
    """What a training over kept vectors begins with: its network is not yet taught, and in no mode of training."""

    network: ReadingNetwork
    stuff: Material
    groups: list[Group]
    apart: list[int]  # the numbers of the questions that are only measured with
    unbarred: list[Case]  # those that may be learnt from


def prepared(options: argparse.Namespace) -> Prepared:
    """Read the data that the options name, and the network that they begin from; encode all texts."""
    options.out.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(options.seed)
    groups = groups_of(options)
    network = ReadingNetwork(options.base)
    if options.begin:
        network.load_state_dict(torch.load(options.begin)["network"])
    stuff = material(network.eval(), Reading(options.base), groups, options.out)
    barred = [group.kept_apart for group in groups for _ in group.asked]
    apart = [number for number, is_apart in enumerate(barred) if is_apart]
    unbarred = [case for case, is_apart in zip(stuff.cases, barred, strict=True) if options.all or not is_apart]
    return Prepared(network, stuff, groups, apart, unbarred)


def material(network: ReadingNetwork, reading: Reading, groups: Sequence[Group], kept: Path) -> Material:
    """Encode everything, and find for each question the pages that come near."""
    page_tokens = [reading.page(page) for group in groups for page in group.pages]
    pages = _encoded(
        network, [one.ids for one in page_tokens], [one.sentence for one in page_tokens], kept / "pages.npz"
    )
    question_ids = [reading.question(one.question) for group in groups for one in group.asked]
    outside = [np.full(len(ids), OUTSIDE) for ids in question_ids]
    questions = _encoded(network, question_ids, outside, kept / "questions.npz")
    cases = cases_of(groups)
    return Material(pages, questions, cases, _near(pages, questions, cases))


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
