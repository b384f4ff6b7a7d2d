"""XML of the official publications (``officiele-publicatie``): kamerstukken and kamervragen."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from ingest.formats.characters import raised
from ingest.formats.flat_text import (
    MARK,
    furniture,
    heading,
    is_note,
    join_lines,
    note,
    one_line,
    set_lowered,
    set_raised,
    table_lines,
    turn,
    unmarked,
)
from ingest.formats.paged_text import PagedText, Reason, Turn, UnreadableFile
from ingest.formats.plainly import Plainly
from ingest.formats.safe_xml import Element, local_name, parse_xml, remove
from ingest.formats.table_rows import Cell
from ingest.formats.xml_debate import is_verslag, speaker_line, verslag_lines
from ingest.recorded_titles import title_behind_dossier, title_in

ROOT = "officiele-publicatie"
RECORDED_TITLE = "OVERHEIDop.documenttitel"
RECORDED_DOSSIER = "OVERHEIDop.dossiertitel"
RECORDED_WHOLE = "DC.title"  # dossier, sort and title
RECORDED_NUMBER = "DC.identifier"
RECORD = "OVERHEIDop.externMetadataRecord"  # where the record is, under the number of the paper
ADDRESS = re.compile(r"https?://[^/]+/(?P<number>[^/]+)/metadata\.xml")
SKIPPED = frozenset({"", "metadata", "plaatje", "illustratie", "colspec"})  # "" is an entity, left unresolved
# Set within a line; every other element is a block of its own unless it stands among words.
INLINE = frozenset(
    {"achternaam", "datum", "dossierref", "eigennaam", "extref", "functie", "inf", "intref"}
) | frozenset(
    {
        "kamervraagonderwerp",
        "nadruk",
        "naam",
        "noot",
        "nootref",
        "ondernummer",
        "organisatie",
        "sub",
        "sup",
        "voornaam",
    }
)
BLOCKS = frozenset({"al", "al-groep", "antwoord", "divisie", "kop", "lijst", "table", "tekst", "tussenkop", "vraag"})
DELETED = frozenset({"VerwijderdeTekst", "verwijderd", "del"})
STRUCK = ("doorhal", "doorgehaald", "strike")  # how emphasis by a line through the words is named
LISTS = frozenset({"lijst", "definitielijst"})
NUMBERS = frozenset({"li.nr", "lidnr", "nr", "noot.nr"})
TURNS = {"vraag": Turn.QUESTION, "antwoord": Turn.ANSWER}
SPACE_AT_FIGURE = re.compile(r"(?<=[\d%]) (?=[⁰¹²³⁴-⁹])")  # before a mark of a table
ONE_LINE = frozenset({"dossier", "kop", "naam"})  # their parts stand beside each other


def read(data: bytes) -> PagedText:
    """Read an official publication; its XML knows no pages.

    Raises:
        UnreadableFile: It is not well-formed, no official publication, or holds no text.
    """
    root = parse_xml(data)
    paper = root if is_verslag(root) else next((each for each in root.iter() if local_name(each) == ROOT), None)
    if paper is None:
        raise UnreadableFile(Reason.SOORT, f"XML with root {local_name(root)!r}, not {ROOT!r}")
    for element in [each for each in paper.iter("*") if _is_deleted(each)]:
        remove(element)
    plainly = Plainly()
    text = join_lines(plainly.tree(paper, verslag_lines if is_verslag(root) else _blocks))
    if not text.strip():
        raise UnreadableFile(Reason.GEEN_TEKST, "no text in it")
    return replace(
        unmarked(text, marks_notes=any(local_name(each) == "noot" for each in paper.iter("*"))),
        plain=plainly.places,
        title=_title(record := _record(paper)),
        identifier=_identifier(record),
    )


def _record(paper: Element) -> dict[str, str]:
    """What the publication itself records of the paper, by the name of each particular."""
    return {name: one_line(one.get("content", "")) for one in paper.iter("*") if (name := one.get("name"))}


def _title(record: dict[str, str]) -> str:
    """What the record calls the paper behind its sort; "" where it says no more than dossier and sort."""
    titled = title_in(record.get(RECORDED_TITLE, ""), record.get(RECORDED_DOSSIER, ""))
    return titled or title_behind_dossier(record.get(RECORDED_WHOLE, ""))


def _identifier(record: dict[str, str]) -> str:
    """The number of the paper, as the record states it or as the address of the record does."""
    at = ADDRESS.fullmatch(record.get(RECORD, ""))
    return record.get(RECORDED_NUMBER, "") or (at["number"] if at else "")


def _is_deleted(element: Element) -> bool:
    """Whether the publication shows it as struck through or taken out."""
    if local_name(element) in DELETED or element.get("wijzigactie", "").startswith("verwijder"):
        return True
    return local_name(element) == "nadruk" and any(word in element.get("type", "") for word in STRUCK)


def _blocks(element: Element) -> Iterator[str]:
    """The lines of an element, "" where a blank line belongs."""
    name = local_name(element)
    if name in SKIPPED:
        return
    if name in LISTS:
        yield ""
        for item in element:
            yield from _item(item)
        yield ""
    elif name == "table":
        yield from _table(element)
    elif name in {"vraag", "antwoord", "stuk"}:
        yield from _headed(element)
    elif name == "spreker":
        yield from ("", speaker_line(element))
    elif name == "tekstregel":
        line = one_line(_inline(element, []))
        yield furniture(line) if any(local_name(above).endswith("kop") for above in element.iterancestors()) else line
    elif name in ONE_LINE:
        notes: list[str] = []
        line = one_line(" ".join(_inline(child, notes) for child in element))
        yield from ("", heading(line, _depth(element)) if line and name == "kop" else line, "", *notes, "")
    elif name == "tussenkop":
        yield from ("", *_marked(_paragraph(element), _depth(element) + 1), "")
    elif name == "ondertekening":
        yield from ("", *(line for child in element for line in _blocks(child) if line), "")
    elif _is_paragraph(element):
        lines = _paragraph(element)
        yield from ("", *(_marked(lines, 0) if _is_bold(element) else lines), "")
    else:
        yield ""
        yield from _mixed(element)


def _depth(element: Element) -> int:
    """How many headings stand above an element, its own division's too."""
    return sum(len(above) > 0 and local_name(above[0]) == "kop" for above in element.iterancestors())


