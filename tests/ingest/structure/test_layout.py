from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.formats.paged_text import PagedText, Row
from ingest.formats.text_pages import paged
from ingest.structure.layout import Layout, lay_out
from ingest.structure.shapes import Shape
from tests.ingest.structure.made import AANHANGSEL, BESLISNOTA, KAMERBRIEF, OVERLEG, TEXTS

COLOURS = ("rood", "wit", "geel", "groen")
PLACES = (("Noord", 312), ("Oost", 41), ("Zuid", 77), ("West", 198))


def texts_of(raw: str) -> list[str]:
    layout = lay_out(PagedText(text=raw))
    return [layout.text[unit.start : unit.end] for unit in layout.units]


def kept(raw: str, layout: Layout) -> str:
    """The raw text without what the layout says it left out."""
    pieces, offset = [], 0
    for stretch in layout.dropped:
        pieces.append(raw[offset : stretch.start])
        offset = max(offset, stretch.end)
    return "".join([*pieces, raw[offset:]])


@given(TEXTS)
def test_canonical_text_differs_from_the_file_only_by_the_width_of_space_and_what_is_listed(raw: str) -> None:
    layout = lay_out(PagedText(text=raw))
    assert layout.text.split() == kept(raw, layout).split()


@given(st.text())
def test_any_text_can_be_laid_out(raw: str) -> None:
    layout = lay_out(PagedText(text=raw))
    assert layout.text.split() == kept(raw, layout).split()


@given(TEXTS)
def test_units_follow_each_other_and_leave_out_only_white_space(raw: str) -> None:
    layout = lay_out(PagedText(text=raw))
    offset = 0
    for unit in layout.units:
        assert unit.start < unit.end
        assert not layout.text[offset : unit.start].strip()
        offset = unit.end
    assert offset == len(layout.text)


def test_only_line_ends_furniture_and_torn_marks_are_ever_left_out() -> None:
    for raw in (AANHANGSEL, BESLISNOTA, KAMERBRIEF, OVERLEG):
        for stretch in lay_out(PagedText(text=raw)).dropped:
            assert stretch.why in {"line end", "page furniture", "letterhead", "torn mark"}


def test_lines_of_a_paragraph_are_joined_by_a_space() -> None:
    assert texts_of("De boot vaart elke dag van het\neiland naar de haven.") == [
        "De boot vaart elke dag van het eiland naar de haven."
    ]


def test_who_signs_for_a_committee_begins_a_line_below_a_full_one() -> None:
    full = "De vragen zijn op 3 mei 2031 aan de Minister van Havens en Boten voorgelegd, en alle beantwoord."
    signs = ["De voorzitter van de commissie, Veerman", "Adjunct-griffier van de commissie, Van der Sluis"]
    assert texts_of("\n".join([full, full, *signs]))[-2:] == signs


def test_an_empty_line_ends_a_paragraph() -> None:
    assert texts_of("De boot vaart.\n\nDe steiger is dicht.") == ["De boot vaart.", "De steiger is dicht."]


def test_empty_lines_between_all_lines_end_none() -> None:
    raw = (
        "De boot vaart elke dag van de grote haven naar het kleine eiland in\n\n"
        "Zeeland, en terug naar de haven waar zij vandaan komt, en waar zij ook\n\n"
        "wordt hersteld als dat nodig is, wat gelukkig niet vaak het geval is.\n\n \n\n"
        "Nieuwe alinea over de steiger die naast de haven ligt en die al heel\n\n"
        "lang dicht is."
    )
    assert [text[:5] for text in texts_of(raw)] == ["De bo", "Nieuw"]


def test_a_footnote_in_mid_sentence_stands_apart_in_its_own_place() -> None:
    layout = lay_out(PagedText(text=KAMERBRIEF))
    at = next(index for index, unit in enumerate(layout.units) if unit.shape is Shape.FOOTNOTE)
    before, note, after = (layout.text[unit.start : unit.end] for unit in layout.units[at - 1 : at + 2])
    assert before.endswith("met een")
    assert note == "1 Kamerstuk 12 345, nr. 6."
    assert after == "reder die daar al jaren vaart."


