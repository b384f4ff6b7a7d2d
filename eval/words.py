"""How many words of an answer a reader sees: ``python -m eval.words --papers FOLDER [--set FILE] [--most N]``.
``--data FOLDER`` asks an index that is there already.

For each group the median over the questions that are answered: of what is shown before anything is unfolded, and of the
whole, each quote once. Beside it stands how long the same answers are with all quotes in the text and again under it.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from statistics import median

from assistant.answer import Answer
from assistant.tell.layout import Quoted, laid_out, words_shown
from eval.items import Item, Persona, load
from eval.run import Subject
from eval.subject import indexed, subject_of
from index import embedder as embedders
from index import generation as generations

SET = Path(__file__).parent / "sets" / "blind.jsonl"


def told_twice(answer: Answer) -> int:
    """The words of an answer with its quotes in the text and once more under it."""
    return len(answer.whole_text.split()) + sum(len(citation.shown.split()) for citation in answer.citations)


def whole(answer: Answer) -> int:
    """The words of an answer with all that is folded, each quote once."""
    sections = laid_out(answer)
    folded = [part for section in sections for part in section.folded]
    return words_shown(answer, sections) + sum(_length(part, answer) for part in folded)


def _length(part: Quoted, answer: Answer) -> int:
    shown = [answer.cited(number).shown for number in part.numbers]
    return sum(len(words.split()) for words in [part.lead, part.tail, *shown])


def measure(items: Sequence[Item], subject: Subject, group: Persona) -> tuple[int, float, float, float]:
    """How many of the questions are answered for a group, and the medians: shown, whole, told twice."""
    answers = [subject.ask(replace(one, persona=group)) for one in items]
    answered = [one for one in answers if not one.refused and one.citations]
    if not answered:
        return 0, 0.0, 0.0, 0.0
    shown = median(words_shown(one, laid_out(one)) for one in answered)
    return len(answered), shown, median(map(whole, answered)), median(map(told_twice, answered))


def main(arguments: Sequence[str] | None = None) -> int:
    """Print a table for docs/measurements.md."""
    command = argparse.ArgumentParser(prog="python -m eval.words", description=__doc__)
    over = command.add_mutually_exclusive_group(required=True)
    over.add_argument("--papers", type=Path, action="append")
    over.add_argument("--data", type=Path)
    command.add_argument("--set", type=Path, default=SET)
    command.add_argument("--most", type=int, default=0, help="only so many questions, spread over the set; 0: all")
    given = command.parse_args(arguments)
    items = load(given.set)
    if given.most:
        items = items[:: max(1, len(items) // given.most)][: given.most]
    lines = ["| group | answered | shown | whole, each quote once | quotes twice |", "| --- | --- | --- | --- | --- |"]
    with tempfile.TemporaryDirectory(prefix="passend-words-") as data:
        if given.data:
            subject = subject_of(generations.open_current(given.data, embedders.load()), {})
        else:
            subject = indexed(given.papers, Path(data), embedder=embedders.load())
        for group in Persona:
            number, shown, all_of_it, twice = measure(items, subject, group)
            lines.append(f"| {group.value} | {number} of {len(items)} | {shown:.0f} | {all_of_it:.0f} | {twice:.0f} |")
    sys.stdout.write("\n".join(lines) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
