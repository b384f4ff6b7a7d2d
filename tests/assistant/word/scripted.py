"""Writers of which a test says what they write, by the words of the sentences that they name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.errors import NoAnswer
from assistant.word.answering import instructions
from assistant.word.sheet import NUMBERED


class Scripted:
    """Writes its lines; ``{words}`` in one stands for the number of the sentence with those words."""

    name = "scripted"

    def __init__(self, *replies: str, remote: bool = False, breaks: bool = False) -> None:
        self.replies, self.remote, self.breaks = list(replies), remote, breaks
        self.asked: list[str] = []

    def write(self, given: str, material: str) -> Iterator[str]:
        assert given == instructions()
        self.asked.append(material)
        reply = self.replies[min(len(self.asked), len(self.replies)) - 1] if self.replies else ""
        yield re.sub(r"\{([^{}]+)\}", lambda words: number_of(words[1], material), reply)
        if self.breaks:
            raise NoAnswer("broke off")


def number_of(words: str, material: str) -> str:
    """The number of the first sentence of a sheet that holds some words; one that does not exist if none does."""
    return next((mark for mark, text in NUMBERED.findall(material) if words in text), "99.9")
