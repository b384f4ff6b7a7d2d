"""The receipt of a briefing, and the check of a briefing against the papers that it quotes.

The receipt is plain text at the end of the briefing, alike in every format: the index, each paper with the hash
of its file, each quote with its place and a hash of its words. What is checked is what a reader sees, so that
it does not matter in which format, or with which line breaks, the words come back.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from assistant.answer import Citation
from assistant.briefing.briefing import Briefing
from assistant.prove.quotes import citation_of
from index.generation import Generation
from ingest.document import Document, block_at, pages_of
from ingest.official_numbers import cite

OPENS, CLOSES = "„", "”"
_HYPHENS = "-\u00ad\u2010\u2011\u0002\ufffe"  # what a reader of PDFs makes of a hyphen at a line end
_NUMBER = r"\d{1,9}"  # the file comes from outside: no number in it is longer than what is written here
_INDEX = re.compile(r"zoekindex\|([0-9A-Za-z]+)\|")
_PAPER = re.compile(r"stuk\|([^|]+)\|sha256\|([0-9a-f]{64})\|")
_QUOTE = re.compile(rf"citaat\|({_NUMBER})\|([^|]+)\|({_NUMBER})\.\.({_NUMBER})\|([0-9a-f]{{64}})\|")
_SHOWN = re.compile(rf"\[({_NUMBER})\]{OPENS}")


class ReceiptMissing(Exception):
    """A file holds no receipt that can be read."""


class Wrong(StrEnum):
    """What is wrong with a quote."""

    ALTERED = "altered"  # the words in the file are not those that were quoted
    MISPLACED = "misplaced"  # the place given with it is not where the words stand
    MISSING = "missing"  # the receipt names it and the file does not show it
    UNKNOWN = "unknown"  # the file shows it and the receipt does not name it
    GONE = "gone"  # the paper no longer holds these words
    NO_PAPER = "no paper"  # the paper is not in the index


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """A quote that does not hold."""

    number: int  # of the quote in the briefing
    wrong: Wrong
    document: str = ""  # identifier
    words: str = ""  # how the quote begins in the paper, or in the file where the paper is not there


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """What a check of a briefing found."""

    quotes: int  # in the receipt
    faults: tuple[Fault, ...]
    changed: tuple[str, ...]  # identifiers of papers whose file is another one now
    same_index: bool

    @property
    def holds(self) -> bool:
        """Whether every quote holds."""
        return not self.faults


def receipt(briefing: Briefing) -> list[str]:
    """The lines of the receipt."""
    papers = {paper.identifier: paper for paper in briefing.papers}
    return [
        f"zoekindex | {briefing.generation} |",
        *(f"stuk | {one.identifier} | sha256 | {one.source.sha256} |" for one in papers.values()),
        *(
            f"citaat | {number} | {document} | {start}..{end} | {_hash(_words(papers[document], start, end))} |"
            for (document, start, end), number in briefing.numbers.items()
        ),
    ]


def shown(number: int, citation: Citation) -> tuple[str, str]:
    """A quote as every format shows it: the numbered words, and the place behind them."""
    return f"[{number}] {OPENS}{' '.join(citation.shown.split())}{CLOSES}", f"({citation.citation})"


def check(text: str, generation: Generation) -> Checked:
    """Hold the words of a briefing against the papers of an index.

    Args:
        text: All text of the file, in reading order; white space does not count.
        generation: The index with the papers.

    Raises:
        ReceiptMissing: There is no receipt in the text.
    """
    seen = _squeezed(text)
    index, quotes = _INDEX.search(seen), list(_QUOTE.finditer(seen))
    if index is None or not quotes:
        raise ReceiptMissing("no receipt in the file")
    body = seen[: index.start()]
    papers = {_squeezed(document.identifier): document for document in generation.documents}
    hashes = dict(_PAPER.findall(seen))
    changed = {
        one: _squeezed(_words(papers[one], 0, len(papers[one].text)))
        for one, sha in hashes.items()
        if one in papers and papers[one].source.sha256 != sha
    }
    faults = [fault for match in quotes for fault in _faults(match, body, papers, changed)]
    known = {match[1] for match in quotes}
    unknown = [found for found in _SHOWN.finditer(body) if found[1] not in known]
    return Checked(
        quotes=len(quotes),
        faults=(
            *faults,
            *(
                Fault(number=int(one[1]), wrong=Wrong.UNKNOWN, words=body[one.end() : one.end() + 60])
                for one in unknown
            ),
        ),
        changed=tuple(papers[one].identifier for one in sorted(changed)),
        same_index=index[1] == generation.name,
    )


def _faults(
    match: re.Match[str], body: str, papers: Mapping[str, Document], changed: Mapping[str, str]
) -> Iterable[Fault]:
    """What is wrong with one quote of the receipt: at most one fault for what is shown, one for the paper.

    Args:
        match: The quote as the receipt has it.
        body: What stands above the receipt.
        papers: Those of the index.
        changed: All words of those of which the file is another one now.
    """
    number, paper = int(match[1]), papers.get(match[2])
    if paper is None:
        yield Fault(number=number, wrong=Wrong.NO_PAPER, document=match[2])
        return
    start, end = int(match[3]), int(match[4])
    words = _words(paper, start, end)
    if match[2] in changed and _hash(words) != match[5]:
        yield from _in_changed_paper(match, body, paper, changed[match[2]])
        return
    fault = Fault(number=number, wrong=Wrong.ALTERED, document=paper.identifier, words=" ".join(words.split()))
    if _hash(words) != match[5]:
        yield fault  # the receipt itself was changed
        return
    wrong = _shown_wrong(number, words, _place(paper, start, end), body)
    if wrong:
        yield Fault(number=number, wrong=wrong, document=fault.document, words=fault.words)


def _in_changed_paper(match: re.Match[str], body: str, paper: Document, held: str) -> Iterable[Fault]:
    """A quote whose words no longer stand at their place: it holds as long as they stand elsewhere in the paper."""
    for found in re.finditer(rf"\[{match[1]}\]{OPENS}", body):
        closes = body.find(CLOSES, found.end())
        while closes != -1 and hashlib.sha256(body[found.end() : closes].encode()).hexdigest() != match[5]:
            closes = body.find(CLOSES, closes + 1)
        words = body[found.end() : closes] if closes != -1 else ""
        if not words or words not in held:
            wrong = Wrong.GONE if words else Wrong.ALTERED
            told = words or body[found.end() : found.end() + 60]
            yield Fault(number=int(match[1]), wrong=wrong, document=paper.identifier, words=told)
            return


def _shown_wrong(number: int, words: str, place: str, body: str) -> Wrong | None:
    """What is wrong with any of the showings of a quote; None if nothing is."""
    marks = [found.end() for found in re.finditer(rf"\[{number}\]{OPENS}", body)]
    if not marks:
        return Wrong.MISSING
    expected = _squeezed(words) + CLOSES
    if not all(body.startswith(expected, mark) for mark in marks):
        return Wrong.ALTERED
    return None if all(body.startswith(place, mark + len(expected)) for mark in marks) else Wrong.MISPLACED


def _words(paper: Document, start: int, end: int) -> str:
    """A stretch of a paper as a briefing shows it: without the marks of footnotes."""
    return citation_of(paper, start, end, paper.blocks[0]).shown if end <= len(paper.text) and paper.blocks else ""


def _place(paper: Document, start: int, end: int) -> str:
    """The place that belongs to a quote: that of the block in which it begins."""
    block = block_at(paper, start)
    return _squeezed(f"({cite(paper, block.place, *pages_of(paper, block, start, end))})") if block else ""


def _squeezed(text: str) -> str:
    kept = unicodedata.normalize("NFC", text)
    return "".join(letter for letter in kept if not letter.isspace() and letter not in _HYPHENS)


def _hash(words: str) -> str:
    return hashlib.sha256(_squeezed(words).encode()).hexdigest()
