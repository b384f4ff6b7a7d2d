"""The answers to several questions of one message, told as one."""

from dataclasses import replace
from datetime import date

import pytest

from assistant.answer import Answer, Citation, Status
from assistant.tell.layout import Quoted, laid_out
from assistant.tell.together import ELSEWHERE, together
from assistant.tell.tone import PERHAPS, PROBABLY, UNKNOWN, instead
from ingest.document import Kind, Role, Speaker


def quote(text: str) -> Citation:
    return Citation(
        text=text, document="d", title="t", kind=Kind.BRIEF, citation="Brief", place="", date=date(2024, 5, 1),
        start=0, end=len(text), speaker=Speaker(role=Role.ONBEKEND),
    )  # fmt: skip


def test_citations_are_numbered_through_and_one_that_comes_twice_keeps_its_number() -> None:
    bus, boot = quote("De bus rijdt."), quote("De boot vaart [1] niet.")
    first = Answer(question="Rijdt de bus?", understood_as="Rijdt de bus?", status=Status.ANSWERED,
                   text="“De bus rijdt.” [1]", citations=(bus,), as_of=date(2024, 5, 1))  # fmt: skip
    second = Answer(question="En de boot?", understood_as="En de boot?", status=Status.PARTIAL,
                    text="“De boot vaart [1] niet.” [1]\n\n“De bus rijdt.” [2]", citations=(boot, bus))  # fmt: skip
    whole = together("Rijdt de bus? En de boot?", [first, second])
    assert whole.citations == (bus, boot)
    assert whole.text == (
        "Op uw eerste vraag:\n\n“De bus rijdt.” [1]\n\n"
        "Op uw tweede vraag:\n\n“De boot vaart [1] niet.” [2]\n\nZie het citaat hierboven. [1]"
    )
    assert whole.status is Status.PARTIAL
    assert [part.question for part in whole.parts] == ["Rijdt de bus?", "En de boot?"]
    assert whole.as_of == date(2024, 5, 1)


def test_quotes_in_a_row_that_stand_above_are_pointed_at_in_one_line() -> None:
    bus, boot = quote("De bus rijdt."), quote("De boot vaart.")
    text = "“De bus rijdt.” [1]\n\n“De boot vaart.” [2]"
    same = Answer(question="Rijdt de bus?", understood_as="", status=Status.ANSWERED, text=text, citations=(bus, boot))
    whole = together("Rijdt de bus? En de boot?", [same, same])
    assert whole.text.endswith("Op uw tweede vraag:\n\nZie de citaten hierboven. [1] [2]")


@pytest.mark.parametrize("wide_first", [True, False])
def test_a_quote_that_lies_in_one_of_another_answer_is_told_once_within_that(wide_first: bool) -> None:
    wide = quote("De bus rijdt. De boot vaart.")
    narrow = replace(quote("De boot vaart."), start=14, end=28)
    texts = ["Een brief: “De bus rijdt. De boot vaart.” [1]", "Een brief: “De boot vaart.” [1]"]
    answers = [
        Answer(question="v", understood_as="v", status=Status.ANSWERED, text=text, citations=(one,))
        for text, one in zip(texts, (wide, narrow), strict=True)
    ]
    whole = together("v w", answers if wide_first else answers[::-1])
    assert whole.citations == (wide,)
    assert whole.text == f"Op uw eerste vraag:\n\n{texts[0]}\n\nOp uw tweede vraag:\n\nZie het citaat hierboven. [1]"
    bus = quote("De bus rijdt.")
    apart = replace(answers[1], text=f"“De bus rijdt.” [1]\n\n{texts[1][:-2]}2]", citations=(bus, narrow))
    assert together("v w", [apart, answers[0]]).text == whole.text.replace("Een brief: ", "")
    other = replace(narrow, speaker=Speaker(role=Role.KAMERLID))
    assert together("v w", [answers[0], replace(answers[1], citations=(other,))]).citations == (wide, other)


@pytest.mark.parametrize(
    ("statuses", "whole"),
    [
        ([Status.ANSWERED, Status.ANSWERED], Status.ANSWERED),
        ([Status.ANSWERED, Status.UNANSWERABLE], Status.PARTIAL),
        ([Status.UNANSWERABLE, Status.REDACTED], Status.UNANSWERABLE),
        ([Status.REDACTED, Status.REDACTED], Status.REDACTED),
    ],
)
def test_the_whole_is_answered_only_if_every_question_is(statuses: list[Status], whole: Status) -> None:
    answers = [Answer(question="v", understood_as="v", status=status, text="") for status in statuses]
    assert together("v v", answers).status is whole


@pytest.mark.parametrize(
    ("parts", "likely"),
    [
        ([(Status.ANSWERED, False), (Status.PARTIAL, True)], True),
        ([(Status.PARTIAL, True), (Status.PARTIAL, True)], True),
        ([(Status.PARTIAL, False), (Status.PARTIAL, True)], False),
        ([(Status.UNANSWERABLE, False), (Status.PARTIAL, True)], False),
        ([(Status.ANSWERED, False), (Status.ANSWERED, False)], False),
    ],
)
def test_the_whole_is_likely_where_no_answer_is_less_than_that(parts: list[tuple[Status, bool]], likely: bool) -> None:
    answers = [
        Answer(question="v", understood_as="v", status=status, text="", likely=probable) for status, probable in parts
    ]
    assert together("v v", answers).likely is likely


