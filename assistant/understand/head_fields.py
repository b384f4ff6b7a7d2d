"""The lines of a paper's head and foot that begin with a name of their own: "Kenmerk", "Griffier:", "Sluiting".

One table says how people ask for them and how they begin.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_DETERMINER = r"(?:het|de|die|dat|deze|dit)"
_MEETING = (
    r"(?:\w*debat|\w+overleg|(?:(?<=het )|(?<=dat )|(?<=dit )|(?<=lijk ))overleg(?! met\b| tussen\b)|vergadering)\b"
)
# A word for a paper, with what may stand before it; "in overleg" and "na overleg" are none.
A_PAPER = (
    rf"(?:{_DETERMINER} (?:\w+ )?)?"
    rf"(?:\w*brie(?:f|ven)\b|\w*reactie\b|\w*nota\b|(?:kamer)?stuk\b|verslag\b|kamervragen\b|{_MEETING})"
)
_TOO = r"(?:(?: en|,)(?: de| het| ons| welke?)? \w+){0,2}"  # what is asked with it: "kenmerk EN DATUM van de brief"
_HAS = r"(?: (?:heeft|had|draagt|droeg|staat|stond|hoort|is|was)(?: er)?)?"
_OF = r"(?: (?:van|vd|bij|op|boven|onder|in|volgens))?"
OF_PAPER = rf"{_TOO}{_HAS}{_OF} {A_PAPER}"  # behind a particular: it is one of a paper
ALONE = rf"{_TOO}{_HAS}{_OF}(?: {_DETERMINER})?(?=\W*$)"  # the paper stands before it, or is named by its number
_THE_MEETING = rf"{_DETERMINER} (?:\w+ )?{_MEETING}"
_AT_WHAT_TIME = r"\bhoe laat (?:\w+ (?:en|of) )?"
_HELD = re.compile(r"(?:debat|overleg|verslag|vergadering)\b")
_NOTA = re.compile(r"nota\b")
# What a line holds behind its label and nothing else; a label may also begin a sentence: "Kenmerk van een pont is …".
_SIGN = r"\S*[A-Z\d/]\S*"
_CODE = re.compile(rf"(?=\D*\d){_SIGN}(?: {_SIGN}){{0,3}}")
_DAY = re.compile(r"\d{1,2} \w+ \d{4}")
_TIME = re.compile(r"(?:om )?\d{1,2}[.:]\d{2}(?: uur)?")
_NAME = re.compile(r"(?:(?:van|von|der|den|de|ten|ter|te|in|el|al|[’']t) |[A-ZÀ-Ý][\w’'.-]* ){0,6}[A-ZÀ-Ý][\w’'-]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One thing that a paper tells in a line of its own."""

    name: str  # "Het kenmerk"
    asked: re.Pattern[str]  # how a folded question asks for it
    called: re.Pattern[str]  # what it is called where it is asked for beside others: "…, de griffier en het kenmerk"
    labels: tuple[re.Pattern[str], ...]  # how its line begins, the surest first
    value: re.Pattern[str]  # all that its line holds behind that, or else the line below it
    beside: re.Pattern[str] | None = None  # what the question names as well, if it does ask for it
    elsewhere: bool = False  # whether a paper may tell it in other words too

    @property
    def is_day(self) -> bool:
        """Whether it is a day: who asks "wanneer" as well asks for that one."""
        return self.value is _DAY


