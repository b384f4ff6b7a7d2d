"""Shut: nothing goes out, nothing listens where it was not told to, no door leads past the data folder.

The commands run where there is no network at all (a network namespace of their own, if this machine allows one), with
every call of Python that would reach for one noted down. A chat that runs is then asked for its headers on every
route, for files that are not its own, by pages of others, and under names that are not its own.
"""

from __future__ import annotations

import json
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random

import httpx

from eval.fire import house
from eval.fire.counted import Counted

HEADERS = ("content-security-policy", "referrer-policy", "x-content-type-options")
PAGES = """/ /kamer /helpdesk /config /theme.css /api/stukken /api/openapi.json /api/x /stuk/x /gradio_api/info
/gradio_api/upload /gradio_api/queue/data /gradio_api/startup-events /monitoring /robots.txt /nergens
/gradio_api/file=x /static/x /docs /openapi.json /login /pwa_icon""".split()
POSTS = """/api/vraag /gradio_api/queue/join /gradio_api/run/predict /gradio_api/upload /gradio_api/reset
/gradio_api/cancel /gradio_api/component_server /gradio_api/stream/x /login /nergens""".split()
FEW = 3  # commands of a short run: each costs a start of the program
A_MINUTE = 60  # requests that one client may send to the API
SECRET = "root:x:0:0"  # how /etc/passwd begins
ELSEWHERE = "https://voorbeeld.invalid"

# What Python is asked to do with the network, one line each; loopback and unix sockets reach nobody else.
_WATCH = """
import sys
def heard(event, values, out=open(sys.argv.pop(1), "a")):
    if event in ("socket.connect", "socket.getaddrinfo", "socket.sendto", "socket.gethostbyname"):
        print(event, values[1:] if event == "socket.connect" else values[:2], file=out, flush=True)
sys.addaudithook(heard)
from ui.cli import main
sys.exit(main(sys.argv[1:]))
"""


def fire(n: int, seed: int) -> list[Counted]:
    """The commands without a network, and ``n`` paths that try to leave the data folder."""
    with tempfile.TemporaryDirectory(prefix="passend-fire-") as place:
        home, data = Path(place), Path(place, "index")
        counted = [_without_network(home, data, short=house.is_short(n))]
        with house.chat(home, data) as chat:
            counted += [_listening(chat), _headers(chat), _climbing(chat, n, seed), *_others(chat), _refused(chat)]
    return counted


def _without_network(home: Path, data: Path, *, short: bool) -> Counted:
    """Index, answers, refusals and errors, each in a process that has no network and whose calls are noted."""
    heard, alone = home / "heard", _alone()
    runs: Sequence[tuple[int, Sequence[str]]] = [
        (0, ("index", str(house.papers(home, short=short)), "--data", str(data))),
        (0, ("ask", "Hoeveel aanvragen zijn er goedgekeurd?", "--data", str(data))),
        (1, ("ask", "Wie?", "--data", str(home / "nergens"))),
        (0, ("status", "--data", str(data))),
        (0, ("briefing", "leerlingenvervoer", "--out", str(home / "briefing.md"), "--data", str(data))),
    ][: FEW if short else None]
    faults = []
    for code, arguments in runs:
        command = [*alone, sys.executable, "-c", _WATCH, str(heard), *arguments]
        ran = subprocess.run(command, env=house.environment(home), cwd=home, capture_output=True, check=False)
        if ran.returncode != code:
            faults.append(f"{arguments[0]} ended with {ran.returncode}: {ran.stderr[-200:]!r}")
    calls = heard.read_text().splitlines() if heard.exists() else []
    faults += [line for line in calls if "127.0.0.1" not in line and "'localhost'" not in line]
    figures = "in a namespace without network" if alone else "calls noted; no namespace to be had here"
    what = "commands that may not reach for a network"
    return Counted(promise="shut", what=what, tried=len(runs), faults=tuple(faults), figures=figures)


def _alone() -> list[str]:
    """A command before a command that takes the network away; nothing where that is not allowed."""
    alone = ["unshare", "--map-root-user", "--net"]
    if not shutil.which("unshare"):
        return []
    tried = subprocess.run([*alone, "true"], capture_output=True, check=False)
    return [] if tried.returncode else alone


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


