"""Dutch number words, read apart from ``ingest``: a judge must not share the faults of what it judges."""

from __future__ import annotations

from functools import cache

_UNITS = (
    *("", "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf"),
    *("dertien", "veertien", "vijftien", "zestien", "zeventien", "achttien", "negentien"),
)
_TENS = ("", "", "twintig", "dertig", "veertig", "vijftig", "zestig", "zeventig", "tachtig", "negentig")


@cache
def spelled_numbers() -> dict[str, str]:
    """Dutch number words up to 999.000, without accents, with their digits; not "een" and "duizend"."""
    small = {n: _below_thousand(n) for n in range(1, 1000)}
    words = {word: n for n, spellings in small.items() for word in spellings}
    for n in range(1000, 10_000):
        thousands, rest = divmod(n, 1000)
        head = ("" if thousands == 1 else _UNITS[thousands]) + "duizend"
        words |= {head + tail: n for tail in (small[rest] if rest else [""])}
        hundreds, rest = divmod(n, 100)
        if hundreds % 10:  # "vijftienhonderd"
            words |= {small[hundreds][0] + "honderd" + tail: n for tail in (small[rest] if rest else [""])}
    words |= {small[n][0] + "duizend": n * 1000 for n in range(10, 1000)}
    del words["een"], words["duizend"]
    digits = {word: str(n) for word, n in words.items()}
    return digits | {"nul": "0", "anderhalf": "1,5", "anderhalve": "1,5"}


def _below_thousand(number: int) -> list[str]:
    """The spellings of a number from 1 to 999, the usual one first."""
    hundreds, rest = divmod(number, 100)
    if not hundreds:
        return [_below_hundred(rest)]
    head = ("" if hundreds == 1 else _UNITS[hundreds]) + "honderd"
    if not rest:
        return [head]
    return [head + _below_hundred(rest), f"{head}en{_below_hundred(rest)}"]


def _below_hundred(number: int) -> str:
    if number < len(_UNITS):
        return _UNITS[number]
    tens, unit = divmod(number, 10)
    return f"{_UNITS[unit]}en{_TENS[tens]}" if unit else _TENS[tens]
