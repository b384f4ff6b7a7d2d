"""A letter beside its decision note: what civil servants advised, and what the Kamer was told. Quotes only."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.answer import Citation
from assistant.briefing.uitspraken import Soort, Uitspraak
from assistant.find.sentences import Sentence, sentences_of
from assistant.prove.quotes import quotes
from index.generation import Generation
from index.vectors import Vectors
from ingest.document import BlockKind, Document, Kind, Role
from ingest.kinds import LETTERS, TO_KAMER

ALIKE = 0.3  # mean cosine of a note's passages with the nearest ones of a letter, from which they may belong together
SAME = 0.55  # cosine of two sentences from which the one may be the other's counterpart
LATER = 60  # days that a letter is sent after its note at most, where both bear a date
_WRITTEN = (TO_KAMER | LETTERS) - {Kind.DEBAT}  # what a minister sends


@dataclass(frozen=True, slots=True, kw_only=True)
class Advised:
    """An advice, and the sentence of the letter that comes nearest to it."""

    advice: tuple[Citation, ...]  # or anything else that the note writes and the letter comes back to
    told: tuple[Citation, ...] = ()  # empty: nothing in the letter comes near


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """A decision note and the letter that seems to be the one it is about."""

    note: Document
    letter: Document
    certain: bool  # one of them names the other
    rows: tuple[Advised, ...]


def notes_beside_letters(generation: Generation, wanted: Sequence[Uitspraak]) -> list[Beside]:
    """The decision notes that some statements stand in, each with its letter."""
    found = []
    for note in generation.documents:
        if note.kind is not Kind.BESLISNOTA:
            continue
        written = [one for one in wanted if one.document.identifier == note.identifier]
        paired = _letter_of(note, generation) if written else None
        rows = _rows(written, paired[0], generation) if paired else ()
        if paired and rows:
            found.append(Beside(note=note, letter=paired[0], certain=paired[1], rows=rows))
    return found


def _letter_of(note: Document, generation: Generation) -> tuple[Document, bool] | None:
    """The letter that a note belongs to, and whether that is certain; None where nothing comes near."""
    letters = [one for one in generation.documents if one.kind in _WRITTEN and _near_in_time(note, one)]
    for letter in letters:
        if _names(note, letter) or _names(letter, note):
            return letter, True
    mine = _vectors(note, generation)
    scored = [(_likeness(mine, _vectors(letter, generation)), letter.identifier) for letter in letters]
    best = max(scored, default=(0.0, ""))
    return (generation.document_of[best[1]], False) if best[0] >= ALIKE else None


def _near_in_time(note: Document, letter: Document) -> bool:
    return not (note.date and letter.date) or 0 <= (letter.date - note.date).days <= LATER


def _names(one: Document, other: Document) -> bool:
    return any(reference.identifier == other.identifier for reference in one.references)


def _vectors(document: Document, generation: Generation) -> Vectors:
    return generation.vectors_of(generation.facets.rows_of(document.identifier))


def _likeness(mine: Vectors, others: Vectors) -> float:
    return float((mine @ others.T).max(axis=1).mean()) if len(mine) and len(others) else 0.0


def _rows(written: Sequence[Uitspraak], letter: Document, generation: Generation) -> tuple[Advised, ...]:
    """All that a note advises, and what else it writes that comes back in the letter."""
    told = [sentence for sentence in sentences_of(letter) if _told(sentence)]
    texts = [*(one.sentence.text for one in written), *(sentence.text for sentence in told)]
    vectors = generation.embedder.encode_passages(texts)
    near = vectors[: len(written)] @ vectors[len(written) :].T
    found = []
    for one, row in zip(written, near, strict=True):
        counterpart = quotes(told[int(row.argmax())]) if told and row.max() >= SAME else ()
        if counterpart or Soort.ADVIES in one.soorten:
            found.append(Advised(advice=one.citations, told=counterpart))
    return tuple(found)


def _told(sentence: Sentence) -> bool:
    return sentence.block.speaker.role is Role.BEWINDSPERSOON and sentence.block.kind is not BlockKind.FOOTNOTE
