from __future__ import annotations

from datetime import date

import pytest

from ingest.document import BlockKind, Kind, Role
from tests.ingest.structure.made import KAMERBRIEF, parsed


def test_headings_without_mark_up_give_the_path() -> None:
    parts = parsed(KAMERBRIEF)
    paths = {parts.text[block.start : block.end]: block.path for block in parts.blocks}
    assert paths["De oude steigers blijven in gebruik."] == ("Steigers en havens", "2. Oude steigers")
    assert paths["Ik informeer uw Kamer voor de zomer."] == ("Vervolg",)


def test_the_place_is_the_innermost_heading_with_its_number() -> None:
    parts = parsed(KAMERBRIEF)
    assert "paragraaf 2: Oude steigers" in {block.place for block in parts.blocks}


def test_a_list_hangs_on_its_lead_in() -> None:
    parts = parsed(KAMERBRIEF)
    items = [block for block in parts.blocks if block.kind is BlockKind.LIST_ITEM]
    assert len(items) == 2
    assert all(parts.text[slice(*item.context)] == "Er komen drie steigers bij:" for item in items if item.context)
    assert all(item.context for item in items)


def test_a_footnote_hangs_on_the_sentence_with_its_mark() -> None:
    parts = parsed(KAMERBRIEF)
    note = next(block for block in parts.blocks if block.kind is BlockKind.FOOTNOTE)
    assert note.context is not None
    assert parts.text[slice(*note.context)] == "Ik doe dat omdat uw Kamer daarom heeft gevraagd.1"


def test_a_footnote_stands_under_the_headings_of_its_sentence() -> None:
    """At the foot of the page the next section has begun already."""
    letter = KAMERBRIEF.replace("ondiep is en", "ondiep2 is en").replace(
        "in gebruik.\n", "in gebruik.\n\n2 Kaart van de vaargeul.\n"
    )
    parts = parsed(letter)
    notes = [block for block in parts.blocks if block.kind is BlockKind.FOOTNOTE]
    assert [note.path for note in notes] == [(), ("Steigers en havens", "1. Nieuwe steigers")]


def test_the_second_half_of_a_broken_paragraph_hangs_on_the_first() -> None:
    parts = parsed(KAMERBRIEF)
    half = next(block for block in parts.blocks if parts.text[block.start : block.end].startswith("reder die"))
    assert half.context is not None
    assert parts.text[slice(*half.context)].endswith("met een")


def test_the_signature_tells_the_sender() -> None:
    parts = parsed(KAMERBRIEF)
    assert parts.kind is Kind.KAMERBRIEF
    assert parts.sender == "A.B. Voorbeeld, minister van Verkeer"
    assert {block.speaker.role for block in parts.blocks} == {Role.BEWINDSPERSOON}


def test_a_date_is_never_guessed() -> None:
    assert parsed(KAMERBRIEF).date is None
    assert parsed("Den Haag, 4 mei 2021\n\n" + KAMERBRIEF).date == date(2021, 5, 4)


def test_the_head_of_a_kamerstuk_gives_its_identifier() -> None:
    head = "12 345 Veerboten\n\n34 567 VIII Eilanden\n\nNr. 89 BRIEF VAN DE MINISTER VAN VERKEER\n\n"
    parts = parsed(head + KAMERBRIEF)
    assert parts.identifier == "kst-12345-89"
    assert parts.dossiers == ("12 345", "34 567 VIII")


def test_a_contents_list_tells_which_headings_are_the_main_ones() -> None:
    sections = ["Boten", "Havens", "Steigers", "Vervoer"]
    contents = "In deze brief:\n" + "\n".join(f"– {name} en meer" for name in sections) + "\n\n"
    body = "".join(f"{name}\n\nIets over {name} in uw Kamer.\n\nNadere uitleg\n\nEn meer.\n\n" for name in sections)
    parts = parsed("Geachte voorzitter,\n\nIk schrijf uw Kamer.\n\n" + contents + body)
    paths = [block.path for block in parts.blocks if parts.text[block.start : block.end] == "En meer."]
    assert paths == [(name, "Nadere uitleg") for name in sections]


