"""What people agreed to keep: all of it there, nothing else, and nothing about a person."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assistant.desk.kept import Kept, PersonalDataFound


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.text(alphabet=st.characters(codec="utf-8")), min_size=1, max_size=4))
def test_what_was_kept_comes_back_as_it_was(tmp_path: Path, texts: list[str]) -> None:
    file = tmp_path / "kept.jsonl"
    file.unlink(missing_ok=True)
    for text in texts:
        Kept(file).add({"text": text}, typed="")
    assert [record["text"] for record in Kept(file).records()] == texts


def test_nothing_is_made_on_disk_before_something_is_kept(tmp_path: Path) -> None:
    assert Kept(tmp_path / "folder" / "kept.jsonl").records() == []
    assert list(tmp_path.iterdir()) == []


def test_words_about_a_person_are_refused_and_not_written(tmp_path: Path) -> None:
    kept = Kept(tmp_path / "kept.jsonl")
    with pytest.raises(PersonalDataFound) as refused:
        kept.add({"text": "mail naar ouder@voorbeeld.nl"}, typed="mail naar ouder@voorbeeld.nl")
    assert refused.value.found == "een e-mailadres"
    assert kept.records() == []


def test_a_line_that_was_broken_off_costs_only_itself(tmp_path: Path) -> None:
    file = tmp_path / "kept.jsonl"
    kept = Kept(file)
    kept.add({"text": "een"}, typed="")
    with file.open("a") as out:
        out.write('{"text": "tw')
    kept.add({"text": "drie"}, typed="")
    assert [record["text"] for record in kept.records()] == ["een", "drie"]


def test_only_the_owner_may_read_what_is_kept(tmp_path: Path) -> None:
    file = tmp_path / "folder" / "kept.jsonl"
    Kept(file).add({}, typed="")
    assert (file.stat().st_mode & 0o777, file.parent.stat().st_mode & 0o777) == (0o600, 0o700)


def test_the_folders_above_are_made_too(tmp_path: Path) -> None:
    kept = Kept(tmp_path / "data" / "helpdesk" / "kept.jsonl")
    kept.add({"text": "een"}, typed="")
    kept.add({"text": "twee"}, typed="")
    assert [record["text"] for record in kept.records()] == ["een", "twee"]
