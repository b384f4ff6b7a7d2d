"""The HTTP API: the same answers, papers and passages as the page, as JSON; ``docs/api.md`` tells how to use it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Annotated, Any, Literal

from fastapi import Depends, FastAPI, Query, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from limits import RateLimitItem, RateLimitItemPerMinute
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter
from pydantic import BaseModel, Field
from starlette.responses import Response

from index.filters import Filters
from ingest.document import Kind
from ui import messages
from ui.errors import MAX_QUESTION, MalformedRequest, PaperMissing, RequestFault, TooOften
from ui.service import MOST_HITS, Service

PER_CLIENT = 60  # requests a minute of one address
IN_ALL = 600  # requests a minute of everybody together
MOST_EARLIER = 20  # earlier questions of a conversation


class Asked(BaseModel):
    """A question."""

    question: Annotated[str, Field(max_length=MAX_QUESTION, description="De vraag, in het Nederlands")]
    history: Annotated[list[str], Field(max_length=MOST_EARLIER, description="Eerdere vragen, oudste eerst")] = []
    persona: Literal["ouder", "kamer", "helpdesk"] = "ouder"

    model_config = {
        "json_schema_extra": {
            "examples": [{"question": "Hoeveel OZA-aanvragen zijn er goedgekeurd?", "persona": "kamer"}]
        }
    }


class Quote(BaseModel):
    """An exact quote with its place."""

    text: str
    document: str
    citation: str
    place: str
    date: str | None
    start: int
    end: int


class Side(Quote):
    """One of the values of a conflict."""

    value: str


class Difference(BaseModel):
    """Different values for the same thing."""

    subject: str
    sides: list[Side]


class Answered(BaseModel):
    """An answer, as in ``docs/jsonl.md``."""

    answer: str
    quotes: list[Quote]
    refused: bool
    status: Literal["answered", "partial", "unanswerable", "redacted", "clarify"]
    conflicts: list[Difference]
    understood_as: str
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


class Limiter:
    """Lets so many requests a minute pass; remembers addresses for that minute, in memory only."""

    def __init__(self, per_client: int = PER_CLIENT, in_all: int = IN_ALL) -> None:
        self._window = MovingWindowRateLimiter(MemoryStorage())
        self._per_client = RateLimitItemPerMinute(per_client)
        self._in_all = RateLimitItemPerMinute(in_all)

    def check(self, client: str) -> None:
        """Count a request.

        Raises:
            TooOften: One too many.
        """
        self._check(self._per_client, client)
        self._check(self._in_all, "")

    def _check(self, limit: RateLimitItem, whose: str) -> None:
        if not self._window.hit(limit, whose):
            raise TooOften(limit.get_expiry())


def build(service: Service, limiter: Limiter | None = None) -> FastAPI:
    """The API as an application of its own, to be mounted under ``/api``."""
    counted = limiter or Limiter()

    def count(request: Request) -> None:
        counted.check(request.client.host if request.client else "")

    api = FastAPI(
        title="Vraagbaak passend onderwijs",
        description="Antwoorden uit officiële stukken, in letterlijke citaten met vindplaats.",
        version="1",
        docs_url=None,
        redoc_url=None,
        dependencies=[Depends(count)],
    )
    api.post("/vraag", response_model=Answered, summary="Stel een vraag")(_ask(service))
    api.get("/stukken", response_model=list[Paper], summary="Welke stukken er zijn")(service.papers)
    api.get("/stukken/{identifier}", response_model=WholePaper, summary="Een heel stuk")(service.paper)
    api.get("/zoek", response_model=list[Found], summary="Zoek passages")(_search(service))
    for kind in (RequestFault, RequestValidationError, Exception):
        api.add_exception_handler(kind, _told)
    return api


def _ask(service: Service) -> Callable[[Asked], dict[str, Any]]:
    def ask(asked: Asked) -> dict[str, Any]:
        return service.answer(asked.question, asked.history, asked.persona)

    return ask


def _search(service: Service) -> Callable[..., list[dict[str, Any]]]:
    def find(
        vraag: Annotated[str, Query(max_length=MAX_QUESTION)],
        aantal: Annotated[int, Query(ge=1, le=MOST_HITS)] = 10,
        soort: Annotated[list[Kind] | None, Query(description="Soort stuk; mag vaker")] = None,
        sinds: Annotated[date | None, Query(description="Vanaf deze dag")] = None,
        tot: Annotated[date | None, Query(description="Tot en met deze dag")] = None,
        persoon: str = "",
        partij: str = "",
        dossier: str = "",
    ) -> list[dict[str, Any]]:
        filters = Filters(
            kinds=frozenset(soort or ()), since=sinds, until=tot, person=persoon, party=partij, dossier=dossier
        )
        return service.passages(vraag, filters, aantal)

    return find


async def _told(_request: Request, error: Exception) -> Response:
    """Every error as one Dutch sentence; what a person typed is never in it."""
    if isinstance(error, RequestValidationError):
        error = MalformedRequest()
    headers = {"Retry-After": str(error.seconds)} if isinstance(error, TooOften) else {}
    return JSONResponse({"error": messages.explain(error)}, status_code=_status(error), headers=headers)


def _status(error: Exception) -> int:
    match error:
        case TooOften():
            return 429
        case PaperMissing():
            return 404
        case RequestFault():
            return 422
        case _:
            return 500
