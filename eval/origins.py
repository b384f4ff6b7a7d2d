"""How papers of any origin are read, and damaged ones: ``python -m eval.origins FOLDER ... [--mutants 10000]``.

Every file below the folders that could be a paper is read as ``passend index`` reads it, each by itself. Counted are
those that are read finely, those of which pages or blocks are read plainly, those of which pages are not read, and
those that are not read at all, with the reason that a person is told. With ``--mutants`` damaged copies of all the
papers in the folders, which ``--most`` does not limit, are read too (``eval.fuzz``).
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from tqdm import tqdm

from eval.fuzz import fuzz, table
from eval.machine import most_memory
from eval.mutants import mutants, originals
from eval.scores import percentile
from ingest.folder import content, files
from ingest.formats import READERS
from ingest.formats.paged_text import Reason, UnreadableFile
from ingest.notes import NoteKind
from ingest.reading import read_file

FINELY, PLAINLY, IN_PART, NOT = "finely", "plainly", "without some pages", "not at all"
OF_NOTE = {
    NoteKind.READ_PLAINLY: PLAINLY,
    NoteKind.WITHOUT_STRUCTURE: PLAINLY,
    NoteKind.UNREAD_PAGES: IN_PART,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of one file."""

    file: str
    how: str
    why: str  # what was told of it; "" if it was read finely
    ours: bool  # whether a fault of the program is to blame
    seconds: float  # of computing, the process that reads it included


def outcome_of(folder: Path, path: Path) -> Outcome:
    """Read one file of a folder."""
    began = _computed()
    try:
        read = read_file((path, content(folder, path)))
    except UnreadableFile as error:
        read = error
    if isinstance(read, UnreadableFile):
        how, why, ours = NOT, f"{read.reason.value}: {read.detail}", read.reason is Reason.FOUT
    else:
        found = {OF_NOTE[note.kind]: note for note in read.notes}
        how = next((each for each in (PLAINLY, IN_PART) if each in found), FINELY)
        why, ours = (f"{found[how].kind.value} {found[how].left}" if found else ""), how == PLAINLY
    name = path.relative_to(folder).as_posix()
    return Outcome(file=name, how=how, why=why, ours=ours, seconds=_computed() - began)


def papers_of(folders: Iterable[Path]) -> Iterable[tuple[Path, Path]]:
    """Each file of the folders that has the extension of a form that is read, with its folder."""
    return ((folder, path) for folder in folders for path in files(folder) if path.suffix.lower() in READERS)


def report(outcomes: Sequence[Outcome]) -> str:
    """The counts by form, the reasons, and time and memory."""
    count = Counter((Path(each.file).suffix.lower(), each.how) for each in outcomes)
    ways = (FINELY, PLAINLY, IN_PART, NOT)
    lines = [f"| form | {' | '.join(ways)} |", "| --- |" + " ---: |" * len(ways)]
    forms = sorted({form for form, _ in count})
    lines += [f"| {form[1:]} | {' | '.join(str(count[form, way]) for way in ways)} |" for form in forms]
    reasons = Counter(each.why.partition(":")[0] for each in outcomes if each.how == NOT)
    lines += ["", *(f"not at all, {reason}: {times}" for reason, times in reasons.most_common())]
    lines += [f"{each.file}: {each.how}, {each.why}" for each in outcomes if each.ours or each.how == IN_PART]
    seconds = [each.seconds for each in outcomes] or [0.0]
    times = f"{percentile(seconds, 0.5):.2f} (p50), {percentile(seconds, 0.95):.2f} (p95), {max(seconds):.1f} (most)"
    memory = f"{most_memory(children=True) / 1e6:.0f} MB"
    lines.append(f"seconds of computing for a file: {times}; most memory {memory}")
    return "\n".join(lines) + "\n"


def _computed() -> float:
    """Seconds of computing of this process and of those that it waited for."""
    import resource  # not on Windows

    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


def main(arguments: Sequence[str] | None = None) -> int:
    """The command; 1 if a fault of the program cost a paper anything."""
    parser = argparse.ArgumentParser(prog="python -m eval.origins", description=__doc__)
    parser.add_argument("folders", type=Path, nargs="+", metavar="FOLDER")
    parser.add_argument("--most", type=int, help="read no more files than this")
    parser.add_argument("--mutants", type=int, default=0, help="read so many damaged copies too")
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args(arguments)
    found = list(islice(papers_of(given.folders), given.most))
    outcomes = [outcome_of(folder, path) for folder, path in tqdm(found)]
    sys.stdout.write(report(outcomes))
    faults = sum(each.ours for each in outcomes)
    if given.mutants:
        damaged = fuzz(tqdm(mutants(originals(given.folders), given.mutants, given.seed), total=given.mutants))
        sys.stdout.write("\n" + table(damaged))
        faults += len(damaged.faults)
    return 1 if faults else 0


if __name__ == "__main__":
    raise SystemExit(main())
