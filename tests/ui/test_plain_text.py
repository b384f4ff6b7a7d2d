"""An answer as plain text: each citation with its day, told once."""

from dataclasses import replace

from tests.ui.test_page import citation
from ui.plain_text import place


def test_a_day_that_stands_in_the_citation_is_not_told_again() -> None:
    quote = replace(citation("De boot vaart."), citation='Kamerbrief "De boot", 21 mei 2024')
    assert place(quote) == 'Kamerbrief "De boot", 21 mei 2024'
    assert place(quote, "21 mei 2024") == 'Kamerbrief "De boot", 21 mei 2024'
    assert place(replace(quote, date=None, citation='Brief "De boot", datum onbekend')).count("datum onbekend") == 1


def test_what_was_said_on_another_day_than_its_paper_is_told_with_that_day() -> None:
    quote = replace(citation("De boot vaart."), citation="Aanhangsel 2023/24, nr. 1")
    assert place(quote, "3 mei 2024") == "Aanhangsel 2023/24, nr. 1, 3 mei 2024"
    assert place(quote) == "Aanhangsel 2023/24, nr. 1, 21 mei 2024"
    dated = replace(quote, citation='Kamerbrief "De boot", 21 mei 2024')
    assert place(dated, "1 mei 2024") == 'Kamerbrief "De boot", 21 mei 2024, 1 mei 2024'