def test_a_number_without_a_mark_is_no_footnote() -> None:
    raw = "De boot vaart naar het eiland.\n\n1 Januari is een vrije dag."
    shapes = [unit.shape for unit in lay_out(PagedText(text=raw)).units]
    assert shapes == [Shape.TEXT, Shape.TEXT]


def test_two_spaces_inside_a_line_are_kept() -> None:
    assert texts_of("De aanvraag van  is afgewezen.") == ["De aanvraag van  is afgewezen."]


def test_a_gap_at_the_line_end_keeps_two_spaces() -> None:
    raw = "\n".join(["Gewone regel."] * 9) + "\n\nOok bedient  \n\n leerlingen die elders geen plek vinden."
    assert texts_of(raw)[-1] == "Ook bedient  leerlingen die elders geen plek vinden."


def test_page_furniture_is_dropped_and_listed() -> None:
    foot = "ah-tk-20222023-11\nISSN 0921 - 7398\nTweede Kamer, vergaderjaar 2022–2023, Aanhangsel 1"
    raw = f"De boot vaart van\n{foot}\nhet eiland."
    layout = lay_out(PagedText(text=raw))
    assert layout.text == "De boot vaart van het eiland."
    assert {stretch.why for stretch in layout.dropped} == {"page furniture"}


def test_the_parts_of_a_foot_on_one_line_are_furniture_too() -> None:
    foot = "ISSN 0921 - 7398 ’s-Gravenhage 2023 Tweede Kamer, vergaderjaar 2022–2023, Aanhangsel 1"
    layout = lay_out(PagedText(text=f"De boot vaart van\nah-tk-20222023-11\n{foot}\nhet eiland."))
    assert layout.text == "De boot vaart van het eiland."


def test_what_comes_back_on_pages_that_hold_nothing_else_is_kept() -> None:
    steigers = [f"Steiger {number}" for number in range(1, 5)]
    starts = (0, 10, 20, 30)
    alone = lay_out(PagedText(text="\n".join(steigers), page_starts=starts))
    assert [name in alone.text for name in steigers] == [True] * 4
    boten = [f"{name}\nBoot {name[-1]} is {colour}." for name, colour in zip(steigers, COLOURS, strict=True)]
    text = "\n".join(boten)
    layout = lay_out(PagedText(text=text, page_starts=tuple(text.index(name) for name in steigers)))
    assert "Steiger" not in layout.text


def test_a_mark_torn_off_its_word_is_taken_out_and_its_footnote_kept() -> None:
    raw = "De boot vaart naar\n7\nhet eiland.\n\n7\n Dienstregeling, nr. 3.\n" + "\n\nGewone tekst." * 8
    layout = lay_out(PagedText(text=raw))
    assert layout.text.startswith("De boot vaart naar het eiland.\n\n7 Dienstregeling, nr. 3.")
    assert [mark.number for mark in layout.torn] == ["7"]


def test_the_page_of_a_unit_is_the_page_of_its_first_line() -> None:
    layout = lay_out(PagedText(text="Een.\n\nTwee.", page_starts=(0, 6)))
    assert [unit.page for unit in layout.units] == [1, 2]


def test_where_a_paragraph_runs_over_a_page_is_known() -> None:
    text = "De veerboot vaart elke dag van de haven naar het\neiland. Kaartjes kosten niets.\n\nTwee."
    layout = lay_out(PagedText(text=text, page_starts=(0, text.index("eiland"))))
    assert layout.pages == ((0, 1), (layout.text.index("eiland"), 2))
    assert [unit.page for unit in layout.units] == [1, 2]


def test_each_joint_without_a_space_is_listed() -> None:
    raw = "De veer-\nboot van de VO-\nraad vaart."
    layout = lay_out(PagedText(text=raw))
    assert layout.text == "De veerboot van de VO-raad vaart."
    assert [raw[mend.start : mend.end] for mend in layout.dropped] == ["-\n", "\n"]


