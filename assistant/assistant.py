"""From a question to an answer that may leave the house."""

from __future__ import annotations

import time
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from functools import partial

from assistant.answer import Answer, Citation, Conflict, Status, Wording
from assistant.differ.conflicts import conflicting, in_words
from assistant.differ.disagreement import disagreement
from assistant.errors import LONGEST, MOST_EARLIER, QuestionTooLong
from assistant.find.evidence import Evidence
from assistant.find.finding import Manner, Read, as_read, find, passages, weighed
from assistant.find.sentences import Sentences, answers_nothing, is_bare_source
from assistant.point.contents import Contents
from assistant.point.lookups import is_beyond, lacks_place, looked_up
from assistant.prove.quotes import numbered, only_beside, quotes, told, told_apart, whence
from assistant.prove.verify import Statement, kept
from assistant.read.confidence import bearing, confidence, is_enough, is_sure
from assistant.read.premise import unheard, unsaid
from assistant.read.promised import promised, yet_to_come
from assistant.read.reader import reader_of
from assistant.read.redaction import redacted
from assistant.read.sides import on_its_side
from assistant.tell import compose
from assistant.tell.by_paper import by_paper
from assistant.tell.choice import chosen_evidence
from assistant.tell.core import another_fits_more, is_disputed, with_both
from assistant.tell.courtesies import ABOUT_WHAT, courtesy, lacks_subject
from assistant.tell.keys import of_its_row
from assistant.tell.looked_up import cell_looked_up
from assistant.tell.missing import missing
from assistant.tell.plain import in_own_words
from assistant.tell.referrals import urgent_help
from assistant.tell.refused import refusal
from assistant.tell.together import together
from assistant.tell.tone import PROBABLY, UNKNOWN, doubt, framed
from assistant.understand.asked import FIGURES, VALUES, Asked
from assistant.understand.conversation import asks_whence, complete
from assistant.understand.message import without_frame
from assistant.understand.places import asks_what_it_is
from assistant.understand.question import Question
from assistant.understand.several import separate
from assistant.understand.source import papers_of_their_day
from assistant.word.answering import Draft, Hands, Writer, answered
from assistant.word.sheet import Excerpt
from assistant.word.supply import Supply
from index.filters import NO_FILTERS, Filters
from index.generation import Generation
from index.rerank import Reranker
from index.search import search
from index.spelling import Spelling
from ingest.document import BlockKind, Passage
from ingest.formats.characters import tidy
from ingest.orders import asked_without_orders, only_bids

NOT_HERE = "Het stuk waar u naar vraagt heb ik niet, en geen ander stuk noemt het."
NO_SUCH_PLACE = "Het stuk dat u noemt heeft geen vraag, antwoord of voetnoot met dat nummer."
NO_REASON = "Een reden voor het verschil vind ik in de stukken niet. Lees hieronder hoe elk stuk telt."
NOT_SAID = "Over „%s” vond ik bij deze vraag niets in de stukken."
UNREADABLE = "Dit deel is in het stuk onleesbaar gemaakt. Ik vul niet in wat er stond."


