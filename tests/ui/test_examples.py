"""Questions that are offered: kept with the index that they were checked with, where that can be written."""

from dataclasses import replace
from pathlib import Path

import pytest

from assistant.assistant import Assistant
from tests.ui.test_page import answer
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


def test_an_answer_in_words_of_ours_alone_names_its_first_source(
    indexed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was looked up is told in our words with a mark, and nothing is quoted at once."""
    generation = opening.current(Settings(data=indexed, own_data=True), print)
    told = replace(answer("De brief is van 21 mei 2024."), conflicts=())
    wanted = examples._Candidate(question="Van wanneer is de brief?", group="ouder", holds="21 mei")
    monkeypatch.setattr(examples, "_by_hand", lambda: iter([wanted]))
    monkeypatch.setattr(examples, "_of_papers", lambda _: iter([]))
    monkeypatch.setattr(Assistant, "ask", lambda *_, **__: told)
    [one] = examples.checked(Assistant(generation), generation)
    assert one.document == told.citations[0].document
