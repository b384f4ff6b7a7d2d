from dataclasses import replace
from time import process_time

import pytest

from assistant.briefing.moties import numbers_in, outcome_of, proposed_in, proposes
from assistant.find.sentences import sentences_of
from ingest.document import BlockKind, Document, ReferenceKind
from ingest.mentions import document_references
from tests.assistant.made import paper


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
        ("Waarom voert u de motie die door de Kamer is aangenomen niet uit?", "aangenomen"),
        ("Waarom laat u de motie over de pont liggen, die vorig jaar werd aangenomen?", "aangenomen"),
        ("Hoe kijkt u naar de motie die de Kamer heeft verworpen?", "verworpen"),
        ("Waarom is de motie, die de pont wil keuren, aangenomen?", ""),
        ("Klopt het dat de motie over de kade is aangenomen?", ""),
        ("Kent u de motie, en klopt het dat die is aangenomen?", ""),
        ("Kent u de motie die nog niet is aangenomen?", ""),
        ("Kent u de motie bij het wetsvoorstel dat in mei is aangenomen?", ""),
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


def noted(said: str, *notes: str) -> Document:
    """A paper of one sentence with its notes."""
    document = paper(said, *notes, kinds=(BlockKind.PARAGRAPH, *(BlockKind.FOOTNOTE for _ in notes)))
    first, *below = document.blocks
    hung = [
        replace(note, number=str(number), place=f"voetnoot {number}", context=(first.start, first.end))
        for number, note in enumerate(below, 1)
    ]
    document = replace(document, blocks=(first, *hung))
    return replace(document, references=document_references(document))


@pytest.mark.parametrize(
    ("said", "numbers"),
    [
        ("In uw brief van mei1 verwijst u naar de motie van het lid Veerman2.", ("kst-29876-5",)),
        ("De motie van het lid Veerman1 staat ook in uw brief van mei2.", ("kst-29876-4",)),
        ("De motie van het lid Veerman vraagt om een pont, en die is er niet.1", ("kst-29876-4",)),
        ("In het verslag1 en de brief2 staat niets van de motie van het lid Veerman.", ()),
    ],
)
def test_only_the_note_that_hangs_on_a_motie_gives_its_number(said: str, numbers: tuple[str, ...]) -> None:
    notes = [f"{number} Kamerstuk 29 876, nr. {number + 3}." for number in (1, 2) if str(number) in said]
    sentence = sentences_of(noted(said, *notes))[0]
    assert numbers_in(sentence) == numbers


def test_a_question_without_end_is_read_in_time() -> None:
    begun = process_time()
    assert outcome_of("motie die is " * 4000 + "?") == ""
    assert process_time() - begun < 5  # seconds; 27 where a pattern looked from each motie to the end
