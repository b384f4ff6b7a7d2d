"""What people type that is no question about the papers: a greeting, thanks, "wie ben je?", another language."""

from __future__ import annotations

import re
import unicodedata

from assistant.tell.referrals import where_to_turn
from assistant.understand.question import Question
from index.dutch import fold, words

GREETED = "Dag! Stel hier uw vraag. Ik zoek het antwoord in de officiële stukken en laat zien waar het staat."
THANKED = "Graag gedaan. Hebt u nog een vraag? Stel hem gerust."
ABOUT = (
    "Ik ben een computerprogramma, geen mens. Ik zoek antwoorden in officiële stukken over passend onderwijs, zoals "
    "Kamerbrieven en antwoorden op Kamervragen. Ik geef letterlijke citaten met hun vindplaats, en ik zeg het als iets "
    "er niet in staat. U kunt vragen wat er geregeld is, wie wat schreef, wanneer, hoeveel en waarom."
)
DUTCH_ONLY = (
    "Ik begrijp alleen Nederlands, want de stukken zijn Nederlands. Stelt u uw vraag in het Nederlands? "
    "(I only understand Dutch. Please ask your question in Dutch.)"
)
ABOUT_WHAT = "Ik weet niet waarover u dat wilt weten. Noem het onderwerp erbij, bijvoorbeeld: leerlingenvervoer."

_GREETING = re.compile(
    r"(?:hoi|hallo|hey|hee|hi|dag|moin|goedendag|goede ?(?:morgen|middag|avond|dag)|goeiedag|test|testje)"
    r"(?: (?:allemaal|daar|vraagbaak|iedereen))?"
)
_THANKS = re.compile(
    r"(?:(?:oke|ok|top|super|fijn|mooi|prima|heel erg|hartelijk|ontzettend|alvast) )*"
    r"(?:dank(?: je| u| jullie)?(?: wel| zeer)?|dankjewel|dankuwel|bedankt|thanks|merci|tot ziens|doei|doeg|oke|ok|top|"
    r"super|prima|fijn|duidelijk)(?: (?:hoor|voor .{1,40}|en tot ziens|zo))?"
)
_YOU = r"(?:jij|je|jullie|u|dit|deze (?:chat|chatbot|site|pagina|vraagbaak|website)|de vraagbaak)"
_MEANT = re.compile(
    rf"(?:wie|wat) (?:ben|bent|is|zijn) {_YOU}(?: \w+)?|"
    r"ben(?:t)? (?:jij|je|u) (?:een )?(?:\w+ )?(?:robot|mens|computer|ai|bot|chatbot|machine)|"
    rf"hoe werkt {_YOU}(?: \w+)?|wat (?:kan|kun|mag) (?:ik|je|jij|u)(?: (?:hier|jou|u|allemaal|je))* "
    r"(?:vragen|doen)|waar(?:voor)? (?:kan|kun) (?:ik|je) (?:je|u|dit|hier) (?:voor )?(?:gebruiken|terecht)|info|uitleg"
)
_CRY = re.compile(r"(?:(?:help|hulp)(?: (?:mij|me|ons))?(?: alsjeblieft| aub| alstublieft)? ?)+")
# The commonest words of languages that are spoken here beside Dutch, without those that Dutch has too.
_FOREIGN = frozenset(
    "the what how my does child children for and to are not going he she who when where why which can i you this there "
    "und der ist ich nicht mein meine wer kann ein eine warum wann kinder schule "
    "est mon ma que pour quel quelle comment pourquoi enfant ecole une vous nous avec sont qui peut faire elle "
    "suis vont comprends enfants fils fille leur "
    "okul cocuk cocugum oglum kizim nasil neden var yok icin ve bir ne "
    "jest dziecko moje moj jak dlaczego kiedy czy szkoly szkola co "
    "el la mi hijo hija ninos hijos por para como cuando escuela donde porque no".split()
)
_OWN = frozenset(
    "de het een ik mijn van en niet naar voor wat wie hoe waar wanneer waarom hoeveel zijn dat op met aan kan mag moet "
    "wordt worden er bij ook nog over wel als geen om krijgt welke".split()
)
_MOST = 8  # words of a text that is no more than a courtesy


def courtesy(text: str, persona: str = "ouder") -> str:
    """What to say to a text that asks nothing of the papers; "" if it asks something."""
    typed = words(text)
    said = " ".join(typed)
    if _CRY.fullmatch(said):
        return f"{ABOUT}\n\n{where_to_turn(text, persona)}"
    if len(typed) <= _MOST:
        for pattern, reply in ((_GREETING, GREETED), (_THANKS, THANKED), (_MEANT, ABOUT)):
            if pattern.fullmatch(said):
                return reply
    foreign = {word for word in typed if word in _FOREIGN} - _OWN
    if _in_another_script(text) or len(foreign) > max(1, len(_OWN & set(typed))):
        return DUTCH_ONLY
    return ""


def lacks_subject(question: Question) -> bool:
    """Whether nobody can tell what a question is about, as "Waarom?" at the start of a conversation."""
    return not (question.words or question.before.words or question.papers)


def _in_another_script(text: str) -> bool:
    """Whether most letters of a text are not Latin ones: Arabic, Cyrillic."""
    letters = [char for char in fold(text) if char.isalpha()]
    latin = [char for char in letters if unicodedata.name(char, "").startswith("LATIN")]
    return len(letters) > 2 * len(latin)
