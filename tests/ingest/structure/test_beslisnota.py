from __future__ import annotations

from datetime import date

import pytest

from ingest.document import BlockKind, Kind, Role
from ingest.formats.text import paged
from ingest.structure import structure
from ingest.structure.parts import Parts
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


NOTA = """\
TER BESLISSING

Aan
Minister van Verkeer

Van
5.1.2e

Onderwerp
Brief over veerboten

Aanleiding
U heeft toegezegd de Kamer in te lichten over de veerboten naar de eilanden.

Beslispunten
U wordt geadviseerd de brief te ondertekenen.

Optie A
Voordelen
• De boot vaart vaker.
Nadelen
• De boot kost meer.

████████
"""


def words(parts: Parts, place: str) -> list[str]:
    return [
        parts.text[block.start : block.end]
        for block in parts.blocks
        if block.place == place and block.kind is not BlockKind.HEADING
    ]


def test_the_head_says_to_whom_and_about_what() -> None:
    parts = parsed(NOTA)
    assert parts.kind is Kind.BESLISNOTA
    assert (parts.recipient, parts.sender, parts.title) == ("Minister van Verkeer", "", "Brief over veerboten")


def test_advice_and_arguments_are_found_by_their_place() -> None:
    parts = parsed(NOTA)
    assert words(parts, "geadviseerd besluit") == ["U wordt geadviseerd de brief te ondertekenen."]
    assert words(parts, "Optie A, voordelen") == ["• De boot vaart vaker."]
    assert words(parts, "Optie A, nadelen") == ["• De boot kost meer."]


def test_a_line_that_names_an_option_and_says_what_it_is_heads_what_is_told_of_it() -> None:
    told = "Optie A: niets doen\nEr verandert niets.\n\nOptie B: een boot tegen een lage prijs\nEr vaart een boot.\n"
    parts = parsed(NOTA.replace("Optie A\n", f"Opties\n{told}\nOptie C: een brug\n"))
    assert words(parts, "paragraaf Optie A: niets doen") == ["Er verandert niets."]
    assert words(parts, "paragraaf Optie B: een boot tegen een lage prijs") == ["Er vaart een boot."]


def test_a_row_of_options_is_no_row_of_headings() -> None:
    told = "Er zijn twee opties:\nOptie A: niets doen\nOptie B: een boot\n\nWij adviseren optie B, die snel is."
    parts = parsed(
        NOTA.replace("Optie A\nVoordelen\n• De boot vaart vaker.\nNadelen\n• De boot kost meer.\n", f"Opties\n{told}\n")
    )
    assert [one.path for one in parts.blocks if "Wij adviseren" in parts.text[one.start : one.end]] != [
        ("Optie A: niets doen", "Optie B: een boot")
    ]
    assert not any("Optie A" in name for one in parts.blocks for name in one.path)


def test_a_redaction_tells_its_ground_where_the_text_does() -> None:
    places = [block.place for block in parsed(NOTA).blocks if block.kind is BlockKind.REDACTION]
    assert places == [
        "weggelakt: artikel 5.1, lid 2, onder e, Woo (persoonlijke levenssfeer)",
        "weggelakt, de grond staat er niet bij",
    ]


def test_a_sentence_that_lost_its_first_word_goes_on_with_its_item() -> None:
    text = BESLISNOTA.replace("- er is geen begroting.\n", "- er is geen begroting.\n\n\n heeft nog geen boot.\n")
    parts = parsed(text)
    block = next(each for each in parts.blocks if parts.text[each.start :].startswith("heeft nog"))
    assert block.place.endswith("na een weggelakt begin")
    assert block.context is not None


def test_a_second_note_in_the_same_file_is_told_apart() -> None:
    second = BESLISNOTA + " en daarom vaart de boot niet.\n\nArgumenten tegen\n• De boot is oud.\n"
    table_last = second.replace("\nFinanciële gevolgen\nEr zijn geen kosten.\n", "\n")
    parts = parsed(table_last)
    assert {block.path[0] for block in parts.blocks if block.path} == {"Nota 1", "Nota 2"}
    old = next(each for each in parts.blocks if "is oud" in parts.text[each.start : each.end])
    assert old.path == ("Nota 2", "Argumenten tegen")
    assert old.place.startswith("nota 2, ")


