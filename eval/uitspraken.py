"""How many of the promises and moties that a person marked in real papers are found, and how much else is.

``python -m eval.uitspraken --papers FOLDER [--papers FOLDER ...]`` prints a table for docs/measurements.md.
"""

from __future__ import annotations

import argparse
import sys
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from assistant.briefing.uitspraken import PROPOSALS, Soort, uitspraken_of
from ingest.document import Document
from ingest.reading import read_files

BY_HAND = Path(__file__).parent / "sets" / "uitspraken.toml"
JUDGED = "gelezen"  # the sentences that were judged for promises; what is found elsewhere nobody has read
MEASURED = (Soort.TOEZEGGING, Soort.MOTIE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """What was found of one sort, over all papers."""

    marked: int
    found: int
    both: int

    @property
    def recall(self) -> float:
        """Share of what was marked that was found; 1 if nothing was marked."""
        return self.both / self.marked if self.marked else 1.0

    @property
    def precision(self) -> float:
        """Share of what was found that was marked; 1 if nothing was found."""
        return self.both / self.found if self.found else 1.0


def score(documents: Sequence[Document], by_hand: Mapping[str, Mapping[str, Sequence[int]]], sort: Soort) -> Score:
    """Hold what is found in the marked papers against the marks.

    Args:
        documents: Papers; those that nobody marked are left out.
        by_hand: For each hash of a file the offsets at which statements begin, by sort.
        sort: The sort that is measured.
    """
    marked: set[tuple[str, int]] = set()
    found: set[tuple[str, int]] = set()
    for document in documents:
        marks = by_hand.get(document.source.sha256)
        if marks is None:
            continue
        marked |= {(document.identifier, start) for start in marks.get(sort.value, ())}
        said = uitspraken_of(document)
        sorts = PROPOSALS if sort is Soort.MOTIE else {sort}  # moties and amendementen were marked as one
        judged = {*marks.get(JUDGED, ()), *marks.get(sort.value, ())} if sort is Soort.TOEZEGGING else None
        found |= {
            (document.identifier, one.start)
            for one in said
            if sorts & set(one.soorten) and (judged is None or JUDGED not in marks or one.start in judged)
        }
    return Score(marked=len(marked), found=len(found), both=len(marked & found))


def main(arguments: Sequence[str] | None = None) -> int:
    """Print recall and precision of each sort."""
    command = argparse.ArgumentParser(prog="python -m eval.uitspraken", description=__doc__)
    command.add_argument("--papers", type=Path, action="append", required=True)
    given = command.parse_args(arguments)
    documents = [document for folder in given.papers for document in read_files(folder).documents]
    by_hand = tomllib.loads(BY_HAND.read_text(encoding="utf-8"))
    lines = ["| sort | marked | found | recall | precision |", "| --- | --- | --- | --- | --- |"]
    for sort in MEASURED:
        one = score(documents, by_hand, sort)
        lines.append(f"| {sort.value} | {one.marked} | {one.found} | {one.recall:.2f} | {one.precision:.2f} |")
    sys.stdout.write("\n".join(lines) + "\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
