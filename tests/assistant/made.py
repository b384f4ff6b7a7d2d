"""Papers, sentences and evidence made by hand, and the laws that every answer obeys."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from assistant.answer import Answer, Citation
from assistant.find.evidence import Evidence, Features
from assistant.find.sentences import Sentence
from assistant.understand.asked import Asked
from assistant.understand.question import Question
from ingest.document import Block, BlockKind, Document, Kind, Passage, Role, Source, Speaker

MINISTER = Speaker(role=Role.BEWINDSPERSOON, name="minister Voorbeeld")
MEMBER = Speaker(role=Role.KAMERLID, name="het lid Voorbeeld (ABC)")
FEATURES = Features(sentence=1, focus=1, around=1, meaning=1, passage=1, typed=1, voice=1, named=1)


def paper(
    *texts: str,
    kinds: tuple[BlockKind, ...] = (),
    contexts: tuple[tuple[int, int] | None, ...] = (),
    speaker: Speaker = MINISTER,
    day: date | None = date(2024, 5, 21),
    identifier: str = "kst-29876-61",
) -> Document:
    """A paper of one block for each text; paragraphs unless other kinds are given."""
    blocks, at = [], 0
    for number, text in enumerate(texts):
        kind = kinds[number] if number < len(kinds) else BlockKind.PARAGRAPH
        context = contexts[number] if number < len(contexts) else None
        blocks.append(Block(kind=kind, start=at, end=at + len(text), speaker=speaker, context=context))
        at += len(text) + 2
    return Document(
        identifier=identifier,
        kind=Kind.KAMERBRIEF,
        title="Brief over de veerboot",
        text="\n\n".join(texts),
        source=Source(file="brief.txt", sha256="0" * 64),
        blocks=tuple(blocks),
        date=day,
    )


def torn() -> Document:
    """A paper of two pages: a note of the first stands in the sentence that the note of the second hangs on."""
    texts = ("Ik sprak met een", "1 Kaart.", "reder2 die al jaren vaart.", "2 Register.")
    note = BlockKind.FOOTNOTE
    document = paper(*texts, kinds=(BlockKind.PARAGRAPH, note, BlockKind.PARAGRAPH, note))
    first, upper, second, lower = (
        replace(block, page=page) for block, page in zip(document.blocks, (1, 1, 2, 2), strict=True)
    )
    upper = replace(upper, place="voetnoot 1", number="1")
    lower = replace(lower, place="voetnoot 2", number="2", context=(second.start, second.end))
    return replace(document, blocks=(first, upper, second, lower))


def evidence(
    document: Document,
    *,
    block: int = 0,
    score: float = 1.0,
    features: Features = FEATURES,
    bears: frozenset[str] = frozenset(),
    clear: float = 1.0,
) -> Evidence:
    """A whole block of a paper as one sentence that was found, in a passage that is the whole paper."""
    found = document.blocks[block]
    passage = Passage(
        id=f"{document.identifier}#0", document=document.identifier, text=document.text, start=0, end=len(document.text)
    )
    sentence = Sentence(document=document, block=found, spans=((found.start, found.end),))
    return Evidence(sentence=sentence, passage=passage, bears=bears, features=features, score=score, clear=clear)


def question(text: str, asked: Asked = Asked.OTHER) -> Question:
    return Question(text=text, understood_as=text, asked=asked)


def with_features(**changed: float) -> Features:
    return replace(FEATURES, **changed)


def outside_quotes(answer: Answer) -> str:
    """The words of an answer that are ours: no quotes, no marks that count the citations."""
    text = answer.whole_text
    for near in _instead(answer):
        text = text.replace(f"“{near.shown}” ({near.citation})", "")
    for citation in answer.citations:
        text = text.replace(f"“{citation.shown}”", "")
    return re.sub(r"\[\d+\]", "", text)


def _instead(answer: Answer) -> list[Citation]:
    """What is told where nothing answers, of one question or of several."""
    return [part.nearest for part in (answer, *answer.parts) if part.nearest]


def breaches(answer: Answer, documents: dict[str, Document]) -> list[str]:
    """What breaks the promise of an answer: quotes that are not exact, numbers that no citation holds."""
    sides = [side.citation for one in answer.conflicts for side in one.sides]
    cited = [*answer.citations, *sides, *_instead(answer)]
    wrong = [one.text for one in cited if documents[one.document].text[one.start : one.end] != one.text]
    if answer.refused:
        return wrong
    proof = " ".join(_proof(one) for one in cited)
    spoken = re.findall(r"\d+(?:[.,]\d+)*", outside_quotes(_without_help(answer)))
    marks = [int(mark) for mark in re.findall(r"\[(\d+)\]", answer.whole_text)]
    return [
        *wrong,
        *(number for number in spoken if number not in re.findall(r"\d+(?:[.,]\d+)*", proof)),
        *(str(mark) for mark in marks if not 1 <= mark <= len(answer.citations)),
    ]


def _proof(citation: Citation) -> str:
    day = f"{citation.date.day} {citation.date.year}" if citation.date else ""
    return f"{citation.text} {citation.shown} {citation.citation} {citation.title} {day}"


def _without_help(answer: Answer) -> Answer:
    """The answer without telephone numbers of urgent places."""
    lines = [line for line in answer.text.split("\n") if not line.startswith("• ") or "bel" not in line]
    return replace(answer, text="\n".join(lines))
