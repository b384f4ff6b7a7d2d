"""What belongs to a sentence without standing in it, also where notes and page ends cut it in parts."""

from dataclasses import replace

from assistant.find.attached import hanging
from assistant.find.evidence import Evidence
from tests.assistant.made import evidence, torn


def cut() -> Evidence:
    """The sentence of two pages that a note stands in the middle of."""
    document = torn()
    one = evidence(document)
    spans = tuple((block.start, block.end) for block in (document.blocks[0], document.blocks[2]))
    return replace(one, sentence=replace(one.sentence, spans=spans))


def test_a_note_hangs_on_any_part_of_a_sentence() -> None:
    assert [block.place for _, block in hanging([cut()])] == ["voetnoot 2"]


def test_a_note_of_another_part_hangs_not_on_the_first_alone() -> None:
    assert hanging([evidence(torn())]) == []
