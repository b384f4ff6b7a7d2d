"""Where the sentences of a Dutch official text begin and end."""

from __future__ import annotations

import re

from ingest.official_numbers import MONTHS

# Abbreviations after which a sentence goes on; those with a stop inside are known by their form.
ABBREVIATION = re.compile(
    r"nrs?|blz|pag|p|artt?|jo|bijvb?|bv|dhr|mevr|mw|mrs?|drs?|dr|prof|ir|ing|zgn|incl|excl|ca|resp|vgl|cf|evt|"
    r"kol|hfst|bijl|mln|mld|tel|fax|afb|eds|vert|stb|stcrt|trb|alg|jan|feb|mrt|apr|aug|sept?|okt|nov|dec|jl|st|ds|"
    r"[a-zà-ÿ](?:\.[a-zà-ÿ]{1,4})+"
)
# After these a sentence may just as well end: only a small letter or a figure says that it does not.
CAN_END = re.compile(
    r"jl|incl|excl|mln|mld|[ac]\.s|e\.d|e\.vv?|e\.e\.a|p\.[mjw]|s\.v\.p|z\.s\.m|[bn]\.v|t\.z\.t|m\.b\.t"
)

# A stop, the quotes and brackets that close with it, a footnote mark ("3" or "³" against it, or "3)"), then space.
CANDIDATE = re.compile(
    r"(?<![.!?…])(?P<stop>[.!?…]++)(?P<close>[»”’\"')\]]*+)"
    r"(?P<mark>\d{1,3}|[⁰¹²³⁴-⁹]{1,3}(?: [⁰¹²³⁴-⁹]{1,3})*|(?: ?\d{1,2}\))+)?(?P<gap>\s++|$)"
)
PARAGRAPH = re.compile(r"\n[^\S\n]*+\n\s*+")
LIST_LINE = re.compile(r"\n(?=[^\S\n]*+(?:[•·▪●◦–—*-]|o|\(?\d{1,2}[.)]|[a-z][.)])\s)")
# A note that names a source, "3 Bureau Noord, Boot of brug? Varen in 2030, Havenstad, mei 2021.": what ends in a year
# after a question in its title is the rest of it.
NOTED = re.compile(r"\d{1,3} \S")
REST_OF_SOURCE = re.compile(rf"[^.?!]*, (?:(?:{'|'.join(MONTHS)}) )?(?:19|20)\d\d(?:\.|, p\.|$)")
LAST_TOKEN = re.compile(r"[^\s(«“‘\"/]*$")
THOUSANDS = re.compile(r"\d{1,3}(?:\.\d{3})*")  # what stands before the last point of "1.310" and "2.001.310"
INITIALS = re.compile(r"(?:[A-Z]\.)*(?:[A-Z]|Ch|Th|Ph|IJ|Tj)")
OPENS_CLAUSE = re.compile(r"(?:De|Het|Een|Dit|Dat|Deze|Die|Er|In|Ik|Wij|We|Zij|Ook|Om|Op|Voor)\b")
RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
OPENING = "«“‘\"'(["
FINISHED = tuple(".?!:;…")
CLOSING = f"»”’\"')]0123456789{RAISED}"  # a quote, a bracket or a footnote mark behind the full stop


def split(text: str) -> list[tuple[int, int]]:
    """Spans of the sentences in a text, without the white space around them.

    A blank line always ends a sentence, and so does the start of a list item on a new line.
    Together the spans leave out nothing but white space.
    """
    spans: list[tuple[int, int]] = []
    for start, end in _stretches(text):
        spans += _sentences(text, start, end)
    return spans


def is_finished(text: str) -> bool:
    """Whether a sentence has come to its end."""
    return text.rstrip(CLOSING).endswith(FINISHED)


def _stretches(text: str) -> list[tuple[int, int]]:
    """The parts of a text that no sentence crosses: paragraphs and list lines."""
    cuts = [match.span() for pattern in (PARAGRAPH, LIST_LINE) for match in pattern.finditer(text)]
    stretches, begin = [], 0
    for start, end in sorted(cuts):
        if start >= begin:
            stretches.append((begin, start))
            begin = end
    return [*stretches, (begin, len(text))]


def _sentences(text: str, start: int, end: int) -> list[tuple[int, int]]:
    spans = []
    begin = start
    noted = NOTED.match(text, start)
    for match in CANDIDATE.finditer(text, start, end):
        if noted and begin == start and match["stop"] == "?" and REST_OF_SOURCE.match(text, match.end(), end):
            continue
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
    if match["stop"] != "." or match["mark"]:
        # "Waarom?" vroeg hij; "(zie hierna!) en": a small letter goes on.
        if first.islower():
            return False
        if match["stop"] != ".":
            return True
    token = LAST_TOKEN.search(text, max(begin, match.start() - 40), match.start())
    word = token.group() if token else ""
    if word.isdigit() and not text[begin : match.start() - len(word)].strip():
        return False  # "1. Nieuwe steigers": the number of an item or heading
    if _goes_on_as_number(word, match["mark"] or "", following):
        return False
    if match["mark"] and (match["mark"][0] in RAISED or not word[-1:].isdigit()):
        return True
    if match["close"] and not first.islower():
        return True
    return not _goes_on(word, first, following)


def _goes_on_as_number(before: str, mark: str, following: str) -> bool:
    """Whether what looks like the mark of a footnote is the rest of a number: "1.310", "om 9.00".

    Notes count from 1 and may come to 100: "853.123 De boot".
    """
    if not mark.isascii() or not before.isascii() or not THOUSANDS.fullmatch(before):
        return False
    return mark.startswith("0") or (len(mark) == 3 and not OPENS_CLAUSE.match(following))


def _goes_on(word: str, first: str, following: str) -> bool:
    """Whether the full stop after ``word`` belongs to the word."""
    if first.islower():
        return True
    low = word.lower()
    if ABBREVIATION.fullmatch(low):
        return not CAN_END.fullmatch(low) or first.isdigit()
    if INITIALS.fullmatch(word):
        # "A.D. Wiersma", but not "in groep A. De school".
        return len(word) > 1 or not OPENS_CLAUSE.match(following)
    return False
