"""What a source states itself, on the screen for the Kamer: with source and day, apart from what papers say."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from lxml import html

from assistant.assistant import Assistant
from index import embedder
from index import generation as generations
from index.generation import Generation
from ingest.sources import facts
from ingest.sources.facts import Fact, FactKind
from tests.assistant.briefing.debate import papers
from ui import kamer_page, stated
from ui.kamer import Screen
from ui.opened import Opened

VOTE = Fact(
    kind=FactKind.STEMMING,
    about="kst-29876-71",
    subject="Motie over een tweede veerboot",
    state="Aangenomen.",
    source="de Tweede Kamer",
    address="https://www.tweedekamer.nl/moties/9",
    day=date(2024, 4, 2),
    retrieved_at=datetime(2024, 4, 3, tzinfo=UTC),
    supporters=("Partij A", "Partij C"),
    opponents=("Partij B",),
)
PROMISE = replace(
    VOTE,
    kind=FactKind.TOEZEGGING,
    about="TZ202404-1",
    subject="De minister stuurt een meetrapport over de veerboot.",
    state="Openstaand",
    address="http://127.0.0.1/Toezegging(1)",
    day=date(2024, 5, 6),
    supporters=(),
    opponents=(),
    by="minister voor Water",
    due=date(2024, 11, 1),
)
ELSEWHERE = replace(VOTE, about="kst-29876-72", subject="Motie over het dak van de school")
HOSTILE = replace(
    VOTE, about="kst-29876-73", subject="Veerboot <script>alert(1)</script>", address='https://x/"onclick="alert(1)'
)

FACTS = "//*[@id='kamer-feiten']//li"


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Generation]:
    yield generations.build(papers(), tmp_path_factory.mktemp("debate"), embedder=embedder.load())


@pytest.fixture
def screen(index: Generation, tmp_path: Path) -> Screen:
    facts.keep(tmp_path / stated.FOLDER, "feiten", [VOTE, PROMISE, ELSEWHERE, HOSTILE])
    opened = Opened(Assistant(index), index)
    return Screen(lambda: opened, tmp_path)


def shown(screen: Screen, subject: str, soorten: tuple[str, ...] = (), since: str = "", until: str = "") -> list[str]:
    """The facts on the screen, as they are read."""
    page, _, _ = screen.found(kamer_page.OLDEST, subject, soorten, (), "", "", since, until)
    return [" ".join(" ".join(item.itertext()).split()) for item in html.fromstring(page).xpath(FACTS)]


def test_a_fact_stands_with_its_source_and_day_apart_from_the_quotes(screen: Screen) -> None:
    page, _, told = screen.found(kamer_page.OLDEST, "veerboot", (), (), "", "", "", "")
    body = html.fromstring(page)
    promise, _, vote = (" ".join(" ".join(item.itertext()).split()) for item in body.xpath(FACTS))
    assert promise == (
        "toezegging TZ202404-1 van minister voor Water, na te komen op 1 november 2024: Openstaand. „De minister "
        "stuurt een meetrapport over de veerboot.” Volgens de Tweede Kamer, 6 mei 2024"
    )
    assert vote.startswith(
        "motie kst-29876-71, „Motie over een tweede veerboot”: Aangenomen. voor: Partij A, Partij C; tegen: Partij B "
        "Volgens de Tweede Kamer, 2 april 2024"
    )
    assert "Dit staat niet in de stukken." in body.get_element_by_id("kamer-feiten").text_content()
    assert not body.xpath("//*[@id='kamer-feiten']//blockquote | //table//*[@id='kamer-feiten']")
    assert told.endswith("3 feiten van de bron.")


def test_facts_on_another_subject_of_another_sort_or_day_are_left_out(screen: Screen) -> None:
    assert [fact[:18] for fact in shown(screen, "dak van de school")] == ["motie kst-29876-72"]
    assert [fact[:11] for fact in shown(screen, "veerboot", ("toezegging",))] == ["toezegging "]
    assert [fact[:11] for fact in shown(screen, "veerboot", since="01-05-2024")] == ["toezegging "]
    assert shown(screen, "veerboot", ("standpunt",)) == []
    assert shown(screen, "veerboot", until="01-01-2024") == []


def test_a_fact_is_shown_where_the_papers_say_nothing(screen: Screen) -> None:
    page, _, told = screen.found(kamer_page.OLDEST, "dak van de school", (), (), "", "", "", "")
    assert "Niets gevonden" in page
    assert told == "Niets gevonden. 1 feit van de bron."


def test_words_of_a_source_are_shown_and_do_nothing(screen: Screen) -> None:
    page, _, _ = screen.found(kamer_page.OLDEST, "veerboot", (), (), "", "", "", "")
    body = html.fromstring(page)
    assert not body.xpath("//script")
    assert not body.xpath("//*[@onclick]")
    assert all(link.get("href", "").startswith("https://") for link in body.xpath("//*[@id='kamer-feiten']//a"))


def test_without_a_data_folder_there_are_no_facts(index: Generation) -> None:
    opened = Opened(Assistant(index), index)
    page, _, _ = Screen(lambda: opened).found(kamer_page.OLDEST, "veerboot", (), (), "", "", "", "")
    assert "kamer-feiten" not in page
