from __future__ import annotations

from datetime import date

from ingest.document import BlockKind, Kind, Role
from tests.ingest.structure.made import KAMERBRIEF, parsed


def test_headings_without_mark_up_give_the_path() -> None:
    parts = parsed(KAMERBRIEF)
    paths = {parts.text[block.start : block.end]: block.path for block in parts.blocks}
    assert paths["De oude steigers blijven in gebruik."] == ("Steigers en havens", "2. Oude steigers")
    assert paths["Ik informeer uw Kamer voor de zomer."] == ("Vervolg",)


def test_the_place_is_the_innermost_heading_without_its_number() -> None:
    parts = parsed(KAMERBRIEF)
    assert "paragraaf Oude steigers" in {block.place for block in parts.blocks}


def test_a_list_hangs_on_its_lead_in() -> None:
    parts = parsed(KAMERBRIEF)
    items = [block for block in parts.blocks if block.kind is BlockKind.LIST_ITEM]
    assert len(items) == 2
    assert all(parts.text[slice(*item.context)] == "Er komen drie steigers bij:" for item in items if item.context)
    assert all(item.context for item in items)


def test_a_footnote_hangs_on_the_sentence_with_its_mark() -> None:
    parts = parsed(KAMERBRIEF)
    note = next(block for block in parts.blocks if block.kind is BlockKind.FOOTNOTE)
    assert note.context is not None
    assert parts.text[slice(*note.context)] == "Ik doe dat omdat uw Kamer daarom heeft gevraagd.1"


def test_the_second_half_of_a_broken_paragraph_hangs_on_the_first() -> None:
    parts = parsed(KAMERBRIEF)
    half = next(block for block in parts.blocks if parts.text[block.start : block.end].startswith("reder die"))
    assert half.context is not None
    assert parts.text[slice(*half.context)].endswith("met een")


def test_the_signature_tells_the_sender() -> None:
    parts = parsed(KAMERBRIEF)
    assert parts.kind is Kind.KAMERBRIEF
    assert parts.sender == "A.B. Voorbeeld, minister van Verkeer"
    assert {block.speaker.role for block in parts.blocks} == {Role.BEWINDSPERSOON}


def test_a_date_is_never_guessed() -> None:
    assert parsed(KAMERBRIEF).date is None
    assert parsed("Den Haag, 4 mei 2021\n\n" + KAMERBRIEF).date == date(2021, 5, 4)


def test_the_head_of_a_kamerstuk_gives_its_identifier() -> None:
    head = "12 345 Veerboten\n\n34 567 VIII Eilanden\n\nNr. 89 BRIEF VAN DE MINISTER VAN VERKEER\n\n"
    parts = parsed(head + KAMERBRIEF)
    assert parts.identifier == "kst-12345-89"
    assert parts.dossiers == ("12 345", "34 567 VIII")


def test_a_contents_list_tells_which_headings_are_the_main_ones() -> None:
    sections = ["Boten", "Havens", "Steigers", "Vervoer"]
    contents = "In deze brief:\n" + "\n".join(f"– {name} en meer" for name in sections) + "\n\n"
    body = "".join(f"{name}\n\nIets over {name} in uw Kamer.\n\nNadere uitleg\n\nEn meer.\n\n" for name in sections)
    parts = parsed("Geachte voorzitter,\n\nIk schrijf uw Kamer.\n\n" + contents + body)
    paths = [block.path for block in parts.blocks if parts.text[block.start : block.end] == "En meer."]
    assert paths == [(name, "Nadere uitleg") for name in sections]


def test_a_letter_to_others_is_a_letter() -> None:
    parts = parsed("Geacht bestuur van de haven,\n\nDank voor uw brief.\n\nMet vriendelijke groet,\n\nde havenmeester")
    assert parts.kind is Kind.BRIEF
    assert parts.recipient == "bestuur van de haven"


def test_what_is_not_known_is_unknown() -> None:
    assert parsed("De boot vaart elke dag.").kind is Kind.ONBEKEND
