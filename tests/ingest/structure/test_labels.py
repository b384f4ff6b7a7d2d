from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.formats.paged_text import PagedText
from ingest.structure.labels import labels_apart, named, numbers_in, question_numbers
from ingest.structure.lines import read_lines
from ingest.structure.shapes import Shape, look_of
from tests.ingest.structure.made import TEXTS


def apart(text: str) -> list[str]:
    return [line.text for line in labels_apart(read_lines(PagedText(text=text))[0])]


@pytest.mark.parametrize(
    ("label", "numbers"),
    [
        ("3, 4 en 5", ("3", "4", "5")),
        ("3 t/m 6", ("3", "4", "5", "6")),
        ("2 tot en met 3", ("2", "3")),
        ("1, 3 t/m 5 en 7", ("1", "3", "4", "5", "7")),
        ("2a en 2b", ("2a", "2b")),
        ("9 en 10", ("9", "10")),
        ("", ()),
    ],
)
def test_a_label_names_all_its_numbers(label: str, numbers: tuple[str, ...]) -> None:
    assert numbers_in(label) == numbers


def test_numbers_are_named_as_a_label_names_them() -> None:
    assert named(()) == ""
    assert named(("3",)) == "3"
    assert named(("3", "4")) == "3 en 4"
    assert named(("3", "4", "5")) == "3 t/m 5"
    assert named(("2", "4", "7")) == "2, 4 en 7"


@pytest.mark.parametrize(
    ("line", "shape", "number"),
    [
        ("Vraag 3", Shape.QUESTION, "3"),
        ("Vragen 1 t/m 3", Shape.QUESTION, "1 t/m 3"),
        ("Vraag 1, 2", Shape.QUESTION, "1, 2"),
        ("Vraag 2a", Shape.QUESTION, "2a"),
        ("ANTWOORD 4", Shape.ANSWER, "4"),
        ("Antwoord:", Shape.ANSWER, ""),
        ("Antwoord op vragen 7, 8, en 9", Shape.ANSWER, "7, 8, en 9"),
        ("Antwoord op de vragen 3 en 4:", Shape.ANSWER, "3 en 4"),
        ("Antwoord 2 T/M 5", Shape.ANSWER, "2 t/m 5"),
        ("Antwoord op vraag 3 en vraag 4", Shape.ANSWER, "3 en vraag 4"),
        ("Beantwoording vraag 6", Shape.ANSWER, "6"),
        ("Antwoord (7)", Shape.ANSWER, "7"),
        ("Vraag 7, 8, 9 10 en 11", Shape.QUESTION, "7, 8, 9 10 en 11"),
        ("Vragen 3 t/ m 5", Shape.QUESTION, "3 t/ m 5"),
        ("Vraag: 3", Shape.QUESTION, "3"),
        ("Vraag 3 (ABC-fractie)", Shape.QUESTION, "3"),
        ("Vraag 3 van het lid Kaai", Shape.QUESTION, "3"),
        ("Antwoord bij vraag 3", Shape.ANSWER, "3"),
        ("Gezamenlijke beantwoording van de vragen 3 en 4", Shape.ANSWER, "3 en 4"),
        ("Vragen van het lid Kaai (XYZ)", Shape.TEXT, ""),
        ("Antwoord van Minister Voorbeeld (Water) (ontvangen 2 mei 2022)", Shape.TEXT, ""),
        ("Vragen 12 345", Shape.TEXT, ""),
        ("Beantwoording", Shape.TEXT, ""),
        ("Vraag het aan de schipper", Shape.TEXT, ""),
        ("Vragen 3 schippers", Shape.TEXT, ""),
    ],
)
def test_labels_are_known_in_many_forms(line: str, shape: Shape, number: str) -> None:
    look = look_of(line)
    assert (look.shape, look.number) == (shape, number)


@given(
    st.lists(st.integers(1, 99), min_size=1, max_size=6, unique=True).map(sorted),
    st.lists(
        st.sampled_from(
            [", ", ",", " , ", " ", " en ", ", en ", " én ", "/", " & ", " + ", "; ", " en vraag ", " alsmede "]
        ),
        min_size=5,
        max_size=5,
    ),
    st.sampled_from(["Vraag", "Vragen", "Antwoord", "Antwoord op de vragen", "VRAAG"]),
)
def test_a_label_names_its_numbers_whatever_stands_between_them(
    numbers: list[int], between: list[str], word: str
) -> None:
    written = str(numbers[0]) + "".join(f"{sep}{number}" for sep, number in zip(between, numbers[1:], strict=False))
    look = look_of(f"{word} {written}")
    assert look.shape in {Shape.QUESTION, Shape.ANSWER}
    assert numbers_in(look.number) == tuple(str(number) for number in numbers)


@given(
    st.integers(1, 80), st.integers(1, 9), st.sampled_from([" t/m ", " t/ m ", " tot en met ", "-", " – ", "‑", " tm "])
)
def test_a_label_names_all_numbers_of_a_range(low: int, more: int, between: str) -> None:
    assert numbers_in(look_of(f"Vragen {low}{between}{low + more}").number) == tuple(
        str(number) for number in range(low, low + more + 1)
    )


def test_text_behind_a_label_stands_on_a_line_of_its_own() -> None:
    assert apart("Antwoord op vraag 1: Ja, vaak.") == ["Antwoord op vraag 1:", "Ja, vaak."]
    assert apart("Antwoord: Ja.") == ["Antwoord:", "Ja."]
    assert apart("Vraag 2 Vaart de boot?") == ["Vraag 2", "Vaart de boot?"]
    assert apart("Vraag 1: Vaart zij? Antwoord 1: Ja.") == ["Vraag 1:", "Vaart zij?", "Antwoord 1:", "Ja."]


@pytest.mark.parametrize(
    "line",
    [
        "Vraag 2 gaat over de boot.",
        "Vragen: bel de haven.",
        "zie antwoord 1: daar staat het",
        "Antwoord geeft de reder.",
    ],
)
def test_running_text_that_begins_with_such_a_word_is_left_whole(line: str) -> None:
    assert apart(line) == [line]


@given(TEXTS)
def test_the_words_stay_where_they_are(text: str) -> None:
    """Each line holds the words that stand at its place in the raw text, and none is lost."""
    lines, _ = read_lines(PagedText(text=text))
    found = labels_apart(lines)
    assert all(text[line.start : line.end] == line.text for line in found)
    assert " ".join(line.text for line in found).split() == " ".join(line.text for line in lines).split()


def test_numbers_alone_on_a_line_number_questions_only_if_each_has_a_question_below_it() -> None:
    asked = "1\nVaart de boot?\n2\nHoe vaak?\nAntwoord\n1\nJa.\n2\nTwee keer.\n"
    lines, _ = read_lines(PagedText(text=asked))
    assert len(question_numbers(lines)) == 4
    notes, _ = read_lines(PagedText(text="De boot vaart.1\n1\nDienstregeling.\n2\nVaarkaart.\n"))
    assert question_numbers(notes) == frozenset()
    assert question_numbers([]) == frozenset()
