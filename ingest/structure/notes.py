"""Footnotes: the sentence that each hangs on."""

from __future__ import annotations

import re
from dataclasses import replace

from ingest.document import Block, BlockKind
from ingest.sentences import split
from ingest.structure.layout import Layout
from ingest.structure.line_ends import OPEN_WORD

# Words that a number follows as a part of the sentence: "groep 8."
NUMBERED = frozenset(
    "groep artikel lid leden onderdeel nr nrs nummer bijlage bijlagen vraag vragen antwoord paragraaf hoofdstuk deel "
    "stap fase tabel figuur maatregel punt actielijn leerjaar klas jaar niveau pagina p blz bladzijde optie variant "
    "scenario doel spoor pijler prioriteit cluster categorie motie zaal januari februari maart april mei juni juli "
    "augustus september oktober november december minimaal maximaal circa ongeveer".split()
)
RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")  # as the readers write a mark at a figure


def hung(blocks: list[Block], layout: Layout) -> list[Block]:
    """The same blocks, each footnote with the span of its sentence, and with the speaker and the headings of that."""
    torn = {mark.number: mark for mark in layout.torn}
    result = list(blocks)
    after = 0
    for index, note in enumerate(blocks):
        if note.kind is not BlockKind.FOOTNOTE:
            continue
        if note.number in torn:
            at, end = torn[note.number].at, torn[note.number].end
        else:
            at = _mark(layout.text, note.number, after, note.start)
            end = at
        if at < 0:
            continue
        after = at
        host = next(each for each in blocks if each.start <= at < each.end)
        span = sentence_at(layout.text, host, at, end)
        result[index] = replace(note, context=span, speaker=host.speaker, path=host.path)
    return result


def mark_forms(number: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """How the mark of a footnote can stand against a word or a figure: as a rule, and else."""
    against = rf"(?:(?<=[^\W\d_])|(?<=[^\d\s][.,;:?!])|(?<=[)\]»”’\"%?!])){number}(?![\w%])"
    # "10 maart 202330": a mark against a year; "meebrengt? 2)" and "schrijft.(2)": marks of endnotes.
    others = rf"(?<=\b(?:19|20)\d\d){number}(?![\w%])|(?<=[?.!»] ){number}\)|(?<=\) ){number}\)"
    others += rf"|(?<=[^\W\d_])[(\[]{number}[)\]]|(?<=[.,;:?!)»”’\"%])[(\[]{number}[)\]]"
    others += _side_by_side(int(number)) if number.isdecimal() else ""
    raised = rf"(?:(?<=\d)|(?<=\d[.,;:%])|(?<=[⁰¹²³⁴-⁹] )){number.translate(RAISED)}(?!\w)"
    return re.compile(rf"{raised}|{against}"), re.compile(others)


def _side_by_side(number: int) -> str:
    """Two marks without a space between them, "ton.23" for 2 and 3: the mark as the first and as the second of them."""
    behind, ends = r"[^\W\d_]", r"[.,;:?!)\]»”’\"%]"
    first = rf"(?:(?<={behind})|(?<={ends})){number}(?={number + 1}(?![\w%]))"
    return rf"|{first}|(?:(?<={behind}{number - 1})|(?<={ends}{number - 1})){number}(?![\w%])"


def _mark(text: str, number: str, after: int, before: int) -> int:
    """Where the mark of a footnote stands: before the foot of its page, else later; -1 if nowhere."""
    for pattern in mark_forms(number):
        for start, end in ((after, before), (before, len(text))):
            if match := pattern.search(text, start, end):
                return match.start()
    return mark_apart(text, number, after, before)


def mark_apart(text: str, number: str, after: int, before: int) -> int:
    """Where a mark stands after a space: "op het eiland 3 ."; -1 where the number may belong to a word."""
    for match in re.finditer(rf"([^\W\d_]+)[)»”’\"']? ({number})(?= ?[.,;:](?:\s|$)|\n\n)", text[:before]):
        word = match.group(1)
        if match.start(2) >= after and word.lower() not in NUMBERED and not OPEN_WORD.search(word):
            return match.start(2)
    return -1


def sentence_at(text: str, host: Block, at: int, end: int) -> tuple[int, int]:
    """The sentence around an offset; for a mark that was torn off, the first that begins in its line."""
    spans = [(host.start + a, host.start + b) for a, b in split(text[host.start : host.end])]
    beginning = [span for span in spans if at <= span[0] < end]
    # A mark after a full stop belongs to the sentence before it.
    holding = [span for span in spans if span[0] <= at <= span[1]]
    return (beginning or holding or [(host.start, host.end)])[0]
