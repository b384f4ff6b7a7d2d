"""Passages keep all that they know on their way through llama-index and JSON."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from index.nodes import from_node, to_node
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
def test_a_passage_comes_back_from_its_node(passage: Passage) -> None:
    assert from_node(to_node(passage, [0.6, 0.8])) == passage


@given(passages())
def test_a_passage_comes_back_from_its_record(passage: Passage) -> None:
    assert from_record(json.loads(json.dumps(to_record(passage), ensure_ascii=False))) == passage


@given(passages())
def test_the_metadata_of_a_node_are_flat_as_chroma_wants_them(passage: Passage) -> None:
    assert {type(value) for value in to_node(passage, [1.0]).metadata.values()} <= {str, int}


def test_a_node_names_its_paper_and_shows_a_model_only_the_text() -> None:
    passage = Passage(id="kst-1-2#0-8", document="kst-1-2", text="De bus.\n", start=0, end=8, place="antwoord 5")
    node = to_node(passage, [0.6, 0.8])
    assert node.node_id == "kst-1-2#0-8"
    assert node.ref_doc_id == "kst-1-2"
    assert node.embedding == [0.6, 0.8]
    assert node.get_content() == "De bus.\n"
    assert "antwoord 5" not in node.get_metadata_str("embed")
