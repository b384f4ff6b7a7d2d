from __future__ import annotations

from datetime import date

import pytest

from ingest.document import Asker, Kamervragen, Reply
from ingest.structure.kamervragen import askers_in, head_of, is_published, number_and_years, offices_in

HEAD = (
    "Vragen van de leden Bos (ABC), Kaai en Van der Zee (beiden XYZ) aan de Ministers van Water, Wind en Weer en voor "
    "Eilanden over de boot (ingezonden 3 mei 2022). Antwoord van Minister Voorbeeld (Water, Wind en Weer), mede namens "
    "de Minister voor Eilanden en de Staatssecretaris van Havens (ontvangen 14 juni 2022). Zie ook Aanhangsel "
    "Handelingen, vergaderjaar 2021–2022, nr. 99."
)


def head(text: str, *lines: str) -> Kamervragen:
    found = head_of(text, lines)
    assert found is not None
    return found


def test_a_published_head_tells_all() -> None:
    asked = head(HEAD)
    assert asked.askers == (
        Asker(name="Bos", party="ABC"),
        Asker(name="Kaai", party="XYZ"),
        Asker(name="Van der Zee", party="XYZ"),
    )
    assert asked.addressees == ("Minister van Water, Wind en Weer", "Minister voor Eilanden")
    assert asked.subject == "de boot"
    assert (asked.sent, asked.received) == (date(2022, 5, 3), date(2022, 6, 14))
    assert asked.answered_by == ("Minister Voorbeeld (Water, Wind en Weer)",)
    assert asked.on_behalf_of == ("Minister voor Eilanden", "Staatssecretaris van Havens")
    assert asked.see_also == ("ah-tk-20212022-99",)
    assert asked.reply is Reply.ANTWOORD
    assert is_published(HEAD)


def test_a_postponement_is_no_answer() -> None:
    asked = head(HEAD.replace("Antwoord van", "Mededeling van"))
    assert asked.reply is Reply.MEDEDELING
    assert asked.answered_by == ("Minister Voorbeeld (Water, Wind en Weer)",)


def test_two_may_answer_together() -> None:
    both = "Minister Voorbeeld (Water) en Staatssecretaris Proef (Havens) mede namens de Minister van Weer"
    asked = head(HEAD.replace(HEAD[HEAD.index("Minister Voorb") : HEAD.index(" (ontvangen")], both))
    assert asked.answered_by == ("Minister Voorbeeld (Water)", "Staatssecretaris Proef (Havens)")
    assert asked.on_behalf_of == ("Minister van Weer",)


def test_a_letter_tells_what_its_subject_says() -> None:
    line = "Betreft Beantwoording Kamervragen van het lid Van Kaai (XYZ) aan de minister van Water over steigers"
    asked = head("Geachte voorzitter,", "Geachte voorzitter,", line)
    assert asked.askers == (Asker(name="Van Kaai", party="XYZ"),)
    assert asked.addressees == ("Minister van Water",)
    assert asked.subject == "steigers"
    assert asked.sent is None
    assert not is_published(line)


@pytest.mark.parametrize(
    ("subject", "behind"),
    [
        ("de boot", ". De vragen werden mij toegezonden op 3 mei 2023 onder nummer 2023Z01234."),
        ("de boot van mr. A. Kaai en nr. 3", ". Ik zend u de antwoorden."),
        ("de boot", "."),
        ("het bericht «De boot is vol. Wat nu?»", ". De vragen kwamen op 3 mei."),
        ("het bericht ‘Boot vol? De reder zwijgt’ van 3 mei", ""),
        ("het bericht 'Boot vol. Reder zwijgt'", ". De vragen kwamen op 3 mei."),
        ("het bericht „Boot vol. Reder zwijgt”", ". De vragen kwamen op 3 mei."),
        ("het bericht ‘Foto’s weg. Reder zwijgt’", ". De vragen kwamen op 3 mei."),
        ("de foto's van de boot", ". De vragen kwamen op 3 mei."),
    ],
)
def test_the_subject_ends_where_its_sentence_does(subject: str, behind: str) -> None:
    line = f"Antwoorden op Kamervragen van het lid Bos (ABC) aan de Minister van Water over {subject}{behind}"
    assert head("", line).subject == subject


