"""How far a quote reaches."""

import pytest

from assistant.tell.extent import rounded_off
from ingest.document import Document
from tests.assistant.made import paper

FIRST = "De boot is groen. "


def reach(text: str, sentence: str, *, room: int = 40, bearing: frozenset[int] = frozenset()) -> str:
    document: Document = paper(text)
    start = text.index(sentence)
    left, right = rounded_off(document, document.blocks[0], (start, start + len(sentence)), room, bearing)
    return text[left:right]


@pytest.mark.parametrize(
    "following",
    [
        "Dat geldt alleen in mei.",
        "Maar in mei is hij rood.",
        "Dit jaar vaart hij niet.",
        "Voor schippers geldt een uitzondering.",
        "De pont vaart onder voorbehoud van weer.",
    ],
)
def test_what_goes_on_about_a_sentence_or_limits_it_comes_along(following: str) -> None:
    text = f"De boot vaart. {following}"
    assert reach(text, "De boot vaart.") == text


def test_what_speaks_of_something_else_stays_out() -> None:
    assert reach(f"De boot vaart. {FIRST}", "De boot vaart.") == "De boot vaart."


def test_what_bears_on_the_question_itself_comes_along() -> None:
    text = f"De boot vaart. {FIRST}".strip()
    assert reach(text, "De boot vaart.", bearing=frozenset({15})) == text


def test_a_sentence_that_points_back_brings_what_it_points_at() -> None:
    text = f"{FIRST}Dat blijft zo."
    assert reach(text, "Dat blijft zo.") == text
    assert reach(f"{FIRST}De schipper slaapt.", "De schipper slaapt.") == "De schipper slaapt."


def test_nothing_comes_along_for_which_there_is_no_room() -> None:
    assert reach("De boot vaart. Dat geldt alleen in mei.", "De boot vaart.", room=4) == "De boot vaart."


def test_what_a_sentence_points_back_to_goes_before_what_follows() -> None:
    text = "De pont is gratis. Dit geldt ook voor de boot. Dat staat vast."
    assert reach(text, "Dit geldt ook voor de boot.", room=4) == "De pont is gratis. Dit geldt ook voor de boot."
    assert reach(text, "Dit geldt ook voor de boot.") == text
