"""Headings that part what speaks for a thing from what speaks against it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.find.evidence import Evidence
from assistant.read.confidence import THRESHOLD, confidence
from assistant.understand.names import options_in
from assistant.understand.question import Question
from assistant.understand.sides import TEGEN, VOOR, announced_by, side_of, speaks_of_reasons
from index.dutch import fold, holds, terms, words
from ingest.document import Block, BlockKind, Document

COMPARES = re.compile(r"\b(?:dan|andere?|beide|alle|opties|varianten|scenario['’]s|alternatieven)\b")
_LABELLED = {BlockKind.LIST_ITEM, BlockKind.PARAGRAPH}


def on_its_side(question: Question, evidence: Sequence[Evidence]) -> list[Evidence]:
    """The sentences without those under the heading of another option, or of the other side.

    "Argumenten voor" asks for none against.

    Where they may well answer, only those of the section of this side that the question names most of: its headings
    are "Variant B" and "Argumenten tegen", or "Argumenten tegen variant B". An item or a paragraph may be a section of
    its own: "Argumenten tegen: …", "Tegen: …".
    """
    evidence = _of_its_option(question, evidence)
    side = side_of(question.text) if speaks_of_reasons(question.text) else ""
    if not side:
        return evidence
    other = TEGEN if side == VOOR else VOOR
    left = [one for one in evidence if announced_by(_heading(one)) != other]
    own = [(one, _named(question, one)) for one in left if announced_by(_heading(one)) == side]
    most = max((named for _, named in own), default=0)
    first = [one for one, named in own if named == most > 0]
    if not first or confidence(first[0]) < THRESHOLD:
        return left
    return _borne_by_their_papers(question, first)


def _borne_by_their_papers(question: Question, section: Sequence[Evidence]) -> list[Evidence]:
    """The sentences of a section; under the option that is asked about they bear on all that their papers name."""
    asked = {*options_in(question.text)}
    if not asked:
        return list(section)
    papers = {one.document.identifier: fold(one.document.text) for one in section}
    named = {paper: {name for name in question.named if holds(name, text)} for paper, text in papers.items()}
    return [
        replace(one, bears=one.bears | named[one.document.identifier])
        if asked & {*headed_option(one.block.path)}
        else one
        for one in section
    ]


def _of_its_option(question: Question, evidence: Sequence[Evidence]) -> list[Evidence]:
    """The sentences without those under the heading of another option than the one that is asked about: "Optie A: …".

    Those that name an option themselves stay, and so do all where several are compared, or where none stands under the
    heading of the option itself.
    """
    asked = {*options_in(question.text)}
    if len(asked) != 1 or COMPARES.search(question.folded):
        return list(evidence)
    headed = [{*headed_option(one.block.path)} for one in evidence]
    if not any(asked & own for own in headed):
        return list(evidence)
    told = zip(evidence, headed, strict=True)
    return [one for one, own in told if not own or asked & own or options_in(one.text) or COMPARES.search(one.text)]


def headed_option(path: Sequence[str]) -> list[tuple[str, str]]:
    """The option that one of the headings above a block begins with, the nearest that does."""
    opened = (" ".join(head.split()[:2]).rstrip(".:") for head in reversed(path))
    return next(filter(None, map(options_in, opened)), [])


def _heading(one: Evidence) -> str:
    """The last heading above a sentence, or the label of the item that it stands in; "" without one."""
    label = _label(one.block, one.document)
    return label or next(iter(one.block.path[-1:]), "")


def _label(block: Block, document: Document) -> str:
    """The words of an item or a paragraph before its first colon, if they announce reasons for or against; else ""."""
    label, colon, _ = document.text[block.start : block.end].lstrip("•-–— ").partition(": ")
    return label if colon and block.kind in _LABELLED and "." not in label and announced_by(label) else ""


def _named(question: Question, one: Evidence) -> int:
    """How many words of a question stand in the headings above a sentence, but for the word for reasons.

    Above an item with a label that is how the paragraph above the list begins, too: "Optie B. …".
    """
    before = [each for each in one.document.blocks if each.start < one.start]
    heads = [each for each in before if each.kind is BlockKind.HEADING]
    above = [*(heads[-1].path if heads else ()), *_heading(one).split()[1:]]
    if _label(one.block, one.document):
        above += one.block.path[-1:]
        if one.block.kind is BlockKind.LIST_ITEM:
            running = [each for each in before if each.kind in {BlockKind.HEADING, BlockKind.PARAGRAPH}][-1:]
            above += [one.document.text[each.start : each.end].partition(".")[0] for each in running]
    signs, asked = _signs(" ".join(above)), _signs(question.text)
    if signs and asked and signs.isdisjoint(asked):
        return 0
    return len(signs & asked) + len(question.whole.terms.intersection(terms(" ".join(above))))


def _signs(text: str) -> set[str]:
    """The letters and figures that tell one of several apart: "variant B", "scenario 2"."""
    return {word for word in words(text) if len(word) == 1}
