"""Does a sentence that a language model wrote say what its quote says?

The contract is narrow, so that it can be checked word by word: such a sentence is one or more whole clauses of ONE
sentence of its quote. It may leave out other clauses and words that only join ("daarnaast"), and move one phrase with
its preposition ("per 1 augustus"). It brings in no word of its own but articles. So nothing can be turned round: no
number gets another noun, no "niet" comes or goes, no wetsvoorstel becomes a wet. Whose words they are is not left
to the model at all: ``assistant.word.generate`` writes it before the sentence.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from enum import StrEnum
from itertools import combinations

from assistant.answer import Citation, Standing
from assistant.prove.standing import standing_of
from assistant.understand.names import NUMBER, is_year
from index.dutch import fold, stem
from ingest.document import BlockKind, Role
from ingest.sentences import split

LONGEST = 400  # characters; longer sentences of papers are better read as they stand
MOST_CLAUSES = 8
LONGEST_PHRASE = 5  # words of a phrase of time that may be moved
LONGEST_SUBJECT = 4  # words of a subject that changes places with its verb

Clauses = Sequence[list[str]]  # the words of each clause of a sentence


class Fault(StrEnum):
    """Why a sentence may not be shown."""

    FORM = "form"  # mark-up, an address, foreign signs, too long, no sentence
    WORDS = "words"  # a word or number that no sentence of the quote holds
    MEANING = "meaning"  # words of the quote, but turned round, or cut off from what limits them
    STANDING = "standing"  # a bill or an intention told without saying so


# What changes no claim: may come and go, and may go but not come.
_ARTICLES = frozenset("de het een er".split())
_JOINING = frozenset(
    "ook verder daarnaast tevens overigens bovendien echter dus namelijk immers hierbij daarbij".split()
)
# A clause with one of these is never left out: it denies, limits, or says whose view it is.
_LIMITING = frozenset(
    map(
        stem,
        "niet geen nooit niemand nergens noch niets zonder evenmin nauwelijks nimmer maar hoewel ondanks tenzij mits "
        "indien als wanneer zolang zover voorzover behalve uitgezonderd alleen slechts enkel uitsluitend mogelijk "
        "misschien waarschijnlijk vermoedelijk verwacht verwachting verwachten voorbehoud voorwaarde voorwaarden "
        "volgens aldus plaats hoogstens maximaal minstens minimaal ongeveer circa beginsel principe beoogd streven "
        "tot totdat anders onjuist stel mocht mochten nee ja stelt meent vindt vinden vraagt vragen zegt beweert "
        "suggereert denkt".split(),
    )
)
# A clause that begins so hangs on the one before it.
_HANGING = frozenset(
    "dat of dan die wat wie waar daardoor hierdoor daarom omdat doordat zodat waarbij waardoor waarvan waarin waarmee "
    "waarop".split()
)
_AUXILIARIES = {
    form: forms.split()[0]
    for forms in (
        "kan kunnen kun kunt|kon konden|moet moeten|moest moesten|mag mogen|mocht mochten|zal zullen|zou zouden|"
        "wil willen|wilde wilden|is zijn ben bent|was waren|wordt worden word|werd werden|heeft hebben heb hebt|"
        "had hadden|gaat gaan ga"
    ).split("|")
    for form in forms.split()
}
_BINDING = _LIMITING | {"en", "of"}  # in no subject that changes places with its verb
_OF_TIME = frozenset("in op per vanaf sinds tot voor na binnen tijdens gedurende rond".split())
_TIMES = frozenset(
    map(
        stem,
        "januari februari maart april mei juni juli augustus september oktober november december jaar schooljaar "
        "maand week kwartaal najaar voorjaar zomer winter".split(),
    )
)
_POINTING = re.compile(
    r"(?:dat|dit|deze|die|zij|ze|hij|zo|zulke|dergelijke|hun|haar|zijn (?!er)|(?:daar|hier)\w*|ook|bovendien|dus|"
    r"echter)\b"
)
_TAKES_BACK = re.compile(r"(?:dat|dit|deze|die|daar\w*|hier\w*|zo|maar|echter|toch|wel|alleen|hiervoor|mits|tenzij)\b")
_TOKEN = re.compile(rf"{NUMBER.pattern}|[^\W\d_]+(?:['’-][^\W_]+)*|[%€]")
_RAISED = re.compile(r"[⁰¹²³⁴-⁹]")
_CUT = re.compile(r"[;()]|(?<!\d),|,(?!\d)| [-–—] ")
_FORM = re.compile(r"[A-ZÀ-Ý0-9€][\wÀ-ɏ ,.;:'’()%€–/-]*[\w)%][.]")
_ADDRESS = re.compile(r"https?:|www\.|\w\.(?:nl|com|org|net|eu)\b|//", re.IGNORECASE)


def place_of(sentence: str, citation: Citation) -> int | Fault:
    """Which sentence of a quote, counted from 0, a written sentence tells; or what is wrong with it."""
    if not is_plain(sentence):
        return Fault.FORM
    told = _words(sentence)
    quoted = [citation.text[start:end] for start, end in split(citation.text)]
    faults = set()
    for number, words in enumerate(quoted):
        fault = _fault(told, words) or _context_fault(sentence, quoted, number)
        if fault is None:
            return number
        faults.add(fault)
    return next((fault for fault in (Fault.STANDING, Fault.MEANING) if fault in faults), Fault.WORDS)


def points_back(sentence: str) -> bool:
    """Whether a sentence needs the one before it: "Dat geldt niet voor taxi's."."""
    return _POINTING.match(fold(sentence)) is not None


def is_plain(sentence: str) -> bool:
    """Whether it is one Dutch sentence in plain signs: no mark-up, address, quotation or foreign letters."""
    return bool(
        len(sentence) <= LONGEST
        and len(split(sentence)) == 1
        and _FORM.fullmatch(sentence)
        and all(ord(sign) < 0x250 or sign in "’–€" for sign in sentence)
        and not _ADDRESS.search(sentence)
    )


def limiting(quote: str) -> set[int]:
    """The numbers of the sentences of a quote that deny or limit something, and so are never left out."""
    return {number for number, (start, end) in enumerate(split(quote)) if _LIMITING & set(_words(quote[start:end]))}


def _fault(told: Sequence[str], quoted: str) -> Fault | None:
    """What is wrong with the words of a sentence against one sentence of a quote."""
    clauses = _clauses(quoted)
    held = {word for clause in clauses for word in clause}
    if not set(told) <= held | _ARTICLES or set(told) <= _ARTICLES:
        return Fault.WORDS
    if quoted.rstrip().endswith("?"):  # who asks something does not say it
        return Fault.MEANING
    return None if any(_is_the_same(told, kept) for kept in _kept(clauses, told)) else Fault.MEANING


def _context_fault(sentence: str, quoted: Sequence[str], number: int) -> Fault | None:
    """What is wrong with telling one sentence of a quote without the others."""
    after = quoted[number + 1] if number + 1 < len(quoted) else ""
    if _TAKES_BACK.match(fold(after)) and _LIMITING & set(_words(after)):
        return Fault.MEANING
    if any(one.rstrip().endswith(":") for one in quoted[:number]):  # part of a list: "niet toegestaan zijn:"
        return Fault.MEANING
    # What was brought in as a bill or a plan stays one in the sentences that follow.
    before, _ = standing_of(" ".join(quoted[: number + 1]), role=Role.ONBEKEND, kind=BlockKind.PARAGRAPH)
    own, _ = standing_of(sentence, role=Role.ONBEKEND, kind=BlockKind.PARAGRAPH)
    return Fault.STANDING if before in {Standing.WETSVOORSTEL, Standing.VOORNEMEN} and own is not before else None


def _words(text: str) -> list[str]:
    """The words of a text, folded and stemmed, in order; numbers, % and € are words too."""
    folded = fold(_RAISED.sub("", text))
    return [_AUXILIARIES.get(word) or stem(word) for word in _TOKEN.findall(folded)]


def _clauses(sentence: str) -> Clauses:
    """The words of each clause, without an "en" that only joins it to the one before."""
    found = [_words(part) for part in _CUT.split(sentence)]
    return [clause[clause[0] == "en" :] for clause in found if clause not in ([], ["en"])]


def _kept(clauses: Clauses, told: Sequence[str]) -> Iterator[Clauses]:
    """What is left where clauses are left out, for every way to leave them out that keeps the meaning.

    With several numbers in a sentence only its end may be left out: which number goes with what is told by order.
    """
    every = range(len(clauses))
    yield clauses
    if len(clauses) > MOST_CLAUSES:
        return
    numbers = [word for clause in clauses for word in clause if _is_number(word)]
    only_the_end = len(numbers) > 1 and any(map(_is_number, told))
    for length in range(1, len(clauses)):
        for chosen in [tuple(range(length))] if only_the_end else combinations(every, length):
            left_out = [clauses[number] for number in every if number not in chosen]
            hanging = [number for number in chosen if clauses[number][0] in _HANGING and number - 1 not in chosen]
            if not any(_LIMITING & set(clause) for clause in left_out) and not any(hanging):
                yield [clauses[number] for number in chosen]


def _is_the_same(told: Sequence[str], kept: Clauses) -> bool:
    """Whether a sentence says what some clauses say: the same words but for those that only join, in the same order.

    In one clause a phrase of time may stand elsewhere.
    """
    if not set(told) & _JOINING <= {word for clause in kept for word in clause}:
        return False
    told, kept = _without_joints(told), [_without_joints(clause) for clause in kept]
    whole = [word for clause in kept for word in clause]
    if told == whole or Counter(told) != Counter(whole):
        return told == whole
    at = 0
    for clause in kept:
        before, after = whole[:at], whole[at + len(clause) :]
        if any(told == [*before, *order, *after] for order in _reordered(clause)):
            return True
        at += len(clause)
    return False


def _without_joints(words: Sequence[str]) -> list[str]:
    return [word for word in words if word not in _ARTICLES | _JOINING]


def _reordered(clause: list[str]) -> Iterator[list[str]]:
    """A clause with one phrase of time elsewhere: "per 1 mei kunnen scholen", "scholen kunnen per 1 mei".

    A phrase at the front has the verb behind it, so that the subject and the verb change places with it. Nothing is
    moved where it could come to bear on something else: past a denial, an "en", or several numbers.
    """
    for start, end in _times(clause):
        phrase, rest = clause[start:end], [*clause[:start], *clause[end:]]
        if _BINDING & set(rest) or sum(map(_is_number, rest)) > 1:
            continue
        for subject in range(1, min(LONGEST_SUBJECT, len(rest) - 1) + 1):
            if start == 0:
                straight = [*rest[1 : 1 + subject], rest[0], *rest[1 + subject :]]
                yield from ([*straight[:at], *phrase, *straight[at:]] for at in range(1, len(straight) + 1))
            else:
                yield [*phrase, rest[subject], *rest[:subject], *rest[subject + 1 :]]


def _times(words: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Spans of the phrases of time: "per 1 augustus 2025", "in dat schooljaar"."""
    for start, word in enumerate(words):
        if word in _OF_TIME:
            for end in range(start + 2, min(start + LONGEST_PHRASE, len(words)) + 1):
                if any(is_year(one) or one in _TIMES for one in words[start:end]):
                    yield start, end


def _is_number(word: str) -> bool:
    return NUMBER.fullmatch(word) is not None
