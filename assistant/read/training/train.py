"""Teach the encoder: ``python -m assistant.read.training.train --base FOLDER --out FOLDER --papers FOLDER…``.

Seeded; stops and goes on where it was: the state is kept every ``KEPT`` steps in the folder that it writes to.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from assistant.read.page import Page
from assistant.read.tokens import OUTSIDE, PAD, Ids, Reading, padded
from assistant.read.training.examples import Group, invented, of_passages
from assistant.read.training.learn import Course, learn
from assistant.read.training.network import ReadingNetwork
from assistant.read.training.plan import Step, cases_of, steps

RATE = 4e-5  # the highest learning rate
WARM = 40  # steps in which the rates rise
KEPT = 60  # steps between two kept states
NEVER = -1e4  # the match of a sentence that is not judged


def loss_of(
    network: ReadingNetwork, reading: Reading, pages: Sequence[Page], questions: Sequence[str], step: Step
) -> Tensor:
    """How far the right sentences are from coming first among all sentences of the step, as ``missed`` tells.

    Args:
        network: Taught.
        reading: Turns texts into tokens.
        pages: All of them, by their numbers.
        questions: All of them, by their numbers.
        step: Which pages and questions.
    """
    tokens = [reading.page(pages[number]) for number in step.pages]
    asked = [reading.question(questions[case.question]) for case in step.cases]
    page_ids, asked_ids = (torch.from_numpy(padded(ids, PAD)) for ids in ([one.ids for one in tokens], asked))
    read, own = network.encode(page_ids)[page_ids != PAD], network.encode(asked_ids)[asked_ids != PAD]
    return missed(*matched(network, asked, own, [one.sentence for one in tokens], read), step)


def matched(
    network: ReadingNetwork, asked: Sequence[Ids], own: Tensor, sentence: Sequence[Ids], read: Tensor
) -> tuple[Tensor, list[int]]:
    """How well each sentence matches each question, (n_questions, n_sentences), and the first one of each page.

    Args:
        network: Reckons the match.
        asked: The tokens of each question.
        own: The vectors of all tokens of the questions, (n_question_tokens, width).
        sentence: Of each page, the sentence of each of its tokens.
        read: The vectors of all tokens of the pages, (n_page_tokens, width).
    """
    counts = [np.bincount(one[one != OUTSIDE]) for one in sentence]
    inside = torch.from_numpy(np.concatenate(sentence) != OUTSIDE)
    lengths = torch.from_numpy(np.concatenate(counts))
    match = network.match(own, torch.tensor([len(ids) for ids in asked]), read[inside], lengths)
    return match, np.cumsum([0, *map(len, counts)]).tolist()


def missed(match: Tensor, starts: Sequence[int], step: Step) -> Tensor:
    """How far the right sentences of a step are from coming first; on pages that are shut nothing is judged.

    Args:
        match: Of each question and sentence, (n_questions, n_sentences).
        starts: The first sentence of each page, and what comes behind the last.
        step: The questions, and the pages in the order of their sentences.
    """
    target, shut = torch.zeros_like(match), torch.zeros_like(match, dtype=torch.bool)
    for row, case in enumerate(step.cases):
        for page, start, end in zip(step.pages, starts, starts[1:], strict=False):
            target[row, [start + one for one in case.answers.get(page, ()) if start + one < end]] = 1.0
            shut[row, start:end] = page in case.shut
    return soft(match.masked_fill(shut, NEVER), target)[target.sum(1) > 0].mean()


def soft(logits: Tensor, target: Tensor) -> Tensor:
    """Cross-entropy against equal shares of the right ones."""
    share = target / target.sum(-1, keepdim=True).clamp(min=1)
    return -(share * logits.log_softmax(-1)).sum(-1)


def with_null(logits: Tensor, target: Tensor) -> Tensor:
    """The same with "nothing answers" as one more choice, of logit 0, right where nothing else is."""
    null = (target.sum(-1, keepdim=True) == 0).to(logits.dtype)
    return soft(torch.cat([logits, torch.zeros_like(null)], -1), torch.cat([target, null], -1))


def arguments_of(description: str | None, arguments: Sequence[str] | None) -> argparse.Namespace:
    """The options that all stages of training have."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--base", type=Path, required=True, help="folder of the encoder to begin from")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--papers", type=Path, nargs="*", default=[], help="folders of invented papers with questions")
    parser.add_argument("--passages", type=Path, nargs="*", default=[], help="passages.json.zst of public texts")
    parser.add_argument("--questions", type=Path, nargs="*", default=[], help="the questions asked of each of them")
    parser.add_argument("--epochs", type=int, default=3)
    parser.add_argument("--minutes", type=float, default=1e9, help="the rates fall to nothing in this time")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--from", dest="begin", type=Path, help="network.pt of an earlier training to go on from")
    parser.add_argument("--all", action="store_true", help="keep no group apart")
    return parser.parse_args(arguments)


def groups_of(options: argparse.Namespace) -> list[Group]:
    """All questions and pages that the options name."""
    groups = [group for folder in options.papers for group in invented(folder)]
    for passages, questions in zip(options.passages, options.questions, strict=True):
        groups += of_passages(passages, questions)
    return groups


def main(arguments: Sequence[str] | None = None) -> None:
    """Read the arguments and train."""
    options = arguments_of(__doc__, arguments)
    train(groups_of(options), options)


def train(groups: Sequence[Group], options: argparse.Namespace) -> None:
    """Train and write the network to the folder, as ``network.pt``."""
    torch.manual_seed(options.seed)
    options.out.mkdir(parents=True, exist_ok=True)
    reading, network = Reading(options.base), ReadingNetwork(options.base)
    learnt = groups if options.all else [group for group in groups if not group.kept_apart]
    print(len(learnt), "groups,", sum(len(group.asked) for group in learnt), "questions", flush=True)
    if options.begin:
        network.load_state_dict(torch.load(options.begin)["network"])
    pages = [page for group in learnt for page in group.pages]
    questions = [one.question for group in learnt for one in group.asked]
    cases = [case for case in cases_of(learnt) if case.answers]
    course = Course(
        network=network,
        groups=[([one for one in network.parameters() if one.requires_grad], RATE)],
        plan=[step for epoch in range(options.epochs) for step in steps(cases, options.seed + epoch)],
        loss_of=lambda _, step: loss_of(network, reading, pages, questions, step),
        warm=WARM,
        kept=KEPT,
        state=options.out / "state.pt",
    )
    learn(course, options)
    torch.save({"network": network.state_dict()}, options.out / "network.pt")


if __name__ == "__main__":
    main()
