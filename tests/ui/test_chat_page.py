"""The chat in a browser: what a person asks, presses and reads; nothing is fetched from elsewhere."""

from collections.abc import Iterator
from pathlib import Path

import pytest

pytest.importorskip("playwright")

from playwright.sync_api import Browser, Page, Route, expect

from tests.ui import kept_in_browser
from tests.ui.chromium import violations
from ui import opening, serve
from ui.remembered import PERSONA_KEY
from ui.settings import Settings

pytestmark = [pytest.mark.browser, pytest.mark.filterwarnings("default")]  # of Gradio and its server

HOSTILE = 'Hoeveel aanvragen? <img src=x onerror="document.title=1"> [x](javascript:alert(1)) ${alert(2)}'


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("kept")


@pytest.fixture(scope="module")
def address(builtin: Settings, kept: Path) -> Iterator[str]:
    opened = opening.opened(builtin, print)
    app = serve.site(lambda: opened, waiting=8, data=kept)
    with serve.launched(app, host="127.0.0.1", port=serve.free_port("127.0.0.1", 7900)) as started:
        yield started


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    elsewhere: list[str] = []

    def watch(route: Route) -> None:
        if route.request.url.startswith((address, "data:", "blob:")):
            route.continue_()
        else:
            elsewhere.append(route.request.url)
            route.abort()

    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="en-US")
    context.route("**/*", watch)
    opened = context.new_page()
    opened.on("dialog", lambda dialog: elsewhere.append(f"dialog: {dialog.message}"))
    opened.goto(address)
    opened.wait_for_selector("#vraag textarea")
    yield opened
    context.close()
    assert elsewhere == []


def ask(page: Page, question: str) -> None:
    page.fill("#vraag textarea", question)
    page.click("#stel")
    expect(page.locator("#status")).not_to_contain_text("Ik zoek", timeout=30_000)
    page.wait_for_selector("article.beurt h3", timeout=30_000)
    page.wait_for_selector('section.gesprek[aria-busy="false"]', timeout=30_000)


def test_a_question_gets_its_answer_with_the_citation_under_it(page: Page) -> None:
    ask(page, "Hoeveel OZA-aanvragen zijn er goedgekeurd?")
    answer = page.locator("article.beurt")
    expect(answer.locator(".antwoord")).to_contain_text("39")
    expect(answer.locator(".citaat").first).to_contain_text("2022/23, nr. 2038")
    expect(page.locator("#status")).to_contain_text("Waarschijnlijk een antwoord")
    assert page.evaluate("document.documentElement.lang") == "nl"


def test_the_notices_stand_above_the_question(page: Page) -> None:
    notice = page.locator(".ai").bounding_box()
    privacy = page.locator(".privacy").bounding_box()
    box = page.locator("#vraag textarea").bounding_box()
    assert notice and privacy and box
    assert notice["y"] <= privacy["y"] < box["y"]
    expect(page.locator(".dekking")).to_contain_text("Ik ken 5 stukken")


@pytest.mark.parametrize("width", [320, 360, 390])
def test_on_a_telephone_the_first_visit_shows_the_notice_and_where_to_ask(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 640})
    page.reload()
    page.wait_for_selector("#voorbeelden button")
    for part in (".ai", ".privacy", "#vraag textarea", "#stel"):
        expect(page.locator(part)).to_be_in_viewport(ratio=1)
    expect(page.locator(".dekking")).not_to_be_visible()
    page.click(".lees-meer")
    expect(page.locator(".dekking")).to_be_visible()
    expect(page.locator(".ruim")).to_be_visible()
    assert violations(page) == []


def test_a_question_can_be_asked_with_the_keyboard_alone(page: Page) -> None:
    for _ in range(10):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.tagName") == "TEXTAREA":
            break
    page.keyboard.type("Hoeveel aanvragen zijn er goedgekeurd?")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("article.beurt .citaat").first).to_contain_text("[1]", timeout=30_000)


