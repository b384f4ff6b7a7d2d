"""Light and dark, on paper, and for who wants nothing to move: every screen, as a browser draws it."""

import io
from collections.abc import Callable, Iterator
from typing import Literal

import pytest

pytest.importorskip("playwright")

from playwright.sync_api import Browser, Page
from pypdf import PdfReader

from tests.ui.chromium import violations
from ui import opening, serve
from ui.settings import Settings

pytestmark = [pytest.mark.browser, pytest.mark.filterwarnings("default")]  # of Gradio and its server

QUESTION = "Hoeveel OZA-aanvragen zijn er goedgekeurd?"
# What begins left of the screen, where nobody can scroll to, and what an empty field says and has no room for. The
# bar by which Gradio shows that it waits comes in from the left and holds no words.
CUT = """() => [...document.querySelectorAll("body *:not(.eta-bar)")].filter((one) => {
  const { left, right } = one.getBoundingClientRect();
  return left < 0 && right > 0 || one.matches("textarea, input") && one.scrollHeight > one.offsetHeight && !one.value;
}).map((one) => one.outerHTML.slice(0, 99))"""
# What Gradio does to ours: links padded as buttons, paragraphs of a list run together, buttons in a row uneven.
UNEVEN = """() => [
  ...document.querySelectorAll(".prose :is(p, li, figcaption) a, .prose li > p, .acties button")
].filter((one) => one.matches("button") ? one.offsetHeight !== one.parentElement.firstElementChild.offsetHeight
    : one.matches("p") ? getComputedStyle(one).display !== "block"
    : !one.matches(".kamer-bestand") && getComputedStyle(one).paddingLeft !== "0px"
).map((one) => one.outerHTML.slice(0, 99))"""
LIGHTNESS = """() => {
  const [r, g, b] = getComputedStyle(document.body).backgroundColor.match(/\\d+/g).map(Number);
  return (r + g + b) / 765;
}"""

Open = Callable[..., Page]


