"""From a question to an answer that may leave the house."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import replace

from assistant import compose
from assistant.answer import Answer, Citation, Conflict, ConflictSide, Status
from assistant.confidence import bearing, is_enough, is_sure
from assistant.conflicts import conflicting
from assistant.conversation import complete
from assistant.evidence import Evidence, find
from assistant.question import Question
from assistant.redaction import redacted_blocks
from assistant.referrals import urgent_help, where_to_turn
from assistant.sentences import Sentences
from assistant.verify import Statement, is_exact, kept
from index.dutch import terms
from index.generation import Generation

UNKNOWN = "Dit staat niet in de stukken die ik ken."
PERHAPS = "Ik weet niet zeker of dit uw vraag beantwoordt. Dit komt er het dichtst bij:"
UNREADABLE = "Dit deel is in het stuk onleesbaar gemaakt. Ik vul niet in wat er stond."


class Assistant:
    """Answers questions out of one generation of the index; safe to share between threads."""

    def __init__(self, generation: Generation) -> None:
        self._generation = generation
        self._sentences = Sentences(generation)

    def ask(self, question: str, *, history: Sequence[str] = (), persona: str = "ouder") -> Answer:
        """Answer a question.

        Args:
            question: In Dutch, as typed.
            history: Earlier questions of the same conversation, oldest first.
            persona: "ouder", "kamer" or "helpdesk"; changes length and buttons, never facts.
        """
        began = time.perf_counter()
        understood = complete(question, history)
        evidence = find(understood, self._generation, self._sentences)
        answer = self._answer(question, understood, evidence, persona)
        help_first = urgent_help(understood.text)
        if help_first:
            answer = replace(answer, text=f"{help_first}\n\n{answer.text}")
        return replace(answer, ms=(time.perf_counter() - began) * 1000)

    def _answer(self, question: str, understood: Question, evidence: Sequence[Evidence], persona: str) -> Answer:
        removed = redacted_blocks(understood, evidence, self._generation)
        if removed:
            citations = [compose.quote(document, block.start, block.end, block) for document, block in removed]
            return self._refusal(question, understood, Status.REDACTED, UNREADABLE, citations)
        fitting = bearing(evidence)
        if not is_enough(understood, fitting):
            return self._refusal(question, understood, Status.UNANSWERABLE, UNKNOWN, [], near=evidence[:1])
        chosen = compose.chosen_evidence(understood, fitting, persona)
        listed = compose.sections(understood, chosen)
        statements = [*listed, *compose.quoted(understood, chosen, persona), *compose.footnotes(understood, chosen)]
        short = compose.core(understood, chosen[0], statements[len(listed)].citations)
        conflicts = self._conflicts(understood, chosen, evidence)
        drafts = [*([short] if short else []), *statements, *map(compose.told_apart, conflicts)]
        held = kept(drafts, self._generation.document_of)
        if not any(statement in statements for statement in held):
            return self._refusal(question, understood, Status.UNANSWERABLE, UNKNOWN, [], near=evidence[:1])
        text, cited = numbered(held)
        sure = is_sure(chosen[0])
        return Answer(
            question=question,
            understood_as=understood.understood_as,
            status=Status.ANSWERED if sure else Status.PARTIAL,
            text=text if sure else f"{PERHAPS}\n\n{text}",
            citations=cited,
            conflicts=tuple(conflicts),
            as_of=max((citation.date for citation in cited if citation.date), default=None),
        )

    def _conflicts(
        self, understood: Question, chosen: Sequence[Evidence], evidence: Sequence[Evidence]
    ) -> list[Conflict]:
        wanted = set(terms(f"{understood.text} {understood.background}"))
        found = []
        for sides in conflicting(chosen, evidence, wanted):
            quotes = [
                ConflictSide(value=count.value, citation=compose.quotes(one.sentence)[0])
                for count, one in sides
            ]
            if all(is_exact(side.citation, self._generation.document_of) for side in quotes):
                found.append(Conflict(subject=sides[0][0].unit, sides=tuple(quotes)))
        return found

    def _refusal(
        self,
        question: str,
        understood: Question,
        status: Status,
        reason: str,
        citations: Sequence[Citation],
        near: Sequence[Evidence] = (),
    ) -> Answer:
        statements = [
            Statement(text=f"Als grond staat erbij: “{citation.text}”", citations=(citation,)) for citation in citations
        ]
        text, cited = numbered(kept(statements, self._generation.document_of))
        searched = f"Ik zocht in {len(self._generation.documents)} stukken."
        closest = [
            f"Het dichtst in de buurt komt {compose.quotes(one.sentence)[0].citation}, maar dat is geen antwoord op uw vraag."
            for one in near
        ]
        lines = [reason, text, searched if near else "", *closest, where_to_turn(understood.text)]
        return Answer(
            question=question,
            understood_as=understood.understood_as,
            status=status,
            text="\n\n".join(line for line in lines if line),
            citations=cited,
        )


def numbered(statements: Sequence[Statement]) -> tuple[str, tuple[Citation, ...]]:
    """The statements as text, each followed by the numbers of its citations, and those citations in order."""
    cited: list[Citation] = []
    lines = []
    for statement in statements:
        for citation in statement.citations:
            if citation not in cited:
                cited.append(citation)
        marks = "".join(f" [{cited.index(citation) + 1}]" for citation in statement.citations)
        lines.append(f"{statement.text}{marks}")
    return "\n\n".join(lines), tuple(cited)
