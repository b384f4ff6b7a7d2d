"""Public texts are found again by what they say, and their answers by where these begin."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from assistant.read.training import public

TEXT = "De bus rijdt elke dag. Hij stopt bij de school,\r\nook in het weekend. Een kaartje kost twee euro."
SOURCES = {
    "nl_kamervragen_qa_2024": {"subject": "De bus", "question": "Rijdt de bus?", "passage": TEXT},
    "nl_rijksoverheid_vac_sections": {"page_question": "Mag het?", "heading": "Regels", "passage": "Het mag niet."},
    "nl_debat_vraag_antwoord": {"question_only": "En nu?", "passage": "Dat weten we nog niet."},
}
WHOLE = " ".join(TEXT.split())
NAME = public.name_of("De bus", "Rijdt de bus?", WHOLE)


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    zstandard = pytest.importorskip("zstandard", reason="only training reads such files")
    for name, row in SOURCES.items():
        packed = zstandard.ZstdCompressor().compress(json.dumps(row).encode())
        (tmp_path / f"{name}.jsonl.zst").write_bytes(packed)
    return tmp_path


def test_an_answer_is_the_sentence_that_holds_its_place(sources: Path) -> None:
    places = [WHOLE.index("Hij stopt"), WHOLE.index("weekend"), WHOLE.index("Een kaartje")]
    line = {"passage": NAME, "q": "Waar stopt de bus?", "a": places, "style": "burger", "kind": "fact"}
    (passage,), (question,) = public.material(sources, [line])
    assert passage["sents"] == [
        "De bus rijdt elke dag.",
        "Hij stopt bij de school, ook in het weekend.",
        "Een kaartje kost twee euro.",
    ]
    assert question["a"] == [1, 2]
    assert question["pid"] == passage["pid"] == NAME


def test_a_passage_that_the_sources_lack_is_told(sources: Path) -> None:
    line = {"passage": "0" * 12, "q": "Waarom?", "a": [], "style": "burger", "kind": "reason"}
    with pytest.raises(ValueError, match="1 of 1 passages"):
        public.material(sources, [line])
