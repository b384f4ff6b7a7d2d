"""What was asked to be fetched, so that it can be updated, and how far the changes of each source were followed."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from ingest.durable import write_whole
from ingest.sources.errors import DamagedOrder
from ingest.sources.listed import Order, Wanted
from ingest.sources.store import OWN


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """Up to where the changes of one source were followed."""

    day: date  # everything that changed before it is in
    feed: str = ""  # where the change feed of the source stood


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """An order, and for each source by which it was carried out in full, up to where."""

    order: Order
    marks: dict[str, Mark] = field(default_factory=dict)


def keep(folder: Path, asked: Asked) -> None:
    """Remember an order with its marks, in the place of what was remembered of it."""
    order = _order_record(asked.order)
    marks = {source: {"day": mark.day.isoformat(), "feed": mark.feed} for source, mark in asked.marks.items()}
    content = json.dumps({"order": order, "marks": marks}, ensure_ascii=False, indent=1).encode()
    write_whole(_path(folder, asked.order), content)


def recall(folder: Path, order: Order) -> Asked:
    """An order with its marks; without any if it was not asked before.

    Raises:
        DamagedOrder: What was remembered cannot be read.
    """
    path = _path(folder, order)
    return _read(path) if path.exists() else Asked(order=order)


def all_of(folder: Path) -> list[Asked]:
    """Every order that was asked for a folder.

    Raises:
        DamagedOrder: One of them cannot be read.
    """
    return [_read(path) for path in sorted((folder / OWN / "orders").glob("*.json"))]


def _path(folder: Path, order: Order) -> Path:
    name = hashlib.sha256(json.dumps(_order_record(order), sort_keys=True).encode()).hexdigest()[:16]
    return folder / OWN / "orders" / f"{name}.json"


def _order_record(order: Order) -> dict[str, Any]:
    return {
        "dossiers": sorted(order.dossiers),
        "since": order.since.isoformat(),
        "kinds": sorted(order.kinds),
        "query": order.query,
    }


def _read(path: Path) -> Asked:
    try:
        given = json.loads(path.read_bytes())
        order = given["order"]
        return Asked(
            order=Order(
                dossiers=tuple(order["dossiers"]),
                since=date.fromisoformat(order["since"]),
                kinds=tuple(Wanted(kind) for kind in order["kinds"]),
                query=order["query"],
            ),
            marks={
                source: Mark(day=date.fromisoformat(mark["day"]), feed=mark["feed"])
                for source, mark in given["marks"].items()
            },
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise DamagedOrder(path) from error
