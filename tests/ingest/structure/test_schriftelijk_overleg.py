from __future__ import annotations

from datetime import date

import pytest

from ingest.document import BlockKind, Kind, Role
from ingest.formats.paged_text import PagedText, Row
from ingest.structure import structure
from tests.ingest.structure.made import OVERLEG, parsed


def test_input_and_replies_are_told_apart() -> None:
    parts = parsed(OVERLEG)
    assert parts.kind is Kind.SCHRIFTELIJK_OVERLEG
    said = [(block.kind, block.place) for block in parts.blocks if block.kind is not BlockKind.HEADING]
    assert said == [
        (BlockKind.QUESTION, "inbreng ABC-fractie"),
        (BlockKind.ANSWER, "reactie op de ABC-fractie"),
        (BlockKind.ANSWER, "reactie op de ABC-fractie"),
        (BlockKind.QUESTION, "inbreng XYZ-fractie"),
        (BlockKind.ANSWER, "reactie op de XYZ-fractie"),
    ]


@pytest.mark.parametrize("between", ["    ", "\t\t", "\n\n"])
def test_its_title_may_stand_at_any_distance_from_its_number(between: str) -> None:
    head = (
        f"12 345{between}Veerboten\n\nNr. 8{between}VERSLAG VAN EEN SCHRIFTELIJK OVERLEG\n\nVastgesteld 9 mei 2019\n\n"
    )
    assert parsed(head + OVERLEG.partition("\n\n")[2]).kind is Kind.SCHRIFTELIJK_OVERLEG


def test_each_has_its_own_speaker() -> None:
    speakers = {block.kind: block.speaker for block in parsed(OVERLEG).blocks}
    assert speakers[BlockKind.QUESTION].role is Role.FRACTIE
    assert speakers[BlockKind.QUESTION].name == "de XYZ-fractie"
    assert speakers[BlockKind.ANSWER].role is Role.BEWINDSPERSOON


def test_a_reply_hangs_on_the_input_that_it_answers() -> None:
    parts = parsed(OVERLEG)
    last = parts.blocks[-1]
    assert last.context is not None
    assert parts.text[slice(*last.context)].startswith("De leden van de XYZ-fractie")


def test_before_a_separate_part_of_replies_nobody_replies() -> None:
    text = (
        "Verslag van een schriftelijk overleg\n\nI Vragen en opmerkingen uit de fracties\n\n"
        "Vragen en opmerkingen van de leden van de ABC-fractie\n\n"
        "De leden van de ABC-fractie danken de minister.\n\nWij delen de zorgen van de eilanden.\n\n"
        "II Reactie van de minister\n\nIk dank de leden van de ABC-fractie.\n"
    )
    kinds = [block.kind for block in parsed(text).blocks if block.kind in {BlockKind.QUESTION, BlockKind.ANSWER}]
    assert kinds == [BlockKind.QUESTION, BlockKind.QUESTION, BlockKind.ANSWER]


SEPARATE = """\
12 345 Veerboten

Nr. 8 VERSLAG VAN EEN SCHRIFTELIJK OVERLEG

Vastgesteld 9 mei 2019

De vaste commissie voor Eilanden heeft vragen voorgelegd aan de Minister van Verkeer, Water en Eilanden over de brief
van 3 april 2019 over de boot (Kamerstuk 12 345, nr. 7).

Inhoud

I Vragen en opmerkingen uit de fracties

• Inbreng van de leden van de ABC-fractie

• Inbreng van het lid Voorbeeld

II Reactie van de Minister

I Vragen en opmerkingen uit de fracties

Inbreng van de leden van de ABC-fractie

De leden van de ABC-fractie hebben de brief gelezen. Zij hebben nog vragen.

De leden van de ABC-fractie lezen dat de boot in de winter niet vaart. Kan de Minister zeggen op welke dagen dat is?

Voorts vragen deze leden wie de steigers onderhoudt.

Inbreng van het lid Voorbeeld

Het lid Voorbeeld vraagt naar de prijs van een kaartje voor schoolkinderen.

II Reactie van de Minister

Ik dank de leden voor hun vragen.

Inbreng van de leden van de ABC-fractie

De leden van de ABC-fractie lezen dat de boot in de winter niet vaart. Kan de Minister zeggen op welke dagen dat is?

Op zondagen in januari vaart de boot niet.

Het gaat om vier dagen.

De reder onderhoudt de steigers. Ik heb daarover afspraken gemaakt.

Inbreng van het lid Voorbeeld

Een kaartje kost voor schoolkinderen 2 euro.
"""


