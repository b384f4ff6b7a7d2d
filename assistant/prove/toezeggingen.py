"""Which sentence of a member of government is a promise to the Kamer: what a quote weighs, and what a list holds.

A promise is told by its grammar, not by its subject: somebody who governs, in the present or the future, and the
Kamer that will be told, sent or offered something; or the word itself; or, in a paper that is written to the Kamer,
what its writer will do ("ik zal … meenemen", "dit jaar start ik", "zal worden uitgewerkt"). What is done by this very
paper ("hierbij stuur ik u") was no promise any more when it was written, what somebody else promised is none of the
Kamer's, and what is expected, known, hoped for or merely kept up promises nothing; nor does a question that will be
weighed by nobody who is named ("zal worden bezien of").
"""

from __future__ import annotations

import re
from enum import StrEnum

from ingest.document import Block, BlockKind, Document, Kind, Role
from ingest.kinds import TO_KAMER
from ingest.structure.debate_turns import PROMISE_PLACE

SAYS = frozenset({BlockKind.PARAGRAPH, BlockKind.ANSWER, BlockKind.LIST_ITEM, BlockKind.TABLE})  # hold what is said


class Stage(StrEnum):
    """What a paper does with a promise."""

    MADE = "gedaan"
    RECALLED = "eerder gedaan"
    MET = "ingelost volgens dit stuk"


_GAP = r".{0,200}?"  # within one sentence; the stops of "a.s." and "nr." stand in it
KAMER = r"\b(?:(?:uw|de|beide) (?:tweede |eerste )?kamers?|(?:tweede|eerste) kamer)\b"
_GOVERNS = (
    r"\b(?:minister|staatssecretaris|bewinds(?:persoon|personen|lieden)|kabinet|regering|ambtsgeno\w+|"
    r"ambtsvoorganger|voorganger)\b"
)
_FIRST = r"(?:ik|wij|we)"
_PRESENT = (
    r"(?:informe(?:er|ren)|stuur|sturen|zend(?:en)?|bericht(?:en)?|rapporte(?:er|ren)|meld(?:en)?|verstrek(?:ken)?|"
    r"deel|delen)"
)
_PARTED = (  # verb in two pieces, the second after the object: "bied ik uw Kamer … aan"
    (r"bied(?:en)?", r"aan"),
    (r"leg(?:gen)?", r"voor"),
    (r"doe|doen", r"toekomen"),
    (r"stuur|sturen|zend|zenden", r"toe"),
    (r"stel(?:len)?|breng(?:en)?|houd(?:en)?", r"op de hoogte"),
)
_INFINITIVE = (
    r"(?:informeren|(?:toe(?: ?te ?)?)?sturen|(?:toe(?: ?te ?)?)?zenden|berichten|rapporteren|melden|verstrekken|"
    r"aan(?: te )?bieden|in(?: te )?dienen|voor(?: te )?leggen|toe(?: te )?komen|"
    r"op de hoogte (?:te )?(?:stellen|brengen|houden)|delen)"
)
_PARTICIPLE = (
    r"(?:geinformeerd|(?:toe)?gestuurd|(?:toe)?gezonden|aangeboden|ingediend|voorgelegd|op de hoogte ge\w+|bericht)"
)
_WILL = (
    r"\b(?:zal|zullen|zou|ga|gaat|gaan|verwacht|verwachten|streeft?|streven|hoopt?|hopen|voornemens|wil|willen|kan|"
    r"kunnen|zeg)\b"
)


def _folded(text: str) -> str:
    return " ".join(text.lower().replace("ï", "i").split())


def _pattern(*forms: str) -> re.Pattern[str]:
    return re.compile("|".join(forms))


