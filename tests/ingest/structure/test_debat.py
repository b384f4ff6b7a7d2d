"""Who says what in the report of a debate, whatever file it comes in."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.document import Block, BlockKind, Document, Kind, Role
from ingest.formats.paged_text import PagedText
from ingest.formats.xml import read
from ingest.official_numbers import cite
from ingest.passages import cut
from ingest.reading import document_of
from ingest.structure import structure
from ingest.structure.parts import Parts
from ingest.structure.turns import turn_at
from tests.ingest.structure.debates import COMMITTEE, PLENARY
from tests.ingest.structure.made import parsed


def saying(parts: Parts | Document, words: str) -> Block:
    return next(block for block in parts.blocks if words in parts.text[block.start : block.end])


def context(parts: Parts | Document, block: Block) -> str:
    return parts.text[slice(*(block.context or (0, 0)))]


def test_a_report_tells_what_it_is_of() -> None:
    parts = parsed(COMMITTEE)
    assert parts.kind is Kind.DEBAT
    assert parts.title == "Verslag van een commissiedebat over Veerboten"
    assert (parts.identifier, parts.date, parts.dossiers) == ("kst-12345-67", date(2023, 4, 5), ("12 345",))
    assert parts.sender == "vaste commissie voor Eilanden"


@pytest.mark.parametrize(
    ("words", "role", "name", "place"),
    [
        ("De boot vaart te weinig", Role.KAMERLID, "de heer Kaai (XYZ)", "bijdrage van de heer Kaai (XYZ)"),
        ("Hoe wil", Role.KAMERLID, "mevrouw Van der Sluis (ABC)", "interruptie van mevrouw Van der Sluis (ABC)"),
        ("twee jaar", Role.KAMERLID, "mevrouw Van der Sluis (ABC)", "bijdrage van mevrouw Van der Sluis (ABC)"),
        ("Er varen nu negen boten", Role.BEWINDSPERSOON, "minister Bos (Water en Havens)",
         "bijdrage van minister Bos (Water en Havens)"),
        ("Dat kost 40.000 euro", Role.BEWINDSPERSOON, "minister Bos (Water en Havens)",
         "antwoord van minister Bos (Water en Havens)"),
        ("De bus sluit aan", Role.BEWINDSPERSOON, "staatssecretaris De Zee (Verkeer)",
         "bijdrage van staatssecretaris De Zee (Verkeer)"),
        ("Ik dank iedereen", Role.ONBEKEND, "voorzitter Proef", "voorzitter"),
        ("Sluiting 16.00", Role.ONBEKEND, "", ""),
    ],
)  # fmt: skip
def test_each_turn_has_its_speaker_with_party_or_office(words: str, role: Role, name: str, place: str) -> None:
    block = saying(parsed(COMMITTEE), words)
    assert (block.speaker.role, block.speaker.name, block.place) == (role, name, place)


def test_a_reply_hangs_on_the_interruption() -> None:
    parts = parsed(COMMITTEE)
    assert saying(parts, "Kan de minister").kind is BlockKind.QUESTION
    reply = saying(parts, "Dat kost 40.000 euro")
    assert reply.kind is BlockKind.ANSWER
    assert context(parts, reply).endswith("Kan de minister zeggen wat dat kost?")
    assert context(parts, saying(parts, "Uit de pot")).endswith("Hoe wil de heer Kaai dat betalen?")


TERM = (
    "Minister Bos:\nDat kost 40.000 euro.\n\nDan de kades. Die zijn in goede staat.\n\n"
    "{named} vroeg of de steiger in het noorden weer opengaat. Dat is zo.\n\nTot slot de sluizen.\n\n"
)


def test_only_the_first_paragraph_behind_an_interruption_answers_it() -> None:
    parts = parsed(COMMITTEE.replace("Minister Bos:\nDat kost 40.000 euro.\n\n", TERM.format(named="Men")))
    term = [saying(parts, words) for words in ("Dan de kades", "Men vroeg", "Tot slot de sluizen")]
    assert saying(parts, "Dat kost").kind is BlockKind.ANSWER
    assert {(block.kind, block.place, block.context) for block in term} == {
        (BlockKind.PARAGRAPH, "bijdrage van minister Bos (Water en Havens)", None)
    }


@pytest.mark.parametrize("ends", ["Wat kost dat?", "Ik hoor graag wat dat kost."])
def test_a_list_goes_on_with_the_reply_that_leads_it_in(ends: str) -> None:
    reply = (
        "Minister Bos:\nDat kost:\n\n– 40.000 euro in het noorden;\n\n– 20.000 euro in het zuiden.\n\nDan de bus.\n\n"
    )
    text = COMMITTEE.replace("Minister Bos:\nDat kost 40.000 euro.\n\n", reply).replace("Kan de minister zeggen", ends)
    parts = parsed(text)
    assert saying(parts, "in het zuiden").place == "antwoord van minister Bos (Water en Havens)"
    assert ends in context(parts, saying(parts, "in het zuiden"))
    assert saying(parts, "Dan de bus").place == "bijdrage van minister Bos (Water en Havens)"


@pytest.mark.parametrize("named", ["Mevrouw Van der Sluis", "Het is mevrouw Van der Sluis die"])
def test_a_paragraph_that_names_who_asked_hangs_on_what_that_member_asked(named: str) -> None:
    asking = "De kades zijn oud. Wie onderhoudt ze?\n\nGaat de steiger in het noorden ooit weer open?"
    text = COMMITTEE.replace("Minister Bos:\nDat kost 40.000 euro.\n\n", TERM.format(named=named))
    parts = parsed(text.replace("De steiger in het noorden is al twee jaar dicht.", asking))
    answer = saying(parts, "Dat is zo")
    assert (answer.kind, answer.place) == (BlockKind.ANSWER, "antwoord van minister Bos (Water en Havens)")
    assert context(parts, answer) == "Gaat de steiger in het noorden ooit weer open?"
    assert saying(parts, "Tot slot de sluizen").context is None


def test_answers_to_several_members_share_no_passage() -> None:
    replies = (
        "De heer Kaai vroeg naar de zondagse dienstregeling. Die blijft.\n\n"
        "Mevrouw Van der Sluis vroeg naar de steiger in het noorden. Die is dicht."
    )
    asking = "Blijft de zondagse dienstregeling?"
    text = COMMITTEE.replace("Dank, voorzitter. De steiger wordt in juni hersteld. Er varen nu negen boten.", replies)
    text = text.replace("Wij willen dat zij elk uur vaart.", asking).replace("is al twee jaar dicht", "vraagt aandacht")
    document = document_of(Path("verslag.txt"), PagedText(text=text), "0" * 64)
    contexts = [passage.context for passage in cut(document) if " vroeg naar de " in passage.text]
    assert [context.split(". ")[-1] for context in contexts] == [asking, "De steiger in het noorden vraagt aandacht."]


GIVES = "De voorzitter:\nDank u wel. Dan is nu het woord aan mevrouw Van der Sluis.\n\n"


@pytest.mark.parametrize(
    ("after", "place"),
    [
        ("", "bijdrage van mevrouw Van der Sluis (ABC)"),
        ("De heer Kaai (XYZ):\nDat klopt.\n\n", "interruptie van mevrouw Van der Sluis (ABC)"),
        ("De voorzitter:\nDe heer Kaai.\n\nDe heer Kaai (XYZ):\nDat klopt.\n\n",
         "interruptie van mevrouw Van der Sluis (ABC)"),
    ],
)  # fmt: skip
def test_who_addresses_the_chair_without_an_answer_speaks_in_a_term_of_his_own(after: str, place: str) -> None:
    text = COMMITTEE.replace(GIVES, "").replace("Dank u wel, voorzitter.", "Voorzitter, mijn termijn.")
    parts = parsed(text.replace("De vergadering wordt van", f"{after}De vergadering wordt van"))
    assert saying(parts, "al twee jaar dicht").place == place


def test_who_chairs_is_named_by_the_line_that_says_so() -> None:
    text = COMMITTEE.replace(
        "Staatssecretaris De Zee:", "Voorzitter: Kaai\n\nDe voorzitter:\nDaar gaan we.\n\nStaatssecretaris De Zee:"
    )
    parts = parsed(text)
    assert saying(parts, "Goedemiddag").speaker.name == "voorzitter Proef"
    assert saying(parts, "Daar gaan we").speaker.name == "voorzitter Kaai"
    assert saying(parts, "Daar gaan we").place == "voorzitter"


def test_promises_that_the_chair_reads_out_are_numbered() -> None:
    parts = parsed(COMMITTEE)
    promised = [block for block in parts.blocks if block.place.startswith("toezegging")]
    assert [block.place for block in promised] == ["toezegging 1", "toezegging 2"]
    assert "voor de zomer" in parts.text[promised[0].start : promised[0].end]
    assert {block.path for block in promised} == {("Toezeggingen",)}


@pytest.mark.parametrize(
    "list_of_promises",
    [
        "De voorzitter:\nIk lees de toezeggingen op.\n\nDe eerste is dat de minister een brief stuurt.\n\n"
        "De tweede: de minister telt de boten.\n",
        "Toezeggingen\n\n- De minister stuurt een brief.\n\n- De minister telt de boten.\n",
        "De voorzitter:\nDit zijn de toezeggingen:\n\nDe minister stuurt een brief.\n\nDe minister telt de boten.\n",
    ],
)
def test_promises_stand_in_many_forms(list_of_promises: str) -> None:
    parts = parsed(COMMITTEE.split("De voorzitter:\nWij zijn")[0] + list_of_promises)
    assert [block.place for block in parts.blocks if block.place.startswith("toezegging ")] == [
        "toezegging 1",
        "toezegging 2",
    ]


def test_a_motie_has_its_movers_number_and_vote() -> None:
    parts = parsed(PLENARY)
    motie = saying(parts, "verzoekt de regering")
    assert motie.place == "motie van het lid Kaai (12 345, nr. 68)"
    assert (motie.speaker.role, motie.speaker.name) == (Role.KAMERLID, "het lid Kaai")
    vote = saying(parts, "zodat zij is aangenomen")
    assert vote.place == "stemming over de motie-Kaai (12345, nr. 68)"
    assert "In stemming komt de motie-Kaai" in context(parts, vote)
    assert "verzoekt de regering" in context(parts, saying(parts, "In stemming komt"))
    assert saying(parts, "oordeel Kamer").speaker.role is Role.BEWINDSPERSOON


def test_the_plenary_tells_day_and_subject() -> None:
    parts = parsed(PLENARY)
    assert (parts.kind, parts.title, parts.date) == (Kind.DEBAT, "Tweeminutendebat Veerboten", date(2023, 4, 12))


LABELS = {
    "De heer Kaai (XYZ):": ("de heer Kaai (XYZ)", Role.KAMERLID),
    "Mevrouw Van der Sluis-Bos (GroenLinks-PvdA):": ("mevrouw Van der Sluis-Bos (GroenLinks-PvdA)", Role.KAMERLID),
    "Het lid Wad (VVV):": ("het lid Wad (VVV)", Role.KAMERLID),
    "Minister Bos:": ("minister Bos (Water en Havens)", Role.BEWINDSPERSOON),
    "Staatssecretaris De Zee:": ("staatssecretaris De Zee (Verkeer)", Role.BEWINDSPERSOON),
    "De voorzitter:": ("voorzitter Proef", Role.ONBEKEND),
    "De heer Gast:": ("de heer Gast", Role.ONBEKEND),
}


@given(
    st.lists(st.sampled_from(list(LABELS)), min_size=3, max_size=15),
    st.sampled_from(["\n", "\n\n", " "]),
    st.sampled_from(["\n\n", "\n"]),
)
def test_every_word_is_its_speakers(labels: list[str], behind: str, between: str) -> None:
    """In any order of turns, with the words on the line of the label, below it, or apart from it."""
    turns = [f"{label}{behind}Dit zeg ik als nummer {number} van dit debat." for number, label in enumerate(labels)]
    head = COMMITTEE.split("De voorzitter:\n")[0]
    parts = parsed(head + between.join(turns))
    for number, label in enumerate(labels):
        block = saying(parts, f"nummer {number} van")
        assert (block.speaker.name, block.speaker.role) == LABELS[label]
        assert parts.text[block.start : block.end] == f"Dit zeg ik als nummer {number} van dit debat."


@pytest.mark.parametrize(
    "line",
    ["De heer Kaai zegt dat dit kan: later.", "Minister Bos heeft gezegd: ja", "Mevrouw, het gaat om: dit"],
)
def test_what_opens_no_turn(line: str) -> None:
    assert turn_at(line) is None


SPOKEN = (
    "<spreekbeurt nieuw='ja'><spreker><voorvoegsels>{form}</voorvoegsels> <naam><achternaam>{name}</achternaam></naam>"
    "{party}:</spreker><tekst status='goed'><al>{words}</al></tekst></spreekbeurt>"
)


def test_an_official_publication_in_xml_is_read_turn_by_turn() -> None:
    turns = "".join(
        SPOKEN.format(form=form, name=name, party=party, words=words)
        for form, name, party, words in [
            ("De", "voorzitter", "", "Het woord is aan de heer Kaai."),
            ("De heer", "Kaai", " (<politiek>XYZ</politiek>)", "De boot vaart niet."),
            ("Minister", "Bos", "", "De boot vaart weer."),
        ]
    )
    data = f"<officiele-publicatie><handelingen><agendapunt><titel>Veerboten</titel>{turns}</agendapunt></handelingen>"
    document = document_of(Path("h-tk-20222023-84-12.xml"), read(f"{data}</officiele-publicatie>".encode()), "0" * 64)
    assert document.kind is Kind.DEBAT
    assert saying(document, "vaart niet").speaker.name == "de heer Kaai (XYZ)"
    assert saying(document, "vaart weer").speaker.role is Role.BEWINDSPERSOON


VLOS = """<?xml version="1.0"?><vlosCoreDocument xmlns="http://www.tweedekamer.nl/ggm/vergaderverslag/v1.0">
<vergadering soort="Commissie"><titel>Veerboten</titel><zaal>Zaal</zaal><datum>2023-04-05T00:00:00</datum>
<activiteit soort="Commissiedebat"><onderwerp>Veerboten</onderwerp><activiteithoofd>
<woordvoerder><spreker soort="Tweede Kamerlid"><fractie>ABC</fractie><aanhef>De heer</aanhef>
<verslagnaam>Proef</verslagnaam></spreker><isvoorzitter>true</isvoorzitter>
<tekst><alinea><alineaitem>Het woord is aan de heer Kaai.</alineaitem></alinea></tekst></woordvoerder>
<woordvoerder><spreker soort="Tweede Kamerlid"><fractie>XYZ</fractie><aanhef>De heer</aanhef>
<verslagnaam>Kaai</verslagnaam></spreker><isvoorzitter>false</isvoorzitter>
<tekst><alinea><alineaitem>De heer <nadruk type="Vet">Kaai</nadruk> (XYZ):</alineaitem></alinea>
<alinea><alineaitem>De boot vaart <nadruk>niet</nadruk> vaak.</alineaitem></alinea></tekst>
<interrumpant><spreker soort="Tweede Kamerlid"><fractie>VVV</fractie><aanhef>Mevrouw</aanhef>
<verslagnaam>Wad</verslagnaam></spreker><isvoorzitter>false</isvoorzitter>
<tekst><alinea><alineaitem>Wat kost dat?</alineaitem></alinea></tekst></interrumpant></woordvoerder>
<woordvoerder><spreker soort="Minister"><aanhef>De heer</aanhef><verslagnaam>Bos</verslagnaam>
<functie>minister van Water</functie></spreker><isvoorzitter>false</isvoorzitter>
<tekst><alinea><alineaitem>De boot vaart weer.</alineaitem></alinea></tekst></woordvoerder>
</activiteithoofd></activiteit></vergadering></vlosCoreDocument>"""


def test_a_verslag_of_the_kamer_in_xml_is_read_turn_by_turn() -> None:
    parts = structure(read(VLOS.encode()))
    assert (parts.kind, parts.title, parts.date) == (Kind.DEBAT, "Veerboten", date(2023, 4, 5))
    assert [saying(parts, words).speaker.name for words in ("Het woord", "niet vaak", "Wat kost", "weer")] == [
        "de voorzitter",
        "de heer Kaai (XYZ)",
        "mevrouw Wad (VVV)",
        "minister Bos",
    ]
    assert saying(parts, "Wat kost").place == "interruptie van mevrouw Wad (VVV)"


def test_handelingen_are_cited_by_number_and_item() -> None:
    document = document_of(Path("h.txt"), read(VLOS.encode()), "0" * 64)
    numbered = Document(
        identifier="h-tk-20222023-84-12",
        kind=Kind.DEBAT,
        title=document.title,
        text=document.text,
        source=document.source,
    )
    assert cite(numbered, "bijdrage van de heer Kaai (XYZ)", 5) == (
        "Handelingen II 2022/23, nr. 84, item 12, bijdrage van de heer Kaai (XYZ), p. 5"
    )


@pytest.mark.parametrize("label", ["Mevrouw De Zee (ABC) (via videoverbinding):", "De heer Kaai (XYZ) (hybride):"])
def test_how_somebody_takes_part_is_no_part_of_the_name(label: str) -> None:
    turn = turn_at(label)
    assert turn is not None
    assert (turn.name, turn.party) in {("De Zee", "ABC"), ("Kaai", "XYZ")}


def test_the_chair_says_what_stands_right_below_the_label_of_the_chair() -> None:
    said = PLENARY.replace("Ik heropen de vergadering. Het woord", "Aan de orde is het debat over boten. Het woord")
    assert saying(parsed(said), "Aan de orde is het debat").speaker.name == "de voorzitter"


@pytest.mark.parametrize("was", [", was nr. 60", ", t.v.v. nr. 60", " ter vervanging van nr. 60"])
def test_a_vote_on_a_changed_motie_is_on_that_one(was: str) -> None:
    """Told as a vote on the motie before it, its votes would be those of another."""
    more = (
        f"In stemming komt de gewijzigde motie-Wad (12345, nr. 69{was}).\n\nDe voorzitter:\nIk constateer dat de leden "
        "van de fractie van de VVV voor deze motie hebben gestemd en de anderen ertegen, zodat zij is verworpen.\n\n"
    )
    vote = saying(parsed(PLENARY.replace("Sluiting 18.00", f"{more}Sluiting 18.00")), "is verworpen")
    assert "motie-Wad" in vote.place


@pytest.mark.parametrize(("foot", "day"), [("12 april 2023 TK 70 70-8-1", date(2023, 4, 12)), ("", None)])
def test_the_day_of_another_meeting_is_not_that_of_the_debate(foot: str, day: date | None) -> None:
    seen = "(Zie vergadering van 5 april 2023.)"
    assert parsed(PLENARY.replace("Vergadering van woensdag 12 april 2023", seen) + f"\n{foot}\n").date == day


COLLECTED = "".join(
    f"De heer {name} (XYZ):\n{words}\n\n" for name, words in (("Bos", "En nu?"), ("Wad", "Hoe dan?")) * 2
)


@pytest.mark.parametrize(
    ("chair", "others"),
    [("Er is een interruptie van mevrouw Van der Sluis.", ""), ("Dank u wel.", COLLECTED)],
)
def test_who_addresses_the_chair_may_interrupt(chair: str, others: str) -> None:
    """After the chair says so, and where others do so too before the holder of the floor answers them all."""
    answer = f"{others}De heer Kaai (XYZ):\nDat klopt.\n\n" if others else ""
    text = COMMITTEE.replace(GIVES, f"De voorzitter:\n{chair}\n\n")
    parts = parsed(text.replace("De vergadering wordt van", f"{answer}De vergadering wordt van"))
    assert saying(parts, "al twee jaar dicht").place == "interruptie van mevrouw Van der Sluis (ABC)"


def test_a_reply_goes_on_while_it_is_about_what_was_asked() -> None:
    reply = "Minister Bos:\nEen goede vraag.\n\nHet herstel van de noordelijke steiger is duur.\n\nDan de bus.\n\n"
    text = COMMITTEE.replace("Minister Bos:\nDat kost 40.000 euro.\n\n", reply)
    parts = parsed(text.replace("zeggen wat dat kost?", "zeggen wat herstel van de steiger kost?"))
    answers = [saying(parts, words) for words in ("Een goede vraag", "Het herstel van")]
    assert {block.kind for block in answers} == {BlockKind.ANSWER}
    assert answers[0].context == answers[1].context
    assert saying(parts, "Dan de bus").place == "bijdrage van minister Bos (Water en Havens)"


@pytest.mark.parametrize(("later", "answered"), [(3, True), (30, False)])
def test_only_the_last_questions_of_a_member_wait_for_an_answer(later: int, answered: bool) -> None:
    """All of them, searched for each paragraph, would cost a long debate the square of its length."""
    asking = "Gaat de steiger in het noorden ooit weer open?" + later * "\n\nWat vindt hij daarvan?"
    text = COMMITTEE.replace("Minister Bos:\nDat kost 40.000 euro.\n\n", TERM.format(named="Mevrouw Van der Sluis"))
    parts = parsed(text.replace("De steiger in het noorden is al twee jaar dicht.", asking))
    assert (saying(parts, "Dat is zo").context is not None) is answered


@pytest.mark.parametrize(
    ("back", "floor"),
    [
        ("Mevrouw Van der Sluis wil een steiger. Maar wie betaalt die?", "bijdrage van"),
        ("Mevrouw Van der Sluis heeft gelijk over de steiger.", "interruptie van"),  # a reply asks nothing
        ("Hoe zou ik dat weten?", "interruptie van"),  # it is put to nobody
    ],
)
def test_who_is_asked_back_by_the_member_that_spoke_before_speaks_in_a_term(back: str, floor: str) -> None:
    text = COMMITTEE.replace(GIVES, "").replace(
        "Dank u wel, voorzitter. De steiger in het noorden is al twee jaar dicht.",
        "Voorzitter. De steiger in het noorden is al twee jaar dicht. Dat kost de eilanders veel tijd en geld, en de "
        f"winkels zien geen gasten meer. Wij willen er een nieuwe.\n\nDe heer Kaai (XYZ):\n{back}\n\n"
        "Mevrouw Van der Sluis (ABC):\nHet Rijk.",
    )
    parts = parsed(text)
    asked = saying(parts, back)
    assert saying(parts, "al twee jaar dicht").place == f"{floor} mevrouw Van der Sluis (ABC)"
    assert saying(parts, "Het Rijk").place == f"{floor} mevrouw Van der Sluis (ABC)"
    assert asked.place.startswith("interruptie van" if floor == "bijdrage van" else "bijdrage van")


def test_a_reply_to_the_one_member_that_it_names_hangs_on_what_that_member_asked_right_above_it() -> None:
    first = "Komt er een vergoeding voor eilanders, en wanneer komt die vergoeding voor eilanders dan?"
    second = "Mevrouw Van der Sluis (ABC):\nVoorzitter. Ik mis nog iets. Wil hij ook korten?\n\n"
    reply = (
        "Minister Bos:\nDat bleef liggen. Ik zeg mevrouw Van der Sluis toe dat de vergoeding voor eilanders komt.\n\n"
    )
    chair = "De voorzitter:\nDan de tweede termijn. Ik geef het woord aan {}.\n\n"
    text = COMMITTEE.replace("De steiger in het noorden is al twee jaar dicht.", first)
    again = chair.format("mevrouw Van der Sluis") + second
    parts = parsed(
        text.replace("De voorzitter:\nIk ga naar de staats", f"{again}{reply}De voorzitter:\nIk ga naar de staats")
    )
    answer = saying(parts, "Dat bleef liggen")
    assert answer.context is not None
    assert parts.text[slice(*answer.context)].endswith("Wil hij ook korten?")


@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_who_signs_the_report_stands_with_the_name_and_who_is_present_apart(between: str) -> None:
    signed = COMMITTEE.replace("De voorzitter van de commissie,\n", f"De voorzitter van de commissie,{between}")
    parts = parsed(signed.replace("De griffier van de commissie,\n", f"De adjunct-griffier van de commissie,{between}"))
    signers = [each for each in parts.blocks if "van de commissie, " in parts.text[each.start : each.end]]
    assert [(parts.text[each.start : each.end], each.kind) for each in signers] == [
        ("De voorzitter van de commissie, Proef", BlockKind.PARAGRAPH),
        ("De adjunct-griffier van de commissie, Model", BlockKind.PARAGRAPH),
    ]
    assert {saying(parts, words).place for words in ("Voorzitter: Proef", "Griffier: Model", "Aanvang")} == {"opening"}


@pytest.mark.parametrize("end", ["Wil de heer Kaai dat ook.", "Wie wil dat niet?"])
def test_a_long_interruption_of_who_holds_the_floor_is_none_the_less_one(end: str) -> None:
    text = COMMITTEE.replace(GIVES, "").replace(
        "Dank u wel, voorzitter. De steiger in het noorden is al twee jaar dicht.",
        "Voorzitter. De steiger in het noorden is al twee jaar dicht. Dat kost de eilanders veel tijd en geld, en de "
        f"winkels zien geen gasten meer. {end}\n\nDe heer Kaai (XYZ):\nWat wil mevrouw Van der Sluis?\n\n"
        "Mevrouw Van der Sluis (ABC):\nHet Rijk.",
    )
    assert saying(parsed(text), "al twee jaar dicht").place == "interruptie van mevrouw Van der Sluis (ABC)"


@pytest.mark.parametrize("office", ["De fungerend voorzitter", "Adjunct-griffier"])
def test_who_signs_for_a_committee_heads_nothing(office: str) -> None:
    head = "99 123 Boten\n\nNr. 3 VERSLAG\nVastgesteld 3 mei 2031\n\nDe commissie heeft vragen.\n\n"
    parts = parsed(f"{head}{office} van de commissie,\nModel\n\nInleiding\n\nEr zijn boten.\n")
    assert saying(parts, "Model").kind is BlockKind.PARAGRAPH
    assert "van de commissie, Model" in parts.text


def test_the_number_of_an_item_is_no_part_of_its_title_in_a_heading_either() -> None:
    rows = (
        "Datum publicatieOrganisatieVergaderjaarVergadernummerDatum vergadering\n"
        "29-05-2021Tweede Kamer der Staten-Generaal2020-2021nr. 58, item 722-05-2021"
    )
    text = f"7 Veilige havens\n\nHandeling\n{rows}\n\nDe voorzitter:\n\nIk open de vergadering.\n"
    assert structure(PagedText(text=text, headings={0: 1})).title == "Veilige havens"
