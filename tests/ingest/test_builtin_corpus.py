"""The built-in summaries: well formed, and true to the papers in every figure and date."""

from __future__ import annotations

import hashlib
import re
import tomllib
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
import yaml

from ingest.document import Kind

ROOT = Path(__file__).resolve().parents[2]
PAPERS = ROOT.parent / "shared" / "corpus"
SUMMARIES = sorted((ROOT / "corpus").glob("*.md"))

MONTHS = [
    *("januari", "februari", "maart", "april", "mei", "juni"),
    *("juli", "augustus", "september", "oktober", "november", "december"),
]
DAYS = re.compile(rf"\b(\d{{1,2}})(?:-\d\d-20\d\d|\s+(?:{'|'.join(MONTHS)})\b)")
WORDS_FROM_TWO = [
    *("twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf", "dertien"),
    *("veertien", "vijftien", "zestien", "zeventien", "achttien", "negentien", "twintig"),
]
NUMBER_WORDS = {word: str(value) for value, word in enumerate(WORDS_FROM_TWO, start=2)}
WORD = re.compile(r"\b(?!acht het )\w+")  # "acht het kabinet" is a verb

WEB_ADDRESS = re.compile(r"https?://\S+(?:\s*\n[^\s]*(?:%20|-)\S*)*")
FOOTNOTE_MARK = re.compile(r"(?<=\b20\d\d)\.?\d\d\b(?!-)")  # set against a year: "maart 202330"
FOOTNOTE_LINE = re.compile(r"(?m)^[ \t]*\d{1,2}(?=[ \t]+[A-Z]|[ \t]*$)")
BROKEN_WORD = re.compile(r"(?<=\w)-[ \t]*\n[ \t]*(?=[a-z])")
COUNTED = re.compile(
    r"(?<![:\w])([\w.,]*\w)\s+(?:overige\s+|andere\s+)?(procent|minuten|uur|jaar|weken|fte|miljard|miljoen|schoolbesturen|samenwerkingsverbanden|"
    r"aanvragen|oza’s|oza's|initiatieven|onderwijszorgarrangementen|maatregelen|hardvochtigheden|leerlingen)\b|"
    r"(\d+)(%)"
)
FIGURE = re.compile(r"(?<![\w.,)»:\u2019-])\d+(?:[.,]\d+)*(?!\w)|(?<=[-–/:])\d+")


def front_matter_and_body(path: Path) -> tuple[dict[str, object], str]:
    opening, front_matter, body = path.read_text(encoding="utf-8").split("---\n", 2)
    assert opening == ""
    parsed = yaml.safe_load(front_matter)
    assert isinstance(parsed, dict)
    return parsed, body


def figures(text: str) -> set[str]:
    """Every number in the text, those written as words too, as digits; never the word for one."""
    in_words = {NUMBER_WORDS[word] for word in WORD.findall(text.lower()) if word in NUMBER_WORDS}
    return in_words | {figure.lstrip("0") or "0" for figure in FIGURE.findall(text)}


def counts(text: str) -> set[tuple[str, str]]:
    """Every number together with what it counts: ("76", "schoolbesturen")."""
    found = set()
    for number, thing, percentage, sign in COUNTED.findall(text.lower()):
        value = NUMBER_WORDS.get(number or percentage, number or percentage)
        if value[0].isdigit():
            found.add((value, (thing or sign).replace("’", "'")))
    return found


def days(text: str) -> set[tuple[int, int]]:
    """Every day of the year in the text, as (day, month)."""
    found = set()
    for match in DAYS.finditer(text):
        name = match[0].split()[-1]
        month = MONTHS.index(name) + 1 if name in MONTHS else int(match[0].split("-")[1])
        found.add((int(match[1]), month))
    return found


def paper_text(path: Path) -> str:
    """The paper without web addresses and the marks before footnotes, its broken words mended."""
    text = FOOTNOTE_MARK.sub("", WEB_ADDRESS.sub(" ", path.read_text(encoding="utf-8")))
    return BROKEN_WORD.sub("", FOOTNOTE_LINE.sub(" ", text))


