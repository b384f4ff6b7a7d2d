"""Sentences are whole, also where a lost page stands in the middle of one."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.find.sentences import (
    FURNITURE,
    HEAD,
    Sentences,
    answers_nothing,
    holds_value,
    is_bare_source,
    is_finished,
    is_furniture,
    sentences_of,
    voice_of,
)
from assistant.tell.lists import head_of_table
from index.generation import Generation
from ingest.document import BlockKind, Kind, Role, Speaker
from tests.assistant.made import paper


def test_the_sentences_of_a_block_are_told_apart() -> None:
    document = paper("De boot vaart. De bus rijdt.", "De trein staat stil.")
    assert [one.text for one in sentences_of(document)] == ["De boot vaart.", "De bus rijdt.", "De trein staat stil."]


def test_a_paper_without_blocks_has_no_sentences() -> None:
    assert sentences_of(paper()) == []


def test_headings_are_no_sentences() -> None:
    document = paper("Veerboten", "De boot vaart.", kinds=(BlockKind.HEADING,))
    assert [one.text for one in sentences_of(document)] == ["De boot vaart."]


def test_a_number_alone_at_the_head_of_a_paper_is_no_sentence() -> None:
    document = paper("Eilandraad", "2", "Vergaderjaar 2020-2021", "417", "De boot vaart.", "De prijs in euro", "12")
    told = [one.text for one in sentences_of(document)]
    assert told == ["Eilandraad", "Vergaderjaar 2020-2021", "De boot vaart.", "De prijs in euro", "12"]


def test_a_form_without_a_sentence_keeps_its_numbers() -> None:
    fields = [text for number in range(HEAD) for text in (f"Boten in haven {number}", f"{number}7")]
    numbers = [one.text for one in sentences_of(paper(*fields)) if one.text.isdecimal()]
    assert numbers == fields[1::2][HEAD // 2 :]


def test_a_sentence_runs_on_past_a_footnote_in_the_middle_of_it() -> None:
    document = paper(
        "Ik sprak met een",
        "1 Kamerstuk 12 345, nr. 6.",
        "reder. De boot vaart.",
        kinds=(BlockKind.PARAGRAPH, BlockKind.FOOTNOTE, BlockKind.PARAGRAPH),
    )
    whole, note, last = sentences_of(document)
    assert whole.text == "Ik sprak met een reder."
    assert [document.text[start:end] for start, end in whole.spans] == ["Ik sprak met een", "reder."]
    assert note.text == "1 Kamerstuk 12 345, nr. 6."
    assert last.text == "De boot vaart."


def test_a_sentence_runs_on_past_the_footnotes_of_two_pages() -> None:
    texts = (
        "Ik sprak met een",
        "1 Kaart.",
        "reder die al jaren",
        "2 Register.",
        "naar het eiland vaart. De bus rijdt.",
    )
    paragraph, note = BlockKind.PARAGRAPH, BlockKind.FOOTNOTE
    found = sentences_of(paper(*texts, kinds=(paragraph, note, paragraph, note, paragraph)))
    whole = "Ik sprak met een reder die al jaren naar het eiland vaart."
    assert [one.text for one in found] == [whole, "1 Kaart.", "2 Register.", "De bus rijdt."]
    assert len(found[0].spans) == 3


def test_a_sentence_does_not_run_on_past_a_heading() -> None:
    document = paper("Ik sprak met een", "Veerboten", "reder.", kinds=(BlockKind.PARAGRAPH, BlockKind.HEADING))
    assert [one.text for one in sentences_of(document)] == ["Ik sprak met een", "reder."]


def test_a_finished_sentence_takes_nothing_from_the_next_block() -> None:
    document = paper("De boot vaart.", "de bus rijdt.")
    assert [len(one.spans) for one in sentences_of(document)] == [1, 1]


def test_a_sentence_is_finished_behind_its_stop_quote_or_footnote_mark() -> None:
    assert is_finished("De boot vaart.")
    assert is_finished("Hij zei «de boot vaart.»")
    assert is_finished("De boot vaart.12")
    assert is_finished("De boot vaart sinds 2024.¹²")
    assert is_finished("Er zijn drie boten:")
    assert not is_finished("De boot vaart naar")
    assert not is_finished("")


@given(st.lists(st.sampled_from(["De boot vaart. ", "Kamerstuk 31 497, nr. 4 ", "en dan\n", "«Nee!» "]), min_size=1))
def test_the_spans_of_sentences_leave_out_only_white_space(parts: list[str]) -> None:
    text = "".join(parts).strip()
    document = paper(text)
    covered = {at for one in sentences_of(document) for start, end in one.spans for at in range(start, end)}
    assert all(text[at].isspace() for at in set(range(len(text))) - covered)


def test_a_passage_gives_the_sentences_that_begin_in_it(built: Generation) -> None:
    sentences = Sentences(built)
    for passage in built.passages:
        for told in sentences.of(passage):
            assert passage.start <= told.sentence.spans[0][0] < passage.end
            assert told.vector.shape == (built.embedder.dim,)
            assert all(told.terms)
            assert {built.words.stems[row] for row in told.rows} == told.terms


def test_every_sentence_stands_in_exactly_one_passage(built: Generation) -> None:
    sentences = Sentences(built)
    for document in built.documents:
        begins = [
            told.sentence.spans[0]
            for passage in built.passages
            if passage.document == document.identifier
            for told in sentences.of(passage)
        ]
        assert begins == [sentence.spans[0] for sentence in sentences_of(document)]


def test_what_stands_around_a_passage_is_its_paper_and_its_headings(built: Generation) -> None:
    passage = next(one for one in built.passages if "dezelfde chauffeur" in one.text)
    around = Sentences(built).around(passage)
    assert "drie verbeteringen" in around.near
    assert "2024-05-21" in around.paper
    assert "kst-29876-61" in around.paper


def test_a_row_of_a_table_bears_the_rows_that_open_it() -> None:
    rows = ("Tarieven van de veerboot", "Kaartje | 2023 | 2024", "Fiets | € 2,50 | € 3,00", "Auto | 7 | 8")
    found = sentences_of(paper(*rows, kinds=(BlockKind.TABLE,) * 4))
    assert [one.text for one in found] == ["Fiets | € 2,50 | € 3,00", "Auto | 7 | 8"]
    assert {one.head for one in found} == {"Tarieven van de veerboot\nKaartje | 2023 | 2024"}


def test_a_row_that_only_spaces_part_holds_values_and_its_head_is_no_sentence() -> None:
    rows = ("Haven Boten Waarvan met zeil", "Noord 940 610", "Zuid onbekend")
    document = paper(*rows, kinds=(BlockKind.TABLE,) * 3, contexts=(None, (0, 28), (0, 28)))
    found = sentences_of(document)
    assert [(one.head, one.text, holds_value(one)) for one in found] == [
        (rows[0], rows[1], True),
        (rows[0], rows[2], False),
    ]


def test_words_in_a_later_row_are_a_row_like_any_other() -> None:
    rows = ("Kaartje | Prijs", "Fiets | 3", "Kind | gratis", "Auto | 8")
    found = sentences_of(paper(*rows, kinds=(BlockKind.TABLE,) * 4))
    assert [one.text for one in found] == ["Fiets | 3", "Kind | gratis", "Auto | 8"]


@pytest.mark.parametrize("below", ["Tarieven van de brug", "Kaartje | 2023"])
def test_a_table_that_stands_right_below_another_has_its_own_head(below: str) -> None:
    rows = ("Tarieven van de veerboot", "Kaartje | 2023", "Fiets | 2", below, "Voertuig | 2023", "Auto | 8")
    rows = rows if "|" not in below else ("Kaartje | 2023", "Fiets | 2", below, "Auto | 8")
    found = sentences_of(paper(*rows, kinds=(BlockKind.TABLE,) * len(rows)))
    assert [one.text for one in found] == ["Fiets | 2", "Auto | 8"]
    assert found[0].head == "\n".join(rows[: rows.index("Fiets | 2")])
    assert found[1].head == "\n".join(rows[rows.index("Fiets | 2") + 1 : -1])
    (head,) = head_of_table(found[1].document, found[1].block)
    text = found[1].document.text[slice(*head)]
    assert text.split("\n\n") == list(rows[rows.index("Fiets | 2") + 1 : -1]), (
        "the caption with the heads of the columns"
    )


@pytest.mark.parametrize("line", ["Datum 12 maart 2024", "Vergaderjaar 2023–2024", "Betreft de veerboot"])
def test_a_line_that_is_no_sentence_is_furniture(line: str) -> None:
    assert is_furniture(sentences_of(paper(line))[0])


def test_what_nobody_says_in_a_debate_speaks_low() -> None:
    nobody = paper("De commissie heeft over de boot gesproken.", speaker=Speaker(role=Role.ONBEKEND))
    debate = replace(nobody, kind=Kind.DEBAT)
    assert voice_of(sentences_of(debate)[0], asker=False) == FURNITURE < 1
    assert voice_of(sentences_of(nobody)[0], asker=False) == 1
    assert voice_of(sentences_of(replace(paper("De boot vaart."), kind=Kind.DEBAT))[0], asker=False) == 1


def test_a_sentence_and_an_item_of_a_list_are_no_furniture() -> None:
    assert not is_furniture(sentences_of(paper("De veerboot vaart."))[0])
    assert not is_furniture(sentences_of(paper("de veerboot", kinds=(BlockKind.LIST_ITEM,)))[0])


@pytest.mark.parametrize(
    ("text", "nothing"),
    [
        ("Brief over de veerboot", True),  # the title
        ("Die zorg deel ik. De pont vaart.", False),
        ("De rederij wijst hierop. De pont vaart.", False),
        ("De rederij. De pont vaart.", False),
        ("Twee keer per week. De pont vaart.", False),
    ],
)
def test_the_title_answers_nothing_but_a_short_sentence_may(text: str, nothing: bool) -> None:
    assert answers_nothing(sentences_of(paper(text))[0]) is nothing


@pytest.mark.parametrize(
    ("text", "kind", "bare"),
    [
        ("Havendienst, Staat van de ponten 2024, p. 3.", BlockKind.FOOTNOTE, True),
        ("Havendienst, Ponten, blz. 12-14", BlockKind.FOOTNOTE, True),
        ("De havendienst telde 40 ponten.", BlockKind.FOOTNOTE, False),
        ("Er varen ponten uit, aldus de Havendienst, p. 3.", BlockKind.FOOTNOTE, False),
        ("In totaal 40 ponten, Havendienst, p. 3.", BlockKind.FOOTNOTE, False),
        ("Havendienst, Staat van de ponten 2024, p. 3.", BlockKind.PARAGRAPH, False),
    ],
)
def test_a_note_of_no_more_than_a_title_and_a_page_is_a_bare_source(text: str, kind: BlockKind, bare: bool) -> None:
    assert is_bare_source(sentences_of(paper(text, kinds=(kind,)))[0]) is bare
