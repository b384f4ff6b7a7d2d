"""Moties: who moved one, and the names below it."""

from __future__ import annotations

import re
from dataclasses import replace

from ingest.document import Block, BlockKind
from ingest.structure.kamerstuk import HEAD
from ingest.structure.letter import SIGNATURE_PLACE

NAMED = re.compile(r"\bMOTIE VAN (?P<who>(?:HET LID|DE LEDEN) [^a-z\n]{2,120}?)(?:\d{1,2})?(?= *$)", re.MULTILINE)
ENDS = re.compile(r"en gaat over tot de orde van de dag\.?$", re.IGNORECASE)
LONGEST_NAME = 40  # characters
SMALL_WORDS = frozenset("HET DE LID LEDEN VAN DER DEN TER TEN TE EN C.S.".split())


def mover_of(text: str) -> str:
    """Who moved the motie that a paper is, "het lid Voorbeeld c.s."; "" for any other paper."""
    found = NAMED.search(text[:HEAD])
    who = " ".join(map(_small, found["who"].split())) if found else ""
    # Without a first name before it "van" has a capital.
    return re.sub(r"\b(lid|leden|en) ([a-z])", lambda name: f"{name[1]} {name[2].upper()}", who)


def with_movers(blocks: list[Block], text: str) -> list[Block]:
    """The same blocks, without headings: the names at the foot of a motie are those who signed it."""
    result: list[Block] = []
    ended = False
    for each in blocks:
        words = text[each.start : each.end]
        name = ended and len(words) <= LONGEST_NAME and each.kind in {BlockKind.HEADING, BlockKind.PARAGRAPH}
        kind = BlockKind.PARAGRAPH if each.kind is BlockKind.HEADING else each.kind
        place = SIGNATURE_PLACE if name else "" if each.kind is BlockKind.HEADING or each.path else each.place
        result.append(replace(each, kind=kind, path=(), place=place))
        ended = ended or ENDS.search(words) is not None
    return result


def _small(word: str) -> str:
    """A word in capitals as it is written in a name: "VAN" as "van", "DE VRIES-BOOT" as "de Vries-Boot"."""
    if word.strip(",") in SMALL_WORDS:
        return word.lower()
    return re.sub(r"[^\W\d_]+", lambda part: part.group().capitalize(), word)
