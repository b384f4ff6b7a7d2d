"""Ways of making a sentence false in what it says it of: how many, how surely, where, of which share, of one or both.

Its words stay for the most part; what bounds them falls away, grows, or changes places.
"""

from __future__ import annotations

import random
import re
from collections.abc import Mapping

from eval.lies.ways import (
    FINITE,
    MANY,
    Falsify,
    both_ways,
    in_place_of,
    nouns,
    prefixed,
    replaced,
    somewhere,
    substituted,
    swapped,
)

_SUBJECT = rf"(?:er|[Dd]e [\w-]+|[Hh]et [\w-]+|[Ee]en [\w-]+|{MANY}|ik|wij|we|zij)"
_PREPOSITION = r"(?:aan|bij|door|in|met|na|naar|onder|op|over|tussen|uit|van|vanuit|voor|via)"
_LED = r"(?:In|Binnen|Bij|Voor|Onder|Op|Tijdens|Vanaf|Sinds|Met|Aan)"
_HOPING = (
    r"(?:belangrijk|wenselijk|van belang|gewenst|nodig|noodzakelijk|hoopt?|vreest|vrezen|pleiten|pleit|vraagt|vragen|"
    r"verzoekt|adviseert|afgesproken|voorgesteld|roept op|signalen)"
)
_ASKING = r"(?:vraagt|vragen|na|bekijkt|bekijken|onderzoekt|onderzoeken|weten|bezien|vraag is)"
_NUMBERS = "twee drie vier vijf zes zeven acht negen tien twaalf".split()
_PARTICLES = {"toe": "af", "af": "toe", "op": "af", "in": "uit", "uit": "in", "aan": "af"}


def _dropped(*words: str) -> Falsify:
    """A word that stands within the sentence falls away."""
    return substituted(rf"(?<=\w )(?:{'|'.join(words)}) (?=\w)", "")


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def rebuilt(pattern: str, form: str) -> Falsify:
    """The parts of a sentence in another form, with a capital and a stop; a sentence of another form stays."""

    def falsify(claim: str, chance: random.Random) -> str:
        del chance
        found = re.match(pattern, claim)
        return f"{_capital(found.expand(form).strip()).rstrip('.')}." if found else claim

    return falsify


def _said_of(whole: str) -> Falsify:
    """What is said of something is said of a whole."""
    return rebuilt(rf"({_SUBJECT}) ({FINITE}) (.+)", rf"{whole} \2 \1 \3")


def _before_number(word: str) -> Falsify:
    return substituted(r"(?<![\w.,–-])(?=\d+(?:[.,]\d+)* ?(?:procent|miljoen|euro|%|[a-z]{4,}))", f"{word} ")


def _place_lost(claim: str, chance: random.Random) -> str:
    """One of the places behind the verb falls away."""
    verb = re.search(FINITE, claim)
    places = [*re.finditer(r" (?:in|binnen|bij|onder) (?:de|het) [a-z-]{4,}(?=[.,]| (?:en|of|te|is|zijn)\b)", claim)]
    places = [one for one in places if verb and one.start() > verb.end() and not claim[: one.start()].endswith(" en")]
    if not places:
        return claim
    one = chance.choice(places)
    return f"{claim[: one.start()]}{claim[one.end() :]}"


def _led_in_swapped(claim: str, chance: random.Random) -> str:
    """Two things behind different prepositions change places."""
    del chance
    end = rf"(?=[.,;]| (?:{_PREPOSITION}|en|is|zijn|wordt|worden|heeft|hebben|te)\b)"
    found = [*re.finditer(rf"\b({_PREPOSITION}) ((?:de|het|een) [a-z-]{{4,}}){end}", claim)]
    if len(found) < 2 or found[0][1] == found[1][1] or found[0][2] == found[1][2]:
        return claim
    one, other = found[:2]
    return swapped(one, other, 2)


def _of_turned(claim: str, chance: random.Random) -> str:
    """Of what something is, is told the other way round: "de ouders van de leerling"."""
    del chance
    found = re.search(r"\b((?:de|het) (?!deel|aantal|helft)[a-z-]{4,}) van ((?:de|het|een) [a-z-]{4,})\b", claim)
    if not found or found[1] == found[2]:
        return claim
    return f"{claim[: found.start()]}{found[2]} van {found[1]}{claim[found.end() :]}"


def _names_swapped(claim: str, chance: random.Random) -> str:
    """Two names in different parts of a sentence change places."""
    del chance
    found = [*re.finditer(r"(?<=[a-z] )[A-Z][a-z]{3,}\b(?! (?:en|of|[A-Z]))", claim)]
    if len(found) < 2 or found[0][0] == found[-1][0]:
        return claim
    one, other = found[0], found[-1]
    if not re.search(FINITE, claim[one.end() : other.start()]):
        return claim  # "van Zwolle tot en met Utrecht"
    return swapped(one, other)


def _share_of_another(claim: str, chance: random.Random) -> str:
    """A share of something is told as one of something else."""
    del chance
    share = re.search(r"(?:procent|%|helft|derde|kwart|\d+) van (?:de|het|alle) ([\w-]{4,})", claim)
    others = [noun[0] for noun in nouns(claim) if share and noun[0] != share[1]]
    return in_place_of(share, others[-1], 1) if share and others else claim


