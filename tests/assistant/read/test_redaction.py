"""Unreadable parts: noticed, never filled in."""

from dataclasses import replace

import pytest

from assistant.find.finding import find
from assistant.find.sentences import Sentences, has_gap
from assistant.read.redaction import bears_mark, redacted
from assistant.understand.asked import Asked
from assistant.understand.conversation import complete
from index.generation import Generation
from ingest.document import BlockKind
from tests.assistant.made import evidence, paper, question


def grounds(generation: Generation, text: str) -> list[str]:
    asked = complete(text, [])
    found = find(asked, generation, Sentences(generation))
    return [sentence.text for sentence in redacted(asked, found, generation)]


def test_a_ground_that_fits_best_tells_that_the_rest_was_taken_out(built: Generation) -> None:
    document = paper("Lopende zaken", "De boot vaart.", kinds=(BlockKind.REDACTION, BlockKind.PARAGRAPH))
    taken, told = evidence(document), evidence(document, block=1)
    asked = question("Wat staat er over de lopende zaken?")
    assert [one.text for one in redacted(asked, [taken, told], built)] == ["Lopende zaken"]
    assert redacted(asked, [told, taken], built) == []


def test_a_ground_that_shares_a_word_with_the_question_is_no_content(built: Generation) -> None:
    words = ("Inspectie - controle - toezicht", "De inspectie controleert de boten.")
    document = paper(*words, kinds=(BlockKind.REDACTION, BlockKind.PARAGRAPH))
    ground, told = evidence(document), evidence(document, block=1)
    assert redacted(question("Wat doet de inspectie?"), [ground, told], built) == []


def test_a_ground_in_the_column_of_an_inventory_takes_the_place_of_no_words(built: Generation) -> None:
    def told(head: str) -> list[str]:
        document = paper("Mail over de boot | 5.1.2.e", kinds=(BlockKind.TABLE,))
        one = evidence(document)
        row = replace(one, sentence=replace(one.sentence, head=head))
        return [found.text for found in redacted(question("Wie schreef de mail?", Asked.NAME), [row], built)]

    assert told("Document | Weigeringsgrond") == []
    assert told("Document | Afzender") == ["Mail over de boot | 5.1.2.e"]


@pytest.mark.parametrize("ground", ["Beraad", "Eerbiediging van wat een reder aan zijn eigen schippers heeft verteld"])
def test_what_a_black_box_bears_takes_the_place_of_words(ground: str, built: Generation) -> None:
    assert bears_mark(f"De boot kost [weggelakt: {ground}] per jaar.")
    label = f"[weggelakt: {ground}]"
    document = paper(label, "[weggelakt: Wat niemand weet]", kinds=(BlockKind.REDACTION, BlockKind.REDACTION))
    asked = complete(f"Wat is er weggelakt wegens {ground}?", [])
    assert [one.text for one in redacted(asked, [evidence(document)], built)] == [label]


def test_words_that_lead_in_what_was_made_unreadable_come_with_the_grounds_below_them(built: Generation) -> None:
    lead_in, rows = "In deze brief zijn drie delen onleesbaar gemaakt:", ("Grond | Deel", "5.1.2.b | De kosten")
    document = paper(lead_in, *rows, "De boot vaart.", kinds=(BlockKind.PARAGRAPH, BlockKind.TABLE, BlockKind.TABLE))
    asked = complete("Op welke gronden is de brief zwart gemaakt?", [])
    assert [one.text for one in redacted(asked, [evidence(document)], built)] == [lead_in, *rows]


def test_two_spaces_inside_a_line_are_a_gap() -> None:
    assert has_gap("De aanvraag van  is afgewezen.")
    assert not has_gap("De aanvraag is\nafgewezen. ")
    assert not has_gap("")


def test_all_grounds_are_named_once_when_no_one_is_asked_for(built: Generation) -> None:
    assert grounds(built, "Wat is er weggelakt in de beslisnota?") == [
        "Lopende onderhandelingen",
        "Bedrijfsinformatie - vertrouwelijk verstrekt",
    ]


def test_only_the_ground_that_is_asked_for_is_named(built: Generation) -> None:
    asked = "Wat is er weggelakt vanwege lopende onderhandelingen?"
    assert grounds(built, asked) == ["Lopende onderhandelingen"]


def test_a_name_that_was_taken_out_is_answered_with_the_nearest_ground(built: Generation) -> None:
    assert grounds(built, "Welke vervoerder heeft bezwaar gemaakt?") == ["Lopende onderhandelingen"]


def test_what_is_readable_is_not_redacted(built: Generation) -> None:
    assert grounds(built, "Wie onderzoekt de proef met reisbegeleiders?") == []
    assert grounds(built, "Hoeveel aanvragen zijn er afgewezen?") == []


def test_an_empty_place_stands_for_a_ground_that_is_not_given(built: Generation) -> None:
    document = paper("De aanvraag van  is afgewezen.", "•", kinds=(BlockKind.PARAGRAPH, BlockKind.REDACTION))
    asked = question("Wie deed de aanvraag?", Asked.NAME)
    assert [one.text for one in redacted(asked, [evidence(document)], built)] == ["•"]


