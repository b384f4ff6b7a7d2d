"""Who moved a motie, and what is no heading in it."""

from __future__ import annotations

from datetime import date

import pytest

from ingest.document import BlockKind, Role
from ingest.formats.paged_text import PagedText
from ingest.structure import structure
from ingest.structure.motie import proposal_in

MOTIE = """\
12 345 Veerboten
Nr. 67 MOTIE VAN HET LID VAN DER STEIGER C.S.
Voorgesteld 4 maart 2019
De Kamer,
gehoord de beraadslaging,
verzoekt de regering elke haven een bank te geven,
en gaat over tot de orde van de dag.
Van der Steiger
Voorbeeld
"""


def test_a_motie_has_a_day_a_mover_and_a_title_but_no_headings() -> None:
    parts = structure(PagedText(text=MOTIE))
    assert parts.date == date(2019, 3, 4)
    assert parts.sender == "het lid Van der Steiger c.s."
    assert parts.title == "Veerboten: motie van het lid Van der Steiger c.s."
    assert not [block for block in parts.blocks if block.kind is BlockKind.HEADING]
    assert {block.speaker.role for block in parts.blocks} == {Role.ONBEKEND}
    signed = [parts.text[block.start : block.end] for block in parts.blocks if block.place == "ondertekening"]
    assert signed == ["Van der Steiger", "Voorbeeld"]


def test_several_members_are_all_named() -> None:
    assert (
        str(proposal_in("Nr. 3 MOTIE VAN DE LEDEN DE BOOT EN VEER-HAVEN")) == "motie van de leden De Boot en Veer-Haven"
    )
    for paper in ("GEWIJZIGDE MOTIE", "NADER GEWIJZIGD AMENDEMENT", "DERDE NADER GEWIJZIGDE MOTIE", "SUBAMENDEMENT"):
        instead = f"Nr. 3 {paper} VAN HET LID DE BOOT TER VERVANGING VAN DIE GEDRUKT ONDER NR. 2"
        assert str(proposal_in(instead)) == f"{paper.lower()} van het lid De Boot"
    assert proposal_in("Nr. 3 BRIEF VAN DE MINISTER VAN VERKEER") is None


AMENDEMENT = """\
12 345 Wijziging van de Wet veerboten
Nr. 8 {title}
Ontvangen 4 maart 2019
De ondergetekende stelt het volgende amendement voor:
In artikel I vervalt onderdeel C.

Toelichting

Dit amendement houdt de steigers open. De kosten zijn 3 miljoen euro.

Van der Steiger
"""


@pytest.mark.parametrize(
    ("title", "paper"),
    [
        ("AMENDEMENT VAN HET LID VAN DER STEIGER", "amendement"),
        ("SUBAMENDEMENT VAN HET LID VAN DER STEIGER", "subamendement"),
    ],
)
def test_an_amendement_has_a_day_a_mover_and_an_explanation(title: str, paper: str) -> None:
    parts = structure(PagedText(text=AMENDEMENT.format(title=title)))
    assert (parts.date, parts.sender) == (date(2019, 3, 4), "het lid Van der Steiger")
    assert parts.title == f"Wijziging van de Wet veerboten: {paper} van het lid Van der Steiger"
    places = {parts.text[block.start : block.end]: block.place for block in parts.blocks}
    assert places["Van der Steiger"] == "ondertekening"
    assert "paragraaf Toelichting" in places.values()
    assert {block.speaker.role for block in parts.blocks} == {Role.ONBEKEND}


@pytest.mark.parametrize(
    ("title", "mover"),
    [
        ("MOTIE VAN DE LEDEN VOORBEELD, PROEF EN\nDE MODEL", "de leden Voorbeeld, Proef en de Model"),
        ("GEWIJZIGDE MOTIE VAN HET LID VOORBEELD TER\nVERVANGING VAN DIE GEDRUKT ONDER NR. 6", "het lid Voorbeeld"),
        ("GEWIJZIGDE MOTIE VAN HET LID VAN DER\nSTEIGER TER VERVANGING VAN DIE GEDRUKT", "het lid Van der Steiger"),
        ("MOTIE VAN HET LID VOORBEELD\nVOORGESTELD 4 MAART", "het lid Voorbeeld"),
    ],
)
def test_a_title_over_two_lines_names_its_movers_whole(title: str, mover: str) -> None:
    found = proposal_in(f"12 345 Veerboten\nNr. 67 {title}\nVoorgesteld 4 maart 2019\n")
    assert found is not None
    assert found.mover.lower() == mover.lower()
