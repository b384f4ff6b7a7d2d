"""The tick of the chat: with it a language model over the loopback reads and writes, without it nobody is asked."""

from collections.abc import Iterator
from pathlib import Path

import pytest

pytest.importorskip("playwright")

from playwright.sync_api import Browser, Page, expect

from tests.assistant.word.lying_server import Liar, running
from tests.ui import kept_in_browser
from tests.ui.test_language_model import ANSWERS, QUESTION, Reads
from ui import opening, serve
from ui.remembered import MODEL_KEY
from ui.settings import Settings

pytestmark = [pytest.mark.browser, pytest.mark.filterwarnings("default")]  # of Gradio and its server

PATIENCE = 120_000  # milliseconds

SIGNED = "Een taalmodel (leugens) las de stukken"


@pytest.fixture
def liar() -> Iterator[Liar]:
    with running() as server:
        server.reply = Reads(server.received)
        yield server


@pytest.fixture
def page(browser: Browser, indexed: Path, liar: Liar) -> Iterator[Page]:
    given = Settings(data=indexed, own_data=True, llm=f"openai:leugens@{liar.address}")
    opened = opening.opened(given, print)
    app = serve.site(lambda: opened, waiting=8, language_model=opening.chosen_model(given), data=indexed)
    with serve.launched(app, host="127.0.0.1", port=serve.free_port("127.0.0.1", 8160)) as address:
        context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="nl-NL")
        context.set_default_timeout(PATIENCE)
        shown = context.new_page()
        shown.goto(address)
        yield shown
        context.close()


def test_who_takes_the_tick_off_is_answered_in_quotes_and_nobody_is_asked(page: Page, liar: Liar) -> None:
    expect.set_options(timeout=PATIENCE)
    turns = page.locator("article.beurt")
    tick = page.locator("#taalmodel input")
    expect(tick).to_be_checked()
    page.fill("#vraag textarea", QUESTION)
    page.click("#stel")
    expect(turns.last).to_contain_text(SIGNED)
    expect(turns.last).to_contain_text(ANSWERS)
    expect(turns.last).not_to_contain_text("krijgen een auto")
    asked = len(liar.received)
    assert asked

    tick.uncheck()
    page.fill("#vraag textarea", QUESTION)
    page.click("#stel")
    expect(turns).to_have_count(2)
    expect(turns.last).to_contain_text("33")
    expect(turns.last.locator("figcaption").first).to_be_visible()
    expect(turns.last).not_to_contain_text("Een taalmodel")
    assert len(liar.received) == asked


def test_a_kept_conversation_that_was_asked_without_the_model_is_asked_anew_without_it(page: Page, liar: Liar) -> None:
    with kept_in_browser.written(page, MODEL_KEY):
        page.locator("#taalmodel input").uncheck()
    page.check("#onthoud input")
    page.fill("#vraag textarea", QUESTION)
    page.click("#stel")
    expect(page.locator("article.beurt figcaption").first).to_be_visible(timeout=PATIENCE)
    kept_in_browser.wait_for_question(page)
    page.reload()
    expect(page.locator("article.beurt figcaption").first).to_be_visible(timeout=PATIENCE)
    expect(page.locator("#taalmodel input")).not_to_be_checked()
    assert liar.received == []
