"""Official sources: fetching papers of parliament and ministries into a folder that ``passend index`` reads as it is.

How an order goes through this room::

    Order ─▶ Source.listing ─▶ plan ─▶ Source.complete ─▶ Web.get ─▶ files.check ─▶ Store.take ─▶ folder
    listed   koop              fetch   tweede_kamer       web        files          store
             tweede_kamer (feed)       open_overheid
             open_overheid

``addresses`` says where the sources are (``sources.toml``, so that a changed name of a field is a line in a file),
``opening`` opens them, ``orders`` remembers what was asked and how far it was followed, ``facts`` keeps what a source
states itself, and ``check`` holds the real sources against what is known of them here. Nothing in this room runs
unless somebody asks for it.
"""

from ingest.sources.addresses import Addresses
from ingest.sources.check import Checked, Recorder, check_sources
from ingest.sources.errors import SourceFault
from ingest.sources.facts import Fact, FactKind
from ingest.sources.fetch import Failure, Outcome, Plan, estimated_size, fetch_from, plan
from ingest.sources.listed import Order, Wanted
from ingest.sources.opening import Open, open_sources
from ingest.sources.orders import Asked
from ingest.sources.store import Record, Store

__all__ = [
    "Addresses",
    "Asked",
    "Checked",
    "Fact",
    "FactKind",
    "Failure",
    "Open",
    "Order",
    "Outcome",
    "Plan",
    "Record",
    "Recorder",
    "SourceFault",
    "Store",
    "Wanted",
    "check_sources",
    "estimated_size",
    "fetch_from",
    "open_sources",
    "plan",
]
