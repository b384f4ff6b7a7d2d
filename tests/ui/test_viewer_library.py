"""A paper leads to the papers of the library that it refers to, and to no others."""

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.document import Block, BlockKind, Document, Kind, Source
from ingest.references import references
from ui import viewer
from ui.viewer_library import Library


def paper(identifier: str, text: str) -> Document:
    return Document(
        identifier=identifier,
        kind=Kind.KAMERBRIEF,
        title="De veerboot",
        text=text,
        source=Source(file=f"{identifier}.txt", sha256="0"),
        blocks=(Block(kind=BlockKind.PARAGRAPH, start=0, end=len(text)),),
        references=tuple(references(text)),
    )


LETTER = paper(
    "kst-12345-6",
    "Zie Kamerstuk 12 345, nr. 5, Aanhangsel Handelingen II 2021/22, nr. 99 en Kamerstuk 12 345, nr. 4.",
)
EARLIER = paper("kst-12345-5", "De boot vaart. Zie Kamerstuk 12 345, nr. 5.")
ANSWERS = paper("ah-tk-20212022-99", "De boot is vol.")


def leads(document: Document, *others: Document, spans: Sequence[tuple[int, int]] = ()) -> list[tuple[str, str]]:
    """The links to whole papers in the text: their address and their words."""
    body = viewer.page(document, spans, Library([document, *others]).around(document)).partition("<main")[2]
    return re.findall(r'<a href="(/stuk/[^"?]+)">(.*?)</a>', body)


def test_a_reference_to_a_paper_that_is_there_leads_to_its_page() -> None:
    assert leads(LETTER, EARLIER, ANSWERS) == [
        ("/stuk/kst-12345-5", "Kamerstuk 12 345, nr. 5"),
        ("/stuk/ah-tk-20212022-99", "Aanhangsel Handelingen II 2021/22, nr. 99"),
    ]


def test_a_reference_to_a_paper_that_is_not_there_is_no_link() -> None:
    assert leads(LETTER, ANSWERS) == [("/stuk/ah-tk-20212022-99", "Aanhangsel Handelingen II 2021/22, nr. 99")]
    assert leads(LETTER) == []


def test_a_paper_does_not_lead_to_itself() -> None:
    assert leads(EARLIER, LETTER) == []


def test_a_version_that_was_superseded_is_led_to_by_nobody() -> None:
    assert leads(LETTER, replace(EARLIER, superseded_by="kst-12345-5-h1")) == []


def test_a_quote_over_half_a_reference_leaves_both_halves_links() -> None:
    at = LETTER.text.index("nr. 5")
    found = leads(LETTER, EARLIER, spans=[(at, len(LETTER.text))])
    assert found == [("/stuk/kst-12345-5", "Kamerstuk 12 345, "), ("/stuk/kst-12345-5", "nr. 5")]


def test_a_paper_outside_the_library_leads_nowhere() -> None:
    assert Library([EARLIER]).around(LETTER) == viewer.ALONE
