from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.sentences import split


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in split(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Zie het antwoord op vraag 1, nr. 12 van de lijst.",
        "De brief van 22 december jl. gaat over boten.",
        "De boot vaart o.a. naar het eiland.",
        "Dit geldt voor alle regio’s m.u.v. Zeeland en t.o.v. vorig jaar.",
        "De minister, A.B. Voorbeeld, vaart mee.",
        "Zij vroeg prof. dr. Voorbeeld om raad.",
        "Het kost € 1,5 miljard of 2.500 euro.",
        "1. Nieuwe steigers",
        "Vaart de boot? 1) 2)",
        "Hij zei «Kom aan boord!» tegen de gasten.",
        "De motie Voorbeeld c.s. is aangenomen.",
        "Ponten | 1.310 | 2.001.540 | 905",
        "In 2024 voeren 1.310 Friezen mee.",
        "De zitting begint om 9.00 De voorzitter opent haar.",
        "De boot vaart (zie www.haven.nl/a.html) elke dag.",
        "6 Bureau Noord, Boot of brug? Varen in de winter, Havenstad, mei 2021.",
        "12 A. Reder, Wie vaart er? Een telling, 2021, p. 4.",
    ],
)
def test_one_sentence_stays_one(text: str) -> None:
    assert sentences(text) == [text]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("De boot vaart. De steiger is dicht.", 2),
        ("De inspectie schreef.3 De boot vaart.", 2),
        ("Er varen er 853.¹ Dat is veel.", 2),
        ("Er varen er 853.4 Dat is veel.", 2),
        ("Er varen er 1.310.4 Dat is veel.", 2),
        ("Dat was in 2022.123 De boot vaart.", 2),
        ("Er varen er 853.123 De boot vaart.", 2),
        ("Er varen er 853.¹ ² Dat is veel.", 2),
        ("Vaart de boot? Zo ja, hoe vaak? Zo nee, waarom niet?", 3),
        ("Dat was op 22 december jl. De boot voer toen niet.", 2),
        ("Ze varen met boten e.d. Dat is mooi.", 2),
        ("Dit staat in bijlage 4. De boot vaart.", 2),
        ("Het was in 2023. De boot voer.", 2),
        ("Hij zei: «De boot vaart.» Zij knikte.", 2),
        ("De kosten zijn 7,0. Twee derde is betaald.", 2),
        ("Elk lid. De boot vaart.", 2),
        ("Er is veel te doen… De boot wacht.", 2),
        ("Kop zonder stop\n\nDe boot vaart.", 2),
        ("6 Bureau Noord, Boot of brug? Varen in de winter, mei 2021. Er deden 40 reders mee.", 2),
        ("6 Vaart de boot? Dat is niet bekend.", 2),
        ("6 Vaart de boot? Zo ja, sinds 2021? Zo nee, waarom niet?", 3),
        ("6 Kent u het plan? Ligt de boot sinds de zomer, juni 2021, stil?", 2),
        ("Vaart de boot? Ik schreef u daarover, mei 2021.", 2),
        ("Nodig zijn:\n• een boot\n• een steiger", 3),
    ],
)
def test_sentences_are_told_apart(text: str, count: int) -> None:
    assert len(sentences(text)) == count


def test_a_footnote_mark_stays_with_its_sentence() -> None:
    assert sentences("De boot vaart.3 De steiger is dicht.")[0] == "De boot vaart.3"


@given(st.text(alphabet="abA.!? \n»«)(1,•", max_size=80))
def test_sentences_leave_out_only_white_space(text: str) -> None:
    offset = 0
    for start, end in split(text):
        assert start < end
        assert text[start:end] == text[start:end].strip()
        assert not text[offset:start].strip()
        offset = end
    assert not text[offset:].strip()
