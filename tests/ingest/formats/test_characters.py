"""Raised and lowered figures, and characters that look like others or like nothing, in every format."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.dutch import terms
from ingest.formats import docx, html, markdown_text, pdf, text, xml
from ingest.formats.characters import tidy
from tests.ingest.formats.made_docx import make_raw_docx
from tests.ingest.formats.made_pdf import Text, lines, make_pdf
from tests.ingest.formats.test_unseen import odt_text

# What stands on the line, what is set raised or lowered behind it, what follows; and how it is read.
FORMS = [
    ("Er waren 853", "1", 1, " aanmeldingen.", "Er waren 853¹ aanmeldingen."),
    ("Er waren 1.853,5", "12", 1, " uur.", "Er waren 1.853,5¹² uur."),
    ("Er is 10", "6", 1, " euro.", "Er is 10⁶ euro."),
    ("Dat is 10", "-3", 1, " deel.", "Dat is 10⁻³ deel."),
    ("Het meet 1200 m", "2", 1, " groot.", "Het meet 1200 m² groot."),
    ("Het is 4 km", "2", 1, " groot.", "Het is 4 km² groot."),
    ("Er is 7 dm", "3", 1, " water.", "Er is 7 dm³ water."),
    ("De uitstoot van CO", "2", -1, " daalt.", "De uitstoot van CO₂ daalt."),
    ("De bouw begon in 2023", "4", 1, " of later.", "De bouw begon in 2023⁴ of later."),
    ("Dit zei de school", "3", 1, " ook.", "Dit zei de school3 ook."),
    ("Dit was op de 1", "e", 1, " dag.", "Dit was op de 1e dag."),
]
WORD_LEVEL = {1: '<w:vertAlign w:val="superscript"/>', -1: '<w:vertAlign w:val="subscript"/>'}


def of_docx(before: str, set_apart: str, level: int, after: str) -> str:
    runs = [("", before), (WORD_LEVEL[level], set_apart), ("", after)]
    inner = "".join(f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>' for look, words in runs)
    return docx.read(make_raw_docx(f"<w:p>{inner}</w:p>")).text


def of_docx_by_position(before: str, set_apart: str, level: int, after: str) -> str:
    look = f'<w:position w:val="{level * 8}"/><w:sz w:val="14"/>'
    runs = [("", before), (look, set_apart), ("", after)]
    inner = "".join(f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>' for look, words in runs)
    return docx.read(make_raw_docx(f"<w:p>{inner}</w:p>")).text


def of_odt(before: str, set_apart: str, level: int, after: str) -> str:
    where = "super 58%" if level > 0 else "-33% 58%"
    span = f'<text:span text:style-name="x">{set_apart}</text:span>'
    look = f'<style:text-properties style:text-position="{where}"/>'
    return odt_text(f"<text:p>{before}{span}{after}</text:p>", look)


def of_html(before: str, set_apart: str, level: int, after: str) -> str:
    tag = "sup" if level > 0 else "sub"
    return html.read(f"<html><body><p>{before}<{tag}>{set_apart}</{tag}>{after}</p></body></html>".encode()).text


def of_xml(before: str, set_apart: str, level: int, after: str) -> str:
    tag = "sup" if level > 0 else "inf"
    body = f"<al>{before}<{tag}>{set_apart}</{tag}>{after}</al>"
    return xml.read(f"<officiele-publicatie>{body}</officiele-publicatie>".encode()).text


def of_emphasis(before: str, set_apart: str, level: int, after: str) -> str:
    named = "superscript" if level > 0 else "subscript"
    body = f'<al>{before}<nadruk type="{named}">{set_apart}</nadruk>{after}</al>'
    return xml.read(f"<officiele-publicatie>{body}</officiele-publicatie>".encode()).text


def of_markdown(before: str, set_apart: str, level: int, after: str) -> str:
    tag = "sup" if level > 0 else "sub"
    return markdown_text.plain(f"{before}<{tag}>{set_apart}</{tag}>{after}").text


READERS = [of_docx, of_docx_by_position, of_odt, of_html, of_xml, of_emphasis, of_markdown]


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form[4])
@pytest.mark.parametrize("read", READERS)
def test_raised_and_lowered_figures_stay_so(
    read: Callable[[str, str, int, str], str], form: tuple[str, str, int, str, str]
) -> None:
    before, set_apart, level, after, expected = form
    if read is of_markdown and not set_apart.lstrip("-").isdecimal():
        pytest.skip("Markdown has no such letters")
    assert read(before, set_apart, level, after) == expected


def right_of(before: str) -> float:
    """Where words that start at 80 points end."""
    page = pypdfium2.PdfDocument(make_pdf([[Text(before, 80, 600)]]))[0].get_textpage()
    return float(page.get_charbox(len(before) - 1, loose=True)[2])


@pytest.mark.parametrize(
    ("before", "small", "expected"),
    [
        ("Er waren 853", "1", "Er waren 853¹ verder."),
        ("Er is 10", "6", "Er is 10⁶ verder."),
        ("Het meet 1200 m", "2", "Het meet 1200 m² verder."),
        ("Dit zei de school", "2", "Dit zei de school2 verder."),
        ("De uitstoot van CO", "-2", "De uitstoot van CO₂ verder."),
    ],
)
def test_raised_and_lowered_figures_of_a_page_stay_so(before: str, small: str, expected: str) -> None:
    shift, at = (-1.5 if small.startswith("-") else 3.5), right_of(before)
    page = [*lines(["Een regel met gewone woorden", "en nog een regel daarvan."]), Text(before, 80, 600)]
    page += [Text(small.strip("-"), at, 600 + shift, 6), Text("verder.", at + 6, 600)]
    assert pdf.read(make_pdf([page])).text.endswith(expected)


HYPHENS, DASHES = "-\u2010\u2011\u2212", "–—\u2012\u2015"
NOTHING = "\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u202a"
SPACES = "\u00a0\u2007\u2009\u202f\u3000"


@pytest.mark.parametrize("sign", NOTHING)
def test_what_prints_nothing_is_nothing(sign: str) -> None:
    written = f"Er zijn 5{sign}9 plaat{sign}sen{sign} voor op{sign}vang."
    assert text.read(written.encode()).text == "Er zijn 59 plaatsen voor opvang."
    assert (
        docx.read(make_raw_docx(f"<w:p><w:r><w:t>{written}</w:t></w:r></w:p>")).text
        == "Er zijn 59 plaatsen voor opvang."
    )
    assert html.read(f"<html><body><p>{written}</p></body></html>".encode()).text == "Er zijn 59 plaatsen voor opvang."


@pytest.mark.parametrize("sign", SPACES)
def test_every_space_is_a_space(sign: str) -> None:
    assert text.read(f"Er zijn{sign}1{sign}234{sign} plaatsen.".encode()).text == "Er zijn 1 234 plaatsen."


@pytest.mark.parametrize("sign", HYPHENS)
def test_every_hyphen_is_a_hyphen(sign: str) -> None:
    assert tidy(f"OZA{sign}aanvragen van {sign}5") == "OZA-aanvragen van -5"


@pytest.mark.parametrize("sign", DASHES)
def test_a_dash_stays_a_dash(sign: str) -> None:
    assert tidy(f"een {sign} twee")[4] in "–—"


def test_a_soft_hyphen_at_a_line_end_is_printed() -> None:
    assert tidy("plaat\u00ad\nsen") == "plaat-\nsen"


@pytest.mark.parametrize("sign", [*HYPHENS, *DASHES])
def test_a_compound_is_found_however_it_is_joined(sign: str) -> None:
    parts = set(terms("OZA aanvragen"))
    assert parts <= set(terms(f"OZA{sign}aanvragen"))
    assert parts <= set(terms("OZAaanvragen"))
    assert set(terms("OZAaanvragen")) & set(terms(f"OZA{sign}aanvragen")) - parts


@given(st.text())
def test_tidy_text_stays_as_it_is(written: str) -> None:
    once = tidy(written)
    assert tidy(once) == once
    assert all(unicodedata.category(sign) != "Zs" or sign == " " for sign in once)


@pytest.mark.papers
@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("superscript.docx", "853¹ aanmeldingen"),
        ("superscript.docx", "10⁶ euro"),
        ("superscript.docx", "1200 m²"),
        ("superscript.docx", "2023⁴"),
        ("zachtkoppel.txt", "59 plaatsen voor naschoolse opvang"),
    ],
)
def test_the_papers_that_went_wrong_hold_the_right_figures(
    case: Callable[[str], str], name: str, expected: str
) -> None:
    assert expected in case(name)
