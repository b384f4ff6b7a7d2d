from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.formats.markdown_text import plain


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("# Bomen\nZe groeien.\n## Eiken ##\nOok.", "Bomen\n\nZe groeien.\n\nEiken\n\nOok."),
        ("- een **boom**\n  * nog *een*\n+ drie", "• een boom\n  • nog een\n• drie"),
        ("| Jaar | Aantal |\n|------|-------:|\n| 2031 | 5 |", "Jaar | Aantal\n2031 | 5"),
        ("Dat is geteld.[^1] Klaar.\n\n[^1]: Zie [de telling](https://example.org/t).", None),
        ("```\n# geen kop\n```", "# geen kop"),
        ("3 * 4 is 12, snake_case_naam en 2 \\* 3", "3 * 4 is 12, snake_case_naam en 2 * 3"),
    ],
)
def test_marks_are_taken_away_and_words_stay(written: str, shown: str | None) -> None:
    assert plain(written).text == (shown or "Dat is geteld.1 Klaar.\n\n1 Zie de telling.")


@given(st.text("ab #*_-|[]^()1\n>`\\", max_size=60))
def test_every_letter_stays_in_its_order(written: str) -> None:
    """But for the addresses of links, which are not shown."""
    if "](" not in written:
        shown = plain(written).text
        assert [each for each in shown if each in "ab"] == [each for each in written if each in "ab"]
