"""The shapes in which facts are told: Kamervragen, Kamerbrief, schriftelijk overleg, beslisnota and motie."""

from __future__ import annotations

import random
import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from eval.official import session
from eval.worlds.facts import Fact
from eval.worlds.names import Names, capital, in_words
from eval.worlds.subjects import Subject

_CONCERNS = (
    "Deze leden maken zich hier zorgen over.",
    "Zij willen weten of er genoeg gebeurt.",
    "Ook vernemen zij graag hoe de betrokkenen hierover denken.",
    "Genoemde leden zien uit naar de beantwoording.",
)
_COURTESIES = (
    "Dit onderwerp heeft mijn volle aandacht.",
    "Graag ga ik hieronder in op wat er is gevraagd.",
    "Zoals ik eerder heb gezegd, neem ik de tijd voor een zorgvuldige aanpak.",
    "Ik begrijp de zorgen die hierover leven.",
    "Hieronder schets ik hoe het ervoor staat.",
    "Over de verdere voortgang zal ik uw Kamer blijven inlichten.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """Where in a paper a fact is told."""

    fact: Fact
    place: str = ""  # "antwoord 3"; "" where the paper numbers nothing


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """One invented paper."""

    file: str
    identifier: str  # "" for a paper without an official number: it is named after its bytes
    text: str
    tellings: tuple[Telling, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What the papers of one dossier share."""

    names: Names
    subject: Subject
    dossier: str  # "34 817"
    minister: str  # a surname
    chance: random.Random


def aanhangsel(setting: Setting, facts: Sequence[Fact], day: date) -> Paper:
    """Questions of a member with their answers; the first asks whether a news item is known."""
    names, subject, chance = setting.names, setting.subject, setting.chance
    number, year, asker = names.official(), session(day), names.person()
    office = f"{subject.office} van {subject.ministry}"
    parts = [
        "Tweede Kamer der Staten-Generaal\n\n2\n",
        f"Vergaderjaar {year}–{year + 1}\n\nAanhangsel van de Handelingen",
        "Vragen gesteld door de leden der Kamer, met de daarop door de\nregering gegeven antwoorden\n",
        f"{number}\n",
        f"Vragen van het lid {asker} ({names.parties(1)[0]}) aan de {office} over {subject.about} "
        f"(ingezonden {in_words(date(day.year, day.month, 1))}).",
        f"Antwoord van {subject.office} {setting.minister} ({subject.ministry}) (ontvangen {in_words(day)}).",
    ]
    intro = Fact(told="Ja.", wondered=f"of het bericht «{capital(subject.title)} schiet tekort» bekend is")
    for place, fact in enumerate((intro, *facts), start=1):
        parts += [f"Vraag {place}", f"Kunt u aangeven {fact.wondered}?", f"Antwoord {place}"]
        parts += _answer(fact, subject, chance) if fact.told != "Ja." else ["Ja."]
    tellings = tuple(Telling(fact=fact, place=f"antwoord {at}") for at, fact in enumerate(facts, start=2))
    identifier = f"ah-tk-{year}{year + 1}-{number}"
    return Paper(file=f"vragen-{number}.txt", identifier=identifier, text=_laid_out(parts, chance), tellings=tellings)


def kamerbrief(setting: Setting, facts: Sequence[Fact], day: date) -> Paper:
    """A letter to the Kamer with headings, lists and footnotes; a meaning is told in a footnote."""
    subject, chance = setting.subject, setting.chance
    number = setting.names.official() % 900 + 20
    office = f"{subject.office} van {subject.ministry}".upper()
    parts = [
        f"{setting.dossier} {subject.title}",
        f"Nr. {number} BRIEF VAN DE {office}",
        "Aan de Voorzitter van de Tweede Kamer der Staten-Generaal",
        f"Den Haag, {in_words(day)}",
        f"Met deze brief schets ik hoe het staat met {subject.about}. {chance.choice(_COURTESIES)}",
    ]
    notes: list[str] = []
    for heading, told in _chapters(facts, chance):
        parts.append(heading)
        for fact in told:
            # A note that begins with a number would read as one number with its mark: "1 426".
            if not fact.items and not fact.told[0].isdigit() and chance.random() < 0.25:
                notes.append(f"{len(notes) + 1} {fact.told}")
                parts.append(f"{chance.choice(subject.fillers)[:-1]}.{len(notes)}")
            else:
                parts += _answer(fact, subject, chance)
    parts += notes
    parts += [f"De {subject.office} van {subject.ministry},", setting.minister]
    return Paper(
        file=f"brief-{setting.dossier.replace(' ', '')}-{number}.txt",
        identifier=f"kst-{setting.dossier.replace(' ', '')}-{number}",
        text=_laid_out(parts, chance),
        tellings=tuple(Telling(fact=fact) for fact in facts),
    )


def overleg(setting: Setting, facts: Sequence[Fact], day: date) -> Paper:
    """A written consultation: each fractie asks, the government replies, at once or afterwards."""
    names, subject, chance = setting.names, setting.subject, setting.chance
    number, parties = names.official() % 900 + 20, names.parties(len(facts))
    title = f"{subject.office} van {subject.ministry}"
    parts = [
        f"{setting.dossier} {subject.title}",
        f"Nr. {number} VERSLAG VAN EEN SCHRIFTELIJK OVERLEG",
        f"Vastgesteld {in_words(day)}",
        f"De vaste commissie voor {subject.ministry} heeft vragen en opmerkingen voorgelegd aan de {title} over "
        f"{subject.about}. Bij brief van {in_words(day)} zijn zij beantwoord.",
        "De voorzitter van de commissie,",
        names.person(),
    ]
    asked = [
        f"De leden van de {party}-fractie vragen {fact.wondered}. {chance.choice(_CONCERNS)}"
        for party, fact in zip(parties, facts, strict=True)
    ]
    replies = ["\n".join(_answer(fact, subject, chance)) for fact in facts]
    if chance.random() < 0.5:
        for party, question, reply in zip(parties, asked, replies, strict=True):
            parts += [f"Vragen en opmerkingen van de leden van de {party}-fractie", question, "Antwoord", reply]
    else:
        parts.append("I Vragen en opmerkingen vanuit de fracties")
        for party, question in zip(parties, asked, strict=True):
            parts += [f"Vragen en opmerkingen van de leden van de {party}-fractie", question]
        parts.append(f"II Reactie van de {subject.office}")
        for party, reply in zip(parties, replies, strict=True):
            parts += [f"Reactie op de vragen van de leden van de {party}-fractie", reply]
    return Paper(
        file=f"overleg-{setting.dossier.replace(' ', '')}-{number}.txt",
        identifier=f"kst-{setting.dossier.replace(' ', '')}-{number}",
        text=_laid_out(parts, chance),
        tellings=tuple(Telling(fact=fact) for fact in facts),
    )


def beslisnota(setting: Setting, facts: Sequence[Fact], day: date) -> Paper:
    """An internal note that asks for a decision, with a table of meetings and gaps."""
    subject, chance = setting.subject, setting.chance
    parts = [
        f"Aan: de {subject.office} van {subject.ministry}",
        "Nota",
        f"Kamerbrief over {subject.about}",
        "TER BESLISSING",
        f"Datum\n{in_words(day)}",
        f"Onze referentie\n{chance.randrange(10_000_000, 99_999_999)}",
        "Van\n[persoonsgegevens]",
        "Aanleiding",
        f"U stuurt binnenkort een brief over {subject.about}.",
        "Geadviseerd besluit",
        "Wij adviseren u in te stemmen met verzending.",
        "Kernpunten",
        *(f"• {fact.told}" for fact in facts),
        "Toelichting",
        chance.choice(subject.fillers),
        "Informatie die niet openbaar gemaakt kan worden",
        "Namen van ambtenaren zijn onleesbaar gemaakt.",
    ]
    tellings = tuple(Telling(fact=fact) for fact in facts)
    return Paper(file=f"nota-{day:%Y%m%d}.txt", identifier="", text=_laid_out(parts, chance), tellings=tellings)


def motie(setting: Setting, fact: Fact, member: str, day: date) -> Paper:
    """What the Kamer asks the government to do; ``fact.told`` stands after "verzoekt de regering"."""
    subject, number = setting.subject, setting.names.official() % 900 + 20
    parts = [
        f"{setting.dossier} {subject.title}",
        f"Nr. {number} MOTIE VAN HET LID {member.upper()}",
        f"Voorgesteld {in_words(day)}",
        "De Kamer,",
        "gehoord de beraadslaging,",
        f"overwegende dat {subject.about} beter moet;",
        f"verzoekt de regering {fact.told}",
        "en gaat over tot de orde van de dag.",
        member,
    ]
    name = f"{setting.dossier.replace(' ', '')}-{number}"
    text = _laid_out(parts, setting.chance)
    return Paper(file=f"motie-{name}.txt", identifier=f"kst-{name}", text=text, tellings=(Telling(fact=fact),))


def _answer(fact: Fact, subject: Subject, chance: random.Random) -> list[str]:
    """The fact among other words; a list stands on lines of its own."""
    if fact.items:
        return [fact.told, *(f"• {item};" for item in fact.items[:-1]), f"• {fact.items[-1]}."]
    before = [chance.choice((*_COURTESIES, *subject.fillers))] if chance.random() < 0.7 else []
    after = [chance.choice(subject.fillers)] if chance.random() < 0.5 else []
    return [" ".join([*before, fact.told, *after])]


def _chapters(facts: Sequence[Fact], chance: random.Random) -> list[tuple[str, Sequence[Fact]]]:
    """The facts in chapters of two or three, under headings that tell little."""
    headings = ["Stand van zaken", "Wat er is afgesproken", "Vooruitblik", "Uitvoering", "Andere wensen", "Ervaringen"]
    chance.shuffle(headings)
    size = chance.choice((2, 3))
    return [(headings.pop(), facts[at : at + size]) for at in range(0, len(facts), size)]


def _laid_out(parts: Sequence[str], chance: random.Random) -> str:
    """Lines as wide as the page, with or without an empty line between paragraphs."""
    width, between = chance.choice((72, 84, 100)), chance.choice(("\n", "\n\n"))
    lines = [
        "\n".join(
            textwrap.fill(line, width, break_long_words=False, break_on_hyphens=False) for line in part.split("\n")
        )
        for part in parts
    ]
    return between.join(lines) + "\n"
