"""``passend eval`` asks each set of questions over its own papers, and only over papers that it was given."""

import json
from pathlib import Path

import pytest

from tests.ui.conftest import PAPERS, Passend

ITEM = {
    "id": "s-fact-date-900",
    "set": "samples",
    "kind": "fact-date",
    "persona": "kamer",
    "question": "Wanneer kwam het antwoord van staatssecretaris Proef op de vragen over reisbegeleiders?",
    "history": [],
    "required": [["12 maart 2024"]],
    "forbidden": [],
    "documents": ["ah-tk-20232024-1571"],
    "places": [],
    "evidence": [["ontvangen 12 maart 2024"]],
    "refusal": False,
    "note": "",
}


@pytest.fixture
def questions(tmp_path: Path) -> Path:
    """One question over papers of other dossiers, one over the official papers."""
    path = tmp_path / "own.jsonl"
    items = [ITEM, ITEM | {"id": "p-fact-date-900", "set": "papers"}]
    path.write_text("".join(json.dumps(item) + "\n" for item in items), encoding="utf-8")
    return path


def test_papers_of_other_dossiers_are_asked_when_their_folder_is_given(
    passend: Passend, questions: Path, tmp_path: Path
) -> None:
    ran = passend("eval", "--set", questions, "--samples", PAPERS, "--data", tmp_path / "data")
    assert ran.code == 0
    assert "Stukken uit andere dossiers" in ran.out
    assert "1 vragen over de officiële stukken zijn niet gesteld" in ran.out


def test_without_a_folder_for_its_questions_nothing_is_measured(
    passend: Passend, questions: Path, tmp_path: Path
) -> None:
    ran = passend("eval", "--set", questions, "--data", tmp_path / "data")
    assert ran.code == 1
    assert "passend eval --papers MAP" in ran.err
