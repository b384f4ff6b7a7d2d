"""What a question asks a paper of itself: who signed it, of which day it is, what stands in the lines of its head.

Several particulars of one paper are asked in one message, joined by commas and "en": "brief over de pont: welk kenmerk,
wanneer en door wie ondertekend". What such a part of a message asks for is read of that part alone.
"""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass
from enum import Enum, auto

from assistant.understand.head_fields import A_PAPER, ALONE, FIELDS, KENMERK, OF_PAPER, Field, asked_fields
from assistant.understand.question import Question
from assistant.understand.wishes import NAMES_NUMBER, Wish
from index.dutch import words
from ingest.document import Kind
from ingest.kinds import LETTERS

_TILL = r"(?:(?!\b(?:die|dat|waar\w*)\b)[^?.,])*"  # as far as no clause of its own tells of something else
_SIGNED = r"\b(?:onder|ge)tekend\b"
_SIGNER = re.compile(
    rf"\bwie (?:(?:heeft|hebben|had|hadden) )?{A_PAPER}{_TILL}{_SIGNED}|\bwie (?:onder)?tekenden? {A_PAPER}|"
    rf"\b(?:is|was|werd) {A_PAPER}{_TILL}{_SIGNED}(?:,? (?:en )?door wie\b)|"
    rf"\bdoor wie (?:is|was|werd) {A_PAPER}{_TILL}{_SIGNED}|"
    rf"\bondertekenaars?(?:{OF_PAPER}|{ALONE}|(?= en\b))|"
    rf"\b(?:wiens|wie z.?n) handtekening (?:staat|stond)(?: er)? (?:onder|op) {A_PAPER}"
)
# Without an object: of a paper that is known by its number, or of which something else is asked as well.
_SIGNED_BY = re.compile(
    rf"\bwie (?:(?:onder)?tekenden?|(?:heeft|hebben)(?: die| hem| deze)? {_SIGNED})(?= die\b|\W*$| en\b)"
)
_IT = rf"(?:ie|die|hij|deze|dat|dit|{A_PAPER})"
_ITS_DAY = re.compile(rf"\b(?:van|uit|op) (?:wanneer|welke (?:dag|datum)) (?:is|was) {_IT}(?: {_SIGNED})?\W*$")
_A_DAY = r"(?:datum|dagtekening|(?:(?<=welke )|(?<=en )|(?<=de )|(?<=van )|(?<=op ))dag|wanneer)"  # not "fijne dag"
_DAY_TOO = re.compile(rf"\b{_A_DAY}(?=\W*$| en\b)|\bdatum (?:van |vd )?{A_PAPER}")
_SIGNED_WHEN = re.compile(rf"\b(?:wanneer|dag|datum) (?:is|was|werd) {A_PAPER}{_TILL}{_SIGNED}")
_MEETINGS = frozenset({Kind.DEBAT, Kind.SCHRIFTELIJK_OVERLEG})
# What a paper is called, and the kinds that it may be of; None for any. The first in a question is the one asked about.
_CALLED: tuple[tuple[str, frozenset[Kind] | None], ...] = (
    (r"\w*brie(?:f|ven)\b|\w*reactie\b", LETTERS),
    (r"\w*debat\b", frozenset({Kind.DEBAT})),
    (r"schriftelijk overleg\b", frozenset({Kind.SCHRIFTELIJK_OVERLEG})),
    (r"verslag\b|\w*overleg\b|vergadering\b", _MEETINGS),
    (r"nota (?:van|naar)\b|(?:kamer)?stuk\b", None),
    (r"(?:beslis)?nota\b", frozenset({Kind.BESLISNOTA})),
    (r"kamervragen\b|antwoorden\b|aanhangsel\b", frozenset({Kind.AANHANGSEL})),
)
_PAPER = re.compile(r"\b(?:" + "|".join(f"({cue})" for cue, _ in _CALLED) + ")")
_SURELY_A_PAPER = re.compile(r"brief\b|debat\b|\bschriftelijk overleg\b|nota\b|\bkamer\w+|\baanhangsel\b|reactie\b")

