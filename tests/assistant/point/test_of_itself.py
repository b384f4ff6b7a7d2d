"""What a paper is asked of itself is told of that paper and of no other, or said to be lacking."""

import time
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest

from assistant.point.head_fields import lines_for
from assistant.point.lookups import IN_PART, WHICH, looked_up
from assistant.understand.conversation import complete
from assistant.understand.head_fields import FIELDS, asked_fields
from assistant.understand.several import separate
from index.dutch import stem, terms
from ingest.document import Document, Kind
from ingest.structure.letter import SIGNATURE_PLACE
from tests.assistant.made import paper

PONT, SLUIS, DEBAT, NOTA = "kst-29876-61", "kst-29876-62", "kst-29876-63", "bestand-0123456789ab"


def letter(identifier: str, title: str, text: str, signer: str, day: date) -> Document:
    made = paper("Kenmerk PONT-7", text, f"Op {day.day + 1} mei 2024 volgt meer.", signer, identifier=identifier)
    blocks = (*made.blocks[:-1], replace(made.blocks[-1], place=SIGNATURE_PLACE))
    return replace(made, title=title, blocks=blocks, date=day, dossiers=("29 876",))


PAPERS = {
    one.identifier: one
    for one in (
        letter(PONT, "Stand van zaken", "Er zijn drie vaarroutes voor de pont.", "V. Voorbeeld", date(2024, 5, 6)),
        letter(SLUIS, "Reactie op het rapport Dichte deuren", "De sluis blijft open.", "P. Proef", date(2024, 5, 9)),
        replace(
            paper(
                "Vastgesteld 3 juni 2024",
                "De voorzitter van de commissie, Van der Steen",
                "De griffier van de commissie,\nDe Wit-Bakker",
                "Voorzitter: Molenaar",
                "Aanvang 10.02 uur.",
                "De voorzitter:\nGoedemorgen, wij spreken over de veerdienst.",
                "Sluiting 12.40 uur.",
                identifier=DEBAT,
            ),
            title="Verslag van een commissiedebat over de veerdienst",
            kind=Kind.DEBAT,
            date=date(2024, 5, 14),
        ),
        replace(
            paper("Aan: de minister", "Referentie\n7788", "Uiterste beslisdatum", "4 mei 2024", identifier=NOTA),
            title="nota-aanlegsteiger",
            kind=Kind.BESLISNOTA,
        ),
    )
}


class Held:
    """Says in how many blocks of each of these papers some words stand."""

    def holding(self, words: Sequence[str]) -> dict[str, int]:
        wanted = {stem(word) for word in words}
        return {
            name: sum(wanted <= set(terms(one.text[block.start : block.end])) for block in one.blocks)
            for name, one in PAPERS.items()
        }


def read(text: str, *before: str) -> tuple[str, list[str]]:
    """What is said before the quotes, and the quotes."""
    found = looked_up(complete(text, before), PAPERS, "kamer", Held())
    if found is None:
        return "", []
    return found.notice, [each.text for one in found.statements for each in one.citations]


@pytest.mark.parametrize(
    "text",
    [
        "Wie heeft de brief met de drie vaarroutes getekend?",
        "Wie ondertekende de brief over de vaarroutes voor de pont?",
        "ondertekenaar brief drie vaarroutes pont",
        "Wie ondertekende Kamerstuk 29 876, nr. 61?",
    ],
)
def test_who_signed_a_paper_that_is_told_by_what_it_says(text: str) -> None:
    assert read(text) == ("", ["V. Voorbeeld"])


def test_its_day_is_told_with_it_and_no_day_of_its_text() -> None:
    asked = complete("wie heeft de reactie op Dichte deuren getekend en van wanneer is ie", ())
    found = looked_up(asked, PAPERS, "kamer")
    assert found is not None
    assert found.statements[0].text == "Ondertekend met: “P. Proef”"
    assert "9 mei 2024" in found.statements[-1].text
    first = looked_up(complete("Wanneer is de brief met de drie vaarroutes getekend?", ()), PAPERS, "kamer", Held())
    assert first is not None
    assert ["6 mei 2024" in one.text for one in first.statements] == [True]
    then = complete("En van welke dag is die?", ["Wie tekende de brief over de drie vaarroutes?"])
    day = looked_up(then, PAPERS, "kamer", Held())
    assert day is not None
    assert "6 mei 2024" in day.statements[0].text


