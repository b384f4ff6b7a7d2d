"""Make the pictures of the README from the running application: ``python docs/take_screenshots.py``."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path
from typing import Literal

from playwright.sync_api import Page, sync_playwright

from ui import settings

PICTURES = Path(__file__).parent / "pictures"
QUESTION = "Hoeveel OZA-aanvragen zijn er goedgekeurd?"
# What stands behind the name of a picture, and the screen of the reader: its width in pixels and its colours.
LOOKS: tuple[tuple[str, int, Literal["light", "dark"]], ...] = (
    ("", 1280, "light"),
    ("-donker", 1280, "dark"),
    ("-telefoon", 390, "light"),
)


def main() -> None:
    """Index the built-in summaries in a folder of their own, and take a picture of each screen."""
    settings.prepare(settings.load({}), os.environ)
    from ui import opening, serve

    with tempfile.TemporaryDirectory() as data:
        given = settings.Settings(data=Path(data), own_data=True)
        opening.build(given, opening.gather([opening.BUILTIN]).documents, None)
        app = serve.site(*opening.assistant_and_index(given, print), waiting=8, data=given.data)
        with serve.launched(app, host="127.0.0.1", port=serve.free_port("127.0.0.1", 7950)) as address:
            browser_path = shutil.which("chromium") or shutil.which("google-chrome")
            with sync_playwright() as playwright:
                browser = playwright.chromium.launch(
                    executable_path=browser_path, args=["--no-sandbox", "--disable-gpu"]
                )
                for end, width, colours in LOOKS:
                    page = browser.new_page(
                        viewport={"width": width, "height": 1500}, reduced_motion="reduce", color_scheme=colours
                    )
                    take(page, address, end)
                browser.close()


def take(page: Page, address: str, end: str) -> None:
    """Take the pictures, with this end to their names: an answer, its paper, a timeline, a draft for a caller."""
    page.goto(address)
    page.fill("#vraag textarea", QUESTION)
    page.click("#stel")
    page.wait_for_selector("article.beurt .kopieer")
    _picture(page, f"chat{end}.png")
    paper = page.get_attribute("a.plaats", "href") or ""
    page.goto(f"{address}{paper}")
    _picture(page, f"stuk{end}.png", top=False)
    page.goto(f"{address}/kamer")
    page.fill("#kamer-onderwerp :is(input, textarea)", "leerlingenvervoer")
    page.click("#kamer-zoek")
    page.wait_for_selector("#kamer-uitkomst table")
    _picture(page, f"kamer{end}.png")
    page.goto(f"{address}/helpdesk")
    page.fill("#helpdesk-vraag :is(input, textarea)", QUESTION)
    page.click("#helpdesk-stel")
    page.wait_for_selector("#helpdesk blockquote")
    _picture(page, f"helpdesk{end}.png")


def _picture(page: Page, name: str, *, top: bool = True) -> None:
    page.wait_for_timeout(700)  # until the page has stopped moving to the answer
    if top:
        page.evaluate("window.scrollTo(0, 0)")
    page.screenshot(path=PICTURES / name)


if __name__ == "__main__":
    main()
