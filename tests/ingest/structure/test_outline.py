"""Headings that the file itself tells by mark-up or type."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from ingest.document import Block, BlockKind
from ingest.formats.paged_text import PagedText, Row
from ingest.structure import structure
from ingest.structure.parts import Parts
from tests.ingest.structure.made import parsed

BODY = "De boot vaart elk uur naar het eiland."


def parts_of(text: str, marked: Mapping[str, int]) -> Parts:
    """The parts of a text in which these lines are marked as headings of a level."""
    return structure(PagedText(text=text, headings={text.index(words): level for words, level in marked.items()}))


def headings(parts: Parts) -> list[tuple[tuple[str, ...], str]]:
    """Each heading with the headings above it."""
    return [
        (block.path, parts.text[block.start : block.end]) for block in parts.blocks if block.kind is BlockKind.HEADING
    ]


def last_block(parts: Parts) -> Block:
    return parts.blocks[-1]


def test_the_levels_of_the_file_make_the_path() -> None:
    text = f"Varen\n\n{BODY}\n\nHavens\n\n{BODY}\n\nSteigers\n\n{BODY}\n\nBoten\n\n{BODY}\n"
    parts = parts_of(text, {"Varen": 1, "Havens": 2, "Steigers": 4, "Boten": 2})
    assert headings(parts) == [
        ((), "Varen"),
        (("Varen",), "Havens"),
        (("Varen", "Havens"), "Steigers"),
        (("Varen",), "Boten"),
    ]
    assert last_block(parts).path == ("Varen", "Boten")


def test_a_heading_that_comes_back_stands_below_the_one_above_it() -> None:
    regions = "".join(f"Regio {name}\n\n{BODY}\n\nSlot\n\n{BODY}\n\n" for name in ("Noord", "Oost", "Zuid"))
    for text in (regions, f"Inleiding\n\n{BODY}\n\n{regions}Vervolg\n\n{BODY}\n"):
        found = headings(parsed(text))
        assert [path for path, words in found if words == "Slot"] == [
            ("Regio Noord",),
            ("Regio Oost",),
            ("Regio Zuid",),
        ]
        assert [path for path, words in found if words != "Slot"] == [()] * (len(found) - 3)
        places = list(dict.fromkeys(block.place for block in parsed(text).blocks if block.place.endswith("Slot")))
        assert places == [f"paragraaf Regio {name}, Slot" for name in ("Noord", "Oost", "Zuid")]


def test_a_line_above_a_table_is_its_caption_where_it_alone_is_not_set_as_a_heading() -> None:
    text = f"Havens\n\n{BODY}\n\nBoten per haven in 2024\n\nHaven | Boten\nNoord | 12\n\nDe reder telt zelf."
    rows = {text.index(row): Row(2) for row in ("Haven |", "Noord |")}
    for marked, path in (({0: 0}, ("Havens",)), ({}, ("Boten per haven in 2024",))):
        parts = structure(PagedText(text=text, rows=rows, headings=marked))
        assert parts.blocks[-1].path == path


def test_an_item_that_goes_on_behind_the_notes_of_its_page_leaves_the_list_open() -> None:
    pages = (
        "Er zijn twee plannen:\n1. De steiger1 wordt langer, zodat de boot er ook bij storm en bij\n\n1 Kaart.\n",
        "laag water aan de kant kan liggen.\n2. De boot vaart vaker.\n",
    )
    parts = structure(PagedText(text="".join(pages), page_starts=(0, len(pages[0]))))
    lead_in, first, _, rest, second = parts.blocks
    assert [block.kind for block in (first, rest, second)] == [BlockKind.LIST_ITEM] * 3
    assert first.context == second.context == (lead_in.start, lead_in.end)
    assert rest.context == (first.start, first.end)


def test_a_heading_may_end_with_a_stop_or_ask_when_the_file_says_what_it_is() -> None:
    text = f"Wie betaalt de boot?\n{BODY}\n\nde steiger.\n\n{BODY}\n"
    assert headings(parts_of(text, {"Wie": 1, "de steiger.": 1})) == [((), "Wie betaalt de boot?"), ((), "de steiger.")]


def test_bold_type_alone_stands_below_the_headings_that_the_file_tells() -> None:
    text = f"Varen\n\n{BODY}\n\nKosten\n\n{BODY}\n"
    assert headings(parts_of(text, {"Varen": 1, "Kosten": 0})) == [((), "Varen"), (("Varen",), "Kosten")]


def test_a_line_in_bold_is_no_part_of_the_text_below_it() -> None:
    assert headings(parts_of(f"Kosten:\n{BODY}\n", {"Kosten": 0})) == [((), "Kosten:")]


def test_a_line_in_bold_that_ends_in_a_verb_is_no_part_of_the_text_below_it() -> None:
    for words in ("Wat niet openbaar kan worden", "Welke boten er zijn", "Hoe het geregeld is"):
        assert headings(parts_of(f"{words}\n{BODY}\n", {words: 0})) == [((), words)]
    text = "Het schip is\nHavenwijk gedoopt, naar de oude werf op het eiland.\n"
    assert headings(parts_of(text, {"Havenwijk": 0})) == []


def test_a_sentence_or_a_long_paragraph_in_bold_is_no_heading() -> None:
    long = "Wat hier volgt geldt voor alle boten die bij laag water varen " * 4
    for words in ("De boot vaart niet meer.", "Let op! Dit geldt vandaag", long.strip(), "• Boten"):
        assert headings(parts_of(f"{words}\n\n{BODY}\n", {words: 0})) == []


def test_bold_words_within_a_sentence_are_part_of_it() -> None:
    text = "De reder zegt dat hij de\nkosten van de nieuwe steiger\nniet betaalt. Dat is jammer.\n"
    assert parts_of(text, {"kosten": 0}).text == text.replace("\n", " ").strip()


def test_a_list_of_contents_still_tells_the_levels_where_the_file_does_not() -> None:
    names = ("Havens en steigers", "Nieuwe boten", "Kosten van brandstof", "Planning van het jaar")
    contents = "".join(f"• {name}\n" for name in names)
    text = f"Deze brief gaat over:\n\n{contents}\n" + "".join(
        f"{name}\n\n{BODY}\n\nUitleg\n\n{BODY}\n\n" for name in names
    )
    assert {path for path, words in headings(parts_of(text, {})) if words == "Uitleg"} == {(name,) for name in names}


TITLES = ("Boten", "Langer varen", "Havens en steigers", "Toezicht")
NUMBERS = {"digits": "1234", "letters": "ABCD", "small": "abcd", "roman": ("I", "II", "III", "IV")}


@given(
    st.sampled_from(list(NUMBERS)),
    st.sampled_from(["{}. {}", "{}: {}", "{}) {}", "({}) {}", "{} – {}", "Thema {}: {}", "Hoofdstuk {}. {}"]),
    st.lists(st.booleans(), min_size=4, max_size=4),
    st.lists(st.booleans(), min_size=4, max_size=4),
)
def test_a_sentence_is_placed_below_the_number_above_it(
    sort: str, form: str, colons: list[bool], lists: list[bool]
) -> None:
    """However headings are numbered, some with a colon at their end, some above a list."""
    assume(sort in {"digits", "roman"} or " – " not in form)
    assume(sort != "small" or not form.startswith(("Thema", "Hoofdstuk")))
    sections = [
        f"{form.format(number, title)}{':' * colon}\n\n"
        + (f"- Dit is punt {title.lower()};\n- en dat ook.\n" if listed else f"Hier gaat het over {title.lower()}.\n")
        for number, title, colon, listed in zip(NUMBERS[sort], TITLES, colons, lists, strict=True)
    ]
    parts = parsed("Geachte voorzitter,\n\n" + "\n".join(sections) + "\nIk wacht af.\n")
    for number, title, listed in zip(NUMBERS[sort], TITLES, lists, strict=True):
        words = f"punt {title.lower()};" if listed else f"over {title.lower()}."
        block = next(block for block in parts.blocks if words in parts.text[block.start : block.end])
        assert block.place.endswith(f" {number}: {title}")


def test_headings_that_are_not_bold_stand_below_the_bold_ones() -> None:
    text = "\n\n".join(
        [
            BODY,
            "Havens",
            "In het noorden",
            BODY,
            "In het zuiden",
            BODY,
            "Boten",
            BODY,
            "Op zondag",
            BODY,
            "Tot slot",
            BODY,
        ]
    )
    parts = parts_of(text, {"Havens": 0, "Boten": 0})
    assert headings(parts) == [
        ((), "Havens"),
        (("Havens",), "In het noorden"),
        (("Havens",), "In het zuiden"),
        ((), "Boten"),
        (("Boten",), "Op zondag"),
        ((), "Tot slot"),
    ]


def test_one_that_is_not_bold_stands_below_the_last_of_several_bold_ones() -> None:
    text = "\n\n".join(["Havens", BODY, "In het noorden", BODY, "Boten", BODY])
    assert headings(parts_of(text, {"Havens": 0, "Boten": 0}))[1] == (("Havens",), "In het noorden")
    assert headings(parts_of(text, {"Havens": 0}))[1] == ((), "In het noorden")
    text = "\n\n".join(["Vooraf", BODY, "Havens", BODY, "In het noorden", BODY, "Boten", BODY])
    assert headings(parts_of(text, {"Havens": 0, "Boten": 0}))[2] == ((), "In het noorden")


def test_bold_type_tells_nothing_where_bold_headings_stand_below_others_too() -> None:
    text = "\n\n".join(["Havens", "In het noorden", BODY, "Boten", "Op zondag", BODY])
    assert headings(parts_of(text, {"Havens": 0, "Op zondag": 0}))[-1] == (("Boten",), "Op zondag")


@pytest.mark.parametrize(
    ("line", "heads"),
    [("Grote veren 31 29", False), ("Kleine veren 4,5% -2", False), ("Veren in 2024", True), ("De wet 99 123", True)],
)
def test_a_line_that_ends_in_the_figures_of_a_row_is_no_heading(line: str, heads: bool) -> None:
    assert (headings(parts_of(f"{BODY}\n\n{line}\n\n{BODY}\n", {})) == [((), line)]) is heads


@pytest.mark.parametrize(
    "time", ["1e kwartaal 2031", "2de helft van 2032", "1 tot en met 31 mei 2031", "3 boten per dag"]
)
def test_a_day_a_quarter_or_a_count_is_no_number_of_a_heading(time: str) -> None:
    places = {block.place for block in parsed(f"{BODY}\n\n{time}\n\n{BODY}\n").blocks}
    assert not any(": " in place for place in places)


@pytest.mark.parametrize("title", ["1 Boten", "1a Boten", "1. boten", "1.2 boten", "1) boten in de haven"])
def test_a_number_before_a_capital_or_a_stop_is_one_of_a_heading(title: str) -> None:
    place = parsed(f"{BODY}\n\n{title}\n\n{BODY}\n\n{BODY}\n").blocks[-1].place
    assert place == f"paragraaf {title.split()[0].rstrip('.)')}: {title.split(maxsplit=1)[1]}"


def test_headings_that_count_on_by_one_word_stand_at_one_level() -> None:
    text = "\n\n".join(
        ["1. Havens", BODY, "2. Stand", "Maatregel 1. Steigers", BODY, "Maatregel 2. Boten", BODY, "3. Slot", BODY]
    )
    paths = {title: path for path, title in headings(parsed(text))}
    assert paths["Maatregel 1. Steigers"] == paths["Maatregel 2. Boten"] == ("2. Stand",)
    assert paths["3. Slot"] == ()
    last = "\n\n".join(["1. Havens", "Maatregel 1. Steigers", BODY, "Maatregel 2. Boten", BODY])
    assert {path for path, _ in headings(parsed(last))[1:]} == {("1. Havens",)}


@pytest.mark.parametrize(("lead", "heads"), [("Een haven telt mee als:", False), ("Havens en boten:", True)])
def test_a_line_in_bold_that_breaks_off_at_a_colon_is_no_heading(lead: str, *, heads: bool) -> None:
    parts = parts_of(f"{BODY}\n\n{lead}\n\n- De boot vaart.\n- De steiger drijft.\n", {lead: 0})
    assert ([title for _, title in headings(parts)] == [lead]) is heads