def test_its_number_is_told_with_who_signed_it() -> None:
    asked = complete("wie tekende brief Dichte deuren en wat is het kamerstuknummer", ())
    found = looked_up(asked, PAPERS, "kamer")
    assert found is not None
    assert "29 876, nr. 62" in found.statements[-1].text


@pytest.mark.parametrize("text", ["Wie heeft de brief over de tunnel getekend?", "Wat is het kenmerk van de brief?"])
def test_in_doubt_which_paper_is_meant_nothing_is_told(text: str) -> None:
    assert read(text) == (WHICH, [])


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Wat is het kenmerk van de brief over de drie vaarroutes?", ["Kenmerk PONT-7"]),
        ("Wat is de referentie van de nota over de aanlegsteiger?", ["Referentie", "7788"]),
        ("Wat is de uiterste beslisdatum van de nota aanlegsteiger?", ["Uiterste beslisdatum", "4 mei 2024"]),
        ("Aan wie is de beslisnota gericht?", ["Aan: de minister"]),
        ("Wie was de griffier bij het debat over de veerdienst?", ["De griffier van de commissie,", "De Wit-Bakker"]),
        ("Wie was de voorzitter van het debat over de veerdienst?", ["Voorzitter: Molenaar"]),
        ("wie zat het debat van 14 mei 2024 voor", ["Voorzitter: Molenaar"]),
        ("Wanneer is het verslag van het debat vastgesteld?", ["Vastgesteld 3 juni 2024"]),
        ("Hoe laat begon en eindigde het debat?", ["Aanvang 10.02 uur.", "Sluiting 12.40 uur."]),
    ],
)
def test_a_line_of_the_head_or_the_foot_is_told(text: str, told: list[str]) -> None:
    assert read(text) == ("", told)


def test_the_second_question_stays_with_the_paper_of_the_first() -> None:
    before = "Wie was de griffier bij het debat over de veerdienst?"
    assert read("En op welke dag is het verslag vastgesteld?", before) == ("", ["Vastgesteld 3 juni 2024"])
    assert read("En wat is de referentie?", "Aan wie is de nota gericht?") == ("", ["Referentie", "7788"])


def test_two_particulars_in_one_question_are_both_told_or_one_is_said_to_be_missing() -> None:
    both = ["Voorzitter: Molenaar", "Vastgesteld 3 juni 2024"]
    assert read("wie zat het debat van 14 mei 2024 voor en wanneer is dat verslag vastgesteld") == ("", both)
    assert read("ondertekenaar en kenmerk van de brief over de drie vaarroutes") == (
        "",
        ["V. Voorbeeld", "Kenmerk PONT-7"],
    )
    assert read("Wie was de griffier van het debat over de veerdienst en wat nog meer?")[0] == IN_PART


@pytest.mark.parametrize(
    "text",
    [
        "Wie tekende de brief over de drie vaarroutes, welk kenmerk staat erop, hoeveel vaarroutes zijn er?",
        "Welk kenmerk en welke datum heeft de brief over de drie vaarroutes en wanneer zijn er drie vaarroutes?",
    ],
)
def test_a_question_beside_several_particulars_is_not_lost_without_a_word(text: str) -> None:
    notice, quotes = read(text)
    assert notice == IN_PART
    assert "Kenmerk PONT-7" in quotes


def test_a_dossier_is_told_with_the_number_that_holds_it() -> None:
    for text in (
        "Welk dossiernummer, welk nummer en welke datum heeft de brief over de drie vaarroutes?",
        "Welk dossiernummer en welk kenmerk heeft de brief over de drie vaarroutes?",
    ):
        found = looked_up(complete(text, ()), PAPERS, "kamer", Held())
        assert found is not None
        assert found.notice == ""
        assert "29 876, nr. 61" in found.statements[-1].text
    assert read("dossiernummer en referentie van de nota over de aanlegsteiger")[0].startswith("Het dossiernummer vond")


