"""The particulars of a letter, in the forms that ministries write and pictures of pages are read."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.document import Kind, Role
from ingest.official_numbers import MONTHS
from ingest.structure.addressing import date_of, units_above
from ingest.structure.parts import Parts
from tests.ingest.structure.made import parsed

ADDRESS = "Aan de voorzitter van de Tweede Kamer der Staten-Generaal\n\n"
FOOT = (
    "Er komen 15 boten bij. Ik stuur uw Kamer een plan.\n\nHoogachtend,\n\nDe minister van Verkeer,\n\nA.B. Voorbeeld\n"
)


def letter(head: str, address: str = ADDRESS, salutation: str = "Geachte voorzitter,") -> Parts:
    return parsed(f"{address}{head}\n\n{salutation}\n\n{FOOT}")


@pytest.mark.parametrize(
    "head",
    [
        "Datum 3 maart 2026\nBetreft Boten",
        "Den Haag, 3 maart 2026\n\nBetreft: Boten",
        "Datum: 03-03-2026\nOnderwerp: Boten",
        "Datum\n3 maart 2026\n\nBetreft\nBoten",
        "Datum\nBetreft\n3 maart 2026\nBoten",
        "- 3 MRT. 2026\n\nBetreft Boten",
        "Datum 0 3 MAART 2 026\nBetreft Boten",
        "Havenstad, 3 maart 2026\n\nOnderwerp Boten",
        "DATUM 3 maart 2026\nBETREFT Boten",
        "Datum 3 maart 2026 Betreft Boten",
        "Betreft Boten\nDatum 3 mrt 2026",
        "Datum 2026-03-03\nUw brief van 3 februari 2026\nBetreft Boten",
        "Betreft Boten\n\n3 maart 2026",
    ],
)
def test_day_and_subject_are_found_in_many_forms(head: str) -> None:
    parts = letter(head)
    assert (parts.kind, parts.title, parts.date) == (Kind.KAMERBRIEF, "Boten", date(2026, 3, 3))


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)), st.data())
def test_a_day_is_read_with_figures_torn_apart_and_months_cut_off(day: date, data: st.DataObject) -> None:
    name = MONTHS[day.month - 1]
    short = "mrt" if day.month == 3 else name[: data.draw(st.integers(3, len(name)))]
    month = data.draw(st.sampled_from([short, short.upper(), short.capitalize() + "."]))
    figures = [data.draw(st.sampled_from(["", " "])).join(str(number)) for number in (day.day, day.year)]
    assert date_of(f"{figures[0]} {month} {figures[1]}") == day
    assert date_of(f"{day.day}-{day.month}-{day.year}") == day


def test_what_is_no_day_is_none() -> None:
    assert [date_of(text) for text in ("31 februari 2020", "12 345", "3 boten 2020", "")] == [None] * 4


def test_a_subject_of_two_sentences_is_kept_whole() -> None:
    assert letter("Betreft Het plan voor de boten. Het is nieuw.").title == "Het plan voor de boten. Het is nieuw."


def test_a_sentence_that_begins_with_betreft_is_no_subject() -> None:
    parts = parsed(f"{ADDRESS}Geachte voorzitter,\n\nBetreft het een oude boot, dan vaart zij niet.\n\n{FOOT}")
    assert parts.title == ""


@pytest.mark.parametrize(
    ("address", "salutation", "recipient"),
    [
        ("AAN DE VOORZITTER VAN DE TWEEDE KAMER DER STATEN-GENERAAL", "GEACHTE VOORZITTER,", "Tweede Kamer"),
        ("Aan de Voorzitter van de Eerste Kamer der Staten-Generaal", "Geachte voorzitter,", "Eerste Kamer"),
        (
            "Aan de voorzitters van de Eerste en van de Tweede Kamer der Staten-Generaal",
            "Geachte voorzitter,",
            "Eerste en Tweede Kamer",
        ),
        ("Aan het college van Havenstad", "Geacht college,", "college van Havenstad"),
        ("Aan: alle reders", "Beste lezer,", "alle reders"),
        ("Aan de heer A. Proef", "Geacht bestuur van de haven,", "bestuur van de haven"),
        ("Aan de heer A. Proef", "Zeer geacht bestuur van de haven,", "bestuur van de haven"),
    ],
)
def test_the_addressee_is_who_the_address_or_the_salutation_names(
    address: str, salutation: str, recipient: str
) -> None:
    assert letter("Betreft Boten", f"{address}\n\n", salutation).recipient == recipient


@pytest.mark.parametrize(
    "said",
    [
        "Hierbij de antwoorden op de vragen van het lid Kaai (XYZ) (ingezonden 1 februari 2026, 2026Z01234).",
        "Hierbij de antwoorden op de vragen die het lid Kaai op 1 februari 2026 heeft gesteld (2026Z01234).",
        "In antwoord op uw brief van 1 februari 2026, kenmerk 2026Z01234, deel ik u het volgende mee.",
        "Hierbij antwoord ik op de vragen met kenmerk 2026Z01234, ingezonden op 1 februari 2026.",
        "Op 1 februari 2026 heeft het lid Kaai vragen gesteld. Het nummer is 2026Z01234.",
    ],
)
def test_a_letter_tells_when_and_under_which_number_its_questions_came(said: str) -> None:
    parts = parsed(
        f"{ADDRESS}Datum 3 maart 2026\nBetreft Antwoord op vragen van het lid Kaai (XYZ) over de boot\n\n"
        f"Geachte voorzitter,\n\n{said}\n\nHoogachtend,\n\nDe minister van Verkeer,\n\nA.B. Voorbeeld\n\n"
        "Vraag 1\nVaart zij?\n\nAntwoord 1\nJa.\n"
    )
    assert parts.kamervragen is not None
    assert (parts.kamervragen.sent, parts.kamervragen.sent_as) == (date(2026, 2, 1), "2026Z01234")


def test_those_on_whose_behalf_a_letter_is_written_may_stand_in_its_opening() -> None:
    parts = parsed(
        f"{ADDRESS}Geachte voorzitter,\n\nHierbij stuur ik u, mede namens de minister van Zorg, Welzijn en Sport en de "
        f"staatssecretaris van Financiën, een plan.\n\n{FOOT}"
    )
    assert parts.sender == (
        "A.B. Voorbeeld, minister van Verkeer, mede namens de minister van Zorg, Welzijn en Sport en de "
        "staatssecretaris van Financiën"
    )


@pytest.mark.parametrize(
    "head",
    [
        "'s-Gravenhage, den 3den maart 2026",
        "Den Haag, 3 maart 2026",
        "’s-Gravenhage, 3e maart 2026",
        "Havenstad, den 3 maart 2026",
        "Kamerstuk: Kamerbrief | 03-03-2026",
        "Kamerstuk | 3 maart 2026 | Verkeer",
    ],
)
def test_odd_forms_of_the_day_are_read_and_head_nothing(head: str) -> None:
    parts = letter(head)
    assert parts.date == date(2026, 3, 3)
    assert {block.path for block in parts.blocks} == {()}


@pytest.mark.parametrize("label", ["Ons kenmerk", "Onze referentie", "Onze ref.", "Uw ref.", "Ons kenm."])
def test_a_field_below_the_subject_is_no_part_of_it(label: str) -> None:
    lines = "Datum 3 maart 2026\nBetreft Het plan voor de boten naar de eilanden\n" + f"{label} VK / 123456"
    assert letter(lines).title == "Het plan voor de boten naar de eilanden"


def test_the_address_of_a_mail_is_no_part_of_its_addressee() -> None:
    mail = "Van: Haven <h@haven.example>\nAan: Bestuur <b@haven.example>\nDatum: 3 maart 2026, 10:00 uur\n\n"
    parts = parsed(f"{mail}Geachte heer, mevrouw,\n\nDe boot vaart.\n\nMet vriendelijke groet,\nA.B. Voorbeeld\n")
    assert (parts.recipient, parts.date) == ("Bestuur", date(2026, 3, 3))


@pytest.mark.parametrize(
    ("units", "above"),
    [
        (["Boten", "Den Haag, 3 mei 2021", "Geachte voorzitter,", "De boot vaart."], 2),
        (["12 345 Boten", "Nr. 7 BRIEF VAN DE MINISTER", "Den Haag, 3 mei 2021", "De boot vaart."], 3),
        (["Datum 3 mei 2021", "Betreft Hoe vaak vaart de boot?", "De boot vaart.", "Den Haag, 3 mei 2021"], 2),
        (["De boot vaart.", "Den Haag, 3 mei 2021", "Zij is oud."], 0),
        ([], 0),
    ],
)
def test_what_stands_above_the_words_of_a_letter(units: list[str], above: int) -> None:
    assert units_above(units) == above


def test_what_says_i_above_a_late_salutation_is_said_by_who_signs() -> None:
    said = "Samenvatting\n\nIk stuur uw Kamer een plan.\n\nDat kost 3 miljoen euro.\n\nBetreft Boten"
    parts = letter(said)
    roles = {parts.text[block.start : block.end].split()[0]: block.speaker.role for block in parts.blocks}
    assert roles["Ik"] is roles["Dat"] is Role.BEWINDSPERSOON
    assert roles["Samenvatting"] is roles["Betreft"] is Role.ONBEKEND
