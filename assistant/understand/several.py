"""Several questions in one message: each is answered on its own, and the answers are told together."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistant.answer import Answer, Status, Wording
from assistant.understand.question import SENTENCE, VERB, Asked, asked_for
from index.dutch import content_words, fold

_TOLD_FIRST = (Wording.WITHHELD, Wording.MODEL, Wording.FAILED, Wording.REJECTED, Wording.QUOTES)
ORDINALS = ("eerste", "tweede", "derde", "vierde")
AGAIN = "Zie het citaat hierboven."
MOST = len(ORDINALS)  # questions of one message that are answered apart; what comes after them stays with the last
LEAST = 3  # words that a question has at least if it is one of its own: "hoeveel goedgekeurd?" is not

_ASKING = r"(?:wie|wat|waar\w*|wanneer|hoe|hoeveel|hoelang|waarom|welke?)"
_PREPOSITION = r"(?:in|voor|bij|van|uit|op|door|met|aan|naar|vanaf|tot|sinds|onder|via)"
_JOINT = re.compile(rf"[,;]?\s+(?=en\s+(?:{_PREPOSITION}\s+)?{_ASKING}\b)", re.IGNORECASE)
_OPENS = re.compile(rf"(?:(?:en|maar|of|dus|ook) )?(?:{_PREPOSITION} )?(?:{_ASKING}|{VERB})\b")
_ECHO = re.compile(
    r"^(?:zo (?:ja|nee|niet)|(?:en )?(?:klopt|kan|mag|is|geldt) (?:dat|dit)(?: \w+)?\W*$)", re.IGNORECASE
)
_MARKS = re.compile(r"(?: \[\d+\])+$", re.MULTILINE)  # set behind a statement; quotes may hold others


def separate(text: str) -> tuple[str, ...]:
    """The questions of a message, each with what was told before it; the message itself if it asks one thing."""
    told: list[str] = []
    asked: list[str] = []
    for sentence in (match[0].strip() for match in SENTENCE.finditer(text)):
        if sentence.endswith("?"):
            asked += _clauses(sentence)
        elif sentence:
            told.append(sentence)
    asked = _of_their_own(asked)
    if len(asked) < 2:
        return (text,)
    return tuple(" ".join([*told, one]) for one in [*asked[: MOST - 1], " ".join(asked[MOST - 1 :])] if one)


def _clauses(sentence: str) -> list[str]:
    """The questions that one sentence joins by "en": "wie beslist en hoe lang duurt het?"."""
    parts = _JOINT.split(sentence.rstrip("?"))
    begins = {tuple(fold(part).removeprefix("en ").split()[:2]) for part in parts}
    if len(begins) < len(parts) or not all(map(_asks_for_itself, parts)):
        return [sentence]  # "wat schreef A en wat schreef B over de bus?" is one question about two
    return [f"{part[:1].upper()}{part[1:]}?" for part in parts]


def _of_their_own(asked: Sequence[str]) -> list[str]:
    """The questions with those that say too little to stand alone joined to the one before: "Zo nee, waarom niet?"."""
    found: list[str] = []
    for one in asked:
        if found and not _asks_for_itself(one):
            found[-1] = f"{found[-1]} {one}"
        else:
            found.append(one)
    return found


def _asks_for_itself(text: str) -> bool:
    if not _OPENS.match(fold(text)) and asked_for(text) is Asked.OTHER:
        return False  # "Er lag toch een rapport?" goes with what was asked before it
    return len(text.split()) >= LEAST and bool(content_words(text)) and not _ECHO.match(text)


def together(question: str, answers: Sequence[Answer]) -> Answer:
    """One answer out of several, their citations numbered through.

    The words of the questions stay out of the text: a number in it is always one of a paper.
    """
    citations = tuple(dict.fromkeys(citation for answer in answers for citation in answer.citations))
    parts = []
    for answer in answers:
        number = {old: citations.index(citation) + 1 for old, citation in enumerate(answer.citations, start=1)}
        conflicts = tuple(replace(conflict, told=_renumbered(conflict.told, number)) for conflict in answer.conflicts)
        parts.append(replace(answer, text=_renumbered(answer.text, number), conflicts=conflicts))
    return Answer(
        question=question,
        understood_as=" ".join(answer.understood_as for answer in answers),
        status=_status([answer.status for answer in answers]),
        text="\n\n".join(
            f"Op uw {ordinal} vraag:\n\n{text}" for ordinal, text in zip(ORDINALS, _each_once(parts), strict=False)
        ),
        citations=citations,
        conflicts=tuple(dict.fromkeys(conflict for part in parts for conflict in part.conflicts)),
        as_of=max((answer.as_of for answer in answers if answer.as_of), default=None),
        parts=tuple(parts),
        wording=next(one for one in _TOLD_FIRST if one in {answer.wording for answer in answers}),
    )


def _each_once(parts: Sequence[Answer]) -> Iterator[str]:
    """The texts of the answers; a quote that stands in an earlier one is only pointed at."""
    told: dict[str, str] = {}  # with the marks behind each
    for part in parts:
        lines = part.text.split("\n\n")
        yield "\n\n".join(f"{AGAIN}{told[line]}" if line in told else line for line in lines)
        whole = [line for line in lines if "“" in line and line.count("“") == line.count("”")]
        told |= {line: marks[0] for line in whole if (marks := _MARKS.search(line))}


def _renumbered(text: str, number: dict[int, int]) -> str:
    def anew(marks: re.Match[str]) -> str:
        return "".join(f" [{number.get(int(old), old)}]" for old in re.findall(r"\d+", marks[0]))

    return _MARKS.sub(anew, text)


def _status(statuses: Sequence[Status]) -> Status:
    """Answered if every question is; one for which there is nothing makes the whole partial."""
    if len(set(statuses)) == 1:
        return statuses[0]
    told = {Status.ANSWERED, Status.PARTIAL}
    return Status.PARTIAL if told & set(statuses) else Status.UNANSWERABLE
