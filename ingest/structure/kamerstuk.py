"""The head of a Kamerstuk: its dossiers and number, and what sort of paper it calls itself."""

from __future__ import annotations

import re

from ingest import official_numbers
from ingest.structure import particulars
from ingest.structure.turns import LEAST, turns_in

HEAD = 2500  # characters
# "21 501-31" of the councils of the European Union, "36 200 VIII" and "36 200 A" of the budget.
CHAPTER = r"[IVXLCDM]+|[A-M](?=\s+[A-ZÀ-Ý][a-zà-ÿ])"
DOSSIER = rf"(?P<dossier>\d{{2}} \d{{3}}(?:-\d{{2}})?)(?: \(?(?P<chapter>(?:{CHAPTER})\b|R ?\d{{4}})\)?)?(?![\w-])"
DOSSIER_HEAD = re.compile(rf"^{DOSSIER}(?! ?,)", re.MULTILINE)
# The whole number on a line of its own: "21 501-31, nr. 207".
CITED_HEAD = re.compile(rf"^{DOSSIER}, ?[Nn]r\. ?(?P<number>\d{{1,4}})$", re.MULTILINE)
DOSSIER_TITLE = re.compile(rf"^{DOSSIER}\s+(?P<title>[A-ZÀ-Ý][^\n]{{4,600}})$", re.MULTILINE)
# At the foot of a page a line begins with it; further on in a line it is another paper's.
PRINTED = re.compile(
    r"^\s*(kst-\d{5}(?:-\d{2}(?=-\d))?(?:-(?:[IVXLCDM]+|[A-M]|\(?R\d{4}\)?)(?=-))?-(?:\d+|[A-Z]{1,3})(?:-[hn]\d+)?)(?=\s|$)",
    re.MULTILINE,
)
PAPER = (
    r"(?:(?:NADERE?|NADER GEWIJZIGDE?|GEWIJZIGDE?|VOORLOPIG|EERSTE|TWEEDE|DERDE|VIERDE) )*(?:BRIEF|EINDVERSLAG|VERSLAG|"
    r"MEMORIE|NOTA|MOTIE|AMENDEMENT|SUBAMENDEMENT|VOORSTEL|LIJST|ADVIES|JAARVERSLAG|RAPPORT|BIJLAGE|INBRENG|VERKLARING)\b"
)
KNOWN_SORT = re.compile(
    rf"{PAPER}(?: VAN (?:WIJZIGING|TOELICHTING|ANTWOORD|WET|VRAGEN|EEN (?:NADER )?SCHRIFTELIJK OVERLEG)\b"
    r"| NAAR AANLEIDING VAN HET (?:NADER |EIND|TWEEDE )?VERSLAG\b| HOUDENDE EEN LIJST VAN VRAGEN\b)?"
    r"(?: EN ANTWOORDEN\b)?"
)
NOTE_MARK = re.compile(r"(?<=[^\W\d_])\d$")  # glued to the last word
TWO_SENTENCES = re.compile(r"[^\W\d_]{2}[.?!] [A-ZÀ-Ý]")
LONGEST_TITLE = 200  # characters, where no number of a paper stands below it
REPRINT = r"(?P<reprint>HERDRUK|Herdruk|GECORRIGEERDE VERSIE|Gecorrigeerde versie)"
NUMBER_HEAD = re.compile(rf"^[Nn]r\. ?(?P<number>\d{{1,4}})\b(?:\s+\(?{REPRINT})?", re.MULTILINE)
# In the raw text, where old papers have it on a line of its own: "nr. 7".
NUMBER_ALONE = re.compile(rf"^\s*[Nn]r\. ?(?P<number>\d{{1,4}})(?:\s+{REPRINT})?\s*(?=\n|{PAPER})", re.MULTILINE)
# The Eerste Kamer numbers with letters.
LETTER_HEAD = re.compile(rf"^(?P<number>[A-Z]{{1,3}})\d?(?:\s+\(?{REPRINT}\)?)?\s+(?={PAPER})", re.MULTILINE)
TITLE_OF_LETTER = re.compile(
    rf"(?:(?:[Nn]r\. ?\d{{1,4}}|[A-Z]{{1,3}}\d?)\s+)?(?:\(?{REPRINT}\)?\s+)?BRIEF VAN (?:DE|HET|EEN)\b"
)
REPRINT_ALONE = re.compile(rf"^{REPRINT}\b", re.MULTILINE)
SUFFIX = {"herdruk": "-h1", "gecorrigeerde versie": "-n1"}
NAMED = re.compile(
    rf"(?:^(?:[A-Z]{{1,3}}\d?\s+)?|\b[Nn]r\. ?\d{{1,4}}\s+)(?:{REPRINT}\s+)?(?P<paper>{PAPER})"
    r"(?=\s+[A-Z]{2}|\d?\s*$)",
    re.MULTILINE,
)
# What these hold is said by members, by a committee, or by several in turn.
NO_LETTER = re.compile(r"MOTIE|AMENDEMENT|VERSLAG|MEMORIE|NOTA|VOORSTEL|ADVIES|RAPPORT")


