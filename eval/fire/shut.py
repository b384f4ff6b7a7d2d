"""Shut: nothing goes out, nothing listens where it was not told to, no door leads past the data folder.

The commands run where there is no network at all (a network namespace of their own, if this machine allows one), with
every call that would reach for one noted down: those of Python by an audit hook, those of any library by ``strace``
where that is installed. A chat runs with its calls noted in the same way, and is asked for its headers on every route
that it has, for files that are not its own, by pages of others, and under names that are not its own.
"""

from __future__ import annotations

import json
import re
import shutil
import socket
import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

import httpx

from eval.fire import house
from eval.fire.counted import Counted, Order
from eval.load import event_of, told

HEADERS = ("content-security-policy", "referrer-policy", "x-content-type-options")
# Addresses that the chat has no route for, or that fill one in.
PAGES = """/ /kamer /helpdesk /stuk/x /gradio_api/file=x /static/x /robots.txt /nergens /docs /openapi.json
/api/docs /monitoring /%00 /..%2f /gradio_api/file=http://voorbeeld.invalid/x /gradio_api/proxy=http://voorbeeld.invalid/x
/file=http://voorbeeld.invalid/x""".split()
FEW = 3  # commands of a short run: each costs a start of the program
A_MINUTE = 60  # requests that one client may send to the API
SECRET, OUTSIDE = "root:x:0:0", "kanariegeheim"  # how /etc/passwd begins; what a file beside the data folder holds
ELSEWHERE = "https://voorbeeld.invalid"
QUESTION = "Hoeveel aanvragen zijn er goedgekeurd?"
_JSON = {"Content-Type": "application/json"}
_REACHES_NOBODY = re.compile(
    r"127\.0\.0\.1(?!\d)|'localhost'|\"::1\"|AF_UNIX|AF_NETLINK|AF_UNSPEC|^\d+ +(?:\+\+\+|---)"
)

