"""The Tweede Kamer: letters, annexes and moties by OData, votes and toezeggingen as facts.

What changed is asked of OData by ``ApiGewijzigdOp``; what was taken away is told only by the SyncFeed, which is read
on from where it stood (``feed.py``).
"""

from __future__ import annotations

import mimetypes
import re
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from itertools import islice
from typing import TypeVar

from pydantic import AliasChoices, Field, TypeAdapter, ValidationError

from ingest.formats.paged_text import UnreadableFile
from ingest.formats.safe_xml import local_name, parse_xml
from ingest.sources import feed
from ingest.sources.addresses import TweedeKamer
from ingest.sources.errors import SourceChanged
from ingest.sources.facts import Fact, FactKind
from ingest.sources.files import SUFFIXES, fetch_form
from ingest.sources.listed import Form, Listed, Listing, Order, Wanted
from ingest.sources.said import Said, first_problem
from ingest.sources.web import Web

FOLDER = "tweede-kamer"
PAGE = "https://www.tweedekamer.nl/kamerstukken/detail?did={number}&id={number}"

SORTS = {
    Wanted.KAMERBRIEF: ("Brief regering",),
    Wanted.VRAGEN: ("Antwoord schriftelijke vragen", "Schriftelijke vragen"),
    Wanted.MOTIE: ("Motie", "Motie (gewijzigd/nader)"),
    Wanted.OVERLEG: ("Verslag van een schriftelijk overleg", "Verslag van een commissiedebat"),
}

# The fields of each table that are used here; a field that was given another name has both.
FIELDS = {
    "Document": (
        "Id", "Nummer|DocumentNummer", "Soort", "Onderwerp", "Datum", "ContentType", "ContentLength",
        "Ondernummer|Volgnummer", "Aanhangselnummer", "ApiGewijzigdOp", "Verwijderd", "Kamerstukdossier",
        "BijlageDocument", "HuidigeDocumentVersie",
    ),
    "Kamerstukdossier": ("Nummer", "Toevoeging"),
    "Zaak": ("Nummer", "Soort", "Onderwerp", "Besluit", "Document", "Kamerstukdossier", "Verwijderd"),
    "Besluit": ("BesluitTekst", "GewijzigdOp", "Stemming"),
    "Stemming": ("Soort", "ActorFractie"),
    "Toezegging": ("Id", "Nummer", "Tekst", "Status", "Functie", "DatumNakoming", "Activiteit", "Verwijderd"),
}  # fmt: skip

Row = TypeVar("Row", bound=Said)


MOST_ADDED = 1_000  # rows that may be added while the pages are asked for; a list that goes on for ever is broken off


class _Page(Said):
    """A page of rows."""

    value: list[object]
    count: int | None = Field(None, alias="@odata.count")
    further: str | None = Field(None, alias="@odata.nextLink")


class Dossier(Said):
    """A dossier that a document is in."""

    number: int = Field(alias="Nummer")
    addition: str | None = Field(None, alias="Toevoeging")

    @property
    def written(self) -> str:
        """The number as it is cited: "31497", "36600-VII"."""
        return f"{self.number}-{self.addition}" if self.addition else str(self.number)


class KamerDocument(Said):
    """A document; version 5 of the interface gives some fields another name than version 4."""

    id: str = Field(alias="Id")
    number: str = Field(validation_alias=AliasChoices("Nummer", "DocumentNummer"))
    sort: str = Field("", alias="Soort")
    subject: str | None = Field(None, alias="Onderwerp")
    title: str | None = Field(None, alias="Titel")
    day: datetime | None = Field(None, alias="Datum")
    place: int | None = Field(None, validation_alias=AliasChoices("Ondernummer", "Volgnummer"))
    aanhangsel: str | None = Field(None, alias="Aanhangselnummer")
    content_type: str = Field("application/pdf", alias="ContentType")
    length: int | None = Field(None, alias="ContentLength")
    changed: datetime = Field(validation_alias=AliasChoices("ApiGewijzigdOp", "GewijzigdOp"))
    removed: bool = Field(False, alias="Verwijderd")
    dossiers: list[Dossier] = Field(default_factory=list, alias="Kamerstukdossier")
    annexes: list[KamerDocument] = Field(default_factory=list, alias="BijlageDocument")

    @property
    def identifier(self) -> str:
        """The identifier as the publisher writes it, where the fields tell it; else the number of the Kamer."""
        if self.aanhangsel and (found := re.fullmatch(r"(\d{2})(\d{2})(\d{5})", self.aanhangsel)):
            return f"ah-tk-20{found[1]}20{found[2]}-{int(found[3])}"
        if self.dossiers and self.place is not None and self.place > 0:
            return f"kst-{self.dossiers[0].written}-{self.place}"
        return self.number


