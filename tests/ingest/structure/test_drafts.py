"""Papers without empty lines: what breaks a paragraph or a footnote all the same."""

from __future__ import annotations

import pytest

from ingest.document import BlockKind, Role
from ingest.formats.paged_text import PagedText
from ingest.structure import structure
from ingest.structure.parts import Parts

AANHANGSEL = """\
Vragen gesteld door de leden der Kamer, met de daarop door de regering gegeven antwoorden
417
Vragen van het lid Voorbeeld (ABC) aan de Staatssecretaris van Verkeer over
de boot naar het eiland (ingezonden 3 september 2018).
Antwoord van Staatssecretaris Voorbeeld (Verkeer) (ontvangen 20 september 2018).
Vraag 1
Hoe vaak vaart de boot?1
Antwoord 1
De boot vaart vier keer per dag naar het eiland en terug, mits het weer dat toelaat.
Tweede Kamer, vergaderjaar 2018–2019, Aanhangsel{gap}
1
Vraag 2
Wie betaalt de steiger?
Antwoord 2
De gemeente betaalt de steiger.
"""
LETTER = """\
Geachte voorzitter,
Met deze brief stuur ik uw Kamer de plannen voor de nieuwe veerboten, die met de
eilanden zijn besproken.1 De boten varen vanaf de zomer.
1 Dienstregeling van het eiland, bladzijde 4.
Steigers en havens
Er komen drie steigers bij: twee in het noorden van het land en een in het zuiden
van het eiland. Ik zal uw Kamer in het najaar opnieuw over de steigers berichten.
De Minister van Verkeer,
A.B. Voorbeeld
"""
OVERLEG = """\
12 345 Veerboten
Nr. 8 VERSLAG VAN EEN SCHRIFTELIJK OVERLEG
Vastgesteld 4 maart 2019
Vragen en opmerkingen van de leden van de VVD-fractie
De leden van de VVD-fractie vragen hoe vaak de boot naar het eiland vaart en wie dat betaalt aan de reder.
Vragen en opmerkingen van de leden van de SP-fractie
De leden van de SP-fractie vragen naar de steiger en naar de haven aan de overkant van het water daar bij.
Reactie van de Minister
Reactie op de vragen en opmerkingen van de leden van de VVD-fractie
De boot vaart vier keer per dag en de reder betaalt dat zelf, zoals eerder met hem is afgesproken in mei.
Reactie op de vragen en opmerkingen van de leden van de SP-fractie
De steiger is klaar.
"""


def texts(parts: Parts, kind: BlockKind) -> list[str]:
    return [parts.text[block.start : block.end] for block in parts.blocks if block.kind is kind]


def test_a_page_number_above_a_question_is_no_footnote() -> None:
    for gap in ("", "\n"):
        parts = structure(PagedText(text=AANHANGSEL.format(gap=gap)))
        assert texts(parts, BlockKind.FOOTNOTE) == []
        assert texts(parts, BlockKind.QUESTION) == ["Hoe vaak vaart de boot?1", "Wie betaalt de steiger?"]
        assert texts(parts, BlockKind.ANSWER)[-1] == "De gemeente betaalt de steiger."


def test_a_footnote_right_below_its_paragraph_ends_before_the_next_heading() -> None:
    parts = structure(PagedText(text=LETTER))
    assert texts(parts, BlockKind.FOOTNOTE) == ["1 Dienstregeling van het eiland, bladzijde 4."]
    assert texts(parts, BlockKind.HEADING) == ["Steigers en havens"]


def test_a_signature_stands_apart_from_a_full_line_above_it() -> None:
    assert structure(PagedText(text=LETTER)).sender == "A.B. Voorbeeld, minister van Verkeer"


def test_the_label_of_a_reply_stands_apart_from_a_full_line_above_it() -> None:
    parts = structure(PagedText(text=OVERLEG))
    places = {parts.text[block.start : block.end]: block.place for block in parts.blocks}
    assert places["De steiger is klaar."] == "reactie op de SP-fractie"


