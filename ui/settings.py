"""The settings: the one place that reads the environment and the settings file."""

from __future__ import annotations

import os
import shutil
import tempfile
import tomllib
from collections.abc import Mapping, MutableMapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

PREFIX = "PASSEND_"
CONFIG = "config"  # names the settings file; only in the environment
DEFAULT_PORT = 7860

# What libraries would otherwise do on their own: download models, send telemetry, print bars, keep tables.
_QUIET = {
    "ANONYMIZED_TELEMETRY": "False",  # Chroma
    "DO_NOT_TRACK": "1",
    "GRADIO_ANALYTICS_ENABLED": "False",
    # A table of all questions so far, how long each took, is made anew after every question; nobody reads it.
    "GRADIO_ANALYTICS_CACHE_FREQUENCY": "1000000000",
    "GRADIO_ANALYTICS_MAX_EVENTS": "1",
    "HF_HUB_DISABLE_TELEMETRY": "1",
    "ORT_DISABLE_TELEMETRY": "1",  # ONNX Runtime
    "TOKENIZERS_PARALLELISM": "false",
    "TRANSFORMERS_VERBOSITY": "error",
}
_OFFLINE = {"HF_HUB_OFFLINE": "1", "TRANSFORMERS_OFFLINE": "1", "HF_DATASETS_OFFLINE": "1"}
# numpy would share out every small product over all processors, and have its threads wait on them for the next: 24
# passages then take 25 times the processor that they need, and as long again for everybody who asks beside it.
_ALONE = {"OPENBLAS_NUM_THREADS": "1"}
_TRUTHS = {"ja": True, "true": True, "1": True, "nee": False, "false": False, "0": False}


class SettingsFault(Exception):
    """A setting cannot be used."""

    def __init__(self, key: str, problem: str) -> None:
        super().__init__(f"{key}: {problem}")
        self.key = key


class UnknownSetting(SettingsFault):
    """A setting that does not exist, most likely a slip of the pen."""


class UnusableSetting(SettingsFault):
    """A setting whose value has the wrong form."""


class SecretInFile(SettingsFault):
    """The key of a language model stands in the settings file."""


class UnreadableSettings(SettingsFault):
    """A settings file that is not there or is no TOML."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """How the assistant runs on this machine."""

    data: Path  # the folder in which papers and index live
    own_data: bool = False  # somebody named the data folder, so nothing is put into it unasked
    embedder: str | None = None  # name or path of a sentence-transformers model; None: our own
    reranker: str | None = None  # name or path of a CrossEncoder that orders what is found again; None: none
    llm: str | None = None  # a language model, as ``assistant.word.language_model`` reads it; None: answers are quotes
    llm_key: str = field(default="", repr=False)  # of that model's endpoint; only in the environment
    sources: str | None = None  # a file that differs from ``ingest/sources/sources.toml``; None: none
    host: str = "127.0.0.1"
    port: int = DEFAULT_PORT
    names: str = ""  # names under which the page is reached besides localhost, with commas between them
    waiting: int = 32  # questions that may wait on the chat page before it says that it is too busy
    offline: bool = True  # no library may open a connection


def load(environment: Mapping[str, str], *, data: Path | None = None) -> Settings:
    """Put the settings together: command line beats environment beats file beats default.

    Args:
        environment: The variables; those that begin with ``PASSEND_`` are settings.
        data: The data folder of the command line.

    Raises:
        SettingsFault: A setting is unknown or has the wrong form, or the file cannot be read.
    """
    given: dict[str, Any] = {
        name.removeprefix(PREFIX).lower(): value for name, value in environment.items() if name.startswith(PREFIX)
    }
    chosen = _file(environment, given.pop(CONFIG, None)) | given
    if data is not None:
        chosen["data"] = str(data)
    known = {known.name for known in fields(Settings)} - {"own_data"}
    for key in chosen:
        if key not in known:
            raise UnknownSetting(key, f"no such setting; there are {sorted(known)}")
    folder = _path("data", chosen.pop("data")) if "data" in chosen else None
    return Settings(
        data=folder or _home(environment, "XDG_DATA_HOME", ".local/share") / "passend",
        own_data=folder is not None,
        **{key: _read(key, value) for key, value in chosen.items()},
    )


def prepare(settings: Settings, environment: MutableMapping[str, str]) -> None:
    """Tell the libraries to stay silent, off the network and in one thread each, before they are imported.

    What the user set already is left as it is.
    """
    for name, value in quiet(settings).items():
        environment.setdefault(name, value)


def quiet(settings: Settings) -> dict[str, str]:
    """The variables that keep libraries silent and, unless that is not wished, off the network."""
    return _QUIET | _ALONE | (_OFFLINE if settings.offline else {})


def private_folder(environment: MutableMapping[str, str]) -> Path:
    """Give Gradio a folder of its own for temporary files; its default is shared by all users."""
    folder = Path(tempfile.mkdtemp(prefix="passend-"))  # readable by this user alone
    environment["GRADIO_TEMP_DIR"] = str(folder)
    return folder


def remove_folder(folder: Path) -> None:
    """Remove what ``private_folder`` made."""
    shutil.rmtree(folder, ignore_errors=True)


def read_environment() -> MutableMapping[str, str]:
    """The environment of this process."""
    return os.environ


def key(environment: Mapping[str, str]) -> str:
    """The key of a language model's endpoint; "" without one."""
    return environment.get(f"{PREFIX}LLM_KEY", "")


