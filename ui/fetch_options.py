"""``passend fetch``: how it is called."""

from __future__ import annotations

import argparse
import re
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]

KINDS = ("kamerbrief", "vragen", "motie", "overleg", "debat", "beslisnota", "woo")
_DOSSIER = re.compile(r"\d{5}(?:-[A-Z]{1,5})?")


def add(commands: Commands, shared: argparse.ArgumentParser) -> None:
    """Add the command."""
    fetch = commands.add_parser("fetch", parents=[shared], help="haal stukken op bij de officiële bronnen")
    fetch.description = (
        "Haal stukken op bij officielebekendmakingen.nl, de Tweede Kamer en open.overheid.nl. Alleen deze opdracht, en "
        "een taalmodel dat u zelf instelt, gaan het internet op. Kamervragen en Woo-stukken horen bij geen dossier: "
        "die vindt u met --query. Afbreken mag altijd; dezelfde opdracht gaat daarna verder waar hij was."
    )
    what = fetch.add_argument_group("wat")
    what.add_argument(
        "--dossier",
        metavar="NUMMER",
        type=_dossier,
        action="append",
        default=[],
        help="dossier, zoals 31497; mag vaker",
    )
    what.add_argument("--query", metavar="WOORDEN", default="", help="woorden die in het stuk staan")
    what.add_argument("--since", metavar="DATUM", type=_day, help="niet ouder dan deze dag, zoals 2024-01-31")
    what.add_argument(
        "--kind", choices=KINDS, action="append", default=[], help="alleen deze soort; mag vaker (anders alles)"
    )
    how = fetch.add_argument_group("hoe")
    how.add_argument("--to", metavar="MAP", type=Path, help="map voor de stukken (anders „stukken” in de datamap)")
    how.add_argument("--dry-run", action="store_true", help="haal niets op; zeg hoeveel het is en hoe groot")
    instead = fetch.add_argument_group("in plaats daarvan").add_mutually_exclusive_group()
    instead.add_argument("--update", action="store_true", help="haal op wat nieuw is van alles wat eerder is gevraagd")
    instead.add_argument(
        "--facts", action="store_true", help="toon stemmingen en toezeggingen zoals de Kamer ze opgeeft"
    )
    instead.add_argument(
        "--check", action="store_true", help="kijk in een minuut of de bronnen nog werken zoals bekend"
    )
    how.add_argument("--record", metavar="BESTAND", type=Path, help="schrijf op wat de bronnen zeiden")


def _dossier(text: str) -> str:
    number = text.replace(" ", "").upper()
    if not _DOSSIER.fullmatch(number):
        raise argparse.ArgumentTypeError("een dossier is een getal van vijf cijfers, zoals 31497 of 36600-VII")
    return number


def _day(text: str) -> date:
    try:
        dutch = re.fullmatch(r"(\d{1,2})-(\d{1,2})-(\d{4})", text)
        return date(int(dutch[3]), int(dutch[2]), int(dutch[1])) if dutch else date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError("schrijf een datum als 2024-01-31") from None
