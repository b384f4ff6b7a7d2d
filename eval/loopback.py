"""The three official sources on the loopback: the protocols they speak, over papers of our own, with faults on order.

For trying ``passend fetch`` where there is no network, in tests and in ``python -m eval.fetch_kills``. The shapes are
those that public documentation and public programs show; ``passend fetch --check`` holds the real sources against them.
"""

from __future__ import annotations

import hashlib
import json
import re
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit
from xml.sax.saxutils import escape

TK = "http://www.tweedekamer.nl/xsd/tkData/v1-0"


@dataclass(slots=True)
class Paper:
    """A paper of KOOP, of the Tweede Kamer or of open.overheid.nl."""

    identifier: str
    title: str
    words: str
    day: str = "2024-03-05"
    modified: str = "2024-03-06"
    dossier: str = "99497"
    number: str = ""
    name: str = "Kamerstuk"  # publicatienaam
    sort: str = "Brief"  # subrubriek, or Soort of the Tweede Kamer
    status: str = "Opgemaakt"
    annexes: list[str] = field(default_factory=list)
    forms: tuple[str, ...] = ("xml", "pdf")
    removed: bool = False
    annex_of: str = ""


@dataclass(slots=True)
class Fault:
    """What goes wrong with one request: a status, a body cut short, another body, a pause."""

    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes | None = None
    promise: int | None = None  # Content-Length that is told instead of the true one
    seconds: float = 0.0  # before the answer
    hang_up: bool = False  # after half of the body


@dataclass(slots=True)
class Sources:
    """What the sources have, what they are to do wrong, and what they were asked."""

    address: str = ""
    koop: dict[str, Paper] = field(default_factory=dict)
    kamer: dict[str, Paper] = field(default_factory=dict)
    woo: dict[str, Paper] = field(default_factory=dict)
    moties: list[dict[str, Any]] = field(default_factory=list)
    promises: list[dict[str, Any]] = field(default_factory=list)
    changes: list[tuple[int, str, bool]] = field(default_factory=list)  # number, id, whether it was taken away
    faults: dict[str, list[Fault]] = field(default_factory=dict)  # by a part of the path; the first that fits is used
    next_links: bool = True  # of OData
    old_names: bool = False  # the fields of version 4 of OData
    count_more: int = 0  # records that are promised and not given
    stuck: bool = False  # whatever page is asked for, the first one is given
    last_record: int = 10_000
    feed_page: int = 250  # entries
    asked: list[tuple[float, str, str]] = field(default_factory=list)  # when, path, User-Agent

    def fault_for(self, path: str) -> Fault | None:
        """The next fault that fits a path."""
        for part, faults in self.faults.items():
            if part in path and faults:
                return faults.pop(0)
        return None

    def toml(self, path: Path, **manners: float) -> Path:
        """Write a file with these addresses, for the setting ``sources``."""
        told = {"first_wait": 0.01, "longest_wait": 5.0, "attempts": 3, "read": 5.0, "longest": 20.0} | manners
        lines = ["[manners]", *(f"{name} = {value}" for name, value in told.items())]
        for part, values in {
            "koop": {"search": "/sru", "files": "/files", "example": "kst-99497-1"},
            "tweede-kamer": {"odata": "/odata", "feed": "/feed", "example": "99497"},
            "open-overheid": {"base": "/woo", "example": "veerboot"},
        }.items():
            lines += [f"[{part}]", "pause = 0.0", f"page = {10 if part == 'open-overheid' else 4}"]
            lines += [f"last_record = {self.last_record}"] if part == "koop" else []
            lines += [f'{name} = "{self.address if value[0] == "/" else ""}{value}"' for name, value in values.items()]
        path.write_text("\n".join(lines), encoding="utf-8")
        return path


