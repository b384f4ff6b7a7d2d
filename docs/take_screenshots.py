"""Make pictures of the running application.

``python docs/take_screenshots.py`` makes those of the README. ``--every FOLDER`` makes one of every state of every
screen, at 320, 360, 768 and 1440 pixels, light and dark, to be looked at one by one, with its accessibility tree;
``--papers FOLDER`` adds papers to the built-in summaries, ``--only NAME`` takes the states whose name begins so.
"""

from __future__ import annotations

import argparse
import os
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Literal

from playwright.sync_api import Page, sync_playwright

from ui import settings

PICTURES = Path(__file__).parent / "pictures"
QUESTION = "Hoeveel OZA-aanvragen zijn er goedgekeurd?"
NO_ANSWER = "Hoeveel kinderopvangtoeslag krijg ik per maand?"
TWO = f"{QUESTION} Wat kost een kilo appels bij de groenteboer?"
Scheme = Literal["light", "dark"]
# Where the window stands when somebody got there: at the form, the newest answer or the quote in its paper.
TO_WHAT_IS_READ = """[...document.querySelectorAll("article.beurt:last-child, #oordeel, #tekst mark")]
  .filter((one) => one.getClientRects().length).pop()?.scrollIntoView()"""
IN_ITS_PLACE = "#vraagvak { position: static !important }"  # or it lies over the middle of a whole page
# What stands behind the name of a picture, and the screen of the reader: its width in pixels and its colours.
LOOKS: tuple[tuple[str, int, Scheme], ...] = (
    ("", 1280, "light"),
    ("-donker", 1280, "dark"),
    ("-telefoon", 390, "light"),
)
PATIENCE = 180_000  # milliseconds that a state may take to be reached, on a busy machine
WIDTHS = (320, 360, 768, 1440)
SCHEMES: tuple[Scheme, ...] = ("light", "dark")


def ask(page: Page, question: str) -> None:
    """Ask in the chat, and wait until the answer is whole."""
    turns = page.locator("article.beurt").count()
    page.fill("#vraag textarea", question)
    page.click("#stel")
    page.wait_for_function("(before) => document.querySelectorAll('article.beurt h3').length > before", arg=turns)
    page.wait_for_selector('section.gesprek[aria-busy="false"]')


def unfolded(page: Page) -> None:
    """An answer with all that it folds open."""
    ask(page, QUESTION)
    page.evaluate("document.querySelectorAll('article.beurt details').forEach((one) => { one.open = true; })")


def conversation(page: Page) -> None:
    """A conversation of several turns, the last one asked by pressing a question to go on with."""
    ask(page, "Wie praten er mee over beter leerlingenvervoer?")
    ask(page, QUESTION)
    if page.locator("button.vervolg").count():
        page.locator("button.vervolg").first.click()
        page.wait_for_selector("article.beurt:nth-of-type(3)")
        page.wait_for_selector('section.gesprek[aria-busy="false"]')


def judged(page: Page) -> None:
    """The form under an answer that somebody calls wrong."""
    ask(page, QUESTION)
    page.locator("button.oordeel").last.click()
    page.wait_for_selector("#oordeel")


def paper(page: Page) -> None:
    """A paper at the place of a quote."""
    ask(page, QUESTION)
    page.goto(page.url.split("#")[0].rstrip("/") + (page.get_attribute("a.plaats", "href") or ""))


def kamer(page: Page, subject: str = "leerlingenvervoer") -> None:
    """A timeline; of a subject on which nothing was said, what comes nearest."""
    page.fill("#kamer-onderwerp :is(input, textarea)", subject)
    page.click("#kamer-zoek")
    page.wait_for_selector("#kamer-uitkomst section")


def briefing(page: Page) -> None:
    """A timeline with the briefing made."""
    kamer(page)
    page.click("#kamer-briefing")
    page.wait_for_selector("a.kamer-bestand")


def helpdesk(page: Page, question: str = QUESTION) -> None:
    """A draft for a caller."""
    page.fill("#helpdesk-vraag :is(input, textarea)", question)
    page.click("#helpdesk-stel")
    page.wait_for_selector("#helpdesk-citaten h2")


