"""Whether the evidence is enough to answer, or the honest answer is that the papers do not say."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Sequence

from assistant.find.attached import hanging
from assistant.find.beside import whole_told
from assistant.find.evidence import Evidence
from assistant.find.sentences import asks, has_gap
from assistant.find.wanted import HALF, OF_ANOTHER
from assistant.read.offices import tells_who_holds
from assistant.understand.asked import FIGURES, MEASURED, VALUES, Asked
from assistant.understand.counts import Condition, condition_of, counts, tells
from assistant.understand.names import is_year
from assistant.understand.question import Question
from assistant.understand.wishes import Wish
from index.dutch import fold, is_put_together, stem, terms, words
from ingest.document import BlockKind

# Logistic regression over answers that were judged: ``python -m eval.calibrate`` prints these.
INTERCEPT = -2.08
COEFFICIENTS = {
    "meaning": 0.79,
    "typed": 0.35,
    "voice": 0.12,
    "named": 0.83,
    "read": 2.76,
    "clear": 1.94,
}
THRESHOLD = 0.2  # of the chance, below which nothing is answered: chosen on the open half
SURE = 0.85  # of the chance, below which the answer says that it may miss: chosen with the blind sets' totals in view

TOLD_BY_ITSELF = VALUES | {Asked.NAME}  # kinds of answer that a sentence holds or does not hold
COUNTED = 0.45  # of ``Features.focus`` that a sentence reaches if it names the thing whose count or price is asked
SHORTEST_UNIT = 5  # letters of the last part of a compound that names a thing by itself
_VOTED = re.compile(r"\b(?:stemden?|gestemd|stemmen|stemverhouding)\b")
_VOTERS = re.compile(r"(?=.*\bmoties?\b).*\b(?:wie|fracties?|partij(?:en)?|stemverhouding)\b")
_STILL = re.compile(r"\bhoe ?veel\b[^?.!]*\bnog\b")
_LEFT = re.compile(r"\b(?:nog|over|rest\w*)\b")
# How far one of the near sentences holds how much or how long; a share is no amount, "binnen vijf weken" may do.
_HELD = {Asked.AMOUNT: HALF, Asked.PERIOD: 0.0}
NEAR = 0.17  # share of the odds of the best that a further sentence reaches at least
_DECIDED = {Condition.APPROVED, Condition.REJECTED}  # that many were submitted says nothing of these
APART = 0.05  # share of the odds of the best below which the sentences with the name are about another thing; open half
FIRST = 3  # sentences, best first, in one of which the kind of value that is asked for has to stand


def confidence(best: Evidence) -> float:
    """The chance, 0..1, that the best sentence answers the question."""
    total = INTERCEPT + sum(weight * signal(best, name) for name, weight in COEFFICIENTS.items())
    return 1 / (1 + math.exp(-total))


def signal(one: Evidence, name: str) -> float:
    """What the chance is told by: a feature of a sentence, or how clearly one of all that were found stands out."""
    return one.clear if name == "clear" else float(getattr(one.features, name))


def bearing(question: Question, evidence: Sequence[Evidence]) -> list[Evidence]:
    """The sentences that bear on every name, year and number of the question; the others answer another question.

    Where no sentence bears on several names at once, those that bear on some, if together they bear on all; of one
    paper that is asked about, if those in it do. What is counted in a year has to be told of that year, and how many
    were approved or rejected by who speaks of these. A word that the papers write small is no name, however typed.
    """
    evidence = [one for one in _of_what_became(question, evidence) if _tells_the_votes(question, one)]
    named = {name for name in question.named if not _is_a_word(name, question, evidence)}
    full = [one for one in evidence if named <= one.bears]
    if full and full[0].score < APART * evidence[0].score:
        return []  # what is asked about stands elsewhere, without the name or the year
    if full or len(named) < 2:
        return full
    years = {name for name in named if is_year(name)} if question.asked in FIGURES else set()
    some = [one for one in evidence if one.bears and (len(years) != 1 or years <= one.bears)]
    borne: defaultdict[str, set[str]] = defaultdict(set)
    for one in some:
        borne[_of_which(question, one)] |= one.bears
    return [one for one in some if named <= borne[_of_which(question, one)]]


def _of_which(question: Question, one: Evidence) -> str:
    """The paper whose sentences have to bear on all that is named: its own where one is asked about, else any: ""."""
    return one.document.identifier if len(question.called) == 1 else ""


def _is_a_word(name: str, question: Question, evidence: Sequence[Evidence]) -> bool:
    """Whether what was typed with a capital ("het Experiment") is a word.

    The passages found write it small, or one of them holds both words that it is put together of: "Raadsadvies".
    """
    if not name.isalpha() or re.search(rf"\b{name.upper()}\b", question.text):
        return False
    small = re.compile(rf"\b{name}\b")
    texts = {one.passage.text for one in evidence}
    return any(small.search(text) for text in texts) or any(is_put_together(name, set(words(text))) for text in texts)


def is_enough(question: Question, evidence: Sequence[Evidence]) -> bool:
    """Whether an answer may be built on these sentences, best first."""
    if not evidence or confidence(evidence[0]) < THRESHOLD:
        return False
    first = evidence[:FIRST]
    if not tells_who_holds(question, first):
        return False
    if not _holds_how_much(question, first):
        return False
    if not any(_tells_the_count(question, one) and _tells_the_price(question, one) for one in first):
        return False
    if question.asked is Asked.REFERENCE and hanging(first):
        return True
    return question.asked not in VALUES or any(one.features.typed > 0 for one in first)


def _holds_how_much(question: Question, first: Sequence[Evidence]) -> bool:
    """Whether a near sentence of the best one's paper holds the amount or length that is asked for.

    Prices are looked at apart.
    """
    least, best = _HELD.get(question.asked), first[0]
    if least is None or Wish.PRICE in question.wishes:
        return True
    own = (one for one in first if one.document is best.document)
    return any(one.features.typed > least and one.score >= NEAR * best.score for one in own)


def _of_what_became(question: Question, evidence: Sequence[Evidence]) -> list[Evidence]:
    """The sentences that tell of approved or rejected ones, where it is asked how many; where it is asked why, all.

    Unless one that tells of these, or whose paragraph does, may well say why: "… zijn afgewezen. Dat komt doordat …".
    """
    decided = question.condition
    if decided not in _DECIDED or question.asked not in {Asked.NUMBER, Asked.REASON}:
        return list(evidence)
    if question.asked is Asked.NUMBER:
        return [one for one in evidence if tells(one.text, decided)]
    paragraphs = [one.document.text[one.block.start : one.block.end] for one in evidence]
    found = [
        one
        for one, paragraph in zip(evidence, paragraphs, strict=True)
        if tells(f"{one.surroundings} {paragraph}", decided)
    ]
    return found if found and confidence(found[0]) >= THRESHOLD else list(evidence)


def _tells_the_votes(question: Question, one: Evidence) -> bool:
    """Whether a sentence tells of a vote where it is asked who voted how on a motie; of another question each does."""
    asked = _VOTED.search(question.folded) and _VOTERS.match(question.folded)
    return not asked or _VOTED.search(fold(one.text)) is not None


def _tells_the_count(question: Question, one: Evidence) -> bool:
    """Whether a sentence holds a count of the thing that is counted; of another kind of question each does."""
    counted = question.asked is Asked.NUMBER and Wish.NUMBER_TO_CALL not in question.wishes
    return not counted or (one.features.typed > 0 and _counts(question, one))


def _counts(question: Question, one: Evidence) -> bool:
    """Whether a sentence counts the thing that is asked for, by its name or by the last part of it.

    "Aanvragen" are counted for who asks for "subsidieaanvragen" where the passage speaks of the subsidie.
    """
    # Where a sentence counts something else, the thing has to be named in it: "van de leerlingen kregen er 40 een pas".
    least = COUNTED if one.features.typed > OF_ANOTHER else 1.0
    if one.features.focus >= least:
        return True
    if set(map(stem, question.focus)) & {count.thing for count in counts(whole_told(one.sentence))}:
        return True  # "Daarvan zijn er 3 goedgekeurd": of the things that were counted before
    near = fold(one.surroundings)
    for word in question.focus:
        for count in counts(one.text, one.document.date):
            if count.condition and count.condition is condition_of(word):  # "deelnemers" are those that take part
                return True
            unit = fold(count.unit)
            rest = word.removesuffix(unit).strip("-")
            if len(unit) >= SHORTEST_UNIT and word.endswith(unit) and (rest in near or rest.removesuffix("s") in near):
                return True
    return False


def _tells_the_price(question: Question, one: Evidence) -> bool:
    """Whether a sentence tells an amount where the thing is named whose price is asked.

    Of another kind of question each sentence does.
    """
    return Wish.PRICE not in question.wishes or (one.features.typed > HALF and names_what_costs(question, one))


def names_what_costs(question: Question, one: Evidence) -> bool:
    """Whether a sentence, or what stands around it, names the thing whose price is asked."""
    named = set(map(stem, question.focus)) & set(terms(one.surroundings))
    return one.features.focus >= COUNTED or bool(named)


def is_about_the_unreadable(one: Evidence) -> bool:
    """Whether words were taken out of a sentence, so that nobody can tell what it is about."""
    return has_gap(one.text) and any(block.kind is BlockKind.REDACTION for block in one.document.blocks)


def is_sure(question: Question, first: Evidence) -> bool:
    """Whether the answer needs no warning that it may miss the question: what is told first holds what is asked for.

    A value that somebody gave who asked is never sure, nor is the day of a paper that was not found in its own head.
    How many there are *still* is told surely only by who says "nog".
    """
    if question.asks_day_of_paper:
        return False
    if question.asked in MEASURED and asks(first.block) and not question.of_the_asker:
        return False
    if question.asked in TOLD_BY_ITSELF - {Asked.REFERENCE} and first.features.typed <= OF_ANOTHER:
        return False
    if question.asked in FIGURES and _STILL.search(question.folded) and not _LEFT.search(fold(first.text)):
        return False
    if Wish.PRICE in question.wishes and not (question.focus and _tells_the_price(question, first)):
        return False
    if not _tells_the_count(question, first) or is_about_the_unreadable(first):
        return False
    return confidence(first) >= SURE
