"""A text made even for matching, offset for offset, and patterns in which a space stands for white space."""

from __future__ import annotations

import re

DASHES = "\u2010\u2011\u2012\u2013\u2014\u2212"
SPACES = "\u00a0\u2002\u2003\u2009\u202f\t\r\f\v"
ODD_LETTERS = {"ſ": "s", "ı": "i", "İ": "I", "\u212a": "K"}  # that match these letters where case is ignored
EVEN = str.maketrans(dict.fromkeys(DASHES, "-") | dict.fromkeys(SPACES, " ") | ODD_LETTERS)
LINE_END = re.compile(r"(?<=[^\n])\n(?! *\n)(?= *\S)")
RAISED_MARK = re.compile(r"(?<=\d)[⁰¹²³⁴-⁹]{1,3}")
# A space in a pattern, but not one in a character class.
SPACE = re.compile(r"\[(?:\\.|[^\]\\])*\]|(?P<may> \?)|(?P<must> )")


def flattened(text: str) -> str:
    """The same text, offset for offset, with single line ends and odd spaces as spaces, and one kind of dash.

    Letters of other alphabets that Python takes for ours are ours: the long s, the sign of kelvin.

    Footnote marks at a figure are spaces too: "853¹ leden" counts 853 of them.
    """
    even = LINE_END.sub(" ", text.translate(EVEN))
    return RAISED_MARK.sub(lambda match: " " * len(match[0]), even)


def pattern(source: str) -> re.Pattern[str]:
    """A pattern for flattened text: " " stands for one to four spaces, " ?" for at most four."""
    return re.compile(SPACE.sub(_spaces, source))


def _spaces(match: re.Match[str]) -> str:
    if match["may"]:
        return " {0,4}"
    return " {1,4}" if match["must"] else match.group()
