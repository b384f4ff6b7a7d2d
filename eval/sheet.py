"""How often what answers a question is among the sentences that a language model would read.

``python -m eval.sheet (--papers FOLDER | --data FOLDER) [--set FILE] [--half open] [--most N] [--each] [--llm-replay DIR]``

No model is needed: one that only listens is set, and what it would have read is held against the evidence of the
question. What is quoted without a model counts too: it is told where the model says nothing. With a recording what the
recorded model searched for is read as well.
"""  # noqa: E501

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from assistant.answer import Answer
from eval.items import Item, fold, half, load
from eval.over import options, spread, subject_over
from eval.recorded import Replay
from eval.relevance import EVERY_PASSAGE
from eval.scores import LAY

SET = Path(__file__).parent / "sets" / "papers.jsonl"


@dataclass
class Listener:
    """A language model that reads, and says nothing, or what was recorded."""

    recorded: Replay | None = None
    remote: bool = False
    name: str = "luisteraar"
    heard: list[str] = field(default_factory=list)

    def write(self, instructions: str, material: str) -> Iterator[str]:
        """Keep what there is to read."""
        self.heard.append(material)
        return self.recorded.write(instructions, material) if self.recorded else iter(())


def is_supplied(item: Item, heard: Sequence[str], answer: Answer) -> bool:
    """Whether the evidence of a question was read, or is told without a model."""
    sheets = (one.partition("\n\n")[2] for one in heard)  # without the question
    text = fold("\n".join([*sheets, *(citation.shown for citation in answer.citations)]))
    held = [all(fold(fragment) in text for fragment in group) for group in item.evidence]
    return all(held) if item.kind in EVERY_PASSAGE else any(held)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run from the command line."""
    parser = options("eval.sheet", __doc__, SET)
    parser.add_argument("--half", choices=("open", "frozen"), default="", help="only these")
    parser.add_argument("--each", action="store_true", help="name each question whose evidence is not read")
    parser.add_argument("--llm-replay", type=Path, help="a recording, whose searches are read as well")
    given = parser.parse_args(arguments)
    listener = Listener(Replay(given.llm_replay) if given.llm_replay else None)
    found: dict[str, list[bool]] = defaultdict(list)
    lengths: list[int] = []  # of what is read at once
    asked = [one for one in load(given.set) if one.evidence and given.half in {"", half(one.id)}]
    items = spread(asked, given.most)
    with subject_over(given, listener) as subject:
        for item in items:
            listener.heard.clear()
            supplied = is_supplied(item, listener.heard, subject.ask(item))
            found["plain" if item.kind in LAY else "formal"].append(supplied)
            lengths += map(len, listener.heard)
            if given.each and not supplied:
                sys.stdout.write(f"{item.id}\n")
    for name, held in sorted(found.items()):
        sys.stdout.write(f"{name}: {sum(held)} of {len(held)} = {sum(held) / len(held):.2f}\n")
    if lengths:
        sys.stdout.write(f"characters read, median: {median(lengths):.0f}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
