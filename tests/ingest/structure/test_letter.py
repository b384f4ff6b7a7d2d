import pytest

from ingest.structure.letter import speaker_of


@pytest.mark.parametrize(
    ("sender", "speaker"),
    [
        ("A.B. Voorbeeld, minister van Verkeer", "minister A.B. Voorbeeld"),
        ("A.B. Voorbeeld, minister van Verkeer, mede namens de staatssecretaris van Zorg", "minister A.B. Voorbeeld"),
        (
            "A.B. Voorbeeld, minister van Zorg, Welzijn en Sport en C. de Proef, staatssecretaris van Verkeer",
            "minister A.B. Voorbeeld en staatssecretaris C. de Proef",
        ),
        ("A. Voorbeeld, minister-president", "minister-president A. Voorbeeld"),
        ("minister van Zorg, Welzijn en Sport", "de minister van Zorg, Welzijn en Sport"),
        ("minister van Verkeer, namens deze A.B. Proef", "de minister van Verkeer"),
        ("A.B. Proef, wethouder", "A.B. Proef"),
        ("", ""),
    ],
)
def test_a_speaker_is_named_with_the_office(sender: str, speaker: str) -> None:
    assert speaker_of(sender) == speaker
