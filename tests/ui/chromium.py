"""What the tests in a browser share: how Chromium is started, and what axe finds wrong on a page."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run", "--disable-sync"]


@contextmanager
def started() -> Iterator[Browser]:
    """A running Chromium; the test is skipped where there is none."""
    path = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if path is None:
        pytest.skip("no Chromium here; on Debian: apt-get install chromium")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield running
        running.close()


def violations(page: Page) -> list[str]:
    """The rules of axe that a page breaks when it is made, each with the element that breaks it."""
    page.wait_for_selector("p.loading", state="hidden")  # a word of Gradio's, for an instant
    axe = pytest.importorskip("axe_core_python", reason="pip install axe-core-python")
    page.evaluate(next(Path(axe.__file__).parent.rglob("axe.min.js")).read_text("utf-8"))
    told = "one.nodes.map((node) => `${one.id}: ${node.html.slice(0, 99)} ${node.any[0]?.message}`)"
    found: list[str] = page.evaluate(f"async () => (await axe.run()).violations.flatMap((one) => {told})")
    return found
