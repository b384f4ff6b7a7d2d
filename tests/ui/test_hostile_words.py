"""Two hundred and fifty cases: hostile texts as question, and as title, heading, paragraph and item of a paper."""

from collections.abc import Iterator

import pytest

pytest.importorskip("playwright")

from playwright.sync_api import Page, expect

from eval.fire.hostile_words import WORDS as HOSTILE
from tests.ui.test_chat_page import ask, page, pytestmark  # noqa: F401
from ui import links, opening, serve
from ui.settings import Settings

# Elements that neither a paper nor a question may bring along.
FOREIGN = "script, style, img, svg, math, iframe, object, embed, video, form, base, meta, link, marquee"


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Settings of an index in which every paper is hostile."""
    folder = tmp_path_factory.mktemp("vijandig")
    for number, hostile in enumerate(HOSTILE):
        words = "".join(sign for sign in hostile if sign >= " ")  # a file with control characters is refused as no text
        text = (
            f"Onderwerp: Veerboot {number} {words}\n\nGeachte voorzitter,\n\n1. Kop {number} {words}\n\n"
            f"De veerboot nummer {number} vaart dagelijks. {words}\n\n• punt {number} {words}\n• nog een punt\n"
        )
        (folder / f"brief-{number:02}.txt").write_text(text, encoding="utf-8", errors="replace")
    given = Settings(data=tmp_path_factory.mktemp("data"), own_data=True)
    opening.build(given, opening.gather([folder]).documents, None)
    return given


@pytest.fixture(scope="module")
def address(papers: Settings) -> Iterator[str]:
    opened = opening.opened(papers, print)
    app = serve.site(lambda: opened, waiting=8)
    with serve.launched(app, host="127.0.0.1", port=serve.free_port("127.0.0.1", 7920)) as started:
        yield started


def test_every_paper_is_only_words(page: Page, address: str, papers: Settings) -> None:  # noqa: F811
    generation = opening.current(papers, print)
    assert len(generation.documents) == len(HOSTILE)
    for document in generation.documents:
        page.goto(f"{address}{links.place_url(document.identifier, 0, len(document.text))}")
        assert page.title().endswith("Vraagbaak passend onderwijs")
        assert page.locator("body").locator(FOREIGN).count() == 0
        assert page.locator("main").is_visible()


def test_every_question_is_only_words(page: Page) -> None:  # noqa: F811
    for number, hostile in enumerate(HOSTILE):
        ask(page, f"Veerboot {number} {hostile}")
        expect(page.locator("article.beurt")).to_have_count(1)
        assert (
            page.locator("section.gesprek").locator(FOREIGN).count()
            == page.locator("section.gesprek input.eigen, .oordeel input").count()
        )
        assert page.title() == "Vraagbaak passend onderwijs"
        page.click("#nieuw")
        expect(page.locator("article.beurt")).to_have_count(0, timeout=30_000)
