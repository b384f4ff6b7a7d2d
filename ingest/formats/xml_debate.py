"""Reports of debates in XML: the turns of official publications, and the verslagen of the Tweede Kamer (VLOS)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.formats.flat_text import heading, one_line
from ingest.formats.safe_xml import Element, local_name
from ingest.official_numbers import written
from ingest.time_words import day_of

ROOTS = frozenset({"vlosCoreDocument", "vergaderverslag"})
TURNS = frozenset({"woordvoerder", "interrumpant"})
PARTS = {"activiteit": 1, "activiteitdeel": 2, "activiteititem": 3}  # how deep their titles stand
SKIPPED = frozenset({"", "spreker", "zaken", "sprekers"})
LABELLED = re.compile(r"(?:De |Mevrouw|Minister|Staatssecretaris|Het lid)[^.:?!]{0,90}:")
DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")


def is_verslag(root: Element) -> bool:
    """Whether the root is that of a verslag of the Tweede Kamer."""
    return local_name(root) in ROOTS


def speaker_line(speaker: Element) -> str:
    """The label of a turn, from the element of an official publication that names the speaker."""
    words = one_line(" ".join(speaker.itertext())).replace("( ", "(").replace(" )", ")").replace(" :", ":")
    party = next((one_line("".join(each.itertext())) for each in speaker.iter() if local_name(each) == "politiek"), "")
    if party and f"({party})" not in words:
        words = words.replace(party, f"({party})")
    return words.rstrip(": ") + ":"


def verslag_lines(root: Element) -> Iterator[str]:
    """The lines of a verslag: what it is of, and each turn under its label; "" where a blank line belongs."""
    meeting = next((each for each in root.iter() if local_name(each) == "vergadering"), root)
    yield from (line for field in ("titel", "zaal") for line in (_field(meeting, field), "") if line)
    stated = DAY.search(_field(meeting, "datum"))
    if stated and (day := day_of(*map(int, stated.groups()))):
        yield from (written(day), "")
    yield from _parts(meeting)


def _parts(element: Element) -> Iterator[str]:
    for child in element:
        name = local_name(child)
        if name in TURNS:
            yield from _turn(child)
        elif name == "tekst":
            yield from _paragraphs(child)
        elif name in PARTS:
            title = _field(child, "onderwerp") or _field(child, "titel")
            yield from ("", heading(title, PARTS[name]), "") if title else ()
            yield from _parts(child)
        elif name not in SKIPPED and len(child):
            yield from _parts(child)


def _turn(turn: Element) -> Iterator[str]:
    """A turn under its label, which the text itself may bear, and the turns within it."""
    speaker = next((child for child in turn if local_name(child) == "spreker"), None)
    lines = [line for child in turn if local_name(child) == "tekst" for line in _paragraphs(child)]
    said = [line for line in lines if line]
    if said and speaker is not None and not LABELLED.match(said[0]):
        yield from ("", _label(turn, speaker))
    yield from lines
    for child in turn:
        if local_name(child) in TURNS:
            yield from _turn(child)


def _label(turn: Element, speaker: Element) -> str:
    if _field(turn, "isvoorzitter").lower() == "true":
        return "De voorzitter:"
    name = _field(speaker, "verslagnaam") or _field(speaker, "achternaam")
    function = f"{speaker.get('soort', '')} {_field(speaker, 'functie')}".lower()
    for office in ("Staatssecretaris", "Minister-president", "Minister"):
        if office.lower() in function:
            return f"{office} {name}:"
    party = _field(speaker, "fractie")
    return f"{_field(speaker, 'aanhef') or 'Het lid'} {name}{f' ({party})' if party else ''}:"


def _paragraphs(text: Element) -> Iterator[str]:
    found = [each for each in text.iter() if local_name(each) == "alineaitem"] or [
        each for each in text.iter() if local_name(each) == "alinea"
    ]
    for paragraph in found or [text]:
        words = one_line("".join(paragraph.itertext()))
        yield from ("", words) if words else ()


def _field(element: Element, name: str) -> str:
    """The words of a child; "" if there is none."""
    return next((one_line("".join(child.itertext())) for child in element if local_name(child) == name), "")
