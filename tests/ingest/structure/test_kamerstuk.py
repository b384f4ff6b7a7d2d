from __future__ import annotations

import pytest

from ingest.document import BlockKind, Kind, Role
from ingest.formats.paged_text import PagedText
from ingest.structure import structure
from tests.ingest.structure.made import parsed

HOUSE = "Tweede Kamer der Staten-Generaal\n\nVergaderjaar 2020-2021\n\n"
LETTER = (
    "Aan de Voorzitter van de Tweede Kamer der Staten-Generaal\n\nDen Haag, 4 mei 2021\n\n"
    "Hierbij stuur ik uw Kamer het plan.\n\nDe boot vaart elke dag.\n"
)


@pytest.mark.parametrize(
    ("head", "identifier", "dossiers"),
    [
        ("21 501-31 Raad voor Havens\n\nNr. 207 BRIEF VAN", "kst-21501-31-207", ("21 501-31",)),
        ("21 501-31, nr. 207\n\nBRIEF VAN", "kst-21501-31-207", ("21 501-31",)),
        ("36 200 VIII Begroting van de havens\n\nnr. 7\nBRIEF VAN", "kst-36200-VIII-7", ("36 200 VIII",)),
        ("36 200 A Begroting van de boten\n\nNr. 7 BRIEF VAN", "kst-36200-A-7", ("36 200 A",)),
        ("12 345 Boten\n\n21 501-20 Raad\n\nNr. 9 BRIEF VAN", "kst-12345-9", ("12 345", "21 501-20")),
        ("35 050 Wet op de boten\n\nB BRIEF VAN", "kst-35050-B", ("35 050",)),
        ("35 050 Wet op de boten\n\nNr. 7 HERDRUK BRIEF VAN", "kst-35050-7-h1", ("35 050",)),
        ("35 050 Wet op de boten\n\nNr. 7 Gecorrigeerde versie\n\nBRIEF VAN", "kst-35050-7-n1", ("35 050",)),
        ("kst-31497-448-h1\nISSN 0921 - 7371\n\n31 497 Boten\n\nNr. 448 BRIEF VAN", "kst-31497-448-h1", ("31 497",)),
        ("kst-35050-7-h10\n\n35 050 Boten\n\nNr. 7 HERDRUK BRIEF VAN", "kst-35050-7-h10", ("35 050",)),
        ("kst-21501-31-207\nISSN 0921 - 7371\n\n21 501-31 Havens\n\nBRIEF VAN", "kst-21501-31-207", ("21 501-31",)),
    ],
)
def test_the_head_gives_number_and_dossiers(head: str, identifier: str, dossiers: tuple[str, ...]) -> None:
    parts = parsed(f"{HOUSE}{head} DE MINISTER VAN VERKEER\n\n{LETTER}")
    assert (parts.identifier, parts.dossiers) == (identifier, dossiers)
    assert parts.kind is Kind.KAMERBRIEF


@pytest.mark.parametrize("below", ["varen elk jaar over.", "varen over.\nNr. 7 van de boten vaart niet."])
def test_a_figure_of_running_text_at_a_line_end_is_no_dossier(below: str) -> None:
    opening = "Met de boten van de reder en met die van de gemeente zijn vorig jaar in totaal"
    text = f"{opening}\n12 345 Nederlandse reizigers uit de havens en van de grote en kleine eilanden\n{below}"
    parts = parsed(f"Geachte voorzitter,\n\n{text}\nDat is meer dan ooit tevoren.\n")
    assert f"{opening} 12 345 Nederlandse reizigers" in parts.text
    assert (parts.dossiers, parts.identifier) == ((), "")


def test_a_number_within_a_sentence_is_another_papers() -> None:
    assert parsed("Geachte voorzitter,\n\nZie ook kst-12345-6 voor uw Kamer.\n").identifier == ""