def _headers(chat: house.Chat) -> Counted:
    faults, tried = [], 0
    with httpx.Client(base_url=chat.address, timeout=house.PATIENCE) as client:
        for method, path in [*(("GET", path) for path in PAGES), *(("POST", path) for path in POSTS)]:
            tried += 1
            with client.stream(method, path) as got:
                missing = [name for name in HEADERS if name not in got.headers]
                if "frame-ancestors" not in got.headers.get("content-security-policy", "frame-ancestors"):
                    missing.append("frame-ancestors")
            if missing:
                faults.append(f"{method} {path} ({got.status_code}) lacks {', '.join(missing)}")
    return Counted(promise="shut", what="headers of every route", tried=tried, faults=tuple(faults))


def climbing(n: int, seed: int) -> Iterator[str]:
    """Paths that try to leave the folder that is served."""
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
    for number in range(n):
        chance = Random(f"{seed}-{number}")
        target = chance.choice(("etc/passwd", "/etc/passwd", "etc%2fpasswd", "proc/self/environ", "etc/passwd%00.css"))
        yield chance.choice(doors) + chance.choice(ups) * chance.randrange(12) + target


def _climbing(chat: house.Chat, n: int, seed: int) -> Counted:
    faults = []
    host, port = chat.address.removeprefix("http://").split(":")
    for path in climbing(n, seed):
        told = _raw(host, int(port), f"GET {path} HTTP/1.1\r\nHost: {host}:{port}\r\nConnection: close\r\n\r\n")
        if SECRET in told or "XDG_DATA_HOME=" in told:
            faults.append(path)
    return Counted(promise="shut", what="paths that climb", tried=n, faults=tuple(faults))


def _raw(host: str, port: int, request: str) -> str:
    """What comes back on a request sent as it is; a client would tidy the path up."""
    with socket.create_connection((host, port), timeout=house.PATIENCE) as line:
        line.sendall(request.encode())
        got = b""
        while piece := line.recv(65536):
            got += piece
    return got.decode("utf-8", "replace")


def _others(chat: house.Chat) -> list[Counted]:
    """Requests that a page of somebody else lets a reader's browser make, and names that lead here from elsewhere."""
    body = json.dumps({"question": "Hoeveel aanvragen zijn er goedgekeurd?"})
    json_form = {"Content-Type": "application/json"}
    foreign, renamed = [], []
    with httpx.Client(base_url=chat.address, timeout=house.PATIENCE) as client:
        for path in POSTS:
            for origin in (ELSEWHERE, "null", f"{chat.address}0"):
                got = client.post(path, content=body, headers={**json_form, "Origin": origin})
                if got.status_code < 400:
                    foreign.append(f"POST {path} from {origin} got {got.status_code}")
        for path in (*PAGES[:6], "/stuk/x"):
            got = client.get(path, headers={"Host": "voorbeeld.invalid"})
            if got.status_code != 403:
                renamed.append(f"GET {path} as voorbeeld.invalid got {got.status_code}")
        own = client.post("/api/vraag", content=body, headers={**json_form, "Origin": chat.address})
        if own.status_code != 200:
            foreign.append(f"our own page got {own.status_code}")
    return [
        Counted(promise="shut", what="POSTs of other pages", tried=3 * len(POSTS) + 1, faults=tuple(foreign)),
        Counted(promise="shut", what="names that are not ours", tried=7, faults=tuple(renamed)),
    ]


def _refused(chat: house.Chat) -> Counted:
    """Files that are sent, and more requests in a minute than one client may send: the last thing to be tried."""
    faults = []
    with httpx.Client(base_url=chat.address, timeout=house.PATIENCE) as client:
        sent = client.post("/gradio_api/upload", files={"files": ("brief.txt", b"woorden")})
        if sent.status_code != 404:
            faults.append(f"a file that was sent got {sent.status_code}")
        got = [client.get("/api/stukken/x") for _ in range(A_MINUTE + 1)]
    told = [one for one in got if one.status_code == 429]
    if not told:
        faults.append(f"{len(got)} requests in a minute were answered")
    faults += ["told to wait, but not how long" for one in told if "retry-after" not in one.headers]
    what = "a file that is sent, and too many requests"
    return Counted(promise="shut", what=what, tried=1 + len(got), faults=tuple(faults))
