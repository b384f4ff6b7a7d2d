"""Where the sources are and how they are spoken to, read from ``sources.toml`` and a file that may differ from it."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from ingest.sources.errors import UnusableAddresses

BUILTIN = Path(__file__).with_name("sources.toml")


class _Part(BaseModel):
    """A part of the file; a word that it does not know is refused, because it is most likely a slip."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Manners(_Part):
    """How any source is spoken to; what each value means stands in ``sources.toml``."""

    agent: str = Field(min_length=1)
    contact: str
    attempts: int = Field(ge=1, le=20)
    first_wait: float = Field(ge=0)
    longest_wait: float = Field(ge=0)
    connect: float = Field(gt=0)
    read: float = Field(gt=0)
    longest: float = Field(gt=0)
    failures_in_a_row: int = Field(ge=1)


class Koop(_Part):
    """KOOP: searched by SRU, files from zoek.officielebekendmakingen.nl."""

    name: str
    search: str
    files: str
    pause: float = Field(ge=0)
    page: int = Field(ge=1, le=1000)
    last_record: int = Field(ge=1)
    example: str  # a paper that will always be there


class TweedeKamer(_Part):
    """The Tweede Kamer: OData and SyncFeed."""

    name: str
    odata: str
    feed: str
    pause: float = Field(ge=0)
    page: int = Field(ge=1)
    example: str  # a dossier that will always be there
    moties: str  # filter of Zaak
    toezeggingen: str  # filter of Toezegging; ``{dossier}`` is the condition on a dossier ``d``


class OpenOverheid(_Part):
    """open.overheid.nl: what ministries publish by the Woo."""

    name: str
    base: str
    pause: float = Field(ge=0)
    page: int = Field(ge=1)
    example: str  # words that are always found


class Addresses(_Part):
    """All of it."""

    manners: Manners
    koop: Koop
    tweede_kamer: TweedeKamer = Field(alias="tweede-kamer")
    open_overheid: OpenOverheid = Field(alias="open-overheid")


def load(own: Path | None = None) -> Addresses:
    """The addresses as they are known here, with what a file of somebody's own says instead.

    Raises:
        UnusableAddresses: The file is not there, no TOML, or holds what is not known.
    """
    given = tomllib.loads(BUILTIN.read_text(encoding="utf-8"))
    if own is not None:
        try:
            for part, values in tomllib.loads(own.read_text(encoding="utf-8")).items():
                given[part] = {**given[part], **values}
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise UnusableAddresses(own, f"cannot be read: {error}") from error
    return _checked(given, own or BUILTIN)


def _checked(given: dict[str, Any], path: Path) -> Addresses:
    try:
        return Addresses.model_validate(given)
    except ValidationError as error:
        raise UnusableAddresses(path, str(error)) from error
