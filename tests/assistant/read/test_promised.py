"""Who asks what was promised is told promises."""

import pytest

from assistant.read.promised import promised, yet_to_come
from assistant.understand.asked import asked_for
from assistant.understand.conversation import complete
from tests.assistant.made import MEMBER, evidence, paper, question, with_features

PAPER = paper("De pont vaart elke dag.", "Ik informeer uw Kamer dit najaar over de pont.")
SAYS, PROMISES = evidence(PAPER), evidence(PAPER, block=1)


def asked(text: str) -> list[str]:
    return [one.text for one in promised(question(text, asked_for(text)), [SAYS, PROMISES])]


@pytest.mark.parametrize("text", ["Welke toezeggingen zijn er over de pont?", "Wat is er over de pont toegezegd?"])
def test_what_is_no_promise_is_left_out(text: str) -> None:
    assert asked(text) == [PROMISES.text]


@pytest.mark.parametrize("text", ["Hoe vaak vaart de pont?", "Waarom is de toezegging over de pont niet nagekomen?"])
def test_for_who_asks_anything_else_nothing_is_left_out(text: str) -> None:
    assert asked(text) == [SAYS.text, PROMISES.text]


def test_where_nobody_who_governs_promises_a_thing_nothing_is_left_out() -> None:
    by_a_member = evidence(paper("Ik informeer uw Kamer dit najaar.", speaker=MEMBER))
    weak = evidence(PAPER, block=1, features=with_features(read=0.0, meaning=0.0, named=0.0), clear=0.0)
    for other in (by_a_member, weak):
        assert promised(question("Welke toezeggingen zijn er?"), [SAYS, other]) == [SAYS, other]


@pytest.mark.parametrize(
    ("text", "comes"),
    [
        ("De cijfers over 2025 komen in mei 2026 beschikbaar.", True),
        ("De rapportage over 2025 ontvangt u in het voorjaar.", True),
        ("De cijfers over 2024 komen in mei beschikbaar.", False),
        ("In 2025 komen er 40 boten.", False),
    ],
)
def test_when_figures_of_a_year_come_is_told_to_who_asks_for_them(text: str, comes: bool) -> None:
    found = [evidence(paper(text))]
    assert yet_to_come(complete("Hoeveel boten voeren er in 2025?", ()), found) == (found if comes else [])
    assert yet_to_come(complete("Hoeveel boten varen er?", ()), found) == []
    assert yet_to_come(complete("Waarom voeren er boten in 2025?", ()), found) == []
