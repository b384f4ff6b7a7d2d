"""E-mail as it is kept in a file: who wrote to whom, when and about what, the message, and the papers sent with it."""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from contextlib import suppress
from email import policy
from email.message import EmailMessage, MIMEPart
from email.parser import BytesParser
from pathlib import Path

from ingest.formats import READERS, format_of, html
from ingest.formats.flat_text import unmarked
from ingest.formats.paged_text import PagedText, Reason, UnreadableFile, joined
from ingest.formats.plainly import FAULTS
from ingest.official_numbers import written

PAPERS = frozenset(READERS.values()) - {"eml", "msg"}  # that an attachment is read of: no mail in a mail
HEAD = (("From", "Van"), ("To", "Aan"), ("Cc", "Cc"), ("Date", "Datum"), ("Subject", "Onderwerp"))


def read(data: bytes) -> PagedText:
    """Read an e-mail and the papers attached to it; what cannot be read of those is named.

    Raises:
        UnreadableFile: It is no e-mail, or holds no words.
    """
    message = BytesParser(policy=policy.default).parsebytes(data)
    if not isinstance(message, EmailMessage) or not any(message[name] for name, _ in HEAD):
        raise UnreadableFile(Reason.BESCHADIGD, "no head of an e-mail")
    body = message.get_body(preferencelist=("plain", "html"))
    words = "" if body is None else _words(body)
    if not words.strip():
        raise UnreadableFile(Reason.GEEN_TEKST, "no words in the e-mail")
    head = [f"{dutch}: {_told(message, name)}" for name, dutch in HEAD if message[name]]
    return joined([unmarked("\n".join([*head, "", words.strip()]).strip()), *_attached(message)])


def _told(message: EmailMessage, name: str) -> str:
    """What a field of the head says; a day in Dutch, and as it stands there where it is none."""
    day = getattr(message[name], "datetime", None)
    return " ".join((f"{written(day)}, {day:%H:%M} uur" if day else str(message[name])).split())


def _words(body: MIMEPart) -> str:
    content = body.get_content()
    if body.get_content_subtype() == "html":
        return html.read(content.encode()).text
    return str(content).replace("\r\n", "\n")


def _attached(message: EmailMessage) -> Iterator[PagedText]:
    """The name of each attachment, and its text where it is a paper."""
    for part in message.iter_attachments():
        if name := part.get_filename():
            yield PagedText(text=f"Bijlage: {' '.join(name.split())}")
            data = part.get_payload(decode=True)
            if isinstance(data, bytes) and (kind := READERS.get(format_of(Path(name), data))) in PAPERS:
                with suppress(UnreadableFile, *FAULTS):  # it is named
                    yield importlib.import_module(f"ingest.formats.{kind}").read(data)
