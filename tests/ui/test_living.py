"""A letter arrives: fetched from its source, indexed, told of and cited in the open chat, the stale answer listed."""

import threading
from collections.abc import Collection, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

pytest.importorskip("playwright")

from playwright.sync_api import Browser, BrowserContext, expect

from eval.loopback import Paper, Sources, serving
from tests.ui.conftest import Passend
from tests.ui.test_following import QUESTION
from ui import opening, serve
from ui.following import Following
from ui.settings import Settings
from ui.watching import follow

pytestmark = [pytest.mark.browser, pytest.mark.filterwarnings("default")]  # of Gradio and its server

PATIENCE = 120_000  # milliseconds


LETTER = "kst-99497-1"
WORDS = "De veerboot naar het eiland vaart {times} keer per dag. De gemeente betaalt de haven."


@pytest.fixture
def sources(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Sources]:
    letter = Paper(LETTER, "Brief over de veerboot", WORDS.format(times=1), number="1", forms=("xml",))
    with serving(Sources(koop={LETTER: letter})) as served:
        monkeypatch.setenv("PASSEND_SOURCES", str(served.toml(tmp_path / "sources.toml")))
        yield served


@pytest.fixture
def folder(tmp_path: Path, sources: Sources, passend: Passend) -> Path:
    del sources  # they have to be there
    made = tmp_path / "stukken"
    assert passend("fetch", "--dossier", "99497", "--since", "2024-01-01", "--to", made).code == 0
    return made


@pytest.fixture
def address(tmp_path: Path, folder: Path) -> Iterator[str]:
    given = Settings(data=tmp_path / "data", own_data=True)
    stop = threading.Event()

    def build(passed_over: Collection[Path] = ()) -> None:
        opening.build(given, opening.gather([folder], None, passed_over).documents, None)

    build()
    following = Following(opening.opened(given, print), given, print)
    watching = threading.Thread(target=follow, args=([folder], build, print), kwargs={"stop": stop})
    app = serve.site(following.now, waiting=8, data=given.data)
    with serve.launched(app, host="127.0.0.1", port=serve.free_port("127.0.0.1", 8140)) as started, following:
        watching.start()
        yield started
        stop.set()
        watching.join()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    opened = browser.new_context(viewport={"width": 1280, "height": 900}, locale="en-US")
    opened.set_default_timeout(PATIENCE)
    yield opened
    opened.close()


def test_a_new_letter_is_told_cited_and_makes_an_approved_answer_stale(
    context: BrowserContext, address: str, folder: Path, sources: Sources, passend: Passend
) -> None:
    expect.set_options(timeout=PATIENCE)
    desk = context.new_page()
    desk.goto(f"{address}/helpdesk")
    desk.fill("#helpdesk-vraag :is(input, textarea)", QUESTION)
    desk.click("#helpdesk-stel")
    desk.check("#helpdesk-gelezen input")
    desk.click("#helpdesk-bewaar")
    expect(desk.locator("#helpdesk-status")).to_contain_text("goedgekeurd en bewaard")

    chat = context.new_page()
    chat.goto(address)
    turns = chat.locator("article.beurt")
    chat.fill("#vraag textarea", QUESTION)
    chat.click("#stel")
    expect(turns.first.locator(".antwoord")).to_contain_text("1 keer")
    chat.wait_for_selector('section.gesprek[aria-busy="false"]')

    changed = sources.koop[LETTER]
    changed.words, changed.modified = WORDS.format(times=2), datetime.now(UTC).date().isoformat()
    assert "1 gewijzigd" in passend("fetch", "--update", "--to", folder).out
    expect(chat.locator(".bijgewerkt")).to_contain_text("De stukken zijn bijgewerkt op")
    chat.fill("#vraag textarea", QUESTION)
    chat.click("#stel")
    expect(turns.nth(1).locator(".antwoord")).to_contain_text("2 keer")
    expect(turns.first).to_contain_text("Dit antwoord is ouder")
    expect(turns.first).to_contain_text("van bron 1 is het stuk sindsdien veranderd of weg")
    expect(turns.nth(1)).not_to_contain_text("Dit antwoord is ouder")

    desk.reload()
    desk.get_by_role("button", name="waarvan een bron veranderd of weg is").click()
    expect(desk.locator("#helpdesk-verouderd")).to_contain_text(QUESTION)
