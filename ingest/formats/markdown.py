"""Our own summaries: Markdown with YAML front matter."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

import yaml

from ingest.formats.paged_text import Reason, UnreadableFile

FENCE = re.compile(r"\A---[ \t]*\n(?P<front>.*?)^---[ \t]*\n", re.DOTALL | re.MULTILINE)


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
    """Split front matter from body.

    Raises:
        UnreadableFile: The front matter is no mapping.
    """
    fence = FENCE.match(text)
    if fence is None:
        return Markdown(about="", title="", sender="", url="", date=None, body=text)
    try:
        front = yaml.safe_load(fence["front"]) or {}
    except yaml.YAMLError as error:
        raise UnreadableFile(Reason.BESCHADIGD, f"front matter: {error}") from error
    if not isinstance(front, dict):
        raise UnreadableFile(Reason.BESCHADIGD, "front matter is no mapping")
    return Markdown(
        about=_text(front.get("about")),
        title=_text(front.get("title")),
        sender=_text(front.get("sender")),
        url=_text(front.get("url")),
        date=day_of(front.get("date")),
        body=text[fence.end() :],
    )


def day_of(value: object) -> date | None:
    """A date out of YAML or TOML, which may have read it already; None for "" and for what is no date."""
    if isinstance(value, date):
        return date(value.year, value.month, value.day)
    try:
        return date.fromisoformat(str(value)) if value else None
    except ValueError:
        return None


def _text(value: object) -> str:
    return str(value).strip() if value is not None else ""
