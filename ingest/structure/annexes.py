"""What stands behind the signature of a letter: annexes, and the text of a law. Neither is said by who signed."""

from __future__ import annotations

import re
from dataclasses import replace

from ingest.document import Block, BlockKind, Role, Speaker

ANNEX_PLACE, LAW_PLACE = "bijlage", "wettekst"  # begin the places of what stands in them
ANNEX = re.compile(
    r"(?:Bijlage|BIJLAGE)(?: (?P<number>\d{1,2}|[IVX]{1,4}|[A-Z])\b)?(?:$|\s*[:.–-]\s*|\s+)[^.?!]{0,160}"
)
ARTICLE = re.compile(
    r"Artikel (?P<number>(?:[IVX]{1,5}|\d{1,3}[a-z]{0,3})(?:[.:]\d{1,3}[a-z]?)*)\b\.?(?: [A-ZÀ-Ý(\[].{0,90})?"
)
# What an explanation of an article says, and the article itself never does.
EXPLAINS = re.compile(r"\b(?:dit artikel|dit lid|deze bepaling|ik|wij|uw Kamer)\b", re.IGNORECASE)
LONGEST_HEADING = 170  # characters


def with_annexes(blocks: list[Block], text: str, signed: range) -> list[Block]:
    """The same blocks, those of annexes and of law text behind the signature with a place and no speaker of their own.

    Args:
        blocks: Those of a letter.
        text: Its canonical text.
        signed: The places of the blocks that sign it; what stands before them is the letter itself.
    """
    result: list[Block] = []
    annex = article = heading = ""
    for index, made in enumerate(blocks):
        words = text[made.start : made.end]
        behind = len(signed) > 0 and index >= signed.stop
        if behind and made.kind is not BlockKind.FOOTNOTE and len(words) <= LONGEST_HEADING:
            if found := ANNEX.fullmatch(words):
                annex, article = f"{ANNEX_PLACE} {found['number'] or ''}".strip(), ""
                heading = words
                result.append(replace(made, kind=BlockKind.HEADING, place=annex, path=(), number="", context=None))
                continue
            if (found := ARTICLE.fullmatch(words)) and _is_law(blocks, index, text):
                article = f"{LAW_PLACE}, artikel {found['number']}"
                result.append(replace(made, kind=BlockKind.HEADING, place=article, path=_above(heading), number=""))
                continue
            article = "" if made.kind is BlockKind.HEADING else article
        result.append(_placed(made, annex, article, heading) if behind and (annex or article) else made)
    return result


def is_annexed(block: Block) -> bool:
    """Whether a block stands in an annex or in the text of a law that a letter brings along."""
    return block.place.startswith((ANNEX_PLACE, LAW_PLACE))


def _placed(made: Block, annex: str, article: str, heading: str) -> Block:
    heading = heading.rstrip(":")
    path = made.path if not heading or heading in made.path else (heading, *made.path)
    if made.kind is BlockKind.FOOTNOTE:
        return replace(made, path=path)
    if article:
        return replace(made, place=article, path=(*_above(heading), article), speaker=Speaker(role=Role.ONBEKEND))
    below = made.path[-1:] != (heading,) and made.place and not made.place.startswith(annex)
    return replace(made, place=f"{annex}, {made.place}" if below else annex, path=path)


def _above(heading: str) -> tuple[str, ...]:
    return (heading,) if heading else ()


def _is_law(blocks: list[Block], index: int, text: str) -> bool:
    """Whether what stands below the line "Artikel 12" is the article, and not something that is said of it."""
    below = next((each for each in blocks[index + 1 :] if each.kind is not BlockKind.FOOTNOTE), None)
    return below is not None and not EXPLAINS.search(text, below.start, below.end)
