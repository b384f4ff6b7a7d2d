"""What indexing again costs: from nothing, with nothing changed, with one paper changed, and with some papers more.

``python -m eval.incremental --papers N`` invents N letters as plain text, the form that is read fastest, so the form
that has least to gain, each named by its number as publishers do, and prints a table. Where others work on the machine
too, seconds of the processor are what can be compared. The reader's vectors of tokens are left out, as in a large
index. What is added to very many papers, and where its time goes, ``eval.growing`` tells.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from eval.machine import machine, timed
from index import embedder as embedders
from index import generation as generations
from index.embedder import Embedder
from index.page_vectors import PageReader
from ingest.reading import one_reading, read_files
from ingest.remembered import Remembered

SUBJECTS = ("de gemeente", "het bestuur", "een ouder", "de inspectie", "de leraar", "het kind", "een arts", "de raad")
VERBS = ("vraagt", "betaalt", "regelt", "bespreekt", "weigert", "onderzoekt", "vergoedt", "plant")
OBJECTS = ("het vervoer", "de begeleiding", "een plek", "de toelating", "het budget", "een rapport", "de zorg")
WHEN = ("dit voorjaar", "na de zomer", "elke week", "per school", "in overleg", "zonder uitstel", "voor iedereen")
PARAGRAPHS, SENTENCES = 6, 5  # of a letter
READ = "read"  # where a data folder keeps what was read


@dataclass(frozen=True, slots=True, kw_only=True)
class Timed:
    """How long one way to index took, in seconds by the clock and of the processor, each time that it was tried."""

    name: str
    seconds: tuple[tuple[float, float], ...]


def measure(papers: int, more: int, rounds: int, embedder: Embedder) -> list[Timed]:
    """Index invented papers in each of the ways, each some rounds.

    Reading, embedding, writing and checking the index are all in the time; loading the model is not.
    """
    with tempfile.TemporaryDirectory(prefix="passend-incremental-") as place:
        folder, data = Path(place, "papers"), Path(place, "data")
        write(folder, range(papers))
        index(folder, Path(place, "warm"), embedder)  # what is loaded on first use is not timed
        nothing = [_time(folder, Path(place, f"nothing-{number}"), embedder) for number in range(rounds)]
        index(folder, data, embedder)
        same = [_time(folder, data, embedder) for _ in range(rounds)]
        one = []
        for edition in range(1, rounds + 1):
            write(folder, [papers // 2], edition=edition)
            one.append(_time(folder, data, embedder))
        added = []
        for start in range(papers, papers + rounds * more, more):
            write(folder, range(start, start + more))
            added.append(_time(folder, data, embedder))
    return [
        Timed(name="from nothing", seconds=tuple(nothing)),
        Timed(name="again, nothing changed", seconds=tuple(same)),
        Timed(name="again, one paper changed", seconds=tuple(one)),
        Timed(name=f"again, {more} papers more", seconds=tuple(added)),
    ]


def index(folder: Path, data: Path, embedder: Embedder, reader: PageReader | None = None) -> None:
    """Index a folder as ``passend index`` does, with what is remembered in the data folder."""
    remembered = Remembered(data / READ)
    papers = one_reading([read_files(folder, remembered)]).documents
    generations.build(papers, data, embedder=embedder, reader=reader)
    remembered.forget_unused()


def as_text(timed: Sequence[Timed], papers: int) -> str:
    """The times as a Markdown table; ratios are of indexing from nothing, above 1 where again is faster."""
    first = median(processor for _, processor in timed[0].seconds)
    lines = [
        f"{papers} invented letters as text; {machine()}.",
        "",
        "| index | s of the processor, median | least – most | s by the clock, median | n | from nothing / this |",
        "|---|---|---|---|---|---|",
    ]
    for way in timed:
        clock, processor = zip(*way.seconds, strict=True)
        lines.append(
            f"| {way.name} | {median(processor):.2f} | {min(processor):.2f} – {max(processor):.2f} "
            f"| {median(clock):.2f} | {len(way.seconds)} | {first / median(processor):.1f} |"
        )
    return "\n".join(lines) + "\n"


def letter(number: int, edition: int) -> str:
    """An invented letter; the same number and edition always give the same words."""
    chance = random.Random(f"{number}/{edition}")
    head = f"Geachte voorzitter,\n\nHierbij bericht ik u over zaak {number}, uitgave {edition}.\n"
    return "\n".join([head, *(_paragraph(chance) + "\n" for _ in range(PARAGRAPHS)), "Hoogachtend,\n"])


def write(folder: Path, numbers: Iterable[int], *, edition: int = 0) -> None:
    """Write invented letters."""
    folder.mkdir(exist_ok=True)
    for number in numbers:
        (folder / f"kst-99999-{number + 1}.txt").write_text(letter(number, edition), encoding="utf-8")


def _paragraph(chance: random.Random) -> str:
    kinds = (SUBJECTS, VERBS, OBJECTS, WHEN)
    sentences = (" ".join(chance.choice(words) for words in kinds) for _ in range(SENTENCES))
    return " ".join(f"{sentence.capitalize()} voor {chance.randrange(10_000)} euro." for sentence in sentences)


def _time(folder: Path, data: Path, embedder: Embedder) -> tuple[float, float]:
    _, processor, clock = timed(lambda: index(folder, data, embedder))
    return clock, processor


def main(arguments: Sequence[str] | None = None) -> None:
    """The command."""
    parser = argparse.ArgumentParser(prog="python -m eval.incremental", description=__doc__)
    parser.add_argument("--papers", type=int, default=500, help="how many papers to invent")
    parser.add_argument("--more", type=int, default=100, help="how many papers come to them")
    parser.add_argument("--rounds", type=int, default=3, help="how often each way is tried")
    given = parser.parse_args(arguments)
    sys.stdout.write(as_text(measure(given.papers, given.more, given.rounds, embedders.load()), given.papers))


if __name__ == "__main__":
    main()
