from __future__ import annotations

import copy
import pickle
import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.document import Asker, Block, BlockKind, Document, Kamervragen, Kind, Reply, Role, Source, Speaker
from ingest.library import LIST, PACK, DamagedDocument, load, save, to_bytes

WORDS = st.text(max_size=12)
BLOCKS = st.builds(
    Block,
    kind=st.sampled_from(BlockKind),
    start=st.just(0),
    end=st.just(1),
    path=st.lists(WORDS, max_size=3).map(tuple),
    place=WORDS,
    number=WORDS,
    speaker=st.builds(Speaker, role=st.sampled_from(Role), name=WORDS),
    context=st.none() | st.just((0, 1)),
    page=st.none() | st.integers(1, 9),
    see=st.lists(WORDS, max_size=2).map(tuple),
)
NAMES = st.lists(WORDS, max_size=2).map(tuple)
KAMERVRAGEN = st.builds(
    Kamervragen,
    askers=st.lists(st.builds(Asker, name=WORDS, party=WORDS), max_size=2).map(tuple),
    addressees=NAMES,
    sent=st.none() | st.dates(),
    received=st.none() | st.dates(),
    reply=st.none() | st.sampled_from(Reply),
    answered_by=NAMES,
    on_behalf_of=NAMES,
    see_also=NAMES,
)
DOCUMENTS = st.builds(
    Document,
    identifier=WORDS,
    kind=st.sampled_from(Kind),
    title=WORDS,
    text=st.text(min_size=1, max_size=30),
    source=st.builds(Source, file=WORDS, sha256=WORDS, url=WORDS),
    blocks=st.lists(BLOCKS, max_size=3).map(tuple),
    date=st.none() | st.dates(),
    sender=WORDS,
    recipient=WORDS,
    dossiers=st.lists(WORDS, max_size=2).map(tuple),
    summary_of=WORDS,
    kamervragen=st.none() | KAMERVRAGEN,
)
BOAT = Document(
    identifier="kst-1",
    kind=Kind.BRIEF,
    title="De boot",
    text="x",
    source=Source(file="a", sha256="0"),
    date=date(2020, 1, 2),
)


@given(DOCUMENTS)
def test_what_is_saved_is_loaded_again(document: Document) -> None:
    with TemporaryDirectory() as folder:
        save([document], Path(folder))
        assert load(Path(folder)) == (document,)


def test_a_paper_is_read_when_its_text_is_asked_for(tmp_path: Path) -> None:
    save([BOAT], tmp_path)
    (loaded,) = load(tmp_path)
    spoil(tmp_path / PACK)
    assert (loaded.identifier, loaded.date, loaded.title) == ("kst-1", date(2020, 1, 2), "De boot")
    with pytest.raises(DamagedDocument, match="not what was saved"):
        _ = loaded.text


def test_an_open_paper_outlives_its_folder(tmp_path: Path) -> None:
    save([BOAT], tmp_path / "papers")
    (loaded,) = load(tmp_path / "papers")
    shutil.rmtree(tmp_path / "papers")
    assert loaded == BOAT


def test_a_stored_paper_is_a_paper_like_any_other(tmp_path: Path) -> None:
    save([BOAT, replace(BOAT, text="y", identifier="kst-2")], tmp_path)
    loaded, other = load(tmp_path)
    assert loaded == BOAT and loaded == loaded and other != BOAT and other != loaded
    assert {loaded, BOAT} == {BOAT}
    assert to_bytes(loaded) == to_bytes(BOAT)
    assert pickle.loads(pickle.dumps(loaded)) == copy.deepcopy(loaded) == BOAT
    with pytest.raises(AttributeError):
        _ = loaded.nothing  # type: ignore[attr-defined]


def test_what_an_earlier_folder_holds_is_copied_from_it(tmp_path: Path) -> None:
    new = replace(BOAT, identifier="kst-2")
    save([BOAT], tmp_path / "one")
    save([new, BOAT], tmp_path / "two", tmp_path / "one")
    assert load(tmp_path / "two") == (BOAT, new)


@pytest.mark.parametrize("name", [PACK, LIST])
def test_a_folder_without_its_files_is_damage(name: str, tmp_path: Path) -> None:
    save([BOAT], tmp_path)
    (tmp_path / name).unlink()
    with pytest.raises(DamagedDocument):
        load(tmp_path)


@pytest.mark.parametrize("line", ["{", "[]", '{"name": "a"}', '{"name": "a", "at": 0, "size": 1, "particulars": {}}'])
def test_a_list_that_is_none_is_damage(line: str, tmp_path: Path) -> None:
    save([BOAT], tmp_path)
    (tmp_path / LIST).write_text(line)
    with pytest.raises(DamagedDocument):
        load(tmp_path)


def spoil(path: Path) -> None:
    """Change what stands in a file, where it lies."""
    size = path.stat().st_size
    with path.open("r+b") as file:
        file.write(bytes(size))
