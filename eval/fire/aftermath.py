"""What is left of an index after a build that died or was hindered: a reader has the old one or the new one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from index import commit
from index.embedder import Embedder
from index.errors import IndexMissing
from index.generation import build, open_current
from ingest.document import Document

LEFT = frozenset({"current", "generations", "lock"})  # all that a folder of an index may hold


@dataclass(frozen=True, slots=True, kw_only=True)
class Range:
    """What is shot at: papers before and after, and what whole builds of them give."""

    papers: Sequence[Document]
    changed: Sequence[Document]
    embedder: Embedder
    old: Path  # a data folder with an index of the papers
    steps: int  # of a whole build
    seconds: float


def opened_wrong(data: Path, shot_at: Range, beginning: str, *, done: bool = False) -> str:
    """What is wrong with the index that a reader opens now; after a build that was done it has to be the new one."""
    allowed = {names(shot_at.changed)} if done else {names(shot_at.papers), names(shot_at.changed)}
    try:
        found = names(open_current(data, shot_at.embedder).documents)
    except IndexMissing:
        return "" if beginning == "new" and not done else "the index is gone"
    except Exception as error:  # anything at all is a fault to be told
        return f"opening: {type(error).__name__}: {error}"
    return "" if found in allowed else f"an index of {found}"


def mended_wrong(data: Path, home: Path, shot_at: Range) -> str:
    """What is wrong after the next build."""
    build(shot_at.changed, data, embedder=shot_at.embedder)
    rubbish = sorted(path.name for path in home.iterdir() if path.name not in {"data", "notes"})
    if left := [*left_behind(data), *rubbish]:
        return f"left behind: {left}"
    return opened_wrong(data, shot_at, "changed", done=True)


def left_behind(data: Path) -> list[str]:
    """What the folder of an index holds that it should not, or lacks: beside its generation only what names it."""
    root = commit.root_of(data)
    current = commit.folder_of(root, commit.pointer(root)).name
    held = {path.name for path in root.iterdir()} ^ LEFT
    return sorted(held | {path.name for path in (root / "generations").iterdir()} ^ {current})


def names(papers: Sequence[Document]) -> tuple[str, ...]:
    """By what papers are known."""
    return tuple(sorted(paper.identifier for paper in papers))
