"""How papers refer to each other: official numbers in all their spellings.

Identifiers are as zoek.officielebekendmakingen.nl builds them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from ingest.document import Reference, ReferenceKind
from ingest.flattened import flattened, pattern
from ingest.laws import laws
from ingest.official_numbers import MONTHS

LONGEST_RANGE = 30  # papers in "nrs. 3 t/m 9"; a longer stretch is no list of papers


YEAR = r"(?P<year>(?:19|20)\d{2}) ?[/-] ?(?:(?:19|20)\d{2}|\d{2})(?!\d)"
OF_YEAR = rf"(?:(?:vergader|zittings)jaar |in het vergaderjaar )?{YEAR}"
NR = r"(?:[Nn][Rr][Ss]?\b\.?|[Nn]ummers?\b|[Nn]o\.)"
HOUSE = r"(?P<house>I{1,2}|ll|TK|EK)"
PAGES = r"(?P<pages>(?:p{1,2}|blz|pag)\b\.? ?\d{1,5}(?: ?- ?\d{1,5})?|pagina(?:[’']?s)? \d{1,5}(?: ?- ?\d{1,5})?)"
ITEM = r"(?P<item>item \d{1,3})"
ANSWER = r"(?P<answer>(?:antwoord|vraag) \d{1,3}(?!\d))"
PART = pattern(rf"(?: ?, ?| )(?=item|p|blz|antwoord|vraag)(?:{ITEM})?(?:(?: ?, ?)?{PAGES})?(?:(?: ?, ?)?{ANSWER})?")
CHAPTER = r"(?:[ -]?(?P<chapter>[IVXLCDM]+|[A-F](?=,)|\(R ?\d{4}\)|\(?R\d{4}\)?)(?![\w.]))?"
# "21 501-32": a dossier of the councils of the European Union has parts.
SUBNUMBER = r"(?:-(?P<sub>\d{2})(?=-\d| ?,? ?[Nn]rs?\b| ?, ?(?:letter )?[A-Z]{1,2}(?!\w)))?"
DOSSIERS = re.compile(r"([1-4]\d)[ .]?(\d{3})(?:[ -]?([IVXLCDM]+)(?!\w))?")
NAMED = (
    r"(?:[Kk]amerstuk(?:ken|nummers?|nr\.?)?|[Kk]st\.?|TK|EK|(?:Tweede|Eerste) Kamer|[Dd]ossier|[Ww]etsvoorstel)"
    rf"(?: ?,? (?:{HOUSE}\b))?(?: ?,? {OF_YEAR})?"
)
FIRST = r"(?P<number>\d{1,4}(?![\d.]*\d{3})|[A-Z]{1,3})(?!\w)"
LETTER = r"(?P<letter>[A-Z]{1,2})(?=[\s,.;:)\]»”]|$)"
DOSSIER = r"(?<![\d.,-])(?P<dossier>[1-4]\d[ .]?\d{3})(?!\d)"
KAMERSTUK = pattern(
    rf"(?:(?<!\w)(?P<named>{NAMED}) ?[,:;]? ?)?{DOSSIER}{SUBNUMBER}{CHAPTER}"
    r"(?P<others>(?: ?(?:,|en|/) ?[1-4]\d[ .]?\d{3}(?:[ -]?[IVXLCDM]+(?!\w))?)*)"
    rf"(?: ?,?(?: respectievelijk)? ?\(?{NR} ?{FIRST}|[-/](?P<dashed>\d{{1,4}}|[A-Z]{{1,2}})(?![\w-])"
    rf"| ?, ?(?:letter )?{LETTER}| ?, ?(?P<plain>\d{{1,4}})(?![\w.,-]*\d))?"
)
MORE = pattern(
    rf" ?(?P<join>,? ?(?:en|of|resp\.?|respectievelijk|alsmede)|,|t/m|tot en met|-|/) ?(?:{NR} ?)?"
    r"(?P<number>\d{1,4}|[A-Z]{1,2})(?![\w/]|[ .]\d{3}\b|-\d|,\d)"
)
AANHANGSEL = pattern(
    r"\b(?:[Aa]anhangsel(?:s)?(?: (?:van de|der|bij de))?(?: Handelingen)?|Aanh\. ?(?:Hand\.|Handelingen))"
    rf"(?: {HOUSE}\b| (?:der )?(?:Tweede|Eerste) Kamer)?"
    rf"(?: ?,? ?\(?{OF_YEAR}\)? ?,? ?(?:{NR} ?)?(?P<number>\d{{1,4}})(?![\d/])"
    rf"| ?,? {NR} ?(?P<before>\d{{1,4}}) ?,? ?\(?{OF_YEAR.replace('year', 'after')}\)?)"
)
# Without "nr." the figure behind "Tweede Kamer, vergaderjaar 2022-2023, Aanhangsel" is a page.
AANHANGSEL_LAST = pattern(
    rf"\bHandelingen ?(?:{HOUSE}\b)? ?,? {OF_YEAR} ?,? ?[Aa]anhangsel ?,? ?{NR} ?(?P<number>\d{{1,4}})\b"
)
HANDELINGEN = pattern(
    rf"\bHand(?:elingen|\.) ?(?:{HOUSE}\b)? ?,? ?(?:Tweede Kamer |Eerste Kamer )?,? ?{OF_YEAR}"
    rf"(?: ?, ?(?:{NR} ?)?(?P<number>\d{{1,3}})(?!\d))?(?: ?, ?{ITEM})?(?: ?, ?{PAGES})?"
)
GAZETTES = {"stcrt": ReferenceKind.STAATSCOURANT, "stb": ReferenceKind.STAATSBLAD, "trb": ReferenceKind.TRACTATENBLAD}
GAZETTE = pattern(
    r"\b(?P<paper>Staatsblad|Stb\b\.?|Staats?courant|Stc(?:r)?t\b\.?|Tractatenblad|Trb\b\.?) ?,? "
    rf"(?:van \d{{1,2}} (?:{'|'.join(MONTHS)}) )?(?:jaargang )?"
    rf"(?P<year>(?:18|19|20)\d{{2}}) ?,? ?(?:{NR} ?)?(?P<number>\d{{1,6}})(?![\d-])"
)
DIRECT = {
    ReferenceKind.KAMERSTUK: re.compile(
        r"(?<![\w-])kst-\d{5}(?:-\d{2}(?=-\d))?(?:-(?:[IVXLCDM]+|[A-M](?=-)))?-(?:\d+|[A-Z]{1,3})(?!\w)"
    ),
    ReferenceKind.AANHANGSEL: re.compile(r"(?<![\w-])ah-[te]k-\d{8}-\d+(?!\w)"),
    ReferenceKind.HANDELINGEN: re.compile(r"(?<![\w-])h-[te]k-\d{8}-\d+(?:-\d+)?(?!\w)"),
    ReferenceKind.KAMERVRAGEN: re.compile(r"(?<![\w-])(?:kv-[te]k-)?(?:19|20)\d{2}Z\d{5}(?!\w)"),
    ReferenceKind.DOCUMENT: re.compile(r"(?<![\w-])(?:nds-[te]k-)?(?:19|20)\d{2}D\d{5}(?!\w)"),
    ReferenceKind.BIJLAGE: re.compile(r"(?<![\w-])blg-\d{4,8}(?!\w)"),
    ReferenceKind.STAATSBLAD: re.compile(r"(?<![\w-])stb-\d{4}-\d+(?!\w)"),
    ReferenceKind.STAATSCOURANT: re.compile(r"(?<![\w-])stcrt-\d{4}-\d+(?!\w)"),
    ReferenceKind.WET: re.compile(r"(?<![\w-])BWB[RVW]\d{7}(?!\w)"),
}


def references(text: str) -> list[Reference]:
    """The papers and laws that a text names by number or title, in order; no two overlap in part."""
    flat = flattened(text)
    candidates = [*_direct(flat), *_aanhangsels(flat), *_handelingen(flat), *_gazettes(flat), *_kamerstukken(flat)]
    candidates += laws(flat)
    found: list[Reference] = []
    for reference in sorted(candidates, key=lambda each: (each.start, -each.end)):
        # The papers of "nrs. 3 t/m 6" share the words "t/m 6".
        same = bool(found) and _shares_words(reference, found[-1])
        if not found or same or reference.start >= found[-1].end:
            found.append(replace(reference, text=text[reference.start : reference.end]))
    return found


def _shares_words(reference: Reference, other: Reference) -> bool:
    same_span = (reference.start, reference.end) == (other.start, other.end)
    return same_span and reference.kind is other.kind and reference.identifier != other.identifier


def _reference(
    kind: ReferenceKind, identifier: str, match: re.Match[str], span: tuple[int, int] | None = None
) -> Reference:
    """A reference with the page, item or answer that follows it."""
    start, end = span or match.span()
    part = PART.match(match.string, end)
    return Reference(
        kind=kind,
        identifier=identifier,
        text="",
        start=start,
        end=part.end() if part and _part(part) else end,
        part=_part(part) if part else "",
    )


def _part(match: re.Match[str]) -> str:
    fields = match.groupdict()
    pages = fields["pages"] and re.sub(r"^\D+", "p. ", fields["pages"]).replace(" - ", "-")
    return ", ".join(re.sub(r" +", " ", part) for part in (fields.get("item"), pages, fields.get("answer")) if part)


def _direct(flat: str) -> Iterator[Reference]:
    prefixes = {ReferenceKind.KAMERVRAGEN: "kv-tk-"}
    for kind, form in DIRECT.items():
        for match in form.finditer(flat):
            prefix = prefixes.get(kind, "") if match.group()[0].isdigit() else ""
            yield _reference(kind, prefix + match.group(), match)


def _aanhangsels(flat: str) -> Iterator[Reference]:
    for form in (AANHANGSEL, AANHANGSEL_LAST):
        for match in form.finditer(flat):
            fields = match.groupdict()
            begins = int(match["year"] or fields.get("after") or 0)
            stem = f"ah-{_house(match)}-{begins}{begins + 1}"
            number = "number" if match["number"] else "before"
            yield from _numbered(ReferenceKind.AANHANGSEL, stem, match, number)


def _handelingen(flat: str) -> Iterator[Reference]:
    for match in HANDELINGEN.finditer(flat):
        begins = int(match["year"])
        item = re.sub(r"\D", "", match["item"] or "")
        pages = "-".join(re.findall(r"\d+", match["pages"] or ""))
        # Before 2010 a piece of the Handelingen was known by its pages, since then by its item.
        which = "-".join(part for part in (match["number"], item) if part) or pages
        if which:
            identifier = f"h-{_house(match)}-{begins}{begins + 1}-{which}"
            yield replace(_reference(ReferenceKind.HANDELINGEN, identifier, match), part=_part(match))


def _gazettes(flat: str) -> Iterator[Reference]:
    for match in GAZETTE.finditer(flat):
        name = match["paper"].lower()
        gazette = "trb" if name.startswith("tr") else "stcrt" if "c" in name else "stb"
        yield _reference(GAZETTES[gazette], f"{gazette}-{match['year']}-{match['number']}", match)


def _house(match: re.Match[str]) -> str:
    return "ek" if match["house"] in {"I", "EK"} or "Eerste Kamer" in match.group() else "tk"


def _kamerstukken(flat: str) -> Iterator[Reference]:
    for match in KAMERSTUK.finditer(flat):
        dossier = re.sub(r"\D", "", match["dossier"])
        chapter = re.sub(r"[() ]", "", match["chapter"] or "")
        stem = "-".join(part for part in ("kst", dossier, match["sub"], chapter) if part)
        given = next((name for name in ("number", "dashed", "letter", "plain") if match[name]), "")
        if given and (match["named"] or _stands_alone(match, given)):
            yield from _numbered(ReferenceKind.KAMERSTUK, stem, match, given)
        elif match["named"] or _in_brackets(match):
            yield from _dossiers(match)


def _stands_alone(match: re.Match[str], given: str) -> bool:
    """Whether it is a Kamerstuk without the word before it: "31 497, nr. 448", "31497-448", "35 050, B"."""
    if given == "dashed":
        return match["dossier"].isdigit() or not match["dossier"].endswith("000")
    return given == "number" or (given == "letter" and " " in match["dossier"])


def _in_brackets(match: re.Match[str]) -> bool:
    """A bill by its dossier: "het wetsvoorstel (35 297)"."""
    text = match.string
    bracketed = (
        text[match.start() - 1 : match.start()] == "(" and text[match.end("dossier") : match.end("dossier") + 1] == ")"
    )
    return bracketed and " " in match["dossier"] and not match["dossier"].endswith("000")


def _dossiers(match: re.Match[str]) -> Iterator[Reference]:
    """The dossiers that are named without a number in them."""
    end = match.end("others") if match["others"] else match.end("chapter") if match["chapter"] else match.end("dossier")
    start: int | None = match.start()  # the first one with the word before it
    for dossier in DOSSIERS.finditer(match.string, match.start("dossier"), end):
        identifier = " ".join(part for part in dossier.groups() if part)
        yield Reference(
            kind=ReferenceKind.DOSSIER,
            identifier=identifier,
            text="",
            start=dossier.start() if start is None else start,
            end=dossier.end(),
        )
        start = None


def _numbered(kind: ReferenceKind, stem: str, match: re.Match[str], given: str) -> Iterator[Reference]:
    """The paper that a match names and those that follow it: "nrs. 447, 448 en 450"."""
    first = match[given]
    reference = _reference(kind, f"{stem}-{first}", match)
    yield reference
    several = re.search(r"(?:nrs|nummers)\b", match.group(), re.IGNORECASE) is not None
    last, end = first, reference.end
    while (more := MORE.match(match.string, end)) and _goes_on(more, first, several=several):
        for number in _from_to(last, more):
            reference = _reference(kind, f"{stem}-{number}", more, (more.start("number"), more.end("number")))
            yield reference
        last, end = more["number"], reference.end


def _goes_on(more: re.Match[str], first: str, *, several: bool) -> bool:
    """Whether what follows is another number, and not a date or a count."""
    if more["number"].isdigit() != first.isdigit():
        return False
    after = more.string[more.end() : more.end() + 12].lstrip()
    if after.startswith(tuple(MONTHS)):
        return False
    if more["join"].strip() in {"-", "t/m", "tot en met"}:
        return several
    own_number = re.search(NR, more.group()) is not None
    return several or own_number or not after[:1].isalnum() or re.match(r"(?:en|of) \d", after) is not None


def _from_to(last: str, more: re.Match[str]) -> list[str]:
    number = more["number"]
    if more["join"].strip() in {"-", "t/m", "tot en met"} and last.isdigit():
        between = range(int(last) + 1, int(number) + 1)
        if 0 < len(between) <= LONGEST_RANGE:
            return [str(each) for each in between]
    return [number]
