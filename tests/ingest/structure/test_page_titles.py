from __future__ import annotations

import pytest

from ingest.document import Kind
from ingest.formats import html
from ingest.formats.paged_text import PagedText
from ingest.structure import structure
from tests.ingest.structure.made import AANHANGSEL, parsed

LETTER = (
    "<p>12 345 Havens</p><p>Nr. 7 BRIEF VAN DE MINISTER VAN VERKEER</p>"
    "<p>Aan de Voorzitter van de Tweede Kamer der Staten-Generaal</p><p>Den Haag, 4 mei 2021</p>{}"
    "<p>Hierbij stuur ik uw Kamer het plan.</p><p>De Minister van Verkeer,<br>A.B. Voorbeeld</p>"
)
GREETING = "<p>Geachte voorzitter,</p>"


@pytest.mark.parametrize("menu", ["", "Ga naar de inhoud\nHome Kamerstukken Brieven\n"])
@pytest.mark.parametrize("between", ["", "Download document\n\n"])
def test_the_line_of_the_site_tells_the_title_and_the_dossier_below_it_the_number(menu: str, between: str) -> None:
    parts = parsed(
        f"{menu}Brief regering : Plan voor de veerboten en voor alle steigers van de havens op de eilanden\n{between}"
        "12 345 Havens\nNr. 7 BRIEF VAN DE MINISTER VAN VERKEER\nAan de Voorzitter van de Tweede Kamer der "
        "Staten-Generaal\nDen Haag, 4 mei 2021\nHierbij stuur ik uw Kamer het plan.\nDe boot vaart elke dag.\n"
    )
    assert parts.title == "Plan voor de veerboten en voor alle steigers van de havens op de eilanden"
    assert (parts.kind, parts.identifier, parts.dossiers) == (Kind.KAMERBRIEF, "kst-12345-7", ("12 345",))


def test_a_motie_of_several_dossiers_has_the_number_of_the_first() -> None:
    parts = parsed(
        "Motie : Motie van het lid Kaai over een tweede steiger\n12 345 Havens\n23 456\nBoten\nNr. 7\n"
        "MOTIE VAN HET LID KAAI\nVoorgesteld 4 mei 2021\nDe Kamer,\ngehoord de beraadslaging,\n"
        "verzoekt de regering de steiger te bouwen,\nen gaat over tot de orde van de dag.\nKaai\n"
    )
    assert (parts.title, parts.identifier) == ("Motie van het lid Kaai over een tweede steiger", "kst-12345-7")
    assert parts.dossiers == ("12 345", "23 456")


def test_an_aanhangsel_keeps_the_title_of_its_questions() -> None:
    line = "Antwoord schriftelijke vragen : Antwoord op vragen van het lid Voorbeeld over de boot en de andere boten"
    parts = parsed(f"{line}\n{AANHANGSEL[AANHANGSEL.index('Vragen van het lid') :]}")
    assert parts.title == "Vragen van het lid Voorbeeld (ABC) over de boot naar het eiland"
    assert parts.text.startswith(f"{line}\n\nVragen van het lid Voorbeeld (ABC)")


@pytest.mark.parametrize("greeting", ["", GREETING])
@pytest.mark.parametrize(("opens", "title"), [("<h1>Plan</h1>", "Havens"), ("<h1>Havens nu</h1>", "Havens nu")])
def test_the_heading_of_a_page_calls_the_letter_below_it(greeting: str, opens: str, title: str) -> None:
    parts = structure(html.read(f"<body>{opens}<h2>Een ander kopje</h2>{LETTER.format(greeting)}</body>".encode()))
    assert parts.title == title
    assert {block.path for block in parts.blocks} == {()}


def test_the_subject_of_a_letter_stands_before_the_heading_of_its_page() -> None:
    body = f"<h1>Brief over boten</h1>{LETTER.format('<p>Betreft: Plan voor de veerboten</p>' + GREETING)}"
    assert structure(html.read(f"<body>{body}</body>".encode())).title == "Plan voor de veerboten"


def test_a_heading_below_the_dossier_is_no_title() -> None:
    page = f"<body>{LETTER.format('<h1>Een nieuwe haven</h1>')}</body>"
    assert structure(html.read(page.encode())).title == "Havens"


def test_what_a_page_says_above_a_letter_is_said_by_nobody() -> None:
    page = f"<body><h1>Brief over boten</h1><p>De minister schrijft over boten.</p>{LETTER.format('')}</body>"
    parts = structure(html.read(page.encode()))
    said = [parts.text[block.start : block.end] for block in parts.blocks if block.speaker.name]
    assert said[0] == "Hierbij stuur ik uw Kamer het plan."


def test_a_number_that_the_file_records_counts_where_it_is_one() -> None:
    text = "12 345 Havens\n\nNr. 7 BRIEF VAN DE MINISTER VAN VERKEER\n\nHierbij stuur ik uw Kamer het plan.\n"
    assert structure(PagedText(text=text, identifier="kst-12345-7-h1")).identifier == "kst-12345-7-h1"
    assert structure(PagedText(text=text, identifier="pagina-7")).identifier == "kst-12345-7"


@pytest.mark.parametrize(
    "heading",
    [
        "Tweede Kamer der Staten-Generaal",
        "Tweede Kamer, vergaderjaar 2020-2021",
        "Vergaderjaar 2020-2021",
        "Ministerie van Verkeer",
        "Kamerstuk 12345, nr. 7",
        "12345-VIII, nr. 7",
    ],
)
def test_a_heading_that_names_house_ministry_or_number_is_no_title(heading: str) -> None:
    page = f"<body><h1>{heading}</h1>{{}}{LETTER.format('')}</body>"
    assert structure(html.read(page.format("").encode())).title == "Havens"
    assert structure(html.read(page.format("<h2>De nieuwe haven</h2>").encode())).title == "De nieuwe haven"


def test_what_is_said_in_a_debate_is_no_title() -> None:
    turns = "De heer Kaai (XYZ):\n\nDat is goed.\n\nDe voorzitter:\n\nDank u.\n\n" * 2
    said = f"De voorzitter:\n\nMotie van het lid Kaai over de steiger : Wie stemt voor?\n\n{turns}"
    assert parsed(f"Stemmingen over de havens\n\n{said}").title == "Stemmingen over de havens"


def test_a_line_below_the_head_of_a_letter_is_no_title() -> None:
    letter = "12 345 Havens\n\nNr. 7 BRIEF VAN DE MINISTER VAN VERKEER\n\nBrief van de raad : De steiger is oud.\n"
    assert parsed(letter).title == "Havens"


@pytest.mark.parametrize("number", ["Nr. 7", "Nr. 7 HERDRUK", "B"])
def test_the_title_of_a_letter_heads_it_however_it_is_numbered(number: str) -> None:
    letter = LETTER.format("").replace("<p>12 345 Havens</p>", "").replace("Nr. 7", number)
    assert structure(html.read(f"<body><h1>De nieuwe haven</h1>{letter}</body>".encode())).title == "De nieuwe haven"