def test_a_letter_with_headings_of_the_same_name_is_no_note() -> None:
    text = (
        "Geachte voorzitter,\n\nMet deze brief informeer ik uw Kamer, met de beslisnota als bijlage.\n\n"
        "Aanleiding\n\nUw Kamer vroeg daarom.\n\nSamenvatting\n\nDe boot vaart.\n\n"
        "Communicatie\n\nIk licht de reder in.\n"
    )
    assert parsed(text).kind is Kind.KAMERBRIEF


def test_a_field_ends_where_another_begins_on_its_line() -> None:
    parts = parsed(f"Aan de Minister Deadline: 3 mei 2024\n\nOnderwerp Boten Kenmerk: PR-77\n\n{BESLISNOTA}")
    assert (parts.recipient, parts.title) == ("de Minister", "Boten")


def test_what_is_asked_for_is_no_heading() -> None:
    parts = parsed(
        "Nota ter beslissing\n\nAanleiding\n\nDe boot is oud.\n\n"
        "Gevraagd besluit\n\nStemt u in met een nieuwe boot?\n\nKernpunten\n\n• Hij vaart.\n"
    )
    asked = next(block for block in parts.blocks if parts.text[block.start : block.end].endswith("?"))
    assert (asked.kind, asked.place) == (BlockKind.PARAGRAPH, "geadviseerd besluit")


@pytest.mark.parametrize("title", ["Beslisnota bij de brief over veerboten", "Nota inzake de steiger op Oost"])
@pytest.mark.parametrize("name", ["nota TER BESLISSING", "nota\n\nTER BESLISSING", "Nota ter informatie", "nota"])
@pytest.mark.parametrize("count", ["2", "Geen"])
def test_particulars_in_the_margin_are_no_sections(title: str, name: str, count: str) -> None:
    margin = f"Directie Veren en Havens\n\nVan\n5.1.2.e\n\nReferentie\n481\n\nBijlagen\n{count}\n\n"
    parts = parsed(f"{margin}Aan: Minister van Verkeer\n\n{name}\n\n{title}\n\n{BESLISNOTA}")
    assert parts.kind is Kind.BESLISNOTA
    assert (parts.title, parts.recipient, parts.sender) == (title, "Minister van Verkeer", "Directie Veren en Havens")
    headings = [parts.text[block.start : block.end] for block in parts.blocks if block.kind is BlockKind.HEADING]
    assert headings == ["Aanleiding", "Geadviseerd besluit", "Kernpunten", "Financiële gevolgen"]


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("TER BESLISSING\n\nnota Nieuwe boten: keuze van de reder", "Nieuwe boten: keuze van de reder"),
        ("Ter informatie\n\nNota Steigers op Oost", "Steigers op Oost"),
        ("Beslisnota vaartijden 2031 en wachttijden", "Beslisnota vaartijden 2031 en wachttijden"),
        ("Beslisnota voor de Minister van Verkeer", ""),
        ("TER BESLISSING\n\nBijlagen    2 (een kaart; een brief)\n\nnota    Steigers op Oost", "Steigers op Oost"),
        ("TER BESLISSING\n\nNota: Steigers op Oost", "Steigers op Oost"),
        ("Beslisnota: steigers op Oost en West", "steigers op Oost en West"),
        ("nota TER BESLISSING", ""),
        ("TER BESLISSING\n\nnota Datum 3 mei 2031", ""),
        ("TER BESLISSING\n\nnota Pagina 1 van 4", ""),
        ("TER BESLISSING\n\nBeslisnota wordt openbaar gemaakt bij de brief", ""),
    ],
)
def test_the_title_stands_behind_the_name_of_a_note_or_begins_with_it(head: str, title: str) -> None:
    assert parsed(f"{head}\n\n{BESLISNOTA}").title == title


def test_the_margin_of_the_first_page_holds_particulars_and_no_note_of_a_later_mark() -> None:
    margin = "Directie\nVeren en Havens\nVan\n5.1.2.e\nBijlagen\n2\nUiterste beslisdatum\n3 mei 2031\n"
    head = f"{margin}\nAan: Minister van Verkeer\n\nTER BESLISSING\n\n"
    later = "Toelichting\n\nDe reder1 wil een steiger.2\n\n1 Van het eiland.\n2 Van hout.\n"
    parts = structure(paged(f"{head}{BESLISNOTA}\f{later}"))
    notes = [parts.text[block.start : block.end] for block in parts.blocks if block.kind is BlockKind.FOOTNOTE]
    assert notes == ["1 Van het eiland.", "2 Van hout."]
    assert (parts.recipient, parts.sender) == ("Minister van Verkeer", "Directie Veren en Havens")
    assert "Bijlagen" not in [block.path[0] for block in parts.blocks if block.path]


