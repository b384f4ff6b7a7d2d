"""What the invented papers are about, read from ``subjects.toml``."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something that happened to a number of people or things in a year."""

    who: str  # plural: "gezinnen"
    verb: str  # "kregen"
    what: str  # "een vaste begeleider"
    lay: str  # a question in other words, with "{year}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """Something that a paper says, and the words by which it is known."""

    name: str  # "" where the words have no name of their own
    text: str
    key: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """One field of government, with what can be said of it."""

    ministry: str
    office: str  # "Minister" or "Staatssecretaris"
    title: str  # of the dossier
    about: str
    goal: str  # "... te ..."
    events: tuple[Event, ...]
    measures: tuple[Told, ...]
    refused: tuple[Told, ...]
    terms: tuple[Told, ...]
    laws: tuple[str, ...]
    requests: tuple[Told, ...]
    fillers: tuple[str, ...]


@lru_cache(maxsize=1)
def subjects() -> tuple[Subject, ...]:
    """All subjects, in the order of the file."""
    tables = tomllib.loads(files("eval.worlds").joinpath("subjects.toml").read_text(encoding="utf-8"))
    return tuple(map(_subject, tables["subject"]))


def _subject(table: dict[str, Any]) -> Subject:
    def told(name: str) -> tuple[Told, ...]:
        return tuple(map(_told, table[name]))

    return Subject(
        ministry=table["ministry"],
        office=table["office"],
        title=table["title"],
        about=table["about"],
        goal=table["goal"],
        events=tuple(Event(who=who, verb=verb, what=what, lay=lay) for who, verb, what, lay in table["events"]),
        measures=told("measures"),
        refused=told("refused"),
        terms=told("terms"),
        laws=tuple(table["laws"]),
        requests=told("requests"),
        fillers=tuple(table["fillers"]),
    )


def _told(parts: list[str]) -> Told:
    *name, text, key = parts
    return Told(name="".join(name), text=text, key=key)
