"""The SyncFeed of the Tweede Kamer: every change of every document in order, each with a number to go on from.

The number is the ``skiptoken`` of the link of an entry. The feed starts in 2008, so the first time its end is looked
for by halving: the first empty page lies above it. After that it is read on from where it stood.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from ingest.formats.paged_text import UnreadableFile
from ingest.formats.safe_xml import local_name, parse_xml
from ingest.sources.errors import SourceChanged
from ingest.sources.web import Web

_TOKEN = re.compile(r"[?&]skiptoken=([0-9]{1,15})\b")
HIGHEST = 1 << 40  # of a number; when this was written they had eight figures


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedPage:
    """A page of the feed."""

    removed: tuple[str, ...]  # ids of documents that were taken away
    entries: int
    last: int | None  # the number to go on from; None on an empty page
    more: bool  # whether a further page is known of


def page(web: Web, feed: str, token: int) -> FeedPage:
    """The changes of documents after a number.

    Raises:
        SourceChanged: It is no feed, or an entry has no id or no number.
    """
    try:
        root = parse_xml(web.get(f"{feed}/Feed", {"category": "Document", "skiptoken": str(token)}).content)
    except UnreadableFile as error:
        raise SourceChanged(web.source, f"the feed is no XML: {error}") from error
    if local_name(root) != "feed":
        raise SourceChanged(web.source, f"the feed begins with {local_name(root)!r}")
    entries = [element for element in root if local_name(element) == "entry"]
    tokens = [_token(web, entry) for entry in entries]
    if not entries and not {"resume", "next"} & set(_links(root)):
        raise SourceChanged(web.source, "the feed is empty and does not say where to go on")
    return FeedPage(
        removed=tuple(one for one, removed in (_entity(web, entry) for entry in entries) if removed),
        entries=len(entries),
        last=max(tokens, default=None),
        more="next" in _links(root),
    )


def end_of_feed(web: Web, feed: str) -> int:
    """The number after which the feed has nothing yet.

    Raises:
        SourceChanged: It has no end.
    """
    full, empty = 0, 1 << 20
    while (found := page(web, feed, empty)).entries:
        if found.last is not None and not found.more:
            return found.last
        full, empty = max(empty, found.last or 0), empty * 4
        if empty > HIGHEST:
            raise SourceChanged(web.source, "the feed has no end")
    while empty - full > 1:
        middle = (full + empty) // 2
        found = page(web, feed, middle)
        if not found.entries:
            empty = middle
        elif found.last is not None and not found.more:
            return found.last
        else:
            full = max(middle, found.last or 0)
    return full


def taken_away(web: Web, feed: str, token: int) -> tuple[list[str], str]:
    """The ids of documents that were taken away after a number, and the number to go on from next time.

    Raises:
        SourceChanged: The feed does not get on.
    """
    removed: list[str] = []
    while (found := page(web, feed, token)).entries:
        removed += found.removed
        if found.last is None or found.last <= token:
            raise SourceChanged(web.source, f"the feed does not get on from {token}")
        token = found.last
    return removed, str(token)


def _token(web: Web, entry: Any) -> int:
    found = _TOKEN.search(_links(entry).get("next", ""))
    if not found:
        raise SourceChanged(web.source, "an entry of the feed has no number to go on from")
    return int(found[1])


def _entity(web: Web, entry: Any) -> tuple[str, bool]:
    """The id of the document that an entry is about, and whether it was taken away."""
    for content in entry:
        if local_name(content) == "content" and len(content):
            given = {name.rpartition("}")[2]: value for name, value in content[0].attrib.items()}
            if given.get("id") and given.get("verwijderd") in {"true", "false"}:
                return given["id"], given["verwijderd"] == "true"
    raise SourceChanged(web.source, "an entry of the feed does not say which document it is about")


def _links(element: Any) -> dict[str, str]:
    return {link.get("rel", ""): link.get("href", "") for link in element if local_name(link) == "link"}
