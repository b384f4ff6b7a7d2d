"""Lists that are told whole."""

from assistant import lists
from assistant.question import Asked
from index.generation import Generation
from ingest.document import BlockKind
from tests.assistant.made import evidence, paper, question

COUNTED = paper(
    "Voor de veerboot zijn 36 aanvragen ingediend, waarvan er 33 zijn goedgekeurd.",
    "De boot vaart om 9 uur.",
)
LIST = paper(
    "Een schipper leert drie dingen:",
    "– sturen;",
    "– aanleggen.",
    kinds=(BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.LIST_ITEM),
)


def test_numbered_headings_of_one_level_are_a_run(built: Generation) -> None:
    letter = built.document_of["kst-29876-61"]
    ((above, parts),) = lists.numbered_sections(letter)
    assert "drie verbeteringen" in above
    assert [letter.text[part.start : part.end] for part in parts] == [
        "1. Vaste gezichten achter het stuur",
        "2. Kortere routes",
        "3. Een meldpunt dat opneemt",
    ]


def test_a_paper_without_numbered_headings_has_no_sections() -> None:
    assert lists.numbered_sections(COUNTED) == []
    assert lists.sections(question("Noem de drie dingen", Asked.LIST), [evidence(LIST)]) == []
