from __future__ import annotations

import re
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.document import BlockKind
from ingest.formats.paged_text import PagedText, Reason, Row, UnreadableFile
from ingest.formats.xml import read
from ingest.structure import structure


def publication(inside: str) -> bytes:
    return f"\ufeff<?xml version='1.0'?>\r\n<officiele-publicatie>{inside}</officiele-publicatie>".encode()


def letter(inside: str) -> bytes:
    return publication(
        f"<kamerstuk><stuk><algemeen><vrije-tekst><tekst>{inside}</tekst></vrije-tekst></algemeen></stuk></kamerstuk>"
    )


def text_of(data: bytes) -> str:
    return read(data).text


def reason_of(data: bytes) -> Reason:
    with pytest.raises(UnreadableFile) as caught:
        read(data)
    return caught.value.reason


def test_the_head_of_a_kamerstuk_is_written_as_it_is_printed() -> None:
    head = "<tekstregel>Tweede Kamer</tekstregel><tekstregel>Vergaderjaar 2022–2023</tekstregel>"
    dossier = "<dossiernummer><dossiernr>99 497</dossiernr></dossiernummer><titel>Fietsen</titel>"
    number = '<stuknr>Nr. <ondernummer kamer="2">12</ondernummer></stuknr><titel>BRIEF</titel>'
    data = publication(
        f"<metadata>x</metadata><kamerstuk><kamerstukkop>{head}</kamerstukkop>"
        f"<dossier>{dossier}</dossier><stuk>{number}<al>Aan u</al></stuk></kamerstuk>"
    )
    assert text_of(data) == "Tweede Kamer\nVergaderjaar 2022–2023\n\n99 497 Fietsen\n\nNr. 12 BRIEF\n\nAan u"


def test_a_footnote_stands_under_its_paragraph_and_its_mark_at_the_word() -> None:
    note = "<noot type='voet'><noot.nr>1</noot.nr><noot.al>Zie <extref>nr. 3</extref>.</noot.al></noot>"
    data = letter(f"<al>Er is\n geteld {note}, ook <nadruk>hier</nadruk>.</al><al>Verder.</al>")
    assert text_of(data) == "Er is geteld1, ook hier.\n\n1 Zie nr. 3.\n\nVerder."


def test_two_marks_at_one_word_stay_two_numbers() -> None:
    notes = "".join(f"<noot><noot.nr>{n}</noot.nr><noot.al>tekst</noot.al></noot>" for n in (1, 2))
    assert text_of(letter(f"<al>woord{notes}</al>")).startswith("woord1 2\n")


@pytest.mark.parametrize(
    ("words", "printed"),
    [
        ("Er varen er 853.{} Meer.", "Er varen er 853.¹⁰ ¹¹ Meer."),
        ("Zie 2021 {} ook.", "Zie 2021¹⁰ ¹¹ ook."),
        ("Van 14%{} daar.", "Van 14%¹⁰ ¹¹ daar."),
        ("Punt.{} Meer.", "Punt.10 11 Meer."),
    ],
)
def test_marks_at_a_figure_are_raised_and_cannot_be_read_with_it(words: str, printed: str) -> None:
    notes = "".join(f"<noot><noot.nr>{n}</noot.nr><noot.al>tekst</noot.al></noot>" for n in (10, 11))
    assert text_of(letter(f"<al>{words.format(notes)}</al>")).startswith(printed + "\n")


def test_a_power_is_not_read_with_the_figure_that_it_raises() -> None:
    assert text_of(letter("<al>Wel 10<sup>6</sup> vissen op 3 m<sup>2</sup>.</al>")) == "Wel 10⁶ vissen op 3 m²."


def test_headings_lists_and_divisions() -> None:
    deep = "<lijst><li><li.nr>1°</li.nr><al>diep</al></li></lijst>"
    items = f"<li><li.nr>a.</li.nr><al>een</al></li><li><li.nr>-</li.nr><al>twee</al>{deep}</li>"
    division = "<divisie><kop><nr>2.</nr><titel>Deel</titel></kop><al>Tot slot.</al></divisie>"
    data = letter(f"<tussenkop>Kop</tussenkop><al>Punten:</al><lijst>{items}</lijst>{division}")
    assert text_of(data) == "Kop\n\nPunten:\n\na. een\n– twee\n1° diep\n\n2. Deel\n\nTot slot."


