"""Where the sentences of a Dutch official text begin and end."""

from __future__ import annotations

import re

# Abbreviations after which a sentence usually goes on, without their last full stop.
ABBREVIATIONS = frozenset(
    ["nr", "nrs", "blz", "pag", "p", "art", "artt", "lid", "jo", "jl", "a.s", "c.s", "o.a", "m.a.w", "d.w.z", "bijv", "bv", "bijvb", "d.d", "dhr", "mevr", "mw", "mr", "mrs", "drs", "dr", "prof", "ir", "ing", "t.o.v", "m.u.v", "i.v.m", "m.b.t", "t.a.v", "t.b.v", "m.i.v", "t.g.v", "n.a.v", "i.h.k.v", "i.c", "i.p.v", "i.o", "i.s.m", "o.g.v", "o.b.v", "d.m.v", "m.n", "z.g", "zgn", "incl", "excl", "ca", "circa", "max", "min", "resp", "vgl", "zie", "cf", "evt", "event", "nl", "o.l.v", "p.m", "p.j", "p.w", "p.p", "v.a", "vs", "st", "ds", "kol", "hfst", "par", "sub", "bijl", "mln", "mld", "tel", "fax", "afb", "fig", "tab", "red", "ed", "eds", "vert", "a.d", "h.t.l", "m.m.v", "z.s.m", "t.n.v", "t.z.t", "s.v.p", "e.d", "e.e.a", "u.a", "w.o", "w.v", "e.v", "e.vv", "stb", "stcrt", "trb", "n.v", "b.v", "i.b.d", "t.w", "l.c.q", "c.q", "alg", "intern", "inz", "betr", "rijksoverh", "m.e.r", "jan", "feb", "mrt", "apr", "aug", "sept", "okt", "nov", "dec"]
)
# After these a sentence may just as well end: only a small letter or a figure says that it does not.
CAN_END = frozenset(["jl", "a.s", "c.s", "e.d", "e.v", "e.vv", "e.e.a", "p.m", "p.j", "p.w", "s.v.p", "z.s.m", "b.v", "n.v", "t.z.t", "d.d", "incl", "excl", "mln", "mld"])

# A stop, the quotes and brackets that close with it, a footnote mark against it, then space.
CANDIDATE = re.compile(r"(?P<stop>[.!?…]+)(?P<close>[»”’\"')\]]*)(?P<mark>\d{1,3})?(?P<gap>\s+|$)")
PARAGRAPH = re.compile(r"\s*\n\s*\n\s*")
LIST_LINE = re.compile(r"\n(?=\s*(?:[•·▪●◦–—*-]|o|\(?\d{1,2}[.)]|[a-z][.)])\s)")
LAST_TOKEN = re.compile(r"[^\s(«“‘\"/]*$")
INITIALS = re.compile(r"(?:[A-Z]\.)*(?:[A-Z]|Ch|Th|Ph|IJ|Tj)")
OPENING = "«“‘\"'(["


def split(text: str) -> list[tuple[int, int]]:
    """Spans of the sentences in a text, without the white space around them.

    A blank line always ends a sentence, and so does the start of a list item on a new line.
    Together the spans leave out nothing but white space.
    """
    spans: list[tuple[int, int]] = []
    for start, end in _stretches(text):
        spans += _sentences(text, start, end)
    return spans


def _stretches(text: str) -> list[tuple[int, int]]:
    """The parts of a text that no sentence crosses: paragraphs and list lines."""
    cuts = sorted({(m.start(), m.end()) for m in PARAGRAPH.finditer(text)})
    cuts += [(m.start(), m.end()) for m in LIST_LINE.finditer(text)]
    stretches, begin = [], 0
    for start, end in sorted(cuts):
        if start >= begin:
            stretches.append((begin, start))
            begin = end
    return [*stretches, (begin, len(text))]


def _sentences(text: str, start: int, end: int) -> list[tuple[int, int]]:
    spans = []
    begin = start
    for match in CANDIDATE.finditer(text, start, end):
        if match.end() < end and _ends_sentence(text, match, begin, end):
            spans.append(_trimmed(text, begin, match.start("gap")))
            begin = match.end()
    spans.append(_trimmed(text, begin, end))
    return [(a, b) for a, b in spans if a < b]


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _ends_sentence(text: str, match: re.Match[str], begin: int, end: int) -> bool:
    following = text[match.end() : min(end, match.end() + 40)]
    opener = following.lstrip(OPENING)
    first = opener[:1]
    if match["stop"] != "." or (match["mark"] and match["stop"] == "."):
        # "Waarom?" vroeg hij; "(zie hierna!) en": a small letter goes on.
        if first.islower():
            return False
        if match["stop"] != ".":
            return True
    token = LAST_TOKEN.search(text, max(begin, match.start() - 40), match.start())
    word = token.group() if token else ""
    if match["mark"] and not word[-1:].isdigit():
        return True
    if match["close"] and not first.islower():
        return True
    return not _goes_on(word, first, following)


def _goes_on(word: str, first: str, following: str) -> bool:
    """Whether the full stop after ``word`` belongs to the word."""
    if first.islower():
        return True
    low = word.lower()
    if low in ABBREVIATIONS:
        return low not in CAN_END or first.isdigit()
    if INITIALS.fullmatch(word):
        # "A.D. Wiersma", but not "in groep A. De school".
        return len(word) > 1 or not re.match(r"(?:De|Het|Een|Dit|Dat|Deze|Die|Er|In|Ik|Wij|We|Zij|Ook|Om|Op|Voor)\b", following)
    # "1. Versterking": a number that opens a list item, not the end of a sentence.
    return False
