"""Numbers as lists print them."""

from __future__ import annotations

_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l")),
    *((40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)


def roman_of(number: int) -> str:
    """A number in small Roman numerals; "" for 0 and below."""
    text = ""
    for value, letters in _ROMAN:
        text += letters * (number // value)
        number = max(number, 0) % value
    return text


def letters_of(number: int) -> str:
    """A number as word processors count with letters: a to z and then aa, bb, cc; "" for 0 and below."""
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1) if number > 0 else ""
