"""The HTTP API: the same answers, papers and passages as the page, as JSON; ``docs/api.md`` tells how to use it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any

from fastapi import Depends, FastAPI, Query, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from limits import RateLimitItem, RateLimitItemPerMinute
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter
from starlette.exceptions import HTTPException
from starlette.responses import Response

from index.filters import Filters
from ui import messages
from ui.api_forms import Answered, Asked, Fault, Found, Paper, Wanted, WholePaper
from ui.errors import MalformedRequest, NoSuchAddress, PaperMissing, RequestFault, TooOften
from ui.service import Service

PER_CLIENT = 60  # requests a minute of one address
IN_ALL = 600  # requests a minute of everybody together

_JSON = "de JSON"  # what is wrong with a request that cannot be read at all
_FAULTS = {
    404: "Niet gevonden",
    422: "De aanvraag klopt niet; de zin zegt bij welk veld",
    429: "Te vaak; Retry-After zegt hoeveel seconden wachten",
    500: "Er ging iets mis",
}


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
        responses={status: {"model": Fault, "description": told} for status, told in _FAULTS.items()},
    )
    api.post("/vraag", response_model=Answered, summary="Stel een vraag")(_ask(service))
    api.get("/stukken", response_model=list[Paper], summary="Welke stukken er zijn")(service.papers)
    # What names a paper may hold a "/"; without a name it is the list.
    api.get("/stukken/", include_in_schema=False)(service.papers)
    api.get("/stukken/{identifier:path}", response_model=WholePaper, summary="Een heel stuk")(service.paper)
    api.get("/zoek", response_model=list[Found], summary="Zoek passages")(_search(service))
    for kind in (RequestFault, RequestValidationError, HTTPException, Exception):
        api.add_exception_handler(kind, _told)
    return api


def _ask(service: Service) -> Callable[[Asked], dict[str, Any]]:
    def ask(asked: Asked) -> dict[str, Any]:
        return service.answer(asked.question, asked.history, asked.persona)

    return ask


def _search(service: Service) -> Callable[..., list[dict[str, Any]]]:
    def find(asked: Annotated[Wanted, Query()]) -> list[dict[str, Any]]:
        filters = Filters(
            kinds=frozenset(asked.kind),
            since=asked.since,
            until=asked.until,
            person=asked.person,
            party=asked.party,
            dossier=asked.dossier,
        )
        return service.passages(asked.question, filters, asked.count)

    return find


async def _told(_request: Request, error: Exception) -> Response:
    """Every error as one Dutch sentence; what a person typed is never in it."""
    if isinstance(error, RequestValidationError):
        error = MalformedRequest(_fields(error))
    if isinstance(error, HTTPException):
        nowhere = error.status_code in {404, 405}
        error = NoSuchAddress(str(error.status_code)) if nowhere else MalformedRequest([_JSON])
    headers = {"Retry-After": str(error.seconds)} if isinstance(error, TooOften) else {}
    return JSONResponse({"error": messages.explain(error)}, status_code=_status(error), headers=headers)


def _fields(error: RequestValidationError) -> list[str]:
    """What is wrong, by the name of its field; an unknown name is not repeated, it is somebody else's words."""
    known = Asked.model_fields.keys() | Wanted.model_fields.keys()
    named = [next((part for part in one["loc"] if part in known), None) for one in error.errors()]
    unknown = any(one["type"] == "extra_forbidden" for one in error.errors())
    found = [name for name in dict.fromkeys(named) if name]
    return [*found, *(["een veld dat niet bestaat"] if unknown else [])] or [_JSON]


def _status(error: Exception) -> int:
    match error:
        case TooOften():
            return 429
        case PaperMissing() | NoSuchAddress():
            return 404
        case RequestFault():
            return 422
        case _:
            return 500
