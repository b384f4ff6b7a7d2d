"""How dates, papers and weights are called in Dutch, alike on the page and in the terminal."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from textwrap import shorten

from assistant.answer import Answer, Citation, Standing, Wording
from assistant.briefing.deadlines import Deadline
from assistant.desk.proofs import Broken, Why
from ingest.document import Document, Kind, Role
from ingest.kinds import SORTS
from ingest.official_numbers import KAMERSTUK_IDENTIFIER, MONTHS, written

_DAY = re.compile(r"\b\d{4}-\d{2}-\d{2}\b")
_MONTH = re.compile(r"\b(\d{4})-(\d{2})\b")
_PART = re.compile(r"\b(\d{4})-([QH]\d)\b")
_PARTS = {
    "Q1": "eerste kwartaal", "Q2": "tweede kwartaal", "Q3": "derde kwartaal", "Q4": "vierde kwartaal",
    "H1": "eerste helft", "H2": "tweede helft",
}  # fmt: skip

_FILE = re.compile(r" \(bestand [^()]*(?:\([^()]*\)[^()]*)*\)")
LONGEST_PLACE = 60  # characters of a place in a short line; headings may be whole sentences
_SHORTER = (
    (re.compile(r"^Aanhangsel Handelingen I{1,2} "), "Aanhangsel "),
    (re.compile(r"^Kamerstukken I{1,2} \d{4}/\d{2,4}, "), "Kamerstuk "),
    (re.compile(r"^Handelingen I{1,2} "), "Handelingen "),
    (re.compile(r'^[^"]+ "(.+?)", (?:\d{1,2} \w+ \d{4}|datum onbekend)'), r"\1"),  # of a title the day comes behind it
)

_STANDINGS = {
    Standing.GELDEND_RECHT: "geldend recht volgens het stuk",
    Standing.WETSVOORSTEL: "wetsvoorstel, nog geen wet",
    Standing.VOORNEMEN: "voornemen, nog niet besloten",
    Standing.TOEZEGGING: "toezegging",
    Standing.ONDERZOEK: "uitkomst van onderzoek",
    Standing.AMBTELIJK_ADVIES: "ambtelijk advies, geen standpunt van de minister",
    Standing.VRAAG: "vraag of inbreng, geen antwoord van de minister",
    Standing.ONBEKEND: "",
}

_WORDINGS = {
    Wording.QUOTES: "",
    Wording.MODEL: "Een taalmodel ({model}) las de stukken en schreef dit antwoord. Elke zin is nagekeken met de bron "
    "die erachter staat; wat niet klopte, is weggelaten of vervangen door het citaat.",
    Wording.WITHHELD: "In uw vraag staat zo te zien iets persoonlijks. Daarom is hij niet naar het taalmodel gestuurd; "
    "dit antwoord bestaat uit citaten.",
    Wording.LEANING: "Deze vraag bouwt voort op een vraag die u zonder taalmodel stelde. Daarom is ook deze niet naar "
    "het taalmodel gestuurd; dit antwoord bestaat uit citaten.",
    Wording.FAILED: "Het taalmodel gaf geen antwoord. Dit antwoord bestaat uit citaten.",
    Wording.REJECTED: "Wat het taalmodel schreef, klopte niet genoeg met de bronnen. Dit antwoord bestaat uit citaten.",
}

_FAULTS = {
    Why.GONE: "dit stuk is er niet meer",
    Why.SUPERSEDED: "er is een nieuwere versie van dit stuk",
    Why.REWRITTEN: "de tekst van dit stuk is veranderd, en het citaat staat er niet meer in",
    Why.REISSUED: "dit stuk is een ander bestand dan toen; het citaat staat er nog in",
}
SEARCHING = "Ik zoek in de stukken…"
NOTHING_BESIDE = "In de brief is geen passage gevonden die hierbij hoort."
_READ_IN_VAIN = "Een taalmodel ({model}) las de stukken die het dichtst bij uw vraag komen en vond het antwoord niet."

_ROLES = {
    Role.BEWINDSPERSOON: "bewindspersoon",
    Role.KAMERLID: "Kamerlid",
    Role.FRACTIE: "fractie",
    Role.AMBTELIJK: "ambtenaren van het ministerie",
    Role.REDACTIE: "onze eigen samenvatting",  # its citation says to read the paper itself
    Role.ONBEKEND: "",
}


def coupled(*, certain: bool) -> str:
    """Why an advice stands beside a letter."""
    return "De stukken verwijzen naar elkaar." if certain else "Gekoppeld op onderwerp en datum: ga dit zelf na."


def day(moment: date | None) -> str:
    """A date in words: "30 maart 2023"; "datum onbekend" for None."""
    return written(moment) if moment else "datum onbekend"


def changed(moment: datetime) -> str:
    """When the papers last changed: "De stukken zijn bijgewerkt op 30 maart 2023 om 9.05 uur."."""
    return f"De stukken zijn bijgewerkt op {day(moment.date())} om {moment.hour}.{moment.minute:02} uur."


def kind(paper: Kind) -> str:
    """What a sort of paper is called."""
    return SORTS[paper].one


def role(speaking: Role) -> str:
    """What a capacity is called; "" if it is not known."""
    return _ROLES[speaking]


def number(identifier: str) -> str:
    """An official number as the Kamer writes it: "Kamerstuk 31 521, nr. 125"."""
    found = KAMERSTUK_IDENTIFIER.fullmatch(identifier)
    if found is None:
        return identifier
    dossier, chapter, last = found.groups()
    return f"Kamerstuk {dossier[:2]} {dossier[2:]}{f' {chapter}' if chapter else ''}, nr. {last}"


def deadline(given: Deadline | None) -> str:
    """Until when, in the paper's own words and as it is meant: "„voor de zomer” (zomer 2023)"."""
    if given is None:
        return "niet genoemd"
    if not given.value:
        return f"„{given.words}”"
    meant = moment(given.value)
    return f"„{given.words}”" if meant.casefold() in given.words.casefold() else f"„{given.words}” ({meant})"