def test_a_letter_to_others_is_a_letter() -> None:
    parts = parsed("Geacht bestuur van de haven,\n\nDank voor uw brief.\n\nMet vriendelijke groet,\n\nde havenmeester")
    assert parts.kind is Kind.BRIEF
    assert parts.recipient == "bestuur van de haven"


def test_what_is_not_known_is_unknown() -> None:
    assert parsed("De boot vaart elke dag.").kind is Kind.ONBEKEND


HEAD = """Ministerie van Verkeer

> Retouradres Postbus 10000 1000 AA Den Haag
De voorzitter van de Tweede Kamer der Staten-Generaal
Postbus 20000
1000 AB DEN HAAG

Onze referentie
12345678
Bijlagen
2

Datum 3 mei 2021
Betreft Voortgang van de veerboten

Geachte voorzitter,

Met deze brief informeer ik uw Kamer over de veerboten. Ik ga eerst in op de steigers.

1. Steigers
De steigers zijn oud en worden in de komende jaren een voor een hersteld door de havens.

1.1 Houten steigers
Er zijn drie houten steigers. Deze worden dit najaar vervangen door de bedrijven in de haven.

Verf
De verf komt later.

2. Boten
De boten varen elke dag. De redenen daarvoor zijn:
- er zijn veel reizigers;
- er is weinig ruimte op de weg:
   o vooral in de zomer;
   o en in het weekend;
- en het is goedkoop.

Tot slot
In bijlage 1 staat meer, en in bijlage 3 bij de Regeling havens nog meer.

de minister van Verkeer en Waterstaat,



A.B. Voorbeeld

de staatssecretaris van Verkeer en Waterstaat,


C. de Proef

Bijlage 1 Overzicht van de steigers

Bijlage 2: Onderzoek naar de boten
"""


def test_address_and_labels_of_a_ministry_are_no_text_of_the_letter_but_its_own_reference_is() -> None:
    parts = parsed(HEAD)
    assert "Postbus" not in parts.text
    assert [parts.text[one.start : one.end] for one in parts.blocks if one.place == "briefhoofd"] == [
        "Onze referentie 12345678"
    ]
    assert "Bijlagen" in {HEAD[one.start : one.end] for one in parts.dropped if one.why == "letterhead"}
    assert parts.title == "Voortgang van de veerboten"
    assert (parts.date, parts.recipient) == (date(2021, 5, 3), "Tweede Kamer")


@pytest.mark.parametrize("rest", ["Water", "Water en Boten"])
def test_the_name_of_a_ministry_may_fill_two_lines(rest: str) -> None:
    parts = parsed(HEAD.replace("Ministerie van Verkeer", f"Ministerie van Havens, Verkeer en\n{rest}"))
    assert parts.text == parsed(HEAD).text


def test_an_address_in_a_text_without_letterhead_stays() -> None:
    assert "Postbus 10000" in parsed("Schrijf naar:\n\nPostbus 10000\n\n1000 AA Den Haag").text


def test_numbers_tell_how_deep_a_heading_stands() -> None:
    parts = parsed(HEAD)
    paths = {parts.text[each.start : each.end]: each.path for each in parts.blocks if each.kind is BlockKind.HEADING}
    assert paths["1. Steigers"] == paths["2. Boten"] == paths["Tot slot"] == ()
    assert paths["1.1 Houten steigers"] == ("1. Steigers",)
    assert paths["Verf"] == ("1. Steigers",)


def test_an_inner_list_hangs_on_its_item() -> None:
    parts = parsed(HEAD)
    leads = {
        parts.text[each.start : each.end]: parts.text[slice(*each.context)]
        for each in parts.blocks
        if each.kind is BlockKind.LIST_ITEM and each.context
    }
    assert leads["o en in het weekend;"] == "- er is weinig ruimte op de weg:"
    assert leads["- en het is goedkoop."] == "De boten varen elke dag. De redenen daarvoor zijn:"