class Vote(Said):
    """How a fractie, or a member, voted."""

    stand: str | None = Field(None, alias="Soort")  # Voor, Tegen, Niet deelgenomen
    fractie: str | None = Field(None, alias="ActorFractie")
    removed: bool = Field(False, alias="Verwijderd")


class Decision(Said):
    """What was decided of a motie."""

    text: str | None = Field(None, alias="BesluitTekst")
    changed: datetime = Field(alias="GewijzigdOp")
    removed: bool = Field(False, alias="Verwijderd")
    votes: list[Vote] = Field(default_factory=list, alias="Stemming")


class Motie(Said):
    """The business of a motie (a Zaak), with its documents and decisions."""

    number: str = Field(alias="Nummer")
    subject: str | None = Field(None, alias="Onderwerp")
    documents: list[KamerDocument] = Field(alias="Document")
    decisions: list[Decision] = Field(alias="Besluit")

    @property
    def identifier(self) -> str:
        """The identifier of the motie as a paper; else the number of the business."""
        papers = [one.identifier for one in self.documents if not one.removed and one.sort.startswith("Motie")]
        return papers[-1] if papers else self.number


class Toezegging(Said):
    """A promise of a bewindspersoon as the Kamer keeps account of it."""

    id: str = Field(alias="Id")
    number: str = Field(alias="Nummer")
    text: str = Field(alias="Tekst")
    status: str = Field(alias="Status")
    office: str | None = Field(None, alias="Functie")
    name: str | None = Field(None, alias="Naam")
    due: datetime | None = Field(None, alias="DatumNakoming")
    changed: datetime = Field(validation_alias=AliasChoices("GewijzigdOp", "ApiGewijzigdOp"))


