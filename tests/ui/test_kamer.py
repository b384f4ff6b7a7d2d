"""The screen for the Kamer without a browser: what fields are read as, and where its links lead."""

import pytest

from assistant.assistant import Assistant
from index import embedder
from index import generation as generations
from tests.assistant.briefing.debate import papers
from ui import kamer_page
from ui.kamer import Screen
from ui.opened import Opened

NOTHING = (None, None, None, None, None)  # the fields behind subject and sort


@pytest.fixture(scope="module")
def screen(tmp_path_factory: pytest.TempPathFactory) -> Screen:
    index = generations.build(papers(), tmp_path_factory.mktemp("debate"), embedder=embedder.load())
    opened = Opened(Assistant(index), index)
    return Screen(lambda: opened)


def test_the_nearest_passages_open_beside_the_screen_and_lead_back_to_it(screen: Screen) -> None:
    result, _, told = screen.found(kamer_page.OLDEST, "schapenteelt", None, *NOTHING)
    assert told == "Niets gevonden."
    assert result.count('target="_blank" rel="opener"') == result.count("<blockquote>") > 0
    assert "<blockquote><p>" in result and "(bestand " not in result
    assert result.count("terug=kamer") == result.count("<blockquote>")


@pytest.mark.parametrize(
    ("since", "told"),
    [("31-02-2023", "is geen datum"), ("ooit", "is geen datum"), ("2023-13-01", "is geen datum"), ("31-12-2023", "")],
)
def test_a_day_is_read_as_people_write_it(screen: Screen, since: str, told: str) -> None:
    _, _, said = screen.found(kamer_page.OLDEST, "veerboot", None, None, None, None, since, None)
    assert (told in said) if told else "geen datum" not in said


def test_a_field_longer_than_any_name_is_told(screen: Screen) -> None:
    assert "200 tekens" in screen.found(kamer_page.OLDEST, "x" * 201, None, *NOTHING)[2]