def said(text: str) -> list[tuple[str, str, str]]:
    """Place, role and first words of all that was said."""
    parts = parsed(text)
    return [
        (block.place, block.speaker.role.value, " ".join(parts.text[block.start : block.end].split()[:3]))
        for block in parts.blocks
        if block.kind in {BlockKind.QUESTION, BlockKind.ANSWER}
    ]


def answered(text: str) -> dict[str, str]:
    """The first words of each answer, and the question that it hangs on."""
    parts = parsed(text)
    return {
        " ".join(parts.text[block.start : block.end].split()[:2]): parts.text[slice(*block.context)]
        for block in parts.blocks
        if block.kind is BlockKind.ANSWER and block.context
    }


def test_the_head_tells_number_date_minister_and_subject() -> None:
    parts = parsed(SEPARATE)
    assert parts.kind is Kind.SCHRIFTELIJK_OVERLEG
    assert parts.identifier == "kst-12345-8"
    assert parts.date == date(2019, 5, 9)
    assert parts.sender == "Minister van Verkeer, Water en Eilanden"
    assert parts.title == "Verslag van een schriftelijk overleg over de brief van 3 april 2019 over de boot"


def test_a_list_of_contents_is_nobodys_words() -> None:
    parts = parsed(SEPARATE)
    contents = [block for block in parts.blocks if block.place == "inhoudsopgave"]
    assert len(contents) == 5
    assert {block.speaker.role for block in contents} == {Role.ONBEKEND}


def test_a_question_said_again_is_a_question_in_the_words_of_the_minister() -> None:
    parts = parsed(SEPARATE)
    again = [block for block in parts.blocks if block.place.startswith("herhaalde vraag")]
    assert [block.kind for block in again] == [BlockKind.QUESTION]
    assert again[0].speaker.role is Role.BEWINDSPERSOON
    assert again[0].context is not None
    assert again[0].context[1] < again[0].start


def test_each_reply_hangs_on_its_question_also_when_that_is_not_said_again() -> None:
    found = answered(SEPARATE)
    assert found["Op zondagen"].startswith("De leden van de ABC-fractie lezen")
    assert found["Het gaat"].startswith("De leden van de ABC-fractie lezen")
    assert found["Een kaartje"].startswith("Het lid Voorbeeld vraagt")


def test_numbered_questions_are_answered_under_their_number() -> None:
    text = (
        "Verslag van een schriftelijk overleg\n\nABC-fractie\n\nVraag 1\n"
        "De leden van de ABC-fractie vragen naar de boot.\n\nAntwoord\nDe boot vaart.\n\n"
        "Vraag 2\nDeze leden vragen naar de haven.\n\nAntwoord\nDe haven is open.\n"
    )
    assert [place for place, _, _ in said(text)] == [
        "inbreng ABC-fractie, vraag 1",
        "reactie op de ABC-fractie, antwoord 1",
        "inbreng ABC-fractie, vraag 2",
        "reactie op de ABC-fractie, antwoord 2",
    ]
    assert answered(text)["De haven"] == "Deze leden vragen naar de haven."


def test_nobody_replies_before_something_was_asked() -> None:
    text = (
        "Verslag van een schriftelijk overleg\n\nInbreng van de leden van de ABC-fractie\n\n"
        "De leden van de ABC-fractie hebben de brief gelezen.\n\nDe brief gaat over de boot naar het eiland.\n\n"
        "Hoe vaak vaart de boot?\n\nIk laat de boot tien keer varen.\n"
    )
    assert [role for _, role, _ in said(text)] == ["fractie", "fractie", "fractie", "bewindspersoon"]


