"""RTF files: their words, without what is hidden, struck through or deleted under tracked changes."""

from __future__ import annotations

import re

from striprtf.striprtf import rtf_to_text

from ingest.formats.flat_text import join_lines, squeeze, unmarked
from ingest.formats.paged_text import PagedText, Reason, UnreadableFile
from ingest.formats.seen import LEAST_CONTRAST

TOKEN = re.compile(r"\\([a-z]{1,32})(-?\d{1,10})? ?|\\'[0-9a-f]{2}|\\[^a-z]|[{}]|[^\\{}]+", re.IGNORECASE)
HIDING = frozenset({"v", "deleted", "strike", "striked"})
COLOURS = re.compile(r"\{\\colortbl(?P<entries>[^{}]*)\}")
PART = re.compile(r"\\(?:red|green|blue)(\d{1,3})")
CELL_END = re.compile(r"\|[^\S\n]*$", re.MULTILINE)  # striprtf closes each row with a bar


def read(data: bytes) -> PagedText:
    """Read an RTF file.

    Raises:
        UnreadableFile: It is no RTF, or holds no words.
    """
    source = data.decode("latin-1")  # RTF is ASCII; what is not is escaped
    if not source.lstrip().startswith("{\\rtf"):
        raise UnreadableFile(Reason.BESCHADIGD, "no RTF")
    written = rtf_to_text(without_unseen(source), errors="replace")
    text = join_lines(squeeze(line) for line in CELL_END.sub("", written).replace("|", " | ").split("\n"))
    if not text.strip():
        raise UnreadableFile(Reason.GEEN_TEKST, "no words in it")
    return unmarked(text)


def without_unseen(source: str) -> str:
    """The same RTF without the words that are hidden, struck through, deleted or white."""
    white = {f"cf{number}" for number in _white(source)}
    kept: list[str] = []
    state: frozenset[str] = frozenset()  # why what comes now is not seen
    outer: list[frozenset[str]] = []
    for token in TOKEN.finditer(source):
        word, number = token[1], token[2]
        if token[0] == "{":
            outer.append(state)
        elif token[0] == "}":
            state = outer.pop() if outer else frozenset()
        elif word == "plain":
            state = frozenset()
        elif word in HIDING:
            state = state - {word} if number == "0" else state | {word}
        elif word == "cf":
            state = state - {"cf"} if f"cf{number}" not in white else state | {"cf"}
        elif state and (word is None or word in {"tab", "u", "emdash", "endash", "bullet"}):
            continue
        kept.append(token[0])
    return "".join(kept)


def _white(source: str) -> list[int]:
    """The numbers of the colours that nobody sees on paper."""
    table = COLOURS.search(source)
    entries = table["entries"].split(";") if table else []
    parts = ((number, [int(part) for part in PART.findall(entry)]) for number, entry in enumerate(entries))
    return [number for number, found in parts if len(found) == 3 and min(found) > 255 - LEAST_CONTRAST]
