"""How search grows with the papers: time, memory and size at 1,000, 10,000 and 100,000 passages.

``python -m eval.scaling [--sizes 1000,10000] [--texts FILE.tsv.zst]`` writes the table of docs/measurements.md. Without
texts the papers are invented. Every size is built in a process of its own and searched in another, so that neither sees
the memory of the rest.
"""

from __future__ import annotations

import argparse
import csv
import io
import multiprocessing
import random
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path
from statistics import fmean
from time import perf_counter
from typing import Any

import numpy as np

from eval.machine import most_memory
from eval.scores import percentile
from index import embedder as embedders
from index import generation as generations
from index import vectors as vector_store
from index.generation import Generation
from index.query import understand
from index.search import search
from ingest.document import Block, BlockKind, Document, Kind, Source

SIZES = (1_000, 10_000, 100_000)
QUESTIONS = 100
WORDS_ASKED = 8  # of a passage, in their order
PER_PAPER = 40  # sections
WORDS = (70, 130)  # of a section: so many that it becomes one passage
FOUND = 10  # passages that HNSW is asked for
SEED = 4
MEGABYTE = 1_000_000

_BEGINNINGS = "on be ver her aan uit over door samen tegen".split()
_MIDDLES = "school zorg les taal plan raad recht steun toets vorm werk kring land water".split()
_ENDINGS = "ing schap heid er kaart huis stelling vervoer bestuur gesprek regeling budget".split()
_GRAMMAR = "de het een van in op met voor dat die wordt is niet ook bij aan uit kan moet".split()

Section = tuple[str, str]  # heading, text


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """What one build took."""

    passages: int
    seconds: float
    on_disk: int  # bytes
    peak: int  # bytes of memory, the most that the process held


@dataclass(frozen=True, slots=True, kw_only=True)
class Searched:
    """What opening one index and asking it took; times of a query in milliseconds, p50 and p95."""

    opened: float  # seconds
    peak: int
    whole: tuple[float, float]
    words: tuple[float, float]  # understanding and BM25
    meaning: tuple[float, float]  # embedding and the product with every vector
    product: tuple[float, float]  # that product and the choice of the first ten, alone
    hnsw: tuple[float, float]  # the same by Chroma
    hnsw_recall: float  # of the exact first ten


def invented(rng: random.Random, words: tuple[int, int] = WORDS) -> Iterator[Section]:
    """Sections of made-up Dutch without end; words are compounds, the common ones far commoner, as in real text."""
    while True:
        length = rng.randint(*words)
        text = " ".join(_word(rng) for _ in range(length))
        yield _word(rng).capitalize(), f"{text.capitalize()}."


def told(file: Path) -> Iterator[Section]:
    """Headings and texts of a file with the columns ``heading`` and ``article_text``."""
    import zstandard

    csv.field_size_limit(sys.maxsize)
    with file.open("rb") as packed, zstandard.ZstdDecompressor().stream_reader(packed) as opened:
        for row in csv.DictReader(io.TextIOWrapper(opened, encoding="utf-8"), delimiter="\t", quoting=csv.QUOTE_NONE):
            yield row["heading"], " ".join(row["article_text"].split()[: WORDS[1]])


def papers(sections: Iterator[Section], count: int) -> list[Document]:
    """Papers with so many sections together."""
    taken = list(islice((section for section in sections if all(section)), count))
    starts = range(0, len(taken), PER_PAPER)
    return [paper(f"verzonnen-{start}", taken[start : start + PER_PAPER]) for start in starts]


def build(data: Path, count: int, texts: Path | None) -> Built:
    """Index so many sections in ``data``."""
    # Where the texts run out, invented ones follow.
    documents = papers(chain(told(texts) if texts else (), invented(random.Random(SEED))), count)
    embedder = embedders.load()
    start = perf_counter()
    generation = generations.build(documents, data, embedder=embedder)
    return Built(
        passages=len(generation.passages),
        seconds=perf_counter() - start,
        on_disk=sum(path.stat().st_size for path in data.rglob("*") if path.is_file()),
        peak=most_memory(),
    )


def ask(data: Path, _count: int, _texts: Path | None) -> Searched:
    """Open the index in ``data`` and search it in whole, in parts, and by HNSW."""
    embedder = embedders.load()
    start = perf_counter()
    generation = generations.open_current(data, embedder)
    opened = perf_counter() - start
    questions = _questions(generation)
    vectors = embedder.encode_queries(questions)
    vocabulary = generation.lexical.vocabulary
    whole, _ = _timed(questions, lambda text: search(generation, text))
    words, _ = _timed(questions, lambda text: generation.lexical.scores(understand(text, vocabulary).concepts))
    meaning, _ = _timed(questions, lambda text: generation.vectors @ embedder.encode_queries([text])[0])
    product, exact = _timed(vectors, lambda vector: _nearest(generation, vector))
    peak = most_memory()  # before Chroma is opened, which search itself does not need
    hnsw, approximate = _by_hnsw(data, vectors)
    return Searched(
        opened=opened,
        peak=peak,
        whole=whole,
        words=words,
        meaning=meaning,
        product=product,
        hnsw=hnsw,
        hnsw_recall=fmean(len(one & other) / len(one) for one, other in zip(exact, approximate, strict=True)),
    )


