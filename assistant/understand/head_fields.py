"""The lines of a paper's head and foot that begin with a name of their own: "Kenmerk", "Griffier:", "Sluiting".

One table says how people ask for them and how they begin.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_MEETING = r"(?=.*\b(?:\w*debat|\w*overleg|verslag|vergadering)\b)"
_CODE = re.compile(r"\d")
_DAY = re.compile(r"\d{1,2} \w+ \d{4}")
_TIME = re.compile(r"\d{1,2}[.:]\d{2}")
_NAME = re.compile(r"[A-ZÀ-Ý]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One thing that a paper tells in a line of its own."""

    name: str  # "Het kenmerk"
    asked: re.Pattern[str]  # how a folded question asks for it
    labels: tuple[re.Pattern[str], ...]  # how its line begins, the surest first
    value: re.Pattern[str]  # what its line holds behind that, or else the line below it
    elsewhere: bool = False  # whether a paper may tell it in other words too


FIELDS = (
    Field(
        name="Het kenmerk",
        asked=re.compile(
            r"(?:^|[,:] ?|\b(?:het|ons|de|onze|welke?|en|met|onder) )(?:ons |onze )?(?:kenmerk|referentie)(?:nummer)?\b"
        ),
        labels=(re.compile(r"(?:Ons |Onze )?(?:[Kk]enmerk|[Rr]eferentie)\b"),),
        value=_CODE,
    ),
    Field(
        name="Uw kenmerk",
        asked=re.compile(r"\buw (?:kenmerk|referentie)\b"),
        labels=(re.compile(r"Uw (?:kenmerk|referentie)\b"),),
        value=_CODE,
    ),
    Field(
        name="Het dossiernummer",
        asked=re.compile(r"\bdossier ?(?:nummer|nr)\b"),
        labels=(re.compile(r"Dossier(?:nummer)?\b"),),
        value=_CODE,
        elsewhere=True,
    ),
    Field(
        name="Het aantal bijlagen",
        asked=re.compile(r"\bhoe ?veel bijlagen\b"),
        labels=(re.compile(r"Bijlage(?:n|\(n\))?\b"),),
        value=re.compile(r"^\W*(?:\d+|[Gg]een)\W*$"),
        elsewhere=True,
    ),
    Field(
        name="De geadresseerde",
        asked=re.compile(
            r"\b(?:aan wie|geadresseerde)\b(?=.*\b(?:beslis)?nota\b)|\b(?:beslis)?nota\b.*\bgeadresseerde"
        ),
        labels=(re.compile(r"Aan(?=:| (?:de |het )?(?:[Mm]inister|[Ss]taatssecretaris|[Bb]ewindsperso))"),),
        value=re.compile(r"\w"),
        elsewhere=True,
    ),
    Field(
        name="De uiterste beslisdatum",
        asked=re.compile(r"\bbeslisdatum\b"),
        labels=(re.compile(r"(?:\d )?Uiterste beslisdatum\b|(?:Te b|B)eslissen (?:voor|vóór|uiterlijk)\b"),),
        value=_DAY,
    ),
    Field(
        name="De dag van ontvangst",
        asked=re.compile(r"\b(?:datum|dag) van (?:de )?ontvangst\b|\bontvangst(?:datum|dag)\b"),
        labels=(re.compile(r"Ontvangen\b"),),
        value=_DAY,
        elsewhere=True,
    ),
    Field(
        name="De dag van vaststelling",
        asked=re.compile(r"\b(?:wanneer|dag|datum)\b[^?.]*\bverslag\b[^?.]*\bvastgesteld\b"),
        labels=(re.compile(r"Vastgesteld\b"),),
        value=_DAY,
    ),
    Field(
        name="De griffier",
        asked=re.compile(_MEETING + r".*?\bgriffier\b"),
        labels=(re.compile(r"Griffier:"), re.compile(r"De (?:adjunct-)?griffier\b(?:.*,)?")),
        value=_NAME,
    ),
    Field(
        name="De voorzitter",
        asked=re.compile(
            _MEETING + r".*?\bwie (?:(?:is|was|trad op als) (?:de )?(?:fungerend )?voorzitter\b|zat\b[^?.]*\bvoor\b)"
        ),
        labels=(
            re.compile(r"Voorzitter:"),
            re.compile(r"De (?:fungerend )?voorzitter van de (?:\w+ )?commissie\b(?:.*,)?"),
        ),
        value=_NAME,
    ),
    Field(
        name="De aanvang",
        asked=re.compile(_MEETING + r".*?(?:\bhoe laat\b[^?.]*\b(?:beg[io]n\w*|start\w*)|\baanvang\b)"),
        labels=(re.compile(r"Aanvang\b"),),
        value=_TIME,
    ),
    Field(
        name="De sluiting",
        asked=re.compile(
            _MEETING + r".*?(?:\bhoe laat\b[^?.]*\b(?:eindig\w*|sloot|gesloten|afgelopen|klaar)|\bsluiting\b)"
        ),
        labels=(re.compile(r"Sluiting\b"),),
        value=_TIME,
    ),
)


def asked_fields(folded: str) -> tuple[Field, ...]:
    """The lines of a head that a folded question asks for, in its order."""
    found = [(match.end(), number) for number, field in enumerate(FIELDS) if (match := field.asked.search(folded))]
    return tuple(FIELDS[number] for _, number in sorted(found))
