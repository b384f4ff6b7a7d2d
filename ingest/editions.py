"""One paper out of its forms and versions: the most official form is kept, the newest version is searched."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import PurePosixPath

from ingest.document import Document, Kind, Source
from ingest.kinds import LETTERS
from ingest.likeness import Words, contradict, likeness, sample, words_of
from ingest.notes import Note, NoteKind
from ingest.official_numbers import EARLIER, REPRINT
from ingest.stored import altered

# From the most official form to the least.
FORMS = (".xml", ".html", ".htm", ".pdf", ".odt", ".docx", ".md", ".txt")
ALIKE = 0.8  # of two files without one number; measured: 0.81 to 0.94 for one paper set twice, 0.06 for two papers
ALIKE_ANSWERS = 0.6  # of an Aanhangsel and the letter with its answers, which has another head and foot
ALIKE_NUMBERED = 0.5  # of two forms that bear one number: there the text only confirms
DAYS_TO_PUBLISH = 31  # between the date of a letter with answers and that of its Aanhangsel
MAY_BE_ANSWERS = LETTERS | {Kind.ONBEKEND}

PROVISIONAL = re.compile(r"\b(?:onopgemaakte?|ongecorrigeerde?|voorlopige? (?:tekst|versie|verslag))\b", re.IGNORECASE)
HEAD = 1_500  # characters in which a paper says that it is provisional


@dataclass(kw_only=True)
class _Paper:
    """One paper while its forms are being gathered."""

    document: Document
    forms: list[Source] = field(default_factory=list)

    @cached_property
    def words(self) -> Words:
        return words_of(self.document.text)

    @cached_property
    def sample(self) -> frozenset[int]:
        return sample(self.words)

    @property
    def is_numbered(self) -> bool:
        return not self.document.identifier.startswith("bestand-")

    @property
    def is_known_by_text(self) -> bool:
        """Whether only its text can tell of what paper it is a form."""
        return not self.is_numbered and self.document.kind is not Kind.SAMENVATTING

    @property
    def form(self) -> str:
        return PurePosixPath(self.document.source.file).suffix.lower()

    @property
    def is_provisional(self) -> bool:
        return bool(PROVISIONAL.search(self.document.text[:HEAD]))


def one_each(documents: Iterable[Document]) -> tuple[tuple[Document, ...], tuple[Note, ...]]:
    """Every paper once, in the order in which its kept form was given, and what is worth telling about it.

    Other forms are remembered on the document. Older versions stay, marked with what supersedes
    them. Where one number stands on two texts and nothing tells which is newer, both stay.
    """
    given = [_Paper(document=document, forms=list(document.other_forms)) for document in documents]
    place = {id(paper): at for at, paper in enumerate(given)}
    papers, notes = _without_other_forms(sorted(given, key=_officialness))
    papers.sort(key=lambda paper: place[id(paper)])
    kept = [altered(paper.document, other_forms=tuple(paper.forms)) for paper in papers]
    now = {_by_bytes(form): one.identifier for one in kept for form in one.other_forms}
    kept = [altered(one, summary_of=now.get(one.summary_of, one.summary_of)) for one in kept]
    return _versions(kept, papers, notes)


def _officialness(paper: _Paper) -> tuple[bool, int]:
    form = FORMS.index(paper.form) if paper.form in FORMS else len(FORMS)
    return not paper.is_numbered, form


def _without_other_forms(ranked: Sequence[_Paper]) -> tuple[list[_Paper], list[Note]]:
    kept: list[_Paper] = []
    notes: list[Note] = []
    near = _Near(ranked)
    for paper in ranked:
        same = next((other for other in near.to(paper) if _is_one_paper(other, paper)), None)
        if same is None:
            kept.append(paper)
            near.add(paper)
            continue
        source = paper.document.source
        again = source.sha256 in {same.document.source.sha256, *(form.sha256 for form in same.forms)}
        same.forms += [source, *paper.forms]
        kind = NoteKind.SAME_BYTES if again else NoteKind.OTHER_FORM
        notes.append(Note(file=source.file, kind=kind, kept=same.document.source.file))
    return kept, notes


class _Near:
    """Finds the papers that another could be a form of, without comparing every two of them.

    Only a paper without a number is looked for by its text, so only where there is one are samples taken.
    """

    def __init__(self, papers: Iterable[_Paper]) -> None:
        self._by_text = any(paper.is_known_by_text for paper in papers)
        self._named: defaultdict[str, list[_Paper]] = defaultdict(list)  # by number and by bytes
        self._added: list[_Paper] = []
        self._holding: defaultdict[int, list[int]] = defaultdict(list)  # by a run of a sample, places in ``_added``

    def add(self, paper: _Paper) -> None:
        self._named[paper.document.identifier].append(paper)
        self._named[paper.document.source.sha256].append(paper)
        if self._by_text and paper.document.kind is not Kind.SAMENVATTING:
            for run in paper.sample:
                self._holding[run].append(len(self._added))
            self._added.append(paper)

    def to(self, paper: _Paper) -> list[_Paper]:
        """Those with its bytes or number; for a paper without one, also those that share half of its sample.

        Whoever shares half holds one at least of any more than half: the rarest are looked up, since there are runs
        that every letter holds.
        """
        named = [*self._named[paper.document.source.sha256], *self._named[paper.document.identifier]]
        if not paper.is_known_by_text:
            return named
        holding = sorted((self._holding.get(run, []) for run in paper.sample), key=len)
        found = sorted({at for places in holding[: len(holding) // 2 + 1] for at in places})
        near = (self._added[at] for at in found)
        return [*named, *(other for other in near if 2 * len(paper.sample & other.sample) >= len(paper.sample))]


def _is_one_paper(official: _Paper, other: _Paper) -> bool:
    one, two = official.document, other.document
    if one.source.sha256 == two.source.sha256:
        return True
    if Kind.SAMENVATTING in {one.kind, two.kind} and one.identifier != two.identifier:
        return False
    if one.identifier == two.identifier:
        return official.words == other.words or (
            official.form != other.form and not _is_other_version(official, other) and _reads(official, other)
        )
    return not other.is_numbered and _fits(one, two) and _reads(official, other)


def _is_other_version(one: _Paper, other: _Paper) -> bool:
    days = {one.document.date, other.document.date} - {None}
    return len(days) == 2 or one.is_provisional != other.is_provisional


def _reads(one: _Paper, other: _Paper) -> bool:
    """Whether the words of two papers are alike enough for what they have in common already."""
    if one.document.identifier == other.document.identifier:
        enough = ALIKE_NUMBERED
    else:
        enough = ALIKE if _same_kind(one.document, other.document) else ALIKE_ANSWERS
    return likeness(one.words, other.words) >= enough and not contradict(one.words, other.words)


def _same_kind(one: Document, other: Document) -> bool:
    """Whether two papers are of one kind, as far as is known: one form of a paper may show less than another."""
    return one.kind is other.kind or Kind.ONBEKEND in {one.kind, other.kind}


def _fits(official: Document, other: Document) -> bool:
    """Whether kind, date and addressee allow that two papers are one."""
    apart = abs((official.date - other.date).days) if official.date and other.date else 0
    if official.kind is Kind.AANHANGSEL and other.kind in MAY_BE_ANSWERS:
        return apart <= DAYS_TO_PUBLISH
    if apart or not (_same_kind(official, other) or {official.kind, other.kind} <= LETTERS):
        return False
    addressees = {one.recipient.casefold() for one in (official, other) if one.recipient}
    return len(addressees) < 2


def _versions(
    kept: Sequence[Document], papers: Sequence[_Paper], notes: Sequence[Note]
) -> tuple[tuple[Document, ...], tuple[Note, ...]]:
    """Mark what is superseded; give what bears another's number a name of its own."""
    result = list(kept)
    told = list(notes)
    groups: defaultdict[str, list[int]] = defaultdict(list)
    for at, document in enumerate(kept):
        groups[REPRINT.sub("", document.identifier)].append(at)
    for group in groups.values():
        newest = _newest(group, papers)
        taken = set() if newest is None else {kept[newest].identifier}
        for at in group:
            document = kept[at]
            if newest is not None and at != newest:
                result[at], note = _superseded(document, kept[newest], taken)
                told.append(note)
            elif newest is None and document.identifier in taken:
                result[at], note = _renamed(document)
                told.append(note)
            taken.add(result[at].identifier)
    return tuple(result), tuple(told)


