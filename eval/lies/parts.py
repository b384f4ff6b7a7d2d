"""Ways of making a sentence false in what a part of it is told of: a whole for its share, one side of a comparison.

They were written by somebody who tried to get past the proof as it was then, before it was mended.
"""

from __future__ import annotations

import random
import re
from collections.abc import Mapping
from itertools import pairwise

from simplemma import is_known

from eval.lies.bounds import rebuilt
from eval.lies.ways import FINITE, MANY, Falsify, in_place_of, substituted, swapped

_NUMBER = r"(?:\d+(?:[.,]\d+)*|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|twaalf)"
_KIND = MANY.removeprefix(r"\b").removesuffix(r"\b")
_THING = r"(?:[Dd]e|[Hh]et|[Ee]en) [\w-]+"


def _prefix_lost(claim: str, chance: random.Random) -> str:
    """What is not so is told as so: "onveilig" as "veilig"."""
    found = [
        one
        for one in re.finditer(r"\b(?:on|niet-|oud-|concept|ontwerp)([a-z]{5,})\b", claim)
        if is_known(one[1], lang="nl")
    ]
    if not found:
        return claim
    one = chance.choice(found)
    return in_place_of(one, one[1])


def _another_of_its_name(claim: str, chance: random.Random) -> str:
    """What tells two of one name apart changes places: "de minister van Zorg", "de minister van Natuur"."""
    del chance
    found = [*re.finditer(r"\b(minister|staatssecretaris|lid|heer|gemeente|school|wet) ((?:van |voor )?[\w-]+)", claim)]
    pairs = [(one, two) for one, two in pairwise(found) if one[1] == two[1] and one[2] != two[2]]
    return swapped(*pairs[0], 2) if pairs else claim


WAYS: Mapping[str, Falsify] = {
    "a whole for its share": rebuilt(
        rf"(?:.{{0,40}}\b)?(?:{_NUMBER}|[Ee]en|[Dd]e helft) (?:van|op|uit) (?:de |elke )?({_NUMBER} [a-z-]{{4,}} .+)",
        r"\1",
    ),
    "too is not too": substituted(
        r"\bte (?=(?:weinig|veel|groot|klein|laag|hoog|lang|kort|laat|vroeg|duur|snel|zwaar|ver|vol|moeilijk)\b)", ""
    ),
    "a prefix lost": _prefix_lost,
    "a relative clause lost": rebuilt(r"((?:De |Het )?[\w-]+) (?:die|dat) [^,;:]+,? (" + FINITE + r" .+)", r"\1 \2"),
    "sides of a comparison changed round": rebuilt(
        rf"({_THING}(?: [^,;:]+?)?) ({FINITE}) ((?:[\w-]+ )?\w+er) dan ({_THING}[^,;:.]*)\.", r"\4 \2 \3 dan \1"
    ),
    "who says it does it": rebuilt(
        rf"({_THING}|[A-Z]\w+en) \w+(?: \w+)?(?<! is) (?:dat|of) (?:de|het|een) [\w-]+ ([^,;:]+) (\w+)\.",
        r"\1 \3 \2",
    ),
    "the end of another": substituted(
        r"\b(in|tot|naar|met|op|per) ([\w-]+) en ((?:[\w-]+ ){1,4})\1 ([\w-]+)", r"\1 \4"
    ),
    "another of its name": _another_of_its_name,
    "a condition behind the verb lost": substituted(
        r"(?<=\w) (?:op (?:\w+ )?verzoek|gedurende [^,.;]+|met dien verstande[^.]*|na (?:instemming|goedkeuring) van "
        r"(?:de |het )?[\w-]+|desgevraagd|liever|bij voorkeur|op \w+ na)(?=[ .,])",
        "",
    ),
    "for whom lost": substituted(rf"(?<=\w)(?<! en) voor (?:{_KIND}) [^,.;:]{{4,40}}(?=\.)", ""),
}