KENMERK = Field(
    name="Het kenmerk",
    asked=re.compile(
        r"(?:^|[,:] ?|\b(?:het|ons|de|onze|welke?|en|met|onder) )(?:ons |onze )?(?:kenmerk|referentie)(?:nummer)?"
        rf"(?:{OF_PAPER}|{ALONE})"
    ),
    called=re.compile(r"(?<!\buw )\b(?:ons |onze )?(?:kenmerk|referentie)(?:nummer)?\b"),
    labels=(re.compile(r"(?:Ons |Onze )?(?:[Kk]enmerk|[Rr]eferentie)\b"),),
    value=_CODE,
)
DOSSIER = Field(
    name="Het dossiernummer",
    asked=re.compile(r"\bdossier ?(?:nummer|nr)\b"),
    called=re.compile(r"\bdossier ?(?:nummer|nr)\b"),
    labels=(re.compile(r"Dossier(?:nummer)?\b"),),
    value=re.compile(r"\d{2} ?\d{3}\b.*"),
    elsewhere=True,
)
FIELDS = (
    KENMERK,
    Field(
        name="Uw kenmerk",
        asked=re.compile(rf"\buw (?:kenmerk|referentie)(?:{OF_PAPER}|{ALONE})"),
        called=re.compile(r"\buw (?:kenmerk|referentie)\b"),
        labels=(re.compile(r"Uw (?:kenmerk|referentie)\b"),),
        value=_CODE,
    ),
    DOSSIER,
    Field(
        name="Het aantal bijlagen",
        asked=re.compile(r"\bhoe ?veel bijlagen\b"),
        called=re.compile(r"\b(?:hoe ?veel|aantal) bijlagen\b"),
        labels=(re.compile(r"Bijlage(?:n|\(n\))?\b"),),
        value=re.compile(r"\d+|[Gg]een"),
        elsewhere=True,
    ),
    Field(
        name="De geadresseerde",
        asked=re.compile(r"\b(?:aan wie|geadresseerde)\b"),
        called=re.compile(r"\baan wie\b|\bgeadresseerde\b"),
        beside=_NOTA,
        labels=(re.compile(r"Aan(?=:| (?:[Dd]e |[Hh]et )?(?:[Mm]inister|[Ss]taatssecretaris|[Bb]ewindsperso))"),),
        value=re.compile(r"(?:(?! (?:is|wordt|werd|heeft|zal|kan|moet|vraagt|vragen)\b)[^.?!])+"),
        elsewhere=True,
    ),
    Field(
        name="De uiterste beslisdatum",
        asked=re.compile(r"\b(?:beslis|reactie)datum\b"),
        called=re.compile(r"\b(?:uiterste )?(?:beslis|reactie)datum\b"),
        labels=(
            re.compile(r"(?:\d )?Uiterste (?:beslis|reactie)datum\b|(?:Te b|B)eslissen (?:voor|vóór|uiterlijk)\b"),
        ),
        value=_DAY,
    ),
    Field(
        name="De dag van ontvangst",
        asked=re.compile(r"\b(?:datum|dag) van (?:de )?ontvangst\b|\bontvangst(?:datum|dag)\b"),
        called=re.compile(r"\b(?:(?:datum|dag) van )?(?:de )?ontvangst(?:datum|dag)?\b"),
        labels=(re.compile(r"Ontvangen\b"),),
        value=_DAY,
        elsewhere=True,
    ),
    Field(
        name="De dag van vaststelling",
        asked=re.compile(
            rf"\b(?:wanneer|dag|datum) (?:is|was|werd) {_DETERMINER} (?:\w+ )?verslag\b[^?.,]*\bvastgesteld\b"
        ),
        called=re.compile(r"\bvastgesteld\b|\b(?:(?:datum|dag) van )?(?:de )?vaststelling\b"),
        labels=(re.compile(r"Vastgesteld\b"),),
        value=_DAY,
    ),
    Field(
        name="De griffier",
        asked=re.compile(rf"\bgriffier{OF_PAPER}|\bwie (?:is|was) (?:de )?(?:adjunct-)?griffier{ALONE}"),
        called=re.compile(r"\b(?:adjunct-)?griffier\b"),
        beside=_HELD,
        labels=(re.compile(r"Griffier:"), re.compile(r"(?:De )?(?:[Aa]djunct-)?[Gg]riffier\b(?:.*,)?")),
        value=_NAME,
    ),
    Field(
        name="De voorzitter",
        asked=re.compile(
            r"\bwie (?:(?:is|was|trad op als) (?:de )?(?:fungerend )?voorzitter"
            rf"(?:{OF_PAPER}|{ALONE})|zat {_THE_MEETING}[^?.]*\bvoor(?=\W*$| en\b))"
        ),
        called=re.compile(r"\b(?:commissie|fungerend )?voorzitter\b|\bzat (?:\w+ ){0,2}voor\b"),
        beside=_HELD,
        labels=(
            re.compile(r"Voorzitter:"),
            re.compile(r"De (?:fungerend )?voorzitter van de (?:\w+ )?commissie\b(?:.*,)?"),
        ),
        value=_NAME,
    ),
    Field(
        name="De aanvang",
        asked=re.compile(
            rf"{_AT_WHAT_TIME}(?:beg[io]n\w*|start\w*)(?: (?:en|of) \w+)? {_THE_MEETING}|"
            rf"\bhoe laat (?:is|was|werd) {_THE_MEETING}[^?.]*\b(?:begonnen|gestart)\b|"
            rf"\baanvang(?: en (?:de )?sluiting)? (?:van )?(?:{_THE_MEETING}|\w*debat\b)"
        ),
        called=re.compile(r"\baanvang\b|\b(?:begon|begint|begonnen|startte|gestart)\b"),
        beside=_HELD,
        labels=(re.compile(r"Aanvang\b"),),
        value=_TIME,
    ),
    Field(
        name="De sluiting",
        asked=re.compile(
            rf"{_AT_WHAT_TIME}(?:eindig\w*|sloot)(?: (?:en|of) \w+)? {_THE_MEETING}|"
            rf"\bhoe laat (?:is|was|werd) {_THE_MEETING}[^?.]*\b(?:geeindigd|gesloten|afgelopen|klaar)\b|"
            rf"\bsluiting (?:van )?(?:{_THE_MEETING}|\w*debat\b)"
        ),
        called=re.compile(r"\bsluiting\b|\b(?:eindigde|eindigt|sloot|gesloten|afgelopen)\b"),
        beside=_HELD,
        labels=(re.compile(r"Sluiting\b"),),
        value=_TIME,
    ),
)


def asked_fields(folded: str) -> tuple[Field, ...]:
    """The lines of a head that a folded question asks for, in its order."""
    named = {None, *(cue for cue in (_HELD, _NOTA) if cue.search(folded))}
    may_be = [(number, field) for number, field in enumerate(FIELDS) if field.beside in named]
    found = [(match.end(), number) for number, field in may_be if (match := field.asked.search(folded))]
    return tuple(FIELDS[number] for _, number in sorted(found))
