"""Where a question points, the newest paper answers, unless an older one is named."""

from dataclasses import replace

from assistant.lookups import looked_up
from assistant.question import Asked, Question
from ingest.document import Document
from tests.assistant.made import paper, question

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
