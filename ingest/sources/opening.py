"""Opening the three sources over one set of addresses."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass

from ingest.sources.addresses import Addresses
from ingest.sources.koop import KoopSource
from ingest.sources.listed import Source
from ingest.sources.open_overheid import OpenOverheidSource
from ingest.sources.tweede_kamer import TweedeKamerSource
from ingest.sources.web import Exchange, Web


@dataclass(frozen=True, slots=True, kw_only=True)
class Open:
    """A source and the connection over which it is spoken to."""

    source: Source
    web: Web


@contextmanager
def open_sources(
    addresses: Addresses, recorder: Callable[[Exchange], None] | None = None
) -> Iterator[tuple[Open, ...]]:
    """All sources, KOOP first: it has the most official form of what several of them have.

    No connection is made before something is asked.
    """
    koop, kamer, woo = addresses.koop, addresses.tweede_kamer, addresses.open_overheid

    with ExitStack() as stack:

        def web(name: str, pause: float, *homes: str) -> Web:
            return stack.enter_context(Web(name, homes, pause, addresses.manners, recorder))

        at_koop = web(koop.name, koop.pause, koop.search, koop.files)
        at_kamer = web(kamer.name, kamer.pause, kamer.odata, kamer.feed)
        at_woo = web(woo.name, woo.pause, woo.base)
        yield (
            Open(source=KoopSource(at_koop, koop), web=at_koop),
            Open(source=TweedeKamerSource(at_kamer, kamer), web=at_kamer),
            Open(source=OpenOverheidSource(at_woo, woo), web=at_woo),
        )
