"""Does a question hold something about a person that had better not be typed?"""

from __future__ import annotations

import re

_MAIL = re.compile(r"[\w.+-]+@[\w-]+(\.[\w-]+)+")
_PHONE = re.compile(r"(?<![\w.,])(?:\+31|0031|0)[\s-]?[1-9](?:[\s-]?\d){8}(?![\w])")
_NINE_DIGITS = re.compile(r"(?<![\w.,-])\d{9}(?![\w-])")
_WEIGHTS = (9, 8, 7, 6, 5, 4, 3, 2, -1)  # the eleven-test of a burgerservicenummer


def personal_data(question: str) -> list[str]:
    """What a question seems to hold, in Dutch: "een BSN", "een telefoonnummer", "een e-mailadres"."""
    found = []
    if any(is_bsn(match[0]) for match in _NINE_DIGITS.finditer(question)):
        found.append("een BSN")
    if _PHONE.search(question):
        found.append("een telefoonnummer")
    if _MAIL.search(question):
        found.append("een e-mailadres")
    return found


def is_bsn(digits: str) -> bool:
    """Whether nine digits pass the eleven-test of a burgerservicenummer.

    Source: Logisch Ontwerp BSN, weights 9 to 2 and -1; the sum is a multiple of 11, the number not 0.
    """
    total = sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, digits, strict=True))
    return total % 11 == 0 and int(digits) > 0
