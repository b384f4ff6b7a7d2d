from __future__ import annotations

import io
from contextlib import suppress

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader, PdfWriter

from ingest.formats import ocr
from ingest.formats.paged_text import PagedText, Reason, Row, UnreadableFile
from ingest.formats.pdf import MOST_PAGES, read
from ingest.formats.pdf_lines import Line
from ingest.formats.pdf_runs import Cell
from ingest.formats.pdf_text import NEAR, _column_around
from tests.ingest.formats.made_pdf import (
    Drawn,
    Item,
    Ruled,
    Text,
    box,
    lines,
    lock_pdf,
    make_ligature,
    make_pdf,
    make_scan,
    turn_pdf,
    words,
)

FULL = "een regel die de hele breedte van de kolom vult met gewone woorden"
PARAGRAPH = [f"Dit is {FULL}", f"en dit is {FULL}", f"tot slot nog {FULL}."]


def reason_of(data: bytes) -> Reason:
    with pytest.raises(UnreadableFile) as caught:
        read(data)
    return caught.value.reason


def test_lines_stay_lines_and_a_wider_step_opens_a_paragraph() -> None:
    page = [*lines(PARAGRAPH, y=700), *lines(PARAGRAPH, y=640)]
    paragraph = "\n".join(PARAGRAPH)
    assert read(make_pdf([page])).text == f"{paragraph}\n\n{paragraph}"


def test_the_order_on_the_page_counts_and_not_the_order_in_the_file() -> None:
    assert read(make_pdf([list(reversed(lines(PARAGRAPH)))])).text == "\n".join(PARAGRAPH)


def test_an_indented_first_line_opens_a_paragraph() -> None:
    page = [*lines(PARAGRAPH[:2], y=700), Text(PARAGRAPH[0], 95, 676), *lines(PARAGRAPH[1:], y=664)]
    assert read(make_pdf([page])).text.split("\n\n") == ["\n".join(PARAGRAPH[:2]), "\n".join(PARAGRAPH)]


@pytest.mark.parametrize("mark", ["•", "2."])
def test_a_line_at_the_margin_below_lines_that_hang_behind_a_mark_opens_a_paragraph(mark: str) -> None:
    item = [Text(mark, 80, 664), Text(PARAGRAPH[0], 95, 664), *lines(PARAGRAPH[1:], x=95, y=652)]
    after = "Wat ervoor pleit:"
    page = [*lines(PARAGRAPH, y=700), *item, Text(after, 80, 664 - 12 * len(PARAGRAPH))]
    assert read(make_pdf([page])).text.endswith(f"{PARAGRAPH[-1]}\n\n{after}")
    flush = [Text(mark, 80, 664), Text(PARAGRAPH[0], 95, 664), *lines(PARAGRAPH[1:], y=652)]
    page = [*lines(PARAGRAPH, y=700), *flush, Text("en dat is goed.", 80, 664 - 12 * len(PARAGRAPH))]
    assert read(make_pdf([page])).text.endswith(f"{PARAGRAPH[-1]}\nen dat is goed.")


def test_a_line_in_italics_between_sentences_heads_what_follows() -> None:
    """It may fill the column; a title in italics in the middle of a sentence heads nothing."""
    heading = f"Wat {FULL}"
    page = [*lines(PARAGRAPH, y=700), Text(heading, 80, 664, slanted=True), *lines(PARAGRAPH, y=652)]
    paragraph = "\n".join(PARAGRAPH)
    assert read(make_pdf([page])).text == f"{paragraph}\n\n{heading}\n\n{paragraph}"
    for above, below in ((PARAGRAPH[:2], PARAGRAPH), (PARAGRAPH, PARAGRAPH[1:])):
        top = lines(above, y=652 + 12 * len(above))
        page = [*top, Text(heading, 80, 652, slanted=True), *lines(below, y=640)]
        assert "\n\n" not in read(make_pdf([page])).text


@pytest.mark.parametrize(
    ("last", "apart"),
    [("bij storm", True), ("bij storm en bij laag water in de haven op Oost", False), ("bij storm.", False)],
)
def test_a_numbered_line_that_had_room_for_the_next_word_heads_what_follows(last: str, *, apart: bool) -> None:
    head = f"2. Wat wij doen aan de steiger {last}"
    below = [f"Nu is er {FULL}", f"en er is {FULL}", "waar de boot ligt."]
    page = [*lines(PARAGRAPH, y=700), Text(head, 80, 664), *lines(below, x=95, y=652)]
    assert (f"{head}\n\nNu is er" in read(make_pdf([page])).text) is apart


def test_a_table_below_a_numbered_line_tells_nothing_of_the_width_of_its_paragraph() -> None:
    head, below = "2. Wat wij doen aan de steiger", "Nu is er een steiger."
    cells = [Text(word, x, y) for y in (640, 620) for word, x in (("Boten", 84), ("Haven", 404))]
    page = [*lines(PARAGRAPH, y=712), Text(head, 80, 676), Text(below, 80, 664), *cells]
    text = read(make_pdf([[*page, *ruled([80, 400, 500], [612, 632, 652])]])).text
    assert f"{head}\n{below}" in text
    assert text.endswith("Boten | Haven\nBoten | Haven")


