"""How many words of an answer a reader sees: ``python -m eval.words --papers FOLDER [--set FILE] [--most N]``.
``--data FOLDER`` asks an index that is there already.

For each group the median over the questions that are answered: of what is shown before anything is unfolded, and of the
whole, each quote once. Beside it stands how long the same answers are with all quotes in the text and again under it.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from statistics import median

from assistant.answer import Answer
from assistant.tell.layout import Quoted, laid_out, words_shown
from eval.items import Item, Persona, load
from eval.over import options, spread, subject_over
from eval.run import Subject

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
    given = options("eval.words", __doc__, SET).parse_args(arguments)
    items = spread(load(given.set), given.most)
    lines = ["| group | answered | shown | whole, each quote once | quotes twice |", "| --- | --- | --- | --- | --- |"]
    with subject_over(given) as subject:
        for group in Persona:
            number, shown, all_of_it, twice = measure(items, subject, group)
            lines.append(f"| {group.value} | {number} of {len(items)} | {shown:.0f} | {all_of_it:.0f} | {twice:.0f} |")
    sys.stdout.write("\n".join(lines) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
