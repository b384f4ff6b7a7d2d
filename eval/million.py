"""A million passages on one machine: opening, searching, memory and disk, without the hours that building takes.

``python -m eval.million [--passages 100000] [--papers 6000] [--times 10] [--keep FOLDER]`` writes a generation through
the same writers that an index is built with, makes a larger one of it, opens that in a process of its own and asks it
questions. Generated are the texts (two thousand invented sections, over and over), the vectors (those of the sections,
each moved at random) and the words of each passage (drawn by Zipf's law from invented compounds).
The larger one repeats papers, passages and words so many times, and moves each vector anew. What is not there
is Chroma's folder, which a search does not read; ``python -m eval.scaling`` builds in full. Times are of the processor,
because others may be at work on the machine, and by the clock.
"""

from __future__ import annotations

import argparse
import itertools
import multiprocessing
import os
import random
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from statistics import fmean
from typing import Any

import numpy as np
from numpy.typing import NDArray

from eval.machine import timed
from eval.scaling import invented, paper
from eval.scores import percentile
from index import commit, manifest, passage_store, postings, rough_vectors, word_vectors
from index import embedder as embedders
from index import generation as generations
from index import lexical as lexical_index
from index.checked import Column
from index.dutch import stem
from index.fusion import by_score
from index.generation import Generation
from index.growth import from_nothing
from index.hits import Hit
from index.passage_store import PassageStore
from index.postings import Postings
from index.query import understand
from index.room import room_for
from index.search import search
from index.word_vectors import WordVectors
from ingest import library
from ingest.document import Document, Passage
from ingest.passages import cut
from ingest.stored import altered

SECTIONS = 2_000  # different ones
STEMS = 300_000  # at most; what Dutch papers of this size hold
HELD = 54  # different stems of a passage, as in the papers of eval.scaling
MOVED = 0.7  # length of what is added to a section's vector of length 1
ASKED = 8  # words of a question
COMMON = 300  # stems, the commonest, of which a question asks one at most
ASKABLE = 50_000  # stems, the commonest, of which questions are made
QUESTIONS = 60
FIRST = 10
ALIKE = 1e-6  # that two scores of the same passage differ
SEED = 5

_PARTS = "school zorg les taal plan raad recht steun toets vorm werk kring land water bus kind".split()
_ENDINGS = "ing schap heid kaart huis stelling vervoer bestuur gesprek regeling budget".split()


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """One opened index; times in seconds but for the searches, which are milliseconds at p50 and p95."""

    passages: int
    opened: tuple[float, float]  # by the processor, by the clock
    first: float  # question, by the processor: what it needs is read and checked then
    search: tuple[float, float]  # by the processor
    wall: tuple[float, float]
    exact: tuple[float, float]  # the same search with every exact vector
    recall: float  # of the exact first ten
    again: float  # passages that were looked at exactly, a question
    resident: tuple[int, int]  # bytes of memory once all was asked: its own, mapped


def write(data: Path, passages: int, papers: int) -> None:
    """Make a generation of so many passages in so many papers the current one of a data folder."""
    rng, numbers = random.Random(SEED), np.random.default_rng(SEED)
    embedder = embedders.load()
    sections = list(itertools.islice(invented(rng), SECTIONS))
    folder = commit.root_of(data) / "generations" / datetime.now(UTC).strftime("%Y%m%dT%H%M%S%f")
    folder.mkdir(parents=True)
    documents = list(_papers(sections, passages, papers))
    made = [passage for document in documents for passage in cut(document)]
    library.save(documents, folder / manifest.DOCUMENTS)
    _write_passages(folder, made, documents)
    vectors = _vectors(embedder.encode_passages([text for _, text in sections]), len(made), numbers)
    np.save(folder / manifest.VECTORS, vectors)
    rough_vectors.write(folder / manifest.ROUGH, vectors)
    stems = _stems(rng)
    held = _postings(stems, len(made), numbers)
    lexical_index.save(lexical_index.build(held), held, folder / manifest.LEXICAL)
    words = WordVectors(stems, Column(embedder.encode_passages(stems)), dict.fromkeys(stems, 1), [1] * len(stems))
    word_vectors.save(words, folder / manifest.WORDS)
    _seal(folder, documents)


