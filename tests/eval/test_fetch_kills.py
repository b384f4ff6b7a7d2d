from pathlib import Path

from eval.fetch_kills import Tally, kill_often


def test_a_fetch_that_is_killed_leaves_nothing_half_and_loses_nothing(tmp_path: Path) -> None:
    """Processes are really killed; ``python -m eval.fetch_kills`` does it 200 times."""
    assert [*kill_often(tmp_path, kills=3, letters=2)] == [Tally(kills=3, finished=1, half=0, lost=0, missing=0)]
