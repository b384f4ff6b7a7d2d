"""Answers that only refer to another answer."""

from dataclasses import replace

from assistant.prove import quotes
from assistant.prove.verify import Statement, holds
from assistant.tell.pointers import followed
from ingest.document import BlockKind, Document
from tests.assistant.made import evidence, paper

TEXTS = ("De boot vaart vier keer per dag. Zij is groen.", "Zie het antwoord op vraag 1.", "Zie antwoord 2.", "Ja.")


def answers() -> Document:
    made = paper(*TEXTS, kinds=(BlockKind.ANSWER,) * 4)
    sees = ((), ("antwoord 1",), ("antwoord 2",), ("antwoord 1",))
    blocks = tuple(
        replace(block, place=f"antwoord {number}", see=see)
        for number, (block, see) in enumerate(zip(made.blocks, sees, strict=True), start=1)
    )
    return replace(made, blocks=blocks)


def led_to(document: Document, number: int, *found: int) -> list[Statement]:
    quoted = quotes.told([quotes.quote(document, block.start, block.end, block) for block in [document.blocks[number]]])
    scored = [evidence(document, block=block) for block in found]
    return followed([quoted], scored, {document.identifier: document}, "ouder")


def test_the_answer_referred_to_is_quoted_with_its_own_place() -> None:
    document = answers()
    (further,) = led_to(document, 1)
    assert [(one.text, one.place) for one in further.citations] == [(TEXTS[0], "antwoord 1")]
    assert holds(further, {document.identifier: document})


def test_an_answer_that_refers_on_is_followed_to_the_end() -> None:
    (further,) = led_to(answers(), 2)
    assert further.citations[0].place == "antwoord 1"


def test_an_answer_that_says_something_itself_is_left_alone() -> None:
    assert led_to(answers(), 3) == []
    assert led_to(answers(), 0) == []


def test_two_answers_that_refer_to_each_other_end() -> None:
    made = answers()
    round_about = replace(
        made, blocks=(*made.blocks[:1], replace(made.blocks[1], see=("antwoord 3",)), *made.blocks[2:])
    )
    assert [one.citations[0].place for one in led_to(round_about, 1)] in ([], ["antwoord 3"])


def test_an_answer_that_is_nothing_but_a_table_is_not_followed() -> None:
    made = answers()
    table = replace(made.blocks[0], kind=BlockKind.TABLE)
    assert led_to(replace(made, blocks=(table, *made.blocks[1:])), 1) == []


def test_many_answers_that_all_refer_to_all_others_end_soon() -> None:
    made = paper(*["Zie de andere antwoorden op vraag 1."] * 60, kinds=(BlockKind.ANSWER,) * 60)
    places = tuple(f"antwoord {number}" for number in range(60))
    blocks = tuple(
        replace(block, place=place, see=tuple(other for other in places if other != place))
        for block, place in zip(made.blocks, places, strict=True)
    )
    assert len(led_to(replace(made, blocks=blocks), 0)) == 59
