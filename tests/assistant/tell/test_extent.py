"""How far a quote reaches."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.tell.extent import POINTED_AT, points_back, rounded_off, with_its_ground
from ingest.document import BlockKind, Document
from tests.assistant.made import paper

FIRST = "De boot is groen. "


def reach(text: str, sentence: str, *, room: int = 40, bearing: frozenset[int] = frozenset()) -> str:
    document: Document = paper(text)
    start = text.index(sentence)
    left, right = rounded_off(document, document.blocks[0], (start, start + len(sentence)), room, bearing)
    return text[left:right]


@pytest.mark.parametrize(
    "following",
    [
        "Dat geldt alleen in mei.",
        "Maar in mei is hij rood.",
        "Dit jaar vaart hij niet.",
        "Voor schippers geldt een uitzondering.",
        "De pont vaart onder voorbehoud van weer.",
    ],
)
def test_what_goes_on_about_a_sentence_or_limits_it_comes_along(following: str) -> None:
    text = f"De boot vaart. {following}"
    assert reach(text, "De boot vaart.") == text


@pytest.mark.parametrize(
    "following",
    [
        "Evenmin vaart hij op zondag.",
        "Voor kinderen onder de twaalf is meevaren niet mogelijk.",
        "Voor schippers met een pas geldt de helft.",
        "De prijs geldt op dinsdag niet.",
        "Honden vallen er buiten.",
    ],
)
def test_for_whom_a_rule_does_not_hold_comes_along_even_without_room(following: str) -> None:
    text = f"Wie mee wil, betaalt drie euro. {following}"
    assert reach(text, "Wie mee wil, betaalt drie euro.", room=0) == text
    assert reach(f"{text} {FIRST}", "Wie mee wil, betaalt drie euro.", room=0) == text


def test_a_sentence_that_leads_in_a_list_is_no_exception() -> None:
    text = "Wie mee wil, betaalt drie euro. Voor schippers gelden de volgende regels:"
    assert reach(text, "Wie mee wil, betaalt drie euro.", room=0) == "Wie mee wil, betaalt drie euro."


def test_what_speaks_of_something_else_stays_out() -> None:
    assert reach(f"De boot vaart. {FIRST}", "De boot vaart.") == "De boot vaart."


def test_what_bears_on_the_question_itself_comes_along() -> None:
    text = f"De boot vaart. {FIRST}".strip()
    assert reach(text, "De boot vaart.", bearing=frozenset({15})) == text


def test_a_sentence_that_points_back_brings_what_it_points_at() -> None:
    text = f"{FIRST}Dat blijft zo."
    assert reach(text, "Dat blijft zo.") == text
    for leaning in (
        "Een jaar eerder was dat minder.",
        "In het schooljaar daarvoor voer hij.",
        "Van hen zijn er 3 rood.",
    ):
        assert reach(f"{FIRST}{leaning}", leaning) == f"{FIRST}{leaning}"
    for alone in ("De schipper slaapt.", "Van deze 40 boten zijn er 3 rood.", "Een jaar lang vaart hij."):
        assert reach(f"{FIRST}{alone}", alone) == alone
    assert reach(f"{FIRST}Hieronder staat meer.", "Hieronder staat meer.") == "Hieronder staat meer."


def test_how_an_answer_begins_comes_along_where_that_is_short() -> None:
    for opening, comes in (
        ("Dat aantal herken ik niet. ", True),
        ("De boten varen " + "heel vaak " * 6 + "uit. ", False),
    ):
        text = f"{opening}De boot vaart."
        answer = paper(text, kinds=(BlockKind.ANSWER,))
        span = (text.index("De boot vaart."), len(text))
        assert rounded_off(answer, answer.blocks[0], span, 40) == ((0 if comes else span[0]), len(text))
        assert reach(text, "De boot vaart.") == "De boot vaart."


def test_nothing_comes_along_for_which_there_is_no_room() -> None:
    assert reach("De boot vaart. Dat geldt alleen in mei.", "De boot vaart.", room=4) == "De boot vaart."


def test_what_a_sentence_points_back_to_goes_before_what_follows() -> None:
    text = "De pont is gratis. Dit geldt ook voor de boot. Dat staat vast."
    assert reach(text, "Dit geldt ook voor de boot.", room=4) == "De pont is gratis. Dit geldt ook voor de boot."
    assert reach(text, "Dit geldt ook voor de boot.") == text


SENTENCES = [
    "De boot is groen.",
    "Daarom vaart hij.",
    "Dit kost geld.",
    "De kade is nat.",
    "Hierdoor komt er een steiger.",
]


@given(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=6), st.data(), st.integers(0, 30))
def test_a_quote_opens_in_the_middle_of_a_thought_only_where_the_paper_does(
    told: list[str], data: st.DataObject, room: int
) -> None:
    text, at = " ".join(told), data.draw(st.integers(0, len(told) - 1))
    document, start = paper(text), len(" ".join([*told[:at], ""])) if at else 0
    left, _ = rounded_off(document, document.blocks[0], (start, start + len(told[at])), room)
    assert left == 0 or not points_back(text[left:])


def test_what_is_too_long_to_stand_before_a_sentence_stays_out() -> None:
    long = "De boot " + "vaart " * POINTED_AT + "uit."
    assert reach(f"{long} Dat blijft zo.", "Dat blijft zo.") == "Dat blijft zo."


def test_a_paragraph_that_points_back_brings_the_end_of_the_one_above_it_if_that_is_of_the_same_part() -> None:
    document = paper("De kade is nat. De steiger is oud.", "Daarom komt er een nieuwe.")
    second = document.blocks[1]
    assert rounded_off(document, second, (second.start, second.end), 0) == (16, second.end)
    other = replace(document, blocks=(document.blocks[0], replace(second, path=("Kosten",))))
    assert rounded_off(other, other.blocks[1], (second.start, second.end), 0) == (second.start, second.end)


def test_a_conclusion_comes_with_the_sentence_that_says_why() -> None:
    document = paper("De kade is nat. De boot lekt. Varen doen wij daarom niet. Het is mei.")
    block, why = document.blocks[0], document.text.index("De boot")
    at = document.text.index("Varen")
    told = with_its_ground(document, block, (at, at + len("Varen doen wij daarom niet.")))
    assert document.text[slice(*told)] == "De boot lekt. Varen doen wij daarom niet."
    assert with_its_ground(document, block, (why, why + len("De boot lekt."))) == (why, why + len("De boot lekt."))


def test_a_reason_that_takes_up_what_was_said_comes_with_it() -> None:
    document = paper("De kade is nat. De boot lekt. In deze toestand varen wij niet.")
    at = document.text.index("In deze")
    told = with_its_ground(document, document.blocks[0], (at, len(document.text)))
    assert document.text[slice(*told)] == "De boot lekt. In deze toestand varen wij niet."


@pytest.mark.parametrize(
    ("text", "sentence", "told"),
    [
        ("De kade is nat. De boot lekt. De reder heeft bovendien haast. Varen doen wij daarom niet.",
         "Varen doen wij daarom niet.", "De boot lekt. De reder heeft bovendien haast. Varen doen wij daarom niet."),
        ("Ik koop geen pont. Ten eerste is zij duur. Ten tweede lekt zij. Ten derde is zij traag. Mooi.",
         "Ten tweede lekt zij.", "Ten eerste is zij duur. Ten tweede lekt zij. Ten derde is zij traag."),
        ("De kade is nat. De boot lekt.", "De boot lekt.", "De boot lekt."),
        ("Dat advies volg ik niet. De pont zou te duur worden.", "Dat advies volg ik niet.",
         "Dat advies volg ik niet. De pont zou te duur worden."),
        ("Ten eerste vaart zij niet. Ten tweede lekt zij.", "Ten eerste vaart zij niet.",
         "Ten eerste vaart zij niet. Ten tweede lekt zij."),
        ("Dat doe ik niet. Wel komt er een pont.", "Dat doe ik niet.", "Dat doe ik niet."),
        ("Dat doe ik niet. Vaart er dan een pont?", "Dat doe ik niet.", "Dat doe ik niet."),
        ("Ik volg dat niet, omdat de pont lekt. Mooi.", "Ik volg dat niet, omdat de pont lekt.",
         "Ik volg dat niet, omdat de pont lekt."),
    ],
)  # fmt: skip
def test_reasons_are_told_from_where_the_argument_starts(text: str, sentence: str, told: str) -> None:
    document, at = paper(text), text.index(sentence)
    left, right = with_its_ground(document, document.blocks[0], (at, at + len(sentence)))
    assert text[left:right] == told


def test_what_is_only_also_said_brings_nothing_and_reasons_no_more_than_there_is_room_for() -> None:
    also = "De kade is nat. Ook de steiger is oud. Ook de pont lekt. Ook varen wij niet."
    document, at = paper(also), also.index("Ook varen")
    assert with_its_ground(document, document.blocks[0], (at, len(also))) == (at, len(also))
    reasons = [f"De pont heeft bovendien {'heel ' * 13}veel last van rede {number}." for number in range(6)]
    long = " ".join(reasons)
    document, at = paper(long), long.index(reasons[-1])
    left, right = with_its_ground(document, document.blocks[0], (at, len(long)))
    assert long[left:right] == " ".join(reasons[-3:])


def test_another_time_comes_with_the_sentence_that_tells_of_what() -> None:
    for text in ("Een jaar eerder waren er 4.", "Vanaf 1 mei geldt het voor elke pont."):
        assert reach(f"De boot is groen. Er zijn 6 ponten. {text}", text) == f"Er zijn 6 ponten. {text}"
    for text in ("Een jaar is lang.", "Vanaf 1 mei geldt het verbod.", "Vanaf mei geldt een verbod."):
        assert reach(f"Er zijn 6 ponten. {text}", text) == text


def test_wishes_that_are_answered_one_by_one_are_no_row_of_reasons() -> None:
    text = "Ten eerste wil zij een pont. Dat doe ik niet. Ten tweede wil zij een boot."
    document = paper(text)
    assert with_its_ground(document, document.blocks[0], (0, 45)) == (0, 45)