def test_each_page_starts_where_its_first_letter_stands() -> None:
    paged = read(make_pdf([lines(["Bladzijde een.", *PARAGRAPH]), lines(["Bladzijde twee.", *PARAGRAPH])]))
    assert [paged.text[start:].split("\n")[0] for start in paged.page_starts] == [
        "Bladzijde een.",
        "Bladzijde twee.",
    ]


def test_an_empty_page_keeps_its_number() -> None:
    paged = read(make_pdf([lines(PARAGRAPH), [], lines(["Bladzijde drie.", *PARAGRAPH])]))
    assert paged.text[paged.page_starts[2] :].startswith("Bladzijde drie.")
    assert len(paged.page_starts) == 3


def numbered(page: int) -> list[Item]:
    return [
        Text("Ministerie van Proeven", 80, 800, 8),
        *lines([f"Op blad {'abc'[page]} staat {FULL}", *PARAGRAPH]),
        Text(f"Pagina {page + 1} van 3", 80, 30, 8),
    ]


def test_running_heads_and_page_numbers_are_gone() -> None:
    text = read(make_pdf([numbered(page) for page in range(3)])).text
    assert "Ministerie van Proeven" not in text
    assert "Pagina" not in text
    assert text.count("Dit is") == 3


def test_what_alone_stands_on_the_pages_is_no_furniture() -> None:
    pages = [[Text("De reder", 80, 760), Text(f"Steiger {number}", 80, 400)] for number in (1, 2, 3)]
    text = read(make_pdf(pages)).text
    assert [f"Steiger {number}" in text for number in (1, 2, 3)] == [True] * 3


def test_a_question_heading_at_the_top_of_pages_is_no_running_head() -> None:
    pages = [[Text(f"Antwoord {number}", 80, 760), *lines(PARAGRAPH, y=748)] for number in (4, 5, 6)]
    assert read(make_pdf(pages)).text.count("Antwoord") == 3


def test_the_first_row_of_text_is_kept_even_if_it_comes_back_on_every_page() -> None:
    pages = [[Text("Ja.", 80, 760), *lines(PARAGRAPH, y=748)] for _ in range(2)]
    assert read(make_pdf(pages)).text.count("Ja.") == 2


def test_margin_texts_stand_apart_from_the_running_text() -> None:
    page = [*lines(PARAGRAPH), *lines(["Onze referentie", "123456"], x=460, y=695, size=6.5, step=9)]
    assert read(make_pdf([page])).text == "Onze referentie\n123456\n\n" + "\n".join(PARAGRAPH)


@pytest.mark.parametrize(("aside", "said"), [("5.1.2e", "[weggelakt] 5.1.2e"), ("Steiger", "[weggelakt]")])
def test_a_ground_in_the_margin_stands_behind_the_box_at_its_height(aside: str, said: str) -> None:
    hidden = [*lines(PARAGRAPH), Text("De klacht van", 80, 600), box(150, 597, 60, 12), Text("is oud.", 213, 600)]
    page = [*hidden, box(80, 540, 300, 36), *lines(PARAGRAPH, y=500), Text(aside, 480, 560, 7)]
    text = read(make_pdf([page])).text
    assert f"\n{said}\n" in text
    assert text.startswith("Steiger" if aside == "Steiger" else PARAGRAPH[0])


def test_a_ground_below_a_label_in_the_margin_is_its_value() -> None:
    page = [*lines(PARAGRAPH), *lines(["Van", "5.1.2e", "Bijlagen", "2"], x=460, y=695, size=6.5, step=9)]
    assert read(make_pdf([page])).text.startswith("Van\n5.1.2e\nBijlagen\n2\n\n")


def test_a_margin_that_repeats_the_first_page_is_furniture() -> None:
    margin = lines(["Datum", "3 juni 2021"], x=460, y=695, size=6.5, step=9)
    first = [Text("Datum 3 juni 2021", 80, 730), *lines(PARAGRAPH)]
    assert read(make_pdf([first, [*lines(PARAGRAPH), *margin]])).text.count("3 juni 2021") == 1


def test_a_raised_mark_at_a_figure_stays_raised() -> None:
    page = [
        *lines(PARAGRAPH),
        Text("Er varen 853.", 80, 652),
        Text("12", 144, 656, 6),
        Text("Er komen er meer.", 152, 652),
    ]
    assert "Er varen 853.¹² Er komen er meer." in read(make_pdf([page])).text


def test_raised_marks_are_glued_and_footnotes_stand_under_the_text() -> None:
    page = [
        *lines(PARAGRAPH),
        Text("Dit is geteld", 80, 652),
        Text("1", 137, 656, 6),
        Text("door de school.", 143, 652),
        Text("1", 80, 104, 5),
        Text("Telling van 3 mei 2021.", 86, 100, 8),
        Text("2", 80, 94, 5),
        Text("Zie bijlage 4.", 86, 90, 8),
    ]
    text = read(make_pdf([page])).text
    assert "Dit is geteld1 door de school.\n\n1 Telling van 3 mei 2021.\n2 Zie bijlage 4." in text


def noted(body: list[str]) -> list[Item]:
    """A page of text with a note at its foot."""
    note = [Text("1", 80, 104, 5), Text("Telling van 3 mei 2021.", 86, 100, 8)]
    return [*lines(body), *note]


