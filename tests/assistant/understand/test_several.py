"""Several questions in one message."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.answer import Answer, Citation, Status
from assistant.understand.several import MOST, separate, together
from ingest.document import Kind, Role, Speaker


@pytest.mark.parametrize(
    ("message", "questions"),
    [
        ("Wat is een taxibus?", ("Wat is een taxibus?",)),
        ("Mijn zoon is ziek. Wie belt de school?", ("Mijn zoon is ziek. Wie belt de school?",)),
        ("Wat is een OPP? En wie schrijft het plan?", ("Wat is een OPP?", "En wie schrijft het plan?")),
        ("Wie beslist en hoe lang duurt dat?", ("Wie beslist en hoe lang duurt dat?",)),
        ("Wie beslist daarover en hoe lang duurt de procedure?",
         ("Wie beslist daarover?", "En hoe lang duurt de procedure?")),
        ("Wat schreef Bos en wat schreef Vos over de bus?", ("Wat schreef Bos en wat schreef Vos over de bus?",)),
        ("Hoeveel geld ging er naar de pont en via welke gemeenten?",
         ("Hoeveel geld ging er naar de pont?", "En via welke gemeenten?")),
        ("Ze zit thuis. Wie betaalt de zorg? Wat doet de gemeente?",
         ("Ze zit thuis. Wie betaalt de zorg?", "Ze zit thuis. Wat doet de gemeente?")),
        ("Krijgt de school geld? Zo nee, waarom niet?", ("Krijgt de school geld? Zo nee, waarom niet?",)),
        ("Waarom vaart de boot niet? Er lag toch een plan?", ("Waarom vaart de boot niet? Er lag toch een plan?",)),
        ("Komt er een wet? Klopt dat?", ("Komt er een wet? Klopt dat?",)),
    ],
)  # fmt: skip
def test_a_message_falls_into_the_questions_that_can_stand_alone(message: str, questions: tuple[str, ...]) -> None:
    assert separate(message) == questions


def test_what_is_asked_beyond_the_most_stays_with_the_last() -> None:
    message = " ".join(f"Wat doet gemeente nummer {number}?" for number in range(MOST + 2))
    assert len(separate(message)) == MOST
    assert separate(message)[-1].endswith(f"gemeente nummer {MOST + 1}?")


@given(st.text(alphabet="wat is en hoe lang? .ZO\n", max_size=80))
def test_any_text_has_at_least_one_question_and_at_most_the_most(message: str) -> None:
    assert 1 <= len(separate(message)) <= MOST


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
