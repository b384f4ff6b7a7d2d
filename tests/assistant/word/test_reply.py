"""Whatever form a model writes in, its sentences are bound to the numbers that it set."""

import json
import re
import string
import time
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain, count, repeat

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.word.reply import (
    LONGEST_LINE,
    LONGEST_OUTPUT,
    LONGEST_SEARCH,
    MOST_NUMBERS,
    MOST_SENTENCES,
    SCHEMA,
    Absent,
    Said,
    Search,
    named,
    read,
    renumbered,
)

SAID = Said("De boot vaart om negen uur.", ("3.2",))


FORMS = [
    "De boot vaart om negen uur. [3.2]",
    "De boot vaart om negen uur [3.2].",
    "- De boot vaart om negen uur. [3.2]",
    "1. De boot vaart om negen uur. (3.2)",
    "[3.2] De boot vaart om negen uur.",
    "3.2: De boot vaart om negen uur.",
    "de boot vaart om negen uur [3.2]",
    "De boot vaart om negen uur. [3.2][3.2]",
    "<think>\n[1.1] hm\n</think>\nDe boot vaart om negen uur. [3.2]",
    "```\nDe boot vaart om negen uur. [3.2]\n```",
    '{"zinnen": [{"zin": "De boot vaart om negen uur.", "nummers": ["3.2"]}],\n"zoek": ""}',
    '```json\n{"zinnen": [{"zin": "De boot vaart om negen uur. [3.2]",\n"nummers": ["[3.2]"]}]}\n```',
]


@pytest.mark.parametrize("written", FORMS)
def test_the_forms_that_models_write_in_are_read(written: str) -> None:
    assert [*read(iter([written]))] == [SAID]
    assert [*read(iter(written))] == [SAID]


@pytest.mark.parametrize(
    "written", [*FORMS, "NIET IN DE STUKKEN 3.2", '{"zinnen": [], "niet_in_de_stukken": ["[3.2]"]}']
)
def test_a_number_is_named_and_changed_wherever_it_is_read(written: str) -> None:
    assert "3.2" in named(written)
    moved = [*read(iter([renumbered(written, lambda mark: f"7{mark}")]))]
    assert moved == [
        replace(event, marks=tuple(f"7{mark}" for mark in event.marks))
        for event in read(iter([written]))
        if not isinstance(event, Search)
    ]


def test_a_figure_of_a_sentence_is_no_number_of_one() -> None:
    written = "Er zijn 2.5 miljoen ritten. [3.2]"
    assert renumbered(written, lambda _: "0.0") == "Er zijn 2.5 miljoen ritten. [0.0]"
    assert [*read(iter(["Er zijn 2.5 miljoen ritten."]))] == []


def test_several_numbers_bear_one_sentence_and_one_number_several_sentences() -> None:
    assert [*read(iter(["Boten varen. [1.1, 2.3]"]))] == [Said("Boten varen.", ("1.1", "2.3"))]
    assert [*read(iter(["Boten varen. Treinen rijden. [1.1]"]))] == [
        Said("Boten varen.", ("1.1",)),
        Said("Treinen rijden.", ("1.1",)),
    ]


@pytest.mark.parametrize(
    ("written", "event"),
    [
        ("NIET IN DE STUKKEN [4.1]", Absent(("4.1",))),
        ("Niet in de stukken.", Absent(())),
        ("ZOEK: kosten van de veerboot", Search("kosten van de veerboot")),
        ('{"zinnen": [], "niet_in_de_stukken": ["4.1"], "zoek": ""}', Absent(("4.1",))),
        ('{"zinnen": [], "niet_in_de_stukken": [], "zoek": ""}', Absent(())),
        ('{"zinnen": [], "niet_in_de_stukken": [], "zoek": "veerboot"}', Search("veerboot")),
    ],
)
def test_not_in_the_papers_and_a_search_are_known(written: str, event: object) -> None:
    assert [*read(iter([written]))] == [event]


@pytest.mark.parametrize(
    "written",
    [
        "", "\n\n", "De boot vaart.", "Sorry, dat kan ik niet.", "{", '{"zinnen": 3}', "[]", '{"zinnen": [3, {}]}',
        "[1.1]", "ZOEK:", "{" * 5_000, '{"a": ' * 2_000,
    ],
)  # fmt: skip
def test_what_names_no_sentence_says_nothing(written: str) -> None:
    assert [*read(iter([written]))] == []


