"""``corpus.toml`` beside the papers: what is known of them that their text does not say."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ingest.document import Kind
from ingest.time_words import day_from

NAME = "corpus.toml"


class DamagedCorpusToml(Exception):
    """A corpus.toml that cannot be read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What corpus.toml says about one file; "" or None where it says nothing."""

    file: str
    kind: Kind | None = None
    title: str = ""
    identifier: str = ""
    date: date | None = None
    sender: str = ""
    url: str = ""
    annex_of: str = ""  # identifier of the letter that it was sent with
    other_form_of: str = ""  # the file beside it that holds the same paper in a more official form
    only_where_silent: bool = False  # said by a source that lists papers: never held against the text


def entries(folder: Path) -> dict[str, Entry]:
    """The entries of a folder's corpus.toml by file name; none without one.

    Raises:
        DamagedCorpusToml: It is no TOML, or no list of papers.
    """
    path = folder / NAME
    if not path.is_file():
        return {}
    try:
        papers = tomllib.loads(path.read_text(encoding="utf-8")).get("paper", [])
        found = [_entry(paper) for paper in papers]
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, KeyError, TypeError, AttributeError) as error:
        raise DamagedCorpusToml(f"{path}: {error}") from error
    return {entry.file: entry for entry in found}


def _entry(paper: dict[str, object]) -> Entry:
    kinds = {kind.value: kind for kind in Kind}
    return Entry(
        file=str(paper["file"]),
        kind=kinds.get(str(paper.get("kind", ""))),
        title=str(paper.get("title", "")),
        identifier=str(paper.get("identifier", "")),
        date=day_from(paper.get("date")),
        sender=str(paper.get("sender", "")),
        url=str(paper.get("url", "")),
        annex_of=str(paper.get("annex_of", "")),
        other_form_of=str(paper.get("other_form_of", "")),
        only_where_silent=bool(paper.get("only_where_silent", False)),
    )
