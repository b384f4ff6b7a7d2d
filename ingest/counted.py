"""Counts in a flattened text, with the noun that is counted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from ingest.flattened import pattern
from ingest.measures import JOIN, NUMBER, SCALES, SHARED, WORD, joined, made, scaled
from ingest.number_words import ORDINALS, number_of
from ingest.value import TypedValue, ValueKind

OF_THE = r"(?:van )?(?:de |het |alle |deze |die |onze )?"
FRACTION = pattern(
    rf"(?i)\b(?:(?P<top>{WORD}|\d+) (?P<bottom>{'|'.join(ORDINALS)})(?: deel)?(?= (?P<of>van))?"
    rf"|(?P<joint>eenderde|tweederde|driekwart)(?: deel)?|de (?P<half>helft)(?= van)"
    rf"|(?P<part>{WORD}|\d+) (?:op|van) (?:de|elke|iedere) (?P<whole>{WORD}|\d+)|(?P<figure>\d+/\d+)(?:e|de|ste)?)"
    rf"(?: {OF_THE}|\b)"
)
JOINT = {"eenderde": "1/3", "tweederde": "2/3", "driekwart": "3/4", "helft": "1/2"}
COUNT = pattern(
    rf"(?i)(?<![\w€.,:/%?!»)”’\"-])(?:(?P<figure>{NUMBER})"
    rf"|(?P<word>{WORD}(?: half(?= m))?)(?P<mark>\d{{1,2}}(?= [a-z]))?)"
    rf"(?: (?P<scale>{SCALES}))?(?![\w:/%-]|[.,]\d)"
)
FOLLOWING = pattern(rf"{JOIN}(?P<next>{NUMBER}|{WORD})(?: (?P<scale>{SCALES}))?(?![\w:/%-]|[.,]\d)")
# What bears a number as its name; the number counts nothing.
NAMED = (
    "nrs?|nummers?|artikel(?:en)?|art|lid|vra(?:ag|gen)|antwoord(?:en)?|bijlagen?|maatregel(?:en)?|actielijn(?:en)?|"
    "clusters?|hoofdstuk|paragraaf|punt|knelpunt(?:en)?|groep(?:en)?|voetnoot|noot|staatsblad|staatscourant|"
    "kamerstuk(?:ken)?|dossier|pagina|blz|p|bladzijde|fase|stap|ad|prioriteit|doelstelling|spoor|tabel|figuur|optie|"
    "scenario|categorie|niveau|zaak|telefoon|tel|postbus|klas|leerjaar|onderdeel|thema|nota|versie|noodnummer|alarmnummer|"
    "telefoonnummer|jaren|vmbo|havo|vwo|mbo|kamer|kenmerk|referentie"
)
# "bijlagen 9, 10 en 11", "maatregel 14 («…») en 17"; "deze nota 40" names no nota by a number.
NAME_LIST = re.compile(
    rf"(?<!\bdeze )(?<!\bdit )(?<!\bdie )(?<!\bdat )\b(?:{NAMED})[.:]? {{1,4}}"
    r"(?:\d{1,5}(?: \([^()]*\))?(?:, en |, | en | of | t/m | tot en met |-))*$",
    re.IGNORECASE,
)
LONGEST_NAME_LIST = 80  # characters
NO_NOUN = re.compile(
    r"zijn|is|waren|was|word(?:t|en)|werd(?:en)?|hebben|heeft|had(?:den)?|kan|kunnen|kon|zal|zullen|en|of|van|in|op|"
    r"aan|met|bij|om|te|die|dat|er|ook|niet|voor|tot|per|als|dan|maar|naar|uit|over|onder|tegen|na|door|zich|hun|zij|ze|wij|we|ik|u|"
    r"het|een|de|dit|geen|nog|al|meer|minder|binnen|sinds|tussen|krijgen|kregen|doen|deden|gaan|gingen|komen|kwamen|staan|"
    r"maken|willen|moeten|mogen|blijven|nemen|a|à|t|hij|zou|zouden|ten|ter|jaarlijks|maandelijks|dagelijks|"
    r"gratis|thuis|reeds|slechts|minstens|soms|anders|steeds|alleen|samen|buiten|waar\w*"
)
NOUN = pattern(rf" \(?({WORD}(?:-{WORD})*)(?P<plural>[’']s\b)?")
DESCRIBING = re.compile(r"(?:e|lijk|ig|baar|isch|eerder|aantal|tal)$")
# "46 op zichzelf staande aanvragen", "12 door de inspectie bezochte scholen": words that lead to a participle.
INSERTED = pattern(
    rf" (?:op|in|bij|aan|met|door|voor|tot|uit|onder|nog|niet|al|reeds|eerder|zelf)(?: {WORD}){{0,3}}? "
    r"(?:[^\W\d_]+(?:de|te)|[a-z]*ge[a-z]+en|be[a-z]+en|ver[a-z]+en)(?= [^\W\d_])"
)
PARTICIPLE = re.compile(r"(?:ge|be|ver|ont|her|op|aan|af|in|uit)\w+[dt]")
NOT_A_COUNT = pattern(r" (?:van|op (?:één|een|1)\b)")
ARTICLE = re.compile(r" (?:van )?(?:de|het)(?= )")
ALL_OF_THEM = re.compile(r"\balle \w+ (?:van )?$", re.IGNORECASE)
AGE = pattern(r"(?:,| of| tot| en| à|-) ?\d{1,2}-jarige")
UNDER_AGE = re.compile(r"\b(?:onder|boven|vanaf|tot) (?:de|je) $", re.IGNORECASE)


def fractions(flat: str) -> Iterator[TypedValue]:
    """Parts: "twee derde van de scholen", "een op de vijf kinderen", "de helft van de ouders"."""
    for match in FRACTION.finditer(flat):
        value = _fraction(match)
        if not value:
            continue
        noun, end = noun_after(flat, match.end() - 1) if flat[match.end() - 1] == " " else ("", match.end())
        if noun or match["part"] is None or _one(match["part"]) == "1":
            yield made(ValueKind.COUNT, match, value, noun, end=end if noun else len(flat[: match.end()].rstrip()))


def counts(flat: str) -> Iterator[TypedValue]:
    """Numbers of things; a number that is a name, a mark or an age counts nothing."""
    for match in COUNT.finditer(flat):
        number = scaled(match["figure"] or match["word"], match["scale"])
        if not number or _names_or_marks(flat, match):
            continue
        following = FOLLOWING.match(flat, match.end())
        if following and scaled(following["next"], following["scale"]):
            number, after = _shared(match, following, number), following.end()
        else:
            after = match.end()
        noun, _ = noun_after(flat, after, single=number in {"0", "1"})
        # "Daarvoor acht het kabinet": a verb that looks like a number counts nothing; nor does a bare "één".
        if noun or match["figure"] or match["word"].lower() not in {"acht", "één", "eén", "nul"}:
            # In "duizend2 leerlingen" the 2 is the mark of a footnote.
            yield made(ValueKind.COUNT, match, number, noun, end=match.end("word") if match["mark"] else 0)


def noun_after(flat: str, at: int, *, single: bool = False) -> tuple[str, int]:
    """The noun that a number counts and its end: past adjectives, "" when a verb or a stop follows."""
    article = ARTICLE.match(flat, at)
    if article and ALL_OF_THEM.search(flat, max(0, at - 30), article.start() + 1):
        at = article.end()  # "alle vier de clusters"
    elif inserted := INSERTED.match(flat, at):
        noun, end = _noun(flat, inserted.end(), single=single)
        if noun and (noun[-1] in "ns" or flat.startswith(("’s", "'s"), end)):
            return noun, end
    return _noun(flat, at, single=single)


def _noun(flat: str, at: int, *, single: bool) -> tuple[str, int]:
    first, first_end = "", at
    for _ in range(4):
        noun = NOUN.match(flat, at)
        if noun is None or NO_NOUN.fullmatch(noun.group(1).lower()):
            break
        word = noun.group(1)
        if not first:
            first, first_end = word, noun.end(1)
        if not DESCRIBING.search(word) and (single or word[-1] in "ns" or noun["plural"]):
            return word, noun.end(1)
        at = noun.end()
    described = DESCRIBING.search(first) and first.lower() != "fte"
    return ("", at) if described or (not single and PARTICIPLE.fullmatch(first.lower())) else (first, first_end)


def _fraction(match: re.Match[str]) -> str:
    if match["figure"]:
        return match["figure"] if match.group().endswith(" ") else ""
    if joint := match["joint"] or match["half"]:
        return JOINT[joint.lower()]
    if match["top"]:
        # "een derde van de scholen", but "een derde partij".
        top = number_of(match["top"]) or ("1" if match["of"] and match["top"].lower() == "een" else "")
        return f"{top}/{ORDINALS[match['bottom'].lower()]}" if top else ""
    part, whole = _one(match["part"]), number_of(match["whole"])
    if not part or not whole or (" van " in match.group() and match["part"].lower() == "een"):
        return ""
    return f"{part}/{whole}"


def _one(word: str) -> str:
    return "1" if word.lower() == "een" else number_of(word)


def _shared(match: re.Match[str], following: re.Match[str], number: str) -> str:
    """In "tussen 10 en 20 miljoen" the 10 are millions too."""
    plain = following["scale"] and not match["scale"] and Decimal(number) < SHARED
    if plain and joined(match.string, match.start(), following["join"]):
        return scaled(match["figure"] or match["word"], following["scale"])
    return number


def _names_or_marks(flat: str, match: re.Match[str]) -> bool:
    if NAME_LIST.search(flat, max(0, match.start() - LONGEST_NAME_LIST), match.start()) or AGE.match(flat, match.end()):
        return True
    number = scaled(match["figure"] or match["word"], match["scale"])
    if number == "1" and (NOT_A_COUNT.match(flat, match.end()) or flat.endswith(" op ", 0, match.start())):
        return True  # "één van de redenen", "één op één"
    if match["figure"] is None:
        return False
    if UNDER_AGE.search(flat, max(0, match.start() - 12), match.start()) and not noun_after(flat, match.end())[0]:
        return True
    # "bedoeld? 1) 2)": the marks of endnotes.
    opened, closed = (flat.rfind(bracket, max(0, match.start() - 60), match.start()) for bracket in "()")
    return flat.startswith(")", match.end()) and opened <= closed  # no bracket is open here
