"""What the papers of a world tell in words: lists, refusals, procedures, meanings and laws that are not there yet."""

from __future__ import annotations

from eval.items import ItemKind
from eval.worlds.facts import Asked, Fact
from eval.worlds.names import Names, capital, in_words
from eval.worlds.subjects import Told

SMALL = {
    3: "drie",
    4: "vier",
    5: "vijf",
    6: "zes",
    7: "zeven",
    8: "acht",
    9: "negen",
    10: "tien",
    11: "elf",
    12: "twaalf",
}


def measures(names: Names, goal: str, taken: tuple[Told, ...]) -> Fact:
    """A list of what is done."""
    lead = names.chance.choice(
        (
            f"Om {goal} neem ik de volgende maatregelen:",
            f"Met deze stappen wil ik bereiken dat wij erin slagen {goal}:",
            f"Om {goal} kies ik voor:",
        )
    )
    question = names.chance.choice(
        (
            f"Welke maatregelen worden genomen om {goal}?",
            f"Wat wordt er gedaan om {goal}?",
            f"Noem de stappen om {goal}.",
        )
    )
    required = tuple((measure.key,) for measure in taken)
    asked = Asked(kind=ItemKind.LIST, question=question, required=required)
    return Fact(
        told=lead,
        wondered=f"wat er gebeurt om {goal}",
        evidence=(taken[0].key,),
        asked=(asked,),
        items=tuple(measure.text for measure in taken),
    )


def refusal(names: Names, refused: Told, office: str) -> Fact:
    """Something that the government will not do, and why."""
    told = names.chance.choice(
        (
            f"Ik kies niet voor {refused.name}, omdat {refused.text}.",
            f"{capital(refused.name)} komt er niet, omdat {refused.text}.",
            f"Voor {refused.name} voel ik niet. De reden daarvan is dat {refused.text}.",
        )
    )
    question = names.chance.choice(
        (
            f"Waarom kiest de {office.lower()} niet voor {refused.name}?",
            f"Wat is de reden dat {refused.name} er niet komt?",
        )
    )
    asked = (
        Asked(kind=ItemKind.REASON, question=question, required=((refused.key,),)),
        Asked(
            kind=ItemKind.YES_NO,
            question=f"Komt er {refused.name}?",
            required=(("nee", "niet", "geen"),),
            forbidden=("ja",),
        ),
    )
    return Fact(told=told, wondered=f"of er {refused.name} komt", evidence=(refused.name, refused.key), asked=asked)


def objection(names: Names, programme: str) -> Fact:
    """How to object to a decision, and the terms of it."""
    file, decide, body = names.weeks(), names.weeks(), names.bureau()
    told = (
        f"Wie het niet eens is met een besluit over {programme}, dient binnen {SMALL[file]} weken bezwaar in "
        f"bij {body}. Daarop volgt een beslissing binnen {SMALL[decide]} weken."
    )
    question = names.chance.choice(
        (
            f"Hoe maak ik bezwaar tegen een besluit over {programme}?",
            f"Ik ben het niet eens met een besluit over {programme}. Waar moet ik zijn en hoeveel tijd heb ik?",
        )
    )
    required = ((f"{file} weken",), (body.split()[-1],))
    asked = Asked(kind=ItemKind.PROCEDURE, question=question, required=required)
    wondered = f"wat iemand tegen een besluit over {programme} kan doen"
    return Fact(told=told, wondered=wondered, evidence=(f"binnen {SMALL[file]} weken", body), asked=(asked,))


def meaning(names: Names, term: Told) -> Fact:
    """What a term means."""
    told = names.chance.choice(
        (f"Onder {term.name} versta ik {term.text}.", f"Met {term.name} wordt bedoeld: {term.text}.")
    )
    question = names.chance.choice((f"Wat is {term.name}?", f"Wat wordt verstaan onder {term.name}?"))
    asked = Asked(kind=ItemKind.DEFINITION, question=question, required=((term.key,),))
    return Fact(told=told, wondered=f"wat {term.name} inhoudt", evidence=(term.name, term.key), asked=(asked,))


def proposal(names: Names, law: str, year: int) -> Fact:
    """A law that is not there yet."""
    day = names.day(year)
    told = names.chance.choice(
        (
            f"Het voorstel voor de {law} ligt bij de Raad van State. Ik wil dat de wet op {in_words(day)} ingaat.",
            f"Ik bereid het wetsvoorstel {law} voor, dat volgens de planning op {in_words(day)} in werking treedt.",
        )
    )
    asked = (
        Asked(
            kind=ItemKind.YES_NO,
            question=f"Geldt de {law} nu al?",
            required=(("nee", "nog niet", "voorstel", "wetsvoorstel"),),
            forbidden=("ja",),
            note="A proposal, told as one, is not yet law.",
        ),
        Asked(
            kind=ItemKind.FACT_DATE,
            question=f"Wanneer moet de {law} in werking treden?",
            required=((in_words(day),),),
        ),
    )
    return Fact(told=told, wondered=f"hoe het staat met de {law}", evidence=(law, in_words(day)), asked=asked)
