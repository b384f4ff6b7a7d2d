"""What stands between the chat page and the browser."""

import asyncio
import json
import socket
from pathlib import Path
from urllib.parse import quote

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from starlette.responses import JSONResponse
from starlette.types import Message, Receive, Scope, Send

from assistant.assistant import Assistant
from index import embedder
from index import generation as generations
from tests.assistant.made import paper
from ui import links, messages
from ui.errors import AddressUnusable, PortTaken
from ui.opened import Opened
from ui.serve import POLICY, TRIES, Guard, free_port, launched, own_names, site
from ui.settings import Settings

pytestmark = pytest.mark.filterwarnings("default")  # of Gradio


def answered(
    path: str, status: int, *, names: frozenset[str] | None = None, method: str = "POST", **sent_headers: str
) -> tuple[int, dict[str, str], str]:
    """Status, headers and body that the browser gets where the app behind the guard gives this status."""
    sent: list[Message] = []

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        await JSONResponse({"detail": "words of the app"}, status_code=status)(scope, receive, send)

    async def receive() -> Message:
        return {"type": "http.request"}

    async def send(message: Message) -> None:
        sent.append(message)

    given = [(name.encode(), value.encode()) for name, value in sent_headers.items()]
    asyncio.run(Guard(app, names)({"type": "http", "method": method, "path": path, "headers": given}, receive, send))
    [start, *bodies] = sent
    headers = {name.decode(): value.decode() for name, value in start["headers"]}
    return start["status"], headers, b"".join(body["body"] for body in bodies).decode()


@pytest.mark.parametrize("path", ["/", "/gradio_api/queue/join"])
def test_every_page_bears_the_policy(path: str) -> None:
    status, headers, body = answered(path, 200)
    assert (status, body) == (200, '{"detail":"words of the app"}')
    assert headers["content-security-policy"] == POLICY
    assert headers["cache-control"] == "no-store"


@pytest.mark.parametrize(
    "path",
    [
        "/gradio_api/file=https://voorbeeld.invalid/x",
        "/file=https://voorbeeld.invalid/x",
        "/gradio_api/proxy=https://voorbeeld.invalid/x",
        "/gradio_api/file/etc/passwd",
        "/gradio_api/stream/a/b",
        "/gradio_api/run-history/buckets",
        "/gradio_api/vibe-edit",
    ],
)
def test_nothing_is_fetched_for_a_visitor(path: str) -> None:
    """Gradio would ask another machine for any address that somebody names."""
    assert answered(path, 200, method="GET")[0] == 404


@pytest.mark.parametrize("path", ["/api/stukken/a\nb", "/stuk/\n", "/\n"])
def test_an_address_with_a_line_end_is_told_in_dutch(path: str) -> None:
    """A route knows it where it stands at the end, and Gradio fails over it."""
    status, _, body = answered(path, 200, method="GET")
    assert status == 404
    assert json.loads(body)["error"].startswith("Dit adres is er niet")


def test_a_reader_gets_a_page_where_nothing_is() -> None:
    status, headers, body = answered("/file=x", 200, method="GET", accept="text/html,*/*")
    assert (status, headers["content-security-policy"]) == (404, POLICY)
    assert '<html lang="nl">' in body and "Pagina niet gevonden" in body


@pytest.mark.parametrize(
    "path", ["/stuk/file=x", "/api/stukken/proxy=x", "/gradio_api/upload_progress", "/assets/file.js"]
)
def test_doors_of_the_page_stay_open(path: str) -> None:
    assert answered(path, 200, method="GET")[0] == 200


def test_a_full_queue_is_told_in_dutch() -> None:
    status, headers, body = answered("/gradio_api/queue/join", 503)
    assert status == 429
    assert body == f'{{"detail":"{messages.TOO_BUSY}"}}'
    assert headers["content-length"] == str(len(body))


@pytest.mark.parametrize("path", ["/gradio_api/upload", "/gradio_api/upload/", "/gradio_api/deep_link"])
def test_nothing_can_be_written_to_the_disk(path: str) -> None:
    assert answered(path, 200)[0] == 404


LOCAL = own_names(Settings(data=Path()))


@pytest.mark.parametrize("host", ["127.0.0.1:7860", "localhost:7860", "LOCALHOST", "[::1]:7860"])
def test_the_page_is_given_under_its_own_names(host: str) -> None:
    assert answered("/", 200, names=LOCAL, method="GET", host=host)[0] == 200


