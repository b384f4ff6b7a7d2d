"""The right passage first, in the words of the field, of a parent and of a hurried typist."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from index.generation import Generation
from index.query import understand
from index.search import search

NO_CONTENT = "En wat is dat?"


def first(generation: Generation, question: str) -> str:
    return search(generation, question, k=1)[0].passage.place


@pytest.mark.parametrize(
    ("question", "place"),
    [
        ("Hoeveel geld kregen gemeenten voor het leerlingenvervoer?", "paragraaf Leerlingenvervoer"),
        ("Wie beslist over een toelaatbaarheidsverklaring?", "paragraaf Toelaatbaarheidsverklaringen"),
        ("Wat is doorzettingsmacht?", "paragraaf Doorzettingsmacht"),
        ("Hoeveel langdurig zieke kinderen werden er begeleid?", "antwoord 1"),
    ],
)
def test_the_words_of_the_field_find_their_passage(generation: Generation, question: str, place: str) -> None:
    assert first(generation, question) == place


@pytest.mark.parametrize(
    ("question", "place"),
    [
        ("Hoe lang zit mijn kind in het busje?", "paragraaf Leerlingenvervoer"),
        ("Wie geeft er een tlv af?", "paragraaf Toelaatbaarheidsverklaringen"),
        ("Mag mijn zoon meepraten over zijn hulp?", "paragraaf Hoorrecht"),
    ],
)
def test_the_words_of_a_parent_find_their_passage(generation: Generation, question: str, place: str) -> None:
    assert first(generation, question) == place


@pytest.mark.parametrize(
    ("question", "place"),
    [
        ("leerlingevervoer", "paragraaf Leerlingenvervoer"),
        ("wie betaald het leerlingen vervoer", "paragraaf Leerlingenvervoer"),
        ("toelaatbaarheidsverklarring", "paragraaf Toelaatbaarheidsverklaringen"),
        ("doorzettingsmagt", "paragraaf Doorzettingsmacht"),
    ],
)
def test_a_misspelled_word_finds_its_passage(generation: Generation, question: str, place: str) -> None:
    assert first(generation, question) == place


def test_a_word_that_only_the_summary_has_finds_the_passage_of_the_paper(generation: Generation) -> None:
    hit = search(generation, "meekletsen", k=1)[0]
    assert "meekletsen" not in " ".join(passage.text for passage in generation.passages)
    assert hit.passage.document == "kst-31497-901"
    assert hit.passage.place == "paragraaf Hoorrecht"
    assert hit.lexical > 0


def test_more_than_there_is_gives_every_passage_once(generation: Generation) -> None:
    found = [hit.passage.id for hit in search(generation, "leerlingenvervoer", k=10_000)]
    assert sorted(found) == sorted(passage.id for passage in generation.passages)


@pytest.mark.parametrize("k", [0, 1, 3])
def test_fewer_are_the_best_of_more(generation: Generation, k: int) -> None:
    question = "ondersteuning van gemeenten"
    assert search(generation, question, k=k) == search(generation, question, k=100)[:k]


def test_hits_come_best_first(generation: Generation) -> None:
    scores = [hit.score for hit in search(generation, "ondersteuning van gemeenten", k=100)]
    assert scores == sorted(scores, reverse=True)


@pytest.mark.parametrize("question", ["", NO_CONTENT, "\u0000", "qqqqqqq zzzzzzz"])
def test_a_question_without_known_words_matches_no_word(generation: Generation, question: str) -> None:
    assert {hit.lexical for hit in search(generation, question, k=100)} == {0.0}


def test_passages_that_score_alike_keep_the_order_of_the_papers(generation: Generation) -> None:
    """Without a word there is nothing to choose by: all scores are 0."""
    hits = search(generation, "", k=100)
    assert {hit.score for hit in hits} == {0.0}
    assert [hit.passage for hit in hits] == list(generation.passages)


def test_a_question_that_was_understood_already_is_searched_as_it_is(generation: Generation) -> None:
    question = "Wie betaalt het leerlingenvervoer?"
    understood = understand(question, generation.lexical.vocabulary)
    assert search(generation, understood) == search(generation, question)


def test_eight_threads_find_what_one_finds(generation: Generation) -> None:
    questions = ["leerlingenvervoer", "meekletsen", "doorzettingsmagt", "zieke kinderen", NO_CONTENT] * 16
    alone = [search(generation, question) for question in questions]
    with ThreadPoolExecutor(8) as threads:
        together = list(threads.map(lambda question: search(generation, question), questions))
    assert together == alone