def papers() -> Iterator[tuple[Path, Path]]:
    """Each summary with the paper that it is about."""
    listed = tomllib.loads((PAPERS / "corpus.toml").read_text(encoding="utf-8"))["paper"]
    by_identifier = {}
    for entry in listed:
        file = PAPERS / entry["file"]
        digest = hashlib.sha256(file.read_bytes()).hexdigest()
        by_identifier[entry["identifier"] or f"bestand-{digest[:12]}"] = file
    for summary in SUMMARIES:
        yield summary, by_identifier[summary.stem]


def test_there_is_a_summary_of_every_paper() -> None:
    assert len(SUMMARIES) == 5


@pytest.mark.parametrize("path", SUMMARIES, ids=lambda path: path.stem)
def test_front_matter_is_complete_and_parseable(path: Path) -> None:
    front_matter, _ = front_matter_and_body(path)
    assert {"about", "kind", "title", "sender"} <= set(front_matter)
    assert set(front_matter) <= {"about", "kind", "title", "date", "sender", "url"}
    assert front_matter["about"] == path.stem
    assert Kind(str(front_matter["kind"])) not in {Kind.ONBEKEND, Kind.SAMENVATTING}
    assert isinstance(front_matter.get("date", date.min), date)


@pytest.mark.parametrize("path", SUMMARIES, ids=lambda path: path.stem)
def test_a_paper_without_a_known_date_gets_none(path: Path) -> None:
    front_matter, _ = front_matter_and_body(path)
    assert ("date" in front_matter) == ("url" in front_matter) == (not path.stem.startswith("bestand-"))


@pytest.mark.parametrize("path", SUMMARIES, ids=lambda path: path.stem)
def test_headings_are_unique_and_none_stands_above_nothing(path: Path) -> None:
    _, body = front_matter_and_body(path)
    before, *sections = re.split(r"(?m)^## ", body)
    assert before.strip() == ""
    headings = [section.partition("\n")[0].strip() for section in sections]
    assert len(set(headings)) == len(headings)
    assert all(section.partition("\n")[2].strip() for section in sections)


needs_papers = pytest.mark.skipif(not PAPERS.is_dir(), reason="the real papers are not here")


@pytest.mark.papers
@needs_papers
def test_every_figure_of_a_summary_stands_in_its_paper() -> None:
    for summary, paper in papers():
        front_matter, body = front_matter_and_body(summary)
        text = paper_text(paper)
        footnote_marks = set(re.findall(r"(?<=[^\W\d])\d{1,2}\b|(?<=[.,)])\d{1,2}\b", text))
        known = figures(text) | footnote_marks | figures(str(front_matter.get("date", "")))
        assert figures(body) - known == set(), summary.stem


@pytest.mark.papers
@needs_papers
def test_every_day_of_a_summary_stands_in_its_paper() -> None:
    for summary, paper in papers():
        _, body = front_matter_and_body(summary)
        assert days(body) - days(paper_text(paper)) == set(), summary.stem


@pytest.mark.papers
@needs_papers
def test_every_figure_of_a_paper_stands_in_its_summary() -> None:
    for summary, paper in papers():
        _, body = front_matter_and_body(summary)
        assert figures(paper_text(paper)) - figures(body) == set(), summary.stem


@pytest.mark.papers
@needs_papers
def test_every_day_of_a_paper_stands_in_its_summary() -> None:
    for summary, paper in papers():
        _, body = front_matter_and_body(summary)
        assert days(paper_text(paper)) - days(body) == set(), summary.stem


@pytest.mark.papers
@needs_papers
def test_a_number_counts_the_same_thing_in_a_summary_as_in_its_paper() -> None:
    for summary, paper in papers():
        _, body = front_matter_and_body(summary)
        assert counts(body) - counts(paper_text(paper)) == set(), summary.stem


def test_numbers_are_read_from_words_and_digits() -> None:
    text = "zestien uur in vier weken, 1,5 miljard en 31-12-2022"
    assert figures(text) == {"16", "4", "1,5", "31", "12", "2022"}


def test_a_number_is_read_with_what_it_counts() -> None:
    assert counts("58 samenwerkingsverbanden, zestien uur en 66%, maar alle leerlingen") == {
        ("58", "samenwerkingsverbanden"),
        ("16", "uur"),
        ("66", "%"),
    }


def test_days_are_read_in_words_and_in_digits() -> None:
    assert days("op 5 april, per 31-12-2022, in mei 2023") == {(5, 4), (31, 12)}
