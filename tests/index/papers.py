"""Invented papers to index: a Kamerbrief, an Aanhangsel and our summary of that letter."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from index.embedder import Embedder, Vectors
from ingest.document import Document
from ingest.reading import read_folder

KAMERBRIEF = """\
31 497 Passend onderwijs

Nr. 901 BRIEF VAN DE MINISTER VOOR PRIMAIR EN VOORTGEZET ONDERWIJS

Aan de Voorzitter van de Tweede Kamer der Staten-Generaal

Den Haag, 4 mei 2021

Hierbij stuur ik uw Kamer het overzicht waar zij in het voorjaar naar vroeg.

Leerlingenvervoer

Gemeenten regelen het leerlingenvervoer naar de dichtstbijzijnde school. Dit jaar ontvingen zij daarvoor \
312 miljoen euro. Een rit duurt ten hoogste vijftig minuten.

Toelaatbaarheidsverklaringen

Zonder toelaatbaarheidsverklaring kan een leerling niet naar het speciaal onderwijs. Een samenwerkingsverband \
beslist daarover binnen zes weken.

Hoorrecht

Scholen leggen vast wat een leerling zelf van de ondersteuning vindt. Vanaf augustus is zo'n gesprek verplicht.

Doorzettingsmacht

Komen partijen er samen niet uit, dan hakt een onafhankelijk arbiter de knoop door. Diens oordeel bindt \
schoolbesturen en gemeenten.

Hoogachtend,

de minister voor Primair en Voortgezet Onderwijs,

A.B. Voorbeeld
"""

AANHANGSEL = """\
Tweede Kamer der Staten-Generaal

Vergaderjaar 2020-2021 Aanhangsel van de Handelingen

Vragen gesteld door de leden der Kamer, met de daarop door de regering gegeven antwoorden

4321

Vragen van het lid Proef (XYZ) aan de minister voor Primair en Voortgezet Onderwijs inzake zieke kinderen \
(ingezonden 3 mei 2021).

Antwoord van minister Voorbeeld (Primair en Voortgezet Onderwijs) (ontvangen 1 juni 2021).

Vraag 1

Hoeveel langdurig zieke kinderen volgden afgelopen winter lessen vanuit het ziekenhuis?

Antwoord 1

Consulenten begeleidden afgelopen winter 740 langdurig zieke kinderen vanuit academische ziekenhuizen.

Vraag 2

Bent u bereid extra beeldschermen aan te schaffen?

Antwoord 2

Nee. Leveranciers hebben voldoende robots en beeldschermen op voorraad.
"""

SUMMARY = """\
---
about: kst-31497-901
kind: Kamerbrief
title: "Brief over ritten, verklaringen en meepraten"
date: 2021-05-04
---

## Hoorrecht

Kinderen mogen voortaan meekletsen over hun eigen hulp op school.
"""


def documents(folder: Path, **texts: str) -> tuple[Document, ...]:
    """The papers above, or those given as name and text, read from files in this new folder."""
    folder.mkdir(parents=True)
    files = {"brief.txt": KAMERBRIEF, "vragen.txt": AANHANGSEL, "uitleg.md": SUMMARY}
    for name, text in ({f"{name}.txt": text for name, text in texts.items()} or files).items():
        (folder / name).write_text(text, encoding="utf-8")
    return read_folder(folder).documents


class Renamed:
    """An embedder that gives another's vectors under its own name."""

    def __init__(self, embedder: Embedder, name: str) -> None:
        self._embedder = embedder
        self._name = name
        self.dim = embedder.dim

    @property
    def name(self) -> str:
        return self._name

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        return self._embedder.encode_queries(texts)

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        return self._embedder.encode_passages(texts)
