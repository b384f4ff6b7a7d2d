"""Make the picture of the chat in the README: ``python docs/take_screenshots.py``."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from ui import settings

TARGET = Path(__file__).with_name("chat.png")
QUESTION = "Hoeveel OZA-aanvragen zijn er goedgekeurd?"


def main() -> None:
    """Index the built-in summaries in a folder of their own, ask a question and take the picture."""
    settings.prepare(settings.load({}), os.environ)
    from assistant.assistant import Assistant
    from index.generation import searched
    from ui import chat, opening, serve

    with tempfile.TemporaryDirectory() as data:
        given = settings.Settings(data=Path(data), own_data=True)
        generation = opening.build(given, opening.gather([opening.BUILTIN]).documents, None)
        page = chat.build(Assistant(generation), searched(generation.documents), waiting=8)
        port = serve.free_port("127.0.0.1", 7950)
        serve.launch(page, host="127.0.0.1", port=port)
        take(f"http://127.0.0.1:{port}")
        page.close(verbose=False)


def take(address: str) -> None:
    """Take the picture of one answered question."""
    browser_path = shutil.which("chromium") or shutil.which("google-chrome")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page(viewport={"width": 1280, "height": 1500}, reduced_motion="reduce")
        page.goto(address)
        page.fill("#vraag textarea", QUESTION)
        page.click("#stel")
        page.wait_for_selector("article.beurt .kopieer")
        page.wait_for_timeout(500)  # until the page has stopped moving to the answer
        page.evaluate("window.scrollTo(0, 0)")
        page.screenshot(path=TARGET)
        browser.close()


if __name__ == "__main__":
    main()
