"""The training data: read, kept to allowed sources, and kept clear of what models are tested on."""

import csv
import io
import json
import re
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import zstandard

from .sources import ENGLISH_SIDES, LEFT_OUT, SOURCES
from .word_for_word import WordForWord, forms, read_word_list

RUN = 9  # equal words in a row that make a text one of the held-out texts
SHORTEST = 4  # words from which a text that equals a held-out one is dropped
LONGEST_ENGLISH = 400  # characters; the teacher reads no more
LONGEST_PASSAGE = 600  # characters; more costs time and taught nothing
HELD_OUT_LAWS = 20  # one law in so many is kept to measure on
LONGEST_VERSE = 130  # characters of the Bible's English: shorter verses tell more about each old word

LAY_PAIRS = Path(__file__).parent / "lay_pairs.tsv"
EVERYDAY_WORDS = Path(__file__).parent / "everyday_words.tsv"
WORD_LIST = Path(__file__).parent / "word_list.tsv"


class UnknownSource(Exception):
    """A data file holds rows of a source whose licence is not known here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Translation:
    """A Dutch text with the English text that means the same."""

    source: str
    english: str
    dutch: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Related:
    """Two Dutch texts of which the first asks for, or heads, the second."""

    source: str
    query: str
    passage: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainingData:
    """Everything that a model learns from."""

    translations: tuple[Translation, ...]
    related: tuple[Related, ...]
    files: tuple[Path, ...]

    def rows(self) -> Counter[str]:
        """Return how many rows each source gave."""
        return Counter(row.source for row in self.translations) + Counter(row.source for row in self.related)


class HeldOut:
    """Texts that may not be trained on, whole or in runs of nine words."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._whole: set[tuple[str, ...]] = set()
        self._runs: set[tuple[str, ...]] = set()
        for text in texts:
            words = _words(text)
            self._whole.add(words)
            self._runs.update(_runs(words))

    def holds(self, text: str) -> bool:
        """Tell whether ``text`` is a held-out text or has a run of words from one."""
        words = _words(text)
        if len(words) >= SHORTEST and words in self._whole:
            return True
        return any(run in self._runs for run in _runs(words))


def read_training_data(folder: Path, *, held_out: HeldOut, share_alike: bool) -> TrainingData:
    """Read all training rows below ``folder`` and the project's own pairs.

    Args:
        folder: Holds the files that README.md of this package names.
        held_out: Rows that touch these texts are dropped.
        share_alike: Also take sources whose licence asks adaptations to carry it.

    Raises:
        UnknownSource: A row's source is neither in ``SOURCES`` nor in ``LEFT_OUT``.
    """
    pairs = folder / "en_nl_pairs.tsv.zst"
    dictionary = folder / "en_nl_dictionary.tsv.zst"
    bible = folder / "en_nl_bible.tsv.zst"
    lexicon = folder / "domain_lexicon_nl_en.tsv"
    laws = folder / "nl_law_heading_article.tsv.zst"
    pages = folder / "nl_gov_heading_section.tsv.zst"
    translations = [
        *_translations(pairs, share_alike=share_alike),
        *_translations(dictionary, share_alike=share_alike),
        *_word_for_word(pairs, dictionary),
        *_verses(bible),
        *_own_words(lexicon),
    ]
    related = [*_laws(laws), *_pages(pages), *_own_pairs()]
    return TrainingData(
        translations=tuple(
            row for row in translations if not (held_out.holds(row.dutch) or held_out.holds(row.english))
        ),
        related=tuple(row for row in related if not (held_out.holds(row.query) or held_out.holds(row.passage))),
        files=(pairs, dictionary, bible, lexicon, laws, pages, LAY_PAIRS, EVERYDAY_WORDS, WORD_LIST),
    )


def read_held_out(paths: Iterable[Path]) -> HeldOut:
    """Read the texts of test sets and papers: files, or folders with .tsv(.zst), .json and .txt."""
    files = [file for path in paths for file in (sorted(path.rglob("*")) if path.is_dir() else [path])]
    return HeldOut(text for file in files for text in _texts(file))


