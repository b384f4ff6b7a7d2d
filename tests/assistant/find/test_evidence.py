"""Which sentences bear on a question, and what speaks for them."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.find.evidence import Evidence, Judge, clearness
from assistant.find.finding import find
from assistant.find.sentences import Sentences, Told
from assistant.find.wanted import OF_ANOTHER
from assistant.understand.conversation import complete
from index import embedder as embedders
from index.dutch import content_words, fold, stem, terms
from index.generation import Generation, build
from index.query import Concept, Query
from ingest.document import BlockKind, Role, Speaker
from tests.assistant.made import evidence, paper


def found(generation: Generation, text: str) -> list[Evidence]:
    return find(complete(text, []), generation, Sentences(generation))


def test_the_best_comes_first(built: Generation) -> None:
    scores = [one.score for one in found(built, "Wat is een reisbegeleider?")]
    assert scores == sorted(scores, reverse=True)


def test_evidence_is_a_sentence_of_the_paper_to_the_letter(built: Generation) -> None:
    for one in found(built, "Hoeveel aanvragen zijn er ingediend?"):
        start, end = one.sentence.spans[0]
        assert one.start == start
        assert one.text.startswith(one.document.text[start:end])
        assert one.block in one.document.blocks


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Hoeveel gemeenten doen er mee?", "58 gemeenten"),
        ("Wanneer is het eindverslag klaar?", "15 november 2026"),
        ("Waarom is de proef uitgesteld?", "omdat vervoerders"),
        ("Wat kost de proef?", "2,4 miljoen euro"),
    ],
)
def test_the_kind_of_value_that_is_asked_for_counts(built: Generation, text: str, words: str) -> None:
    best = found(built, text)[0]
    assert words in " ".join(best.text.split())
    assert best.features.typed > 0


def test_a_count_of_what_else_the_question_names_is_one_of_another_thing(built: Generation) -> None:
    def typed(text: str) -> float:
        return next(one.features.typed for one in found(built, text) if "58 gemeenten" in " ".join(one.text.split()))

    assert typed("Hoeveel gemeenten doen mee met leerlingen?") == 1.0
    assert typed("Hoeveel leerlingen van gemeenten doen mee?") == OF_ANOTHER


def test_answers_count_more_than_questions_unless_the_question_is_asked_for(built: Generation) -> None:
    def voice(text: str, kind: BlockKind) -> set[float]:
        return {one.features.voice for one in found(built, text) if one.block.kind is kind}

    plain, of_the_asker = "Komt er een alarmknop?", "Wat vroeg de fractie over de alarmknop?"
    assert max(voice(plain, BlockKind.QUESTION)) < min(voice(plain, BlockKind.ANSWER))
    assert min(voice(of_the_asker, BlockKind.QUESTION)) > max(voice(of_the_asker, BlockKind.ANSWER))


def test_a_name_is_borne_by_its_sentence_its_paper_or_not_at_all(built: Generation) -> None:
    by_kompas = {one.features.named for one in found(built, "Wat onderzoekt bureau Kompas?") if "Kompas" in one.text}
    assert by_kompas == {1.0}
    assert {one.features.named for one in found(built, "Wat onderzoekt bureau Windroos?")} == {0.0}
    members = [one for one in found(built, "Wat vroeg het lid Voorbeeld?") if one.block.speaker.role is Role.KAMERLID]
    assert members
    assert all(0 < one.features.named < 1 for one in members)


def test_a_figure_is_of_the_year_that_the_sentence_before_it_names(tmp_path: Path) -> None:
    told = "In 2021 voeren er 40 veerboten. De reders kregen 3 boetes. Een jaar eerder kregen zij 5 boetes."
    built = build([paper(told)], tmp_path, embedder=embedders.load())
    for year, boetes in (("2021", {"3 boetes"}), ("2020", {"5 boetes"}), ("2019", set())):
        bear = [one.text for one in found(built, f"Hoeveel boetes kregen reders in {year}?") if year in one.bears]
        assert {words for words in ("3 boetes", "5 boetes") if any(words in text for text in bear)} == boetes


@pytest.mark.parametrize(("name", "borne"), [("VWS", True), ("SZW", False)])
def test_an_office_is_named_by_the_first_letters_of_what_it_is_over(name: str, borne: bool, tmp_path: Path) -> None:
    speaker = Speaker(role=Role.BEWINDSPERSOON, name="de minister van Volksgezondheid, Welzijn en Sport")
    built = build([paper("De veerboot vaart op zondag.", speaker=speaker)], tmp_path, embedder=embedders.load())
    one = found(built, f"Waarom vaart de boot van {name} op zondag?")[0]
    assert (one.features.named > 0) is borne


@pytest.mark.parametrize(("name", "borne"), [("RVO", True), ("UWV", False), ("VVD", False)])
def test_an_abbreviation_is_borne_by_what_the_field_writes_it_out_as(name: str, borne: bool, tmp_path: Path) -> None:
    told = (
        "Bij het loket van de Rijksdienst voor Ondernemend Nederland vraagt de Voorzitter van de bond een steiger aan."
    )
    built = build([paper(told)], tmp_path, embedder=embedders.load())
    assert {one.features.named > 0 for one in found(built, f"Wat vraagt men aan bij {name}?")} == {borne}


@pytest.mark.parametrize("typed", ["WEL", "WÉL"])
def test_an_abbreviation_is_borne_with_or_without_its_accent_and_the_common_word_is_none(
    typed: str, tmp_path: Path
) -> None:
    sentence = "De regeling {} in Ontwikkeling is voor kinderen zonder school."
    named = []
    for written in ("WÉL", "wel"):
        data = tmp_path / written
        built = build([paper(sentence.format(written))], data, embedder=embedders.load())
        named.append({one.features.named for one in found(built, f"Voor wie is de regeling {typed}?")})
    assert named == [{0.8}, {0.0}]


def test_without_a_name_every_sentence_bears_on_the_question(built: Generation) -> None:
    assert {one.features.named for one in found(built, "Komt er een alarmknop?")} == {1.0}


def test_the_same_question_finds_the_same(built: Generation) -> None:
    text = "Hoe lang mag een rit duren?"
    assert [one.score for one in found(built, text)] == [one.score for one in found(built, text)]


def typed(text: str, sentence: str, kind: BlockKind = BlockKind.PARAGRAPH) -> float:
    """How far a sentence of its own holds the kind of thing that a question asks for."""
    document = paper(sentence, kinds=(kind,))
    told = Told(
        sentence=evidence(document).sentence,
        text=sentence,
        folded=fold(sentence),
        terms=frozenset(terms(sentence)),
        rows=np.array([], dtype=np.intp),
        vector=np.zeros(1, dtype=np.float32),
        voice=1.0,
        voice_of_asker=0.5,
    )
    asked = complete(text, ())
    concepts = [Concept(word=word, alternatives=((stem(word), 1.0),)) for word in content_words(asked.text)]
    return Judge(asked, Query(text=asked.text, concepts=tuple(concepts))).typed(told)


@pytest.mark.parametrize(
    ("text", "better", "worse"),
    [
        ("Hoe lang ligt de boot stil?", "Hij ligt 3 weken stil.", "Hij ligt sinds 3 mei 2021 stil."),
        ("Hoeveel dagen ligt de boot stil?", "Hij ligt 3 werkdagen stil.", "Hij ligt met 3 boten stil."),
        ("Hoeveel dagen ligt de boot stil?", "Hij ligt 3 werkdagen stil.", "Meld het binnen 3 werkdagen."),
        ("Binnen hoeveel dagen komt er antwoord?", "Dat komt binnen 5 werkdagen.", "Dat komt voor 3 mei 2021."),
        ("Hoeveel boten zonken er?", "Er zonken 3 boten.", "Er zonken 3 vlotten."),
        ("Hoeveel boten zonken er?", "Dat aantal is niet bekend.", "De boten zonken."),
        ("Welk telefoonnummer heeft de pont?", "Bel 0800-1234.", "De pont heeft 3 dekken."),
        ("Wie keurt de pont Stella?", "Kapitein Noord keurt ook de pont Stella.", "Wij varen met de pont Stella."),
        ("Waarom zonk de boot?", "Hij zonk omdat hij lek was.", "Daarom zonk hij."),
        ("Wat kost de boot?", "De boot kost 3 miljoen euro.", "De boot kost 3 procent."),
        ("Wat kost de boot?", "De boot is voor kinderen en kost niets.", "De boot is voor kinderen."),
        ("Hoe duur is de boot?", "De boot is gratis.", "De boot is niet gratis."),
        ("Wat kost de boot?", "Aan de boot zijn geen kosten verbonden.", "De kosten komen later."),
        ("Hoeveel subsidie krijgt de boot?", "De boot krijgt 3 euro.", "De boot is gratis."),
        ("Hoeveel boten zijn er?", "Er zijn 3 boten.", "Drie boten zonken vorig jaar."),
        ("Hoeveel boten zijn er?", "Nederland telt 3 boten.", "De helft van de boten zonk."),
        ("Hoeveel boten zijn er in totaal?", "In totaal varen 3 boten.", "Dat aantal is niet bekend."),
        ("Wanneer gaat de wet in?", "De wet gaat in op 3 mei 2021.", "Op 3 mei 2021 schreef ik u over de wet."),
        ("Vanaf wanneer vaart de boot?", "De boot vaart vanaf 3 mei.", "Ik zag de boot op 3 mei."),
        ("Hoe lang vaart de boot nog?", "Hij vaart nog 3 weken.", "Hij vaart tot en met 3 mei."),
        ("Hoeveel kost de boot?", "Daarover kan ik geen uitspraken doen.", "De boot is duur."),
    ],
)
def test_of_two_sentences_one_holds_what_is_asked_for(text: str, better: str, worse: str) -> None:
    assert typed(text, better) > typed(text, worse)


def test_how_clearly_one_stands_out_is_one_less_the_entropy_of_the_odds_by_its_greatest() -> None:
    """Of two with odds 1 and 3: entropy 0.5623 of at most 0.6931 nats."""
    assert clearness([1.0, 3.0]) == pytest.approx(1 - 0.5623 / 0.6931, abs=1e-4)
    assert clearness([2.0, 2.0, 2.0]) == pytest.approx(0)
    assert clearness([5.0, 0.0]) == pytest.approx(1)
    assert clearness([7.0]) == clearness([]) == 1


@given(st.lists(st.floats(1e-6, 1e6), min_size=2, max_size=40), st.floats(1e-3, 1e3))
def test_odds_are_as_clear_up_to_a_common_factor_and_in_any_order(scores: list[float], factor: float) -> None:
    clear = clearness(scores)
    assert -1e-9 <= clear <= 1 + 1e-9
    assert clearness([score * factor for score in reversed(scores)]) == pytest.approx(clear, abs=1e-6)


def test_all_sentences_found_for_a_question_are_told_as_clear_as_they_are_together(built: Generation) -> None:
    evidence = found(built, "Wat is een reisbegeleider?")
    (clear,) = {one.clear for one in evidence}
    assert clear == pytest.approx(clearness([one.score for one in evidence]))
