"""Text that looks like text and is no words is named and never read as words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.formats import pdf, text
from ingest.formats.legible import is_legible, once_decoded
from ingest.formats.paged_text import Reason, UnreadableFile
from tests.ingest.formats.made_pdf import lines, make_pdf

DUTCH = [
    "De gemeente vervoert kinderen die ver van school wonen en niet",
    "zelf kunnen reizen. Ouders vragen dat aan met een formulier, en",
    "binnen acht weken volgt een besluit. Wie het daar niet mee eens",
    "is kan bezwaar maken bij het college van burgemeester en wethouders.",
    "De kosten komen voor rekening van de gemeente waar het kind woont.",
]
SCHOOLS = [
    "Basisschool De Vlinder, Zutphen", "Het Anker, Dronten", "De Regenboog, Emmen", "Sint Jozef, Venlo",
    "De Zonnewijzer, Hoorn", "Prinses Beatrix, Assen", "De Kameleon, Goes", "Theo Thijssen, Deventer",
    "Montessori Noord, Leeuwarden", "De Bron, Barneveld", "Willem van Oranje, Gouda", "De Driehoek, Tiel",
]  # fmt: skip
CODE = "newcommand atfi embedded ifx atfi file empty else error def pdfobj stream attr params checksum filesize " * 6
ENGLISH = "The committee discussed whether the budget for special needs could be spent within the year. " * 4
GERMAN = "Die Schule hat im vergangenen Jahr mehrere Klassen mit neuen Kindern eingerichtet und bezahlt. " * 4


def shifted(words: str, by: int) -> str:
    """As a wrong table of letters makes it: each letter so many further on."""
    return "".join(
        chr((ord(sign) - ord("a") + by) % 26 + ord("a")) if "a" <= sign <= "z" else sign for sign in words.lower()
    )


@pytest.mark.parametrize("by", [1, 3, 7, 13, 19, 25])
def test_letters_that_stand_for_others_are_no_words(by: int) -> None:
    assert not is_legible(shifted(" ".join(DUTCH), by))


@pytest.mark.parametrize(
    "words", [" ".join(DUTCH), "\n".join(SCHOOLS), CODE, ENGLISH, GERMAN, "12 13 14 15 " * 40, "Ja.", ""]
)
def test_words_lists_of_names_figures_and_other_languages_are_legible(words: str) -> None:
    assert is_legible(words)


def test_signs_of_nobody_are_no_words() -> None:
    assert not is_legible("".join(chr(0xF020 + ord(sign) % 90) for sign in " ".join(DUTCH)))
    assert not is_legible("\ufffd" * 40)


@given(st.sampled_from(DUTCH), st.integers(0, 5))
def test_a_short_text_is_never_judged(line: str, by: int) -> None:
    assert is_legible(shifted(line, by))


def test_a_page_of_wrong_letters_is_named_and_the_others_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")  # no Tesseract
    paged = pdf.read(make_pdf([lines(DUTCH), lines([shifted(line, 3) for line in DUTCH * 2]), lines(DUTCH)]))
    assert paged.unread == (2,)
    assert shifted("gemeente", 3) not in paged.text
    assert paged.text.count("gemeente vervoert") == 2


def test_a_paper_of_wrong_letters_is_named_as_that(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(UnreadableFile) as caught:
        pdf.read(make_pdf([lines([shifted(line, 3) for line in DUTCH * 2])]))
    assert caught.value.reason is Reason.ONLEESBARE_LETTERS


def test_a_text_of_wrong_letters_is_named_as_that() -> None:
    with pytest.raises(UnreadableFile) as caught:
        text.read(shifted(" ".join(DUTCH), 3).encode())
    assert caught.value.reason is Reason.ONLEESBARE_LETTERS


@pytest.mark.parametrize("words", ["reële categorieën", "één – twee", "„zo” en ‘zo’", "€ 12", "Curaçao, São Paulo"])
def test_letters_that_were_encoded_twice_are_read_as_they_were_meant(words: str) -> None:
    twice = words.encode("utf-8").decode("cp1252", "ignore")
    if twice.encode("cp1252") == words.encode("utf-8"):  # five bytes have no sign in Windows-1252
        assert once_decoded(twice) == words
    assert once_decoded(words) == words
