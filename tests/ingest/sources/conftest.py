"""The sources on the loopback, and a folder to fetch into."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from eval.loopback import Sources, filled, serving
from ingest.sources import addresses
from ingest.sources.fetch import Outcome, fetch_from
from ingest.sources.listed import Order, Wanted
from ingest.sources.opening import open_sources
from ingest.sources.store import Store

Fetch = Callable[..., dict[str, Outcome]]


@pytest.fixture
def sources() -> Iterator[Sources]:
    with serving(filled()) as served:
        yield served


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "stukken")


@pytest.fixture
def fetch(sources: Sources, store: Store, tmp_path: Path) -> Fetch:
    """Fetch from all sources, or one; gives what came of it by folder."""

    def run(
        *, only: str = "", update: bool = False, query: str = "veerboot", dossiers: tuple[str, ...] = ("99497",),
        kinds: tuple[Wanted, ...] = (), **manners: float,
    ) -> dict[str, Outcome]:  # fmt: skip
        known = addresses.load(sources.toml(tmp_path / "sources.toml", **manners))
        order = Order(dossiers=dossiers, since=date(2024, 1, 1), query=query, kinds=kinds)
        came = {}
        with store.only_writer(), open_sources(known) as opened:
            for one in opened:
                if only in ("", one.source.folder):
                    came[one.source.folder] = fetch_from(
                        one, order, store, today=date(2024, 3, 20), update=update,
                        failures_in_a_row=known.manners.failures_in_a_row,
                    )  # fmt: skip
        return came

    return run