def filled(letters: int = 3) -> Sources:
    """Sources with so many letters, each with an annex, and some of everything else."""
    made = Sources()
    for number in range(1, letters + 1):
        letter = f"kst-99497-{number}"
        words = f"De veerboot vaart dit jaar {number * 3} keer per dag tussen het dorp en het eiland."
        made.koop[letter] = Paper(
            letter, f"Brief over de veerboot {number}", words, number=str(number), annexes=[f"blg-{number}"]
        )
        made.koop[f"blg-{number}"] = Paper(
            f"blg-{number}", f"Dienstregeling {number}", f"Afvaart om {number} uur.", name="Bijlage", sort="Bijlage",
            forms=("pdf",), annex_of=letter,
        )  # fmt: skip
    made.koop["ah-tk-20232024-7"] = Paper(
        "ah-tk-20232024-7", "Antwoord over de veerboot", "De veerboot is betaald.", dossier="", number="7",
        name="Kamervragen (Aanhangsel)", sort="Antwoord",
    )  # fmt: skip
    made.kamer["d-1"] = Paper(
        "2024D00001", "Brief over de veerboot 1", "Zelfde brief.", number="1", sort="Brief regering", forms=("pdf",)
    )
    made.kamer["d-2"] = Paper(
        "2024D00002", "Brief zonder nummer", "De steiger is hersteld.", sort="Brief regering", annexes=["d-3"]
    )
    made.kamer["d-3"] = Paper(
        "2024D00003", "Tekening van de steiger", "Een steiger van hout.", sort="Bijlage", dossier=""
    )
    made.woo["11111111-aaaa"] = Paper(
        "11111111-aaaa",
        "Beslisnota veerboot",
        "Beslisnota: het advies is om te varen.",
        sort="beslisnota",
        annex_of="22",
    )
    made.changes = [(600_000 + 37 * at, f"d-{at % 3 + 1}", False) for at in range(12)]
    made.moties = [_motie()]
    made.promises = [
        {
            "Id": "t-1", "Nummer": "TZ202403-1", "Status": "Openstaand",
            "Tekst": "De minister stuurt een dienstregeling.", "Functie": "Minister van Vaart", "Naam": "B. de Boer",
            "DatumNakoming": "2024-09-01T00:00:00+02:00",
            "GewijzigdOp": "2024-03-09T10:00:00+01:00", "Verwijderd": False,
        }
    ]  # fmt: skip
    return made


def _motie() -> dict[str, Any]:
    votes = [("Partij A", "Voor"), ("Partij B", "Tegen"), ("Partij C", "Voor")]
    return {
        "Nummer": "2024Z00009", "Soort": "Motie", "Onderwerp": "Motie over een tweede veerboot",
        "Document": [_row("d-9", Paper("2024D00009", "Motie", "", number="9", sort="Motie"), Sources())],
        "Besluit": [
            {"BesluitTekst": "Aangehouden.", "GewijzigdOp": "2024-03-01T10:00:00+01:00", "Stemming": []},
            {
                "BesluitTekst": "Aangenomen.", "GewijzigdOp": "2024-03-12T16:00:00+01:00",
                "Stemming": [{"Soort": stand, "ActorFractie": party, "Verwijderd": False} for party, stand in votes],
            },
        ],
    }  # fmt: skip


# What the papers look like.


def xml_of(paper: Paper) -> bytes:
    """The paper in the mark-up of officielebekendmakingen.nl."""
    dossier = f"{paper.dossier[:2]} {paper.dossier[2:]}"
    if paper.identifier.startswith("ah-"):
        inside = (
            f"<kamervragen><kamervraagnummer>{paper.number}</kamervraagnummer>"
            "<vraag><nr>Vraag 1</nr><al>Is de veerboot betaald?</al></vraag>"
            f"<antwoord><nr>Antwoord 1</nr><al>{escape(paper.words)}</al></antwoord></kamervragen>"
        )
    else:
        inside = (
            "<kamerstuk><kamerstukkop><tekstregel>Tweede Kamer der Staten-Generaal</tekstregel></kamerstukkop>"
            f"<dossier><dossiernummer><dossiernr>{dossier}</dossiernr></dossiernummer><titel>Veren</titel></dossier>"
            f'<stuk><stuknr>Nr. <ondernummer kamer="2">{paper.number}</ondernummer></stuknr>'
            "<titel>BRIEF VAN DE MINISTER VAN VAART</titel><algemeen><vrije-tekst><tekst>"
            "<al>Aan de Voorzitter van de Tweede Kamer der Staten-Generaal</al><al>Den Haag, 5 maart 2024</al>"
            f"<al>{escape(paper.words)}</al></tekst></vrije-tekst></algemeen></stuk></kamerstuk>"
        )
    return f"<officiele-publicatie>{inside}</officiele-publicatie>".encode()


