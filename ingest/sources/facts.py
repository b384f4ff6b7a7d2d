"""What a source states as a fact, such as the vote on a motie, with the source and the day; never words of a paper.

Facts lie beside the fetched papers in files of their own, so that nothing can mix them up with what a paper says.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path

from ingest.durable import write_whole

FOLDER = ".passend/facts"


class FactKind(StrEnum):
    """What a fact is about."""

    STEMMING = "stemming"
    TOEZEGGING = "toezegging"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One thing that a source states of one motie or toezegging."""

    kind: FactKind
    about: str  # identifier of the paper ("kst-31497-450"), else the number that the source gives it
    subject: str  # the subject of the motie, the words of the toezegging
    state: str  # in the words of the source: "Aangenomen.", "Openstaand"
    source: str  # for people: "de Tweede Kamer"
    address: str  # where the source states it
    day: date | None  # on which the source last changed it; None if it does not say
    retrieved_at: datetime  # UTC
    supporters: tuple[str, ...] = ()  # fracties that voted for
    opponents: tuple[str, ...] = ()  # fracties that voted against
    by: str = ""  # who promised: "Minister van Onderwijs, Cultuur en Wetenschap"
    due: date | None = None  # when the promise is to be kept


def keep(folder: Path, name: str, facts: Iterable[Fact]) -> None:
    """Put facts in the place of those that were kept under a name; killed at any moment, the old or the new stand."""
    records = [asdict(fact) for fact in facts]
    content = json.dumps(records, default=str, ensure_ascii=False, indent=1).encode("utf-8", "replace")
    write_whole(folder / FOLDER / f"{name}.json", content)


def read(folder: Path) -> tuple[Fact, ...]:
    """All facts beside the papers of a folder, newest first; a file that cannot be read is passed over."""
    found: dict[tuple[FactKind, str, str], Fact] = {}
    for path in sorted((folder / FOLDER).glob("*.json")):
        if not path.is_file():
            continue
        try:
            records = json.loads(path.read_bytes())
            facts = [_fact(record) for record in records]
        except (ValueError, KeyError, TypeError, AttributeError):  # fetched anew at the next update
            continue
        for fact in facts:
            known = found.get((fact.kind, fact.about, fact.subject))
            if known is None or fact.retrieved_at > known.retrieved_at:
                found[fact.kind, fact.about, fact.subject] = fact
    return tuple(sorted(found.values(), key=lambda fact: (fact.day or date.min, fact.about), reverse=True))


def _fact(record: dict[str, str]) -> Fact:
    return Fact(
        **{
            **record,
            "kind": FactKind(record["kind"]),
            "day": date.fromisoformat(record["day"]) if record["day"] else None,
            "due": date.fromisoformat(record["due"]) if record["due"] else None,
            "retrieved_at": datetime.fromisoformat(record["retrieved_at"]),
            "supporters": tuple(record["supporters"]),
            "opponents": tuple(record["opponents"]),
        }  # type: ignore[arg-type]
    )
