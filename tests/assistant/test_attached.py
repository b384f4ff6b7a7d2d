"""What belongs to quoted sentences without standing in them."""

from dataclasses import replace

from assistant import attached
from assistant.question import Asked
from ingest.document import BlockKind
from tests.assistant.made import evidence, paper, question

COUNTED = paper(
    "Voor de veerboot zijn 36 aanvragen ingediend, waarvan er 33 zijn goedgekeurd.",
    "De boot vaart om 9 uur.",
)


def test_the_answer_stands_beside_a_question_that_is_quoted() -> None:
    document = paper(
        "Klopt het dat er 900 boten zinken?",
        "Nee. Er zonk er geen.",
        kinds=(BlockKind.QUESTION, BlockKind.ANSWER),
        contexts=(None, (0, 34)),
    )
    asked, found = question("Hoeveel boten zinken er?", Asked.NUMBER), [evidence(document)]
    (reply,) = attached.replies(asked, found, "ouder")
    assert reply.citations[0].text == "Nee. Er zonk er geen."
    assert attached.replies(asked, [*found, evidence(document, block=1)], "ouder") == []
    assert attached.replies(replace(asked, of_the_asker=True), found, "ouder") == []
    assert attached.replies(asked, [evidence(COUNTED)], "ouder") == []
