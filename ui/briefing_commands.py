"""What ``passend briefing`` and ``passend verify`` do."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path

from assistant.briefing.briefing import briefing, shortened
from assistant.briefing.receipt import Checked, Fault, Wrong, check
from assistant.briefing.timeline import wanted
from index.generation import Generation
from ingest.official_numbers import cite
from ui import export, opening, wording
from ui.commands import DONE, FAILED, announce
from ui.errors import FormatUnknown, NothingSaid, SubjectEmpty
from ui.settings import Settings

WORDS = 12  # of a quote that are enough to find it back

_WRONG = {
    Wrong.ALTERED: "de woorden in het bestand zijn niet die van het stuk",
    Wrong.MISPLACED: "de vindplaats erachter is niet die van het citaat",
    Wrong.MISSING: "het staat op de bon, maar niet meer in de briefing",
    Wrong.UNKNOWN: "het staat in de briefing, maar niet op de bon",
    Wrong.GONE: "het stuk bevat deze woorden niet meer",
    Wrong.NO_PAPER: "het stuk zit niet in de zoekindex",
}


def run(settings: Settings, given: argparse.Namespace) -> int:
    """Run the command that was given."""
    if given.command == "briefing":
        return _make(settings, given.subject, given.out, is_whole=given.uitgebreid)
    return _verify(settings, given.file)


def _make(settings: Settings, subject: str, target: Path, *, is_whole: bool) -> int:
    if target.suffix.lower() not in export.FORMATS:
        raise FormatUnknown(target)
    asked = wanted(subject)
    if not any(letter.isalnum() for letter in asked.subject):
        raise SubjectEmpty("no letter or digit")
    made = briefing(opening.current(settings, announce), asked)
    if not made.rows:
        raise NothingSaid("no statement on the subject")
    made = made if is_whole else shortened(made)
    export.write(made, target, today=date.today())
    print(f"{wording.counted(len(made.numbers), 'citaat', 'citaten')} uit ", end="")
    print(f"{wording.counted(len(made.papers), 'stuk', 'stukken')} in {target}.")
    return DONE


def _verify(settings: Settings, file: Path) -> int:
    words = export.read(file)
    generation = opening.current(settings, announce)
    checked = check(words, generation)
    for line in told(checked, generation):
        print(line)
    return DONE if checked.holds else FAILED


def told(checked: Checked, generation: Generation) -> list[str]:
    """What came of a check, in sentences: each quote that does not hold first."""
    lines = [_fault(fault, generation) for fault in checked.faults]
    if checked.holds:
        lines.append(f"Alle {checked.quotes} citaten kloppen letterlijk met de stukken.")
    else:
        wrong = len({fault.number for fault in checked.faults})
        lines.append(f"{wording.counted(wrong, 'citaat klopt', 'citaten kloppen')} niet, van de {checked.quotes}.")
    lines += [
        f"Let op: {cite(generation.document_of[identifier])} is veranderd sinds de briefing."
        for identifier in checked.changed
    ]
    if not checked.same_index:
        lines.append("De zoekindex is vernieuwd sinds de briefing; de citaten zijn met de nieuwe vergeleken.")
    return lines


def _fault(fault: Fault, generation: Generation) -> str:
    document = generation.document_of.get(fault.document)
    where = f", {cite(document)}" if document else f", {fault.document}" if fault.document else ""
    words = fault.words.split()
    shown = f" („{' '.join(words[:WORDS])}{' …' if len(words) > WORDS else ''}”)" if words else ""
    return f"Citaat {fault.number}{where}: {_WRONG[fault.wrong]}{shown}."
