"""Parts of a zipped document (DOCX, ODT), read within bounds."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterable

from ingest.formats.paged_text import Reason, UnreadableFile

MOST_BYTES = 64 * 1024 * 1024  # of one part, unpacked; a report of a thousand pages holds about 20 MB
MOST_RATIO = 200  # unpacked to packed; word processors reach 20, a bomb 1000
MOST_PARTS = 5_000
ENCRYPTED = 0x1  # bit of the general purpose flag, APPNOTE.TXT 4.4.4
OLE_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # what Word wraps around a document with a password


def read_parts(data: bytes, names: Iterable[str]) -> dict[str, bytes]:
    """Unpack the named parts that are there.

    Raises:
        UnreadableFile: Not a sound zip file, locked, or larger inside than it may be.
    """
    if data.startswith(OLE_MAGIC):
        raise UnreadableFile(Reason.WACHTWOORD, "an OLE file: encrypted, or of Word before 2007")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = {entry.filename: entry for entry in archive.infolist()}
            if len(entries) > MOST_PARTS:
                raise UnreadableFile(Reason.TE_GROOT, f"{len(entries)} parts, at most {MOST_PARTS}")
            return {name: _unpacked(archive, entries[name]) for name in names if name in entries}
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, OSError) as error:
        raise UnreadableFile(Reason.BESCHADIGD, f"zip: {error}") from error


def _unpacked(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    if entry.flag_bits & ENCRYPTED:
        raise UnreadableFile(Reason.WACHTWOORD, entry.filename)
    most = min(MOST_BYTES, MOST_RATIO * max(entry.compress_size, 1024))
    # What the entry says about its size may be a lie: reading one byte too many tells.
    with archive.open(entry) as part:
        unpacked = part.read(most + 1)
    if len(unpacked) > most:
        raise UnreadableFile(Reason.TE_GROOT, f"{entry.filename} holds more than {most} bytes")
    return unpacked
