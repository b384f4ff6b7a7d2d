"""Whether who answered knew of the report."""

from dataclasses import replace

import pytest

from assistant.point.acquainted import acquainted
from assistant.understand.asked import Asked
from ingest.document import BlockKind, Document
from tests.assistant.made import paper, question

KNOWN = "Bent u bekend met het artikel «Veerboot vaart niet meer uit» in de Kadekrant?"
OTHER = "Hoe vaak vaart de veerboot, en heeft u het artikel gelezen?"


def kamervragen() -> Document:
    made = paper(
        KNOWN, "Ja.", OTHER, "Elk uur.",
        kinds=(BlockKind.QUESTION, BlockKind.ANSWER, BlockKind.QUESTION, BlockKind.ANSWER),
    )  # fmt: skip
    first, ja, second, hourly = made.blocks
    ja = replace(ja, context=(first.start, first.end))
    return replace(made, blocks=(first, ja, second, replace(hourly, context=(second.start, second.end))))


@pytest.mark.parametrize(
    "asked",
    [
        "Kende de minister het artikel over de veerboot?",
        "Is de staatssecretaris op de hoogte van het bericht dat de veerboot niet meer vaart?",
        "Heeft het kabinet het Kadekrant-artikel over die veerboot gelezen?",
    ],
)
def test_who_asks_whether_a_report_is_known_hears_the_first_question_and_its_answer(asked: str) -> None:
    document = kamervragen()
    found = acquainted(question(asked, Asked.YES_NO), [document])
    assert found and [document.text[block.start : block.end] for block in found[1:]] == [KNOWN, "Ja."]


@pytest.mark.parametrize(
    "asked",
    [
        "Vaart de veerboot volgens het artikel van de minister?",
        "Kende de minister het rapport over bruggen?",
        "Is de veerboot bekend bij de reder?",
    ],
)
def test_any_other_question_is_left_to_the_search(asked: str) -> None:
    assert acquainted(question(asked, Asked.YES_NO), [kamervragen()]) is None