def test_a_table_is_written_as_rows() -> None:
    cells = [("School", "Aantal"), ("Anker", "40"), ("Boom", "")]
    rows = "".join("<row>" + "".join(f"<entry><al>{cell}</al></entry>" for cell in row) + "</row>" for row in cells)
    more = "<row><entry>Vlinder</entry><entry>7</entry></row>"
    data = letter(f"<al>Hier:</al><table><tgroup><tbody>{rows}{more}</tbody></tgroup></table><al>Daar.</al>")
    assert text_of(data) == "Hier:\n\nSchool | Aantal\nAnker | 40\nBoom | \nVlinder | 7\n\nDaar."


def test_the_title_and_the_notes_of_a_table_are_rows_of_it() -> None:
    """Its notes are counted apart from those of the paper: a "1" at a word of it is no note 1 of the paper."""
    cells = [("School", "Aantal"), ("Anker{0}", "40"), ("Boom", "7{1}"), ("Vlinder", "8{2}")]
    notes = [
        f'<noot type="{kind}"><noot.nr>{number}</noot.nr><noot.al>{words}</noot.al></noot>'
        for kind, number, words in [("tabel", "1", "Twee gebouwen."), ("tabel", "2", "Geschat."), ("voet", "9", "Kst.")]
    ]
    rows = "".join("<row>" + "".join(f"<entry><al>{cell}</al></entry>" for cell in row) + "</row>" for row in cells)
    table = f"<table><title>Scholen</title><tgroup><tbody>{rows.format(*notes)}</tbody></tgroup></table>"
    paged = read(letter(f"<al>Hier:</al>{table}<al>Daar.</al>"))
    lines = [
        "Scholen",
        "School | Aantal",
        "Anker ¹ | 40",
        "Boom | 7²",
        "Vlinder | 8⁹",
        "¹ Twee gebouwen.",
        "² Geschat.",
    ]
    assert [line for line in paged.text.split("\n") if line] == ["Hier:", *lines, "9 Kst.", "Daar."]
    assert {paged.text[start:].split("\n")[0]: kind for start, kind in paged.rows.items()} == {
        lines[0]: Row.OPENS | Row.HEAD,
        lines[1]: Row.HEAD,
        **dict.fromkeys(lines[2:], Row.BODY),
    }


def test_a_signature_stands_in_lines() -> None:
    name = "<naam><voornaam>A.</voornaam><achternaam>Voorbeeld</achternaam></naam>"
    assert (
        text_of(letter(f"<ondertekening><functie>De Minister,</functie>{name}</ondertekening>"))
        == "De Minister,\nA. Voorbeeld"
    )


def test_questions_and_answers_stand_under_their_numbers() -> None:
    described = "Vragen van het lid <naam><achternaam>Proef</achternaam></naam> over fietsen"
    asked = "<vraag><nr>Vraag 1</nr><al>Hoeveel?</al></vraag><vraag><al>Vraag 2</al><al>Waar?</al></vraag>"
    answered = "<antwoord><nr>Antwoord 1 en 2</nr><al>Ja.</al><al>Overal.</al></antwoord>"
    answered += "<antwoord><al>Los.</al></antwoord>"
    data = publication(
        f"<kamervragen><kamervraagnummer>38</kamervraagnummer><omschr>{described}</omschr>{asked}{answered}</kamervragen>"
    )
    head = "38\n\nVragen van het lid Proef over fietsen"
    assert text_of(data) == f"{head}\n\nVraag 1\nHoeveel?\n\nVraag 2\nWaar?\n\nAntwoord 1 en 2\nJa.\n\nOveral.\n\nLos."


def test_words_in_elements_that_nobody_told_us_of_are_kept() -> None:
    assert text_of(letter("<vreemd><anders>een</anders><anders>twee</anders></vreemd>")) == "een\n\ntwee"
    assert text_of(letter("los <vreemd>woord</vreemd> eind")) == "los woord eind"


