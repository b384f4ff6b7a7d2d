from __future__ import annotations

import pytest

from ingest.recorded_titles import title_behind_dossier, title_in, title_in_line


@pytest.mark.parametrize(
    ("record", "title"),
    [
        ("Brief regering; Plan voor de veerboten", "Plan voor de veerboten"),
        ("Havens; veren; Brief regering; Plan; het vervolg", "Plan; het vervolg"),
        ("Havens; veren; Nota van wijziging", ""),
        ("Brief regering; brief regering", ""),
        ("Brief regering", ""),
        ("Veerboten; snel en schoon", ""),
        ("Havens 2021; Brief regering; Plan", ""),
        ("", ""),
    ],
)
def test_the_title_stands_behind_the_sort_and_the_dossier_that_the_record_names(record: str, title: str) -> None:
    assert title_in(record, "Havens; veren") == title


@pytest.mark.parametrize(
    ("record", "title"),
    [
        ("Havens; Brief regering; Plan voor de veerboten", "Plan voor de veerboten"),
        ("Wet op de havens; de veren; Gewijzigde motie; Motie over de steiger", "Motie over de steiger"),
        ("Havens; Lijst van vragen en antwoorden; Vragen; met antwoorden", "Vragen; met antwoorden"),
        ("Havens; Memorie van toelichting; Memorie van toelichting", ""),
        ("Havens; Memorie van toelichting", ""),
        ("Verslag van de havens; Havens en veren", ""),
        ("Havens en veren", ""),
    ],
)
def test_without_the_dossier_the_sort_tells_where_the_title_begins(record: str, title: str) -> None:
    assert title_behind_dossier(record) == title


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("Brief regering : Plan voor de veerboten", "Plan voor de veerboten"),
        ("Motie : Motie van het lid Kaai over : de steiger", "Motie van het lid Kaai over : de steiger"),
        ("Antwoord schriftelijke vragen : Antwoord op vragen over de boot", "Antwoord op vragen over de boot"),
        ("Brief regering: Plan voor de veerboten", ""),
        ("Antwoord : Ja, de boot vaart elke dag.", ""),
        ("Rapport : Plan voor de veerboten", ""),
        ("Onderwerp : Plan voor de veerboten", ""),
        ("Brief van 3 mei : de boot vaart", ""),
        ("Motie van het lid Kaai : aangenomen", ""),
        ("Brief van de minister : zie de bijlage", ""),
    ],
)
def test_the_line_of_the_site_has_a_sort_and_a_loose_colon(line: str, title: str) -> None:
    assert title_in_line(line) == title