def repeat(data: Path, target: Path, times: int) -> None:
    """Make a generation that holds all of the one in ``data`` so many times, with other vectors each time."""
    before = _folder(data)
    folder = commit.root_of(target) / "generations" / before.name
    folder.mkdir(parents=True)
    shutil.copytree(before / manifest.WORDS, folder / manifest.WORDS, copy_function=os.link)
    documents, passages = _repeated(before, times)
    library.save(documents, folder / manifest.DOCUMENTS, before / manifest.DOCUMENTS)
    _write_passages(folder, passages, documents)
    held = _repeat_words(postings.load(before / manifest.LEXICAL), times)
    lexical_index.save(lexical_index.build(held), held, folder / manifest.LEXICAL)
    one, rng = np.load(before / manifest.VECTORS, mmap_mode="r"), np.random.default_rng(SEED)
    vectors = room_for(folder / manifest.VECTORS, (len(passages), one.shape[1]), np.float32)
    for number in range(times):
        vectors[number * len(one) : (number + 1) * len(one)] = _moved(one, rng)
    rough_vectors.write(folder / manifest.ROUGH, vectors)
    _seal(folder, documents)


def ask(data: Path) -> Measured:
    """Open the index and search it."""
    embedder = embedders.load()
    generation, *opened = timed(lambda: generations.open_current(data, embedder))
    questions = _questions(generation)
    _, first, _ = timed(lambda: search(generation, questions[0][0], vector=questions[0][1]))
    for text, vector in questions:  # what is read for the first time was measured above
        search(generation, text, k=FIRST, vector=vector)
    found = [timed(lambda: search(generation, text, k=FIRST, vector=vector)) for text, vector in questions]  # noqa: B023
    resident = _resident()  # before all exact vectors are read
    exactly = [
        timed(lambda: search(generation, text, k=FIRST, vector=vector, fuse=lambda *both: by_score(*both)))  # noqa: B023
        for text, vector in questions
    ]
    pairs = zip(found, exactly, strict=True)
    return Measured(
        passages=len(generation.passages),
        opened=(opened[0], opened[1]),
        first=first,
        search=_milliseconds([one[1] for one in found]),
        wall=_milliseconds([one[2] for one in found]),
        exact=_milliseconds([one[1] for one in exactly]),
        recall=fmean(_share(one[0], other[0]) for one, other in pairs),
        again=fmean(_looked_at_again(generation, *question) for question in questions),
        resident=resident,
    )  # fmt: skip


def as_text(measured: Measured, sizes: dict[str, int]) -> str:
    """What was measured, and what lies on disk, as Markdown tables."""
    rows = [
        ("opening, s (processor / clock)", _pair(measured.opened)),
        ("first question, s", f"{measured.first:.2f}"),
        ("search, ms of the processor, p50 / p95", _pair(measured.search)),
        ("search, ms by the clock, p50 / p95", _pair(measured.wall)),
        ("the same with every exact vector, ms of the processor, p50 / p95", _pair(measured.exact)),
        ("recall of the exact first ten", f"{measured.recall:.4f}"),
        ("passages looked at exactly, a question", f"{measured.again:.0f}"),
        ("memory, MB (own / mapped)", " / ".join(f"{size / 1e6:.0f}" for size in measured.resident)),
        *((f"on disk, MB: {name}", f"{size / 1e6:.0f}") for name, size in sizes.items()),
        ("on disk, MB: all", f"{sum(sizes.values()) / 1e6:.0f}"),
    ]
    lines = [f"| {measured.passages:,} generated passages | |", "| --- | --- |"]
    return "\n".join([*lines, *(f"| {name} | {value} |" for name, value in rows)]) + "\n"


def _seal(folder: Path, documents: Sequence[Document]) -> None:
    """Make a generation current, as one that was built of these papers."""
    made_from = [generations.made_by(), *map(library.name_of, documents)]
    manifest.seal(folder, embedder=embedders.load().name, made_from=made_from)
    commit.make_current(folder.parent.parent, folder.name)


