"""The helpdesk's screen in a browser: copying waits, approved answers come first, axe finds nothing."""

from collections.abc import Iterator
from pathlib import Path

import pytest

pytest.importorskip("playwright")

import gradio as gr
from fastapi import FastAPI
from playwright.sync_api import Browser, Page, expect

from tests.ui.chromium import violations
from ui import helpdesk, opening, serve
from ui.settings import Settings

pytestmark = [pytest.mark.browser, pytest.mark.filterwarnings("default")]  # of Gradio and its server

QUESTION = "Hoeveel OZA-aanvragen zijn er goedgekeurd?"
HOSTILE = '<img src=x onerror="document.title=1"> [x](javascript:alert(1))'


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("kept")


@pytest.fixture(scope="module")
def address(builtin: Settings, kept: Path) -> Iterator[str]:
    opened = opening.opened(builtin, print)
    with gr.Blocks(title="Helpdesk", analytics_enabled=False) as page:
        helpdesk.build(lambda: opened, kept)
    app = FastAPI()
    app.add_middleware(serve.Guard)
    served = gr.mount_gradio_app(
        app,
        page,
        path="/helpdesk",  # by which the page knows to which field the way past the links leads
        ssr_mode=False,
        footer_links=[],
        theme=serve.theme(),
        css_paths=[serve.HERE / "theme.css"],
        head=f"<script>{(serve.HERE / 'page.js').read_text(encoding='utf-8')}</script>",
    )
    with serve.launched(served, host="127.0.0.1", port=serve.free_port("127.0.0.1", 7980)) as started:
        yield f"{started}/helpdesk"


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="en-US")
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    opened = context.new_page()
    opened.goto(address)
    opened.wait_for_selector("#helpdesk-vraag :is(input, textarea)")
    yield opened
    context.close()


def ask(page: Page, question: str) -> None:
    page.fill("#helpdesk-vraag :is(input, textarea)", question)
    page.click("#helpdesk-stel")
    expect(page.locator("#helpdesk-status")).to_contain_text("bron", timeout=30_000)
    page.wait_for_timeout(300)  # until the locks are set


def draft(page: Page) -> str:
    return page.input_value("#helpdesk-concept textarea")


def test_a_draft_is_copied_only_after_the_source_was_read(page: Page) -> None:
    assert violations(page) == []
    ask(page, QUESTION)
    assert "Geachte heer, mevrouw" in draft(page) and "39" in draft(page)
    expect(page.locator("#helpdesk-citaten")).to_contain_text("nr. 2038")
    expect(page.locator("#helpdesk-kopieer")).to_be_disabled()
    page.check("#helpdesk-gelezen input")
    expect(page.locator("#helpdesk-kopieer")).to_be_enabled(timeout=30_000)
    assert violations(page) == []
    page.click("#helpdesk-kopieer")
    expect(page.locator("#helpdesk-status")).to_contain_text("gekopieerd")
    assert page.evaluate("navigator.clipboard.readText()") == draft(page)
    ask(page, "Wat is doorzettingsmacht?")
    expect(page.locator("#helpdesk-kopieer")).to_be_disabled(timeout=30_000)


def test_a_draft_becomes_a_note_of_a_call(page: Page) -> None:
    ask(page, QUESTION)
    page.get_by_label("telefoonnotitie").check()
    page.wait_for_function("document.querySelector('#helpdesk-concept textarea').value.startsWith('Telefoonnotitie')")


def test_an_approved_answer_comes_first_the_next_time(page: Page, kept: Path) -> None:
    ask(page, QUESTION)
    page.fill("#helpdesk-concept textarea", "Wij schrijven u dat het er 39 zijn.")
    page.check("#helpdesk-gelezen input")
    page.click("#helpdesk-bewaar")
    expect(page.locator("#helpdesk-status")).to_contain_text("goedgekeurd en bewaard", timeout=30_000)
    ask(page, "hoeveel oza-aanvragen zijn goedgekeurd")
    expect(page.locator("#helpdesk-eerder")).to_contain_text("Eerder goedgekeurd antwoord")
    assert draft(page) == "Wij schrijven u dat het er 39 zijn."
    file = kept / "helpdesk" / "antwoorden.jsonl"
    file.write_text(file.read_text("utf-8").replace('"sha256": "', '"sha256": "0'), "utf-8")
    ask(page, QUESTION)
    expect(page.locator("#helpdesk-eerder")).to_contain_text("Herzien")
    assert "Geachte heer, mevrouw" in draft(page)


def test_a_question_without_a_source_can_be_counted_and_not_approved(page: Page, kept: Path) -> None:
    ask(page, f"Wat kost een kilo appels? {HOSTILE}")
    expect(page.locator("#helpdesk-gelezen input")).to_be_disabled()
    page.get_by_role("button", name="Weeklijst").click()
    page.click("#helpdesk-weeklijst")
    expect(page.locator("#helpdesk-weken")).to_contain_text("1 vraag zonder bron", timeout=30_000)
    assert "appels" not in (kept / "helpdesk" / "zonder-bron.jsonl").read_text("utf-8")
    assert violations(page) == []


def test_a_narrow_screen_needs_no_scrolling_sideways(page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    ask(page, QUESTION)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
