"""The page of a paper in a browser: its notes by keyboard, its tables and notices without a fault that axe finds."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

pytest.importorskip("playwright")

from playwright.sync_api import Browser, Page, expect

from ingest.document import Block, BlockKind, Document, Kind, Source
from ingest.references import references
from tests.ui.chromium import violations
from ui import viewer
from ui.viewer_library import Library

pytestmark = pytest.mark.browser

FILLING = "De haven ligt aan de rivier. " * 150
PIECES = (
    (BlockKind.HEADING, "De veerboot"),
    (BlockKind.PARAGRAPH, "De boot vaart.1 Zij is oud.2 Zie Kamerstuk 12 345, nr. 5."),
    (BlockKind.FOOTNOTE, "1 Dienstregeling van de veerdienst."),
    (BlockKind.PARAGRAPH, FILLING.strip()),
    (BlockKind.TABLE, "Tochten"),
    (BlockKind.TABLE, "Haven | Tochten in 2020 | Tochten in 2021 | Tochten in 2022 | Geannuleerde tochten"),
    (BlockKind.TABLE, "Noord | 12 | 14 | 9 | 3"),
    (BlockKind.TABLE, "Zuid | 7 | – | 8 | 1"),
)
TEXT = "\n\n".join(words for _, words in PIECES)


def _block(kind: BlockKind, words: str) -> Block:
    start = TEXT.index(words)
    is_note = kind is BlockKind.FOOTNOTE
    sentence = (TEXT.index("De boot"), TEXT.index(" Zij is oud"))
    return Block(
        kind=kind,
        start=start,
        end=start + len(words),
        number="1" if is_note else "",
        context=sentence if is_note else None,
    )


OLD = Document(
    identifier="kst-12345-6",
    kind=Kind.SAMENVATTING,
    title="De veerboot",
    text=TEXT,
    source=Source(file=f"veerboot_{'0a1b' * 8}.txt", sha256="0"),  # without a place to break it
    blocks=tuple(_block(kind, words) for kind, words in PIECES),
    references=tuple(references(TEXT)),
    superseded_by="kst-12345-6-h1",
)
OTHERS = [replace(OLD, identifier=identifier, superseded_by="") for identifier in ("kst-12345-5", "kst-12345-6-h1")]


@pytest.fixture(params=["light", "dark"])
def page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 320, "height": 640}, color_scheme=request.param)
    opened = context.new_page()
    row = TEXT.index("Noord")
    opened.set_content(viewer.page(OLD, [(row, row + len("Noord | 12"))], Library([OLD, *OTHERS]).around(OLD)))
    yield opened
    context.close()


def test_axe_finds_nothing_on_a_paper_with_notes_a_table_and_notices(page: Page) -> None:
    for shown in (".melding", ".nootverwijzing", "table th", 'main a[href="/stuk/kst-12345-5"]', "td mark"):
        assert page.locator(shown).count() > 0
    assert violations(page) == []


def test_a_wide_table_is_scrolled_by_itself_with_the_keyboard(page: Page) -> None:
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    table = page.get_by_role("group", name="Tochten")
    table.focus()
    for _ in range(5):
        page.keyboard.press("ArrowRight")
    expect(page.get_by_role("columnheader", name="Geannuleerde tochten")).to_be_visible()
    page.wait_for_function("document.querySelector('.tabel').scrollLeft > 0")


def test_cells_are_read_with_their_heads(page: Page) -> None:
    table = page.get_by_role("table", name="Tochten")
    expect(table.get_by_role("columnheader", name="Geannuleerde tochten", exact=True)).to_have_count(1)
    assert table.get_by_role("columnheader").count() == 5
    assert table.get_by_role("rowheader").all_inner_texts()[1] == "Zuid"


def test_a_note_is_reached_from_its_mark_and_left_again_with_the_keyboard(page: Page) -> None:
    for number, words in (("1", "Dienstregeling van de veerdienst."), ("2", "noottekst ontbreekt")):
        mark = page.locator(".nootverwijzing", has_text=number)
        mark.focus()
        page.keyboard.press("Enter")
        note = page.locator(".noot:target")
        expect(note).to_contain_text(words)
        expect(note).to_be_in_viewport()
        page.keyboard.press("Tab")
        expect(note.locator(".naar-tekst")).to_be_focused()
        page.keyboard.press("Enter")
        expect(page.locator(".nootverwijzing:target")).to_have_text(number)
