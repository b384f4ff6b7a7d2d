"""What a model is told is short, Dutch, and asks for the very forms that are read."""

from assistant.word.answering import instructions
from assistant.word.reply import Absent, Said, Search, read

MOST = 300  # words: a small model follows no long instruction


def test_the_instruction_is_short_and_names_no_paper_or_person() -> None:
    assert len(instructions().split()) <= MOST
    assert not any(word in instructions() for word in ("passend", "minister", "Kamer"))


def test_its_own_examples_are_read_as_what_they_are_meant_for() -> None:
    events = [
        *read(iter([line + "\n" for line in instructions().replace(": ", ":\n").replace(", met", "\n").split("\n")]))
    ]
    assert Said("De aanvraag kan tot 1 mei worden gedaan.", ("3.2",)) in events
    assert [*read(iter(["NIET IN DE STUKKEN [3.2]"]))] == [Absent(("3.2",))]
    assert [*read(iter(["ZOEK: aanvraag"]))] == [Search("aanvraag")]
    assert "NIET IN DE STUKKEN" in instructions() and "ZOEK:" in instructions()
