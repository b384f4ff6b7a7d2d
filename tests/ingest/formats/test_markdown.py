from __future__ import annotations

from datetime import date

import pytest

from ingest.formats.markdown import parse
from ingest.formats.paged_text import UnreadableFile


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


@pytest.mark.parametrize("front", ["- a\n- b\n", "a: [\n"])
def test_front_matter_that_is_no_mapping_is_refused(front: str) -> None:
    with pytest.raises(UnreadableFile):
        parse(f"---\n{front}---\n")
