"""One run of the evaluation: every question asked, searched for and judged."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from assistant.answer import Answer
from eval.items import Item, ItemKind
from eval.metrics import (
    Verdict,
    citation_correct,
    citations_of,
    false_alarm,
    judge,
    officially_cited,
    quotes_exact,
    stands_in,
    supported,
)
from eval.relevance import Retrieval, retrieval
from ingest.document import Document, Passage

Ask = Callable[[Item], Answer]
Retrieve = Callable[[str], Sequence[Passage]]
Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What became of one question."""

    item: Item
    answer: Answer
    verdict: Verdict
    cited: bool | None  # the right place is cited; None if there is nothing to cite
    exact: bool | None  # every quote stands in its paper to the letter; None without quotes
    retrieval: Retrieval | None  # None for a question without evidence
    ask_ms: float  # a whole answer
    retrieve_ms: float  # the search alone
    supported: bool | None = None  # what it states of the required facts stands in its quotes
    official: bool | None = None  # official numbers are cited to the letter
    alarm: bool | None = None  # it tells of a conflict that is none
    alone: Verdict | None = None  # of the same question without the conversation, where that was written


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """The results of all questions, in the order in which they were asked."""

    results: tuple[Result, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """What is measured: something that answers and searches, and the papers that it does so from."""

    ask: Ask
    retrieve: Retrieve
    documents: Mapping[str, Document]  # by identifier
    delivered: Mapping[str, str]  # by identifier, the words of the file, read apart by ``eval.outside``


def evaluate(items: Sequence[Item], subject: Subject, *, progress: Progress | None = None) -> Run:
    """Ask every question once, one after the other, and judge what comes back.

    Args:
        items: The questions.
        subject: What is measured.
        progress: Called with the number of questions done and their total.
    """
    known = [item for item in items if item.kind is ItemKind.CONFLICT]
    results = []
    for done, item in enumerate(items, start=1):
        results.append(_result(item, subject, known))
        if progress:
            progress(done, len(items))
    return Run(results=tuple(results))


def _result(item: Item, subject: Subject, known: Sequence[Item]) -> Result:
    started = time.perf_counter()
    answer = subject.ask(item)
    answered = time.perf_counter()
    # A question that leans on the conversation is searched for as the assistant understood it.
    found = subject.retrieve(answer.understood_as if item.history else item.question)
    searched = time.perf_counter()
    return Result(
        item=item,
        answer=answer,
        verdict=judge(item, answer),
        cited=citation_correct(item, answer),
        exact=_exact(answer, subject),
        retrieval=retrieval(item, found),
        ask_ms=(answered - started) * 1e3,
        retrieve_ms=(searched - answered) * 1e3,
        supported=supported(item, answer),
        official=officially_cited(answer),
        alarm=false_alarm(answer, known),
        alone=_alone(item, subject),
    )


def _alone(item: Item, subject: Subject) -> Verdict | None:
    if not item.rewrite:
        return None
    alone = replace(item, kind=ItemKind.FACT_NUMBER, question=item.rewrite, history=(), rewrite="")
    return judge(item, subject.ask(alone))


def _exact(answer: Answer, subject: Subject) -> bool | None:
    exact = quotes_exact(answer, subject.documents)
    if not exact:
        return exact
    return all(
        stands_in(citation.text, subject.delivered[citation.document])
        for citation in citations_of(answer)
        if citation.document in subject.delivered
    )