@pytest.mark.parametrize(
    ("heading", "sender", "role"),
    [
        (
            "DE MINISTER EN STAATSSECRETARIS VAN VERKEER",
            "minister en staatssecretaris van Verkeer",
            Role.BEWINDSPERSOON,
        ),
        (
            "DE MINISTERS VAN VERKEER EN VAN EILANDEN,\nHAVENS EN ZEEËN",
            "ministers van Verkeer en van Eilanden, Havens en Zeeën",
            Role.BEWINDSPERSOON,
        ),
        ("DE INFORMATEUR", "Informateur", Role.ONBEKEND),
        ("DE ALGEMENE REKENKAMER", "Algemene Rekenkamer", Role.ONBEKEND),
    ],
)
def test_a_letter_without_a_signature_is_of_whom_its_head_names(heading: str, sender: str, role: Role) -> None:
    parts = parsed(f"{HOUSE}12 345 Boten\n\nNr. 7 BRIEF VAN {heading}\n\n{LETTER}")
    assert parts.kind is Kind.KAMERBRIEF
    assert parts.sender == sender
    roles = {parts.text[block.start : block.end]: block.speaker.role for block in parts.blocks}
    assert roles["De boot vaart elke dag."] is role
    assert roles["Den Haag, 4 mei 2021"] is Role.ONBEKEND


@pytest.mark.parametrize(
    "head",
    [
        "Tweede Kamer der Staten-Generaal 2\n\nVergaderjaar 2020–2021\n\n12 345 Boten\n\n45 678 Havens\n\nNr. 7 {}",
        "2\n\nTweede Kamer der Staten-Generaal\n\n12 345 Boten\n\nNr. 7\n\n{}",
        "Eerste Kamer der Staten-Generaal\n\nVergaderjaar 2020–2021\n\n12 345 Boten\n\nC {}",
    ],
)
def test_the_printed_head_of_a_letter_is_nobodys_words(head: str) -> None:
    title = "BRIEF VAN DE MINISTER VAN VERKEER"
    parts = parsed(f"{head.format(title)}\n\n{LETTER}")
    said: dict[Role, list[str]] = {role: [] for role in (Role.ONBEKEND, Role.BEWINDSPERSOON)}
    for block in parts.blocks:
        said[block.speaker.role].append(parts.text[block.start : block.end])
    assert any(line.endswith(title) for line in said[Role.ONBEKEND])
    assert parsed(LETTER).text.endswith("\n\n".join(said[Role.BEWINDSPERSOON])) and said[Role.BEWINDSPERSOON]


@pytest.mark.parametrize(
    "body",
    [
        "Nr. 7 MOTIE VAN HET LID VOORBEELD C.S.\n\nVoorgesteld 3 mei 2021\n\nDe Kamer,\n\ngehoord het debat,\n\n"
        "verzoekt de regering de boot te laten varen en uw Kamer daarover te schrijven, zoals ik vroeg.\n",
        "Nr. 8 AMENDEMENT VAN HET LID VOORBEELD\n\nIk stel uw Kamer voor artikel 1 te wijzigen.\n\nToelichting\n\n"
        "De minister laat de boot varen.\n",
        "Nr. 6 NOTA NAAR AANLEIDING VAN HET VERSLAG\n\nDe leden van de ABC-fractie vragen naar de boot.\n\n"
        "Wij sturen uw Kamer het plan.\n\nDe Minister van Verkeer,\nA.B. Voorbeeld\n",
        "Nr. 5 VERSLAG\n\nDe leden van de ABC-fractie danken uw Kamer.\n\nInbreng van de leden van de ABC-fractie\n\n"
        "De leden van de ABC-fractie vragen naar de haven. Wij wachten af.\n",
    ],
)
def test_what_several_say_or_members_propose_is_put_in_nobodys_mouth(body: str) -> None:
    parts = parsed(f"{HOUSE}12 345 Boten\n\n{body}")
    assert parts.kind is Kind.ONBEKEND
    assert {(block.speaker.role, block.speaker.name) for block in parts.blocks} == {(Role.ONBEKEND, "")}