def pdf_of(paper: Paper) -> bytes:
    """A PDF of one page with the title and the words, written by hand (ISO 32000-1, 7.5)."""
    lines = [paper.title, *re.findall(r".{1,80}(?:\s|$)", paper.words)]
    shown = "".join(f"({line.replace(chr(92), '').replace('(', '').replace(')', '')}) Tj T*\n" for line in lines)
    stream = f"BT /F 11 Tf 14 TL 60 780 Td\n{shown}ET".encode("cp1252", "replace")
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
    ]
    written, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(written))
        written += b"%d 0 obj%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    start = len(written)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    return written + head + table + b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (6, start)


# How the sources answer.


def _sru(sources: Sources, asked: dict[str, str]) -> tuple[int, bytes]:
    query, start, most = asked["query"], int(asked["startRecord"]), int(asked["maximumRecords"])
    if start + most > sources.last_record + 1:
        return 504, b"gateway timeout"
    if "sortBy" not in query and "dt.identifier==" not in query:
        return 200, _diagnostic("no order")

    def term(pattern: str) -> list[str]:
        return [found.replace('\\"', '"') for found in re.findall(pattern, query)]

    names = term(r'w\.publicatienaam=="([^"]+)"')
    for_what = {
        "dossier": term(r'w\.dossiernummer=="([^"]+)"'),
        "words": term(r'cql\.textAndIndexes="((?:[^"\\]|\\.)*)"'),
        "since": term(r"dt\.date>=(\S+)"),
        "changed": term(r'dt\.modified>="([^"]+)"'),
        "one": term(r"dt\.identifier==([\w-]+)"),
        "after": term(r'dt\.identifier>"([^"]+)"'),
    }

    def fits(paper: Paper) -> bool:
        return (
            not paper.removed
            and (not names or paper.name in names)
            and all(paper.dossier == one for one in for_what["dossier"])
            and all(word.casefold() in f"{paper.title} {paper.words}".casefold() for word in for_what["words"])
            and all(paper.day >= day for day in for_what["since"])
            and all(paper.modified >= day for day in for_what["changed"])
            and all(paper.identifier == one for one in for_what["one"])
            and all(paper.identifier > one for one in for_what["after"])
        )

    found = sorted((paper for paper in sources.koop.values() if fits(paper)), key=lambda paper: paper.identifier)
    first = 0 if sources.stuck else start - 1
    records = "".join(_record(paper) for paper in found[first : first + most])
    return 200, (
        '<sru:searchRetrieveResponse xmlns:sru="http://docs.oasis-open.org/ns/search-ws/sruResponse" '
        'xmlns:gzd="http://standaarden.overheid.nl/sru" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:o="http://standaarden.overheid.nl/wetgeving/"><sru:version>2.0</sru:version>'
        f"<sru:numberOfRecords>{len(found) + sources.count_more}</sru:numberOfRecords>"
        f"<sru:records>{records}</sru:records></sru:searchRetrieveResponse>"
    ).encode()


