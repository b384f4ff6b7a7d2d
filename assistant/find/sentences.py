"""The sentences of the papers, whole also where a footnote of a lost page stands in the middle of one."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import islice, takewhile, zip_longest
from threading import Lock
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from assistant.answer import HOLE
from assistant.understand.asked import is_verb
from assistant.understand.counts import counts
from index.dutch import fold, terms, words
from index.embedding import header
from index.generation import Generation
from ingest.cut_sentences import RUNNING, goes_on, sentences_in
from ingest.document import Block, BlockKind, Document, Kind, Passage, Role
from ingest.formats.flat_tables import figures_of
from ingest.orders import is_order, without_orders
from ingest.sentences import CLOSING
from ingest.sentences import is_finished as is_finished
from ingest.structure.annexes import is_annexed
from ingest.structure.forms import EMPTY_PLACE

PAPERS, PASSAGES = 2_000, 20_000  # that are remembered, with their sentences and with what stands around: 500 MB

Kept = TypeVar("Kept")
Span = tuple[int, int]
Rows = NDArray[np.intp]  # of the stems of a text in ``WordVectors.stems``, each once

FURNITURE = 0.4  # of a voice: a line of the letterhead or a title says little where a sentence does
FOOTNOTE = 0.85  # of a voice: a footnote, an annex or a law that a letter quotes does not outweigh the letter
LONGEST_LINE = 30  # words of a line that is no sentence; a paragraph whose end was lost is mostly longer
_VALUE = re.compile(
    r"(?:^|\|)\s*[€<>~-]?\s*(?!(?:19|20)\d\d\s*(?:\||$))\d[\d.,]*\s*%?\s*(?:\||$)"
)  # a cell that is a number
_NO_PROOF = {"inhoudsopgave"}  # places whose words say nothing of a subject
SPOKEN = frozenset({Kind.DEBAT, Kind.SCHRIFTELIJK_OVERLEG})  # papers in which all that is told is said by somebody
ASKERS = frozenset({Role.KAMERLID, Role.FRACTIE})
_ENDS_IN_PAGE = re.compile(r", (?:pp?|blz|pag)\.? ?\d+(?:[-–]\d+)?\.?\s*$")
HEAD = 12  # first blocks of a paper that may be its head, also where no sentence ends it, as in a form


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence of a paper.

    ``spans`` count in the canonical text of the document; there are two when something that does not
    belong to the sentence stands in the middle of it.
    """

    document: Document
    block: Block
    spans: tuple[Span, ...]
    head: str = ""  # the first rows of its table, which say what its cells are

    @property
    def text(self) -> str:
        """Its words; the canonical text itself when it has one span."""
        return " ".join(self.document.text[start:end] for start, end in self.spans)


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A sentence with what it is compared by."""

    sentence: Sentence
    text: str  # its words
    folded: str  # the same after the head of its table, as all that follows
    terms: frozenset[str]  # its stems
    rows: Rows  # of those stems in the word vectors
    vector: NDArray[np.float32]  # (dim,), of unit length
    voice: float  # 1 where somebody answers, 0 where somebody asks, less than 1 where little can be said
    voice_of_asker: float  # the same for who wants to hear what was asked


@dataclass(frozen=True, slots=True, kw_only=True)
class _Read:
    told: tuple[Told, ...]
    starts: tuple[int, ...]  # of each sentence, ascending


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What stands around the sentences of a passage."""

    terms: frozenset[str]  # stems of the passage, of what stands above it and of the paper's title
    rows: Rows  # of those stems in the word vectors
    above: Rows  # of the stems of its headings and of the question that it answers
    near: str  # the passage and what stands above it, folded
    paper: str  # what the paper says of itself, folded


