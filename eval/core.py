"""How often an answer begins with its core, and whether that is right.

``python -m eval.core (--papers FOLDER | --data FOLDER) [--set FILE] [--half open] [--most N] [--each]``

Asked are the questions of a set for a number, a date, a name, or yes or no. The core is what stands before every quote
in a few words and is proven by one. It counts as right if it states a fact that the question requires and none that it
forbids; what states neither has to be read by a person, and ``--each`` shows every one of them.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from pathlib import Path

from assistant.answer import Answer
from assistant.tell.layout import laid_out
from eval.facts import states
from eval.items import Item, ItemKind, half, load
from eval.over import options, spread, subject_over
from eval.run import Subject

SET = Path(__file__).parent / "sets" / "papers.jsonl"
KINDS = (ItemKind.FACT_NUMBER, ItemKind.FACT_DATE, ItemKind.FACT_NAME, ItemKind.YES_NO)


class Begins(StrEnum):
    """How an answer begins."""

    RIGHT = "right"  # with a core that states what is required
    TO_READ = "to be read"  # with a core of which this program cannot tell
    WRONG = "wrong"  # with a core that states what is forbidden
    QUOTE = "no core"  # with a quote
    REFUSED = "refused"  # the papers are said not to tell


def core_of(answer: Answer) -> str:
    """What stands before every quote, of the first of several questions; "" where nothing does."""
    sections = laid_out(answer)
    return sections[0].core if sections else ""


def begins(item: Item, answer: Answer) -> Begins:
    """How the answer to a question begins."""
    if answer.refused:
        return Begins.REFUSED
    core = core_of(answer)
    if not core:
        return Begins.QUOTE
    if any(states(core, fact) for fact in item.forbidden):
        return Begins.WRONG
    facts = [fact for spellings in item.required for fact in spellings]
    return Begins.RIGHT if any(states(core, fact) for fact in facts) else Begins.TO_READ


def wanted(items: Iterable[Item], half_of: str = "") -> list[Item]:
    """The questions of a set that a core can answer."""
    return [
        item
        for item in items
        if item.kind in KINDS and item.refusal is None and (not half_of or half(item.id) == half_of)
    ]


def rows(found: Sequence[tuple[Item, Answer]]) -> Iterator[str]:
    """A table: how the answers of each kind begin."""
    yield f"| kind | n | {' | '.join(one.value for one in Begins)} |"
    yield f"| --- | --- |{' --- |' * len(Begins)}"
    for kind in KINDS:
        counted = Counter(begins(item, answer) for item, answer in found if item.kind is kind)
        yield f"| {kind.value} | {counted.total()} | {' | '.join(str(counted[one]) for one in Begins)} |"
    counted = Counter(begins(item, answer) for item, answer in found)
    yield f"| all | {counted.total()} | {' | '.join(str(counted[one]) for one in Begins)} |"


def _asked(subject: Subject, items: Sequence[Item], *, each: bool) -> list[tuple[Item, Answer]]:
    found = []
    for item in items:
        answer = subject.ask(item)
        found.append((item, answer))
        if each:
            required = "; ".join(spellings[0] for spellings in item.required)
            told = core_of(answer) or answer.text.replace("\n", " ")[:200]
            sys.stdout.write(f"{item.id} {begins(item, answer).value}: {item.question}\n  {told}\n  ({required})\n")
    return found


def main(arguments: Sequence[str] | None = None) -> int:
    """Print a table for docs/measurements.md."""
    command = options("eval.core", __doc__, SET)
    command.add_argument("--half", choices=("open", "frozen"), default="")
    command.add_argument("--each", action="store_true", help="show every question with how its answer begins")
    given = command.parse_args(arguments)
    items = spread(wanted(load(given.set), given.half), given.most)
    with subject_over(given) as subject:
        sys.stdout.write("\n".join(rows(_asked(subject, items, each=given.each))) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
