from __future__ import annotations

from datetime import date

import pytest

from ingest.document import BlockKind, Kind, Role
from tests.ingest.structure.made import AANHANGSEL, parsed


def test_the_head_tells_number_title_dates_and_people() -> None:
    parts = parsed(AANHANGSEL)
    assert parts.kind is Kind.AANHANGSEL
    assert parts.title == "Vragen van het lid Voorbeeld (ABC) over de boot naar het eiland"
    assert parts.date == date(2018, 9, 20)
    assert parts.sender == "Staatssecretaris Voorbeeld (Verkeer)"
    assert parts.recipient == "het lid Voorbeeld (ABC)"


def test_the_vergaderjaar_follows_from_the_day_of_receipt() -> None:
    """The third Tuesday of September 2018 was the 18th."""
    assert parsed(AANHANGSEL).identifier == "ah-tk-20182019-417"
    earlier = AANHANGSEL.replace("ontvangen 20 september", "ontvangen 17 september")
    assert parsed(earlier).identifier == "ah-tk-20172018-417"


def test_a_printed_identifier_comes_first() -> None:
    assert parsed(AANHANGSEL + "\nah-tk-20182019-999\n").identifier == "ah-tk-20182019-999"


def test_an_answer_hangs_on_its_question() -> None:
    parts = parsed(AANHANGSEL)
    answers = [block for block in parts.blocks if block.kind is BlockKind.ANSWER]
    assert [block.place for block in answers] == ["antwoord 1", "antwoord 1", "antwoord 2 en 3"]
    assert answers[0].context is not None
    assert parts.text[slice(*answers[0].context)] == "Hoe vaak vaart de boot?1"
    assert answers[2].context is not None
    joint = parts.text[slice(*answers[2].context)]
    assert joint.startswith("Wie betaalt")
    assert joint.endswith("toelichten?")


def test_questions_are_the_members_words_and_answers_the_ministers() -> None:
    parts = parsed(AANHANGSEL)
    roles = {block.kind: block.speaker.role for block in parts.blocks}
    assert roles[BlockKind.QUESTION] is Role.KAMERLID
    assert roles[BlockKind.ANSWER] is Role.BEWINDSPERSOON
    note = next(block for block in parts.blocks if block.kind is BlockKind.FOOTNOTE)
    assert note.speaker.role is Role.KAMERLID


def test_an_answer_without_a_number_takes_the_questions_before_it() -> None:
    parts = parsed("Vraag 1\nVaart de boot?\n\nVraag 2\nHoe vaak?\n\nAntwoord\nTwee keer.\n")
    assert parts.blocks[-1].place == "antwoord 1 en 2"


def test_questions_that_bear_only_a_number_are_questions() -> None:
    parts = parsed("1\n\nVaart de boot?\n\nAntwoord:\n\nJa.\n\n2\n\nHoe vaak?\n\nAntwoord:\n\nTwee keer.\n")
    places = [block.place for block in parts.blocks if block.kind in {BlockKind.QUESTION, BlockKind.ANSWER}]
    assert places == ["vraag 1", "antwoord 1", "vraag 2", "antwoord 2"]


def test_notes_at_the_end_of_a_letter_are_footnotes() -> None:
    parts = parsed("Vraag 1\n\nVaart de boot? 1)\n\nAntwoord 1\n\nJa.\n\n1) De krant van het eiland.")
    assert parts.blocks[-1].kind is BlockKind.FOOTNOTE
    assert parts.blocks[-1].place == "voetnoot 1"


SIGNED = "De minister van Verkeer,\n\nA.B. Proef\n\n"


@pytest.mark.parametrize(("signed_above", "signed_below"), [(f"{SIGNED}2021Z00123\n\n", ""), ("", f"\n{SIGNED}")])
def test_number_and_title_of_the_questions_in_a_letter_are_said_by_nobody(signed_above: str, signed_below: str) -> None:
    parts = parsed(
        "Geachte voorzitter,\n\nHierbij stuur ik u de antwoorden op de vragen van het lid Voorbeeld (ABC) over "
        "de boot, ingezonden op 3 mei 2021 met kenmerk 2021Z00123.\n\n"
        f"{signed_above}Vragen van het lid Voorbeeld (ABC) aan de minister van Verkeer over de boot (ingezonden 3 mei "
        f"2021)\n\nVraag 1\nVaart zij?\n\nAntwoord 1\nJa.\n{signed_below}"
    )
    roles = {parts.text[block.start : block.end].split(" van ")[0]: block.speaker.role for block in parts.blocks}
    assert roles.get("2021Z00123", Role.ONBEKEND) is roles["Vragen"] is Role.ONBEKEND
    said = [roles[words] for words in ("A.B. Proef", "Hierbij stuur ik u de antwoorden op de vragen", "Ja.")]
    assert said == 3 * [Role.BEWINDSPERSOON]
    assert roles["Vaart zij?"] is Role.KAMERLID


def test_sentences_between_the_signature_and_the_questions_are_the_ministers() -> None:
    parts = parsed(
        f"Geachte voorzitter,\n\nHierbij de antwoorden.\n\n{SIGNED}Vooraf merk ik op dat de boot stuk was.\n\n"
        "Antwoorden op de vragen van het lid Voorbeeld (ABC) over de boot.\n\nVraag 1\nVaart zij?\n\nAntwoord 1\nJa.\n"
    )
    roles = {parts.text[block.start : block.end].split()[0]: block.speaker.role for block in parts.blocks}
    assert (roles["Vooraf"], roles["Antwoorden"]) == (Role.BEWINDSPERSOON, Role.ONBEKEND)