def test_letters_of_the_eerste_kamer_are_input_and_reply() -> None:
    text = (
        "12 345 Veerboten\n\nAB1 VERSLAG VAN EEN NADER SCHRIFTELIJK OVERLEG\n\nVastgesteld 3 mei 2018\n\n"
        "BRIEF VAN DE VOORZITTER VAN DE VASTE COMMISSIE VOOR EILANDEN\n\nAan de Minister van Verkeer\n\n"
        "De leden van de ABC-fractie vragen u naar de boot.\n\n"
        "De leden van de commissie zien uw antwoord graag tegemoet.\n\n"
        "BRIEF VAN DE MINISTER VAN VERKEER\n\nHierbij beantwoord ik de vragen.\n\n"
        "De leden van de ABC-fractie vragen u naar de boot.\n\nDe boot vaart elke dag.\n"
    )
    parts = parsed(text)
    assert parts.identifier == "kst-12345-AB"
    assert [(place, role) for place, role, _ in said(text)] == [
        ("inbreng ABC-fractie", "fractie"),
        ("herhaalde vraag ABC-fractie", "bewindspersoon"),
        ("reactie op de ABC-fractie", "bewindspersoon"),
    ]


def test_a_letter_that_mentions_a_consultation_is_none() -> None:
    text = (
        "Geachte voorzitter,\n\nIn het schriftelijk overleg stelden de leden van de ABC-fractie en de leden van de "
        "XYZ-fractie vragen aan mij. Uw Kamer ontvangt nu de cijfers.\n\n"
        "De leden van de ABC-fractie wezen op de kosten.\n"
    )
    assert parsed(text).kind is not Kind.SCHRIFTELIJK_OVERLEG


def test_a_paragraph_that_asks_again_and_answers_is_both() -> None:
    text = SEPARATE.replace(
        "Een kaartje kost voor schoolkinderen 2 euro.",
        "Het lid Voorbeeld vraagt wat schoolkinderen betalen. Een kaartje kost 2 euro. Dat blijft zo.",
    )
    assert said(text)[-2:] == [
        ("herhaalde vraag lid Voorbeeld", "bewindspersoon", "Het lid Voorbeeld"),
        ("reactie op het lid Voorbeeld", "bewindspersoon", "Een kaartje kost"),
    ]
    assert answered(text)["Een kaartje"] == "Het lid Voorbeeld vraagt wat schoolkinderen betalen."


@pytest.mark.parametrize(
    "more", ["Tabel 1. Prijzen\n\nSoort | Euro | Cent\nKind | 2 | 50", "• Een kaartje kost 2 euro;"]
)
def test_what_stands_behind_a_question_said_again_with_its_answer_belongs_to_the_answer(more: str) -> None:
    again = "Het lid Voorbeeld vraagt wat schoolkinderen betalen. Dat staat hieronder:"
    parts = parsed(SEPARATE.replace("Een kaartje kost voor schoolkinderen 2 euro.", f"{again}\n\n{more}"))
    assert [block.place for block in parts.blocks if block.start >= parts.text.index(more[:7])] == [
        "reactie op het lid Voorbeeld"
    ] * len(parts.text[parts.text.index(more[:7]) :].split("\n\n"))


def test_turns_are_told_by_who_is_the_subject() -> None:
    text = (
        "Verslag van een schriftelijk overleg\n\nInbreng van de leden van de ABC-fractie\n\n"
        "De leden van de ABC-fractie lezen dat de boot niet vaart. Kan de minister dat toelichten?\n\n"
        "Het kabinet deelt de zorg van deze leden. De boot is in de werf.\n\n"
        "Voorts vragen zij naar de prijs van een kaartje.\n\nNaar ik begrijp kost een kaartje 2 euro.\n"
    )
    assert [role for _, role, _ in said(text)] == ["fractie", "bewindspersoon", "fractie", "bewindspersoon"]


