"""What can be wrong with an official source, with a file of it, or with what is asked of it."""

from __future__ import annotations

from pathlib import Path


class SourceFault(Exception):
    """Something that keeps papers from being fetched; ``source`` is the name of the source for people."""

    def __init__(self, source: str, problem: str) -> None:
        super().__init__(f"{source}: {problem}")
        self.source = source
        self.problem = problem


class SourceUnreachable(SourceFault):
    """No whole answer came; another attempt may go better, after ``wait`` seconds if the source asks for that."""

    def __init__(self, source: str, problem: str, wait: float | None = None) -> None:
        super().__init__(source, problem)
        self.wait = wait


class SourceRefuses(SourceFault):
    """The source answers that it does not do what is asked."""


class SourceBusy(SourceFault):
    """The source asks for a longer rest than anyone waits for."""

    def __init__(self, source: str, seconds: float) -> None:
        super().__init__(source, f"asks to come back in {seconds:.0f} seconds")
        self.minutes = max(1, round(seconds / 60))


class SourceChanged(SourceFault):
    """What the source sends has not the form that is known, so nothing of it is taken in."""


class TooManyFailures(SourceFault):
    """So many papers failed one after the other that the rest is left for another time."""


class NotThere(SourceFault):
    """The source has nothing at an address that it named itself."""


class WrongFile(SourceFault):
    """A file is not what the source says of it: its length, its hash or its form."""


class TooLarge(SourceFault):
    """The source sends more than any paper takes."""


class FetchingAlready(Exception):
    """Another process is fetching into the same folder."""

    def __init__(self, folder: Path) -> None:
        super().__init__(f"another process is fetching into {folder}")
        self.folder = folder


class NothingFetchedBefore(Exception):
    """An update of a folder into which nothing was fetched."""

    def __init__(self, folder: Path) -> None:
        super().__init__(f"nothing was fetched into {folder} before")
        self.folder = folder


class DamagedOrder(Exception):
    """What was asked before cannot be read."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path} is not what was written")
        self.path = path


class UnusableAddresses(Exception):
    """The file with the addresses of the sources cannot be used."""

    def __init__(self, path: Path, problem: str) -> None:
        super().__init__(f"{path}: {problem}")
        self.path = path
