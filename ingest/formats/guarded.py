"""Reading in a process of its own, so that a hostile file can take neither time nor memory from us."""

from __future__ import annotations

import contextlib
import dataclasses
import importlib
import json
import os
import resource
import signal
import subprocess
import sys
from pathlib import Path

from ingest.formats.paged_text import PagedText, Reason, Row, Turn, UnreadableFile

FORMATS = frozenset(
    {"docx", "eml", "html", "msg", "odt", "pdf", "rtf", "xml"}
)  # each a module of this package with a ``read``
CPU_SECONDS = 450  # 3,000 pages of PDF take about half
WALL_SECONDS = 600  # recognising scans spends its time in other processes
MEMORY_BYTES = 2 * 1024**3
ROOT = Path(__file__).parents[2]


def read_guarded(format_name: str, data: bytes) -> PagedText:
    """Read a file in a child process with limits on time and memory.

    Raises:
        UnreadableFile: The reader refused the file, or the child crashed or ran into a limit.
    """
    if format_name not in FORMATS:
        raise ValueError(f"no reader for {format_name!r}; there are {sorted(FORMATS)}")
    command = [sys.executable, "-m", "ingest.formats.guarded", format_name]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, cwd=ROOT, start_new_session=True) as child:
        try:
            answer, complaint = child.communicate(data, timeout=WALL_SECONDS)
        except subprocess.TimeoutExpired as error:
            _end(child)
            raise UnreadableFile(Reason.TE_GROOT, f"not read within {WALL_SECONDS} seconds") from error
        except BaseException:
            _end(child)
            raise
    if child.returncode:
        raise _failure(child.returncode, complaint.decode("utf-8", "replace"))
    said = json.loads(answer)
    if "reason" in said:
        raise UnreadableFile(Reason(said["reason"]), said["detail"])
    return PagedText(
        text=said["text"],
        page_starts=tuple(said["page_starts"]),
        page_numbers=tuple(said["page_numbers"]),
        unread=tuple(said["unread"]),
        plain=tuple(said["plain"]),
        # JSON writes the keys of a mapping as text.
        headings={int(offset): level for offset, level in said["headings"].items()},
        rows={int(offset): Row(kind) for offset, kind in said["rows"].items()},
        turns={int(offset): Turn(whose) for offset, whose in said["turns"].items()},
        marks_rows=said["marks_rows"],
        notes=None if said["notes"] is None else tuple(said["notes"]),
        furniture=tuple(said["furniture"]),
        title=said["title"],
        identifier=said["identifier"],
    )


def _end(child: subprocess.Popen[bytes]) -> None:
    """Kill the child and all that it started."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(child.pid, signal.SIGKILL)


def _failure(code: int, complaint: str) -> UnreadableFile:
    last_line = complaint.strip().rpartition("\n")[2]
    if code in (-signal.SIGXCPU, -signal.SIGKILL):
        return UnreadableFile(Reason.TE_GROOT, f"not read within {CPU_SECONDS} seconds of computing")
    if "MemoryError" in last_line:
        return UnreadableFile(Reason.TE_GROOT, f"needs more than {MEMORY_BYTES} bytes of memory")
    return UnreadableFile(Reason.FOUT, f"the reader ended with code {code}: {last_line}")


def _limit_this_process() -> None:
    for kind, most in ((resource.RLIMIT_CPU, CPU_SECONDS), (resource.RLIMIT_AS, MEMORY_BYTES)):
        with contextlib.suppress(ValueError, OSError):  # macOS refuses a limit on addresses
            resource.setrlimit(kind, (most, most))


def _serve(format_name: str) -> None:
    """Read standard input and write what was found to standard output as JSON."""
    _limit_this_process()
    reader = importlib.import_module(f"ingest.formats.{format_name}")
    try:
        paged = reader.read(sys.stdin.buffer.read())
        said = dataclasses.asdict(paged)
    except UnreadableFile as refusal:
        said = {"reason": refusal.reason, "detail": refusal.detail}
    json.dump(said, sys.stdout)


if __name__ == "__main__":
    _serve(sys.argv[1])
