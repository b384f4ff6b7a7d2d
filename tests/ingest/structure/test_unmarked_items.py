"""Lists whose items have no marks."""

from __future__ import annotations

import pytest

from ingest.document import BlockKind
from tests.ingest.structure.made import parsed

OPENING = "Geachte voorzitter,\n\nDe boten varen al jaren van de haven naar het eiland en weer terug.\n\n"


@pytest.mark.parametrize("last", ["de boot is heel;", "de boot is heel; en", "de boot is heel; of"])
def test_paragraphs_in_small_letters_that_list_on_are_items_of_their_lead_in(last: str) -> None:
    lead = "Een haven telt mee als:"
    parts = parsed(f"{OPENING}{lead}\n\n{last}\n\nde steiger drijft.\n\nDaarna vaart de boot.\n")
    told = {parts.text[block.start : block.end]: block for block in parts.blocks}
    for item in (last, "de steiger drijft."):
        assert told[item].kind is BlockKind.LIST_ITEM
        assert parts.text[slice(*(told[item].context or (0, 0)))] == lead
    assert told["Daarna vaart de boot."].kind is BlockKind.PARAGRAPH


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("Een haven telt mee.", "de boot is heel;\n\nde steiger drijft."),  # no lead-in
        ("Een haven telt mee als:", "de boot is heel.\n\nde steiger drijft."),  # the first does not list on
        ("Een haven telt mee als:", "De boot is heel;\n\nDe steiger drijft."),  # sentences
    ],
)
def test_other_paragraphs_are_no_items(above: str, below: str) -> None:
    parts = parsed(f"{OPENING}{above}\n\n{below}\n\nDaarna vaart de boot.\n")
    assert all(block.kind is not BlockKind.LIST_ITEM for block in parts.blocks)
