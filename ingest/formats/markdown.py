"""Our own summaries: Markdown with YAML front matter."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

import yaml

from ingest.time_words import day_from

FENCE = re.compile(r"\A---[ \t]*\n(?P<front>.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
KNOWN = frozenset({"about", "title", "sender", "url", "date"})
PAIR = re.compile(r"(?P<name>[\w-]+)\s*:\s*(?P<value>.*)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Markdown:
    """A Markdown file: what its front matter says, and the text below it."""

    about: str  # identifier of the paper that it sums up; "" if it is no summary
    title: str
    sender: str
    url: str
    date: date | None
    body: str


def parse(text: str) -> Markdown:
    """Split front matter from body; lines between fences that tell no names and values are part of the paper."""
    fence = FENCE.match(text)
    front = _front(fence["front"]) if fence else None
    if fence is None or front is None:
        return Markdown(about="", title="", sender="", url="", date=None, body=text)
    return Markdown(
        about=_text(front.get("about")),
        title=_text(front.get("title")),
        sender=_text(front.get("sender")),
        url=_text(front.get("url")),
        date=day_from(front.get("date")),
        body=text[fence.end() :],
    )


def _front(written: str) -> dict[str, object] | None:
    """What front matter says: by YAML, else by its lines "name: value"; None where nothing known is named."""
    try:
        said = yaml.safe_load(written)
    except (yaml.YAMLError, ValueError):  # a day such as 2024-13-45 is a ValueError to PyYAML
        said = None
    if not isinstance(said, dict):
        pairs = (PAIR.fullmatch(line.rstrip()) for line in written.splitlines())
        said = {found["name"]: found["value"].strip("\"'") for found in pairs if found}
    front = {str(name).lower(): value for name, value in said.items()}
    return front if KNOWN & front.keys() else None


def _text(value: object) -> str:
    """A single value in words; "" for none, and for lists, of which a few lines of YAML can make millions."""
    return str(value).strip() if isinstance(value, str | int | float | date) else ""
