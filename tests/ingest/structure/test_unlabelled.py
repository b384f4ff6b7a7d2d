"""Whose words they are, where some questions and answers have lost their label."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.document import Block, BlockKind, Role
from ingest.structure.parts import Parts
from tests.ingest.structure.made import parsed

HEAD = "Antwoord op vragen van het lid Kaai (XYZ) over de boot (ingezonden 3 mei 2020)\n\n"
QUESTIONS = (
    "Vaart de boot nog?",
    "Kunt u zeggen hoeveel boten er varen?\n\nZo nee, waarom niet?",
    "De steiger is dicht. Deelt u de mening dat dit te lang duurt?",
    "Wilt u per haven aangeven:\n\n- hoeveel boten er liggen;\n\n- wat dat kost?",
    "Bent u bereid te helpen?\n\nGraag een toelichting per eiland.",
)
REPLIES = (
    "Ja.",
    "Nee, dat is niet zo.",
    "Ik vind van niet.\n\nDe reder betaalt de steiger.",
    "De boot vaart vier keer per dag.\n\nIk informeer uw Kamer in mei.",
    "Zie het antwoord op vraag 1.",
)
NEUTRAL = (
    "De gemeente betaalt de steiger.",
    "Er varen negen boten.\n\n- twee naar het noorden;\n\n- zeven naar het zuiden.",
)


def roles(parts: Parts) -> dict[str, Role]:
    return {parts.text[block.start : block.end]: block.speaker.role for block in parts.blocks}


def block_of(parts: Parts, words: str) -> Block:
    return next(block for block in parts.blocks if parts.text[block.start : block.end] == words)


@st.composite
def papers(draw: st.DrawFn) -> tuple[str, list[str], list[str]]:
    """A letter whose first pair has both labels and of whose others some are lost; its questions and its answers."""
    questions = draw(st.permutations(QUESTIONS))
    answers = draw(st.lists(st.sampled_from(REPLIES + NEUTRAL), min_size=5, max_size=5))
    lines = [HEAD]
    for number, (question, answer) in enumerate(zip(questions, answers, strict=True), start=1):
        asked = number == 1 or draw(st.booleans())
        lines += [f"Vraag {number}\n"] * asked + [question + "\n"]
        lines += [f"Antwoord {number}\n"] * (number == 1 or not asked or draw(st.booleans())) + [answer + "\n"]
    return "\n".join(lines), [*questions], answers


@given(papers())
def test_no_words_are_given_to_the_wrong_side(paper: tuple[str, list[str], list[str]]) -> None:
    """Whatever labels are lost: either who speaks is right, or it is said that it is not certain."""
    text, questions, answers = paper
    said = roles(parsed(text))
    for words in "\n\n".join(questions).split("\n\n"):
        assert said[words] is not Role.BEWINDSPERSOON
    for words in "\n\n".join(answers).split("\n\n"):
        assert said[words] is not Role.KAMERLID


@given(st.sampled_from(REPLIES), st.sampled_from(QUESTIONS))
def test_an_answer_in_the_first_person_needs_no_label(reply: str, question: str) -> None:
    parts = parsed(f"{HEAD}Vraag 1\n{question}\n\n{reply}\n\nVraag 2\nNu?\n\nAntwoord 2\nNee.\n")
    answer = block_of(parts, reply.split("\n\n")[0])
    assert (answer.kind, answer.place, answer.speaker.role) == (BlockKind.ANSWER, "antwoord 1", Role.BEWINDSPERSOON)


def test_the_number_of_an_answer_is_not_shifted_by_one_without_a_label() -> None:
    parts = parsed(
        f"{HEAD}Vraag 1\nVaart zij?\n\nAntwoord\nJa.\n\nVraag 2\nHoe vaak?\n\nIk weet dat niet.\n\n"
        "Vraag 3\nNu?\n\nAntwoord\nNee.\n"
    )
    assert [(block_of(parts, words).place) for words in ("Ja.", "Ik weet dat niet.", "Nee.")] == [
        "antwoord 1",
        "antwoord 2",
        "antwoord 3",
    ]


def test_an_answer_to_21a_is_none_to_2() -> None:
    parts = parsed(
        f"{HEAD}Vraag 1\nVaart zij?\n\nAntwoord 1\nJa.\n\nVraag 2\nHoe vaak?\n\nIk weet dat niet.\n\n"
        "Vraag 21a\nNu?\n\nAntwoord 21a\nNee.\n"
    )
    answer = block_of(parts, "Ik weet dat niet.")
    assert (answer.kind, answer.place, answer.speaker.role) == (BlockKind.ANSWER, "antwoord 2", Role.BEWINDSPERSOON)


def test_a_question_without_a_label_is_no_answer() -> None:
    parts = parsed(f"{HEAD}Vraag 1\nVaart zij?\n\nAntwoord 1\nJa.\n\nHoe vaak vaart zij?\n\nAntwoord 2\nElke dag.\n")
    question = block_of(parts, "Hoe vaak vaart zij?")
    assert (question.kind, question.place, question.speaker.role) == (BlockKind.QUESTION, "vraag 2", Role.KAMERLID)
    assert block_of(parts, "Elke dag.").context == (question.start, question.end)


def test_a_pair_without_any_label_is_known_by_the_number_that_is_skipped() -> None:
    parts = parsed(
        f"{HEAD}Vraag 1\nVaart zij?\n\nAntwoord 1\nJa.\n\nKunt u zeggen hoe vaak?\n\nIk vaar niet mee.\n\n"
        "Vraag 3\nNu?\n\nAntwoord 3\nNee.\n"
    )
    assert block_of(parts, "Kunt u zeggen hoe vaak?").place == "vraag 2"
    assert block_of(parts, "Ik vaar niet mee.").place == "antwoord 2"


def test_what_may_be_question_or_answer_is_said_to_be_nobodys() -> None:
    parts = parsed(f"{HEAD}Vraag 1\nVaart zij?\n\nDe steiger is dicht.\n\nVraag 2\nNu?\n\nAntwoord\nNee.\n")
    unsure = block_of(parts, "De steiger is dicht.")
    assert (unsure.place, unsure.speaker.role) == ("vraag 1 of het antwoord daarop", Role.ONBEKEND)
    assert parts.text[slice(*(unsure.context or (0, 0)))] == "Vaart zij?"


@pytest.mark.parametrize("end", ["Hoogachtend,\n\nA.B. Voorbeeld", "Toelichting:\n\nDeze vragen vullen andere aan."])
def test_the_end_of_a_paper_is_no_answer(end: str) -> None:
    parts = parsed(f"{HEAD}Vraag 1\nVaart zij?\n\nAntwoord 1\nJa.\n\nVraag 2\nNu?\n\n{end}\n")
    assert {block.place for block in parts.blocks if block.kind is BlockKind.ANSWER} == {"antwoord 1"}
