"""How well an embedding model understands Dutch: ``python -m eval.embedder --data FOLDER``.

Prints one row per model: Spearman's rank correlation on SICK-NL (test) and STS-NL (test), how
often the English translation of a Dutch news sentence is nearest (NTREX, only models that read
English too), how often the article under a heading is among the first five of some five hundred
(laws that training leaves out), the same for the passages of questions that share no content
word with them and of ordinary ones, and passages per second on one thread.
"""

from __future__ import annotations

import argparse
import csv
import io
import json
import logging
import sys
import time
import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from safetensors.numpy import load_file

from index.embedder import SHIPPED, Embedder, Vectors, load
from index.training.data import LONGEST_PASSAGE, is_held_out_law

FIRST = 5
ARTICLES = 500

DIRECTIONS = "teacher_directions.safetensors"  # in the folder of a model whose teacher read English

EnglishReader = Callable[[Sequence[str]], Vectors]

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class EmbedderScore:
    """What one model reached; shares and correlations lie in -1..1."""

    name: str
    sick: float
    sts: float
    translations: float
    headings: float
    paraphrase: float
    ordinary: float
    passages_per_second: float


def spearman(left: Sequence[float], right: Sequence[float]) -> float:
    """Return Spearman's rank correlation; equal values share the mean of their ranks."""
    return float(np.corrcoef(_ranks(np.asarray(left)), _ranks(np.asarray(right)))[0, 1])


def hit_at(similarities: NDArray[np.float32], gold: Sequence[Sequence[int]], k: int = FIRST) -> float:
    """Return the share of rows with a gold column among the ``k`` highest.

    Args:
        similarities: (n_questions, n_passages), float32.
        gold: For each question the passages that answer it, counted from 0.
        k: How many passages are looked at.
    """
    best = np.argsort(-similarities, axis=1, kind="stable")[:, :k]
    return float(np.mean([bool(set(row.tolist()) & set(right)) for row, right in zip(best, gold, strict=True)]))


def score(embedder: Embedder, data: Path, *, english: EnglishReader) -> EmbedderScore:
    """Measure ``embedder`` on the sets in ``data``.

    Args:
        embedder: Reads the Dutch texts.
        data: Folder of the training data, with the sets below it in eval.
        english: Gives the vectors of English texts in the space of ``embedder``.
    """
    laws = data / "nl_law_heading_article.tsv.zst"
    data = data / "eval"
    sick = [row for row in _rows(data / "sick_nl.tsv.zst") if row["split"] == "TEST"]
    sts = list(_rows(data / "stsb_nl_test.tsv.zst"))
    chunks: list[tuple[str, str]] = json.loads((data / "domain_chunks.json").read_text(encoding="utf-8"))
    passages, speed = timed(embedder, [text for _, text in chunks])
    return EmbedderScore(
        name=embedder.name,
        sick=_similarity(embedder, sick, "score_1_5"),
        sts=_similarity(embedder, sts, "score_0_5"),
        translations=_translations(embedder, english, list(_rows(data / "ntrex_nl_en.tsv.zst"))),
        headings=_headings(embedder, laws),
        paraphrase=_questions(embedder, passages, data / "domain_paraphrase.json"),
        ordinary=_questions(embedder, passages, data / "domain_normal.json"),
        passages_per_second=speed,
    )


def english_reader(teacher: str, model: str | None) -> EnglishReader:
    """Return a reader that turns what ``teacher`` makes of English into the space of ``model``."""
    reader = load(teacher)
    path = (SHIPPED if model is None else Path(model)) / DIRECTIONS
    if not path.is_file():
        return reader.encode_passages
    directions = load_file(path)["directions"]

    def read(texts: Sequence[str]) -> Vectors:
        turned = reader.encode_passages(texts) @ directions
        return np.asarray(turned / np.linalg.norm(turned, axis=1, keepdims=True), dtype=np.float32)

    return read


def main(arguments: Sequence[str]) -> None:
    """Score the models that are named, the shipped one if none is."""
    parser = argparse.ArgumentParser(prog="python -m eval.embedder", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="training data, with the test sets in its folder eval")
    parser.add_argument("--english", help="model that reads the English side; each model its own if not given")
    parser.add_argument("models", nargs="*", help="folders or names of models")
    options = parser.parse_args(arguments)
    logging.basicConfig(level=logging.INFO, format="%(message)s", stream=sys.stdout)
    logger.info("SICK-NL  STS-NL  NTREX@1  headings@5  paraphrase@5  ordinary@5  passages/s  model")
    for model in options.models or [None]:
        embedder = load(model)
        english = english_reader(options.english, model) if options.english else embedder.encode_passages
        result = score(embedder, options.data, english=english)
        logger.info(
            "%7.3f %7.3f %8.3f %11.3f %13.2f %11.2f %11.0f  %s",
            result.sick,
            result.sts,
            result.translations,
            result.headings,
            result.paraphrase,
            result.ordinary,
            result.passages_per_second,
            result.name,
        )


def _similarity(embedder: Embedder, rows: Sequence[dict[str, str]], column: str) -> float:
    left = embedder.encode_passages([row["nl_a"] for row in rows])
    right = embedder.encode_passages([row["nl_b"] for row in rows])
    return spearman((left * right).sum(axis=1).tolist(), [float(row[column]) for row in rows])


def _translations(embedder: Embedder, english: EnglishReader, rows: Sequence[dict[str, str]]) -> float:
    dutch = embedder.encode_queries([row["nl"] for row in rows])
    return hit_at(dutch @ english([row["en"] for row in rows]).T, [[number] for number in range(len(rows))], k=1)


def _headings(embedder: Embedder, laws: Path) -> float:
    articles: dict[str, str] = {}  # of equal headings the first
    for row in _rows(laws):
        if is_held_out_law(row["law_title"]) and row["heading"] != row["law_title"]:
            articles.setdefault(row["heading"], row["article_text"][:LONGEST_PASSAGE])
    chosen = sorted(articles, key=lambda heading: zlib.crc32(heading.encode()))[:ARTICLES]
    passages = embedder.encode_passages([articles[heading] for heading in chosen])
    similarities = embedder.encode_queries(chosen) @ passages.T
    return hit_at(similarities, [[number] for number in range(len(chosen))])


def _questions(embedder: Embedder, passages: Vectors, path: Path) -> float:
    items = json.loads(path.read_text(encoding="utf-8"))
    questions = embedder.encode_queries([item["q"] for item in items])
    return hit_at(questions @ passages.T, [item["gold"] for item in items])


def timed(embedder: Embedder, passages: Sequence[str]) -> tuple[Vectors, float]:
    """Return the vectors of passages, and how many were made a second."""
    embedder.encode_passages(passages[:2])  # what is loaded on first use is not counted
    start = time.perf_counter()
    vectors = embedder.encode_passages(passages)
    return vectors, len(passages) / (time.perf_counter() - start)


def _rows(path: Path) -> Iterator[dict[str, str]]:
    import zstandard

    with path.open("rb") as packed:
        lines = io.TextIOWrapper(zstandard.ZstdDecompressor().stream_reader(packed), encoding="utf-8")
        yield from csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)


def _ranks(values: NDArray[np.float64]) -> NDArray[np.float64]:
    _, inverse, counts = np.unique(values, return_inverse=True, return_counts=True)
    last = np.cumsum(counts)
    return np.asarray((last - (counts - 1) / 2)[inverse], dtype=np.float64)


if __name__ == "__main__":
    main(sys.argv[1:])
