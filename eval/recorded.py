"""Recorded language models: every exchange kept by the hash of its prompt, and played back without the model.

So anyone can measure a model once, and everybody can repeat the figure offline. A recording is a folder with one file,
``exchanges.jsonl``: for each prompt its hash, the question, what the model wrote, and the sentences that it named. When
the search has changed since, a prompt has another hash; then what was written to the same question is played back with
the numbers that those sentences have now. ``Replay.counts`` says how many exchanges were found in which way.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from assistant.errors import NoAnswer
from assistant.word.answering import Writer
from assistant.word.reply import named, renumbered
from assistant.word.sheet import NUMBERED

FILE = "exchanges.jsonl"
_BEFORE = re.compile(r"^(?:\((?:voetnoot|wetsvoorstel|voornemen|toezegging|ambtelijk advies|vraag)\) )*")
_NUMBER = re.compile(r"^\d{1,3} ")
GONE = "0.0"  # the number of a sentence that is no longer shown: it proves nothing


def hash_of(instructions: str, material: str) -> str:
    """The name of a prompt."""
    return hashlib.sha256(f"{instructions}\0{material}".encode()).hexdigest()


def exchange(instructions: str, material: str, written: str) -> dict[str, Any]:
    """What is kept of one exchange."""
    shown = dict(NUMBERED.findall(material))
    return {
        "prompt": hash_of(instructions, material),
        "question": _question(material),
        "written": written,
        "named": {mark: shown[mark] for mark in named(written) if mark in shown},
    }


class RecordingFault(ValueError):
    """A recording is not there, or cannot be read.

    Args:
        path: Its file.
    """

    def __init__(self, path: Path) -> None:
        super().__init__(f"no recording that can be read in {path}")
        self.path = path


class Recorder:
    """A model of which every exchange is kept in a folder; one that breaks off is not."""

    def __init__(self, writer: Writer, folder: Path) -> None:
        self._writer, self._file = writer, folder / FILE
        folder.mkdir(parents=True, exist_ok=True)
        self.remote, self.name = writer.remote, writer.name

    def write(self, instructions: str, material: str) -> Iterator[str]:
        """Pass on what the model writes, and keep it."""
        pieces = []
        for piece in self._writer.write(instructions, material):
            pieces.append(piece)
            yield piece
        kept = json.dumps(exchange(instructions, material, "".join(pieces)), ensure_ascii=False)
        with self._file.open("a", encoding="utf-8") as file:
            file.write(f"{kept}\n")


class Replay:
    """A model that says again what was recorded."""

    remote = False

    def __init__(self, folder: Path) -> None:
        """Open a recording.

        Raises:
            RecordingFault: There is none, or it has another form.
        """
        self.name = f"opname {folder.name}"
        self.counts: Counter[str] = Counter()  # "prompt", "question", "missing"
        try:
            lines = (folder / FILE).read_text(encoding="utf-8").splitlines()
            kept = [json.loads(line) for line in lines if line.strip()]
            self._by_prompt = {one["prompt"]: one for one in kept}
            self._by_question = {_joined(one["question"]): one for one in reversed(kept)}  # the first round of each
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise RecordingFault(folder / FILE) from error

    def write(self, instructions: str, material: str) -> Iterator[str]:
        """Say what was said to this prompt, or else to the same question.

        Raises:
            NoAnswer: Neither was recorded.
        """
        if same := self._by_prompt.get(hash_of(instructions, material)):
            self.counts["prompt"] += 1
            yield same["written"]
        elif asked := self._by_question.get(_joined(_question(material))):
            self.counts["question"] += 1
            yield _renumbered(asked, material)
        else:
            self.counts["missing"] += 1
            raise NoAnswer("this question was not recorded")


def _question(material: str) -> str:
    return material.partition("\n")[0]


def _joined(question: str) -> str:
    """A question without its spaces: it is the same one, however its compounds are written."""
    return "".join(question.split())


def _renumbered(kept: dict[str, Any], material: str) -> str:
    """What was written with the numbers that the same sentences have on another sheet."""
    number_of = {_words(text): mark for mark, text in reversed(NUMBERED.findall(material))}
    now = {mark: number_of.get(_words(text), GONE) for mark, text in kept["named"].items()}
    return renumbered(kept["written"], lambda mark: now.get(mark, GONE))


def _words(shown: str) -> str:
    """A sentence without what a sheet sets before it, and without the number of a footnote."""
    bare = _BEFORE.sub("", shown)
    return _NUMBER.sub("", bare) if "(voetnoot)" in shown else bare