@pytest.mark.parametrize(
    ("foot", "head"),
    [
        ([f"Dit is {FULL}", "en het veer"], ["vaart ook bij storm."]),
        ([f"Dit is {FULL}", f"en dit is {FULL} van"], [f"Havenstad, {FULL}", "en van de eilanden."]),
        (["Er zijn twee steigers:", "a. de noordsteiger;"], ["b. de zuidsteiger van hout;", "c. de oude steiger."]),
        (["– De noordsteiger ligt vast."], ["– De zuidsteiger drijft.", "– De oude steiger is gesloten."]),
    ],
)
def test_what_goes_on_over_the_foot_of_a_page_stands_above_its_notes(foot: list[str], head: list[str]) -> None:
    after = ["Wie wil varen, koopt een kaart."]
    second = [*lines(head, y=700), *lines(after, y=600)]
    paged = read(make_pdf([noted([*PARAGRAPH, *foot]), second]))
    whole = "\n".join([*PARAGRAPH, *foot, *head])
    assert paged.text == f"{whole}\n\n1 Telling van 3 mei 2021.\n\n{after[0]}"
    places = [paged.text.index(words) for words in (foot[0], head[0], head[-1], "1 Telling", after[0])]
    assert [paged.page_at(place) for place in places] == [1, 2, 2, 1, 2]


@pytest.mark.parametrize(
    ("foot", "head"),
    [
        ([f"Dit is {FULL}", "en het veer vaart."], [f"Ook is dit {FULL}", "van de haven."]),
        (["De havenmeester"], ["Een bijlage over steigers."]),
        (["a. De noordsteiger ligt vast."], ["– De zuidsteiger drijft."]),
    ],
)
def test_what_begins_at_the_head_of_a_page_stands_below_the_notes_above_it(foot: list[str], head: list[str]) -> None:
    paged = read(make_pdf([noted([*PARAGRAPH, *foot]), lines([*head, *PARAGRAPH], y=700)]))
    assert f"1 Telling van 3 mei 2021.\n{head[0]}" in paged.text
    assert paged.page_numbers == ()


@pytest.mark.parametrize("mark", ["2.", "5."])
def test_a_numbered_heading_at_the_head_of_a_page_is_no_item_of_the_list_on_the_page_before(mark: str) -> None:
    """One with the next number has no stop and a gap below it."""
    gap = 676 if mark == "2." else 688
    second = [*lines([f"{mark} Steigers"], y=700), *lines(PARAGRAPH, y=gap)]
    text = read(make_pdf([noted([*PARAGRAPH, "1. De noordsteiger ligt vast."]), second])).text
    assert f"1 Telling van 3 mei 2021.\n{mark} Steigers" in text


def test_what_is_set_as_large_as_the_text_is_no_note_that_a_page_before_it_goes_on_above() -> None:
    """A power of ten at the head of a line is raised as the mark of a note is."""
    page = [*lines([*PARAGRAPH, f"Dit is {FULL}"]), Text("3", 80, 656, 5), *lines([f"en {FULL}"], x=86, y=652)]
    text = read(make_pdf([page, lines(["vaart de boot.", *PARAGRAPH])])).text
    assert f"3 en {FULL}\nvaart de boot." in text


def test_bold_headings_stand_alone_but_a_question_heading_keeps_its_question() -> None:
    page = [
        *lines(PARAGRAPH, y=700),
        Text("Leerlingen zonder plek", 80, 664, bold=True),
        *lines(PARAGRAPH, y=652),
        Text("Vraag 2", 80, 616, bold=True),
        *lines(["Hoeveel?"], y=604),
    ]
    text = read(make_pdf([page])).text
    assert "\n\nLeerlingen zonder plek\n\nDit is" in text
    assert text.endswith("\n\nVraag 2\nHoeveel?")


def test_bullets_and_numbers_stay_on_the_line_of_their_item() -> None:
    page = [
        *lines(PARAGRAPH),
        Text("•", 80, 652),
        Text("eerste punt", 110, 652),
        Text("1.", 80, 640),
        Text("een", 110, 640),
    ]
    assert read(make_pdf([page])).text.endswith("• eerste punt\n1. een")


def ruled(xs: list[float], ys: list[float]) -> list[Item]:
    upright = [Ruled(x, ys[0], x, ys[-1]) for x in xs]
    return [*upright, *(Ruled(xs[0], y, xs[-1], y) for y in ys)]


def test_a_table_with_borders_is_written_as_rows() -> None:
    cells = [
        *(
            Text("School", 84, 630),
            Text("Fietsen", 164, 630),
            Text("De Vlinder met", 84, 610),
            Text("40", 164, 610),
        ),
        *(Text("de lange naam", 84, 598), Text("Het Anker", 84, 580), Text("412", 164, 580)),
    ]
    page = [*lines(PARAGRAPH), *ruled([80, 160, 240], [572, 594 - 2, 624, 644]), *cells]
    rows = "School | Fietsen\nDe Vlinder met de lange naam | 40\nHet Anker | 412"
    assert read(make_pdf([page])).text.endswith("\n\n" + rows)


