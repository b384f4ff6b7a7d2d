from __future__ import annotations

from datetime import date

import pytest

from ingest.document import Kind
from ingest.structure.particulars import identifier_in
from tests.ingest.structure.made import parsed

OF_MEETING = ("Datum publicatie", "Organisatie", "Vergaderjaar", "Vergadernummer", "Datum vergadering")
OF_DOSSIER = ("Datum publicatie", "Organisatie", "Vergaderjaar", "Dossier- en ondernummer")
TURNS = "De voorzitter:\n\nIk open de vergadering.\n\nDe heer Kaai (XYZ):\n\nDe kade is te laag.\n"
LETTER = (
    "Aan de Voorzitter van de Tweede Kamer der Staten-Generaal\n\nDen Haag, 4 mei 2021\n\n"
    "Hierbij stuur ik uw Kamer het plan.\n\nDe Minister van Verkeer,\nA.B. Voorbeeld\n"
)


@pytest.mark.parametrize("between", ["", "\t", " | "])
@pytest.mark.parametrize(
    ("house", "published", "held", "number", "day"),
    [
        ("Tweede", "", "", "h-tk-20202021-58-22", None),
        ("Eerste", "29-05-2021", "22-05-2021", "h-ek-20202021-58-22", date(2021, 5, 22)),
    ],
)
def test_handelingen_are_known_by_the_particulars_above_them(
    between: str, house: str, published: str, held: str, number: str, day: date | None
) -> None:
    values = (published, f"{house} Kamer der Staten-Generaal", "2020-2021", "nr. 58, item 22", held)
    rows = f"{between.join(OF_MEETING)}\n{between.join(values)}"
    parts = parsed(f"Handeling\n\n{rows}\n\n22 Veilige havens\n\n{TURNS}")
    assert (parts.kind, parts.identifier, parts.date) == (Kind.DEBAT, number, day)
    assert parts.title == "Veilige havens"
    assert parts.text.startswith("22 Veilige havens\n\nDe voorzitter:")


@pytest.mark.parametrize(
    ("value", "number"),
    [
        ("12345 nr. 108", "kst-12345-108"),
        ("12345-VIII nr. 7", "kst-12345-VIII-7"),
        ("21501-32 nr. 7", "kst-21501-32-7"),
    ],
)
@pytest.mark.parametrize("between", ["", "\t", " | "])
def test_a_kamerstuk_without_a_printed_head_has_the_number_of_its_particulars(
    value: str, number: str, between: str
) -> None:
    values = ("", "Tweede Kamer der Staten-Generaal", "2020-2021", value)
    parts = parsed(f"Kamerstuk\n{between.join(OF_DOSSIER)}\n{between.join(values)}\n\n{LETTER}")
    assert (parts.kind, parts.identifier) == (Kind.KAMERBRIEF, number)
    assert parts.text.startswith("Aan de Voorzitter")


def test_the_printed_head_of_a_kamerstuk_stays_below_its_particulars() -> None:
    rows = f"{''.join(OF_DOSSIER)}\nTweede Kamer der Staten-Generaal2020-202112345 nr. 7"
    parts = parsed(f"Kamerstuk\n\n{rows}\n\n12 345 Boten\n\nNr. 7 BRIEF VAN DE MINISTER VAN VERKEER\n\n{LETTER}")
    assert (parts.identifier, parts.dossiers, parts.title) == ("kst-12345-7", ("12 345",), "Boten")
    assert parts.text.startswith("12 345 Boten\n\nNr. 7 BRIEF")


def test_a_word_or_a_list_of_labels_that_is_no_head_of_particulars_stays() -> None:
    text = "Geachte voorzitter,\n\nKamerstuk\n\nOrganisatie en vergaderjaar\n\nDe boot vaart."
    assert "Kamerstuk\n\nOrganisatie en vergaderjaar" in parsed(text).text


@pytest.mark.parametrize(
    ("value", "number"),
    [
        ("12345, A", "kst-12345-A"),
        ("12345, nr. 108-h1", "kst-12345-108-h1"),
        ("21501-02-A, nr. B", "kst-21501-02-A-B"),
        ("2752", ""),
    ],
)
@pytest.mark.parametrize("between", ["", "\t"])
def test_all_forms_of_a_number_are_read(value: str, number: str, between: str) -> None:
    values = between.join(("04-05-2021", "Tweede Kamer der Staten-Generaal", "2020-2021", value, "03-05-2021"))
    assert identifier_in(f"Kamerstuk\n{values}\n") == number


def test_an_aanhangsel_is_known_by_the_particulars_above_it() -> None:
    heads = "Datum publicatieOrganisatieVergaderjaarNummerDatum ontvangst"
    values = "04-06-2022Tweede Kamer der Staten-Generaal2021-2022275207-06-2022"
    asked = "Vragen van het lid Kaai (XYZ) aan de Minister van Havens over de kade (ingezonden 20 mei 2022)."
    answered = "Antwoord van Minister Voorbeeld (Havens) (ontvangen 7 juni 2022)."
    said = "Vraag 1\n\nIs de kade te laag?\n\nAntwoord 1\n\nJa.\n"
    parts = parsed(f"Kamervragen (Aanhangsel)\n{heads}\n{values}\n\n{asked}\n\n{answered}\n\n{said}")
    assert (parts.kind, parts.identifier) == (Kind.AANHANGSEL, "ah-tk-20212022-2752")
    assert parts.text.startswith(asked)


def test_heads_above_values_that_are_not_read_stay_with_these() -> None:
    table = f"Kamerstuk\n{''.join(OF_DOSSIER)}\n4 mei 2021 - Tweede Kamer - een ander nummer"
    assert parsed(f"{table}\n\n{LETTER}").text.startswith("Kamerstuk")