def test_what_one_question_is_answered_with_is_not_told_as_nearest_to_another() -> None:
    bus, boot = quote("De bus rijdt."), quote("De boot vaart.")
    first = Answer(
        question="Rijdt de bus?", understood_as="", status=Status.ANSWERED, text="“De bus rijdt.” [1]", citations=(bus,)
    )
    none = [
        Answer(
            question="Wie?",
            understood_as="",
            status=Status.UNANSWERABLE,
            text=f"{UNKNOWN}\n\n{instead(near)}",
            nearest=near,
        )
        for near in (bus, boot, boot)
    ]
    whole = together("Rijdt de bus? Wie? Wie? Wie?", [first, *none])
    assert [part.nearest for part in whole.parts] == [None, None, boot, None]
    assert whole.text.count("De bus rijdt.") == whole.text.count("De boot vaart.") == 1
    assert [part.text.split("\n\n")[0] for part in whole.parts[1:]] == [ELSEWHERE, UNKNOWN, UNKNOWN]


@pytest.mark.parametrize(
    ("notice", "told"),
    [
        (PROBABLY, "Waarschijnlijk beantwoordt het citaat hierboven ook deze vraag."),
        (PERHAPS, "Ik weet niet zeker of het citaat hierboven ook deze vraag beantwoordt."),
        (
            "Het gevraagde bedrag vond ik niet. Wel staat er:",
            "Het gevraagde bedrag vond ik niet. Wel staat er iets over in het citaat hierboven.",
        ),
        ("De bus is groen. [1]", "De bus is groen. [1]\n\nZie het citaat hierboven."),
    ],
)
def test_a_quote_that_stands_above_answers_again_as_surely_as_that_question_is_answered(notice: str, told: str) -> None:
    bus = quote("De bus rijdt.")
    first = Answer(
        question="Rijdt de bus?", understood_as="", status=Status.ANSWERED, text="“De bus rijdt.” [1]", citations=(bus,)
    )
    second = replace(first, status=Status.PARTIAL, text=f"{notice}\n\n“De bus rijdt.” [1]")
    whole = together("Rijdt de bus? En nu?", [first, second])
    assert whole.text.endswith(f"Op uw tweede vraag:\n\n{told} [1]")
    assert whole.parts[1].text == second.text
    section = laid_out(whole)[1]
    assert section.core == ("De bus is groen. [1]" if notice.endswith("[1]") else "")


def test_a_quote_that_is_told_with_other_words_of_ours_is_pointed_at_too() -> None:
    bus = quote("De bus rijdt.")
    first, second = (
        Answer(question="Rijdt de bus?", understood_as="", status=Status.ANSWERED, text=text, citations=(bus,))
        for text in ("1 mei 2024 – In het stuk staat: “De bus rijdt.” [1]", "In het stuk staat: “De bus rijdt.” [1]")
    )
    assert together("Rijdt de bus? En nu?", [first, second]).text.endswith("vraag:\n\nZie het citaat hierboven. [1]")


def test_a_list_that_stands_above_is_pointed_at_too() -> None:
    items = "Nodig zijn:\n\n• een boot\n\n• een kade"
    told = f"De minister schrijft: “{items}” Dit is niet de hele lijst: de rest staat in het stuk. [1]"
    first = Answer(question="?", understood_as="", status=Status.ANSWERED, text=told, citations=(quote(items),))
    assert together("? ?", [first, first]).text.endswith("Op uw tweede vraag:\n\nZie het citaat hierboven. [1]")


def test_the_same_words_of_another_paper_are_another_quote() -> None:
    one, other = quote("Ja."), replace(quote("Ja."), document="e")
    first, second = (
        Answer(question="?", understood_as="", status=Status.ANSWERED, text="Bos zegt: “Ja.” [1]", citations=(each,))
        for each in (one, other)
    )
    whole = together("? ?", [first, second])
    assert whole.text == "Op uw eerste vraag:\n\nBos zegt: “Ja.” [1]\n\nOp uw tweede vraag:\n\nBos zegt: “Ja.” [2]"
    assert [section.told for section in laid_out(whole)] == [
        (Quoted(lead="Bos zegt:", numbers=(number,)),) for number in (1, 2)
    ]


def test_a_mark_at_the_end_of_a_line_of_a_quote_keeps_its_number() -> None:
    bus, boot = quote("De bus rijdt."), quote("Volgens de kaart [1]\nvaart de boot.")
    first = Answer(question="?", understood_as="", status=Status.ANSWERED, text="“De bus rijdt.” [1]", citations=(bus,))
    second = replace(first, text="“Volgens de kaart [1]\nvaart de boot.” [1]", citations=(boot,))
    whole = together("? ?", [first, second, second])
    assert whole.text.count("“Volgens de kaart [1]\nvaart de boot.” [2]") == 1
    assert whole.text.endswith("Op uw derde vraag:\n\nZie het citaat hierboven. [2]")