def test_a_source_with_number_and_stop_at_the_foot_is_a_footnote_and_the_foot_line_is_none() -> None:
    foot = "Tweede Kamer, vergaderjaar 2018–2019, Aanhangsel   ah-tk-20182019-417 ISSN 0921 - 7398"
    text = AANHANGSEL.format(gap="").replace("Aanhangsel\n1\n", "Aanhangsel\n") + "\n1. Reder, «Varen», mei 2018.\n"
    parts = structure(PagedText(text=text + f"\n{foot}\n"))
    assert texts(parts, BlockKind.FOOTNOTE) == ["1. Reder, «Varen», mei 2018."]
    assert "ISSN" not in parts.text


def test_no_heading_stands_above_the_salutation_and_a_street_is_no_text() -> None:
    head = (
        "Retouradres Postbus 1 1234 AB Havenstad\nStichting Veer\nKadestraat 5\nOns kenmerk\n12-ab\nDatum 3 mei 2019\n"
    )
    parts = structure(PagedText(text=f"{head}Betreft De boot\n{LETTER.replace('voorzitter', 'heer Voorbeeld')}"))
    assert texts(parts, BlockKind.HEADING) == ["Steigers en havens"]
    assert "Kadestraat" not in parts.text


def test_a_note_is_about_what_stands_below_its_name_and_a_redaction_is_no_sender() -> None:
    text = """\
Aan: de Minister van Verkeer
Nota
Kamerbrief over de boten
TER BESLISSING
Van: [persoonsgegevens]
Aanleiding
U stuurt een Kamerbrief over de boten, die ieder jaar in de zomer naar het eiland varen.
Kernpunten
De boten varen van mei tot en met september, en in de winter alleen op de zaterdagen.
Financiële gevolgen
Er is geen geld nodig voor de boten, omdat de reder daar zelf al genoeg voor heeft.
Communicatie
De brief gaat naar de Kamer en naar de eilanden, die hem op hun eigen website zetten.
Uitvoering
De reder vaart de boten zelf, zoals hij dat ook in de voorbije jaren heeft gedaan.
Vervolg
Na de zomer volgt een tweede brief over de boten, als de telling daarvan klaar is.
Planning
De telling begint in mei.
"""
    parts = structure(PagedText(text=text))
    assert (parts.title, parts.sender) == ("Kamerbrief over de boten", "")
    assert "Financiële gevolgen" in texts(parts, BlockKind.HEADING)


PASTED = """\
12 345 Veerboten
Nr. 8
VERSLAG VAN EEN SCHRIFTELIJK OVERLEG
Vastgesteld 4 maart 2019
Inhoudsopgave
blz.
I
Vragen en opmerkingen vanuit de fracties
2
II
Antwoord/Reactie van de Minister
4
I Vragen en opmerkingen vanuit de fracties
Vragen en opmerkingen van de leden van de VVD-fractie
De leden van de VVD-fractie vragen hoe vaak de boot naar het eiland vaart en of de minister
kan zeggen wie dat betaalt aan de reder die de boot laat varen naar het eiland in zee1.
II Antwoord/Reactie van de Minister
Vragen en opmerkingen van de leden van de VVD-fractie
De boot vaart vanuit vier havens, waarvan de grootste in 2018 opnieuw is uitgediept2, te weten:
•
Stroomdam, vier keer per dag;
•
Kaap, drie keer per week en alleen bij rustig weer, zoals met de schippers van beide havens
is afgesproken.
1
Dienstregeling van het eiland, bladzijde 4.
2
Kamerstuk 12 345, nr. 6.
Ondertekenaars
-
Eerste ondertekenaar
A.B. Kaai, voorzitter van de vaste commissie voor Verkeer
"""


