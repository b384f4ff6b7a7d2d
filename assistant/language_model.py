"""A language model by one setting, through the classes of llama-index: another machine, Ollama, or a file.

``openai:MODEL@https://host/v1``  any endpoint that speaks OpenAI's protocol
``ollama:NAME`` or ``ollama:NAME@http://host:11434``
``gguf:/path/to/model.gguf``      llama.cpp's own server, started inside this process on a loopback port
"""

from __future__ import annotations

import ipaddress
import queue
import re
import secrets
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from assistant.errors import LanguageModelMissing, NoAnswer, UnusableLanguageModel

OLLAMA = "http://127.0.0.1:11434"
LONGEST_ANSWER = 600  # tokens that are asked for at most
CONTEXT = 8_192  # tokens of question, quotes and answer together
_SETTING = re.compile(r"(?P<way>openai|ollama|gguf):(?P<rest>.+)", re.DOTALL)


class Way(StrEnum):
    """How a language model is reached."""

    OPENAI = "openai"
    OLLAMA = "ollama"
    GGUF = "gguf"


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """The language model of a setting."""

    way: Way
    model: str  # its name; of a file: the path
    address: str = ""  # of the endpoint; "" for a file

    @property
    def host(self) -> str:
        """The machine that it runs on, as it is named in the address."""
        return urlsplit(self.address).hostname or ""

    @property
    def remote(self) -> bool:
        """Whether what is sent to it leaves this machine."""
        return bool(self.address) and not _is_loopback(self.host)


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How long one answer may take, in seconds, and how much may come in, in bytes."""

    connect: float = 5.0
    first: float = 60.0  # until the first piece: a model on a slow machine reads the quotes first
    piece: float = 15.0  # until each further piece
    total: float = 90.0
    size: int = 2_000_000


def chosen(setting: str) -> Choice:
    """Read a setting.

    Raises:
        UnusableLanguageModel: It has none of the three forms, or would send questions unencrypted to another machine.
    """
    match = _SETTING.fullmatch(setting.strip())
    if match is None:
        raise UnusableLanguageModel("expected openai:MODEL@ADDRESS, ollama:NAME[@ADDRESS] or gguf:/path")
    way, rest = Way(match["way"]), match["rest"]
    if way is Way.GGUF:
        return Choice(way=way, model=str(Path(rest).expanduser()))
    model, at, address = rest.rpartition("@")
    if way is Way.OLLAMA and not at:
        model, address = rest, OLLAMA
    parts = urlsplit(address)
    if not model or parts.scheme not in {"http", "https"} or not parts.hostname or parts.username:
        raise UnusableLanguageModel(f"no model or no http(s) address in a setting for {way}")
    found = Choice(way=way, model=model, address=address.rstrip("/"))
    if found.remote and parts.scheme != "https":
        raise UnusableLanguageModel("another machine is only asked over https")
    return found


def load(choice: Choice, *, key: str = "", limits: Limits | None = None) -> LanguageModel:
    """Make a language model ready; nothing is sent yet.

    Raises:
        LanguageModelMissing: A library or the file is not there, or the file is no model.
    """
    limits = limits or Limits()
    server = None
    try:
        if choice.way is Way.OLLAMA:
            llm = _ollama(choice, limits)
        elif choice.way is Way.OPENAI:
            llm = _openai(choice.model, choice.address, key, limits)
        else:
            server, address, key = _serve(Path(choice.model))
            llm = _openai("gguf", address, key, limits)
    except ImportError as error:
        raise LanguageModelMissing(f"a library is missing, install the extra llm: {error}") from error
    return LanguageModel(llm, remote=choice.remote, limits=limits, server=server)


class LanguageModel:
    """A language model that writes within limits; safe to share between threads."""

    def __init__(self, llm: Any, *, remote: bool, limits: Limits, server: Any = None) -> None:
        self._llm = llm
        self._limits = limits
        self._server = server  # of a file; lives as long as this object
        self.remote = remote

    def write(self, instructions: str, material: str) -> Iterator[str]:
        """Write, in pieces of any length.

        Raises:
            NoAnswer: It cannot be reached, is too slow or sends what cannot be read.
        """
        from llama_index.core.llms import ChatMessage

        messages = [ChatMessage(role="system", content=instructions), ChatMessage(role="user", content=material)]
        yield from in_time(lambda: (part.delta or "" for part in self._llm.stream_chat(messages)), self._limits)


def in_time(start: Callable[[], Iterator[str]], limits: Limits) -> Iterator[str]:
    """The pieces of a stream that is read in a thread of its own, so that no server can hold up who waits.

    Raises:
        NoAnswer: The stream fails in any way, or one of its limits is reached.
    """
    pieces: queue.SimpleQueue[str | Exception | None] = queue.SimpleQueue()
    left = threading.Event()

    def read() -> None:
        try:
            for piece in start():
                pieces.put(piece)
                if left.is_set():
                    break
            pieces.put(None)
        except Exception as error:  # whatever a server sends, some library may trip over it in its own way
            pieces.put(error)

    threading.Thread(target=read, name="language model", daemon=True).start()
    end, patience = time.monotonic() + limits.total, limits.first
    try:
        while True:
            try:
                piece = pieces.get(timeout=max(0.0, min(patience, end - time.monotonic())))
            except queue.Empty:
                raise NoAnswer("too slow") from None
            if isinstance(piece, Exception):
                raise NoAnswer(f"the stream failed: {type(piece).__name__}") from piece
            if piece is None:
                return
            patience = limits.piece
            yield piece
    finally:
        left.set()


def _openai(model: str, address: str, key: str, limits: Limits) -> Any:
    import httpx
    from llama_index.llms.openai_like import OpenAILike

    return OpenAILike(
        model=model,
        api_base=address,
        api_key=key or "geen",  # without one the library would look for a key that was meant for somebody else
        is_chat_model=True,
        context_window=CONTEXT,
        max_tokens=LONGEST_ANSWER,
        temperature=0.0,
        max_retries=0,
        http_client=httpx.Client(**_guarded(limits)),
    )


def _ollama(choice: Choice, limits: Limits) -> Any:
    from llama_index.llms.ollama import Ollama
    from ollama import Client

    return Ollama(
        model=choice.model,
        client=Client(host=choice.address, **_guarded(limits)),
        temperature=0.0,
        context_window=CONTEXT,
        additional_kwargs={"num_predict": LONGEST_ANSWER},
    )


def _guarded(limits: Limits) -> dict[str, Any]:
    """How a client for HTTP is made: the address that was set is the only one that gets a question."""
    import httpx

    from assistant.limited_http import LimitedTransport

    return {
        "transport": LimitedTransport(size=limits.size),
        "timeout": httpx.Timeout(limits.first, connect=limits.connect),
        "follow_redirects": False,
        "trust_env": False,  # no proxy, and no password out of .netrc
    }


def _serve(path: Path) -> tuple[Any, str, str]:
    """Start llama.cpp's server over a file; gives the server, its address and the key that only we know."""
    import xllamacpp

    if not path.is_file():
        raise LanguageModelMissing(f"no file {path}")
    key = secrets.token_urlsafe(16)
    params = xllamacpp.CommonParams()
    params.model.path = str(path)
    params.hostnames = ["127.0.0.1"]
    params.port = 0  # the system chooses
    params.api_keys = [key]
    params.n_ctx = CONTEXT
    params.n_parallel = 1
    params.offline = True
    params.ui = False
    params.verbosity = 0
    try:
        server = xllamacpp.Server(params)
    except (RuntimeError, ValueError) as error:
        raise LanguageModelMissing(f"llama.cpp cannot load {path}: {error}") from error
    return server, f"{server.listening_address}/v1", key


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
