"""Words broken over two lines: which hyphen belongs to the word and which to the line end."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from simplemma import is_known

from ingest.official_numbers import MONTHS

HYPHENS = "-‐‑"
SOFT_HYPHEN = "\u00ad"
# "onderwijs- en zorgaanbod": the hyphen stands for the rest of the word, the space stays.
CONJUNCTIONS = frozenset({"en", "én", "of", "óf", "en/of", "dan", "noch", "als", "tot", "respectievelijk", "maar"})
# First parts that Dutch spelling joins with a hyphen (Leidraad 6.H-6.K), and abbreviations in small letters.
HYPHENATED_FIRST_PARTS = frozenset(
    [
        "niet",
        "oud",
        "ex",
        "non",
        "vice",
        "adjunct",
        "kandidaat",
        "aspirant",
        "sociaal",
        "politiek",
        "po",
        "vo",
        "so",
        "sbo",
        "vso",
        "pro",
        "go",
        "mbo",
        "hbo",
        "wo",
        "vwo",
        "havo",
        "vmbo",
        "ggz",
        "lhbti",
        "lhbtiq",
        "swv",
        "oza",
        "opp",
        "tlv",
        "cao",
        "btw",
        "pgb",
        "aivd",
        "it",
        "ict",
    ]
)
CLASHES = frozenset(
    ["aa", "ae", "ai", "au", "ee", "ei", "eu", "ie", "ij", "oe", "oi", "oo", "ou", "uu", "ui"]
)  # read as one sound when joined
OPEN_RANGE = re.compile(r"([^\W_]+)–$")  # "2024–", "maandag–": the dash stands against the word before it
TIMES = frozenset({*MONTHS, *(month[:3] for month in MONTHS), "mrt", "sept"})
TIMES |= {"maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"}
TIMES |= {"ma", "di", "wo", "do", "vr", "za", "zo"}
URL_TAIL = re.compile(r"(?:https?://|www\.)\S*$")
URL_OPEN_END = re.compile(r"(?:[-/&=_?#~]|%[0-9A-Fa-f]{2}|https?://\S*%\w?)$")
LAST_WORD = re.compile(r"[^\W_]+$")
FIRST_WORD = re.compile(r"[^\W_]+")
VOWEL = re.compile(r"[aeiouyà-ÿ]")
WORD = re.compile(r"[^\W_]+(?:[-‐‑][^\W_]+)*")


def vocabulary(lines: Iterable[str]) -> Counter[str]:
    """How often each word stands whole on a line, in small letters."""
    words: Counter[str] = Counter()
    for line in lines:
        found = WORD.findall(line.lower())
        words.update(found[:-1] if line.rstrip().endswith(tuple(HYPHENS)) else found)
    return words


def joint(before: str, after: str, words: Counter[str]) -> tuple[int, str]:
    """How a line goes on in the next one.

    Args:
        before: Text up to the line end, without white space at its end.
        after: The next line, without white space at its start.
        words: Words that the paper holds whole.

    Returns:
        How many characters to take off the end of ``before``, and what to put between.
    """
    if URL_TAIL.search(before) and (URL_OPEN_END.search(before) or after.startswith(("%", "&", "/", "?"))):
        return 0, ""
    if before.endswith(SOFT_HYPHEN):
        return 1, ""
    if before.endswith("/") and not before.endswith(" /"):
        return 0, ""
    if _is_range(before, after):
        return 0, ""
    if not before.endswith(tuple(HYPHENS)):
        return 0, " "
    first, last = LAST_WORD.search(before[:-1]), FIRST_WORD.match(after)
    if first is None or last is None:
        return 0, " " if first is None else ""
    if _following(after) in CONJUNCTIONS:
        return 0, " "
    return (0, "") if _keeps_hyphen(first.group(), last.group(), words) else (1, "")


def _is_range(before: str, after: str) -> bool:
    """Whether a dash at the line end stands between figures, days and months, or names: "2024–2025", "1 mei–3 juni"."""
    first, last = OPEN_RANGE.search(before), FIRST_WORD.match(after)
    if first is None or last is None:
        return False
    ends = (first[1], last[0])
    return all(end.isdigit() or end.lower() in TIMES for end in ends) or all(end[0].isupper() for end in ends)


def _following(after: str) -> str:
    return after.split(maxsplit=1)[0].strip(",.;:)")


def _keeps_hyphen(first: str, last: str, words: Counter[str]) -> bool:
    """Whether the hyphen belongs to the word: the paper itself knows best, then a word list, then spelling."""
    low_first, low_last = first.lower(), last.lower()
    whole, hyphenated = words[low_first + low_last], words[f"{low_first}-{low_last}"]
    if whole or hyphenated:
        return hyphenated > whole
    if first[-1].isdigit() or not last[0].islower() or len(first) == 1 or first[-1].isupper():
        return True
    if low_first.endswith("ij") and low_last[0] == "i":  # "partij-ideologie": a word list may know it joined
        return True
    if is_known(f"{low_first}-{low_last}", lang="nl"):
        return True
    if is_known(low_first + low_last, lang="nl"):
        return False
    # A part without a vowel is no syllable, so no word was broken there.
    if low_first in HYPHENATED_FIRST_PARTS or not (VOWEL.search(low_first) and VOWEL.search(low_last)):
        return True
    return low_first[-1] + low_last[0] in CLASHES