def test_all_who_sign_are_senders_and_their_lines_the_signature() -> None:
    parts = parsed(HEAD)
    assert parts.sender == (
        "A.B. Voorbeeld, minister van Verkeer en Waterstaat en C. de Proef, staatssecretaris van Verkeer en Waterstaat"
    )
    signature = [parts.text[each.start : each.end] for each in parts.blocks if each.place == "ondertekening"]
    assert (signature[0], signature[-1], len(signature)) == (
        "de minister van Verkeer en Waterstaat,",
        "C. de Proef",
        4,
    )


def test_appendices_have_numbers_and_titles() -> None:
    assert [(one.number, one.title) for one in parsed(HEAD).appendices] == [
        ("1", "Overzicht van de steigers"),
        ("2", "Onderzoek naar de boten"),
    ]


def test_the_head_of_a_kamerstuk_names_the_sender_of_an_unsigned_letter() -> None:
    parts = parsed(
        "12 345 Veerboten\n\nNr. 6 BRIEF VAN DE MINISTER VAN VERKEER EN WATERSTAAT\n\nIk stuur uw Kamer een rapport."
    )
    assert parts.kind is Kind.KAMERBRIEF
    assert parts.sender == "minister van Verkeer en Waterstaat"
    assert parts.title == "Veerboten"


def test_a_letter_with_uw_kamer_once_is_a_kamerbrief_only_to_the_kamer() -> None:
    end = ",\n\nHierbij stuur ik uw Kamer een rapport.\n\nde minister van Verkeer,\n\nA.B. Voorbeeld"
    assert parsed("Geachte voorzitter" + end).kind is Kind.KAMERBRIEF
    assert parsed("Geacht bestuur van de haven" + end).kind is Kind.BRIEF


def test_a_footnote_mark_after_a_space_is_found_but_a_number_that_belongs_is_not() -> None:
    body = "Ik schrijf uw Kamer over groep 1. Er zijn drie lijnen 1 . De boot vaart elke dag."
    parts = parsed(f"Geachte voorzitter,\n\n{body}\n\n1 Kamerstuk 12 345, nr. 6.")
    note = next(each for each in parts.blocks if each.kind is BlockKind.FOOTNOTE)
    assert note.context is not None
    assert parts.text[slice(*note.context)] == "Er zijn drie lijnen 1 ."


def test_academic_titles_stand_in_the_way_of_no_name() -> None:
    end = "Ik informeer uw Kamer.\n\nde staatssecretaris van Verkeer,\n\nmr. drs. A.B. Voorbeeld"
    assert parsed("Geachte voorzitter,\n\n" + end).sender == "mr. drs. A.B. Voorbeeld, staatssecretaris van Verkeer"


@pytest.mark.parametrize("salutation", ["Geachte ouders,", "GEACHTE OUDERS,", "Beste ouders,", "Zeer geachte ouders,"])
def test_nothing_above_a_salutation_is_a_heading(salutation: str) -> None:
    parts = parsed(f"Stichting De Boot\n\nVaren in het najaar\n\n{salutation}\n\nDe boot vaart vaker. Dat is nieuw.\n")
    assert {block.kind for block in parts.blocks} == {BlockKind.PARAGRAPH}


@pytest.mark.parametrize("place", ["uit.", "uit", "uit (de reder)."])
def test_two_notes_whose_marks_stand_side_by_side_hang_on_their_sentence(place: str) -> None:
    letter = KAMERBRIEF.replace("gevraagd.1", "gevraagd.1 Het plan is").replace("Vervolg\n", "Vervolg\n")
    letter = letter.replace(
        "De oude steigers blijven in gebruik.", f"De oude steigers breiden {place}23\n\n2 Kaart.\n3 Peil."
    )
    parts = parsed(letter)
    hosts = {note.number: parts.text[slice(*note.context)] for note in parts.blocks if note.context and note.number}
    assert hosts["2"] == hosts["3"] == f"De oude steigers breiden {place}23"


@pytest.mark.parametrize("house", ["Tweede", "Eerste"])
def test_a_letter_to_the_chairman_by_name_is_a_letter_to_the_kamer(house: str) -> None:
    address = f"Aan de Voorzitter van de {house} Kamer\nder Staten-Generaal\n\n"
    parts = parsed(f"{address}Geachte heer Proef,\n\nDe boot vaart.\n\nDe Minister van Verkeer,\nA.B. Voorbeeld\n")
    assert (parts.kind, parts.recipient) == (Kind.KAMERBRIEF, f"{house} Kamer")


