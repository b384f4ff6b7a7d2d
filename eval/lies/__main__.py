"""The command ``python -m eval.lies``."""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from assistant.word.proof import fault_of
from eval import lies as room
from eval.lies.telling import lies, of_each, true_lines
from eval.worlds import make
from ingest.document import Document
from ingest.reading import read_folder

WORLDS = 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Make sentences false, and print which ways were seen through."""
    parser = argparse.ArgumentParser(prog="python -m eval.lies", description=room.__doc__)
    parser.add_argument("--count", type=int, default=1_000, help="false sentences")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--each", type=int, help="false sentences of every way, in the place of --count in all")
    parser.add_argument("folder", nargs="*", type=Path, help="papers, in the place of our own")
    given = parser.parse_args(arguments)
    papers = [one for folder in given.folder for one in read_folder(folder).documents]
    documents = papers if given.folder else _own_papers()
    of = {document.identifier: document for document in documents}
    lines = true_lines(documents)
    if not lines:
        parser.error(f"no whole sentence in {', '.join(map(str, given.folder))}")
    told, through = Counter[str](), Counter[str]()
    report = []
    made = of_each(lines, given.each, given.seed) if given.each else lies(lines, given.count, given.seed)
    for lie in made:
        told[lie.way] += 1
        if fault_of(lie.claim, lie.lines, of) is None:
            through[lie.way] += 1
            report.append(f"{lie.way}: {lie.claim}\n    {lie.lines[0].shown}")
    kept = sum(fault_of(line.shown, (line,), of) is None for line in lines)
    report += [f"{way:28} {number:5} {through[way]:5}" for way, number in sorted(told.items())]
    report.append(f"{'false sentences, let through':28} {told.total():5} {through.total():5}")
    report.append(f"{'true sentences, kept':28} {len(lines):5} {kept:5}")
    sys.stdout.write("\n".join([*report, ""]))
    return int(through.total() > 0)


def _own_papers() -> list[Document]:
    """The built-in corpus and some invented worlds."""
    documents = [*read_folder(Path(__file__).parents[2] / "corpus").documents]
    with tempfile.TemporaryDirectory(prefix="passend-lies-") as place:
        for seed in range(WORLDS):
            make(seed).write(Path(place, str(seed)))
            documents += read_folder(Path(place, str(seed))).documents
    return documents


if __name__ == "__main__":
    sys.exit(main())
