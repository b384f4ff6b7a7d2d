"""Two subjects in one question."""

from assistant.understand.two_subjects import joined
from tests.assistant.made import question


def test_the_two_things_that_a_question_joins_are_told_by_their_stems() -> None:
    assert len(joined(question("Hoeveel mensen varen in de zomer en in de winter?"))) == 2
    assert joined(question("Hoeveel mensen varen in de zomer?")) == ()
    assert joined(question("Vaart hij in de zomer en in de zomer?")) == ()