ENTITY = b"<officiele-publicatie><al>a &e; b</al></officiele-publicatie>"


def test_an_entity_is_neither_resolved_nor_fetched() -> None:
    data = b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>' + ENTITY
    assert text_of(data).split() == ["a", "b"]


def test_entities_that_multiply_are_not_resolved() -> None:
    pairs = zip("abcdefg", "bcdefgh", strict=True)
    entities = '<!ENTITY a "haha">' + "".join(f'<!ENTITY {new} "{f"&{old};" * 50}">' for old, new in pairs)
    data = f"<!DOCTYPE x [{entities}]><officiele-publicatie>&h; woord</officiele-publicatie>"
    with suppress(UnreadableFile):
        assert len(text_of(data.encode())) < 100


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", Reason.BESCHADIGD),
        (b"<officiele-publicatie>", Reason.BESCHADIGD),
        (
            b"<officiele-publicatie>" + b"<a>" * 500 + b"</a>" * 500 + b"</officiele-publicatie>",
            Reason.BESCHADIGD,
        ),
        (b"<html><body>Niet gevonden</body></html>", Reason.SOORT),
        (b"<officiele-publicatie><metadata>x</metadata></officiele-publicatie>", Reason.GEEN_TEKST),
    ],
)
def test_what_cannot_be_read_gives_its_reason(data: bytes, reason: Reason) -> None:
    assert reason_of(data) is reason


NAMES = [
    "al",
    "noot",
    "noot.nr",
    "lijst",
    "li",
    "li.nr",
    "table",
    "row",
    "entry",
    "vraag",
    "nr",
    "stuk",
    "naam",
    "kop",
    "vreemd",
]


@settings(deadline=None, max_examples=100)
@given(
    st.recursive(
        st.sampled_from(["woord ", "1", "", "Vraag 2"]),
        lambda inner: st.builds(
            lambda name, parts: f"<{name}>{'los'.join(parts)}</{name}>",
            st.sampled_from(NAMES),
            st.lists(inner, max_size=4),
        ),
        max_leaves=20,
    )
)
def test_elements_in_any_order_give_text_or_a_reason(inside: str) -> None:
    with suppress(UnreadableFile):
        assert isinstance(read(publication(inside)), PagedText)


@pytest.mark.parametrize(
    ("recorded", "title"),
    [
        ("Brief regering; Nieuwe boten; het plan", "Nieuwe boten; het plan"),
        ("Verslag van een debat; Verslag van een debat over boten", "Verslag van een debat over boten"),
        ("Brief regering", ""),  # its sort alone
        ("Memorie van toelichting; Memorie van toelichting", ""),
        ("Havens; veren; Nota van wijziging", ""),  # the dossier and its sort
        ("Havens; veren; Brief regering; Plan voor de boten", "Plan voor de boten"),
    ],
)
def test_the_record_in_a_publication_tells_what_the_paper_is_called(recorded: str, title: str) -> None:
    record = (
        '<metadata><meta name="OVERHEIDop.dossiertitel" content="Havens; veren"/>'
        f'<meta name="OVERHEIDop.documenttitel" content="{recorded}"/></metadata>'
    )
    assert read(publication(f"{record}<stuk><al>De boot vaart.</al></stuk>")).title == title
    assert read(publication("<stuk><al>De boot vaart.</al></stuk>")).title == ""


@pytest.mark.parametrize(
    ("record", "title", "number"),
    [
        ('name="DC.title" content="Havens; Brief regering; Plan voor de boten"', "Plan voor de boten", ""),
        ('name="DC.identifier" content="kst-12345-7"', "", "kst-12345-7"),
        (
            'name="OVERHEIDop.externMetadataRecord" content="https://haven.nl/h-tk-20202021-58-7/metadata.xml"',
            "",
            "h-tk-20202021-58-7",
        ),
        ('name="OVERHEIDop.externMetadataRecord" content="https://haven.nl/58-7"', "", ""),
    ],
)
def test_the_record_tells_the_title_behind_its_dossier_and_the_number(record: str, title: str, number: str) -> None:
    paper = read(publication(f"<metadata><meta {record}/></metadata><stuk><al>De boot vaart.</al></stuk>"))
    assert (paper.title, paper.identifier) == (title, number)