class Sentences:
    """The sentences of a generation, each paper read when it is first needed; safe to share between threads."""

    def __init__(self, generation: Generation) -> None:
        self._generation = generation
        self._read: dict[str, _Read] = {}
        self._around: dict[str, Surroundings] = {}
        self._lock = Lock()

    def of(self, passage: Passage) -> Sequence[Told]:
        """The sentences that begin in a passage."""
        read = self._paper(passage.document)
        return read.told[bisect_left(read.starts, passage.start) : bisect_left(read.starts, passage.end)]

    def around(self, passage: Passage) -> Surroundings:
        """What stands around the sentences of a passage."""
        around = self._around.get(passage.id)
        if around is None:
            document = self._generation.document_of[passage.document]
            above = " ".join([without_orders(passage.text), *passage.path, passage.context, passage.speaker.name])
            day = document.date.isoformat() if document.date else ""
            stems = frozenset(terms(f"{above} {document.title} {document.sender}"))
            around = Surroundings(
                terms=stems,
                rows=self._rows(stems),
                above=self._rows(terms(header(passage))),
                near=fold(above),
                paper=fold(" ".join([document.title, document.sender, document.recipient, document.identifier, day])),
            )
            with self._lock:
                _keep(self._around, passage.id, around, PASSAGES)
        return around

    def _paper(self, identifier: str) -> _Read:
        with self._lock:
            read = self._read.get(identifier)
            if read is None:
                sentences = sentences_of(self._generation.document_of[identifier])
                texts = [f"{sentence.head} {sentence.text}".lstrip() for sentence in sentences]
                stems = [frozenset(terms(text)) for text in texts]
                vectors = self._generation.embedder.encode_passages(texts)
                read = _Read(
                    told=tuple(
                        Told(
                            sentence=sentence,
                            text=sentence.text,
                            folded=fold(text),
                            terms=held,
                            rows=self._rows(held),
                            vector=vector,
                            voice=voice_of(sentence, asker=False),
                            voice_of_asker=voice_of(sentence, asker=True),
                        )
                        for sentence, text, held, vector in zip(sentences, texts, stems, vectors, strict=True)
                    ),
                    starts=tuple(sentence.spans[0][0] for sentence in sentences),
                )
                _keep(self._read, identifier, read, PAPERS)
            return read

    def _rows(self, stems: Iterable[str]) -> Rows:
        return np.array(self._generation.words.rows(stems), dtype=np.intp)


def _keep(kept: dict[str, Kept], name: str, value: Kept, most: int) -> None:
    """Remember a value, and forget the oldest where there are too many."""
    kept[name] = value
    while len(kept) > most:
        del kept[next(iter(kept))]


def sentences_of(document: Document) -> list[Sentence]:
    """All sentences of a paper in the order in which they begin.

    Its headings, its contents, the numbers at its head and orders to a machine are none. The rows that open a table
    and hold no value are no sentences; they are the head of each of the other rows.
    """
    found: list[Sentence] = []
    running: tuple[int, Block] | None = None  # which of those is the last of running text, and the block it ends in
    head = ""
    heads = {block.context for block in document.blocks if block.kind is BlockKind.TABLE and block.context}
    numbers = numbers_at_head(document)
    for block, following in zip_longest(document.blocks, document.blocks[1:]):
        head = head if block.kind is BlockKind.TABLE else ""
        if block.kind is BlockKind.HEADING or block.place in _NO_PROOF or block.start in numbers:
            running = None
            continue
        if block.kind is BlockKind.TABLE and block.context:
            head = " ".join(document.text[slice(*block.context)].split())
        elif block.kind is BlockKind.TABLE and any(start <= block.start < end for start, end in heads):
            continue
        elif block.kind is BlockKind.TABLE and following and following.kind is BlockKind.TABLE:
            row = document.text[block.start : block.end].strip()
            opens = not head or not found or found[-1].head != head
            again = not opens and begins_table(document, block, following, head)
            if (opens or again) and not _VALUE.search(row):
                head = row if again else f"{head}\n{row}".lstrip()
                continue
        spans = sentences_in(document, block)
        if not spans:
            continue
        joined = None
        if running and goes_on(document, running[1], block):
            joined = running[0]
            found[joined] = replace(found[joined], spans=(*found[joined].spans, spans.pop(0)))
        found += [Sentence(document=document, block=block, spans=(span,), head=head) for span in spans]
        if block.kind in RUNNING:
            running = (len(found) - 1 if spans or joined is None else joined, block)
    return [one for one in found if not is_order(one.text)]


