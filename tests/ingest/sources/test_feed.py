"""Where the change feed of the Tweede Kamer ends, whatever its numbers are."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from eval.loopback import Sources
from ingest.sources import addresses, feed
from ingest.sources.web import Web

TOKENS = st.sets(st.integers(1, 40_000_000), max_size=20)


@settings(max_examples=3, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(tokens=TOKENS)
def test_the_end_of_the_feed_is_its_last_number(sources: Sources, tmp_path: Path, tokens: set[int]) -> None:
    sources.feed_page = 5
    sources.changes = [(token, "d-1", False) for token in sorted(tokens)]
    known = addresses.load(sources.toml(tmp_path / "s.toml"))
    with Web("x", [sources.address], 0.0, known.manners) as web:
        end = feed.end_of_feed(web, known.tweede_kamer.feed)
        assert end == max(tokens, default=0)
        assert feed.taken_away(web, known.tweede_kamer.feed, end) == ([], str(end))


@pytest.mark.parametrize("known_to", [0, 150, 10_000])
def test_what_was_taken_away_since_is_told_once(sources: Sources, tmp_path: Path, known_to: int) -> None:
    sources.feed_page = 5
    sources.changes = [(100 * at, f"d-{at}", at % 2 == 0) for at in range(1, 14)]
    known = addresses.load(sources.toml(tmp_path / "s.toml"))
    with Web("x", [sources.address], 0.0, known.manners) as web:
        removed, mark = feed.taken_away(web, known.tweede_kamer.feed, known_to)
    assert removed == [f"d-{at}" for at in range(2, 14, 2) if 100 * at > known_to]
    assert int(mark) == max(1300, known_to)
