"""An answer and an index as plain text for the terminal."""

from __future__ import annotations

import shutil
import textwrap
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

from assistant.answer import Answer, Citation, Conflict
from assistant.desk.answer_bank import Stale
from assistant.prove.quotes import COUNTED
from index.generation import Generation, searched
from ingest.document import Document
from ui import wording
from ui.plain_text import place

MAX_WIDTH = 100  # longer lines are tiring to read


def width() -> int:
    """Columns to write in."""
    return min(MAX_WIDTH, max(40, shutil.get_terminal_size(fallback=(MAX_WIDTH, 24)).columns))


def render(answer: Answer, *, today: date, columns: int) -> str:
    """Everything that a person should see of an answer, wrapped."""
    parts = [_understood(answer), answer.text, *map(_conflict, answer.conflicts), _sources(answer)]
    parts += [wording.state_of(answer, today), wording.worded_by(answer)]
    return "\n\n".join(wrap(part, columns) for part in parts if part)


def wrap(text: str, columns: int) -> str:
    """Wrap every line of a text, keeping its indent."""
    return "\n".join(_wrap_line(line, columns) for line in text.splitlines())


def papers(documents: Sequence[Document]) -> str:
    """A list of papers, newest first, undated last."""
    ordered = sorted(documents, key=lambda paper: (paper.date or date.min, paper.identifier), reverse=True)
    return "\n".join(
        f"  {wording.day(paper.date)} · {wording.kind(paper.kind)} · {paper.title} ({paper.identifier})"
        for paper in ordered
    )


def status(generation: Generation, data: Path, language_model: str | None = None) -> str:
    """What an index holds and which models made it."""
    found = searched(generation.documents)
    return "\n\n".join(
        [
            wording.coverage(found),
            papers(found),
            f"Map: {data}\n"
            f"Zoekindex: {generation.name}, gemaakt op "
            f"{wording.day(generation.built_at.astimezone().date())}\n"
            f"Passages: {len(generation.passages)}\n"
            f"Zoekmodel: {generation.embedder.name}\n"
            f"Taalmodel: {language_model or 'geen, antwoorden bestaan uit citaten'}",
        ]
    )


def stale(found: Sequence[Stale], of: int) -> str:
    """Which approved answers no longer hold and what became of their sources, out of so many that were approved."""
    approved = wording.counted(of, "goedgekeurd antwoord", "goedgekeurde antwoorden")
    if not found:
        return (
            f"Van {approved} staan alle bronnen er nog zoals ze waren."
            if of
            else "Er is nog geen antwoord goedgekeurd."
        )
    told = f"{len(found)} van {approved} {'heeft' if len(found) == 1 else 'hebben'} een bron die veranderd of weg is."
    return "\n\n".join(
        [told, *map(_stale, found), "Stel deze vragen opnieuw bij de helpdesk en keur een antwoord goed."]
    )


def _stale(one: Stale) -> str:
    lines = [f"Goedgekeurd op {wording.day(one.approved.day)}: „{one.approved.question}”"]
    return "\n".join([*lines, *(f"  {wording.fault(each)}" for each in one.broken)])


def _understood(answer: Answer) -> str:
    if answer.understood_as == answer.question:
        return ""
    return f"Ik begreep uw vraag als: {answer.understood_as}"


def _conflict(conflict: Conflict) -> str:
    sides = "\n".join(f"  {side.value}: {place(side.citation)}" for side in conflict.sides)
    sides += "".join(f"\n  {COUNTED} “{reason.shown}”" for reason in conflict.reasons)
    return f"Let op: de bronnen spreken elkaar tegen over {conflict.subject}.\n{sides}"


def _sources(answer: Answer) -> str:
    if not answer.citations:
        return ""
    listed = (_source(number, one, answer.text) for number, one in enumerate(answer.citations, 1))
    return "\n".join(["Bronnen", *listed])


def _source(number: int, citation: Citation, told: str) -> str:
    """Where a quote stands; its words too where the answer does not hold them, so that each is read once."""
    quote = "" if f"“{citation.shown}”" in told else f"    „{' '.join(citation.shown.split())}”"
    lines: Iterable[str] = [
        f"[{number}] {citation.citation}",
        quote,
        f"    {' · '.join(wording.details(citation))}",
        f"    {citation.url}" if citation.url else "",
    ]
    return "\n".join(line for line in lines if line)


def _wrap_line(line: str, columns: int) -> str:
    if line.lstrip().startswith("https://"):  # a broken address is no address
        return line
    indent = " " * (4 if line.startswith("[") else len(line) - len(line.lstrip()))
    return textwrap.fill(line, columns, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False)