def _file(environment: Mapping[str, str], named: str | None) -> dict[str, Any]:
    path = _path(CONFIG, named) if named else _home(environment, "XDG_CONFIG_HOME", ".config") / "passend.toml"
    if not named and not path.is_file():
        return {}
    try:
        found = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise UnreadableSettings(str(path), f"cannot read the settings file: {error}") from error
    if "llm_key" in found:
        raise SecretInFile("llm_key", f"a key stands in {path}; it belongs in the environment")
    return found


def _home(environment: Mapping[str, str], variable: str, default: str) -> Path:
    given = environment.get(variable, "")
    # The XDG specification tells to ignore a relative path.
    return Path(given) if Path(given).is_absolute() else Path.home() / default


def _path(key: str, value: Any) -> Path:
    if not isinstance(value, str) or not value.strip():
        raise UnusableSetting(key, f"expected a path, not {value!r}")
    return in_full(key, value)


def in_full(key: str, path: str) -> Path:
    """The path of a setting, with the home folder that it names by "~".

    Raises:
        UnusableSetting: It names the home folder of somebody who is not here.
    """
    try:
        return Path(path).expanduser()
    except RuntimeError as error:
        raise UnusableSetting(key, f"no home folder for {path!r}") from error


def _read(key: str, value: Any) -> Any:
    if key in {"port", "waiting"}:
        return _number(key, value)
    if key == "offline":
        return _truth(key, value)
    if not isinstance(value, str) or (key == "host" and not value.strip()):  # an empty host is every network there is
        raise UnusableSetting(key, f"expected text, not {value!r}")
    return value or None if key in {"embedder", "reranker", "llm", "sources"} else value


def _number(key: str, value: Any) -> int:
    try:
        number = int(value)
    except (TypeError, ValueError, OverflowError) as error:
        raise UnusableSetting(key, f"expected a whole number, not {value!r}") from error
    least = 1 if key == "waiting" else 0  # a queue for nobody turns everybody away
    if isinstance(value, (bool, float)) or not least <= number < 65536:
        raise UnusableSetting(key, f"expected a whole number from {least} to 65535, not {value!r}")
    return number


def _truth(key: str, value: Any) -> bool:
    if isinstance(value, bool):
        return value
    if isinstance(value, str) and value.strip().lower() in _TRUTHS:
        return _TRUTHS[value.strip().lower()]
    raise UnusableSetting(key, f"expected one of {sorted(_TRUTHS)}, not {value!r}")
