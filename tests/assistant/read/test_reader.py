"""The reader that is shipped: small, quick to load, and of use on a page that it never saw."""

from __future__ import annotations

import numpy as np
import pytest

from assistant.read import reader
from assistant.read.page import Page
from assistant.read.tokens import LONGEST_PAGE, OUTSIDE, Reading
from assistant.read.when_asked import PagesWhenAsked
from index.generation import Generation
from index.page_vectors import PageVectors

PAGE = Page(
    above="Brief over het leerlingenvervoer · Reistijd",
    sentences=(
        "De gemeente regelt het vervoer van leerlingen naar de dichtstbijzijnde school.",
        "Een rit duurt ten hoogste vijftig minuten.",
        "Ouders dienen de aanvraag vóór 1 mei in bij de gemeente.",
        "De kosten daarvan bedroegen in 2021 in totaal 312 miljoen euro.",
    ),
)


def logits(question: str) -> np.ndarray:
    model, tokens = reader.load(), Reading(reader.MODEL).page(PAGE)
    (vectors,) = model.vectors([tokens.ids])
    page, asked = PageVectors(vectors=vectors, sentence=tokens.sentence), model.ask(question)
    return model.together(asked, page, *model.match(asked, [page]))


def test_the_sentence_that_answers_comes_first() -> None:
    assert logits("Hoe lang mag een kind onderweg zijn in het busje?").argmax() == 1
    assert logits("Wanneer moet ik het aanvragen?").argmax() == 2
    assert logits("Wat kostte het vervoer in 2021?").argmax() == 3


def test_a_text_has_the_same_vectors_alone_and_beside_longer_ones() -> None:
    model, reading = reader.load(), Reading(reader.MODEL)
    short, long = reading.question("Hoe lang?"), reading.page(PAGE).ids
    (alone,) = model.vectors([short])
    together, _ = model.vectors([short, long])
    np.testing.assert_allclose(alone, together, atol=1e-4)


def test_all_that_is_shipped_is_small() -> None:
    """Sixty megabytes with the embedder."""
    from index import embedder

    folders = (reader.MODEL, embedder.SHIPPED)
    assert sum(path.stat().st_size for folder in folders for path in folder.rglob("*")) <= 60e6


def test_a_page_that_is_too_long_loses_its_last_sentences() -> None:
    tokens = Reading(reader.MODEL).page(Page(above="", sentences=("Een lange zin over scholen in het land. " * 8,) * 9))
    assert len(tokens.ids) <= LONGEST_PAGE + 1
    assert tokens.sentence.max() < 8
    assert tokens.sentence[-1] == OUTSIDE


def test_a_generation_knows_what_read_it(built: Generation) -> None:
    assert built.pages is not None
    assert built.pages.name == reader.load().name
    assert reader.reader_of(built) is not None


def test_the_questions_of_one_message_share_what_is_read_with_them() -> None:
    """One or two are read with eight passages each, three with five, four with four: at most sixteen in all.

    Of years, which may be many more than are told, each is still read with one.
    """
    assert [reader.share(beside) for beside in range(4)] == [4, 4, 2, 2]
    assert reader.share(30) == 1


def test_a_smaller_share_goes_to_the_first_of_the_search_and_then_to_those_that_match_best() -> None:
    matches = [np.array([match], dtype=np.float32) for match in (0.1, 0.2, 0.3, 0.9, 0.4, 0.8)]
    assert reader.nearest(matches, 5) == [2, 1, 0, 3, 5]


def test_passages_read_when_they_are_asked_for_are_read_as_at_indexing(
    built: Generation, monkeypatch: pytest.MonkeyPatch
) -> None:
    when_asked = PagesWhenAsked(reader.load(), built)
    assert built.pages is not None
    kept, read = built.pages.of(3), when_asked.of(3)
    np.testing.assert_array_equal(read.sentence, kept.sentence)
    np.testing.assert_allclose(read.vectors, kept.vectors, atol=0.05)
    assert when_asked.of(3) is not read
    np.testing.assert_array_equal(when_asked.of(3).vectors, read.vectors)
    monkeypatch.setattr(built, "pages", None)
    assert reader.reader_of(built) is None
    monkeypatch.setattr(reader, "READ_WHEN_ASKED_FROM", 1)
    assert reader.reader_of(built) is not None


def test_a_question_that_is_not_read_on_leaves_no_words_behind(built: Generation) -> None:
    kept = reader.reader_of(built)
    assert kept is not None
    kept.meaning("Wie vaart de pont?")
    kept.let_go("Wie vaart de pont?")
    assert [one.asked for one in kept._heard.values()] == [None]
