"""What is measured of one answer: is it right, does its citation hold, are its quotes exact?"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from assistant.answer import Answer, Citation, Status
from eval.facts import normalise, states
from eval.items import Item, ItemKind
from ingest.document import Document

_Z95 = 1.959963984540054  # 97.5 % point of the standard normal distribution
_SHORTEST_PIECE = 12  # letters; a quote may be interrupted by page furniture, but not fall to crumbs

# Kinds whose answer must rest on every paper named, not on any one of them.
_ON_EVERY_PAPER = frozenset((ItemKind.CONFLICT, ItemKind.MULTI_DOC))


class Outcome(StrEnum):
    """What became of one question; every question has exactly one."""

    RIGHT = "right"
    WRONG = "wrong"  # a fact is missing, or the wrong ground for a refusal is given
    CONFIDENTLY_WRONG = "confidently wrong"  # given as a full answer, yet false or about something else
    SILENT = "silent"  # asked back instead of answering
    NEEDLESS_REFUSAL = "needless refusal"  # the papers do answer it


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """The judgement of one answer."""

    outcome: Outcome
    missing: tuple[str, ...] = ()  # required facts that the answer does not state, by their first spelling
    false: tuple[str, ...] = ()  # forbidden facts that it does state
    direct: bool = False  # the first paragraph alone states every required fact

    @property
    def right(self) -> bool:
        """Whether the answer is what it should be."""
        return self.outcome is Outcome.RIGHT


def judge(item: Item, answer: Answer) -> Verdict:
    """Hold an answer against what its question requires.

    An answer is right if its text states every required fact and no forbidden one; a fact that
    stands only in the quotes below the text does not count, as the reader was not told it. The
    values that an answer shows as a conflict are part of what it says. A question that must be
    refused is right only if it is refused on the right ground.
    """
    if item.refusal:
        return Verdict(outcome=_of_refusal(item.refusal, answer.status))
    if answer.refused:
        silent = answer.status is Status.CLARIFY
        return Verdict(
            outcome=Outcome.SILENT if silent else Outcome.NEEDLESS_REFUSAL,
            missing=tuple(spellings[0] for spellings in item.required),
        )
    said = _said(answer)
    missing = _missing(item, said)
    false = tuple(fact for fact in item.forbidden if states(said, fact))
    if not missing and not false:
        first = answer.text.strip().partition("\n\n")[0]
        return Verdict(outcome=Outcome.RIGHT, direct=not _missing(item, first))
    sure = answer.status is Status.ANSWERED and (bool(false) or len(missing) == len(item.required))
    outcome = Outcome.CONFIDENTLY_WRONG if sure else Outcome.WRONG
    return Verdict(outcome=outcome, missing=missing, false=false)


def citation_correct(item: Item, answer: Answer) -> bool | None:
    """Whether the answer names the paper, and the place in it, where the evidence stands.

    A question about several papers, or about two that differ, needs a citation of each.
    "antwoord 5" is also met by "antwoord 4 en 5", as papers answer questions together.

    Returns:
        None where nothing is to be judged: a refusal, or an item without documents.
    """
    if answer.refused or item.refusal or not item.documents:
        return None
    cited = [citation for citation in _citations(answer) if citation.document in item.documents]
    if item.places:
        cited = [citation for citation in cited if any(_same_place(place, citation) for place in item.places)]
    if item.kind in _ON_EVERY_PAPER:
        return {citation.document for citation in cited} >= set(item.documents)
    return bool(cited)


def quotes_exact(answer: Answer, documents: Mapping[str, Document]) -> bool | None:
    """Whether every quote equals the stored text at its offsets.

    Args:
        answer: What was answered.
        documents: The stored papers by identifier.

    Returns:
        None if the answer quotes nothing.
    """
    citations = _citations(answer)
    if not citations:
        return None
    return all(
        citation.document in documents
        and bool(citation.text)
        and documents[citation.document].text[citation.start : citation.end] == citation.text
        for citation in citations
    )


def stands_in(quote: str, paper: str) -> bool:
    """Whether a quote stands in the text of a paper as it was delivered, read without our parsing.

    Only letters and digits are compared, so that broken lines do not matter. The quote may run
    over a page break: then it stands in the paper in pieces, in this order, each of some length.
    """
    wanted, text = _letters(quote), _letters(paper)
    position = 0
    while wanted:
        length = _longest_start(wanted, text[position:])
        if length < min(_SHORTEST_PIECE, len(wanted)):
            return False
        position += text[position:].index(wanted[:length]) + length
        wanted = wanted[length:]
    # A quote without letters, such as the mark of a list item, is looked up as it is.
    return bool(_letters(quote)) or quote in paper


def wilson(successes: int, n: int) -> tuple[float, float]:
    """The 95 % Wilson score interval of a share.

    Args:
        successes: How many of ``n`` succeeded.
        n: How many were tried; 0 gives (0, 1), as nothing is known.

    Returns:
        Lower and upper bound, both within 0..1.

    Raises:
        ValueError: ``successes`` does not lie in 0..n.

    Source: Wilson, Journal of the American Statistical Association 22 (1927), doi:10.2307/2276774;
        in the form of Agresti and Coull, The American Statistician 52 (1998), doi:10.2307/2685469.
    """
    if not 0 <= successes <= n:
        raise ValueError(f"{successes} of {n} is no share")
    if n == 0:
        return 0.0, 1.0
    share, z2 = successes / n, _Z95**2
    middle = share + z2 / (2 * n)
    reach = _Z95 * math.sqrt(share * (1 - share) / n + z2 / (4 * n * n))
    low, high = (middle - reach) / (1 + z2 / n), (middle + reach) / (1 + z2 / n)
    # At 0 and n of n the bound is 0 or 1 exactly, and rounding would miss it by a hair.
    return (0.0 if successes == 0 else low), (1.0 if successes == n else high)


def _of_refusal(expected: Status, status: Status) -> Outcome:
    if status is expected:
        return Outcome.RIGHT
    if status is Status.CLARIFY:
        return Outcome.SILENT
    return Outcome.CONFIDENTLY_WRONG if status is Status.ANSWERED else Outcome.WRONG


def _missing(item: Item, text: str) -> tuple[str, ...]:
    return tuple(facts[0] for facts in item.required if not any(states(text, fact) for fact in facts))


def _said(answer: Answer) -> str:
    values = [side.value for conflict in answer.conflicts for side in conflict.sides]
    return " ; ".join([answer.text, *values])


def _citations(answer: Answer) -> tuple[Citation, ...]:
    return answer.citations + tuple(side.citation for conflict in answer.conflicts for side in conflict.sides)


def _same_place(place: str, citation: Citation) -> bool:
    return set(normalise(place).split()) <= set(normalise(citation.place).split())


def _letters(text: str) -> str:
    return "".join(letter for letter in text.casefold() if letter.isalnum())


def _longest_start(wanted: str, text: str) -> int:
    """How many letters of ``wanted``, from its start, occur somewhere in ``text`` in one piece."""
    low, high = 0, len(wanted)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if wanted[:middle] in text else (low, middle - 1)
    return low
