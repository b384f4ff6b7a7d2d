"""KOOP: papers of parliament as published on officielebekendmakingen.nl, searched by SRU.

One search gives all records of an order, a hundred at a time, in the order of their identifiers; the texts are asked
for at ``zoek.officielebekendmakingen.nl``, as XML with the PDF beside it. What changed is found by ``dt.modified``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from lxml import etree

from ingest.formats.paged_text import UnreadableFile
from ingest.formats.safe_xml import local_name, parse_xml
from ingest.sources.addresses import Koop
from ingest.sources.errors import SourceChanged, SourceRefuses
from ingest.sources.facts import Fact
from ingest.sources.files import fetch_form
from ingest.sources.listed import Form, Listed, Listing, Order, Wanted
from ingest.sources.web import Web
from ingest.time_words import day_from

FOLDER = "koop"

# publicatienaam, and what must stand in the subrubriek; kinds that KOOP does not have are absent.
KINDS = {
    Wanted.KAMERBRIEF: ("Kamerstuk", "brief"),
    Wanted.MOTIE: ("Kamerstuk", "motie"),
    Wanted.OVERLEG: ("Kamerstuk", "verslag"),
    Wanted.DEBAT: ("Handelingen", ""),
    Wanted.VRAGEN: ("Kamervragen (Aanhangsel)", ""),
}
WITHOUT_DOSSIER = frozenset({Wanted.VRAGEN})  # papers that bear no number of a dossier
_IDENTIFIER = re.compile(r"[A-Za-z]+-[\w()-]+")


class KoopSource:
    """KOOP as a source."""

    folder = FOLDER

    def __init__(self, web: Web, koop: Koop) -> None:
        self.name = koop.name
        self._web = web
        self._koop = koop

    def listing(self, order: Order, changed_since: date | None, mark: str) -> Listing:
        """Every paper of the order, and its annexes."""
        del mark  # days are mark enough
        found: dict[str, Listed] = {}
        named: dict[str, Listed] = {}  # annexes, as their letters tell of them
        for query, kinds in queries(order, changed_since):
            for record in self._records(query):
                if _is_wanted(record, kinds):
                    paper, *annexes = self._papers(record)
                    if paper.key not in found or found[paper.key].provisional:
                        found[paper.key] = paper
                    named |= {annex.key: annex for annex in annexes}
        return Listing(papers=(*found.values(), *(annex for key, annex in named.items() if key not in found)))

    def complete(self, paper: Listed) -> Listed:
        """A record names all forms."""
        return paper

    def facts(self, order: Order) -> dict[str, list[Fact]]:
        """KOOP publishes papers and states no facts."""
        del order
        return {}

    def probes(self) -> Iterator[tuple[str, Callable[[], object]]]:
        """One search for the paper that is the example, and each of its forms."""
        found: list[Listed] = []

        def search() -> None:
            query = f"c.product-area==officielepublicaties AND dt.identifier=={self._koop.example}"
            _, records = self._page(query, 1)
            found.extend(paper for record in records for paper in self._papers(record))
            if not found:
                raise SourceChanged(self.name, f"{self._koop.example} is not found")

        yield "zoeken", search
        for at, what in enumerate(("tekst (XML)", "PDF")):
            yield what, lambda at=at: fetch_form(self._web, found[0].forms[at])  # type: ignore[misc]

    def _records(self, query: str) -> Iterator[dict[str, list[str]]]:
        """The records of a search.

        Raises:
            SourceChanged: There are fewer than the source says there are.
        """
        after, start, seen, total = "", 1, 0, None
        before: list[dict[str, list[str]]] = []
        while True:
            asked = f'{query} AND dt.identifier>"{after}"' if after else query
            count, records = self._page(f"{asked} sortBy dt.identifier/sort.ascending", start)
            total = count if total is None else total
            if records and records == before:
                raise SourceChanged(self.name, f"page {start} is the page before it again")
            before = records
            yield from records
            seen, start = seen + len(records), start + len(records)
            if seen >= total:
                return
            if not records:
                raise SourceChanged(self.name, f"{total} records are promised, {seen} are given")
            if start + self._koop.page > self._koop.last_record:
                after, start = records[-1]["identifier"][0], 1

    def _page(self, query: str, start: int) -> tuple[int, list[dict[str, list[str]]]]:
        reply = self._web.get(
            self._koop.search,
            {
                "operation": "searchRetrieve",
                "version": "2.0",
                "startRecord": str(start),
                "maximumRecords": str(self._koop.page),
                "recordSchema": "gzd",
                "httpAccept": "application/xml",
                "query": query,
            },
        )
        try:
            root = parse_xml(reply.content)
        except UnreadableFile as error:
            raise SourceChanged(self.name, f"the answer to a search is no XML: {error}") from error
        if told := _texts(root, "diagnostic"):
            raise SourceRefuses(self.name, f"the search is refused: {' '.join(told)[:300]}")
        if local_name(root) != "searchRetrieveResponse":
            raise SourceChanged(self.name, f"a search is answered with {local_name(root)!r}")
        numbers = _texts(root, "numberOfRecords")
        if len(numbers) != 1 or not re.fullmatch(r"[0-9]{1,9}", numbers[0]):
            raise SourceChanged(self.name, "the answer to a search does not say how many records there are")
        return int(numbers[0]), [self._record(element) for element in _elements(root, "record")]

    def _record(self, element: Any) -> dict[str, list[str]]:
        """The words of a record by the name of their element; ``itemUrl`` gives the forms that there are.

        Raises:
            SourceChanged: It lacks what every record has.
        """
        record: dict[str, list[str]] = {}
        for leaf in element.iter():
            words = "".join(leaf.itertext()).strip()
            if len(leaf) == 0 and words:
                name = local_name(leaf)
                record.setdefault(name, []).append(leaf.get("manifestation", "") if name == "itemUrl" else words)
        for name in ("identifier", "title", "modified", "itemUrl"):
            if not record.get(name):
                raise SourceChanged(self.name, f"record {record.get('identifier', ['?'])[0]} has no {name}")
        if not _IDENTIFIER.fullmatch(record["identifier"][0]):
            raise SourceChanged(self.name, f"{record['identifier'][0]!r} is no identifier")
        return record

    def _papers(self, record: dict[str, list[str]]) -> Iterator[Listed]:
        """The paper of a record, and each annex that it names."""
        identifier, final = record["identifier"][0], _final(record)
        version = " ".join([record["modified"][0], *record.get("documentstatus", [])])
        paper = Listed(
            source=FOLDER,
            key=final or identifier,
            identifier=identifier,
            version=version,
            title=(record.get("documenttitel") or record["title"])[0],
            day=day_from((record.get("issued") or record.get("date") or record.get("available") or [""])[0][:10]),
            kind=(record.get("subrubriek") or record.get("publicatienaam") or [""])[0],
            address=f"{self._koop.files}/{identifier}.html",
            forms=self._forms(identifier, set(record["itemUrl"])),
            dossiers=tuple(dict.fromkeys(record.get("dossiernummer", []))),
            sender=(record.get("creator") or [""])[0],
            annex_of=(record.get("hoofddocument") or [""])[0],
            provisional=bool(final),
        )
        yield paper
        for annex in dict.fromkeys(record.get("bijlage", [])):
            if not _IDENTIFIER.fullmatch(annex):
                raise SourceChanged(self.name, f"{annex!r} is no identifier of an annex")
            yield Listed(
                source=FOLDER,
                key=annex,
                identifier=annex,
                version=version,
                title=f"Bijlage bij: {paper.title}",
                day=None,
                kind="Bijlage",
                address=f"{self._koop.files}/{annex}.html",
                forms=self._forms(annex, {"pdf"}),
                dossiers=paper.dossiers,
                annex_of=paper.key,
            )

    def _forms(self, identifier: str, there: set[str]) -> tuple[Form, ...]:
        """XML with the PDF beside it; without XML the PDF, else what there is.

        Raises:
            SourceChanged: It has no form that can be read.
        """
        chosen = [form for form in ("xml", "pdf") if form in there] or [f for f in ("odt", "html") if f in there][:1]
        if not chosen:
            raise SourceChanged(self.name, f"{identifier} has none of the known forms, but {sorted(there)}")
        return tuple(
            Form(
                name=f"{identifier}.{form}",
                address=f"{self._koop.files}/{identifier}.{form}",
                may_lack=form == "pdf" and chosen[0] == "xml",
            )
            for form in chosen
        )


def queries(order: Order, changed_since: date | None) -> Iterator[tuple[str, list[Wanted]]]:
    """The searches that an order takes, in CQL, each with the kinds that it is for (none: all)."""
    asked = [kind for kind in KINDS if order.wants(kind)]
    since = f'dt.modified>="{changed_since}" AND ' if changed_since else ""
    base = f"c.product-area==officielepublicaties AND {since}dt.date>={order.since} AND "
    in_dossier = [kind for kind in asked if kind not in WITHOUT_DOSSIER]
    by_words = [kind for kind in asked if not order.dossiers or kind in WITHOUT_DOSSIER]
    for dossier in order.dossiers if in_dossier else ():
        in_it = f"{base}w.dossiernummer=={_quoted(dossier)}"
        yield (f"{in_it}{_named(in_dossier)}", in_dossier) if order.kinds else (in_it, [])
    if order.query and by_words:
        yield f"{base}cql.textAndIndexes={_quoted(order.query)}{_named(by_words)}", by_words


def _named(kinds: list[Wanted]) -> str:
    names = " OR ".join(f"w.publicatienaam=={_quoted(name)}" for name in dict.fromkeys(KINDS[k][0] for k in kinds))
    return f" AND ({names})"


def _is_wanted(record: dict[str, list[str]], kinds: list[Wanted]) -> bool:
    """Whether a record is of one of the kinds; a search cannot tell all of them apart."""
    name = (record.get("publicatienaam") or [""])[0]
    sort = " ".join(record.get("subrubriek", [])).casefold()
    return not kinds or any(name == KINDS[kind][0] and KINDS[kind][1] in sort for kind in kinds)


def _final(record: dict[str, list[str]]) -> str:
    """The identifier that a provisional text will have when it is final; "" for a final one, or if none can be made."""
    made = _numbered(record)
    return made if _IDENTIFIER.fullmatch(made) else ""


def _numbered(record: dict[str, list[str]]) -> str:
    """The number of a provisional text ("onopgemaakt") as identifiers are written; "" for a final one."""
    number = (record.get("ondernummer") or [""])[0]
    if (record.get("documentstatus") or [""])[0].casefold() != "onopgemaakt" or not number:
        return ""
    identifier = record["identifier"][0]
    if identifier.startswith("ah-"):
        house = "ek" if identifier.startswith("ah-ek-") else "tk"
        year = (record.get("vergaderjaar") or [""])[0].replace("-", "")
        return f"ah-{house}-{year}-{number}" if year else ""
    dossier = (record.get("dossiernummer") or [""])[0].replace(" ", "")
    return f"kst-{dossier}-{number}" if dossier else ""


def _quoted(words: str) -> str:
    """A term of CQL (Library of Congress, CQL 1.2: a quote or backslash in a quoted term follows a backslash)."""
    return '"' + re.sub(r'(["\\])', r"\\\1", words) + '"'


def _elements(root: Any, name: str) -> list[Any]:
    return [element for element in root.iter(etree.Element) if local_name(element) == name]


def _texts(root: Any, name: str) -> list[str]:
    return [" ".join("".join(element.itertext()).split()) for element in _elements(root, name)]