def test_a_gap_beside_a_name_hides_no_name(built: Generation) -> None:
    lines = ("De Veerdienst heeft geen bezwaar [weggelakt].", "De boot vaart.", "•")
    document = paper(*lines, kinds=(BlockKind.PARAGRAPH, BlockKind.PARAGRAPH, BlockKind.REDACTION))
    asked = question("Welk bezwaar weegt het zwaarst volgens de Havendienst?")
    assert redacted(asked, [evidence(document)], built) == []


def test_without_evidence_nothing_was_redacted(built: Generation) -> None:
    assert redacted(question("Wie deed de aanvraag?", Asked.NAME), [], built) == []


@pytest.mark.parametrize("mark", ["5.1.2.e", "[5.1.2.e]", "██████", "[persoonsgegevens]", "[weggelakt]"])
def test_a_mark_in_the_place_of_a_name_is_no_name(built: Generation, mark: str) -> None:
    document = paper(f"De projectleider van de Veerdienst is {mark}.")
    asked = question("Wie is de projectleider van de Veerdienst?", Asked.NAME)
    assert [one.text for one in redacted(asked, [evidence(document)], built)] == [document.text]


def test_a_word_for_a_paper_is_no_name_beside_a_mark(built: Generation) -> None:
    document = paper("De schipper die in de Kamerbrief voorkomt, de heer ██████, stemt ermee in.")
    asked = question("Hoe heet de schipper?", Asked.NAME)
    assert [one.text for one in redacted(asked, [evidence(document)], built)] == [document.text]


def test_the_year_of_the_question_is_not_the_amount_that_was_taken_out(built: Generation) -> None:
    document = paper("De kosten van de Veerdienst worden voor 2021 geraamd op ██████.")
    asked = question("Op hoeveel worden de kosten van de Veerdienst voor 2021 geraamd?", Asked.AMOUNT)
    assert redacted(asked, [evidence(document)], built)


def test_a_mark_beside_what_is_asked_for_takes_nothing_away(built: Generation) -> None:
    document = paper("De kosten zijn 12 miljoen euro, aldus 5.1.2.e.")
    assert redacted(question("Hoeveel kost het?", Asked.AMOUNT), [evidence(document)], built) == []


@pytest.mark.parametrize(
    ("text", "hidden"),
    [
        ("De ruimte voor de reder bedraagt 5.1.2.b.", True),
        ("De ruimte voor de reder is ██████.", True),
        ("De ruimte voor de reder is besproken met 5.1.2.e.", False),
        ("De reder weet dat de vloot 5.1.2.b groot is.", False),
    ],
)
def test_a_sentence_that_ends_in_a_mark_hides_what_it_would_tell(built: Generation, text: str, hidden: bool) -> None:
    document = paper(text)
    asked = replace(question("Wat is de ruimte voor de reder?"), focus=("ruimte",))
    assert [one.text for one in redacted(asked, [evidence(document)], built)] == ([text] if hidden else [])
    assert redacted(question("Waarom is er ruimte?", Asked.REASON), [evidence(document)], built) == []


def test_a_whole_sentence_as_close_to_the_question_is_preferred(built: Generation) -> None:
    marked, whole = paper("De Veerdienst is van ██████."), paper("De Veerdienst is van Rederij Noord.")
    asked = question("Van wie is de Veerdienst?", Asked.NAME)
    assert redacted(asked, [evidence(marked), evidence(whole)], built) == []


def test_a_ground_that_is_cut_off_is_told_by_one_that_is_whole(built: Generation) -> None:
    found = ["Bedrijfsinforma", "Bedrijfsinformatie", "Bedrijfsinformatie Bedrijfsinformatie"]
    document = paper("Het advies.", *found, kinds=(BlockKind.PARAGRAPH, *(BlockKind.REDACTION,) * 3))
    near = evidence(document)
    told = redacted(question("Wat is er weggelakt?"), [near], built)
    assert [one.text for one in told] == ["Bedrijfsinformatie"]


@pytest.mark.parametrize(
    ("text", "hidden"),
    [("Het hoogste bod voor de boot is", True), ("De raming luidt:", True), ("Het hoogste bod is bekend.", False)],
)
def test_what_breaks_off_at_a_gap_is_told_to_be_unreadable(built: Generation, text: str, hidden: bool) -> None:
    document = paper(text, "5.1.2b", kinds=(BlockKind.PARAGRAPH, BlockKind.REDACTION))
    told = redacted(question("Wat is het hoogste bod?"), [evidence(document)], built)
    assert [one.text for one in told] == (["5.1.2b"] if hidden else [])


def test_what_another_paper_hides_is_no_answer(built: Generation) -> None:
    found = evidence(paper("De pont is uit de begroting weggelaten omdat zij te duur was."))
    assert redacted(question("Waarom is de pont weggelaten uit de begroting?"), [found], built) == []


def test_a_column_of_grounds_is_found_below_the_caption_of_its_table(built: Generation) -> None:
    one = evidence(paper("1 | Mail over de boot | 5.1.2.e", kinds=(BlockKind.TABLE,)))
    row = replace(one, sentence=replace(one.sentence, head="Inventaris van stukken\nNr | Stuk | Weigeringsgrond"))
    assert redacted(question("Wie schreef de mail?", Asked.NAME), [row], built) == []
