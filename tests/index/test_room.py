"""What is written where it lies on disk has its room before anything is written."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from index.room import room_for

# A disk of half a megabyte in memory, which only this command sees, for an array of four.
FULL_DISK = ("unshare", "--map-root-user", "--mount", "sh", "-c", 'mount -t tmpfs -o size=512k none "$0"; exec "$@"')
WRITES = """
import sys
from pathlib import Path
import numpy as np
from index.errors import IndexNotWritten
from index.room import room_for
try:
    room_for(Path(sys.argv[1]) / "tokens.npy", (1_000, 1_000), np.float32)[:] = 1
except IndexNotWritten as error:
    sys.exit(str(error))
"""


def test_an_array_takes_all_its_room_and_keeps_what_is_written(tmp_path: Path) -> None:
    array = room_for(tmp_path / "a.npy", (1_000, 300), np.int8)
    assert not array.any()
    told = (tmp_path / "a.npy").stat()
    assert told.st_blocks * 512 >= told.st_size > 300_000
    array[7] = 5
    np.testing.assert_array_equal(np.load(tmp_path / "a.npy"), array)


def test_a_full_disk_is_told_before_anything_is_written(tmp_path: Path) -> None:
    if not shutil.which("unshare") or subprocess.run([*FULL_DISK[:3], "true"], capture_output=True).returncode:
        pytest.skip("no mount namespace to be had here")
    command = [*FULL_DISK, tmp_path, sys.executable, "-c", WRITES, tmp_path]
    ran = subprocess.run(command, capture_output=True, text=True, check=False, cwd=Path(__file__).parents[2])
    assert ran.returncode == 1
    assert "no room for an array of (1000, 1000)" in ran.stderr
