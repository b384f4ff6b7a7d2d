"""Where a question points, the newest paper answers, unless an older one is named."""

from dataclasses import replace
from datetime import date

import pytest

from assistant.answer import Status
from assistant.assistant import Assistant
from assistant.point.lookups import blocks_at, looked_up
from assistant.understand.asked import Asked
from assistant.understand.places import Place
from assistant.understand.question import Question
from ingest.document import BlockKind, Document, Kamervragen, Kind, Reply
from ingest.structure.letter import SIGNATURE_PLACE
from tests.assistant.made import paper, question, torn

NEW, OLD = "kst-29876-61", "kst-29876-60"
POINTING = "Wat staat er in voetnoot 3?"


def with_footnote(text: str, identifier: str, superseded_by: str = "") -> Document:
    document = paper(text, identifier=identifier)
    blocks = tuple(replace(block, place="voetnoot 3") for block in document.blocks)
    return replace(document, blocks=blocks, superseded_by=superseded_by)


def told(asked: Question) -> list[str]:
    papers = [with_footnote("Zie het vaarschema van mei.", NEW), with_footnote("Zie het schema van maart.", OLD, NEW)]
    found = looked_up(asked, {one.identifier: one for one in papers}, "ouder")
    return [quote.document for statement in found.statements for quote in statement.citations] if found else []


def test_a_footnote_is_read_in_the_newest_version() -> None:
    assert told(question(POINTING)) == [NEW]


def test_an_older_version_is_read_when_it_is_named() -> None:
    assert told(replace(question(POINTING, Asked.OTHER), papers=(OLD,))) == [OLD]


def test_a_footnote_is_read_in_a_paper_of_the_kind_that_is_named() -> None:
    letter = with_footnote("Zie het vaarschema van mei.", NEW)
    note = replace(with_footnote("Zie de raming.", "bestand-0123456789ab"), kind=Kind.BESLISNOTA)
    papers = {one.identifier: one for one in (letter, note)}

    def read(text: str) -> set[str]:
        found = looked_up(question(text), papers, "ouder")
        return {quote.document for each in found.statements for quote in each.citations} if found else set()

    assert read("Wat staat er in voetnoot 3 van de brief?") == {NEW}
    assert read("Wat staat er in voetnoot 3 van de nota?") == {"bestand-0123456789ab"}
    assert read("Wat staat er in voetnoot 3?") == set(papers)


def test_an_answer_is_looked_up_in_a_letter_too() -> None:
    """A ministry's letter that answers Kamervragen is no Aanhangsel, but holds the same answers."""
    answer = paper("De boot vaart weer.", identifier=NEW)
    blocks = tuple(replace(block, place="antwoord 3", number="3", kind=BlockKind.ANSWER) for block in answer.blocks)
    letter = replace(answer, blocks=blocks, kind=Kind.KAMERBRIEF, kamervragen=Kamervragen(reply=Reply.ANTWOORD))
    other = replace(paper("Drie boten.", identifier=OLD), kind=Kind.AANHANGSEL)
    found = looked_up(question("Wat is het antwoord op vraag 3?"), {NEW: letter, OLD: other}, "ouder")
    assert found is not None
    assert [quote.text for each in found.statements for quote in each.citations] == ["De boot vaart weer."]


def signed(title: str, identifier: str, *lines: str) -> Document:
    document = paper("De boot vaart weer.", *lines, identifier=identifier)
    first, *others = document.blocks
    blocks = (first, *(replace(block, place=SIGNATURE_PLACE) for block in others))
    return replace(document, title=title, blocks=blocks)


def test_who_wrote_a_letter_stands_in_its_signature() -> None:
    papers = {
        one.identifier: one
        for one in (
            signed("Brief over de veerboot", NEW, "Met vriendelijke groet,", "de minister van Water,", "V. Voorbeeld"),
            signed("Brief over de sluis", OLD, "P. Proef"),
        )
    }

    def told(text: str) -> list[str]:
        found = looked_up(question(text, Asked.NAME), papers, "ouder")
        return [quote.text for each in found.statements for quote in each.citations] if found else []

    assert told("Wie ondertekende de brief over de veerboot?") == ["de minister van Water,", "V. Voorbeeld"]
    assert told("Door wie is de brief over de sluis geschreven?") == ["P. Proef"]
    assert told("Wie schreef de brief over de brug?") == []
    assert told("Wie vaart er met de veerboot?") == []

    one = replace(papers[NEW], sender="V. Voorbeeld, minister van Water")
    found = looked_up(question("Wie ondertekende de brief over de veerboot?", Asked.NAME), {NEW: one}, "ouder")
    assert found and found.statements[0].text == "V. Voorbeeld, minister van Water."


