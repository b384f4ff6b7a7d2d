"""The number and the day of the paper itself."""

from dataclasses import replace
from datetime import date

import pytest

from assistant.point.lookups import looked_up
from assistant.point.particulars import told_in_head
from assistant.point.record import record_of
from assistant.point.which_paper import the_one
from assistant.understand.asked import Asked
from assistant.understand.conversation import complete
from ingest.document import BlockKind, Document, Kamervragen, Kind, Role, Speaker
from tests.assistant.made import paper, question

LETTER = paper("De boot vaart weer.")
NOTE = replace(
    paper("Wij adviseren een steiger.", identifier="bestand-0123456789ab", day=None),
    kind=Kind.BESLISNOTA,
    title="Beslisnota over de steiger",
)
ANSWERS = replace(
    paper(
        "Vragen van het lid Bos (ABC) over de pont.",
        "Antwoord van Minister Vaart (ontvangen 3 juni 2024).",
        identifier="ah-tk-20232024-77",
        day=date(2024, 6, 3),
    ),
    kind=Kind.AANHANGSEL,
    title="Vragen van het lid Bos (ABC) over de pont",
    recipient="het lid Bos (ABC)",
)
PAPERS = {one.identifier: one for one in (LETTER, NOTE, ANSWERS)}


def told(text: str) -> str:
    found = record_of(complete(text, ()), PAPERS.values())
    return found.told if found else ""


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Wat is het Kamerstuknummer van de brief over de veerboot?", "29 876, nr. 61, van 21 mei 2024"),
        ("Onder welk nummer staan de antwoorden aan Bos?", "2023/24, nr. 77, van 3 juni 2024"),
        ("Welk Aanhangselnummer hebben de antwoorden over de pont?", "nr. 77"),
        ("Onder welk aanhangselnr staan de vragen van Bos over de pont?", "nr. 77"),
        ("kamervragen bos pont welk aanhangselnummer", "nr. 77"),
        ("Welk stuknr heeft de brief over de veerboot?", "29 876, nr. 61"),
        ("Van welke datum is de Kamerbrief?", "is van 21 mei 2024"),
        ("Wanneer is de brief over de veerboot verstuurd?", "is van 21 mei 2024"),
    ],
)
def test_a_paper_tells_its_number_and_its_day(text: str, words: str) -> None:
    assert words in told(text)


@pytest.mark.parametrize("text", ["Wanneer is de beslisnota geschreven?", "Wat is het nummer van de beslisnota?"])
def test_what_is_not_known_of_a_paper_is_said_and_not_guessed(text: str) -> None:
    found = looked_up(complete(text, ()), PAPERS, "ouder")
    assert found is not None
    assert found.statements == ()
    assert "ken ik niet" in found.notice


@pytest.mark.parametrize(
    "text",
    [
        "Wanneer is de brief van 13 februari verstuurd?",  # another letter, of which only the day is told
        "Wanneer stuurde de minister de brief over de sluis?",  # one that is not here
        "Wat is het Kamerstuknummer van de motie Bos?",  # no paper of these
        "Naar welk ander Aanhangselnummer verwijzen de Kamervragen van Bos over de pont?",
        "Welk Aanhangselnummer hebben de vragen van Bos over de sluis en de dijk?",
        "Wat is het nummer van het rapport in de vragen van Bos over de pont?",
        "Welk dossiernummer heeft de wet waar de vragen van Bos over de pont over gaan?",
        "Wat is het nummer van de pont waar Bos vragen over stelde?",
        "Welk aanhangselnummer heeft de bijlage bij de vragen van Bos over de pont?",
        "Wanneer vaart de boot?",
        "Welke brief noemt de steiger?",
    ],
)
def test_nothing_is_told_where_it_is_not_certain_which_paper_is_meant(text: str) -> None:
    assert told(text) == ""