@pytest.mark.parametrize("greeting", ["Dag, w", "Dag voorzitter, w", "Goedendag, w", "Geachte mevrouw, w", "W"])
def test_a_greeting_asks_for_nothing_and_tells_no_paper(greeting: str) -> None:
    assert read(f"{greeting}ie heeft de brief over de drie vaarroutes ondertekend?") == ("", ["V. Voorbeeld"])
    notice, quotes = read(f"{greeting}ie heeft de Stand van zaken ondertekend en onder welk Kamerstuknummer?")
    assert (notice, quotes[0]) == ("", "V. Voorbeeld")


@pytest.mark.parametrize(
    "asked",
    [
        "Brief over de drie vaarroutes: wie heeft die ondertekend, op welke datum en onder welk kenmerk",
        "brief over de drie vaarroutes: kenmerk, datum en ondertekenaar",
        "Brief over de drie vaarroutes: onder welk kenmerk, door wie ondertekend, wanneer?",
        "Op welke dag en door wie is de brief over de drie vaarroutes ondertekend en wat is het kenmerk?",
        "Wat is het kenmerk van de brief over de drie vaarroutes, van welke datum is die en wie heeft hem getekend?",
        "Wie tekende de brief over de drie vaarroutes? Wanneer? En onder welk kenmerk staat die?",
        "Welke datum, welke ondertekenaar en welk kenmerk heeft de brief over de drie vaarroutes?",
        "Wie heeft de brief met de drie vaarroutes ondertekend, en welk kenmerk en welke datum heeft die brief",
    ],
)
def test_several_particulars_of_one_paper_are_one_look_up_in_any_order(asked: str) -> None:
    assert separate(asked) == (asked,)
    found = looked_up(complete(asked, ()), PAPERS, "kamer", Held())
    assert found is not None
    assert found.notice == ""
    quotes = [each.text for one in found.statements for each in one.citations]
    assert {"V. Voorbeeld", "Kenmerk PONT-7"} <= {*quotes}
    assert "is van 6 mei 2024" in found.statements[-1].text


@pytest.mark.parametrize(
    ("text", "lacking", "told"),
    [
        (
            "Debat over de veerdienst: wanneer vastgesteld, wie was commissievoorzitter en welk kenmerk",
            "Het kenmerk",
            ["Vastgesteld 3 juni 2024", "Voorzitter: Molenaar"],
        ),
        (
            "nota aanlegsteiger: aan wie gericht, griffier, referentie, beslisdatum en ondertekenaar",
            "De ondertekenaar en de griffier",
            ["Referentie", "7788", "Aan: de minister", "Uiterste beslisdatum", "4 mei 2024"],
        ),
        (
            "nota aanlegsteiger: nummer, datum, referentie en griffier",
            "De griffier en een officieel nummer",
            ["Referentie", "7788", "Aan: de minister"],
        ),
        (
            "Hoe laat begon en eindigde het debat over de veerdienst, en wie was de voorzitter?",
            "",
            ["Aanvang 10.02 uur.", "Sluiting 12.40 uur.", "Voorzitter: Molenaar"],
        ),
    ],
)
def test_each_particular_that_is_asked_is_told_or_said_to_be_lacking(text: str, lacking: str, told: list[str]) -> None:
    notice, quotes = read(text)
    assert notice.partition(" vond ik niet in ")[0] == lacking
    assert sorted(quotes) == sorted(told)


def test_what_is_signed_is_a_paper_where_its_number_is_asked_as_well() -> None:
    notice, quotes = read("Wie heeft de Stand van zaken ondertekend en onder welk Kamerstuknummer?")
    assert notice == ""
    assert "V. Voorbeeld" in quotes
    assert read("Wie heeft het convenant over de vaarroutes ondertekend en onder welk Kamerstuknummer?") == ("", [])


@pytest.mark.parametrize(
    "text",
    [
        "Brief over de pont: hoeveel boten varen er, wanneer en op welke dag?",
        "Brief over de pont: wanneer vaart de pont, wie is de voorzitter en op welke datum?",
        "Debat over de veerdienst: wat zei Molenaar en wanneer?",
    ],
)
def test_a_message_that_asks_something_else_beside_is_searched_for(text: str) -> None:
    assert read(text) == ("", [])


