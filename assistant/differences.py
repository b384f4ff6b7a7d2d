"""Where the papers give different figures for one thing, among the statements on a subject."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from assistant.answer import Conflict
from assistant.conflicts import conflicting, in_words
from assistant.counts import counts
from assistant.evidence import Evidence, Features
from assistant.uitspraken import Soort, Uitspraak
from index.generation import Generation
from ingest.document import Passage

_NOT_SEARCHED = Features(sentence=0, focus=0, around=0, meaning=0, passage=0, typed=0, voice=0, named=0)


def differences(rows: Sequence[Uitspraak], generation: Generation) -> list[Conflict]:
    """The conflicts among the figures of some statements, each once."""
    found: dict[tuple[str, frozenset[str]], Conflict] = {}
    evidence = _evidence(rows, generation)
    things = {count.thing for one in evidence for count in counts(one.text, one.document.date)}
    for one in evidence:
        for sides in conflicting([one], evidence, things):
            conflict = in_words(sides, generation.document_of)
            key = (sides[0][0].thing, frozenset(count.value for count, _ in sides))
            if conflict and key not in found:
                found[key] = conflict
    return list(found.values())


def _evidence(rows: Sequence[Uitspraak], generation: Generation) -> list[Evidence]:
    passages: dict[str, list[Passage]] = {}
    for passage in generation.passages:
        passages.setdefault(passage.document, []).append(passage)
    return [
        Evidence(
            sentence=row.sentence,
            passage=_passage(passages[row.document.identifier], row.start),
            bears=frozenset(),
            features=_NOT_SEARCHED,
            score=0.0,
        )
        for row in rows
        if Soort.CIJFER in row.soorten
    ]


def _passage(passages: Sequence[Passage], start: int) -> Passage:
    return passages[max(0, bisect_right([passage.start for passage in passages], start) - 1)]
