from assistant.briefing.uitspraken import Soort
from eval.uitspraken import Score, score
from tests.assistant.briefing.debate import LETTER

HASH = LETTER.source.sha256
PROMISE = LETTER.text.index("Dit najaar")


def test_what_is_marked_and_found_counts_once() -> None:
    assert score([LETTER], {HASH: {"toezegging": [PROMISE]}}, Soort.TOEZEGGING) == Score(marked=1, found=1, both=1)


def test_a_miss_lowers_recall_and_a_find_of_nothing_lowers_precision() -> None:
    missed = score([LETTER], {HASH: {"toezegging": [PROMISE, 0]}}, Soort.TOEZEGGING)
    assert (missed.recall, missed.precision) == (0.5, 1.0)
    wrong = score([LETTER], {HASH: {"toezegging": []}}, Soort.TOEZEGGING)
    assert (wrong.recall, wrong.precision) == (1.0, 0.0)


def test_papers_that_nobody_marked_are_left_out() -> None:
    assert score([LETTER], {}, Soort.TOEZEGGING) == Score(marked=0, found=0, both=0)
