"""Dutch number words: "vijftien" is 15, "tweeëntwintig" is 22, "anderhalf" is 1.5."""

from __future__ import annotations

import re
from functools import cache

ONES = (
    "nul|een|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|dertien|veertien|vijftien|zestien|zeventien|"
    "achttien|negentien"
)
TENS = "twintig|dertig|veertig|vijftig|zestig|zeventig|tachtig|negentig"
ORDINALS = {
    "derde": 3,
    "vierde": 4,
    "kwart": 4,
    "vijfde": 5,
    "zesde": 6,
    "zevende": 7,
    "achtste": 8,
    "tiende": 10,
}


def number_of(word: str) -> str:
    """The number that a word or figure stands for, as digits; "" if it is no number.

    The article "een" is no number; "één" is. Figures are read in Dutch: "1.500" is 1500, "2,5" is 2.5.
    """
    low = word.lower()
    if low[:1].isdecimal():
        return _figure(low)
    return _words().get(low, "")


@cache
def _words() -> dict[str, str]:
    words = {"één": "1", "eén": "1", "anderhalf": "1.5", "anderhalve": "1.5", "beide": "2"}
    ones = ONES.split("|")
    below_hundred = dict(enumerate(ones))
    for tens, word in enumerate(TENS.split("|"), start=2):
        below_hundred[tens * 10] = word
        for one in range(1, 10):
            joint = "ën" if ones[one].endswith("e") else "en"
            below_hundred[tens * 10 + one] = f"{ones[one]}{joint}{word}"
    for number, word in below_hundred.items():
        words[word] = str(number)
        for hundred in range(1, 10):
            head = f"{'' if hundred == 1 else ones[hundred]}honderd"
            words[head if number == 0 else head + word] = str(hundred * 100 + number)
        if number > 1:
            words[f"{word}duizend"] = str(number * 1000)
            words[f"{word}honderd"] = str(number * 100)
    words["duizend"] = "1000"
    del words["een"]
    return words


def _figure(figure: str) -> str:
    whole, comma, fraction = figure.partition(",")
    groups = re.split(r"\.| +", whole)
    if len(groups) > 1 and all(len(group) == 3 for group in groups[1:]):
        whole = "".join(groups)
    if not whole.replace(".", "").isdecimal() or (comma and not fraction.isdecimal()):
        return ""
    return f"{whole}.{fraction}" if comma else whole
