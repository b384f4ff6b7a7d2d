"""Plain words: those of our own summary at the very place that is cited, and of no other."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from assistant.answer import Answer, Status
from assistant.find.sentences import sentences_of
from assistant.prove.quotes import quotes
from assistant.tell.plain import in_own_words, in_plain_words
from ingest.document import Block, BlockKind, Document, Kind, Passage
from tests.assistant.made import evidence, paper, question


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


def heard(_question: str, summary: Document, parts: Sequence[Passage]) -> list[NDArray[np.float32]]:
    """A reader that likes later sentences better."""
    return [np.arange(1, len(sentences_of(summary)) + 1, dtype=np.float32) for _ in parts]


def told(text: str) -> str:
    document, answer = cited("antwoord 2")
    summary = section("antwoord 2", "Antwoord 2", text)
    papers = {document.identifier: document, summary.identifier: summary}
    (proof,) = answer.citations
    found = in_own_words(question("Vaart de boot?"), proof.text, proof, papers, heard)
    return found.text if found else ""


def test_the_sentence_of_our_summary_that_says_what_is_quoted_is_told_as_ours() -> None:
    assert told("De kade is nat. De veerboot vaart elke dag.") == "Onze samenvatting: De veerboot vaart elke dag."
    assert told("De kade is nat. De bus rijdt elke dag.") == ""


def test_of_several_the_reader_takes_the_one_that_answers_best() -> None:
    text = "De veerboot heeft passagiers. De veerboot vaart elke dag."
    assert told(text) == "Onze samenvatting: De veerboot vaart elke dag."


def test_no_number_or_name_is_told_that_the_quote_does_not_hold() -> None:
    assert told("De veerboot vaart met 130 passagiers.") == ""
    assert told("De veerboot vaart met 120 passagiers.").endswith("De veerboot vaart met 120 passagiers.")
    assert told("De veerboot Bruinvis vaart elke dag.") == ""