def numbers_at_head(document: Document) -> frozenset[int]:
    """Where the lines start that hold a figure alone above the first sentence: the number of the paper or of a page."""
    texts = ((block, document.text[block.start : block.end].strip()) for block in islice(document.blocks, HEAD))
    head = takewhile(lambda told: not is_finished(told[1]), texts)
    return frozenset(block.start for block, text in head if block.kind is BlockKind.PARAGRAPH and text.isdecimal())


def begins_table(document: Document, row: Block, below: Block, head: str) -> bool:
    """Whether a table begins at a row below rows of another: with its caption, or with the heads again.

    Args:
        document: The paper.
        row: A row.
        below: The block that follows it.
        head: The first rows of the table above.
    """
    text, next_row = (document.text[block.start : block.end].strip() for block in (row, below))
    if _VALUE.search(text):
        return False
    if "|" in text:
        return text in head
    return below.kind is BlockKind.TABLE and "|" in next_row and not _VALUE.search(next_row)


def holds_value(sentence: Sentence) -> bool:
    """Whether it is a row of a table with a number in one of its cells."""
    is_row = sentence.block.kind is BlockKind.TABLE
    return is_row and (_VALUE.search(sentence.text) is not None or bool(figures_of(sentence.text)[1]))


def voice_of(sentence: Sentence, *, asker: bool) -> float:
    """How far, 0..1, a sentence is spoken by the one who is to be heard: who answers, or who asks."""
    if is_furniture(sentence) or _is_nobodys(sentence):
        return FURNITURE
    if asker:
        return 1.0 if asks(sentence.block) else 0.5
    if sentence.block.kind is BlockKind.FOOTNOTE or is_annexed(sentence.block):
        return FOOTNOTE
    return 0.0 if asks(sentence.block) else 1.0


def _is_nobodys(sentence: Sentence) -> bool:
    """Whether nobody says it in a paper in which whatever is told is said by somebody: how it was held, who signed."""
    speaker, kind = sentence.block.speaker, sentence.document.kind
    return kind in SPOKEN and speaker.role is Role.ONBEKEND and not speaker.name


def answers_nothing(sentence: Sentence) -> bool:
    """Whether a sentence can answer no question: one that the paper puts itself, or an option that was left open.

    Nor can the title of the paper.
    """
    puts = sentence.text.rstrip(CLOSING).endswith("?") and not asks(sentence.block)
    return puts or sentence.block.place.startswith(EMPTY_PLACE) or _is_title(sentence)


def is_bare_source(sentence: Sentence) -> bool:
    """Whether it is a note that tells only where something stands: "Inspectie, Staat van 2024, p. 3."."""
    text = sentence.text
    if sentence.block.kind is not BlockKind.FOOTNOTE or not _ENDS_IN_PAGE.search(text):
        return False
    return not counts(text) and not any(map(is_verb, words(text)))


def _is_title(sentence: Sentence) -> bool:
    """Whether it is the line with the title of the paper, with its dossier or without."""
    title, line = fold(sentence.document.title), fold(sentence.text).strip("0123456789- .:")
    return is_furniture(sentence) and len(line.split()) > 2 and line == title.strip("0123456789- .:")


def is_furniture(sentence: Sentence) -> bool:
    """Whether it is a line of the letterhead, a reference or a title: a short paragraph that is no sentence."""
    block, text = sentence.block, sentence.document.text
    if block.kind is not BlockKind.PARAGRAPH or len(sentence.spans) > 1:
        return False
    whole = text[block.start : block.end].strip()
    return not is_finished(whole) and len(whole.split()) <= LONGEST_LINE


def whole(document: Document, block: Block) -> Sentence:
    """A block of a paper as one sentence."""
    return Sentence(document=document, block=block, spans=((block.start, block.end),))


def has_gap(text: str) -> bool:
    """Whether words were taken out of a sentence: two spaces stay behind."""
    return bool(HOLE.search(text))


def asks(block: Block) -> bool:
    """Whether it is said by somebody who asks: what stands there is a view or a rumour, and no fact yet."""
    return block.kind is BlockKind.QUESTION or block.speaker.role in ASKERS
