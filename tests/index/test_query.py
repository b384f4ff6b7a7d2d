"""Concepts of a question and what can stand for them."""

import pytest

from index.dutch import stem
from index.query import BACKGROUND, COMPOUND, LAY, Help, concepts, understand, written_out_stems
from index.vocabulary import Vocabulary

WORDS = Vocabulary({"leerlingenvervoer": 4, "samenwerkingsverband": 9, "school": 7})


def alternatives(text: str) -> dict[str, float]:
    return {term: weight for concept in concepts(text, WORDS) for term, weight in concept.alternatives}


def test_a_parents_word_finds_the_fields_word() -> None:
    assert alternatives("het busje is te laat")["leerlingenvervoer"] > 0


def test_a_word_counts_in_full_and_a_compound_for_less() -> None:
    found = alternatives("vervoer")
    assert found["vervoer"] == 1.0
    assert found["leerlingenvervoer"] >= COMPOUND


@pytest.mark.parametrize(("word", "place"), [("Venlose", "venlo"), ("bredase", "breda"), ("Delftse", "delft")])
def test_what_is_of_a_place_is_borne_by_the_place_where_the_papers_have_it(word: str, place: str) -> None:
    (concept,) = concepts(f"de {word}", Vocabulary({stem(place): 3}))
    assert dict(concept.alternatives)[stem(place)] >= LAY
    assert concept.alternatives[0] == (stem(word.lower()), 1.0)
    assert frozenset({stem(place)}) in written_out_stems(word.lower())
    assert stem(place) not in alternatives(word)


@pytest.mark.parametrize("word", ["Rotterdamse", "Groningse", "these", "venlo"])
def test_a_word_with_the_stem_of_its_place_stands_for_nothing_more(word: str) -> None:
    assert written_out_stems(word.lower()) == []


def test_a_compound_typed_apart_is_found() -> None:
    assert alternatives("samenwerkings verband")["samenwerkingsverband"] == 1.0


def test_a_question_without_content_has_no_concepts() -> None:
    assert concepts("En wat is dat?", WORDS) == ()


def test_the_conversation_counts_for_less_than_the_question() -> None:
    query = understand("school", WORDS, background="school leerlingenvervoer")
    assert [(concept.word, concept.emphasis) for concept in query.concepts] == [
        ("school", 1.0),
        ("leerlingenvervoer", BACKGROUND),
    ]


def test_a_help_that_is_left_out_finds_nothing() -> None:
    asked = {
        Help.LAY_TERMS: "busje",
        Help.COMPOUNDS: "vervoer",
        Help.PARTS: "schoolkompas",
        Help.SPELLING: "samenwerkingsverbandt",
        Help.JOINED: "samenwerkings verband",
    }
    for left_out, text in asked.items():
        assert understand(text, WORDS) != understand(text, WORDS, without={left_out})


@pytest.mark.parametrize(
    ("text", "meant", "other"),
    [
        ("Wat vroeg de SP-fractie in het SO?", "schriftelijk overleg", "speciaal onderwijs"),
        ("Welke inbreng staat in het VSO?", "schriftelijk overleg", "voortgezet speciaal onderwijs"),
        ("Mag mijn zoon van het so naar een gewone school?", "speciaal onderwijs", "schriftelijk overleg"),
        ("Hoe lang duurt het vso?", "voortgezet speciaal onderwijs", "schriftelijk overleg"),
    ],
)
def test_an_abbreviation_of_two_things_stands_for_the_one_that_the_question_is_about(
    text: str, meant: str, other: str
) -> None:
    formal = understand(text, WORDS).formal
    assert meant in formal
    assert other not in formal
