"""The nouns of a paper: ``Document``, ``Block``, ``Passage`` and what they are made of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Kind(StrEnum):
    """What sort of paper it is."""

    KAMERBRIEF = "Kamerbrief"
    AANHANGSEL = "Aanhangsel"
    SCHRIFTELIJK_OVERLEG = "SchriftelijkOverleg"
    BESLISNOTA = "Beslisnota"
    BRIEF = "Brief"
    SAMENVATTING = "Samenvatting"
    ONBEKEND = "Onbekend"


class BlockKind(StrEnum):
    """What a stretch of a paper is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list item"
    QUESTION = "question"
    ANSWER = "answer"
    FOOTNOTE = "footnote"
    TABLE = "table"
    REDACTION = "redaction"


class Role(StrEnum):
    """In which capacity somebody speaks."""

    BEWINDSPERSOON = "bewindspersoon"
    KAMERLID = "Kamerlid"
    FRACTIE = "fractie"
    AMBTELIJK = "ambtelijk advies"
    REDACTIE = "redactie"  # our own summaries
    ONBEKEND = "onbekend"


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """Whose words these are."""

    role: Role
    name: str = ""  # "Minister Wiersma", "het lid Kwint (SP)", "de SP-fractie"; "" if the paper does not say


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where a paper came from and which bytes were read."""

    file: str  # path relative to the folder that was read
    sha256: str  # of the bytes, lowercase hex
    url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A stretch of a paper with one role in its structure.

    ``start`` and ``end`` count Unicode code points in the canonical text,
    from 0, end exclusive. Blocks stand in order of ``start``, do not overlap,
    and leave out only white space.
    """

    kind: BlockKind
    start: int
    end: int
    path: tuple[str, ...] = ()  # the headings above it, outermost first
    place: str = ""  # "antwoord 5", "voetnoot 21", "paragraaf Leerlingenvervoer"
    number: str = ""  # of a question, answer, footnote or list item, as text: "3 en 4"
    speaker: Speaker = Speaker(role=Role.ONBEKEND)
    context: tuple[int, int] | None = (
        None  # span it hangs on: an answer's question, a footnote's sentence, a list's lead-in
    )
    page: int | None = None  # from 1; None if unpaged

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"a block must have a span, not {self.start}:{self.end}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One paper, its canonical text and what stands where in it."""

    identifier: str  # as the publisher writes it: "kst-31497-448"; "bestand-<12 hex of sha256>" if unknown
    kind: Kind
    title: str
    text: str  # canonical: line-end hyphens mended, page furniture gone, nothing else changed
    source: Source
    blocks: tuple[Block, ...] = ()
    date: date | None = None  # never guessed
    sender: str = ""
    recipient: str = ""
    dossiers: tuple[str, ...] = ()  # "31 497"; text, never numbers
    summary_of: str = ""  # identifier of the paper that a Samenvatting is about

    def __post_init__(self) -> None:
        if self.blocks and self.blocks[-1].end > len(self.text):
            raise ValueError(f"{self.identifier}: a block ends after the text")


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A stretch of a paper that can be read alone, word for word; the unit of the index.

    ``document.text[start:end] == text``, always. The passages of a document follow
    each other without a gap: each begins where the one before it ended.
    """

    id: str  # "<document identifier>#<start>-<end>"
    document: str  # identifier
    text: str
    start: int
    end: int
    path: tuple[str, ...] = ()
    place: str = ""
    kind: BlockKind = BlockKind.PARAGRAPH
    speaker: Speaker = Speaker(role=Role.ONBEKEND)
    context: str = ""  # words that it needs to be understood: its question, its lead-in
    page: int | None = None

    def __post_init__(self) -> None:
        if len(self.text) != self.end - self.start:
            raise ValueError(f"passage {self.id}: {len(self.text)} characters do not fit {self.start}:{self.end}")
