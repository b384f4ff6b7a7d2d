"""Our own summaries of official papers: sections under headings that name the place in the paper."""

from __future__ import annotations

import re
from dataclasses import replace

from ingest.document import Block, BlockKind, Kind, Role, Speaker
from ingest.formats.markdown import Markdown
from ingest.structure.parts import Parts

HEADING = re.compile(r"(#{1,6})\s+(\S.*?)\s*#*")
ITEM = re.compile(r"[-*+•]\s+\S|\d{1,2}[.)]\s+\S")
OWN_PLACE = re.compile(r"((?:antwoord|vraag|voetnoot)(?:en)? \d[\d,a-z ]*?)(?=\s*[:.–-]|$)", re.IGNORECASE)
EMPHASIS = re.compile(r"\*\*(\S(?:.*?\S)?)\*\*|__(\S(?:.*?\S)?)__")
EDITOR = Speaker(role=Role.REDACTIE)


def parse(markdown: Markdown) -> Parts:
    """Headings, paragraphs and list items; lines of a paragraph are joined, Markdown's signs left out."""
    pieces: list[str] = []
    blocks: list[Block] = []
    path: tuple[str, ...] = ()
    place = ""
    lead_in: tuple[int, int] | None = None
    offset = 0
    for depth, text in _chunks(markdown.body):
        span = (offset, offset + len(text))
        made = Block(kind=BlockKind.PARAGRAPH, start=span[0], end=span[1], path=path, place=place, speaker=EDITOR)
        if depth:
            # The title of the summary is no place in the paper.
            path = (*path[: depth - 2], text) if depth > 1 else ()
            place = _place(text) if depth > 1 else ""
            made = replace(made, kind=BlockKind.HEADING, path=path[:-1], place=place)
        elif ITEM.match(text):
            made = replace(made, kind=BlockKind.LIST_ITEM, context=lead_in)
        if made.kind is not BlockKind.LIST_ITEM:
            lead_in = span if text.endswith(":") else None
        blocks.append(made)
        pieces.append(text)
        offset = span[1] + 2
    return Parts(
        kind=Kind.SAMENVATTING,
        text="\n\n".join(pieces),
        blocks=tuple(blocks),
        identifier=f"samenvatting-{markdown.about}",
        title=markdown.title,
        date=markdown.date,
        sender=markdown.sender,
        url=markdown.url,
        summary_of=markdown.about,
    )


def _place(heading: str) -> str:
    own = OWN_PLACE.match(heading)
    return own.group(1).lower().strip() if own else f"paragraaf {heading}"


def _chunks(body: str) -> list[tuple[int, str]]:
    """Headings with their depth, and paragraphs and list items with depth 0."""
    chunks: list[tuple[int, str]] = []
    fresh = True
    for line in body.splitlines():
        text = EMPHASIS.sub(lambda match: match.group(1) or match.group(2), line.strip())
        heading = HEADING.fullmatch(text)
        if not text or heading:
            if heading:
                chunks.append((len(heading.group(1)), heading.group(2)))
            fresh = True
        elif fresh or ITEM.match(text):
            chunks.append((0, text))
            fresh = False
        else:
            chunks[-1] = (0, f"{chunks[-1][1]} {text}")
    return chunks
