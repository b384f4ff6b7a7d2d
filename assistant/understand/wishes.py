"""What a question wants beside the kind of its answer, and what of a paper itself it asks: one table of cues."""

from __future__ import annotations

import re
from collections.abc import Set
from enum import StrEnum

from assistant.understand.asked import TELEPHONE_NUMBER, Asked
from assistant.understand.kinds import PAPER_PATTERN, SPOKEN_OF


class Wish(StrEnum):
    """One thing that a question may want."""

    # of a value
    SINCE = "from when on"
    UNTIL = "until when"
    ALL = "how many there are in all"
    PRICE = "what a thing costs"
    OFTEN = "how often"
    NUMBER_TO_CALL = "a number that can be dialled, or that a thing goes by"
    TELEPHONE_NUMBER = "a number that can be dialled"
    # of what is said
    A_NAME = "a name"
    UNREADABLE = "what was made unreadable"
    WHERE_TO_TURN = "whom to turn to for help"
    PROMISE = "what was promised to the Kamer"
    # of the papers
    MOTIE = "a motie"
    PROPOSAL = "a motie or an amendement"
    DIFFERENCE = "whether figures differ"
    CLAIM = "whether something is so"
    FIGURE = "a figure"
    # of what a paper tells of itself
    ITS_NUMBER = "the number of a paper"
    ITS_NUMBER_TOO = "the number of a paper, beside its days or who asked"
    ITS_DAY = "the day of a paper"
    ITS_DAY_TOO = "the day of a paper, beside who signed it"
    OF_A_PAPER = "something of a paper and of nothing in it"
    KAMERVRAGEN = "something of Kamervragen"
    SENT = "who asked, or when"
    ANSWERED = "who answered, or when"
    ASKERS = "who asked"
    SIGNER = "who signed a letter"
    ADDRESSEE = "to whom a letter was sent"
    SUBJECT = "what a paper says that it is about"
    FRACTIES = "which fracties took part in an overleg"


