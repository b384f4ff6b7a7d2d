from __future__ import annotations

import pytest

from ingest.grounds import is_ground


@pytest.mark.parametrize(
    "line",
    [
        "Lopende onderhandelingen",
        "Bedrijfsinforma",
        "Bedrijfsinformatie - vertrouwel jk verstrekt",
        "Inspectie - controle - toezicht, Bedrijfsinformatie - vertr",
        "Bedrijfsinformatie - vertrouwelijk verstrektBedrijfsinformatie - vertrouwelijk verstrekt",
        "5.1.2e",
        "5.1.2.e",
        "5.1, tweede lid, onder e",
        "art. 5.1 lid 2 sub e Woo",
        "10.2.e",
        "buiten verzoek",
        "[weggelakt: Positie in een proces], [weggelakt: 5.1.2e]",
    ],
)
def test_a_ground_is_known_whole_or_cut_off(line: str) -> None:
    assert is_ground(line)


@pytest.mark.parametrize(
    "line",
    [
        "Bedrijf",
        "5.1",
        "Lopende onderhandelingen met de reder zijn gestaakt",
        "Intern",
        "2.5",
        "De [weggelakt: 5.1.2e]",
    ],
)
def test_other_words_are_no_ground(line: str) -> None:
    assert not is_ground(line)