def _record(paper: Paper) -> str:
    def some(name: str, *values: str) -> str:
        return "".join(f"<{name}>{escape(value)}</{name}>" for value in values if value)

    urls = "".join(
        f'<gzd:itemUrl manifestation="{form}">https://repository.overheid.nl/frbr/{paper.identifier}/{form}</gzd:itemUrl>'
        for form in (*paper.forms, "metadata")
    )
    return (
        "<sru:record><sru:recordData><gzd:gzd><gzd:originalData><o:meta><o:owmskern>"
        + some("dcterms:identifier", paper.identifier)
        + some("dcterms:title", paper.title)
        + some("dcterms:creator", "Tweede Kamer der Staten-Generaal")
        + some("dcterms:modified", paper.modified)
        + f"</o:owmskern><o:owmsmantel>{some('dcterms:date', paper.day)}</o:owmsmantel><o:tpmeta>"
        + some("o:bijlage", *paper.annexes)
        + some("o:documentstatus", paper.status)
        + some("o:dossiernummer", paper.dossier)
        + some("o:ondernummer", paper.number)
        + some("o:hoofddocument", paper.annex_of)
        + some("o:vergaderjaar", "2023-2024")
        + some("o:publicatienaam", paper.name)
        + some("o:subrubriek", paper.sort)
        + f"</o:tpmeta></o:meta></gzd:originalData><gzd:enrichedData>{urls}</gzd:enrichedData></gzd:gzd>"
        "</sru:recordData></sru:record>"
    )


def _diagnostic(words: str) -> bytes:
    return (
        '<searchRetrieveResponse xmlns="http://docs.oasis-open.org/ns/search-ws/sruResponse"><diagnostics>'
        '<d:diagnostic xmlns:d="http://docs.oasis-open.org/ns/search-ws/diagnostic"><d:uri>info:srw/diagnostic/1/10'
        f"</d:uri><d:message>{words}</d:message></d:diagnostic></diagnostics></searchRetrieveResponse>"
    ).encode()


def _row(own: str, paper: Paper, sources: Sources) -> dict[str, Any]:
    """A document as a row of OData, with its dossier and annexes."""
    dossiers = [{"Nummer": int(paper.dossier), "Toevoeging": None}] if paper.dossier else []
    number, place = ("DocumentNummer", "Volgnummer") if sources.old_names else ("Nummer", "Ondernummer")
    return {
        "Id": own, number: paper.identifier, "Soort": paper.sort, "Onderwerp": paper.title, "Titel": None,
        "Datum": f"{paper.day}T00:00:00+01:00", place: int(paper.number or -1), "Aanhangselnummer": None,
        "ContentType": "application/pdf", "ContentLength": len(pdf_of(paper)), "Verwijderd": False,
        "ApiGewijzigdOp": f"{paper.modified}T08:00:00.123Z", "Kamerstukdossier": dossiers,
        "BijlageDocument": [_row(one, sources.kamer[one], sources) for one in paper.annexes],
        "HuidigeDocumentVersie": None,
    }  # fmt: skip


def _odata(sources: Sources, what: str, asked: dict[str, str]) -> tuple[int, bytes]:
    if int(asked["$top"]) > 100:
        return 400, b'{"error":{"message":"$top is te groot"}}'
    condition = asked["$filter"]

    def term(pattern: str) -> list[str]:
        return [found.replace("''", "'") for found in re.findall(pattern, condition)]

    rows: list[dict[str, Any]]
    if what == "Document":
        sorts, words = term(r"Soort eq '((?:[^']|'')*)'"), term(r"contains\(Onderwerp,'((?:[^']|'')*)'\)")
        since, changed = term(r"Datum ge (\S{10})"), term(r"ApiGewijzigdOp ge (\S{10})")
        rows = [
            _row(own, paper, sources)
            for own, paper in sources.kamer.items()
            if not paper.removed
            and all(paper.dossier == one for one in term(r"d/Nummer eq (\d+)"))
            and (not sorts or paper.sort in sorts)
            and all(word in paper.title for word in words)
            and all(paper.day >= day for day in since)
            and all(paper.modified >= day for day in changed)
        ]
    else:
        rows = sources.moties if what == "Zaak" else sources.promises
    skip, top = int(asked.get("$skip", "0")), int(asked["$top"])
    first = 0 if sources.stuck else skip
    answer: dict[str, Any] = {"@odata.count": len(rows) + sources.count_more, "value": rows[first : first + top]}
    if sources.next_links and skip + top < len(rows):
        parameters = "&".join(f"{name}={value}" for name, value in (asked | {"$skip": str(skip + top)}).items())
        answer["@odata.nextLink"] = f"{sources.address}/odata/{what}?{parameters}"
    return 200, json.dumps(answer).encode()


