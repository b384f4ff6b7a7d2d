"""What the papers of a world tell, each fact with the ways in which it is written and asked for."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.answer import Status
from eval.items import ItemKind
from eval.worlds.names import Names, capital, grouped, in_words
from eval.worlds.subjects import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A question about a fact, or about one that no paper tells."""

    kind: ItemKind
    question: str
    required: tuple[tuple[str, ...], ...] = ()
    forbidden: tuple[str, ...] = ()
    refusal: Status | None = None
    history: tuple[str, ...] = ()
    rewrite: str = ""  # the question as it would be asked without the conversation
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """Something that a paper tells."""

    told: str  # as the government writes it
    wondered: str  # as members ask for it, after "vragen"
    evidence: tuple[str, ...] = ()  # fragments of ``told``, at most six words each
    asked: tuple[Asked, ...] = ()
    items: tuple[str, ...] = ()  # of a list that ``told`` leads in


def count(names: Names, event: Event, year: int, town: str = "") -> Fact:
    """How many people or things something happened to in a year."""
    number = names.number()
    n, who, rest = grouped(number), event.who, f"{event.what} {event.verb}"
    when = f"in {year} in {town}" if town else f"in {year}"
    told = names.chance.choice(
        (
            f"{capital(when)} {event.verb} {n} {who} {event.what}.",
            f"{n} {who} {event.verb} {when} {event.what}.",
            f"Het ging {when} om {n} {who} die {rest}.",
            f"Uit de telling blijkt dat {when} {n} {who} {rest}.",
            f"{capital(when)} is vastgesteld dat {n} {who} {rest}.",
            f"Van de partijen die ik sprak hoorde ik dat {n} {who} {when} {rest}.",
        )
    )
    required = ((n, str(number)),)
    asked = [Asked(kind=ItemKind.FACT_NUMBER, question=count_question(names, event, when), required=required)]
    if not town:
        lay = event.lay.format(year=year)
        asked.append(Asked(kind=ItemKind.PLAIN_LANGUAGE, question=lay, required=required))
    return Fact(told=told, wondered=f"hoeveel {who} {when} {rest}", evidence=(f"{n} {who}",), asked=tuple(asked))


def count_question(names: Names, event: Event, when: str) -> str:
    """One of the ways to ask how many there were."""
    who, rest = event.who, f"{event.what} {event.verb}"
    return names.chance.choice(
        (
            f"Hoeveel {who} {event.verb} {when} {event.what}?",
            f"Om hoeveel {who} die {rest} ging het {when}?",
            f"Kunt u mij zeggen hoeveel {who} {when} {rest}?",
            f"{capital(who)} die {when} {rest}: hoeveel waren dat er?",
            f"Beller vraagt hoeveel {who} er {when} {rest}.",
        )
    )


def amount(names: Names, programme: str, year: int) -> Fact:
    """What a programme may cost in a year."""
    money, spellings = names.amount()
    told = names.chance.choice(
        (
            f"Voor {programme} is in {year} {money} beschikbaar.",
            f"In {year} trek ik {money} uit voor {programme}.",
            f"De uitgaven voor {programme} komen in {year} uit op {money}.",
            f"{capital(programme)} kost in {year} naar verwachting {money}.",
        )
    )
    question = names.chance.choice(
        (
            f"Hoeveel geld is er in {year} voor {programme}?",
            f"Wat kost {programme} in {year}?",
            f"Welk bedrag is in {year} uitgetrokken voor {programme}?",
        )
    )
    asked = Asked(kind=ItemKind.FACT_NUMBER, question=question, required=(spellings,))
    wondered = f"welk bedrag er in {year} is voor {programme}"
    return Fact(told=told, wondered=wondered, evidence=(money,), asked=(asked,))