class TweedeKamerSource:
    """The Tweede Kamer as a source."""

    folder = FOLDER

    def __init__(self, web: Web, kamer: TweedeKamer) -> None:
        self.name = kamer.name
        self._web = web
        self._kamer = kamer

    def listing(self, order: Order, changed_since: date | None, mark: str) -> Listing:
        """Every document of the order with its annexes, and what was taken away since the feed stood at ``mark``."""
        at = (self._web, self._kamer.feed)
        filters = list(conditions(order, changed_since))
        if not filters:
            return Listing(papers=(), mark=mark)
        if mark:
            removed, mark = feed.taken_away(*at, int(mark))
        else:  # before the list is asked for, so that nothing can fall between the two
            removed, mark = [], str(feed.end_of_feed(*at))
        found: dict[str, Listed] = {}
        for condition in filters:
            for document in self.documents(condition):
                for paper in self._papers(document):
                    if paper.key not in found or found[paper.key].annex_of == "":
                        found[paper.key] = paper
        return Listing(papers=tuple(found.values()), withdrawn=frozenset(removed), mark=mark)

    def complete(self, paper: Listed) -> Listed:
        """A row names the one form that there is."""
        return paper

    def documents(self, condition: str) -> Iterator[KamerDocument]:
        """The documents that a filter lets through."""
        return self._rows(
            KamerDocument, "Document", condition, "Kamerstukdossier,BijlageDocument,HuidigeDocumentVersie", "Datum desc"
        )

    def facts(self, order: Order) -> dict[str, list[Fact]]:
        """The votes on the moties of the dossiers and the toezeggingen, by the name to keep them under."""
        kept: dict[str, list[Fact]] = {}
        for dossier in order.dossiers if order.wants(*SORTS) else ():
            votes = [fact for motie in self._moties(dossier) for fact in self._votes(motie)]
            kept[f"{FOLDER}-{dossier}-stemmingen"] = votes
            kept[f"{FOLDER}-{dossier}-toezeggingen"] = [self._promise(one) for one in self._promises(dossier)]
        return kept

    def _moties(self, dossier: str) -> Iterator[Motie]:
        condition = f"Verwijderd eq false and {self._kamer.moties} and Kamerstukdossier/any(d:{_in_dossier(dossier)})"
        expand = "Besluit($expand=Stemming),Document($expand=Kamerstukdossier)"
        return self._rows(Motie, "Zaak", condition, expand, "Nummer desc")

    def _promises(self, dossier: str) -> Iterator[Toezegging]:
        condition = f"Verwijderd eq false and {self._kamer.toezeggingen.format(dossier=_in_dossier(dossier))}"
        return self._rows(Toezegging, "Toezegging", condition, "", "Nummer desc")

    def probes(self) -> Iterator[tuple[str, Callable[[], object]]]:
        """The names of the fields, a document of the example with its file, facts about it, and the feed."""
        order = Order(dossiers=(self._kamer.example,), since=date(2000, 1, 1))
        found: list[Listed] = []

        def document() -> None:
            for one in islice(self.documents(next(conditions(order, None))), 1):
                found.extend(self._papers(one))
            if not found:
                raise SourceChanged(self.name, f"dossier {self._kamer.example} has no documents")

        yield "velden", lambda: check_fields(self.name, self._web.get(f"{self._kamer.odata}/$metadata").content)
        yield "stukken", document
        yield "bestand", lambda: fetch_form(self._web, found[0].forms[0])
        for what, rows in (("stemmingen", self._moties), ("toezeggingen", self._promises)):
            yield what, lambda rows=rows: list(islice(rows(self._kamer.example), 1))  # type: ignore[misc]
        yield "wijzigingen", lambda: feed.page(self._web, self._kamer.feed, 0)

    def _rows(self, row: type[Row], what: str, condition: str, expand: str, by: str) -> Iterator[Row]:
        """The rows of a table, page after page.

        Raises:
            SourceChanged: A row has not the known form, or there are fewer than the source says.
        """
        address: str = f"{self._kamer.odata}/{what}"
        asked = {"$filter": condition, "$orderby": by, "$count": "true", "$top": str(self._kamer.page)}
        params: dict[str, str] | None = {**asked, "$expand": expand} if expand else asked
        seen, total = 0, -1  # -1 until the first page says how many there are
        before: list[object] = []
        while True:
            page = self._page(address, params)
            if total < 0 and page.count is None:
                raise SourceChanged(self.name, f"the answer about {what} does not say how many rows there are")
            total = page.count or 0 if total < 0 else total
            if page.value and page.value == before:
                raise SourceChanged(self.name, f"a page of {what} is the page before it again")
            before = page.value
            yield from self._read(row, what, page.value)
            seen += len(page.value)
            if seen >= total and not page.further:
                return
            if not page.value or seen > total + MOST_ADDED:
                raise SourceChanged(self.name, f"{total} rows of {what} are promised, {seen} are given")
            if page.further:
                address, params = page.further, None
            else:
                params = {**asked, **({"$expand": expand} if expand else {}), "$skip": str(seen)}

    def _read(self, row: type[Row], what: str, rows: list[object]) -> list[Row]:
        try:
            return TypeAdapter(list[row]).validate_python(rows)  # type: ignore[valid-type]
        except ValidationError as error:
            raise SourceChanged(self.name, f"{what}: {first_problem(error)}") from error

    def _page(self, address: str, params: dict[str, str] | None) -> _Page:
        try:
            return _Page.model_validate_json(self._web.get(address, params).content)
        except ValidationError as error:
            raise SourceChanged(self.name, f"the answer has not the form of OData: {first_problem(error)}") from error

    def _papers(self, document: KamerDocument) -> Iterator[Listed]:
        letter = self._paper(document, "")
        yield letter
        for annex in document.annexes:
            if not annex.removed:
                yield self._paper(annex, letter.identifier)

    def _paper(self, document: KamerDocument, annex_of: str) -> Listed:
        kind = document.content_type.partition(";")[0].strip().lower()
        suffix = SUFFIXES.get(kind) or mimetypes.guess_extension(kind) or ".onbekend"
        if not re.fullmatch(r"\w+", document.number) or not re.fullmatch(r"[\w-]+", document.id):
            raise SourceChanged(self.name, f"{document.number!r} with id {document.id!r} is no document")
        form = Form(
            name=f"{document.number}{suffix}",
            address=f"{self._kamer.odata}/Document({document.id})/resource",
            size=document.length or None,
        )
        return Listed(
            source=FOLDER,
            key=document.number,
            identifier=document.identifier,
            version=document.changed.isoformat(),
            source_id=document.id,
            title=document.subject or document.title or document.number,
            day=document.day.date() if document.day else None,
            kind=document.sort,
            address=PAGE.format(number=document.number),
            forms=(form,),
            dossiers=tuple(dossier.written for dossier in document.dossiers),
            annex_of=annex_of,
        )

    def _votes(self, motie: Motie) -> Iterator[Fact]:
        decided = [one for one in motie.decisions if one.votes and not one.removed]
        if not decided:
            return
        last = max(decided, key=lambda one: one.changed)
        votes = [vote for vote in last.votes if not vote.removed and vote.fractie]
        yield Fact(
            kind=FactKind.STEMMING,
            about=motie.identifier,
            subject=motie.subject or "",
            state=last.text or "",
            source=self.name,
            address=f"https://www.tweedekamer.nl/kamerstukken/moties/detail?id={motie.number}",
            day=last.changed.date(),
            retrieved_at=datetime.now(UTC),
            supporters=tuple(sorted({v.fractie for v in votes if v.fractie and v.stand == "Voor"})),
            opponents=tuple(sorted({v.fractie for v in votes if v.fractie and v.stand == "Tegen"})),
        )

    def _promise(self, promise: Toezegging) -> Fact:
        return Fact(
            kind=FactKind.TOEZEGGING,
            about=promise.number,
            subject=promise.text,
            state=promise.status,
            source=self.name,
            address=f"{self._kamer.odata}/Toezegging({promise.id})",
            day=promise.changed.date(),
            retrieved_at=datetime.now(UTC),
            by=promise.office or promise.name or "",
            due=promise.due.date() if promise.due else None,
        )


