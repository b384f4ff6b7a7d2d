"""What the reading found in every paper, beside what was counted by hand.

``python -m eval.structure --papers FOLDER [--papers FOLDER ...]`` writes the table of docs/measurements.md. It shows
what is counted, not whether each stands in its right place: that takes a person with the paper beside it.
"""

from __future__ import annotations

import argparse
import re
import sys
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path

from ingest.document import Block, BlockKind, Document, ReferenceKind
from ingest.reading import read_files
from ingest.structure.labels import numbers_in
from ingest.typed_values import ValueKind, values

BY_HAND = Path(__file__).parent / "sets" / "structure.toml"
OFFICIAL = {
    ReferenceKind.KAMERSTUK,
    ReferenceKind.AANHANGSEL,
    ReferenceKind.HANDELINGEN,
    ReferenceKind.KAMERVRAGEN,
    ReferenceKind.STAATSBLAD,
    ReferenceKind.STAATSCOURANT,
    ReferenceKind.TRACTATENBLAD,
}
LABELLED = {BlockKind.QUESTION, BlockKind.ANSWER}
ITEM_MARK = re.compile(r"(?:[•·▪–—*o-]|\(?\w{1,3}[.)])\s")
TIMES = {ValueKind.DATE, ValueKind.DEADLINE}
DAY = re.compile(r"\d{1,2}(?:$|\s+[^\W\d]{3}|-\d{1,2}-\d{4})")  # "29" stands for itself in "29/30 maart"


def count(document: Document) -> dict[str, int]:
    """How many of each thing a paper holds.

    A paragraph or list item that a footnote or the end of a page cuts in two counts once. A question counts once for
    each number that it has; an answer to several questions counts once and makes as many pairs. Labels such as
    "Vraag 1" are no headings; the caption and the head of a table are rows of it. Of the dates only days are counted.
    """
    blocks = {kind: [block for block in document.blocks if block.kind is kind] for kind in BlockKind}
    begun = {block.start for block in document.blocks if block.kind is not BlockKind.HEADING}
    labels = {(block.place, block.number) for kind in LABELLED for block in blocks[kind] if block.number}
    questions = {block.place: block for block in blocks[BlockKind.QUESTION]}
    found = values(document.text, document.date)
    named = document.references
    return {
        "headings": sum((block.place, block.number) not in labels for block in blocks[BlockKind.HEADING]),
        "paragraphs": sum(not _goes_on(block, begun) for block in blocks[BlockKind.PARAGRAPH]),
        "list items": sum(_has_mark(document, block) for block in blocks[BlockKind.LIST_ITEM]),
        "table rows": len(blocks[BlockKind.TABLE]),
        "redactions": len(blocks[BlockKind.REDACTION]),
        "questions": sum(_asked(block) for block in questions.values()),
        "answers": len({block.place for block in blocks[BlockKind.ANSWER]}),
        "pairs": sum(_asked(block) for block in questions.values() if _answered(block, blocks[BlockKind.ANSWER])),
        "footnotes": len(blocks[BlockKind.FOOTNOTE]),
        "linked": sum(block.context is not None for block in blocks[BlockKind.FOOTNOTE]),
        "official numbers": sum(reference.kind in OFFICIAL for reference in named),
        "laws": sum(reference.kind is ReferenceKind.WET for reference in named),
        "moties": sum(reference.kind is ReferenceKind.MOTIE for reference in named),
        "days": sum(value.kind in TIMES and DAY.match(value.text) is not None for value in found),
        "amounts": sum(value.kind is ValueKind.AMOUNT for value in found),
        "percentages": sum(value.kind is ValueKind.PERCENTAGE for value in found),
    }


def _goes_on(block: Block, begun: set[int]) -> bool:
    """Whether a paragraph is the second half of another; a reply in a debate only hangs on what it replies to."""
    return block.context is not None and block.context[0] in begun


def _asked(question: Block) -> int:
    return max(1, len(numbers_in(question.number)))


def _answered(question: Block, answers: Sequence[Block]) -> bool:
    spans = [answer.context for answer in answers if answer.context]
    return any(start < question.end and question.start < end for start, end in spans)


def _has_mark(document: Document, item: Block) -> bool:
    return ITEM_MARK.match(document.text, item.start) is not None


def hand_counts(path: Path = BY_HAND) -> dict[str, dict[str, int]]:
    """What people counted in the papers themselves, by the SHA-256 of the file."""
    with path.open("rb") as file:
        papers = tomllib.load(file)["paper"]
    return {paper["sha256"]: paper["counts"] for paper in papers}


def as_text(documents: Sequence[Document], by_hand: Mapping[str, Mapping[str, int]]) -> str:
    """A table with a row for each thing and a column for each paper: "found / by hand" where they differ."""
    counted = [count(document) for document in documents]
    hands = [by_hand.get(document.source.sha256, {}) for document in documents]
    names = [Path(document.source.file).stem for document in documents]
    lines = [_row("", names), _row("---", ["---"] * len(names))]
    for name in counted[0] if counted else ():
        pairs = zip(counted, hands, strict=True)
        lines.append(_row(name, [_cell(found[name], hand.get(name)) for found, hand in pairs]))
    return "\n".join(lines)


def _cell(found: int, hand: int | None) -> str:
    if hand is None:
        return f"{found} / ?"
    return str(found) if found == hand else f"**{found} / {hand}**"


def _row(name: str, cells: Sequence[str]) -> str:
    return f"| {name} | {' | '.join(cells)} |"


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the table for the papers in the folders that are named."""
    parser = argparse.ArgumentParser(prog="python -m eval.structure", description=__doc__)
    parser.add_argument("--papers", type=Path, action="append", required=True, help="a folder; may be given again")
    folders = parser.parse_args(arguments).papers
    documents = [document for folder in folders for document in read_files(folder).documents]
    sys.stdout.write(as_text(documents, hand_counts()) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
