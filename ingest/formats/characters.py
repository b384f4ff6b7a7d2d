"""Characters that look like others, or like nothing, written in the one way that everything here expects."""

from __future__ import annotations

import re
import unicodedata

RAISED = str.maketrans("0123456789+-−–", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻")
LOWERED = str.maketrans("0123456789+-−–", "₀₁₂₃₄₅₆₇₈₉₊₋₋₋")
FIGURES = re.compile(r"[+−–-]?\d{1,3}")  # what is raised or lowered as a whole: a mark, an exponent, an index

# A soft hyphen that ends a line is printed there; any other is not.
_PRINTED_SOFT = re.compile(r"\u00ad[^\S\n]*(?=\n)")
# Halves of a pair, which stand for bytes that are no text.
# Zero-width spaces and joiners, marks of direction, word joiners, and the soft hyphens that are left.
_NOTHING = re.compile(
    "[\ud800-\udfff\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]"
)
_SPACES = re.compile(" ?[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+ ?")
_LINES = re.compile("\r\n|[\r\u0085\u2028\u2029]")
_LIKE = str.maketrans(
    {
        "\u2010": "-",
        "\u2011": "-",
        "\u2012": "–",
        "\u2015": "—",
        "\u2212": "-",
        "\ufb00": "ff",
        "\ufb01": "fi",
        "\ufb02": "fl",
        "\ufb03": "ffi",
        "\ufb04": "ffl",
        "\ufb05": "st",
        "\ufb06": "st",
    }
)


def tidy(text: str) -> str:
    """A text with accents in their letters, hyphens as "-", spaces as " ", and without what prints nothing."""
    if text.isascii():
        return _LINES.sub("\n", text)
    text = _NOTHING.sub("", _PRINTED_SOFT.sub("-", _LINES.sub("\n", text)))
    return unicodedata.normalize("NFC", _SPACES.sub(" ", text).translate(_LIKE))


def raised(figures: str) -> str:
    """Figures in raised digits: "853.1" would be another number, and "106" no power of ten."""
    return figures.translate(RAISED)


def lowered(figures: str) -> str:
    """Figures in lowered digits, as in CO₂."""
    return figures.translate(LOWERED)
