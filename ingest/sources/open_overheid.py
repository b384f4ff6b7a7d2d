"""open.overheid.nl: decisions and other papers that ministries publish by the Woo, decision notes among them.

It knows no dossiers: papers are found by words. Each paper takes a request of its own for its files, which is made
only for papers that are new or changed (``mutatiedatumtijd``).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import PurePosixPath
from typing import TypeVar
from urllib.parse import quote

from pydantic import Field, ValidationError

from ingest.sources.addresses import OpenOverheid
from ingest.sources.errors import SourceChanged
from ingest.sources.facts import Fact
from ingest.sources.files import SUFFIXES, fetch_form
from ingest.sources.listed import Form, Listed, Listing, Order, Wanted
from ingest.sources.said import Said, first_problem
from ingest.sources.web import Web
from ingest.time_words import day_from

FOLDER = "open-overheid"
ANNEX = "c_4d1ea9ba"  # "is bijlage bij" in the thesaurus of TOOI (identifier.overheid.nl/tooi/def/thes/kern)
KINDS = {Wanted.BESLISNOTA: "beslisnota", Wanted.WOO: ""}  # documentsoort; "" is any

Answer = TypeVar("Answer", bound=Said)


class _Label(Said):
    label: str = ""


class _Found(Said):
    id: str
    pid: str = ""
    title: str = Field("", alias="titel")
    published: str = Field("", alias="openbaarmakingsdatum")
    changed: str = Field(alias="mutatiedatumtijd", min_length=1)


class _Result(Said):
    document: _Found


class _Results(Said):
    total: int = Field(alias="totaal", ge=0)
    results: list[_Result] = Field(alias="resultaten")


class _File(Said):
    id: str = ""
    mime_type: str = Field("", alias="mime-type")
    name: str = Field("", alias="bestandsnaam")
    size: int | None = Field(None, alias="grootte")
    sha1: str = Field("", alias="hash")


class _Version(Said):
    number: int = Field(0, alias="nummer")
    files: list[_File] = Field(default_factory=list, alias="bestanden")


class _Relation(Said):
    relation: str
    role: str


class _Classification(Said):
    sorts: list[_Label] = Field(default_factory=list, alias="documentsoorten")


class _About(Said):
    classification: _Classification = Field(default_factory=_Classification, alias="classificatiecollectie")
    publisher: _Label | None = None


class _Detail(Said):
    document: _About
    relations: list[_Relation] = Field(default_factory=list, alias="documentrelaties")
    versions: list[_Version] = Field(alias="versies", min_length=1)


class OpenOverheidSource:
    """open.overheid.nl as a source."""

    folder = FOLDER

    def __init__(self, web: Web, addresses: OpenOverheid) -> None:
        self.name = addresses.name
        self._web = web
        self._addresses = addresses

    def listing(self, order: Order, changed_since: date | None, mark: str) -> Listing:
        """Every paper with the words of the order; all of them each time, because it has no list of changes."""
        del changed_since, mark
        sorts = [KINDS[kind] for kind in KINDS if order.wants(kind)]
        if not order.query or not sorts:
            return Listing(papers=())
        found: dict[str, Listed] = {}
        for sort in [""] if "" in sorts else sorts:
            for paper in self._search(order, sort):
                found.setdefault(paper.key, paper)
        return Listing(papers=tuple(found.values()))

    def complete(self, paper: Listed) -> Listed:
        """The paper with its newest files, its kind, its publisher and the paper that it is an annex of."""
        detail = self._get(_Detail, f"/zoek/{quote(paper.source_id, safe='')}")
        newest = max(detail.versions, key=lambda version: version.number)
        if not newest.files:
            raise SourceChanged(self.name, f"{paper.identifier} has no files")
        many = len(newest.files) > 1
        letter = next((one.relation for one in detail.relations if one.role.endswith(ANNEX)), "")
        labels = [label.label for label in detail.document.classification.sorts if label.label]
        return replace(
            paper,
            forms=tuple(self._form(paper, file, at if many else 0) for at, file in enumerate(newest.files, 1)),
            kind=labels[0] if labels else "",
            sender=detail.document.publisher.label if detail.document.publisher else "",
            annex_of=_without_version(PurePosixPath(letter).name) if letter else "",
        )

    def facts(self, order: Order) -> dict[str, list[Fact]]:
        """It publishes papers and states no facts."""
        del order
        return {}

    def probes(self) -> Iterator[tuple[str, Callable[[], object]]]:
        """A search, what a result says of its files, and one of them."""
        order = Order(since=date(2022, 1, 1), query=self._addresses.example)
        found: list[Listed] = []

        def search() -> None:
            page = self._get(_Results, f"{self._asked(order, '')}&start=0")
            found.extend(self._listed(result.document) for result in page.results)
            if not found:
                raise SourceChanged(self.name, f"nothing is found about {order.query!r}")

        def detail() -> None:
            found[0] = self.complete(found[0])

        yield "zoeken", search
        yield "gegevens van een stuk", detail
        yield "bestand", lambda: fetch_form(self._web, found[0].forms[0])

    def _search(self, order: Order, sort: str) -> list[Listed]:
        """Page after page, oldest first, so that what is published meanwhile comes last.

        Raises:
            SourceChanged: There are fewer results than the source says.
        """
        papers: list[Listed] = []
        before: list[_Result] = []
        total = None
        while total is None or len(papers) < total:
            page = self._get(_Results, f"{self._asked(order, sort)}&start={len(papers)}")
            total = page.total if total is None else total
            if len(papers) < total and not page.results:
                raise SourceChanged(self.name, f"{total} results are promised, {len(papers)} are given")
            if page.results and page.results == before:
                raise SourceChanged(self.name, "a page of results is the page before it again")
            before = page.results
            papers += [self._listed(result.document) for result in page.results]
        return papers

    def _asked(self, order: Order, sort: str) -> str:
        """The path of a search; values of filters are encoded twice, as the page of the source itself does."""
        filters = f"&documentsoort={quote(quote(sort))}" if sort else ""
        return (
            f"/zoek?zoektekst={quote(order.query, safe='')}&sort=publicatiedatum&order=asc{filters}"
            f"&publicatiedatumVan={order.since:%d-%m-%Y}&aantalResultaten={self._addresses.page}"
        )

    def _listed(self, found: _Found) -> Listed:
        key = _without_version(found.id)
        if not re.fullmatch(r"[\w-]+", key):
            raise SourceChanged(self.name, f"{found.id!r} is no id")
        return Listed(
            source=FOLDER,
            key=key,
            identifier=key,
            version=found.changed,
            title=found.title,
            day=day_from(found.published[:10]),
            kind="",
            address=found.pid or f"https://open.overheid.nl/documenten/{key}",
            source_id=found.id,
        )

    def _form(self, paper: Listed, file: _File, at: int) -> Form:
        known = SUFFIXES.get(file.mime_type.lower(), "")
        suffix = known or PurePosixPath(file.name).suffix.lower()
        if not re.fullmatch(r"\.\w{1,5}", suffix):
            raise SourceChanged(self.name, f"{paper.identifier}: a file {file.name!r} of {file.mime_type!r}")
        own = file.id.startswith(("http://", "https://"))
        return Form(
            name=f"{paper.key}-{at}{suffix}" if at else f"{paper.key}{suffix}",
            address=file.id if own else f"{self._addresses.base}/documenten/{quote(file.id or paper.key, safe='')}",
            size=file.size,
            sha1=file.sha1.lower() if re.fullmatch(r"[0-9a-fA-F]{40}", file.sha1) else "",
        )

    def _get(self, answer: type[Answer], path: str) -> Answer:
        reply = self._web.get(self._addresses.base + path)
        try:
            return answer.model_validate_json(reply.content)
        except ValidationError as error:
            raise SourceChanged(self.name, first_problem(error)) from error


def _without_version(identifier: str) -> str:
    """An id without the number of its version: "…_2"."""
    return re.sub(r"_\d+$", "", identifier)