def test_an_endless_line_an_endless_text_and_too_many_sentences_are_not_read() -> None:
    assert [*read(iter(["een " * LONGEST_LINE + "[1.1]"]))] == []
    endless = ("woord " for _ in iter(int, 1))
    assert [*read(endless)] == []
    many = "Boten varen. [1.1]\n" * (2 * LONGEST_OUTPUT // 20)
    assert len([*read(iter([many]))]) == MOST_SENTENCES


TWO = '{"zinnen": [{"zin": "Boten varen.", "nummers": ["1.1"]}, {"zin": "Treinen rijden.", "nummers": ["2.1"]}], '
BOTH = [Said("Boten varen.", ("1.1",)), Said("Treinen rijden.", ("2.1",))]


def test_a_sentence_in_json_is_read_as_soon_as_it_is_whole() -> None:
    def written() -> Iterator[str]:
        yield from TWO
        pytest.fail("read on before the sentences were told")

    events = read(written())
    assert [next(events), next(events)] == BOTH


@pytest.mark.parametrize("end", ["", '"zoek": "', '"niet_in_de_stukken": ["3.1", "3.2", '])
def test_json_that_breaks_off_says_what_was_whole(end: str) -> None:
    assert [*read(iter(f"{TWO}{end}"))] == BOTH


@pytest.mark.parametrize(
    "written",
    [
        chain(f'{TWO}"niet_in_de_stukken": [], "zoek": ""}}', repeat("\n")),
        chain(TWO, ['{"zin": "'], repeat("Boten varen en ")),
        chain(TWO, ['{"zin": "Boten varen.", "nummers": ['], (f'"1.{number}", ' for number in count(1))),
    ],
    ids=["behind its end", "in a sentence", "in numbers"],
)
def test_json_that_goes_on_without_end_is_not_read_to_the_end(written: Iterator[str]) -> None:
    counted = 0

    def pieces() -> Iterator[str]:
        nonlocal counted
        for piece in written:
            counted += len(piece)
            yield piece

    assert [*read(pieces())] == BOTH
    assert counted < 3 * LONGEST_LINE


def test_a_line_of_spaces_is_read_at_once() -> None:
    """Twelve such lines fit in one reply; each took ten seconds, in which nobody else was answered."""
    begun = time.perf_counter()
    assert [*read(iter([f"Boten{' ' * (LONGEST_LINE - 20)}varen"]))] == []
    assert [*read(iter([f"Boten{' ' * (LONGEST_LINE - 20)}varen. [1.1]"]))] == [Said("Boten varen.", ("1.1",))]
    assert time.perf_counter() - begun < 1


def test_a_long_reply_in_json_may_name_its_numbers_first() -> None:
    one = {"nummers": ["1.1"], "zin": "De boot vaart elke dag vier keer naar het eiland en terug."}
    written = json.dumps({"zinnen": [one] * MOST_SENTENCES, "niet_in_de_stukken": [], "zoek": ""})
    assert len(written) > 2 * LONGEST_LINE
    assert len([*read(iter(written))]) == MOST_SENTENCES


def test_what_comes_after_the_longest_output_is_not_read_in_one_piece_either() -> None:
    assert [*read(iter([" " * LONGEST_OUTPUT + "\nBoten varen. [1.1]\n"]))] == []
    assert [*read(iter(['{"zinnen": [], "zoek": "' + "boot " * LONGEST_OUTPUT + '"}']))] == []


@pytest.mark.parametrize("written", ["ZOEK: {}", '{{"zinnen": [], "zoek": "{}"}}'])
def test_the_words_of_a_search_are_bounded(written: str) -> None:
    [event] = read(iter([written.format("boot " * 100)]))
    assert isinstance(event, Search) and len(event.words) == LONGEST_SEARCH


def test_a_sentence_names_no_more_than_it_can_be_made_of() -> None:
    """Or a model that counts could have anything borne by all sentences together."""
    numbers = [f"1.{number}" for number in range(1, 30)]
    told = json.dumps({"zinnen": [{"zin": "Boten varen.", "nummers": numbers}], "niet_in_de_stukken": [], "zoek": ""})
    for written in (told, f"Boten varen. [{', '.join(numbers)}]"):
        assert [*read(iter([written]))] == [Said("Boten varen.", tuple(numbers[:MOST_NUMBERS]))]


@pytest.mark.parametrize(
    ("marks", "valid"), [(["1.1"] * MOST_NUMBERS, True), (["1.1"] * (MOST_NUMBERS + 1), False), (["1.1 1.2"], False)]
)
def test_the_form_bounds_whatever_a_model_could_count_on_in(marks: list[str], valid: bool) -> None:
    """The form is what a server holds a model to; its own validator is not at hand here, so the bounds are read."""
    numbers = SCHEMA["properties"]["zinnen"]["items"]["properties"]["nummers"]
    fits = len(marks) <= numbers["maxItems"] and all(re.search(numbers["items"]["pattern"], one) for one in marks)
    assert fits is valid
    assert numbers == SCHEMA["properties"]["niet_in_de_stukken"]
    assert SCHEMA["properties"]["zinnen"]["maxItems"] == MOST_SENTENCES


@given(st.lists(st.text(alphabet=string.printable + "é[]{}", max_size=40), max_size=20))
def test_whatever_comes_in_is_read_without_a_fault(pieces: list[str]) -> None:
    for event in read(iter(pieces)):
        assert isinstance(event, Said | Absent | Search)


@given(st.text(max_size=60), st.lists(st.sampled_from(["1.1", "2.13", "9.9"]), max_size=3))
def test_json_and_lines_say_the_same_of_plain_sentences(words: str, marks: list[str]) -> None:
    told = json.dumps({"zinnen": [{"zin": words, "nummers": marks}], "niet_in_de_stukken": [], "zoek": ""})
    for event in read(iter([told])):
        assert isinstance(event, Said) and set(event.marks) <= set(marks) | {"1.1", "2.13", "9.9"}
