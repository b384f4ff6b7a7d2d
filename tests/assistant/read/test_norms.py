"""What may and must be done."""

import pytest

from assistant.read.confidence import is_sure
from assistant.read.norms import tells_the_difference, tells_the_norm
from assistant.understand.asked import Asked
from tests.assistant.made import evidence, paper, question

STORY = evidence(paper("De schipper weigert de passagier weer op te nemen."))
RULE = evidence(paper("De schipper moet iedere passagier opnemen."))


@pytest.mark.parametrize("text", ["Mag de schipper mij weigeren?", "Is de schipper verplicht mij mee te nemen?"])
def test_who_asks_for_a_rule_is_surely_told_only_by_one(text: str) -> None:
    asked = question(text, Asked.YES_NO)
    assert tells_the_norm(asked, RULE)
    assert not tells_the_norm(asked, STORY)
    assert is_sure(asked, RULE)
    assert not is_sure(asked, STORY)


def test_who_asks_what_is_so_is_told_by_any_sentence() -> None:
    assert tells_the_norm(question("Weigert de schipper?", Asked.YES_NO), STORY)
    assert tells_the_norm(question("Mag de schipper, en waarom?", Asked.REASON), STORY)


def test_a_difference_is_surely_told_only_by_a_sentence_that_sets_two_things_apart() -> None:
    asked = question("Wat is het verschil tussen een pont en een veer?")
    assert tells_the_difference(asked, evidence(paper("Een pont heeft dekken, terwijl een veer die mist.")))
    assert not tells_the_difference(asked, evidence(paper("Wij kennen de pont en het veer.")))
    assert tells_the_difference(question("Wat is een pont?"), evidence(paper("Wij kennen de pont.")))