def _metadata() -> bytes:
    tables = {
        "Document": "Id Nummer Soort Onderwerp Titel Datum Ondernummer Aanhangselnummer ContentType ContentLength "
        "ApiGewijzigdOp Verwijderd Kamerstukdossier BijlageDocument HuidigeDocumentVersie",
        "Kamerstukdossier": "Nummer Toevoeging",
        "Zaak": "Nummer Soort Onderwerp Besluit Document Kamerstukdossier Verwijderd",
        "Besluit": "BesluitTekst GewijzigdOp Stemming",
        "Stemming": "Soort ActorFractie",
        "Toezegging": "Id Nummer Tekst Status Functie DatumNakoming Activiteit Verwijderd",
    }
    types = "".join(
        f'<EntityType Name="{name}">' + "".join(f'<Property Name="{one}"/>' for one in fields.split()) + "</EntityType>"
        for name, fields in tables.items()
    )
    return (
        '<edmx:Edmx xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx"><edmx:DataServices>'
        f'<Schema xmlns="http://docs.oasis-open.org/odata/ns/edm">{types}</Schema></edmx:DataServices></edmx:Edmx>'
    ).encode()


def _feed(sources: Sources, asked: dict[str, str]) -> tuple[int, bytes]:
    after = [change for change in sources.changes if change[0] > int(asked.get("skiptoken", "0"))]
    shown = after[: sources.feed_page]

    def link(rel: str, token: int | str) -> str:
        return f'<link rel="{rel}" href="{sources.address}/feed/Feed?skiptoken={token}&amp;category=Document"/>'

    entries = "".join(
        f"<entry><title>{own}</title>{link('next', token)}<content type='application/xml'>"
        f'<document xmlns="{TK}" xmlns:tk="{TK}" id="{own}" tk:bijgewerkt="2024-03-06T10:00:00" '
        f'tk:verwijderd="{str(removed).lower()}"/></content></entry>'
        for token, own, removed in shown
    )
    onward = (
        link("next", shown[-1][0]) if len(after) > sources.feed_page else link("resume", asked.get("skiptoken", "0"))
    )
    return 200, f'<feed xmlns="http://www.w3.org/2005/Atom"><title>feed</title>{onward}{entries}</feed>'.encode()


def _woo(sources: Sources, path: str, asked: dict[str, str]) -> tuple[int, bytes]:
    if path.startswith("/zoek/"):
        paper = sources.woo[path.removeprefix("/zoek/").partition("_")[0]]
        content = pdf_of(paper)
        relation = {
            "relation": f"https://open.overheid.nl/documenten/{paper.annex_of}_1",
            "role": "https://x/c_4d1ea9ba",
        }
        file = {
            "id": "", "mime-type": "application/pdf", "bestandsnaam": "nota.pdf", "grootte": len(content), "paginas": 1,
            "hash": hashlib.sha1(content, usedforsecurity=False).hexdigest(),
        }  # fmt: skip
        return 200, json.dumps(
            {
                "document": {
                    "titelcollectie": {"officieleTitel": paper.title},
                    "classificatiecollectie": {"documentsoorten": [{"label": paper.sort}]},
                    "publisher": {"label": "Ministerie van Vaart"},
                },
                "documentrelaties": [relation] if paper.annex_of else [],
                "versies": [{"nummer": 1, "openbaarmakingsdatum": paper.day, "bestanden": [file]}],
            }
        ).encode()
    if asked["aantalResultaten"] not in {"10", "20", "50"}:
        return 400, b'{"detail":"aantalResultaten"}'
    day = "-".join(reversed(asked["publicatiedatumVan"].split("-")))
    sort = unquote(asked.get("documentsoort", ""))
    found = [
        paper
        for paper in sources.woo.values()
        if paper.day >= day
        and asked["zoektekst"].casefold() in f"{paper.title} {paper.words}".casefold()
        and (not sort or paper.sort == sort)
    ]
    start, most = 0 if sources.stuck else int(asked["start"]), int(asked["aantalResultaten"])
    results = [
        {
            "document": {
                "id": f"{paper.identifier}_1", "pid": f"https://open.overheid.nl/documenten/{paper.identifier}",
                "titel": paper.title, "openbaarmakingsdatum": paper.day,
                "mutatiedatumtijd": f"{paper.modified}T01:00:00Z",
            }
        }
        for paper in found[start : start + most]
    ]  # fmt: skip
    return 200, json.dumps({"totaal": len(found) + sources.count_more, "resultaten": results}).encode()


