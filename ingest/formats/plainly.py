"""A fine reading that fails gives way to a plain one, which is counted: no fault of ours loses a paper."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from ingest.formats.safe_xml import Element

Read = TypeVar("Read")
Part = TypeVar("Part")

# What a mistake in the reading of columns, tables, headings or notes raises. Memory and limits are no such thing.
FAULTS = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    NameError,
    RuntimeError,  # also what Python makes of a StopIteration within a generator
    StopIteration,
    TypeError,
    ValueError,
)


class Plainly:
    """Which pages of a paper, or blocks of a paper without pages, were read plainly; both count from 1."""

    def __init__(self) -> None:
        self._places: set[int] = set()

    @property
    def places(self) -> tuple[int, ...]:
        """The numbers, rising, each once."""
        return tuple(sorted(self._places))

    def read(self, place: int, part: Part, finely: Callable[[Part], Read], plainly: Callable[[Part], Read]) -> Read:
        """What the fine reading of a page or block gives; where that fails, what the plain one gives."""
        try:
            return finely(part)
        except FAULTS:
            read = plainly(part)
            self._places.add(place)
            return read

    def blocks(
        self,
        parts: Iterable[Part],
        finely: Callable[[Part], Iterator[str]],
        plainly: Callable[[Part], Iterator[str]],
    ) -> list[str]:
        """The lines of the blocks of a paper, each read by itself."""

        def all_of(part: Part) -> list[str]:
            return list(finely(part))

        def words_of(part: Part) -> list[str]:
            return list(plainly(part))

        read = (self.read(place, part, all_of, words_of) for place, part in enumerate(parts, start=1))
        return [line for lines in read for line in lines]

    def tree(self, element: Element, finely: Callable[[Element], Iterable[str]]) -> list[str]:
        """The lines of an element; where reading it fails, those of its parts, down to the bare words of what fails."""
        try:
            return list(finely(element))
        except FAULTS:
            if not len(element):
                self._places.add(len(self._places) + 1)
                return [" ".join((element.text or "").split())]
        lines = [" ".join((element.text or "").split())]
        for child in element:
            lines += [*self.tree(child, finely), " ".join((child.tail or "").split())]
        return list(filter(None, lines))

    def all(self, places: int) -> None:
        """Count every place up to this one: what failed concerned all of them."""
        self._places.update(range(1, places + 1))