class Assistant:
    """Answers questions out of one generation of the index; safe to share between threads.

    With a ``writer`` it reads what was found and writes the answer, of which every sentence is proven; without one, or
    where it fails, an answer is made of quotes.
    """

    def __init__(
        self,
        generation: Generation,
        reranker: Reranker | None = None,
        writer: Writer | None = None,
    ) -> None:
        self._generation = generation
        self._reader = reader_of(generation)
        self._manner = Manner(reranker=reranker, reader=self._reader)
        self._writer = writer
        self._sentences = Sentences(generation)
        self._spelling = Spelling(generation.words.written)
        self._contents = Contents(generation)
        self._refusal = partial(refusal, documents=generation.document_of)
        self._supply = Supply(generation=generation, sentences=self._sentences)
        self._hands = Hands(
            generation=generation,
            supply=self._supplied,
            conflicts=self._conflicts,
            refusal=self._refusal_of,
        )

    def over(self, generation: Generation) -> Assistant:
        """The same assistant, with its models, over another index."""
        return Assistant(generation, self._manner.reranker, self._writer)

    def ask(
        self,
        question: str,
        *,
        history: Sequence[str] = (),
        persona: str = "ouder",
        with_model: bool = True,
        withheld: Collection[str] = (),
    ) -> Answer:
        """Answer a question.

        Args:
            question: In Dutch, as typed.
            history: Earlier questions of the same conversation, oldest first; the last ``MOST_EARLIER`` count.
            persona: "ouder", "kamer" or "helpdesk"; changes length and buttons, never facts.
            with_model: Whether the language model, where one is set, may read and write.
            withheld: Earlier questions that no language model may read, because they were asked without one.

        Raises:
            QuestionTooLong: One of them has more than ``LONGEST`` characters.
        """
        *_, answer = self.stream(question, history=history, persona=persona, with_model=with_model, withheld=withheld)
        return answer

    def stream(
        self,
        question: str,
        *,
        history: Sequence[str] = (),
        persona: str = "ouder",
        with_model: bool = True,
        withheld: Collection[str] = (),
    ) -> Iterator[Answer]:
        """Answer a question as ``ask`` does: first with the sources, then sentence by sentence; the last is whole."""
        began = time.perf_counter()
        history = history[-MOST_EARLIER:]
        if (longest := max(map(len, [question, *history]))) > LONGEST:
            raise QuestionTooLong(f"{longest} characters, at most {LONGEST}")
        drafts, earlier = [], [_asked(one) for one in history]
        parts = separate(_asked(question))
        asked, hidden = tuple(earlier), {*map(_asked, withheld)}
        for one in parts:
            draft = self._drafted(one, earlier, persona, beside=len(parts) - 1)
            drafts.append(self._for_model(draft, one, asked, earlier, hidden) if with_model and self._writer else draft)
            earlier.append(one)
        if len(drafts) > 1:
            drafts = [replace(draft, message=question) for draft in drafts]
        for step in self._worded(question, drafts, persona) if with_model else [[one.answer for one in drafts]]:
            answer = step[0] if len(step) == 1 else together(question, step)
            yield replace(framed(replace(answer, question=question), persona), ms=(time.perf_counter() - began) * 1000)

    def _for_model(
        self, draft: Draft, question: str, asked: Sequence[str], earlier: Sequence[str], hidden: Collection[str]
    ) -> Draft:
        """A draft with the question before it where it stands alone; one that leans on a hidden question is not read.

        Args:
            draft: The answer without a model.
            question: What it answers.
            asked: The questions of earlier messages.
            earlier: The same, and those before it in its own message.
            hidden: Earlier questions that no model may read.
        """
        if draft.question is None or not asked:
            return draft
        background, last_is_hidden = draft.question.background, asked[-1] in hidden
        shared = [one for one in earlier if one not in hidden]
        leans = bool(background) and background != complete(question, shared, self._spelling).background
        if leans or (draft.exact and last_is_hidden):
            return Draft(answer=replace(draft.answer, wording=Wording.LEANING))
        return draft if background or last_is_hidden else replace(draft, before=asked[-1])

    def _worded(self, message: str, drafts: Sequence[Draft], persona: str) -> Iterator[list[Answer]]:
        """The answers, and with a writer every step on the way to them."""
        answers = [draft.answer for draft in drafts]
        if self._writer is None:
            yield answers
            return
        for number, draft in enumerate(drafts):
            for step in answered(draft, message, persona, self._writer, self._hands):
                answers = [*answers[:number], step, *answers[number + 1 :]]
                yield answers

    def search(self, question: str) -> list[Passage]:
        """The passages that bear on a question that stands alone, best first: what its answer is made from."""
        understood = complete(question, (), self._spelling)
        found = self._passages(understood)
        if self._reader:
            self._reader.let_go(as_read(understood))
        return [read.hit.passage for read in found]

    def near(self, words: str, *, k: int, filters: Filters = NO_FILTERS) -> list[Passage]:
        """The ``k`` passages that come nearest to some words, best first, of those that meet the filters."""
        read = None
        if self._reader:
            read = self._reader.meaning(words)
            self._reader.let_go(words)
        return [hit.passage for hit in search(self._generation, words, k=k, filters=filters, read=read)]

    def _supplied(self, words: str, draft: Draft | None) -> list[Excerpt]:
        """What a model reads for a question, or for words that it wants to search for."""
        understood = draft.question if draft and draft.question else complete(words, (), self._spelling)
        if draft and draft.found:
            return self._supply.excerpts(understood, draft.found, draft.evidence)
        found = self._passages(understood)
        return self._supply.excerpts(understood, found, self._weighed(understood, found))

    def _drafted(self, question: str, history: Sequence[str], persona: str, *, beside: int = 0) -> Draft:
        """The answer without a model, with what a model needs to read on; ``beside`` as in ``Question``."""
        if history and asks_whence(question):
            *others, last = separate(history[-1])
            before = self._drafted(last, [*history[:-1], *others], persona).answer
            if before.citations:
                return Draft(
                    answer=replace(
                        before,
                        question=question,
                        understood_as=f"{question} (vervolg op: {before.understood_as})",
                        text=whence(before.citations) if beside else f"{whence(before.citations)}\n\n{before.text}",
                    )
                )
        understood = complete(question, history, self._spelling)
        papers = self._generation.document_of.values()
        meant = papers_of_their_day(question, papers) or papers_of_their_day(understood.background, papers)
        understood = replace(understood, beside=beside, within=meant)
        if len(meant) == 1 and asks_what_it_is(understood.content):  # as of a paper that is named by its number
            understood = replace(understood, text=understood.content, papers=meant)
        if reply := courtesy(question, persona) or (ABOUT_WHAT if lacks_subject(understood) else ""):
            return Draft(answer=Answer(question=question, understood_as=question, status=Status.CLARIFY, text=reply))
        if only_bids(question):
            return self._refused(question, understood, persona, UNKNOWN)
        found = looked_up(understood, self._generation.document_of, persona, self._contents)
        if found and found.removed:
            hidden = self._refusal(question, understood, persona, Status.REDACTED, UNREADABLE, found.removed)
            return Draft(answer=hidden)
        held = kept(found.statements, self._generation.document_of) if found else []
        if found and held:
            answer = self._told(question, understood, held, [], notice=found.notice)
            return Draft(answer=answer, question=understood, exact=tuple(held))
        if found and not found.statements:
            return self._refused(question, understood, persona, found.notice)
        if differing := disagreement(understood, self._generation, history[-1] if history else ""):
            sides = dict.fromkeys(told([side.citation]) for conflict in differing for side in conflict.sides)
            notice = NO_REASON if understood.asked is Asked.REASON else ""
            held = kept([*sides], self._generation.document_of)
            answer = self._told(question, understood, held, differing, notice=notice)
            return Draft(answer=answer, question=understood, exact=tuple(held))
        if lacks_place(understood, self._generation.document_of):
            return self._refused(question, understood, persona, NO_SUCH_PLACE)
        read = self._passages(understood)
        evidence = self._weighed(understood, read)
        if is_beyond(understood, self._generation.document_of):
            return self._refused(question, understood, persona, NOT_HERE, near=evidence[:1])
        answer = self._answer(question, understood, evidence, persona)
        near_miss = answer.status is Status.UNANSWERABLE or answer.unlikely
        if near_miss and persona == "ouder" and urgent_help(question):  # who is in danger needs people, no paper
            return self._refused(question, understood, persona, UNKNOWN)
        return Draft(answer=answer, question=understood, evidence=tuple(evidence), found=tuple(read))

    def _refused(
        self, question: str, understood: Question, persona: str, reason: str, near: Sequence[Evidence] = ()
    ) -> Draft:
        """A refusal that nobody else is asked about: what is pointed at is not here."""
        return Draft(answer=self._refusal(question, understood, persona, Status.UNANSWERABLE, reason, [], near=near))

    def _refusal_of(
        self, draft: Draft, persona: str, status: Status, citations: Sequence[Citation], nearest: Citation | None
    ) -> Answer:
        """The refusal of a model that read what was found."""
        understood = draft.question or complete(draft.answer.question, (), self._spelling)
        reason = UNREADABLE if status is Status.REDACTED else UNKNOWN
        return self._refusal(draft.answer.question, understood, persona, status, reason, citations, nearest=nearest)

    def _find(self, question: Question) -> list[Evidence]:
        return find(question, self._generation, self._sentences, self._manner)

    def _passages(self, question: Question) -> list[Read]:
        return passages(question, self._generation, self._sentences, self._manner)

    def _weighed(self, question: Question, found: Sequence[Read]) -> list[Evidence]:
        return weighed(question, found, self._generation, self._manner)

    def _answer(self, question: str, understood: Question, evidence: Sequence[Evidence], persona: str) -> Answer:
        evidence, lacking = of_its_row(understood, [one for one in evidence if _may_answer(understood, one)])
        removed = redacted(understood, evidence, self._generation)
        if removed:
            citations = [citation for sentence in removed for citation in quotes(sentence)]
            return self._refusal(question, understood, persona, Status.REDACTED, UNREADABLE, citations)
        if grouped := by_paper(understood, evidence, self._find, self._generation.document_of, persona):
            conflicts = self._conflicts(understood, grouped.chosen, evidence)
            chance = max(map(confidence, grouped.chosen))
            notice = "" if grouped.sure else doubt(chance)
            return self._told(question, understood, grouped.statements, conflicts, notice=notice, chance=chance)
        evidence = [one for one in evidence if one.block.kind is not BlockKind.REDACTION]  # a ground tells nothing
        if lacking:
            return self._refusal(question, understood, persona, Status.UNANSWERABLE, _on(lacking), [])
        fitting = bearing(understood, promised(understood, on_its_side(understood, evidence)))
        cell = cell_looked_up(understood, evidence, fitting)
        if cell:
            fitting = [cell.row]
        elif not is_enough(understood, fitting):
            reason = _on(unheard(understood, evidence))
            near = [*yet_to_come(understood, evidence), *evidence[:1]]
            return self._refusal(question, understood, persona, Status.UNANSWERABLE, reason, [], near=near)
        supposed = unsaid(understood, fitting)
        if supposed:
            # A value that is told of something else would be taken for the one that was asked for.
            near = [] if understood.asked in VALUES else fitting[:1]
            return self._refusal(question, understood, persona, Status.UNANSWERABLE, _on(supposed), [], near=near)
        chosen = chosen_evidence(understood, fitting, persona)
        conflicts = self._conflicts(understood, chosen, evidence)
        is_open = another_fits_more(understood, chosen)
        documents = self._generation.document_of
        told_of = compose.drafts(understood, chosen, evidence, documents, persona, is_open=is_open, cell=cell)
        held = kept(told_of, documents)
        if not held:
            return self._refusal(question, understood, persona, Status.UNANSWERABLE, UNKNOWN, [], near=evidence[:1])
        held = with_both(held, conflicts)
        chance = max(map(confidence, chosen))
        is_open = is_open or is_disputed(understood, chosen)
        first = _told_first(understood, held, chosen, evidence)
        not_held = missing(understood, [quote for one in held for quote in one.citations])
        sure = first is not None and is_sure(understood, first) and not is_open and not not_held
        notice = "" if sure else PROBABLY if cell else not_held or doubt(chance)
        if persona == "ouder" and first and sure and "“" in held[0].text:  # no number or name stands in front of it
            held = [*self._in_own_words(understood, first.text, held[0].citations[0]), *held]
        answer = self._told(question, understood, held, conflicts, notice=notice, chance=chance)
        if understood.asked is Asked.LIST:
            return answer
        spans = [(one.document.identifier, start, end) for one in chosen for start, end in one.sentence.spans]
        return replace(answer, evidence=tuple(spans))

    def _in_own_words(self, question: Question, quoted: str, proof: Citation) -> list[Statement]:
        documents = self._generation.document_of
        own = in_own_words(question, quoted, proof, documents, self._reader.hear) if self._reader else None
        return [own] if own else []

    def _told(
        self,
        question: str,
        understood: Question,
        held: Sequence[Statement],
        conflicts: Sequence[Conflict],
        *,
        notice: str = "",
        chance: float | None = None,
    ) -> Answer:
        apart = [*map(told_apart, conflicts)]
        lines, cited = numbered([*held, *apart])
        text = "\n\n".join(lines[: len(held)])
        return Answer(
            question=question,
            understood_as=understood.understood_as,
            status=Status.PARTIAL if notice else Status.ANSWERED,
            text=f"{notice}\n\n{text}" if notice else text,
            citations=cited,
            conflicts=tuple(replace(one, told=line) for one, line in zip(conflicts, lines[len(held) :], strict=True)),
            as_of=max((citation.date for citation in cited if citation.date), default=None),
            chance=chance,
            likely=notice == PROBABLY,
            beside=only_beside([*held, *apart], cited),
        )

    def _conflicts(
        self, understood: Question, chosen: Sequence[Evidence], evidence: Sequence[Evidence]
    ) -> list[Conflict]:
        wanted = set(understood.whole.terms)
        found = conflicting(chosen, evidence, wanted, understood.condition)
        worded = [in_words(sides, self._generation.document_of) for sides in found]
        return [conflict for conflict in worded if conflict]