def _file(sources: Sources, path: str) -> tuple[int, str, bytes]:
    name, _, form = path.removeprefix("/files/").rpartition(".")
    paper = sources.koop.get(name)
    if paper is None or form not in paper.forms:
        return 404, "text/html", b"<html>niet gevonden</html>"
    return (200, "application/xml", xml_of(paper)) if form == "xml" else (200, "application/pdf", pdf_of(paper))


def _answer(sources: Sources, address: str) -> tuple[int, str, bytes]:
    parts = urlsplit(address)
    asked = {name: values[0] for name, values in parse_qs(parts.query, keep_blank_values=True).items()}
    path = unquote(parts.path)
    if path == "/sru":
        status, body = _sru(sources, asked)
        return status, "application/xml", body
    if path.startswith("/files/"):
        return _file(sources, path)
    if path == "/odata/$metadata":
        return 200, "application/xml", _metadata()
    if found := re.fullmatch(r"/odata/Document\(([\w-]+)\)/resource", path):
        return 200, "application/pdf", pdf_of(sources.kamer[found[1]])
    if path.startswith("/odata/"):
        status, body = _odata(sources, path.removeprefix("/odata/"), asked)
        return status, "application/json", body
    if path == "/feed/Feed":
        status, body = _feed(sources, asked)
        return status, "application/atom+xml", body
    if path.startswith("/woo/documenten/"):
        return 200, "application/pdf", pdf_of(sources.woo[path.removeprefix("/woo/documenten/")])
    if path.startswith("/woo/"):
        status, body = _woo(sources, path.removeprefix("/woo"), asked)
        return status, "application/json", body
    return 404, "text/plain", b"niets"


class _Server(ThreadingHTTPServer):
    """A server that says nothing of who hangs up in the middle, as a killed process does."""

    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Tell of what is wrong with this server only."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


@contextmanager
def serving(sources: Sources) -> Iterator[Sources]:
    """Serve the sources on a free port of the loopback."""
    stopped = threading.Event()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"  # keeps the connection, as the real ones do

        def do_HEAD(self) -> None:
            self.do_GET(head=True)

        def do_GET(self, head: bool = False) -> None:
            sources.asked.append((time.monotonic(), self.path, self.headers.get("User-Agent", "")))
            status, kind, body = _answer(sources, self.path)
            fault = sources.fault_for(unquote(self.path)) or Fault()
            stopped.wait(fault.seconds)
            status = fault.status if fault.status != 200 else status
            body = body if fault.body is None else fault.body
            self.send_response(status)
            for name, value in ({"Content-Type": kind} | fault.headers).items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body) if fault.promise is None else fault.promise))
            self.end_headers()
            with suppress(OSError):  # whoever asked may have hung up
                if not head:
                    self.wfile.write(body[: len(body) // 2] if fault.hang_up else body)
            if fault.hang_up or fault.promise is not None:
                self.close_connection = True

        def log_message(self, *args: object) -> None:
            """Say nothing."""

    server = _Server(("127.0.0.1", 0), Handler)
    sources.address = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield sources
    finally:
        stopped.set()
        server.shutdown()
        thread.join()
        server.server_close()