def test_a_table_without_borders_is_written_as_rows() -> None:
    rows = [("School", "Plaats", "Aantal"), ("Anker", "Dronten", "40"), ("Vlinder", "Zutphen", "412")]
    cells = [
        Text(cell, 80 + 120 * column, 640 - 12 * row)
        for row, line in enumerate(rows)
        for column, cell in enumerate(line)
    ]
    text = read(make_pdf([[*lines(PARAGRAPH), *cells]])).text
    assert text.endswith("\n\nSchool | Plaats | Aantal\nAnker | Dronten | 40\nVlinder | Zutphen | 412")


def test_cells_of_a_table_without_borders_that_fill_several_lines_stay_cells() -> None:
    """The second line of the first row fills its column, so that hardly a space is left before the next."""
    rows = [
        [Text("Jaar", 80, 600), Text("Wat er is", 140, 600), Text("Wie", 254, 600)],
        [Text("2031", 80, 586), Text("Het planten", 140, 586), Text("De gemeenten", 254, 586)],
        [Text("van bomen naast wegen", 140, 574), Text("en provincies", 254, 574)],
        [Text("2032", 80, 560), Text("Snoeien", 140, 560), Text("Gemeenten", 254, 560)],
        [Text("als het vriest", 140, 548)],
    ]
    assert read(make_pdf([[*lines(PARAGRAPH), *(cell for row in rows for cell in row)]])).text.split("\n")[-3:] == [
        "Jaar | Wat er is | Wie",
        "2031 | Het planten van bomen naast wegen | De gemeenten en provincies",
        "2032 | Snoeien als het vriest | Gemeenten",
    ]


def test_spaces_before_the_first_word_of_a_line_are_no_words() -> None:
    assert read(make_pdf([[Text("      Een woord", 80, 700)]])).text == "Een woord"


def test_the_date_and_subject_of_a_letter_are_no_table() -> None:
    head = [
        Text("Datum", 80, 740),
        Text("3 juni 2021", 150, 740),
        Text("Betreft", 80, 728),
        Text("Fietsen", 150, 728),
    ]
    assert read(make_pdf([[*head, *lines(PARAGRAPH)]])).text.startswith("Datum 3 juni 2021\nBetreft Fietsen\n")


def test_two_columns_are_read_one_after_the_other() -> None:
    left = [f"links {letter} met een regel woorden" for letter in "abcdefgh"]
    right = [f"rechts {letter} met een regel woorden" for letter in "abcdefgh"]
    page = [*lines(PARAGRAPH, y=760), *lines(left, y=700), *lines(right, x=320, y=700)]
    assert read(make_pdf([page])).text == "\n\n".join(["\n".join(PARAGRAPH), "\n".join([*left, *right])])


@pytest.mark.parametrize("notes", [(1, 1), (2, 1), (1, 0), (0, 2)])
def test_the_notes_under_each_of_two_columns_follow_the_text_of_both(notes: tuple[int, int]) -> None:
    columns = {80: "links", 320: "rechts"}
    page: list[Item] = [*lines(PARAGRAPH, y=760)]
    page += [
        item
        for x, name in columns.items()
        for item in lines([f"{name} {n} met een regel woorden" for n in range(8)], x=x)
    ]
    texts = []
    for (x, name), count in zip(columns.items(), notes, strict=True):
        texts += [f"{len(texts) + n} Noot van {name}." for n in range(1, count + 1)]
        page += lines(texts[len(texts) - count :], x=x, y=120, size=7.5, step=9)
    text = read(make_pdf([page])).text
    body = [f"{name} {n} met een regel woorden" for name in columns.values() for n in range(8)]
    assert text.endswith("\n".join(body) + "\n\n" + "\n".join(texts))


@pytest.mark.parametrize("off", [-1.0, 0.0, 1.0])
def test_a_label_before_the_text_stays_in_its_line_though_it_stands_a_point_off(off: float) -> None:
    rows = [("Besluit:", f"De school krijgt {FULL}"), ("Termijn:", f"Dit geldt tot mei, en {FULL}")]
    page = [
        item
        for at, (label, words) in enumerate(rows)
        for item in (Text(label, 60, 700 - 24 * at + off), Text(words, 130, 700 - 24 * at))
    ]
    read_lines = read(make_pdf([page])).text.replace(" | ", " ").split("\n")
    assert [line for line in read_lines if line] == [f"{label} {words}" for label, words in rows]


@pytest.mark.parametrize("degrees", [90, 180, 270])
def test_a_page_that_lies_is_read_like_one_that_stands(degrees: int) -> None:
    cells = [Text("School", 84, 630), Text("Aantal", 164, 630), Text("Anker", 84, 610), Text("40", 164, 610)]
    page = make_pdf([[*lines(PARAGRAPH), *ruled([80, 160, 240], [602, 624, 644]), *cells]])
    assert read(turn_pdf(page, degrees)).text == read(page).text
    assert read(page).text.endswith("\n\nSchool | Aantal\nAnker | 40")


def test_an_accent_drawn_over_a_letter_makes_one_letter_with_it() -> None:
    page = [
        *lines(PARAGRAPH),
        Text("de heer Kostic", 80, 652),
        Text("´", 138.5, 652),
        Text("was er", 147, 652),
    ]
    assert read(make_pdf([page])).text.endswith("de heer Kostić was er")


def test_a_word_broken_at_a_line_end_keeps_its_hyphen() -> None:
    assert "initia-\ntieven" in read(make_pdf([[*lines(PARAGRAPH), *lines(["de initia-", "tieven"], y=640)]])).text


