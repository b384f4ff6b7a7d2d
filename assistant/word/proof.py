"""Does what a language model wrote stand in the sentences that it names?

A claim is kept only if its sentences exist and are re-read to the letter, are of one speaker and paper, and bear it:
every figure, day, name and word of content stands in them, or names who speaks; nothing is denied or limited otherwise,
and who does what is told in their order. What a bill, an intention or a question is, it stays. The rules are strict,
for what fails costs no truth: the quote is told in its place.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from enum import StrEnum

from assistant.answer import Citation, Standing
from assistant.prove.quotes import lead
from assistant.prove.standing import names_a_bill
from assistant.prove.verify import Statement, holds, is_exact
from assistant.understand.counts import Condition, Count, counts
from assistant.word.clauses import Clause, Word, aligned, clauses_of, is_borne
from assistant.word.figures import (
    figures_fit,
    figures_rise,
    gaps_are_told,
    ranges_fit,
    shares_are_told,
    wholes_are_told,
)
from assistant.word.frame import compared_alike, is_supposed, is_taken_out, particle_fits, scope_is_kept, tells_as_done
from assistant.word.joined import joined_alike
from assistant.word.order import in_order
from assistant.word.roles import (
    actor_fits,
    begins_where_it_goes_on,
    goes_on_alike,
    leads_fit,
    persons_fit,
    phrases_hang_alike,
    verbs_fit,
)
from assistant.word.scope import (
    OF_THEMSELVES,
    is_an_aside,
    is_turned,
    loses_a_limit,
    says_too_often,
    stems_of_speaker,
)
from assistant.word.sheet import Line
from assistant.word.signals import Signal, signals
from assistant.word.subject import same_one_is_meant, subject_is_whole
from assistant.word.tense import tense_fits
from index.dutch import fold
from ingest.document import Document
from ingest.orders import is_order
from ingest.sentences import split

LONGEST = 400  # characters of a claim; what is longer is better read in the paper

_FORM = re.compile(r"[A-ZÀ-Ý0-9€„“(][\wÀ-ɏ ,.;:'’()%€„“”–/+&-]*[\w)%”][.!]")
_ADDRESS = re.compile(r"https?:|www\.|\w\.(?:nl|com|org|net|eu)\b|//", re.IGNORECASE)
_QUOTED = re.compile(r"[„“](.+?)”")
_YES_NO = re.compile(r"(?P<word>ja|nee)\b[,.!:;]?\s*", re.IGNORECASE)
_PART_OF_A_LIST = re.compile(r"\W*(?:\d+[.)]\s+)?[a-zà-ÿ]")  # begins small: its subject stands in the lead-in
_INTENDED = {Signal.WANTS, Signal.WILL, Signal.EXPECTED, Signal.IF, Signal.MUST, Signal.NEEDED}


class Fault(StrEnum):
    """Why a claim may not be shown."""

    FORM = "form"  # mark-up, an address, foreign signs, too long, no sentence, an order
    SOURCE = "source"  # a sentence that is not there, or not to the letter
    SPEAKERS = "speakers"  # words of several speakers or papers in one sentence
    STANDING = "standing"  # a bill, an intention or a question told without saying so
    VALUE = "value"  # a number, day or name that is not there, or goes with something else
    TURNED = "turned"  # a denial or a limit that came or went
    WORDS = "words"  # something that the sentences do not speak of
    ORDER = "order"  # who does what to whom is told otherwise


def without_verdict(claim: str, lines: Sequence[Line]) -> str:
    """A claim without the "ja" or "nee" that it begins with, unless a sentence that it names begins so too."""
    begins = _YES_NO.match(claim)
    if begins is None or any(_begins_with(begins["word"], line) for line in lines):
        return claim
    rest = claim[begins.end() :]
    return rest[:1].upper() + rest[1:]


def _begins_with(word: str, line: Line) -> bool:
    found = _YES_NO.match(line.quotes[-1].text)
    return found is not None and fold(found["word"]) == fold(word)


def fault_of(
    claim: str,
    lines: Sequence[Line],
    documents: Mapping[str, Document],
) -> Fault | None:
    """What is wrong with a claim against the sentences that it names; None if they bear it.

    Args:
        claim: One sentence that a model wrote.
        lines: The sentences that it names; none if one of them does not exist.
        documents: The papers by identifier, from which every quote is read again.
    """
    quotes = [quote for line in lines for quote in line.quotes]
    if not quotes or not all(is_exact(quote, documents) for quote in quotes):
        return Fault.SOURCE
    if not is_plain(claim) or not _quotes_exactly(claim, quotes):
        return Fault.FORM
    if len({(quote.document, quote.speaker) for quote in quotes}) > 1:
        return Fault.SPEAKERS
    if any(_PART_OF_A_LIST.match(quote.text) for quote in quotes):
        return Fault.WORDS
    if ":" in claim and len(lines) > 1:  # that one sentence is what another speaks of, neither says
        return Fault.WORDS
    if not _keeps_standing(claim, quotes):
        return Fault.STANDING
    if not holds(Statement(text=_claimed(claim), citations=tuple(quotes)), documents) or not _counts_the_same(
        claim, quotes
    ):
        return Fault.VALUE
    return _of_clauses(claim, lines)


def is_plain(claim: str) -> bool:
    """Whether it is one Dutch sentence in plain signs: no mark-up, address, order or foreign letters."""
    return bool(
        len(claim) <= LONGEST
        and len(split(claim)) == 1
        and _FORM.fullmatch(claim)
        and all(ord(sign) < 0x250 or sign in "’–€„“”" for sign in claim)
        and not _ADDRESS.search(claim)
        and not is_order(claim)
    )


def _quotes_exactly(claim: str, quotes: Sequence[Citation]) -> bool:
    """Whether all that stands between quotation marks stands so in a quote."""
    said = [" ".join(quote.text.split()) for quote in quotes]
    bare = claim.count("“") + claim.count("„") == claim.count("”") == len(_QUOTED.findall(claim))
    return bare and all(any(words in text for text in said) for words in _QUOTED.findall(claim))


def _claimed(claim: str) -> str:
    """The claim with its first letter small: only behind it a capital surely begins a name."""
    return claim[:1].lower() + claim[1:]


def _keeps_standing(claim: str, quotes: Sequence[Citation]) -> bool:
    """Whether a bill, an intention, a question is told as one: by the claim, or by the words that we set before it.

    A promise in the present ("dit najaar stuur ik") may stay in it; one that says what is intended is told so.
    """
    wanted = {quote.standing for quote in quotes}
    if Standing.VRAAG in wanted:
        return False
    if Standing.WETSVOORSTEL in wanted and not names_a_bill([claim]) and "wetsvoorstel" not in lead(quotes[0]):
        return False
    intended = Standing.VOORNEMEN in wanted or any(
        quote.standing is Standing.TOEZEGGING and signals(quote.text) & _INTENDED for quote in quotes
    )
    return not intended or bool(signals(claim) & _INTENDED)


def _counts_the_same(claim: str, quotes: Sequence[Citation]) -> bool:
    """Whether what a claim counts is counted so by a quote: as many of that thing, submitted or approved alike."""
    told = [count for quote in quotes for count in counts(quote.text, quote.date)]
    for own in counts(claim):
        alike = [other for other in told if other.value == own.value]
        if alike and not any(_same_count(own, other) for other in alike):
            return False
    return True


def _same_count(own: Count, other: Count) -> bool:
    return own.condition in {other.condition, Condition.NONE} and is_borne(own.thing, frozenset({other.thing}))


def _of_clauses(claim: str, lines: Sequence[Line]) -> Fault | None:
    """What is wrong with a claim beside its sentences, clause by clause and as a whole."""
    paper, claimed = _clauses(lines), clauses_of(claim)
    if not claimed:
        return Fault.WORDS
    speaker = frozenset(stems_of_speaker(lines))
    for clause in claimed:
        if fault := _of_clause(clause, claim, claimed, paper, speaker):
            return fault
    texts = [line.shown for line in lines]
    if not ranges_fit(claim, texts) or not wholes_are_told(claimed, paper):
        return Fault.VALUE
    if not shares_are_told(claim, texts) or not gaps_are_told(claimed, paper):
        return Fault.VALUE
    if not begins_where_it_goes_on(claimed, paper) or not goes_on_alike(claimed, paper):
        return Fault.ORDER
    if loses_a_limit(claim, claimed, paper) or says_too_often(claim, lines) or is_an_aside(claim, lines):
        return Fault.TURNED
    if (
        is_taken_out(claim, texts)
        or is_supposed(claim, texts)
        or not compared_alike(claim, texts)
        or not joined_alike(claim, texts)
        or not same_one_is_meant(claimed, paper)
    ):
        return Fault.TURNED
    return None


def _of_clause(
    clause: Clause, claim: str, claimed: Sequence[Clause], paper: Sequence[Clause], speaker: frozenset[str]
) -> Fault | None:
    bearing, unborne = aligned(clause, paper)
    verbs = {word.stem for word in clause.words if word.is_verb}  # no part of a noun gives one
    if not bearing or verbs - frozenset().union(*(one.stems for one in paper)):
        return Fault.WORDS
    if not _only_names(unborne, speaker, clause, bearing):
        return Fault.WORDS
    sentence = _sentence_of(bearing[0], paper)
    if not figures_fit(clause, paper):
        return Fault.VALUE
    if not leads_fit(clause, paper) or not persons_fit(clause, bearing):
        return Fault.ORDER
    if is_turned(clause, claim, bearing, paper) or not tense_fits(clause, bearing):
        return Fault.TURNED
    if not figures_rise(claimed, sentence):
        return Fault.VALUE
    if not verbs_fit(clause, paper) or not in_order(clause, sentence):
        return Fault.ORDER
    if not scope_is_kept(clause, claimed, bearing, paper) or tells_as_done(clause, paper):
        return Fault.TURNED
    if not particle_fits(clause, bearing):
        return Fault.WORDS
    if not actor_fits(clause, bearing, paper) or not phrases_hang_alike(clause, paper):
        return Fault.ORDER
    return None if subject_is_whole(clause, bearing) else Fault.TURNED


def _sentence_of(clause: Clause, paper: Sequence[Clause]) -> list[Word]:
    return [word for one in paper if one.sentence == clause.sentence for word in one.words]


def _clauses(lines: Sequence[Line]) -> list[Clause]:
    """The clauses of the lines, their sentences numbered over all quotes."""
    found: list[Clause] = []
    begun = 0
    for quote in (quote for line in lines for quote in line.quotes):
        own = clauses_of(quote.text)
        found += [replace(one, sentence=begun + one.sentence) for one in own]
        begun += own[-1].sentence + 1 if own else 0
    return found


def _only_names(unborne: frozenset[str], speaker: frozenset[str], clause: Clause, bearing: Sequence[Clause]) -> bool:
    """Whether the words that no sentence holds only name who says "ik" there, as the one who acts: "de minister"."""
    if not unborne:
        return True
    told_of = all(not word.before and word.stem in speaker for word in clause.words if word.stem in unborne)
    return told_of and not OF_THEMSELVES.isdisjoint(token for one in bearing for token in one.tokens)
