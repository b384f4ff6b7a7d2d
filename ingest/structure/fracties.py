"""Fracties and single members in a written consultation: who a line or a paragraph says is speaking."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.structure.line_ends import OPEN_WORD, SENTENCE_END

LONGEST_LABEL = 130  # characters
LEAST_OF_A_LABEL = 4  # words, below a line that ends in the middle of a sentence
LONGEST_SUBJECT = 300  # characters from the start of a paragraph to the last fractie of its subject
NEAR_THE_START = 70  # characters: "Voorts vragen deze leden"
CAPITAL = r"(?!De\b|Het\b)[A-ZÀ-Ý0-9][\w+/&’'-]*"
# One party or several: "VVD", "Partij voor de Dieren", "VVD, het CDA en D66".
NAMES = rf"(?:(?:de|het) )?{CAPITAL}(?:(?:, (?:en )?| en | )(?:(?:voor|van) )?(?:(?:de|het) )?{CAPITAL})*"
FRACTIE = re.compile(
    rf"(?P<before>{NAMES})-?\s?fractie(?:s|leden)?\b"
    rf"|\bfractie(?:s|leden)? van (?P<after>{NAMES})"
    rf"|\b(?P<lid>(?:[Hh]et lid|[Dd]e (?:leden van de )?[Gg]roep) "
    rf"(?:[Vv]an (?:de[rn]? )?(?!{CAPITAL}-?\s?fractie))?{CAPITAL}(?: {CAPITAL})*)"
)
AND = re.compile(r"(?:, | en |, en )(?:(?:de|het) )?(?:(?:fractie)?(?:leden|lid) van )?(?:(?:de|het) )?")
ARTICLE = re.compile(r"(?:^|(?<=en )|(?<=, ))(?:de|het) ")
# What a label may say besides the name of the fractie.
FILLER = frozenset(
    "inbreng bijdrage vragen vraag opmerkingen en van vanuit uit de het leden lid fractie fracties groep op door aan "
    "antwoord antwoorden reactie beantwoording gestelde gesteld namens".split()
)
REPLIES = re.compile(r"\b(?:antwoord(?:en)?|reactie|beantwoording)\b", re.IGNORECASE)
DECORATION = re.compile(
    r"^(?:[•·▪●◦–—*-]\s+|\(?(?:[IVX]{1,4}|\d{1,2}(?:\.\d{1,2})*|[A-Za-z])[.)]\s*|[IVX]{1,4}\s+)+|\s*\|?[\s.…]*\s\d{1,3}$"
)
# Parties as a heading names them without more.
PARTIES = frozenset(
    "VVD PVV CDA D66 PvdA GroenLinks GroenLinks-PvdA GL-PvdA SP ChristenUnie CU SGP PvdD 50PLUS 50Plus DENK Denk FVD "
    "FvD JA21 BBB Volt BIJ1 NSC BVNL OSF OPNL LPF AOV RPF GPV".split()
) | {"Partij voor de Dieren", "Partij van de Arbeid", "Forum voor Democratie", "Nieuw Sociaal Contract"}
MEMBERS = re.compile(
    r"\b(?:[Dd]eze|[Gg]enoemde|[Vv]oornoemde|[Dd]ie|[Dd]it|aan het woord zijnde) (?:fractie)?(?:leden|lid)\b"
    r"|\b(?:[Dd]e|[Hh]et) (?:\S+-)?fractie(?:s|leden)?\b"
    r"|\b(?:[Dd]e|[Hh]et) (?:leden|lid)\b(?! van (?:de|het|een) (?:commissie|raad|bestuur|gemeenteraad|Raad))"
)
# "Met deze leden", "de zorg van deze leden", "dat deze leden": somebody else is the subject.
GOVERNED = re.compile(r"\b(?:van|met|door|aan|voor|bij|namens|op|uit|dat|die|zoals|als|dan) $", re.IGNORECASE)
THEY = re.compile(
    r"(?:(?:Ook|En) )?[Zz]ij [a-zà-ÿ]+en\b|(?:Ook|Verder|Daarnaast|Tevens|Voorts|Tot slot|Tenslotte) [a-zà-ÿ]+en zij\b"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fractie:
    """Who speaks for a part of the Kamer: "de VVD-fractie", "de fracties van D66 en Volt", "het lid Voorbeeld"."""

    name: str

    @property
    def bare(self) -> str:
        """The name without its article."""
        return self.name.split(" ", 1)[1]


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """A line that says whose input follows, or the reply to whose input."""

    fractie: Fractie
    replies: bool


def bare_line(text: str) -> str:
    """A line without the bullet or number before it, and the page number and colon after it."""
    return DECORATION.sub("", text.strip()).strip(" :")


def label_of(text: str) -> Label | None:
    """What a line says when it says no more than whose words follow; None for any other line."""
    line = bare_line(text) if len(text) < 2 * LONGEST_LABEL else ""
    if not line or len(line) > LONGEST_LABEL or line[-1] in ".?!;":
        return None
    found = FRACTIE.search(_lowered(line))
    if found is None:
        return _named_short(line)
    rest = f"{line[: found.start()]} {line[found.end() :]}"
    if not {word.lower() for word in re.findall(r"\w+", rest)} <= FILLER:
        return None
    return Label(fractie=_named(found), replies=bool(REPLIES.search(rest)))


def is_label_line(text: str, before: str) -> bool:
    """Whether a line of running text says whose words follow, and does not end the sentence above it."""
    if text[0].islower() or before.endswith(",") or OPEN_WORD.search(before) or label_of(text) is None:
        return False
    return bool(SENTENCE_END.search(before)) or len(text.split()) >= LEAST_OF_A_LABEL


def _named_short(line: str) -> Label | None:
    """A label with the party alone: "VVD", "Inbreng D66"."""
    words = line.split()
    party = " ".join(word for word in words if word.lower() not in FILLER) if line not in PARTIES else line
    if party not in PARTIES or not line.endswith(party):
        return None
    return Label(fractie=Fractie(name=f"de {party}-fractie"), replies=bool(REPLIES.search(line)))


def opens_with_members(text: str) -> bool:
    """Whether a paragraph begins by saying what members do, in the third person."""
    found = MEMBERS.search(text, 0, NEAR_THE_START)
    return found is not None and GOVERNED.search(text, 0, found.start()) is None


def goes_on_for_members(text: str) -> bool:
    """Whether a paragraph goes on about members that were named before it: "Zij wijzen erop"."""
    return bool(THEY.match(text))


def fractie_of(text: str) -> Fractie | None:
    """The fractie that a paragraph names as its subject, near its start."""
    subject: list[re.Match[str]] = []
    for found in FRACTIE.finditer(text[:LONGEST_SUBJECT]):
        if not subject and found.start() > NEAR_THE_START:
            return None
        if subject and not AND.fullmatch(text, subject[-1].end(), found.start()):
            break
        if found["lid"] is None or found.start() == 0:
            subject.append(found)
    return _together([_named(found) for found in subject])


def _together(named: list[Fractie]) -> Fractie | None:
    """Fracties that speak in one sentence as one."""
    if len(named) < 2:
        return named[0] if named else None
    names = [each.name.removeprefix("de ").removesuffix("-fractie") for each in named]
    return Fractie(name=f"de fracties van {', '.join(names[:-1])} en {names[-1]}")


def _lowered(line: str) -> str:
    """The line with its first word in small letters, so that "Inbreng" is no part of a name."""
    first = line.split(maxsplit=1)[0]
    return line.replace(first, first.lower(), 1) if first.lower() in FILLER else line


def _named(found: re.Match[str]) -> Fractie:
    if found["lid"]:
        name = re.sub(r"^[Dd]e (?:leden van de )?[Gg]roep", "de Groep", found["lid"])
        return Fractie(name=re.sub(r"^Het", "het", name))
    names = ARTICLE.sub("", found["before"] or found["after"])
    parties = [each.strip(" -") for each in re.split(r", (?:en )?| en ", names)]
    if len(parties) == 1:
        return Fractie(name=f"de {parties[0]}-fractie")
    return Fractie(name=f"de fracties van {', '.join(parties[:-1])} en {parties[-1]}")