def measure(count: int, texts: Path | None) -> tuple[Built, Searched]:
    """Build and search one size."""
    with tempfile.TemporaryDirectory(prefix="passend-scaling-") as data:
        return _apart(build, Path(data), count, texts), _apart(ask, Path(data), count, texts)


def as_text(measured: Sequence[tuple[Built, Searched]]) -> str:
    """The sizes as a Markdown table."""
    lines = [
        "| passages | build s | MB on disk | MB memory to build | to search | open s | query ms, p50 / p95 | words "
        "| meaning | exact first ten | HNSW first ten | recall of HNSW |",
        "|---|---|---|---|---|---|---|---|---|---|---|---|",
    ]
    lines += [
        f"| {built.passages:,} | {built.seconds:.1f} | {built.on_disk / MEGABYTE:.0f} | {built.peak / MEGABYTE:.0f} "
        f"| {found.peak / MEGABYTE:.0f} | {found.opened:.1f} | {_pair(found.whole)} | {_pair(found.words)} "
        f"| {_pair(found.meaning)} | {_pair(found.product)} | {_pair(found.hnsw)} | {found.hnsw_recall:.3f} |"
        for built, found in measured
    ]
    return "\n".join(lines) + "\n"


def _word(rng: random.Random) -> str:
    if rng.random() < 0.45:
        return rng.choice(_GRAMMAR)
    parts = [rng.choice(_BEGINNINGS) if rng.random() < 0.4 else "", rng.choice(_MIDDLES)]
    # Squared, so that a few endings and with them a few words are common and most are rare.
    parts += [rng.choice(_MIDDLES) if rng.random() < 0.3 else "", _ENDINGS[int(rng.random() ** 2 * len(_ENDINGS))]]
    return "".join(parts)


def paper(identifier: str, sections: Sequence[Section]) -> Document:
    """A paper of these sections."""
    """A paper of these sections."""
    text, blocks = "", []
    for heading, told_there in sections:
        for kind, words in ((BlockKind.HEADING, heading), (BlockKind.PARAGRAPH, told_there)):
            path = (heading,) if kind is BlockKind.PARAGRAPH else ()
            blocks.append(Block(kind=kind, start=len(text), end=len(text) + len(words), path=path))
            text += f"{words}\n\n"
    return Document(
        identifier=identifier,
        kind=Kind.ONBEKEND,
        title=sections[0][0],
        text=text,
        source=Source(file=f"{identifier}.txt", sha256="0" * 64),
        blocks=tuple(blocks),
    )


def _questions(generation: Generation) -> list[str]:
    rng = random.Random(SEED)
    asked = []
    for _ in range(QUESTIONS):
        words = rng.choice(generation.passages).text.split()
        start = rng.randrange(max(1, len(words) - WORDS_ASKED))
        asked.append(" ".join(words[start : start + WORDS_ASKED]))
    return asked


def _timed(asked: Sequence[Any] | np.ndarray, answer: Callable[[Any], Any]) -> tuple[tuple[float, float], list[Any]]:
    answer(asked[0])
    times, answers = [], []
    for one in asked:
        start = perf_counter()
        answers.append(answer(one))
        times.append((perf_counter() - start) * 1000)
    return (percentile(times, 0.5), percentile(times, 0.95)), answers


def _nearest(generation: Generation, vector: vector_store.Vectors) -> set[str]:
    cosine = generation.vectors @ vector
    return {generation.passages[row].id for row in np.argpartition(-cosine, FOUND - 1)[:FOUND]}


def _by_hnsw(data: Path, vectors: vector_store.Vectors) -> tuple[tuple[float, float], list[set[str]]]:
    folder = next(data.rglob("chroma.sqlite3")).parent
    with tempfile.TemporaryDirectory(prefix="passend-hnsw-") as copy:
        shutil.copytree(folder, copy, dirs_exist_ok=True)
        with vector_store.collection(Path(copy)) as stored:
            return _timed(
                vectors,
                lambda vector: set(stored.query(query_embeddings=[vector], n_results=FOUND, include=[])["ids"][0]),
            )


def _apart(work: Callable[[Path, int, Path | None], Any], data: Path, count: int, texts: Path | None) -> Any:
    with multiprocessing.get_context("spawn").Pool(1) as process:
        return process.apply(work, (data, count, texts))


def _pair(times: tuple[float, float]) -> str:
    return f"{times[0]:.1f} / {times[1]:.1f}"


def main(arguments: Sequence[str] | None = None) -> None:
    """The command."""
    parser = argparse.ArgumentParser(prog="python -m eval.scaling", description=__doc__)
    parser.add_argument("--sizes", default=",".join(map(str, SIZES)), help="passages, with commas")
    parser.add_argument("--texts", type=Path, help="texts instead of invented ones, as .tsv.zst")
    given = parser.parse_args(arguments)
    sizes = [int(size) for size in given.sizes.split(",")]
    sys.stdout.write(as_text([measure(size, given.texts) for size in sizes]))


if __name__ == "__main__":
    main()
