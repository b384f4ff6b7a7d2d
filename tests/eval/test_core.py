"""How the answers to questions begin."""

import pytest

from assistant.answer import Status
from eval.core import Begins, begins, core_of, rows, wanted
from eval.items import ItemKind
from tests.eval.made import TEXT, answer, citation, item

QUOTED = f"De gemeente schrijft: “{TEXT}” [1]"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"11 verzoeken. [1]\n\n{QUOTED}", Begins.RIGHT),
        (f"14 verzoeken. [1]\n\n{QUOTED}", Begins.WRONG),
        (f"De gemeente Waterdam. [1]\n\n{QUOTED}", Begins.TO_READ),
        (f"Ik weet het niet zeker:\n\n{QUOTED}", Begins.QUOTE),
    ],
)
def test_a_core_is_held_against_what_is_required_and_forbidden(text: str, found: Begins) -> None:
    asked = item(required=(("11", "elf"),), forbidden=("14",))
    given = answer(text, citations=(citation(),))
    assert begins(asked, given) is found
    assert core_of(given) == ("" if found is Begins.QUOTE else text.partition("\n")[0])


def test_a_refusal_has_no_core_and_the_table_counts_each_question_once() -> None:
    refused = answer("Dit staat er niet.", status=Status.UNANSWERABLE)
    told = answer(f"11 verzoeken. [1]\n\n{QUOTED}", citations=(citation(),))
    table = list(rows([(item(), refused), (item(), told)]))
    assert table[2] == "| fact-number | 2 | 1 | 0 | 0 | 0 | 1 |"
    assert table[-1] == "| all | 2 | 1 | 0 | 0 | 0 | 1 |"


def test_only_questions_that_a_core_can_answer_are_asked() -> None:
    asked = [item(), item(kind=ItemKind.REASON), item(refusal=Status.UNANSWERABLE)]
    assert wanted(asked) == asked[:1]