def test_a_quote_opens_its_paper_where_it_is_marked(page: Page) -> None:
    ask(page, "Hoeveel OZA-aanvragen zijn er goedgekeurd?")
    quote = page.locator(".citaat blockquote").first.inner_text()
    with page.context.expect_page() as opened:
        page.locator(".citaat a.plaats").first.click()
    paper = opened.value
    marked = paper.locator("mark").first
    expect(marked).to_be_in_viewport()
    assert " ".join(quote.split()) in " ".join(marked.inner_text().split())
    assert violations(paper) == []
    paper.set_viewport_size({"width": 320, "height": 640})
    assert paper.evaluate("document.documentElement.scrollWidth") <= 320


def test_a_paper_that_is_not_there_is_told_in_dutch(page: Page, address: str) -> None:
    response = page.goto(f"{address}/stuk/kst-0-0")
    assert response is not None and response.status == 404
    assert "default-src 'self'" in response.headers["content-security-policy"]
    expect(page.locator("h1")).to_have_text("Stuk niet gevonden")


@pytest.mark.parametrize(
    "path",
    [
        *("/nergens", "/kamer/nergens", "/gradio_api/nergens", "/gradio_api/queue/join", "/assets/nergens.js"),
        *("/stuk/", "/%0A", "/kamer%0A"),
    ],
)
def test_an_address_where_nothing_is_is_told_in_dutch(page: Page, address: str, path: str) -> None:
    response = page.goto(f"{address}{path}")
    assert response is not None and response.status in {404, 405}
    assert "default-src 'self'" in response.headers["content-security-policy"]
    expect(page.locator("h1")).to_have_text("Pagina niet gevonden")
    assert violations(page) == []
    page.click("a")
    page.wait_for_selector("#vraag textarea")
    told = page.request.get(f"{address}{path}", headers={"Accept": "application/json"})
    assert told.status in {404, 405}
    assert told.json()["error"].startswith("Dit adres is er niet")


