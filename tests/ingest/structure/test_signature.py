"""Who signed, in every order and every sort of letters."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.structure.signature import signature_in
from tests.ingest.structure.made import parsed

DEPARTMENTS = (
    "van Verkeer",
    "van Zorg, Welzijn en Sport",
    "voor Primair en Voortgezet Onderwijs",
    "van Landbouw, Visserij, Voedselzekerheid en Natuur",
)
NAMES = ("Anna Voorbeeld", "A.B. Voorbeeld", "drs. C. de Proef", "mr. dr. E. van der Model-Naam", "Jan van 't Model")
PERSONS = st.tuples(
    st.sampled_from(NAMES), st.sampled_from(["minister", "staatssecretaris"]), st.sampled_from(DEPARTMENTS)
)


@given(
    st.lists(PERSONS, min_size=1, max_size=3, unique=True),
    st.sampled_from(["De ", "de ", ""]),
    st.sampled_from(["Hoogachtend,", "Met vriendelijke groet,", "", "MET VRIENDELIJKE GROET"]),
    st.booleans(),
    st.booleans(),
    st.booleans(),
)
def test_each_signer_is_found_with_the_office(
    persons: list[tuple[str, str, str]], article: str, greeting: str, capitals: bool, above: bool, one_line: bool
) -> None:
    """Names above or below the offices, offices in capitals, all on one line or each on its own."""
    lines = ["De boot vaart weer.", greeting] if greeting else ["De boot vaart weer."]
    for name, title, department in persons:
        office = f"{article}{title} {department}"
        office = office.upper() if capitals else office
        pair = [name, office] if above else [f"{office},", name]
        lines += [", ".join(pair) if above else " ".join(pair)] if one_line else pair
    expected = " en ".join(f"{name}, {title} {department}" for name, title, department in persons)
    assert signature_in(lines).sender == expected


@pytest.mark.parametrize(
    ("lines", "sender"),
    [
        (["De Minister van Verkeer,", "namens deze:", "Carla Model plaatsvervangend secretaris-generaal"],
         "minister van Verkeer, namens deze Carla Model"),
        (["De Minister van Verkeer, namens deze,", "de directeur-generaal Boten,", "drs. C. Model"],
         "minister van Verkeer, namens deze drs. C. Model"),
        (["DE MINISTER-PRESIDENT, MINISTER VAN ALGEMENE ZAKEN,", "A. VOORBEELD"],
         "A. Voorbeeld, minister-president, minister van Algemene Zaken"),
        (["De minister van Verkeer, De staatssecretaris van Zorg,", "A. Voorbeeld C. de Proef"],
         "A. Voorbeeld, minister van Verkeer en C. de Proef, staatssecretaris van Zorg"),
        (["Mede namens de ministers van Zorg, Welzijn en Sport en van Financiën,", "de minister van Verkeer, A. Proef"],
         "A. Proef, minister van Verkeer, mede namens de ministers van Zorg, Welzijn en Sport en van Financiën"),
        (["De minister van Financiën,", "w.g. A. Voorbeeld"], "A. Voorbeeld, minister van Financiën"),
        (["Hoogachtend,", "de minister van zorg, welzijn en sport,", "Anna Voorbeeld"],
         "Anna Voorbeeld, minister van zorg, welzijn en sport"),
        (["De Staatssecretaris Landbouw, Natuur en Visserij", "J. Model"],
         "J. Model, staatssecretaris Landbouw, Natuur en Visserij"),
        (["Met vriendelijke groet,", "Jan Proef", "wethouder Jeugd"], "Jan Proef, wethouder Jeugd"),
        (["Met vriendelijke groet,", "namens het college van burgemeester en wethouders van Proefdam,",
          "mr. C. Model gemeentesecretaris"],
         "mr. C. Model, gemeentesecretaris, namens het college van burgemeester en wethouders van Proefdam"),
        (["Hoogachtend,", "Namens de directie:", "Jan Proef", "directeur"], "Jan Proef, directeur, namens de directie"),
        (["Hoogachtend,", "Namens het Bestuur,", "Jan Proef", "voorzitter"],
         "Jan Proef, voorzitter, namens het Bestuur"),
        (["Hoogachtend,", "NAMENS het college,", "A. Proef", "secretaris"],
         "A. Proef, secretaris, namens het college"),
        (["Hoogachtend,", "NAMENS HET COLLEGE,", "A. PROEF", "secretaris"],
         "A. Proef, secretaris, namens het College"),
        (["Hoogachtend,", "de secretaris, A. Proef", "de burgemeester, B. Model"],
         "A. Proef, secretaris en B. Model, burgemeester"),
        (["Hoogachtend,", "de minister van Verkeer,"], "minister van Verkeer"),
    ],
)  # fmt: skip
def test_signatures_in_many_forms(lines: list[str], sender: str) -> None:
    assert signature_in(["De boot vaart weer.", *lines]).sender == sender


@pytest.mark.parametrize(
    "line",
    [
        "De minister van Verkeer heeft dit besloten",
        "De minister komt later.",
        "Gelijke Kansen",
        "Vindt de minister van Verkeer dat ook?",
        "",
    ],
)
def test_what_is_no_signature(line: str) -> None:
    assert signature_in([line, "De boot vaart weer."]).sender == ""
    assert signature_in([]).sender == ""


def test_headings_below_each_other_are_no_signature() -> None:
    assert signature_in(["Gelijke Kansen", "Passend Vervoer", "Nieuwe Boten"]).sender == ""


def test_the_signature_of_an_annex_does_not_outweigh_that_of_the_letter() -> None:
    lines = ["De minister van Verkeer,", "A. Voorbeeld", "Bijlage 1", "De minister van Zorg,", "C. de Proef"]
    assert signature_in(lines).sender == "A. Voorbeeld, minister van Verkeer"
    assert signature_in(lines).lines == range(2)


@given(st.lists(PERSONS, min_size=2, max_size=3, unique=True), st.booleans(), st.booleans())
def test_who_sign_side_by_side_are_told_apart(
    persons: list[tuple[str, str, str]], wrapped: bool, named_below: bool
) -> None:
    """In cells beside each other, an office over two rows, the names in a row of their own or below each other."""
    rows = [[f"De {title} {department}," for _, title, department in persons]]
    if wrapped:
        rows = [[f"De {title}" for _, title, _ in persons], [f"{department}," for _, _, department in persons]]
    names = [name for name, _, _ in persons]
    below = [" | ".join(names)] if not named_below else names
    lines = ["De boot vaart weer.", *(" | ".join(row) for row in rows), *below]
    expected = " en ".join(f"{name}, {title} {department}" for name, title, department in persons)
    assert signature_in(lines).sender == expected
    assert signature_in(lines).lines == range(1, len(lines))


def test_a_table_is_no_signature() -> None:
    assert signature_in(["Haven | Boten", "Noord | 12", "Zuid | 7"]).sender == ""


def test_notes_at_the_foot_of_a_page_may_part_an_office_from_its_name() -> None:
    signature = signature_in(
        ["Hoogachtend,", "de minister van Verkeer,", None, None, "A. Voorbeeld", None, "Dit is alles."]
    )
    assert (signature.sender, signature.lines) == ("A. Voorbeeld, minister van Verkeer", range(5))


@pytest.mark.parametrize("dash", ["-", "–"])
@pytest.mark.parametrize("portfolio", ["Havens en Boten", "Jeugd, Preventie en Sport"])
def test_what_a_staatssecretaris_does_may_stand_behind_the_department(dash: str, portfolio: str) -> None:
    office = f"staatssecretaris van Verkeer en Water {dash} {portfolio}"
    for written in (f"De {office},", f"DE {office.upper()},"):
        assert signature_in(["Hoogachtend,", written, "A. Voorbeeld"]).sender == f"A. Voorbeeld, {office}"


def test_offices_in_capitals_on_one_line_are_two() -> None:
    found = signature_in(["DE MINISTER VAN DEFENSIE DE STAATSSECRETARIS VAN DEFENSIE", "C. Proef D. Model"])
    assert found.sender == "C. Proef, minister van Defensie en D. Model, staatssecretaris van Defensie"


@pytest.mark.parametrize(
    "office", ["Staatssecretaris Rechtsbescherming", "Staatssecretaris Participatie en Integratie"]
)
def test_an_office_without_van_is_one_where_a_name_stands_below(office: str) -> None:
    found = signature_in(["Hoogachtend,", f"De {office},", "I. Model"])
    assert found.sender == f"I. Model, {office[0].lower()}{office[1:]}"


def test_an_office_of_two_lines_below_the_name_of_who_signs_first_opens_another_signature() -> None:
    first = "de minister van Boten,\nHavens en Water,\nAnna Voorbeeld"
    second = "de staatssecretaris van\nZorg, Welzijn en Sport,\nB. de Proef"
    parts = parsed(f"Geachte voorzitter,\n\nDe boot vaart elke dag.\n\n{first}\n\n{second}\n")
    last = [parts.text[block.start : block.end] for block in parts.blocks[-4:]]
    assert last == [
        "de minister van Boten, Havens en Water,",
        "Anna Voorbeeld",
        "de staatssecretaris van Zorg, Welzijn en Sport,",
        "B. de Proef",
    ]
