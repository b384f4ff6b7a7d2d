"""What became of a motie and what was promised, as the report of a debate says it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from assistant.point.lookups import looked_up
from assistant.understand.asked import Asked
from ingest.document import Document
from ingest.formats.paged_text import PagedText
from ingest.reading import document_of
from tests.assistant.made import question
from tests.ingest.structure.debates import COMMITTEE, PLENARY


def debate(text: str) -> Document:
    document = document_of(Path("debat.txt"), PagedText(text=text), "0" * 64)
    return replace(document, identifier=f"bestand-{sum(map(ord, text)):012x}")


OTHER = PLENARY.replace("motie-Kaai (12345, nr. 68)", "motie-Wad (12345, nr. 69)").replace("aangenomen", "verworpen")


def told(asked: str, *papers: Document) -> list[str]:
    by_number = {paper.identifier: paper for paper in papers}
    found = looked_up(question(asked, Asked.OTHER), by_number, "kamer")
    return [quote.text for statement in found.statements for quote in statement.citations] if found else []


@pytest.mark.parametrize("asked", ["Is de motie-Kaai aangenomen?", "Wat was de uitslag van de stemming over motie 68?"])
def test_what_became_of_a_motie_stands_in_its_vote(asked: str) -> None:
    quotes = told(asked, debate(PLENARY), debate(OTHER))
    assert quotes[0] == "In stemming komt de motie-Kaai (12345, nr. 68)."
    assert quotes[-1].endswith("zodat zij is aangenomen.")


def test_a_motie_that_was_not_voted_on_is_not_looked_up() -> None:
    assert told("Is de motie-Proef aangenomen?", debate(PLENARY)) == []


def test_promises_of_a_debate_are_told_by_subject() -> None:
    assert told("Welke toezeggingen zijn in het debat gedaan over de bus?", debate(COMMITTEE)) == [
        "– De staatssecretaris informeert de Kamer in het najaar over de bus."
    ]
    assert len(told("Welke toezeggingen deed de minister in het debat over veerboten?", debate(COMMITTEE))) == 2
    assert told("Welke toezeggingen zijn er over de bus?", debate(COMMITTEE)) == []


def test_one_word_in_common_is_not_the_motie_that_is_asked_after() -> None:
    asked = "Is de motie over een kaai voor gratis schoolfruit en zwemles aangenomen?"
    assert told(asked, debate(PLENARY)) == []


def test_the_words_of_any_question_about_a_vote_tell_no_motie_apart() -> None:
    asked = "Heeft de Tweede Kamer op 12 maart 2024 de motie Kaai aangenomen?"
    assert told(asked, debate(PLENARY), debate(OTHER)) != []
