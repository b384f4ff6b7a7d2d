"""How far a sentence holds the kind of thing that is asked for: a count, a day, a name, a reason."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence, Set
from datetime import date

from assistant.find.sentences import Sentence, Told, holds_value
from assistant.understand.asked import Asked, is_verb
from assistant.understand.counts import Condition, bare_numbers, counts, values_of
from assistant.understand.days import only_tells_which
from assistant.understand.names import NAME, brings
from assistant.understand.question import Question
from assistant.understand.wishes import Wish
from index.dutch import fold, stem
from index.query import Concept, Query
from ingest.document import BlockKind
from ingest.typed_values import TypedValue, ValueKind

Measure = Callable[[Told], float]  # how far, 0..1, a sentence holds it

HALF = 0.5  # for what may be it, as a day that ends nothing for who asks until when
OF_ANOTHER = 0.6  # for a count of another thing than the question names, and for a thing that is free
GIVEN = 0.9  # for a value whose unit the question leaves open, a number in a row, and that it is not known

_TYPED: dict[Asked, frozenset[ValueKind]] = {
    Asked.NUMBER: frozenset({ValueKind.COUNT, ValueKind.PERCENTAGE, ValueKind.AMOUNT}),
    Asked.AMOUNT: frozenset({ValueKind.AMOUNT, ValueKind.PERCENTAGE}),
    Asked.PERIOD: frozenset({ValueKind.PERIOD, ValueKind.DEADLINE, ValueKind.DATE}),
    Asked.DATE: frozenset({ValueKind.DATE, ValueKind.DEADLINE}),
}
# A day tells little of how long, a share little of how much money.
_POOR = frozenset(
    {
        (Asked.PERIOD, ValueKind.DATE),
        (Asked.PERIOD, ValueKind.DEADLINE),
        (Asked.AMOUNT, ValueKind.PERCENTAGE),
    }
)
# That a paper does not know it is an answer to who asks how many or when.
_NOT_KNOWN = re.compile(
    r"\bonbekend\b|\bgeen (?:\w+ )?uitspra(?:ak|ken)\b|\bweet ik (?:\w+ )?(?:pas|nog niet)\b|"
    r"\bniet (?:\w+ ){0,3}(?:bekend|bijgehouden|geregistreerd|gemonitord|gemeten|te zeggen|te geven)\b|"
    r"\bgeen (?:\w+ ){0,2}(?:cijfers|aantallen|registratie|registraties)\b|\bhoud(?:t|en)? (?:\w+ ){0,4}niet bij\b"
)
# All there are of a thing, and not how many of them do something.
_ALL = re.compile(
    r"\b(?:er (?:zijn|waren|bestaan|bestonden)|telt|telde|kent|kende|totaal|alle|de|deze|die|onze|samen|aantal|zijn er|"
    r"waren er)(?: [\w’'-]+){0,4} ?$"
)
_SHARE = re.compile(r"\b(?:helft|deel|\w*derden?|kwart|procent)\b|%| (?:op|van) de\b")
# That something is free may answer who asks what a thing costs; often it is something else that is free.
_FREE = re.compile(
    r"(?<!\bniet )\b(?:gratis|kostelo(?:os|ze)|om niet|kost\w* (?:\w+ ){0,3}niets|"
    r"(?:geen|zonder) (?:\w+ )?(?:kosten|(?:ouder)?bijdrage))\b"
)
# How often: "eens in de vier weken", "elke maand", "jaarlijks"; "twaalf keer" is a count.
_PERIOD = r"(?:dag|week|maand|kwartaal|jaar|schooljaar|dagen|weken|maanden|jaren)"
_OFTEN = re.compile(
    rf"(?<!per )\b(?:eens|keer|\w*maal|\d+ ?x) (?:in de|in het|per) (?:\w+ )?{_PERIOD}\b|"
    rf"\b(?:elke?|iedere?|om de) (?:\w+ )?(?:{_PERIOD}|\w+dag)\b|"
    r"\b(?:half|twee|drie)?(?:dagelijkse?|wekelijkse?|maandelijkse?|jaarlijkse?)\b"
)
_UNTIL = re.compile(r"\b(?:tot|tot en met|t/m|uiterlijk|voor|einde?|sluit\w*|gesloten|deadline)\b(?:\W+\w+){0,3}\W*$")
_BETWEEN = re.compile(r"\btussen\b[^.;]{4,40}\ben (?:uiterlijk )?$")  # "tussen 1 maart en 30 april"
_BEGINS = re.compile(
    r"\b(?:inwerkingtred\w*|in werking|ingang|inga(?:an|at)|ingegaan|gaa[tn]? .{0,60}\bin|ging\w*|van kracht|"
    r"vanaf|sinds|\w*start\w*|begin\w*|begon\w*|geldt|gelden|gold\w*|per|open\w*)\b"
)
# "0800-1234", "(070) 123 45 67", "14 070".
_TO_CALL = re.compile(r"(?<![\w,./-])\(?0\d{1,3}\)?(?:[ -]\d{2,8}){1,4}\b|(?<![\w.,-])(?:112|113|14 ?0\d{2,3})\b")

_NUMBERED = re.compile(
    r"[Kk]amerstuk|Aanhangsel|Staatsblad|Staatscourant|\bnrs?\. \d|[Bb]ijlage|[Vv]oetnoot|\b(?:19|20)\d\d[ZD]\d{5}\b"
)
_REASON = re.compile(r"\b(?:omdat|doordat|aangezien|immers|namelijk|want|vanwege|reden(?:en)?|gezien|wegens|dankzij)\b")
# What follows from a reason, which stands elsewhere.
_FOLLOWS = re.compile(r"\b(?:daarom|zodat|waardoor|daardoor|bovendien)\b")


def wanted(question: Question, query: Query) -> Measure:
    """How the sentences are measured that may answer a question; 0 for each where no kind of thing is asked for."""
    match question.asked:
        case Asked.NUMBER | Asked.AMOUNT | Asked.PERIOD | Asked.DATE:
            return _value(question, query)
        case Asked.NAME:
            return lambda told: float(any(brings(question.spoken, name[0]) for name in NAME.finditer(told.text)))
        case Asked.REFERENCE:
            return lambda told: _refers(told.sentence, given=_NUMBERED.search(told.text) is not None)
        case Asked.REASON:
            return lambda told: 1.0 if _REASON.search(told.folded) else HALF * bool(_FOLLOWS.search(told.folded))
        case _:
            return lambda _: 0.0


def gives_reason(text: str) -> bool:
    """Whether a text says in so many words that it gives a reason, or that what it tells has one."""
    folded = fold(text)
    return _REASON.search(folded) is not None or _FOLLOWS.search(folded) is not None


def holds(asked: Asked, text: str, day: date | None) -> bool:
    """Whether a text, written on a day, holds a value of the kind that is asked for, of whatever thing."""
    if asked is Asked.REFERENCE:
        return _NUMBERED.search(text) is not None
    kinds = {ValueKind.AMOUNT} if asked is Asked.AMOUNT else _TYPED.get(asked)  # a share is no amount
    if kinds is None or (asked is Asked.NUMBER and bare_numbers(text, day)):
        return True
    return any(value.kind in kinds for value in values_of(text, day))


def _value(question: Question, query: Query) -> Measure:
    asked, wishes = question.asked, question.wishes
    counted = asked is Asked.NUMBER
    condition = question.condition if counted else Condition.NONE
    spoken_of = question.whole.terms
    within = "binnen" in question.spoken
    things = [word for word in question.focus if not is_verb(word)]  # "hoeveel zijn er goedgekeurd?" names none
    units = {term for concept in _named(query, things) for term, share in concept.alternatives if share >= 0.5}

    def measure(told: Told) -> float:
        present = [
            value
            for value in values_of(told.text, told.sentence.document.date)
            if value.kind in _TYPED[asked] and not only_tells_which(told.text, value, spoken_of)
        ]
        if present and Wish.UNTIL in wishes and not any(is_an_end(told.text, value) for value in present):
            return HALF
        if present and Wish.SINCE in wishes and not _BEGINS.search(told.folded):
            return HALF
        dialled = Wish.NUMBER_TO_CALL in wishes and _TO_CALL.search(told.text) is not None
        if dialled or Wish.TELEPHONE_NUMBER in wishes:
            return float(dialled)
        if Wish.OFTEN in wishes and _OFTEN.search(told.folded):
            return GIVEN
        if counted and holds_value(told.sentence):
            return GIVEN
        if condition and _of_others(told, condition):
            return HALF
        is_free = Wish.PRICE in wishes and _FREE.search(told.folded)
        fits = (
            OF_ANOTHER
            if Wish.ALL in wishes and not _counts_all(told.text, value)
            else _fits(asked, value, units, within=within)
            for value in present
        )
        known = max(fits, default=OF_ANOTHER if is_free else 0.0)
        return known or GIVEN * bool(Wish.ALL not in wishes and _NOT_KNOWN.search(told.folded))

    return measure


def _named(query: Query, words: Sequence[str]) -> Sequence[Concept]:
    """The concepts of a question that some of its words name; all of them where these name none."""
    return [concept for concept in query.concepts if concept.word in words] or query.concepts


def is_an_end(text: str, value: TypedValue) -> bool:
    """Whether a value of a text is told as the end of something: "tot 1 mei", "tussen 1 maart en 1 mei"."""
    before = fold(text[: value.start])
    return _UNTIL.search(before) is not None or _BETWEEN.search(before) is not None


def _fits(asked: Asked, value: TypedValue, units: Set[str], *, within: bool) -> float:
    """1 for a value whose unit is the thing that is asked for, less for any other.

    "Binnen vijf dagen" is a length in full for who asks ``within`` how many days.
    """
    if value.kind is not ValueKind.COUNT:
        is_length = within and value.kind is ValueKind.DEADLINE and value.unit
        return HALF if (asked, value.kind) in _POOR and not is_length else GIVEN
    return 1.0 if value.unit and stem(fold(value.unit)) in units else OF_ANOTHER


def _counts_all(text: str, value: TypedValue) -> bool:
    """Whether a value tells how many there are: "hoeveel scholen zijn er?" is not answered by how many do something."""
    share = _SHARE.search(fold(text[value.start : value.end]))
    return not share and _ALL.search(fold(text[: value.start])) is not None


def _of_others(told: Told, condition: Condition) -> bool:
    """Whether all counts of a sentence are of things under another condition: rejected, where is asked who joins."""
    found = [count.condition for count in counts(told.text, told.sentence.document.date)]
    return bool(found) and condition not in found


def _refers(sentence: Sentence, *, given: bool) -> float:
    """1 for a sentence with the number of a paper in it or in a note on it; less for the note: it says not of what."""
    if sentence.block.kind is BlockKind.FOOTNOTE:
        return HALF * given
    text, (start, _), (_, end) = sentence.document.text, sentence.spans[0], sentence.spans[-1]
    return float(
        given
        or any(
            _NUMBERED.search(text, note.start, note.end)
            for note in sentence.document.blocks
            if note.kind is BlockKind.FOOTNOTE and note.context and note.context[0] < end and start < note.context[1]
        )
    )
