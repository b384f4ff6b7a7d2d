"""Questions to start and to go on with: only those that the indexed papers surely and rightly answer.

Candidates come from a list kept by hand, with the words that a right answer holds, and from the papers themselves:
a question of a Kamerlid is rightly answered by the reply to it. Each is asked when the papers are indexed; a server
that opens the new index before that is done asks them itself.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from importlib.resources import files
from itertools import islice
from pathlib import Path

from assistant.answer import Answer, Citation, Status
from assistant.assistant import Assistant
from assistant.tell.extent import points_back
from assistant.tell.layout import Quoted, Words, laid_out
from index.dutch import fold, terms
from index.generation import Generation, searched
from ingest.document import BlockKind, Document
from ingest.durable import write_whole
from ui.errors import PERSONAS

OFFERED = 4  # of a group
FURTHER = 3  # after an answer
MOST_OF_PAPERS = 40  # questions of Kamerleden that are tried
FEWEST, MOST = 4, 16  # words of a question that can stand on a button
_KEPT = "voorbeelden.json"
_TO_THE_MINISTER = re.compile(r"\b(?:u|uw|deze|dit|dergelijke|bovengenoemde|hierboven|genoemde)\b")
_NOTED = re.compile(r"(?<=[?\w])\d+$|[⁰¹²³⁴⁵⁶⁷⁸⁹]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A question that is rightly answered."""

    question: str
    group: str  # whom it was asked for
    document: str  # identifier of the paper that answers it


@dataclass(frozen=True, slots=True, kw_only=True)
class _Candidate:
    question: str
    group: str
    holds: str = ""  # words that a right answer holds
    document: str = ""  # of a question of a paper
    reply: tuple[int, int] = (0, 0)  # span of the reply to it

    def is_met_by(self, answer: Answer) -> bool:
        """Whether an answer is sure, without a difference to explain, and what is told first is right."""
        if answer.status is not Status.ANSWERED or answer.conflicts or not answer.citations:
            return False
        told = list(_told_first(answer))
        if self.document:
            start, end = self.reply
            return any(one.document == self.document and start <= one.start < end for one in told)
        words = [part.text for section in laid_out(answer) for part in section.told if isinstance(part, Words)]
        return fold(self.holds) in fold(" ".join([*words, *(one.text for one in told)]))


def checked(assistant: Assistant, generation: Generation) -> tuple[Example, ...]:
    """The candidates that are rightly answered."""
    found = []
    for one in (*_by_hand(), *islice(_of_papers(searched(generation.documents)), MOST_OF_PAPERS)):
        answer = assistant.ask(one.question, persona=one.group)
        if one.is_met_by(answer):
            document = next(_told_first(answer), answer.citations[0]).document
            found.append(Example(question=one.question, group=one.group, document=document))
    return tuple(found)


def keep(examples: Sequence[Example], generation: Generation, data: Path) -> None:
    """Write down what was checked, for the index that it was checked with.

    A shortcut only: where it cannot be written, the next who needs it checks again.
    """
    record = {"index": generation.name, "examples": [asdict(one) for one in examples]}
    with suppress(OSError):
        write_whole(data / _KEPT, json.dumps(record, ensure_ascii=False).encode())


def kept(generation: Generation, data: Path) -> tuple[Example, ...] | None:
    """What was checked with this index; None if it was checked with another, or never."""
    try:
        record = json.loads((data / _KEPT).read_text(encoding="utf-8"))
        fits = record["index"] == generation.name
        return tuple(Example(**one) for one in record["examples"]) if fits else None
    except (OSError, ValueError, KeyError, TypeError):  # a shortcut only: what cannot be read is checked again
        return None


def offered(generation: Generation, data: Path | None) -> tuple[Example, ...]:
    """What was checked when this index was made; checked now, without a language model, where it was not."""
    known = kept(generation, data) if data else None
    if known is None:
        known = checked(Assistant(generation), generation)
        if data:
            keep(known, generation, data)
    return known


def to_start_with(examples: Sequence[Example], group: str) -> list[str]:
    """The questions that a group is offered: its own first, then those of others."""
    ordered = sorted(examples, key=lambda one: one.group != group)
    return [one.question for one in ordered][:OFFERED]


def to_go_on_with(examples: Sequence[Example], answer: Answer, asked: Iterable[str]) -> tuple[str, ...]:
    """The questions that lie nearest to an answer, without those that were asked before."""
    if not answer.citations:
        return ()
    before = {fold(question) for question in asked}
    words = set(terms(answer.understood_as))
    papers = {citation.document for citation in answer.citations}

    def near(one: Example) -> tuple[int, bool]:
        return len(words & set(terms(one.question))), one.document in papers

    others = [one for one in examples if fold(one.question) not in before and near(one) > (0, False)]
    return tuple(dict.fromkeys(one.question for one in sorted(others, key=near, reverse=True)))[:FURTHER]


def _told_first(answer: Answer) -> Iterator[Citation]:
    for section in laid_out(answer):
        for part in section.told:
            if isinstance(part, Quoted):
                yield from map(answer.cited, part.numbers)


def _by_hand() -> Iterator[_Candidate]:
    stored = tomllib.loads(files("ui").joinpath("examples.toml").read_text(encoding="utf-8"))
    for group in PERSONAS:
        for one in stored[group]:
            yield _Candidate(question=one["question"], group=group, holds=one["holds"])


def _of_papers(documents: Iterable[Document]) -> Iterator[_Candidate]:
    """Questions of Kamerleden that can be understood by themselves, with the replies to them."""
    for document in documents:
        for block in document.blocks:
            if block.kind is not BlockKind.ANSWER or block.context is None:
                continue
            asked = _NOTED.sub("", " ".join(document.text[slice(*block.context)].split()))
            if _stands_alone(asked):
                reply = (block.start, block.end)
                yield _Candidate(question=asked, group="kamer", document=document.identifier, reply=reply)


def _stands_alone(question: str) -> bool:
    words = question.split()
    return (
        FEWEST <= len(words) <= MOST
        and question.count("?") == 1
        and question.endswith("?")
        and question[0].isupper()
        and not points_back(question)
        and not _TO_THE_MINISTER.search(fold(question))
    )