def test_what_a_paper_does_not_tell_of_itself_is_said_to_be_lacking() -> None:
    notice, quotes = read("kenmerk en griffier van het debat over de veerdienst")
    assert notice == "Het kenmerk vond ik niet in „Verslag van een commissiedebat over de veerdienst”."
    assert quotes == ["De griffier van de commissie,", "De Wit-Bakker"]
    notice, quotes = read("Wat is de uiterste beslisdatum van de brief over de drie vaarroutes?")
    assert notice == "De uiterste beslisdatum vond ik niet in „Stand van zaken”."
    assert quotes == []


@pytest.mark.parametrize(
    "text",
    [
        "Wie moet het vaarplan volgens de brief ondertekenen?",
        "Wie heeft het convenant in de brief over de pont ondertekend?",
        "Wie heeft de motie in het debat ondertekend?",
        "Wat is een belangrijk kenmerk van de pont?",
        "Wat zei de voorzitter in het debat over de veerdienst?",
        "Hoe laat begint de veerdienst?",
        "Hoeveel bijlagen heeft de brief over de pont?",
        "Wat is er in de brief vastgesteld?",
        "Mag een veer sluiten, of is sluiting van de haven onmogelijk zonder overleg met de schippers?",
        "Wat zei de wethouder in het debat over de sluiting van havens?",
        "Hoe laat begint de vaardag volgens het debat over de veerdienst?",
        "Wie tekent het vaarplan na overleg met de schippers?",
        "Wie is voorzitter van de schippersraad na overleg?",
        "Wie zat bij het debat over de veerdienst voor de VVD?",
        "Wie is voorzitter van de vergadering van de schippers?",
        "Is de schipper verplicht om een handtekening onder het verslag te zetten?",
        "Wanneer is in het verslag van het debat de dienstregeling vastgesteld?",
        "Wat is het kenmerk van een veerman volgens de brief over de drie vaarroutes?",
        "Wie heeft namens de rederij het convenant ondertekend volgens Kamerstuk 29 876, nr. 61?",
        "Is het convenant volgens de brief over de drie vaarroutes ondertekend, en door wie?",
        "Wat betekent mijn handtekening onder een brief over de drie vaarroutes?",
        "Wanneer is het convenant getekend dat bij de brief over de drie vaarroutes zit?",
    ],
)
def test_what_is_asked_of_the_text_is_searched_for(text: str) -> None:
    assert read(text) == ("", [])


@pytest.mark.parametrize(
    "text", ["En wie tekent het plan?", "En van wanneer is de wet?", "En van wanneer tot wanneer loopt de proef?"]
)
def test_what_is_asked_next_of_something_else_is_not_told_of_the_paper(text: str) -> None:
    assert read(text, "Wie tekende de brief over de drie vaarroutes?") == ("", [])


@pytest.mark.parametrize(
    "text",
    [
        "Wie tekende de brief van 1 mei 2020 over de drie vaarroutes?",
        "Wie tekende de brief uit dossier 31 289 over de drie vaarroutes?",
        "Wie tekende de brief van Bos over de drie vaarroutes?",
        "Wie tekende de brief over de drie vaarroutes in Stroomdam?",
        "Wie tekende de reactie van Bos op Dichte deuren?",
        "Wie tekende de reactie op Dichte deuren in Stroomdam?",
    ],
)
def test_a_paper_that_does_not_fit_all_that_is_told_of_it_is_not_meant(text: str) -> None:
    assert read(text) == (WHICH, [])


def test_one_word_is_enough_where_no_other_paper_holds_it() -> None:
    assert read("Wie tekende de brief over vaarroutes?") == ("", ["V. Voorbeeld"])


def test_prose_that_begins_like_a_line_of_the_head_is_none() -> None:
    made = paper("Kenmerk van een pont is dat zij 24 uur vaart.", "Sluiting van de haven om 12.00 uur is verboden.")
    assert not [lines_for(made, field) for field in FIELDS if lines_for(made, field)]


def test_lines_are_asked_for_in_little_time() -> None:
    before = time.process_time()
    for words in (
        "debat hoe laat ",
        "wie is overleg ",
        "nota aan wie ",
        "wanneer is het verslag ",
        "kenmerk en debat ",
    ):
        asked_fields(words * 150)
    assert time.process_time() - before < 1  # seconds; it grew with the cube
