"""A language model by one setting, through the classes of llama-index: another machine, Ollama, or a file.

``openai:MODEL@https://host/v1``  any endpoint that speaks OpenAI's protocol
``ollama:NAME`` or ``ollama:NAME@http://host:11434``
``gguf:/path/to/model.gguf``      llama.cpp's own server, started inside this process on a loopback port
"""

from __future__ import annotations

import ipaddress
import re
import secrets
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from assistant.errors import LanguageModelMissing, NoAnswer, UnusableLanguageModel
from assistant.word.in_time import Limits, in_time
from assistant.word.reply import SCHEMA

OLLAMA = "http://127.0.0.1:11434"
LONGEST_ANSWER = 600  # tokens that are asked for at most
BATCH = 256  # tokens that llama.cpp reads before it looks whether anybody still waits
CONTEXT = 8_192  # tokens of instruction, sheet and answer together
Connect = Callable[[dict[str, Any]], Any]  # options of an HTTP client -> a language model of llama-index
_UNKNOWN_FORM = {400, 404, 422, 501}  # what servers answer that cannot be held to a form
_SETTING = re.compile(r"(?P<way>openai|ollama|gguf):(?P<rest>.+)", re.DOTALL)


class Way(StrEnum):
    """How a language model is reached."""

    OPENAI = "openai"
    OLLAMA = "ollama"
    GGUF = "gguf"


_IN_OPENAI = {
    "response_format": {"type": "json_schema", "json_schema": {"name": "antwoord", "strict": True, "schema": SCHEMA}}
}
# How a server is asked to keep to the form of a reply.
_FORMS: dict[Way, dict[str, Any]] = {
    Way.OPENAI: _IN_OPENAI,
    Way.OLLAMA: {"format": SCHEMA},
    Way.GGUF: _IN_OPENAI,
}


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
        return bool(self.address) and not is_loopback(self.host)


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
        return Choice(way=way, model=_in_full(rest))
    model, at, address = rest.rpartition("@")
    if way is Way.OLLAMA and not at:
        model, address = rest, OLLAMA
    if not model or not _is_address(address):
        raise UnusableLanguageModel(f"no model or no http(s) address in a setting for {way}")
    found = Choice(way=way, model=model, address=address.rstrip("/"))
    if found.remote and urlsplit(address).scheme != "https":
        raise UnusableLanguageModel("another machine is only asked over https")
    return found


def load(choice: Choice, *, key: str = "", limits: Limits | None = None) -> LanguageModel:
    """Make a language model ready; nothing is sent yet.

    Raises:
        LanguageModelMissing: A library or the file is not there, or the file is no model.
    """
    server = None
    try:
        if choice.way is Way.OLLAMA:
            connect = _ollama(choice.model, choice.address)
        elif choice.way is Way.OPENAI:
            connect = _openai(choice.model, choice.address, key)
        else:
            server, address, key = _serve(Path(choice.model))
            connect = _openai("gguf", address, key)
    except ImportError as error:
        raise LanguageModelMissing(f"a library is missing, install the extra llm: {error}") from error
    return LanguageModel(connect, choice, limits=limits or Limits(), server=server)


class LanguageModel:
    """A language model that writes within limits; safe to share between threads."""

    def __init__(self, connect: Connect, choice: Choice, *, limits: Limits, server: object = None) -> None:
        self._connect = connect
        self._limits = limits
        self._server = server  # of a file; lives as long as this object
        self._form = _FORMS[choice.way]
        self._takes_form = True  # until its server refuses what it answers without a form
        self.remote = choice.remote
        self.name = Path(choice.model).stem if choice.way is Way.GGUF else choice.model

    def write(self, instructions: str, material: str) -> Iterator[str]:
        """Write, in pieces of any length: in the form of ``SCHEMA`` where the server offers that, else as it likes.

        Raises:
            NoAnswer: It cannot be reached, is too slow or sends what cannot be read.
        """
        try:
            yield from self._written(instructions, material, self._form if self._takes_form else {})
        except NoAnswer as error:
            if not self._takes_form or getattr(error.__cause__, "status_code", None) not in _UNKNOWN_FORM:
                raise
            for piece in self._written(instructions, material, {}):
                self._takes_form = False  # only now: what is refused both ways is refused for something else
                yield piece

    def _written(self, instructions: str, material: str, form: dict[str, Any]) -> Iterator[str]:
        from assistant.word.limited_http import LimitedTransport

        limits = self._limits
        # A connection of its own for every answer: it is closed with it, wherever that breaks off.
        with LimitedTransport(size=limits.size, connect=limits.connect, read=limits.first) as transport:
            llm = self._connect({"transport": transport, "follow_redirects": False, "trust_env": False})
            yield from in_time(lambda: _pieces(llm, instructions, material, form), limits)


def _pieces(llm: Any, instructions: str, material: str, form: dict[str, Any]) -> Iterator[str]:
    from llama_index.core.llms import ChatMessage

    messages = [ChatMessage(role="system", content=instructions), ChatMessage(role="user", content=material)]
    for part in llm.stream_chat(messages, **form):
        yield part.delta or ""


def _openai(model: str, address: str, key: str) -> Connect:
    import httpx
    from llama_index.llms.openai_like import OpenAILike

    def connect(guarded: dict[str, Any]) -> Any:
        return OpenAILike(
            model=model,
            api_base=address,
            api_key=key or "geen",  # without one the library would look for a key that was meant for somebody else
            is_chat_model=True,
            context_window=CONTEXT,
            max_tokens=LONGEST_ANSWER,
            temperature=0.0,
            max_retries=0,
            http_client=httpx.Client(**guarded),
        )

    return connect


def _ollama(model: str, address: str) -> Connect:
    from llama_index.llms.ollama import Ollama
    from ollama import Client

    def connect(guarded: dict[str, Any]) -> Any:
        return Ollama(
            model=model,
            client=Client(host=address, **guarded),
            temperature=0.0,
            context_window=CONTEXT,
            additional_kwargs={"num_predict": LONGEST_ANSWER},
        )

    return connect


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
    params.n_batch = params.n_ubatch = BATCH
    params.offline = True
    params.ui = False
    params.verbosity = 0
    try:
        server = xllamacpp.Server(params)
    except (RuntimeError, ValueError) as error:
        raise LanguageModelMissing(f"llama.cpp cannot load {path}: {error}") from error
    return server, f"{server.listening_address}/v1", key


def _in_full(path: str) -> str:
    try:
        return str(Path(path).expanduser())
    except RuntimeError as error:  # "~somebody", who is not here
        raise UnusableLanguageModel("no such home folder in a setting for gguf") from error


def _is_address(address: str) -> bool:
    """Whether a text is a web address with a host, and a port if it names one."""
    try:
        parts = urlsplit(address)
        return parts.scheme in {"http", "https"} and bool(parts.hostname) and parts.port != 0
    except ValueError:  # "https://[::1", or a port of letters
        return False


def is_loopback(host: str) -> bool:
    """Whether a host is this machine itself: "localhost", "127.0.0.2", "::1"."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host.lower() == "localhost"
