"""What a language model reads: heads that are told once, and sentences with numbers."""

from __future__ import annotations

from assistant.find.sentences import whole
from assistant.word.sheet import ASKED, Excerpt, Sheet
from assistant.word.supply import line_of
from ingest.document import Document
from tests.assistant.made import paper

FIRST = paper("De boot vaart om negen uur.", identifier="kst-29876-61")
SECOND = paper("De kaart kost 3 euro.", identifier="kst-29876-62", day=None)


def excerpt(
    document: Document, *, place: str = "", path: tuple[str, ...] = (), speaker: str = "minister Bank", asked: str = ""
) -> Excerpt:
    return Excerpt(
        document=document,
        place=place,
        path=path,
        speaker=speaker,
        asked=asked,
        lines=(line_of(whole(document, document.blocks[0])),),
    )


def test_a_paper_is_named_over_its_first_stretch_and_then_by_its_number() -> None:
    sheet = Sheet((excerpt(FIRST), excerpt(SECOND), excerpt(FIRST, place="paragraaf 2")))
    assert sheet.as_text() == (
        "[1] stuk 1: Kamerbrief „Brief over de veerboot” · 21 mei 2024 · minister Bank\n"
        "1.1 De boot vaart om negen uur.\n\n"
        "[2] stuk 2: Kamerbrief „Brief over de veerboot” · datum onbekend · minister Bank\n"
        "2.1 De kaart kost 3 euro.\n\n"
        "[3] stuk 1 · paragraaf 2\n3.1 De boot vaart om negen uur."
    )


def test_who_else_speaks_in_a_paper_is_told_and_so_is_that_nobody_is_known() -> None:
    speakers = ("minister Bank", "het lid Roer", "", "minister Bank", "minister Bank")
    told = Sheet(tuple(excerpt(FIRST, speaker=speaker) for speaker in speakers)).as_text()
    assert "[2] stuk 1 · het lid Roer\n" in told
    assert "[3] stuk 1 · spreker onbekend\n" in told
    assert "[4] stuk 1 · minister Bank\n" in told
    assert "[5] stuk 1\n" in told


def test_a_heading_that_the_place_repeats_is_told_once() -> None:
    for place, path in (
        ("antwoord 4", ("Reactie", "Antwoord 4")),
        ("paragraaf 2: Vaartijden", ("Reactie", "2. Vaartijden")),
    ):
        told = Sheet((excerpt(FIRST, place=place, path=path),)).as_text()
        assert place not in told and f"Reactie > {path[-1]}" in told


def test_of_a_long_question_its_first_words_are_shown_with_a_mark() -> None:
    for length in (ASKED, ASKED + 1):
        asked = Sheet((excerpt(FIRST, asked="golf " * length),)).as_text().split("\n")[1]
        assert asked.count("golf") == ASKED
        assert asked.endswith(" …") is (length > ASKED)