def test_words_without_a_sign_of_the_minister_are_put_in_nobodys_mouth() -> None:
    text = (
        "Verslag van een schriftelijk overleg\n\nInbreng van de leden van de ABC-fractie\n\n"
        "De leden van de ABC-fractie lezen over de boot. Hoe vaak vaart de boot?\n\n"
        "De boot is oud en kost te veel.\n\nIk laat de boot vaker varen.\n\nDe haven wordt dieper.\n"
    )
    parts = parsed(text)
    said_by = [(block.speaker.role, block.kind) for block in parts.blocks if block.kind is not BlockKind.HEADING]
    assert said_by == [
        (Role.FRACTIE, BlockKind.QUESTION),
        (Role.ONBEKEND, BlockKind.PARAGRAPH),
        (Role.BEWINDSPERSOON, BlockKind.ANSWER),
        (Role.BEWINDSPERSOON, BlockKind.ANSWER),
    ]
    doubtful = next(block for block in parts.blocks if parts.text[block.start : block.end].startswith("De boot is oud"))
    assert doubtful.place == "inbreng ABC-fractie of de reactie daarop"
    assert doubtful.context is not None
    assert parts.text[slice(*doubtful.context)].endswith("Hoe vaak vaart de boot?")


def test_a_consultation_in_a_dossier_with_parts_bears_the_whole_number() -> None:
    parts = parsed(SEPARATE.replace("12 345 Veerboten", "21 501-31 Raad voor Havens"))
    assert (parts.identifier, parts.dossiers) == ("kst-21501-31-8", ("21 501-31",))


@pytest.mark.parametrize("filled", [" | ", " ........ ", " "])
def test_the_lines_of_a_list_of_contents_may_end_in_their_page(filled: str) -> None:
    titles = ["I Vragen en opmerkingen vanuit de fracties", "Inbreng van de leden van de ABC-fractie", "II Reactie"]
    contents = "\n\n".join(f"{title}{filled}{page}" for page, title in enumerate(titles, start=2))
    body = f"{titles[0]}\n\n{titles[1]}\n\nDe leden van de ABC-fractie vragen hoe laat de boot vaart.\n\n"
    parts = parsed(
        f"Nr. 7 VERSLAG VAN EEN SCHRIFTELIJK OVERLEG\n\nInhoudsopgave\n\n{contents}\n\n{body}"
        f"{titles[2]}\n\nIk dank de leden.\n"
    )
    inputs = [block for block in parts.blocks if block.speaker.name == "de ABC-fractie"]
    assert [parts.text[block.start : block.end] for block in inputs] == body.split("\n\n")[1:3]


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("De vragen zijn, met de bij brief van 6 mei 2025 toegezonden antwoorden, hierna afgedrukt.", date(2025, 5, 6)),
        ("Bij brief van 6 mei 2025 zijn de vragen beantwoord.", date(2025, 5, 6)),
        ("Bij brief van 6 mei 2025 heeft de Minister van Verkeer deze beantwoord.", date(2025, 5, 6)),
        ("De vragen gaan over de bij brief van 6 mei 2025 toegezonden nota.", None),
    ],
)
def test_a_consultation_that_is_not_published_has_the_day_of_the_reply(said: str, day: date | None) -> None:
    body = "De leden van de ABC-fractie vragen hoe laat de boot vaart.\n\nIk laat haar vaker varen.\n"
    assert parsed(f"Verslag van een schriftelijk overleg\n\n{said}\n\nInbreng van de ABC-fractie\n\n{body}").date == day


@pytest.mark.parametrize(
    "again",
    [
        "De leden vragen waarom ik niet kies voor een tweede boot.",
        "Deze leden vragen mij hoe ik aankijk tegen een tweede boot.",
        "De leden van de ABC-fractie vragen of ik een tweede boot wil. Zij verzoeken mij dat toe te lichten.",
    ],
)
@pytest.mark.parametrize("behind", [" Daarvoor zie ik geen geld.", "\n\nDaarvoor zie ik geen geld."])
def test_a_question_said_again_may_speak_of_the_minister_as_i(again: str, behind: str) -> None:
    text = SEPARATE.replace("De reder onderhoudt", f"{again}{behind}\n\nDe reder onderhoudt")
    assert ("herhaalde vraag ABC-fractie", "bewindspersoon", " ".join(again.split()[:3])) in said(text)
    assert answered(text)["Daarvoor zie"] == again


@pytest.mark.parametrize(
    "words",
    [
        "De leden van de ABC-fractie dank ik voor hun vraag.",
        "Ik deel met deze leden dat de vraag groot is.",
        "Op de vraag van deze leden antwoord ik dat het kan.",
    ],
)
def test_members_who_are_not_the_subject_ask_nothing(words: str) -> None:
    text = SEPARATE.replace("De reder onderhoudt", f"{words}\n\nDe reder onderhoudt")
    assert ("reactie op de ABC-fractie", "bewindspersoon", " ".join(words.split()[:3])) in said(text)


