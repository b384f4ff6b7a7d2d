"""A value that only who asked gave."""

from dataclasses import replace

from assistant.find.evidence import Evidence
from assistant.read.askers_figure import with_askers_figure
from assistant.read.confidence import is_sure
from assistant.understand.asked import Asked
from assistant.understand.question import Question
from ingest.document import BlockKind
from tests.assistant.made import MEMBER, evidence, paper, question, with_features

ASKED = paper("Klopt het dat de pont 15 weken stillag?", kinds=(BlockKind.QUESTION,), speaker=MEMBER)
REPLY = paper("De pont wordt hersteld.", identifier="kst-29876-62")
HOW_LONG = question("Hoe lang lag de pont stil?", Asked.PERIOD)
SILENT = evidence(REPLY, features=with_features(typed=0.0))


def test_it_leads_where_no_reply_holds_one() -> None:
    claim = evidence(ASKED)
    asked: list[Question] = []

    def search(further: Question) -> list[Evidence]:
        asked.append(further)
        return [SILENT, claim]

    assert with_askers_figure(HOW_LONG, [SILENT], search) == [claim, SILENT]
    assert [one.of_the_asker for one in asked] == [True]


def test_it_is_never_sure() -> None:
    assert not is_sure(HOW_LONG, evidence(ASKED))
    assert is_sure(replace(HOW_LONG, of_the_asker=True), evidence(ASKED))


def test_a_reply_that_surely_holds_the_value_goes_before_it() -> None:
    known = evidence(paper("De pont lag 3 weken stil.", identifier="kst-29876-63"))
    assert with_askers_figure(HOW_LONG, [known], lambda _: [evidence(ASKED)]) == [known]


def test_nothing_changes_for_a_question_that_wants_no_value() -> None:
    assert with_askers_figure(question("Waarom ligt de pont stil?", Asked.REASON), [SILENT], lambda _: []) == [SILENT]
    assert with_askers_figure(HOW_LONG, [SILENT], lambda _: [evidence(REPLY)]) == [SILENT]
