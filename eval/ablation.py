"""What each part of search earns: recall and nDCG with that part switched off.

``python -m eval.ablation --papers FOLDER [--questions FILE] [--summaries FOLDER]`` writes the table of
docs/measurements.md. Both halves of the questions are asked, since nothing is chosen here.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from assistant.find.finding import USUAL, Manner, passages
from assistant.find.sentences import Sentences
from assistant.read import reader
from assistant.understand.conversation import complete
from eval.bench import QUESTIONS
from eval.items import Item, ItemKind, load
from eval.relevance import DEPTH, mean, retrieval
from index import embedder as embedders
from index import generation as generations
from index import lexical, postings
from index.checked import Column
from index.dutch import terms
from index.embedding import header
from index.fusion import Scores, by_rank
from index.generation import Generation
from index.lexical import LexicalIndex
from index.query import Help
from index.spelling import Spelling
from index.vectors import Vectors
from ingest.document import Passage
from ingest.reading import one_reading, read_files

SUMMARIES = Path(__file__).parent.parent / "corpus"

HELPS = {
    "spelling alternatives": Help.SPELLING,
    "compounds that hold the word": Help.COMPOUNDS,
    "parts of the word": Help.PARTS,
    "lay terms": Help.LAY_TERMS,
    "compounds typed apart": Help.JOINED,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Means over the questions of one sort, each in 0..1."""

    recall: float  # at 10
    ndcg: float  # at 10
    n: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One way to search; ``without`` names what is left out, "" for none."""

    without: str
    formal: Found
    lay: Found


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """How to search: over which index, in which manner, and whether slips are mended first."""

    generation: Generation
    manner: Manner = USUAL
    mended: bool = True


def ways(whole: Generation) -> dict[str, Way]:
    """Search as it is, under "", and with each part of it left out."""
    own_text = whole.embedder.encode_passages([passage.text for passage in whole.passages])
    own_words = [terms(f"{passage.text} {header(passage)}") for passage in whole.passages]
    without_notes = lexical.build(postings.count(own_words))
    usual = Manner(reader=reader.reader_of(whole))

    def way(**changed: Any) -> Way:
        return Way(generation=whole, manner=replace(usual, **changed))

    found: dict[str, Way] = {"": way()}
    found |= {name: way(without={left_out}) for name, left_out in HELPS.items()}
    return found | {
        "all of these": way(without=set(Help)),
        "mended slips": replace(way(), mended=False),
        "the reader in the second look": way(reader=None),
        "second look": way(again=False),
        "words in the first look": way(fuse=_cosine_alone),
        "vectors in the first look": way(fuse=_words_alone),
        "words (vectors alone)": way(fuse=_cosine_alone, again=False),
        "vectors (words alone)": way(fuse=_words_alone, again=False),
        "headings and questions in vectors": replace(way(), generation=_with(whole, vectors=own_text)),
        "words of the summaries": replace(way(), generation=_with(whole, lexical_index=without_notes)),
        "scores (reciprocal rank instead)": way(fuse=by_rank),
    }


def measure(items: Sequence[Item], tried: Mapping[str, Way]) -> list[Row]:
    """Ask every question that has evidence and stands alone, in each way."""
    asked = [item for item in items if item.evidence and not item.history]
    lay = [item for item in asked if item.kind is ItemKind.PLAIN_LANGUAGE]
    formal = [item for item in asked if item.kind is not ItemKind.PLAIN_LANGUAGE]
    return [Row(without=name, formal=_found(formal, way), lay=_found(lay, way)) for name, way in tried.items()]


def as_text(rows: Sequence[Row]) -> str:
    """The ways as a Markdown table; what a part earns is search as it is less search without it."""
    whole = rows[0]
    lines = [
        f"| without | formal (n = {whole.formal.n}): recall@10, nDCG@10 | it earns "
        f"| plain language (n = {whole.lay.n}): recall@10, nDCG@10 | it earns |",
        "| --- | --- | --- | --- | --- |",
    ]
    lines += [
        f"| {row.without or '(nothing: search as it is)'} | {_cells(row.formal, whole.formal)} "
        f"| {_cells(row.lay, whole.lay)} |"
        for row in rows
    ]
    return "\n".join(lines) + "\n"


def _found(items: Sequence[Item], way: Way) -> Found:
    search = _search(way)
    middle = mean(retrieval(item, search(item.question)) for item in items)
    return Found(recall=middle.recall_at_10, ndcg=middle.ndcg_at_10, n=len(items))


def _search(way: Way) -> Callable[[str], list[Passage]]:
    sentences = Sentences(way.generation)
    spelling = Spelling(way.generation.words.written) if way.mended else None

    def found(text: str) -> list[Passage]:
        understood = complete(text, (), spelling)
        return [read.hit.passage for read in passages(understood, way.generation, sentences, way.manner)[:DEPTH]]

    return found


def _cosine_alone(cosine: Scores, _lexical: Scores) -> Scores:
    return cosine


def _words_alone(_cosine: Scores, words: Scores) -> Scores:
    return words


def _with(
    whole: Generation, *, vectors: Vectors | None = None, lexical_index: LexicalIndex | None = None
) -> Generation:
    return Generation(
        name=whole.name,
        built_at=whole.built_at,
        made_from=whole.made_from,
        documents=whole.documents,
        passages=whole.passages,
        lexical=lexical_index or whole.lexical,
        vectors=Column(whole.vectors if vectors is None else vectors),
        words=whole.words,
        embedder=whole.embedder,
    )


def _cells(found: Found, whole: Found) -> str:
    shares = f"{found.recall:.3f}, {found.ndcg:.3f}"
    return f"{shares} | {whole.recall - found.recall:+.3f}, {whole.ndcg - found.ndcg:+.3f}"


def main(arguments: Sequence[str] | None = None) -> None:
    """The command."""
    parser = argparse.ArgumentParser(prog="python -m eval.ablation", description=__doc__)
    parser.add_argument("--papers", type=Path, required=True, help="folder of papers")
    parser.add_argument("--questions", type=Path, default=QUESTIONS, help="question set in JSONL")
    parser.add_argument("--summaries", type=Path, default=SUMMARIES, help="folder of our summaries of papers")
    given = parser.parse_args(arguments)
    documents = one_reading([read_files(folder) for folder in (given.summaries, given.papers)]).documents
    with tempfile.TemporaryDirectory(prefix="passend-ablation-") as data:
        generation = generations.build(documents, Path(data), embedder=embedders.load(), reader=reader.load())
        sys.stdout.write(as_text(measure(load(given.questions), ways(generation))))


if __name__ == "__main__":
    main()