_WHERE = (  # may stand behind "zijn er" without making it a part of them
    r"(?: (?:nu|eigenlijk|precies|ongeveer|momenteel|nog|dan|al|toen|er|totaal|bij elkaar|op dit moment|"
    r"(?:in|over|van|op) (?:(?:de|het|heel|ons|totaal) )?\w+))*\W*$"
)
_ANY = frozenset(Asked)
# The number of a paper is asked for, and none is told: not "stuknummer 12".
NAMES_NUMBER = r"\b(?:aanhangsel|kamerstuk|stuk) ?(?:nummer|nr)\b(?!\.? ?\d)"
# The kinds of question of which a wish may be one, and the cues that all have to stand in the folded question.
_CUES: tuple[tuple[Wish, Set[Asked], tuple[str, ...]], ...] = (
    (
        Wish.SINCE,
        {Asked.DATE},
        (
            r"\b(?:vanaf|sinds) (?:wanneer|welke? (?:dag|datum|jaar|moment))\b|"
            r"\bwanneer (?:gaa[tn]|gaan|ging\w*)\b[^?.]*\bin\W*$|"
            r"\bwanneer (?:treedt|treden|trad\w*|start\w*|begin\w*|begon\w*|geldt|gelden|gold\w*)\b|"
            r"\bwanneer\b[^?.]*\b(?:ingaan|ingaat|beginnen|begint|starten|start)\W*$|"
            r"\b(?:ingangs|start|begin)datum\b",
        ),
    ),
    (
        Wish.UNTIL,
        {Asked.DATE},
        (
            r"\btot (?:en met )?(?:wanneer|welke? (?:dag|datum|jaar|moment)|hoe laat)\b|"
            r"\b(?:deadline|uiterlijk|sluit|sluitingsdatum)\b",
        ),
    ),
    (  # nothing follows that only some of them do: "hoeveel scholen zijn er gestopt?" asks for a part
        Wish.ALL,
        {Asked.NUMBER},
        (
            rf"\b(?:hoe ?veel [^?.!]*?\b(?:zijn|waren|bestaan|bestonden) er|"
            rf"hoe ?veel [\w-]+(?: [\w-]+)? (?:telt|telde|kent|kende|heeft|had) (?:nederland|ons land)){_WHERE}",
        ),
    ),
    (Wish.PRICE, {Asked.AMOUNT}, (r"\b(?:ge)?kost(?:en|te)?\b|\bhoe duur\b|\b(?:prijs|bijdrage)\b",)),
    (Wish.OFTEN, {Asked.NUMBER}, (r"\bhoe ?vaak\b",)),
    (Wish.NUMBER_TO_CALL, {Asked.NUMBER}, (rf"\b(?:telefoon|mobiel)?nummers?\b|{TELEPHONE_NUMBER}",)),
    (Wish.TELEPHONE_NUMBER, {Asked.NUMBER}, (TELEPHONE_NUMBER,)),
    (Wish.A_NAME, {Asked.NAME}, ()),
    (
        Wish.A_NAME,
        _ANY,
        (
            r"\b(?:welke? (?!argument|reden|punt|passage|grond|voorwaarde|eis|regel|stap)|van wie\b|hoe heet|"
            r"namen?\b)",
        ),
    ),
    (
        Wish.UNREADABLE,
        _ANY,
        (
            r"\b(\w*gelakt\w*|lakgrond\w*|zwart ?gemaakt\w*|zwarte? (?:stuk|deel|balk|passage)\w*|onleesbaar\w*|"
            r"weggelaten|geanonimiseerd\w*|niet openbaar|weggestreept|doorgestreept)\b",
        ),
    ),
    (
        Wish.WHERE_TO_TURN,
        _ANY,
        (
            r"\b(?:waar|bij wie|wie) (?:kan|kun|kunnen|moet|moeten|mag) (?:ik|je|u|wij|we|een ouder|ouders)\b.*"
            r"\b(?:terecht|aankloppen|heen|zijn|bellen|melden)\W*$|\bwie (?:kan|wil) (?:mij|me|ons) .*\bhelpen\b|"
            r"\b(?:waar|bij wie|wie) (?:kan|kun|moet) (?:ik|je|we|wij) .*\b(?:terecht|voor hulp)\b",
        ),
    ),
    (
        Wish.PROMISE,
        _ANY - {Asked.REASON, Asked.DEFINITION},
        (r"\btoezegging(?:en)?\b|\btoegezegd\b|\b(?:zeg|zegt|zegde|zegden|zeggen)\b.{1,60}\btoe\b",),
    ),
    (Wish.MOTIE, _ANY, (r"\bmotie\b",)),
    (Wish.PROPOSAL, _ANY, (r"\b(?:moties?|amendement(?:en)?)\b",)),
    (
        Wish.DIFFERENCE,
        _ANY,
        (
            r"\bverschil\w*|\btegenspr\w+|\bspre\w+ .{0,60}\btegen\b|\btegenstrijdig\w*|\bhetzelfde\b|\bgelijk\b|"
            r"\boveral\b|\bhet (?:\w+ ){0,2}eens\b|\bovereen\b|\b(?:de|het) ene?\b.{0,80}\b(?:de|het) andere?\b",
        ),
    ),
    (
        Wish.CLAIM,
        _ANY,
        (
            r"\bklop(?:t|pen)\b|\bjuist\b|\bwaar (?:dat|is)\b|\bis .{0,20}\bwaar\b|\bdacht\b|\blas\b|\bhoorde\b|"
            r"\d of \d",
        ),
    ),
    (
        Wish.FIGURE,
        _ANY,
        (r"\bhoe ?veel\b|\baantal\w*|\bcijfers?\b|\bgetal\w*|\bbedrag\w*|\bgeteld\b|\bwaarden?\b",),
    ),
    (
        Wish.ITS_NUMBER,
        {Asked.REFERENCE, Asked.NUMBER, Asked.LIST},
        (
            r"\b(?:welk|wat is het|wat is de|heeft|hoe luidt het)\b.*"
            r"\b(?:(?:kamerstuk|stuk|dossier|aanhangsel|publicatie)?(?:nummer|nr)|vindplaats)\b"
            r"|\bwelk (?:kamerstuk|aanhangsel)\b|\bhoe (?:citeer|verwijs)",
        ),
    ),
    (
        Wish.ITS_NUMBER_TOO,
        {Asked.DATE, Asked.NAME, Asked.REFERENCE},
        (rf"{NAMES_NUMBER}|\bwelk (?:nummer|nr)\b",),
    ),
    (
        Wish.ITS_DAY,
        {Asked.DATE, Asked.OTHER},
        (
            r"\b(?:van welke (?:datum|dag)|van wanneer|wat is de datum|uit welk jaar)\b|"
            rf"\bwelke (?:datum|dag) (?:heeft|draagt|staat)\b|"
            rf"^(?:de )?datum (?:van )?(?:(?:de|het) )?(?:{PAPER_PATTERN})\b|"
            r"\b(?:wanneer|op welke (?:datum|dag)|in welk jaar)\b.*"
            r"\b(?:geschreven|schreef|schreven|verstuurd|verstuurde|verzonden|verzond|gestuurd|stuurde|stuurden|"
            r"verschenen|verscheen|gedateerd|gepubliceerd|uitgebracht|ondertekend)\b",
        ),
    ),
    (Wish.ITS_DAY_TOO, _ANY, (r"\b(?:datum|dag|wanneer|gedateerd|dagtekening)\b",)),
    (  # the paper is what has the number or the day: "de brief over X", not "de motie in de brief over X"
        Wish.OF_A_PAPER,
        _ANY,
        (
            rf"\b(?:van|heeft|hebben|is|zijn|staan|staat|werd|werden|schreef|schreven|stuurde|stuurden|verstuurde|"
            rf"verscheen|verschenen) "
            rf"(?:(?!(?:{SPOKEN_OF})\b)[\w-]+ ){{0,4}}?(?:{PAPER_PATTERN})\b|"
            rf"^(?:de )?datum (?:{PAPER_PATTERN})\b",
        ),
    ),
    (
        Wish.KAMERVRAGEN,
        _ANY,
        (
            r"\b(?:kamer)?vragen\b|\bvragenstellers?\b|\bantwoorden\b.*\b(?:ontvangen|binnen)\b|"
            r"\bontving\w*\b.*\bantwoorden\b",
        ),
    ),
    (
        Wish.SENT,
        _ANY,
        (
            r"\b(?:vragenstellers?|van welke (?:partij|fractie)|ingezonden|gesteld|stelden?|gestuurd|ingediend|diende|"
            r"vroeg)\b",
        ),
    ),
    (Wish.ANSWERED, _ANY, (r"\b(?:beantwoord\w*|antwoord\w*|ontvangen|ontving\w*|binnen|gereageerd)\b",)),
    (Wish.ASKERS, _ANY, (r"\bvragenstellers?\b",)),
    (
        Wish.SIGNER,
        _ANY,
        (
            r"\b(?:(?<!aan )(?<!naar )wie|wiens|welke (?:minister|staatssecretaris|bewindspersoon))\b.*"
            r"\b(?:onderteken\w*|tekende|schreef|geschreven|stuurde|verstuurde|verzond|gestuurd|verstuurd|verzonden|"
            r"afzender|afkomstig|handtekening)\b|^(?:de )?(?:ondertekenaar|afzender)\b",
        ),
    ),
    (
        Wish.ADDRESSEE,
        _ANY,
        (
            r"\b(?:aan|naar) (?:wie|welke \w+)\b|\b(?:geadresseerde?|ontvanger|gericht aan|bestemd voor)\b",
            r"\b(?:\w+brief|brief|nota|besluit)\b",
        ),
    ),
    (
        Wish.SUBJECT,
        _ANY,
        (rf"\b(?:onderwerp|betreft) (?:\w+ ){{0,2}}(?:van )?(?:\w+ ){{0,2}}(?:{PAPER_PATTERN})\b",),
    ),
    (
        Wish.FRACTIES,
        _ANY,
        (
            r"\b(?:welke|wie|noem)\b.*\b(?:partij|partijen|fractie|fracties)\b.*"
            r"\b(?:vragen|vroegen|inbreng|aan het woord|reageer\w*|deden|namen|hebben|zijn|komen)\b",
            "overleg",
        ),
    ),
)
_TABLE = tuple((wish, kinds, tuple(map(re.compile, cues))) for wish, kinds, cues in _CUES)


def wishes_in(folded: str, asked: Asked) -> frozenset[Wish]:
    """What a folded question that asks for this kind of answer wants besides."""
    return frozenset(wish for wish, kinds, cues in _TABLE if asked in kinds and all(cue.search(folded) for cue in cues))
