"""Every mark of a footnote is found, with its note or without; no other figure is taken for a mark."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.document import Block, BlockKind, Document, Kind, Source
from ingest.formats.paged_text import PagedText
from ingest.note_marks import home, note_marks
from ingest.reading import document_of


def paper(*paragraphs: str, notes: tuple[tuple[str, str], ...] = ()) -> Document:
    """A paper of these paragraphs, and notes given as their text and the sentence that each hangs on."""
    text = "\n\n".join([*paragraphs, *(note for note, _ in notes)])
    blocks = [spanned(text, words, BlockKind.PARAGRAPH) for words in paragraphs]
    for note, sentence in notes:
        at = text.index(sentence)
        blocks.append(spanned(text, note, BlockKind.FOOTNOTE, note.split()[0], (at, at + len(sentence))))
    return Document(
        identifier="kst-12345-6",
        kind=Kind.KAMERBRIEF,
        title="De veerboot",
        text=text,
        source=Source(file="boot.txt", sha256="0"),
        blocks=tuple(blocks),
    )


def spanned(text: str, words: str, kind: BlockKind, number: str = "", context: tuple[int, int] | None = None) -> Block:
    start = text.index(words)
    return Block(kind=kind, start=start, end=start + len(words), number=number, context=context)


def found(document: Document) -> list[tuple[str, str, bool]]:
    """Of each mark its number, the word before it, and whether it has a note."""
    return [
        (mark.number, document.text[: mark.start].split()[-1], mark.note is not None) for mark in note_marks(document)
    ]


def test_a_mark_stands_at_its_word_and_knows_its_note() -> None:
    document = paper(
        "De boot2 vaart om 12 uur.1 Zij is vol.", notes=(("1 Dienstregeling.", "De boot2 vaart om 12 uur.1"),)
    )
    (mark, *_) = note_marks(document)
    assert document.text[mark.start - 4 : mark.end] == "uur.1"
    assert mark.note == document.blocks[1]


def test_a_mark_that_was_taken_out_stands_behind_its_sentence() -> None:
    document = paper("De boot vaart. Zij is vol.", notes=(("7 Dienstregeling.", "De boot vaart."),))
    (mark,) = note_marks(document)
    assert (mark.number, mark.start, mark.end) == ("7", len("De boot vaart."), len("De boot vaart."))


def test_a_figure_behind_a_comma_is_no_mark_that_was_taken_out() -> None:
    document = paper("De bijdrage is 3,45 euro. Zij stijgt.", notes=(("4 Zie de nota.", "De bijdrage is 3,45 euro."),))
    (mark,) = note_marks(document)
    assert mark.start == mark.end == len("De bijdrage is 3,45 euro.")


@pytest.mark.parametrize(
    "line", ["CO7 stoot zij niet uit.", "Reder en boten varen 7, zegt hij.", "Sinds 19897 is zij er."]
)
def test_a_mark_that_was_torn_off_is_none_of_the_figures_of_its_sentence(line: str) -> None:
    raw = f"De boot vaart.\n7\n{line}\n\n7\n Dienstregeling, nr. 3.\n" + "\n\nGewone tekst." * 8
    document = document_of(Path("boot.txt"), PagedText(text=raw), "0" * 64)
    (mark,) = note_marks(document)
    assert (mark.number, mark.start, mark.end) == ("7", document.text.index(line) + len(line), mark.start)


def test_the_numbering_tells_which_figures_are_marks_without_a_note() -> None:
    document = paper(
        "De boot vaart.1 De steiger2 is oud.",
        "De prijs stijgt.3 Wie betaalt?4 Niemand.",
        notes=(("1 Zie hier.", "De boot vaart.1"), ("4 Zie daar.", "Wie betaalt?4")),
    )
    assert found(document) == [
        ("1", "vaart.", True),
        ("2", "steiger", False),
        ("3", "stijgt.", False),
        ("4", "betaalt?", True),
    ]


def test_a_mark_behind_a_year_needs_no_note() -> None:
    document = paper(
        "De boot vaart.1 De brief is van 3 mei 2022.2 De steiger3 is oud.",
        notes=(("1 Zie hier.", "De boot vaart.1"), ("3 Zie daar.", "De steiger3 is oud.")),
    )
    assert found(document)[1] == ("2", "2022.", False)


def test_without_any_note_the_numbering_begins_at_one() -> None:
    assert found(paper("De boot vaart.1 De steiger2 is oud.3")) == [
        ("1", "vaart.", False),
        ("2", "steiger", False),
        ("3", "oud.", False),
    ]


@pytest.mark.parametrize(
    "words",
    [
        "De leden van de D66-fractie en het lid Bakker (JA21) vragen.",
        "Zie nr.1 en blz.1 van het plan.",
        "De uitstoot van CO2 is 40 km2, in groep1 en variant1.",
        "Het plan (https://voorbeeld.invalid/plan.1) en boot@voorbeeld.1 staan er.",
        "De boot vaart.5 Er is geen eerste.",
        "Artikel 3.1 en 10:30 uur.",
        "De boot kost 2022,1 euro en vaart in 2022.5 Er is geen eerste.",
    ],
)
def test_no_other_figure_is_taken_for_a_mark(words: str) -> None:
    assert note_marks(paper(words)) == ()


def test_a_figure_out_of_order_is_no_mark_between_two_that_are() -> None:
    document = paper(
        "De boot vaart.1 De kade9 is oud. Wie betaalt?2",
        notes=(("1 Zie hier.", "De boot vaart.1"), ("2 Zie daar.", "Wie betaalt?2")),
    )
    assert [number for number, _, _ in found(document)] == ["1", "2"]


def test_a_figure_that_opens_a_block_is_no_mark_at_the_end_of_the_block_before() -> None:
    text = "De boot vaart (zeker)1. Zij is vol."
    blocks = [spanned(text, words, BlockKind.PARAGRAPH) for words in ("De boot vaart (zeker)", "1. Zij is vol.")]
    assert found(replace(paper(text), blocks=tuple(blocks))) == []


def test_a_mark_is_at_home_in_the_block_that_holds_it() -> None:
    document = paper("De boot vaart.1", "De kade is oud.2")
    assert [home(mark, document.blocks) for mark in note_marks(document)] == list(document.blocks)


@given(st.lists(st.sampled_from(["boot", "vaart.", "oud?", "1", "2", "3", "vaart.1", "steiger2", "oud?3"]), min_size=1))
def test_marks_without_a_note_go_up_and_stand_in_the_text(words: list[str]) -> None:
    document = paper(" ".join(words))
    marks = note_marks(document)
    assert [mark.number for mark in marks] == [str(number) for number in range(1, len(marks) + 1)]
    assert all(document.text[mark.start : mark.end] == mark.number for mark in marks)
