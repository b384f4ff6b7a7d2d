"""The same question with its source named, or within a message."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval.sources import in_message, with_source
from ingest.document import Document, Kind
from tests.assistant.made import paper

ASKED = "Hoeveel boten varen er?"
LETTER = replace(paper("Er varen 40 boten.", identifier="kst-12345-8", day=date(2024, 5, 4)), kind=Kind.KAMERBRIEF)


@pytest.mark.parametrize(
    ("made", "told"),
    [
        (
            LETTER,
            {
                "its paper, by the day": "Hoeveel boten varen er, volgens de Kamerbrief van 4 mei 2024?",
                "its paper, by the month": "Hoeveel boten varen er, volgens de Kamerbrief van mei 2024?",
                "its paper, by the number": "Hoeveel boten varen er, volgens Kamerstukken II 2023/24, 12 345, nr. 8?",
            },
        ),
        (replace(LETTER, identifier="bestand-1", date=None), {}),
        (
            replace(LETTER, identifier="bestand-1", kind=Kind.SCHRIFTELIJK_OVERLEG),
            {
                "its paper, by the day": "Hoeveel boten varen er, volgens het schriftelijk overleg van 4 mei 2024?",
                "its paper, by the month": "Hoeveel boten varen er, volgens het schriftelijk overleg van mei 2024?",
            },
        ),
    ],
)
def test_a_paper_is_named_in_each_way_in_which_it_can_be(made: Document, told: dict[str, str]) -> None:
    assert with_source(ASKED, made) == told


@given(st.text(alphabet="abc ?", min_size=1, max_size=30).filter(str.strip))
def test_a_message_holds_the_question_and_more_and_is_always_the_same(question: str) -> None:
    message = in_message(question)
    assert question.strip() in message
    assert len(message) > len(question)
    assert in_message(question) == message
