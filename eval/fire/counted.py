"""What came of the shots at one promise, and the table of all of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

SHOWN = 10  # faults that are printed in full under the table

HEAD = "| promise | what was tried | n | faults | measured beside |\n| --- | --- | --- | --- | --- |"


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """The shots of one kind at one promise."""

    promise: str
    what: str  # in a few words, what was tried
    tried: int
    faults: tuple[str, ...] = ()  # each with what it takes to have it again
    figures: str = ""  # what was measured beside: seconds, megabytes
    left_out: str = ""  # why nothing was tried, where the machine does not allow it

    @property
    def row(self) -> str:
        """Its line of the table."""
        found = f"not tried: {self.left_out}" if self.left_out else str(len(self.faults))
        return f"| {self.promise} | {self.what} | {self.tried} | {found} | {self.figures} |"


def table(counted: Iterable[Counted]) -> str:
    """The table, and under it the faults themselves."""
    rows = list(counted)
    faults = [f"{one.promise}: {fault}" for one in rows for fault in one.faults[:SHOWN]]
    return "\n".join([HEAD, *(one.row for one in rows), "", *faults]).rstrip() + "\n"
