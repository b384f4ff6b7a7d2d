"""A figure that is looked up in a table, because the question is its address: each word of it names row or column."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import replace

from assistant.answer import LIKELY
from assistant.find.evidence import Evidence
from assistant.read.confidence import confidence
from assistant.tell.cells import (
    IN_BRACKETS,
    Cell,
    blocks_above,
    cell_of,
    held_in,
    is_said,
    periods_in,
    spelled,
    tables_of,
)
from assistant.tell.single import asks_for_share, holds_measure
from assistant.understand.asked import FIGURES, VERB, Asked, asks_anew, is_verb
from assistant.understand.names import options_in
from assistant.understand.question import Question
from index.dutch import is_put_together, stem, terms, words
from ingest.document import BlockKind

# What a question calls the figure that it wants, and when it was counted: no part of what the table is about.
_NO_PART = frozenset("aantal aantallen percentage procent aandeel cijfer cijfers getal bedrag jaar schooljaar".split())
# Words of asking, and verbs in the past that say nothing of their own.
_ASKING = frozenset(
    "lang groot hoog vergeleken had hadden telde telden kreeg kregen kostte kostten duurde duurden stond stonden zat "
    "zaten bleef bleven ging gingen".split()
)
_PREFIX = ("be", "er", "ge", "her", "ont", "ver")  # a word with one may be a participle, which says of which things
# Words of grammar that make another thing of a row than its own words say.
_TURNS = frozenset(
    "niet geen zonder behalve binnen buiten na vanaf sinds tot onder boven meer minder hoger lager dan".split()
)
_TURNED_YEAR = re.compile(r"\bvoor (?:19|20)\d\d\b")
_SHARE = re.compile(r"%|\b(?:procent|percentages?|aandeel)\b", re.IGNORECASE)
_MONEY = re.compile(r"€|\beuro", re.IGNORECASE)
_TIME = re.compile(r"\b(?:minuten|uur|uren|\w*dagen|\w*weken|maanden|jaren)\b", re.IGNORECASE)
_UNIT = re.compile(
    r"\(\s*(?:(?:bedragen|aantallen) )?(?:in|x|×)\s[^()]{1,30}\)|[x×] (?:€ ?)?[\d.]*\d(?: euro)?|"
    r"\bin (?:duizenden|miljoenen|miljarden|(?:hele )?euro['’]?s?|minuten|uren|weken|maanden|dagen)(?: euro['’]?s?)?"
)
_OF_THE_TABLE = re.compile(r"\b[Tt]abel\b|\b[Bb]edragen zijn\b|:\s*$")
_GENERAL = frozenset(map(stem, "totaal waarvan daarvan".split()))  # of which row it is, and not of what
_SIGNED = re.compile(r"[€%]")


def cell_looked_up(question: Question, evidence: Sequence[Evidence], fitting: Sequence[Evidence]) -> Cell | None:
    """The figure of which row, head and title of the table say all that a question does; None in any doubt.

    Args:
        question: As it was understood.
        evidence: All sentences that were found; rows of tables are some.
        fitting: Those that may answer it, best first. One that likely does goes before a cell.
    """
    bare = not asks_anew(question.text)
    if question.asked not in {*FIGURES, Asked.PERIOD} and not (question.asked is Asked.OTHER and bare):
        return None
    question = question.whole if question.background else question
    if not question.words or _TURNS & question.spoken or _TURNED_YEAR.search(question.folded):
        return None
    found = [
        cell for table, rows in tables_of(evidence) if (cell := _addressed(question, cell_of(question, table, rows)))
    ]
    if len({cell.text for cell in found}) != 1:
        return None
    best = fitting[0] if fitting else None
    is_better = best and best.block.kind is not BlockKind.TABLE and confidence(best) >= LIKELY
    return None if is_better else found[0]


def _addressed(question: Question, cell: Cell | None) -> Cell | None:
    """A cell with the unit of its table, if all that it stands under says what the question does."""
    if cell is None:
        return None
    above = _above(cell.row)
    values = " ".join(value for _, value in cell.figures)
    unit = "" if _SIGNED.search(values) else _unit(cell.near, above)
    told, heads = f"{cell.near} {above}", " ".join(head for head, _ in cell.figures)
    if not holds_measure(question, told) or not _is_of_its_kind(question, f"{values} {heads} {cell.label} {unit}"):
        return None
    years = periods_in(cell.near)
    if years and not periods_in(question.text) <= years:
        return None
    own = {*terms(IN_BRACKETS.sub(" ", cell.label))}
    says_more = not own <= spelled(question) | _GENERAL and not options_in(question.text)
    if says_more or _TURNS & {*words(cell.label)}:
        return None
    held = held_in(told)
    asked = [word for word in question.words if word not in _NO_PART and not _only_asks(word)]
    return replace(cell, unit=unit) if all(_is_borne(word, held) for word in asked) else None


def _only_asks(word: str) -> bool:
    """Whether a word is a verb that only asks: "telt", "kost"; a participle says of which things ("geschorst")."""
    finite = word.endswith("t") and not word.startswith(_PREFIX) and is_verb(word)
    return bool(re.fullmatch(VERB, word)) or word in _ASKING or finite


def _is_borne(word: str, held: Set[str]) -> bool:
    return is_said(word, held) or is_put_together(stem(word), held)


def _above(row: Evidence) -> str:
    """The heading above a table, and the paragraph right before it if that speaks of it."""
    document, path = row.document, row.block.path
    near = [one for one in blocks_above(document, row.block)[-1:] if one.path == path]
    texts = [document.text[one.start : one.end] for one in near]
    return " ".join([*path[-1:], *filter(_OF_THE_TABLE.search, texts)])


def _unit(near: str, above: str) -> str:
    """What the figures of a table are counted in, as its title, a head or the sentence above it says, in brackets."""
    found = _UNIT.search(near) or _UNIT.search(above)
    return f"({found[0].strip('() ')})" if found else ""


def _is_of_its_kind(question: Question, told: str) -> bool:
    """Whether a figure with its head, key and unit is money, time or a share where that is asked for; else no share."""
    if question.asked is Asked.AMOUNT:
        return _MONEY.search(told) is not None
    if question.asked is Asked.PERIOD:
        return _TIME.search(told) is not None
    return (_SHARE.search(told) is not None) is asks_for_share(question)
