"""Parts of a paper that were made unreadable: noticed and said, never filled in."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from itertools import takewhile

from assistant.find.evidence import Evidence
from assistant.find.sentences import Sentence, has_gap, is_finished, whole
from assistant.read.confidence import confidence
from assistant.understand.asked import MEASURED, Asked
from assistant.understand.names import MAY_BE_NAME, brings, numbers_in
from assistant.understand.question import Question
from assistant.understand.wishes import Wish
from index.dutch import content_words, fold, stem, terms
from index.generation import Generation
from ingest.document import Block, BlockKind, Document
from ingest.grounds import TOLD

NEAR = 30  # sentences, best first, in which a gap counts; both chosen on the open half
CLOSE = 0.05  # share of the odds of the best that such a sentence reaches at least
BESIDE = 0.2  # the same for a gap where a name is asked for: a paper has many, and each was somebody else's
SPOKEN_OF = 0.5  # chance that the best sentence answers, below which the papers hardly speak of it; open half
_SAYS_SO = re.compile(r"\bonleesbaar gemaakt|\bweggelakt|\bgelakt|\bzwart ?gemaakt|\bis niet openbaar")
_CODE = r"(?<![\w.])(?:5\.[12]\.(?:[1-5]\.?)?[a-i]|10\.[12]\.?[a-g])\b"
# What stands in the place of words that were taken out: "5.1.2.b", black, "[persoonsgegevens]".
_MARK = re.compile(
    rf"\[?{_CODE}\]?|[█■▇▓]{{2,}}|{TOLD.pattern}|\[(?:\w*gelakt|onleesbaar|geanonimiseerd|na(?:am|men)|persoonsgegevens?|"
    r"(?:bedrijfs)?vertrouwelijk|bedrijfsgegevens|niet openbaar|"
    r"buiten (?:de )?reikwijdte|buiten verzoek)[^\]\n]{0,40}\]",
    re.IGNORECASE,
)
_STATES = re.compile(
    rf"\b(?:bedraagt|bedragen|bedroeg|is|zijn|was|luidt|kost|wordt)(?: op| van)? {_MARK.pattern}\W*$", re.I
)
# The head of a column in an inventory or a list of decisions.
_LISTS_GROUNDS = re.compile(r"grond|\bwoo\b|\bwob\b|weiger|artikel|uitzondering|beoordeling|\bgelakt")
_LED = {BlockKind.TABLE, BlockKind.LIST_ITEM}
FIRST = 2  # sentences, best first, in which a mark stands for what was asked


def redacted(question: Question, evidence: Sequence[Evidence], generation: Generation) -> list[Sentence]:
    """What to show when what is asked for was made unreadable: the grounds; nothing when it was not.

    That is so when the question asks for a redacted part in so many words; when the best sentence is no more than the
    ground of such a part; when a mark (a code, black, a ground in brackets) stands in one of the best sentences instead
    of what is asked for, and no sentence as close to the question holds it; or when the question wants a name while one
    of the best sentences has a gap where a name was, or says itself that something was made unreadable.
    """
    if Wish.UNREADABLE in question.wishes:
        return _asked_for(question, evidence, generation)
    if evidence and evidence[0].block.kind is BlockKind.REDACTION and not _is_just_its_ground(question, evidence[0]):
        return [whole(evidence[0].document, evidence[0].block)]
    for one in evidence[:FIRST]:
        if behind := _behind(one):
            return [whole(one.document, behind)]
    for one in _marked(question, evidence):
        if not _answers(question, one) and not _told_elsewhere(question, one, evidence):
            return [one.sentence]
    if Wish.A_NAME not in question.wishes:
        return []
    for one in evidence[:NEAR]:
        if one.score < BESIDE * evidence[0].score:
            break
        asks_who = question.asked is Asked.NAME  # "welk bezwaar" may want a name, and need not
        if _SAYS_SO.search(fold(one.text if asks_who else _MARK.sub(" ", one.text))):
            return [one.sentence]
        hides = has_gap(one.text) and (asks_who or not _answers(question, one))
        if hides and confidence(evidence[0]) >= SPOKEN_OF and (grounds := _grounds(one.document)):
            nearest = min(grounds, key=lambda block: abs(block.start - one.start))
            return [whole(one.document, nearest)]
    return []


def bears_mark(text: str) -> bool:
    """Whether something stands in the place of words that were taken out: a code, black, a ground in brackets."""
    return bool(_MARK.search(text))


def _is_just_its_ground(question: Question, taken: Evidence) -> bool:
    """Whether a question only shares some words with a ground: "wat doet de inspectie?" asks nothing of what is hidden.

    Who names most of a ground asks for what it hides.
    """
    said = {stem(word) for word in content_words(taken.text)}
    named = said & {stem(word) for word in content_words(question.text)}
    return bool(named) and len(named) * 2 <= len(said)


def _behind(one: Evidence) -> Block | None:
    """What was made unreadable right behind a sentence that breaks off there: "Het hoogste bod is"."""
    end = one.sentence.spans[-1][1]
    first = next((block for block in one.document.blocks if block.start >= end), None)
    if first is None or first.kind is not BlockKind.REDACTION or is_finished(one.text.rstrip(": ")):
        return None
    return None if one.document.text[end : first.start].strip() else first


def _marked(question: Question, evidence: Sequence[Evidence]) -> list[Evidence]:
    """The sentences with a mark that the question is about: among the best, or close to it with all its numbers."""
    numbers = question.numbers
    return [
        one
        for place, one in enumerate(evidence[:NEAR])
        if _MARK.search(_without_grounds_column(one.sentence))
        and one.score >= CLOSE * evidence[0].score
        and (place < FIRST or (numbers and numbers <= numbers_in(one.text)))
    ]


def _without_grounds_column(sentence: Sentence) -> str:
    """The words of a sentence; of a row without the cells of a column that lists grounds, as an inventory has one."""
    heads = [line.split("|") for line in sentence.head.split("\n")]
    cells = sentence.text.split("|")
    if sentence.block.kind is not BlockKind.TABLE or len(cells) < 2:
        return sentence.text
    listed = [
        any(_LISTS_GROUNDS.search(fold(line[at])) for line in heads if at < len(line)) for at in range(len(cells))
    ]
    return "|".join(cell for cell, grounds in zip(cells, listed, strict=True) if not grounds)


def _answers(question: Question, one: Evidence) -> bool:
    """Whether a sentence holds what is asked for besides the mark: a number or name that the question did not bring."""
    rest = _MARK.sub(" ", one.text)
    if question.asked in MEASURED:
        return bool(numbers_in(rest) - question.numbers)
    if Wish.A_NAME in question.wishes:
        return any(brings(question.spoken, name) for name in MAY_BE_NAME.findall(rest))
    # Of other things nobody can tell whether the mark stands in their place, but where a sentence ends in it.
    return question.asked not in {Asked.OTHER, Asked.DEFINITION} or not _is_told_by_mark(question, one)


def _is_told_by_mark(question: Question, one: Evidence) -> bool:
    """Whether a mark stands where a sentence tells the value of what is asked for: "de ruimte bedraagt [gelakt]."."""
    told = _STATES.search(one.text)
    return told is not None and any(stem(word) in terms(one.text[: told.start()]) for word in question.focus)


def _told_elsewhere(question: Question, marked: Evidence, evidence: Sequence[Evidence]) -> bool:
    """Whether a whole sentence that speaks of as much of the question holds what is asked for."""
    return any(
        other.features.sentence >= marked.features.sentence and _answers(question, other)
        for other in evidence[:NEAR]
        if not _MARK.search(other.text)
    )


def _asked_for(question: Question, evidence: Sequence[Evidence], generation: Generation) -> list[Sentence]:
    """The grounds of the paper that fits the question best, only the one that it names if it names one."""
    told = [one.sentence for one in evidence[:NEAR] if _SAYS_SO.search(fold(one.text))][:1]
    papers = [one.document for one in evidence] or generation.documents
    document = next((paper for paper in papers if _grounds(paper)), None)
    if document is None or (told and told[0].document.summary_of):
        return [part for one in told for part in _with_its_rows(one)]
    grounds = {_text(document, block): block for block in _grounds(document)}
    named = [block for text, block in grounds.items() if fold(text) in question.folded]
    return [whole(document, block) for block in named or grounds.values()]


def _with_its_rows(sentence: Sentence) -> list[Sentence]:
    """A sentence with the rows or items right below it, where it leads them in: those are the grounds."""
    document, block = sentence.document, sentence.block
    if not document.text[block.start : block.end].rstrip().endswith(":"):
        return [sentence]
    below = (one for one in document.blocks if one.start > block.start and one.kind is not BlockKind.FOOTNOTE)
    return [sentence, *(whole(document, one) for one in takewhile(lambda one: one.kind in _LED, below))]


def _grounds(document: Document) -> list[Block]:
    """The blocks that say why something was made unreadable; the empty places themselves if none does."""
    removed = [block for block in document.blocks if block.kind is BlockKind.REDACTION]
    said = {_text(document, block) for block in removed}
    told = [block for block in removed if re.search(r"\w", _text(document, block))]
    return [block for block in told if _is_whole(_text(document, block), said)] or told or removed


def _is_whole(ground: str, said: Set[str]) -> bool:
    """Whether a ground is neither cut off in a word that another has whole, nor another one written several times."""
    cut = any(other.startswith(ground) and other[len(ground) :][:1].islower() for other in said)
    return not cut and not any(other and ground != other and ground.count(other) > 1 for other in said)


def _text(document: Document, block: Block) -> str:
    """The words of a block; of a black box the ones that are written on it."""
    return TOLD.sub(r"\g<words>", document.text[block.start : block.end].strip())