def _asked(message: str) -> str:
    """What a message asks, without what it says around that and without orders to a machine."""
    return without_frame(asked_without_orders(tidy(message)))


def _may_answer(question: Question, one: Evidence) -> bool:
    """Whether a sentence may answer at all; a bare source tells neither a figure, nor a reason, nor a yes or no."""
    is_source = question.asked in {*FIGURES, Asked.PERIOD, Asked.REASON, Asked.YES_NO} and is_bare_source(one.sentence)
    return not is_source and not answers_nothing(one.sentence)


def _told_first(
    question: Question, statements: Sequence[Statement], chosen: Sequence[Evidence], evidence: Sequence[Evidence]
) -> Evidence | None:
    """The sentence that the first statement quotes, the best of them; None where it quotes none that was found.

    Of a list it may quote headings only, and of a yes or no how a reply begins: then that is the best one chosen.
    """
    quoted = statements[0].citations
    for one in (*chosen, *evidence):
        if any(each.document == one.document.identifier and each.start <= one.start < each.end for each in quoted):
            return one
    return chosen[0] if question.asked in {Asked.LIST, Asked.YES_NO} else None


def _on(word: str) -> str:
    """Of which word of the question nothing was found; without one, that the papers do not say it."""
    return NOT_SAID % word if word else UNKNOWN
