"""What is asked of which pages, and in which steps: the same for every training.

Pages of one paper stand together in a step, since they are the hardest to tell apart.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from assistant.read.training.examples import Asked, Group

UNIT = 8  # pages of one paper in a step
UNITS = 2  # papers in a step
QUESTIONS = 40  # in a step at most
BESIDE = 8  # pages of other papers in a step that come near to one of its questions


@dataclass(frozen=True, slots=True)
class Case:
    """A question with the numbers of its own pages, the right sentences on them, and pages of its paper beside them."""

    question: int
    answers: dict[int, frozenset[int]]
    own: int  # the page of a near-miss that is judged; that of the first answer
    siblings: tuple[int, ...]
    shut: frozenset[int]  # pages that may hold another answer, so that nothing is learnt from them


@dataclass(frozen=True, slots=True)
class Step:
    """Pages, and the questions that some of them answer."""

    pages: tuple[int, ...]
    cases: tuple[Case, ...]


def cases_of(groups: Sequence[Group]) -> list[Case]:
    """Every question with the numbers of its pages, as all pages of the groups are counted one after the other."""
    first, at = list[int](), 0
    by_paper: dict[str, list[int]] = {}
    for group in groups:
        first.append(at)
        by_paper.setdefault(_paper(group), []).extend(range(at, at + len(group.pages)))
        at += len(group.pages)
    asked = [(group, start, one) for group, start in zip(groups, first, strict=True) for one in group.asked]
    return [
        _case(number, group, one, start, by_paper[_paper(group)]) for number, (group, start, one) in enumerate(asked)
    ]


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


def steps(cases: Sequence[Case], seed: int, near: np.ndarray | None = None) -> list[Step]:
    """All questions once, in steps of a few papers; one whose answers stand in two parts of a paper, in each of them.

    Args:
        cases: The questions, each with an answer.
        seed: The same one makes the same steps.
        near: Of each question the pages that come near, (n_questions, n); some of them are set beside its own.
    """
    chance = random.Random(seed)
    units = _units(cases, chance)
    made = []
    for start in range(0, len(units), UNITS):
        pages = [page for unit, _ in units[start : start + UNITS] for page in unit]
        asked = [case for _, some in units[start : start + UNITS] for case in some]
        chance.shuffle(asked)
        for first in range(0, len(asked), QUESTIONS):
            some = asked[first : first + QUESTIONS]
            others = [] if near is None else chance.sample(some, min(BESIDE, len(some)))
            beside = [int(chance.choice(near[case.question])) for case in others] if near is not None else []
            made.append(Step(tuple(dict.fromkeys([*pages, *beside])), tuple(some)))
    chance.shuffle(made)
    return made


def _units(cases: Sequence[Case], chance: random.Random) -> list[tuple[list[int], list[Case]]]:
    """A few pages of one paper, or pages that stand alone, with the questions that they answer; shuffled."""
    papers: dict[tuple[int, ...], list[Case]] = {}
    for case in cases:
        own = tuple(sorted([*case.answers, *case.siblings])) if case.siblings else ()
        papers.setdefault(own, []).append(case)
    units = []
    for own, some in papers.items():
        pages = list(own or {page for case in some for page in case.answers})
        chance.shuffle(pages)
        parts = -(-len(pages) // UNIT)
        for part in range(parts):
            there = frozenset(pages[part::parts])
            units.append((sorted(there), [case for case in some if not there.isdisjoint(case.answers)]))
    chance.shuffle(units)
    return units
