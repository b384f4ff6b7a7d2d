"""The answer in a few words, before the quotes that prove it."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set

from assistant.answer import Citation, Conflict
from assistant.find.attached import reply_to
from assistant.find.beside import whole_told
from assistant.find.evidence import Evidence
from assistant.find.sentences import asks
from assistant.find.wanted import OF_ANOTHER
from assistant.prove.quotes import as_sentence, in_a_sentence, lies_in
from assistant.prove.verify import Statement
from assistant.read.confidence import COUNTED, SURE, confidence
from assistant.tell.attached import asks_the_same
from assistant.tell.cells import Cell, cell_asked_for
from assistant.tell.choice import for_each_part
from assistant.tell.single import LIMITED, asks_for_share, holds_measure, name_told, value_told, values_in
from assistant.understand.asked import FIGURES, Asked
from assistant.understand.counts import Condition, Count, bare_numbers, condition_of, counts, values_of
from assistant.understand.negation import denials
from assistant.understand.question import Question
from index.dutch import NUMBER_WORDS, fold, stem, terms
from ingest.document import BlockKind

CERTAIN = 0.77  # chance that a sentence answers before a value or name is lifted out: a wrong one is worse than none
RIVAL = 0.5  # share of the odds of the best sentence from which on another one with another value leaves it open
HELD = 0.57  # share of the question that a sentence speaks of, from which on its count is lifted out of it too
_LIMITS = re.compile(rf"\b((?:{LIMITED}|rond de)(?: (?:ongeveer|circa|zo['’]n|de))?)\s+$", re.IGNORECASE)
_OF_NOTHING = re.compile(r"\b(?:\w*cijfers?|nummers?)\b")  # a mark, or a number that is no count of anything
_IS = re.compile(r" (?:is|was|bedraagt|bedroeg)(?: (?:nu|toen|ongeveer|circa|ruim|bijna))* ")
_WHICH = re.compile(r"\s+(?:van|met|zonder|die|dat)\b")
# What was meant to be on a day may have become another: "ik was voornemens", "de wet zou op 1 mei ingaan".
_MEANT = re.compile(r"\b(?:voornemens|voornemen|van plan|de bedoeling|zou(?:den)?|aanvankelijk\w*|oorspronkelijk\w*)\b")
_YES_NO = re.compile(r"\s*(ja|nee|neen)\b", re.IGNORECASE)


def core(
    question: Question, chosen: Sequence[Evidence], statements: Sequence[Statement], cell: Cell | None = None
) -> Statement | None:
    """What was asked for, in a few words: "39 van de 41 aanvragen", "Pas vanaf 1 juli 2023"; or a minister's yes or no.

    A day, a length of time, an amount or a name only where the best sentence holds just one. Of a number only a count
    of the very thing, under the very condition, that the question names; in a sentence with several counts of that
    thing the condition has to tell which. Never the number of somebody who asks, nor where ``another_fits_more``.
    """
    if len(for_each_part(question, chosen)) > 1:
        return None  # one value is half of what is asked for
    if question.asked is Asked.YES_NO:
        return _yes_or_no(question, chosen[0], statements)
    if _denies_more(question, chosen[0]) or question.asks_day_of_paper:
        return None
    if cell := cell or (cell_asked_for(question, chosen) if question.asked in FIGURES else None):
        proof = _proof(cell.row.text, statements)
        return Statement(text=cell.text, citations=proof) if proof else None
    if single := _single(question, chosen, statements):
        return single
    if question.asked is not Asked.NUMBER or _OF_NOTHING.search(question.folded):
        return None
    asked, condition = question.terms, question.condition
    is_share = asks_for_share(question)
    if all(condition_of(word) for word in question.words):  # "En hoeveel zijn er afgewezen?"
        asked |= question.before.terms
        condition = condition or question.before.condition
    for one in chosen:
        if asks(one.block) or one.features.typed <= OF_ANOTHER or not holds_measure(question, one.text):
            continue
        fitting = [count for count in counts(one.text, one.document.date) if _is_asked(question, asked, count, one)]
        if condition:
            fitting = [count for count in fitting if count.condition is condition]
        proof = _proof(one.text, statements)
        fitting = [count for count in fitting if not _is_narrowed(count, one.text)]
        if is_share:
            fitting = [count for count in fitting if count.whole or "/" in count.value]
        alone = len(fitting) == 1 and bare_numbers(one.text, one.document.date) <= question.numbers
        if alone and proof and (confidence(one) >= CERTAIN or one.features.sentence >= HELD):
            return Statement(text=_in_words(fitting[0], one.text), citations=proof)
        if fitting:  # the sentence most likely to answer leaves it open: a lesser one may count something else
            return None
    return None


def with_both(statements: Sequence[Statement], conflicts: Sequence[Conflict]) -> list[Statement]:
    """The statements; where the papers differ on the value of the core, with both values in it and both quotes."""
    short = statements[0]
    if "“" in short.text:
        return list(statements)
    told = _first_number(short.text)
    for conflict in conflicts:
        cited = [side.citation for side in conflict.sides]
        of_these = any(lies_in(one, other) or lies_in(other, one) for one in short.citations for other in cited)
        if of_these and told in {_first_number(side.value) for side in conflict.sides}:
            values = " of ".join(dict.fromkeys(side.value for side in conflict.sides))
            both = Statement(text=f"{values} {conflict.subject}, per stuk verschillend.", citations=tuple(cited))
            return [both, *statements[1:]]
    return list(statements)


def is_disputed(question: Question, chosen: Sequence[Evidence]) -> bool:
    """Whether a sentence about as likely to answer as the best one tells another value of the kind asked for."""
    told, *others = [values_in(question, one) for one in chosen if one.score >= RIVAL * chosen[0].score]
    return bool(told) and any(other and not told.keys() & other.keys() for other in others)


def another_fits_more(question: Question, chosen: Sequence[Evidence]) -> bool:
    """Whether a figure is asked for, and a lesser sentence holds one and a word of the question that the best lacks.

    "Welk deel is het in het smalle scenario?" is not answered by what the best sentence says of the wide one. Nor is it
    certain which figure is meant where the best sentence tells several parts of what stands before it.
    """
    if question.asked not in {*FIGURES, Asked.PERIOD}:
        return False
    best, *others = chosen
    if whole_told(best.sentence) and len(values_of(best.text, best.document.date)) > 1:
        return True
    lacking = question.terms - set(terms(f"{best.sentence.head} {best.text}"))
    return any(lacking & set(terms(one.text)) for one in others if one.features.typed > OF_ANOTHER)


def _first_number(text: str) -> str:
    """The number that a core tells: of "39 van de 41 aanvragen" the 39; "" where there is none."""
    for found in re.finditer(r"\w+(?:[.,]\d+)*", fold(text)):
        word = found.group()
        if word[0].isdigit() or word in NUMBER_WORDS:
            return NUMBER_WORDS.get(word, word)
    return ""


def _single(question: Question, chosen: Sequence[Evidence], statements: Sequence[Statement]) -> Statement | None:
    """The only value, or the only name, of the best sentence, where it is of the kind asked for."""
    best = chosen[0]
    least = SURE if question.asked is Asked.NAME else CERTAIN  # a sentence names many who do something else
    if asks(best.block) or best.features.typed <= OF_ANOTHER or confidence(best) < least:
        return None
    if not best.features.sentence or not holds_measure(question, best.text):  # it speaks of something else
        return None
    if question.asked is Asked.DATE and _MEANT.search(fold(best.text)):
        return None
    if is_disputed(question, chosen):
        return None
    words = name_told(question, best) if question.asked is Asked.NAME else value_told(question, best)
    proof = _proof(best.text, statements)
    return Statement(text=words, citations=proof) if words and proof else None


def _proof(words: str, statements: Sequence[Statement]) -> tuple[Citation, ...]:
    """The quotes of the first statement that tells some words of a paper; empty if none does."""
    return next((one.citations for one in statements if any(words in quote.text for quote in one.citations)), ())


def _is_asked(question: Question, asked: Set[str], count: Count, one: Evidence) -> bool:
    """Whether a count is of what is asked for: no number that the question itself gives, no thing beside the point.

    "Hoeveel leerlingen telden de scholen" asks for no schools; in "hoeveel nieuwe scholen" a word stands before them.
    """
    if count.thing not in asked or count.value in question.numbers:
        return False
    told = question.words
    behind = told[told.index(question.focus[0]) :] if question.focus and question.focus[0] in told else ()
    at = next((place for place, word in enumerate(behind) if stem(word) == count.thing), 0)
    compound = re.search(rf"\b(\w+)-{re.escape(behind[at])}\b", question.folded) if at else None
    if compound and behind[0] == f"{compound[1]}{behind[at]}":  # "OZA-aanvragen" are counted where OZA are spoken of
        return one.features.focus >= COUNTED or compound[1] in fold(one.surroundings)
    return at == 0 or (at == 1 and f"{behind[0]} {behind[1]}" in question.folded)


def _denies_more(question: Question, one: Evidence) -> bool:
    """Whether a question asks for what is not so, and a sentence says no less often: "hoeveel kwamen er niet?"."""
    is_told = question.condition is Condition.REJECTED  # by a word of its own, such as "afgewezen"
    return not is_told and denials(question.text) > denials(one.text)


def _is_narrowed(count: Count, sentence: str) -> bool:
    """Whether the words behind the things counted say which are meant: "een derde van de ouders met een hond"."""
    if count.between:
        return _IS.fullmatch(count.between) is None  # "het aantal ouders is 3"; not "… met een hond is 3"
    behind = sentence[count.end :].lstrip().removeprefix(count.unit)
    return bool(_WHICH.match(behind))


def _in_words(count: Count, sentence: str) -> str:
    """A count with what limits it: "ongeveer 50 initiatieven", "39 van de 41 aanvragen"."""
    limits = _LIMITS.search(sentence[: count.start])
    part = f"{count.value} van de {count.whole}" if count.whole else sentence[count.start : count.end]
    told = part if part.endswith(count.unit) else f"{part} {count.unit}"
    return as_sentence(f"{limits[1].lower()} {told}" if limits else told)


def _yes_or_no(question: Question, best: Evidence, statements: Sequence[Statement]) -> Statement | None:
    """The word with which an answer begins, where the paper was asked the very same."""
    answer = best.block if best.block.kind is BlockKind.ANSWER else reply_to(best.document, best.block)
    if question.of_the_asker or answer is None or answer.context is None:
        return None
    said = _YES_NO.match(best.document.text, answer.start, answer.end)
    if not said or not asks_the_same(question.text, best.document.text[slice(*answer.context)]):
        return None
    for statement in statements:
        for citation in statement.citations:
            if citation.document == best.document.identifier and citation.start == answer.start:
                name = in_a_sentence(citation.speaker.name) or "de bewindspersoon"
                return Statement(text=f"{said[1].capitalize()}, antwoordt {name}.", citations=(citation,))
    return None
