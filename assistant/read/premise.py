"""What a question takes for granted: that something was stopped, refused, punished; and whether a paper says so.

"Waarom is de regeling gestopt?" has no answer in papers that never say that it stopped, however much they tell of the
regeling; what they tell of it would read like the reason.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from assistant.find.evidence import Evidence
from assistant.understand.asked import FIGURES, Asked
from assistant.understand.question import Question
from index.dutch import fold

FIRST = 3  # sentences, best first, in which it has to be said
_WORD = re.compile(r"\w+")
# What somebody tells of himself or his own before he asks is no premise: "mijn zoon is geweigerd, hoe lang duurt het?".
# What he heard of others is one: "ik las dat het fonds stopt, wanneer?".
_OF_HIS_OWN = re.compile(r"^(?:mijn|ons|onze|(?:ik|we|wij)\b(?![^,;?]*\bdat\b))\b[^,;?]*[,;]")
# Who asks for these supposes something; "is het gestopt?" and "wat als ik word geweigerd?" do not.
_SUPPOSING = {Asked.REASON, Asked.DATE, Asked.PERIOD, Asked.NUMBER, Asked.AMOUNT, Asked.NAME, Asked.LIST}


@dataclass(frozen=True, slots=True, kw_only=True)
class Premise:
    """Something that may be taken for granted."""

    asked: re.Pattern[str]  # how a question says it
    said: re.Pattern[str]  # how a paper says it


@lru_cache(maxsize=1)
def premises() -> tuple[Premise, ...]:
    """All that are known."""
    stored = tomllib.loads(files("assistant.read").joinpath("premises.toml").read_text(encoding="utf-8"))
    return tuple(
        Premise(asked=_words(table["asked"]), said=_words([*table["asked"], *table["also"]]))
        for table in stored.values()
    )


def _words(patterns: Sequence[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(patterns)})\b", re.DOTALL)


def unsaid(question: Question, evidence: Sequence[Evidence]) -> str:
    """The word by which a question takes for granted what the best sentences leave unsaid; "" if there is none.

    Args:
        question: As it was understood.
        evidence: The sentences that would be told, best first.
    """
    if question.asked not in _SUPPOSING:
        return ""
    near = [_near(question, one) for one in evidence[:FIRST]]
    supposing = question.folded if question.asked is Asked.REASON else _OF_HIS_OWN.sub("", question.folded)
    for premise in premises():
        taken = premise.asked.search(supposing)
        if taken and not any(map(premise.said.search, near)):
            return taken[0]
    return ""


def _near(question: Question, one: Evidence) -> str:
    """A sentence with its headings and its question, folded; where nothing is counted with its paragraph too."""
    block, passage = one.block, one.passage
    beside = () if question.asked in FIGURES else (one.document.text[block.start : block.end], one.document.title)
    return fold(" ".join([one.sentence.head, one.text, *passage.path, passage.context, *beside]))


def unheard(question: Question, evidence: Sequence[Evidence]) -> str:
    """What a question names and no sentence found bears on, as it was typed; "" if there is none."""
    heard = frozenset[str]().union(*(one.bears for one in evidence))
    typed = [*_WORD.finditer(question.text)]
    for name in question.named:
        if name in heard or name[0].isdigit():
            continue
        runs = zip(typed, typed[len(_WORD.findall(name)) - 1 :], strict=False)
        said = (question.text[first.start() : last.end()] for first, last in runs)
        if found := next((one for one in said if fold(" ".join(one.split())) == name), ""):
            return found
    return ""
