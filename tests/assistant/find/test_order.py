"""The second look: what speaks for a passage moves it up, by hand-worked numbers."""

from hypothesis import given
from hypothesis import strategies as st

from assistant.find.order import DEPTH, WEIGHTS, Look, better_order

NOTHING = Look(cosine=0, words=0, sentence=0, held=0, around=0, above=0, typed=0, voice=0, match=0)


def test_what_speaks_for_a_passage_moves_it_up() -> None:
    for name in Look._fields:
        better = NOTHING._replace(**{name: 1.0})
        assert better_order([NOTHING, better]).tolist() == [1, 0], name
        assert getattr(WEIGHTS, name) > 0


def test_much_of_one_thing_weighs_against_less_of_another() -> None:
    value = NOTHING._replace(typed=1.0)
    meaning = NOTHING._replace(cosine=WEIGHTS.typed / WEIGHTS.cosine + 0.01)
    assert better_order([value, meaning]).tolist() == [1, 0]


def test_passages_that_nothing_tells_apart_stay_as_they_were() -> None:
    assert better_order([NOTHING] * 3).tolist() == [0, 1, 2]
    assert better_order([]).tolist() == []


@given(st.integers(min_value=0, max_value=2 * DEPTH))
def test_every_passage_stays_and_the_far_ones_stay_where_they_are(number: int) -> None:
    looks = [NOTHING._replace(typed=row / 100) for row in range(number)]
    order = better_order(looks).tolist()
    assert order == [*reversed(range(min(number, DEPTH))), *range(DEPTH, number)]
