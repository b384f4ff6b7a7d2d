"""What a question leans on in the conversation before it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.places import papers_in, without
from assistant.question import Asked, Question, asked_for, asks_of_the_asker, focus_of, named_in, tidy
from index.dutch import content_words, fold
from index.spelling import Spelling

_OPENING = re.compile(r"^(en|maar|of|dus|ook|hoezo|waarom niet|sinds wanneer|wanneer dan|welke dan)\b")
# "die" and "dat" point back near the beginning or at the end; elsewhere they mostly begin a clause.
_POINTING = re.compile(
    r"\b((?:daar|er|hier)(?:van|over|voor|mee|bij|in|aan|op|tegen|uit|naar|door|om|onder|tussen|na)|deze|dit|dezelfde|"
    r"diens|hij|hem|voorganger|ze|zij|hun|laatste)\b"
    r"|^(\w+ ){0,2}(die|dat)\b|\b(die|dat)\W*$"
)
_THERE = re.compile(r"\ber\b")
SOME = 4  # content words that a question has at most if it points back


def complete(question: str, history: Sequence[str], spelling: Spelling | None = None) -> Question:
    """Read a question in the light of the earlier questions, oldest first, with its slips mended."""

    def read(typed: str) -> str:
        return spelling.mended(tidy(typed)) if spelling else tidy(typed)

    text = read(question)
    background = ""
    for earlier in map(read, history):
        background = f"{background} {earlier}" if background and leans_back(earlier) else earlier
    if not (background and leans_back(text)):
        background = ""
    understood = f"{text} (vervolg op: {background})" if background else text
    named = papers_in(text)
    bare = without(text, [span for _, span in named])
    return Question(
        text=bare,
        understood_as=understood,
        asked=asked_for(text),
        background=background,
        focus=focus_of(bare),
        named=named_in(bare),
        papers=tuple(dict.fromkeys(identifier for identifier, _ in named)),
        of_the_asker=asks_of_the_asker(text),
    )


def leans_back(text: str) -> bool:
    """Whether a question needs the ones before it to be understood."""
    folded = fold(text)
    size = len(set(content_words(text)))
    if asked_for(text) is Asked.DEFINITION and not _POINTING.search(folded):
        return False
    pointing = _OPENING.match(folded) or _POINTING.search(folded)
    return size == 0 or bool(pointing and size <= SOME) or bool(_THERE.search(folded) and size <= 1)
