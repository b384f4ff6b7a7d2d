"""The forms in which other programs ask and are answered; FastAPI writes ``/api/openapi.json`` from them."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import BaseModel, Field

from assistant.errors import MOST_EARLIER
from ingest.document import Kind
from ui.errors import MAX_QUESTION, Persona
from ui.service import MOST_HITS

LONGEST_NAME = 200  # characters of a person, a party or a dossier


class Asked(BaseModel):
    """A question."""

    question: Annotated[str, Field(max_length=MAX_QUESTION, description="De vraag, in het Nederlands")]
    history: Annotated[
        list[Annotated[str, Field(max_length=MAX_QUESTION)]],
        Field(max_length=MOST_EARLIER, description="Eerdere vragen, oudste eerst"),
    ] = []
    persona: Annotated[Persona, Field(description="Voor wie het antwoord is: verandert de lengte")] = "ouder"

    model_config = {
        "extra": "forbid",  # a name with a slip must not be passed over in silence
        "json_schema_extra": {
            "examples": [{"question": "Hoeveel OZA-aanvragen zijn er goedgekeurd?", "persona": "kamer"}]
        },
    }


class Wanted(BaseModel):
    """Which passages are wanted."""

    question: Annotated[str, Field(max_length=MAX_QUESTION, description="Woorden of een vraag, in het Nederlands")]
    count: Annotated[int, Field(ge=1, le=MOST_HITS, description="Hoogstens zoveel passages")] = 10
    kind: Annotated[list[Kind], Field(description="Soort stuk; mag vaker")] = []
    since: Annotated[date | None, Field(description="Vanaf deze dag: 2023-03-30")] = None
    until: Annotated[date | None, Field(description="Tot en met deze dag: 2023-12-31")] = None
    person: Annotated[str, Field(max_length=LONGEST_NAME, description="Wie het zegt: een naam")] = ""
    party: Annotated[str, Field(max_length=LONGEST_NAME, description="Fractie van wie het zegt")] = ""
    dossier: Annotated[str, Field(max_length=LONGEST_NAME, description="Dossiernummer: 31 497")] = ""

    model_config = {"extra": "forbid"}


class Quote(BaseModel):
    """An exact quote with its place."""

    text: str
    document: str
    citation: str
    place: str
    date: str | None
    start: Annotated[int, Field(description="Begin in de tekst van het stuk, in tekens vanaf 0")]
    end: Annotated[int, Field(description="Einde, zelf niet meegeteld")]


class Cited(Quote):
    """An exact quote with whose words it has, and with what standing."""

    kind: Annotated[str, Field(description="Soort stuk")]
    speaker: Annotated[str, Field(description="Wie het zegt; leeg als het stuk dat niet noemt")]
    role: Annotated[str, Field(description="In welke rol: bewindspersoon, Kamerlid, fractie, ambtelijk advies …")]
    standing: Annotated[str, Field(description="Gewicht: geldend recht, wetsvoorstel, toezegging, ambtelijk advies …")]
    url: Annotated[str, Field(description="Het officiële stuk; leeg als dat er niet is")]


class Side(Quote):
    """One of the values of a conflict."""

    value: str


class Difference(BaseModel):
    """Different values for the same thing."""

    subject: str
    sides: list[Side]


class Answered(BaseModel):
    """An answer, as in ``docs/jsonl.md``, with the day of the newest paper quoted and the chance that it answers."""

    answer: str
    quotes: list[Cited]
    refused: bool
    status: Literal["answered", "partial", "unanswerable", "redacted", "clarify"]
    likely: Annotated[bool, Field(description="Bij „partial”: dit is waarschijnlijk het antwoord")]
    conflicts: list[Difference]
    understood_as: str
    as_of: str | None
    chance: float | None
    ms: float


class Paper(BaseModel):
    """What is known of a paper."""

    document: str
    kind: str
    title: str
    date: str | None
    sender: str
    citation: str
    url: str
    sha256: str


class Part(BaseModel):
    """A stretch of a paper."""

    kind: str
    place: str
    role: str
    speaker: str
    start: int
    end: int


class WholePaper(Paper):
    """A paper with its text."""

    text: str
    blocks: list[Part]


class Found(BaseModel):
    """A passage that bears on a question."""

    text: str
    document: str
    citation: str
    headings: list[str]
    speaker: str
    role: str
    start: int
    end: int


class Fault(BaseModel):
    """What went wrong, in one Dutch sentence."""

    error: str
