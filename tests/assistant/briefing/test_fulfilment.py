"""What seems to meet a promise, and what does not."""

from dataclasses import replace
from datetime import date

import pytest

from assistant.briefing.fulfilment import deliveries_of, fulfilment_of
from assistant.briefing.uitspraken import uitspraken_of
from index import embedder
from index import generation as generations
from index.generation import Generation
from ingest.document import Document
from tests.assistant.made import paper

RECALLED = "Ook heb ik uw Kamer toegezegd een boek van schippers over wind en water mee te sturen."
PROMISED = (
    "Over deze stappen en de klachten informeer ik, met mijn collega van water en wind, uw Kamer eind maart nader bij "
    "de brief met de golfrapportage op het Actieplan Veren."
)
HANDED = "In de golfrapportage (bijlage 1) vindt u een toelichting."


def letter(*texts: str, number: int, title: str = "Brief over de haven") -> Document:
    made = paper(*texts, day=date(2024, 3, number), identifier=f"kst-29876-{number}")
    source = replace(made.source, file=f"{number}.txt", sha256=f"{number}" * 64)
    return replace(made, title=title, source=source)


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Generation:
    made = [
        letter(f"{RECALLED} Dit vindt u in bijlage 8.", number=1),
        letter(f"{RECALLED} De kade vindt u in bijlage 8.", number=2),
        letter(RECALLED, "Dit vindt u in bijlage 8.", number=3),
        letter(PROMISED, number=4, title="Antwoorden over de sluis"),
        letter(HANDED, number=5, title="Brief over de brug"),
        letter("In de lijst (bijlage 1) vindt u het Actieplan Veren.", number=6),
        letter(HANDED, number=7, title="Stand van het Actieplan Veren"),
    ]
    return generations.build(made, tmp_path_factory.mktemp("met"), embedder=embedder.load())


@pytest.mark.parametrize(
    ("number", "met_by"),
    [(1, "Dit vindt u in bijlage 8."), (2, None), (3, None), (4, HANDED)],
    ids=["pointed back to", "something else is handed over", "another paragraph", "named in a later paper"],
)
def test_a_promise_is_met_by_what_points_back_to_it_or_names_its_paper(
    index: Generation, number: int, met_by: str | None
) -> None:
    document = index.document_of[f"kst-29876-{number}"]
    met = fulfilment_of(uitspraken_of(document)[0], index)
    assert (met.citations[0].text if met else None) == met_by


def test_a_paper_of_that_name_on_another_subject_meets_nothing(index: Generation) -> None:
    met = fulfilment_of(uitspraken_of(index.document_of["kst-29876-4"])[0], index)
    assert met is not None
    assert met.citations[0].document == "kst-29876-7"


def test_papers_that_are_no_later_than_a_promise_are_not_read_for_it(index: Generation) -> None:
    promise = uitspraken_of(index.document_of["kst-29876-4"])[0]
    deliveries_of.cache_clear()
    fulfilment_of(promise, index)
    assert (
        deliveries_of.cache_info().currsize == 4
    )  # its own, for what stands right behind it, and the three later ones
