"""E-mail as it is kept in a file: who wrote to whom, when and about what, and the message."""

from __future__ import annotations

from collections.abc import Iterator
from email import policy
from email.message import EmailMessage, MIMEPart
from email.parser import BytesParser

from ingest.formats import html
from ingest.formats.flat_text import unmarked
from ingest.formats.paged_text import PagedText, Reason, UnreadableFile

HEAD = (("From", "Van"), ("To", "Aan"), ("Cc", "Cc"), ("Date", "Datum"), ("Subject", "Onderwerp"))


def read(data: bytes) -> PagedText:
    """Read an e-mail; what was attached to it is named and not read.

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
    head = [f"{dutch}: {' '.join(str(message[name]).split())}" for name, dutch in HEAD if message[name]]
    attached = [f"Bijlage: {name}" for name in _attached(message)]
    return unmarked("\n".join([*head, "", words.strip(), "", *attached]).strip())


def _words(body: MIMEPart) -> str:
    content = body.get_content()
    if body.get_content_subtype() == "html":
        return html.read(content.encode()).text
    return str(content).replace("\r\n", "\n")


def _attached(message: EmailMessage) -> Iterator[str]:
    for part in message.iter_attachments():
        if name := part.get_filename():
            yield " ".join(name.split())
