"""A running server follows the newest index: old requests end on the old one, none fails, the old one is freed."""

import gc
import threading
import weakref
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pytest

from index.commit import root_of
from index.filters import Filters
from ui import opening, serve
from ui.chat import Conversation
from ui.following import Following
from ui.opened import Opened
from ui.service import Service
from ui.settings import Settings

QUESTION = "Hoe vaak per dag vaart de veerboot naar het eiland?"
BUILDS = 3
PEOPLE = 2

pytestmark = pytest.mark.filterwarnings("default")  # of Gradio

Build = Callable[[int], str]


def letter(times: int) -> str:
    return (
        "Geachte voorzitter,\n\nMet deze brief vertel ik uw Kamer hoe het staat met de veerboot.\n\nVeerboot\n\n"
        f"De veerboot naar het eiland vaart {times} keer per dag. De gemeente betaalt de haven.\n\n"
        "De Minister van Vervoer,\nA.B. Proef\n"
    )


@pytest.fixture
def given(tmp_path: Path) -> Settings:
    return Settings(data=tmp_path / "data", own_data=True)


@pytest.fixture
def build(given: Settings, tmp_path: Path) -> Build:
    """Makes an index of a letter that says how often the boat sails; gives its name."""
    papers = tmp_path / "papers"
    papers.mkdir()

    def made(times: int) -> str:
        (papers / "brief.txt").write_text(letter(times), encoding="utf-8")
        return opening.build(given, opening.gather([papers]).documents, None).name

    return made


@pytest.fixture
def told() -> list[str]:
    return []


@pytest.fixture
def following(given: Settings, build: Build, told: list[str]) -> Iterator[Following]:
    build(1)
    yield Following(opening.opened(given, print), given, told.append)


def test_what_was_asked_ends_on_the_old_index_and_frees_it(following: Following, build: Build, told: list[str]) -> None:
    assert following.look() and told == []
    before = following.now()
    freed = weakref.ref(before.generation)
    name = build(2)
    assert following.look()
    assert following.now().generation.name == name
    assert told == [following.now().changed]
    assert "vaart 1 keer" in before.assistant.search(QUESTION)[0].text  # whose files are gone by now
    assert "vaart 2 keer" in Service(following.now).passages(QUESTION, Filters())[0]["text"]
    del before
    gc.collect()
    assert freed() is None


def test_an_index_that_does_not_open_is_told_once_and_the_one_before_stays(
    following: Following, given: Settings, build: Build, told: list[str]
) -> None:
    before = following.now()
    name = build(2)
    vectors = root_of(given.data) / "generations" / name / "vectors.npy"
    whole = vectors.read_bytes()
    vectors.write_bytes(whole[:-1])
    assert not following.look() and not following.look()
    assert following.now() is before
    [sentence] = told
    assert sentence.startswith("De nieuwe zoekindex gaat niet open") and "beschadigd" in sentence
    vectors.write_bytes(whole)
    assert following.look()
    assert following.now().generation.name == name


def test_what_goes_wrong_after_the_change_is_not_told_as_an_index_that_does_not_open(
    following: Following, build: Build, told: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_opened: Opened) -> None:
        raise ValueError("differences cannot be looked for")

    monkeypatch.setattr(Opened, "compare", broken)
    name = build(2)
    assert following.look()
    assert following.now().generation.name == name
    assert told == [following.now().changed]


def test_an_index_that_was_removed_leaves_the_one_that_is_open(following: Following, given: Settings) -> None:
    (root_of(given.data) / "current").unlink()
    assert not following.look()
    assert Service(following.now).papers()


def test_the_page_marks_answers_that_are_older_than_the_papers(following: Following, build: Build) -> None:
    page = Conversation(following.now)
    *_, first = page.respond(QUESTION, "ouder", ())
    assert "Dit antwoord is ouder" not in first[1] and "1 keer" in first[1]
    build(2)
    following.look()
    *_, second = page.respond(QUESTION, "ouder", first[3])
    assert second[1].count("Dit antwoord is ouder") == 1
    assert "van bron 1 is het stuk sindsdien veranderd of weg" in second[1]
    assert "2 keer" in second[1]


@pytest.fixture
def client(following: Following) -> Iterator[httpx.Client]:
    app = serve.site(following.now, waiting=8)
    with (
        serve.launched(app, host="127.0.0.1", port=serve.free_port("127.0.0.1", 8160)) as address,
        httpx.Client(base_url=address, timeout=120) as asking,
    ):
        yield asking


def test_nothing_fails_while_builds_go_on(following: Following, client: httpx.Client, build: Build) -> None:
    first = client.get("/stand").json()
    done, failed, answered = threading.Event(), [], []
    paper = client.get("/api/stukken").json()[0]["document"]

    def ask(number: int) -> None:
        page = Conversation(following.now)
        while not done.is_set():
            try:
                *_, update = page.respond(QUESTION, "ouder", ())
                told = Service(following.now).answer(QUESTION)
                read = client.get(f"/stuk/{paper}")
            except Exception as error:
                failed.append(repr(error))
                continue
            answered.append(number)
            if "vaart" not in update[1] or told["refused"] or read.status_code not in {200, 404}:
                failed.append(f"{update[1]} {told} {read.status_code}")

    people = [threading.Thread(target=ask, args=(number,)) for number in range(PEOPLE)]
    with following:
        for one in people:
            one.start()
        for times in range(2, 2 + BUILDS):
            name = build(times)
            waiting = threading.Event()
            while following.now().generation.name != name:
                waiting.wait(0.05)
        done.set()
        for one in people:
            one.join()
    assert failed == []
    assert set(answered) == set(range(PEOPLE))
    last = client.get("/stand").json()
    assert last["index"] == name != first["index"]
    assert last["told"].startswith("De stukken zijn bijgewerkt op ")
