"""Laws that a text names, with the article where it gives one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.document import Reference, ReferenceKind
from ingest.flattened import pattern

# Identifiers of the Basiswettenbestand (wetten.overheid.nl) for the laws around school, youth and care.
KNOWN = {
    "BWBR0003420": ("Wet op het primair onderwijs", "WPO"),
    "BWBR0003549": ("Wet op de expertisecentra", "WEC"),
    "BWBR0002399": ("Wet op het voortgezet onderwijs", "WVO"),
    "BWBR0044212": ("Wet voortgezet onderwijs 2020", "WVO 2020"),
    "BWBR0007625": ("Wet educatie en beroepsonderwijs", "WEB"),
    "BWBR0005682": ("Wet op het hoger onderwijs en wetenschappelijk onderzoek", "WHW"),
    "BWBR0020685": ("Wet medezeggenschap op scholen", "WMS", "Wms"),
    "BWBR0013800": ("Wet op het onderwijstoezicht", "WOT"),
    "BWBR0002628": ("Leerplichtwet 1969", "Leerplichtwet"),
    "BWBR0034925": ("Jeugdwet",),
    "BWBR0035362": ("Wet maatschappelijke ondersteuning 2015", "Wmo 2015"),
    "BWBR0035917": ("Wet langdurige zorg", "Wlz", "WLZ"),
    "BWBR0018450": ("Zorgverzekeringswet", "Zvw", "ZVW"),
    "BWBR0015703": ("Participatiewet",),
    "BWBR0014915": ("Wet gelijke behandeling op grond van handicap of chronische ziekte", "WGBH/CZ", "Wgbh/cz"),
    "BWBR0005537": ("Algemene wet bestuursrecht", "Awb"),
    "BWBR0045754": ("Wet open overheid", "Woo"),
    "BWBR0001840": ("Grondwet",),
}
# Known by these letters, but the text alone does not tell which version of the law.
UNDATED = (
    "Wmo",
    "WMO",
    "Wob",
    "AVG",
    "Wkkp",
    "Wgs",
    "Wpg",
    "Wnra",
    "Wft",
    "Wvggz",
    "Wzd",
    "UAVG",
    "Wet maatschappelijke ondersteuning",
)
TITLES = tuple(name for names in KNOWN.values() for name in names)
IDENTIFIERS = {name.lower(): identifier for identifier, names in KNOWN.items() for name in names}
# "Wet" and what comes after it, as far as a title goes on in small letters.
TITLE_END = (
    r"(?:en|of|die|dat|dan|is|zijn|was|waren|wordt|worden|werd|heeft|hebben|kan|kunnen|moet|moeten|zal|zullen|biedt|geldt|"
    r"regelt|maakt|stelt|bepaalt|schrijft|treedt|gaat|komt|niet|ook|om|te|als|door|voor|met|in|aan|uit|bij|naar|per|sinds|"
    r"waar\w*|hier\w*|daar\w*|ik|wij|we|u|er|nu|al|nog|onder|zoals|wel|zelf|vereist|verplicht|ziet|voorziet|beoogt|van|op|tot|het|de)"
)
TITLED = (
    r"(?:(?:[Aa]lgemene|[Tt]ijdelijke) [Ww]et|Wet)(?: (?:op|tot|inzake|van|ter|houdende)(?: (?:het|de))?)?"
    rf"(?: (?!{TITLE_END}\b)[a-zà-ÿ]+(?:-[a-zà-ÿ]+)*){{1,5}}(?: (?:19|20)\d{{2}})?"
)
# "Wet kwaliteit, klachten en geschillen zorg (Wkkgz)": the letters tell where a title ends.
LETTERED = (
    r"Wet(?: (?!Wet\b)[\w,-]+){1,12}?(?= ?\((?:hierna:? ?)?[«“‘'\"]?W[A-Za-z/]{1,8}(?: (?:19|20)\d{2})?[»”’'\"]?\))"
)
QUOTED = r"(?:(?<=[«“‘])Wet [^«»“”‘’\n]{3,100}(?=[»”’])|(?<=\()Wet [^()\n]{3,120}(?=\)))"
CODES = r"Wetboek van (?:Strafrecht|Strafvordering|Koophandel|Burgerlijke Rechtsvordering)|Burgerlijk Wetboek"
# "Jeugdwet", not "Kaderwet" or "Initiatiefwet": those say only what sort of law it is.
COMPOUND = (
    r"(?!(?:Kader|Raam|Nood|Spoed|Initiatief|Concept|Verzamel|Wijzigings|Implementatie|Invoerings|Uitvoerings|Formele)wet\b)"
    r"[A-Z][a-zà-ÿ]{2,}(?:-[a-zà-ÿ]+)?wet(?: (?:19|20)\d{2})?"
)


_NAMES = "|".join(re.escape(name).replace(r"\ ", " ") for name in sorted([*TITLES, *UNDATED], key=len, reverse=True))
LAW = rf"(?P<law>(?:{_NAMES})(?![\w-])|{QUOTED}|{LETTERED}|{CODES}|{TITLED}|{COMPOUND}(?![\w-]))"
NUMBER = r"\d{1,4}[a-z]{0,3}(?:[.:]\d{1,3}[a-z]?){0,3}(?![\w])"
ORDINAL = r"(?:eerste|tweede|derde|vierde|vijfde|zesde|zevende|achtste|negende|tiende|elfde|twaalfde)"
WITHIN = (
    rf"(?: ?,? ?(?:en )?(?:lid \d{{1,2}}|{ORDINAL}(?:(?:,| en| tot en met) {ORDINAL})* lid|"
    r"leden \d{1,2}(?: en \d{1,2})?|"
    r"aanhef|(?:sub|onder|onderdeel) ?[a-z0-9]{1,2}(?![\w])|\d{1,2}[°º]))*"
)
ARTICLE = (
    rf"[Aa]rt(?:ikel(?:en)?\b|t?\.) ?{NUMBER}"
    rf"(?:{WITHIN}(?:,| en| of| t/m| tot en met|-) ?(?:artikel )?{NUMBER})*{WITHIN}"
)
BY_ARTICLE = pattern(rf"\b(?P<article>{ARTICLE}),? ?(?:van |uit |in )?(?:de |het )?{LAW}")
# "artikel 5.1, tweede lid, onder b", where its law was named already.
BARE = pattern(rf"\b(?P<article>(?>{ARTICLE}))(?! ?,? ?(?:van|uit|in|bij) )")
FIRST_NUMBER = re.compile(NUMBER)
BY_NAME = pattern(rf"(?<![\w-])(?P<before>){LAW}(?:,? ?\(?(?P<article>{ARTICLE}))?")
# "Wet passend onderwijs (Wpo)": from there on the letters name the law.
ABBREVIATED = pattern(
    rf"(?<![\w-]){LAW} ?\((?:hierna:? ?)?[«“‘'\"]?(?P<letters>[A-Z][A-Za-z/]{{1,8}}(?: (?:19|20)\d{{2}})?)[»”’'\"]?\)"
)
# What is called a bill is no law yet: "het wetsvoorstel «Wet op de boten»".
BILL = re.compile(r"(?:wetsvoorstel|[Vv]oorstel van wet|wetsontwerp)(?: voor de)? ?[«“‘\"']?$")
LONGEST_BILL = 60


def laws(flat: str) -> Iterator[Reference]:
    """The laws in a flattened text; they may overlap, and then the longer one counts."""
    for form in (BY_ARTICLE, BY_NAME):
        for match in form.finditer(flat):
            if not BILL.search(flat, max(0, match.start() - LONGEST_BILL), match.start()):
                yield _law(match, match["law"], match["article"])
    yield from _named_before(flat)
    for letters, law in _abbreviations(flat).items():
        own = re.escape(letters)
        by_letters = pattern(rf"(?<![\w-])(?:(?P<article>{ARTICLE}),? ?(?:van |uit )?(?:de |het )?)?{own}(?![\w-])")
        for match in by_letters.finditer(flat):
            yield _law(match, law, match["article"])


def _named_before(flat: str) -> Iterator[Reference]:
    """Articles without a law that follow the same article with its law in their paragraph."""
    named = [(match.start(), _first_number(match), match["law"]) for match in BY_ARTICLE.finditer(flat)]
    for match in BARE.finditer(flat) if named else ():
        start, number = flat.rfind("\n\n", 0, match.start()), _first_number(match)
        before = [law for at, other, law in named if start < at < match.start() and other == number]
        if before:
            yield _law(match, before[-1], match["article"])


def _first_number(match: re.Match[str]) -> str:
    found = FIRST_NUMBER.search(match["article"])
    return found[0] if found else ""


def _abbreviations(flat: str) -> dict[str, str]:
    """Letters that the text itself gives to a law, unless they are known already."""
    found = {match["letters"]: match["law"] for match in ABBREVIATED.finditer(flat)}
    return {letters: law for letters, law in found.items() if letters not in TITLES and letters not in UNDATED}


def _law(match: re.Match[str], law: str, article: str | None) -> Reference:
    return Reference(
        kind=ReferenceKind.WET,
        identifier=IDENTIFIERS.get(" ".join(law.lower().split()), ""),
        text="",
        start=match.start(),
        end=match.end(),
        part=" ".join((article or "").split()),
    )
