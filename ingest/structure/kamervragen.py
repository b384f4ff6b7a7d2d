"""What the head of a paper says about Kamervragen: who asked whom, about what, when, and who answered."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date

from ingest.document import Asker, Kamervragen, Reply
from ingest.official_numbers import vergaderjaar
from ingest.references import references
from ingest.sentences import split
from ingest.structure import particulars
from ingest.structure.addressing import date_of
from ingest.structure.parts import DATE, found_date

IDENTIFIER = re.compile(r"\bah-(tk|ek)-(\d{4})(\d{4})-(\d+)\b")
YEARS = re.compile(
    r"(?:Tweede|Eerste) Kamer, vergaderjaar (\d{4})\s*[–-]\s*(\d{4}), Aanhangsel"
    r"|Vergaderjaar (\d{4})\s*[–-]\s*(\d{4})\s+Aanhangsel"
)
KV_IDENTIFIER = re.compile(r"\bkv-(?:tk|ek)-\d{4}Z\d{5}\b")
NUMBER = re.compile(r"(?:[Nn]r\. ?)?(\d{1,4})")
NUMBER_OF_AANHANGSEL = re.compile(r"AH (\d{1,4})")  # before it is printed: a number only within its year
BELOW_TITLE = re.compile(r"gegeven\s+antwoorden\s+(?:[Nn]r\.\s*)?(\d{1,4})\s")
STANDING_TITLE = re.compile(r"Vragen gesteld door de leden der Kamer")
WHO = r"(?:het (?:Eerste |Tweede )?(?:Kamer)?lid|de (?:Eerste |Tweede )?(?:Kamer)?leden) (?!der Kamer)"
OFFICE = r"(?:[Mm]inister-[Pp]resident|[Mm]inisters?|[Ss]taatssecretaris(?:sen)?)"
ASKED = re.compile(rf"[Vv]ragen van (?={WHO})")
ABOUT = re.compile(r",? (?:over|inzake|betreffende|met betrekking tot|naar aanleiding van) ")
TO = re.compile(r",? aan (?=(?:de|het) )")
SENT_OFF = re.compile(r"\.?\s*(?:\((?:[^(),]{1,60}, ?)?|, )[Ii]ngezonden\b")
NUMBERED_AS = re.compile(r"\s*\((?:[^()\d]{1,40} )?20\d\d ?Z ?\d{5}\)\.?$")  # "(kenmerk 2025Z12345)" behind a subject
ANSWERED = re.compile(rf"(?P<reply>Antwoord(?:en)?|Mededeling) van (?=(?:de )?{OFFICE}\b)")
TAKEN_IN = re.compile(r"\.?\s*\((?:[Oo]ntvangen|[Vv]erzonden)\b")
IN_LETTER = re.compile(rf"[Aa]ntwoord(?:en)? van (?=(?:de )?{OFFICE} )")
ON_QUESTIONS = re.compile(r",? op (?:de )?(?:schriftelijke )?(?:[Kk]amer)?vragen")
COMMITTEE = re.compile(r"\b[Dd]e (?=(?:vaste |algemene |tijdelijke )?commissies? voor )")
PUT_FORWARD = re.compile(r"(?:, belast met [^,]{5,150},)? (?:heeft|hebben)\b")
PUT_TO = re.compile(r"\b(?:voorgelegd )?aan (?=(?:de|het) )")
PUT_LATER = re.compile(rf"[Dd]e vragen zijn op {DATE} (?:voorgelegd|toegezonden) aan (?=(?:de|het) )")
APOSTROPHE = re.compile(r"(?<=\w)[’'](?=\w)|(?<!\w)[’'](?=[st]\b)")  # "foto’s", "’s avonds"
QUOTED = re.compile(r"«[^»]*»|[„“”][^“”]*[“”]|[‘’][^’]*’|\"[^\"]*\"|'[^']*'")
QUOTE = re.compile(r"[«»„“”‘’\"']")
SENTENCE_STOP = re.compile(r"(?<!\bnr)(?<!\bnrs)\.(?= [A-Z]|$)")
ANSWERED_ON = rf"(?:beantwoord bij|[Bb]ij) brief van {DATE}(?! (?:over|inzake))"
RECEIVED = rf"\((?:[Oo]ntvangen|[Vv]erzonden)(?: op)? {DATE}\)"
SEE_ALSO = re.compile(rf"{RECEIVED}\.?\s*Zie ook(?P<papers>.{{5,200}}?)(?:\.(?= [A-Z])|$)")
SENT = rf"[Ii]ngezonden(?: op| d\.d\.)? {DATE}"
# How a ministry's letter says when and under which number the questions came.
SENT_IN = re.compile(
    rf"(?:\b[Uu]w (?:brief|vragen)(?: van| d\.d\.)?|\b[Vv]ragen (?:van|d\.d\.)"
    r"|\b(?:gesteld|ingediend|ingezonden|toegezonden|ontvangen)(?: op| d\.d\.| bij brief van| van)?"
    rf"|\b20\d\dZ\d{{5}}\)?,?(?: van| d\.d\.| en datum)?):? (?:\w+dag )?{DATE}"
    rf"|\b[Oo]p {DATE.replace('<', '<op_')} (?:heeft|hebben|zijn|stelden?)\b[^.]{{0,160}}\b(?:[Vv]ragen|gesteld)\b"
)
NUMBER_SENT_IN = re.compile(r"\b20\d\d ?Z ?\d{5}\b")
NUMBER_BESIDE_DAY = re.compile(r"\((?:[^()]{1,60}, )?[Ii]ngezonden [^()]{1,60}?\b(20\d\d ?Z ?\d{5})\)")
ANSWERING = re.compile(r"[Aa]ntwoord|[Bb]eantwoord")
HEADS_SET = re.compile(r"(?:De )?(?:Antwoord(?:en)?|Beantwoording|(?:Schriftelijke |Kamer)?[Vv]ragen)\b")
LONGEST = 900  # characters of those who answered
GROUP = re.compile(r"(?P<names>[^()]+?) ?\((?P<party>[^()]{1,60})\)")
ALL_OF = re.compile(r"(?:allen|beiden|alle|beide)(?: van)? ", re.IGNORECASE)
BEHALF = re.compile(r",? ?(?:en )?mede namens ")
NEXT_OFFICE = re.compile(rf"(?:,| en|, en)? (?:de |het )?(?={OFFICE}\b(?! van Algemene Zaken))")
NEXT_DEPARTMENT = re.compile(r"(?:,| en|, en) (?=(?:van|voor) [A-Z])")
BARE_OFFICE = re.compile(r"[Mm]inister|[Ss]taatssecretaris")
PLURAL = re.compile(r"^([Mm]inister)s\b|^([Ss]taatssecretaris)sen\b")


def head_of(text: str, units: Iterable[str]) -> Kamervragen | None:
    """What a paper says of the questions it answers, None if it says nothing.

    Args:
        text: The head of the paper, its lines joined by spaces.
        units: The lines of the head, in which a letter names its subject.
    """
    lines = [*units]
    asked = _published(text) if is_published(text) else _in_line(lines)
    listed = None if asked else _of_committee(text)
    reply, who, behalf = _answered(text)
    if not (asked or listed or who):
        return None
    asker, to, subject = asked or listed or ("", "", "")
    alone = [*filter(NUMBER_SENT_IN.fullmatch, lines)]  # several are of questions that are answered together
    return Kamervragen(
        askers=askers_in(asker),
        addressees=offices_in(to) or tuple(filter(None, [re.sub(r"^(?:de|het) ", "", to.strip())])),
        subject=NUMBERED_AS.sub("", subject).rstrip(" ."),
        # Further down the date of other questions may stand.
        sent_as=_number_of(text) or (alone[0].replace(" ", "") if len(alone) == 1 else ""),
        sent=found_date(SENT, " ".join(lines)) or (found_date(SENT, text) if is_published(text) else None),
        received=found_date(ANSWERED_ON, text) if listed else found_date(RECEIVED, text),
        reply=reply,
        answered_by=who,
        on_behalf_of=behalf,
        see_also=_see_also(text),
    )


def _number_of(text: str) -> str:
    """The number that an Aanhangsel gives beside the day on which its questions came."""
    found = NUMBER_BESIDE_DAY.search(text)
    return found[1].replace(" ", "") if found else ""


def sent_in(text: str) -> date | None:
    """When the questions came that a ministry's letter answers: "uw brief van 3 mei 2023"; None if it does not say."""
    found = SENT_IN.search(text)
    return date_of(found.group()) if found else None