# "Dag voorzitter, …" speaks to somebody, and asks for no day and no voorzitter.
_GREETING = re.compile(
    r"^(?:hoi|hallo|hey|dag(?! (?:van|en|waarop)\b)|geachte?|beste|goe(?:de|ie)?n? ?(?:morgen|middag|avond|dag))\b"
    r"(?:\s\S+){0,3}?[,:!.]\s+"
)
_PARTS = re.compile(r"[,;:?!](?:\s|$)|\s(?=(?:en|plus|alsmede) )")
_ASKS = re.compile(
    r"(?:(?:en|op|in|van|door|onder|bij|voor|met|aan|tot|vanaf) )*(?:wie|wat|waar\w*|wanneer|hoe\w*|welke?)\b"
)
# Who signed something that is called by no word for a paper: it is one if it has a number or a kenmerk.
_SIGNED_ONE = re.compile(
    r"(?!.*\b(?:\w*convenant|\w*akkoord|\w*overeenkomst|\w*contract|\w*verdrag|verklaring|manifest|petitie)\b)"
    r"(?:(?:door )?wie (?:heeft|hebben|had|hadden|is|was|werd)\b.*\b(?:onder|ge)tekend$|wie (?:onder)?tekenden?\b)"
)
# Who asked Kamervragen or answered them, when, and their number; not "welke vragen", which asks what they say.
_OF_KAMERVRAGEN = re.compile(
    r"\b(?:wie|wanneer|welke? (?:\w+ )?(?:lid|leden|kamerl(?:id|eden)|fracties?|partij(?:en)?|minister|"
    r"staatssecretaris|bewindsperso\w+|datum|dag|nummer))\b[^?.;:]*\b(?:kamer)?vragen\b"
)
_SIGNING = re.compile(r"\b(?:onder|ge)?teken(?:den?|d|t|en|ing)\b")
# All that a part may say beside the particular that it asks for.
_SAYS_NO_MORE = frozenset(
    "en plus alsmede ook graag nog verder precies de het een die deze dat dit er erop erbij eronder ervan daarvan "
    "daarop hij hem ze zij ie van op onder met door bij uit aan om in als welk welke wat wie wiens hoe laat is was "
    "zijn waren werd werden heeft had hebben draagt droeg staat stond kreeg hoort geef noem luidt trad gericht "
    "verstuurd verzonden brief kamerbrief nota beslisnota stuk kamerstuk verslag debat commissiedebat overleg "
    "schriftelijk vergadering antwoord antwoorden aanhangsel vragen kamervragen reactie commissie".split()
)


class Own(Enum):
    """What a paper is asked of itself, and tells in no line that begins with a name of its own."""

    SIGNER = auto()
    DAY = auto()
    NUMBER = auto()
    KAMERVRAGEN = auto()  # when they were asked, or answered


Particular = Own | Field