def _superseded(document: Document, newest: Document, taken: Collection[str]) -> tuple[Document, Note]:
    file = document.source.file
    own = f"{document.identifier}{EARLIER}{document.source.sha256[:12]}"
    identifier = own if document.identifier in taken else document.identifier
    note = Note(file=file, kind=NoteKind.SUPERSEDED, kept=newest.source.file, left=identifier)
    return altered(document, identifier=identifier, superseded_by=newest.identifier), note


def _renamed(document: Document) -> tuple[Document, Note]:
    own = _by_bytes(document.source)
    file = document.source.file
    note = Note(file=file, kind=NoteKind.SAME_IDENTIFIER, kept=own, left=document.identifier)
    return altered(document, identifier=own), note


def _newest(group: Sequence[int], papers: Sequence[_Paper]) -> int | None:
    """The one that is newer than every other; None where that cannot be told."""
    for one in group:
        if all(_is_newer(papers[one], papers[other]) for other in group if other != one):
            return one
    return None


def _is_newer(one: _Paper, other: _Paper) -> bool:
    mine, its = _reprint(one), _reprint(other)
    if mine != its:
        return mine > its
    if one.document.date and other.document.date and one.document.date != other.document.date:
        return one.document.date > other.document.date
    return other.is_provisional and not one.is_provisional


def _reprint(paper: _Paper) -> int:
    suffix = REPRINT.search(paper.document.identifier)
    return int(suffix[2]) if suffix else 0


def _by_bytes(source: Source) -> str:
    return f"bestand-{source.sha256[:12]}"