def conditions(order: Order, changed_since: date | None) -> Iterator[str]:
    """The filters of OData that an order takes."""
    sorts = [sort for kind, names in SORTS.items() if order.wants(kind) for sort in names]
    if not sorts:
        return
    parts = ["Verwijderd eq false", f"Datum ge {order.since}T00:00:00Z"]
    if changed_since:
        parts.append(f"ApiGewijzigdOp ge {changed_since}T00:00:00Z")
    if order.kinds:
        parts.append("(" + " or ".join(f"Soort eq {_quoted(sort)}" for sort in sorts) + ")")
    for dossier in order.dossiers:
        yield " and ".join([*parts, f"Kamerstukdossier/any(d:{_in_dossier(dossier)})"])
    if order.query and not order.dossiers:
        yield " and ".join([*parts, f"contains(Onderwerp,{_quoted(order.query)})"])


def check_fields(source: str, metadata: bytes) -> None:
    """Hold the names of tables and fields against those that are used here.

    Raises:
        SourceChanged: One is missing; its name is told.
    """
    try:
        root = parse_xml(metadata)
    except UnreadableFile as error:
        raise SourceChanged(source, f"$metadata is no XML: {error}") from error
    there = {
        table.get("Name"): {part.get("Name") for part in table if local_name(part).endswith("Property")}
        for table in root.iter("{*}EntityType")
    }
    for name, fields in FIELDS.items():
        for field in fields:
            if not set(field.split("|")) & there.get(name, set()):
                raise SourceChanged(source, f"{name} has no {field}")


def _in_dossier(dossier: str) -> str:
    number, _, addition = dossier.partition("-")
    return f"d/Nummer eq {number} and d/Toevoeging eq {_quoted(addition)}" if addition else f"d/Nummer eq {number}"


def _quoted(words: str) -> str:
    """A string of OData (OData 4.01, URL Conventions 5.1.1.6.1: a quote is written twice)."""
    return "'" + words.replace("'", "''") + "'"
