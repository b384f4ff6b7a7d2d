"""What is measured of one answer: is it right, does its citation hold, are its quotes exact?"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from assistant.answer import Answer, Citation, Conflict, Status
from eval.facts import normalise, states
from eval.items import Item, ItemKind
from eval.official import official
from ingest.document import Document

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
    cited = [citation for citation in citations_of(answer) if citation.document in item.documents]
    if item.places:
        cited = [citation for citation in cited if any(_same_place(place, citation) for place in item.places)]
    if item.kind in _ON_EVERY_PAPER:
        return {citation.document for citation in cited} >= set(item.documents)
    return bool(cited)


def supported(item: Item, answer: Answer) -> bool | None:
    """Whether every required fact that the answer states also stands in one of its quotes.

    Or in what is said of it out of the head of its paper: who speaks, and the title, which names who moved a motie.
    The fact may be spelled otherwise there. It says nothing of facts that the answer leaves out.

    Returns:
        None for a refusal, and where the answer states no required fact.
    """
    if item.refusal or answer.refused:
        return None
    said, quotes = _said(answer), [_borne(one) for one in citations_of(answer)]
    told = [spellings for spellings in item.required if any(states(said, fact) for fact in spellings)]
    if not told:
        return None
    return all(any(states(quote, fact) for quote in quotes for fact in spellings) for spellings in told)


def _borne(citation: Citation) -> str:
    return " ".join([citation.shown, citation.speaker.name, citation.title])


def officially_cited(answer: Answer) -> bool | None:
    """Whether every paper with an official number is cited by it to the letter, with its place behind it.

    Returns:
        None if no paper with such a number is cited.
    """
    judged = [
        citation.citation == wanted or citation.citation.startswith(f"{wanted}, ")
        for citation in citations_of(answer)
        if (wanted := official(citation.document, citation.date))
    ]
    return all(judged) if judged else None


def false_alarm(answer: Answer, known: Sequence[Item]) -> bool | None:
    """Whether the answer tells of a conflict that is none.

    Args:
        answer: What was answered.
        known: The questions of kind ``conflict``. A conflict is a true one if both its values are
            required by one of them, out of its papers.

    Returns:
        None for a refusal.
    """
    if answer.refused:
        return None
    return any(not any(_is_known(conflict, item) for item in known) for conflict in answer.conflicts)


def _is_known(conflict: Conflict, item: Item) -> bool:
    facts = [fact for spellings in item.required for fact in spellings]
    return all(
        side.citation.document in item.documents and any(states(side.value, fact) for fact in facts)
        for side in conflict.sides
    )


def quotes_exact(answer: Answer, documents: Mapping[str, Document]) -> bool | None:
    """Whether every quote equals the stored text at its offsets.

    Args:
        answer: What was answered.
        documents: The stored papers by identifier.

    Returns:
        None if the answer quotes nothing.
    """
    citations = citations_of(answer)
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


def citations_of(answer: Answer) -> tuple[Citation, ...]:
    """All that is quoted, in the text and for the conflicts."""
    return answer.citations + tuple(side.citation for conflict in answer.conflicts for side in conflict.sides)


def _same_place(place: str, citation: Citation) -> bool:
    return set(normalise(place).split()) <= set(normalise(citation.place).split())


def _letters(text: str) -> str:
    # A raised footnote mark is the plain digit of the paper, and a PDF may draw an accent beside its letter.
    return "".join(letter for letter in unicodedata.normalize("NFKD", text).casefold() if letter.isalnum())


def _longest_start(wanted: str, text: str) -> int:
    """How many letters of ``wanted``, from its start, occur somewhere in ``text`` in one piece."""
    low, high = 0, len(wanted)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if wanted[:middle] in text else (low, middle - 1)
    return low
