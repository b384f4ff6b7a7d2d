"""What a model reads beside the sentences that were found."""

from __future__ import annotations

import pytest

from assistant.find.sentences import whole
from assistant.word.supply import host_of, line_of
from ingest.document import BlockKind
from tests.assistant.made import paper, torn


def test_each_part_of_the_sentence_of_a_footnote_is_quoted_from_its_own_page() -> None:
    document = torn()
    line = host_of(document, document.blocks[-1])
    assert line is not None
    assert [(one.text, one.citation.rpartition(", ")[2]) for one in line.quotes] == [
        ("Ik sprak met een", "p. 1"),
        ("reder2 die al jaren vaart.", "p. 2"),
    ]
    assert "met een reder" in line.shown and line.shown.endswith("die al jaren vaart.")


def test_a_footnote_that_hangs_on_nothing_has_no_sentence() -> None:
    document = torn()
    assert host_of(document, document.blocks[1]) is None


@pytest.mark.parametrize("label", ["Lopend beraad", "[Lopend beraad]", "[weggelakt: Lopend beraad]"])
def test_a_redaction_is_told_with_its_ground_however_it_is_printed(label: str) -> None:
    document = paper(label, kinds=(BlockKind.REDACTION,))
    assert line_of(whole(document, document.blocks[0])).shown == "[weggelakt: Lopend beraad]"
