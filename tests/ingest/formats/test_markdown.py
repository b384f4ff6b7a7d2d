from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from ingest.formats.markdown import parse
from ingest.reading import read_folder


def test_front_matter_is_split_from_the_body() -> None:
    found = parse("---\nabout: kst-1\ndate: 2020-05-04\nsender:\n---\n# De boot\n")
    assert (found.about, found.date, found.sender, found.body) == (
        "kst-1",
        date(2020, 5, 4),
        "",
        "# De boot\n",
    )


def test_without_front_matter_all_is_body() -> None:
    assert parse("# De boot").body == "# De boot"


@pytest.mark.parametrize(
    ("front", "title"),
    [
        ("title: De boot: vaart zij?\ndate: 2020-05-04\n", "De boot: vaart zij?"),
        ("title: 'De boot\ndate: 2020-05-04\n", "De boot"),
        ("Title: De boot\ndate: 2020-05-04\nsender: @raad\n", "De boot"),
        ("title: De boot\ndate: 2020-05-04\ntags: [a, b\n", "De boot"),
        ("title: De boot\ndate: 2020-05-04\n\ttab: fout\n", "De boot"),
    ],
)
@pytest.mark.parametrize("end", ["---\n", "...\n"])
def test_front_matter_that_is_not_quite_yaml_is_read_line_by_line(front: str, title: str, end: str) -> None:
    found = parse(f"---\n{front}{end}# De boot\n")
    assert (found.title, found.date, found.body) == (title, date(2020, 5, 4), "# De boot\n")


def test_lists_in_lists_in_front_matter_make_no_title_and_no_day() -> None:
    front = "a: &a [boot, boot]\nb: &b [*a, *a]\ntitle: *b\nsender: {naam: *b}\ndate: *a\nurl: 12\n"
    found = parse(f"---\n{front}---\nDe boot vaart.")
    assert (found.title, found.sender, found.date, found.url) == ("", "", None, "12")


def test_a_day_that_does_not_exist_is_no_day() -> None:
    found = parse("---\ntitle: De boot\ndate: 2020-13-45\n---\nDe boot vaart.")
    assert (found.title, found.date, found.body) == ("De boot", None, "De boot vaart.")


@pytest.mark.parametrize("front", ["- a\n- b\n", "a: [\n", "De boot vaart.\n", "Let op: de boot vaart.\n", "\n"])
def test_what_tells_no_known_name_is_part_of_the_paper(front: str) -> None:
    text = f"---\n{front}---\nMeer.\n"
    assert parse(text).body == text


def test_a_paper_of_which_the_front_matter_is_broken_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("---\ntitle: Boot: een plan\n---\nDe boot vaart drie keer.\n", encoding="utf-8")
    reading = read_folder(tmp_path)
    assert reading.skipped == ()
    assert [(one.title, one.text) for one in reading.documents] == [("Boot: een plan", "De boot vaart drie keer.")]
