"""How records of papers write a title: behind the sort of paper, and with or without the title of the dossier."""

from __future__ import annotations

import re

# What publishers call a paper in their records: "Brief regering", "Gewijzigde motie", "Lijst van vragen en antwoorden".
SORT = (
    r"(?i:(?:(?:nadere?|gewijzigde?|voorlopige?|eerste|tweede|derde|vierde|geleidende) )*"
    r"(?:brief|(?:eind|jaar)?verslag|memorie|(?:initiatief)?nota|motie|(?:sub)?amendement|wetsvoorstel|stenogram|rapport|"
    r"mededeling|(?:voorstel|lijst) van|advies (?:van )?(?:de )?(?:afdeling|raad)|(?:antwoord )?schriftelijke vragen|"
    r"koninklijke boodschap)\b)[^;:\d]{0,80}?"
)
WHOLE_SORT = re.compile(SORT)
# The site of the Tweede Kamer parts the sort from the title by a colon with a space on both sides; one word before a
# colon may label anything, and what goes on in small letters says something of the paper.
LINE = re.compile(
    rf"(?=\S+ [^:]|(?i:\S*(?:motie|amendement|stenogram|voorstel)) ){SORT} : (?P<title>[A-ZÀ-Ý\d«„“‘’'\"(].{{4,}})"
)


def title_in(record: str, dossier: str = "") -> str:
    """The title that stands behind the sort: "Brief regering; Plan voor de veerboten"; "" without sort or title.

    Args:
        record: The sort and the title, and perhaps the title of the dossier in front of these.
        dossier: The title of the dossier, where the record tells that too.
    """
    if dossier and record.lower().startswith(f"{dossier.lower()}; "):
        record = record[len(dossier) + 2 :]
    sort, _, title = record.partition("; ")
    return title if WHOLE_SORT.fullmatch(sort) and sort.lower() != title.lower() else ""


def title_behind_dossier(record: str) -> str:
    """The title in "Havens; Brief regering; Plan voor de veerboten"; "" where the second part is no sort of paper."""
    parts = record.split("; ")
    sort = next((at for at, part in enumerate(parts) if at and WHOLE_SORT.fullmatch(part)), len(parts))
    return title_in("; ".join(parts[sort:]))


def title_in_line(line: str) -> str:
    """The title in the line that the site of the Tweede Kamer has above a paper: "Brief regering : Plan"."""
    found = LINE.fullmatch(line)
    return found["title"] if found else ""