def number_sent_in(raw: str) -> str:
    """The number under which the questions were sent in, as a ministry's letter refers to it: "2023Z05053"."""
    found = NUMBER_SENT_IN.search(raw)
    return found.group().replace(" ", "") if found else ""


def questions_identifier(raw: str) -> str:
    """The identifier of questions that wait for an answer, if it is printed: "kv-tk-2023Z05053"."""
    found = KV_IDENTIFIER.search(raw)
    return found.group() if found else ""


def _published(text: str) -> tuple[str, str, str] | None:
    """Who asked, whom, and about what, as an Aanhangsel says it; all the words up to "(ingezonden".

    A title above it may name some who asked too, but not whom; it has no day of its own.
    """
    start = ASKED.search(text)
    end = SENT_OFF.search(text, start.end()) if start else None
    if start is None or end is None:
        return None
    first = _parted(text[start.end() : end.start()])
    if first is None or first[1]:
        return first
    who = _surnames(first[0])
    below = (_parted(text[one.end() : end.start()]) for one in ASKED.finditer(text, start.end(), end.start()))
    return next((one for one in below if one and one[1] and _surnames(one[0]) >= who), first)


def _surnames(askers: str) -> set[str]:
    """The last words of the names of those who asked, by which a title and the head below it name the same."""
    return {asker.name.split()[-1].lower() for asker in askers_in(askers)}


