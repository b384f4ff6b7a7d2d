"""Argparse that speaks Dutch: its own words come from gettext, which has no Dutch catalogue for them."""

from __future__ import annotations

import argparse

_WORDS = {
    "usage: ": "gebruik: ",
    "positional arguments": "argumenten",
    "options": "opties",
    "show this help message and exit": "toon deze uitleg en stop",
    "show program's version number and exit": "toon het versienummer en stop",
    "%(prog)s: error: %(message)s\n": "%(prog)s: %(message)s\n",
    "argument %(argument_name)s: %(message)s": "bij %(argument_name)s: %(message)s",
    "the following arguments are required: %s": "dit ontbreekt: %s",
    "one of the arguments %s is required": "een van deze is nodig: %s",
    "unrecognized arguments: %s": "onbekend: %s",
    "not allowed with argument %s": "kan niet samen met %s",
    "expected one argument": "er moet een waarde achter staan",
    "expected at least one argument": "er moet minstens één waarde achter staan",
    "expected at most one argument": "er mag hoogstens één waarde achter staan",
    "expected %s argument": "er moet %s waarde achter staan",
    "expected %s arguments": "er moeten %s waarden achter staan",
    "ignored explicit argument %r": "hier hoort geen waarde achter: %r",
    "ambiguous option: %(option)s could match %(matches)s": "%(option)s kan van alles zijn: %(matches)s",
    "invalid choice: %(value)r (choose from %(choices)s)": "%(value)r kan niet, kies uit %(choices)s",
    "invalid %(type)s value: %(value)r": "%(value)r heeft niet de goede vorm (%(type)s)",
}


def _translate(words: str) -> str:
    return _WORDS.get(words, words)


def _translate_counted(one: str, many: str, number: int) -> str:
    return _translate(one if number == 1 else many)


def speak_dutch() -> None:
    """Give argparse its words in Dutch, for this process."""
    vars(argparse)["_"] = _translate
    vars(argparse)["ngettext"] = _translate_counted
