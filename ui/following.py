"""The newest index while builds go on: a build commits, and a moment later questions are answered from it."""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import suppress
from types import TracebackType

from assistant.briefing.fulfilment import deliveries_of
from assistant.briefing.uitspraken import uitspraken_of
from assistant.differ.tallies import stems_around
from assistant.prove.quotes import is_redacted, note_spans
from index import commit
from ui import messages, opening
from ui.opened import Opened
from ui.settings import Settings

LOOK = 1.0  # seconds between two looks at which index is current: each reads one file of 85 bytes
LONGEST = 60.0  # seconds between two tries where the new index does not open

# What is remembered of papers by their contents, and would keep those that are gone in memory.
_OF_PAPERS = (deliveries_of, is_redacted, note_spans, stems_around, uitspraken_of)


class Following:
    """Gives the index that is current, and opens the next one beside it; a context in which a thread does the looking.

    Changing over is one assignment. What was asked before goes on with the index that it began with; an index that
    does not open is told of, and the one before stays.
    """

    def __init__(self, first: Opened, settings: Settings, announce: Callable[[str], None]) -> None:
        self._opened = first
        self._settings = settings
        self._announce = announce
        self._told = ""
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._follow, name="following", daemon=True)

    def now(self) -> Opened:
        """The newest index that could be opened."""
        return self._opened

    def look(self) -> bool:
        """Change over if another index is current; False if that did not go."""
        try:
            pointed = commit.pointer(commit.root_of(self._settings.data))
            if pointed.partition(" ")[0] != self._opened.generation.name:
                self._change()
        except Exception as error:  # whatever the new index is, the one before still answers
            told = messages.explain(error)
            if told != self._told:
                self._announce(f"De nieuwe zoekindex gaat niet open; de vorige blijft in gebruik. {told}")
            self._told = told
            return False
        self._told = ""
        return True

    def _change(self) -> None:
        opened = opening.reopened(self._settings, self._opened)
        opened.warm()
        self._opened = opened
        for remembered in _OF_PAPERS:
            remembered.cache_clear()
        self._announce(opened.changed)
        with suppress(Exception):  # as below; the new index is in use by now
            opened.compare()

    def _follow(self) -> None:
        with suppress(Exception):  # what could not be done before the first question is done with it
            self._opened.warm()
            self._opened.compare()
        pause = LOOK
        while not self._stop.wait(pause):
            pause = LOOK if self.look() else min(2 * pause, LONGEST)

    def __enter__(self) -> Following:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stop.set()
