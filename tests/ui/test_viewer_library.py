"""A paper leads to the papers of the library that it refers to, and tells which one to read instead of it."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

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


def notices(document: Document, *others: Document) -> list[str]:
    page = viewer.page(document, (), Library([document, *others]).around(document))
    return re.findall(r'<p class="melding">(.*?)</p>', page)


def test_a_paper_with_nothing_to_tell_has_no_notice() -> None:
    assert notices(LETTER, EARLIER) == []


def test_an_older_version_leads_to_the_newer_one_with_its_date() -> None:
    newer = replace(paper("kst-12345-6-h1", "De boot vaart weer."), date=date(2022, 3, 4))
    (told,) = notices(replace(LETTER, superseded_by=newer.identifier), newer)
    assert "er is een nieuwere versie van dit stuk" in told
    assert (
        '<a href="/stuk/kst-12345-6-h1">Kamerstukken II 2021/22, 12 345, nr. 6 (herdruk)</a> van 4 maart 2022' in told
    )
    assert notices(newer, replace(LETTER, superseded_by=newer.identifier)) == []


def test_a_newer_version_that_is_not_there_is_told_without_a_link() -> None:
    (told,) = notices(replace(LETTER, superseded_by="kst-12345-6-h1"))
    assert told == "<strong>Let op:</strong> er is een nieuwere versie van dit stuk."


def test_a_summary_leads_to_the_paper_that_it_is_about() -> None:
    summary = replace(EARLIER, identifier="samenvatting-x", kind=Kind.SAMENVATTING, summary_of=LETTER.identifier)
    (told,) = notices(summary, LETTER)
    assert "dit is een samenvatting, niet het stuk zelf" in told
    assert '<a href="/stuk/kst-12345-6">Kamerstukken II, 12 345, nr. 6</a>' in told


def test_a_summary_without_its_paper_says_that_the_paper_is_not_there() -> None:
    summary = replace(EARLIER, identifier="samenvatting-x", kind=Kind.SAMENVATTING, summary_of="kst-12345-7")
    (told,) = notices(summary)
    assert told.endswith("Het stuk zelf zit niet in de zoekindex.")


def test_the_words_of_a_newer_version_become_no_tag() -> None:
    newer = replace(paper("bestand-1", "De boot."), title="<img src=x onerror=alert(1)>")
    (told,) = notices(replace(LETTER, superseded_by=newer.identifier), newer)
    assert "<img" not in told
    assert "&lt;img" in told
