from __future__ import annotations

import pytest

from ingest.structure.fracties import fractie_of, label_of, opens_with_members


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Inbreng van de leden van de ABC-fractie", "de ABC-fractie"),
        ("Vragen en opmerkingen van de leden van de fractie van XYZ", "de XYZ-fractie"),
        ("II. Vragen en opmerkingen van de QRS-fractie 12", "de QRS-fractie"),
        ("• Inbreng van het lid van de ABC-fractie", "de ABC-fractie"),
        ("Inbreng van de leden van de fracties van ABC, het XYZ en QRS", "de fracties van ABC, XYZ en QRS"),
        ("Vragen van de leden van de ABC- en XYZ-fractie", "de fracties van ABC en XYZ"),
        ("Inbreng van het lid Voorbeeld", "het lid Voorbeeld"),
        ("Inbreng van de leden van de groep Voorbeeld", "de Groep Voorbeeld"),
        ("Partij voor de Veren-fractie", "de Partij voor de Veren-fractie"),
        ("Inbreng D66", "de D66-fractie"),
        ("ChristenUnie", "de ChristenUnie-fractie"),
    ],
)
def test_a_label_names_who_speaks(line: str, name: str) -> None:
    label = label_of(line)
    assert label is not None
    assert (label.fractie.name, label.replies) == (name, False)


def test_a_label_of_a_reply_says_so() -> None:
    label = label_of("Antwoorden op de vragen van de leden van de ABC-fractie")
    assert label is not None
    assert label.replies


@pytest.mark.parametrize(
    "line",
    [
        "De leden van de ABC-fractie vragen naar de boot.",
        "II Reactie van de Minister",
        "I Vragen en opmerkingen uit de fracties",
        "Samen met de ABC-fractie",
        "Veerboten",
    ],
)
def test_other_lines_are_no_labels(line: str) -> None:
    assert label_of(line) is None


def test_the_subject_of_a_paragraph_is_who_asks_not_whom_it_mentions() -> None:
    found = fractie_of(
        "Over de haven vragen de leden van de ABC-fractie waarom de motie van het lid Voorbeeld bleef liggen."
    )
    assert found is not None
    assert found.name == "de ABC-fractie"
    both = fractie_of("De leden van de ABC-fractie en de leden van de XYZ-fractie vragen naar de boot.")
    assert both is not None
    assert both.name == "de fracties van ABC en XYZ"
    assert fractie_of("Deze leden wijzen op de motie van het lid Voorbeeld.") is None


def test_members_of_other_bodies_are_no_members_of_the_kamer() -> None:
    assert opens_with_members("Voorts vragen deze leden naar de kosten.")
    assert not opens_with_members("De leden van de raad van toezicht zijn benoemd.")


def test_members_whom_somebody_else_speaks_of_are_not_the_subject() -> None:
    assert not opens_with_members("Het kabinet deelt de zorg van de leden van de ABC-fractie.")
    assert not opens_with_members("Met deze leden is het kabinet van mening dat de boot moet varen.")
    assert opens_with_members("Wat betreft de boot vragen de leden van de ABC-fractie naar de prijs.")
