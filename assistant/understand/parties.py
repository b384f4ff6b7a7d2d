"""Which papers, persons, years or subjects a question wants to hear side by side, each by itself."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from assistant.understand.asked import VALUES
from assistant.understand.kinds import is_called
from assistant.understand.names import YEAR
from assistant.understand.question import Question
from index.dutch import fold, holds, words
from index.generation import searched
from ingest.document import Document, Kind, Passage, Role

_CHANGES = re.compile(
    r"\bverander\w*|\bverloop\b|\bverlopen\b|\bontwikkel(?:d|de|ing)\b|\bvergel\w+|\bverschil\w*|\bverschoven\b|"
    r"\bgewijzigd\b|\bgegroeid\b|\bgedaald\b|\bgestegen\b|\bin de loop van\b",
    re.IGNORECASE,
)
_SAYS = re.compile(
    r"\b(?:spr(?:ak|aken|eken)|schre(?:ef|ven)|schrij(?:ft|ven)|zei|zeiden|noem(?:t|en|de|den)|meld(?:t|en|de|den))\b",
    re.IGNORECASE,
)
_FROM_TO = re.compile(
    rf"\b(?:tussen|van) (?P<first>{YEAR.pattern}) (?:en|tot|t/m|tot en met|naar) (?P<last>{YEAR.pattern})"
)
# "over A en over B", "bij A en bij B": the same preposition twice joins two subjects, not one of two words.
_JOINED = re.compile(
    r"\b(?P<before>over|in|bij|voor|van|aan|op|uit|met) (?P<one>[^,;.?!]+?),? en (?P=before) (?P<other>[^,;.?!]+?)"
    r"(?= over\b| in\b| voor\b|[,;.?!]|$)",
    re.IGNORECASE,
)
FIRST_YEAR, LAST_YEAR = "uit het eerste jaar dat u noemt", "uit het laatste jaar dat u noemt"  # no number of ours
_LONGEST = 5  # words of a subject that is joined


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """One of those that a question wants to hear.

    ``called`` says where nothing was found if it has nothing to say ("in de brief"), "" if that need not be told.
    """

    question: Question  # what it is asked, without the others; its papers are those that may answer
    called: str = ""
    speaks: Callable[[Passage], bool] = lambda _: True  # whether a passage of those papers is one of its own
    anywhere: bool = False  # any paper may answer


def parties(question: Question, documents: Sequence[Document]) -> list[Party]:
    """The parties of a question that names several of them; none if it names no two."""
    here = searched(documents)
    over_time = _years(question, here) if _CHANGES.search(question.folded) else []
    if over_time or question.asked in VALUES or question.papers:
        return over_time
    for named in (_kinds(question, here), _persons(question, here), _subjects(question)):
        if len(named) > 1:
            return named
    return []


def _kinds(question: Question, documents: Sequence[Document]) -> list[Party]:
    named = question.called
    if len(named) < 2 or any(one.kind is Kind.SAMENVATTING for one in documents):
        return []  # a summary does not tell of which kind its paper is
    rest = question.text
    for one in named:
        rest = re.sub(one.cue.pattern, " ", rest, flags=re.IGNORECASE)
    return [
        Party(
            question=_asked(question, rest, [one for one in documents if is_called(one, each.kinds)]),
            called=each.within,
        )
        for each in named
    ]


def _persons(question: Question, documents: Sequence[Document]) -> list[Party]:
    names = [name for name in question.named if any(_speaks_in(name, one) for one in documents)]
    if len(names) < 2:
        return []
    rest = " ".join(word for word in question.text.split() if not set(words(fold(word))) & set(names))
    return [
        Party(
            question=_asked(question, rest, [one for one in documents if _speaks_in(name, one)], names),
            called=f"van {name.capitalize()}",
            speaks=_spoken_by(name),
        )
        for name in names
    ]


def _speaks_in(name: str, document: Document) -> bool:
    return any(
        block.speaker.role is Role.BEWINDSPERSOON and holds(name, fold(block.speaker.name)) for block in document.blocks
    )


def _spoken_by(name: str) -> Callable[[Passage], bool]:
    return lambda passage: holds(name, fold(passage.speaker.name))


def _years(question: Question, documents: Sequence[Document]) -> list[Party]:
    years = sorted(map(int, question.years))
    if len(years) < 2:
        return []
    between = _FROM_TO.search(question.folded)
    asked = range(int(between["first"]), int(between["last"]) + 1) if between else years
    rest = YEAR.sub(" ", _FROM_TO.sub(" ", question.text))
    return [
        Party(
            question=_asked(question, rest, [one for one in documents if one.date and one.date.year == year], years),
            called={asked[0]: FIRST_YEAR, asked[-1]: LAST_YEAR}.get(year, ""),
        )
        for year in asked
    ]


def _subjects(question: Question) -> list[Party]:
    found = _JOINED.search(question.text)
    if not found or any(len(found[part].split()) > _LONGEST for part in ("one", "other")):
        return []
    before, after = question.text[: found.start()], question.text[found.end() :]
    texts = [f"{before}{found['before']} {found[part]}{after}" for part in ("one", "other")]
    return [Party(question=replace(question, text=text), anywhere=True) for text in texts]


def _asked(question: Question, text: str, documents: Sequence[Document], names: Sequence[str | int] = ()) -> Question:
    """The question of one party: its words without what names the parties, asked of these papers only."""
    without = {str(name) for name in names}
    return replace(
        question,
        text=" ".join(_SAYS.sub(" ", _CHANGES.sub(" ", text)).split()),
        named=tuple(name for name in question.named if name not in without),
        papers=tuple(one.identifier for one in documents),
    )
