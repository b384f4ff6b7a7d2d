"""An answer as plain text, to be copied or sent: each quote once, in its place, with its official citation."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from assistant.answer import Answer, Citation
from assistant.prove.quotes import with_day
from assistant.tell.layout import Quoted, Words, laid_out
from ui import wording

_MARK = re.compile(r" ?\[\d{1,3}\]")


def _as_told(text: str) -> str:
    return text


def paragraphs(answer: Answer, *, folded: bool = True, said: Callable[[str], str] = _as_told) -> Iterator[str]:
    """The paragraphs of an answer, without marks such as "[1]".

    Args:
        answer: The answer.
        folded: Whether what a page folds is told too.
        said: How words of ours are said; those of papers stay as they are.
    """
    for section in laid_out(answer):
        if section.question:
            yield section.question
        for part in (*section.told, *(section.folded if folded else ())):
            yield said(without_marks(part.text)) if isinstance(part, Words) else quoted(part, answer)
    for conflict in answer.conflicts:
        if conflict.told:
            yield without_marks(conflict.told)


def without_marks(text: str) -> str:
    """Words of ours as they stand on their own: no marks, no names of files."""
    return wording.official(_MARK.sub("", text)).rstrip()


def quoted(part: Quoted, answer: Answer) -> str:
    """Quotes of one speaker with where they stand: "Minister Wiersma antwoordt: “…” (Aanhangsel …, 28 maart 2023)"."""
    told = [*map(answer.cited, part.numbers)]
    words = " […] ".join(f"“{' '.join(one.shown.split())}”" for one in told)
    places = "; ".join(dict.fromkeys(map(place, told)))
    return " ".join(filter(None, [part.lead, words, part.tail, f"({places})"]))


def place(citation: Citation, day: str = "") -> str:
    """The official citation with its day, or with another one that is given; each day is told once."""
    return with_day(wording.official(citation.citation), day or wording.day(citation.date))