KOP = (
    '<kamerstukkop><tekstregel inhoud="kamer">Tweede Kamer der Staten-Generaal</tekstregel>'
    '<tekstregel inhoud="{0}">2</tekstregel><tekstregel inhoud="vergaderjaar">Vergaderjaar 2024–2025</tekstregel>'
    "</kamerstukkop><dossier><dossiernummer><dossiernr>99 497</dossiernr></dossiernummer><titel>Fietsen</titel>"
    '</dossier><stuk><stuknr>Nr. <ondernummer kamer="2">12</ondernummer></stuknr>'
    "<titel>BRIEF VAN DE MINISTER VAN WATER</titel><al>Aan de Voorzitter van de Tweede Kamer</al>"
    "<al>Er zijn 40 fietsen.{1} Ook is er 1 brug.</al><al>Er zijn ook 7 boten.{2}</al><al>2 Boten zijn lek.</al></stuk>"
)


@pytest.mark.parametrize("field", ["kamernr", "ondernummer-aanduiding"])
def test_the_print_above_a_kamerstuk_is_no_text_of_it_and_only_a_note_is_a_note(field: str) -> None:
    notes = [f"<noot><noot.nr>{n}</noot.nr><noot.al>Telling {n}.</noot.al></noot>" for n in (1, 2)]
    parts = structure(read(publication(f"<kamerstuk>{KOP.format(field, *notes)}</kamerstuk>")))
    assert parts.dossiers == ("99 497",)
    assert (parts.title, parts.identifier) == ("Fietsen", "kst-99497-12")
    assert not re.search("Staten-Generaal|Vergaderjaar", parts.text)
    assert [parts.text[each.start : each.end] for each in parts.blocks if each.kind is BlockKind.FOOTNOTE] == [
        "1 Telling 1.",
        "2 Telling 2.",
    ]


def test_the_print_above_an_aanhangsel_tells_its_number_and_year_and_is_no_text_of_it() -> None:
    rules = ["Tweede Kamer der Staten-Generaal", "2", "Vergaderjaar 2024–2025", "Aanhangsel van de Handelingen"]
    rules.append("Vragen gesteld door de leden der Kamer, met de daarop door de regering gegeven antwoorden")
    head = "".join(f"<tekstregel>{rule}</tekstregel>" for rule in rules)
    asked = "Vragen van het lid Bos (ABC) aan de Minister van Water over boten (ingezonden 3 juni 2025)."
    told = "Antwoord van Minister Kaai (Water) (ontvangen 8 juli 2025)."
    data = (
        f"<kamervragen><kamervraagkop>{head}</kamervraagkop><kamervraagnummer>7</kamervraagnummer><al>{asked}</al>"
        f"<al>{told}</al><vraag><nr>Vraag 1</nr><al>Hoeveel?</al></vraag><antwoord><nr>Antwoord 1</nr>"
        "<al>Er zijn er 40.</al></antwoord></kamervragen>"
    )
    parts = structure(read(publication(data)))
    assert parts.kamervragen is not None
    assert (parts.kamervragen.number, parts.kamervragen.session_year) == ("7", "2024-2025")
    assert not any(rule in parts.text for rule in rules if len(rule) > 1)


def test_typed_notes_and_who_signs_stay_where_the_file_marks_none() -> None:
    typed = "<al>De geul is breed.(1) Meer.</al><al>1 Kamerstuk 99 123, nr. 3.</al>"
    signed = "<ondertekening><functie>De Minister,</functie><tekstregel>A. Voorbeeld</tekstregel></ondertekening>"
    parts = structure(read(letter(typed + signed)))
    notes = [parts.text[each.start : each.end] for each in parts.blocks if each.kind is BlockKind.FOOTNOTE]
    assert notes == ["1 Kamerstuk 99 123, nr. 3."]
    assert "A. Voorbeeld" in parts.text