def test_what_a_reply_leads_in_is_the_reply() -> None:
    again = "De leden van de ABC-fractie vragen naar de steigers."
    lead_in = "Aan drie steigers werkt de reder als volgt:"
    listed = f"{again} {lead_in}\n\n– zij worden hoger;\n\n– zij worden breder.\n\nDaarna zijn zij open."
    parts = parsed(SEPARATE.replace("Het gaat om vier dagen.", listed))
    items = [block for block in parts.blocks if block.kind is BlockKind.LIST_ITEM and block.place != "inhoudsopgave"]
    assert {block.place for block in items} == {"reactie op de ABC-fractie"}
    assert {parts.text[slice(*(block.context or (0, 0)))] for block in items} == {lead_in}
    assert answered(parts.text)["Daarna zijn"] == again


def test_below_a_table_a_reply_goes_on() -> None:
    again = "De leden van de ABC-fractie vragen naar de steigers."
    table = "Tabel 1. Steigers\n\nHaven | Hoogte\nNoord | 3 meter"
    text = SEPARATE.replace("Het gaat om vier", f"{again} Zie de tabel.\n\n{table}\n\nHet gaat om vier")
    rows = {text.index("Haven | "): Row.OPENS | Row.HEAD, text.index("Noord | "): Row.BODY}
    parts = structure(PagedText(text=text, rows=rows))
    caption, head, row = (block for block in parts.blocks if block.kind is BlockKind.TABLE)
    assert caption.place == head.place == row.place == "reactie op de ABC-fractie"
    assert row.context == (caption.start, head.end)
    assert row.path == ("Inbreng van de leden van de ABC-fractie",)
    below = next(block for block in parts.blocks if parts.text[block.start :].startswith("Het gaat"))
    assert below.path == ("Inbreng van de leden van de ABC-fractie",)
    assert parts.text[slice(*(below.context or (0, 0)))] == again


def test_what_is_said_before_anybody_is_answered_answers_nobody() -> None:
    words = "Ik dank de leden voor hun vragen naar de boot in de winter en de prijs van een kaartje."
    parts = parsed(SEPARATE.replace("Ik dank de leden voor hun vragen.", words))
    opening = next(block for block in parts.blocks if parts.text[block.start :].startswith("Ik dank"))
    assert (opening.kind, opening.context) == (BlockKind.PARAGRAPH, None)


def test_replies_to_another_fractie_hang_on_nothing_of_the_former() -> None:
    body = SEPARATE.partition("II Reactie van de Minister\n\nIk dank")[0] + (
        "II Reactie van de Minister\n\nDe leden van de ABC-fractie vragen naar de winter. Dan vaart de boot niet.\n\n"
        "Het lid Voorbeeld heeft gelijk dat ik de kaartjes van schoolkinderen duur vind.\n"
    )
    assert answered(body)["Het lid"].startswith("Het lid Voorbeeld vraagt")


def test_who_replies_signs_at_the_foot() -> None:
    parts = parsed(f"{SEPARATE}\nDe Minister van Verkeer, Water en Eilanden,\n\nA.B. Voorbeeld\n")
    signed = [block for block in parts.blocks if block.place == "ondertekening"]
    assert len(signed) == 2
    assert {(block.speaker.role, block.speaker.name, block.path) for block in signed} == {
        (Role.BEWINDSPERSOON, "minister A.B. Voorbeeld", ())
    }


def test_who_signs_the_letter_with_the_questions_is_not_the_minister() -> None:
    asked = "De leden van de ABC-fractie vragen naar de boot."
    parts = parsed(
        "12 345 Veerboten\n\nA VERSLAG VAN EEN SCHRIFTELIJK OVERLEG\n\n"
        f"BRIEF VAN DE VOORZITTER VAN DE VASTE COMMISSIE VOOR EILANDEN\n\n{asked}\n\nHoogachtend,\n\nA.B. Voorbeeld\n\n"
        f"BRIEF VAN DE MINISTER VAN VERKEER\n\n{asked}\n\nDie vaart elke dag.\n\n"
        "De Minister van Verkeer,\n\nC.D. Proef\n"
    )
    signed = {parts.text[block.start : block.end]: block for block in parts.blocks}
    assert signed["A.B. Voorbeeld"].speaker.role is Role.ONBEKEND
    assert (signed["C.D. Proef"].speaker.name, signed["C.D. Proef"].place) == ("minister C.D. Proef", "ondertekening")