def _write_passages(folder: Path, passages: Sequence[Passage], papers: Sequence[Document]) -> None:
    passage_store.write(folder, from_nothing(passages, [one.identifier for one in library.in_order(papers)]))


def _papers(sections: Sequence[tuple[str, str]], passages: int, papers: int) -> Iterator[Document]:
    turn = itertools.cycle(sections)
    edges = [passages * number // papers for number in range(papers + 1)]
    for start, end in itertools.pairwise(edges):
        yield paper(f"verzonnen-{start:07}", list(itertools.islice(turn, end - start)))


def _vectors(sections: NDArray[np.float32], count: int, rng: np.random.Generator) -> NDArray[np.float32]:
    made = np.zeros((count, sections.shape[1]), dtype=np.float32)
    for start in range(0, count, len(sections)):
        made[start : start + len(sections)] = _moved(sections, rng)[: count - start]
    return made


def _moved(vectors: NDArray[np.float32], rng: np.random.Generator) -> NDArray[np.float32]:
    """Vectors of length 1 near others."""
    lot = vectors + MOVED / vectors.shape[1] ** 0.5 * rng.standard_normal(vectors.shape, dtype=np.float32)
    return np.asarray(lot / np.linalg.norm(lot, axis=1, keepdims=True), dtype=np.float32)


def _repeated(before: Path, times: int) -> tuple[list[Document], list[Passage]]:
    """Each paper and passage so many times, under names of their own."""
    papers, passages = library.load(before / manifest.DOCUMENTS), tuple(PassageStore(before))
    names = [f"{number:03}-" for number in range(times)]
    return (
        [altered(one, identifier=name + one.identifier) for name in names for one in papers],
        [replace(one, id=name + one.id, document=name + one.document) for name in names for one in passages],
    )


def _repeat_words(before: Postings, times: int) -> Postings:
    """The postings of all passages so many times: of each stem those of the first time, then of the next."""
    held, size = np.diff(before.starts), len(before.lengths)
    column = np.repeat(np.arange(len(held)), held)
    place = np.arange(len(before.rows)) + (times - 1) * before.starts[column]  # of the first time
    rows, counts = (np.zeros(len(column) * times, dtype=one.dtype) for one in (before.rows, before.counts))
    for number in range(times):
        rows[place + number * held[column]] = before.rows + number * size
        counts[place + number * held[column]] = before.counts
    return Postings(terms=before.terms, starts=before.starts * times, rows=rows, counts=counts,
                    lengths=np.tile(before.lengths, times))  # fmt: skip


def _stems(rng: random.Random) -> list[str]:
    """Stems of invented compounds, sorted."""
    words = ["".join(parts) for parts in itertools.product(*[_PARTS] * 4, _ENDINGS[:5])]
    return sorted({stem(word) for word in rng.sample(words, min(STEMS, len(words)))})


def _postings(stems: Sequence[str], count: int, rng: np.random.Generator) -> Postings:
    """For each passage its stems, a stem the oftener the commoner it is, and most of them once."""
    common = rng.permutation(len(stems)).astype(np.int32)  # the place of a stem by how common it is
    shares = 1 / (np.arange(len(stems)) + 10)
    drawn = np.searchsorted(np.cumsum(shares) / shares.sum(), rng.random(count * HELD)).clip(max=len(stems) - 1)
    pairs = np.unique(common[drawn].astype(np.int64) * count + np.repeat(np.arange(count), HELD))
    column, rows = np.divmod(pairs, count)
    counts = rng.geometric(0.8, len(rows)).astype(np.uint16)
    return Postings(
        terms=stems,
        starts=np.searchsorted(column, np.arange(len(stems) + 1)).astype(np.int64),
        rows=rows.astype(np.int32),
        counts=counts,
        lengths=np.bincount(rows, counts, count).astype(np.int32),
    )


def _questions(generation: Generation) -> list[tuple[str, NDArray[np.float32]]]:
    """Words and vectors to ask with: stems as rare as those of questions are, and a vector near one of a passage."""
    rng = random.Random(SEED)
    numbers = np.random.default_rng(SEED)
    vocabulary = generation.lexical.vocabulary
    stems = sorted(generation.words.stems, key=vocabulary.frequency, reverse=True)
    asked = []
    stable = [one for one in stems[:ASKABLE] if stem(one) == one]  # as words they are found again
    for _ in range(QUESTIONS):
        rarer = (stable[int(COMMON * (len(stable) / COMMON) ** rng.random()) - 1] for _ in range(ASKED - 1))
        words = [rng.choice(stable[:COMMON]), *rarer]
        near = generation.vectors_of([rng.randrange(len(generation.passages))])[0]
        moved = near + MOVED / len(near) ** 0.5 * numbers.standard_normal(len(near), dtype=np.float32)
        asked.append((" ".join(words), np.asarray(moved / np.linalg.norm(moved), dtype=np.float32)))
    return asked


def _share(found: Sequence[Hit], exact: Sequence[Hit]) -> float:
    """The share of hits that score as the exact ones do; passages have no name of their own where they are repeated."""
    return fmean(abs(one.score - other.score) < ALIKE for one, other in zip(found, exact, strict=True))


def _looked_at_again(generation: Generation, text: str, vector: NDArray[np.float32]) -> int:
    cosines, error = generation.cosines(vector)
    scores = by_score(cosines, generation.lexical.scores(understand(text, generation.lexical.vocabulary).concepts))
    return int((scores >= np.partition(scores, -FIRST)[-FIRST] - 2 * error).sum())


def _milliseconds(seconds: Sequence[float]) -> tuple[float, float]:
    return percentile(seconds, 0.5) * 1000, percentile(seconds, 0.95) * 1000


def _resident() -> tuple[int, int]:
    """The bytes of memory of this process, its own and those of files, as Linux tells them."""
    told = dict(line.split(":", 1) for line in Path("/proc/self/status").read_text().splitlines())
    own, mapped = (int(told[name].split()[0]) * 1024 for name in ("RssAnon", "RssFile"))
    return own, mapped


def _folder(data: Path) -> Path:
    """The folder of the current generation."""
    root = commit.root_of(data)
    return commit.folder_of(root, commit.pointer(root))


def _sizes(data: Path) -> dict[str, int]:
    folder = _folder(data)
    found: dict[str, int] = {}
    for path in folder.rglob("*"):
        if path.is_file():
            top = path.relative_to(folder).parts[0]
            found[top] = found.get(top, 0) + path.stat().st_size
    return dict(sorted(found.items()))


def _pair(values: tuple[float, float]) -> str:
    return f"{values[0]:.1f} / {values[1]:.1f}"


def _apart(work: Callable[..., Any], *given: Any) -> Any:
    with multiprocessing.get_context("spawn").Pool(1) as process:
        return process.apply(work, given)


def given_to(program: str, description: str | None, *, times: int) -> argparse.ArgumentParser:
    """The options of a command that measures beside very many passages: what is generated, and where it is kept."""
    parser = argparse.ArgumentParser(prog=f"python -m eval.{program}", description=description)
    parser.add_argument("--passages", type=int, default=100_000, help="that are generated")
    parser.add_argument("--papers", type=int, default=6_000)
    parser.add_argument("--times", type=int, default=times, help="how often these are repeated")
    parser.add_argument("--keep", type=Path, help="where the indexes are written, and used again if they are there")
    return parser


@contextmanager
def generated(given: argparse.Namespace) -> Iterator[Path]:
    """The folder with the index of all that the options ask for, made in processes of their own unless it is there."""
    with nullcontext(given.keep) if given.keep else tempfile.TemporaryDirectory(prefix="passend-million-") as place:
        one, all_ = Path(place, "1"), Path(place, str(given.times))
        if not (commit.root_of(one) / "current").exists():
            _apart(write, one, given.passages, given.papers)
        if not (commit.root_of(all_) / "current").exists():
            _apart(repeat, one, all_, given.times)
        yield all_


def main(arguments: Sequence[str] | None = None) -> None:
    """The command."""
    with generated(given_to("million", __doc__, times=10).parse_args(arguments)) as data:
        sys.stdout.write(as_text(_apart(ask, data), _sizes(data)))


if __name__ == "__main__":
    main()
