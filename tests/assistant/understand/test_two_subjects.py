"""Two subjects in one question."""

from assistant.understand.two_subjects import joined
from tests.assistant.made import question


def test_two_things_are_joined_by_the_words_in_which_they_differ() -> None:
    assert len(joined(question("Hoeveel mensen varen in de zomer en in de winter?"))) == 2
    assert joined(question("Hoeveel mensen varen in de zomer?")) == ()
    assert joined(question("Vaart hij in de zomer en in de zomer?")) == ()
