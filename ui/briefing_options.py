"""``passend briefing`` and ``passend verify``: how they are called."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]


def add(commands: Commands, shared: argparse.ArgumentParser) -> None:
    """Add both commands."""
    made = commands.add_parser("briefing", parents=[shared], help="maak een debatbriefing over een onderwerp")
    made.description = (
        "Maak een debatbriefing van twee bladzijden uit de stukken: kernpunten, toezeggingen en wat ervan kwam, "
        "verschillen, vragen om te stellen en bronnen. Elk citaat is letterlijk, staat er een keer en krijgt een bon."
    )
    made.add_argument("subject", metavar="ONDERWERP", help="waarover, bijvoorbeeld: leerlingenvervoer")
    made.add_argument("--out", required=True, type=Path, metavar="BESTAND", help="eindigt op .docx, .md of .pdf")
    made.add_argument(
        "--uitgebreid", action="store_true", help="alles over het onderwerp, in plaats van twee bladzijden"
    )
    checked = commands.add_parser("verify", parents=[shared], help="ga na of de citaten van een briefing nog kloppen")
    checked.description = (
        "Leg elk citaat van een briefing naast het stuk in de zoekindex en noem elk citaat dat niet meer klopt. "
        "Afloop: 0 alles klopt, 1 een citaat klopt niet of de bon ontbreekt."
    )
    checked.add_argument("file", type=Path, metavar="BESTAND", help="briefing als .docx, .md of .pdf")
