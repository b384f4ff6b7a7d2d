import pytest

from assistant.briefing.moties import outcome_of, proposed_in, proposes
from ingest.document import ReferenceKind


@pytest.mark.parametrize(
    ("sentence", "outcome"),
    [
        ("De motie over de pont is op 4 juni aangenomen.", "aangenomen"),
        ("Dit volgt uit de aangenomen motie van het lid Veerman.", "aangenomen"),
        ("Hoe rijmt u dat met de aangenomen motie over de kade?", "aangenomen"),
        ("Het amendement over de sluis is verworpen.", "verworpen"),
        ("Het verwerpen van de motie door uw Kamer betreur ik.", "verworpen"),
        ("Met deze brief doe ik de motie over de brug af.", "afgedaan"),
        ("De motie over de pont is niet aangenomen.", ""),
        ("Als de motie wordt aangenomen, sluit de haven.", ""),
        ("Is de motie over de kade aangenomen?", ""),
        ("De motie verzoekt de regering de pont te keuren.", ""),
    ],
)
def test_an_outcome_is_told_only_where_the_sentence_says_so(sentence: str, outcome: str) -> None:
    assert outcome_of(sentence) == outcome


def test_a_motie_and_an_amendement_are_known_by_their_words() -> None:
    assert proposed_in("Ik ontraad de motie-Veerman.", ()) == {ReferenceKind.MOTIE}
    assert proposed_in("De stand van de moties28 volgt.", ()) == {ReferenceKind.MOTIE}
    assert proposed_in("Het amendement van het lid Veerman11 steun ik.", ()) == {ReferenceKind.AMENDEMENT}
    assert proposed_in("De emoties liepen op.", ()) == set()


def test_the_paper_of_a_motie_asks_for_something() -> None:
    assert proposes("Motie van het lid Veerman over de pont", "verzoekt de regering de pont te keuren")
    assert not proposes("Brief over de pont", "verzoekt de regering de pont te keuren")
