"""What stands under the heading of the other side is no answer."""

from dataclasses import replace

from assistant.read.sides import on_its_side
from tests.assistant.made import evidence, paper, question

HEADINGS = ("Argumenten voor een tweede boot", "Argumenten tegen een tweede boot", "Planning")
MADE = paper("Er is vraag naar.", "Er is geen ligplaats.", "De bouw duurt een jaar.")
PAPER = replace(
    MADE, blocks=tuple(replace(block, path=(name,)) for block, name in zip(MADE.blocks, HEADINGS, strict=True))
)
FOUND = [evidence(PAPER, block=number) for number in range(3)]


def test_of_arguments_for_none_against_is_told_and_the_other_way_round() -> None:
    assert on_its_side(question("Welke argumenten voor een boot zijn er?"), FOUND) == [FOUND[0], FOUND[2]]
    for asked in ("argumenten tegen een tweede boot", "Welke bezwaren zijn er?", "Noem de nadelen voor de kapitein."):
        assert on_its_side(question(asked), FOUND) == FOUND[1:]


def test_who_asks_for_both_or_for_neither_gets_both() -> None:
    both = "Wat zijn de voordelen en de nadelen?"
    for asked in (
        "Welke argumenten voor en tegen zijn er?",
        both,
        "Welke argumenten zijn er?",
        "Wat is voor de boot nodig?",
    ):
        assert on_its_side(question(asked), FOUND) == FOUND


def test_a_preposition_takes_no_side() -> None:
    heading = "Maatregelen tegen het tekort aan schippers"
    document = replace(PAPER, blocks=tuple(replace(block, path=(heading,)) for block in PAPER.blocks))
    found = [evidence(document)]
    assert on_its_side(question("Welke maatregelen zijn er voor schippers?"), found) == found
