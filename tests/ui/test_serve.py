"""What stands between the chat page and the browser."""

import asyncio
import socket

import pytest
from starlette.responses import JSONResponse
from starlette.types import Message, Receive, Scope, Send

from ui import messages
from ui.errors import PortTaken
from ui.serve import POLICY, TRIES, Guard, free_port

pytestmark = pytest.mark.filterwarnings("default")  # of Gradio


def answered(path: str, status: int) -> tuple[int, dict[str, str], str]:
    """Status, headers and body that the browser gets where the app behind the guard gives this status."""
    sent: list[Message] = []

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        await JSONResponse({"detail": "words of the app"}, status_code=status)(scope, receive, send)

    async def receive() -> Message:
        return {"type": "http.request"}

    async def send(message: Message) -> None:
        sent.append(message)

    asyncio.run(Guard(app)({"type": "http", "method": "POST", "path": path, "headers": []}, receive, send))
    [start, *bodies] = sent
    headers = {name.decode(): value.decode() for name, value in start["headers"]}
    return start["status"], headers, b"".join(body["body"] for body in bodies).decode()


@pytest.mark.parametrize("path", ["/", "/gradio_api/queue/join"])
def test_every_page_bears_the_policy(path: str) -> None:
    status, headers, body = answered(path, 200)
    assert (status, body) == (200, '{"detail":"words of the app"}')
    assert headers["content-security-policy"] == POLICY
    assert headers["cache-control"] == "no-store"


def test_a_full_queue_is_told_in_dutch() -> None:
    status, headers, body = answered("/gradio_api/queue/join", 503)
    assert status == 429
    assert body == f'{{"detail":"{messages.TOO_BUSY}"}}'
    assert headers["content-length"] == str(len(body))


@pytest.mark.parametrize("path", ["/gradio_api/upload", "/gradio_api/upload/", "/gradio_api/deep_link"])
def test_nothing_can_be_written_to_the_disk(path: str) -> None:
    assert answered(path, 200)[0] == 404


def test_a_port_that_is_taken_is_passed_over() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert port < free_port("127.0.0.1", port) < port + TRIES


def test_an_address_that_is_not_ours_has_no_free_port() -> None:
    with pytest.raises(PortTaken):
        free_port("192.0.2.1", 7860)
