"""From the passages that were found to the numbered sentences that a model reads.

What a reader of the paper would use has to be among them: the passage with the neighbours that it needs, its footnotes,
the places that were made unreadable, the heads of a table, the outline of a paper where a list is asked for, and what
a paper says of itself: its number and day, its first lines, who signed it. Of further passages only the best sentences.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from assistant.answer import UNREADABLE, Citation, Standing
from assistant.find.attached import footnotes_of, touches
from assistant.find.evidence import Evidence
from assistant.find.finding import Read
from assistant.find.sentences import Sentence, Sentences, numbers_at_head, whole
from assistant.prove.quotes import quote, quoted_parts, quotes
from assistant.read.redaction import bears_mark
from assistant.tell.extent import points_back
from assistant.tell.lists import head_of_table
from assistant.understand.asked import Asked
from assistant.understand.question import Question
from assistant.word.sheet import Excerpt, Line, one_line, speaker_of
from index.generation import Generation
from ingest.document import Block, BlockKind, Document, Passage, block_at
from ingest.grounds import TOLD
from ingest.official_numbers import cite, written
from ingest.structure.letter import SIGNATURE_PLACE

WORDS = 600  # of the sentences of passages on a sheet; with all that comes along some 4,000 tokens over official papers
MOST = 12  # stretches of passages on a sheet
FIRST = 4  # best sentences whose passages are shown whatever their rank
GROWN = 5  # first stretches that may take a neighbour
BESIDE = 550  # words of the best sentences of passages that are not shown; these three by ``python -m eval.sheet``
OPENED = 2  # papers of which is shown what they say of themselves
OPENING = 25  # words of the first lines of a paper
HEADINGS = 30  # of an outline

Run = tuple[int, int]  # rows of the first passage of a stretch, and behind the last


@dataclass(frozen=True, slots=True, kw_only=True)
class Supply:
    """Makes sheets from one generation; safe to share between threads."""

    generation: Generation
    sentences: Sentences

    def excerpts(self, question: Question, found: Sequence[Read], best: Sequence[Evidence]) -> list[Excerpt]:
        """What to show for a question, the likeliest first.

        Args:
            question: As it was understood.
            found: The passages that bear on it, best first.
            best: The sentences that may answer, best first.
        """
        runs = self._runs(
            [*dict.fromkeys([*(one.passage.id for one in best[:FIRST]), *(one.hit.passage.id for one in found)])]
        )
        made = [self._excerpt(run) for run in runs]
        made += self._beside([one for one in best if not _holds(runs, self.generation.row_of[one.passage.id])])
        known = list({one.document.identifier: one.document for one in made}.values())
        told = [_of_itself(one) for one in known[:OPENED]]
        if question.asked is Asked.LIST or question.counts:
            told += [one for one in map(_outline, known[:OPENED]) if one]
        return [one for one in (*made, *told) if one.lines]

    def _runs(self, ranked: Sequence[str]) -> list[Run]:
        """Stretches of passages that follow each other, in the order of their best passage, as far as there is room."""
        runs: list[Run] = []
        room = WORDS
        for name in ranked:
            row = self.generation.row_of[name]
            if _holds(runs, row):
                continue
            start, end = self._grown(row) if len(runs) < GROWN else (row, row + 1)
            room -= sum(len(self.generation.passages[at].text.split()) for at in range(start, end))
            if room < 0 or len(runs) == MOST:
                break
            runs = _joined(runs, (start, end), self.generation.passages)
        return runs

    def _grown(self, row: int) -> Run:
        """The run of passages to show for one.

        It takes in the one before if that stops short of it, and the one behind if it stops short of that, or if that
        tells what was made unreadable.
        """
        own = self.generation.passages[row]
        start, end = row, row + 1
        before, behind = self._neighbour(row, -1), self._neighbour(row, 1)
        if before and _needs(before, own):
            start -= 1
        if behind and (_needs(own, behind) or behind.kind is BlockKind.REDACTION):
            end += 1
        return start, end

    def _beside(self, best: Sequence[Evidence]) -> list[Excerpt]:
        """The best sentences of passages for which there is no room, as far as there is some for them."""
        room, shown = BESIDE, dict[str, list[Evidence]]()
        for one in best:
            room -= len(one.text.split())
            if room < 0:
                break
            shown.setdefault(one.passage.id, []).append(one)
        made = []
        for told in shown.values():
            lines = (line_of(one.sentence) for one in told)
            made.append(self._under(told[0].passage, sorted(lines, key=lambda line: line.spans)))
        return made

    def _neighbour(self, row: int, step: int) -> Passage | None:
        at = row + step
        if not 0 <= at < len(self.generation.passages):
            return None
        other = self.generation.passages[at]
        return other if other.document == self.generation.passages[row].document else None

    def _excerpt(self, run: Run) -> Excerpt:
        passages = self.generation.passages[slice(*run)]
        document = self.generation.document_of[passages[0].document]
        lines = (line for passage in passages for line in self._lines(document, passage))
        return self._under(passages[0], lines)

    def _under(self, first: Passage, lines: Iterable[Line]) -> Excerpt:
        """Lines, each once, under what is known of the passage that they begin in."""
        return Excerpt(
            document=self.generation.document_of[first.document],
            place=first.place,
            path=first.path,
            speaker=speaker_of(first.speaker.name, first.speaker.role),
            asked=first.context if first.kind is BlockKind.ANSWER else "",
            lines=tuple({line.spans: line for line in lines}.values()),
        )

    def _lines(self, document: Document, passage: Passage) -> Iterator[Line]:
        notes = footnotes_of(document)
        for told in self.sentences.of(passage):
            sentence = told.sentence
            if sentence.block.kind is BlockKind.FOOTNOTE and (host := host_of(document, sentence.block)):
                yield host
            yield line_of(sentence)
            for note in notes:
                if touches(sentence, note.context):
                    yield line_of(whole(document, note))


def _holds(runs: Sequence[Run], row: int) -> bool:
    return any(start <= row < end for start, end in runs)


def _joined(runs: Sequence[Run], new: Run, passages: Sequence[Passage]) -> list[Run]:
    """The runs with a new one, as part of one that it touches in the same paper."""
    for at, (start, end) in enumerate(runs):
        touches = new[0] <= end and start <= new[1]
        if (
            touches
            and passages[start].document == passages[new[0]].document
            and _alike(passages[start], passages[new[0]])
        ):
            return [*runs[:at], (min(start, new[0]), max(end, new[1])), *runs[at + 1 :]]
    return [*runs, new]


def _alike(one: Passage, other: Passage) -> bool:
    """Whether two passages can stand under one head: of one speaker, place and heading."""
    return (one.place, one.path, one.speaker) == (other.place, other.path, other.speaker)


def _needs(one: Passage, behind: Passage) -> bool:
    """Whether a passage stops short of the one behind it: at a lead-in, or in the middle of an answer."""
    if not _alike(one, behind):
        return False
    return one.text.rstrip().endswith(":") or bool(one.place) or points_back(behind.text)


def line_of(sentence: Sentence) -> Line:
    """A sentence as a line: a row after the heads of its table, a gap or what was made unreadable with a mark."""
    document = sentence.document
    own = quotes(sentence)
    shown = _shown(own)
    if sentence.block.kind is BlockKind.REDACTION:
        shown = shown if TOLD.search(shown) else f"[weggelakt: {shown.strip('[]')}]"
    if sentence.block.kind is BlockKind.FOOTNOTE:
        shown = f"(voetnoot) {shown}"
    if sentence.block.kind is BlockKind.TABLE and sentence.head:
        heads = tuple(quote(document, *span, sentence.block) for span in head_of_table(document, sentence.block))
        return Line(quotes=(*heads, *own), shown=f"({one_line(sentence.head)}) {shown}")
    return Line(quotes=own, shown=shown)


def _shown(citations: Sequence[Citation]) -> str:
    return one_line(" ".join(citation.shown for citation in citations))


def host_of(document: Document, note: Block) -> Line | None:
    """The sentence that a footnote hangs on, each part quoted from where it stands."""
    quoted = quoted_parts(document, note.context) if note.context else ()
    return Line(quotes=quoted, shown=_shown(quoted)) if quoted else None


def _of_itself(document: Document) -> Excerpt:
    """What a paper says of itself: its particulars, its first lines, who signed it."""
    first = document.blocks[:1]
    # The number of a paper is no bill and no promise, though its first words may be of one.
    proof = [replace(one, standing=Standing.ONBEKEND) for block in first for one in quotes(whole(document, block))]
    lines = [Line(quotes=tuple(proof), shown=one_line(_particulars(document)))] if proof else []
    lines += [line_of(whole(document, block)) for block in _opening(document)]
    signed = [block for block in document.blocks if block.place == SIGNATURE_PLACE]
    lines += [line_of(whole(document, block)) for block in signed]
    return Excerpt(
        document=document, place="gegevens, begin en ondertekening", path=(), speaker="", asked="", lines=tuple(lines)
    )


def _particulars(document: Document) -> str:
    """What is known of a paper, in a line."""
    told = [f"Vindplaats: {cite(document)}"]
    told += [f"afzender: {document.sender}"] if document.sender else []
    told += [f"aan: {document.recipient}"] if document.recipient else []
    told += [f"dossier: {', '.join(document.dossiers)}"] if document.dossiers else []
    if asked := document.kamervragen:
        askers = ", ".join(f"{one.name} ({one.party})" if one.party else one.name for one in asked.askers)
        told += [f"vragen van: {askers}"] if askers else []
        told += [f"ingezonden: {written(asked.sent)}"] if asked.sent else []
        told += [f"antwoord van: {', '.join(asked.answered_by)}"] if asked.answered_by else []
        told += [f"ontvangen: {written(asked.received)}"] if asked.received else []
    return "; ".join(told)


def _opening(document: Document) -> list[Block]:
    """The first lines of a paper, as far as there is room."""
    room, found = OPENING, []
    numbers = numbers_at_head(document)
    told = (one for one in document.blocks if one.kind is not BlockKind.HEADING and one.start not in numbers)
    for block in islice(told, 8):
        room -= len(document.text[block.start : block.end].split())
        if room < 0:
            break
        found.append(block)
    return found


def _outline(document: Document) -> Excerpt | None:
    """The headings of a paper as lines: they may be the very list that is asked for."""
    headings = [block for block in document.blocks if block.kind is BlockKind.HEADING]
    if not 2 <= len(headings) <= HEADINGS:
        return None
    lines = [
        Line(quotes=quotes(whole(document, block)), shown=one_line(document.text[block.start : block.end]))
        for block in headings
    ]
    return Excerpt(document=document, place="koppen van het stuk", path=(), speaker="", asked="", lines=tuple(lines))


def shows_redaction(line: Line, documents: Mapping[str, Document]) -> bool:
    """Whether words of a line, or all of them, were made unreadable."""
    return any(
        UNREADABLE in quote.shown or bears_mark(quote.text) or _is_redaction(documents[quote.document], quote)
        for quote in line.quotes
    )


def _is_redaction(document: Document, one: Citation) -> bool:
    block = block_at(document, one.start)
    return block is not None and block.kind is BlockKind.REDACTION