def test_a_soft_hyphen_within_a_ligature_is_no_hyphen() -> None:
    """A printer may say of the one sign "ff" that it is an f, a place to break the word and an f."""
    assert (
        read(make_ligature("de chauWeur van het veer-pontje", "W", "f\u00adf")).text
        == "de chauffeur van het veer-pontje"
    )


def test_a_password_is_named_as_the_reason() -> None:
    assert reason_of(lock_pdf(make_pdf([lines(PARAGRAPH)]), "geheim")) is Reason.WACHTWOORD


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7\n", b"geen pdf", bytes(range(256)) * 40])
def test_what_is_no_pdf_is_broken(data: bytes) -> None:
    assert reason_of(data) is Reason.BESCHADIGD


def test_too_many_pages_are_refused_before_they_are_read() -> None:
    assert reason_of(make_pdf([[]] * (MOST_PAGES + 1))) is Reason.TE_GROOT


def test_pages_without_text_or_picture_give_a_reason() -> None:
    assert reason_of(make_pdf([[]] * 3)) is Reason.GEEN_TEKST


def scanned() -> bytes:
    page = pypdfium2.PdfDocument(make_pdf([lines(["Fietsen tellen", "bij de school"], size=24, step=40)]))[0]
    picture = page.render(scale=3, grayscale=True)
    rows = memoryview(picture.buffer).cast("B")
    gray = b"".join(rows[row * picture.stride :][: picture.width] for row in range(picture.height))
    return make_scan(gray, picture.width, picture.height)


def test_a_scan_is_recognised_if_tesseract_is_there() -> None:
    if not ocr.can_recognise():
        pytest.skip("Tesseract with Dutch is not installed")
    paged = read(scanned())
    assert paged.text.split() == ["Fietsen", "tellen", "bij", "de", "school"]
    assert paged.page_starts == (0,)


def with_a_scan() -> bytes:
    """Three pages, of which the middle one is a picture."""
    paper = PdfWriter(clone_from=PdfReader(io.BytesIO(make_pdf([lines(PARAGRAPH), lines(PARAGRAPH[::-1])]))))
    paper.insert_page(PdfReader(io.BytesIO(scanned())).pages[0], 1)
    written = io.BytesIO()
    paper.write(written)
    return written.getvalue()


def test_a_scan_between_pages_with_text_is_recognised_in_its_place() -> None:
    if not ocr.can_recognise():
        pytest.skip("Tesseract with Dutch is not installed")
    paged = read(with_a_scan())
    first, second, third = paged.page_starts
    assert paged.text[first:second].split("\n")[:3] == PARAGRAPH
    assert paged.text[second:third].split() == ["Fietsen", "tellen", "bij", "de", "school"]
    assert paged.text[third:].split("\n") == PARAGRAPH[::-1]
    assert paged.unread == ()


