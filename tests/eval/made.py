"""Questions, answers and a paper of our own, to try the measuring on."""

from __future__ import annotations

from datetime import date

from assistant.answer import Answer, Citation, Status
from eval.items import Item, ItemKind, ItemSet, Persona
from eval.run import Run, Subject, evaluate
from ingest.document import Document, Kind, Passage, Role, Source, Speaker

PAPER = "ah-tk-20992100-0007"
TEXT = "De gemeente Waterdam kreeg 14 verzoeken. Daarvan zijn er 11 ingewilligd, op 3 juni 2099."


def item(
    *,
    id: str = "t-fact-number-001",  # noqa: A002
    kind: ItemKind = ItemKind.FACT_NUMBER,
    required: tuple[tuple[str, ...], ...] = (("11", "elf"),),
    forbidden: tuple[str, ...] = (),
    documents: tuple[str, ...] = (PAPER,),
    places: tuple[str, ...] = (),
    evidence: tuple[tuple[str, ...], ...] = (("11 ingewilligd",),),
    refusal: Status | None = None,
    history: tuple[str, ...] = (),
    question: str = "Hoeveel verzoeken zijn ingewilligd?",
    note: str = "",
) -> Item:
    if refusal:
        required, documents, evidence = (), (), ()
    return Item(
        id=id,
        set=ItemSet.PAPERS,
        kind=kind,
        persona=Persona.OUDER,
        question=question,
        history=history,
        required=required,
        forbidden=forbidden,
        documents=documents,
        places=places,
        evidence=evidence,
        refusal=refusal,
        note=note,
    )


def paper(identifier: str = PAPER, text: str = TEXT) -> Document:
    return Document(
        identifier=identifier,
        kind=Kind.AANHANGSEL,
        title="Verzoeken in Waterdam",
        text=text,
        source=Source(file=f"{identifier}.txt", sha256="0" * 64),
        date=date(2099, 7, 1),
    )


def citation(text: str = TEXT, *, document: str = PAPER, place: str = "antwoord 2", start: int = 0) -> Citation:
    return Citation(
        text=text,
        document=document,
        title="Verzoeken in Waterdam",
        kind=Kind.AANHANGSEL,
        citation="Aanhangsel Handelingen II 2099/2100, nr. 7",
        place=place,
        date=date(2099, 7, 1),
        start=start,
        end=start + len(text),
        speaker=Speaker(role=Role.BEWINDSPERSOON),
    )


def answer(
    text: str = "Er zijn 11 van de 14 verzoeken ingewilligd [1].",
    *,
    status: Status = Status.ANSWERED,
    citations: tuple[Citation, ...] = (),
) -> Answer:
    question = "Hoeveel verzoeken zijn ingewilligd?"
    return Answer(question=question, understood_as=question, status=status, text=text, citations=citations)


def passage(text: str, *, document: str = PAPER, start: int = 0) -> Passage:
    end = start + len(text)
    return Passage(id=f"{document}#{start}-{end}", document=document, text=text, start=start, end=end)


def run_of(*pairs: tuple[Item, Answer]) -> Run:
    """A run in which every question got its answer, and every search found the whole paper."""
    answers = {asked.id: given for asked, given in pairs}
    subject = Subject(
        ask=lambda asked: answers[asked.id],
        retrieve=lambda _: [passage(TEXT)],
        documents={PAPER: paper()},
        delivered={PAPER: TEXT},
    )
    return evaluate([asked for asked, _ in pairs], subject)
