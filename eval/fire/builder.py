"""A build in a process of its own that dies at a chosen step, without a chance to tidy up."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import tempfile
from collections.abc import Sequence
from multiprocessing.process import BaseProcess
from pathlib import Path

from eval.fire import disk
from index import embedder as embedders
from index.generation import build
from ingest.document import Document

NEVER = sys.maxsize


def start(
    documents: Sequence[Document], data: Path, *, killed_at: int = NEVER, forgetful: Path | None = None
) -> BaseProcess:
    """Start building; the process kills itself at the step with this number, from 0.

    A step is a file or folder under ``data`` that Python opens, makes, renames or removes. With a folder
    ``forgetful`` there is kept in it what the disk was told to hold on to, for ``disk.cut_power``.
    """
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["eval.fire.builder", "chromadb"])
    process = context.Process(target=_build, args=(documents, data, killed_at, forgetful), daemon=True)
    process.start()
    return process


def steps(data: Path) -> int:
    """How many steps the last build took that was not killed."""
    return int((data / "steps").read_text())


def _build(documents: Sequence[Document], data: Path, killed_at: int, forgetful: Path | None) -> None:
    tempfile.tempdir = str(data.parent)
    embedder = embedders.load()
    taken = 0

    def count(event: str, values: tuple[object, ...]) -> None:
        nonlocal taken
        if event.split(".")[0] in {"open", "os", "shutil"} and str(data) in str(values):
            if taken == killed_at:
                os.kill(os.getpid(), signal.SIGKILL)
            taken += 1

    if forgetful:
        disk.remember(data, forgetful)
    sys.addaudithook(count)
    build(documents, data, embedder=embedder)
    (data / "steps").write_text(str(taken))
