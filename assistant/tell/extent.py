"""How far a quote reaches: a sentence with the neighbours that it needs, within the words of its reader."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from itertools import takewhile

from assistant.answer import Citation
from assistant.find.sentences import Span, is_finished
from assistant.find.wanted import gives_reason
from assistant.prove.quotes import quote
from index.dutch import fold
from ingest.cut_sentences import sentences_in
from ingest.document import Block, BlockKind, Document

_POINTS_BACK = re.compile(
    r"(?:en )?(?!hier(?:na|onder)\b)(?:dit|dat|deze|die|van (?:deze|die|hen)(?! \d)|dergelijke|zij|ze|hij|het gaat|"
    r"dan|zo|zodoende|(?:in )?(?:een|het) (?:school)?jaar (?:eerder|ervoor|daarvoor|later|erna|daarna)|"
    r"(?:daar|hier)(?:aan|bij|door|in|mee|na|naar|om|onder|op|over|toe|tegen|uit|van|voor)?|"
    r"in (?:dat|dit) geval)\b"  # "hieronder" and "hierna" point ahead
)
# What takes back, or gives a ground for, the sentence before it: without that it says something else.
_TURNS = re.compile(r"(?:maar|echter|toch|want|immers|desondanks|niettemin)\b")
_ADDS = re.compile(
    r"(?:eerst|allereerst|ten eerste|om te beginnen|in de eerste plaats|ook|tevens|daarnaast|bovendien|verder|"
    r"vervolgens|daarna|tot slot|ten slotte|tenslotte|maar|echter|want|immers|dus|wel|overigens|tegelijk\w*|desondanks|"
    r"toch|niettemin|ten \w+de)\b"
)
_MORE = re.compile(r"(?:ook|tevens|daarnaast|bovendien|overigens|tegelijk\w*|wel|dus)\b")  # beside what was just said
_LEANS = re.compile(  # anywhere in a sentence; "dit jaar" takes nothing up
    r"\b(?:daarom|daardoor|hierdoor|zodoende)\b|\b(?:deze|dit|dergelijke|zulke)\b"
    r"(?! (?:jaar|schooljaar|week|maand|dag|periode|zomer|kabinet|moment|debat|brief)\b)"
)
# Another time, of what the sentence before it tells: "Een jaar eerder …", "Vanaf mei geldt het voor …".
_THEN = re.compile(
    r"(?:in )?(?:een|het) (?:\w+)?jaar (?:eerder|daarvoor|daarna|later)\b|"
    r"(?:vanaf|met ingang van|per|tot|sinds) [^,;:]{3,40} (?:geldt|gold) (?:het (?:voor|ook|in|op|niet)|hij|ze|zij)\b"
)
_ADDS_REASON = re.compile(r"\b(?:bovendien|daarnaast|daarbij komt|tevens)\b")
_ORDINAL = re.compile(r"(?:ten|in de) (?:eerste|tweede|derde|vierde|vijfde|zesde)\b")
# For whom a rule does not hold: who is told the rule alone is told what is not so.
_EXCEPTS = re.compile(
    r"\bevenmin\b|\bgeld(?:t|en) (?:\w+ ){0,5}niet\b|\bniet (?:mogelijk|toegestaan|vergoed)\b|"
    r"\buitge(?:sloten|zonderd)\b|\bval(?:t|len) (?:\w+ ){0,4}buiten\b|"
    r"^voor [^,;:]{3,60} (?:geldt|gelden|bedraagt|is|zijn)\b"
)
_LIMITS = re.compile(
    r"\b(?:voorbehoud|wetsvoorstel\w*|tenzij|mits|uitzonder\w+|voorwaarde\w*|behalve|echter|alleen als|"
    rf"naar verwachting|niet langer|nog niet|pas na|vooralsnog|streef\w*)\b|{_EXCEPTS.pattern}"
)
WORDS = {"ouder": 85, "helpdesk": 110, "kamer": 160}  # of quotes in an answer, by persona
FRONT = {"ouder": 30, "helpdesk": 25, "kamer": 45}  # of these, what the first quote has before anything is unfolded
OPENING = 12  # words of an answer before a sentence of it that are told with it
POINTED_AT = 45  # words that may stand before a sentence that means nothing without them, whatever room there is
PROSE = frozenset({BlockKind.PARAGRAPH, BlockKind.ANSWER})  # blocks of whole sentences


def in_front(document: Document, block: Block, span: Span, persona: str) -> Span:
    """The part of a quote that is told at once: its sentence with what it points back to and what limits it.

    Args:
        document: The paper.
        block: The paragraph.
        span: Of the sentence.
        persona: Who reads it.
    """
    room = FRONT.get(persona, FRONT["ouder"]) - len(document.text[slice(*span)].split())
    return rounded_off(document, block, span, room)


def rounded_off(document: Document, block: Block, span: Span, room: int, bearing: Set[int] = frozenset()) -> Span:
    """A sentence with those neighbours in its paragraph without which it would tell half of it.

    What a sentence points back to comes first, room or not, and how an answer begins, where that is short: it says yes
    or no, or that the question supposes what is not so. Then what follows, as long as it goes on about the same, limits
    what was said, or bears on the question itself, and room or not for whom it does not hold; then what goes before and
    bears on it.

    Args:
        document: The paper.
        block: The paragraph.
        span: Of the sentence.
        room: Words that the neighbours may take.
        bearing: Where sentences of the paper begin that bear on the question themselves.
    """
    text, is_roomy = document.text, room > 0
    start, end = _anchored(document, block, span), span[1]
    room -= len(text[start : span[0]].split())
    before, behind = _neighbours(document, block, (start, end))
    for left, right in behind:
        room -= len(text[left:right].split())
        if (room < 0 and not _excepts(text[left:right])) or not is_finished(text[left:right]):
            break
        if left not in bearing and not _goes_on(text[left:right]):
            break
        end = right
    for left, right in before:
        room -= len(text[left:right].split())
        if room < 0 or left not in bearing or text[left].islower():  # the end of a sentence that began elsewhere
            break
        start = left
    start = _anchored(document, block, (start, end))
    return (block.start if is_roomy and start > block.start and _begins_soon(document, block, start) else start), end


def _begins_soon(document: Document, block: Block, start: int) -> bool:
    """Whether only a few words stand before a place in an answer: "Nee.", "Dat aantal herken ik niet."."""
    return block.kind is BlockKind.ANSWER and len(document.text[block.start : start].split()) <= OPENING


def behind_its_anchor(document: Document, block: Block, span: Span) -> Span:
    """A sentence quoted beside others, with the one before it in its paragraph that it only adds to: "Ook vaart …".

    For whom it does not hold, which stands behind it, comes along.
    """
    before, behind = _neighbours(document, block, span)
    excepted = [*takewhile(lambda one: _excepts(document.text[slice(*one)]), behind)]
    wider = (span[0], excepted[-1][1]) if excepted else span
    return _with_nearest(document, before, wider) if _MORE.match(fold(document.text[slice(*span)])) else wider


def with_its_ground(document: Document, block: Block, span: Span) -> Span:
    """A quote with what says why: the sentence before it that its first one leans on, and else the one behind it.

    A sentence that concludes leans on it, "… doe ik daarom niet", and so does one that takes it up, "… in deze
    situatie", or adds a reason to it: "De VNG wijst er bovendien op …". No more than ``POINTED_AT`` words before it
    are added, but reasons that are numbered, "Ten eerste …", "Ten tweede …", are told from the first to the last.
    """
    wider = span
    while _ADDS_REASON.search(first := _begins(document, block, wider)) or (wider == span and _LEANS.search(first)):
        room = POINTED_AT - len(document.text[wider[0] : span[0]].split())
        before, wider = wider, _with_nearest(document, _before(document, block, wider), wider, room)
        if wider == before:
            break
    around = sentences_in(document, block)
    numbered = [at for at, one in enumerate(around) if _ORDINAL.match(fold(document.text[slice(*one)]))]
    in_a_row = numbered == [*range(numbered[0], numbered[-1] + 1)] if numbered else False
    if in_a_row and any(wider[0] <= around[at][0] < wider[1] for at in numbered):
        wider = min(wider[0], around[numbered[0]][0]), max(wider[1], around[numbered[-1]][1])
    if _denies_without_reason(document.text[slice(*wider)]):  # "Dat advies neem ik niet over. De afstand zou …"
        behind = [one for one in _neighbours(document, block, wider)[1][:1] if _may_ground(document.text[slice(*one)])]
        wider = wider[0], max(end for _, end in [wider, *behind])
    return wider


def _denies_without_reason(text: str) -> bool:
    return re.search(r"\bniet\b", text) is not None and not gives_reason(text)


def _may_ground(sentence: str) -> bool:
    """Whether a sentence may say why what stands before it is not so: it is short, asks nothing and adds nothing."""
    folded = fold(sentence).strip()
    adds = _ADDS.match(folded) or _ORDINAL.match(folded) or folded.startswith("vraag ")
    return len(folded.split()) <= POINTED_AT and not adds and not folded.endswith("?")


def _with_nearest(document: Document, before: Sequence[Span], span: Span, room: int = POINTED_AT) -> Span:
    """A quote with the nearest of the sentences before it, where that has no more words than there is room for."""
    near = [start for start, end in before[:1] if len(document.text[start:end].split()) <= room]
    return (near[0] if near else span[0]), span[1]


def _anchored(document: Document, block: Block, span: Span) -> int:
    """Where a quote begins that does not open in the middle of a thought: with what its first sentence points back to.

    That may end the paragraph before, where the same one goes on. Where it is further away than ``POINTED_AT``, nothing
    is added.
    """
    text, start, room = document.text, span[0], POINTED_AT
    if not points_back(text[start : span[1]]):
        return start
    for left, right in _before(document, block, span):
        start, room = left, room - len(text[left:right].split())
        if room < 0 or text[left].islower():
            return span[0]
        if not _POINTS_BACK.match(fold(text[start : span[1]])):  # "Maar …" tells enough
            break
    return start


def _before(document: Document, block: Block, span: Span) -> list[Span]:
    """The sentences before a span, the nearest first, the last one of the paragraph right above among them."""
    above = _above(document, block)
    return [*_neighbours(document, block, span)[0], *(sentences_in(document, above)[-1:] if above else [])]


def _above(document: Document, block: Block) -> Block | None:
    """The paragraph right above, if it is of the same page, place and headings and by the same speaker."""
    at = document.blocks.index(block)
    above = document.blocks[at - 1] if at else None
    if above is None or {above.kind, block.kind} - PROSE:
        return None
    parts = [(one.path, one.place, one.page, one.speaker) for one in (above, block)]
    return above if parts[0] == parts[1] else None


def _neighbours(document: Document, block: Block, span: Span) -> tuple[list[Span], list[Span]]:
    """The sentences of a paragraph before a span and behind it, the nearest first."""
    around = sentences_in(document, block)
    return [one for one in reversed(around) if one[1] <= span[0]], [one for one in around if one[0] >= span[1]]


def points_back(text: str) -> bool:
    """Whether a text leans on what stands before it: "Daarom stel ik …", "Maar …"."""
    folded = fold(text)
    return bool(_POINTS_BACK.match(folded) or _TURNS.match(folded) or _THEN.match(folded))


def _begins(document: Document, block: Block, span: Span) -> str:
    """The first sentence of a quote, folded."""
    end = next((end for start, end in sentences_in(document, block) if start >= span[0]), span[1])
    return fold(document.text[span[0] : end])


def _excepts(sentence: str) -> bool:
    """Whether a sentence, which is not too long to come along, says for whom what stands before it does not hold."""
    comes_along = len(sentence.split()) <= POINTED_AT and not sentence.rstrip().endswith(":")
    return comes_along and _EXCEPTS.search(fold(sentence)) is not None


def _goes_on(sentence: str) -> bool:
    folded = fold(sentence)
    return bool(_POINTS_BACK.match(folded) or _ADDS.match(folded) or _LIMITS.search(folded))


def opening(document: Document, blocks: Sequence[Block], persona: str) -> list[Citation]:
    """The blocks as quotes, from the first on, as far as there is room; of the last one whole sentences."""
    room = WORDS.get(persona, WORDS["ouder"])
    found: list[Citation] = []
    for block in blocks:
        end = block.start
        for left, right in sentences_in(document, block):
            room -= len(document.text[left:right].split())
            if room < 0 and (found or end > block.start):
                break
            end = right
        if end > block.start:
            found.append(quote(document, block.start, end, block))
        if room <= 0:
            break
    return found