def test_a_scan_between_pages_with_text_is_named_if_it_cannot_be_recognised(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    paged = read(with_a_scan())
    assert [line for line in paged.text.split("\n") if line] == [*PARAGRAPH, *PARAGRAPH[::-1]]
    assert paged.unread == (2,)


def test_a_scan_gives_a_reason_if_tesseract_is_not_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert reason_of(scanned()) is Reason.GEEN_TEKST


SOUND = make_pdf([numbered(0), numbered(1)])


@settings(deadline=None, max_examples=60)
@given(st.data())
def test_a_damaged_pdf_gives_text_or_a_reason(data: st.DataObject) -> None:
    damaged = bytearray(SOUND)
    for place in data.draw(st.lists(st.integers(0, len(SOUND) - 1), max_size=20)):
        damaged[place] = data.draw(st.integers(0, 255))
    with suppress(UnreadableFile):
        assert isinstance(read(bytes(damaged[: data.draw(st.integers(0, len(SOUND)))])), PagedText)


@settings(deadline=None, max_examples=30)
@given(st.lists(st.lists(st.text("abc déÉ-,.", min_size=1, max_size=30), max_size=8), min_size=1, max_size=4))
def test_every_letter_of_every_line_is_kept(pages: list[list[str]]) -> None:
    """Nothing is furniture between a first and a last line that differ on every page."""
    framed = [[f"begin {name}", *page, f"einde {name}"] for name, page in zip("abcd", pages, strict=False)]
    drawn = [[*lines(page[:-1], y=760), Text(page[-1], 80, 60)] for page in framed]
    text = read(make_pdf(drawn)).text
    assert "".join(text.split()) == "".join("".join(page) for page in framed).replace(" ", "")


@pytest.mark.parametrize("off", [-0.6, 0.0, 0.6])
def test_words_in_the_margin_do_not_join_the_raised_mark_of_a_note(off: float) -> None:
    full = "Dit is een regel die de hele breedte van de kolom vult met gewone woorden"
    items = [*lines([full, full, f"{full} einde"], y=600), Text("1", 397, 603.5, 6), *lines([full], y=564)]
    items += [Text(words, 450, y + off, 7) for words, y in (("Ons kenmerk", 612.0), ("Uw kenmerk", 603.5))]
    text = read(make_pdf([items])).text
    assert "kenmerk" not in next(paragraph for paragraph in text.split("\n\n") if "hele breedte" in paragraph)


def short_lines(name: str) -> list[str]:
    """A column as a debate has it: full lines, and many that a speaker or the end of a paragraph cuts short."""
    full = f"{name} met een regel van woorden"
    return [name, "De voorzitter:", full, "kort.", "De heer Proef:", full, "en", "Ja.", full, "slot."]


def test_columns_of_short_lines_are_no_table_and_keep_clear_of_head_and_foot() -> None:
    left, right = short_lines("links"), short_lines("rechts")
    head = [Text("Jaar een", 80, 760), Text("Verslag van de vergadering", 320, 760)]
    foot = [Text("Boten", 80, 40), Text("TK 7", 320, 40)]
    columns = [*lines(left, y=700, step=15), *lines(right, x=320, y=706, step=15)]
    text = read(make_pdf([[*head, *columns, *foot]])).text
    assert " | " not in text
    assert [line for line in text.split("\n") if line] == [
        "Jaar een Verslag van de vergadering", *left, *right, "Boten TK 7"
    ]  # fmt: skip


def test_columns_whose_lines_stand_level_with_few_full_ones_stay_rows() -> None:
    rows = [(Text(a, 80, 700 - 15 * n), Text(b, 320, 700 - 15 * n)) for n, (a, b) in enumerate(
        zip(short_lines("links"), short_lines("rechts"), strict=True))]  # fmt: skip
    assert "De voorzitter: | De voorzitter:" in read(make_pdf([[cell for row in rows for cell in row]])).text


@pytest.mark.parametrize("drawn", ["0 0 0 rg {} re f", "0.8 g 0 G {} re B"])
def test_boxes_over_words_of_a_line_are_no_cells(drawn: str) -> None:
    """Black or grey, in two lines that follow each other, so that their sides meet."""
    places = {700: 118, 688: 158}
    boxes = [Drawn(f"q {drawn.format(f'{x} {y - 2.5} 52 11')} Q") for y, x in places.items()]
    labels = [
        words("5.1.2.e", x + 4, y, colour="1 1 1" if "f" in drawn else "0 0 0", size=8) for y, x in places.items()
    ]
    around = [
        Text("De heer", 80, 700),
        Text("woont daar", 173, 700),
        Text("en mevrouw ook", 80, 688),
        Text(".", 212, 688),
    ]
    page = [*lines(PARAGRAPH, y=740), *boxes, *labels, *around]
    text = read(make_pdf([page])).text
    assert "De heer 5.1.2.e woont daar" in text
    assert "en mevrouw ook 5.1.2.e" in text
    assert not read(make_pdf([page])).rows


def test_boxes_under_each_other_are_no_table() -> None:
    boxes = [Drawn(f"q 0.8 g 0 G 80 {y - 2.5} {width} 12 re B Q") for y, width in ((700, 300), (688, 240), (676, 180))]
    labels = [words("5.1.2.i", 84, y, size=8) for y in (700, 688, 676)]
    paged = read(make_pdf([[*lines(PARAGRAPH, y=760), *boxes, *labels]]))
    assert not paged.rows
    assert paged.text.count("5.1.2.i") == 3


def test_a_page_that_holds_no_more_than_a_signature_has_its_margin_where_the_others_have_it() -> None:
    margin = lines(["Directie Boten", "Ons kenmerk", "PR-2031-77"], x=470, y=735, size=7, step=9)
    first = [*margin, *lines(PARAGRAPH * 4, y=600)]
    last = [
        Text("A.B. Voorbeeld", 80, 752),
        *lines(["Directie Boten", "Ons kenmerk", "PR-2031-77"], x=470, y=752, size=7),
    ]
    text = read(make_pdf([first, last])).text
    assert text.endswith("A.B. Voorbeeld")
    assert text.count("Directie Boten") == 1


def test_a_letterhead_of_many_fields_is_no_table() -> None:
    fields = {"Datum": "3 juni 2021", "Betreft": "Fietsen", "Ons kenmerk": "PR-2031-77", "Bijlagen": "2"}
    head = [
        Text(words, x, 740 - 12 * n)
        for n, field in enumerate(fields.items())
        for x, words in zip((80, 170), field, strict=True)
    ]
    paged = read(make_pdf([[*head, *lines(PARAGRAPH, y=660)]]))
    assert not paged.rows
    assert paged.text.split("\n")[:4] == [f"{label} {value}" for label, value in fields.items()]


@pytest.mark.parametrize("signers", [2, 3])
def test_who_signs_side_by_side_is_read_down(signers: int) -> None:
    offices = ["De minister van Boten,", "De staatssecretaris van", "De staatssecretaris van"]
    more = ["Havens en Water,", "Zorg, Welzijn en Sport,", "Financien,"]
    names = ["A. Voorbeeld", "B. de Proef", "C. Model"]
    page = lines(PARAGRAPH, y=700)
    for y, row in ((640, offices), (628, more), (570, names)):
        page += [Text(words, 80 + 160 * n, y) for n, words in enumerate(row[:signers])]
    columns = [*zip(offices, more, names, strict=True)][:signers]
    assert read(make_pdf([page])).text.split("\n\n")[1:] == ["\n".join(column) for column in columns]


@pytest.mark.parametrize(
    ("bold", "heads"), [((True, False, False), 1), ((True, True, True), 0), ((False, True, False), 0)]
)
def test_the_first_row_of_a_table_without_figures_heads_it_where_it_alone_is_bold(
    bold: tuple[bool, ...], heads: int
) -> None:
    rows = [("Partij", "Standpunt"), ("Haven", "tegen"), ("Reder", "voor")]
    page: list[Item] = [*lines(PARAGRAPH, y=760)]
    page += [Ruled(80, y, 320, y) for y in (700, 680, 660, 640)] + [Ruled(x, 640, x, 700) for x in (80, 200, 320)]
    for n, (row, set_bold) in enumerate(zip(rows, bold, strict=True)):
        page += [Text(cell, x, 686 - 20 * n, bold=set_bold) for cell, x in zip(row, (84, 204), strict=True)]
    paged = read(make_pdf([page]))
    assert sum(bool(kind & Row.HEAD) for kind in paged.rows.values()) == heads
    assert len(paged.rows) == 3


@pytest.mark.parametrize("count", [1, 3, 5])
def test_a_second_column_of_a_few_lines_is_read_after_the_first_on_the_last_page(count: int) -> None:
    left = [f"links {letter} met een regel woorden" for letter in "abcdefgh"]
    right = [f"rechts {letter} met een regel woorden" for letter in "abcdefgh"]
    first = [*lines(left, y=700), *lines(right, x=320, y=700)]
    last = [*lines(left, y=700), *lines(right[:count], x=320, y=700)]
    paged = read(make_pdf([first, last]))
    assert [line for line in paged.text[paged.page_starts[1] :].split("\n") if line] == [*left, *right[:count]]


def test_a_planning_under_the_word_datum_is_a_table_still() -> None:
    rows = [("Datum", "Overleg"), ("3 mei", "met de haven"), ("9 mei", "met de reder"), ("12 juni", "met de Kamer")]
    page = [Text(words, x, 700 - 14 * n) for n, row in enumerate(rows) for x, words in zip((80, 180), row, strict=True)]
    paged = read(make_pdf([[*lines(PARAGRAPH, y=760), *page]]))
    assert len(paged.rows) == len(rows)


def grouped(*rows: tuple[str, str, str, str]) -> list[str]:
    """How a table is read that bears the name of a group once, below the head of its columns."""
    table = [("Landsdeel", "Ronde", "Boten", "Bedrag"), *rows]
    cells = [
        Text(cell, 80 + 90 * column, 600 - 14 * row)
        for row, line in enumerate(table)
        for column, cell in enumerate(line)
        if cell
    ]
    return read(make_pdf([[*lines(PARAGRAPH), *cells]])).text.split("\n\n")[-1].split("\n")[1:]


@pytest.mark.parametrize("size", [2, 3])
@pytest.mark.parametrize("totals", [False, True])
def test_the_rows_of_a_group_have_its_name_though_it_is_printed_once(size: int, *, totals: bool) -> None:
    rows = [
        ("" if turn else name, f"ronde {turn + 1}", str(at + turn), f"{at},{turn}")
        for at, name in ((10, "Noord"), (20, "Zuid"))
        for turn in range(size)
    ]
    rows += [("Totaal", "alle", "99", "88,1")] * totals
    names = [name for name in ("Noord", "Zuid") for _ in range(size)] + ["Totaal"] * totals
    assert grouped(*rows) == [" | ".join((name, *row[1:])) for name, row in zip(names, rows, strict=True)]


@pytest.mark.parametrize("named", [(1, 4), (0, 3, 4)])
def test_no_row_is_given_the_name_of_a_group_that_may_be_anothers(named: tuple[int, ...]) -> None:
    """In the middle of three rows, or of groups of two sizes, the name may be that of the rows above it too."""
    rows = [("Noord" if row in named else "", f"ronde {row}", str(10 + row), f"{row},5") for row in range(6)]
    unnamed = [" | ".join(("Noord", *row[1:])) for row in rows if not row[0]]
    assert not set(unnamed) & set(grouped(*rows))


def test_the_day_in_the_margin_of_a_later_page_does_not_part_a_sentence() -> None:
    margin = lines(["Datum", "3 juni 2021"], x=460, y=695, size=6.5, step=9)
    first = [Text("Datum 03 JUN 2021", 80, 730), *lines(PARAGRAPH)]
    assert "3 juni 2021" not in read(make_pdf([first, [*lines(PARAGRAPH), *margin]])).text


def test_the_page_number_beside_the_column_of_a_single_page_is_no_text() -> None:
    page = [*lines(PARAGRAPH), Text("blad 1 van 1", 480, 30, 7), *lines(["Onze referentie"], x=480, y=695, size=6.5)]
    assert read(make_pdf([page])).text == "Onze referentie\n\n" + "\n".join(PARAGRAPH)


def test_a_paper_of_short_paragraphs_has_its_paragraphs_apart() -> None:
    """Most of its steps lead to the next paragraph; a line that goes on tells how far lines stand apart."""
    said = ["De Kamer,", "gehoord de beraadslaging,", "constaterende dat de steiger dicht is;", f"verzoekt om {FULL}"]
    page: list[Item] = [*lines(said, y=700, step=20), *lines(["en een bank te plaatsen,"], y=628)]
    page += [*lines(["en gaat over tot de orde van de dag."], y=608), *lines([f"Dit is {FULL}", "en niet meer"], y=580)]
    assert read(make_pdf([page])).text.split("\n\n")[3] == f"verzoekt om {FULL}\nen een bank te plaatsen,"


@pytest.mark.parametrize("heading", ["Hoe staat het met de boot?", "A. Wat gebeurt er in 2027?", "Tot slot"])
def test_a_slanted_heading_may_ask_and_may_open_a_page(heading: str) -> None:
    page = [Text(heading, 80, 700, slanted=True), *lines(PARAGRAPH, y=688)]
    assert f"\n\n{heading}\n\nDit is" in read(make_pdf([lines(PARAGRAPH), page])).text


@pytest.mark.parametrize(
    "foot",
    [
        "kst-12345-6 Tweede Kamer, vergaderjaar 2025–2026, 12 345, nr. 6 1",
        "ah-tk-20252026-12 ISSN 0921 - 7398 ’s-Gravenhage 2026 Tweede Kamer, vergaderjaar 2025–2026, Aanhangsel 1",
    ],
)
def test_the_imprint_of_a_paper_of_one_page_is_furniture(foot: str) -> None:
    page = [*lines(PARAGRAPH), Text(foot, 80, 60, size=7)]
    assert "vergaderjaar" not in read(make_pdf([page])).text


WIDTH = "een regel die zo lang is als de kolom breed is, met gewone woorden erin"


@pytest.mark.parametrize(
    ("last", "following", "parted"),
    [
        ("en dat is het einde.", "Daarna begint iets anders dat even lang", True),
        ("en dat is het einde.3", "Daarna begint iets anders dat even lang", True),
        ("en de rest staat", "Hieronder in een zin die verder gaat", False),  # no stop
        (
            "en dit is een regel die bijna zo lang is als de kolom breed is, en zo voort.",
            "Daarna gaat dit verder",
            False,
        ),
        ("en dat is het einde.", "en niet meer dan dat", False),
    ],
)
def test_a_paragraph_ends_with_a_sentence_in_a_line_that_had_room_for_the_next_word(
    last: str, following: str, *, parted: bool
) -> None:
    page = lines([f"Dit is {WIDTH}", f"en dit is {WIDTH}", last, following, f"is als {WIDTH}", f"en nog {WIDTH}."])
    assert (f"{last}\n\n{following}" in read(make_pdf([page])).text) is parted


def test_a_line_below_an_item_of_one_line_stands_at_the_margin_where_other_items_hang() -> None:
    page = lines([f"Dit is {WIDTH}", "als volgt:"])
    page += [Text(f"1. eerst {WIDTH}", 80, 660), Text("tot het einde;", 94, 648), Text("2. daarna de boot.", 80, 636)]
    page += lines([f"De boot is {WIDTH}", "en meer niet."], y=624)
    assert "2. daarna de boot.\n\nDe boot is" in read(make_pdf([page])).text


def test_a_line_below_an_item_of_one_line_goes_on_where_no_item_hangs() -> None:
    page = [*lines([f"Dit is {WIDTH}", "als volgt:", f"1. eerst {WIDTH}", "tot het einde;", f"2. daarna {WIDTH}"])]
    page += lines(["Boten erbij."], y=640)
    assert f"2. daarna {WIDTH}\nBoten erbij." in read(make_pdf([page])).text


@pytest.mark.parametrize(("lead", "parted"), [("Een haven hoort erbij als:", True), ("Een haven hoort erbij.", False)])
def test_items_without_marks_end_in_a_semicolon_below_a_lead_in(lead: str, *, parted: bool) -> None:
    page = lines([f"Dit is {WIDTH}", lead])
    page += lines([f"de haven {WIDTH}", "erbij heeft;", "de steiger drijft; en", "de boot vaart."], x=97, y=670)
    written = read(make_pdf([page])).text
    assert (":\n\nde haven" in written) is parted
    assert ("erbij heeft;\n\nde steiger drijft; en\n\nde boot vaart." in written) is parted


def test_an_item_with_a_mark_goes_on_behind_its_mark_after_a_colon() -> None:
    page = lines([f"Dit is {WIDTH}", "als volgt:"])
    page += [Text(f"a. {WIDTH}:", 80, 660), Text("38 procent;", 94, 648), Text(f"b. {WIDTH}:", 80, 636)]
    page += [Text("27 procent.", 94, 624)]
    written = read(make_pdf([page])).text
    assert f"a. {WIDTH}:\n38 procent;\nb. {WIDTH}:\n27 procent." in written


def test_text_below_indented_lines_that_stands_further_out_is_another_paragraph() -> None:
    page = [*lines([f"dit is {WIDTH}", "en dat was het."], x=100), *lines([f"De boot is {WIDTH}", "en vaart."], y=676)]
    assert "en dat was het.\n\nDe boot" in read(make_pdf([page])).text


def test_how_wide_a_column_is_only_near_lines_tell() -> None:
    """Looking at the whole page for each of its lines takes the square of their number."""
    page = [Line((Cell("Dit is een regel.", 80, 300),), 9000.0 - 12 * at, 10.0, bold=False) for at in range(500)]
    assert len(_column_around(page, 250)) <= 2 * NEAR
