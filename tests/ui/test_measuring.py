"""``passend eval`` asks each set of questions over its own papers, and only over papers that it was given."""

import json
from pathlib import Path

import pytest

from tests.ui.conftest import PAPERS, Passend
from ui.measuring import usual_sets

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


def test_questions_that_nobody_tunes_on_are_asked_only_by_name() -> None:
    assert [file.stem for file in usual_sets()] == ["builtin", "papers", "samples"]


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


def test_a_set_of_ones_own_needs_little(passend: Passend, tmp_path: Path) -> None:
    short = {name: ITEM[name] for name in ("id", "kind", "persona", "question", "required")}
    path = tmp_path / "own.jsonl"
    path.write_text(json.dumps(short), encoding="utf-8")
    report = tmp_path / "report.html"
    ran = passend("eval", "--set", path, "--papers", PAPERS, "--data", tmp_path / "data", "--html", report)
    assert ran.code == 0
    assert "Officiële stukken: 1 vragen" in ran.out
    assert report.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("geen json", "Regel 2 van de vragenlijst is geen JSON-object."),
        (json.dumps(ITEM | {"persona": "minister"}), "Regel 2 van de vragenlijst: het veld „persona”"),
        (json.dumps(ITEM | {"vraag": "?"}), "Regel 2 van de vragenlijst: het veld „vraag”"),
        (json.dumps(ITEM | {"required": []}), "Regel 2 van de vragenlijst: het veld „required”"),
        (json.dumps(ITEM), "Regel 2 van de vragenlijst: het veld „id”"),  # twice
    ],
)
def test_a_fault_in_a_set_is_told_by_its_line_and_field(passend: Passend, tmp_path: Path, line: str, told: str) -> None:
    path = tmp_path / "own.jsonl"
    path.write_text(f"{json.dumps(ITEM)}\n{line}\n", encoding="utf-8")
    ran = passend("eval", "--set", path, "--samples", PAPERS, "--data", tmp_path / "data")
    assert ran.code == 1
    assert told in ran.err


def test_worlds_are_asked_by_number_and_seed_and_runs_are_remembered(passend: Passend, tmp_path: Path) -> None:
    path = tmp_path / "own.jsonl"
    path.write_text("", encoding="utf-8")
    history = tmp_path / "runs.jsonl"
    ran = passend(
        "eval", "--set", path, "--worlds", "1", "--seed", "4", "--data", tmp_path / "data", "--history", history
    )
    assert ran.code == 0
    assert "Verzonnen stukken" in ran.out and "Verstopte opdrachten" in ran.out
    assert "Niveaus die bereikt moeten worden" in ran.out
    assert set(json.loads(history.read_text(encoding="utf-8"))["values"]) == {"worlds", "injections"}