def test_the_page_number_beside_a_running_foot_is_furniture() -> None:
    raw = "De boot vaart van\nTweede Kamer, vergaderjaar 2020–2021, 12 345, nr. 6\n2\nhet eiland."
    assert texts_of(raw) == ["De boot vaart van het eiland."]


@pytest.mark.parametrize("edge", ["Daarvan reizen {} ver", "Reistijd: {} minuten", "{} kinderen", "Groep {} van 8"])
def test_a_line_with_another_figure_on_each_page_is_no_running_head(edge: str) -> None:
    pages = [f"Regio {name}\n\nEr zijn kinderen in {name}.\n\n{edge.format(n)}" for name, n in PLACES]
    text = lay_out(paged("\f".join(pages))).text
    assert all(edge.format(n) in text for _, n in PLACES)


@pytest.mark.parametrize("foot", ["Monitor 2025 - {}", "Monitor 2025", "Monitor | blad {} van 4"])
def test_a_line_that_counts_along_with_the_pages_is_a_running_head(foot: str) -> None:
    pages = [
        f"Kop van {name}\n\nEr zijn kinderen in {name}.\n\n{foot.format(number)}"
        for number, (name, _) in enumerate(PLACES, start=1)
    ]
    assert "Monitor" not in lay_out(paged("\f".join(pages))).text


def test_a_sentence_that_closes_every_page_is_kept() -> None:
    pages = [f"Er zijn {n} kinderen in {name}.\n\nDe gemeente betaalt de taxi." for name, n in PLACES]
    assert lay_out(paged("\f".join(pages))).text.count("De gemeente betaalt de taxi.") == len(PLACES)


RULED = """\
Geachte voorzitter,

1 Aanleiding

De boot vaart 1.

Elk uur komt er een
boot.
______________
1 Raad voor Havens, Monitor.

2 Uitvoering

De haven is open 2.

3 Slot

Dat is alles.
______________
2 Kamerstuk 12 345, nr. 6.
"""


def test_notes_stand_below_a_line_of_dashes_and_numbered_headings_behind_them_are_none() -> None:
    layout = lay_out(PagedText(text=RULED))
    notes = [layout.text[unit.start : unit.end] for unit in layout.units if unit.shape is Shape.FOOTNOTE]
    assert notes == ["1 Raad voor Havens, Monitor.", "2 Kamerstuk 12 345, nr. 6."]
    assert "Elk uur komt er een boot." in layout.text.split("\n\n")


def test_a_reference_of_the_letterhead_comes_again_on_the_next_page() -> None:
    text = "Datum: 3 mei 2024\nKenmerk: 2024-0000311\n\nGeachte heer,\n\nDe boot\n\nKenmerk\n2024-0000311\n\nvaart.\n"
    assert "Kenmerk" not in lay_out(PagedText(text=text)).text.split("Geachte heer,")[1]
    other = text.replace("Kenmerk\n2024-0000311", "Kenmerk\n2024-0000312")
    assert "2024-0000312" in lay_out(PagedText(text=other)).text


@pytest.mark.parametrize(
    ("row", "mended"),
    [
        ("Lands- deel | Boten", "Landsdeel | Boten"),
        ("Haven | 2030– 2031 | 2031- 2032", "Haven | 2030–2031 | 2031-2032"),
        ("Noord- Holland | 3 - 4 | veer- en vrachtboten", "Noord-Holland | 3 - 4 | veer- en vrachtboten"),
        ("Haven – Noord | -", "Haven – Noord | -"),
    ],
)
def test_a_word_that_a_cell_breaks_is_mended_where_the_file_has_line_ends(row: str, mended: str) -> None:
    raw = f"Havens\n\n{row}"
    printed = lay_out(PagedText(text=raw, page_starts=(0,), rows={8: Row.OPENS}))
    assert printed.text == f"Havens\n\n{mended}"
    assert printed.text.split() == kept(raw, printed).split()
    assert lay_out(PagedText(text=raw, rows={8: Row.OPENS})).text == raw
