"""Questions over the small files that once went wrong, where they are at hand: every right value, and no other."""

from __future__ import annotations

import pytest

from assistant.answer import Answer, Status
from assistant.assistant import Assistant
from assistant.read import reader
from index import embedder, generation
from ingest.reading import Reading, read_folder
from tests.ingest.conftest import SHARED

pytestmark = pytest.mark.papers


@pytest.fixture(scope="module")
def cases() -> Reading:
    folder = SHARED / "cases"
    if not folder.is_dir():
        pytest.skip("the files that went wrong are not here: no ../shared/cases")
    return read_folder(folder)


@pytest.fixture(scope="module")
def of_cases(cases: Reading, tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    data = tmp_path_factory.mktemp("data")
    return Assistant(generation.build(cases.documents, data, embedder=embedder.load(), reader=reader.load()))


def first(answer: Answer) -> str:
    """What is told and quoted first, from which paper and place."""
    quoted = answer.citations[0]
    return f"{answer.text}\n{quoted.text}\n{quoted.title} {quoted.place}"


def test_every_file_is_read_finely(cases: Reading) -> None:
    assert (cases.skipped, cases.notes) == ((), ())
    assert len(cases.documents) == 18


@pytest.mark.parametrize(
    ("question", "right", "wrong"),
    [
        ("Hoeveel kinderen wachten in regio Noord?", "312", "922"),
        ("Hoeveel aanmeldingen waren er voor de school?", "853", "8531"),
        ("Hoeveel euro is er beschikbaar?", "10⁶", "106"),
        ("Hoeveel leerlingen telt vso nacht in Drenthe?", "77", "411"),
        ("Hoeveel wachtenden in het voortgezet onderwijs?", "310", "–"),
        ("Hoeveel aanvragen voor een tolk in 2024?", "611", "488"),
        ("Hoeveel rekencoaches in Utrecht?", "31", "–"),
        ("Hoe hoog is de subsidie voor muziekles?", "25 euro", "9999"),
        ("Hoeveel plaatsen zijn er voor naschoolse opvang?", "59", "–"),
        ("Gaat de uitbreiding door?", "Nee", "Ja"),
        ("Wat kost de zomerschool?", "kost niets", "euro"),
        ("Hoeveel kinderen reizen in West langer dan een uur?", "77", "610"),
        ("Hoe lang gaan tablets mee?", "6 jaar", "paragraaf 2"),
        ("Wat staat in voetnoot 2?", "p. 12", "nr. 777"),
        ("Wie heeft de brief over schooltuinen ondertekend?", "Anna Voorbeeld", "Modelpersoon"),
        ("Wie heeft de brief over springtouwen ondertekend?", "A.B. Voorbeeld", "Anna"),
        ("Wie heeft de brief over hinkelpaden ondertekend?", "Carla Modelpersoon", "Anna"),
    ],
)
def test_the_right_value_is_told_first(of_cases: Assistant, question: str, right: str, wrong: str) -> None:
    told = first(of_cases.ask(question))
    assert right in told
    assert wrong not in told.replace("–", "")


def test_the_same_sentence_under_other_headings_is_no_difference(of_cases: Assistant) -> None:
    answer = of_cases.ask("Hoeveel kinderen reizen in West langer dan een uur?")
    assert answer.conflicts == ()
    assert [cited.place for cited in answer.citations] == ["paragraaf Regio West, Slot"]


def test_what_no_reader_sees_is_not_told(of_cases: Assistant) -> None:
    """A row that was deleted, a name under a black box, white text and what lies off the page."""
    deleted = of_cases.ask("Wat is het maximum voor zml?")
    assert deleted.status is Status.UNANSWERABLE  # nor told of the row "zmlk", a longer word
    assert "„zml”" in deleted.text
    assert of_cases.ask("Van wie kwam de klacht?").status is Status.REDACTED