# What Python is asked to do with the network, one line each.
_WATCHED = """
import sys
def heard(event, values, out=open({heard!r}, "a")):
    if event in ("socket.connect", "socket.getaddrinfo", "socket.sendto", "socket.gethostbyname"):
        print(event, values[1:] if event == "socket.connect" else values[:2], file=out, flush=True)
sys.addaudithook(heard)
"""
_IMPORTS = """
import contextlib, importlib, pkgutil
for package in ("ingest", "index", "assistant", "eval", "ui"):
    found = pkgutil.walk_packages(importlib.import_module(package).__path__, f"{package}.")
    for name in (one.name for one in found if not one.name.endswith("__main__")):
        with contextlib.suppress(ImportError):  # of an extra that is not here
            importlib.import_module(name)
"""
# Writes down every route of what is served, one line each: its method and its path.
_ROUTES = """
from starlette.routing import Mount
from ui import serve
def of(app, before=""):
    for route in app.routes:
        path = before.rstrip("/") + getattr(route, "path", "")
        if included := getattr(route, "original_router", None):  # FastAPI's own kind of mount
            yield from of(included, path + route.include_context.prefix)
        elif isinstance(route, Mount):
            yield from of(route.app, path) if hasattr(route.app, "routes") else [f"GET {{path}}/x"]
        else:
            yield from (f"{{method}} {{path}}" for method in getattr(route, "methods", None) or ["WEBSOCKET"])
launched = serve.launched
def noted(app, **given):
    with open({routes!r}, "w") as out:
        out.write("\\n".join(of(app)))
    return launched(app, **given)
serve.launched = noted
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Watch:
    """Where the calls of a program for a network are written down."""

    heard: Path  # those of Python
    traced: Path  # those of any library, where strace is installed

    @property
    def before(self) -> list[str]:
        """A command before a command: it writes down its calls and leaves it the child of whoever started it."""
        trace = ["strace", "-D", "-f", "-qq", "-e", "trace=connect", "-o", str(self.traced)]
        return trace if shutil.which(trace[0]) else []

    @property
    def program(self) -> str:
        """The beginning of a program in Python."""
        return _WATCHED.format(heard=str(self.heard))

    @property
    def faults(self) -> list[str]:
        """The calls that would reach another machine; loopback and unix sockets reach nobody else.

        Other addresses of loopback do: a name server of this machine may listen there, which asks others.
        """
        return [
            line
            for log in (self.heard, self.traced)
            for line in (log.read_text(errors="replace").splitlines() if log.exists() else ())
            if not _REACHES_NOBODY.search(line)
        ]


def fire(order: Order) -> list[Counted]:
    """The commands without a network, and ``n`` paths that try to leave the data folder."""
    with tempfile.TemporaryDirectory(prefix="passend-fire-") as place:
        home, data = Path(place), Path(place, "index")
        watch = Watch(heard=home / "heard", traced=home / "traced")
        counted = [_without_network(home, data, watch, short=house.is_short(order.n))]
        (home / "geheim.txt").write_text(OUTSIDE, encoding="utf-8")
        program = watch.program + _ROUTES.format(routes=str(home / "routes")) + house.COMMAND
        with house.chat(home, data, program=program, before=watch.before) as chat:
            routes = list(_routes(home / "routes"))
            counted += [_listening(chat), _answering(chat), _headers(chat, routes), _climbing(chat, order)]
            counted += [*_others(chat, [path for method, path in routes if method == "POST"]), _refused(chat)]
        what = "chat that may not reach for a network"
        counted.append(Counted(promise="shut", what=what, tried=1, faults=tuple(watch.faults), figures=_how(watch)))
    return counted


def _routes(file: Path) -> Iterator[tuple[str, str]]:
    """Methods and paths; what a path leaves open is filled in."""
    for line in sorted(set(file.read_text(encoding="utf-8").splitlines())):
        method, path = line.split(" ", 1)
        yield method, re.sub(r"\{[^}]*\}", "x", path)


def _how(watch: Watch) -> str:
    return "calls of every library traced" if watch.before else "calls of Python noted; no strace here"


def _without_network(home: Path, data: Path, watch: Watch, *, short: bool) -> Counted:
    """Imports, index, answers, refusals and errors, each in a process without network whose calls are noted."""
    alone, command = house.apart("--net"), watch.program + house.COMMAND
    runs: Sequence[tuple[int, str, Sequence[str]]] = [
        (0, command, ("index", str(house.papers(home, short=short)), "--data", str(data))),
        (0, command, ("ask", QUESTION, "--data", str(data))),
        (1, command, ("ask", "Wie?", "--data", str(home / "nergens"))),
        (0, command, ("status", "--data", str(data))),
        (0, command, ("briefing", "leerlingenvervoer", "--out", str(home / "briefing.pdf"), "--data", str(data))),
        (0, command, ("ask", "--jsonl", "-", "--data", str(data))),
        (0, watch.program + _IMPORTS, ()),
    ][: FEW if short else None]
    faults = []
    for code, program, arguments in runs:
        ran = house.passend(home, *arguments, program=program, before=[*alone, *watch.before])
        if wrong := ran.wrong(code):
            faults.append(f"{arguments[:1]} {wrong}")
    figures = f"{'in a namespace without network' if alone else 'no namespace to be had here'}; {_how(watch)}"
    what = "commands that may not reach for a network"
    return Counted(promise="shut", what=what, tried=len(runs), faults=tuple(faults + watch.faults), figures=figures)


def _listening(chat: house.Chat) -> Counted:
    """Every socket of the chat that listens has to do so on loopback."""
    number = chat.process.pid
    ours = {str(path.readlink()) for path in Path(f"/proc/{number}/fd").iterdir() if path.is_symlink()}
    found, faults = 0, []
    for table in ("tcp", "tcp6"):
        for line in Path(f"/proc/{number}/net/{table}").read_text().splitlines()[1:]:
            cells = line.split()
            if cells[3] == "0A" and f"socket:[{cells[9]}]" in ours:
                found += 1
                if not cells[1].startswith(("0100007F:", "00000000000000000000000001000000:")):
                    faults.append(f"listens on {cells[1]}")
    return Counted(promise="shut", what="sockets that listen", tried=found, faults=tuple(faults))


def _answering(chat: house.Chat) -> Counted:
    """A question through the page and through the API: what it calls on is loaded, and heard by the watch."""
    shown = told(chat.address, event_of(chat.config), QUESTION)
    body = json.dumps({"question": QUESTION})
    got = httpx.post(f"{chat.address}/api/vraag", content=body, headers=_JSON, timeout=house.PATIENCE)
    faults = [*([] if shown else ["no answer on the page"]), *([] if got.status_code == 200 else [got.text[:80]])]
    return Counted(promise="shut", what="questions while it is watched", tried=2, faults=tuple(faults))


def _headers(chat: house.Chat, routes: Iterable[tuple[str, str]]) -> Counted:
    """Every route has to send the headers; a door for websockets, which have none, may not be there."""
    faults, asked = [], [*routes, *(("GET", path) for path in PAGES)]
    with httpx.Client(base_url=chat.address, timeout=house.PATIENCE) as client:
        for method, path in asked:
            if method == "WEBSOCKET":
                faults.append(f"a websocket at {path}")
                continue
            with client.stream(method, path) as got:
                missing = [name for name in HEADERS if name not in got.headers]
                if "frame-ancestors" not in got.headers.get("content-security-policy", "frame-ancestors"):
                    missing.append("frame-ancestors")
            if missing:
                faults.append(f"{method} {path} ({got.status_code}) lacks {', '.join(missing)}")
    return Counted(promise="shut", what="headers of every route", tried=len(asked), faults=tuple(faults))


def climbing(n: int, seed: int, secret: str) -> Iterator[str]:
    """Paths that try to leave the folder that is served, for files of the system and for one that is named."""
    doors = (
        "/gradio_api/file=",
        "/file=",
        "/stuk/",
        "/api/stukken/",
        "/static/",
        "/assets/",
        "/custom_component/",
        "/",
    )
    ups = ("../", "..%2f", "%2e%2e/", "..%5c", "....//", "..%252f", "%c0%ae%c0%ae/", "..;/", "/./../")
    targets = ("etc/passwd", "/etc/passwd", "etc%2fpasswd", "proc/self/environ", "etc/passwd%00.css")
    for number in range(n):
        chance = Random(f"{seed}-{number}")
        target = chance.choice((*targets, secret, secret.lstrip("/"), secret.replace("/", "%2f")))
        yield chance.choice(doors) + chance.choice(ups) * chance.randrange(12) + target


def _climbing(chat: house.Chat, order: Order) -> Counted:
    firing = order.firing("shut", "paths that climb")
    host, port = chat.address.removeprefix("http://").split(":")
    paths = list(climbing(order.n, order.seed, str(chat.home / "geheim.txt")))
    for number in firing:
        request = f"GET {paths[number]} HTTP/1.1\r\nHost: {host}:{port}\r\nConnection: close\r\n\r\n"
        told = _raw(host, int(port), request)
        if SECRET in told or OUTSIDE in told or "XDG_DATA_HOME=" in told:
            firing.hit(paths[number])
    return firing.counted()


def _raw(host: str, port: int, request: str) -> str:
    """What comes back on a request sent as it is; a client would tidy the path up."""
    with socket.create_connection((host, port), timeout=house.PATIENCE) as line:
        line.sendall(request.encode())
        got = b""
        while piece := line.recv(65536):
            got += piece
    return got.decode("utf-8", "replace")


def _others(chat: house.Chat, posts: Sequence[str]) -> list[Counted]:
    """Requests that a page of somebody else lets a reader's browser make, and names that lead here from elsewhere."""
    body, port = json.dumps({"question": QUESTION}), chat.address.rpartition(":")[2]
    foreign, renamed = [], []
    with httpx.Client(base_url=chat.address, timeout=house.PATIENCE) as client:
        for path in posts:
            for origin in (ELSEWHERE, "null", f"{chat.address}0"):
                got = client.post(path, content=body, headers={**_JSON, "Origin": origin})
                if got.status_code < 400:
                    foreign.append(f"POST {path} from {origin} got {got.status_code}")
        # A name that was made to lead here bears the port, and its page is of that same name.
        name = f"voorbeeld.invalid:{port}"
        for method, path in [*(("GET", path) for path in PAGES[:4]), *(("POST", path) for path in posts)]:
            for more in ({}, {"Origin": f"http://{name}"}):
                got = client.request(method, path, content=body, headers={**_JSON, **more, "Host": name})
                if got.status_code != 403:
                    renamed.append(f"{method} {path} as {name} got {got.status_code}")
        own = client.post("/api/vraag", content=body, headers={**_JSON, "Origin": chat.address})
        if own.status_code != 200:
            foreign.append(f"our own page got {own.status_code}")
    names = 2 * (4 + len(posts))
    return [
        Counted(promise="shut", what="POSTs of other pages", tried=3 * len(posts) + 1, faults=tuple(foreign)),
        Counted(promise="shut", what="names that are not ours", tried=names, faults=tuple(renamed)),
    ]


def _refused(chat: house.Chat) -> Counted:
    """Files that are sent, and more requests in a minute than one client may send: the last thing to be tried."""
    faults, answered = [], list[float]()
    with httpx.Client(base_url=chat.address, timeout=house.PATIENCE) as client:
        sent = client.post("/gradio_api/upload", files={"files": ("brief.txt", b"woorden")})
        if sent.status_code != 404:
            faults.append(f"a file that was sent got {sent.status_code}")
        for _ in range(2 * A_MINUTE):
            got = client.get("/api/stukken/x")
            if got.status_code == 429:
                break
            answered.append(time.monotonic())
    if any(later - one < 60 for one, later in zip(answered, answered[A_MINUTE:], strict=False)):
        faults.append(f"more than {A_MINUTE} requests in a minute were answered")
    if got.status_code == 429 and "retry-after" not in got.headers:
        faults.append("told to wait, but not how long")
    what = "a file that is sent, and too many requests"
    figures = f"told to wait after {len(answered)}" if got.status_code == 429 else "too slow a machine for too many"
    return Counted(promise="shut", what=what, tried=2 + len(answered), faults=tuple(faults), figures=figures)