def test_a_paper_is_meant_only_if_it_bears_more_than_half_of_what_is_told_of_it() -> None:
    papers: list[Document] = list(PAPERS.values())
    assert the_one("de brief over de veerboot", (), papers) is LETTER
    assert the_one("de antwoorden over de pont en over de sluis", (), papers) is None
    assert the_one("de antwoorden", ("bos",), papers) is ANSWERS
    assert the_one("de brief", (), papers) is None
    ferries = replace(ANSWERS, title="Vragen over het bericht «Reders veerdienst in de knel»")
    assert the_one("de vragen over de veerdienstreders", (), [ferries, LETTER]) is ferries


def test_the_record_is_proven_by_where_the_paper_says_it_or_else_by_how_it_begins() -> None:
    found = looked_up(complete("Onder welk nummer staan de antwoorden aan Bos?", ()), PAPERS, "kamer")
    assert found is not None
    (statement,) = found.statements
    assert [one.text for one in statement.citations] == ["Antwoord van Minister Vaart (ontvangen 3 juni 2024)."]
    found = looked_up(complete("Van welke datum is de Kamerbrief?", ()), PAPERS, "kamer")
    assert found is not None
    assert [one.text for one in found.statements[0].citations] == ["De boot vaart weer."]


ASKED, ANSWERED = "Vragen van het lid Bos (ABC) over de pont.", "Antwoord van Minister Vaart (ontvangen 3 juni 2024)."


@pytest.mark.parametrize(
    ("text", "core", "quote"),
    [
        ("Wie stelde de vragen over de pont?", "Het lid Bos (ABC).", ASKED),
        ("Wie beantwoordde de vragen over de pont?", "Minister Vaart.", ANSWERED),
        ("Wanneer zijn de antwoorden over de pont ontvangen?", "3 juni 2024.", ANSWERED),
        ("Wanneer zijn de vragen over de pont ingezonden?", "", ASKED),
        ("Wie beantwoordde de vragen over de pont en wanneer?", "Minister Vaart, 3 juni 2024.", ANSWERED),
        ("Wanneer zijn de vragen over de pont beantwoord en door wie?", "Minister Vaart, 3 juni 2024.", ANSWERED),
        ("wie stelde de vragen over de pont en op welke dag", "", ASKED),
    ],
)
def test_who_asked_and_who_answered_stands_in_the_head(text: str, core: str, quote: str) -> None:
    papers = {**PAPERS, ANSWERS.identifier: replace(ANSWERS, kamervragen=Kamervragen(number="77"))}
    found = looked_up(complete(text, ()), papers, "kamer")
    assert found is not None
    *before, whole = found.statements
    assert [one.text for one in before] == ([core] if core else [])
    assert [one.text for one in whole.citations] == [quote]
    assert all(one.citations == whole.citations for one in before)


def test_a_follow_up_about_something_else_is_not_told_the_head_again() -> None:
    papers = {**PAPERS, ANSWERS.identifier: replace(ANSWERS, kamervragen=Kamervragen(number="77"))}
    before = ["Wie beantwoordde de vragen over de pont?"]
    again = looked_up(complete("En op welke datum?", before), papers, "kamer")
    assert again is not None
    assert [one.text for one in again.statements[-1].citations] == [ANSWERED]
    assert (
        looked_up(complete("En voor welke datum werd daarin een steiger toegezegd?", before), papers, "kamer") is None
    )


@pytest.mark.parametrize(
    ("text", "numbered", "quotes"),
    [
        ("Wanneer zijn de vragen van Bos over de pont ingezonden en beantwoord?", False, [ASKED, ANSWERED]),
        ("vragen Bos pont: aanhangselnummer, datum ingezonden en datum antwoord", True, [ASKED, ANSWERED]),
        ("vragen bos pont, welk nr en welke dag beantwoord", True, [ANSWERED]),
        ("Wanneer zijn de vragen over de pont, gesteld door Bos, beantwoord?", False, [ANSWERED]),
        ("Onder welk nummer staan de vragen van Bos over de pont, wie stelde ze en wanneer?", True, [ASKED]),
        (
            "Wanneer stuurde Bos zijn vragen over de pont in en wanneer kwam het antwoord binnen?",
            False,
            [ASKED, ANSWERED],
        ),
        ("Wie beantwoordde de vragen over de pont en wie stelde ze?", False, [ASKED, ANSWERED]),
        ("Wie stelde de vragen over de pont en door wie en wanneer zijn ze beantwoord?", False, [ASKED, ANSWERED]),
    ],
)
def test_all_that_is_asked_of_the_particulars_is_told(text: str, numbered: bool, quotes: list[str]) -> None:
    papers = {**PAPERS, ANSWERS.identifier: replace(ANSWERS, kamervragen=Kamervragen(number="77"))}
    found = looked_up(complete(text, ()), papers, "kamer")
    assert found is not None
    told_whole = [one for one in found.statements if "“" in one.text]
    assert [one.citations[0].text for one in told_whole] == quotes
    assert any("nr. 77" in one.text for one in found.statements) == numbered


