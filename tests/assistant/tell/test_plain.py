"""Plain words: those of our own summary at the very place that is cited, and of no other."""

from dataclasses import replace

from assistant.answer import Answer, Status
from assistant.prove.quotes import quotes
from assistant.tell.plain import in_plain_words
from ingest.document import Block, BlockKind, Document, Kind
from tests.assistant.made import evidence, paper


def section(place: str, heading: str, text: str) -> Document:
    """A summary of one section about the paper of ``made.paper``."""
    whole = f"{heading}\n\n{text}"
    at = len(heading) + 2
    made = replace(paper(heading, text, identifier="samenvatting-kst-29876-61"), kind=Kind.SAMENVATTING)
    return replace(
        made,
        text=whole,
        summary_of="kst-29876-61",
        blocks=(
            Block(kind=BlockKind.HEADING, start=0, end=len(heading), place=place),
            Block(kind=BlockKind.PARAGRAPH, start=at, end=len(whole), path=(heading,), place=place),
        ),
    )


def cited(place: str) -> tuple[Document, Answer]:
    original = paper("De veerboot vaart elke dag met 120 passagiers.")
    document = replace(original, blocks=(replace(original.blocks[0], place=place),))
    citations = quotes(evidence(document).sentence)
    answer = Answer(question="?", understood_as="?", status=Status.ANSWERED, text="[1]", citations=tuple(citations))
    return document, answer


def test_the_summary_of_the_cited_place_is_found() -> None:
    document, answer = cited("antwoord 2")
    summary = section("antwoord 2", "Antwoord 2", "De boot gaat iedere dag.")
    [found] = in_plain_words(answer, [document, summary])
    assert "De boot gaat iedere dag." in found.text
    assert (found.number, found.document) == (1, summary.identifier)
    assert summary.text[found.start : found.end].strip() == found.text


def test_the_summary_of_another_place_is_not() -> None:
    document, answer = cited("antwoord 2")
    assert in_plain_words(answer, [document, section("antwoord 3", "Antwoord 3", "De brug is dicht.")]) == ()


def test_a_paper_without_a_summary_has_none() -> None:
    document, answer = cited("antwoord 2")
    assert in_plain_words(answer, [document]) == ()
