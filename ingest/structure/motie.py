"""What members propose, moties and amendementen: who moved one, and the names below it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from ingest.document import Block, BlockKind
from ingest.structure.kamerstuk import HEAD
from ingest.structure.letter import SIGNATURE_PLACE

NAMED = re.compile(
    r"\b(?P<paper>(?:(?:(?:TWEEDE|DERDE|VIERDE) )?(?:NADER )?GEWIJZIGDE? )?(?:MOTIE|(?:SUB)?AMENDEMENT)) VAN "
    r"(?P<who>(?:HET LID|DE LEDEN) [^a-z]{2,120}?)(?:\d{1,2})?"
    r"(?=(?<!,)(?<! EN)(?<! DE)(?<! VAN)(?<! DER)(?<! TER) *$|,?\s+TER\s+VERVANGING\s+VAN\b)",
    re.MULTILINE,
)
ENDS = re.compile(r"en gaat over tot de orde van de dag\.?$", re.IGNORECASE)
LONGEST_NAME = 40  # characters
SMALL_WORDS = frozenset("HET DE LID LEDEN VAN DER DEN TER TEN TE EN C.S.".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """What a paper of members calls itself, "nader gewijzigde motie", and who moved it: "het lid Voorbeeld c.s."."""

    paper: str
    mover: str

    def __str__(self) -> str:
        return f"{self.paper} van {self.mover}"


def proposal_in(text: str) -> Proposal | None:
    """The motie or amendement that a paper is; None for any other paper."""
    found = NAMED.search(text[:HEAD])
    if found is None:
        return None
    who = " ".join(map(_small, found["who"].split()))
    # Without a first name before it "van" has a capital.
    mover = re.sub(r"\b(lid|leden|en) ([a-z])", lambda name: f"{name[1]} {name[2].upper()}", who)
    return Proposal(paper=found["paper"].lower(), mover=mover)


def with_movers(blocks: list[Block], text: str, proposal: Proposal) -> list[Block]:
    """The same blocks, with the names at the foot as those who signed it; a motie has no headings."""
    if not proposal.paper.endswith("motie"):
        return _signed_at_the_end(blocks, text, proposal.mover)
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


def _signed_at_the_end(blocks: list[Block], text: str, mover: str) -> list[Block]:
    """The same blocks, where the last ones that hold no more than the name of a mover are the signature."""
    end = len(blocks)
    while end and _is_name(text[blocks[end - 1].start : blocks[end - 1].end], mover):
        end -= 1
    signed = [replace(each, kind=BlockKind.PARAGRAPH, path=(), place=SIGNATURE_PLACE) for each in blocks[end:]]
    return [*blocks[:end], *signed]


def _is_name(words: str, mover: str) -> bool:
    return len(words) <= LONGEST_NAME and words.lower() in mover.lower()


def _small(word: str) -> str:
    """A word in capitals as it is written in a name: "VAN" as "van", "DE VRIES-BOOT" as "de Vries-Boot"."""
    if word.strip(",") in SMALL_WORDS:
        return word.lower()
    return re.sub(r"[^\W\d_]+", lambda part: part.group().capitalize(), word)
