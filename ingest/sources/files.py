"""Fetching one file, and whether it is what a source says: whole, of the stated length and hash, and of its form."""

from __future__ import annotations

import hashlib
from pathlib import PurePosixPath

from ingest.formats.paged_text import UnreadableFile
from ingest.formats.safe_xml import local_name, parse_xml
from ingest.sources.errors import WrongFile
from ingest.sources.listed import Form
from ingest.sources.web import Reply, Web

_HEAD = 1_024  # bytes in which a PDF says that it is one (ISO 32000-1, annex H.3, note 13)
_END = 2_048  # bytes at the end of a PDF in which its end mark stands; readers look through the last 1,024
# How a file is called by what its source says it is.
SUFFIXES = {
    "application/pdf": ".pdf",
    "application/msword": ".doc",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/vnd.oasis.opendocument.text": ".odt",
    "text/html": ".html",
    "text/plain": ".txt",
}
_STARTS = {
    ".docx": (b"PK\x03\x04",),
    ".odt": (b"PK\x03\x04",),
    ".zip": (b"PK\x03\x04",),
    ".doc": (b"\xd0\xcf\x11\xe0",),
}


def fetch_form(web: Web, form: Form) -> Reply:
    """One file of a paper, whole and checked.

    Raises:
        SourceFault: It did not come, or is not what the source says.
    """
    reply = web.get(form.address)
    check(web.source, form, reply.content)
    return reply


def check(source: str, form: Form, content: bytes) -> None:
    """Accept a file only if nothing is missing from it.

    A page that says "niet gevonden" with status 200, a half PDF and a file of another length are refused.

    Raises:
        WrongFile: It is not what the source says.
    """
    if not content:
        raise WrongFile(source, f"{form.name} is empty")
    if form.size is not None and len(content) != form.size:
        raise WrongFile(source, f"{form.name} has {len(content)} bytes and not {form.size}")
    if form.sha1 and hashlib.sha1(content, usedforsecurity=False).hexdigest() != form.sha1:
        raise WrongFile(source, f"{form.name} has another SHA-1 than {form.sha1}")
    suffix = PurePosixPath(form.name).suffix
    if suffix in _STARTS and not content.startswith(_STARTS[suffix]):
        raise WrongFile(source, f"{form.name} begins with {content[:12]!r}")
    if suffix == ".pdf" and b"%PDF-" not in content[:_HEAD]:
        raise WrongFile(source, f"{form.name} begins with {content[:12]!r}")
    if suffix == ".pdf" and form.size is None and b"%%EOF" not in content[-_END:]:
        raise WrongFile(source, f"{form.name} has no end")
    if suffix == ".xml":
        _check_xml(source, form, content)


def _check_xml(source: str, form: Form, content: bytes) -> None:
    try:
        root = parse_xml(content)
    except UnreadableFile as error:
        raise WrongFile(source, f"{form.name} is no XML: {error}") from error
    if local_name(root) != "officiele-publicatie":
        raise WrongFile(source, f"{form.name} is a {local_name(root)!r} and no officiele-publicatie")
