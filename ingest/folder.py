"""The files of a folder and their bytes; whatever is not a plain file of this folder is refused, unopened."""

from __future__ import annotations

import os
import re
import stat
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from ingest import corpus_toml
from ingest.formats.paged_text import Reason, UnreadableFile

_ABOUT = re.compile(r"(?:readme|license|licence|changelog)(?:\.(?:md|txt|rst))?", re.IGNORECASE)
_OF_DOS = re.compile(rb"[\x80-\x9f]")  # accented letters of code page 850; in Windows-1252 these are signs
MOST_BYTES = 50_000_000


def files(folder: Path) -> Iterator[Path]:
    """Everything in a folder and the folders in it that could be a paper, in the order of the names.

    Hidden files, ``corpus.toml`` and what tells about the folder (README, LICENSE) are passed over. A folder that may
    not be listed, or that is a link that leads out, is given itself, so that ``content`` can say why it is not read.
    """
    found: list[Path] = []
    closed: list[str] = []
    for parent, folders, names in os.walk(folder, onerror=lambda error: closed.append(error.filename)):
        folders[:] = [name for name in folders if not name.startswith(".")]
        found += [Path(parent, name) for name in folders if _leads_out(folder, Path(parent, name))]
        found += [Path(parent, name) for name in names if not _tells_of_folder(name)]
    return iter(sorted([*found, *map(Path, closed)]))


def shown_name(folder: Path, path: Path) -> str:
    """The name of a file relative to its folder in letters, whatever bytes the disk holds.

    Archives made on older systems leave names that are no UTF-8: such a name is read as code page 850 or as
    Windows-1252.
    """
    written = os.fsencode(path.relative_to(folder).as_posix())
    try:
        name = written.decode("utf-8")
    except UnicodeDecodeError:
        name = written.decode("cp850" if _OF_DOS.search(written) else "cp1252", "replace")
    shown = (sign if sign.isprintable() else "\ufffd" for sign in name)
    return unicodedata.normalize("NFC", "".join(shown))


def _tells_of_folder(name: str) -> bool:
    return name.startswith(".") or name == corpus_toml.NAME or _ABOUT.fullmatch(name) is not None


def content(folder: Path, path: Path) -> bytes:
    """The bytes of a file of the folder.

    Raises:
        UnreadableFile: It is empty, too large, may not be read, is no plain file, or a link that leads out.
    """
    if _leads_out(folder, path):
        raise UnreadableFile(Reason.KOPPELING, "leads out of the folder")
    try:
        found = path.stat()
        if stat.S_ISDIR(found.st_mode):
            raise UnreadableFile(Reason.ONLEESBAAR, "a folder that may not be listed")
        if not stat.S_ISREG(found.st_mode):  # reading from a pipe or a device would wait for ever
            raise UnreadableFile(Reason.SOORT, "no plain file")
        if found.st_size > MOST_BYTES:
            raise UnreadableFile(Reason.TE_GROOT, f"{found.st_size} bytes")
        data = path.read_bytes()
    except OSError as error:
        raise UnreadableFile(Reason.ONLEESBAAR, error.strerror or "") from error
    if not data:
        raise UnreadableFile(Reason.LEEG, "0 bytes")
    return data


def _leads_out(folder: Path, path: Path) -> bool:
    # realpath, unlike Path.resolve, also has an answer for a link that leads to itself.
    return path.is_symlink() and not Path(os.path.realpath(path)).is_relative_to(os.path.realpath(folder))
