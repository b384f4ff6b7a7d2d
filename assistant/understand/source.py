"""What a question says of its source: who, or which paper, is to answer it, and not what is asked.

"Hoeveel boten voeren er in 2024 volgens de brief van minister Bos van 4 mei 2026?" asks how many boats there were, of
one paper. What is asked is searched for and read without these words, which stand in no sentence that answers.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from assistant.understand.counts import values_of
from assistant.understand.kinds import PAPER_WORDS, called_in, is_called
from index.dutch import fold
from ingest.document import Document
from ingest.official_numbers import MONTHS
from ingest.typed_values import ValueKind

_NAME = r"(?:(?:[A-Z]\.)+ ?)?(?:(?:[Vv]an|[Dd]e|der|[Dd]en|[Tt]en|[Tt]er|[Tt]e|[Ee]l|[Aa]l) )*[A-ZÀ-Ý][\w’'-]*"
_PART = r"[A-ZÀ-Ý][\w-]*"
_FIELD = (  # "voor Basis- en Voortgezet Onderwijs"
    rf"(?: (?:van|voor) (?:de |het )?{_PART}(?: {_PART}(?=,| en ))?"
    rf"(?:(?:, en | en |, )(?:de |het )?{_PART}(?: {_PART})?)*)"
)
_HOLDER = (
    r"(?:de )?(?:demissionair |toenmalig |oud-)?(?:[Mm]inister(?:-president)?|[Ss]taatssecretaris|bewindspersoon)"
    rf"{_FIELD}?(?: {_NAME})?(?: \([A-Za-z\d-]{{2,16}}\))?"
)
_ASKER = rf"(?:het (?:Kamer)?lid|de (?:Kamer)?leden|Kamerlid) {_NAME}(?:(?:, | en ){_NAME})*(?: \([^()]{{2,30}}\))?"
_DETERMINER = r"(?:(?:de|het|zijn|haar|hun|uw|een|die|dit|deze|dat) )?"
_PAPER = (
    rf"{_DETERMINER}(?:[a-z]+e )?(?:(?:antwoord(?:en)?|beantwoording)(?: op| van)?(?: de)?(?: schriftelijke)? "
    r"(?:[Kk]amer)?vragen|verslag van (?:een|het) (?:schriftelijk overleg|\w*debat)|schriftelijk overleg|\w*debat|"
    rf"(?i:{'|'.join(sorted(PAPER_WORDS, key=len, reverse=True))}))"
)
_DAY = (
    rf"(?: (?:van|d\.?d\.?) (?:\w+dag )?(?:(?:\d{{1,2}} )?(?:{'|'.join(MONTHS)}) \d{{4}}|"
    r"\d{1,2}[-/]\d{1,2}[-/]\d{4}|\d{4}-\d\d-\d\d)(?!\d))"
)
_OF = (
    rf"(?: (?:van|door|aan) (?:{_HOLDER}|{_ASKER}|(?:het )?ministerie{_FIELD}?|de (?:Tweede )?Kamer)"
    rf"|(?<=[a-z]) van {_NAME})"
)
_BY = r"(?:volgens|blijkens|aldus)"
_IN = rf"(?:{_BY}|in|op grond van)"
# What became of a thing that a paper tells of stands in others; what two papers tell apart is asked of both.
_ELSEWHERE = re.compile(
    r"\b(?:later\w*|sinds\w*|daarna|gebeurd|terechtgekomen|uitgevoerd|nagekomen|opgevolgd|teruggekomen|verschil\w*|"
    r"vergelijk\w*|tussen)\b",
    re.IGNORECASE,
)
_DATED = re.compile(rf"\b(?i:{_IN}) {_PAPER}{_OF}*{_DAY}{_OF}*")
_HELD = re.compile(rf"\b(?i:{_BY}) {_HOLDER}")
_WITHOUT_NUMBER = re.compile(rf"\b(?i:{_IN})(?: {_PAPER})?(?= ?(?:[,:?.]|$))")  # what is left of "volgens stuk nr. 12"


def without_source(text: str, *, numbered: bool = False) -> str:
    """A question without the words that only say who, or which paper, is to answer it; as it is if nothing is left.

    Args:
        text: Of the question.
        numbered: Whether the official number of a paper was taken out of it.
    """
    if len(_DATED.findall(text)) > 1 or _ELSEWHERE.search(text):
        return text
    sources = (_DATED, _HELD, *((_WITHOUT_NUMBER,) if numbered else ()))
    bare = text
    for source in sources:
        bare = source.sub("", bare)
    if bare == text:
        return text
    bare = re.sub(r"(?:\s+(?:en|of))?\s+([,:?.])", r"\1", " ".join(bare.split()))
    bare = re.sub(r"[,:]+(?=[,:?.]|$)", "", bare).lstrip(" ,:")
    return bare if re.search(r"\w", bare) else text


def papers_of_their_day(text: str, documents: Iterable[Document]) -> tuple[str, ...]:
    """The identifiers of the papers that a question names as its source by kind and day; empty where one is not here.

    Of a paper with answers that is the day of these, or on which the questions were sent in.
    """
    if _ELSEWHERE.search(text):
        return ()
    papers = list(documents) if _DATED.search(text) else []
    found = [
        [one.identifier for one in papers if _is_meant(one, source[0], day)]
        for source in _DATED.finditer(text)
        for day in [value.value for value in values_of(source[0]) if value.kind is ValueKind.DATE]
    ]
    return tuple(dict.fromkeys(one for some in found for one in some)) if all(found) else ()


def _is_meant(document: Document, source: str, day: str) -> bool:
    called = called_in(fold(source))
    return _is_of(document, day) and (not called or any(is_called(document, one.kinds) for one in called))


def _is_of(document: Document, day: str) -> bool:
    asked = document.kamervragen.sent if document.kamervragen else None
    return any(own is not None and own.isoformat().startswith(day) for own in (document.date, asked))
