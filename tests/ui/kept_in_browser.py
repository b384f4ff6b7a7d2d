"""When the browser holds what it is to keep: that is written down some moments after the page shows what was done."""

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Page

from ui.remembered import KEY

PATIENCE = 120_000  # milliseconds
_NO_QUESTION = 69  # characters of an empty list, as Gradio encrypts it


def wait_for_question(page: Page) -> None:
    """Wait until the browser holds a question; it writes down an empty list before."""
    page.wait_for_function(f"localStorage.getItem('{KEY}')?.length > {_NO_QUESTION}", timeout=PATIENCE)


@contextmanager
def written(page: Page, key: str) -> Iterator[None]:
    """Do something, then wait until the browser has written anew what it holds under this key."""
    held = page.wait_for_function("key => localStorage.getItem(key)", arg=key, timeout=PATIENCE).json_value()
    yield
    page.wait_for_function("([key, held]) => localStorage.getItem(key) !== held", arg=[key, held], timeout=PATIENCE)