def _end_of_sentence(text: str, at: int) -> int:
    """Where the sentence around a place ends; the stop of a title in it that is still open ends none."""
    ends = (end for _, end in split(text) if end > at and text[end - 1] == ".")
    return next((end for end in ends if not _is_open(text[at:end])), len(text))


def _is_open(text: str) -> bool:
    """Whether a title in a text was opened and not closed."""
    return QUOTE.search(QUOTED.sub("", APOSTROPHE.sub("", text))) is not None


def _in_line(units: Iterable[str]) -> tuple[str, str, str] | None:
    """The same out of the subject of a letter or the heading of its annex; of several, the one that says whom."""
    found: tuple[str, str, str] | None = None
    for unit in units:
        if start := ASKED.search(unit):
            end = SENT_OFF.search(unit, start.end())
            said = _parted(unit[start.end() : end.start() if end else _end_of_sentence(unit, start.end())])
            found = found or said
            if found is None or found[1]:
                return found
            if said and said[1] and said[0] == found[0]:
                return found[0], said[1], found[2]
    return found


def _parted(words: str) -> tuple[str, str, str] | None:
    about = ABOUT.search(words)
    if about is None:
        return None
    people = words[: about.start()]
    to = TO.search(people)
    asker, addressee = (people[: to.start()], people[to.end() :]) if to else (people, "")
    return asker, addressee, words[about.end() :]


def _of_committee(text: str) -> tuple[str, str, str] | None:
    """The same out of the opening of a list of questions and answers."""
    start = COMMITTEE.search(text)
    put = PUT_FORWARD.search(text, start.end(), start.end() + 400) if start else None
    if start is None or put is None:
        return None
    stop = SENTENCE_STOP.search(text, put.end())
    words = text[put.end() : stop.start() if stop else len(text)]
    asker = text[start.end() : put.start()]
    to = PUT_TO.search(words)
    about = ABOUT.search(words, to.end()) if to else None
    if to and about:
        return asker, words[to.end() : about.start()], words[about.end() :]
    # "… heeft de eer verslag uit te brengen … De vragen zijn op 3 mei 2023 voorgelegd aan de Minister van …."
    later = PUT_LATER.search(text, put.end())
    end = SENTENCE_STOP.search(text, later.end()) if later else None
    return (asker, text[later.end() : end.start()], "") if later and end else None


def _answered(text: str) -> tuple[Reply | None, tuple[str, ...], tuple[str, ...]]:
    """What came back, from whom, and on behalf of whom."""
    start = ANSWERED.search(text)
    end = TAKEN_IN.search(text, start.end()) if start else None
    if start is None or end is None:
        start = IN_LETTER.search(text)
        end = ON_QUESTIONS.search(text, start.end()) if start else None
    if start is None or end is None or end.start() - start.end() > LONGEST:
        return None, (), ()
    who, *behalf = BEHALF.split(text[start.end() : end.start()])
    reply = Reply.MEDEDELING if start.group().startswith("Mededeling") else Reply.ANTWOORD
    return reply, offices_in(who), tuple(office for part in behalf for office in offices_in(part))


def is_answering(text: str) -> bool:
    """Whether a line says that questions of members are answered: "Antwoord op schriftelijke vragen van het lid …"."""
    start = ASKED.search(text)
    return bool(start and ANSWERING.search(text, max(0, start.start() - LONGEST), start.start()))


def is_published(text: str) -> bool:
    """Whether the head of a paper is that of an Aanhangsel: who asked, who answered, and when the Kamer received it."""
    start = ANSWERED.search(text)
    end = TAKEN_IN.search(text, start.end()) if start else None
    return bool(start and end and end.start() - start.end() < LONGEST and ASKED.search(text))


