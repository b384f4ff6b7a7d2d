"""Whose voice a paragraph of a written consultation has: members in the third person, a minister who says I or we."""

from __future__ import annotations

import re

from ingest.sentences import split
from ingest.structure.fracties import goes_on_for_members, opens_with_members

OFFICE = r"(?:minister|staatssecretaris|bewinds|kabinet|regering)"
REPLY_OPENING = re.compile(
    r"(?:Antwoord|Reactie)\s?:|(?:In (?:antwoord|reactie) op|Hierop kan|Naar aanleiding van de vra|"
    r"Zoals (?:eerder |reeds )?(?:aangegeven|gemeld|toegezegd|ik |wij ))|(?:Ja|Nee|Neen)[,.] |Het (?:antwoord|klopt)\b|"
    r"(?:Het kabinet|De (?:regering|minister|staatssecretaris)) "
    r"(?:dankt|bedankt|deelt|begrijpt|herkent|onderschrijft|waardeert)\b"
)
THEY_ASK = re.compile(
    r"(?:Ook|Verder|Daarnaast|Tevens|Voorts|Tot slot|Zo) "
    r"(?:vragen|verzoeken|willen|vernemen|constateren|lezen|wijzen) zij\b"
)
QUESTION_OPENING = re.compile(r"Vraag(?: \d+)?\s?:")
QUOTED = re.compile(r"«[^»]*»|“[^”]*”|\"[^\"]*\"|‘[^’]*’")
SINGULAR = re.compile(r"\b(?:ik|mij|mijn|uw [Kk]amer)\b", re.IGNORECASE)
PLURAL = re.compile(r"\b(?:wij|we)\b", re.IGNORECASE)
ASKS = re.compile(r"\?|\b(?:vra(?:ag|agt|gen)|verzoek(?:en|t)?|vernemen|ontvangen graag|willen .{0,30}weten)\b")
# A first person of the minister in a question of members: "vragen waarom ik", "vragen mij", not "vragen …, en ik zal".
LED_IN = re.compile(r"\b(?:of|om|dat|die|wat|wie|welke?|wanneer|hoe\w*|waar\w*)\b")
OWN_CLAUSE = re.compile(
    r"(?:\b(?:en|maar|want|dus)|[;,:]) (?:(?:daarom|daarop|hierop|dus|ook) (?:\w+ )?)?(?:ik|wij|we)\b", re.IGNORECASE
)
OBJECT = re.compile(r"mij|mijn", re.IGNORECASE)
# How a reply begins before it answers anybody: it thanks for the questions, or says how it goes through them.
OPENS_REPLY = re.compile(
    r"\b(?:dank\w*|bedank\w*|beantwoord\w*)\b"
    r"|\b(?:de|hun|uw|deze|alle|gestelde) (?:\w+ )?(?:vragen|inbreng|opmerkingen)\b",
    re.IGNORECASE,
)
ABOUT_MINISTER = re.compile(rf"\b(?:de|het|deze) {OFFICE}", re.IGNORECASE)


def unquoted(text: str) -> str:
    """A paragraph without the words that it quotes from others."""
    return QUOTED.sub("", text)


def speaks_for_the_minister(text: str) -> bool:
    """Whether a paragraph opens as a reply does, or says I, we or "your Kamer"."""
    return bool(REPLY_OPENING.match(text) or SINGULAR.search(text) or PLURAL.search(text))


def members_say_we(text: str) -> bool:
    """Whether members speak although there is a first person in it: a "wij" of theirs, never "ik"."""
    return opens_with_members(text) and SINGULAR.search(text) is None and not REPLY_OPENING.match(text)


def puts_to_the_minister(text: str) -> bool:
    """Whether a paragraph after a reply asks again: "Voorts vragen zij", "Kan de minister …?"."""
    return bool(THEY_ASK.match(text)) or (text.endswith("?") and bool(ABOUT_MINISTER.search(text)))


def members_ask(text: str) -> bool:
    """Whether members are who ask, and a first person stands only in what they ask: "De leden vragen waarom ik …"."""
    asks = ASKS.search(text)
    if asks is None or not (opens_with_members(text) or goes_on_for_members(text)) or OWN_CLAUSE.search(text):
        return False
    persons = sorted((each for pattern in (SINGULAR, PLURAL) for each in pattern.finditer(text)), key=re.Match.start)
    if any(each.start() < asks.start() for each in persons):
        return False
    subject = next((each.start() for each in persons if not OBJECT.fullmatch(each.group())), None)
    return subject is None or LED_IN.search(text, asks.end(), subject) is not None


def opens_reply(paragraph: str) -> bool:
    """Whether a paragraph begins with thanks for the questions, or by saying how they are answered."""
    return any(OPENS_REPLY.search(paragraph, start, end) for start, end in split(paragraph)[:1])


def only_says_again(paragraph: str) -> bool:
    """Whether a paragraph of a reply says a question of members again, and no more."""
    return opens_with_members(paragraph) and all(_asks_again(paragraph[start:end]) for start, end in split(paragraph))


def question_said_again(paragraph: str) -> tuple[int, int] | None:
    """Where the question ends that a reply begins with, and where its answer begins; None without both."""
    if not opens_with_members(paragraph):
        return None
    sentences = split(paragraph)
    asking = next((at for at, (start, end) in enumerate(sentences) if not _asks_again(paragraph[start:end])), None)
    return (sentences[asking - 1][1], sentences[asking][0]) if asking else None


def _asks_again(sentence: str) -> bool:
    own_words = unquoted(sentence)
    if members_ask(own_words):
        return True
    if speaks_for_the_minister(own_words):
        return False
    return opens_with_members(own_words) or goes_on_for_members(own_words) or own_words.rstrip().endswith("?")
