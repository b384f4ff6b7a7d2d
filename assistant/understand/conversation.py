"""What a question leans on in the conversation before it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.understand.asked import MEASURED, Asked, asked_for, asks_anew, asks_of_the_asker, focus_of
from assistant.understand.asking import asking
from assistant.understand.head_fields import asked_fields
from assistant.understand.names import YEAR, is_year, named_in, options_in
from assistant.understand.personal_data import searchable
from assistant.understand.places import papers_in, without
from assistant.understand.question import Question
from assistant.understand.years import leaves_a_year_unnamed, with_years_named
from index.dutch import content_words, fold
from index.spelling import Spelling

_OPENING = re.compile(r"^(en|maar|of|dus|ook|hoezo|waarom niet|sinds wanneer|wanneer dan|welke dan)\b")
# "die" and "dat" point back near the beginning or at the end; elsewhere they mostly begin a clause.
_POINTING = re.compile(
    r"\b((?:daar|er|hier)(?:van|over|voor|mee|bij|in|aan|op|tegen|uit|naar|door|om|onder|tussen|na)|deze|dit|dezelfde|"
    r"diens|hij|hem|voorganger|ze|zij|hun|laatste)\b"
    r"|^(\w+ ){0,2}(die|dat)\b|\b(die|dat|daar)\W*$|\bdaar\b(?! waar\b)"
)
# "Hoeveel krijg ik dan per keer?"; not "meer dan één", nor behind "als", to which it belongs.
_THEN = re.compile(
    r"(?<!\w[ei]r )(?<!anders )\bdan\b(?! (?:de|het|een|die|dat|in|op|bij|voor|\d\S*|vorig\w*|ooit|ook)\b)"
)
_IF = re.compile(r"\b(?:als|indien|wanneer|zodra)\b")
_IT = r"(?:dat|dit|die|deze|het)(?: (?:toezegging|uitspraak|antwoord|citaat))?"
_SOURCE = (
    r"(?:(?:kamer)?stuk(?:ken)?|(?:kamer)?brief|antwoord|verslag|nota|document|bron|pagina|bladzijde|"
    r"(?:kamerstuk|stuk|aanhangsel)?-? ?(?:nummer|nr))"
)
_SAYS = r"(?:zei|zegt|schreef|schrijft|beweert|antwoordde|antwoordt|meldde|meldt)"
_WHICH_PAPER = rf"(?:in|uit|onder|op) (?:welke?|wat voor) {_SOURCE}"
_WHENCE = re.compile(
    rf"^(?:en |maar )?(?:wie {_SAYS} (?:dat|dit|zoiets)|"
    r"van wie is (?:dat|dit)|waar (?:staat|haalt u|haal je|las u) (?:dat|dit)(?: vandaan| precies)?|"
    r"waaruit blijkt (?:dat|dit)|waar blijkt (?:dat|dit) uit|wat (?:is|zijn) (?:de|uw|je|daarvan de) bron(?:nen)?|"
    r"(?:van|uit) wanneer is (?:dat|dit)(?: antwoord| stuk| bericht)?|hoe oud is (?:dat|dit)(?: antwoord| stuk)?|"
    r"wanneer (?:zei|schreef|antwoordde) (?:hij|zij|ze|de minister|de staatssecretaris) (?:dat|dit)|"
    rf"{_WHICH_PAPER} (?:staat|stond|komt|blijkt|vind ik|lees ik) {_IT}"
    r"(?: te (?:lezen|vinden)| vandaan)?)"
    r"(?: precies| eigenlijk| dan)?\W*$"
)
_NO_QUESTION = r"(?:(?!\b(?:of|hoe\w*|wat|wie|welke?|waar\w*|wanneer|zo ja)\b|:).)"  # no other question begins here
# "Wat schreef de minister over de pont, in welke brief en wanneer?": where and when that was written.
_WHENCE_TOO = re.compile(
    rf"\b(?:wat (?P<says>{_SAYS})|wie (?P<says_that>{_SAYS}) dat) {_NO_QUESTION}*?"
    rf"(?P<tail>(?:(?:,| en|, en) (?:{_WHICH_PAPER}|wanneer|op welke (?:datum|dag)))+)\W*$",
    re.IGNORECASE,
)
_YEAR = re.compile(rf"\b(?:in |sinds |over )?{YEAR.pattern}(?:[/-]\d{{2,4}})?\b")  # with what leads it in
_ONLY_A_YEAR = re.compile(  # "na 2022" and "vanaf 2022" are none
    rf"(?:(?:en|maar|dus) )?(?:(?:in|over|voor|van) )?(?:(?:het )?\w*jaar )?{YEAR.pattern}(?:[/-]\d{{2,4}})?\W*"
)
# A place or a group and nothing else: "en in Zeeland?", "en voor leraren?"; not "en de ouders?".
_ONLY_ELSEWHERE = re.compile(r"(?:en|maar|dus|of) (?:ook )?(?:in|voor|bij|op|uit|van|onder|aan|binnen)(?: \S+){1,4}")
SOME = 4  # content words that a question has at most if it points back


def complete(question: str, history: Sequence[str], spelling: Spelling | None = None) -> Question:
    """Read a question in the light of the earlier questions, oldest first, with its slips mended."""

    def read(typed: str, *, searched: bool = True) -> str:
        asked = " ".join(searchable(typed).split())
        return spelling.mended(asked, searched=searched) if spelling else asked

    text = read(question)
    leant: list[str] = []
    for earlier in history:
        leant = [*leant, earlier] if leant and leans_back(read(earlier)) else [earlier]
    if not leans_back(text):
        leant = []
    background, before = (" ".join(read(one, searched=searched) for one in leant) for searched in (True, False))
    shown = read(question, searched=False)
    if not asks_anew(text) or asked_for(text) is asked_for(background) in MEASURED:
        text, shown = (with_years_named(one, background) for one in (text, shown))
    background, before = (_without_rivals(one, text) for one in (background, before))
    understood = f"{shown} (vervolg op: {before})" if before else shown
    again = background if background and _asks_again(text, background) else text
    named = papers_in(text)
    bare = without(text, [span for _, span in named])
    return Question(
        text=bare,
        understood_as=understood,
        asked=asked_for(again),
        background=background,
        focus=focus_of(bare) or focus_of(again),
        named=_named(bare, background),
        papers=tuple(dict.fromkeys(identifier for identifier, _ in named)),
        of_the_asker=asks_of_the_asker(text),
    )


def _without_rivals(background: str, text: str) -> str:
    """What was asked before, without its years if another one is named now, and with the option that is named now."""
    if YEAR.search(text):
        spans = [span for _, span in papers_in(background)]
        years = (one.span() for one in _YEAR.finditer(background))
        own = [(start, end) for start, end in years if not any(left < end and start < right for left, right in spans)]
        background = " ".join(without(background, own).split())
    for noun, sign in options_in(text):
        background = re.sub(rf"(?i:\b({noun})) [A-Za-z\d]\b", rf"\1 {sign}", background)
    return background


def _asks_again(text: str, background: str) -> bool:
    """Whether it asks what was asked before: it names nothing but a year, or another option, place or group of a value.

    "En in 2022?", "en optie B?", "en in Zeeland?"; not "en na 2022?", "en de ouders?".
    """
    if YEAR.search(text):
        return _ONLY_A_YEAR.fullmatch(fold(text)) is not None
    is_bare = asked_for(text) is Asked.OTHER and not asks_anew(text) and not leaves_a_year_unnamed(text)
    is_other = bool(options_in(text)) or _ONLY_ELSEWHERE.fullmatch(fold(text)) is not None
    return is_bare and is_other and asked_for(background) in MEASURED


def _named(text: str, background: str) -> tuple[str, ...]:
    """What a question names; of years, and of names, that it leaves unsaid, those that were asked about before it."""
    own, before = named_in(text), named_in(background)
    left = [some for some in (is_year, lambda name: not is_year(name)) if not any(map(some, own))]
    return (*own, *(name for name in before if any(some(name) for some in left)))


def leans_back(text: str) -> bool:
    """Whether a question needs the ones before it to be understood."""
    # What was told before it is no part of it.
    asked = (asking(text) or [text])[-1] if text.rstrip().endswith("?") else text
    folded = fold(asked)
    size = len(set(content_words(asked)))
    if asked_for(text) is Asked.DEFINITION and not (_POINTING.search(folded) or asked_fields(folded)):
        return False
    pointing = _OPENING.match(folded) or _POINTING.search(folded) or (_THEN.search(folded) and not _IF.search(folded))
    return size == 0 or bool(pointing and size <= SOME)


def whence_too(sentence: str) -> str:
    """The end of a question for what somebody said that only asks where and when; empty if there is none."""
    found = _WHENCE_TOO.search(sentence)
    if found is None:
        return ""
    is_past = (found["says"] or found["says_that"]).endswith(("ei", "f", "de"))
    asks_whence_alone = is_past or re.search(_WHICH_PAPER, found["tail"], re.IGNORECASE)
    return sentence[found.start("tail") :] if asks_whence_alone else ""  # "zegt …, en wanneer?" asks of the thing


def asks_whence(text: str) -> bool:
    """Whether a question asks of the answer before it who says that, when, or where it stands."""
    return bool(_WHENCE.match(fold(" ".join(text.split()))))
