"""E-mail as it is kept in a file: who wrote to whom, when and about what, the message, and the papers sent with it."""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from contextlib import suppress
from email.errors import HeaderParseError
from email.header import decode_header, make_header
from email.message import EmailMessage, MIMEPart
from email.parser import BytesParser
from email.policy import EmailPolicy
from pathlib import Path
from typing import Any

from ingest.formats import READERS, format_of, html
from ingest.formats.flat_text import unmarked, without_marks
from ingest.formats.paged_text import PagedText, Reason, UnreadableFile, joined
from ingest.formats.plainly import FAULTS
from ingest.official_numbers import written

PAPERS = frozenset(READERS.values()) - {"eml", "msg"}  # that an attachment is read of: no mail in a mail
LONGEST = 10_000  # characters of a field of the head that Python takes apart: time and memory grow with their square
HEAD = (("From", "Van"), ("To", "Aan"), ("Cc", "Cc"), ("Date", "Datum"), ("Subject", "Onderwerp"))


class _Bounded(EmailPolicy):
    """Takes no long field of a head apart: what people read is decoded, of what only programs read the end is lost."""

    def header_fetch_parse(self, name: str, value: str) -> Any:
        """The value of a field as it is asked for; of one that is nested too deep for programs to read, nothing."""
        shown = name.title() in dict(HEAD)
        if shown and len(value) > LONGEST:
            return _decoded(value)
        try:
            return super().header_fetch_parse(name, value[:LONGEST])
        except RecursionError:
            return value if shown else super().header_fetch_parse(name, "")


def read(data: bytes) -> PagedText:
    """Read an e-mail and the papers attached to it; what cannot be read of those is named.

    Raises:
        UnreadableFile: It is no e-mail, or holds no words.
    """
    message = BytesParser(policy=_Bounded()).parsebytes(data)
    fields = [(dutch, message[name]) for name, dutch in HEAD]
    if not isinstance(message, EmailMessage) or not any(value for _, value in fields):
        raise UnreadableFile(Reason.BESCHADIGD, "no head of an e-mail")
    body = message.get_body(preferencelist=("plain", "html"))
    words = "" if body is None else without_marks(_words(body))
    if not words.strip():
        raise UnreadableFile(Reason.GEEN_TEKST, "no words in the e-mail")
    head = [f"{dutch}: {_told(value)}" for dutch, value in fields if value]
    return joined([unmarked("\n".join([*head, "", words.strip()]).strip()), *_attached(message)])


def _told(value: Any) -> str:
    """What a field of the head says; a day in Dutch, and as it stands there where it is none."""
    day = getattr(value, "datetime", None)
    return " ".join((f"{written(day)}, {day:%H:%M} uur" if day else str(value)).split())


def _decoded(value: str) -> str:
    try:
        return str(make_header(decode_header(value)))
    except (HeaderParseError, LookupError, UnicodeError):  # as it stands there
        return value


def _words(body: MIMEPart) -> str:
    content = _content(body)
    if body.get_content_subtype() == "html":
        return html.read(content.encode()).text
    return content.replace("\r\n", "\n")


def _content(body: MIMEPart) -> str:
    """The text of a part; where its encoding goes by a name that nobody knows: UTF-8 if it is that, or Windows-1252."""
    try:
        return str(body.get_content())
    except LookupError:
        data = bytes(body.get_payload(decode=True))
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _attached(message: EmailMessage) -> Iterator[PagedText]:
    """The name of each attachment, and its text where it is a paper."""
    for part in message.iter_attachments():
        if name := part.get_filename():
            yield PagedText(text=f"Bijlage: {' '.join(name.split())}")
            data = part.get_payload(decode=True)
            if isinstance(data, bytes) and (kind := READERS.get(format_of(Path(name), data))) in PAPERS:
                with suppress(UnreadableFile, *FAULTS):  # it is named
                    yield importlib.import_module(f"ingest.formats.{kind}").read(data)
