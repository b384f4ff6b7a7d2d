"""How well passages are found: recall and nDCG, computed by ir-measures."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import fmean

from eval.items import Item, ItemKind, fold
from ingest.document import Passage

DEPTH = 10  # passages looked at per question

# Kinds that want every passage named; for the others any one of them holds the answer.
EVERY_PASSAGE = frozenset((ItemKind.CONFLICT, ItemKind.MULTI_DOC, ItemKind.LIST))


@dataclass(frozen=True, slots=True, kw_only=True)
class Retrieval:
    """How well the right passages of one question were found, each in 0..1."""

    recall_at_5: float
    recall_at_10: float
    ndcg_at_10: float


def is_evidence(passage: Passage, item: Item, fragments: Sequence[str]) -> bool:
    """Whether a passage is from one of the item's papers and holds all these fragments."""
    if passage.document not in item.documents:
        return False
    text = _comparable(passage.text)
    return all(
        re.search(rf"(?<!\d){re.escape(_comparable(fragment))}(?!\d)", text) is not None for fragment in fragments
    )


def retrieval(item: Item, passages: Sequence[Passage]) -> Retrieval | None:
    """Measure one ranking against the evidence of its question.

    The passages of the evidence are the relevant ones, all of gain 1. Of lists, conflicts and
    questions over several papers each group of fragments marks a passage that is wanted; of all
    other questions the groups are alternatives, and the first passage that meets one of them is
    the one that is wanted. A passage that says the same again is neither wanted nor counted.

    Args:
        item: The question.
        passages: What was found, best first; the first ``DEPTH`` count.

    Returns:
        None for a question without evidence.

    Source: nDCG of Järvelin and Kekäläinen, ACM TOIS 20 (2002), doi:10.1145/582415.582418;
        ir-measures: MacAvaney, Macdonald and Ounis, ECIR 2022, doi:10.1007/978-3-030-99739-7_38.
    """
    if not item.evidence:
        return None
    wanted = _wanted(item, passages[:DEPTH])
    return _measure(wanted, min(len(passages), DEPTH))


def mean(found: Iterable[Retrieval | None]) -> Retrieval:
    """The means over some questions; those without evidence, None, are left out. All 0 if none is left."""
    measured = [one for one in found if one]
    if not measured:
        return Retrieval(recall_at_5=0.0, recall_at_10=0.0, ndcg_at_10=0.0)
    return Retrieval(
        recall_at_5=fmean(one.recall_at_5 for one in measured),
        recall_at_10=fmean(one.recall_at_10 for one in measured),
        ndcg_at_10=fmean(one.ndcg_at_10 for one in measured),
    )


def _wanted(item: Item, passages: Sequence[Passage]) -> list[str]:
    """Names of the relevant passages: "rank 3" where it was found, "group 1" where it was not."""
    ranks = [
        next((rank for rank, passage in enumerate(passages) if is_evidence(passage, item, group)), None)
        for group in item.evidence
    ]
    if item.kind not in EVERY_PASSAGE:
        found = [rank for rank in ranks if rank is not None]
        ranks = [min(found, default=None)]
    names = [f"rank {rank}" if rank is not None else f"group {group}" for group, rank in enumerate(ranks)]
    return list(dict.fromkeys(names))


def _measure(wanted: Sequence[str], found: int) -> Retrieval:
    import ir_measures
    from ir_measures import R, nDCG

    judged = {"item": dict.fromkeys(wanted, 1)}
    run = {"item": {f"rank {rank}": float(DEPTH - rank) for rank in range(found)}}
    values = ir_measures.calc_aggregate([R @ 5, R @ 10, nDCG @ 10], judged, run)
    return Retrieval(recall_at_5=values[R @ 5], recall_at_10=values[R @ 10], ndcg_at_10=values[nDCG @ 10])


def _comparable(text: str) -> str:
    """White space and hyphens folded, so that a word means the same broken over a line or not."""
    mended = re.sub(r"[-‐‑\xad]\s*\n\s*", "", text)
    return re.sub(r"[-‐‑\xad]", "", fold(mended))
