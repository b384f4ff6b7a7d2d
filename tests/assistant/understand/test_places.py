"""What a question names by its number."""

import pytest

from assistant.answer import Status
from assistant.assistant import Assistant
from assistant.understand.places import Place, about, blocks_at, papers_in, place_in, without
from ingest.document import BlockKind
from tests.assistant.made import paper


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Wat staat er in voetnoot 21?", Place(word="voetnoot", number="21")),
        ("Wat zegt noot 4 van die brief?", Place(word="voetnoot", number="4")),
        ("Wat antwoordde de minister op vraag 3 van Voorbeeld?", Place(word="antwoord", number="3")),
        ("Wat is het antwoord op vraag 12", Place(word="antwoord", number="12")),
        ("Wat vroeg de fractie in vraag 2?", Place(word="vraag", number="2")),
        ("Hoe luidt vraag 7?", Place(word="vraag", number="7")),
        ("Wat wilde Voorbeeld weten in zijn vijfde vraag?", Place(word="vraag", number="5")),
        ("Wat antwoordt de minister op de 12e vraag?", Place(word="antwoord", number="12")),
        ("Wat staat er in de derde voetnoot?", Place(word="voetnoot", number="3")),
        ("Hoe luidt zijn eerste vraag?", Place(word="vraag", number="1")),
        ("Mijn tweede vraag is: hoeveel boten varen er?", None),
        ("Mijn vraag: 3 kinderen zitten thuis", None),
        ("Hoeveel kinderen van groep 3 wachten?", None),
    ],
)
def test_a_place_is_named_by_a_word_and_a_number(text: str, place: Place | None) -> None:
    assert place_in(text) == place


def test_a_place_also_is_where_several_questions_are_answered_together() -> None:
    document = paper("Vragen 3 en 4", "Ja.", kinds=(BlockKind.HEADING, BlockKind.ANSWER))
    blocks = tuple(
        type(block)(kind=block.kind, start=block.start, end=block.end, place="antwoord 3 en 4")
        for block in document.blocks
    )
    joint = type(document)(
        identifier=document.identifier, kind=document.kind, title=document.title, text=document.text,
        source=document.source, blocks=blocks,
    )  # fmt: skip
    assert blocks_at(Place(word="antwoord", number="4"), [joint]) == [(joint, [blocks[1]])]
    assert blocks_at(Place(word="antwoord", number="34"), [joint]) == []
    assert blocks_at(Place(word="vraag", number="4"), [joint]) == []


def test_papers_are_named_by_their_official_number_and_can_be_taken_out_of_the_question() -> None:
    text = "Wat zegt Kamerstuk 29 876, nr. 61 over de veerboot?"
    [(identifier, span)] = papers_in(text)
    assert identifier == "kst-29876-61"
    assert without(text, [span]) == "Wat zegt over de veerboot?"
    assert without(text, []) == text


def test_a_paper_is_about_the_names_in_its_particulars() -> None:
    document = paper("De boot vaart.")
    assert about(document, ["veerboot"])
    assert not about(document, ["veer"])
    assert about(document, [])


@pytest.mark.parametrize("word", ["voetnoot 1", "het antwoord op vraag 1"])
def test_what_stands_at_a_place_is_quoted_whole(assistant: Assistant, word: str) -> None:
    answer = assistant.ask(f"Wat staat er in {word}?")
    assert answer.status is Status.ANSWERED
    wanted = "voetnoot" if word.startswith("voetnoot") else "antwoord"
    assert answer.citations[-1].place.startswith(wanted)


def test_a_place_that_no_paper_has_is_not_made_up(assistant: Assistant) -> None:
    assert assistant.ask("Wat staat er in voetnoot 99?").refused
