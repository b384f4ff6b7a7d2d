"""The answer in a few words, before the quotes that prove it."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.counts import condition_of, counts, has_bare_number
from assistant.evidence import Evidence
from assistant.question import Asked, Question
from assistant.standing import asks
from assistant.verify import Statement
from index.dutch import content_words, terms

CERTAIN = 0.57  # share of the question that a sentence speaks of before a number is lifted out of it; open half


def core(question: Question, chosen: Sequence[Evidence], statements: Sequence[Statement]) -> Statement | None:
    """The number that was asked for, in a few words: "39 van de 41 aanvragen".

    Only a count of the very thing, under the very condition, that the question names; in a sentence with
    several counts of that thing the condition has to tell which. Never the number of somebody who asks.
    """
    if question.asked is not Asked.NUMBER:
        return None
    asked, condition = set(terms(question.text)), condition_of(question.text)
    if all(condition_of(word) for word in content_words(question.text)):  # "En hoeveel zijn er afgewezen?"
        asked |= set(terms(question.background))
        condition = condition or condition_of(question.background)
    for one in chosen:
        if asks(one.block):
            continue
        fitting = [count for count in counts(one.text, one.document.date) if count.thing in asked]
        if condition:
            fitting = [count for count in fitting if count.condition is condition]
        proof = [statement for statement in statements if any(one.text in quote.text for quote in statement.citations)]
        alone = len(fitting) == 1 and not has_bare_number(one.text, one.document.date)
        if alone and proof and one.features.sentence >= CERTAIN:
            count = fitting[0]
            part = f"{count.value} van de {count.whole}" if count.whole else one.text[count.start : count.end]
            return Statement(text=f"{part} {count.unit}.", citations=proof[0].citations)
    return None