@pytest.mark.parametrize("above", ["", "Afschrift aan\nVoorzitter van de Tweede Kamer\n\n"])
def test_a_letter_to_somebody_else_is_none_though_it_speaks_of_the_chairman(above: str) -> None:
    body = "Ik schreef de voorzitter van de Tweede Kamer.\n\nDe Minister van Verkeer,\nA.B. Voorbeeld\n"
    assert parsed(f"{above}Geachte heer Proef,\n\n{body}").kind is Kind.BRIEF


@pytest.mark.parametrize(
    "function",
    ["Directeur van de veerdienst", "Inspecteur-generaal der Havens", "Hoofd Communicatie"],
)
def test_what_stands_below_a_name_is_no_heading_that_shifts_the_others(function: str) -> None:
    """The function of who signs stands right above a heading of the annex."""
    text = "Geachte heer Proef,\n\nDe boot vaart.\n\nDe Minister van Verkeer,\nnamens deze:\n\nA.B. Voorbeeld\n"
    text += f"{function}\n\nBijlage 1\n\nDe boot vaart vier keer.\n"
    parts = parsed(text)
    kinds = {parts.text[block.start : block.end]: block.place for block in parts.blocks}
    assert kinds[function] == "ondertekening"
    assert kinds["De boot vaart vier keer."] != "ondertekening"


COLUMN = """\
> Retouradres Postbus 10000 1000 AA Den Haag

De voorzitter van de Tweede Kamer der Staten-Generaal
Postbus 20000
1000 AB DEN HAAG

Datum 3 mei 2021
Betreft Voortgang van de veerboten

Waterstaat en Havens
Kadestraat 5
Den Haag
Postbus 10000
1000 AA Den Haag
www.havens.nl
Contactpersoon

Onze referentie
12345678

Uw brief
9 april 2021

Projectnaam

Voortgang van de veerboten

%s
Hierbij informeer ik uw Kamer over de boten.

De minister van Verkeer,

A.B. Voorbeeld
"""


@pytest.mark.parametrize("salutation", ["", "Geachte voorzitter,\n"])
@pytest.mark.parametrize("label", ["Uw brief\n", "Uw brief ", "Uw brief van\n"])
def test_the_column_beside_a_letter_goes_and_nobody_says_what_stands_above_it(salutation: str, label: str) -> None:
    parts = parsed(COLUMN.replace("Uw brief\n", label) % salutation)
    by_role: dict[Role, list[str]] = {}
    for block in parts.blocks:
        by_role.setdefault(block.speaker.role, []).append(parts.text[block.start : block.end])
    assert by_role[Role.ONBEKEND] == [
        "De voorzitter van de Tweede Kamer der Staten-Generaal",
        "Datum 3 mei 2021",
        "Betreft Voortgang van de veerboten",
        "Onze referentie 12345678",
    ]
    assert by_role[Role.BEWINDSPERSOON][-3] == "Hierbij informeer ik uw Kamer over de boten."
    assert (parts.date, parts.title) == (date(2021, 5, 3), "Voortgang van de veerboten")


@pytest.mark.parametrize(
    "block",
    [
        "Kamerbrief over boten\nwww.havens.nl",  # no address
        "De leden van de raad\nPostbus 12\n1234 AB Haven\nwww.havens.nl",  # addressees
    ],
)
def test_a_line_without_an_address_or_that_names_readers_is_no_name_of_the_sender(block: str) -> None:
    assert block.split("\n")[0] in parsed(COLUMN.replace("Waterstaat en Havens", f"{block}\n\nHavens") % "").text


def test_a_date_or_subject_above_a_website_is_no_name_of_the_sender() -> None:
    head = COLUMN.replace("\n\nWaterstaat", "\nWaterstaat")
    assert "Waterstaat en Havens" in parsed(head % "").text
    assert parsed(head % "").title.startswith("Voortgang van de veerboten")
