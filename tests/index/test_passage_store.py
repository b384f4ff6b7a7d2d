"""Passages come back from disk as they were written, by row and by id."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from index import passage_store
from index.growth import from_nothing
from index.passage_store import PassageStore, Rows, write
from ingest.document import Passage, Role, Speaker

MINISTER = Speaker(role=Role.BEWINDSPERSOON, name="Minister Proef")


def passage(paper: str, start: int, text: str, speaker: Speaker = MINISTER) -> Passage:
    end = start + len(text)
    return Passage(id=f"{paper}#{start}-{end}", document=paper, text=text, start=start, end=end, speaker=speaker)


PASSAGES = (
    passage("b", 0, "De bus rijdt\u2028elke dag.\n"),
    passage("b", 24, "Eén ‘école’."),
    passage("a", 0, "Nee.", Speaker(role=Role.KAMERLID, name="het lid Proef (XYZ)")),
)


@pytest.fixture
def store(tmp_path: Path) -> PassageStore:
    write(tmp_path, from_nothing(PASSAGES, ["a", "b"]))
    return PassageStore(tmp_path)


def test_passages_come_back_by_row_by_slice_and_all_together(store: PassageStore) -> None:
    assert (len(store), store[0], store[-1], store[np.int64(1)]) == (3, PASSAGES[0], PASSAGES[2], PASSAGES[1])
    assert store[1:9] == PASSAGES[1:]
    assert store == PASSAGES
    assert store == list(store)
    assert store != PASSAGES[:2]
    assert store != PASSAGES[::-1]


@pytest.mark.parametrize("row", [3, -4])
def test_a_row_that_is_not_there_is_refused(store: PassageStore, row: int) -> None:
    with pytest.raises(IndexError):
        store[row]


def test_the_row_of_a_passage_is_found_by_its_id(store: PassageStore) -> None:
    assert [store.row_of[one.id] for one in PASSAGES] == [0, 1, 2]
    assert dict(store.row_of) == {one.id: row for row, one in enumerate(PASSAGES)}
    assert "b#0-1" not in store.row_of


def test_ids_whose_hashes_are_the_same_are_told_apart(store: PassageStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(passage_store, "_key", lambda _id: np.uint64(7))
    rows = Rows(lambda row: store[row], np.full(3, 7, dtype=np.uint64), np.array([2, 0, 1], dtype=np.int32))
    assert [rows[one.id] for one in PASSAGES] == [0, 1, 2]
    with pytest.raises(KeyError):
        rows["c#0-1"]


def test_each_passage_has_the_numbers_of_its_paper_and_speaker(store: PassageStore) -> None:
    assert store.papers.tolist() == [1, 1, 0]
    assert [store.spoken[number] for number in store.speakers] == [one.speaker for one in PASSAGES]
