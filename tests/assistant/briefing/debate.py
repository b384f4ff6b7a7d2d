"""Papers of our own on a ferry, in which something is promised, met, asked and advised; nobody in them exists."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from ingest.document import BlockKind, Document, Kind, Role, Speaker
from tests.assistant.made import MEMBER, paper

MINISTER = Speaker(role=Role.BEWINDSPERSOON, name="minister A.B. Veerman")
OFFICIAL = Speaker(role=Role.AMBTELIJK)

LETTER = replace(
    paper(
        "De veerboot vaart elke dag met 120 passagiers.",
        "Dit najaar stuur ik uw Kamer het meetrapport over de veerboot.",
        "Ik vind het van belang dat de veerboot blijft varen.",
        "De motie over de steigers van de veerboot is aangenomen.",
        speaker=MINISTER,
        day=date(2024, 3, 30),
        identifier="kst-29876-70",
    ),
    sender="A.B. Veerman, minister voor Water",
)
LATER = replace(
    paper(
        "Hierbij bied ik uw Kamer het meetrapport over de veerboot aan.",
        "De veerboot vaart elke dag met 90 passagiers.",
        speaker=MINISTER,
        day=date(2024, 10, 1),
        identifier="kst-29876-80",
    ),
    sender="A.B. Veerman, minister voor Water",
)
QUESTIONS = replace(
    paper(
        "Wanneer stuurt u ons het meetrapport over de veerboot?",
        kinds=(BlockKind.QUESTION,),
        speaker=MEMBER,
        day=date(2024, 2, 1),
        identifier="ah-tk-20232024-1200",
    ),
    kind=Kind.AANHANGSEL,
)
NOTE = replace(
    paper(
        "Wij adviseren u het meetrapport over de veerboot dit najaar aan de Kamer te sturen.",
        "Wij adviseren u de havenmeester te bedanken.",
        speaker=OFFICIAL,
        day=date(2024, 3, 20),
        identifier="bestand-000000000001",
    ),
    kind=Kind.BESLISNOTA,
)


def papers() -> list[Document]:
    """All of them, each with a hash of its own."""
    made = [LETTER, LATER, QUESTIONS, NOTE]
    return [
        replace(one, source=replace(one.source, file=f"{number}.txt", sha256=f"{number}" * 64))
        for number, one in enumerate(made, 1)
    ]