_PROMISES = _pattern(
    rf"\bzeg(?:gen)? {_FIRST}\b{_GAP}\btoe\b",
    rf"\b{_FIRST} zeg(?:gen)?\b{_GAP}\btoe\b",
    rf"\b{_FIRST}\b{_GAP}\btoe ?te ?zeggen\b",
)
_PROMISED = _pattern(
    rf"(?:\b{_FIRST}|{_GOVERNS}){_GAP}\btoegezegd\b",
    rf"\b(?:zoals|als|is|zijn|werd|was|eerder|{KAMER})(?: \w+){{0,4}} toegezegd\b",
    r"\btoegezegde\b",
    r"\btoezegging(?:en)?\b",
)
_TO_OTHERS = re.compile(
    rf"\b(?:mij|ons|me)\b(?: \w+){{0,3}} (?:toegezegd|gedaan)\b|\bmij\b{_GAP}\btoezegg|"
    r"\btoezeggingen? (?:van|door|die) (?!mij\b|ons\b|ik\b|wij\b|mijn\b|het kabinet|de (?:minister|staatssec|regering))"
)
_TELLS = _pattern(
    rf"\b(?:{_PRESENT} {_FIRST}|{_FIRST} {_PRESENT})\b",
    rf"{_GOVERNS} (?:\w+ )?(?:informeert|stuurt|zendt|bericht|rapporteert)\b",
    *(rf"\b(?:(?:{verb}) {_FIRST}|{_FIRST} (?:{verb}))\b{_GAP}\b{rest}\b" for verb, rest in _PARTED),
    rf"(?:\b{_FIRST}\b|{_GOVERNS}){_GAP}{_WILL}{_GAP}\b{_INFINITIVE}\b",
    rf"{_WILL} {_FIRST}\b{_GAP}\b{_INFINITIVE}\b",
    rf"\b{_FIRST}\b{_GAP}\b{_INFINITIVE} (?:zal|zullen|wil|willen)\b",
    rf"\b{_FIRST}\b{_GAP}\b(?:zal|zullen) (?:dat|dit) alsnog\b",
    rf"\b(?:planning|voornemen|streven|ambitie|inzet|bedoeling)\b{_GAP}\b{_INFINITIVE}\b",
    rf"\b(?:wordt|worden|zal|zullen|zult)\b{_GAP}\b{_PARTICIPLE}\b",
    rf"\b{_PARTICIPLE} (?:wordt|worden|zal|zullen)\b",
)
_COMES_BACK = _pattern(
    rf"\bkom(?:en)? {_FIRST}\b{_GAP}\bterug\b",
    rf"\b{_FIRST} kom(?:en)?\b{_GAP}\bterug\b",
    rf"{_WILL}{_GAP}\b(?:hier|daar)?op terug(?: te )?kom(?:en)?\b|\b{_FIRST}\b{_GAP}\bterugkomen\b",
)
_HERE = re.compile(
    r"\b(?:hierbij|bijgaand|bijgevoegd|hieronder|hierboven|hiermee|bij deze|verderop|in (?:het )?onderstaand\w*|"
    r"(?:met|in|bij|middels|via|door) (?:deze|dit|de onderhavige) (?:\w*brief|antwoord\w*|nota|rapportage|bijlage|"
    r"beantwoording)|als bijlage|in de bijlage|bij de kamerbrief)\b"
)
_ANNEXED = re.compile(r"\bbijlagen? (?:\d|[a-z]\b)")  # what is handed over with the paper
_DENIED = re.compile(
    rf"\b(?:niet|geen)\b(?: \w+){{0,3}} (?:toe(?:zeggen|gezegd|zegging\w*)\b|toe[.,]|{_INFINITIVE}\b)|"
    r"\btoegezegd te hebben\b"
)
_SAID_BEFORE = re.compile(
    rf"\b(?:heb|hebben|had|hadden)\b{_GAP}\b(?:aangegeven|gemeld|geschreven|aangekondigd|laten weten),? dat\b"
)
_STILL = re.compile(r"\balsnog\b")
_DONE = _pattern(
    rf"\b(?:heb|hebben|heeft|had|hadden)\b{_GAP}\b(?:{_PARTICIPLE}|ontvangen|gemeld|toegestuurd)\b",
    rf"\b(?:is|zijn|was|werd|werden)\b{_GAP}\b{_PARTICIPLE}\b",
)
_MEETS = _pattern(
    r"\b(?:invulling|uitvoering|gestand|gevolg|gehoor)\b",
    r"\b(?:doe|kom|los)\b" + _GAP + r"\b(?:gestand|na|in)\b",
    r"\b(?:conform|overeenkomstig|zoals|ingevolge)\b",
    r"\b(?:afgedaan|nagekomen|voldaan)\b",
)


