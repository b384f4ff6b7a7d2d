"""Verbs that stand in two parts."""

import pytest

from index.query import concepts
from index.separable import separated
from index.vocabulary import Vocabulary

VOCABULARY = Vocabulary({"boot": 3, "kade": 2, "wet": 4, "inwerkingtred": 1})


@pytest.mark.parametrize(
    ("text", "verbs"),
    [
        ("Wanneer gaat die wet in?", ("ingaan",)),
        ("Waarom wees de minister het af?", ("afwijzen",)),
        ("Hoeveel scholen doen mee?", ("meedoen",)),
        ("Hoe lang duurt het? Wie voert het uit?", ("uitvoeren",)),
        ("Waar gaat de brief over?", ()),  # of what, and no verb
        ("Hoeveel scholen zijn er?", ()),
        ("", ()),
    ],
)
def test_the_parts_are_put_together(text: str, verbs: tuple[str, ...]) -> None:
    assert tuple(found.verb for found in separated(text)) == verbs


def test_only_a_verb_that_somebody_knows_is_searched_for() -> None:
    words = {concept.word for concept in concepts("Wanneer raakt de boot de kade aan?", VOCABULARY)}
    assert words == {"raakt", "boot", "kade"}
    words = {concept.word for concept in concepts("Wanneer gaat die wet in?", VOCABULARY)}
    assert words == {"ingaan", "wet"}, "inwerkingtreding"
