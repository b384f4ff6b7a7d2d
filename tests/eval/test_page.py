"""The outcome as a web page."""

from __future__ import annotations

import re

from lxml import etree

from assistant.answer import Status
from eval.gate import Shortfall
from eval.history import past
from eval.items import ItemKind, ItemSet
from eval.page import as_html
from eval.scores import Dimension
from tests.eval.made import answer, citation, item, run_of

NASTY = '<script>alert("x")</script> & <img src=x onerror=y>'
RUN = run_of(
    (item(), answer(citations=(citation(),))),
    (
        item(
            id="t-fact-number-002",
            required=(("<b>99</b>",),),
            question=NASTY,
            note=NASTY,
            places=("antwoord 9",),
        ),
        answer(NASTY, citations=(citation("kreeg", start=2),)),
    ),
    (
        item(id="t-followup-001", kind=ItemKind.FOLLOWUP, history=(NASTY, "En toen?")),
        answer("", status=Status.UNANSWERABLE),
    ),
)
PAGE = as_html(RUN, title=NASTY)


def test_the_page_is_well_formed_and_needs_nothing_else() -> None:
    etree.fromstring(re.sub(r"<meta[^>]*>|<br>|<!DOCTYPE html>", "", PAGE))
    assert not re.search(r"(src|href|url)\s*[=(]|https?:|@import", re.sub(r"&[^;]*;[^<]*", "", PAGE))


def test_nothing_that_was_asked_or_answered_becomes_markup() -> None:
    assert "<script" not in PAGE
    assert "<img" not in PAGE
    assert "<b>" not in PAGE and "&lt;b&gt;99" in PAGE


def test_every_failure_is_shown_with_what_was_missing_and_quoted() -> None:
    assert PAGE.count("<details>") == 2
    assert "Wat niet goed ging (2)" in PAGE
    assert "stellig fout" in PAGE and "onnodig geen antwoord" in PAGE
    assert "antwoord 9" in PAGE and "niet letterlijk juist" in PAGE
    assert "<blockquote>kreeg<br>" in PAGE
    assert "En toen?" in PAGE


def test_bars_say_in_words_what_they_show() -> None:
    assert 'aria-label="1 goed, 0 fout, 1 stellig fout, 1 geen antwoord"' in PAGE
    assert 'width="33.33" height="10" fill="var(--sure)"' in PAGE


def test_what_fell_below_its_level_stands_on_top() -> None:
    below = Shortfall(set=ItemSet.PAPERS, dimension=Dimension.REFUSAL, level=0.9, measured=None)
    page = as_html(RUN, title="Meting", shortfalls=[below])
    assert "niet gemeten" in page[: page.index("<table>")]


def test_a_run_without_failures_says_so() -> None:
    assert "<p>Geen.</p>" in as_html(run_of((item(), answer(citations=(citation(),)))), title="Meting")


def test_runs_through_time_are_drawn_with_a_table_beside_them() -> None:
    one, other = past(RUN, commit="a1b2c3d4e5", date="2026-01-02"), past(RUN, commit="", date="2026-02-03")
    page = as_html(RUN, title="Meting", runs=[one, other])
    assert "2 metingen, van 2026-01-02 a1b2c3d tot 2026-02-03." in page
    assert "Dezelfde cijfers als tabel" in page and '<th scope="row">2026-02-03</th>' in page
    assert "Door de tijd" not in as_html(RUN, title="Meting", runs=[one])


def test_every_level_stands_beside_what_was_measured() -> None:
    """One of the two that were answered is right, and the level is 0.95."""
    assert "Niveaus die bereikt moeten worden" in PAGE
    row = PAGE[PAGE.index("goed, van wat beantwoord is") :]
    assert "<td>0,95</td>" in row[:200] and "✗ nee" in row[:400]
