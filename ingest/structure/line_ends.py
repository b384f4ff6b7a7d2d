"""Where a paragraph goes on over a line end, and where the next line begins something else."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from ingest.formats.flat_text import LISTS_ON
from ingest.official_numbers import MONTHS
from ingest.structure.forms import BOX, FIELD
from ingest.structure.kamerstuk import DOSSIER, DOSSIER_TITLE, LETTER_HEAD
from ingest.structure.lines import Line
from ingest.structure.shapes import Shape, look_of
from ingest.structure.signature import INITIALS, NAME, OFFICE, SURNAME
from ingest.structure.turns import turn_at

MONTH = "|".join(MONTHS)
# "Den Haag, 3 mei 2021", "Geachte voorzitter," and "Met vriendelijke groet," stand alone, and so does a dated row of
# a table.
SALUTATION = re.compile(
    rf"(?:[A-Z’'][\w’' -]{{2,30}}, (?:den )?(?:\d{{1,2}}(?:e|ste|de|den)? )?(?:{MONTH}) \d{{4}}|"
    r"(?:Zeer g|G)eachte? .{1,60}|Beste .{1,40}|Hoogachtend|Met (?:vriendelijke|hartelijke) .{0,20}groet(?:en)?),?$"
)
ROW = re.compile(
    rf"\d{{1,2}}(?:(?:/|-| of | en )\d{{1,2}})* (?:{MONTH})(?: \d{{4}})?"
    r"(?:\s+\d{1,2}[:.]\d{2}.*|\s+[A-Z][^.]*\.?|)$"
)
SIGNER = re.compile(
    r"(?:[Dd]e )?(?:[Mm]inister|[Ss]taatssecretaris)(?:-[Pp]resident)?(?: (?:van|voor) [A-Z][^.]{1,90})?,?"
)
# Who signs the report of a committee does so with a surname: "De griffier van de commissie," and below it "Kaai".
COMMITTEE = r"(?:de )?(?:(?:fungerend|waarnemend|wnd\.) )?(?:voorzitter|(?:adjunct-)?griffier) van"
COMMITTEE_SIGNER = re.compile(rf"(?i:{COMMITTEE}) de [^.;:]{{5,120}},")
# Office and name all on one line: "De Staatssecretaris van Verkeer, A.B. Kaai".
WHOLE_SIGNATURE = re.compile(
    rf"(?:[Dd]e )?{OFFICE}, {INITIALS}|(?i:{COMMITTEE}) de [^.;:]{{5,120}}, (?:{NAME}|{SURNAME})"
)
PLAIN_NAME = re.compile(rf"(?:{NAME}|{SURNAME})", re.IGNORECASE)
LONGEST_NAME = 40  # letters
OPENS_OFFICE = re.compile(r"[Dd]e (?:[Mm]inister|[Ss]taatssecretaris)\b")
INITIALED = re.compile(
    r"(?:(?:prof|mr|drs?|ir|ing)\.(?:dr\.)? ?)*(?:[A-Z][a-z]?\. ?){1,5}(?:[a-z]{2,4} )*[A-ZÀ-Ý][\w’' -]+"
)
NAME_ALONE = re.compile(NAME)
WHOLE_OFFICE = re.compile(rf"(?:[Dd]e |DE )?(?:{OFFICE}),?")
APPENDIX = re.compile(r"Bijlage (?:\d{1,2}|[IVX]{1,4})\b[^.]*")
# The fields at the head of a letter, how it is closed, and who asked: each opens a line of its own.
OPENS_FIELD = re.compile(
    r"(?:Datum|DATUM)\b:?\s+\d|(?:Betreft|BETREFT|Onderwerp|ONDERWERP)\b(?:\s*:|\s+[A-ZÀ-Ý«“‘])"
    r"|(?:(?:Ons|Uw) (?:kenmerk|kenm\.)|(?:Onze|Uw) (?:referentie|ref\.)|Bijlage\(n\))(?!\w)"
    r"|Vragen van (?:het lid|de leden) [A-ZÀ-Ý]|[Nn]ota(?:\s{2,}|\t)\S"
    r"|(?:Geacht|Zeer geacht|Beste )[^.?]{0,60},$|Hoogachtend,?$|Met (?:vriendelijke|hartelijke) .{0,20}groet(?:en)?,?$"
)
CONTENTS = re.compile(r"Inhoud(?:sopgave)?:?(?: blz\.?)?", re.IGNORECASE)
LEADS_TO_PAGE = re.compile(r"[^\W\d_] \d{1,3}$")  # as a line of a list of contents does
BARE_NUMBER = re.compile(r"\d{1,4}\.?")  # of a paper or a question
# The number or the day at the head of a Kamerstuk.
NUMBER_OF_PAPER = re.compile(r"Nr\. \d{1,4}\b|(?:Vastgesteld|Voorgesteld|Ontvangen) \d{1,2} [a-z]+ \d{4}$")
# The parts of a written consultation, which its form numbers: "II Antwoord/Reactie van de Minister".
PART = re.compile(
    r"[IVX]{1,4}\.? (?:Vragen|Inbreng|Antwoord|Reactie|Beantwoording|Volledige agenda|Bijlagen?)\b[^.?!:;]*$"
)
DOSSIER_ALONE = re.compile(DOSSIER)
MOST_ABOVE_NUMBER = 12  # lines of dossiers and their titles
WIDEST = 160  # characters of a printed line
LEAST_OF_A_LINE = 30  # characters: a shorter one says nothing of the width
LEAST_ADJOINING = 6  # lines right below a long one, that tell whether sentences run on
LEAST_OF_SHORT = 3  # the same in a paper of a few lines
ROOM_OF_A_HEADING = 12  # characters left over where a line without a stop still runs on
SLACK = 4  # characters of a ragged right edge
SENTENCE_END = re.compile(r"[.!?:;…][»”’\"')\]]*[\d⁰¹²³⁴-⁹]{0,3}$")
OPEN_WORD = re.compile(
    r"(?:^|[\s(«])(?:de|het|een|en|of|van|voor|in|op|aan|met|door|bij|naar|om|te|dat|die|als|uit|over|tot|onder|"
    r"per|is|zijn|worden|wordt|der|den|zoals|waarbij|waarin|mijn|uw|onze|deze|dit|niet|ook|nr\.|nrs\.|art\.|o\.a\.|m\.b\.t\.|t\.a\.v\.)$",
    re.IGNORECASE,
)


class Spacing:
    """Whether empty lines stand between all lines around a place, so that one of them says nothing."""

    def __init__(self, lines: list[Line], width: int) -> None:
        self._wrapped = width <= WIDEST  # where a line is a whole paragraph, an empty line ends it
        self._blank = [0]
        self._split = [0]  # empty lines in the middle of a sentence
        for before, line in pairwise([None, *lines]):
            inside = before is not None and line is not None and line.blanks and line.text[0].islower()
            self._blank.append(self._blank[-1] + bool(line and line.blanks))
            self._split.append(self._split[-1] + bool(inside and before and not SENTENCE_END.search(before.text)))

    def double(self, position: int) -> bool:
        """Whether most lines nearby have an empty line above them, and some sentences run on over it."""
        low, high = max(0, position - 4), min(len(self._blank) - 1, position + 5)
        blank, split = self._blank[high] - self._blank[low], self._split[high] - self._split[low]
        return self._wrapped and blank * 4 >= (high - low) * 3 and split * 5 >= high - low


def paragraphs_apart(lines: list[Line], width: int) -> bool:
    """Whether empty lines stand between the paragraphs, so that a line end inside one says little."""
    blank = adjoining = 0
    for before, line in pairwise(lines):
        closed = SENTENCE_END.search(before.text) and line.text[0].isupper()
        if not closed or len(line.text) <= width / 2 or look_of(line.text).shape is not Shape.TEXT:
            continue
        short = len(before.text) + 1 + len(line.text.split(maxsplit=1)[0]) + SLACK <= width
        blank += line.blanks > 0
        adjoining += short and not line.blanks
    return blank > adjoining


def full_width(lines: Iterable[Line]) -> int:
    """How long a full line is: nine tenths of the lines are no longer; longer than any where each is a paragraph."""
    lines = list(lines)
    if _unwrapped(lines):
        return WIDEST + max(len(line.text) for line in lines)
    lengths = sorted(len(line.text) for line in lines if len(line.text) > LEAST_OF_A_LINE)
    return lengths[len(lengths) * 9 // 10] if lengths else 80


def _unwrapped(lines: list[Line]) -> bool:
    """Whether hardly any sentence runs on over the end of a long line."""
    below = [
        (before.text, line.text)
        for before, line in pairwise(lines)
        if not line.blanks and len(before.text) > LEAST_OF_A_LINE
    ]
    wrapped = sum(not SENTENCE_END.search(text) and following[0].islower() for text, following in below)
    if len(below) < LEAST_ADJOINING:  # of a short paper, not one
        return len(below) >= LEAST_OF_SHORT and not wrapped
    return wrapped * 10 <= len(below)


def dossier_lines(lines: Sequence[Line]) -> frozenset[int]:
    """Where the lines start that name a dossier above the number of a paper: each opens a line of its own.

    Elsewhere a line may begin with a figure of running text: "… in totaal" and "12 345 Nederlandse boten".
    """
    found: set[int] = set()
    for at, line in enumerate(lines):
        if not (NUMBER_OF_PAPER.match(line.text) or LETTER_HEAD.match(line.text)):
            continue
        for above in reversed(lines[max(0, at - MOST_ABOVE_NUMBER) : at]):
            if SENTENCE_END.search(above.text):
                break
            if DOSSIER_TITLE.match(above.text) or DOSSIER_ALONE.fullmatch(above.text):
                found.add(above.start)
    return frozenset(found)


def goes_on(before: Line, line: Line, width: int, *, double: bool, apart: bool) -> bool:
    """Whether a line is the rest of the paragraph of the one before it."""
    text = before.text
    if NUMBER_OF_PAPER.match(line.text) and not OPEN_WORD.search(text) and not text.endswith(","):
        return False
    if PART.match(line.text) and not OPEN_WORD.search(text):
        return False
    if line.blanks and _opens_signature_or_appendix(text, line.text):
        return False
    signs = (SIGNER.fullmatch(line.text) and line.text.endswith(",")) or WHOLE_SIGNATURE.fullmatch(line.text)
    if signs and SENTENCE_END.search(text):
        return False
    if turn_at(line.text) and (SENTENCE_END.search(text) or line.blanks):
        return False
    if (opened := turn_at(text)) and opened.end == len(text):
        return False
    if BOX.match(line.text) or (FIELD.match(text) and FIELD.match(line.text)):
        return False
    if OPENS_FIELD.match(line.text) and not OPEN_WORD.search(text):
        return False
    if COMMITTEE_SIGNER.fullmatch(text) and len(line.text) <= LONGEST_NAME and PLAIN_NAME.fullmatch(line.text):
        return line.blanks <= 1
    if SIGNER.fullmatch(text) and NAME_ALONE.fullmatch(line.text):
        return False
    if text.endswith(",") and not line.blanks and _is_rest_of_office(text, line.text):
        return True
    dated = ROW.match(line.text) and (line.blanks or not OPEN_WORD.search(text))  # "stand op" and "31 december"
    if SALUTATION.match(text) or dated or (ROW.match(text) and line.opens_page):
        return False
    if line.blanks and (CONTENTS.fullmatch(line.text) or all(map(LEADS_TO_PAGE.search, (text, line.text)))):
        return False
    if line.blanks and (BARE_NUMBER.fullmatch(text) or BARE_NUMBER.fullmatch(line.text)):
        return False
    closed = bool(SENTENCE_END.search(text)) and not OPEN_WORD.search(text)
    if line.blanks == 1 and not double and LISTS_ON.search(text):
        return False
    first_word = line.text.split(maxsplit=1)[0]
    # A line that had room for the next word was ended on purpose, more surely the more room it had.
    room = width - len(text) - 1 - len(first_word)
    full = room < (width * 0.4 if apart and not line.blanks else SLACK)
    if not closed and (line.text[0].islower() or text.endswith("-") or OPEN_WORD.search(text)):
        return line.blanks <= 1
    if line.blanks == 0 or (double and line.blanks == 1):
        if closed:
            return full or line.text[0].islower()
        return full or room < ROOM_OF_A_HEADING or (double and line.blanks == 1)
    return False


def _is_rest_of_office(before: str, text: str) -> bool:
    """Whether an office goes on in the line below it: "de minister van Havens," and "Boten en Water,"."""
    return not re.match(OFFICE, text) and all(map(WHOLE_OFFICE.fullmatch, (before, f"{before} {text}")))


def _opens_signature_or_appendix(before: str, text: str) -> bool:
    if APPENDIX.fullmatch(text) or (SIGNER.fullmatch(before) and before.endswith(",")):
        return True
    if NAME_ALONE.fullmatch(before) and OPENS_OFFICE.match(text):  # another who signs, whose office fills two lines
        return True
    return bool(SIGNER.fullmatch(text) and (SENTENCE_END.search(before) or INITIALED.fullmatch(before)))
