"""Who wrote a note is told as its head tells it, or as what was made unreadable there."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from assistant.point.lookups import looked_up
from assistant.understand.conversation import complete
from ingest.document import BlockKind, Document, Kind
from tests.assistant.made import paper

PROSE, HEADING, REDACTION = BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.REDACTION


def note(*head: str, title: str = "Steiger op Oost", identifier: str = "bestand-1") -> Document:
    kinds = tuple(REDACTION if line.startswith("[") else PROSE for line in head)
    body = ("Aanleiding", "De steiger [weggelakt] is oud.")
    made = paper("Referentie 58109922", *head, *body, kinds=(PROSE, *kinds, HEADING, PROSE), identifier=identifier)
    return replace(made, kind=Kind.BESLISNOTA, title=title)


def by_name(*papers: Document) -> Mapping[str, Document]:
    return {one.identifier: one for one in papers}


def told(text: str, papers: Mapping[str, Document]) -> tuple[list[str], list[str]]:
    """What is quoted, and what is said to be unreadable."""
    found = looked_up(complete(text, ()), papers, "kamer")
    if found is None:
        return [], []
    return [one.text for each in found.statements for one in each.citations], [one.text for one in found.removed]


@pytest.mark.parametrize(
    ("head", "hidden"),
    [
        (["Opgesteld door: [weggelakt] (5.1.2e)"], "Opgesteld door: [weggelakt] (5.1.2e)"),
        (["Opgesteld door", "[weggelakt] 5.1.2e"], "Opgesteld door\n\n[weggelakt] 5.1.2e"),
        (["Van Directie Havens", "[weggelakt] 5.1.2e"], "[weggelakt] 5.1.2e"),
        (["Steller 5.1.2.e", "Datum 3 mei 2031"], "Steller 5.1.2.e"),
    ],
)
@pytest.mark.parametrize(
    "asked",
    [
        "Wie heeft de beslisnota opgesteld?",
        "naam opsteller beslisnota 58109922?",
        "Hoe heet de ambtenaar die de nota over de steiger op Oost schreef?",
    ],
)
def test_a_name_that_was_made_unreadable_is_said_to_be(head: list[str], hidden: str, asked: str) -> None:
    assert told(asked, by_name(note(*head))) == ([], [hidden])


def test_a_name_that_stands_there_is_quoted() -> None:
    papers = by_name(note("Opgesteld door: V. Voorbeeld"))
    assert told("Wie is de opsteller van de nota?", papers) == (["Opgesteld door: V. Voorbeeld"], [])


@pytest.mark.parametrize(
    ("asked", "papers"),
    [
        ("Wie heeft de beslisnota opgesteld?", by_name(note("Van Directie Havens"))),
        ("Wie schreef in de nota dat de steiger oud is?", by_name(note("[weggelakt]"))),
        ("Wie stelde vragen over de nota?", by_name(note("[weggelakt]"))),
        ("Wie schreef de brief?", by_name(note("[weggelakt]"))),
        ("Aan wie is de nota geschreven?", by_name(note("[weggelakt]"))),
        ("Wanneer heeft de steller de nota geschreven?", by_name(note("[weggelakt]"))),
        ("Wat adviseert de steller van de nota?", by_name(note("[weggelakt]"))),
        ("Wie heeft de regeling opgesteld waarover de nota gaat?", by_name(note("[weggelakt]"))),
        ("Wie moet volgens de nota het plan hebben opgesteld?", by_name(note("[weggelakt]"))),
        ("Wie schreef de nota van toelichting?", by_name(note("[weggelakt]"))),
        ("Wie heeft de nota over leerlingenvervoer geschreven?", by_name(note("[weggelakt]"))),
        ("Wie heeft beslisnota 58109923 opgesteld?", by_name(note("[weggelakt]"))),
        (
            "Wie heeft de beslisnota opgesteld?",
            by_name(note("[weggelakt]"), note("[weggelakt]", title="Sluis in West", identifier="bestand-2")),
        ),
    ],
)
def test_nothing_is_told_of_another_question_or_where_several_notes_may_be_meant(
    asked: str, papers: Mapping[str, Document]
) -> None:
    assert told(asked, papers) == ([], [])
