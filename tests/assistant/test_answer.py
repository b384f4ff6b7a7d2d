"""The public JSON form of an answer."""

import json
from dataclasses import replace
from datetime import date

import pytest

from assistant.answer import Answer, Citation, Conflict, ConflictSide, Status, as_record
from ingest.document import Kind, Role, Speaker

CITATION = Citation(
    text="Er varen 12 boten.",
    document="kst-29876-61",
    title="Brief over de veerboot",
    kind=Kind.KAMERBRIEF,
    citation="Kamerstukken II 2023/24, 29 876, nr. 61, paragraaf Boten",
    place="paragraaf Boten",
    date=date(2024, 5, 21),
    start=7,
    end=25,
    speaker=Speaker(role=Role.BEWINDSPERSOON),
)
QUOTE = {
    "text": "Er varen 12 boten.",
    "document": "kst-29876-61",
    "citation": "Kamerstukken II 2023/24, 29 876, nr. 61, paragraaf Boten",
    "place": "paragraaf Boten",
    "date": "2024-05-21",
    "start": 7,
    "end": 25,
}
ANSWER = Answer(
    question="hoeveel boten?",
    understood_as="hoeveel boten?",
    status=Status.ANSWERED,
    text="12 boten. [1]",
    citations=(CITATION,),
    ms=12.3456,
)


def test_a_record_has_these_keys_and_no_others() -> None:
    assert as_record(ANSWER) == {
        "answer": "12 boten. [1]",
        "quotes": [QUOTE],
        "refused": False,
        "status": "answered",
        "likely": False,
        "conflicts": [],
        "understood_as": "hoeveel boten?",
        "ms": 12.3,
    }


def test_what_most_probably_answers_is_told_as_that() -> None:
    assert as_record(replace(ANSWER, status=Status.PARTIAL, likely=True))["likely"] is True


def test_a_conflict_gives_each_side_with_its_quote() -> None:
    older = replace(CITATION, date=None)
    sides = (ConflictSide(value="12", citation=CITATION), ConflictSide(value="9", citation=older))
    told = "De stukken verschillen. [1]"
    record = as_record(replace(ANSWER, conflicts=(Conflict(subject="boten", sides=sides, told=told),)))
    assert record["answer"] == "12 boten. [1]\n\nDe stukken verschillen. [1]"
    assert record["conflicts"] == [
        {"subject": "boten", "sides": [{"value": "12", **QUOTE}, {"value": "9", **QUOTE, "date": None}]}
    ]


def test_a_record_survives_json() -> None:
    record = as_record(ANSWER)
    assert json.loads(json.dumps(record, ensure_ascii=False)) == record


def test_an_unknown_date_is_null() -> None:
    record = as_record(replace(ANSWER, citations=(replace(CITATION, date=None),)))
    assert record["quotes"][0]["date"] is None


@pytest.mark.parametrize(
    ("status", "refused"),
    [
        (Status.ANSWERED, False),
        (Status.PARTIAL, False),
        (Status.UNANSWERABLE, True),
        (Status.REDACTED, True),
        (Status.CLARIFY, True),
    ],
)
def test_a_refusal_is_told_as_one(status: Status, refused: bool) -> None:
    record = as_record(replace(ANSWER, status=status))
    assert record["refused"] is refused
    assert record["status"] == status.value


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Ook bedient  de haven.", "Ook bedient [onleesbaar gemaakt] de haven."),
        ("De  vaart.", "De [onleesbaar gemaakt] vaart."),
        ("-  de pont vaart;\n\n•  de brug lekt;\n\n12.  en zo is het.", None),
        ("De heer   heeft gebeld.", "De heer [onleesbaar gemaakt] heeft gebeld."),
        ("Dat helpt.  is een reder.", "Dat helpt. [onleesbaar gemaakt] is een reder."),
        ("Dat helpt.  De reder vaart.", None),
        ("II  Antwoord van de minister", None),
        ("3.1  De haven", None),
        ("nota    Steigers op Oost", None),
        ("2023        2024\tOost", None),
    ],
)
def test_a_hole_is_two_spaces_where_a_word_was_and_no_column_nor_the_sign_of_an_item(
    text: str, shown: str | None
) -> None:
    assert replace(CITATION, text=text, holes=True).shown == (shown or text)