_WHEN = (
    r"(?:(?:dit|komend|volgend) (?:jaar|schooljaar|kwartaal|najaar|voorjaar)|(?:deze|komende|volgende) (?:zomer|herfst|"
    r"maand(?:en)?|weken|jaren|periode)|(?:voor|na) de zomer|(?:voor|na) het zomerreces|in (?:het|dit) (?:voor|na)jaar|"
    r"(?:voor|eind|begin|medio|in|vanaf) (?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|"
    r"november|december|20\d\d)|op korte termijn|binnenkort|spoedig)"
)
# What one is, feels, knows or hopes is no deed, whatever the time; nor is what one goes on doing.
_NO_DEED = (
    r"(?:verwacht(?:en)?|hoop|hopen|wil(?:len)?|ben|zijn|was|waren|heb(?:ben)?|had(?:den)?|zie|zien|weet|weten|vind(?:en)?|"
    r"denk(?:en)?|hoor|horen|acht(?:en)?|streef|streven|word(?:en)?|kan|kunnen|mag|mogen|moet(?:en)?|zou(?:den)?|"
    r"zal|zullen|ga|gaan|blijf|blijven|schreef|schreven|gaf|gaven|merk(?:en)?|lees|lezen|deel|delen|begrijp(?:en)?|"
    r"schets|schetsen|hecht(?:en)?|vertrouw(?:en)?|snap(?:pen)?|herken(?:nen)?|onderschrijf|onderschrijven)"
)
# What stands before "ik" without being what it does.
_NO_VERB = (
    r"(?:en|of|maar|want|dus|zoals|als|dan|dat|die|wat|welke?|wie|hoe|waar\w*|omdat|zodat|doordat|nadat|voordat|opdat|"
    r"indien|wanneer|toen|terwijl|zodra|tot|totdat|aangezien|hoewel|zowel)"
)
_LOOKS = (
    r"(?:\w*zoeken|uitwerken|evalueren|verkennen|(?:be)?kijken|nagaan|meten|peilen|inventariseren|toetsen|doorrekenen)"
)
_ASKED = r"(?:of|hoe|wat|welke?|wie|wanneer|waar\w*|(?:op|in|met|voor|tot|onder) (?:welke|wat|hoeverre))"
_NO_ACT = r"(?! (?:\S+ ){0,8}blijven\b)(?! (?:\S+ )?(?:moeten|kunnen)\b)"
_HERE_TOLD = r"(?:in ?gaan|ingaan|terugkomen|toelichten|schetsen|beschrijven|op in|(?:dieper|verder|nader) (?:op )?in)"
_DOES = _pattern(
    rf"\b(?:{_FIRST} (?:zal|zullen)|(?:zal|zullen) {_FIRST})\b{_NO_ACT}(?!{_GAP}\b{_HERE_TOLD}\b)",
    rf"\b{_FIRST}\b[^,;:]{{0,120}}\ben (?:zal|zullen)\b{_NO_ACT}(?!{_GAP}\b{_HERE_TOLD}\b)",
    rf"\b(?:{_FIRST} (?:ga|gaan)|(?:ga|gaan) {_FIRST})\b(?!{_GAP}\b{_HERE_TOLD}\b)(?! (?:er ?van ?uit|op)\b)"
    rf"{_GAP}(?:\b\w+en\b|\bin gesprek\b|\baan de slag\b)",
    rf"\b(?!(?:{_NO_DEED}|{_NO_VERB})\b)\w+ {_FIRST}\b{_GAP}\b{_WHEN}\b",
    rf"\b{_WHEN} (?!{_NO_DEED}\b)\w+ {_FIRST}\b",
    rf"(?:^|[,;:–] ?|\b(?:en|maar|want) ){_FIRST} (?!(?:{_NO_DEED}|de|het|een|dit|deze|samen|ook|nu)\b)\w+\b"
    rf"{_GAP}\b{_WHEN}\b",
    rf"\b(?:waar\w+|die|dat) {_FIRST}\b{_GAP}\b{_WHEN} (?!{_NO_DEED}\b)\w+\b",
    rf"\b(?:zal|zullen)\b(?!{_GAP}(?:worden \w*ge\w+|\w*ge\w+ worden),? {_ASKED}\b){_GAP}"
    r"\b(?:worden \w*ge\w+|\w*ge\w+ worden|(?:mee|in|uit|over) worden ge\w+)\b",
    rf"\b(?:neem|nemen) {_FIRST}\b{_GAP}\bmee\b|\b(?:maak|maken) {_FIRST}\b{_GAP}\bbekend\b",
    rf"\b(?:{_FIRST}(?: [^;:]{{0,200}} en)? (?:laat|laten)|(?:laat|laten) {_FIRST})\b{_GAP}\b{_LOOKS}\b",
    rf"\b(?:maak|maken|begin|beginnen|werk|werken) {_FIRST} (?:\w+ )?(?:een|met een)\b|\b(?:start|starten) {_FIRST}\b",
)
_ANNOUNCES = _pattern(
    rf"\bkondig(?:en)? {_FIRST}\b{_GAP}\baan\b",
    rf"\b{_FIRST} kondig(?:en)?\b{_GAP}\baan\b",
)
_GENERAL = re.compile(  # a question, or words that only lead in what comes
    rf"\?\s*$|\bwat {_FIRST} (?:ga|gaan) doen\b|\b(?:ga|gaan) {_FIRST} (?:\w+ )?(?:het )?volgende doen\b"
)


