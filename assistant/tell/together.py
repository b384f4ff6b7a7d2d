"""The answers to several questions of one message, told as one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import replace
from itertools import groupby

from assistant.answer import Answer, Citation, Status, Wording
from assistant.prove.quotes import lies_in, widest
from assistant.tell.missing import says_missing
from assistant.tell.tone import DOUBTS, UNKNOWN, instead, seen_above
from assistant.understand.several import ORDINALS

_TOLD_FIRST = (Wording.WITHHELD, Wording.LEANING, Wording.MODEL, Wording.FAILED, Wording.REJECTED, Wording.QUOTES)
_MARKS = re.compile(r"(?: \[\d+\])+$", re.MULTILINE)  # set behind a statement; quotes may hold others
_NOTHING = ("", "")
ELSEWHERE = "Een zeker antwoord vond ik niet; misschien staat het in een citaat bij een andere vraag."


def together(question: str, answers: Sequence[Answer]) -> Answer:
    """One answer out of several, their citations numbered through.

    The words of the questions stay out of the text: a number in it is always one of a paper.
    """
    answers = [*_widened([*_nearest_once(answers)])]
    citations = tuple(dict.fromkeys(citation for answer in answers for citation in answer.citations))
    parts = []
    needed: set[int] = set()  # numbers of the citations that one of the answers cannot do without
    for answer in answers:
        number = {old: citations.index(citation) + 1 for old, citation in enumerate(answer.citations, start=1)}
        quotes = _quotes_in(answer)
        conflicts = tuple(
            replace(conflict, told=_renumbered(conflict.told, number, quotes)) for conflict in answer.conflicts
        )
        beside = frozenset(number[old] for old in answer.beside)
        needed |= set(number.values()) - beside
        text = _renumbered(answer.text, number, quotes)
        parts.append(replace(answer, text=text, conflicts=conflicts, beside=beside))
    status = _status([answer.status for answer in answers])
    return Answer(
        question=question,
        understood_as=" ".join(answer.understood_as for answer in answers),
        status=status,
        likely=status is Status.PARTIAL and all(one.status is Status.ANSWERED or one.likely for one in answers),
        text="\n\n".join(
            f"Op uw {ordinal} vraag:\n\n{text}" for ordinal, text in zip(ORDINALS, _each_once(parts), strict=False)
        ),
        citations=citations,
        conflicts=tuple(dict.fromkeys(conflict for part in parts for conflict in part.conflicts)),
        as_of=max((answer.as_of for answer in answers if answer.as_of), default=None),
        chance=min((answer.chance for answer in answers if answer.chance is not None), default=None),
        parts=tuple(parts),
        evidence=tuple(span for answer in answers for span in answer.evidence),
        beside=frozenset(range(1, len(citations) + 1)) - needed,
        wording=next(one for one in _TOLD_FIRST if one in {answer.wording for answer in answers}),
        model=next((answer.model for answer in answers if answer.model), ""),
    )


def _nearest_once(answers: Sequence[Answer]) -> Iterator[Answer]:
    """The answers, of which none tells as nearest what another one quotes as an answer, or told as nearest before.

    What is quoted for another question may well answer this one: then it is not said that the papers do not tell it,
    unless they lack a word or a paper that this one names.
    """
    quoted = [citation for answer in answers for citation in answer.citations]
    told: list[Citation] = []
    for answer in answers:
        near = answer.nearest
        if near and any(lies_in(near, other) for other in [*quoted, *told]):
            text = answer.text.replace(f"\n\n{instead(near)}", "")
            if any(lies_in(near, other) for other in quoted) and text.split("\n\n")[0] == UNKNOWN:
                text = text.replace(UNKNOWN, ELSEWHERE, 1)
            yield replace(answer, text=text, nearest=None)
        else:
            told += [near] if near else []
            yield answer


def _widened(answers: Sequence[Answer]) -> Iterator[Answer]:
    """The answers, in which a quote that lies in one of another answer is that one, so that it can be told once.

    Only quotes that make up a paragraph of their own, of the same speaker at the same place; where an answer tells the
    wider one already, the paragraph goes.
    """
    alone = [one for answer in answers for one in _told_alone(answer).values()]
    for answer in answers:
        lines, citations, gone = _statements(answer.text), [*answer.citations], set[int]()
        for number, narrow in _told_alone(answer).items():
            alike = [one for one in alone if (one.speaker, one.place) == (narrow.speaker, narrow.place)]
            wide = widest(narrow, [one for one in alike if narrow.text in one.text])
            own = f"“{narrow.shown}”", f" [{number}]"
            if wide != narrow and wide in citations:
                lines, gone = [line for line in lines if _quoted(line) != own], gone | {number}
            elif wide != narrow:
                lines = [
                    line.replace("".join(own), f"“{wide.shown}” [{number}]") if _quoted(line) == own else line
                    for line in lines
                ]
            citations[number - 1] = wide
        yield replace(answer, text="\n\n".join(lines), citations=tuple(citations), beside=answer.beside - gone)


def _told_alone(answer: Answer) -> dict[int, Citation]:
    """The citations of which the quote makes up a paragraph of an answer, by their numbers."""
    told = {_quoted(line) for line in _statements(answer.text)}
    numbers = enumerate(answer.citations, start=1)
    return {number: one for number, one in numbers if (f"“{one.shown}”", f" [{number}]") in told}


def _each_once(parts: Sequence[Answer]) -> Iterator[str]:
    """The texts of the answers; quotes that stand in an earlier one are only pointed at, those in a row together.

    What stood before such quotes, that they may not answer or what they lack, is told of them where they stand.
    """
    told: set[tuple[str, str]] = set()
    for part in parts:
        lines = _statements(part.text)
        shown: list[str] = []
        for again, run in groupby(lines, lambda line: _quoted(line) in told):
            row = list(run)
            if not again:
                shown += row
                continue
            notice = shown.pop() if shown and (shown[-1] in DOUBTS or says_missing(shown[-1])) else ""
            shown.append(seen_above(notice, several=len(row) > 1) + "".join(_quoted(line)[1] for line in row))
        yield "\n\n".join(shown)
        told.update({_quoted(line) for line in lines} - {_NOTHING})


def _statements(text: str) -> list[str]:
    """The paragraphs of an answer; those that one quote goes on over, as a list does, are one."""
    found: list[str] = []
    for paragraph in text.split("\n\n"):
        if found and found[-1].count("“") > found[-1].count("”"):
            found[-1] = f"{found[-1]}\n\n{paragraph}"
        else:
            found.append(paragraph)
    return found


def _quoted(line: str) -> tuple[str, str]:
    """The quotes of a paragraph without our words around them, and the marks behind them, which tell whose they are.

    ``_NOTHING`` where it holds no whole quote, or none with a mark.
    """
    if "“" not in line or line.count("“") != line.count("”"):
        return _NOTHING
    end = line.rindex("”") + 1
    marks = _MARKS.search(line, end)
    return (line[line.index("“") : end], marks[0]) if marks else _NOTHING


def _quotes_in(answer: Answer) -> set[str]:
    """The quotes of an answer as its text holds them."""
    cited = {*answer.citations, *([answer.nearest] if answer.nearest else [])}
    for conflict in answer.conflicts:
        cited |= {*conflict.reasons, *(side.citation for side in conflict.sides)}
    return {f"“{citation.shown}”" for citation in cited}


def _renumbered(text: str, number: dict[int, int], quotes: Set[str]) -> str:
    """A text with new numbers in the marks behind its statements; the quotes themselves stay as they are."""

    def anew(found: re.Match[str]) -> str:
        if found[0] in quotes:
            return found[0]
        return "".join(f" [{number.get(int(old), old)}]" for old in re.findall(r"\d+", found[0]))

    longest_first = sorted(quotes, key=len, reverse=True)
    return re.sub("|".join([*map(re.escape, longest_first), _MARKS.pattern]), anew, text, flags=re.MULTILINE)


def _status(statuses: Sequence[Status]) -> Status:
    """Answered if every question is; one for which there is nothing makes the whole partial."""
    if len(set(statuses)) == 1:
        return statuses[0]
    told = {Status.ANSWERED, Status.PARTIAL}
    return Status.PARTIAL if told & set(statuses) else Status.UNANSWERABLE
