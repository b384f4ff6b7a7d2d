"""The kinds of papers and the words for them: the one table that says how people call a paper."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.document import Document, Kind
from ingest.kinds import LETTERS


@dataclass(frozen=True, slots=True, kw_only=True)
class Called:
    """What people call by the same words."""

    kinds: frozenset[Kind]
    cue: re.Pattern[str]  # how a folded question names it
    words: tuple[str, ...]  # folded words for it


BESLISNOTA = Called(
    kinds=frozenset({Kind.BESLISNOTA}),
    cue=re.compile(r"\b(?:beslis)?nota(?:'?s)?\b|\bambtena(?:ar|ren)\b|\bambtelijk"),
    words=("beslisnota", "nota"),
)
LETTER = Called(
    kinds=LETTERS,
    cue=re.compile(r"\b(?:kamer)?brie(?:f|ven)\b"),
    words=("kamerbrief", "brief", "brieven"),
)
ANSWERS = Called(
    kinds=frozenset({Kind.AANHANGSEL}),
    cue=re.compile(r"\bkamervra(?:ag|gen)\b|\bantwoord(?:en)? (?:op|aan)\b|\baanhangsel"),
    words=("antwoord", "antwoorden", "beantwoording", "aanhangsel", "aanhangsels", "kamervraag", "kamervragen"),
)
OVERLEG = Called(
    kinds=frozenset({Kind.SCHRIFTELIJK_OVERLEG}),
    cue=re.compile(r"\bschriftelijk overleg\b"),
    words=("schriftelijk overleg", "overleg"),
)
DEBAT = Called(
    kinds=frozenset({Kind.DEBAT}),
    # A letter may be sent for a debate: only one that is said to be the source is meant.
    cue=re.compile(
        r"\b(?:in|tijdens|uit|volgens|bij|verslag van) (?:het|de|een|dat|dit) (?:\w+ )?(?:\w*debat|handelingen"
        r"|(?:algemeen |mondeling |wetgevings|nota)overleg)\b"
    ),
    words=("debat", "debatten", "commissiedebat", "handelingen"),
)
_ALL = (BESLISNOTA, LETTER, ANSWERS, OVERLEG, DEBAT)

# Words for a paper of any kind, and for the number that it has.
_ANY_PAPER = ("stuk", "stukken", "kamerstuk", "kamerstukken", "document", "documenten", "papier", "papieren")
PAPER_NUMBER_WORDS = tuple(
    f"{paper}{number}" for paper in ("kamerstuk", "stuk", "dossier", "aanhangsel") for number in ("nummer", "nr")
)
PAPER_WORDS = frozenset(word for called in _ALL for words in called.words for word in words.split()) | frozenset(
    _ANY_PAPER
)
PAPER_PATTERN = "|".join(word for words in (*(called.words for called in _ALL), ("stuk",)) for word in words)
SPOKEN_OF = "motie|wet|rapport|artikel|voetnoot|bijlage|amendement"  # in papers, and no paper itself
_OWN_WORD = {Kind.KAMERBRIEF: "kamerbrief"}  # that names one kind where the others name several


def called_in(folded: str) -> tuple[Called, ...]:
    """The papers that a folded text names by their kind."""
    return tuple(called for called in _ALL if called.cue.search(folded))


def own_kind(folded: str) -> frozenset[Kind]:
    """The kind that a folded text calls by a word that names no other; empty if it does not."""
    return frozenset(kind for kind, word in _OWN_WORD.items() if word in folded)


def is_called(document: Document, kinds: frozenset[Kind]) -> bool:
    """Whether a paper is of one of these kinds; a letter or a list that answers Kamervragen is called so as well."""
    answers = document.kamervragen is not None and document.kamervragen.reply is not None
    return document.kind in kinds or (answers and Kind.AANHANGSEL in kinds)