def content(names: Names, programme: str, event: Event) -> Fact:
    """Which share of those concerned is content with a programme."""
    share = names.percentage()
    written = names.chance.choice((f"{share} procent", f"{share}%"))
    told = names.chance.choice(
        (
            f"Van de ondervraagde {event.who} is {written} tevreden over {programme}.",
            f"Uit een peiling onder {event.who} komt naar voren dat {written} tevreden is over {programme}.",
            f"Over {programme} oordeelt {written} van de {event.who} positief.",
        )
    )
    question = names.chance.choice(
        (
            f"Welk percentage van de {event.who} is tevreden over {programme}?",
            f"Hoe tevreden zijn {event.who} over {programme}?",
            f"Welk deel van de {event.who} oordeelt gunstig over {programme}?",
        )
    )
    asked = Asked(kind=ItemKind.FACT_NUMBER, question=question, required=((f"{share} procent",),))
    return Fact(told=told, wondered=f"hoe {event.who} oordelen over {programme}", evidence=(written,), asked=(asked,))


def applications(names: Names, programme: str) -> Fact:
    """How many applied, and how many of them were granted; how many withdrew is never told."""
    some, all_of_them = map(grouped, sorted((names.number(), names.number())))
    told = names.chance.choice(
        (
            f"Voor {programme} zijn {all_of_them} aanvragen ingediend, waarvan er {some} zijn toegekend.",
            f"Er kwamen {all_of_them} aanvragen binnen voor {programme}; daarvan zijn er {some} toegekend.",
        )
    )
    asked = (
        Asked(
            kind=ItemKind.FACT_NUMBER,
            question=f"Hoeveel aanvragen voor {programme} zijn toegekend?",
            required=((some,),),
        ),
        Asked(
            kind=ItemKind.OUT_OF_CORPUS,
            question=f"Hoeveel aanvragen voor {programme} zijn ingetrokken?",
            refusal=Status.UNANSWERABLE,
            note="Applied and granted are told, withdrawn is not.",
        ),
    )
    return Fact(
        told=told,
        wondered=f"hoeveel aanvragen er zijn gedaan voor {programme}",
        evidence=(f"{all_of_them} aanvragen", some),
        asked=asked,
    )


def start(names: Names, programme: str, year: int) -> Fact:
    """The day on which a programme begins."""
    day = in_words(names.day(year))
    told = names.chance.choice(
        (
            f"{capital(programme)} gaat op {day} van start.",
            f"De startdatum van {programme} is {day}.",
            f"Op {day} begint {programme}.",
        )
    )
    question = names.chance.choice(
        (
            f"Wanneer begint {programme}?",
            f"Op welke datum gaat {programme} van start?",
            f"Vanaf wanneer loopt {programme}?",
        )
    )
    asked = Asked(kind=ItemKind.FACT_DATE, question=question, required=((day,),))
    return Fact(told=told, wondered=f"wanneer {programme} begint", evidence=(day,), asked=(asked,))


def evaluation(names: Names, programme: str, year: int) -> Fact:
    """Who evaluates a programme, and by when."""
    bureau, day = names.bureau(), in_words(names.day(year))
    told = names.chance.choice(
        (
            f"{bureau} onderzoekt in mijn opdracht wat {programme} oplevert; het rapport komt uiterlijk op {day}.",
            f"De evaluatie van {programme} wordt uitgevoerd door {bureau} en is klaar op {day}.",
        )
    )
    who = names.chance.choice((f"Wie evalueert {programme}?", f"Welk bureau doet het onderzoek naar {programme}?"))
    asked = (
        Asked(kind=ItemKind.FACT_NAME, question=who, required=((bureau.split()[-1],),)),
        Asked(kind=ItemKind.FACT_DATE, question=f"Wanneer is de evaluatie van {programme} klaar?", required=((day,),)),
        Asked(
            kind=ItemKind.FOLLOWUP,
            history=(who,),
            question="En wanneer is dat onderzoek klaar?",
            rewrite=f"Wanneer is het onderzoek naar {programme} klaar?",
            required=((day,),),
        ),
    )
    return Fact(told=told, wondered=f"wie {programme} evalueert", evidence=(bureau, day), asked=asked)