STATES: dict[str, tuple[str, Callable[[Page], None]]] = {
    "chat-leeg": ("/", lambda page: page.wait_for_selector("#voorbeelden button") and None),
    "chat-antwoord": ("/", lambda page: ask(page, QUESTION)),
    "chat-open": ("/", unfolded),
    "chat-gesprek": ("/", conversation),
    "chat-weigering": ("/", lambda page: ask(page, NO_ANSWER)),
    "chat-twee": ("/", lambda page: ask(page, TWO)),
    "chat-oordeel": ("/", judged),
    "stuk": ("/", paper),
    "kamer-leeg": ("/kamer", lambda page: page.wait_for_selector("#kamer-onderwerp") and None),
    "kamer-tijdlijn": ("/kamer", kamer),
    "kamer-niets": ("/kamer", lambda page: kamer(page, "zeppelin")),
    "kamer-briefing": ("/kamer", briefing),
    "helpdesk-leeg": ("/helpdesk", lambda page: page.wait_for_selector("#helpdesk-vraag") and None),
    "helpdesk-concept": ("/helpdesk", helpdesk),
    "helpdesk-weigering": ("/helpdesk", lambda page: helpdesk(page, NO_ANSWER)),
}


def main() -> None:
    """Index papers in a folder of their own, and take the pictures that are asked for."""
    command = argparse.ArgumentParser(description=__doc__)
    command.add_argument("--every", type=Path, metavar="FOLDER")
    command.add_argument("--papers", type=Path, action="append", default=[], metavar="FOLDER")
    command.add_argument("--data", type=Path, metavar="FOLDER", help="an index that is there already")
    command.add_argument("--only", default="")
    command.add_argument("--width", type=int, action="append")
    given = command.parse_args()
    settings.prepare(settings.load({}), os.environ)
    from ui import opening, serve

    with tempfile.TemporaryDirectory() as data:
        used = settings.Settings(data=given.data or Path(data), own_data=True)
        if given.data is None:
            opening.build(used, opening.gather([opening.BUILTIN, *given.papers]).documents, None)
        opened = opening.opened(used, print)
        app = serve.site(lambda: opened, waiting=8, data=used.data)
        with serve.launched(app, host="127.0.0.1", port=serve.free_port("127.0.0.1", 7950)) as address:
            browser_path = shutil.which("chromium") or shutil.which("google-chrome")
            with sync_playwright() as playwright:
                browser = playwright.chromium.launch(
                    executable_path=browser_path, args=["--no-sandbox", "--disable-gpu"]
                )

                def visitor(width: int, height: int, colours: Scheme) -> Page:
                    return browser.new_page(
                        viewport={"width": width, "height": height}, reduced_motion="reduce", color_scheme=colours
                    )

                if given.every:
                    given.every.mkdir(parents=True, exist_ok=True)
                    take_every(visitor, address, given.every, given.only, given.width or WIDTHS)
                else:
                    for end, width, colours in LOOKS:
                        take(visitor(width, 1500, colours), address, end)
                browser.close()


def take_every(
    visitor: Callable[[int, int, Scheme], Page], address: str, folder: Path, only: str, widths: tuple[int, ...]
) -> None:
    """One state after the other; the window grows and shrinks, so that each is reached once for each colour scheme."""
    for name, (path, reach) in STATES.items():
        if not name.startswith(only):
            continue
        for scheme in SCHEMES:
            page = visitor(max(widths), 900, scheme)
            page.set_default_timeout(PATIENCE)
            page.goto(address + path)
            page.wait_for_selector("textarea, input[type=text]")
            reach(page)
            heard = page.locator("body").aria_snapshot()  # what a screen reader is given: role, name, order
            (folder / f"{name}-{scheme}.txt").write_text(heard, encoding="utf-8")
            for width in widths:
                page.set_viewport_size({"width": width, "height": 740 if width < 768 else 900})
                page.evaluate(TO_WHAT_IS_READ)
                page.wait_for_timeout(500)
                page.screenshot(path=folder / f"{name}-{width}-{scheme}.png")
                page.screenshot(path=folder / f"{name}-{width}-{scheme}-heel.png", full_page=True, style=IN_ITS_PLACE)
            page.close()


def take(page: Page, address: str, end: str) -> None:
    """Take the pictures of the README, with this end to their names."""
    for name, state in {
        "chat": "chat-antwoord",
        "stuk": "stuk",
        "kamer": "kamer-tijdlijn",
        "helpdesk": "helpdesk-concept",
    }.items():
        path, reach = STATES[state]
        page.goto(address + path)
        page.wait_for_selector("textarea, input[type=text]")
        reach(page)
        page.wait_for_timeout(700)  # until the page has stopped moving to the answer
        if name != "stuk":
            page.evaluate("window.scrollTo(0, 0)")
        page.screenshot(path=PICTURES / f"{name}{end}.png")


if __name__ == "__main__":
    main()
