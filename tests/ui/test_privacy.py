"""What had better not be typed is noticed; official numbers are left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.privacy import is_bsn, personal_data


def test_a_number_that_passes_the_eleven_test_is_a_bsn() -> None:
    """9·1 + 8·1 + 7·1 + 6·2 + 5·2 + 4·2 + 3·3 + 2·3 - 3 = 66 = 6·11."""
    assert is_bsn("111222333")
    assert not is_bsn("111222334")
    assert not is_bsn("000000000")


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("Mijn zoon heeft BSN 111222333.", ["een BSN"]),
        ("Bel mij op 06-12345678", ["een telefoonnummer"]),
        ("Bel 0031 6 12345678 of 030 1234567", ["een telefoonnummer"]),
        ("Mail naar ouder@voorbeeld.nl of 06 12345678", ["een telefoonnummer", "een e-mailadres"]),
        ("Wat staat er in Kamerstuk 31 497, nr. 448?", []),
        ("Wat staat er in kst-31497-448 en 2022Z12345?", []),
        ("Waarom kost het 111.222.333 euro?", []),
        ("", []),
    ],
)
def test_what_a_question_holds_is_named(question: str, found: list[str]) -> None:
    assert personal_data(question) == found


@given(st.text())
def test_any_text_can_be_looked_at(question: str) -> None:
    personal_data(question)