def test_a_letter_may_name_who_answers_in_the_heading_of_its_annex() -> None:
    line = (
        "Antwoorden van de minister van Water, mede namens de staatssecretaris van Havens, op de schriftelijke vragen "
        "van het lid Kaai inzake de steiger (2020Z1, ingezonden 8 juni 2020)"
    )
    asked = head(line, line)
    assert asked.answered_by == ("Minister van Water",)
    assert asked.on_behalf_of == ("Staatssecretaris van Havens",)
    assert asked.sent == date(2020, 6, 8)
    assert asked.subject == "de steiger"


def test_a_committee_asks_in_a_list() -> None:
    asked = head(
        "De vaste commissie voor Eilanden1 heeft een aantal vragen voorgelegd aan de Minister van Water over de brief "
        "van 3 mei 2018 inzake de boot (Kamerstuk 12 345, nr. 6). De Minister heeft deze vragen beantwoord bij brief "
        "van 3 juni 2018. Vragen en antwoorden zijn hierna afgedrukt."
    )
    assert asked.askers == (Asker(name="vaste commissie voor Eilanden"),)
    assert asked.addressees == ("Minister van Water",)
    assert asked.subject == "de brief van 3 mei 2018 inzake de boot (Kamerstuk 12 345, nr. 6)"
    assert asked.received == date(2018, 6, 3)


@pytest.mark.parametrize(
    ("text", "askers"),
    [
        ("het lid Kaai (XYZ)", [("Kaai", "XYZ")]),
        ("de leden Bos, Kaai en Roer (allen ABC-DEF)", [("Bos", "ABC-DEF"), ("Kaai", "ABC-DEF"), ("Roer", "ABC-DEF")]),
        ("de leden Bos (ABC) en Kaai (XYZ)", [("Bos", "ABC"), ("Kaai", "XYZ")]),
        ("de leden Bos (ABC) en het lid Den Kaai", [("Bos", "ABC"), ("Den Kaai", "")]),
        ("het Eerste Kamerlid Roer (ABC)", [("Roer", "ABC")]),
    ],
)
def test_askers_bear_their_party(text: str, askers: list[tuple[str, str]]) -> None:
    assert [(one.name, one.party) for one in askers_in(text)] == askers


@pytest.mark.parametrize(
    ("text", "offices"),
    [
        (
            "de Minister-President, Minister van Algemene Zaken en de Minister van Water",
            ["Minister-President, Minister van Algemene Zaken", "Minister van Water"],
        ),
        ("de staatssecretaris Jeugd, Preventie en Sport", ["Staatssecretaris Jeugd, Preventie en Sport"]),
        (
            "de Staatssecretaris van Water en de Ministers van Water, voor Eilanden en voor Land, Zee en Lucht",
            [
                "Staatssecretaris van Water",
                "Minister van Water",
                "Minister voor Eilanden",
                "Minister voor Land, Zee en Lucht",
            ],
        ),
        ("de Staatssecretaris en de Minister van Water", ["Staatssecretaris van Water", "Minister van Water"]),
        ("de Rekenkamer", []),
    ],
)
def test_offices_are_told_one_by_one(text: str, offices: list[str]) -> None:
    assert list(offices_in(text)) == offices


def test_the_number_stands_below_the_standing_title() -> None:
    lines = ["Eerste Kamer der Staten-Generaal", "1", "Vragen gesteld door de leden der Kamer", "7"]
    assert number_and_years("\n".join(lines), lines, date(2021, 2, 9)) == ("ek", "7", (2020, 2021))
    assert number_and_years("", ["2", "417"], None) == ("tk", "417", None)


def test_a_paper_without_such_a_head_has_none() -> None:
    assert head_of("De boot vaart vier keer per dag.", ["De boot vaart vier keer per dag."]) is None


def test_whom_the_questions_were_put_to_is_told_where_it_stands() -> None:
    """A letter names the members at once, and whom they asked only in the heading of the answers."""
    asked = "de vragen van het lid Bos (ABC)"
    lines = [
        f"Hierbij zend ik u de antwoorden op {asked} over boten.",
        f"Antwoorden op {asked} aan de minister van Verkeer over boten (ingezonden 4 november 2025)",
    ]
    head = head_of(" ".join(lines), lines)
    assert head is not None
    assert (head.addressees, head.subject) == (("Minister van Verkeer",), "boten")
    other = head_of(" ".join(lines), [lines[0], lines[1].replace("Bos", "Kaai")])
    assert other is not None
    assert other.addressees == ()