def test_who_signs_on_behalf_of_a_minister_is_not_the_minister() -> None:
    parts = parsed(
        "Geachte heer Voorbeeld,\n\nIk maak de stukken openbaar.\n\nHoogachtend,\n\nde minister van Verkeer,\n"
        "namens deze,\n\nde directeur Boten,\n\nA.B. Proef\n"
    )
    assert parts.kind is Kind.BRIEF
    assert parts.sender == "minister van Verkeer, namens deze A.B. Proef"
    assert {block.speaker.name for block in parts.blocks} == {"de minister van Verkeer"}


def test_a_letter_with_answers_has_its_signature_and_appendices() -> None:
    parts = parsed(
        "Geachte voorzitter,\n\nHierbij stuur ik uw Kamer de antwoorden op de vragen van het lid Voorbeeld (ABC) over "
        "boten.\n\nVraag 1\nVaart zij?\n\nAntwoord 1\nJa, zie bijlage 2.\n\nHoogachtend,\n\n"
        "de minister van Verkeer,\n\ndrs. A.B. Proef\n"
    )
    assert [appendix.number for appendix in parts.appendices] == ["2"]
    signed = [block for block in parts.blocks if block.place == "ondertekening"]
    assert parts.text[signed[-1].start : signed[-1].end].endswith("drs. A.B. Proef")
    assert all(block.kind is BlockKind.PARAGRAPH for block in signed)


def test_a_letter_of_a_chair_is_a_letter_of_nobody_in_office() -> None:
    parts = parsed("33 997 Boten\nnr. 4\n\nBRIEF VAN DE VOORZITTER VAN DE KAMER\n\nAan de leden\n\nHierbij een plan.\n")
    assert (parts.kind, parts.title) == (Kind.BRIEF, "Boten")
    assert {block.speaker.role for block in parts.blocks} == {Role.ONBEKEND}


def test_a_title_that_the_file_records_stands_before_that_of_the_dossier() -> None:
    text = f"{HOUSE}12 345 Boten\n\nNr. 7 BRIEF VAN DE MINISTER VAN VERKEER\n\n{LETTER}"
    assert parsed(text).title == "Boten"
    assert structure(PagedText(text=text, title="Plan voor de veerboten")).title == "Plan voor de veerboten"


@pytest.mark.parametrize(
    ("printed", "told"),
    [
        ("NOTA VAN WIJZIGING1", "Nota van wijziging"),
        ("ADVIES RAAD VAN STATE", "Advies RAAD VAN STATE"),
        ("JAARVERSLAG VAN DE HAVENS 2031", "Jaarverslag VAN DE HAVENS 2031"),
    ],
)
def test_names_in_the_title_of_a_paper_stay_as_printed(printed: str, told: str) -> None:
    text = f"99 123 Wet op de boten\nNr. 5 {printed}\nVastgesteld 3 mei 2031\n\nDe tekst gaat over boten.\n"
    assert parsed(text).title == f"Wet op de boten: {told}"


@pytest.mark.parametrize("rest", ["Dat zijn er meer dan vorig jaar.", "en " * 80])
def test_a_paragraph_that_opens_with_a_number_is_no_title_of_a_dossier(rest: str) -> None:
    parts = parsed(f"Nieuws van de reder\n\n10 000 Nederlandse reizigers staan op de kade. {rest}\n\nMeer tekst.")
    assert "reizigers" not in parts.title


@pytest.mark.parametrize(
    ("sort", "said"),
    [
        ("ADVIES AFDELING ADVISERING RAAD VAN STATE EN NADER RAPPORT", "De Afdeling wil meer uitleg."),
        ("NOTA NAAR AANLEIDING VAN HET VERSLAG", "De leden van de ABC-fractie vragen naar de boot."),
        ("NOTA VAN WIJZIGING", "De leden van de ABC-fractie vragen naar de boot."),
    ],
)
def test_the_words_of_others_below_toelichting_are_not_those_of_who_signs(sort: str, said: str) -> None:
    head = f"99 123 Wet op de boten\nNr. 5 {sort}\nOntvangen 3 mei 2031\n\nToelichting\n\n"
    parts = parsed(f"{head}{said}\n\nDe Minister van Water,\nA.B. Voorbeeld\n")
    block = next(each for each in parts.blocks if parts.text[each.start : each.end] == said)
    assert block.speaker.name == ""
