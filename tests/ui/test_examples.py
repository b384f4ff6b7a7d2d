"""Questions that are offered: kept with the index that they were checked with, where that can be written."""

from pathlib import Path

from ui import examples, opening
from ui.settings import Settings


def test_what_was_checked_is_known_again_for_the_same_index_only(indexed: Path, tmp_path: Path) -> None:
    generation = opening.current(Settings(data=indexed, own_data=True), print)
    one = examples.Example(question="Vaart de boot?", group="ouder", document="kst-1-1")
    examples.keep([one], generation, tmp_path)
    assert examples.kept(generation, tmp_path) == (one,)
    (tmp_path / "voorbeelden.json").write_text('{"index": "een andere", "examples": []}', encoding="utf-8")
    assert examples.kept(generation, tmp_path) is None


def test_a_folder_that_cannot_be_written_costs_only_the_shortcut(indexed: Path, tmp_path: Path) -> None:
    generation = opening.current(Settings(data=indexed, own_data=True), print)
    (tmp_path / "voorbeelden.json").mkdir()
    examples.keep([], generation, tmp_path)
    assert examples.kept(generation, tmp_path) is None