@pytest.mark.parametrize("host", ["voorbeeld.invalid", "127.0.0.1.voorbeeld.invalid:7860", "", "localhost.:7860"])
def test_a_name_that_was_turned_to_this_machine_is_refused(host: str) -> None:
    status, headers, body = answered("/api/stukken", 200, names=LOCAL, method="GET", host=host)
    assert (status, body) == (403, "Dit verzoek komt niet van deze pagina.")
    assert headers["content-security-policy"] == POLICY


@pytest.mark.parametrize(
    "origin", ["https://voorbeeld.invalid", "null", "http://127.0.0.1:1", "http://127.0.0.1:78600"]
)
def test_a_post_that_another_page_makes_is_refused(origin: str) -> None:
    assert answered("/api/vraag", 200, names=LOCAL, host="127.0.0.1:7860", origin=origin)[0] == 403


def test_our_own_page_and_other_programs_may_post() -> None:
    assert answered("/api/vraag", 200, names=LOCAL, host="127.0.0.1:7860", origin="http://127.0.0.1:7860")[0] == 200
    assert answered("/api/vraag", 200, names=LOCAL, host="127.0.0.1:7860")[0] == 200


def test_a_name_that_was_set_may_stand_before_another_server() -> None:
    named = own_names(Settings(data=Path(), names="vraagbaak.voorbeeld.nl, intern"))
    origin = "https://vraagbaak.voorbeeld.nl"
    assert answered("/", 200, names=named, host="127.0.0.1:7860", origin=origin)[0] == 200
    assert answered("/", 200, names=named, host="vraagbaak.voorbeeld.nl", origin=origin)[0] == 200
    assert answered("/", 200, names=named, host="ander.nl", origin=origin)[0] == 403


@pytest.mark.parametrize("host", ["127.0.0.2", "127.1", "::1", "0:0:0:0:0:0:0:1", "LocalHost"])
def test_every_loopback_host_keeps_other_names_out(host: str) -> None:
    names = own_names(Settings(data=Path(), host=host))
    asked = f"[{host}]:7860" if ":" in host else f"{host}:7860"
    assert answered("/", 200, names=names, method="GET", host=asked)[0] == 200
    assert answered("/", 200, names=names, method="GET", host="voorbeeld.invalid")[0] == 403
    assert answered("/", 200, names=names, host=asked, origin="http://127.0.0.2:1")[0] == 403


def test_who_is_told_to_listen_to_other_machines_cannot_know_the_names() -> None:
    assert own_names(Settings(data=Path(), host="0.0.0.0")) is None
    assert answered("/", 200, method="GET", host="computer-12")[0] == 200


def test_a_port_that_is_taken_is_passed_over() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert port < free_port("127.0.0.1", port) < port + TRIES


def test_an_address_that_is_not_ours_has_no_free_port() -> None:
    with pytest.raises(PortTaken) as failed:
        free_port("192.0.2.1", 7860)
    assert "PASSEND_HOST" in messages.explain(failed.value)


@pytest.mark.parametrize("host", ["geen.computer.invalid", "::1::"])
def test_an_address_that_nobody_has_is_told_as_that(host: str) -> None:
    with pytest.raises(AddressUnusable):
        free_port(host, 7860)


def test_there_is_no_port_after_the_last() -> None:
    assert 65530 <= free_port("127.0.0.1", 65530) <= 65535


def test_a_server_that_does_not_start_gives_no_address() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        with (
            pytest.raises(PortTaken),
            launched(FastAPI(), host="127.0.0.1", port=taken.getsockname()[1]) as address,
        ):
            pytest.fail(f"told of {address}")


def test_a_port_that_the_system_chooses_is_told() -> None:
    with launched(FastAPI(), host="127.0.0.1", port=0) as address:
        assert int(address.rpartition(":")[2]) > 0


def test_a_paper_with_a_slash_in_its_number_opens(tmp_path: Path) -> None:
    of = paper("De veerboot vaart weer.", identifier="raad/2024/7")
    index = generations.build([of], tmp_path, embedder=embedder.load())
    opened = Opened(Assistant(index), index)
    asking = TestClient(site(lambda: opened, waiting=1))
    shown = asking.get(links.paper_url(of.identifier))
    assert (shown.status_code, "De veerboot vaart weer." in shown.text) == (200, True)
    assert asking.get(f"{links.paper_url(of.identifier)}/").text == shown.text
    assert asking.get(f"/api/stukken/{quote(of.identifier, safe='')}").json()["text"] == of.text