def _according_to_another(claim: str, chance: random.Random) -> str:
    said = re.search(r"\b[Vv]olgens ((?:de |het )?[\w-]+)", claim)
    others = [noun[0] for noun in nouns(claim) if said and noun[0] not in said[1]]
    return in_place_of(said, f"de {chance.choice(others)}", 1) if said and others else claim


WAYS: Mapping[str, Falsify] = {
    # where and of whom
    "an opening lost": rebuilt(
        rf"{_LED} (?!deze|dit|mijn)[^,;:()]{{4,60}}? ({FINITE}) ({_SUBJECT}) ([^,]+)\.", r"\2 \1 \3"
    ),
    "said of the whole country": _said_of("In het hele land"),
    "said of everywhere": _said_of("Overal"),
    "said of the whole": _said_of("In het hele stelsel"),
    "said on the whole": _said_of("Over het geheel genomen"),
    "said of every year": _said_of("Elk jaar"),
    "a place lost": _place_lost,
    "two led-in things changed round": _led_in_swapped,
    "of what turned round": _of_turned,
    "names changed round": _names_swapped,
    "which one lost": _dropped(
        *"vorige volgende huidige eerdere overige voormalige aanvullende aanvullend extra".split()
    ),
    "which one changed": both_ways(
        ("vorige", "volgende"),
        ("vorig", "volgend"),
        ("huidige", "vorige"),
        ("komende", "afgelopen"),
        ("nieuwe", "oude"),
        ("eerste", "laatste"),
        ("vorig", "dit"),
        ("volgend", "dit"),
    ),
    "without a hyphened not": substituted(r"\b(?:niet|non|oud|ex|semi)-(?=[a-z])", ""),
    # who says, hopes or asks it
    "hoped is so": rebuilt(rf".*\b{_HOPING}\b[^,;:]{{0,25}},? dat ([^,;:()]{{12,}})\.$", r"\1"),
    "asked is so": rebuilt(rf".*\b{_ASKING},? of ([^,;:]{{10,}})\.$", r"\1"),
    "whether is that": substituted(rf"\b({_ASKING},?) of (?=(?:de|het|er|een|zij) )", r"\1 dat "),
    "aimed at is done": rebuilt(
        r"((?:De |Het )?[\w-]+) [^;:]*?\bom (?:[\w-]+ ){0,2}?((?:de|het|een|hun|alle) [\w-]+) te (\w+en)\b.*",
        r"\1 \3 \2",
    ),
    "according to somebody else": _according_to_another,
    "according to nobody": rebuilt(
        r"Volgens (?:de |het )?[\w-]+(?: van [\w-]+)? (\w+) ((?:de |het |een )?[\w-]+) (.*)", r"\2 \1 \3"
    ),
    "according to who is heard": prefixed("Volgens de minister "),
    # how surely
    "can is will": replaced(("kan", "zal"), ("kunnen", "zullen"), ("kan", "wil"), ("kunnen", "willen"), ("mag", "wil")),
    "must is will": replaced(
        ("moet", "zal"), ("moeten", "zullen"), ("moet", "wil"), ("moeten", "willen"), ("dienen", "kunnen")
    ),
    "needed is compulsory": both_ways(
        ("nodig", "verplicht"), ("noodzakelijk", "verplicht"), ("wenselijk", "verplicht")
    ),
    "considered is done": replaced(
        ("overweegt", "wil"),
        ("overwegen", "willen"),
        ("onderzoekt", "regelt"),
        ("onderzocht", "geregeld"),
        ("bespreekt", "regelt"),
        ("besproken", "besloten"),
        ("voorgesteld", "besloten"),
        ("voorbereid", "uitgevoerd"),
        ("verkent", "doet"),
        ("verkend", "geregeld"),
        ("bekijkt", "regelt"),
    ),
    "a possible one is one": _dropped(*"mogelijke eventuele voorgenomen voorgestelde beoogde geplande".split()),
    "in principle lost": _dropped("in principe", "in beginsel", "doorgaans", "over het algemeen", "in de regel"),
    # when
    "being done is done": replaced(
        ("wordt", "is"), ("worden", "zijn"), (r"gaat(?! over)", "is"), ("zal", "heeft"), ("zullen", "hebben")
    ),
    "done is being done": replaced(
        ("is", "wordt"), ("zijn", "worden"), ("heeft", "gaat"), ("hebben", "gaan"), ("werd", "wordt")
    ),
    "not yet is no more": replaced(
        ("nog niet", "niet meer"),
        ("nog", "al"),
        ("al", "nog"),
        ("niet meer", "nooit"),
        ("nog steeds", "niet meer"),
        ("inmiddels", "nog niet"),
        ("opnieuw", "voor het eerst"),
    ),
    "a rate is a sum": substituted(
        r"(\d[^,.;]{0,20}) per (?:leerling|kind|jaar|maand|week|dag|uur|school|rit)\b", r"\1"
    ),
    "a rate of something else": both_ways(
        ("per leerling", "per school"),
        ("per week", "per dag"),
        ("per jaar", "per maand"),
        ("per gemeente", "per school"),
    ),
    "how often lost": substituted(
        r" (?:elke|iedere|elk|ieder) (?:dag|week|maand|jaar)\b| (?:jaar|dage|weke|maande)lijks\b", ""
    ),
    "a school year is a year": substituted(r"\b(?:school|studie|begrotings)jaar\b", "jaar"),
    # on what condition
    "if is unless": replaced(
        (r"als(?= (?:de|het|er|zij|dat|een) )", "tenzij"),
        *((word, "tenzij") for word in ("mits", "indien", "wanneer", "zodra", "zolang")),
        *(("tenzij", word) for word in ("mits", "als", "indien", "wanneer", "zodra", "zolang")),
    ),
    "because is although": replaced(
        ("omdat", "hoewel"), ("doordat", "hoewel"), ("dankzij", "ondanks"), ("want", "hoewel"), ("vanwege", "ondanks")
    ),
    "although is because": replaced(
        ("hoewel", "omdat"), ("Hoewel", "Omdat"), ("ondanks", "dankzij"), ("terwijl", "omdat"), ("maar", "dus")
    ),
    # how many
    "not is never": replaced((r"(?<!nog )niet(?! (?:alleen|meer))", "nooit"), ("geen", "nooit")),
    "hardly is not": replaced(("nauwelijks", "niet"), ("zelden", "nooit"), ("weinig", "geen"), ("onvoldoende", "niet")),
    "over is under": both_ways(("ruim", "bijna"), ("ongeveer", "ruim"), ("circa", "bijna"), ("zo'n", "bijna")),
    "nearly all is all": _dropped("vrijwel", "nagenoeg", "bijna"),
    "sometimes is mostly": replaced(
        ("soms", "meestal"),
        ("soms", "vaak"),
        ("vaak", "meestal"),
        ("regelmatig", "meestal"),
        ("vooral", "meestal"),
        ("veel", "de meeste"),
        ("veel", "alle"),
        ("Veel", "Alle"),
    ),
    "all is some": replaced(
        ("alle", "sommige"),
        ("Alle", "Sommige"),
        ("elke", "een enkele"),
        ("iedere", "een enkele"),
        ("beide", "een van beide"),
    ),
    "so many is at least": _before_number("minstens"),
    "so many is at most": _before_number("hooguit"),
    "so many is nearly": _before_number("bijna"),
    "a bound lost": _dropped(
        "minstens", "minimaal", "ten minste", "hooguit", "maximaal", "ten hoogste", "meer dan", "minder dan"
    ),
    "a million lost": substituted(r"(?<=\d) (?:miljoen|miljard|duizend)\b", ""),
    "another number in words": somewhere(
        rf"\b(?:{'|'.join(_NUMBERS)})\b", lambda one, _: _NUMBERS[(_NUMBERS.index(one[0]) + 1) % len(_NUMBERS)]
    ),
    "percent is points": substituted(
        r" ?%| procent(?:punt)?\b", lambda found: " procent" if "punt" in found[0] else " procentpunt"
    ),
    "together is each": replaced(
        (r"samen(?= (?:ruim )?\d)", "elk"),
        ("gezamenlijk", "elk afzonderlijk"),
        ("in totaal", "elk"),
        ("gemiddeld", "elk"),
    ),
    # of which share, of one or both
    "a share without its whole": substituted(
        r"(\d+(?:,\d+)?(?: procent|%)|de helft|een derde|een kwart|driekwart) van (?:de|het|alle|onze|hun) [\w-]+",
        r"\1",
    ),
    "a share of something else": _share_of_another,
    "and is or": substituted(r"\b([\w-]{4,}) en ((?:de |het |een )?[\w-]{4,})", r"\1 of \2"),
    "or is and": substituted(r"\b([\w-]{4,}) of ((?:de |het |een )?[\w-]{4,})", r"\1 en \2"),
    "the first of two": substituted(
        r"\b([\w-]{4,}) of (?:de |het |een )?[\w-]{4,}(?=[.,]| (?:in|van|voor|met)\b)", r"\1"
    ),
    # beside what
    "as much is more": replaced(
        ("even", "meer"),
        ("evenveel", "meer"),
        ("dezelfde", "andere"),
        ("hetzelfde", "iets anders"),
        ("gelijk", "hoger"),
    ),
    "more is most": replaced(
        ("hoger", "hoogst"),
        ("groter", "grootst"),
        ("beter", "best"),
        ("vaker", "vaakst"),
        ("hogere", "hoogste"),
        ("grotere", "grootste"),
        ("langer", "lang"),
        ("groter", "groot"),
        ("hoger", "hoog"),
        ("vaker", "vaak"),
        ("sneller", "snel"),
    ),
    "what it is compared with lost": substituted(r"(?<=\wer) dan (?!ook)(?!\d)[^,.;:]*", ""),
    "a particle turned": substituted(  # "neemt toe" becomes "neemt af"
        r"\b(toe|af|op|in|uit|aan)(?=[.,])", lambda found: _PARTICLES[found[1]]
    ),
}
