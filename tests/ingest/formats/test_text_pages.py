from __future__ import annotations

import re

import pytest

from ingest.document import Block, BlockKind
from ingest.formats.paged_text import Row
from ingest.formats.text_pages import paged
from ingest.structure import Parts, structure

FOOT = "Tweede Kamer, vergaderjaar 2025–2026, 99 123, nr. 4 {}"
PRINTED = f"""99 123 Wijziging van de Veerwet in verband met de tarieven van kleine veren op het water tussen de
eilanden en het vasteland, de vergoeding die de Minister daarvoor aan de gemeenten betaalt en de termijnen waarbinnen
deze gemeenten daarover verantwoording afleggen (Wet kleine veren)
Nr. 4 NOTA VAN WIJZIGING
Ontvangen 12 november 2025

Toelichting

De kade werd gekozen na het verslag van 11 september 2025.1 Een
reder mag voor elke boot een bewijs vragen van de haven en een ver-

1 Kamerstuk 99 123, nr. 3.
{FOOT.format(1)}

goeding voor de vaart is niet nodig. Dat stond al in het voorstel.

De tarieven staan in tabel 1.

Tabel 1: Tarieven van de veren, in euro's
Soort boot 2024 2025 Verschil
Kleine (open) veren 4 4 0
Grote veren 31 29 -2
Alle boten samen 35 33 -2

De gemeenten leggen hierover verantwoording af.

De Minister van Water,
A.B. Voorbeeld

{FOOT.format(2)}
"""


def words(parts: Parts, kind: BlockKind) -> list[str]:
    return [parts.text[each.start : each.end] for each in parts.blocks if each.kind is kind]


def block_with(parts: Parts, said: str) -> Block:
    return next(each for each in parts.blocks if said in parts.text[each.start : each.end])


def test_the_feet_that_count_on_end_the_pages_and_a_sentence_goes_on_over_the_notes() -> None:
    parts = structure(paged(PRINTED))
    assert words(parts, BlockKind.FOOTNOTE) == ["1 Kamerstuk 99 123, nr. 3."]
    whole = block_with(parts, "vergoeding voor de vaart is niet nodig")
    note = next(each for each in parts.blocks if each.kind is BlockKind.FOOTNOTE)
    assert (whole.page, note.page) == (1, 1)
    assert note.context is not None
    assert parts.text[slice(*note.context)] == "De kade werd gekozen na het verslag van 11 september 2025.1"
    assert {each.page for each in parts.blocks} == {1, 2}


def test_a_nota_is_called_by_its_dossier_and_who_signed_it_speaks_in_its_toelichting() -> None:
    parts = structure(paged(PRINTED))
    assert re.fullmatch("Wijziging van de Veerwet.*: Nota van wijziging", parts.title)
    said = {parts.text[each.start : each.end][:9]: each.speaker.name for each in parts.blocks}
    assert (said["De kade w"], said["99 123 Wi"]) == ("minister A.B. Voorbeeld", "")


def test_the_rows_of_a_flat_table_are_rows_with_their_heads_and_no_headings() -> None:
    parts = structure(paged(PRINTED))
    assert words(parts, BlockKind.HEADING) == ["Toelichting"]
    row = block_with(parts, "Grote veren 31 29 -2")
    assert (row.kind, row.path) == (BlockKind.TABLE, ("Toelichting",))
    assert row.context is not None
    assert (
        parts.text[slice(*row.context)] == "Tabel 1: Tarieven van de veren, in euro's\n\nSoort boot 2024 2025 Verschil"
    )


@pytest.mark.parametrize(
    "lines",
    [
        "Tabel 1 laat zien dat er 4 veren zijn\nen 31 boten, dus samen\n35 in 2025.",
        "Tabel 1: Boten\nSoort 2024 2025\nVeren 4 5\nBoten in de haven 31",  # not as many figures
        "Tabel 1: Boten\nSoort 2024 2025\nVeren 4 5",  # one row
        "Boten\nSoort veren\nVeren 4 5\nPonten 3 1",  # no head
        "Tabel 1 toont het aantal boten\nin de havens\nschooljaren 2023 2024\nschooljaren 2024 2025",
    ],
)
def test_lines_that_do_not_all_end_in_as_many_figures_are_no_table(lines: str) -> None:
    assert paged(lines).rows == {}


def test_a_table_with_two_lines_of_heads() -> None:
    lines = "Tabel 2. Boten\nper haven\nSoort Aantal Prijs\nVeren 4 € 5,10\nPonten 3 € 1"
    assert [*paged(lines).rows.values()] == [Row.OPENS | Row.HEAD, Row.HEAD, Row.HEAD, Row.BODY, Row.BODY]


@pytest.mark.parametrize(
    ("body", "below"),
    [
        ("De boot vaart.", "niet altijd."),  # its sentence is at its end
        ("De boot vaart naar", "De haven is vol."),  # no small letter
        ("De boot1 vaart", "a. naar de haven;"),  # an item of a list
        ("Wij lezen de wet.1 Daar staat het in.\n\nDe boot", "die vaart."),  # no full line
        ("De boot vaart naar", "de haven."),  # the number is called nowhere
    ],
)
def test_only_what_goes_on_moves_over_the_notes(body: str, below: str) -> None:
    text = f"{body}\n\n1 Zie de wet.\n{FOOT.format(1)}\n\n{below}\n{FOOT.format(2)}"
    assert paged(text).text == text


def test_feet_that_do_not_count_on_are_none_of_pages() -> None:
    assert not paged(f"Een.\n{FOOT.format(7)}\nTwee.\n{FOOT.format(4)}\nDrie.").page_starts


