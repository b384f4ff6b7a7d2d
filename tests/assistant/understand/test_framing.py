"""What stands around a question and is no part of it."""

import pytest

from assistant.understand.framing import tidy


def test_a_greeting_is_no_part_of_the_question() -> None:
    assert tidy("Beste mensen,\n waar  blijft de bus?") == "waar blijft de bus?"


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("Een beller vraagt wat een OPP is.", "wat een OPP is."),
        ("Moeder aan de lijn vraagt of de boot vaart", "of de boot vaart"),
        ("Een school belt: mogen wij geld aannemen?", "mogen wij geld aannemen?"),
        ("Weet u misschien wanneer de boot vaart?", "wanneer de boot vaart?"),
        ("Beller is schipper uit Urk: hoe lang vaart hij?", "Beller is schipper uit Urk. hoe lang vaart hij?"),
        ("Het lid Bos vraagt of de boot vaart.", "Het lid Bos vraagt of de boot vaart."),  # what a paper says
        ("De school van mijn zoon belt nooit terug. Mag dat?", "De school van mijn zoon belt nooit terug. Mag dat?"),
    ],
)
def test_who_passes_a_question_on_is_no_part_of_it(typed: str, asked: str) -> None:
    assert tidy(typed) == asked


def test_short_forms_of_the_telephone_are_written_out() -> None:
    assert tidy("wnr begint dat exp") == "wanneer begint dat experiment"
