"""Lists that are told whole."""

from assistant.tell import lists
from assistant.understand.asked import Asked
from index.generation import Generation
from ingest.document import BlockKind, Document
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


def listed(*items: str) -> Document:
    """A paper with a lead-in and its items."""
    lead_in = "Een schipper leert dingen:"
    kinds = (BlockKind.PARAGRAPH, *[BlockKind.LIST_ITEM] * len(items))
    return paper(lead_in, *items, kinds=kinds, contexts=(None, *[(0, len(lead_in))] * len(items)))


def test_a_list_is_whole_from_its_lead_in_to_its_last_item() -> None:
    document = listed("– sturen;", "– aanleggen.")
    second = document.blocks[2]
    span = lists.whole_list(document, second, (second.start, second.end), 100)
    assert span == (0, len(document.text))
    assert not lists.goes_on(document, span)


def test_a_long_list_leaves_off_behind_an_item_and_that_is_known() -> None:
    document = listed("– sturen;", "– aanleggen;", "– slapen.")
    first = document.blocks[1]
    span = lists.whole_list(document, first, (first.start, first.end), 8)
    assert document.text[slice(*span)].endswith("aanleggen;")
    assert lists.goes_on(document, span)


def test_an_item_for_which_the_list_is_too_long_stands_alone() -> None:
    document = listed("– sturen;", "– aanleggen;", "– slapen.")
    last = document.blocks[3]
    assert lists.whole_list(document, last, (last.start, last.end), 8) == (last.start, last.end)
