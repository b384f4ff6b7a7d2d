"""How near every passage comes to a question by vectors of eight bits a number, and how far that may be off.

A million vectors take 1 GB as they are, and reading all of that for a question takes longer than a person should wait.
Rounded they take a quarter and are multiplied as whole numbers. What was lost is bounded: whoever looks again, exactly,
at all that comes within twice the bound of the k-th best has exactly the first k.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.checked import Checked, Column
from index.growth import Growth
from index.page_vectors import rounded
from index.room import room_for

NUMBERS, SCALES, LOST = "numbers.npy", "scales.npy", "lost.npy"
LOT = 50_000  # vectors that are rounded at a time
SLACK = 1e-5  # what sums in float32 may be off by

Numbers = NDArray[np.int8]
Vector = NDArray[np.float32]
Scores = NDArray[np.float32]


class RoughVectors:
    """The rounded vectors of a generation, mapped from disk; safe to share between threads."""

    def __init__(self, folder: Path, opened: Callable[[Path], Checked] = Checked) -> None:
        self._numbers = Column(opened(folder / NUMBERS))
        self._scales = Column(opened(folder / SCALES))
        self._lost = float(np.load(folder / LOST).max(initial=0))

    def cosines(self, vector: Vector) -> tuple[Scores, float]:
        """The rough cosine of each passage with a vector of unit length, float32 (n_passages,), and the bound.

        With v for a passage, q for the question and v', q' for what they were rounded to,
        q·v - q'·v' = q·(v - v') + (q - q')·v', so that it is at most |v - v'| + |q - q'| |v'|.
        """
        numbers, scales = rounded(vector[None])
        lost = float(np.linalg.norm(vector - scales[0] * numbers[0]))
        cosines = products(self._numbers.all, self._scales.all, numbers, scales)
        return cosines, self._lost + lost * (1 + self._lost) + SLACK


def products(numbers: Numbers, scales: Scores, asked: Numbers, scale: Scores) -> Scores:
    """The products of many rounded vectors with one, float32 (n,); each side as ``rounded`` gives it."""
    from numkong import cdist

    made: Scores = np.asarray(cdist(asked, numbers, "dot", out_dtype="float32"))[0]
    made *= scale[0] * scales
    return made


def write(folder: Path, vectors: NDArray[np.float32], growth: Growth | None = None) -> None:
    """Round vectors, float32 (n_passages, dim), rows of unit length, and keep them in a new folder.

    What an earlier index that they grew from has rounded is taken over from there.

    Raises:
        IndexNotWritten: There is no room for them.
    """
    folder.mkdir()
    numbers = room_for(folder / NUMBERS, vectors.shape, np.int8)
    scales, lost = (np.zeros(len(vectors), dtype=np.float32) for _ in range(2))
    known = growth.earlier / folder.name if growth and growth.earlier else None
    if growth and known and known.is_dir():
        for column, name in ((numbers, NUMBERS), (scales, SCALES), (lost, LOST)):
            earlier = np.load(known / name, mmap_mode="r")
            for rows, of, came in growth.pieces:
                if not came:
                    column[rows] = earlier[of]
        new = [rows for rows, _, came in growth.pieces if came]
    else:
        new = [slice(0, len(vectors))]
    for rows in new:
        for start in range(rows.start, rows.stop, LOT):
            lot = slice(start, min(start + LOT, rows.stop))
            numbers[lot], scales[lot] = rounded(vectors[lot])
            lost[lot] = np.linalg.norm(vectors[lot] - numbers[lot] * scales[lot, None], axis=1)
    np.save(folder / SCALES, scales)
    np.save(folder / LOST, lost)