@pytest.mark.parametrize("house", ["Tweede Kamer", "Eerste Kamer"])
def test_a_consultation_goes_to_the_kamer_that_it_names(house: str) -> None:
    assert parsed(f"{house} der Staten-Generaal\n\n{SEPARATE}").recipient == house
    assert parsed(SEPARATE).recipient == ""


def test_what_is_answered_before_anybody_is_named_hangs_on_its_question() -> None:
    replies = "De winterdienst blijft, ook op zondagen.\n\nEen kaartje voor schoolkinderen wordt duurder.\n\nTot ziens."
    text = SEPARATE.replace("Ik dank de leden voor hun vragen.", f"Ik dank de leden voor hun vragen.\n\n{replies}")
    parts = parsed(text.replace("in de winter niet vaart. Kan", "in de winterdienst op zondagen niet vaart. Kan", 1))
    found = answered(parts.text)
    assert found["De winterdienst"].startswith("De leden van de ABC-fractie lezen")
    assert found["Een kaartje"].startswith("Het lid Voorbeeld vraagt")
    assert not {"Ik dank", "Tot ziens."} & found.keys()


@pytest.mark.parametrize(
    "words",
    [
        "De leden van de ABC-fractie vragen terecht aandacht voor de winter en ik zal daarom een boot laten varen.",
        "De leden van de ABC-fractie vragen mij of ik de steiger herstel; ik doe dat voor de zomer.",
        "De leden van de ABC-fractie vragen aandacht voor de kade, daarom laat ik die herstellen.",
    ],
)
def test_what_the_minister_says_of_himself_is_no_question_of_members(words: str) -> None:
    text = SEPARATE.replace("De reder onderhoudt", f"{words}\n\nDe reder onderhoudt")
    assert ("reactie op de ABC-fractie", "bewindspersoon", " ".join(words.split()[:3])) in said(text)


NUMBERED = "Vraag 1\nDe leden van de ABC-fractie vragen naar de boot.\n\nAntwoord 1\n"


def test_a_reply_to_a_question_without_a_number_bears_no_number() -> None:
    replies = (
        f"{NUMBERED}Die vaart.\n\nDe leden van de XYZ-fractie vragen naar de kade. Die is dicht.\n\nDat blijft zo.\n"
    )
    text = SEPARATE.partition("Inbreng van het lid Voorbeeld\n\nEen kaartje")[0]
    text = text.replace("Ik dank de leden voor hun vragen.", replies)
    places = {words: place for place, _, words in said(text)}
    assert places["Die vaart."] == "reactie op de ABC-fractie, antwoord 1"
    assert places["Die is dicht."] == places["Dat blijft zo."] == "reactie op de XYZ-fractie"


def test_a_reply_that_says_its_own_question_again_keeps_its_number() -> None:
    again = "De leden van de ABC-fractie vragen naar de boot. Die vaart weer."
    text = SEPARATE.replace("Ik dank de leden voor hun vragen.", f"{NUMBERED}{again}")
    assert ("reactie op de ABC-fractie, antwoord 1", "bewindspersoon", "Die vaart weer.") in said(text)


@pytest.mark.parametrize(
    ("opening", "about"),
    [
        ("Op de vraag van deze leden wie de steigers onderhoudt", "Voorts vragen deze leden"),
        ("In antwoord op de vraag over het onderhoud van de steigers", "Voorts vragen deze leden"),
        ("Op de vraagkaart van de steigers na", "De leden van de ABC-fractie lezen"),  # what is said again goes on
    ],
)
def test_a_reply_that_turns_to_another_question_of_a_fractie_hangs_on_that(opening: str, about: str) -> None:
    text = SEPARATE.replace("De reder onderhoudt de steigers. Ik", f"{opening}, meld ik: de reder onderhoudt ze. Ik")
    assert answered(text)[" ".join(opening.split()[:2])].startswith(about)