def askers_in(text: str) -> tuple[Asker, ...]:
    """Who asked, each with the party: "de leden Van Dam en Bos (beiden ABC)"."""
    text = re.sub(rf"^{WHO}", "", text)
    if text.startswith(("vaste", "algemene", "tijdelijke", "commissie")):
        return (Asker(name=text.rstrip("0123456789")),)  # without the mark of a footnote
    found: list[Asker] = []
    end = 0
    for group in GROUP.finditer(text):
        party = ALL_OF.sub("", group["party"]).strip()
        found += [Asker(name=name, party=party) for name in _names(group["names"])]
        end = group.end()
    return (*found, *(Asker(name=name) for name in _names(text[end:])))


def people(askers: Sequence[Asker]) -> str:
    """Those who asked, as papers name them: "de leden Bos (ABC) en Kaai (XYZ)"."""
    if not askers:
        return ""
    names = [f"{asker.name} ({asker.party})" if asker.party else asker.name for asker in askers]
    if "commissie" in askers[0].name:
        return f"de {names[0]}"
    if len(names) > 1 and askers[0].party and len({asker.party for asker in askers}) == 1:
        together = f"({'beiden' if len(names) == 2 else 'allen'} {askers[0].party})"
        names = [*(asker.name for asker in askers[:-1]), f"{askers[-1].name} {together}"]
    joined = " en ".join(part for part in (", ".join(names[:-1]), names[-1]) if part)
    return f"{'de leden' if len(names) > 1 else 'het lid'} {joined}"


def who_asks(line: str) -> str:
    """Who asked, in the heading above a set of questions; "" if it is none."""
    found = _in_line([line]) if HEADS_SET.match(line) else None
    return people(askers_in(found[0])) if found else ""


def _names(text: str) -> list[str]:
    parts = re.split(r", en |, | en | & ", text.strip(" ,"))
    return [name for part in parts if (name := re.sub(r"^(?:en |van |het lid |de leden )+(?=[A-Z])", "", part.strip()))]


def offices_in(text: str) -> tuple[str, ...]:
    """The offices that a text names, one by one: "de Ministers van A en voor B" are two."""
    found: list[str] = []
    for part in NEXT_OFFICE.split(" " + text):
        if not re.match(OFFICE, part):
            continue
        first, *more = NEXT_DEPARTMENT.split(part.strip(" ,."))
        if more:  # "de Ministers van A en B" stay as they are: which words belong together is not certain
            first = PLURAL.sub(lambda plural: plural.group(1) or plural.group(2), first)
        title = first.split(" ", 1)[0]
        found += [first, *(f"{title} {department}" for department in more)]
    return tuple(office[:1].upper() + office[1:] for office in _with_departments(found))


def _with_departments(offices: list[str]) -> list[str]:
    """The same, where "de Staatssecretaris en de Minister van Water" are both of that department."""
    shared = [*offices]
    for index in range(len(offices) - 2, -1, -1):
        following = shared[index + 1].partition(" ")[2]
        if BARE_OFFICE.fullmatch(shared[index]) and following:
            shared[index] = f"{shared[index]} {following}"
    return shared


def number_and_years(raw: str, units: Iterable[str], received: date | None) -> tuple[str, str, tuple[int, int] | None]:
    """House ("tk" or "ek"), number and session year of an Aanhangsel; "" and None where the paper does not say."""
    if found := IDENTIFIER.search(particulars.identifier_in(raw)) or IDENTIFIER.search(raw):
        return found.group(1), found.group(4), (int(found.group(2)), int(found.group(3)))
    house = "ek" if re.search(r"Eerste Kamer(?: der Staten-Generaal|, vergaderjaar)", raw[:3000]) else "tk"
    lines = [*units]
    title = next((index for index, line in enumerate(lines) if STANDING_TITLE.search(line)), -1)
    # The "2" of the Tweede Kamer stands above the title, the number of the paper below it.
    numbers = filter(None, (NUMBER.fullmatch(line) for line in lines[title + 1 :]))
    number = next((one.group(1) for one in numbers if len(one.group()) > 1 or title >= 0), "")
    if not number and (below := BELOW_TITLE.search(raw[:3000])):
        number = below.group(1)
    unprinted = None if number else next(filter(None, map(NUMBER_OF_AANHANGSEL.fullmatch, lines)), None)
    # Without the print, whose foot bears the year, another paper may be cited with its year.
    stated = next(filter(None, map(YEARS.match, lines)), None) if unprinted else YEARS.search(raw)
    years: tuple[int, int] | None = vergaderjaar(received) if received else None
    if stated:
        first, last = (int(year) for year in stated.groups() if year)
        years = first, last
    return house, unprinted[1] if unprinted and years else number, years


def _see_also(text: str) -> tuple[str, ...]:
    """The papers that the line under the head refers to: "(ontvangen …). Zie ook Aanhangsel Handelingen …"."""
    found = SEE_ALSO.search(text)
    return tuple(dict.fromkeys(one.identifier for one in references(found["papers"]))) if found else ()
