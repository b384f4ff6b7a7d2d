"""Carrying out an order: list, compare with what is kept, fetch what is new or changed, and say what failed.

A list is whole before anything is fetched of it. Each paper is fetched whole, checked and kept by one rename. How far
the changes of a source were followed is remembered only when nothing of it failed; so what was missed, for whatever
reason, is listed again the next time, and what is kept already is not fetched again.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from ingest.sources import facts, orders
from ingest.sources.errors import NotThere, SourceBusy, SourceChanged, SourceFault, TooManyFailures
from ingest.sources.files import fetch_form
from ingest.sources.listed import Listed, Order, Source
from ingest.sources.opening import Open
from ingest.sources.orders import Asked, Mark
from ingest.sources.store import Fetched, Record, Store
from ingest.sources.web import Web

OVERLAP = timedelta(days=2)  # asked again, because a source may tell of a change a little late, or in another time zone
SAMPLE = 3  # papers of which the size is asked
Progress = Callable[[int, int], None]  # how many papers are done, of how many


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What an order comes down to for one source."""

    source: Source
    new: tuple[Listed, ...]
    changed: tuple[Listed, ...]
    same: int
    withdrawn: tuple[Record, ...]
    mark: str  # where the change feed of the source stood
    kept: Mapping[tuple[str, str], Record]

    @property
    def to_fetch(self) -> tuple[Listed, ...]:
        """Everything that is not kept as the source has it now."""
        return (*self.new, *self.changed)


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """A paper that was not taken in, or a whole source ("" as identifier), and why."""

    identifier: str
    fault: SourceFault


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What came of an order at one source."""

    source: str
    new: int = 0
    changed: int = 0
    same: int = 0
    withdrawn: int = 0
    facts: int = 0
    without: tuple[str, ...] = ()  # names of files that the source does not have beside the others
    failures: tuple[Failure, ...] = ()


def plan(source: Source, asked: Asked, store: Store, *, update: bool) -> Plan:
    """List what an order is at a source, and compare it with what is kept.

    Args:
        source: Where to look.
        asked: The order, and up to where its changes were followed.
        store: What is kept.
        update: Whether to list only what changed since; what was taken away since is told in any case.

    Raises:
        SourceFault: There is no whole list.
    """
    mark = asked.marks.get(source.folder)
    since = mark.day - OVERLAP if mark and update else None
    try:
        listing = source.listing(asked.order, since, mark.feed if mark else "")
    except NotThere as fault:  # lists have addresses that are known here: it is the source that is elsewhere
        raise SourceChanged(source.name, fault.problem) from fault
    listed = {(paper.source, paper.key) for paper in listing.papers}
    kept = store.records()
    as_xml = {record.identifier for record in kept.values() if _has_xml(record)}
    new, changed, same = [], [], 0
    for paper in listing.papers:
        record = kept.get((paper.source, paper.key))
        if record is None and paper.identifier in as_xml:
            same += 1  # another source gave this very paper already, in its most official form
        elif record is None:
            new.append(paper)
        elif record.version == paper.version or (paper.provisional and not record.provisional):
            same += 1
        else:
            changed.append(paper)
    withdrawn = tuple(
        record
        for place, record in kept.items()
        if record.source == source.folder and record.source_id in listing.withdrawn and place not in listed
    )
    return Plan(
        source=source,
        new=tuple(new),
        changed=tuple(changed),
        same=same,
        withdrawn=withdrawn,
        mark=listing.mark,
        kept=kept,
    )


def carry_out(
    planned: Plan, web: Web, store: Store, failures_in_a_row: int, progress: Progress | None = None
) -> Outcome:
    """Fetch what a plan says, one paper after the other; a paper that fails leaves the others alone."""
    failures: list[Failure] = []
    without: list[str] = []
    taken = {True: 0, False: 0}  # whether the paper is new
    in_a_row = 0
    papers = planned.to_fetch
    for done, paper in enumerate(papers):
        if progress:
            progress(done, len(papers))
        try:
            without += _fetch(planned.source, web, store, paper, planned.kept.get((paper.source, paper.key)))
        except SourceFault as fault:
            failures.append(Failure(identifier=paper.identifier, fault=fault))
            in_a_row += 1
            if isinstance(fault, SourceBusy):
                break
            if in_a_row >= failures_in_a_row and done + 1 < len(papers):
                stopped = TooManyFailures(planned.source.name, f"{in_a_row} papers in a row failed")
                failures.append(Failure(identifier="", fault=stopped))
                break
        else:
            in_a_row = 0
            taken[done < len(planned.new)] += 1
    for record in planned.withdrawn:
        store.withdraw(record.source, record.key)
    if progress:
        progress(len(papers), len(papers))
    return Outcome(
        source=planned.source.name,
        new=taken[True],
        changed=taken[False],
        same=planned.same,
        withdrawn=len(planned.withdrawn),
        without=tuple(without),
        failures=tuple(failures),
    )


def fetch_from(
    opened: Open,
    order: Order,
    store: Store,
    *,
    today: date,
    failures_in_a_row: int,
    update: bool = False,
    progress: Progress | None = None,
) -> Outcome:
    """Carry out an order at one source, and tell what came of it; the folder remembers how far that was.

    Raises:
        DamagedOrder: What the folder remembers of this order cannot be read.
    """
    source = opened.source
    asked = orders.recall(store.folder, order)
    orders.keep(store.folder, asked)  # so that an update knows of it, should this run be killed
    try:
        planned = plan(source, asked, store, update=update)
    except SourceFault as fault:
        return Outcome(source=source.name, failures=(Failure(identifier="", fault=fault),))
    outcome = carry_out(planned, opened.web, store, failures_in_a_row, progress)
    if not outcome.failures:
        mark = Mark(day=today, feed=planned.mark)
        orders.keep(store.folder, replace(asked, marks={**asked.marks, source.folder: mark}))
    if any(isinstance(failure.fault, SourceBusy | TooManyFailures) for failure in outcome.failures):
        return outcome  # the source is left alone
    try:
        stated = source.facts(order)
    except SourceFault as fault:
        return replace(outcome, failures=(*outcome.failures, Failure(identifier="", fault=fault)))
    for name, kept in stated.items():
        facts.keep(store.folder, name, kept)
    return replace(outcome, facts=sum(map(len, stated.values())))


def estimated_size(planned: Plan, web: Web) -> int | None:
    """How many bytes a plan will bring, about; None if the source tells of no paper.

    Where a list does not tell sizes, some papers spread over it are asked for theirs.
    """
    papers = planned.to_fetch
    known = [paper.size for paper in papers if paper.size is not None]
    unknown = [paper for paper in papers if paper.size is None]
    for paper in unknown[:: max(1, len(unknown) // SAMPLE)][:SAMPLE]:
        try:
            whole = planned.source.complete(paper)
        except SourceFault:
            continue
        sizes = [form.size if form.size is not None else web.size(form.address) for form in whole.forms]
        if None not in sizes:
            known.append(sum(size or 0 for size in sizes))
    return round(sum(known) / len(known) * len(papers)) if known else None


def _fetch(source: Source, web: Web, store: Store, paper: Listed, record: Record | None) -> list[str]:
    """Fetch all forms of a paper and keep them; gives the names of those that the source turned out not to have."""
    whole = source.complete(paper)
    fetched: list[Fetched] = []
    lacking: list[str] = []
    for form in whole.forms:
        try:
            reply = fetch_form(web, form)
        except NotThere:
            if not form.may_lack:
                raise
            lacking.append(form.name)
            continue
        fetched.append(Fetched(form=form, content=reply.content, retrieved_at=reply.retrieved_at))
    if record is not None and _same_bytes(fetched, record):
        store.note_version(whole, record)
    else:
        store.take(whole, fetched)
    return lacking


def _same_bytes(fetched: Sequence[Fetched], record: Record) -> bool:
    new = {one.form.name: hashlib.sha256(one.content).hexdigest() for one in fetched}
    return new == {file.name: file.sha256 for file in record.files}


def _has_xml(record: Record) -> bool:
    return any(file.name.endswith(".xml") for file in record.files)
