"""Invented worlds: what is planted really stands in the files, and the real reading finds the papers."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from eval.facts import states
from eval.items import ItemKind, ItemSet, fold, half
from eval.worlds import World, make
from eval.worlds.subjects import subjects
from ingest.document import BlockKind, Kind
from ingest.reading import read_folder
from tests.eval.test_lay_items import content

WORLDS = [make(seed) for seed in range(6)]


def by_identifier(world: World, folder: Path) -> dict[str, str]:
    world.write(folder)
    return {document.identifier: document.text for document in read_folder(folder).documents}


def test_a_seed_gives_the_same_world_and_another_seed_another() -> None:
    assert make(3) == WORLDS[3]
    assert {paper.text for paper in WORLDS[3].papers}.isdisjoint(paper.text for paper in WORLDS[4].papers)
    with pytest.raises(ValueError, match="counts from 0"):
        make(-1)


@pytest.mark.parametrize("world", WORLDS, ids=lambda world: str(world.seed))
def test_everything_that_is_required_stands_in_the_papers_as_they_are_read(world: World, tmp_path: Path) -> None:
    texts = by_identifier(world, tmp_path)
    for item in world.items:
        assert set(item.documents) <= set(texts)
        held = " ".join(texts[identifier] for identifier in item.documents)
        if item.kind is not ItemKind.YES_NO:  # "nee" is ours
            assert all(any(states(held, fact) for fact in facts) for facts in item.required), item
        for fragments in item.evidence:
            assert any(all(fold(part) in fold(texts[name]) for part in fragments) for name in item.documents), item


def test_a_world_holds_every_form_and_every_trap(tmp_path: Path) -> None:
    world = WORLDS[0]
    world.write(tmp_path)
    documents = read_folder(tmp_path).documents
    kinds = Counter(document.kind for document in documents)
    assert all(kinds[kind] for kind in (Kind.AANHANGSEL, Kind.KAMERBRIEF, Kind.SCHRIFTELIJK_OVERLEG, Kind.BESLISNOTA))
    blocks = {block.kind for document in documents for block in document.blocks}
    assert {BlockKind.QUESTION, BlockKind.ANSWER, BlockKind.LIST_ITEM, BlockKind.HEADING} <= blocks
    asked = Counter(item.kind for item in world.items)
    assert {kind for kind in ItemKind if not asked[kind]} == {ItemKind.INJECTION}
    assert sum("Near miss" in item.note for item in world.items) >= 4


def test_ids_are_unique_over_worlds_and_fall_in_both_halves() -> None:
    ids = [item.id for world in WORLDS for item in world.items]
    assert len(set(ids)) == len(ids)
    assert {half(one) for one in ids} == {"open", "frozen"}
    assert {item.set for world in WORLDS for item in world.items} == {ItemSet.WORLDS}


def test_every_subject_has_enough_to_tell() -> None:
    for subject in subjects():
        assert len(subject.events) >= 4 and len(subject.measures) >= 3
        assert len(subject.laws) >= 2 and len(subject.refused) >= 2 and len(subject.terms) >= 2
        assert all("{year}" in event.lay for event in subject.events)
        assert all(told.key in told.text for told in (*subject.measures, *subject.refused, *subject.terms))


def test_a_question_in_plain_language_shares_no_word_with_what_it_asks_for() -> None:
    for subject in subjects():
        for event in subject.events:
            assert not content(event.lay.format(year="")) & content(f"{event.who} {event.verb} {event.what}"), event.lay
