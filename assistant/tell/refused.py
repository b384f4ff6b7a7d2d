"""A refusal: that the papers do not tell it, what they hold that comes nearest, and where to turn."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from assistant.answer import Answer, Citation, Status
from assistant.find.evidence import Evidence
from assistant.prove.quotes import numbered
from assistant.prove.verify import Statement, is_exact, kept
from assistant.read.confidence import THRESHOLD, confidence, names_what_costs
from assistant.tell import compose
from assistant.tell.referrals import where_to_turn
from assistant.tell.tone import instead
from assistant.understand.question import Question
from assistant.understand.wishes import Wish
from ingest.document import BlockKind, Document

SAYS_LITTLE = frozenset({BlockKind.FOOTNOTE, BlockKind.TABLE})  # by itself: a note, or a row without its head
FAR = 0.15  # chance of the best sentence below which a refused question is of another field; on the open half


def refusal(
    question: str,
    understood: Question,
    persona: str,
    status: Status,
    reason: str,
    citations: Sequence[Citation],
    near: Sequence[Evidence] = (),
    nearest: Citation | None = None,
    *,
    documents: Mapping[str, Document],
) -> Answer:
    """The answer that there is none.

    Args:
        question: As it was typed.
        understood: As it was understood.
        persona: Who asks; a parent reads first where to turn.
        status: Why there is none: nothing is told, or it was made unreadable.
        reason: The sentence that says so.
        citations: What the papers say of it; of what was made unreadable, the grounds.
        near: The sentences that came nearest, best first: they tell whether the question is of another field.
        nearest: The quote that comes nearest, where a model named it; else it is looked for in ``near``.
        documents: The papers by identifier.
    """
    statements = [
        Statement(text=f"In het stuk staat daarbij: “{citation.shown}”", citations=(citation,))
        for citation in citations
    ]
    quoted, cited = numbered(kept(statements, documents))
    nearest = nearest or _nearest(understood, near)
    if nearest and not is_exact(nearest, documents):
        nearest = None
    near_by = [instead(nearest)] if nearest else []
    chance = max(map(confidence, near), default=None)
    is_near = chance is None or _is_near(understood, near, chance)
    turn = where_to_turn(understood.text, persona, before=understood.background, is_near=is_near)
    turn_first = persona == "ouder" and not quoted
    if turn_first and turn and Wish.WHERE_TO_TURN in understood.wishes:
        reason = ""  # that the papers do not say it is no answer to who asks where help is
    lines = [reason, turn, *near_by] if turn_first else [reason, *quoted, *near_by, turn]
    return Answer(
        question=question,
        understood_as=understood.understood_as,
        status=status,
        text="\n\n".join(line for line in lines if line),
        citations=cited,
        chance=chance,
        nearest=nearest,
    )


def _is_near(question: Question, near: Sequence[Evidence], chance: float) -> bool:
    """Whether the papers are of the field of a question; any amount looks like a price, so its thing has to be named.

    Args:
        question: As it was understood.
        near: The sentences that came nearest.
        chance: That the best of them is right.
    """
    named = Wish.PRICE not in question.wishes or any(names_what_costs(question, one) for one in near)
    return named and chance >= FAR


def _nearest(question: Question, near: Sequence[Evidence]) -> Citation | None:
    """The sentence that comes nearest, if it bears on the question; none where a price is asked for.

    What something else costs is no help.
    """
    if Wish.PRICE in question.wishes:
        return None
    close = [one for one in near if confidence(one) >= THRESHOLD and one.block.kind not in SAYS_LITTLE]
    return next(map(compose.standing_alone, close), None)
