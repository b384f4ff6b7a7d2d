"""What stands under the heading of the other side is no answer."""

from dataclasses import replace

from assistant.read.sides import on_its_side
from ingest.document import BlockKind
from tests.assistant.made import evidence, paper, question, with_features

HEADING, PROSE = BlockKind.HEADING, BlockKind.PARAGRAPH
HEADINGS = ("Argumenten voor een tweede boot", "Argumenten tegen een tweede boot", "Planning")
MADE = paper("Er is vraag naar.", "Er is geen ligplaats.", "De bouw duurt een jaar.")
PAPER = replace(
    MADE, blocks=tuple(replace(block, path=(name,)) for block, name in zip(MADE.blocks, HEADINGS, strict=True))
)
FOUND = [evidence(PAPER, block=number) for number in range(3)]


def test_of_arguments_for_none_against_is_told_and_the_other_way_round() -> None:
    assert on_its_side(question("Welke argumenten voor een brug zijn er?"), FOUND) == [FOUND[0], FOUND[2]]
    for asked in ("Welke bezwaren zijn er?", "Noem de nadelen voor de kapitein."):
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


def test_where_the_heading_names_the_thing_only_its_reasons_are_told() -> None:
    for asked in ("argumenten tegen een tweede boot", "Welke bezwaren worden genoemd tegen de boot?"):
        assert on_its_side(question(asked), FOUND) == [FOUND[1]]
    assert on_its_side(question("Wat pleit er voor een tweede boot?"), FOUND) == [FOUND[0]]
    unlikely = [replace(one, features=with_features(read=-1.0, meaning=0.0, named=0.0)) for one in FOUND]
    assert on_its_side(question("nadelen van de boot"), [replace(one, clear=0.0) for one in unlikely]) != [unlikely[1]]


def test_of_several_sections_that_count_which_the_question_names_most_of() -> None:
    texts = ("Variant A", "Argumenten tegen", "Zij is duur.", "Variant B: een pont", "Argumenten tegen", "Zij lekt.")
    made = paper(*texts, kinds=(HEADING, HEADING, PROSE, HEADING, HEADING, PROSE))
    above = {1: "Variant A", 2: "Argumenten tegen", 4: "Variant B: een pont", 5: "Argumenten tegen"}
    blocks = [replace(one, path=(above[at],) if at in above else ()) for at, one in enumerate(made.blocks)]
    found = [evidence(replace(made, blocks=tuple(blocks)), block=at) for at in (2, 5)]
    assert on_its_side(question("Wat zijn de nadelen van variant A?"), found) == found[:1]
    assert on_its_side(question("Wat zijn de nadelen van een pont?"), found) == found[1:]
    assert on_its_side(question("Wat zijn de nadelen van variant C?"), found) == found


def test_of_options_whose_items_bear_labels_only_those_of_the_option_and_of_the_side_count() -> None:
    texts = ("Optie A. Een pont. Zij vaart.", "• Argumenten voor: zij is stil.", "• Argumenten tegen: zij is duur.",
             "Optie B. Een brug.", "• Argumenten voor: zij is snel.", "• Argumenten tegen: zij is hoog.")  # fmt: skip
    item = BlockKind.LIST_ITEM
    document = paper(*texts, kinds=(PROSE, item, item, PROSE, item, item))
    found = [evidence(document, block=at) for at in (4, 2, 5, 1)]
    assert on_its_side(question("Wat zijn de nadelen van optie B?"), found) == [found[2]]
    assert on_its_side(question("Wat zijn de voordelen van A?"), found) == [found[3]]
    assert on_its_side(question("Wat zijn de nadelen?"), found) == found[1:3]


def test_paragraphs_that_begin_with_for_or_against_are_such_sections_below_the_heading_of_their_option() -> None:
    texts = (
        "Voor: zij is stil.",
        "Tegen: zij is duur.",
        "Voor: zij is snel.",
        "Tegen: zij lekt.",
        "Voorts is zij nat.",
    )
    headings = ("Optie A: een pont", "Optie A: een pont", "Optie B: een boot", "Optie B: een boot", "Slot")
    made = paper(*texts)
    blocks = (replace(block, path=(name,)) for block, name in zip(made.blocks, headings, strict=True))
    whole = replace(made, blocks=tuple(blocks))
    found = [evidence(whole, block=at) for at in range(5)]
    assert on_its_side(question("Wat zijn de nadelen van optie B?"), found) == [found[3]]
    assert on_its_side(question("argumenten voor optie a"), found) == [found[0]]
    assert on_its_side(question("Wat is er nat aan optie B?"), found) == found[2:]


def test_under_the_heading_of_another_option_stays_what_names_options_itself_or_where_several_are_compared() -> None:
    texts = ("Zij is stil.", "Zij lekt.", "Alles afwegend raden wij optie A aan.", "Beide opties zijn besproken.")
    headings = ("Optie A: een pont", "Optie B: een boot", "Optie B: een boot", "Optie B: een boot")
    made = paper(*texts)
    blocks = (replace(block, path=(name,)) for block, name in zip(made.blocks, headings, strict=True))
    whole = replace(made, blocks=tuple(blocks))
    found = [evidence(whole, block=at) for at in range(4)]
    assert on_its_side(question("Hoe is optie A?"), found) == [found[0], *found[2:]]
    for asked in ("Waarom is optie A stiller dan B?", "Hoe zijn optie A en optie B?", "Hoe is optie C?"):
        assert on_its_side(question(asked), found) == found


def test_a_sentence_with_a_colon_is_no_label() -> None:
    for text in (
        "Voordelen heeft zij genoeg. Toch wijst de raad op één ding: zij is duur.",
        "Bezwaren kunnen tot 12:00 uur worden gemaakt.",
    ):
        found = [evidence(paper(text))]
        assert on_its_side(question("Wat zijn de nadelen?"), found) == found
        assert on_its_side(question("Wat zijn de voordelen?"), found) == found


def test_what_stands_under_its_option_bears_on_what_the_paper_names_elsewhere() -> None:
    texts, option = ("De regeling Veerkracht wordt verdeeld.", "Nadelen", "Zij is duur."), "Optie A: naar rato"
    made = paper(*texts, kinds=(PROSE, HEADING, BlockKind.LIST_ITEM))
    paths = ((), (option,), (option, "Nadelen"))
    blocks = (replace(block, path=path) for block, path in zip(made.blocks, paths, strict=True))
    whole = replace(made, blocks=tuple(blocks))
    asked = question("Welke nadelen heeft optie A voor Veerkracht?")
    for name, bears in (("veerkracht", True), ("vaarkracht", False)):
        (told,) = on_its_side(replace(asked, named=(name,)), [evidence(whole, block=2)])
        assert (name in told.bears) is bears
