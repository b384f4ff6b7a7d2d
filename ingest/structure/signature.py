"""Who signed a letter: offices, names, on whose behalf, in whatever order and letters they stand."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

CAPITAL = r"(?!(?i:(?:(?:de|het) )?(?:Minister|Staatssecretaris)|Hoogachtend|Namens|Brief van)\b)[A-ZÀ-Ý][\w’'‑-]+"
JOINER = r"(?:en|voor|van|de|het|EN|VOOR|VAN|DE|HET|&)"
PHRASE = rf"{CAPITAL}(?:(?: {JOINER}){{0,2}} {CAPITAL})*"
# "Zorg, Welzijn en Sport": a comma is part of a department only where "en" closes the row.
FIELDS = rf"{PHRASE}(?:(?:, {PHRASE})+? (?:en|EN|&) {PHRASE})?"
# "Verkeer en Water - Havens en Boten": what a staatssecretaris does may stand behind the department.
DEPARTMENT = rf"{FIELDS}(?: [–-] {FIELDS})?(?: \([^()\n]{{3,60}}\))?"
LOW = r"(?!en\b|namens\b)[a-zà-ÿ]+"
SMALL_DEPARTMENT = rf"{LOW}(?:(?:, | en )+{LOW})*(?=,?$)"  # of a line that is nothing else
TITLE = (
    r"(?:(?:demissionair|waarnemend|tijdelijk) )?"
    r"(?:(?:vice-?)?minister(?:-president)?s?|staatssecretaris(?:sen)?)(?![\w-])"
)
SEVERAL = rf"{CAPITAL}(?: {CAPITAL})*(?:(?:, {PHRASE})+)? (?:en|EN) {PHRASE}"  # without "van" or "voor" before it
OFFICE = rf"(?i:(?:de |het )?{TITLE})(?:,? (?i:van|voor) {DEPARTMENT}|,? {SEVERAL})?"
OFFICE_IN_SMALL = rf"(?:[Dd]e )?(?:minister|staatssecretaris|Minister|Staatssecretaris) (?:van|voor) {SMALL_DEPARTMENT}"
MINISTER_PRESIDENT = r"(?i:de minister-president, minister van )(?:Algemene Zaken|ALGEMENE ZAKEN)"
# "De Staatssecretaris Rechtsbescherming," of a line that is nothing else.
OFFICE_BARE = rf"(?i:de {TITLE}) {DEPARTMENT}(?=,$)"
OFFICES = rf"(?:{MINISTER_PRESIDENT}|{OFFICE})(?:(?:,? (?:en|EN)|,) (?:(?i:van|voor) {DEPARTMENT}|{OFFICE}))*"

PREFIX = r"(?:(?i:prof|mr|drs?|ir|ing|dhr|mevr|mw|ds)\b\.? ?)*"
SMALL = r"(?:(?:van|de|der|den|ter|ten|te|het|in|op|von|la|le|el|du|da|VAN|DE|DER|DEN|TER|TEN|['’‘]t|['’‘]T) )*"
SURNAME = rf"{SMALL}{CAPITAL}(?:[ -]{SMALL}{CAPITAL}){{0,2}}"
LETTERS = r"(?:,? (?:MA|MSc|MBA|LLM|LL\.M\.?|BSc|RA|PhD|MPA))*"
# "drs. A.B. (Anna) de Naam", or first and last name in full.
INITIALS = rf"{PREFIX}(?:[A-Z][a-z]?\. ?){{1,5}}(?:\({CAPITAL}\) )?{SURNAME}{LETTERS}"
NAME = rf"(?:{INITIALS}|{PREFIX}{CAPITAL}(?: {CAPITAL})? {SURNAME}{LETTERS})"
GREETING = r"(?i:hoogachtend|met (?:vriendelijke|hartelijke|beste|collegiale)\b.{0,20}? ?groet(?:en)?)"
DEPUTY = r"(?i:(?:namens|voor) (?:deze|dezen|hem|haar)|b\.a\.|o\.l\.v\.|i\.o\.|l\.s\.)"
BEHALF = r"(?i:(?:en )?(?:mede|tevens) namens (?:(?:mijn|onze) )?(?:ambtgeno(?:ot|te|ten)|collega(?:['’]?s)?)?,? ?)"
# Of who holds no office of state: "plaatsvervangend secretaris-generaal", "de directeur Kennis".
FUNCTION = r"(?:[Dd]e |[Hh]et )?[a-zà-ÿ][\w-]+(?: (?:[\w/&'’-]+,?)){0,9}?"

# On whose behalf somebody signs who holds no office of state: "namens het college van burgemeester en wethouders".
BODY_TOKEN = re.compile(
    rf"(?P<body>(?:[Nn]amens|NAMENS) (?:de|het|ons|onze|DE|HET|ONS|ONZE) (?!(?i:{TITLE}|ambtgeno|collega))"
    r"[^,:;.?!]{3,100}?)(?=[,:]|$)"
)
TOKEN = re.compile(
    rf"(?P<greeting>{GREETING})|(?P<deputy>{DEPUTY})|(?P<behalf>{BEHALF}(?:{OFFICES}))"
    rf"|(?P<office>{MINISTER_PRESIDENT}|{OFFICE_IN_SMALL}|{OFFICE_BARE}|{OFFICE})|(?P<name>{NAME})(?![\w(])"
)
FUNCTION_TOKEN = re.compile(rf"(?P<function>{FUNCTION})(?=,?$|,? {NAME}$)")
# With a capital only by a word for who leads or serves a body: any other such line below a name may be a heading.
LEADS = r"(?:directeur|inspecteur|hoofd|secretaris|burgemeester|wethouder|voorzitter|griffier|commissaris|gedeputeerde)"
CAPITAL_FUNCTION_TOKEN = re.compile(
    rf"(?P<function>(?=[A-Z])(?i:(?:[a-z]+[ -])?(?:[a-z]+)?{LEADS}(?:-generaal)?)(?![\w-])"
    r"(?: (?:[\w/&'’-]+,?)){0,9})(?=,?$)"
)
BETWEEN = re.compile(r"[\s,:;/]*(?:\(?w\.?g\.?\)?[\s,]*)?(?:(?:en|EN)\s+(?=(?i:de )))?")
ALSO = re.compile(
    rf"(?i:\bmede namens (?:(?:mijn|onze) )?(?:ambtgeno(?:ot|te|ten)|collega(?:['’]?s)?)?,? ?)(?P<offices>{OFFICES})"
)
CELL_END = " | "  # between several who sign side by side
LONGEST = 220  # characters of a line of a signature
MOST_SIGNED = 4  # persons under one letter
CAPITALS = re.compile(r"[^a-zà-ÿ]+")
SMALL_WORDS = frozenset("DE DEN DER EN HET IN TE TEN TER VAN VOOR".split())
OFFICES_IN_SMALL = re.compile(r"(?i)\b(?:vice-?)?minister(?:-president)?s?\b|\bstaatssecretaris(?:sen)?\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Signer:
    """One who signed: name and office, or the name of who signs on behalf of an office."""

    name: str = ""
    office: str = ""
    deputy: bool = False

    def __str__(self) -> str:
        """As a sender is named: "A.B. Naam, minister voor …", "minister voor …, namens deze C. Proef"."""
        if self.deputy and self.office and self.name:
            return f"{self.office}, namens deze {self.name}"
        return ", ".join(filter(None, (self.name, self.office)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """What stands at the foot of a letter: the places of its lines, who signed, and for whom as well."""

    lines: range = range(0)
    signers: tuple[Signer, ...] = ()
    also: str = ""  # "de minister van Zorg en de staatssecretaris van Verkeer"
    body: str = ""  # "namens het college van burgemeester en wethouders"

    @property
    def sender(self) -> str:
        """All who signed, and on behalf of whom as well; "" if nobody did."""
        named = " en ".join(map(str, self.signers))
        if named and self.body:
            return f"{named}, {self.body}"
        return f"{named}, mede namens {self.also}" if named and self.also else named


@dataclass(slots=True)
class _Gathered:
    """The tokens of lines that stand together."""

    start: int
    end: int = 0  # behind the last line with a token
    tokens: list[tuple[str, str]] = field(default_factory=list)


def signature_in(lines: Sequence[str | None]) -> Signature:
    """The first signature with a name and an office; without one the last lines with a greeting or an office.

    Args:
        lines: The lines or paragraphs of the paper, in order; None for what may come between those of a signature,
            as the notes at the foot of a page. Behind the first signature annexes may stand, with signatures of
            their own.
    """
    found = Signature()
    gathered: _Gathered | None = None
    for first, end, texts in [*_read_down(lines), (len(lines), len(lines), ("",))]:
        tokens = _tokens_of_each(texts, after=gathered.tokens if gathered else ())
        if tokens:
            gathered = gathered or _Gathered(start=first)
            gathered.tokens += tokens
            gathered.end = end
            continue
        if gathered:
            made = _made(gathered)
            if any(one.name and one.office for one in made.signers):
                return made
            found = made if made.signers and len(made.lines) > 1 and _is_one(gathered) else found
            gathered = None
    return found


def _read_down(lines: Sequence[str | None]) -> list[tuple[int, int, tuple[str, ...]]]:
    """The texts that stand in lines, with the places of those: rows of cells are read column by column."""
    read: list[tuple[int, int, tuple[str, ...]]] = []
    cells = [line.split(CELL_END) if line else [] for line in lines]
    at = 0
    while at < len(lines):
        end = at + 1
        while len(cells[at]) > 1 and end < len(lines) and len(cells[end]) == len(cells[at]):
            end += 1
        columns = tuple(" ".join(filter(None, column)) for column in zip(*cells[at:end], strict=True))
        if lines[at] is not None:
            read.append((at, end, columns or ("",)))
        at = end
    return read


def _tokens_of_each(texts: Sequence[str], *, after: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """The tokens of texts that stand side by side; empty if one of them holds anything else."""
    tokens: list[tuple[str, str]] = []
    for text in texts:
        more = tokens_of(text, after=[*after, *tokens])
        if not more:
            return []
        tokens += more
    return tokens


def also_of(text: str) -> str:
    """On whose behalf as well a letter says that it is written: "de minister van Zorg"; "" if it does not."""
    found = ALSO.search(text)
    return _offices(found["offices"]) if found else ""


def tokens_of(line: str, *, after: Sequence[tuple[str, str]] = ()) -> list[tuple[str, str]]:
    """The greeting, offices and names that a line is made of; empty if it holds anything else."""
    text = " ".join(line.split())
    if not text or len(text) > LONGEST or text[-1] in "?!":
        return []
    tokens: list[tuple[str, str]] = []
    start = BETWEEN.match(text)
    at = start.end() if start else 0
    while at < len(text):
        found = TOKEN.match(text, at)
        if found is None and (tokens or after):
            before = [*after, *tokens]
            greeted = before[0][0] == "greeting"
            found = (BODY_TOKEN.match(text, at) if greeted else None) or _function(text, at, before)
        if found is None:
            return []
        kind = found.lastgroup or ""
        tokens.append((kind, found[kind].strip(" ,")))
        between = BETWEEN.match(text, found.end())
        at = between.end() if between else found.end()
        if at < len(text) and text[at:] == ".":
            return []
    return tokens


def _function(text: str, at: int, before: Sequence[tuple[str, str]]) -> re.Match[str] | None:
    """What somebody is who signs on behalf of another, or without an office of state."""
    kinds = [kind for kind, _ in before]
    if kinds[-1] == "function" or not {"deputy", "greeting"}.intersection(kinds) or text[-1] == ".":
        return None
    below_name = kinds[-1] == "name" and CAPITAL_FUNCTION_TOKEN.match(text, at)
    return below_name or FUNCTION_TOKEN.match(text, at)


def _made(gathered: _Gathered) -> Signature:
    tokens = gathered.tokens
    signers = _signers(tokens)
    also = " en ".join(_offices(re.sub(rf"^{BEHALF}", "", words)) for kind, words in tokens if kind == "behalf")
    body = next((f"namens{_in_small_letters(words)[6:]}" for kind, words in tokens if kind == "body"), "")
    return Signature(lines=range(gathered.start, gathered.end), signers=signers, also=also, body=body)


def _signers(tokens: Sequence[tuple[str, str]]) -> tuple[Signer, ...]:
    """Names and offices, each name with the office that stands on the same side of it as for the first."""
    offices: list[Signer] = []
    names: list[str] = []
    done: list[Signer] = []
    deputy = False
    function = ""  # of the name that comes next
    for kind, words in tokens:
        if kind == "deputy":
            deputy = True
        elif kind == "office":
            office = office_in_a_sentence(words)
            if names:
                done.append(Signer(name=_in_small_letters(names.pop(0)), office=office))
            else:
                offices.append(Signer(office=office))
        elif kind == "name":
            if offices:
                done += (
                    [replace(one, name=_in_small_letters(words), deputy=True) for one in offices]
                    if deputy
                    else [replace(offices[0], name=_in_small_letters(words))]
                )
                offices = [] if deputy else offices[1:]
            elif function:
                done.append(Signer(name=_in_small_letters(words), office=function))
                function = ""
            else:
                names.append(words)
        elif kind == "function" and not deputy:
            function = re.sub(r"^(?:[Dd]e|[Hh]et) ", "", words)
            if names:
                done.append(Signer(name=_in_small_letters(names.pop(0)), office=function))
                function = ""
    return (*done, *offices, *(Signer(name=_in_small_letters(name)) for name in names))[:MOST_SIGNED]


def _is_one(gathered: _Gathered) -> bool:
    """Whether lines without a name beside an office are a signature still, and no row of headings."""
    return bool({"greeting", "office", "behalf"}.intersection(kind for kind, _ in gathered.tokens))


def _offices(words: str) -> str:
    """Offices as a sentence names them, each with its article."""
    parts = [part for part in re.split(r"(?:,? en|,) (?=(?i:de |het )?" + TITLE + ")", words) if part]
    return " en ".join(f"de {office_in_a_sentence(part)}" for part in parts)


def office_in_a_sentence(words: str) -> str:
    """An office as it is written in a sentence: "DE MINISTER VAN VERKEER" is "minister van Verkeer"."""
    words = _in_small_letters(re.sub(r"^(?i:de|het) ", "", " ".join(words.split()).strip(" ,:")))
    return OFFICES_IN_SMALL.sub(lambda office: office.group().lower(), words)


def _in_small_letters(words: str) -> str:
    """Words in capitals as they are written in a sentence: "A.B. VAN DER PROEF" is "A.B. van der Proef"."""
    if not CAPITALS.fullmatch(words):
        return words
    return " ".join(_small(word) for word in words.split())


def _small(word: str) -> str:
    if word.strip(",") in SMALL_WORDS:
        return word.lower()
    return re.sub(r"[^\W\d_]+", lambda part: part.group().capitalize(), word)
