"""An answer by a language model that reads the sentences that were found, every sentence of it proven.

Its sources come first, then each sentence as it is proven. A sentence that fails gives way to the quotes that it names,
as long as they bear on the question; where what answers cannot be told, the answer is the one without a model. What the
exact layer knows (what was looked up, conflicts, what was made unreadable) is told whatever the model says.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import Protocol

from assistant.answer import Answer, Citation, Conflict, Status, Wording
from assistant.errors import NoAnswer
from assistant.find.evidence import Evidence
from assistant.find.finding import Read
from assistant.prove.quotes import lead, lies_in, numbered, told, told_apart
from assistant.prove.verify import Statement, kept
from assistant.tell.core import another_fits_more, core
from assistant.tell.extent import WORDS, points_back
from assistant.tell.referrals import urgent_help
from assistant.tell.tone import PERHAPS
from assistant.understand.asked import Asked
from assistant.understand.personal_data import personal_data
from assistant.understand.question import Question
from assistant.word.proof import fault_of, without_verdict
from assistant.word.reply import Absent, Said, Search, read
from assistant.word.sheet import Excerpt, Line, Sheet, one_line
from assistant.word.supply import shows_redaction
from index.generation import Generation

ROUNDS = 2  # searches that a model may ask for
NEAR = 0.02  # share of the odds of the best sentence that one reaches if it bears on the question
LAST = "Zoeken kan niet meer."


class Writer(Protocol):
    """What can read and write."""

    @property
    def remote(self) -> bool:
        """Whether it works on another machine, so that the question leaves this one."""

    @property
    def name(self) -> str:
        """What people may call it."""

    def write(self, instructions: str, material: str) -> Iterator[str]:
        """Write, in pieces of any length.

        Raises:
            NoAnswer: It cannot be reached, is too slow or breaks off.
        """


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """The answer without a model, with what a model needs to read on."""

    answer: Answer
    question: Question | None = None  # None where nothing is to be read: a greeting, a paper that is not here
    evidence: tuple[Evidence, ...] = ()  # best first
    found: tuple[Read, ...] = ()  # the passages that it is of, best first
    exact: tuple[Statement, ...] = ()  # what was looked up; it is told whatever the model says
    message: str = ""  # all that was typed, where this is one question of several
    before: str = ""  # the question before it in the conversation, where it was not completed with that


@dataclass(frozen=True, slots=True, kw_only=True)
class Hands:
    """What answering with a model uses of the assistant that it is a step of: the index, and three of its functions."""

    generation: Generation
    supply: Callable[[str, Draft | None], list[Excerpt]]  # for words of the model, or for the question itself
    conflicts: Callable[[Question, Sequence[Evidence], Sequence[Evidence]], list[Conflict]]
    refusal: Callable[[Draft, str, Status, Sequence[Citation], Citation | None], Answer]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """A sentence of the answer, or the quote in the place of one."""

    statement: Statement
    lead: str = ""  # who says it, set before the first of several sentences; "" of a quote, which bears its own
    lines: tuple[Line, ...]

    @property
    def document(self) -> str:
        """The paper that it is of."""
        return self.statement.citations[0].document


@cache
def instructions() -> str:
    """What every model is told before it reads."""
    return files("assistant.word").joinpath("instruction.md").read_text(encoding="utf-8")


def material(
    question: Question,
    persona: str,
    sheet: Sheet,
    *,
    message: str = "",
    before: str = "",
    exact: Sequence[Statement] = (),
    last: bool = False,
) -> str:
    """What a model reads: the question, what is told already, and the sheet. Only we begin a line.

    Args:
        question: As it was understood.
        persona: Who asks.
        sheet: The numbered sentences.
        message: All that was typed, where this is one question of several.
        before: The question before it, where it was not completed with that.
        exact: What the answer tells already.
        last: Whether a further search is in vain.
    """
    lines = [f"VRAAG: {one_line(question.understood_as)}", f"VRAGER: {persona}"]
    lines += [f"EERDER GEVRAAGD: {one_line(before)}"] if before else []
    lines += [f"UIT HET BERICHT: {one_line(message)}"] if message else []
    lines += [f"STAAT AL IN HET ANTWOORD: {one_line(statement.text)}" for statement in exact]
    lines += [LAST] if last else []
    return "\n".join([*lines, "", sheet.as_text()])


def answered(draft: Draft, message: str, persona: str, writer: Writer, hands: Hands) -> Iterator[Answer]:
    """The answer as it grows; the last one is whole, and ``wording`` tells what part the model has in it.

    Args:
        draft: The answer without a model.
        message: All that was typed.
        persona: Who asks.
        writer: The model.
        hands: What is borrowed from the steps around.
    """
    plain, question = draft.answer, draft.question
    if question is None or urgent_help(message):
        yield plain
        return
    if writer.remote and personal_data(f"{message}\n{draft.before}\n{plain.understood_as}"):
        yield replace(plain, wording=Wording.WITHHELD)
        return
    sheet = Sheet(tuple(hands.supply("", draft)))
    if not sheet.excerpts:
        yield plain
        return
    if not plain.refused:
        yield replace(plain, text="", conflicts=())
    talk = _Talk(draft, question, persona, hands)
    try:
        for step in talk.rounds(sheet, writer):
            yield replace(step, wording=Wording.MODEL, model=writer.name)
    except NoAnswer:
        talk.broke_off = True
    last = talk.whole()
    yield replace(last, model=writer.name) if last.wording is Wording.MODEL else last


class _Talk:
    """One exchange with a model: what it said, and what of that holds."""

    def __init__(self, draft: Draft, question: Question, persona: str, hands: Hands) -> None:
        self._draft, self._question, self._persona, self._hands = draft, question, persona, hands
        self._documents = hands.generation.document_of
        self._told: list[_Told] = []
        self._room = WORDS.get(persona, WORDS["ouder"])  # for quotes in the place of sentences
        self._lost = False  # whether what answers could not be told at all
        self._absent: Absent | None = None
        self._sheet = Sheet(())
        self.broke_off = False

    def rounds(self, sheet: Sheet, writer: Writer) -> Iterator[Answer]:
        """Ask, and again after each search that the model wants; gives the answer after each sentence that holds."""
        for number in range(ROUNDS + 1):
            self._sheet, last, wanted = sheet, number == ROUNDS, ""
            asked = material(
                self._question,
                self._persona,
                sheet,
                message=self._draft.message,
                before=self._draft.before,
                exact=self._draft.exact,
                last=last,
            )
            for event in read(writer.write(instructions(), asked)):
                if isinstance(event, Search):
                    wanted = wanted or event.words
                elif isinstance(event, Absent):
                    self._absent = self._absent or event
                elif self._take(event):
                    if self._lost:  # no further sentence makes good the one that answered
                        return
                    yield self._answer()
            if not wanted or last or self._lost or self._absent:
                return
            sheet = sheet.with_more(self._hands.supply(wanted, None))

    def _take(self, said: Said) -> bool:
        """Take a sentence, or the quotes that it names in its place; True if the answer grew."""
        lines = tuple(self._sheet.line_of[mark] for mark in said.marks if mark in self._sheet.line_of)
        whole = lines if len(lines) == len(said.marks) else ()  # a number that does not exist bears nothing
        claim = without_verdict(said.text, whole)
        cited = tuple(quote for line in lines for quote in line.quotes)
        if self._stands(cited) or any(one.statement.text == claim for one in self._told):
            return False
        bears = fault_of(claim, whole, self._documents) is None
        if bears and (not points_back(claim) or self._follows(cited)):
            own = Statement(text=claim, citations=cited)
            told_now = [_Told(statement=own, lead=lead(cited[-1]), lines=lines)]
        else:
            told_now = self._quoted(lines)
        self._lost = self._lost or not (self._told or told_now or self._draft.exact)
        self._told += told_now
        return bool(told_now)

    def _follows(self, cited: Sequence[Citation]) -> bool:
        """Whether what is told last stands right before this in the paper, so that "dat" is the same thing."""
        before = self._told[-1].statement.citations[-1] if self._told else None
        if before is None or before.document != cited[0].document or before.end > cited[0].start:
            return False
        between = self._documents[before.document].text[before.end : cited[0].start]
        return not any(sign.isalnum() for sign in between)

    def _stands(self, cited: Sequence[Citation]) -> bool:
        """Whether all of this is quoted already."""
        quoted = [one for each in self._told if not each.lead for one in each.statement.citations]
        quoted += [one for statement in self._draft.exact for one in statement.citations]
        return bool(cited) and all(any(lies_in(one, other) for other in quoted) for one in cited)

    def _quoted(self, lines: Sequence[Line]) -> list[_Told]:
        """Lines as quotes, as far as no sentence tells them already and there is room.

        The first is told under a warning where it does not bear on the question by our own judgement; others are not.
        """
        found: list[_Told] = []
        for line in lines:
            length = sum(len(quote.text.split()) for quote in line.quotes)
            told_already = any(line in one.lines for one in self._told)
            further = bool(self._told or found)
            if told_already or (further and (length > self._room or not self._bears(line))):
                continue
            for statement in kept([told(line.quotes)], self._documents):
                found.append(_Told(statement=statement, lines=(line,)))
                self._room -= length
        return found

    def _bears(self, line: Line) -> bool:
        """Whether a line is one of the sentences that bear on the question by our own judgement."""
        return bool(self._evidence([line]))

    def _evidence(self, lines: Sequence[Line]) -> list[Evidence]:
        """What was found of these lines, close enough to the question."""
        evidence = self._draft.evidence
        near = [one for one in evidence if one.score >= NEAR * evidence[0].score]
        wanted = [quote for line in lines for quote in line.quotes]
        return [one for one in near if any(_is_of(one, quote) for quote in wanted)]

    def whole(self) -> Answer:
        """The answer when all is said."""
        plain = self._draft.answer
        if self._told and not self._lost:
            return replace(self._answer(), wording=Wording.MODEL)
        if self._absent and not self._draft.exact and not self._told:
            return replace(self._refused(self._absent), wording=Wording.MODEL)
        if self._draft.exact and not self.broke_off:
            return plain
        return replace(plain, wording=Wording.FAILED if self.broke_off else Wording.REJECTED)

    def _refused(self, absent: Absent) -> Answer:
        """That the papers do not say it, or that it was made unreadable, with what the model found nearest."""
        plain = self._draft.answer
        if plain.status is Status.REDACTED:
            return plain
        named = [self._sheet.line_of[mark] for mark in absent.marks if mark in self._sheet.line_of]
        exact = [line for line in named if kept([told(line.quotes)], self._documents)]
        if exact and shows_redaction(exact[0], self._documents):
            return self._hands.refusal(self._draft, self._persona, Status.REDACTED, exact[0].quotes, None)
        nearest = exact[0].quotes[-1] if exact else plain.nearest
        return self._hands.refusal(self._draft, self._persona, Status.UNANSWERABLE, (), nearest)

    def _answer(self) -> Answer:
        """The answer so far: a core in a few words, what was looked up, the sentences, and where papers differ."""
        lines = [line for one in self._told for line in one.lines]
        evidence = self._evidence(lines)
        plain = self._draft.answer
        hidden = plain.status is Status.REDACTED
        grounds = [told([one]) for one in plain.citations] if hidden else []
        said = [_Part(statement) for statement in (*grounds, *self._draft.exact)]
        said += [_part(one, before) for one, before in zip(self._told, [None, *self._told], strict=False)]
        proofs = [part.statement for part in said]
        short = self._core(evidence, proofs)
        said = [*([_Part(short)] if short else []), *said]
        conflicts = list(plain.conflicts) if self._draft.exact else []
        conflicts += self._hands.conflicts(self._question, evidence, self._draft.evidence) if evidence else []
        statements = [*(part.statement for part in said), *map(told_apart, conflicts)]
        texts, cited = numbered(statements)
        told_of = texts[len(said) :]
        text = "".join(f"{part.gap}{line}" for part, line in zip(said, texts, strict=False)).strip()
        sure = bool(self._draft.exact) or self._bears_first()
        notice = plain.text.partition("\n\n")[0] if hidden else "" if sure else PERHAPS
        return replace(
            plain,
            status=Status.PARTIAL if notice else Status.ANSWERED,
            text=f"{notice}\n\n{text}" if notice else text,
            citations=cited,
            conflicts=tuple(replace(one, told=line) for one, line in zip(conflicts, told_of, strict=True)),
            as_of=max((quote.date for quote in cited if quote.date), default=None),
            nearest=None,
            evidence=tuple((quote.document, quote.start, quote.end) for line in lines for quote in line.quotes),
            likely=False,
            beside=frozenset(),
        )

    def _core(self, evidence: Sequence[Evidence], proofs: Sequence[Statement]) -> Statement | None:
        if not evidence or self._question.asked is Asked.YES_NO or another_fits_more(self._question, evidence):
            return None
        return core(self._question, evidence, proofs)

    def _bears_first(self) -> bool:
        return bool(self._told) and any(self._bears(line) for line in self._told[0].lines)


@dataclass(frozen=True, slots=True)
class _Part:
    """A statement with the white space before it."""

    statement: Statement
    gap: str = "\n\n"


def _part(one: _Told, before: _Told | None) -> _Part:
    """A sentence with who says it; on a line of its own, without that, where the same goes on."""
    if one.lead and before and (before.lead, before.document) == (one.lead, one.document):
        return _Part(one.statement, "\n")
    return _Part(replace(one.statement, text=f"{one.lead} {one.statement.text}".lstrip()))


def _is_of(one: Evidence, quote: Citation) -> bool:
    """Whether a quote holds a sentence that was found, or a part of it."""
    spans = one.sentence.spans
    return one.document.identifier == quote.document and any(a < quote.end and quote.start < b for a, b in spans)
