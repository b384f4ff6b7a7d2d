"""A number, an amount or a day that only who asked gave: told as the words of the question, with the reply to it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from assistant.find.evidence import Evidence
from assistant.find.wanted import OF_ANOTHER
from assistant.read.confidence import bearing, confidence, is_enough, is_sure
from assistant.understand.asked import MEASURED
from assistant.understand.question import Question
from ingest.document import BlockKind

NEAREST = 3  # sentences of who asked, best first, that may hold the figure


def with_askers_figure(
    question: Question, fitting: Sequence[Evidence], search: Callable[[Question], Sequence[Evidence]]
) -> list[Evidence]:
    """The evidence, led by the sentence of who asked where that holds what is asked for, and no reply surely does.

    Args:
        question: As it was understood.
        fitting: The sentences that bear on all its names, best first.
        search: Finds the sentences for a question, best first.
    """
    found = list(fitting)
    if question.asked not in MEASURED or question.of_the_asker or (found and is_sure(question, found[0])):
        return found
    of_asker = replace(question, of_the_asker=True)
    near = [one for one in bearing(of_asker, search(of_asker)) if one.block.kind is BlockKind.QUESTION][:NEAREST]
    asked = [one for one in near if one.features.typed > OF_ANOTHER][:1]
    if not asked or not is_enough(of_asker, asked):
        return found
    if is_enough(question, found) and confidence(asked[0]) <= confidence(found[0]):
        return found
    place = (asked[0].document.identifier, asked[0].start)
    return [*asked, *(one for one in found if (one.document.identifier, one.start) != place)]