def test_a_narrow_screen_needs_no_scrolling_sideways(page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    ask(page, "Hoeveel OZA-aanvragen zijn er goedgekeurd?")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_hostile_words_are_shown_and_do_nothing(page: Page) -> None:
    ask(page, HOSTILE)
    expect(page.locator("article.beurt h2")).to_contain_text(HOSTILE)
    assert page.locator("article.beurt img, article.beurt script").count() == 0
    assert page.title() == "Vraagbaak passend onderwijs"


def test_a_question_that_is_too_long_is_refused_in_words(page: Page) -> None:
    page.fill("#vraag textarea", "x" * 2001)
    page.click("#stel")
    expect(page.locator("#status")).to_contain_text("hoogstens 2.000 tekens", timeout=30_000)
    assert page.locator("article.beurt").count() == 0


def test_a_new_conversation_clears_everything(page: Page) -> None:
    ask(page, "Hoeveel OZA-aanvragen zijn er goedgekeurd?")
    page.click("#nieuw")
    expect(page.locator("article.beurt")).to_have_count(0, timeout=30_000)
    expect(page.locator("#status")).to_contain_text("gewist")


def test_a_question_in_parts_tells_what_came_of_each(page: Page) -> None:
    ask(page, "Hoeveel OZA-aanvragen zijn er goedgekeurd? Wie schilderde de Nachtwacht?")
    expect(page.locator("article.beurt h4.deel").last).to_contain_text("Niet gevonden", timeout=30_000)


def test_hard_words_are_explained_with_the_keyboard(page: Page) -> None:
    ask(page, "Wat is een onderwijszorgarrangement?")
    page.locator("details.eenvoudig summary").focus()
    page.keyboard.press("Enter")
    expect(page.locator("details.eenvoudig dt").first).to_be_visible()


def test_a_conversation_survives_a_reload_only_if_wanted_and_one_button_clears_it(page: Page) -> None:
    ask(page, "Hoeveel OZA-aanvragen zijn er goedgekeurd?")
    page.reload()
    page.wait_for_selector("#vraag textarea")
    page.wait_for_timeout(1000)
    assert page.locator("article.beurt").count() == 0
    page.check("#onthoud input")
    ask(page, "Hoeveel OZA-aanvragen zijn er goedgekeurd?")
    kept_in_browser.wait_for_question(page)
    page.reload()
    expect(page.locator("article.beurt .antwoord")).to_contain_text("39", timeout=30_000)
    page.click("#nieuw")
    expect(page.locator("article.beurt")).to_have_count(0, timeout=30_000)
    page.wait_for_timeout(500)
    page.reload()
    page.wait_for_selector("#vraag textarea")
    page.wait_for_timeout(1000)
    assert page.locator("article.beurt").count() == 0


def test_a_verdict_is_kept_only_with_consent(page: Page, kept: Path) -> None:
    ask(page, "Hoeveel OZA-aanvragen zijn er goedgekeurd?")
    page.get_by_role("button", name="Klopt niet").click()
    expect(page.get_by_label("onjuist")).to_be_checked()
    page.get_by_label("deels").check()
    page.click("#oordeel-bewaar")
    expect(page.locator("#oordeel-status")).to_contain_text("niets bewaard", timeout=30_000)
    assert not (kept / "oordelen.jsonl").exists()
    page.get_by_label("Ik ga ermee akkoord").check()
    page.click("#oordeel-bewaar")
    expect(page.locator("#oordeel-status")).to_contain_text("is bewaard", timeout=30_000)
    assert '"verdict": "deels"' in (kept / "oordelen.jsonl").read_text("utf-8")


def test_a_new_conversation_shuts_the_form_so_that_no_other_answer_is_judged(page: Page) -> None:
    ask(page, "Hoeveel OZA-aanvragen zijn er goedgekeurd?")
    page.get_by_role("button", name="Klopt niet").click()
    page.get_by_label("Ik ga ermee akkoord").check()
    page.click("#nieuw")
    expect(page.locator("#oordeel")).to_be_hidden(timeout=30_000)
    expect(page.locator("#status")).to_contain_text("gewist", timeout=30_000)
    ask(page, "Wat is doorzettingsmacht?")
    page.get_by_role("button", name="Klopt niet").click()
    expect(page.locator("#oordeel")).to_contain_text("Wat is doorzettingsmacht?", timeout=30_000)
    expect(page.get_by_label("Ik ga ermee akkoord")).not_to_be_checked()


def test_a_question_to_go_on_with_is_asked_by_a_press(page: Page) -> None:
    ask(page, "Waarom zijn er twee aanvragen afgewezen?")
    further = page.locator("button.vervolg").first
    words = further.inner_text()
    further.click()
    expect(page.locator("article.beurt")).to_have_count(2, timeout=30_000)
    expect(page.locator("article.beurt h2").last).to_contain_text(words)


def test_a_mark_opens_the_quote_that_it_names(page: Page) -> None:
    ask(page, "Hoeveel OZA-aanvragen zijn er goedgekeurd?")
    mark = page.locator(".tegenspraak a.verwijzing").last
    goal = mark.get_attribute("href")
    mark.click()
    expect(page.locator(str(goal))).to_be_visible()


def test_who_asks_is_remembered_in_the_browser(page: Page) -> None:
    with kept_in_browser.written(page, PERSONA_KEY):
        page.get_by_label("Kamer", exact=True).check()
    page.reload()
    page.wait_for_selector("#vraag textarea")
    expect(page.get_by_label("Kamer", exact=True)).to_be_checked(timeout=30_000)


def test_axe_finds_nothing_before_and_after_an_answer(page: Page) -> None:
    assert violations(page) == []
    ask(page, "Hoeveel OZA-aanvragen zijn er goedgekeurd?")
    assert violations(page) == []
