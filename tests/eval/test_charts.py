"""Drawings that say in words what they show."""

from __future__ import annotations

import re

from lxml import etree

from eval.charts import lines, pairs


def shapes(drawing: str, name: str) -> list[dict[str, str]]:
    return [dict(found.attrib) for found in etree.fromstring(drawing).iter(name)]


def test_a_pair_stands_at_its_shares_on_the_scale() -> None:
    """The scale runs from 200 to 820: a half lies at 510, all at 820."""
    dot, ring = shapes(pairs([("<lijst>", 0.5, 1.0)], "vast", "open"), "circle")
    assert (dot["cx"], ring["cx"], ring["fill"]) == ("510.0", "820.0", "none")
    assert "&lt;lijst&gt;" in pairs([("<lijst>", 0.5, 1.0)], "vast", "open")


def test_a_line_skips_the_runs_that_did_not_measure_it() -> None:
    """Three runs at 190, 500 and 810; all is at the top, 20, and nothing at 200."""
    drawing = lines({"goed": [1.0, None, 0.0]}, ["a", "b", "c"], "Goed door de tijd.")
    (line,) = shapes(drawing, "polyline")
    assert line["points"] == "190.0,20.0 810.0,200.0"
    assert 'aria-label="Goed door de tijd. De tabel noemt dezelfde cijfers."' in drawing


def test_lines_differ_without_colour() -> None:
    drawing = lines({name: [0.5, 0.6] for name in "abcde"}, ["x", "y"], "Vijf lijnen.")
    dashes = re.findall(r'polyline [^>]*stroke-dasharray="([^"]*)"', drawing)
    assert len(set(dashes)) == 5


def test_one_run_alone_can_be_drawn() -> None:
    assert "190.0,110.0" in lines({"goed": [0.5]}, ["x"], "Eén meting.")
