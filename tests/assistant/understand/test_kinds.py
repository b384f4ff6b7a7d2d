"""How a question calls a paper."""

import pytest

from assistant.understand.kinds import ANSWERS, BESLISNOTA, DEBAT, LETTER, OVERLEG, PAPER_WORDS, Called
from index.dutch import stem
from ingest.document import Kind
from tests.assistant.made import question


@pytest.mark.parametrize(
    ("text", "called"),
    [
        ("Wat zeggen de nota's en de brieven?", (BESLISNOTA, LETTER)),
        ("Wat schreven ambtenaren over het antwoord op Kamervragen?", (BESLISNOTA, ANSWERS)),
        ("Wat staat er in het schriftelijk overleg?", (OVERLEG,)),
        ("Wat zei de minister in het debat?", (DEBAT,)),
        ("Is de brief voor het debat verstuurd?", (LETTER,)),
        ("Wat is het antwoord?", ()),
    ],
)
def test_a_paper_is_called_by_its_kind(text: str, called: tuple[Called, ...]) -> None:
    assert question(text).called == called


def test_one_word_names_one_kind_where_another_names_several() -> None:
    assert question("de Kamerbrief").own_kind == {Kind.KAMERBRIEF}
    assert question("de brief").own_kind == frozenset()


def test_a_kind_belongs_to_one_name() -> None:
    named = [kind for called in (ANSWERS, BESLISNOTA, DEBAT, LETTER, OVERLEG) for kind in called.kinds]
    assert len(named) == len(set(named))


def test_the_words_for_a_paper_tell_nothing_of_what_it_is_about() -> None:
    for word in PAPER_WORDS:
        assert question(f"Welk {word}?").asks_what_it_is
    assert not question("Welke brief over de pont?").asks_what_it_is
    assert stem("pont") not in {*map(stem, PAPER_WORDS)}
