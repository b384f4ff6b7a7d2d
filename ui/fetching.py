"""What ``passend fetch`` does and says."""

from __future__ import annotations

import argparse
import shlex
import sys
from datetime import date
from pathlib import Path

from ingest.sources import addresses, facts, orders
from ingest.sources.check import Recorder, check_sources
from ingest.sources.errors import NothingFetchedBefore, SourceFault
from ingest.sources.fetch import Failure, Outcome, Plan, estimated_size, fetch_from, plan
from ingest.sources.listed import Order, Wanted
from ingest.sources.opening import Open, open_sources
from ingest.sources.store import Store
from ui import messages, stated, wording
from ui.commands import DONE, FAILED, bar
from ui.errors import NothingAskedFor, OrderWithoutDay, UpdateOfSome
from ui.settings import Settings, in_full

ONLY_BY_WORDS = (Wanted.VRAGEN, Wanted.BESLISNOTA, Wanted.WOO)


def run(settings: Settings, given: argparse.Namespace) -> int:
    """Fetch, update, check or show facts; gives the exit code."""
    folder = given.to or settings.data / stated.FOLDER
    known = addresses.load(in_full("sources", settings.sources) if settings.sources else None)
    if given.facts:
        return _show_facts(folder)
    recorder = Recorder(given.record) if given.record else None
    ended = _check(known, recorder) if given.check else _fetch(folder, known, given, recorder)
    if given.record:
        print(f"Wat de bronnen zeiden, staat in {given.record}. Stuur dat bestand mee als u meldt wat er anders is.")
    return ended


def _fetch(folder: Path, known: addresses.Addresses, given: argparse.Namespace, recorder: Recorder | None) -> int:
    """Carry out the orders one after the other, each at every source, or tell what they come down to."""
    store = Store(folder)
    wanted = _wanted(folder, given)
    with store.only_writer(), open_sources(known, recorder) as opened:
        if given.dry_run:
            outcomes = [_foreseen(one, order, store, update=given.update) for order in wanted for one in opened]
        else:
            row = known.manners.failures_in_a_row
            outcomes = [_fetched(one, order, store, row, update=given.update) for order in wanted for one in opened]
    if any(not order.query and order.wants(*ONLY_BY_WORDS) for order in wanted):
        print("Kamervragen en Woo-stukken horen bij geen dossier; die haalt u op met --query WOORDEN.")
    if not given.dry_run:
        command = shlex.join(["passend", "index", str(folder)])
        print(f"De stukken staan in {folder}. Werk de zoekindex bij met: {command}")
    return DONE if all(outcomes) else FAILED


def _wanted(folder: Path, given: argparse.Namespace) -> list[Order]:
    """The orders to carry out.

    Raises:
        NothingAskedFor, OrderWithoutDay: The order is not complete.
        NothingFetchedBefore, UpdateOfSome: There is nothing to update, or more than what is named.
    """
    if given.update and (given.dossier or given.query or given.since or given.kind):
        raise UpdateOfSome("an update is of everything")
    if given.update:
        before = orders.all_of(folder)
        if not before:
            raise NothingFetchedBefore(folder)
        return [asked.order for asked in before]
    words = " ".join(given.query.split())
    if not given.dossier and not words:
        raise NothingAskedFor("no dossier and no words")
    if given.since is None:
        raise OrderWithoutDay("no day")
    kinds = tuple(Wanted(kind) for kind in dict.fromkeys(given.kind))
    dossiers = tuple(dict.fromkeys(given.dossier))
    return [Order(dossiers=dossiers, since=given.since, kinds=kinds, query=words)]


def _fetched(opened: Open, order: Order, store: Store, failures_in_a_row: int, *, update: bool) -> bool:
    """Fetch from one source and tell of it; whether all went well."""
    with bar(opened.source.name, " stuk") as progress:
        outcome = fetch_from(
            opened,
            order,
            store,
            today=date.today(),
            failures_in_a_row=failures_in_a_row,
            update=update,
            progress=progress,
        )
    _tell(outcome)
    return not outcome.failures


def _tell(outcome: Outcome) -> None:
    numbers = {
        "nieuw": outcome.new,
        "gewijzigd": outcome.changed,
        "ongewijzigd": outcome.same,
        "ingetrokken en opzij gezet": outcome.withdrawn,
    }
    told = [f"{number} {what}" for what, number in numbers.items() if number] or ["geen stukken"]
    print(f"{outcome.source}: {', '.join(told)}.")
    if outcome.facts:
        print(f"{outcome.source}: {wording.counted(outcome.facts, 'feit', 'feiten')} (stemmingen en toezeggingen).")
    if outcome.without:
        print(f"Let op: niet bij de bron te vinden: {wording.listed(outcome.without)}.")
    for failure in outcome.failures:
        _tell_failure(failure)


def _tell_failure(failure: Failure) -> None:
    about = f"{failure.identifier}: " if failure.identifier else ""
    print(f"Niet opgehaald: {about}{messages.explain(failure.fault)}", file=sys.stderr)


def _foreseen(opened: Open, order: Order, store: Store, *, update: bool) -> bool:
    """Tell how much a source would give; whether it could be told."""
    asked = orders.recall(store.folder, order)
    try:
        planned = plan(opened.source, asked, store, update=update)
        size = estimated_size(planned, opened.web) if planned.to_fetch else 0
    except SourceFault as fault:
        _tell_failure(Failure(identifier="", fault=fault))
        return False
    print(f"{opened.source.name}: {_numbers(planned)}{_size(planned, size)}.")
    return True


def _numbers(planned: Plan) -> str:
    withdrawn = f", {len(planned.withdrawn)} ingetrokken" if planned.withdrawn else ""
    return f"{len(planned.new)} nieuw, {len(planned.changed)} gewijzigd, {planned.same} ongewijzigd{withdrawn}"


def _size(planned: Plan, size: int | None) -> str:
    if not planned.to_fetch:
        return ""
    if size is None:
        return "; hoe groot dat is, zegt de bron niet"
    return f"; ongeveer {max(size / 1e6, 0.1):.1f} MB".replace(".", ",")


def _check(known: addresses.Addresses, recorder: Recorder | None) -> int:
    """Try the sources."""
    went_well = True
    with open_sources(known, recorder) as opened:
        for one in check_sources(opened):
            print(f"{one.source}, {one.what}: {'goed' if one.fault is None else messages.explain(one.fault)}")
            if one.fault is not None:
                went_well = False
                print(f"  Voor wie dit programma onderhoudt: {one.fault.problem}")
    return DONE if went_well else FAILED


def _show_facts(folder: Path) -> int:
    known = facts.read(folder)
    for fact in known:
        print(stated.told(fact))
    if not known:
        print(f"In {folder} zijn geen stemmingen of toezeggingen. De Tweede Kamer geeft die op per dossier.")
    return DONE