def test_a_line_of_years_below_a_long_caption_is_a_head() -> None:
    lines = "Tabel 2: Boten\nper haven en per jaar\nSoort 2024 2025\nVeren 4 5\nPonten 3 1"
    assert [*paged(lines).rows.values()] == [Row.OPENS | Row.HEAD, Row.HEAD, Row.HEAD, Row.BODY, Row.BODY]


def test_a_note_that_runs_on_over_the_page_is_not_glued_to_the_text_above_it() -> None:
    text = "De boot1 vaart naar\n\n1 Dat is de boot die naar\n\fhet eiland gaat.\n\nde haven."
    assert paged(text).text == text.replace("\f", "\n")


def test_a_numbered_question_at_the_foot_of_a_page_is_no_note() -> None:
    text = "Vragen\n\n1 Weet u dat de reder voor boten geen plek\n\fvindt in de haven?\n\n2 Hoe kan dat?"
    assert paged(text).text == text.replace("\f", "\n")


SAID = [
    "De minister heeft besloten dat de pont voortaan elke dag zal varen en daarvoor wordt",
    "een schipper gezocht. De haven blijft in de winter open, al zal er dan niet vaker dan",
    "twee keer per dag een boot aankomen. Over de prijs van een kaartje wordt later in het",
    "jaar besloten. Dat is dan alles.",
]
HEAD = "Directie Veren\nOnze zaak\n58214077\nMinisterie van Water"


@pytest.mark.parametrize("first", [1, 2])
def test_what_comes_back_beside_the_numbers_of_pages_does_not_cut_a_sentence(first: int) -> None:
    """They stand at the foot of each page from the first on, or at the head of each from the second."""
    between = [f"\n\nPagina {number} van 4\n\n{HEAD}\n\n" for number in range(first, first + 3)]
    last = "\n\nPagina 4 van 4" if first == 1 else ""
    found = paged(f"Beste lezer,\n\n{''.join(map(str.__add__, SAID, [*between, last]))}")
    parts = structure(found)
    assert [parts.text[one.start : one.end] for one in parts.blocks[1:]] == [" ".join(SAID)]
    assert [found.page_at(found.text.index(said)) for said in SAID] == [1, 2, 3, 4]


@pytest.mark.parametrize("mark", ["Ministerie van Water          Pagina {} van {}", "Zaak 12 | Pagina {} van {}"])
@pytest.mark.parametrize("first", [1, 2])
def test_the_number_of_a_page_may_stand_behind_its_running_head(mark: str, first: int) -> None:
    """At the foot of each page but the last, or at the head of each, on the first below the letterhead."""
    between = [f"\n\n{mark.format(number, 4)}\n{HEAD}\n\n" for number in range(first, first + 3)]
    said = "".join(map(str.__add__, SAID, [*between, ""]))
    above = "Zaak 58214077\n\nPagina 1 van 4\n\n" if first == 2 else ""
    found = paged(f"{above}Beste lezer,\n\n{said}")
    parts = structure(found)
    assert " ".join(SAID) in [parts.text[one.start : one.end] for one in parts.blocks]
    assert [found.page_at(found.text.index(said)) for said in SAID] == [1, 2, 3, 4]


@pytest.mark.parametrize(
    "text",
    [
        "Een.\n\nPagina 2 van 5\n\nTwee.",  # one alone
        "Pagina 2 van 3\n\nTwee.\n\nPagina 3 van 3\n\nDrie.",  # the first page is not there
        "Een.\n\nPagina 2 van 3\n\nTwee.\n\nPagina 3 van 3",  # where the first ends, nobody can tell
        "Een.\n\nPagina 1 van 2\n\nTwee.\n\nPagina 2 van 3",
        "Een.\n\nPagina 1 van 4\n\nTwee.\n\nPagina 3 van 4\n\nVier.",
        "De haven  Pagina 1 van 9\nDe boten  Pagina 2 van 9\nEr varen boten.",  # contents
        "De haven  Pagina 1 van 2\nDe boten  Pagina 2 van 2\nEr varen boten.",
        "Een brief.\nPagina 1 van 2\nDe rest.\nPagina 2 van 2\nEen bijlage, die lang genoeg is om te tellen.\n",
        f"Een.\n{FOOT.format(2)}\nTwee.\n{FOOT.format(3)}\nDrie.",
    ],
)
def test_numbers_that_do_not_tell_where_each_page_ends_are_none_of_pages(text: str) -> None:
    assert not paged(text).page_starts


def test_pages_that_begin_with_their_number_are_numbered_so() -> None:
    found = paged("Pagina 1 van 2\nEen.\nPagina 2 van 2\nTwee.")
    assert [found.page_at(found.text.index(word)) for word in ("Een", "Twee")] == [1, 2]


def test_a_running_title_above_or_below_a_page_number_is_dropped_and_answers_stay() -> None:
    pages = [f"{said}\nRapport De Pont\n{number}" for number, said in enumerate(SAID, start=1)]
    parts = structure(paged("\f".join(pages)))
    assert "Rapport" not in parts.text
    behind = [f"Dat is {'heel ' * n}zeker.\nEr vaart {'niet ' * n}een boot." for n in range(1, 7)]
    asked = [
        f"Vraag {n}\nVaart pont {chr(64 + n)} nog?\nAntwoord\nJa.\n{text}" for n, text in enumerate(behind, start=1)
    ]
    told = structure(paged("\f".join(["Antwoord\nJa.\nDat bleek eerder.", *asked])))
    assert told.text.count("Ja.") == 7
