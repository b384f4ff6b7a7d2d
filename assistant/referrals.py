"""Where a person can turn: a list kept by hand, with the day it was last checked."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from index.dutch import fold, terms


@dataclass(frozen=True, slots=True, kw_only=True)
class Referral:
    """A place to turn to."""

    name: str
    purpose: str  # one Dutch sentence
    words: tuple[str, ...]  # stems of subjects, or folded trigger words of an urgent one


@lru_cache(maxsize=1)
def referrals() -> tuple[tuple[Referral, ...], tuple[Referral, ...]]:
    """The ordinary and the urgent places, in the order of the list."""
    stored = tomllib.loads(files("assistant").joinpath("referrals.toml").read_text(encoding="utf-8"))
    ordinary = tuple(
        Referral(name=one["name"], purpose=one["purpose"], words=tuple(terms(" ".join(one["subjects"]))))
        for one in stored["referral"]
    )
    urgent = tuple(
        Referral(name=one["name"], purpose=one["purpose"], words=tuple(map(fold, one["triggers"])))
        for one in stored["urgent"]
    )
    return ordinary, urgent


def urgent_help(text: str) -> str:
    """The lines to show before anything else when a text speaks of suicide, violence or danger; else ""."""
    folded = fold(text)
    named = [one for one in referrals()[1] if any(re.search(rf"\b{re.escape(word)}", folded) for word in one.words)]
    return _lines("Is er nu gevaar of heeft u nu hulp nodig?", named)


def where_to_turn(text: str, *, most: int = 2) -> str:
    """The places whose subject is in a text, at most so many; the first of the list if there is none."""
    asked = set(terms(text))
    ranked = sorted(referrals()[0], key=lambda one: -len(asked & set(one.words)))
    fitting = [one for one in ranked if asked & set(one.words)][:most]
    return _lines("Waar u terechtkunt:", fitting or referrals()[0][:1])


def _lines(heading: str, places: Sequence[Referral]) -> str:
    if not places:
        return ""
    return "\n".join([heading, *(f"• {one.name}: {one.purpose}" for one in places)])
