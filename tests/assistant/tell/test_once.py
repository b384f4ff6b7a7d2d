"""Quotes that are told once."""

from dataclasses import replace
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from assistant.prove.quotes import quote, told
from assistant.prove.verify import Statement, holds
from assistant.tell.once import told_once
from tests.assistant.made import paper

TEXT = "De boot vaart om negen uur. Maar in de winter pas om tien uur. De kade is dan nat en glad."
BOAT = paper(TEXT)
PAPERS = {BOAT.identifier: BOAT}
FIRST, SECOND, THIRD = (0, 27), (28, 62), (63, len(TEXT))


def said(*spans: tuple[int, int], beside: bool = False) -> Statement:
    """These stretches as one statement."""
    return replace(told([quote(BOAT, *span, BOAT.blocks[0]) for span in spans]), beside=beside)


def quoted(statements: list[Statement]) -> list[list[str]]:
    return [[one.text for one in statement.citations] for statement in statements]


def test_of_a_row_of_quotes_only_what_was_not_told_before_is_left() -> None:
    once = told_once([said(FIRST), said(FIRST, THIRD)], PAPERS)
    assert quoted(once) == [[TEXT[slice(*FIRST)]], [TEXT[slice(*THIRD)]]]
    assert once[1].text == f"Minister Voorbeeld schrijft: “{TEXT[slice(*THIRD)]}”"
    assert told_once([said(FIRST, THIRD), said(THIRD), said(FIRST)], PAPERS) == [said(FIRST, THIRD)]


def test_a_wider_quote_takes_the_place_of_the_one_in_it_and_what_can_wait_only_adds_to_it() -> None:
    wide = (0, SECOND[1])
    assert told_once([said(FIRST), said(wide)], PAPERS) == [said(wide)]
    waiting = told_once([said(FIRST), said(wide, beside=True)], PAPERS)
    assert quoted(waiting) == [[TEXT[slice(*FIRST)]], [TEXT[slice(*SECOND)]]]
    assert waiting[1].beside


def test_what_a_paper_says_again_is_told_once_but_a_single_word_is_no_repetition() -> None:
    again = paper("De boot vaart om negen uur.", "De boot vaart om negen uur.", "Ja.", "Ja.")
    papers = {again.identifier: again}
    each = [told([quote(again, block.start, block.end, block)]) for block in again.blocks]
    assert told_once(each, papers) == [each[0], each[2], each[3]]


def test_words_of_ours_stay_as_they_are() -> None:
    core = Statement(text="Om negen uur.", citations=said(FIRST).citations)
    assert told_once([core, said(FIRST)], PAPERS) == [core, said(FIRST)]


SPANS = (
    st.tuples(st.integers(0, len(TEXT)), st.integers(0, len(TEXT)))
    .map(sorted)
    .filter(lambda span: TEXT[slice(*span)].strip())
)


@given(st.lists(st.tuples(st.lists(SPANS, min_size=1, max_size=3), st.booleans()), max_size=5))
def test_no_two_quotes_share_a_word_and_every_quote_stays_literal(rows: list[tuple[list[list[int]], bool]]) -> None:
    statements = [said(*((start, end) for start, end in spans), beside=beside) for spans, beside in rows]
    once = told_once(statements, PAPERS)
    cited = sorted((one.start, one.end) for statement in once for one in statement.citations)
    assert all(left[1] <= right[0] for left, right in pairwise(cited))
    assert all(holds(statement, PAPERS) for statement in once)
    assert all(f"“{one.shown}”" in statement.text for statement in once for one in statement.citations)
