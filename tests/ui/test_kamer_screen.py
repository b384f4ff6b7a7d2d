"""The screen for the Kamer in a browser: the scenarios of a Kamerlid's assistant, with papers of our own."""

from collections.abc import Iterator
from pathlib import Path

import pytest

pytest.importorskip("playwright")

import gradio as gr
from fastapi import FastAPI
from playwright.sync_api import Browser, Page, expect

from assistant.assistant import Assistant
from assistant.briefing.receipt import check
from index import embedder
from index import generation as generations
from index.generation import Generation
from tests.assistant.briefing.debate import LETTER, papers
from tests.ui.chromium import violations
from ui import export, kamer, serve
from ui.opened import Opened

pytestmark = [pytest.mark.browser, pytest.mark.filterwarnings("default")]  # of Gradio and its server

HOSTILE = '<img src=x onerror="document.title=1"> [x](javascript:alert(1))'


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Generation:
    return generations.build(papers(), tmp_path_factory.mktemp("debate"), embedder=embedder.load())


@pytest.fixture(scope="module")
def address(index: Generation) -> Iterator[str]:
    opened = Opened(Assistant(index), index)
    with gr.Blocks(title="Kamer", analytics_enabled=False) as page:
        gr.HTML("<h1>Vraagbaak passend onderwijs</h1>")
        kamer.build(lambda: opened)
    app = FastAPI()
    app.add_middleware(serve.Guard)
    served = gr.mount_gradio_app(
        app,
        page,
        path="/kamer",  # by which the page knows to which field the way past the links leads
        ssr_mode=False,
        footer_links=[],
        theme=serve.theme(),
        css_paths=[serve.HERE / "theme.css", serve.HERE / "kamer.css"],
        head=f"<script>{(serve.HERE / 'page.js').read_text(encoding='utf-8')}</script>",
    )
    with serve.launched(served, host="127.0.0.1", port=serve.free_port("127.0.0.1", 7950)) as started:
        yield f"{started}/kamer"


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="en-US")
    opened = context.new_page()
    opened.goto(address)
    opened.wait_for_selector("#kamer-onderwerp :is(input, textarea)")
    yield opened
    context.close()


def seek(page: Page, subject: str) -> None:
    page.fill("#kamer-onderwerp :is(input, textarea)", subject)
    page.click("#kamer-zoek")
    page.wait_for_selector("#kamer-uitkomst :is(section, .melding)", timeout=30_000)
    expect(page.locator("#kamer-status")).not_to_contain_text("Ik zoek", timeout=30_000)


def test_all_promises_on_a_subject_stand_with_date_deadline_and_place(page: Page) -> None:
    seek(page, "alle toezeggingen veerboot")
    rows = page.locator("table.tijdlijn tbody tr")
    expect(rows).to_have_count(1)
    expect(rows.first).to_contain_text("30 maart 2024")
    expect(rows.first).to_contain_text("A.B. Veerman, minister voor Water")
    expect(rows.first).to_contain_text("„Dit najaar” (najaar 2024)")
    expect(rows.first).to_contain_text("niet af te leiden uit deze stukken")
    expect(rows.first).to_contain_text("Kamerstukken II 2023/24, 29 876, nr. 70")
    start = LETTER.text.index("Dit najaar")
    link = rows.first.locator(".vindplaats a").first.get_attribute("href")
    assert link is not None
    assert f"/stuk/{LETTER.identifier}?van={start}&" in link
    expect(page.locator("#kamer-status")).to_contain_text("1 uitspraak gevonden")


def test_the_briefing_can_be_saved_in_three_formats_and_every_quote_holds(
    page: Page, index: Generation, tmp_path: Path
) -> None:
    page.fill("#kamer-onderwerp :is(input, textarea)", "veerboot")
    page.click("#kamer-briefing")
    expect(page.locator("a.kamer-bestand")).to_have_count(3, timeout=30_000)
    for number in range(3):
        with page.expect_download() as started:
            page.locator("a.kamer-bestand").nth(number).click()
        path = tmp_path / started.value.suggested_filename
        started.value.save_as(path)
        assert check(export.read(path), index).holds


def test_a_decision_note_is_called_advice_of_civil_servants(page: Page) -> None:
    seek(page, "adviezen veerboot")
    expect(page.locator("table.tijdlijn strong.soort").first).to_have_text("ambtelijk advies")
    expect(page.locator("#kamer-uitkomst")).to_contain_text("geen standpunt van de minister")


def test_filters_are_reached_with_the_keyboard_and_are_no_dropdowns(page: Page) -> None:
    page.get_by_role("button", name="Meer filters").focus()
    page.keyboard.press("Enter")
    page.locator("#kamer-vanaf :is(input, textarea)").fill("01-10-2024")
    seek(page, "veerboot")
    expect(page.locator("table.tijdlijn").first.locator("tbody tr")).to_have_count(1)
    assert page.locator("[role=listbox], select").count() == 0


def test_a_date_that_is_none_is_told_in_words(page: Page) -> None:
    page.get_by_role("button", name="Meer filters").click()
    page.locator("#kamer-vanaf :is(input, textarea)").fill("31-02-2024")
    seek(page, "veerboot")
    expect(page.locator("#kamer-uitkomst")).to_contain_text("„31-02-2024” is geen datum")


def test_hostile_words_are_shown_and_do_nothing(page: Page) -> None:
    seek(page, HOSTILE)
    assert page.locator("#kamer-uitkomst :is(img, script), #kamer-uitkomst a[href^=javascript]").count() == 0
    assert page.title() != "1"


@pytest.mark.parametrize("width", [320, 768, 1440])
def test_axe_finds_nothing_and_nothing_runs_off_the_screen(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    assert violations(page) == []
    seek(page, "veerboot")
    page.click("#kamer-briefing")
    expect(page.locator("a.kamer-bestand")).to_have_count(3, timeout=30_000)
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