@pytest.mark.parametrize(
    "behind",
    [
        " (ingezonden 4 mei 2022)",
        " (kenmerk 2022Z01234, ingezonden op 4 mei 2022)",
        " (ingezonden op 4 mei 2022, kenmerk 2022Z01234)",
        " (2022Z01234)",
        " (kenmerk 2022Z01234)",
        " (met kenmerk 2022Z01234).",
    ],
)
def test_the_number_of_questions_is_no_part_of_their_subject(behind: str) -> None:
    unit = f"Hierbij stuur ik de antwoorden op de vragen van het lid Kaai (ABC) over de boot (de nieuwe){behind}"
    asked = head_of(unit, [unit])
    assert asked is not None
    assert asked.subject == "de boot (de nieuwe)"


@pytest.mark.parametrize("how", ["(ingezonden 3 mei 2022, nr. 2022Z00123)", "(ingezonden 3 mei 2022; 2022Z00123)"])
def test_the_number_beside_the_day_of_the_questions_is_theirs(how: str) -> None:
    asked = head(HEAD.replace("(ingezonden 3 mei 2022)", how))
    assert (asked.sent_as, asked.sent, asked.subject) == ("2022Z00123", date(2022, 5, 3), "de boot")


def test_the_number_of_the_questions_may_stand_alone_above_them() -> None:
    assert head(HEAD, "AH 417", "2022Z00123").sent_as == "2022Z00123"


def test_of_questions_that_are_answered_together_no_number_is_told_as_that_of_all() -> None:
    assert head(HEAD, "AH 417", "2022Z00123", "2022Z00124").sent_as == ""


@pytest.mark.parametrize(
    ("year", "found"),
    [("Vergaderjaar 2020–2021 Aanhangsel van de Handelingen", ("tk", "417", (2020, 2021))), ("", ("tk", "", None))],
)
def test_the_number_of_an_aanhangsel_that_is_not_printed_counts_with_its_year(
    year: str, found: tuple[str, str, tuple[int, int] | None]
) -> None:
    assert number_and_years(f"{year}\nAH 417", [year, "AH 417"], None) == found


def test_a_title_above_the_questions_that_names_who_asked_is_not_their_head() -> None:
    assert head(f"Antwoord op vragen van de leden Bos en Kaai over de veerboten. {HEAD}") == head(HEAD)


OTHERS = "de vragen van het lid Roer (ABC) aan de Minister van Sluizen over de sluis"


@pytest.mark.parametrize("day", ["", " (ingezonden 4 juni 2021)"])
def test_questions_that_are_quoted_below_a_head_without_addressee_are_others(day: str) -> None:
    untold = HEAD.replace(" aan de Ministers van Water, Wind en Weer en voor Eilanden", "")
    asked = head(f"{untold} 1 Kent u {OTHERS}{day}?")
    assert (asked.askers, asked.addressees, asked.subject) == (head(HEAD).askers, (), "de boot")


def test_the_subject_of_questions_may_be_other_questions() -> None:
    asked = head(
        f"Vragen van het lid Bos (XYZ) over {OTHERS} (ingezonden 3 mei 2022). {HEAD[HEAD.index('Antwoord') :]}"
    )
    assert asked.askers == (Asker(name="Bos", party="XYZ"),)


CITED = "Tweede Kamer, vergaderjaar 2020–2021, Aanhangsel van de Handelingen, nr. 12"


@pytest.mark.parametrize(
    ("received", "found"),
    [(date(2022, 6, 7), ("tk", "417", (2021, 2022))), (None, ("tk", "", None))],
)
def test_the_year_of_a_paper_that_is_cited_is_not_that_of_an_aanhangsel(
    received: date | None, found: tuple[str, str, tuple[int, int] | None]
) -> None:
    lines = ["AH 417", "Vragen van het lid Bos", f"1 {CITED}"]
    assert number_and_years("\n".join([*lines, CITED]), lines, received) == found
