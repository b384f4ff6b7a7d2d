"""Words about the person who asks, and about what an answer cannot be."""

import pytest

from assistant.answer import LIKELY, Answer, Status
from assistant.assistant import Assistant
from assistant.tell.referrals import TURN
from assistant.tell.tone import (
    HEARD,
    NO_JUDGE,
    NO_OPINION,
    PERHAPS,
    PROBABLY,
    asks_of_own_case,
    doubt,
    framed,
    heard,
    limits,
)
from assistant.understand.several import ORDINALS


@pytest.mark.parametrize(
    "text",
    [
        "Ik ben radeloos, wie helpt ons?",
        "We maken ons grote zorgen om onze zoon, wat nu?",
        "Ik kan niet meer, de bus komt nooit",
        "WAAROM KOMT DE BUS NIET OP TIJD",
    ],
)
def test_who_names_strain_or_shouts_is_heard_in_one_sentence(text: str) -> None:
    assert heard(text) == HEARD


@pytest.mark.parametrize("text", ["Wat is een OPP?", "OPP TLV SWV", "Hoe lang duurt een rit?", "Wat zijn de zorgen?"])
def test_nobody_else_is_told_how_they_feel(text: str) -> None:
    assert heard(text) == ""


@pytest.mark.parametrize(
    "text",
    [
        "Heb ik recht op een taxi?",
        "Heeft mijn dochter recht op extra hulp?",
        "Mag de school mijn kind weigeren?",
        "Kan ik de gemeente aanklagen?",
        "Moet ik mijn kind naar die school laten gaan?",
        "Welke school is het beste voor mijn zoon?",
    ],
)
def test_a_question_about_the_own_case_is_not_judged(text: str) -> None:
    assert asks_of_own_case(text)
    assert limits(text) == NO_JUDGE


def test_an_opinion_is_not_given() -> None:
    assert limits("Wat vindt u van het busvervoer?") == NO_OPINION
    assert limits("Wat vindt de minister van het busvervoer?") == ""
    assert limits("Wie heeft recht op een taxi?") == ""


def test_only_a_parent_is_comforted_and_help_goes_before_it(assistant: Assistant) -> None:
    asked = "Ik ben radeloos, mijn kind wil dood. Hoe lang duurt een rit met de bus?"
    answer = assistant.ask(asked)
    assert answer.text.index("113") < answer.text.index(HEARD)
    assert HEARD not in assistant.ask(asked, persona="kamer").text


def partial(asked: str, chance: float) -> Answer:
    return Answer(
        question=asked,
        understood_as=asked,
        status=Status.PARTIAL,
        text=f"{doubt(chance)}\n\nBos schrijft: “De bus rijdt.” [1]",
        chance=chance,
        likely=doubt(chance) == PROBABLY,
    )


@pytest.mark.parametrize(("chance", "turn_first"), [(0.2, True), (0.49, True), (0.5, False), (0.69, False)])
def test_a_parent_reads_where_to_turn_before_what_is_likelier_to_miss_the_question(
    chance: float, turn_first: bool
) -> None:
    told = framed(partial("Hoe laat komt de taxi voor leerlingenvervoer?", chance), "ouder").text
    assert PERHAPS in told, "nothing that is told is called no answer"
    assert (told.index("Uw gemeente") < told.index("De bus rijdt.")) is turn_first
    assert "Uw gemeente" not in framed(partial("Hoe laat komt de taxi?", chance), "kamer").text


def test_what_most_probably_answers_says_so_and_sends_nobody_on() -> None:
    told = framed(partial("Hoe laat komt de taxi voor leerlingenvervoer?", LIKELY), "ouder").text
    assert told.startswith(PROBABLY)
    assert "Uw gemeente" not in told


def test_who_is_in_distress_reads_first_where_to_turn() -> None:
    told = framed(partial("Ik ben radeloos, waar blijft de taxi?", 0.7), "ouder").text
    assert told.index(HEARD) < told.index("Uw gemeente") < told.index("De bus rijdt.")
    told = framed(partial("Ik ben radeloos, de school wil mijn kind kwijt", 0.3), "ouder").text
    assert told.index("Onderwijsconsulenten") < told.index(PERHAPS)


def several(*texts: str, status: Status) -> Answer:
    """The answer to a message of several questions."""
    parts = tuple(Answer(question="v", understood_as="v", status=status, text=text) for text in texts)
    text = "\n\n".join(f"Op uw {ordinal} vraag:\n\n{part.text}" for ordinal, part in zip(ORDINALS, parts, strict=False))
    return Answer(question="Waar blijft de taxi?", understood_as="v", status=status, text=text, parts=parts)


def test_who_asks_where_to_turn_reads_that_first_where_the_papers_may_not_say_it() -> None:
    asked = "Waar kan ik terecht als mijn kind thuis zit?"
    answer = Answer(
        question=asked, understood_as=asked, status=Status.PARTIAL, text=f"{PERHAPS}\n\nDe boot vaart.", chance=0.3
    )
    assert framed(answer, "ouder").text.startswith(TURN)
    assert framed(answer, "kamer").text.startswith(PERHAPS)


def test_where_to_turn_is_told_once_in_a_message_of_several_questions() -> None:
    school, town = f"{TURN}\n• De school: vraag daar.", f"{TURN}\n• De gemeente: bel.\n• De school: vraag daar."
    refused = framed(several(f"Nee.\n\n{school}", f"Nee.\n\n{town}", status=Status.UNANSWERABLE), "ouder").text
    assert refused.count(TURN) == refused.count("De school") == refused.count("De gemeente") == 1
    assert refused.index(TURN) < refused.index("Nee.")
    part = framed(several("Ja.", f"Nee.\n\n{school}", status=Status.PARTIAL), "ouder").text
    assert part.count(TURN) == 1
    assert part.endswith("• De school: vraag daar.")