@pytest.fixture(scope="module")
def address(builtin: Settings, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    opened = opening.opened(builtin, print)
    app = serve.site(lambda: opened, waiting=8, data=tmp_path_factory.mktemp("looks"))
    with serve.launched(app, host="127.0.0.1", port=serve.free_port("127.0.0.1", 8060)) as started:
        yield started


@pytest.fixture
def visit(browser: Browser, address: str) -> Iterator[Open]:
    """Opens a screen in the colours that the reader set, without motion, and what is done there done."""
    opened = []

    def see(screen: str, colours: Literal["light", "dark"] = "light") -> Page:
        context = browser.new_context(
            viewport={"width": 1280, "height": 900}, color_scheme=colours, reduced_motion="reduce"
        )
        opened.append(context)
        context.set_default_timeout(30_000)
        page = context.new_page()
        page.goto(address)
        SCREENS[screen](page)
        return page

    yield see
    for context in opened:
        context.close()


def chat(page: Page) -> None:
    page.fill("#vraag textarea", QUESTION)
    page.click("#stel")
    page.wait_for_selector("article.beurt .citaat")
    page.wait_for_selector('section.gesprek[aria-busy="false"]')


def paper(page: Page) -> None:
    chat(page)
    place = page.locator(".citaat a.plaats").first.get_attribute("href")
    assert place
    page.goto(page.url.rstrip("/") + place)
    page.wait_for_selector("mark")


def kamer(page: Page) -> None:
    page.goto(page.url.rstrip("/") + "/kamer")
    page.locator("#kamer-onderwerp :is(textarea, input)").fill("leerlingenvervoer")
    page.click("#kamer-zoek")
    page.wait_for_selector("#kamer-uitkomst :is(table, li, p)")


def helpdesk(page: Page) -> None:
    page.goto(page.url.rstrip("/") + "/helpdesk")
    page.locator("#helpdesk-vraag textarea").fill(QUESTION)
    page.click("#helpdesk-stel")
    page.wait_for_selector("#helpdesk-citaten blockquote")


SCREENS: dict[str, Callable[[Page], None]] = {"chat": chat, "stuk": paper, "kamer": kamer, "helpdesk": helpdesk}


@pytest.mark.parametrize("screen", list(SCREENS))
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_and_nothing_runs_off_the_screen(visit: Open, screen: str, scheme: str) -> None:
    page = visit(screen, scheme)
    assert (page.evaluate(LIGHTNESS) < 0.5) is (scheme == "dark")
    for width in (320, 768, 1440):
        page.set_viewport_size({"width": width, "height": 900})
        assert violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert page.evaluate(CUT) == []


@pytest.mark.parametrize("screen", ["chat", "kamer", "helpdesk"])
def test_words_of_ours_stand_as_words_and_gradio_says_none_of_its_own(visit: Open, screen: str) -> None:
    page = visit(screen)
    assert page.evaluate(UNEVEN) == []
    page.wait_for_selector("p.loading", state="hidden")
    assert "Loading" not in page.locator("body").aria_snapshot()
    page.set_viewport_size({"width": 320, "height": 740})
    page.reload()
    page.wait_for_selector("textarea")
    assert page.evaluate(CUT) == []


def test_the_colours_follow_the_reader_without_a_reload(visit: Open) -> None:
    page = visit("chat")
    page.emulate_media(color_scheme="dark")
    page.wait_for_function("document.body.classList.contains('dark')")
    assert violations(page) == []


@pytest.mark.parametrize("screen", list(SCREENS))
def test_on_paper_all_is_told_in_dark_ink_and_nothing_can_be_pressed(visit: Open, screen: str) -> None:
    page = visit(screen, "dark")
    quote = page.locator(":is(blockquote, mark)").first.inner_text() if screen != "kamer" else ""
    sheets = PdfReader(io.BytesIO(page.pdf())).pages
    printed = "".join("".join(sheet.extract_text() for sheet in sheets).split())
    assert "".join(quote.split()) in printed
    page.emulate_media(media="print")
    assert page.evaluate(LIGHTNESS) > 0.9
    assert violations(page) == []
    assert page.locator("button:visible, textarea:visible").count() == 0


def test_what_is_folded_is_printed_open_and_folded_again(visit: Open) -> None:
    page = visit("chat")
    folded = page.locator("details:not([open])").count()
    assert folded > 0
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator("details:not([open])").count() == 0
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator("details:not([open])").count() == folded


@pytest.mark.parametrize("screen", list(SCREENS))
def test_nothing_moves_for_who_wants_no_motion(visit: Open, screen: str) -> None:
    page = visit(screen)
    moving = "[...document.querySelectorAll('*')].filter((one) => { const style = getComputedStyle(one);"
    moving += " return style.animationName !== 'none' || parseFloat(style.transitionDuration) > 0; }).length"
    assert page.evaluate(moving) == 0


# What can be pressed and is smaller than 24 by 24 pixels; a link within a line of text is excepted (WCAG 2.5.8).
SMALL = """() => [...document.querySelectorAll("a, button, summary, textarea, input, [role=button]")].filter((one) => {
  const { width, height } = one.getBoundingClientRect();
  const inLine = one.matches("a") && one.closest("p, li, figcaption, td, dd");
  const labelled = one.matches("input") && one.closest("label")?.getBoundingClientRect().height >= 24;
  return width > 1 && height > 1 && !inLine && !labelled && (width < 24 || height < 24);
}).map((one) => one.outerHTML.slice(0, 99))"""
# The contrast of the borders of fields, and of the words in an empty one, with what is around them.
CONTRASTS = """() => {
  const parts = (colour) => colour.match(/[\\d.]+/g).map(Number);
  const light = ([red, green, blue]) => [red, green, blue].map((one) => one / 255)
    .map((one) => one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4)
    .reduce((sum, one, at) => sum + one * [0.2126, 0.7152, 0.0722][at], 0);
  const ratio = (one, other) => {
    const [low, high] = [light(one), light(other)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  };
  const ground = (one) => {
    for (let at = one; at; at = at.parentElement) {
      const colour = parts(getComputedStyle(at).backgroundColor);
      if (colour[3] !== 0) return colour;
    }
    return [255, 255, 255];
  };
  return [...document.querySelectorAll("textarea, input[type=text]")].filter((one) => one.offsetParent).map((one) => [
    ratio(parts(getComputedStyle(one).borderTopColor), ground(one.parentElement)),
    ratio(parts(getComputedStyle(one, "::placeholder").color), ground(one)),
  ]);
}"""


@pytest.mark.parametrize("screen", ["chat", "kamer", "helpdesk"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_fields_are_seen_and_what_is_pressed_is_large_enough(visit: Open, screen: str, scheme: str) -> None:
    page = visit(screen, scheme)
    assert page.evaluate(SMALL) == []
    for border, placeholder in page.evaluate(CONTRASTS):
        assert border >= 3
        assert placeholder >= 4.5


def test_each_screen_has_a_title_of_its_own_and_a_way_past_the_links(visit: Open) -> None:
    titles = set()
    for screen, field in (("chat", "#vraag"), ("kamer", "#kamer-onderwerp"), ("helpdesk", "#helpdesk-vraag")):
        page = visit(screen)
        titles.add(page.title())
        page.reload()
        page.wait_for_selector(f"{field} :is(textarea, input)")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.className") == "naar"
        page.keyboard.press("Enter")
        assert page.evaluate(f"document.activeElement.closest('{field}') !== null")
    assert len(titles) == 3


def test_the_box_to_ask_in_is_in_reach_below_a_conversation(visit: Open) -> None:
    page = visit("chat")
    for width, height in ((360, 740), (1440, 900)):
        page.set_viewport_size({"width": width, "height": height})
        page.evaluate("scrollTo(0, 0)")
        box = page.locator("#vraag textarea").bounding_box()
        assert box and box["y"] + box["height"] <= height