def dossiers_of(text: str) -> tuple[str, ...]:
    """The dossier numbers at the head of a Kamerstuk, as "31 497", "21 501-31" or "36 200 VIII"."""
    head = text[:HEAD]
    found = list(DOSSIER_HEAD.finditer(head)) or list(CITED_HEAD.finditer(head))
    return tuple(dict.fromkeys(" ".join(filter(None, (one["dossier"], one["chapter"]))) for one in found))


def identifier_of(text: str, raw: str, dossiers: tuple[str, ...]) -> str:
    """The identifier of a Kamerstuk, as printed or from dossier and number at its head; "" without."""
    head = text[:HEAD]
    stated = NUMBER_HEAD.search(head) or LETTER_HEAD.search(head) or NUMBER_ALONE.search(raw[:HEAD])
    suffix = _suffix(head, stated)
    if printed := PRINTED.search(raw[:6000]):
        number = printed.group(1)
        return number if official_numbers.REPRINT.search(number) else number + suffix
    stated = stated or CITED_HEAD.search(head)
    if stated is None or not dossiers:
        return particulars.identifier_in(raw)
    dossier = "-".join(dossiers[0].replace(" ", "", 1).split())
    return f"kst-{dossier}-{stated['number']}{suffix}"


def title_of_dossier(text: str) -> str:
    """What the dossier is called at the head of a Kamerstuk: "12 345 Veerboten"; "" without."""
    found = DOSSIER_TITLE.search(text[:1500])
    if found is None or TWO_SENTENCES.search(found["title"]):
        return ""
    numbered = NUMBER_HEAD.search(text, found.end(), HEAD) or LETTER_HEAD.search(text, found.end(), HEAD)
    if len(found["title"]) > LONGEST_TITLE and numbered is None:
        return ""
    return re.sub(r"\s+[Nn]r\. ?\d{1,4}$", "", found["title"].strip())


def sort_of(text: str) -> str:
    """What sort of paper a Kamerstuk calls itself below its number: "Nota van wijziging"; "" without.

    Names behind it stay in capitals as printed.
    """
    named = NAMED.search(text[:HEAD])
    line = text[named.start("paper") :].partition("\n")[0] if named else ""
    line = NOTE_MARK.sub("", line.strip())
    sort = KNOWN_SORT.match(line)
    return line[: sort.end()].capitalize() + line[sort.end() :] if sort else line


def is_title_of_letter(text: str) -> bool:
    """Whether a line is the title that the Kamer prints above a letter: "Nr. 7 BRIEF VAN DE MINISTER VAN HAVENS"."""
    return TITLE_OF_LETTER.match(text) is not None


def is_own_head(text: str) -> bool:
    """Whether a line is printed at the head of a Kamerstuk: its dossier, its number, or its title as a letter."""
    return any(head.match(text) for head in (DOSSIER_HEAD, CITED_HEAD, NUMBER_HEAD, LETTER_HEAD, TITLE_OF_LETTER))


def is_no_letter(text: str) -> bool:
    """Whether the paper calls itself something that no single person says: a motie, a report, a bill, a debate."""
    named = NAMED.search(text[:HEAD])
    if named is not None and NO_LETTER.search(named["paper"]):
        return True
    return turns_in(text) >= LEAST


def _suffix(head: str, stated: re.Match[str] | None) -> str:
    """What tells a reprint and a correction from the first print."""
    found = stated if stated is not None and stated["reprint"] else REPRINT_ALONE.search(head)
    return SUFFIX[found["reprint"].lower()] if found else ""
