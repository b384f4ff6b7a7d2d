"""An index that is open, with what answers from it: what every screen, the API and the MCP server ask for."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from pathlib import Path

from assistant.assistant import Assistant
from assistant.differ.known_conflicts import all_conflicts
from index.generation import Generation, searched
from ingest.document import Document
from ui import wording
from ui.examples import Example, offered
from ui.viewer_library import Library


class Opened:
    """One index with its assistant; safe to share between threads.

    Whoever answers a request takes one and uses it until the answer is whole, so that an answer never mixes two
    indexes. Nothing else holds it: it is freed with the last request that began with it.
    """

    def __init__(self, assistant: Assistant, generation: Generation, data: Path | None = None) -> None:
        """Hold an index; ``data`` is the folder in which it lies, and what was checked with it."""
        self._data = data
        self.assistant = assistant
        self.generation = generation
        self.papers = tuple(searched(generation.documents))

    def paper(self, identifier: str) -> Document | None:
        """The paper that an address names, also with a slash behind it; None if there is none."""
        papers = self.generation.document_of
        return papers.get(identifier) or papers.get(identifier.rstrip("/"))

    @cached_property
    def library(self) -> Library:
        """What the papers add to each other's pages."""
        return Library(self.generation.documents)

    @cached_property
    def examples(self) -> tuple[Example, ...]:
        """The questions that its papers surely and rightly answer."""
        return offered(self.generation, self._data)

    @property
    def changed(self) -> str:
        """When the papers last changed, in a sentence."""
        return wording.changed(self.generation.built_at.astimezone())

    def warm(self) -> None:
        """Search for the examples, so that the first person who asks does not wait for what is read on first use."""
        for one in self.examples:
            self.assistant.search(one.question)

    def compare(self) -> None:
        """Look for what the papers tell differently, which the first question about a difference would wait for."""
        all_conflicts(self.generation)


Now = Callable[[], Opened]  # the newest index; each request calls it once