def is_held_out_law(title: str) -> bool:
    """Tell whether the law of this title is for measuring, not for learning."""
    return zlib.crc32(title.encode()) % HELD_OUT_LAWS == 0


def read_rows(path: Path, *, header: bool = True) -> Iterator[list[str]]:
    """Yield the rows of a .tsv or .tsv.zst file, without its header."""
    with path.open("rb") as stored:
        binary = zstandard.ZstdDecompressor().stream_reader(stored) if path.suffix == ".zst" else stored
        lines = io.TextIOWrapper(binary, encoding="utf-8", newline="")
        rows = csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        if header:
            next(rows)
        yield from rows


def _translations(path: Path, *, share_alike: bool) -> Iterator[Translation]:
    for source, english, dutch in read_rows(path):
        if source in LEFT_OUT:
            continue
        if source not in SOURCES:
            raise UnknownSource(f"{path}: source {source!r} stands in no list of sources.py; look up its licence")
        if len(english) <= LONGEST_ENGLISH and (share_alike or not SOURCES[source].share_alike):
            yield Translation(source=source, english=english, dutch=dutch)


def _word_for_word(*paths: Path) -> Iterator[Translation]:
    """Yield each English text of the sources whose Dutch is not read, put into Dutch word by word."""
    translator = WordForWord(read_word_list(WORD_LIST))
    known: set[str] = set()
    for path in paths:
        for source, english, _ in read_rows(path):
            if source in ENGLISH_SIDES and len(english) <= LONGEST_ENGLISH and english not in known:
                known.add(english)
                dutch = translator.translate(english)
                yield Translation(source=ENGLISH_SIDES[source].name, english=english, dutch=dutch)


def _verses(path: Path) -> Iterator[Translation]:
    for _, english, dutch in read_rows(path):
        if len(english) <= LONGEST_VERSE:
            yield Translation(source="bible", english=english, dutch=dutch)


def _own_words(lexicon: Path) -> Iterator[Translation]:
    for dutch, english in read_rows(lexicon, header=False):
        yield Translation(source="lexicon", dutch=dutch, english=english)
    for dutch, english in read_rows(EVERYDAY_WORDS):
        yield Translation(source="everyday words", dutch=dutch, english=english)
    for english, words in read_word_list(WORD_LIST).items():
        for dutch in (form for word in words for form in forms(word)):
            yield Translation(source="word list", dutch=dutch, english=english)


def _laws(path: Path) -> Iterator[Related]:
    for number, (_, title, heading, article) in enumerate(read_rows(path)):
        if is_held_out_law(title):
            continue
        # Many headings are the same in hundreds of laws ("Begripsbepalingen"); the title tells them
        # apart, but a question names no law: every other row goes without.
        query = heading if heading == title or number % 2 else f"{heading} {title}"
        yield Related(source="laws", query=query, passage=article[:LONGEST_PASSAGE])


def _pages(path: Path) -> Iterator[Related]:
    for title, heading, section in read_rows(path):
        yield Related(source="pages", query=f"{title} {heading}", passage=section[:LONGEST_PASSAGE])


def _own_pairs() -> Iterator[Related]:
    for lay, formal in read_rows(LAY_PAIRS):
        yield Related(source="lay pairs", query=lay, passage=formal)


def _texts(file: Path) -> Iterator[str]:
    if ".tsv" in file.suffixes:
        for row in read_rows(file):
            yield from row
    elif file.suffix == ".json":
        yield from _strings(json.loads(file.read_text(encoding="utf-8")))
    elif file.suffix == ".txt":
        yield file.read_text(encoding="utf-8")


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from _strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _strings(inner)


def _words(text: str) -> tuple[str, ...]:
    return tuple(re.findall(r"\w+", text.lower()))


def _runs(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    return (words[start : start + RUN] for start in range(len(words) - RUN + 1))
