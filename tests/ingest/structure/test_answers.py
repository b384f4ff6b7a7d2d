"""Every question with its answer, in the forms that ministries and the Kamer use."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from ingest.document import BlockKind, Kind, Reply, Role
from ingest.formats.paged_text import PagedText, Row
from ingest.passages import cut
from ingest.reading import document_of
from ingest.structure import structure
from ingest.structure.parts import Parts
from tests.ingest.structure.made import parsed

HEAD = "Antwoorden op de vragen van het lid Kaai (XYZ) over de boot (ingezonden 3 mei 2020)\n\n"
LIST = (
    "12 345 Veerboten\n\nNr. 6 LIJST VAN VRAGEN EN ANTWOORDEN\n\nVastgesteld 4 december 2018\n\n"
    "De vaste commissie voor Eilanden heeft een aantal vragen voorgelegd aan de Minister van Water over de boot. "
    "Vragen en antwoorden zijn hierna afgedrukt.\n\n"
)


def pairs(parts: Parts) -> list[tuple[str, str, str]]:
    """Of each paragraph of an answer: its place, its words, and the words of its question."""
    return [
        (block.place, parts.text[block.start : block.end], parts.text[slice(*(block.context or (0, 0)))])
        for block in parts.blocks
        if block.kind is BlockKind.ANSWER
    ]


def test_answers_may_stand_behind_all_questions() -> None:
    parts = parsed("Vraag 1\nVaart zij?\n\nVraag 2\nHoe vaak?\n\nAntwoord 2\nVaak.\n\nAntwoord 1\nJa.\n")
    assert pairs(parts) == [("antwoord 2", "Vaak.", "Hoe vaak?"), ("antwoord 1", "Ja.", "Vaart zij?")]


def test_the_title_of_the_annex_with_the_answers_is_a_heading() -> None:
    letter = "Geachte voorzitter,\n\nHierbij de antwoorden op de vragen van het lid Kaai (XYZ) over de boot.\n\n"
    title = "Antwoorden op de vragen van het lid Kaai"
    text = f"{letter}De minister van Water,\n\nA.B. Voorbeeld\n\n{title}\n\nVraag 1\nVaart zij?\n\nAntwoord 1\nJa.\n"
    parts = structure(PagedText(text=text, headings={text.index(title): 0}))
    assert next(parts.text[one.start : one.end] for one in parts.blocks if one.kind is BlockKind.HEADING) == title
    assert pairs(parts) == [("antwoord 1", "Ja.", "Vaart zij?")]


def test_a_question_may_be_put_again_above_its_answer() -> None:
    parts = parsed("Vraag 1\nVaart zij?\n\nVraag 2\nHoe vaak?\n\nVraag 1\nVaart zij?\n\nAntwoord\nJa.\n")
    start = parts.text.rindex("Vaart")
    assert [block.context for block in parts.blocks if block.kind is BlockKind.ANSWER] == [(start, start + 10)]


def test_an_answer_to_questions_that_stand_apart_hangs_on_the_last() -> None:
    parts = parsed(
        "Vraag 1\nVaart zij?\n\nVraag 2\nVaak?\n\nAntwoord 2\nJa.\n\nVraag 3\nNu?\n\nAntwoord 1 en 3\nNee.\n"
    )
    assert pairs(parts)[-1] == ("antwoord 1 en 3", "Nee.", "Nu?")


def test_an_answer_to_parts_of_a_question_finds_them() -> None:
    parts = parsed("Vraag 1a\nVaart zij?\n\nVraag 1b\nVaak?\n\nAntwoord 1\nJa.\n\nVraag 2\nNu?\n\nAntwoord 2a\nNee.\n")
    assert pairs(parts) == [("antwoord 1", "Ja.", "Vaart zij?\n\nVraag 1b\n\nVaak?"), ("antwoord 2a", "Nee.", "Nu?")]


def test_questions_without_numbers_each_have_their_answer() -> None:
    parts = parsed("Vraag:\nVaart zij?\n\nAntwoord:\nJa.\n\nVraag:\nVaak?\n\nAntwoord:\nNee.\n")
    assert pairs(parts) == [("antwoord", "Ja.", "Vaart zij?"), ("antwoord", "Nee.", "Vaak?")]


def test_numbered_items_are_questions_where_they_ask() -> None:
    parts = parsed(
        "1. Vaart zij?\n\nAntwoord\nJa, om twee redenen:\n1. zij kan;\n2. zij wil.\n\n2. Vaak?\n\nAntwoord\nNee.\n"
    )
    assert [(place, question) for place, _, question in pairs(parts)] == [
        ("antwoord 1", "1. Vaart zij?"),
        ("antwoord 2", "2. Vaak?"),
    ]
    kinds = [block.kind for block in parts.blocks]
    assert (kinds.count(BlockKind.QUESTION), kinds.count(BlockKind.LIST_ITEM)) == (2, 2)


def test_old_papers_number_answers_below_one_heading() -> None:
    parts = parsed(
        "Vragen van het lid Kaai (XYZ) aan de minister van Water over de boot. (Ingezonden 3 mei 2004)\n\n"
        "1\nVaart zij?1\n\n2\nVaak?\n\n3\nNu?\n\n1 De krant, 1 mei 2004.\n\n"
        "Antwoord\n\nAntwoord van minister Voorbeeld (Water). (Ontvangen 2 juni 2004)\n\n1\nJa.\n\n2 en 3\nNee.\n"
    )
    assert parts.kind is Kind.AANHANGSEL
    assert pairs(parts) == [("antwoord 1", "Ja.", "Vaart zij?1"), ("antwoord 2 en 3", "Nee.", "Vaak?\n\n3\n\nNu?")]
    assert [block.number for block in parts.blocks if block.kind is BlockKind.FOOTNOTE] == ["1"]


def test_a_list_of_questions_may_leave_its_answers_without_a_label() -> None:
    parts = parsed(
        f"{LIST}1\n\nVaart zij?\n\nZij vaart.\n\nElke dag.\n\n2\n\nDe boot is oud.\n\nVaart zij vaak?\n\nJa.\n"
    )
    assert parts.kind is Kind.SCHRIFTELIJK_OVERLEG
    assert parts.identifier == "kst-12345-6"
    assert pairs(parts) == [
        ("antwoord 1", "Zij vaart.", "Vaart zij?"),
        ("antwoord 1", "Elke dag.", "Vaart zij?"),
        ("antwoord 2", "Ja.", "De boot is oud.\n\nVaart zij vaak?"),
    ]
    speakers = {block.kind: block.speaker for block in parts.blocks}
    assert speakers[BlockKind.QUESTION].name == "de vaste commissie voor Eilanden"
    assert speakers[BlockKind.ANSWER].role is Role.BEWINDSPERSOON


def test_a_letter_may_leave_its_answers_without_a_label() -> None:
    parts = parsed(f"{HEAD}1\nVaart zij?\n\nJa.\n\n2\nVaak?\n\nNee.\n")
    assert parts.kind is Kind.KAMERBRIEF
    assert pairs(parts) == [("antwoord 1", "Ja.", "Vaart zij?"), ("antwoord 2", "Nee.", "Vaak?")]


def test_text_around_the_answers_is_no_part_of_them() -> None:
    parts = parsed(
        f"{HEAD}Inleiding\nIk ga eerst in op de boot.\n\nVraag 1\nVaart zij?\n\nAntwoord 1\nJa.\n\n"
        "Bijlage: vaartijden\n\nElk uur.\n\nHoogachtend,\n\nA.B. Voorbeeld\n"
    )
    places = {parts.text[block.start : block.end]: block.place for block in parts.blocks}
    assert places["Ik ga eerst in op de boot."] == "inleiding"
    assert places["Ja."] == "antwoord 1"
    assert places["Elk uur."] == "bijlage"
    assert places["A.B. Voorbeeld"] == "ondertekening"


def test_a_postponement_holds_questions_and_no_answers() -> None:
    parts = parsed(
        "Vragen van het lid Kaai (XYZ) aan de Minister van Water over de boot (ingezonden 3 mei 2022).\n\n"
        "Mededeling van Minister Voorbeeld (Water) (ontvangen 24 mei 2022).\n\n"
        "Vraag 1\nVaart zij?\n\nMededeling\nHet antwoord komt later.\n"
    )
    assert parts.title == "Mededeling over vragen van het lid Kaai (XYZ) over de boot"
    assert BlockKind.ANSWER not in {block.kind for block in parts.blocks}
    assert parts.blocks[-1].place == "mededeling"
    assert parts.blocks[-1].speaker.name == "Minister Voorbeeld"


def test_a_sentence_that_wraps_before_a_number_is_no_label() -> None:
    parts = parsed(
        "Vraag 1\nVaart zij?\n\nAntwoord 1\nDe boot vaart, zoals ik al schreef in het\nantwoord op vraag 1.\n"
    )
    assert pairs(parts)[0][1].endswith("in het antwoord op vraag 1.")


def test_a_report_in_the_form_of_a_list_names_who_asked_and_who_answers() -> None:
    parts = parsed(
        "12 345 VI Vaststelling van de begroting\n\nNr. 6 VERSLAG HOUDENDE EEN LIJST VAN VRAGEN EN ANTWOORDEN\n\n"
        "De vaste commissie voor Eilanden, belast met het onderzoek van dit voorstel, heeft de eer verslag uit te "
        "brengen in de vorm van een lijst van vragen.\n\nDe vragen zijn op 3 mei 2023 voorgelegd aan de Ministers van "
        "Water en voor Havens. Bij brief van 9 mei 2023 zijn ze beantwoord.\n\n"
        "1\n\nVaart zij?\n\nJa.\n\n2\n\nNu?\n\nNee.\n"
    )
    assert parts.title == "Lijst van vragen en antwoorden: Vaststelling van de begroting"
    assert parts.kamervragen is not None
    assert parts.kamervragen.answered_by == ("Minister van Water", "Minister voor Havens")
    assert parts.kamervragen.received == date(2023, 5, 9)
    assert parts.kamervragen.reply is Reply.ANTWOORD


def test_questions_that_wait_for_an_answer_are_nobody_elses_words() -> None:
    parts = parsed(
        "Vragen van het lid Kaai (XYZ) aan de Minister van Water over het antwoord op eerdere vragen van het lid Bos "
        "(ingezonden 3 mei 2022).\n\n"
        "Vraag 1\n\nVaart zij?1\n\nVraag 2\n\nVaak?\n\nX Noot\n1\n\nDe krant.\n\nNaar boven\n"
    )
    assert [(block.kind, block.speaker.role) for block in parts.blocks] == [
        (BlockKind.PARAGRAPH, Role.ONBEKEND),
        *[(BlockKind.HEADING, Role.KAMERLID), (BlockKind.QUESTION, Role.KAMERLID)] * 2,
        (BlockKind.FOOTNOTE, Role.KAMERLID),
    ]
    assert (parts.sender, parts.recipient) == ("het lid Kaai (XYZ)", "Minister van Water")
    assert parts.date == date(2022, 5, 3)
    assert parts.kamervragen is not None
    assert parts.kamervragen.reply is None


def test_a_table_in_an_answer_keeps_its_head() -> None:
    parts = parsed("Vraag 1\nHoe vaak?\n\nAntwoord 1\nZie de tabel.\nBoot | Maan | Jaar\nA | 4 | 2023\nB | 5 | 2023\n")
    assert [block.kind for block in parts.blocks][-3:] == [BlockKind.TABLE] * 3
    assert {block.place for block in parts.blocks if block.kind is BlockKind.TABLE} == {"antwoord 1"}


def test_a_row_hangs_on_the_caption_and_the_heads_of_its_own_table() -> None:
    """Two tables of one answer may have the same heads; the question belongs to neither."""
    text = "Vraag 1\nHoe vaak vaart zij?\n\nAntwoord 1\nZie de tabellen.\n\n"
    rows = {}
    for caption, figure in (("Veerboten naar het noorden", 4), ("Veerboten naar het zuiden", 5)):
        text += f"{caption}\n\n"
        rows |= {len(text): Row.OPENS | Row.HEAD}
        text += "Boot | Per dag\n"
        rows |= {len(text): Row.BODY}
        text += f"Meeuw | {figure}\n\n"
    parts = structure(PagedText(text=text, rows=rows))
    table = [block for block in parts.blocks if block.kind is BlockKind.TABLE]
    heads = [parts.text[slice(*block.context)] if block.context else "" for block in table]
    assert [head.split("\n\n") for head in heads if head] == [
        ["Veerboten naar het noorden", "Boot | Per dag"],
        ["Veerboten naar het zuiden", "Boot | Per dag"],
    ]
    assert [parts.text[block.start : block.end] for block, head in zip(table, heads, strict=True) if head] == [
        "Meeuw | 4",
        "Meeuw | 5",
    ]


def test_a_row_with_tabs_above_a_table_is_no_caption() -> None:
    text = "Vraag 1\nHoe vaak vaart zij?\n\nAntwoord 1\nZie de tabel.\n\nZomer\tElke dag\tMeeuw\n\n"
    rows = {len(text): Row.OPENS | Row.HEAD}
    text += "Boot | Per dag\n"
    rows |= {len(text): Row.BODY}
    parts = structure(PagedText(text=f"{text}Meeuw | 4\n", rows=rows))
    *_, tabs, head, row = parts.blocks
    assert (tabs.kind, parts.text[tabs.start : tabs.end]) == (BlockKind.TABLE, "Zomer\tElke dag\tMeeuw")
    assert row.context == (head.start, head.end)


def test_an_item_in_an_answer_goes_on_behind_the_notes_of_its_page() -> None:
    pages = (
        "Vraag 1\nWat gaat u doen aan de steiger?\n\nAntwoord 1\nEr zijn twee plannen:\n"
        "1. De steiger1 wordt langer, zodat de boot2 er ook bij storm en bij\n\n1 Kaart.\n",
        "laag water aan de kant kan\n\n2 Register.\n",
        "liggen. Dat is veilig.\n2. De boot vaart vaker.\n",
    )
    starts = tuple(len("".join(pages[:at])) for at in range(len(pages)))
    parts = structure(PagedText(text="".join(pages), page_starts=starts))
    items = [block for block in parts.blocks if block.kind is BlockKind.LIST_ITEM]
    assert [parts.text[item.start : item.end].split()[0] for item in items] == ["1.", "laag", "liggen.", "2."]
    hosts = [parts.text[slice(*item.context)].split()[0] for item in items if item.context]
    assert hosts == ["Er", "1.", "laag", "Er"]


def test_an_answer_without_a_label_is_no_part_of_an_item_of_its_question_above_the_notes() -> None:
    item = "– een langere steiger goed is voor de boot1 naar het eiland en de wal"
    question = f"1\nWat vindt u ervan?\n\nDeelt u de mening dat:\n\n{item}\n\n"
    parts = parsed(f"{HEAD}{question}1 Kaart.\n\nJa, dat vind ik niet goed.\n\n2\nVaak?\n\nNee.\n")
    assert [(place, words) for place, words, _ in pairs(parts)] == [
        ("antwoord 1", "Ja, dat vind ik niet goed."),
        ("antwoord 2", "Nee."),
    ]


def test_a_letter_that_answers_two_sets_of_questions_keeps_them_apart() -> None:
    one = "Antwoorden op de vragen van het lid Kaai (XYZ) over de boot (ingezonden 3 mei 2020)\n\n"
    other = "Antwoorden op de vragen van het lid Bos (D66) over de bus (ingezonden 4 mei 2020)\n\n"
    parts = parsed(
        f"{one}Vraag 1\nVaart zij?\n\nAntwoord 1\nJa.\n\nVraag 2\nNu?\n\nAntwoord 2\nZie het antwoord op vraag 1.\n\n"
        f"{other}Vraag 1\nRijdt hij?\n\nAntwoord 1\nNee.\n\nVraag 2\nNu?\n\nAntwoord 2\nZie het antwoord op vraag 1.\n"
    )
    answers = [block for block in parts.blocks if block.kind is BlockKind.ANSWER]
    assert [block.place.partition(" op ")[2] for block in answers] == [
        *["vragen van het lid Kaai (XYZ)"] * 2,
        *["vragen van het lid Bos (D66)"] * 2,
    ]
    assert [question for *_, question in pairs(parts)] == ["Vaart zij?", "Nu?", "Rijdt hij?", "Nu?"]
    assert [block.see for block in answers] == [(), (answers[0].place,), (), (answers[2].place,)]
    assert {block.speaker.name for block in parts.blocks if block.kind is BlockKind.QUESTION} == {
        "het lid Kaai (XYZ)",
        "het lid Bos (D66)",
    }


def test_sets_of_questions_with_bare_numbers_are_kept_apart_too() -> None:
    one = "Antwoorden op de vragen van het lid Kaai (XYZ) over de boot\n\n"
    other = "Antwoorden op de vragen van het lid Bos (D66) over de bus\n\n"
    parts = parsed(f"{one}1\n\nVaart zij?\n\nJa.\n\n2\n\nNu?\n\nNee.\n\n{other}1\n\nRijdt hij?\n\nVaak.\n")
    assert [(text, question) for _, text, question in pairs(parts)] == [
        ("Ja.", "Vaart zij?"),
        ("Nee.", "Nu?"),
        ("Vaak.", "Rijdt hij?"),
    ]


def test_a_numbered_item_may_ask_by_its_parts() -> None:
    parts = parsed("1. Is het zo dat:\na. zij vaart;\nb. hij rijdt?\n\nAntwoord\na. Ja.\nb. Nee.\n")
    assert pairs(parts) == [
        ("antwoord 1", "a. Ja.", "1. Is het zo dat:\n\na. zij vaart;"),
        ("antwoord 1", "b. Nee.", "b. hij rijdt?"),
    ]


LETTERED = "Vraag 1\nWat weet u van de boot?\na. Vaart zij vaak?\nb. Wie betaalt haar?\n\nAntwoord 1\n"


@pytest.mark.parametrize("opens", ["", "Dat verschilt per haven.\n"])
@pytest.mark.parametrize("mark", ["{}.", "{})"])
def test_a_lettered_part_of_an_answer_hangs_on_the_part_of_the_question_with_its_letter(opens: str, mark: str) -> None:
    first, second = f"{mark.format('a')} Ja, maar niet in de winter.", f"{mark.format('b')} De gemeente."
    document = document_of(Path("boot.txt"), PagedText(text=f"{LETTERED}{opens}{first}\n{second}\n"), "0" * 64)
    answers = [block for block in document.blocks if block.kind is BlockKind.ANSWER]
    assert [(block.place, block.number) for block in answers[-2:]] == [("antwoord 1", "1a"), ("antwoord 1", "1b")]
    asked = {passage.text.strip().split("\n")[-1]: passage.context for passage in cut(document)}
    assert asked[first] == "Wat weet u van de boot? a. Vaart zij vaak?"
    assert asked[second] == "Wat weet u van de boot? b. Wie betaalt haar?"


def test_a_part_of_an_answer_goes_on_behind_the_notes_of_its_page() -> None:
    page = f"{LETTERED}a. Ja.\nb. Dat doet de gemeente1 die daar ook de steiger voor de boot\n\n1 Kaart.\n"
    text = f"{page}onderhoudt en schoonmaakt.\n"
    parts = structure(PagedText(text=text, page_starts=(0, len(page))))
    assert pairs(parts)[-1][1:] == ("onderhoudt en schoonmaakt.", "b. Wie betaalt haar?")


@pytest.mark.parametrize("answer", ["Er zijn twee redenen:\na. de wind;\nb. de prijs.\n", "c. Dat weet ik niet.\n"])
def test_a_list_of_the_answer_itself_is_no_part_of_the_question(answer: str) -> None:
    parts = parsed(f"{LETTERED}{answer}")
    assert {block.number for block in parts.blocks if block.kind is BlockKind.ANSWER} == {"1"}


@pytest.mark.parametrize("above", ["", "2\n\nTweede Kamer der Staten-Generaal\n\n", "2\n\n7\n\n"])
def test_a_number_above_the_first_question_does_not_hide_the_questions(above: str) -> None:
    """The "2" of the Tweede Kamer stands alone on a line, as the numbers of the questions do."""
    text = (
        f"{above}36 200 XXII Vaststelling van de begroting\n\nNr. 6 LIJST VAN VRAGEN EN ANTWOORDEN\n\n"
        "De vaste commissie voor Boten heeft vragen voorgelegd aan de Minister van Verkeer over de begroting.\n\n"
        "1\nHoe laat vaart de boot?\nAntwoord:\nOm acht uur.\n\n"
        "2\nWat kost hij?\nAntwoord:\nTwee euro.1\n\n1 Zie het tarief.\n"
    )
    parts = parsed(text)
    pairs = [
        (block.kind, block.number) for block in parts.blocks if block.kind in {BlockKind.QUESTION, BlockKind.ANSWER}
    ]
    assert pairs == [(kind, number) for number in "12" for kind in (BlockKind.QUESTION, BlockKind.ANSWER)]


IN_LETTER = (
    "Betreft Beantwoording vragen van het lid Kaai (XYZ) over de boot\n\nGeachte voorzitter,\n\n"
    "Hierbij de antwoorden op de schriftelijke vragen van het lid Kaai (XYZ) over de boot.\n\n"
    "De minister van Water,\nA. Voorbeeld\n\n"
)


@pytest.mark.parametrize("mark", ["", "1", "¹"])
def test_a_mark_of_a_note_behind_the_question_mark_hides_no_question(mark: str) -> None:
    parts = parsed(f"{IN_LETTER}1. Vaart de boot?{mark}\n\nDe boot vaart.\n\n2. Hoe vaak?\n\nTwee keer.\n")
    said = [(block.kind, block.number) for block in parts.blocks if block.number]
    assert said == [(kind, number) for number in "12" for kind in (BlockKind.QUESTION, BlockKind.ANSWER)]


@pytest.mark.parametrize("heads", [("Vragen", "Antwoorden"), ("Vragen:", "Antwoord:"), ("Vraag", "Antwoord")])
def test_numbers_alone_on_a_line_below_headings_for_all_make_pairs(heads: tuple[str, str]) -> None:
    asked, told = heads
    parts = parsed(
        f"{IN_LETTER}{asked}\n\n1\nVaart de boot?\n\n2\nHoe vaak?\n\n{told}\n\n1\nDe boot vaart.\n\n2\nTwee keer.\n"
    )
    last = next(block for block in parts.blocks if parts.text[block.start : block.end] == "Twee keer.")
    assert (last.kind, last.number, last.place) == (BlockKind.ANSWER, "2", "antwoord 2")
    assert last.context is not None
    assert parts.text[slice(*last.context)] == "Hoe vaak?"


def test_parts_of_a_question_are_forgotten_where_its_number_comes_again() -> None:
    parts = parsed(f"{LETTERED}a. Ja.\nb. Nee.\n\nVraag 1\nWat nu?\n\nAntwoord 1\nDit.\na. Meer.\nb. Minder.\n")
    assert [words for _, words, _ in pairs(parts)] == ["a. Ja.", "b. Nee.", "Dit."]


@pytest.mark.parametrize(
    "answer",
    [
        "Ja. Daarvoor gelden deze voorwaarden.\na. Het is droog.\nb. Het is licht.\n",
        "Ik heb de volgende redenen daarvoor.\na. Het is droog.\nb. Het is licht.\n",
        "Dat hangt ervan af.\na. Het is droog.\nb. Het is licht.\nc. Het is mei.\n",
    ],
)
def test_a_list_that_a_sentence_announces_or_that_has_other_letters_is_the_answers_own(answer: str) -> None:
    parts = parsed(f"{LETTERED}{answer}")
    assert {block.number for block in parts.blocks if block.kind is BlockKind.ANSWER} == {"1"}


def test_a_paragraph_between_two_parts_goes_on_with_the_first() -> None:
    parts = parsed(f"{LETTERED}a. Ja.\n\nZij vaart elke dag.\n\nb. De gemeente.\n\nZo is het.\n")
    assert [question.split("\n")[-1] for _, _, question in pairs(parts)] == [
        "a. Vaart zij vaak?",
        "a. Vaart zij vaak?",
        "b. Wie betaalt haar?",
        "b. Wie betaalt haar?",  # of the whole question
    ]
    assert pairs(parts)[-1][2].startswith("Wat weet u van de boot?")
