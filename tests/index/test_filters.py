"""Filters let through exactly what they say."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from index.filters import NO_FILTERS, Filters
from index.generation import Generation
from index.search import search
from ingest.document import Document, Kind, Passage, Role

QUESTION = "ondersteuning van gemeenten"
Test = Callable[[Document, Passage], bool]


@pytest.mark.parametrize(
    ("filters", "meets"),
    [
        (Filters(papers=frozenset({"kst-31497-901"})), lambda paper, _: paper.identifier == "kst-31497-901"),
        (Filters(kinds=frozenset({Kind.AANHANGSEL})), lambda paper, _: paper.kind is Kind.AANHANGSEL),
        (Filters(since=date(2021, 5, 5)), lambda paper, _: paper.date and paper.date >= date(2021, 5, 5)),
        (Filters(until=date(2021, 5, 4)), lambda paper, _: paper.date and paper.date <= date(2021, 5, 4)),
        (Filters(dossier="31497"), lambda paper, _: paper.identifier.startswith("kst-31497-")),
        (Filters(dossier="31 497"), lambda paper, _: paper.identifier.startswith("kst-31497-")),
        (Filters(person="Proef"), lambda paper, _: paper.kind is Kind.AANHANGSEL),
        (Filters(party="xyz"), lambda paper, _: paper.kind is Kind.AANHANGSEL),
        (Filters(roles=frozenset({Role.KAMERLID})), lambda _, passage: passage.speaker.role is Role.KAMERLID),
    ],
)
def test_a_filter_lets_through_what_meets_it_in_the_same_order(
    generation: Generation, filters: Filters, meets: Test
) -> None:
    everything = search(generation, QUESTION, k=1000)
    found = search(generation, QUESTION, k=1000, filters=filters)
    assert found == [hit for hit in everything if meets(generation.document_of[hit.passage.document], hit.passage)]
    assert 0 < len(found) < len(everything)


def test_few_that_match_are_found_though_others_score_higher(generation: Generation) -> None:
    """The question is about the letter; only the minister's answers to Kamervragen are let through."""
    filters = Filters(kinds=frozenset({Kind.AANHANGSEL}), roles=frozenset({Role.BEWINDSPERSOON}))
    hits = search(generation, "leerlingenvervoer", k=10, filters=filters)
    assert sorted(hit.passage.place for hit in hits) == ["antwoord 1", "antwoord 2"]


def test_a_filter_that_lets_nothing_through_finds_nothing(generation: Generation) -> None:
    assert search(generation, "leerlingenvervoer", filters=Filters(person="Niemand")) == []


def test_no_filter_is_false_and_lets_all_through(generation: Generation) -> None:
    assert not NO_FILTERS
    assert not Filters()
    assert Filters(party="SP")
    assert generation.facets.mask(NO_FILTERS).all()


_some = st.builds(
    Filters,
    kinds=st.frozensets(st.sampled_from(Kind), max_size=2),
    since=st.none() | st.dates(date(2020, 1, 1), date(2022, 1, 1)),
    until=st.none() | st.dates(date(2020, 1, 1), date(2022, 1, 1)),
    person=st.sampled_from(["", "Proef", "Voorbeeld"]),
    roles=st.frozensets(st.sampled_from(Role), max_size=2),
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(one=_some)
def test_two_filters_together_let_through_what_each_does(generation: Generation, one: Filters) -> None:
    parts = [
        Filters(kinds=one.kinds),
        Filters(since=one.since, until=one.until),
        Filters(person=one.person),
        Filters(roles=one.roles),
    ]
    whole = generation.facets.mask(one)
    apart = [generation.facets.mask(part) for part in parts]
    assert (whole == (apart[0] & apart[1] & apart[2] & apart[3])).all()
