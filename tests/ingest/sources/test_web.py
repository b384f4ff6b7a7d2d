"""Manners towards a source: how long to wait, and where not to go."""

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from eval.loopback import Sources
from ingest.sources import addresses
from ingest.sources.errors import UnusableAddresses
from ingest.sources.web import Exchange, Web, retry_after


def test_a_rest_is_asked_for_in_seconds_or_by_a_day() -> None:
    assert retry_after("120") == 120
    soon = format_datetime(datetime.now(UTC) + timedelta(minutes=10), usegmt=True)
    assert 590 < (retry_after(soon) or 0) <= 600
    assert retry_after("Wed, 21 Oct 2015 07:28:00 GMT") == 0
    assert retry_after("") is None
    assert retry_after("straks") is None


@given(header=st.text() | st.from_regex(r"[A-Z][a-z]{2}, \d+ Oct \d+ \d\d:\d\d:\d\d [+-]\d+"))
@example(header="²")
@example(header="9" * 400)
@example(header=f"Wed, 21 Oct {'9' * 30} 07:28:00 GMT")
def test_whatever_a_source_sends_is_a_rest_or_none(header: str) -> None:
    wait = retry_after(header)
    assert wait is None or 0 <= wait < float("inf")


def test_a_recorder_is_given_every_exchange(sources: Sources, tmp_path: Path) -> None:
    seen: list[Exchange] = []
    known = addresses.load(sources.toml(tmp_path / "s.toml"))
    with Web("x", [sources.address], 0.0, known.manners, seen.append) as web:
        reply = web.get(f"{sources.address}/odata/$metadata")
    assert [(one.status, one.content) for one in seen] == [(200, reply.content)]


def test_the_addresses_are_those_of_the_file_with_what_differs(tmp_path: Path) -> None:
    own = tmp_path / "s.toml"
    own.write_text('[koop]\npage = 50\n[manners]\ncontact = "wij@voorbeeld.nl"\n')
    known = addresses.load(own)
    assert (known.koop.page, known.koop.search) == (50, addresses.load().koop.search)
    assert known.manners.contact == "wij@voorbeeld.nl"


@pytest.mark.parametrize("written", ["[koop]\npages = 5", "[elders]\na = 1", "koop = 3", "[", "[koop]\npage = 0"])
def test_addresses_that_cannot_be_used_are_refused(tmp_path: Path, written: str) -> None:
    own = tmp_path / "s.toml"
    own.write_text(written)
    with pytest.raises(UnusableAddresses):
        addresses.load(own)