def stage_in(document: Document, block: Block, sentence: str) -> Stage | None:
    """What a sentence of a paper does with a promise; None if nothing, or if nobody who governs says it.

    Args:
        document: The paper; written to the Kamer, "u" in it is the Kamer.
        block: Where the sentence stands, which tells who says it.
        sentence: Its words, without marks of footnotes.
    """
    if block.speaker.role is Role.BEWINDSPERSOON and block.kind in {*SAYS, BlockKind.FOOTNOTE}:
        to_kamer = document.kind in TO_KAMER
        return stage_of(sentence, to_kamer=to_kamer, does=to_kamer and document.kind is not Kind.DEBAT)
    # As the chair of a debate reads them out.
    return Stage.MADE if block.place.startswith(PROMISE_PLACE) else None


def stage_of(sentence: str, *, to_kamer: bool, does: bool = False) -> Stage | None:
    """What a sentence of somebody who governs does with a promise to the Kamer; None if nothing.

    Args:
        sentence: The words of a member of government; who speaks is for the caller to know.
        to_kamer: Whether the paper is addressed to the Kamer, so that "u" is the Kamer.
        does: Whether what its writer will do counts too: in what is written to the Kamer, not in what is said there.
    """
    text = _folded(sentence)
    here = _HERE.search(text) is not None
    if _PROMISED.search(text) and not _TO_OTHERS.search(text) and not _DENIED.search(text):
        return Stage.MET if here and _MEETS.search(text) else Stage.RECALLED
    if _DENIED.search(text) and not _STILL.search(text):
        return None
    if _PROMISES.search(text) or (does and _ANNOUNCES.search(text)):  # "hierbij" is when it is said, not when done
        return Stage.MADE
    if here:
        return None
    if _COMES_BACK.search(text):
        return Stage.MADE
    if not _tells_the_kamer(text, to_kamer=to_kamer):
        return Stage.MADE if does and _DOES.search(text) and not _GENERAL.search(text) else None
    return Stage.RECALLED if _SAID_BEFORE.search(text) else Stage.MADE


def _tells_the_kamer(text: str, *, to_kamer: bool) -> bool:
    addressed = rf"(?:{KAMER}|\bu\b)" if to_kamer else KAMER
    if not re.search(addressed, text):
        return False
    if re.search(rf"\bontvang(?:t|en) {addressed}|{addressed} (?:\w+ )?(?:ontvangt|ontvangen)\b", text):
        return not _DONE.search(text)
    return _TELLS.search(text) is not None and (re.search(_WILL, text) is not None or not _DONE.search(text))


def delivers(sentence: str) -> bool:
    """Whether a sentence hands the Kamer something at that very moment: "hierbij bied ik u het onderzoek aan"."""
    text = _folded(sentence)
    given = re.search(
        rf"\b(?:{_PRESENT}|aanbied|aanbieden|bied(?:en)?|ontvang(?:t|en)|vindt|treft|{_PARTICIPLE})\b", text
    )
    return given is not None and (_HERE.search(text) is not None or _ANNEXED.search(text) is not None)
