"""Whatever form a model writes in, its sentences are bound to the numbers that it set."""

import json
import string
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.word.reply import (
    LONGEST_LINE,
    LONGEST_OUTPUT,
    MOST_SENTENCES,
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


@given(st.lists(st.text(alphabet=string.printable + "é[]{}", max_size=40), max_size=20))
def test_whatever_comes_in_is_read_without_a_fault(pieces: list[str]) -> None:
    for event in read(iter(pieces)):
        assert isinstance(event, Said | Absent | Search)


@given(st.text(max_size=60), st.lists(st.sampled_from(["1.1", "2.13", "9.9"]), max_size=3))
def test_json_and_lines_say_the_same_of_plain_sentences(words: str, marks: list[str]) -> None:
    told = json.dumps({"zinnen": [{"zin": words, "nummers": marks}], "niet_in_de_stukken": [], "zoek": ""})
    for event in read(iter([told])):
        assert isinstance(event, Said) and set(event.marks) <= set(marks) | {"1.1", "2.13", "9.9"}
