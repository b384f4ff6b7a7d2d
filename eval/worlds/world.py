"""A world: two invented dossiers, their papers as files, and the questions about them."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from assistant.answer import Status
from eval.items import Item, ItemKind, ItemSet, Persona
from eval.perturb import with_slips
from eval.worlds.dossier import Dossier, Posed, dossier
from eval.worlds.facts import Asked
from eval.worlds.forms import Paper, Telling
from eval.worlds.names import Names
from eval.worlds.subjects import Subject, subjects

ROOM = 1000  # numbers of questions per world

_Where = Mapping[int, tuple[str, Telling]]  # by the id of a fact, the paper and the place


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """Invented papers with what is to be known of them."""

    seed: int
    papers: tuple[Paper, ...]
    items: tuple[Item, ...]

    def write(self, folder: Path) -> None:
        """Write the papers as files, for the real reading to find."""
        folder.mkdir(parents=True, exist_ok=True)
        for paper in self.papers:
            (folder / paper.file).write_text(paper.text, encoding="utf-8")


def make(seed: int) -> World:
    """Invent a world; the same seed always gives the same bytes.

    Args:
        seed: Any number from 0.

    Raises:
        ValueError: The seed is below 0.
    """
    if seed < 0:
        raise ValueError(f"a seed counts from 0, not {seed}")
    chance = random.Random(f"world {seed}")
    names = Names(chance=chance)
    *chosen, absent = chance.sample(subjects(), 3)
    first, second = (dossier(names, subject, chance) for subject in chosen)
    papers = (*first.papers, *second.papers)
    where = {id(telling.fact): (_identifier(paper), telling) for paper in papers for telling in paper.tellings}
    posed = [*first.posed, *second.posed, *_changes(first, second), *_of_both(first, second)]
    posed += [*_mistyped(posed, chance), *_elsewhere(absent, chance)]
    items = tuple(_item(seed * ROOM + at, one, where, chance) for at, one in enumerate(posed))
    return World(seed=seed, papers=papers, items=items)


def _identifier(paper: Paper) -> str:
    return paper.identifier or f"bestand-{hashlib.sha256(paper.text.encode()).hexdigest()[:12]}"


def _item(number: int, posed: Posed, where: _Where, chance: random.Random) -> Item:
    asked, tellings = posed.asked, [where[id(fact)] for fact in posed.facts]
    places = [telling.place for _, telling in tellings]
    answerable = asked.refusal is not Status.UNANSWERABLE
    return Item(
        id=f"w-{asked.kind}-{number:03}",
        set=ItemSet.WORLDS,
        kind=asked.kind,
        persona=chance.choice(list(Persona)),
        question=asked.question,
        history=asked.history,
        rewrite=asked.rewrite,
        required=asked.required,
        forbidden=asked.forbidden,
        documents=tuple(dict.fromkeys(document for document, _ in tellings)) if answerable else (),
        places=tuple(places) if answerable and all(places) else (),  # not every paper numbers its places
        evidence=tuple(fact.evidence for fact in posed.facts) if answerable else (),
        refusal=asked.refusal,
        note=asked.note,
    )


def _changes(first: Dossier, second: Dossier) -> Sequence[Posed]:
    """Turns that lean on a subject that came up after another one."""
    return [_change(first, second), _change(second, first)]


def _change(before: Dossier, after: Dossier) -> Posed:
    who, when = after.evaluation.asked[:2]
    asked = Asked(
        kind=ItemKind.SUBJECT_CHANGE,
        history=(before.amount.asked[0].question, who.question),
        question="En wanneer is die evaluatie klaar?",
        rewrite=when.question,
        required=when.required,
    )
    return Posed(asked=asked, facts=(after.evaluation,))


def _of_both(first: Dossier, second: Dossier) -> Sequence[Posed]:
    """Questions whose answer needs papers of both dossiers."""
    halves = [(dossier.amount.asked[0], dossier.evaluation.asked[0]) for dossier in (first, second)]
    (cost, who), (other_cost, other_who) = halves
    facts = ((cost, other_cost, first.amount, second.amount), (who, other_who, first.evaluation, second.evaluation))
    return [
        Posed(
            asked=Asked(
                kind=ItemKind.MULTI_DOC,
                question=f"{one.question[:-1]} en {other.question[:1].lower()}{other.question[1:]}",
                required=one.required + other.required,
            ),
            facts=(fact, other_fact),
        )
        for one, other, fact, other_fact in facts
    ]


def _mistyped(posed: Sequence[Posed], chance: random.Random) -> Sequence[Posed]:
    """Some of the questions for a number or date, with a slip in one word."""
    plain = [one for one in posed if one.asked.kind in (ItemKind.FACT_NUMBER, ItemKind.FACT_DATE)]
    return [
        replace(
            one,
            asked=replace(one.asked, kind=ItemKind.TYPO, question=with_slips(one.asked.question, chance, 1)),
        )
        for one in chance.sample(plain, 4)
    ]


def _elsewhere(absent: Subject, chance: random.Random) -> Sequence[Posed]:
    """Questions on a subject that no paper is about."""
    event, refused, term = chance.choice(absent.events), chance.choice(absent.refused), chance.choice(absent.terms)
    asked = (
        f"Hoeveel {event.who} {event.verb} in {chance.randrange(2018, 2026)} {event.what}?",
        f"Waarom komt er geen besluit over {refused.name}?",
        f"Wat is {term.name}?",
    )
    return [
        Posed(
            asked=Asked(
                kind=ItemKind.OUT_OF_CORPUS, question=question, refusal=Status.UNANSWERABLE, note="Another field."
            )
        )
        for question in asked
    ]
