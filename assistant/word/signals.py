"""The small words that turn, limit or strengthen what a sentence says: none may come or go on the way to a claim.

Each group holds words that do the same: "hooguit" for "ten hoogste" is fine, "altijd" for "soms" is not. A
stronger word stands in a group of its own besides: "nooit" may be told as "niet", and "niet" not as "nooit".
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum
from functools import lru_cache

from index.dutch import fold
from ingest.official_numbers import MONTHS


class Signal(StrEnum):
    """What a small word does to a claim."""

    NOT = "niet"
    NEVER = "nooit"
    HARDLY = "nauwelijks"
    AT_MOST = "hooguit"
    AT_LEAST = "minstens"
    ABOUT = "ongeveer"
    OVER = "ruim"
    UNDER = "bijna"
    AVERAGE = "gemiddeld"
    ONLY = "alleen"
    IF = "mits"
    UNLESS = "tenzij"
    CAN = "kan"
    MAY = "mag"
    MUST = "moet"
    COMPULSORY = "verplicht"
    NEEDED = "nodig"
    NEED_NOT = "hoeft"
    WILL = "zal"
    WANTS = "wil"
    EXPECTED = "verwacht"
    SOME = "sommige"
    SOMETIMES = "soms"
    OFTEN = "vaak"
    MOSTLY = "meestal"
    MAINLY = "vooral"
    ALL = "alle"
    AMONG = "onder andere"
    ALWAYS = "altijd"
    EACH_TIME = "elk jaar"
    ALREADY = "al"
    NOT_YET = "nog niet"
    AGAINST = "tegen"
    MORE = "meer"
    TOO = "te veel"
    ALIKE = "even veel"
    BEFORE = "voor"
    AFTER = "na"
    FROM = "vanaf"
    UNTIL = "tot"
    ACCORDING = "volgens"
    OWN_VIEW = "wat mij betreft"
    TO_COME = "er komt"
    BECAUSE = "omdat"
    SO = "dus"
    STILL = "nog"
    FOR_NOW = "voorlopig"
    NOT_BEFORE = "pas"
    ITSELF = "zelf"
    ENDS = "tot 2025"
    OF_THESE = "waarvan de helft"


_COMPARED = r"(?:meer|langer|hoger|groter|later|ouder|verder|duurder)"
_LESS = r"(?:minder|korter|lager|kleiner|eerder|jonger)"
_MOSTLY = "meestal|veelal|de meeste|grotendeels|doorgaans|normaliter|over het algemeen|in het algemeen|in de regel"
_PLACED = "koop|huur|voet|gast|boven|meer|zijner|harer"  # "te" before these is no "too"
_UNLESS = r"tenzij|behalve|anders dan|uitgezonderd|met uitzondering van|op \w+ na"
# In this order: what is found of ``_COMPOUND`` is taken out before the rest is looked for.
_GROUPS: tuple[tuple[Signal, re.Pattern[str]], ...] = tuple(
    (signal, re.compile(rf"(?<!\w)(?<![a-z]-)(?:{words})(?!\w|-[a-z])"))  # "niet-spoed" denies nothing
    for signal, words in (
        (
            Signal.AT_MOST,
            rf"niet {_COMPARED} dan|geen {_COMPARED} dan|hooguit|hoogstens|ten hoogste|max\w*|uiterlijk|tot en met|"
            rf"{_LESS} dan|niet {_COMPARED} (?:\w+ ){{0,2}}dan",
        ),
        (
            Signal.AT_LEAST,
            rf"niet {_LESS} dan|minstens|ten minste|tenminste|minim\w+|op zijn minst|(?<!niet ){_COMPARED} dan",
        ),
        (Signal.NEED_NOT, r"(?:hoeft|hoeven|hoefde|hoefden) (?:[\w-]+ ){0,6}?niet|niet verplicht|(?:hoeft|hoeven)"),
        (
            Signal.NOT,
            r"niet|geen|nooit|niemand|niets|nergens|zonder|noch|evenmin|onmogelijk|onjuist|ontbre\w+|"
            r"allesbehalve|allerminst|geenszins",
        ),
        (Signal.NEVER, r"nooit"),
        (Signal.HARDLY, r"nauwelijks|amper|zelden|weinig"),
        (Signal.ABOUT, r"ongeveer|circa|ca|ruim|bijna|vrijwel|nagenoeg|rond|naar schatting|zo'n(?= \d)"),
        (Signal.OVER, r"ruim"),
        (Signal.UNDER, r"bijna|vrijwel|nagenoeg"),
        (Signal.AVERAGE, r"gemiddeld\w*"),
        (Signal.ONLY, r"alleen|slechts|uitsluitend|enkel|louter"),
        (
            Signal.IF,
            rf"mits|indien|zolang|{_UNLESS}|op voorwaarde dat|onder voorbehoud|voorbehoud|als|wanneer|"
            r"in beginsel|in principe|voor zover|voorzover|zodra|afhankelijk van|in geval van|in afwachting van|"
            r"(?:met|na) (?:toestemming|instemming|goedkeuring) van|op (?:deze|die) (?:manier|wijze)|"
            r"met dien verstande|gesteld dat|naarmate|behoudens|gedurende|op (?:\w+ )?verzoek|desgevraagd|desgewenst",
        ),
        (Signal.UNLESS, _UNLESS),
        (
            Signal.CAN,
            r"kan|kun|kunt|kunnen|kon|konden|mogelijke?|eventue(?:le|el)|potentie(?:le|el)|misschien|wellicht",
        ),
        (Signal.MAY, r"mag|mogen|mocht|mochten|toegestaan|recht op"),
        (Signal.MUST, r"moet|moeten|moest|moesten|verplicht\w*|(?:dient|dienen) (?:[\w-]+ ){0,6}?te"),
        (Signal.COMPULSORY, r"verplicht\w*"),
        (Signal.NEEDED, r"nodig|vereist"),
        (Signal.WILL, r"zal|zullen|(?:gaat|gaan)(?! (?:over|om)\b)"),
        (
            Signal.WANTS,
            r"wil|willen|wilde|wilden|streef\w*|streven|beoog\w*|van plan|ambitie|wens\w*|voornemens?|voorgenomen|"
            r"voorgestelde?|gepland\w*|planning|liever|liefst|bij voorkeur",
        ),
        (Signal.AGAINST, r"tegen"),
        (Signal.MORE, r"meer"),
        (Signal.ALIKE, r"even(?= (?!later|goed)\w+)|evenveel|net zo"),
        (Signal.TOO, rf"te (?!(?:{_PLACED})\b)(?:klein|\w*[^n\W])|teveel"),  # no infinitive: "te duur"
        (Signal.BEFORE, r"voor|voordat"),
        (Signal.AFTER, r"na|nadat"),
        (Signal.FROM, r"vanaf|sinds|per"),
        (Signal.UNTIL, r"tot|totdat"),
        (Signal.EXPECTED, r"verwacht\w*|naar verwachting|vermoedelijk|waarschijnlijk|lijkt|lijken|leek|schijnt"),
        (
            Signal.SOME,
            r"sommige|(?<!een )enkele|een deel|deels|gedeeltelijk|een aantal|meerdere|verschillende|"
            r"een van",
        ),
        (Signal.SOMETIMES, r"soms|af en toe|incidenteel"),
        (Signal.OFTEN, rf"vaak|regelmatig|{_MOSTLY}"),
        (Signal.MOSTLY, _MOSTLY),
        (Signal.MAINLY, r"vooral"),
        (Signal.ALL, r"alle|elke|elk|ieder|iedere|iedereen|allemaal|geheel|volledig\w*|helemaal"),
        (Signal.AMONG, r"onder (?:andere|meer)|o\.?a\.?"),
        (Signal.ALWAYS, r"altijd|steeds|telkens"),
        (
            Signal.EACH_TIME,
            r"(?:elke?|iedere?|per) (?:dag|week|maand|kwartaal|jaar|schooljaar)|(?:dage|weke|maande|jaar)lijkse?",
        ),
        (Signal.ALREADY, r"al|reeds"),
        (Signal.NOT_YET, r"nog (?:niet|geen)"),
        (Signal.BECAUSE, r"omdat|doordat|want|aangezien|immers|vanwege|wegens|dankzij"),
        (Signal.SO, r"dus|daarom|daardoor|hierdoor|waardoor|zodat|vandaar"),
        (Signal.STILL, r"nog(?! niet| geen)|weer|opnieuw"),
        (Signal.FOR_NOW, r"voorlopig\w*|tijdelijk\w*|vooralsnog"),
        (Signal.NOT_BEFORE, r"pas|eerst|niet (?:voor|voordat|eerder|alvorens)"),
        (Signal.ITSELF, r"zelf"),
        (
            Signal.ENDS,
            r"totdat|(?:tot(?: en met)?|uiterlijk)(?: op)? (?:\w+ ){0,2}"
            rf"(?:\d+|{'|'.join(MONTHS)})|t/m \d+",
        ),
        (
            Signal.ACCORDING,
            r"volgens|aldus|vindt|vinden|meent|menen|stelt|stellen|zegt|zeggen|denkt|denken|"
            r"hoor(?:de|den)? (?:ik|wij|we|zij|hij)|(?:ik|wij|we|zij|hij) hoor(?:de|den)?|aangekondigd",
        ),
        (Signal.TO_COME, r"er (?:komt|komen)|(?:komt|komen) er"),
        (
            Signal.OWN_VIEW,
            r"wat (?:mij|ons) betreft|(?:mijns|ons) inziens|naar mijn (?:mening|oordeel|idee)|"
            r"zo hoorden? (?:ik|wij|we)",
        ),
        (  # a share means nothing without what it is a share of
            Signal.OF_THESE,
            r"waarvan(?= (?:\w+ ){0,3}(?:\w+ op de|de helft|procent|een (?:derde|kwart|deel))\b| \d+ ?%)|"
            r"(?:daar|hier)van",
        ),
    )
)
# "zowel in de klas als op het plein" sets no condition.
_BOTH = re.compile(
    r"(?P<first>\b(?:zowel|even|evenveel|zoveel|hetzelfde|dezelfde|net zo)\b.*?)\bals\b ?|\bals eerste\b ?"
)
# Their words hold those of other groups: "niet langer dan" is no denial.
_COMPOUND = frozenset({Signal.AT_MOST, Signal.AT_LEAST, Signal.NEED_NOT})
# What a claim may leave out: it then says less than the paper, never more.
_TIMES = {Signal.BEFORE, Signal.AFTER, Signal.FROM, Signal.UNTIL}
LINKS = frozenset({Signal.BECAUSE, Signal.SO})  # what follows from what
_MAY_GO = LINKS | _TIMES | {Signal.ALL, Signal.ALWAYS, Signal.ALREADY, Signal.MORE, Signal.AGAINST}
_MAY_GO |= {Signal.STILL, Signal.ITSELF, Signal.NOT_YET, Signal.AMONG}
_MAY_GO |= {Signal.NEVER, Signal.COMPULSORY, Signal.MOSTLY}  # a weaker word stays
KEPT = frozenset(Signal) - _MAY_GO


@lru_cache(maxsize=20_000)
def signals(text: str) -> frozenset[Signal]:
    """What the small words of a text do to it."""
    return frozenset(counted(text))


@lru_cache(maxsize=20_000)
def counted(text: str) -> Mapping[Signal, int]:
    """How often the small words of a text do what they do."""
    folded = _BOTH.sub(lambda both: both["first"] or "", fold(text))
    found: dict[Signal, int] = {}
    for signal, pattern in _GROUPS:
        if times := len(pattern.findall(folded)):
            found[signal] = times
            if signal in _COMPOUND:
                folded = pattern.sub(" ", folded)
    return found


def denials(text: str) -> int:
    """How often a text says no; "niet langer dan" says none."""
    return counted(text).get(Signal.NOT, 0)
