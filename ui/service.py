"""What machine users may ask, apart from how it reaches them: the HTTP API and the MCP server say the same."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from assistant.answer import Citation, as_record
from index.filters import Filters
from ingest.document import Block, Document, Passage
from ingest.official_numbers import cite
from ui.errors import PaperMissing, check_question
from ui.opened import Now

MOST_HITS = 50  # passages that one search gives


class Service:
    """Answers, papers and passages of the newest index as records for JSON; safe to share between threads."""

    def __init__(self, now: Now) -> None:
        self._now = now

    def answer(self, question: str, history: Sequence[str] = (), persona: str = "ouder") -> dict[str, Any]:
        """The answer in the form of ``docs/jsonl.md``, without ``id``, and with what a reader must know to weigh it.

        Raises:
            RequestFault: The question is empty or too long.
        """
        asked = check_question(question)
        answer = self._now().assistant.ask(asked, history=history, persona=persona)
        record = as_record(answer)
        record["as_of"] = answer.as_of.isoformat() if answer.as_of else None
        record["chance"] = None if answer.chance is None else round(answer.chance, 2)
        for quote, citation in zip(record["quotes"], answer.citations, strict=True):
            quote.update(_weight(citation))
        return record

    def papers(self) -> list[dict[str, Any]]:
        """The papers that are searched, without their text."""
        return [paper_record(document) for document in self._now().papers]

    def paper(self, identifier: str) -> dict[str, Any]:
        """One paper with its canonical text and its blocks.

        Raises:
            PaperMissing: No paper of the index bears this identifier.
        """
        document = self._now().paper(identifier)
        if document is None:
            raise PaperMissing(identifier)
        return {
            **paper_record(document),
            "text": document.text,
            "blocks": [_block_record(block) for block in document.blocks],
        }

    def passages(self, question: str, filters: Filters, count: int = 10) -> list[dict[str, Any]]:
        """The passages that bear on a question, best first.

        Raises:
            RequestFault: The question is empty or too long.
        """
        now = self._now()
        near = now.assistant.near(check_question(question), k=count, filters=filters)
        return [_passage_record(passage, now.generation.document_of[passage.document]) for passage in near]


def paper_record(document: Document) -> dict[str, Any]:
    """What is known of a paper, without its text."""
    return {
        "document": document.identifier,
        "kind": document.kind.value,
        "title": document.title,
        "date": document.date.isoformat() if document.date else None,
        "sender": document.sender,
        "citation": cite(document),
        "url": document.source.url,
        "sha256": document.source.sha256,
    }


def _passage_record(passage: Passage, document: Document) -> dict[str, Any]:
    return {
        "text": passage.text,
        "document": passage.document,
        "citation": cite(document, passage.place, passage.page),
        "headings": list(passage.path),
        "speaker": passage.speaker.name,
        "role": passage.speaker.role.value,
        "start": passage.start,
        "end": passage.end,
    }


def _weight(citation: Citation) -> dict[str, str]:
    """Whose words a quote has, and with what standing."""
    return {
        "kind": citation.kind.value,
        "speaker": citation.speaker.name,
        "role": citation.speaker.role.value,
        "standing": citation.standing.value,
        "url": citation.url,
    }


def _block_record(block: Block) -> dict[str, Any]:
    return {
        "kind": block.kind.value,
        "place": block.place,
        "role": block.speaker.role.value,
        "speaker": block.speaker.name,
        "start": block.start,
        "end": block.end,
    }
