from __future__ import annotations

import pytest

from ingest.structure.hyphens import joint, vocabulary


def mended(before: str, after: str, paper: str = "") -> str:
    taken, between = joint(before, after, vocabulary([paper]))
    return before[: len(before) - taken] + between + after


@pytest.mark.parametrize(
    ("before", "after", "whole"),
    [
        ("de veer-", "boot vaart", "de veerboot vaart"),
        ("de steiger-", "bouw", "de steigerbouw"),
        ("de VO-", "raad", "de VO-raad"),
        ("de PO-", "Raad", "de PO-Raad"),
        ("een e-", "mail", "een e-mail"),
        ("het veer- en", "haven", "het veer- en haven"),
        ("het veer-", "en havenbedrijf", "het veer- en havenbedrijf"),
        ("zorg-", "of onderwijs", "zorg- of onderwijs"),
        ("niet-", "ingeschreven", "niet-ingeschreven"),
        ("vso-", "leerlingen", "vso-leerlingen"),
        ("2021-", "2022", "2021-2022"),
        ("de mee-", "eters", "de mee-eters"),
        ("de zij-", "ingang", "de zij-ingang"),
        ("een zij-", "instromer", "een zij-instromer"),
        ("de rij-", "instructeurs", "de rij-instructeurs"),
        ("de bij-", "eenkomst", "de bijeenkomst"),
        ("de partij-", "jongere", "de partijjongere"),
        ("de vrij-", "willige hulp", "de vrijwillige hulp"),
        ("zacht\u00ad", "heid", "zachtheid"),
        ("en/", "of", "en/of"),
        ("zie https://haven.nl/boot-", "en-steiger.html", "zie https://haven.nl/boot-en-steiger.html"),
        ("zie https://haven.nl/a%20", "b.pdf", "zie https://haven.nl/a%20b.pdf"),
        ("zie https://haven.nl.", "De boot", "zie https://haven.nl. De boot"),
        ("een boot –", "die vaart", "een boot – die vaart"),
        ("de jaren 2021–", "2022", "de jaren 2021–2022"),
        ("van ma–", "vr open", "van ma–vr open"),
        ("van maandag–", "vrijdag open", "van maandag–vrijdag open"),
        ("van 1 mei–", "3 juni", "van 1 mei–3 juni"),
        ("de veerdienst Noord–", "Zuid", "de veerdienst Noord–Zuid"),
        ("de boot vaart–zoals beloofd–", "elke dag", "de boot vaart–zoals beloofd– elke dag"),
        ("2021–", "en 2022", "2021– en 2022"),
        ("in 2021 –", "2022", "in 2021 – 2022"),
    ],
)
def test_a_line_end_is_mended(before: str, after: str, whole: str) -> None:
    assert mended(before, after) == whole


def test_the_paper_itself_tells_whether_the_hyphen_belongs() -> None:
    assert mended("de Zee-", "brug", "de Zee-brug ligt open") == "de Zee-brug"
    assert mended("de Zee-", "brug", "de zeebrug ligt open") == "de Zeebrug"
    assert mended("wlz-", "uitvoerder", "een Wlz-uitvoerder") == "wlz-uitvoerder"


def test_a_word_broken_at_a_line_end_is_no_word_of_the_paper() -> None:
    assert vocabulary(["de haven-"]) == {"de": 1}


@pytest.mark.parametrize(
    ("before", "after", "whole"),
    [
        ("een ambiti-", "eus plan", "een ambitieus plan"),
        ("de so-", "ciale dienst", "de sociale dienst"),
        ("een pro-", "bleem", "een probleem"),
        ("een zee-", "eend", "een zee-eend"),
        ("de jeugd-", "ggz", "de jeugd-ggz"),
        ("een e-", "mailadres", "een e-mailadres"),
    ],
)
def test_a_word_list_or_the_syllables_tell_what_the_paper_does_not(before: str, after: str, whole: str) -> None:
    assert mended(before, after) == whole


def test_a_capital_inside_a_word_of_the_paper_is_joined() -> None:
    assert mended("de Groot-", "Haven", "de GrootHaven ligt open") == "de GrootHaven"
    assert mended("de Groot-", "Haven") == "de Groot-Haven"
