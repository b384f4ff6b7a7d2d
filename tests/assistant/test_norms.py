"""What may and must be done."""

import pytest

from assistant.confidence import is_sure
from assistant.norms import tells_the_norm
from assistant.question import Asked
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
