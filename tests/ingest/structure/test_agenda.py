from __future__ import annotations

from ingest.document import BlockKind
from tests.ingest.structure.made import parsed

HEAD = """\
 Aanleiding
De reder heeft om een besluit gevraagd over de dienstregeling van de veerboot.

Geadviseerd besluit
Bent u akkoord met de dienstregeling?

Kernpunten
• De dienstregeling is besproken.

"""


def rows(text: str) -> list[str]:
    parts = parsed(HEAD + text)
    return [
        " ".join(parts.text[block.start : block.end].split()) for block in parts.blocks if block.kind is BlockKind.TABLE
    ]


def test_the_cells_of_a_row_are_one_block() -> None:
    text = """\
Datum Overleg Opmerking
3 mei 10:00-11:00 Overleg met de reder

• Stuk 1: dienstregeling

• Stuk 2: tarieven

4 mei Besluit

Financiële gevolgen
Er zijn geen kosten.
"""
    assert rows(text) == [
        "Datum Overleg Opmerking",
        "3 mei 10:00-11:00 Overleg met de reder • Stuk 1: dienstregeling • Stuk 2: tarieven",
        "4 mei Besluit",
    ]


def test_dates_that_share_their_cells_are_one_row() -> None:
    text = """\
5 juni 09:15-10:00

5 juni 10:00-16:00

Overleg vooraf

Overleg

6 juni Besluit
"""
    assert rows(text) == ["5 juni 09:15-10:00 5 juni 10:00-16:00 Overleg vooraf Overleg", "6 juni Besluit"]


def test_dates_in_figures_make_a_table_together() -> None:
    assert rows("12-05-2023 Brief naar de Kamer\n15-05-2023 Overleg\n") == [
        "12-05-2023 Brief naar de Kamer",
        "15-05-2023 Overleg",
    ]
    assert rows("12-05-2023\n\nDe brief is verzonden aan alle eilanden.\n") == []
