"""Make the pictures of the README from the running application: ``python docs/take_screenshots.py``."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from ui import settings

HERE = Path(__file__).parent
QUESTION = "Hoeveel OZA-aanvragen zijn er goedgekeurd?"


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
                page = browser.new_page(viewport={"width": 1280, "height": 1500}, reduced_motion="reduce")
                take(page, address)
                browser.close()


def take(page: Page, address: str) -> None:
    """Take the pictures: an answered question, its paper, a timeline and a draft for a caller."""
    page.goto(address)
    page.fill("#vraag textarea", QUESTION)
    page.click("#stel")
    page.wait_for_selector("article.beurt .kopieer")
    _picture(page, "chat.png")
    paper = page.get_attribute("a.plaats", "href") or ""
    page.goto(f"{address}{paper}")
    _picture(page, "stuk.png", top=False)
    page.goto(f"{address}/kamer")
    page.fill("#kamer-onderwerp :is(input, textarea)", "leerlingenvervoer")
    page.click("#kamer-zoek")
    page.wait_for_selector("#kamer-uitkomst table")
    _picture(page, "kamer.png")
    page.goto(f"{address}/helpdesk")
    page.fill("#helpdesk-vraag :is(input, textarea)", QUESTION)
    page.click("#helpdesk-stel")
    page.wait_for_selector("#helpdesk blockquote")
    _picture(page, "helpdesk.png")


def _picture(page: Page, name: str, *, top: bool = True) -> None:
    page.wait_for_timeout(700)  # until the page has stopped moving to the answer
    if top:
        page.evaluate("window.scrollTo(0, 0)")
    page.screenshot(path=HERE / name)


if __name__ == "__main__":
    main()