def _marked(lines: Iterator[str], level: int) -> Iterator[str]:
    """The lines of a heading and of its footnotes."""
    yield from (heading(line, level) for line in islice(lines, 1) if line)
    yield from lines


def _is_bold(element: Element) -> bool:
    """Whether a paragraph is set in bold from end to end."""
    loose = [element.text, *(child.tail for child in element)]
    bold = [local_name(child) == "nadruk" and "vet" in child.get("type", "") for child in element]
    return bool(bold) and all(bold) and not any(words and words.strip() for words in loose)


def _mixed(element: Element) -> Iterator[str]:
    """The blocks of an element, and the words that stand loose between them."""
    yield from filter(None, [one_line(element.text or "")])
    for child in element:
        yield from _blocks(child)
        yield from filter(None, [one_line(child.tail or "")])


def _is_paragraph(element: Element) -> bool:
    """Whether words stand in it rather than blocks."""
    names = {local_name(child) for child in element}
    words = [element.text, *(child.tail for child in element)]
    return names <= INLINE or (any(word and word.strip() for word in words) and names.isdisjoint(BLOCKS))


def _paragraph(element: Element, label: str = "") -> Iterator[str]:
    """A paragraph, and under it the footnotes that it calls."""
    notes: list[str] = []
    text = one_line(f"{label} {_inline(element, notes)}")
    yield from ([text, "", *notes, ""] if notes else [text])


