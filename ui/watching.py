"""Following folders: what is put into them is indexed as soon as it lies still."""

from __future__ import annotations

import threading
from collections.abc import Callable, Collection, Iterable, Mapping
from pathlib import Path
from time import monotonic

from watchfiles import watch

from ingest import corpus_toml
from ingest.folder import files
from ui import messages

QUIET = 2.0  # seconds without a change after which a file counts as written in full
TICK = 0.5  # seconds between two looks while something does not lie still
AGAIN = 30.0  # seconds between two looks otherwise: what another machine puts on a shared disk is not always told

State = tuple[int, int, int]  # bytes, time of the last change in nanoseconds, number of the file on its disk
_GONE: State = (-1, -1, -1)


class Settling:
    """Which files lie still: as they were ``quiet`` seconds ago, also where that is: not there."""

    def __init__(self, quiet: float = QUIET) -> None:
        self._quiet = quiet
        self._known: dict[Path, tuple[State, float]] = {}  # how a file is, and since when

    def look(self, found: Mapping[Path, State], now: float) -> frozenset[Path]:
        """Take in how the files are at a moment; gives those that changed, came or went too shortly before it."""
        gone = dict.fromkeys(self._known.keys() - found.keys(), _GONE)
        known = {path: (state, self._since(path, state, now)) for path, state in {**found, **gone}.items()}
        busy = frozenset(path for path, (_, since) in known.items() if now - since < self._quiet)
        self._known = {path: each for path, each in known.items() if path in found or path in busy}
        return busy

    def _since(self, path: Path, state: State, now: float) -> float:
        known, since = self._known.get(path, (None, now))
        return since if known == state else now


def follow(
    folders: Collection[Path],
    build: Callable[[Collection[Path]], None],
    announce: Callable[[str], None],
    *,
    stop: threading.Event | None = None,
    quiet: float = QUIET,
) -> None:
    """Build once, and again whenever something in the folders changed and lies still.

    A new file that is still being written is passed over and comes with a later build; one that was read before and
    is being rewritten holds the build up, for without it its paper would be gone for a while. A build that fails is
    told of in Dutch and tried again; the index stays as it was.

    Args:
        folders: They exist.
        build: Makes the index of all files but those that it is given.
        announce: Takes what a person should know.
        stop: Ends it; without one it ends with Ctrl+C.
        quiet: Seconds without a change after which a file counts as written in full.

    Raises:
        KeyboardInterrupt: Somebody stopped it.
    """
    settling = Settling(quiet)
    built: Mapping[Path, State] | None = None  # as the last build that went well read them
    told, due = "", 0.0

    def tell(sentence: str) -> None:
        nonlocal told
        if sentence != told:
            announce(sentence)
        told = sentence

    announce(f"Ik volg {', '.join(map(str, folders))}. Stop met Ctrl+C.")
    for changes in _wakes(folders, stop):
        if not changes and monotonic() < due:
            continue
        found = states(folders)
        busy = settling.look(found, monotonic())
        due = monotonic() + (TICK if busy else AGAIN)
        still = {path: state for path, state in found.items() if path not in busy}
        held_up = sorted(busy & built.keys()) if built is not None else []
        if held_up:
            tell(f"Ik wacht tot {held_up[0]} niet meer verandert.")
        if held_up or still == built or (busy and not still):
            continue
        try:
            build(busy)
            built, told = still, ""
        except Exception as error:  # the next file may mend it, and so may time
            tell(messages.explain(error))


def states(folders: Iterable[Path]) -> dict[Path, State]:
    """How every file is that an index of these folders depends on."""
    found = {path for folder in folders for path in files(folder)}
    parents = {*folders, *(path.parent for path in found)}
    about = {parent / corpus_toml.NAME for parent in parents}
    return {path: state for path in found | about if (state := _state(path)) is not None}


def _state(path: Path) -> State | None:
    try:
        found = path.stat()
    except OSError:  # gone since it was listed, or a link to nowhere
        return None
    return found.st_size, found.st_mtime_ns, found.st_ino


def _wakes(folders: Collection[Path], stop: threading.Event | None) -> Iterable[object]:
    """What changed, as the system tells it; and nothing, twice a second."""
    return watch(
        *folders,
        watch_filter=None,
        debounce=round(TICK * 1000),
        step=round(TICK * 500),
        rust_timeout=round(TICK * 1000),
        yield_on_timeout=True,
        stop_event=stop,
        ignore_permission_denied=True,
    )
