from pathlib import Path

from eval.build_kills import kill_often


def test_a_build_that_is_killed_is_taken_up_where_it_was(tmp_path: Path) -> None:
    """Processes are really killed; ``python -m eval.build_kills`` does it 200 times over more papers."""
    *_, tally = kill_often(tmp_path, kills=3, papers=6)
    assert tally.kills >= 3
    assert tally.finished >= 1
    assert (tally.again, tally.wrong, tally.other, tally.left) == (0, 0, 0, 0)
