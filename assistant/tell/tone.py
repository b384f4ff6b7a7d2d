"""The few words of ours that are about the person who asks, and about what an answer cannot be."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.answer import LIKELY, Answer, Citation, Status
from assistant.prove.quotes import lead
from assistant.tell.referrals import PLACES, turned_once, urgent_help, where_to_turn
from assistant.understand.asked import asked_for
from assistant.understand.question import Question
from assistant.understand.wishes import Wish
from index.dutch import fold

HEARD = "Ik lees dat dit u veel doet."
NO_JUDGE = "Of dit in uw geval zo is, kan ik niet beoordelen."
PROBABLY = "Dit is waarschijnlijk het antwoord:"
PERHAPS = "Ik weet niet zeker of dit uw vraag beantwoordt:"
DOUBTS = frozenset((PROBABLY, PERHAPS))
UNKNOWN = "Dit vond ik niet in de stukken die ik ken."
INSTEAD = "Wel staat er:"
ABOVE = ("het citaat hierboven", "de citaten hierboven")  # one, and several
NO_OPINION = "Ik heb zelf geen mening: dit zeggen de stukken."

_STRAIN = re.compile(
    r"\b(?:radeloos|wanhop\w+|ten einde raad|(?:zit|zitten) er (?:helemaal )?doorheen|huil\w*|uitgeput|doodop|"
    r"machteloos|overspannen|burn-?out|in paniek|slapeloze|verdriet\w*|woedend|boos|gefrustreerd|schandalig|"
    r"belachelijk|kan(?: het)? niet meer|weet(?: het)? niet meer|ma(?:ak|ken) (?:me|mij|ons) (?:\w+ )?zorgen|zo bang|"
    r"te zwaar|heel zwaar|loopt vast van|niemand (?:helpt|luistert)|ik ben op|stress)\b"
)
_OWN_CASE = re.compile(
    r"\b(?:heb(?:ben)?|heeft) (?:ik|wij|we|mijn \w+|ons \w+|onze \w+) (?:\w+ ){0,2}recht op\b|"
    r"\b(?:mag|kan|moet) (?:de |onze |mijn )?school (?:mijn|ons|onze)\b|\bsta ik in mijn recht\b|"
    r"\b(?:kan|moet|zal) ik (?:\w+ ){0,4}(?:aanklagen|eisen|afdwingen|procederen|bezwaar maken|akkoord gaan|tekenen)\b|"
    r"\b(?:moet|zal|kan|mag) ik (?:mijn|ons|onze) \w+ (?:\w+ ){0,6}?(?:laten|houden|sturen|inschrijven|aanmelden|"
    r"overplaatsen|weghalen)\b|"
    r"\bwelke (?:school|plek|opleiding) (?:is|past) (?:\w+ ){0,2}(?:voor|bij) (?:mijn|ons|onze)\b|"
    r"\bwat is (?:het )?(?:beste|goed) voor (?:mijn|ons|onze)\b|"
    r"\bis (?:het|dit|dat) (?:strafbaar|verstandig|slim)\b|\bmaak ik kans\b"
)
_OPINION = re.compile(
    r"\bwat vind(?:t u|t u|en jullie| je| jij)\b|\bwat zou(?:dt)? (?:u|jij|je) (?:doen|vinden|adviseren)\b|"
    r"\bwat raadt? (?:u|je|jij) (?:me |mij |ons )?aan\b|\bbent u (?:het er ?mee eens|voor|tegen)\b|\bvindt u\b"
)
_SHOUTED = 4  # words that are all in capitals if somebody shouts; fewer are abbreviations


def heard(text: str) -> str:
    """One sentence for who names strain, or shouts; "" for anybody else."""
    words = re.findall(r"[^\W\d_]{2,}", text)
    shouted = [word for word in words if word.isupper()]
    is_shouting = len(shouted) >= _SHOUTED and len(shouted) > len(words) / 2
    return HEARD if is_shouting or _STRAIN.search(fold(text)) else ""


def asks_of_own_case(text: str) -> bool:
    """Whether somebody wants to know what is so in their own case: legal advice, which is not ours to give."""
    return bool(_OWN_CASE.search(fold(text)))


def limits(text: str) -> str:
    """What an answer to a text cannot be: advice in somebody's own case, or an opinion; "" where that is not asked."""
    if asks_of_own_case(text):
        return NO_JUDGE
    return NO_OPINION if _OPINION.search(fold(text)) else ""


def doubt(chance: float) -> str:
    """What stands above an answer that is not sure, by the chance that it is right."""
    return PROBABLY if chance >= LIKELY else PERHAPS


def seen_above(notice: str, *, several: bool) -> str:
    """What is told where the quotes of a question stand above already, as sure as what would stand before them.

    Args:
        notice: One of ``DOUBTS``, or what is missing: "Het gevraagde bedrag vond ik niet. Wel staat er:"; "" for none.
        several: Whether it is more than one quote.
    """
    quotes, answer = ABOVE[several], "beantwoorden" if several else "beantwoordt"
    if notice == PROBABLY:
        return f"Waarschijnlijk {answer} {quotes} ook deze vraag."
    if notice == PERHAPS:
        return f"Ik weet niet zeker of {quotes} ook deze vraag {answer}."
    return (
        f"{notice.removesuffix(INSTEAD).rstrip()} Wel staat er iets over in {quotes}." if notice else f"Zie {quotes}."
    )


def points_above(line: str) -> bool:
    """Whether a line of ours only tells of quotes that stand above: it is no answer in itself."""
    return any(words in line for words in ABOVE)


def instead(nearest: Citation) -> str:
    """What is told where nothing answers: what came nearest, named for what it is."""
    return f"{INSTEAD}\n\n{lead(nearest)} “{nearest.shown}” ({nearest.citation})"


def framed(answer: Answer, persona: str) -> Answer:
    """The answer with urgent help before anything else, then a word for who is under strain, and what it cannot be.

    Where to turn comes behind the answer; for a parent in distress, who asks for just that, without an answer or with
    one that is likelier to miss the question, it comes before it. It is told once, however many questions are asked.
    """
    asked = answer.question
    strain = heard(asked) if persona == "ouder" else ""
    text, turn = turned_once(answer.text) if answer.parts else (answer.text, "")
    if not turn and not answer.refused and (asks_of_own_case(asked) or _leaves_open(answer, persona)):
        turn = where_to_turn(asked, persona, most=PLACES if strain else 1, before=answer.understood_as)
    lines = [urgent_help(asked), strain]
    if strain or (persona == "ouder" and (answer.refused or answer.unlikely or _asks_where_to_turn(asked))):
        lines, turn = [*lines, turn], ""
    if not answer.refused:
        lines.append(limits(asked))
    return replace(answer, text="\n\n".join(line for line in [*lines, text, turn] if line))


def _asks_where_to_turn(text: str) -> bool:
    return Wish.WHERE_TO_TURN in Question(text=text, understood_as=text, asked=asked_for(text)).wishes


def _leaves_open(answer: Answer, persona: str) -> bool:
    """Whether somebody who came for help goes away with less than was asked for, or in distress."""
    doubtful = answer.status is Status.PARTIAL and not answer.likely
    return persona == "ouder" and (doubtful or bool(heard(answer.question)))