def moment(value: str) -> str:
    """The normal form of a time in words: "eind 2023-03" is "eind maart 2023"."""
    named = _DAY.sub(lambda found: day(date.fromisoformat(found[0])), value)
    named = _MONTH.sub(lambda found: f"{MONTHS[int(found[2]) - 1]} {found[1]}", named)
    return _PART.sub(lambda found: f"{_PARTS[found[2]]} {found[1]}", named).replace("/", " tot en met ")


def details(citation: Citation) -> list[str]:
    """What a reader must know to weigh a quote: date, whose words, with what standing."""
    speaker = citation.speaker.name or _ROLES[citation.speaker.role]
    return [part for part in (day(citation.date), speaker, _STANDINGS[citation.standing]) if part]


def official(citation: str) -> str:
    """A citation as it is copied: in its official form, without the name of a file, which says nothing to others."""
    return _FILE.sub("", citation)


def source_line(citation: Citation) -> str:
    """Where a quote stands, in one short line: "Aanhangsel 2022/23, nr. 2038, antwoord 5"."""
    named = official(citation.citation)
    for long, short in _SHORTER:
        named = long.sub(short, named, count=1)
    whole, place = (named.removesuffix(citation.place).rstrip(", "), citation.place) if citation.place else (named, "")
    return ", ".join(part for part in (whole, shorten(place, LONGEST_PLACE, placeholder=" …")) if part)


def worded_by(answer: Answer) -> str:
    """What to know of who put an answer into words; "" if it is made of quotes because no language model is set."""
    if answer.wording is Wording.MODEL and answer.refused:
        return _READ_IN_VAIN.format(model=answer.model)
    return _WORDINGS[answer.wording].format(model=answer.model)


def replayed(counts: Mapping[str, int]) -> str:
    """How many exchanges with a language model were found in a recording, and how."""
    return (
        f"Uit de opname: {counts.get('prompt', 0)} keer dezelfde opdracht, {counts.get('question', 0)} keer dezelfde "
        f"vraag met andere zinnen; {counts.get('missing', 0)} keer niets (dan geldt het antwoord zonder taalmodel)."
    )


def fault(one: Broken) -> str:
    """What became of a source of an earlier answer."""
    newer = f" ({number(one.newer)})" if one.newer else ""
    return f"{one.proof.citation}: {_FAULTS[one.why]}{newer}"


def counted(number: int, one: str, many: str) -> str:
    """A number with its noun: "1 bron", "2 bronnen"."""
    return f"{number} {one if number == 1 else many}"


def listed(things: Sequence[str]) -> str:
    """Things in a row: "een naam, een adres en een BSN"."""
    *others, last = things
    return f"{', '.join(others)} en {last}" if others else last


def newest(documents: Iterable[Document]) -> str:
    """Up to which day the papers go, in a sentence that can stand under any answer."""
    days = [paper.date for paper in documents if paper.date]
    known = (
        f"Het nieuwste stuk dat ik ken, is van {day(max(days))}."
        if days
        else "De stukken die ik ken, hebben geen datum."
    )
    return f"{known} Nieuwer beleid ken ik niet."


def per_kind(documents: Iterable[Document]) -> str:
    """How many papers of each sort there are, most first: "4 Kamerbrieven, 1 beslisnota"."""
    counts = Counter(document.kind for document in documents)
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return ", ".join(counted(number, SORTS[paper].one, SORTS[paper].many) for paper, number in ordered)


def coverage(documents: Iterable[Document]) -> str:
    """Which time the papers span, in a sentence."""
    papers = list(documents)
    dates = sorted(paper.date for paper in papers if paper.date)
    known = f"Ik ken {counted(len(papers), 'stuk', 'stukken')}"
    if not dates:
        return f"{known}, zonder datum in de tekst. Nieuwer beleid ken ik niet."
    undated = len(papers) - len(dates)
    rest = f" ({counted(undated, 'stuk heeft', 'stukken hebben')} geen datum)" if undated else ""
    if dates[0] == dates[-1]:
        return f"{known}, van {day(dates[0])}{rest}. Nieuwer beleid ken ik niet."
    return f"{known}, van {day(dates[0])} tot en met {day(dates[-1])}{rest}. Nieuwer beleid ken ik niet."


def searched(known: Sequence[Document], quoted: Sequence[Document]) -> str:
    """In how many papers was looked, from when to when, and how many of them are quoted."""
    told = (
        coverage(known)
        .removeprefix("Ik ken ")
        .replace(". Nieuwer beleid", f"; aangehaald: {len(quoted)}. Nieuwer beleid")
    )
    return f"Doorzocht: {told}"


def state_of(answer: Answer, today: date) -> str:
    """Up to which date the answer goes, with a warning when that is over a year ago; "" without sources."""
    if not answer.citations:
        return ""
    if answer.as_of is None:
        return "De bronnen noemen geen datum. Let op: dit kan veranderd zijn."
    warning = " Let op: dit kan veranderd zijn." if _over_a_year(answer.as_of, today) else ""
    return f"Stand van {day(answer.as_of)}.{warning}"


def _over_a_year(moment: date, today: date) -> bool:
    return (today.year - moment.year, today.month, today.day) > (1, moment.month, moment.day)
