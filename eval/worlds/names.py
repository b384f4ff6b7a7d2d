"""Invented names, numbers, amounts and dates; nothing is given twice within a world."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TypeVar

MONTHS = (
    *("januari", "februari", "maart", "april", "mei", "juni"),
    *("juli", "augustus", "september", "oktober", "november", "december"),
)
_SURNAMES = (
    ("Wold", "Ester", "Broe", "Hamel", "Kruis", "Ooster", "Rem", "Snij", "Tol", "Vree", "Wissel", "Bramen"),
    ("ink", "ma", "kens", "dijk", "veld", "stra", "berg", "man", "wijk", "mans"),
)
_PARTICLES = ("", "", "", "Van ", "De ", "Van der ", "Ten ")
_TOWNS = (
    ("Wilgen", "Rieten", "Noorder", "Iepen", "Koren", "Zilver", "Brem", "Lange", "Sint-Maartens", "Otter"),
    ("lo", "mond", "wolde", "hage", "rade", "schoten", "zande", "kerke", "broek"),
)
_PROGRAMMES = (
    ("Warme", "Vaste", "Open", "Lichte", "Naaste", "Stille", "Gouden", "Brede", "Slimme", "Rustige", "Tweede"),
    ("Brug", "Schakel", "Haven", "Drempel", "Kring", "Sleutel", "Opstap", "Wegwijzer", "Horizon", "Bron"),
)
_KINDS_OF_PROGRAMME = ("het programma", "de regeling", "de proef", "het actieplan", "de subsidie")
_BUREAUS = (
    ("Onderzoeksbureau", "Adviesbureau", "Stichting", "Instituut", "Kenniscentrum"),
    ("Merel", "Kompas", "Lindeboom", "Zandloper", "Zevenster", "Kwadrant", "Ekster", "Vlier", "Anker"),
)
_PARTIES = ("VVD", "D66", "SP", "CDA", "GroenLinks-PvdA", "ChristenUnie", "SGP", "BBB", "Volt", "JA21", "DENK")

_Drawn = TypeVar("_Drawn")


@dataclass(slots=True)
class Names:
    """Draws from one source of chance, each name and number once."""

    chance: random.Random
    _given: set[object] = field(default_factory=set)

    def person(self) -> str:
        """A surname of a member: "Van der Woldink"."""
        return self._new(lambda: self.chance.choice(_PARTICLES) + self._joined(_SURNAMES))

    def town(self) -> str:
        """A place: "Wilgenlo"."""
        return self._new(lambda: self._joined(_TOWNS))

    def programme(self) -> str:
        """A programme with its article: "de regeling Warme Brug"."""
        name = self._new(lambda: self._joined(_PROGRAMMES, " "))
        return f"{self.chance.choice(_KINDS_OF_PROGRAMME)} {name}"

    def bureau(self) -> str:
        """Who carries something out: "Stichting Merel"."""
        return self._new(lambda: self._joined(_BUREAUS, " "))

    def parties(self, count: int) -> list[str]:
        """Parties of the Kamer, in any order."""
        return self.chance.sample(_PARTIES, count)

    def number(self) -> int:
        """A count; no other number of the world is equal to it, nor a year."""
        return self._new(lambda: self.chance.choice((self.chance.randrange(13, 100), self.chance.randrange(101, 1900))))

    def percentage(self) -> int:
        """A share in whole per cents, of the same pool as the counts."""
        return self._new(lambda: self.chance.randrange(13, 97))

    def weeks(self) -> int:
        """A term in weeks."""
        return self._new(lambda: self.chance.randrange(3, 13))

    def amount(self) -> tuple[str, tuple[str, ...]]:
        """An amount of money as a paper writes it, and its spellings without the unit."""
        tenths = self._new(lambda: self.chance.randrange(11, 990))
        if tenths % 10 == 0:
            tenths += 1
        value = f"{tenths // 10},{tenths % 10}"
        form = self.chance.choice(("€ {} miljoen", "{} miljoen euro", "{} mln. euro"))
        return form.format(value), (f"{value} miljoen",)

    def day(self, year: int) -> date:
        """A working day of a year."""
        drawn = self._new(lambda: date(year, 1, 8) + timedelta(days=self.chance.randrange(340)))
        return drawn if drawn.weekday() < 5 else drawn - timedelta(days=2)

    def official(self) -> int:
        """A number of a paper."""
        return self._new(lambda: self.chance.randrange(2001, 3990))

    def dossier(self) -> str:
        """A number of a dossier, "34 817"."""
        return self._new(lambda: f"{self.chance.randrange(28, 37)} {self.chance.randrange(100, 1000)}")

    def _joined(self, parts: tuple[tuple[str, ...], ...], by: str = "") -> str:
        return by.join(map(self.chance.choice, parts))

    def _new(self, draw: Callable[[], _Drawn]) -> _Drawn:
        while (drawn := draw()) in self._given:
            pass
        self._given.add(drawn)
        return drawn


def in_words(day: date) -> str:
    """A date as papers write it: "3 juni 2024"."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def grouped(number: int) -> str:
    """A number with points between thousands: "1.234"."""
    return f"{number:,}".replace(",", ".")


def capital(text: str) -> str:
    """The text with its first letter large."""
    return text[:1].upper() + text[1:]
