"""Reads damaged papers: ``python -m eval.fuzz --papers FOLDER [--samples FOLDER] --mutants 10000 --seed 1``.

Every mutant is a real paper with bytes, lines or letters changed. It must be read, structure and passages
included, or be refused with a reason: no crash, no hang, no law broken. All reading happens in one child
process that is replaced when it dies or hangs; what the child leaves behind is the proof.
"""

from __future__ import annotations

import argparse
import faulthandler
import hashlib
import importlib
import multiprocessing
import signal
import sys
import traceback
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path

from tqdm import tqdm

from eval.laws import broken_laws
from eval.mutants import Mutant, mutants, originals
from ingest.bounded import TookTooLong
from ingest.formats import READERS, UnreadableFile, format_of
from ingest.reading import document_of

SECONDS = 30  # of computing: a mutant that takes longer hangs; the largest sample takes a quarter of a second
LONGEST_WAIT = 900  # seconds for an answer, on a machine however busy
READ, PLAINLY, REFUSED, HANG = "read", "read plainly", "refused", "hang"
GOOD = (READ, PLAINLY, REFUSED)
Reader = Callable[[str, bytes], str]  # from the extension and the bytes of a file to what became of it


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """A mutant that was neither read well nor refused with a reason."""

    mutant: str  # the file, the seed and what was done to it
    what: str  # "hang", "the process died", a broken law, or the last lines of a traceback


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of all mutants."""

    counts: dict[tuple[str, str], int]  # by extension and "read", "read plainly", "refused" or "fault"
    faults: tuple[Fault, ...]


def fuzz(
    found: Iterable[Mutant], *, kept: Path | None = None, read: Reader | None = None, seconds: float = SECONDS
) -> Outcome:
    """Read mutants one after the other.

    Args:
        found: The mutants.
        kept: Where those with a fault are written to.
        read: What reads them and says what became of them; ``outcome_of`` unless another is given.
        seconds: Of computing, after which a mutant hangs.
    """
    counts: Counter[tuple[str, str]] = Counter()
    faults: list[Fault] = []
    child = _Child(read or outcome_of, seconds)
    try:
        for mutant in found:
            said = child.read(mutant)
            counts[mutant.extension, said if said in GOOD else "fault"] += 1
            if said not in GOOD:
                faults.append(Fault(mutant=mutant.name, what=said))
                if kept is not None:
                    kept.mkdir(parents=True, exist_ok=True)
                    (kept / f"{len(faults):03}{mutant.extension}").write_bytes(mutant.data)
    finally:
        child.end()
    return Outcome(counts=dict(counts), faults=tuple(faults))


class _Child:
    """The process that reads, started again whenever it is gone."""

    def __init__(self, read: Reader, seconds: float) -> None:
        self._reads = read, seconds
        self._start()

    def read(self, mutant: Mutant) -> str:
        self._pipe.send((mutant.extension, mutant.data))
        try:
            if self._pipe.poll(LONGEST_WAIT):
                return str(self._pipe.recv())
            said = HANG
        except (EOFError, ConnectionResetError):
            self._process.join()
            code = self._process.exitcode
            said = HANG if code == -signal.SIGPROF else f"the process died: {code}"
        self.end()
        self._start()
        return said

    def end(self) -> None:
        self._process.kill()
        self._process.join()
        self._pipe.close()

    def _start(self) -> None:
        context = multiprocessing.get_context("spawn")
        self._pipe, far_end = context.Pipe()
        self._process = context.Process(target=_serve, args=(far_end, *self._reads), daemon=True)
        self._process.start()
        far_end.close()


def _serve(pipe: Connection, read: Reader, seconds: float) -> None:
    faulthandler.enable()
    faulthandler.register(signal.SIGPROF, chain=True)  # says where it hung, then ends as without
    while True:
        extension, data = pipe.recv()
        _limit_computing(seconds)
        pipe.send(read(extension, data))


def _limit_computing(seconds: float) -> None:
    """Let the system end this process when it has computed for so much longer; others that are busy do not count.

    A limit on the computing of a whole process is held against another clock than Python reads, which on a busy machine
    is half a minute ahead after ten.
    """
    signal.setitimer(signal.ITIMER_PROF, seconds)


def outcome_of(extension: str, data: bytes) -> str:
    """What becomes of one file: "read", "read plainly", "refused", or what went wrong."""
    path = Path(f"mutant{extension}")
    try:
        form = format_of(path, data)
        if form not in READERS:
            return REFUSED
        paged = importlib.import_module(f"ingest.formats.{READERS[form]}").read(data)
        document = document_of(path, paged, hashlib.sha256(data).hexdigest())
    except UnreadableFile:
        return REFUSED
    except TookTooLong:
        return PLAINLY
    except BaseException:
        return traceback.format_exc(limit=-4)
    # Front matter is no part of the paper.
    return "; ".join(broken_laws(document, None if form == ".md" else paged)) or (PLAINLY if paged.plain else READ)


def main(arguments: Sequence[str] | None = None) -> int:
    """The command."""
    parser = argparse.ArgumentParser(prog="python -m eval.fuzz", description=__doc__)
    parser.add_argument("--papers", type=Path, required=True, help="folder of papers")
    parser.add_argument("--samples", type=Path, help="another folder of papers")
    parser.add_argument("--mutants", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path, help="folder for the mutants with a fault")
    given = parser.parse_args(arguments)
    papers = originals([folder for folder in (given.papers, given.samples) if folder])
    outcome = fuzz(tqdm(mutants(papers, given.mutants, given.seed), total=given.mutants), kept=given.keep)
    sys.stdout.write(table(outcome))
    return 1 if outcome.faults else 0


def table(outcome: Outcome) -> str:
    """The counts for each form, and every fault."""
    extensions = sorted({extension for extension, _ in outcome.counts})
    rows = [
        f"| {extension[1:]} | " + " | ".join(str(outcome.counts.get((extension, said), 0)) for said in WAYS) + " |"
        for extension in extensions
    ]
    head = ["| form | read | read plainly | refused | fault |", "| --- | ---: | ---: | ---: | ---: |"]
    faults = [f"{fault.mutant}\n{fault.what}\n" for fault in outcome.faults]
    return "\n".join([*head, *rows, "", *faults]) + "\n"


WAYS = (*GOOD, "fault")

if __name__ == "__main__":
    raise SystemExit(main())
