"""Passages keep all that they know on their way through JSON."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from index.records import from_record, to_record
from ingest.document import BlockKind, Passage, Role, Speaker

WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)  # no halves of a UTF-16 pair


@st.composite
def passages(draw: st.DrawFn) -> Passage:
    text = draw(WORDS)
    start = draw(st.integers(0, 10**7))
    return Passage(
        id=draw(WORDS),
        document=draw(WORDS),
        text=text,
        start=start,
        end=start + len(text),
        path=tuple(draw(st.lists(WORDS, max_size=3))),
        place=draw(WORDS),
        kind=draw(st.sampled_from(BlockKind)),
        speaker=Speaker(role=draw(st.sampled_from(Role)), name=draw(WORDS)),
        context=draw(WORDS),
        page=draw(st.none() | st.integers(1, 10**5)),
    )


@given(passages())
def test_a_passage_comes_back_from_its_record(passage: Passage) -> None:
    assert from_record(json.loads(json.dumps(to_record(passage), ensure_ascii=False))) == passage