def test_who_signed_a_letter_and_when_are_told_together() -> None:
    letter = replace(signed("Brief over de veerboot", NEW, "V. Voorbeeld"), date=date(2024, 5, 6))
    both = "Wie ondertekende de brief over de veerboot en op welke dag?"
    by_number = replace(question("ondertekenaar en datum"), papers=(NEW,))
    for asked in (question(both, Asked.DATE), by_number):
        found = looked_up(asked, {NEW: letter}, "kamer")
        assert found and found.statements[0].text.startswith("Ondertekend met: “V. Voorbeeld”")
        assert "6 mei 2024" in found.statements[-1].text
    alone = looked_up(replace(question("Wie schreef ?", Asked.NAME), papers=(NEW,)), {NEW: letter}, "kamer")
    assert alone and alone.statements[0].text.startswith("Ondertekend met:")
    other = replace(question("Wie stuurde de kinderen naar huis?", Asked.NAME), papers=(NEW,))
    assert looked_up(other, {NEW: letter}, "kamer") is None


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


@pytest.mark.parametrize("word", ["voetnoot 1", "het antwoord op vraag 1"])
def test_what_stands_at_a_place_is_quoted_whole(assistant: Assistant, word: str) -> None:
    answer = assistant.ask(f"Wat staat er in {word}?")
    assert answer.status is Status.ANSWERED
    wanted = "voetnoot" if word.startswith("voetnoot") else "antwoord"
    assert answer.citations[-1].place.startswith(wanted)


def test_a_place_that_no_paper_has_is_not_made_up(assistant: Assistant) -> None:
    assert assistant.ask("Wat staat er in voetnoot 99?").refused


def test_who_gets_a_letter_and_what_it_is_about_stand_in_its_head() -> None:
    lines = ("Aan de voorzitter van de Tweede Kamer", "Betreft de veerboot", "Geachte voorzitter,", "De boot vaart.")
    letter = replace(paper(*lines, identifier=NEW), recipient="Tweede Kamer")
    other = replace(paper("Aan het bestuur", "Onderwerp de steiger", identifier=OLD), title="Steiger", date=None)

    def read(text: str) -> list[str]:
        found = looked_up(question(text), {one.identifier: one for one in (letter, other)}, "ouder")
        return [quote.text for each in found.statements for quote in each.citations] if found else []

    assert read("Aan wie is de brief over de veerboot gestuurd?") == [lines[0]]
    assert read("Wat is het onderwerp van de brief van 21 mei 2024?") == [lines[1]]
    assert read("Wie is de geadresseerde van de brief over de steiger?") == ["Aan het bestuur"]


def test_a_subject_tells_which_numbered_answer_is_meant() -> None:
    def answers(text: str, title: str, identifier: str) -> Document:
        made = paper(text, identifier=identifier)
        blocks = tuple(replace(block, place="antwoord 3", number="3", kind=BlockKind.ANSWER) for block in made.blocks)
        return replace(made, blocks=blocks, title=title)

    papers = [
        answers("Drie boten.", "Antwoorden op vragen van het lid Proef over veerboten", NEW),
        answers("Twee baden.", "Vragen van het lid Model over zwemlessen", OLD),
    ]
    asked = "Wat is het antwoord op vraag 3 over zwemlessen?"
    found = looked_up(question(asked), {one.identifier: one for one in papers}, "ouder")
    assert found is not None
    assert [quote.document for each in found.statements for quote in each.citations] == [OLD]


def test_each_part_of_the_sentence_of_a_footnote_is_quoted_from_its_own_page() -> None:
    document = torn()
    found = looked_up(question("Wat staat er in voetnoot 2?"), {document.identifier: document}, "ouder")
    assert found is not None
    first, second, _ = found.statements[0].citations
    assert [(one.text, one.citation.rpartition(", ")[2]) for one in (first, second)] == [
        ("Ik sprak met een", "p. 1"),
        ("reder2 die al jaren vaart.", "p. 2"),
    ]
