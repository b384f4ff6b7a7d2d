"""What is said where the value that was asked for stands in no quote."""

from dataclasses import replace

import pytest

from assistant.prove.quotes import quote
from assistant.tell.missing import missing
from assistant.understand.asked import Asked
from assistant.understand.wishes import Wish
from tests.assistant.made import paper, question


@pytest.mark.parametrize(
    ("asked", "text", "said"),
    [
        (Asked.AMOUNT, "De subsidie is voor veerboten; 90 procent vraagt haar aan.", "Het gevraagde bedrag"),
        (Asked.AMOUNT, "De subsidie is 3 miljoen euro.", ""),
        (Asked.NUMBER, "De boten varen weer.", "Het gevraagde aantal"),
        (Asked.NUMBER, "De lijn telt er 15.", ""),
        (Asked.NUMBER, "Er varen twaalf boten.", ""),
        (Asked.DATE, "De proef begint later.", "De gevraagde datum"),
        (Asked.DATE, "De proef begint op 1 mei 2026.", ""),
        (Asked.PERIOD, "Het varen duurt te lang.", "De gevraagde termijn"),
        (Asked.PERIOD, "Het varen duurt drie uur.", ""),
        (Asked.REFERENCE, "De motie-Mulder is aangenomen.", "Het gevraagde nummer"),
        (Asked.REFERENCE, "Zie Kamerstuk 12 345, nr. 6.", ""),
        (Asked.REFERENCE, "Ze kwamen onder nummer 2024Z01234.", ""),
        (Asked.REASON, "De boten varen weer.", ""),
    ],
)
def test_what_no_quote_holds_is_said_to_be_missing(asked: Asked, text: str, said: str) -> None:
    document = paper(text)
    found = missing(question("Vertel over de boot", asked), [quote(document, 0, len(text), document.blocks[0])])
    assert found == (f"{said} vond ik niet. Wel staat er:" if said else "")


def test_a_share_is_missing_by_its_name_and_a_number_to_call_is_none_of_a_count() -> None:
    share = question("Welk deel van de boten vaart?", Asked.NUMBER)
    assert missing(share, []).startswith("Het gevraagde aandeel")
    assert missing(replace(share, text="Wat is het telefoonnummer van de reder?"), []) == ""
    assert Wish.NUMBER_TO_CALL in replace(share, text="Wat is het telefoonnummer van de reder?").wishes


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("De reder noemt drie eisen, die alle gelden.", "De gevraagde opsomming"),
        ("De drie eisen zijn een kade, een kaart en een kapitein.", ""),
        ("De reder stelt drie eisen. Ten eerste een kade. Ten tweede een kaart.", ""),
        ("De reder noemt drie eisen:\n• een kade\n• een kaart\n• een kapitein", ""),
    ],
)
def test_so_many_things_as_are_asked_for_have_to_be_listed(text: str, said: str) -> None:
    document = paper(text)
    asked = question("Noem de drie eisen van de reder", Asked.LIST)
    found = missing(asked, [quote(document, 0, len(text), document.blocks[0])])
    assert found == (f"{said} vond ik niet. Wel staat er:" if said else "")
    assert missing(replace(asked, text="Noem de eisen van de reder"), []) == ""
    assert missing(replace(asked, text="Welke eisen gelden voor een pont met 12 reizigers?"), []) == ""
