"""The labels of questions and answers: "Vraag 3", "Antwoord op de vragen 3 en 4:", also with text behind them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import dropwhile, pairwise
from string import ascii_lowercase

from ingest.structure.lines import LONE_NUMBER, Line

ONE = r"\d{1,3}(?: ?[a-z](?![a-z/]))?"
UP_TO = r"(?:t/ ?m|tm|tot en met|tot|[-–—‐‑‒−])"
AND = rf"(?: ?,? (?:en|én|alsmede|respectievelijk|resp\.)(?: (?:de )?vra(?:ag|gen))? | ?[,;&/+] ?| ?{UP_TO} ?)"
NUMBERS = rf"{ONE}(?:{AND}{ONE})*"
# In a label a comma may be forgotten: "Vraag 7, 8, 9 10 en 11".
LISTED = rf"{ONE}(?:(?:{AND}| (?=\d{{1,2}}(?:\D|$))){ONE})*"
TAIL = rf"(?::? n(?:rs?|o)\.?|:? nummers?|:(?= ?\d))?(?:\s+\(?({LISTED})\)?)?"
# Behind the number may stand who asked, or about what: "Vraag 3 (ABC-fractie)", "Vraag 3 van het lid Kaai".
ASIDE = r"(?:(?<=\d) ?[(\[][^()\[\]]{2,60}[)\]]|(?<=\d) (?:van|door) (?:het lid|de leden) [^.:?]{2,60})?"
QUESTION = rf"(?:Deel)?Vra(?:ag|gen){TAIL}"
ANSWER = (
    r"(?:Gezamenlijke? |Gecombineerde? )?(?:Antwoord(?:en)?|(?:Beantwoording|Reactie)(?= (?:op |de |van )*vra))"
    rf"(?: op| bij| van(?= (?:de )?vra))?(?: de)?(?: (?:deel)?vra(?:ag|gen))?{TAIL}"
)
QUESTION_LABEL = re.compile(rf"{QUESTION}{ASIDE}\s?[:.)–-]?", re.IGNORECASE)
ANSWER_LABEL = re.compile(rf"{ANSWER}{ASIDE}\s?[:.)–-]?", re.IGNORECASE)
OPENINGS = (re.compile(QUESTION, re.IGNORECASE), re.compile(ANSWER, re.IGNORECASE))
COLON = re.compile(r"\s?:(?=\s+\S)")
STOP = re.compile(r"[.)]?(?=\s+[A-ZÀ-Ý«“][^.]{2})")
INSIDE = re.compile(rf"(?<=[.?!»”)])\s+(?=(?:Vraag|Antwoord)(?: op vra(?:ag|gen))? {LISTED}\s?:\s)")
CLOSED = re.compile(r"[.?!:»”)][\d\])]*$")
RANGE = re.compile(rf"(\d+)[a-z]?\s*{UP_TO}\s*(\d+)")
WIDEST_RANGE = 100  # numbers
LEAST_QUESTIONS = 2  # that tell a number alone on a line from a footnote's
MOST_LINES = 15  # of a question


def numbers_in(label: str) -> tuple[str, ...]:
    """The numbers that a label names, in order: "3, 4 en 5" and "3 t/m 5" name 3, 4 and 5."""
    label = label.lower()
    found = {number.replace(" ", "") for number in re.findall(ONE, label)}
    for low, high in RANGE.findall(label):
        found |= {str(number) for number in range(int(low), min(int(high), int(low) + WIDEST_RANGE) + 1)}
    return tuple(sorted(found, key=_rank))


def whole(number: str) -> str:
    """The number that a part belongs to: "2" for "2a", and "2" for "2" itself."""
    return number.rstrip(ascii_lowercase)


def named(numbers: Sequence[str]) -> str:
    """Numbers as a label names them: "3 en 4", "3 t/m 6"."""
    ordered = [int(number) for number in numbers if number.isdigit()]
    if len(ordered) == len(numbers) > 2 and ordered == list(range(ordered[0], ordered[0] + len(ordered))):
        return f"{numbers[0]} t/m {numbers[-1]}"
    return " en ".join(part for part in (", ".join(numbers[:-1]), *numbers[-1:]) if part)


def labels_apart(lines: Iterable[Line]) -> list[Line]:
    """The same lines, where a label that text follows stands on a line of its own."""
    apart: list[Line] = []
    for line in lines:
        rest = line
        closed = not apart or line.blanks > 0 or bool(CLOSED.search(apart[-1].text))
        while cut := _cut(rest.text, closed=closed):
            apart.append(replace(rest, text=rest.text[:cut].rstrip(), trailing=0))
            text = rest.text[cut:].lstrip()
            rest = replace(rest, text=text, start=line.end - len(text), blanks=0, opens_page=False, indented=False)
            closed = True
        apart.append(rest)
    return apart


def question_numbers(lines: Sequence[Line]) -> frozenset[int]:
    """Where the lines start that hold nothing but the number of a question, or of an answer further down.

    A number alone on a line can be a footnote's too; here all of them from 1 on have a question below them.
    """
    if any(found and found.group(1) for found in (QUESTION_LABEL.fullmatch(line.text) for line in lines)):
        return frozenset()
    numbered = [index for index, line in enumerate(lines) if LONE_NUMBER.fullmatch(line.text)]
    # Above the first question may stand the number of a page, or the "2" of the Tweede Kamer.
    alone = list(dropwhile(lambda index: int(lines[index].text) != 1, numbered))
    asked: list[int] = []
    for index, following in pairwise([*alone, len(lines)]):
        below = lines[index + 1 : min(following, index + MOST_LINES)]
        if int(lines[index].text) != len(asked) + 1 or not any(
            line.text.rstrip("0123456789 ").endswith("?") for line in below
        ):
            break
        asked.append(index)
    if len(asked) < LEAST_QUESTIONS:
        return frozenset()
    return frozenset(lines[index].start for index in (*asked, *_numbers_of_answers(lines, alone, asked[-1])))


def _numbers_of_answers(lines: Sequence[Line], alone: Sequence[int], last: int) -> list[int]:
    """The numbers below a heading "Antwoord" that stands behind all questions."""
    heading = next((i for i, line in enumerate(lines) if i > last and ANSWER_LABEL.fullmatch(line.text)), len(lines))
    return [index for index in alone if index > heading]


def _cut(text: str, *, closed: bool) -> int:
    """Where a line is cut: behind the label that it opens with, or before one in its middle; 0 if nowhere."""
    inside = INSIDE.search(text)
    return _label_end(text, closed=closed) or (inside.start() if inside else 0)


def _label_end(text: str, *, closed: bool) -> int:
    """Where the label ends that other text follows: "Antwoord op vraag 1: Ja.", "Vraag 1 Bent u …"; 0 without one."""
    for opening in OPENINGS:
        label = opening.match(text)
        if label is None or not text[0].isupper():
            continue
        number = label.group(1)
        if (number or not label.group().endswith("en")) and (colon := COLON.match(text, label.end())):
            return colon.end()
        # Without a colon only behind a number, where a sentence can begin.
        if number and closed and (stop := STOP.match(text, label.end())):
            return stop.end()
    return 0


def _rank(number: str) -> tuple[int, str]:
    digits = re.match(r"\d+", number)
    return (int(digits.group()) if digits else 0, number)
