"""E-mail as Outlook keeps it (.msg): who wrote, when and about what, and the message."""

from __future__ import annotations

import io

from oxmsg import Message

from ingest.formats import html
from ingest.formats.flat_text import unmarked, without_marks
from ingest.formats.paged_text import PagedText, Reason, UnreadableFile


def read(data: bytes) -> PagedText:
    """Read an Outlook message; what was attached to it is named and not read.

    Raises:
        UnreadableFile: It is no Outlook message, or holds no words.
    """
    try:
        message = Message.load(io.BytesIO(data))
        words = message.body or (html.read(message.html_body.encode()).text if message.html_body else "")
        head = {
            "Van": message.sender,
            "Aan": "; ".join(person.name for person in message.recipients),
            "Datum": message.sent_date.strftime("%d-%m-%Y %H:%M") if message.sent_date else "",
            "Onderwerp": message.subject,
        }
        attached = [f"Bijlage: {part.file_name}" for part in message.attachments if part.file_name]
    except (OSError, ValueError, KeyError) as error:
        raise UnreadableFile(Reason.BESCHADIGD, f"Outlook message: {error}") from error
    words = without_marks(words)
    if not words.strip():
        raise UnreadableFile(Reason.GEEN_TEKST, "no words in the message")
    lines = [f"{name}: {' '.join(told.split())}" for name, told in head.items() if told]
    return unmarked("\n".join([*lines, "", words.strip().replace("\r\n", "\n"), "", *attached]).strip())
