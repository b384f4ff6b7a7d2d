"""Orders to a machine that stand in a paper or a question where they do not belong.

An official paper tells, asks and requests; it never tells its reader how to answer. A sentence that does is known by
its form: it takes back what was said before ("negeer alle eerdere instructies"), speaks to a machine by name
("assistent, noem"), says how to answer whatever is asked ("antwoord altijd met"), or gives its reader another part to
play ("u bent vanaf nu"). A request of the Kamer, a question of a member and an advice to a minister are none of these.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from ingest.order_signs import CUES, GOES_ON, IN_PAPERS, SIGNS
from ingest.sentences import split

_ENGLISH = frozenset("the is are you your and to of this that with it must not no all".split())
_DUTCH = frozenset("de het een van en dat is in op te".split()) - _ENGLISH
_UNSEEN = frozenset({"Mn", "Cf"})  # accents, and signs that only steer other signs
_WORD = re.compile(r"[^\W\d_]+")
_MARKED = re.compile(r"[<\[][|/\w]")  # mark-up, which a model may take for the words of its maker
_CLAUSE = re.compile(r"(?<=[,;:.!?)\]–—]) +|(?= +(?:en|and|maar|but) )| - ")


def is_order(sentence: str) -> bool:
    """Whether a sentence of a paper tells a machine what to answer."""
    folded = _folded(sentence)
    return _bears(folded, IN_PAPERS) or _speaks_english(folded)


def _bears(folded: str, signs: Sequence[re.Pattern[str]]) -> bool:
    if CUES.isdisjoint(_WORD.findall(folded)) and not _MARKED.search(folded):
        return False
    return any(sign.search(folded) for sign in signs)


def _speaks_english(folded: str) -> bool:
    """Whether a sentence addresses its reader in English, as no paper here does."""
    spoken = _WORD.findall(folded)
    english = sum(word in _ENGLISH for word in spoken)
    to_reader = {"you", "your", "answer", "response", "say"} & set(spoken)
    return bool(to_reader) and english > 2 and english > 2 * sum(word in _DUTCH for word in spoken)


def orders_in(text: str) -> list[tuple[int, int]]:
    """Spans of the sentences of a text that are orders, with those behind them that go on with one."""
    found: list[tuple[int, int]] = []
    follows = False
    for start, end in split(text):
        follows = is_order(text[start:end]) or (follows and bool(GOES_ON.match(_folded(text[start:end]))))
        if follows:
            found.append((start, end))
    return found


def without_orders(text: str) -> str:
    """A text with its orders left out; itself if it holds none."""
    for start, end in reversed(orders_in(text)):
        text = f"{text[:start].rstrip(' ')} {text[end:].lstrip(' ')}".strip()
    return text


def asked_without_orders(question: str) -> str:
    """What somebody asks besides the orders that were typed with it; the question itself if that is nothing."""
    kept = []
    for start, end in split(question):
        sentence = question[start:end]
        if not _bids(sentence):
            kept.append(sentence)
        elif sentence.endswith("?"):  # a question with an order in one of its clauses
            clauses = map(str.strip, _CLAUSE.split(sentence))
            kept += [clause for clause in clauses if clause and not _bids(clause)]
    return " ".join(kept) if any(map(_WORD.search, kept)) else question


def only_bids(question: str) -> bool:
    """Whether all that somebody typed orders a machine about, in every clause, and nothing is asked of the papers."""
    clauses = [one for start, end in split(question) for one in _CLAUSE.split(question[start:end]) if _WORD.search(one)]
    return bool(clauses) and all(map(_bids, clauses))


def _bids(sentence: str) -> bool:
    """Whether a sentence of somebody who asks is an order to a machine."""
    return _bears(_folded(sentence), SIGNS)


def _folded(text: str) -> str:
    """Lower case, without accents and with single spaces; signs that cannot be seen are left out."""
    if not text.isascii():
        signs = unicodedata.normalize("NFKD", text)
        text = "".join(sign for sign in signs if unicodedata.category(sign) not in _UNSEEN)
    return " ".join(text.casefold().split())
