"""What a build made of passages before it was broken off: kept lot by lot, until an index that holds it is committed.

Making vectors takes hours for a large index. Each lot of them is a file of its own beside the generations, named and
keyed by all that it depends on and written with its hash: the next build takes it up, and what is damaged or half
written is made again.
"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from ingest.durable import sealed, unsealed
from ingest.mapped import Mapped

NAME = "begun"  # the folder, beside that of the generations

Given = TypeVar("Given")
Arrays = tuple[NDArray[Any], ...]  # what is made of one thing: all of one length


def place(root: Path, made_by: str) -> Path:
    """The folder for what one program made with one model, in the folder of an index."""
    return root / NAME / _digest(made_by.encode())[:24]


def made(
    things: Mapping[str, Given],
    work: Callable[[Sequence[Given]], Sequence[Arrays]],
    *,
    together: int,
    folder: Path,
    mapped: Mapped,
) -> Iterator[Mapping[str, Arrays]]:
    """What is made of each thing, by its key, lot by lot; what an earlier build had made already comes first.

    Lots are made in the order of the things, so that those which are left after a lot was kept are the same as if
    nothing had been broken off: what is padded or rounded together comes out the same.

    Args:
        things: By a key that names all that comes of them.
        work: Makes the arrays of a lot, in its order.
        together: How many things are a lot.
        folder: Where lots are kept; what lies there of other things is removed.
        mapped: How lots are made: one after the other, or many at a time.
    """
    waiting = dict(things)
    for path in sorted(folder.glob("*")):
        lot = {key: arrays for key, arrays in _kept(path).items() if waiting.pop(key, None) is not None}
        if lot:
            yield lot
        else:
            path.unlink()
    keys = list(waiting)
    lots = [keys[start : start + together] for start in range(0, len(keys), together)]
    outcomes = mapped(work, ([waiting[key] for key in lot] for lot in lots))
    folder.mkdir(parents=True, exist_ok=True)
    for names, outcome in zip(lots, outcomes, strict=True):
        _keep(folder, names, outcome)
        yield dict(zip(names, outcome, strict=True))


def _keep(folder: Path, keys: Sequence[str], outcome: Sequence[Arrays]) -> None:
    """Write a lot as arrays of all its things one behind the other, with the keys and where each thing begins."""
    starts = np.cumsum([0, *(len(arrays[0]) for arrays in outcome)])
    content = io.BytesIO()
    np.savez(content, np.array(keys), starts, *map(np.concatenate, zip(*outcome, strict=True)))
    (folder / _digest("\n".join(keys).encode())).write_bytes(sealed(content.getvalue()))


def _kept(path: Path) -> dict[str, Arrays]:
    """What is in a lot by key; nothing if it is not what was written."""
    content = unsealed(path.read_bytes())
    if content is None:
        return {}
    with np.load(io.BytesIO(content)) as parts:
        keys, starts, *columns = (parts[name] for name in parts.files)
    spans = [slice(start, end) for start, end in pairwise(starts.tolist())]
    return {key: tuple(column[span] for column in columns) for key, span in zip(keys.tolist(), spans, strict=True)}


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
