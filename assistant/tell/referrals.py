"""Where a person can turn: a list kept by hand, with the day it was last checked."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from itertools import chain, zip_longest

from simplemma import is_known

from index.dutch import content_words, fold, terms

Trigger = tuple[re.Pattern[str], ...]  # words that stand near each other in one sentence, in any order

FAMILIES = ("ouder", "helpdesk")  # whom a place is for that says nothing else: a helpdesk answers for parents
PLACES = 2  # that are named at once
TURN = "Waar u terechtkunt:"
PART = 4  # letters of a subject that begins a compound at least: "taxi" in "taxikosten"
NEAR = 6  # words within which all of a trigger stands: "niet meer geld voor het sociale leven" is no cry for help

# The site or the telephone number in the line of a place: only what this list names itself may become a link.
TO_REACH = re.compile(r"(?<![\w.-])(?:(?P<site>[a-z0-9-]+\.nl)|(?P<number>11[23]|1400|0800-\d{4}))(?![\w-])(?!\.\w)")
_SENTENCE_END = re.compile(r"[.?!;\n]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Referral:
    """A place to turn to."""

    name: str
    purpose: str  # one Dutch sentence
    words: tuple[str, ...] = ()  # stems of its subjects
    begin: tuple[str, ...] = ()  # words of its subjects that compounds begin with
    otherwise: tuple[str, ...] | None = None  # stems that bring it when no subject fits; () if nothing need, None never
    if_near: tuple[str, ...] = ()  # stems that do so too, unless the papers have nothing near to what is asked
    personas: tuple[str, ...] = ()  # whom it is for
    triggers: tuple[Trigger, ...] = ()  # of an urgent place; any of them is enough


@lru_cache(maxsize=1)
def referrals() -> tuple[tuple[Referral, ...], tuple[Referral, ...]]:
    """The ordinary and the urgent places, in the order of the list."""
    stored = tomllib.loads(files("assistant.tell").joinpath("referrals.toml").read_text(encoding="utf-8"))
    ordinary = tuple(
        Referral(
            name=one["name"],
            purpose=one["purpose"],
            words=tuple(terms(" ".join(one["subjects"]))),
            begin=tuple(word for word in content_words(" ".join(one["subjects"])) if len(word) >= PART),
            otherwise=tuple(terms(" ".join(one["otherwise"]))) if "otherwise" in one else None,
            if_near=tuple(terms(" ".join(one.get("if_near", [])))),
            personas=tuple(one.get("personas", FAMILIES)),
        )
        for one in stored["referral"]
    )
    urgent = tuple(
        Referral(name=one["name"], purpose=one["purpose"], triggers=tuple(map(_trigger, one["triggers"])))
        for one in stored["urgent"]
    )
    return ordinary, urgent


def _trigger(written: str) -> Trigger:
    """A trigger of the list: the beginning of words as they stand, or whole words joined by " + " in any order.

    Dutch moves its verb: "hij wil niet meer leven", "dat hij niet meer wil leven". A part ending in "*" is the
    beginning of a word.
    """
    parts = fold(written).split(" + ")
    if len(parts) == 1:
        return (re.compile(rf"\b{re.escape(parts[0])}"),)
    return tuple(
        re.compile(rf"\b{re.escape(part[:-1])}" if part.endswith("*") else rf"\b{re.escape(part)}\b") for part in parts
    )


def _stretches(words: Sequence[str]) -> list[str]:
    """Every run of ``NEAR`` words of a sentence; all of a shorter one."""
    return [" ".join(words[start : start + NEAR]) for start in range(max(1, len(words) - NEAR + 1))]


def _says(words: Sequence[str], trigger: Trigger) -> bool:
    """Whether the words of a sentence hold a trigger, all parts of it within ``NEAR`` words."""
    whole = " ".join(words)
    if not all(part.search(whole) for part in trigger):
        return False
    return any(all(part.search(stretch) for part in trigger) for stretch in _stretches(words))


def urgent_help(text: str) -> str:
    """The lines to show before anything else when a text speaks of suicide, violence or danger; else ""."""
    sentences = [said.split() for said in _SENTENCE_END.split(fold(text))]
    named = [
        one for one in referrals()[1] if any(_says(words, trigger) for trigger in one.triggers for words in sentences)
    ]
    return _lines("Is er nu gevaar of heeft u nu hulp nodig?", named)


def where_to_turn(
    text: str, persona: str = "ouder", *, most: int = PLACES, before: str = "", is_near: bool = True
) -> str:
    """The places for a persona whose subject is in a text, at most so many; else the one for any subject.

    Args:
        text: What was asked.
        persona: Who asks.
        most: Places that are named.
        before: What the conversation was about, which tells the place where the question does not.
        is_near: Whether the papers have anything near to what is asked: who asks for a passport needs no school.
    """
    asked = set(terms(text))
    places = [one for one in referrals()[0] if persona in one.personas]
    fitting = _fitting(text, places) or _fitting(before, places)
    others = [one for one in places if asked & {*(one.otherwise or ()), *(one.if_near if is_near else ())}]
    return _lines(TURN, (fitting or others or [one for one in places if one.otherwise == ()][:1])[:most])


def _fitting(text: str, places: Sequence[Referral]) -> list[Referral]:
    """The places with a subject that is in a text, those with the most of them first; else with a compound of one."""
    asked, spoken = set(terms(text)), set(content_words(text))
    ranked = sorted(places, key=lambda one: -len(asked & set(one.words)))
    fitting = [one for one in ranked if asked & set(one.words)]
    return fitting or [one for one in places if any(_begins_with_subject(word, one) for word in spoken)]


def _begins_with_subject(word: str, place: Referral) -> bool:
    """Whether a word is a compound of a subject of a place and another word: "reiskosten" and "vergoeding"."""
    rests = (word.removeprefix(one) for one in place.begin if word.startswith(one))
    return any(len(rest) > 2 and (_is_word(rest) or _is_word(rest.removeprefix("s"))) for rest in rests)


def _is_word(text: str) -> bool:
    return len(text) > 2 and is_known(text, lang="nl")


def turned_once(text: str) -> tuple[str, str]:
    """A text without its paragraphs that say where to turn, and one such paragraph for all of them; "" if it has none.

    Of several the first place comes before the second of any; each is named once, and of each paragraph at least one.
    """
    paragraphs = text.split("\n\n")
    turns = [paragraph.split("\n")[1:] for paragraph in paragraphs if paragraph.startswith(TURN)]
    places = list(dict.fromkeys(filter(None, chain.from_iterable(zip_longest(*turns)))))
    others = "\n\n".join(paragraph for paragraph in paragraphs if not paragraph.startswith(TURN))
    return others, "\n".join([TURN, *places[: max(PLACES, len(turns))]]) if places else ""


def _lines(heading: str, places: Sequence[Referral]) -> str:
    if not places:
        return ""
    return "\n".join([heading, *(f"• {one.name}: {one.purpose}" for one in places)])
