"""What a sentence takes from those before it: the year, and the whole of which it tells parts."""

from __future__ import annotations

import pytest

from assistant.find.beside import whole_told, years_told
from assistant.find.sentences import sentences_of
from index.dutch import fold
from tests.assistant.made import paper


@pytest.mark.parametrize(
    ("texts", "years"),
    [
        (["In 2021 voeren er 40 boten.", "Er zonken er 3."], {"2021"}),
        (["In 2021 voeren er 40 boten.", "In 2022 zonken er 3."], {"2022"}),
        (["In 2021 voeren er 40 boten.", "Dat was veel.", "Er zonken er 3."], set()),
        (["In 2021 voeren er 40 boten.", "Een jaar eerder waren dat er 30."], {"2020"}),
        (["In 2021 voeren er 40 boten.", "Dat was veel.", "Het jaar daarna waren dat er 50."], {"2022"}),
        (["In het vaarjaar 2021–2022 voeren er 40.", "In het schooljaar daarvoor waren het er 30."], {"2020", "2021"}),
        (["De haven is oud.", "In 2021 voeren er 40 boten, een jaar eerder nog 50."], {"2020", "2021"}),
        (["De haven is oud.", "Een jaar eerder waren dat er 30."], set()),
        (["De Havenwet trad op 1 augustus 2014 in werking.", "Er varen 40 boten."], set()),
        (["In 2021 voeren er 40 boten.", "Inmiddels varen er 12 boten."], set()),
        (["In 2021 waren er 40 schippers.", "Er varen 12 boten."], set()),
    ],
)
def test_the_year_of_a_sentence_may_stand_before_it(texts: list[str], years: set[str]) -> None:
    last = sentences_of(paper(" ".join(texts)))[-1]
    assert years_told(last, fold(last.text)) == years


def test_another_paragraph_lends_no_year() -> None:
    last = sentences_of(paper("In 2021 voeren er 40 boten.", "Er zonken er 3."))[-1]
    assert years_told(last, fold(last.text)) == frozenset()


@pytest.mark.parametrize(
    ("texts", "whole"),
    [
        (["Er varen 40 boten.", "Daarvan zijn er 3 rood."], 0),
        (["Er varen 40 boten.", "Bij 3 van hen is de romp rood."], 0),
        (["Er varen 40 boten.", "Vorig jaar waren het er 50.", "Van deze 40 boten zijn er 3 rood."], 0),
        (["Er varen 40 boten.", "Er zonken 4 boten, waarvan 3 rode."], None),
        (["Er varen 50 boten.", "Van deze 40 boten zijn er 3 rood."], None),
        (["Daarvan zijn er 3 rood."], None),
        (["Er varen 40 boten.", "Ik ben mij daarvan bewust en voerde 12 gesprekken."], None),
        (["Er varen 40 boten.", "12 daarvan zag ik varen."], 0),
        (["Er varen 40 boten.", "Daarvan varen er 12 op het meer."], 0),
        (["Er varen 40 boten.", "Van deze 4 boten zijn er 3 rood."], None),
        (["Er varen 1.340 boten.", "Van deze 340 boten zijn er 3 rood."], None),
    ],
)
def test_a_sentence_that_tells_parts_has_its_whole_before_it(texts: list[str], whole: int | None) -> None:
    told = sentences_of(paper(" ".join(texts)))
    assert whole_told(told[-1]) == ("" if whole is None else told[whole].text)


def test_a_whole_of_which_the_number_is_said_may_end_the_paragraph_before() -> None:
    said, other = (
        sentences_of(paper("Er varen 40 boten.", text))[-1] for text in ("Van deze 40 is 1 rood.", "Daarvan 1.")
    )
    assert whole_told(said) == "Er varen 40 boten."
    assert whole_told(other) == ""
