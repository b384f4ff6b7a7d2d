from __future__ import annotations

from ingest.document import BlockKind, Kind, Role
from tests.ingest.structure.made import BESLISNOTA, parsed


def test_all_of_a_note_is_advice_of_civil_servants() -> None:
    parts = parsed(BESLISNOTA)
    assert parts.kind is Kind.BESLISNOTA
    assert {block.speaker.role for block in parts.blocks} == {Role.AMBTELIJK}


def test_grounds_and_empty_items_are_redactions() -> None:
    parts = parsed(BESLISNOTA)
    hidden = [parts.text[block.start : block.end] for block in parts.blocks if block.kind is BlockKind.REDACTION]
    assert hidden == ["•", "Lopende onderhandelingen", "5.1.2e"]


def test_a_gap_inside_a_sentence_stays_a_gap() -> None:
    assert "aanvraag van  af te wijzen" in parsed(BESLISNOTA).text


def test_dated_rows_are_a_table() -> None:
    parts = parsed(BESLISNOTA)
    rows = [parts.text[block.start : block.end] for block in parts.blocks if block.kind is BlockKind.TABLE]
    assert rows == ["Datum Overleg Opmerking", "3 mei 10:00-11:00 Overleg met de reder", "4 mei Besluit"]


def test_sections_head_what_follows_them() -> None:
    parts = parsed(BESLISNOTA)
    headings = [parts.text[block.start : block.end] for block in parts.blocks if block.kind is BlockKind.HEADING]
    assert headings == ["Aanleiding", "Geadviseerd besluit", "Kernpunten", "Financiële gevolgen"]
    assert parts.blocks[-1].place == "paragraaf Financiële gevolgen"