@pytest.mark.parametrize(
    ("line", "day", "who"),
    [
        ("Antwoord van Staatssecretaris Vaart (Water), mede namens de Minister van Wind (ontvangen 3 juni 2024).",
         "3 juni 2024.", "Staatssecretaris Vaart (Water)."),
        ("In antwoord op uw brief van 6 mei 2024 antwoord ik op de vragen van het lid Bos (ABC) over de pont.",
         "", "Het lid Bos (ABC)."),
        ("De minister van Water,", "", ""),
    ],
)  # fmt: skip
def test_of_a_head_only_the_day_and_the_person_that_it_is_about_are_told(line: str, day: str, who: str) -> None:
    assert told_in_head(question("", Asked.DATE), line) == day
    assert told_in_head(question("", Asked.NAME), line) == who


def test_the_fracties_of_a_schriftelijk_overleg_are_named_in_the_order_in_which_they_speak() -> None:
    overleg = paper("Komt er een pont?", "Vaart zij ook zondag?", kinds=(BlockKind.QUESTION, BlockKind.QUESTION))
    names = ("de ABC-fractie", "de XYZ-fractie")
    blocks = tuple(
        replace(block, speaker=Speaker(role=Role.FRACTIE, name=name))
        for block, name in zip(overleg.blocks, names, strict=True)
    )
    papers = {overleg.identifier: replace(overleg, blocks=blocks, kind=Kind.SCHRIFTELIJK_OVERLEG)}
    found = looked_up(complete("Welke partijen stelden vragen in het schriftelijk overleg?", ()), papers, "kamer")
    assert found is not None
    assert "de ABC-fractie, de XYZ-fractie." in found.statements[0].text
    assert looked_up(complete("Welke partijen zijn tegen?", ()), papers, "kamer") is None


def test_of_several_consultations_only_the_one_that_is_meant_is_told() -> None:
    papers = {}
    for number, (title, fractie) in enumerate(
        (("Inbreng over de pont", "ABC"), ("Inbreng over dyslexie en lezen", "XYZ"))
    ):
        one = paper("Komt er een plan?", kinds=(BlockKind.QUESTION,), identifier=f"kst-29876-{70 + number}")
        heard = replace(one.blocks[0], speaker=Speaker(role=Role.FRACTIE, name=f"de {fractie}-fractie"))
        papers[one.identifier] = replace(one, blocks=(heard,), kind=Kind.SCHRIFTELIJK_OVERLEG, title=title)
    asked = "Welke fracties vroegen iets in het schriftelijk overleg over dyslexie en lezen?"
    found = looked_up(complete(asked, ()), papers, "kamer")
    assert found is not None
    assert "de XYZ-fractie." in found.statements[0].text
    assert looked_up(complete("Welke fracties vroegen iets in het schriftelijk overleg?", ()), papers, "kamer") is None


@pytest.mark.parametrize(
    ("year", "told"), [("in 2024", True), ("begin 2021", False), ("over de cijfers over 2021", True)]
)
def test_kamervragen_of_another_year_are_not_those_that_are_meant(year: str, told: bool) -> None:
    dated = replace(ANSWERS, kamervragen=Kamervragen(number="77", sent=date(2024, 2, 5)), date=date(2024, 3, 1))
    found = looked_up(complete(f"Wie stelde {year} vragen over de pont?", ()), {dated.identifier: dated}, "kamer")
    assert (found is not None) is told
