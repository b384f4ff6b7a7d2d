"""The folder in which fetched papers lie, such that ``passend index`` reads it as it is.

::

    koop/kst-31497-447/1/kst-31497-447.xml     one folder a paper, in it one folder a version: the unit of keeping
                         kst-31497-447.pdf
                         corpus.toml           what the source says of it and its text may not: address, title, day
                         .record.json          where, when and with which hash each file was fetched
    .passend/earlier/…                         versions that a newer one took the place of: kept, not indexed
    .passend/facts/…                           what sources state as facts
    .passend/orders/…                          what was asked, and how far the changes of each source were followed
    .passend/staging/…                         a version on its way

A version is written in ``staging``, brought to the disk and moved into its place by one rename of its folder, so that
it is there whole or not at all. A newer version comes before the older one goes: killed in between, both are there,
and the next run puts the older one aside.
"""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from pathlib import Path

from ingest import durable
from ingest.corpus_toml import NAME as CORPUS_TOML
from ingest.sources.errors import FetchingAlready
from ingest.sources.listed import Form, Listed

OWN = ".passend"
RECORD = ".record.json"
# Kinds of the sources that are kinds of ours (``ingest.kinds.Kind``), where the text does not show which it is.
KINDS = {"beslisnota": "Beslisnota", "brief regering": "Kamerbrief"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """The bytes of one form, and when they came."""

    form: Form
    content: bytes
    retrieved_at: datetime  # UTC


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptFile:
    """A file as it lies in the folder."""

    name: str
    address: str
    sha256: str  # lowercase hex
    size: int  # bytes
    retrieved_at: str  # UTC, ISO 8601


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """What is known of a version that is kept; the fields are those of ``Listed``."""

    source: str
    key: str
    identifier: str
    version: str
    title: str
    day: str  # ISO 8601; "" if the source does not say
    kind: str
    address: str
    dossiers: tuple[str, ...]
    sender: str
    annex_of: str
    source_id: str
    provisional: bool
    files: tuple[KeptFile, ...]


class Store:
    """The papers in a folder. Only one process may change them: hold ``only_writer``."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @contextmanager
    def only_writer(self) -> Iterator[None]:
        """Keep every other process from fetching into this folder, and clear what a killed one left.

        Raises:
            FetchingAlready: Another process is fetching into it.
        """
        own = self.folder / OWN
        durable.make(own)
        try:
            lock = durable.locked(own / "lock")
        except BlockingIOError as error:
            raise FetchingAlready(self.folder) from error
        with lock:
            self._tidy()
            yield

    def records(self) -> dict[tuple[str, str], Record]:
        """The newest version of every paper that is kept whole, by source and key."""
        found = {}
        for paper in self._papers():
            for version in reversed(_versions(paper)):
                record = _read(version)
                if record is not None:
                    found[record.source, record.key] = record
                    break
        return found

    def take(self, listed: Listed, fetched: Sequence[Fetched]) -> Record:
        """Keep a version of a paper; whatever version was there is put aside.

        Raises:
            ValueError: A name would lead out of the folder of the paper.
        """
        paper = self._place(listed.source, listed.key)
        record = _record(listed, fetched)
        staged = self.folder / OWN / "staging" / f"{listed.source}-{listed.key}"
        shutil.rmtree(staged, ignore_errors=True)
        staged.mkdir(parents=True)
        for one in fetched:
            durable.write(staged / _plain(one.form.name), one.content)
        durable.write(staged / CORPUS_TOML, _corpus_toml(record).encode())
        durable.write(staged / RECORD, _json(record))
        earlier = _versions(paper)
        number = int(earlier[-1].name) + 1 if earlier else self._aside(listed.source, listed.key) + 1
        durable.move_whole(staged, paper / str(number))
        for version in earlier:
            self._put_aside(version)
        return record

    def note_version(self, listed: Listed, record: Record) -> None:
        """Remember that the source calls a version by another name, where its files are the same to the byte."""
        version = _versions(self._place(record.source, record.key))[-1]
        renewed = replace(_record(listed, ()), files=record.files)
        durable.write_whole(version / CORPUS_TOML, _corpus_toml(renewed).encode())
        durable.write_whole(version / RECORD, _json(renewed))

    def withdraw(self, source: str, key: str) -> None:
        """Put every version of a paper aside, because the source took it away."""
        for version in _versions(self._place(source, key)):
            self._put_aside(version)

    def _tidy(self) -> None:
        shutil.rmtree(self.folder / OWN / "staging", ignore_errors=True)
        for paper in self._papers():
            versions = _versions(paper)
            whole = [version for version in versions if len(versions) > 1 and _read(version) is not None]
            for version in versions:
                if whole and version != whole[-1]:
                    self._put_aside(version)

    def _papers(self) -> Iterator[Path]:
        sources = sorted(path for path in self.folder.glob("*") if path.is_dir() and not path.name.startswith("."))
        for source in sources:
            yield from sorted(path for path in source.iterdir() if path.is_dir() and _versions(path))

    def _put_aside(self, version: Path) -> None:
        target = self.folder / OWN / "earlier" / version.parent.parent.name / version.parent.name / version.name
        while target.exists():  # a version with this number was put aside before
            target = target.with_name(f"{target.name}+")
        durable.move_whole(version, target)

    def _aside(self, source: str, key: str) -> int:
        """The highest number among the versions of a paper that were put aside."""
        aside = self.folder / OWN / "earlier" / source / key
        numbers = (path.name.rstrip("+") for path in aside.glob("*"))
        return max((int(number) for number in numbers if number.isdecimal()), default=0)

    def _place(self, source: str, key: str) -> Path:
        return self.folder / _plain(source) / _plain(key)


def _plain(name: str) -> str:
    """A name that is one step down and no more; what a source sends must never write elsewhere."""
    if not name or name.startswith(".") or {"/", "\\", "\0"} & set(name):
        raise ValueError(f"{name!r} is no name of a file")
    return name


def _versions(paper: Path) -> list[Path]:
    numbered = [path for path in paper.glob("*") if path.name.isdecimal() and path.is_dir()]
    return sorted(numbered, key=lambda path: int(path.name))


def _record(listed: Listed, fetched: Sequence[Fetched]) -> Record:
    return Record(
        source=listed.source,
        key=listed.key,
        identifier=listed.identifier,
        version=listed.version,
        title=listed.title,
        day=listed.day.isoformat() if listed.day else "",
        kind=listed.kind,
        address=listed.address,
        dossiers=listed.dossiers,
        sender=listed.sender,
        annex_of=listed.annex_of,
        source_id=listed.source_id,
        provisional=listed.provisional,
        files=tuple(
            KeptFile(
                name=one.form.name,
                address=one.form.address,
                sha256=hashlib.sha256(one.content).hexdigest(),
                size=len(one.content),
                retrieved_at=one.retrieved_at.isoformat(timespec="seconds"),
            )
            for one in fetched
        ),
    )


def _json(record: Record) -> bytes:
    return json.dumps(asdict(record), ensure_ascii=False, indent=1).encode("utf-8", "replace")


def _read(version: Path) -> Record | None:
    """The record of a version, if its files are there; None has it fetched again."""
    try:
        given = json.loads((version / RECORD).read_bytes())
        files = tuple(KeptFile(**file) for file in given.pop("files"))
        record = Record(**{**given, "dossiers": tuple(given["dossiers"])}, files=files)
        whole = bool(files) and all((version / file.name).stat().st_size == file.size for file in files)
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return record if whole else None


def _corpus_toml(record: Record) -> str:
    """What the source says of the files of a version, for the reading: only where their text is silent."""
    told = {
        "identifier": record.identifier,
        "title": record.title,
        "sender": record.sender,
        "url": record.address,
        "annex_of": record.annex_of,
        "kind": KINDS.get(record.kind.casefold(), ""),
    }
    official = next((file.name for file in record.files if file.name.endswith(".xml")), "")
    lines = []
    for file in record.files:
        lines += ["[[paper]]", f"file = {_toml(file.name)}", "only_where_silent = true"]
        lines += [f"{name} = {_toml(value)}" for name, value in told.items() if value]
        lines += [f"date = {record.day}"] if record.day else []
        lines += [f"other_form_of = {_toml(official)}"] if official and file.name != official else []
    return "\n".join(lines) + "\n"


def _toml(words: str) -> str:
    """A basic string of TOML; signs that do not print are no part of any title."""
    return json.dumps("".join(sign if sign.isprintable() else " " for sign in words), ensure_ascii=False)
