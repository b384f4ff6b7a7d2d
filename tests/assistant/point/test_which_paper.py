"""Which paper somebody means."""

from dataclasses import replace

import pytest

from assistant.point.which_paper import about, called
from ingest.document import Kind
from tests.assistant.made import evidence, paper, question

NOTE = evidence(replace(paper("De boot ligt stil.", identifier="nota"), kind=Kind.BESLISNOTA), score=1.5)


def test_a_paper_is_about_the_names_in_its_particulars() -> None:
    document = paper("De boot vaart.")
    assert about(document, ["veerboot"])
    assert not about(document, ["veer"])
    assert about(document, [])


@pytest.mark.parametrize(
    ("text", "papers"),
    [
        ("61", ["kst-29876-61"]),
        ("nr. 61", ["kst-29876-61"]),
        ("de Kamerbrief", ["kst-29876-61"]),
        ("de nota", ["nota"]),
        ("62", []),
        ("de boot", []),
    ],
)
def test_a_paper_is_called_by_its_number_or_its_kind(text: str, papers: list[str]) -> None:
    letter = replace(paper("De boot vaart."), kind=Kind.KAMERBRIEF)
    assert [one.identifier for one in called(question(text), [letter, NOTE.document])] == papers
