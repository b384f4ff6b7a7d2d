"""An array that is written where it lies on disk, since it is more than a memory holds, in room that was taken first.

A mapped file has holes where nothing was written yet. Who writes in one on a full disk is killed (SIGBUS) and can tell
nobody why; so all of the file is asked for at once, before anything is made to be written in it.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import DTypeLike, NDArray

from index.errors import IndexNotWritten


def room_for(path: Path, shape: Sequence[int], dtype: DTypeLike) -> NDArray[Any]:
    """A new file with an array of this shape, all zeros, mapped to be written.

    Raises:
        IndexNotWritten: The disk has no room for it, or keeps no file here.
    """
    try:
        array = np.lib.format.open_memmap(path, mode="w+", dtype=dtype, shape=tuple(shape))
        if sys.platform != "darwin":  # which has no such call
            with path.open("r+b") as file:
                os.posix_fallocate(file.fileno(), 0, path.stat().st_size)
    except OSError as error:
        raise IndexNotWritten(f"no room for an array of {tuple(shape)} in {path}: {error}") from error
    return array
