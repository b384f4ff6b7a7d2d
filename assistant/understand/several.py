"""Several questions in one message: each is answered on its own."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.understand.asked import VERB, Asked, asked_for, is_verb
from assistant.understand.asking import SENTENCE
from assistant.understand.conversation import asks_whence, whence_too
from assistant.understand.of_itself import is_one_lookup
from index.dutch import content_words, fold

ORDINALS = ("eerste", "tweede", "derde", "vierde")
WHENCE = "Waar staat dat?"
MOST = len(ORDINALS)  # questions of one message that are answered apart; what comes after them stays with the last
LEAST = 3  # words that a question has at least if it is one of its own: "hoeveel goedgekeurd?" is not

_ASKING = r"(?:wie|wat|waar\w*|wanneer|hoe|hoeveel|hoelang|hoevaak|waarom|welke?)"
_PREPOSITION = r"(?:in|voor|bij|van|uit|op|door|met|aan|naar|vanaf|tot|sinds|onder|via|binnen|per|na|over|tegen)"
_VERB_FIRST = (
    rf"{VERB}\s+(?:ik|je|jij|u|we|wij|hij|zij|ze|er|men)"  # "en kan ik …": behind its verb no clause has these
)
_JOINT = re.compile(rf"[,;]?\s+(?=en\s+(?:(?:{_PREPOSITION}\s+)?{_ASKING}|{_VERB_FIRST})\b)", re.IGNORECASE)
# A line that is turned within a sentence: the next one begins small, and asks nothing by itself.
_TURNED = re.compile(rf"(?<![.?!:\s])[^\S\n]*\n[^\S\n]*(?=[a-zà-ÿ])(?!(?:en )?{_ASKING}\b)")
# "En kan ik daar nog iets tegen doen"; not "en kan ik het weten", which asks nothing by itself.
_MAY_I = re.compile(
    rf"en {VERB} (?:ik|we|wij|men)(?! (?:\S+ )*(?:(?<!te )zeggen|uitleggen|vertellen|weten|helpen)\b)(?: \S+){{3}}"
)
_VERB = re.compile(VERB)  # of some the list of forms knows only the noun: "staat"
_OPENS = re.compile(rf"(?:(?:en|maar|of|dus|ook) )?(?:{_PREPOSITION} )?(?:{_ASKING}|{VERB})\b")


def separate(text: str) -> tuple[str, ...]:
    """The questions of a message, each with what was told before it; the message itself if it asks one thing."""
    told: list[str] = []
    asked: list[str] = []
    running = _TURNED.sub(" ", text)
    for sentence in (match[0].strip() for match in SENTENCE.finditer(running)):
        if sentence.endswith("?"):
            asked += _clauses(sentence)
        elif sentence:
            told.append(sentence)
    asked = _of_their_own(asked)
    if len(asked) < 2:
        return (text,)
    return tuple(" ".join([*told, one]) for one in [*asked[: MOST - 1], " ".join(asked[MOST - 1 :])] if one)


def _clauses(sentence: str) -> list[str]:
    """The questions that one sentence joins by "en": "wie beslist en hoe lang duurt het?"."""
    tail = whence_too(sentence)  # "…, in welk stuk en wanneer?"
    sentence, whence = (f"{sentence.removesuffix(tail)}?", [WHENCE]) if tail else (sentence, [])
    parts = _JOINT.split(sentence.rstrip("?"))
    while len(parts) > 1 and asks_whence(parts[-1]):  # "… en in welk stuk staat dat?"
        last = parts.pop()
        sentence = f"{sentence[: sentence.rindex(last)].rstrip(' ,;')}?"
        whence.insert(0, f"{last[:1].upper()}{last[1:]}?")
    return [*_joined(sentence, parts), *whence]


def _joined(sentence: str, parts: Sequence[str]) -> list[str]:
    """The parts that a sentence joins, each as a question; the sentence itself where they do not stand alone."""
    begins = {tuple(fold(part).removeprefix("en ").split()[:2]) for part in parts}
    if len(begins) < len(parts) or not all(map(_asks_for_itself, parts)):
        return [sentence]  # "wat schreef A en wat schreef B over de bus?" is one question about two
    if is_one_lookup([*map(fold, parts)]):
        return [sentence]  # "wie tekende de brief en welk kenmerk staat erop?"
    if not all(map(_has_verb, map(fold, parts))):
        return [sentence]  # "wie kwam er en op welke datum?", "hoeveel kreeg A en hoeveel de politie?" share their verb
    return [f"{part[:1].upper()}{part[1:]}?" for part in parts]


def _has_verb(folded: str) -> bool:
    return any(is_verb(word) or _VERB.fullmatch(word) for word in folded.split())


def _of_their_own(asked: Sequence[str]) -> list[str]:
    """The questions with those that say too little to stand alone joined to the one before: "Zo nee, waarom niet?"."""
    found: list[str] = []
    for one in asked:
        if found and (not _asks_for_itself(one) or is_one_lookup([fold(found[-1]), fold(one)])):
            found[-1] = f"{found[-1]} {one}"
        else:
            found.append(one)
    return found


def _asks_for_itself(text: str) -> bool:
    if asks_whence(text):
        return True
    if _MAY_I.match(fold(text)):
        return True
    if not _OPENS.match(fold(text)) and asked_for(text) is Asked.OTHER:
        return False  # "Er lag toch een rapport?" goes with what was asked before it
    return len(text.split()) >= LEAST and bool(content_words(text))
