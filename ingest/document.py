"""The nouns of a paper: ``Document``, ``Block``, ``Passage`` and what they are made of."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ingest.kinds import Kind as Kind


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
    torn: bool = False  # whether the mark of a footnote was taken out of that sentence
    page: int | None = None  # from 1; None if unpaged
    see: tuple[str, ...] = ()  # places in this paper that an answer refers to: "antwoord 2"

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"a block must have a span, not {self.start}:{self.end}")


class Reply(StrEnum):
    """What came back on Kamervragen."""

    ANTWOORD = "antwoord"
    MEDEDELING = "mededeling"  # as a rule: that the answers come later


@dataclass(frozen=True, slots=True, kw_only=True)
class Asker:
    """Who asked: a member of the Kamer, or a committee."""

    name: str  # "Kwint", "vaste commissie voor Financiën"
    party: str = ""  # "" for a committee, and where the paper does not say


@dataclass(frozen=True, slots=True, kw_only=True)
class Kamervragen:
    """What a paper with answers says about the questions; empty or None where it does not say."""

    number: str = ""  # of the Aanhangsel
    sent_as: str = ""  # the number under which the questions were sent in: "2023Z05053"
    session_year: str = ""  # "2022-2023"
    askers: tuple[Asker, ...] = ()
    addressees: tuple[str, ...] = ()  # "Minister voor Primair en Voortgezet Onderwijs"
    subject: str = ""
    sent: date | None = None
    received: date | None = None
    reply: Reply | None = None  # None as long as nothing came back
    answered_by: tuple[str, ...] = ()  # "Minister Wiersma (Primair en Voortgezet Onderwijs)"
    on_behalf_of: tuple[str, ...] = ()  # "mede namens" these offices
    see_also: tuple[str, ...] = ()  # identifiers of papers: "ah-tk-20212022-3173"


class ReferenceKind(StrEnum):
    """What sort of thing a text refers to."""

    KAMERSTUK = "Kamerstuk"
    DOSSIER = "dossier"
    AANHANGSEL = "Aanhangsel"
    HANDELINGEN = "Handelingen"
    KAMERVRAGEN = "Kamervragen"
    DOCUMENT = "document"  # of the Tweede Kamer: "2023D12345"
    BIJLAGE = "bijlage"
    STAATSBLAD = "Staatsblad"
    STAATSCOURANT = "Staatscourant"
    TRACTATENBLAD = "Tractatenblad"
    WET = "wet"
    MOTIE = "motie"
    AMENDEMENT = "amendement"
    WETSVOORSTEL = "wetsvoorstel"
    BRIEF = "brief"
    RAPPORT = "rapport"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """A place where a text names another paper, a law or a motie.

    ``start`` and ``end`` count code points in the text that was read, as in ``Block``.
    """

    kind: ReferenceKind
    identifier: str  # as the publisher writes it: "kst-31497-448"; "31 497" of a dossier; "" if no number is known
    text: str  # as written
    start: int
    end: int
    part: str = ""  # which part of it: "p. 3", "item 5, p. 25-36", "artikel 8, lid 3"
    place: str = ""  # of the block that it stands in
    antecedent: tuple[int, int] | None = None  # the words nearby that tell what "die motie" is
    sentence: tuple[int, int] | None = None  # of a reference in a footnote: the sentence with its mark


@dataclass(frozen=True, slots=True, kw_only=True)
class Appendix:
    """A paper that a letter was sent with."""

    number: str  # "2", "IV", as text
    title: str = ""  # "" where the letter gives only the number


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One paper, its canonical text and what stands where in it."""

    identifier: str  # as the publisher writes it: "kst-31497-448"; "bestand-<12 hex of sha256>" if unknown
    kind: Kind
    title: str
    text: str  # canonical: line-end hyphens mended, page furniture gone, nothing else changed
    source: Source
    blocks: tuple[Block, ...] = ()
    pages: tuple[tuple[int, int], ...] = ()  # where in the text each page, or part of one, starts, and its number
    date: date | None = None  # never guessed
    sender: str = ""
    recipient: str = ""
    dossiers: tuple[str, ...] = ()  # "31 497"; text, never numbers
    summary_of: str = ""  # identifier of the paper that a Samenvatting is about
    appendices: tuple[Appendix, ...] = ()
    annex_of: str = ""  # identifier of the letter that it was sent with, where its source says so
    other_forms: tuple[Source, ...] = ()  # files that hold this same paper in a less official form
    superseded_by: str = ""  # identifier of the newer version of this paper
    references: tuple[Reference, ...] = ()  # in order of ``start``
    kamervragen: Kamervragen | None = None  # None if it answers none

    def __post_init__(self) -> None:
        if self.blocks and self.blocks[-1].end > len(self.text):
            raise ValueError(f"{self.identifier}: a block ends after the text")

    def __hash__(self) -> int:
        """By what names it: caches look papers up by the thousand, and to hash every block takes longer than a look."""
        return hash((self.identifier, self.source.sha256))


def block_at(document: Document, at: int) -> Block | None:
    """The block that a place in the text of a paper lies in; None between blocks."""
    return next((block for block in document.blocks if block.start <= at < block.end), None)


def page_at(document: Document, block: Block, at: int) -> int | None:
    """The page that a place in a block stands on, which may be a later one than that on which the block starts."""
    started = bisect_right(document.pages, at, key=lambda part: part[0])
    start, page = document.pages[started - 1] if started else (0, block.page)
    return page if start > block.start else block.page


def pages_of(document: Document, block: Block, start: int, end: int) -> tuple[int | None, int | None]:
    """The pages on which a stretch of text begins and ends, of which the first lies in a block."""
    return page_at(document, block, start), page_at(document, block, end - 1)


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
