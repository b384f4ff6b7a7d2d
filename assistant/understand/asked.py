"""What kind of answer a question asks for, of which thing, and whose words."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache

from simplemma import lemmatize

from assistant.understand.asking import asking
from assistant.understand.counts import Condition, condition_of
from index.dutch import content_words, fold, stem
from ingest.measures import UNITS
from ingest.structure.fracties import PARTIES


class Asked(StrEnum):
    """The kind of answer that a question wants."""

    NUMBER = "number"
    AMOUNT = "amount of money"
    PERIOD = "length of time"
    REFERENCE = "number of a paper"
    DATE = "date"
    NAME = "name"
    REASON = "reason"
    LIST = "list"
    PROCEDURE = "procedure"
    DEFINITION = "definition"
    YES_NO = "yes or no"
    OTHER = "other"


FIGURES = frozenset({Asked.NUMBER, Asked.AMOUNT})
MEASURED = FIGURES | {Asked.PERIOD, Asked.DATE}
VALUES = MEASURED | {Asked.REFERENCE}  # the number of a paper may hang in a note


_WHAT = r"(?:wat|welke?)"
_PERSON = r"(?:minister|staatssecretaris|bewindspersoon|kamerlid|kamerleden|leden|lid|persoon|personen|partij|"
_PERSON += r"partijen|fractie|fracties|organisaties?|bureaus?|instituut|instantie|instanties|instelling|instellingen)"
VERB = (  # one that questions are asked with
    r"(?:is|zijn|was|waren|wordt|worden|werd|werden|kan|kunnen|kun|mag|mogen|moet|moeten|heeft|hebben|heb|had|"
    r"krijgt|krijgen|krijg|klopt|gaat|gaan|komt|komen|zal|zullen|wil|willen|doet|doen|bestaat|bestaan|vindt|vinden|"
    r"geldt|gelden|hoeft|hoeven|staat|staan|blijft|blijven|valt|vallen|biedt|bieden|betaalt|betalen|steunt|steunen|"
    r"erkent|deelt|weet|weten|bent|ben|zit|zitten|loopt|lopen|werkt|werken|hoort|horen|zou|zouden|maakt|maken|"
    r"neemt|nemen|stelt|stellen|verplicht|helpt|helpen|denkt|onderschrijft)"
)

# An adjective before the thing that is counted, as far as its ending shows it.
_MODIFIER = r"(?:extra|meer|nieuwe?|andere?|\w{3,}(?:end|ende|ige|ele|ieel|iele|lijk|lijke|air|aire|ische))"
TELEPHONE_NUMBER = r"telefoon(?:nummer|nr)"
_ANY_NUMBER = rf"(?:nummer|{TELEPHONE_NUMBER})"
# In this order: the first that fits counts. Each is tried on the folded question.
_PATTERNS: tuple[tuple[Asked, re.Pattern[str]], ...] = tuple(
    (asked, re.compile(pattern))
    for asked, pattern in (
        (
            Asked.REASON,
            r"\b(waarom|hoezo|waardoor|om welke reden|wat is de reden|wat zijn de redenen|welke redenen?|"
            r"hoe komt het|"
            r"op welke grond(en)?|met welk argument|wat is de oorzaak|vanwege wat)\b",
        ),
        (
            Asked.REFERENCE,
            r"\b(welk(e)? (kamerstuk\w*|(stuk|dossier)(nummer|nr)|aanhangsel\w*|staatsblad|staatscourant|"
            r"voetnoot|bijlage)|"
            r"(wat is|onder) (het|welk) (kamerstuk|dossier|stuk)?(nummer|nr)|vindplaats|"
            r"waar (is|zijn|staat|staan) .* te vinden)\b",
        ),
        (
            Asked.AMOUNT,
            rf"\b(hoe ?veel (?:{_MODIFIER} )*(geld|euro|budget|subsidie|middelen|miljoen|miljard|kost(en)?|kostte)|"
            r"welke? (\w+ )?\w*(bedrag|budget)|wat is het (totale )?(bedrag|budget)|"
            r"wat kost(en)?|wat (heeft|hebben|had|hadden) [^?.!]*\bgekost|hoe duur|"
            r"hoe hoog (is|zijn|was|waren) (de|het) (boete|subsidie|bedrag|kosten|"
            r"bijdrage|vergoeding|"
            r"toeslag|budget|prijs|uitkering))\b",
        ),
        (
            Asked.PERIOD,
            r"\b(hoe ?lang|wat (is|was|zijn|waren) (de|het) (\w+ )?\w*(wachttijd(en)?|reistijd|looptijd|duur)|"
            rf"(vanaf )?welke leeftijd|hoe oud|welke reistijd|hoe ?veel (tijd|{UNITS}))\b",
        ),
        (
            Asked.NUMBER,
            rf"\b(hoe ?veel|hoe ?veelste|welk (aantal|percentage|deel|cijfer|{_ANY_NUMBER})|wat is het (aantal|"
            rf"percentage|cijfer|{_ANY_NUMBER})|^(?:het )?{TELEPHONE_NUMBER}|"
            r"hoe ?(hoog|groot|vaak|ver)|welk(e)? (rapport)?cijfer|welk aandeel|(?<!van het )aantal)\b",
        ),
        (
            Asked.DATE,
            r"\b(wanneer|welke (datum|data|datums|dag|maand|periode|peildatum|termijn)|welk (jaar|moment|schooljaar)|"
            r"wat is de (datum|peildatum|termijn|deadline)|^(?:de )?(?:\w*datum|deadline)|tot welk jaar)\b",
        ),
        (
            Asked.NAME,
            rf"\b((?<!\bbij )wie(?! bedoel)|wiens|wat voor organisatie|{_WHAT} {_PERSON}|hoe heet(te|en)?|"
            r"wat is de naam)\b",
        ),
        (
            Asked.DEFINITION,
            r"\b(wat (is|zijn) (een )?(?!de reden|het gevolg|er\b|(?<=zijn )de )[^ ]+( [^ ]+){0,2}\s*\?*$|wat betekent|"
            r"wat betekenen|^wat (?!voor )(?:een |de |het )?[^ ]+(?: [^ ]+)? (?:is|zijn|betekent|betekenen|"
            r"inhoudt|inhouden)\b|"
            r"wat houdt .* in|wat wordt (er )?(bedoeld|verstaan)|w(at|ie) bedoel(t|en|de|den)|waar staat .* voor|"
            r"wat verstaat|"
            r"definitie van|waarvoor staat|^(?:de )?betekenis)",
        ),
        (
            Asked.LIST,
            r"\b(noem|som .* op|lijst|opsomming|wat zijn|welke|wat voor|wat staat er (allemaal )?in)\b",
        ),
        (
            Asked.PROCEDURE,
            r"\b(hoe|op welke (manier|wijze)|wat moet (ik|je|men|een|er)|wat kan ik|wat kunnen we|welke stappen|"
            r"bij wie|wat (kan|kun|kunnen|moet|moeten|mag|mogen) .*doen)\b",
        ),
        (
            Asked.YES_NO,
            rf"^(?:(?:en|maar|of|dus) )?{VERB}\b|^of (?:er|een|de|het|ze|zij|hij|je|ik|dat|dit|haar|zijn|mijn)\b",
        ),
        # Typed into a search box: "naam directeur die wordt genoemd".
        (Asked.NAME, r"^(?:naam|namen) (?!op\b|in\b)[a-z]"),
    )
)

# Words typed into a search box ask with the name of a measure: "bedrag subsidie hoogbegaafdheid".
_ASKS = re.compile(rf"\b(?:wie|wat|waar\w*|wanneer|welke?|hoe\w*|of|{VERB})\b")
_SEARCHED: tuple[tuple[Asked, re.Pattern[str]], ...] = tuple(
    (asked, re.compile(rf"\b(?:{words})\b"))
    for asked, words in (
        (Asked.REASON, r"reden(?:en)?|oorza(?:ak|ken)"),  # of an amount, too
        (Asked.AMOUNT, r"\w*bedrag(?:en)?|\w*budget|\w*tarie(?:f|ven)|\w*kosten|\w*prijs"),
        (Asked.NUMBER, r"\w*percentage|totaal|cijfers?"),
        (Asked.PERIOD, r"\w*termijn|\w*looptijd|\w*duur|\w*wachttijd(?:en)?|\w*reistijd(?:en)?"),
        (Asked.DATE, r"\w*datum|deadline"),
    )
)

_INFINITIVE = re.compile(r"(?:\w\wen|(?:g|st|sl)aan|^zijn)$")


@lru_cache(maxsize=8_000)
def is_verb(word: str) -> bool:
    """Whether a folded word is a verb: its lemma ends as an infinitive does, as that of some nouns does too."""
    return _INFINITIVE.search(str(lemmatize(word, lang="nl"))) is not None


def asked_for(text: str) -> Asked:
    """The kind of answer that a text wants, from its first sentence that asks something."""
    for sentence in asking(fold(text)):
        found = {asked: match.start() for asked, pattern in _PATTERNS if (match := pattern.search(sentence))}
        if found:
            first = next(iter(found))
            # "Wanneer blijkt hoeveel er zijn?" asks for a day: of several values the one that is asked for first.
            values = [asked for asked in found if asked in MEASURED]
            return min(values, key=lambda asked: found[asked]) if first in MEASURED else first
        if not _ASKS.search(sentence):
            places = {asked: named.start() for asked, one in _SEARCHED if (named := one.search(sentence))}
            return min(places, key=lambda asked: (asked is not Asked.REASON, places[asked]), default=Asked.OTHER)
    return Asked.OTHER


def asks_anew(text: str) -> bool:
    """Whether a text has a verb or a word that asks: "en in 2023?" has none, and asks what was asked before it."""
    return _ASKS.search(fold(text)) is not None


_ASKER = re.compile(
    r"\b(vroeg|vroegen|vraagt|vragen|gevraagd|vraag|wilde weten|willen weten|stelde|kritiek van|constateert|"
    r"constateren|"
    r"inbreng)\b"
)
_PARTY = rf"(?:{'|'.join(sorted(map(fold, PARTIES), key=len, reverse=True))})"
_THINK = re.compile(r"\bdenk\b")  # a verb where it is written small, and no party
_ASKER_WHO = re.compile(rf"\b(kamerlid|kamerleden|lid|leden|fractie|fracties|kamer|{_PARTY})\b")


# "Zei de SP dat …": who asks is the subject of the verb.
_ASKER_SAID = re.compile(
    r"\b(?:volgens|zei|zegt|vond|vindt|vinden|vonden|schreef|noemt|noemde|stelt|wil|wilde|denkt|dacht) (?:de |het )?"
    rf"(?:\w+-fractie|{_ASKER_WHO.pattern})"
)
# "De mening van de leden van de ondernemingsraad" is none of a Kamerlid.
_VIEW_OF = re.compile(
    r"\b(?:[Ss]tandpunt|[Mm]ening|[Oo]pvatting|[Vv]isie|[Pp]ositie) van "
    r"(?:(?:de |het )?(?:\w+-fractie|[Ff]racties?|[Kk]amerlid|[Kk]amerleden)\b|(?:het )?lid [A-ZÀ-Ý])"
)
_VIEW_OF_PARTY = re.compile(rf"\b(?:standpunt|mening|opvatting|visie|positie) van (?:de |het )?{_PARTY}(?![\w-])")


# "Hoe ziet de SP …", "waarom steunt het CDA …": the subject stands right behind the verb, and it is a party.
_PARTY_ASKED = re.compile(
    rf"\b(?:hoe|wat|waarom|waar\w+) (?!(?:ik|je|jij|u|we|wij)\b)\w+ (?:de |het )?{_PARTY}(?:-fractie)?(?![\w-])"
)


# "Wat vroeg Kwint over …", "wat mevrouw De Vries vroeg".
_PERSON_ASKED = re.compile(
    r"\b[Ww]ie\b[^?.]{0,80}?\bvroeg(?:en)?\b|"
    r"\b(?:vroeg|vraagt|vroegen|stelde|stelden|constateert) (?:(?:de heer|meneer|mevrouw|mevr\.|dhr\.) )?[A-ZÀ-Ý]\w|"
    r"(?<=[a-zà-ÿ,] )[A-ZÀ-Ý][\w’-]+ (?:vroeg|vraagt)\b|"
    r"\b(?:zei|zegt|vond|vindt|wil|wilde|stelde) (?:de heer|mevrouw|het lid|Kamerlid) [A-ZÀ-Ý]\w"
)


def asks_of_the_asker(text: str) -> bool:
    """Whether the words of the one who asked are wanted: "wat vroeg de SP?", "wat vroeg Kwint?"."""
    folded = fold(_THINK.sub("", text))
    if re.search(r"\bantwoord", folded):
        return False
    return bool(
        _PERSON_ASKED.search(text)
        or _ASKER_SAID.search(folded)
        or _VIEW_OF.search(text)
        or _VIEW_OF_PARTY.search(folded)
        or (_PARTY_ASKED.search(folded) and asked_for(text) is not Asked.DEFINITION)
        or (_ASKER.search(folded) and _ASKER_WHO.search(folded))
    )


_INTERROGATIVE = re.compile(
    r"\b(?:hoe ?veel(?: kost(?:te)?\b)?|welke?|hoe (?:hoog|groot|duur|vaak) (?:is|zijn|was|waren|wordt)|"
    r"wat (?:is|zijn|was|waren|kost|kosten)|noem|aantal(?:len)?)\b"
)

# Words that say how a thing is counted, not which.
_MEASURES = frozenset(
    "aantal aantallen percentage procent deel aandeel cijfer cijfers getal nummer bedrag datum dag maand jaar "
    "schooljaar periode moment precies ongeveer totaal gemiddeld hoogste laagste langste kortste grootste kleinste "
    "meeste minste".split()
)


_BECAME = {Condition.SUBMITTED, Condition.APPROVED, Condition.REJECTED, Condition.INVOLVED}  # told by participles


def _is_modifier(word: str) -> bool:
    """Whether a word tells of the things behind it: an adjective, or what became of them ("afgewezen aanvragen")."""
    if re.fullmatch(rf"{_MODIFIER}|(?:maxim|minim)(?:um|ale?)", word):
        return True
    return condition_of(word) in _BECAME and not word.endswith("ers")  # "deelnemers" are things themselves


def _modifies(word: str, behind: str, text: str) -> bool:
    """Whether a word is an adjective right before a plural: "hoeveel losse arrangementen"."""
    return word.endswith("e") and behind.endswith(("en", "s")) and f"{word} {behind}" in text


def focus_of(text: str) -> tuple[str, ...]:
    """The first content word behind the word that asks: "hoeveel SCHOLEN doen mee"; empty if there is none."""
    folded = fold(text)
    asked_with = _INTERROGATIVE.search(folded)
    if not asked_with:
        return ()
    behind = content_words(folded[asked_with.end() :])
    found = [word for word in behind if word not in _MEASURES and not stem(word).isdecimal()]
    while len(found) > 1 and (_is_modifier(found[0]) or _modifies(found[0], found[1], folded)):
        found = found[1:]
    return tuple(found[:1])


_AND = r"(?:en|als) (?:die |de vragen )?over\b"
_SEVERAL = re.compile(rf"\bover\b.*\b{_AND}")
_OVER = re.compile(rf"\bover .+?(?=,| {_AND}|\W*$)")


def subjects_in(folded: str) -> tuple[str, ...]:
    """The subjects that a folded question names apart: "over de pont en die over het veer"; none if it does not."""
    return tuple(_OVER.findall(folded)) if _SEVERAL.search(folded) else ()
