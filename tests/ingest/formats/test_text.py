from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from ingest import formats
from ingest.formats.characters import tidy
from ingest.formats.legible import once_decoded
from ingest.formats.paged_text import PagedText, Reason, UnreadableFile
from ingest.formats.text import read
from ingest.formats.text_pages import paged


@given(st.text(alphabet=st.characters(exclude_categories=["C"]), min_size=1))
def test_utf_8_text_comes_back_tidy(text: str) -> None:
    """But for letters that were encoded twice: "Ã«" is an ë."""
    meant = once_decoded(text)
    assume(meant.strip())
    assert read(text.encode()).text == tidy(meant)


def test_line_ends_are_made_one_kind() -> None:
    assert read(b"a\r\nb\rc").text == "a\nb\nc"


def test_a_form_feed_starts_a_page() -> None:
    assert paged("een\ftwee\f") == PagedText(text="een\ntwee", page_starts=(0, 4))


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", Reason.LEEG),
        (b" \n", Reason.LEEG),
        (b"a\x00b", Reason.BINAIR),
        (b"\x01\x02\x03\x04", Reason.BINAIR),
        (b"\xff\xfea", Reason.CODERING),
        (b"a\x81\x8d", Reason.CODERING),
    ],
)
def test_what_is_no_text_is_refused(data: bytes, reason: Reason) -> None:
    with pytest.raises(UnreadableFile) as refused:
        read(data)
    assert refused.value.reason is reason


def test_pages_must_start_within_the_text() -> None:
    with pytest.raises(ValueError, match="pages must start at 0"):
        PagedText(text="a", page_starts=(1,))


def test_plain_text_named_pdf_is_read_as_text() -> None:
    assert formats.read(Path("stuk.pdf"), "De boot vaart één keer per dag.".encode()).text.startswith("De boot")
    assert formats.format_of(Path("stuk.docx"), b"De boot vaart.") == ".txt"


def test_a_pdf_whose_head_is_broken_is_no_text() -> None:
    assert formats.format_of(Path("stuk.pdf"), b"junk\n%PDF-1.7\n1 0 obj\nendobj") == ".pdf"
    assert formats.format_of(Path("stuk.pdf"), b"\x00\x01 geen tekst") == ".pdf"


@pytest.mark.parametrize("frame", ["+------+------+", "├──────┼──────┤", "+======+======+"])
@pytest.mark.parametrize("bar", ["|", "│"])
def test_a_table_that_is_drawn_with_signs_is_read_without_its_frame(frame: str, bar: str) -> None:
    drawn = "\n".join(
        [frame, f"{bar} Boot {bar} 2024 {bar} 2025 {bar}", frame, f"{bar} Pont {bar}   98 {bar}  121 {bar}"]
    )
    assert read(f"Tarieven\n\n{drawn}\n{frame}\n".encode()).text == "Tarieven\n\nBoot | 2024 | 2025\nPont | 98 | 121\n"


@pytest.mark.parametrize("line", ["|x| is groot", "a | b", "-----", "+ een plus", "| alleen een streep"])
def test_lines_that_are_no_row_of_a_drawn_table_stay(line: str) -> None:
    assert read(line.encode()).text == line