def _headed(element: Element) -> Iterator[str]:
    """A question, answer or paper: its number and title on a line, and its blocks below."""
    heads = [child for child in element if local_name(child) in {"nr", "stuknr", "titel"}]
    notes: list[str] = []
    yield from ("", one_line(" ".join(_inline(head, notes) for head in heads)), "", *notes, "")
    whose = None if heads else TURNS.get(local_name(element))
    for child in element:
        if child in heads:
            continue
        for line in _blocks(child):
            yield turn(line, whose) if whose and line else line
            whose = None if line else whose


def _item(item: Element) -> Iterator[str]:
    """An item of a list: its number or bullet, its paragraphs, its lists."""
    label = " ".join(one_line(_inline(child, [])) for child in item if local_name(child) in NUMBERS)
    for child in item:
        if local_name(child) in NUMBERS:
            continue
        if label and _is_paragraph(child):
            yield from _paragraph(child, label.replace("-", "–") if label == "-" else label)
            label = ""
        elif local_name(child) in LISTS:
            yield from list(_blocks(child))[1:-1]  # a list within a list stands close
        else:
            yield from _blocks(child)


def _table(table: Element) -> Iterator[str]:
    notes: list[str] = []
    rows = [row for row in table.iter() if local_name(row) == "row"]
    titles = (child for child in table if local_name(child) in {"titel", "title"})
    caption = one_line(" ".join(_inline(title, notes) for title in titles))
    columns = [each.get("colname", "") for each in table.iter() if local_name(each) == "colspec"]
    cells = [_cells(row, columns, notes) for row in rows]
    yield from table_lines(cells, caption, [words for words in notes if not is_note(words)])
    yield from filter(is_note, notes)


def _cells(row: Element, columns: list[str], notes: list[str]) -> list[Cell]:
    """The entries of a row with how far each is merged, as CALS says it."""
    head = any(local_name(above) == "thead" for above in row.iterancestors())
    cells = []
    for entry in (entry for entry in row if local_name(entry) == "entry"):
        start, end = (
            columns.index(name) if (name := entry.get(side, "")) in columns else 0 for side in ("namest", "nameend")
        )
        more = entry.get("morerows", "0")
        down = int(more) + 1 if re.fullmatch(r"\d{1,3}", more) else 1
        words = SPACE_AT_FIGURE.sub("", one_line(_inline(entry, notes, " ")))
        cells.append(Cell(text=words, across=max(end - start + 1, 1), down=down, head=head))
    return cells


def _inline(element: Element, notes: list[str], between: str = "") -> str:
    """The words of an element; the texts of its footnotes go to ``notes``."""
    pieces = [element.text or ""]
    for child in element:
        name = local_name(child)
        if name == "noot":
            pieces.append(_note(child, notes))
        elif (level := _level(child)) and not len(child):
            pieces.append((set_raised if level > 0 else set_lowered)(child.text or ""))
        elif name == "naam":
            pieces.append(" ".join(_inline(part, notes) for part in child) or _inline(child, notes))
        elif name not in SKIPPED:
            pieces.append(between + _inline(child, notes, between) + between)
        pieces.append(child.tail or "")
    return "".join(pieces)


def _level(element: Element) -> int:
    """Whether words are set above the line (1), below it (-1) or on it (0)."""
    named = element.get("type", "") if local_name(element) == "nadruk" else local_name(element)
    return 1 if named.startswith("sup") else -1 if named in {"inf", "sub", "subscript"} else 0


def _note(element: Element, notes: list[str]) -> str:
    """The mark of a footnote, and its text set aside; those of a table, which counts its own, in raised figures."""
    number = " ".join(_inline(child, []) for child in element if local_name(child) == "noot.nr").strip()
    words = " ".join(_inline(child, []) for child in element if local_name(child) != "noot.nr")
    of_table = element.get("type") == "tabel" and number.isdecimal()
    line = one_line(f"{raised(number) if of_table else number} {words}")
    notes.append(note(line) if line[:1].isdecimal() else line)  # a footnote of the paper has a number
    if of_table:
        return f" {raised(number)}"
    return f"{MARK}{number}" if number else ""