@pytest.mark.parametrize("label", ["Datum:", "Datum document:", "Datum nota"])
def test_the_day_of_a_note_stands_behind_its_label(label: str) -> None:
    assert parsed(f"TER BESLISSING\n\n{label} 5 maart 2031\n\n{BESLISNOTA}").date == date(2031, 3, 5)


def test_the_dossier_in_the_head_is_that_of_the_note() -> None:
    assert parsed(f"TER BESLISSING\n\nDossier 12 345 Boten\n\n{BESLISNOTA}").dossiers == ("12 345",)
    assert parsed(f"TER BESLISSING\n\n{BESLISNOTA}\nDossier 12 345 ligt bij de reder.").dossiers == ()


def test_a_line_whose_sentence_goes_on_in_the_list_below_it_is_no_heading() -> None:
    parts = parsed(f"{BESLISNOTA}\nEen boot vaart alleen als:\n\n• de reder dat wil;\n• het eb is.\n")
    made = next(block for block in parts.blocks if parts.text[block.start :].startswith("Een boot"))
    assert made.kind is BlockKind.PARAGRAPH


def test_a_directie_that_a_note_goes_to_did_not_send_it() -> None:
    parts = parsed(f"Nota ter informatie\n\nAan\nDirectie Havens\n\nVan\n5.1.2.e\n\n{BESLISNOTA}")
    assert (parts.recipient, parts.sender) == ("Directie Havens", "")


def test_a_section_with_the_annexes_below_it_is_one_still() -> None:
    parts = parsed(f"{BESLISNOTA}\nBijlagen\n1. Een tekening van de boot\n2. Een brief van de reder\n")
    assert parts.blocks[-1].path[0] == "Bijlagen"


@pytest.mark.parametrize(
    "lead_in",
    [
        "Bij deze boot gelden voor de reder de volgende eisen:",
        "De planning ziet er bij deze keuze als volgt uit:",
        "Een boot komt alleen in aanmerking als:",
        "Wij vragen u om:",
    ],
)
def test_what_leads_a_list_in_is_no_heading(lead_in: str) -> None:
    parts = parsed(f"{BESLISNOTA}\nVoorwaarden voor de reder\n\n{lead_in}\n• de boot vaart;\n• de boot is heel.\n")
    lead = next(block for block in parts.blocks if parts.text[block.start : block.end] == lead_in)
    last = parts.blocks[-1]
    assert (lead.kind, last.context) == (BlockKind.PARAGRAPH, (lead.start, lead.end))
    assert last.path[-1] == "Voorwaarden voor de reder"


def test_a_footnote_is_placed_by_its_number_wherever_it_stands() -> None:
    parts = parsed(
        "Nota ter beslissing\n\nAanleiding\n\nDe boot is oud.\n\n"
        "Gevraagd besluit\n\nU wordt gevraagd de boot te kopen.1\n\n1 Brief van de reder.\n\n"
        "Informatie die niet openbaar gemaakt kan worden Deze nota is openbaar.2\n\n2 Besluit van de reder.\n"
    )
    assert [block.place for block in parts.blocks if block.kind is BlockKind.FOOTNOTE] == ["voetnoot 1", "voetnoot 2"]


def test_a_heading_with_a_colon_is_one_still() -> None:
    parts = parsed(f"{BESLISNOTA}\nVoorwaarden voor de reder:\n\n\u2022 De boot vaart.\n\u2022 De boot is heel.\n")
    assert parts.blocks[-1].path[-1] == "Voorwaarden voor de reder"


def test_the_number_of_annexes_in_the_margin_runs_on_with_the_next_field_and_opens_no_section() -> None:
    margin = "Referentie\n48123\nBijlagen\n2\nUiterste beslisdatum\n3 mei 2021\n\n"
    parts = parsed(f"{margin}Aan: Minister van Verkeer\n\nTER BESLISSING\n\n{BESLISNOTA}")
    headings = [parts.text[block.start : block.end] for block in parts.blocks if block.kind is BlockKind.HEADING]
    assert headings[0] == "Aanleiding"


def test_a_field_below_the_label_of_the_directie_is_no_sender() -> None:
    assert parsed(f"TER BESLISSING\n\nAan\nDe reder\n\nDirectie\n\nDatum 3 mei 2031\n\n{BESLISNOTA}").sender == ""