_CALLED_SO: tuple[tuple[Particular, re.Pattern[str]], ...] = (
    *((field, field.called) for field in FIELDS),
    (Own.NUMBER, re.compile(r"\b(?:kamerstuk|stuk|aanhangsel)? ?(?:nummer|nr)\b|\bwelk (?:kamerstuk|aanhangsel)\b")),
    (
        Own.KAMERVRAGEN,
        re.compile(r"\b(?:ingezonden|ingediend|gesteld|beantwoord|ontvangen|binnengekomen|kwam(?:en)?\b.*\bbinnen)\b"),
    ),
    (Own.SIGNER, re.compile(r"\b(?:ondertekenaars?|afzender|handtekening)\b|^(?:en )?door wie$")),
    (Own.DAY, re.compile(rf"\b{_A_DAY}\b")),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What a question asks a paper of itself."""

    signer: bool
    day: bool
    number: bool
    fields: tuple[Field, ...]
    paper: bool  # whether it calls what it means as nothing but a paper is called
    more: bool  # whether it asks something else as well: "… en hoeveel boten varen er?"

    @property
    def surely(self) -> bool:
        """Whether that can stand nowhere but in the lines of a paper's head and foot: of no "vergadering" by itself."""
        sure = self.signer or self.day or any(not field.elsewhere for field in self.fields)
        return self.paper and sure


def wanted_of_itself(question: Question) -> Wanted | None:
    """What a question asks a paper of itself; None if it asks something else, or of no paper."""
    asked, parts = question.folded, _parts(question.folded)
    asked_apart = [_particulars(part) for part in parts]
    apart = frozenset[Particular]().union(*asked_apart)
    known_by_number = any(map(_SIGNED_ONE.match, parts)) and not {Own.NUMBER, KENMERK}.isdisjoint(apart)
    is_paper = question.papers or _PAPER.search(question.whole.folded) or known_by_number
    if not is_paper or Wish.PROPOSAL in question.wishes or Own.KAMERVRAGEN in apart:
        return None
    fields = asked_fields(asked)
    before = question.background and (_SIGNER.search(question.before.folded) or asked_fields(question.before.folded))
    signer = known_by_number or bool(
        _SIGNER.search(asked) or ((fields or before or question.papers) and _SIGNED_BY.search(asked))
    )
    told_day = any(field.is_day for field in fields)
    also_day = bool(fields or signer) and bool(_DAY_TOO.search(asked) or _ITS_DAY.search(asked)) and not told_day
    day = also_day or bool(_SIGNED_WHEN.search(asked) or (before and _ITS_DAY.search(asked)))
    number = re.search(NAMES_NUMBER, asked) is not None
    first = signer or day or bool(fields)
    longer = [part for part, particulars in zip(parts, asked_apart, strict=True) if not particulars]
    if not first and (len(apart) < 2 or any(map(_ASKS.match, longer))):
        return None
    naming = [*filter(_names_particular, longer)]
    return Wanted(
        signer=signer or Own.SIGNER in apart,
        day=day or Own.DAY in apart,
        number=number or Own.NUMBER in apart,
        fields=tuple(dict.fromkeys([*fields, *(field for field in FIELDS if field in apart)])),
        paper=bool(question.papers or known_by_number or _SURELY_A_PAPER.search(question.whole.folded)),
        # One part may tell with what it asks which paper is meant.
        more=len(naming) > 1 or any(_ASKS.match(part) and part not in naming for part in longer),
    )


def is_one_lookup(questions: Sequence[str]) -> bool:
    """Whether folded questions ask for several particulars of one paper: one tells which, the others no more."""
    more = [one for one in questions if not all(map(_particulars, _parts(one)))]
    return len(more) < 2 and all(map(_begins, more))


def _begins(folded: str) -> bool:
    """Whether a question asks a paper of itself, beside what it may tell of that paper."""
    asks = _SIGNER.search(folded) or _OF_KAMERVRAGEN.search(folded) or asked_fields(folded)
    return bool(asks) or any(_particulars(part) or _SIGNED_ONE.match(part) for part in _parts(folded))


def tells_which(folded: str) -> str:
    """A folded text without the parts that ask for nothing but a particular: they do not tell which paper is meant."""
    return ", ".join(part for part in _parts(folded) if not _particulars(part))


def kinds_called(folded: str) -> list[frozenset[Kind] | None]:
    """The kinds of papers that a folded text names, in its order; None for a word that goes for any."""
    return [_CALLED[found.lastindex - 1][1] for found in _PAPER.finditer(folded) if found.lastindex]


def _parts(folded: str) -> list[str]:
    text = _GREETING.sub("", folded.strip(), count=1)
    return [stripped for part in _PARTS.split(text) if (stripped := part.strip(" ."))]


def _names_particular(part: str) -> bool:
    """Whether a part of a message names something that a paper may be asked of itself, whatever else it says."""
    return bool(any(cue.search(part) for _, cue in _CALLED_SO) or _SIGNING.search(part) or asked_fields(part))


def _particulars(part: str) -> Set[Particular]:
    """What a part of a message asks a paper of itself; empty if it says anything else."""
    found: set[Particular] = set()
    left = part
    for particular, cue in _CALLED_SO:
        if cue.search(left):
            found.add(particular)
            left = cue.sub(" ", left)
    if _SIGNING.search(left):
        found |= {Own.SIGNER} if "wie" in words(left) else set()
        left = _SIGNING.sub(" ", left)
    if not set(words(left)) <= _SAYS_NO_MORE:
        return frozenset()
    dated = any(isinstance(one, Field) and one.is_day for one in found)
    return found - {Own.DAY} if dated else found
