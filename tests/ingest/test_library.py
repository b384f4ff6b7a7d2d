from __future__ import annotations

from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.document import Asker, Block, BlockKind, Document, Kamervragen, Kind, Reply, Role, Source, Speaker
from ingest.library import DamagedDocument, load, save, to_bytes

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
        save(to_bytes(document), Path(folder))
        assert load(Path(folder)) == (document,)


def test_the_name_follows_from_the_content(tmp_path: Path) -> None:
    assert save(to_bytes(BOAT), tmp_path) == save(to_bytes(BOAT), tmp_path)
    assert len(list(tmp_path.iterdir())) == 1


def test_a_changed_file_is_refused(tmp_path: Path) -> None:
    path = save(to_bytes(BOAT), tmp_path)
    path.write_bytes(path.read_bytes().replace(b"boot", b"bood"))
    with pytest.raises(DamagedDocument, match="does not match its name"):
        load(tmp_path)


def test_a_file_left_half_written_is_passed_over(tmp_path: Path) -> None:
    save(to_bytes(BOAT), tmp_path)
    (tmp_path / "abc.1.partial").write_bytes(b"{")
    assert load(tmp_path) == (BOAT,)


def test_an_empty_folder_holds_no_documents(tmp_path: Path) -> None:
    assert load(tmp_path) == ()
