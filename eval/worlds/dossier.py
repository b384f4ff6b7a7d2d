"""One invented dossier: its facts, the papers that tell them, and the questions about them."""

from __future__ import annotations

import random
from dataclasses import dataclass, replace

from assistant.answer import Status
from eval.items import ItemKind
from eval.worlds import facts as told
from eval.worlds import statements
from eval.worlds.facts import Asked, Fact
from eval.worlds.forms import Paper, Setting, aanhangsel, beslisnota, kamerbrief, motie, overleg
from eval.worlds.names import Names, in_words
from eval.worlds.subjects import Event, Subject

GAPS = ("5.1.2.i", "[5.1.2i]", "█████████", "[buiten reikwijdte]")
NAME_GAPS = ("5.1.2.e", "[persoonsgegevens]", "██████")


@dataclass(frozen=True, slots=True, kw_only=True)
class Posed:
    """A question, with the facts that its answer rests on."""

    asked: Asked
    facts: tuple[Fact, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """The papers on one subject, with what is asked about them."""

    papers: tuple[Paper, ...]
    posed: tuple[Posed, ...]
    evaluation: Fact
    amount: Fact


def dossier(names: Names, subject: Subject, chance: random.Random) -> Dossier:
    """Draw the facts of one dossier, spread them over its papers, and ask for each of them."""
    year, programme = chance.randrange(2018, 2024), names.programme()
    events = chance.sample(subject.events, 4)
    series, towns = _series(names, events[0], year), _towns(names, events[1], year + 1)
    sides, budgets = _conflict(names, events[2], year + 1), _budgets(names, programme, year + 3)
    amount, evaluation = told.amount(names, programme, year + 1), told.evaluation(names, programme, year + 3)
    pool = [*series.facts, *towns.facts, amount, evaluation, told.count(names, events[3], year)]
    pool += _of_programme(names, subject, programme, events[0], year)
    gaps, wish = _gaps(chance, programme, year + 2), _wish(names, subject, year + 3)
    setting = Setting(names=names, subject=subject, dossier=names.dossier(), minister=names.person(), chance=chance)
    chance.shuffle(pool)
    papers = (
        aanhangsel(setting, pool[:5], names.day(year + 1)),
        overleg(setting, pool[5:9], names.day(year + 2)),
        kamerbrief(setting, [sides.facts[0], budgets.facts[0], *pool[9:]], names.day(year + 2)),
        beslisnota(setting, [sides.facts[1], budgets.facts[1], *gaps], names.day(year + 1)),
        motie(setting, wish, wish.asked[0].required[0][0], names.day(year + 2)),
    )
    single = [Posed(asked=asked, facts=(fact,)) for fact in (*pool, *gaps, wish) for asked in fact.asked]
    groups = [one for group in (series, towns, sides, budgets) for one in group.posed]
    posed = (*single, *groups, *_never_told(names, subject, programme, year))
    return Dossier(papers=papers, posed=posed, evaluation=evaluation, amount=amount)


def _of_programme(names: Names, subject: Subject, programme: str, event: Event, year: int) -> list[Fact]:
    """What is told of a programme and of the plans around it."""
    return [
        told.content(names, programme, event),
        told.applications(names, programme),
        told.start(names, programme, year + 2),
        statements.measures(names, subject.goal, tuple(names.chance.sample(subject.measures, 3))),
        *(statements.refusal(names, refused, subject.office) for refused in subject.refused),
        statements.objection(names, programme),
        *(statements.meaning(names, term) for term in subject.terms),
        statements.proposal(names, subject.laws[0], year + 4),
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Group:
    """Facts that belong together, with the questions that need more than one of them, or none."""

    facts: tuple[Fact, ...]
    posed: tuple[Posed, ...]


def _series(names: Names, event: Event, year: int) -> _Group:
    """Two years are told; the third is asked for in vain."""
    first, second = (told.count(names, event, at) for at in (year, year + 1))
    return _Group(
        facts=(first, second),
        posed=(_turn(first, second, f"En in {year + 1}?"), _in_vain(names, event, f"in {year + 2}", "another year")),
    )


def _towns(names: Names, event: Event, year: int) -> _Group:
    """Two towns are told; the third is asked for in vain."""
    here, there = names.town(), names.town()
    first, second = (told.count(names, event, year, town) for town in (here, there))
    absent = f"in {year} in {names.town()}"
    return _Group(
        facts=(first, second),
        posed=(_turn(first, second, f"En in {there}?"), _in_vain(names, event, absent, "another town")),
    )


def _turn(first: Fact, second: Fact, question: str) -> Posed:
    asked = replace(
        second.asked[0],
        kind=ItemKind.FOLLOWUP,
        history=(first.asked[0].question,),
        question=question,
        rewrite=second.asked[0].question,
    )
    return Posed(asked=asked, facts=(second,))


def _in_vain(names: Names, event: Event, when: str, why: str) -> Posed:
    question = told.count_question(names, event, when)
    return Posed(
        asked=Asked(
            kind=ItemKind.OUT_OF_CORPUS, question=question, refusal=Status.UNANSWERABLE, note=f"Near miss: {why}."
        )
    )


def _conflict(names: Names, event: Event, year: int) -> _Group:
    """Two papers tell the same thing with different numbers."""
    return _opposed(told.count(names, event, year), told.count(names, event, year))


def _budgets(names: Names, programme: str, year: int) -> _Group:
    """Two papers tell different amounts for the same year."""
    return _opposed(told.amount(names, programme, year), told.amount(names, programme, year))


def _opposed(*sides: Fact) -> _Group:
    required = tuple(side.asked[0].required[0] for side in sides)
    asked = replace(sides[0].asked[0], kind=ItemKind.CONFLICT, required=required)
    return _Group(facts=sides, posed=(Posed(asked=asked, facts=sides),))


def _gaps(chance: random.Random, programme: str, year: int) -> tuple[Fact, Fact]:
    """A cost and a name that were made unreadable."""
    cost = Fact(
        told=f"De kosten van {programme} worden voor {year} geraamd op {chance.choice(GAPS)}.",
        wondered="",
        evidence=(f"worden voor {year} geraamd op",),
        asked=(
            Asked(
                kind=ItemKind.REDACTED,
                question=f"Op hoeveel worden de kosten van {programme} voor {year} geraamd?",
                refusal=Status.REDACTED,
            ),
        ),
    )
    leader = Fact(
        told=f"De projectleider van {programme} is {chance.choice(NAME_GAPS)}.",
        wondered="",
        evidence=("De projectleider van",),
        asked=(
            Asked(
                kind=ItemKind.REDACTED, question=f"Wie is de projectleider van {programme}?", refusal=Status.REDACTED
            ),
        ),
    )
    return cost, leader


def _wish(names: Names, subject: Subject, year: int) -> Fact:
    """What a motie asks for, by whom and before when."""
    member, day = names.person(), in_words(names.day(year))
    request = names.chance.choice(subject.requests)
    return Fact(
        told=f"{request.text}, en de Kamer daarover vóór {day} te berichten,",
        wondered="",
        evidence=(request.key,),
        asked=(
            Asked(
                kind=ItemKind.FACT_NAME, question=f"Wie diende een motie in om {request.text}?", required=((member,),)
            ),
            Asked(
                kind=ItemKind.PROCEDURE,
                question=f"Wat vraagt de motie van het lid {member} aan de regering?",
                required=((request.key,), (day,)),
            ),
        ),
    )


def _never_told(names: Names, subject: Subject, programme: str, year: int) -> tuple[Posed, ...]:
    """Questions near to what is told that no paper answers."""
    cost = told.amount(names, programme, year - 2).asked[0].question
    asked = {
        cost: "Near miss: another year.",
        f"Waarom wordt {programme} stopgezet?": "False premise.",
        f"Wanneer is de {subject.laws[1]} aangenomen?": "A law that no paper names.",
    }
    return tuple(
        Posed(asked=Asked(kind=ItemKind.OUT_OF_CORPUS, question=question, refusal=Status.UNANSWERABLE, note=note))
        for question, note in asked.items()
    )