def test_what_a_page_sets_on_lines_of_their_own_is_put_together() -> None:
    parts = structure(PagedText(text=PASTED))
    assert texts(parts, BlockKind.QUESTION)[0].endswith("eiland in zee1.")
    assert texts(parts, BlockKind.FOOTNOTE) == [
        "1 Dienstregeling van het eiland, bladzijde 4.",
        "2 Kamerstuk 12 345, nr. 6.",
    ]
    listed = [each for each in texts(parts, BlockKind.LIST_ITEM) if each.startswith("• ")]
    assert [each.split(",")[0] for each in listed] == ["• Stroomdam", "• Kaap"]
    assert not texts(parts, BlockKind.REDACTION)


def test_below_the_heading_of_the_replies_the_minister_speaks_and_below_who_signed_nobody() -> None:
    parts = structure(PagedText(text=PASTED))
    said = {parts.text[each.start : each.end].split()[0]: each.speaker.role for each in parts.blocks}
    assert said["De"] is said["•"] is Role.BEWINDSPERSOON
    assert said["Ondertekenaars"] is said["A.B."] is Role.ONBEKEND


def test_a_sign_of_a_list_alone_stands_before_words_that_were_taken_out() -> None:
    parts = structure(PagedText(text="Nota\n\n• Er is een boot.\n\n•\n\nDe steiger is klaar.\n"))
    assert texts(parts, BlockKind.REDACTION) == ["•"]


HARBOURS = "Geachte voorzitter,\nMet deze brief schrijf ik u over de havens van het eiland.\n"


@pytest.mark.parametrize(
    ("lead_in", "items"),
    [
        ("Een reder die wil varen,", ["– vraagt een bewijs aan bij de\nhaven;", "– meldt zijn boten;", "– betaalt."]),
        ("Een haven telt mee als zij", ["- diep is, en", "- steigers heeft."]),
        ("De boot vaart naar", ["– Noord", "– Zuid", "– Oost"]),
    ],
)
def test_dashes_below_an_open_sentence_are_the_items_that_it_leads_in(lead_in: str, items: list[str]) -> None:
    parts = structure(PagedText(text=HARBOURS + "\n".join([lead_in, *items, "Dat is alles."])))
    found = [block for block in parts.blocks if block.kind is BlockKind.LIST_ITEM]
    assert [parts.text[block.start : block.end] for block in found] == [item.replace("\n", " ") for item in items]
    assert {block.context and parts.text[slice(*block.context)].endswith(lead_in) for block in found} == {True}


@pytest.mark.parametrize(
    "lines",
    [
        "De haven is volgens de reder\n– zo bleek uit zijn telling\n– al jaren te vol.",
        "De haven is – zo bleek uit de telling\n– in de zomer te vol,\n– of bijna, en in de winter leeg.",
        "De boot vaart van Noord\n– naar Zuid en daarna weer terug.",
    ],
)
def test_dashes_around_a_clause_of_a_sentence_open_no_list(lines: str) -> None:
    parts = structure(PagedText(text=HARBOURS + lines))
    assert texts(parts, BlockKind.LIST_ITEM) == []


def test_a_line_that_items_go_on_with_is_no_lead_in_where_it_ends_its_sentence_or_greets() -> None:
    text = "Geachte voorzitter,\n\n– De haven is vol.\n\nDe boten varen.\n– De boot is oud."
    parts = structure(PagedText(text=text))
    assert [block.context for block in parts.blocks if block.kind is BlockKind.LIST_ITEM] == [None, None]


@pytest.mark.parametrize(
    ("label", "second"),
    [("5.1.2e", "Een loods."), ("", "De kade is al hersteld. De loods volgt."), ("", "Met vriendelijke groet,")],
)
def test_signs_of_a_list_above_a_paragraph_or_in_a_paper_with_labels_stand_before_words_taken_out(
    label: str, second: str
) -> None:
    text = f"Geachte heer Kaai,\n\nAan de kade liggen:\n\n•\nEen boot.\n\n•\n{second}\n\n{label}\n\nDe haven is vol.\n"
    taken = texts(structure(PagedText(text=text)), BlockKind.REDACTION)
    assert taken == ["•", "•", *filter(None, [label])]
