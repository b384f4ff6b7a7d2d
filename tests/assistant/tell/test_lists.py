"""Lists that are told whole."""

from dataclasses import replace

import pytest

from assistant.find.finding import find
from assistant.find.sentences import Sentences
from assistant.tell import compose, lists
from assistant.understand.asked import Asked, focus_of
from assistant.understand.conversation import complete
from index.generation import Generation
from ingest.document import BlockKind, Document
from tests.assistant.made import MEMBER, evidence, paper, question

COUNTED = paper(
    "Voor de veerboot zijn 36 aanvragen ingediend, waarvan er 33 zijn goedgekeurd.",
    "De boot vaart om 9 uur.",
)
LIST = paper(
    "Een schipper leert drie dingen:",
    "– sturen;",
    "– aanleggen.",
    kinds=(BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.LIST_ITEM),
)


def test_numbered_headings_of_one_level_are_a_run(built: Generation) -> None:
    letter = built.document_of["kst-29876-61"]
    ((above, parts),) = lists.numbered_sections(letter)
    assert "drie verbeteringen" in above
    assert [letter.text[part.start : part.end] for part in parts] == [
        "1. Vaste gezichten achter het stuur",
        "2. Kortere routes",
        "3. Een meldpunt dat opneemt",
    ]


def test_a_paper_without_numbered_headings_has_no_sections() -> None:
    assert lists.numbered_sections(COUNTED) == []
    assert lists.sections(question("Noem de drie dingen", Asked.LIST), [evidence(LIST)]) == []


@pytest.mark.parametrize(("text", "number"), [("Welke verbeteringen komen er?", 3), ("Welke stappen komen er nog?", 0)])
def test_sections_are_the_list_of_what_is_counted_and_of_nothing_else(
    built: Generation, text: str, number: int
) -> None:
    understood = complete(text, ())
    chosen = [
        one for one in find(complete("De drie verbeteringen", ()), built, Sentences(built)) if "drie v" in one.text
    ]
    assert chosen
    assert sum(len(one.citations) for one in lists.sections(understood, chosen)) == number


def listed(*items: str) -> Document:
    """A paper with a lead-in and its items."""
    lead_in = "Een schipper leert dingen:"
    kinds = (BlockKind.PARAGRAPH, *[BlockKind.LIST_ITEM] * len(items))
    return paper(lead_in, *items, kinds=kinds, contexts=(None, *[(0, len(lead_in))] * len(items)))


def test_a_list_is_whole_from_its_lead_in_to_its_last_item() -> None:
    document = listed("– sturen;", "– aanleggen.")
    second = document.blocks[2]
    (span,) = lists.whole_list(document, second, (second.start, second.end), 100)
    assert span == (0, len(document.text))
    assert not lists.goes_on(document, span)


def test_a_long_list_leaves_off_behind_an_item_and_that_is_known() -> None:
    document = listed("– sturen;", "– aanleggen;", "– slapen.")
    first = document.blocks[1]
    (span,) = lists.whole_list(document, first, (first.start, first.end), 8)
    assert document.text[slice(*span)].endswith("aanleggen;")
    assert lists.goes_on(document, span)


def test_an_item_for_which_the_list_is_too_long_stands_alone() -> None:
    document = listed("– sturen;", "– aanleggen;", "– slapen.")
    last = document.blocks[3]
    assert lists.whole_list(document, last, (last.start, last.end), 8) == [(last.start, last.end)]


HEADED = ("Argumenten voor een pont:", "De pont is stil.", "Zij is snel.", "Argumenten tegen een pont", "Zij is duur.")


def with_headings() -> Document:
    """A paper with two headings and what stands under each."""
    heading, text = BlockKind.HEADING, BlockKind.PARAGRAPH
    made = paper(*HEADED, kinds=(heading, text, text, heading, text))
    above = {1: HEADED[0], 2: HEADED[0], 4: HEADED[3]}
    blocks = [replace(one, path=(above[at],) if at in above else ()) for at, one in enumerate(made.blocks)]
    return replace(made, blocks=tuple(blocks))


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("Wat zijn de argumenten voor een pont?", "De pont is stil.\n\nZij is snel."),
        ("Welke argumenten tegen een pont zijn er?", None),  # the sentence stands under the other heading
        ("Wat zijn de argumenten voor een brug?", None),
        ("Wat zijn de voordelen van een pont?", "De pont is stil.\n\nZij is snel."),
        ("Wat zijn de nadelen van een pont?", None),
        ("Wat zijn de voordelen van een brug?", None),
    ],
)
def test_a_section_is_told_whole_where_its_heading_names_what_is_asked_for(asked: str, told: str | None) -> None:
    document = with_headings()
    understood = replace(question(asked, Asked.LIST), focus=focus_of(asked))
    spans = lists.headed(understood, document, document.blocks[2], 50)
    assert [document.text[slice(*span)] for span in spans] == ([told] if told else [])
    assert lists.headed(understood, document, document.blocks[2], 3) == []
    if told:
        first = compose.quoted(understood, [evidence(document, block=2)], "ouder", {})[0]
        assert first.citations[0].text == told


def test_rows_under_the_same_heads_bear_the_caption_of_their_own_table() -> None:
    rows = ("Meldingen bij de rederij", "Grond | 2023", "Vertraging | 34", "Meldingen bij de haven", "Grond | 2023",
            "Vertraging | 74")  # fmt: skip
    document = paper(*rows, kinds=(BlockKind.TABLE,) * len(rows))
    blocks = [
        replace(block, context=(document.blocks[at].start, document.blocks[at].end))
        for block, at in ((document.blocks[2], 1), (document.blocks[5], 4))
    ]
    document = replace(document, blocks=(*document.blocks[:2], blocks[0], *document.blocks[3:5], blocks[1]))
    told = [document.text[slice(*span)] for block in blocks for span in lists.head_of_table(document, block)]
    assert told == ["Meldingen bij de rederij\n\nGrond | 2023", "Meldingen bij de haven\n\nGrond | 2023"]


def test_a_redaction_behind_a_section_leaves_it_whole_and_is_told() -> None:
    items = ("– De pont is duur.", "– De pont is traag.", "Persoonsgegevens")
    heading, item = BlockKind.HEADING, BlockKind.LIST_ITEM
    made = paper("Argumenten tegen een pont", *items, kinds=(heading, item, item, BlockKind.REDACTION))
    blocks = [replace(one, path=("Argumenten tegen een pont",) if at else ()) for at, one in enumerate(made.blocks)]
    document = replace(made, blocks=tuple(blocks))
    asked = "Wat zijn de argumenten tegen een pont?"
    understood = replace(question(asked, Asked.LIST), focus=focus_of(asked))
    (told,) = compose.quoted(understood, [evidence(document, block=2)], "ouder", {})
    assert told.citations[0].text == "– De pont is duur.\n\n– De pont is traag."
    assert told.text.endswith(compose.CUT_OFF)
    running = [replace(one, kind=BlockKind.PARAGRAPH) for one in blocks[1:3]]
    plain = replace(document, blocks=(blocks[0], *running, blocks[3]))
    assert lists.is_cut_off(plain, (running[0].start, running[1].end))


def test_nothing_is_cut_off_before_the_last_item_ends() -> None:
    document = listed("– sturen;", "– aanleggen.")
    assert not lists.is_cut_off(document, (0, len(document.text)))
    torn = replace(document, blocks=(*document.blocks[:2], replace(document.blocks[2], kind=BlockKind.REDACTION)))
    assert lists.is_cut_off(torn, (0, torn.blocks[1].end))
    assert not lists.is_cut_off(torn, (0, torn.blocks[1].end - 3))


def test_reasons_in_a_list_are_told_whole_as_the_items_of_a_list_are() -> None:
    document = listed(
        *(f"– omdat de pont op dag {number} niet vaart en de steiger dan leeg is;" for number in range(9))
    )
    (told,) = compose.quoted(question("Waarom?", Asked.REASON), [evidence(document, block=4)], "ouder", {})
    assert told.citations[0].text == document.text


def test_a_lead_in_that_names_nothing_but_what_is_asked_for_is_the_answer() -> None:
    said = "De minister schrijft waar een haven voor ponten aan moet voldoen."
    lead_in = "Een haven voor ponten:"
    document = paper(
        f"{said} {lead_in}", "– is diep;", "– is verlicht.",
        kinds=(BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.LIST_ITEM),
        contexts=(None, *[(len(said) + 1, len(said) + 1 + len(lead_in))] * 2),
    )  # fmt: skip
    span = (0, len(said))
    asked = complete("Waar moet een haven voor ponten aan voldoen?", ())
    left, right = lists.into_its_list(asked, document, document.blocks[0], span)
    assert document.text[left:right] == f"{said} {lead_in}"
    assert lists.into_its_list(complete("Wie schrijft er?", ()), document, document.blocks[0], span) == span


PARAGRAPH, ITEM, NOTE = BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.FOOTNOTE


def test_a_lead_in_takes_the_list_below_it_over_a_note() -> None:
    lead_in = "De pont vaart.1 Een aanvraag bevat:"
    texts = (lead_in, "1 Boek 2.", "– een kaart;", "– een foto.")
    document = paper(*texts, kinds=(PARAGRAPH, NOTE, ITEM, ITEM), contexts=(None, None, *[(0, len(lead_in))] * 2))
    found = evidence(document)
    second = replace(found, sentence=replace(found.sentence, spans=((16, len(lead_in)),)))
    (told,) = compose.quoted(question("Wat bevat een aanvraag?"), [second], "ouder", {})
    assert [one.text for one in told.citations] == ["Een aanvraag bevat:", "– een kaart;\n\n– een foto."]


@pytest.mark.parametrize(
    ("below", "told"),
    [
        (("de pont vaart; de kade droog is.", "De haven is mooi."), "de pont vaart; de kade droog is."),
        (("de pont vaart;", "de kade droog is.", "De haven is mooi."), "de pont vaart;\n\nde kade droog is."),
    ],
)
def test_a_lead_in_takes_the_paragraph_below_it_where_the_paper_marks_no_items(
    below: tuple[str, ...], told: str
) -> None:
    document = paper("Er is alleen geld als:", *below)
    for block in (0, 1):
        (quoted,) = compose.quoted(question("Wanneer is er geld?"), [evidence(document, block=block)], "ouder", {})
        whole = told if block == 0 else below[0]
        assert quoted.citations[0].text == f"Er is alleen geld als:\n\n{whole}"
    elsewhere = replace(document, blocks=(document.blocks[0], replace(document.blocks[1], path=("Kosten",))))
    (quoted,) = compose.quoted(question("Wanneer is er geld?"), [evidence(elsewhere)], "ouder", {})
    assert quoted.citations[0].text == "Er is alleen geld als:"


def test_a_paragraph_that_begins_small_below_a_heading_with_a_colon_is_told_with_it() -> None:
    for below, heading in (("de pont vaart.", "Er is alleen geld als:\n\n"), ("De pont vaart.", "")):
        document = paper("Er is alleen geld als:", below, kinds=(BlockKind.HEADING, PARAGRAPH))
        (quoted,) = compose.quoted(question("Wanneer is er geld?"), [evidence(document, block=1)], "ouder", {})
        assert quoted.citations[0].text == f"{heading}{below}"


def test_the_words_of_another_lead_nothing_in() -> None:
    asked, reply = "Kunt u zeggen of het volgende klopt:", "ja, de pont vaart weer."
    made = paper(asked, reply, kinds=(BlockKind.QUESTION, BlockKind.ANSWER))
    document = replace(made, blocks=(replace(made.blocks[0], speaker=MEMBER), made.blocks[1]))
    second = document.blocks[1]
    assert lists.led_in(document, second, (second.start, second.end)) == [(second.start, second.end)]
    running = replace(document, blocks=(replace(document.blocks[0], kind=PARAGRAPH), second))
    assert lists.led_in(running, second, (second.start, second.end)) == [(second.start, second.end)]


def test_a_lead_in_takes_nothing_of_the_next_answer() -> None:
    made = paper("Dat is het volgende punt:", "Nee, de pont vaart niet.", kinds=(BlockKind.ANSWER,) * 2)
    blocks = [replace(one, place=f"antwoord {at}") for at, one in enumerate(made.blocks, start=3)]
    document = replace(made, blocks=tuple(blocks))
    span = (blocks[0].start, blocks[0].end)
    assert lists.with_its_list(document, blocks[0], span, 100) == [span]


def test_a_list_begins_with_its_lead_in_and_what_that_points_back_to() -> None:
    for lead_in, told in (
        ("De pont is oud. Een schipper leert dingen:", "Een schipper leert dingen:"),
        ("De pont is oud. Daarvoor gelden regels:", "De pont is oud. Daarvoor gelden regels:"),
    ):
        document = paper(lead_in, "– sturen.", kinds=(PARAGRAPH, ITEM), contexts=(None, (0, len(lead_in))))
        item = document.blocks[1]
        (span,) = lists.whole_list(document, item, (item.start, item.end), 50)
        assert document.text[slice(*span)] == f"{told}\n\n– sturen."


def test_of_a_section_with_something_unreadable_in_the_middle_the_rest_is_told_and_that_is_said() -> None:
    heading = "Argumenten tegen variant B"
    texts = (heading, "De pont is duur.", "5.2.1", "De pont is traag.", "1 Boek 2.", "De kade is nat.")
    kinds = (BlockKind.HEADING, PARAGRAPH, BlockKind.REDACTION, PARAGRAPH, NOTE, PARAGRAPH)
    made = paper(*texts, kinds=kinds)
    blocks = [replace(one, path=(heading,) if at else ()) for at, one in enumerate(made.blocks)]
    document = replace(made, blocks=tuple(blocks))
    asked = question("Welke bezwaren worden genoemd tegen variant B?", Asked.LIST)
    (told,) = compose.quoted(asked, [evidence(document, block=3)], "ouder", {})
    assert [one.text for one in told.citations] == ["De pont is duur.", "De pont is traag.", "De kade is nat."]
    assert told.text.endswith(compose.TORN)
    noted = replace(document, blocks=(*blocks[:2], *blocks[3:]))
    (told,) = compose.quoted(asked, [evidence(noted, block=2)], "ouder", {})
    assert not told.text.endswith(compose.TORN)


OPEN = paper(
    "De haven is klein. Een reder die wil varen,",
    "– vraagt een bewijs;",
    "– meldt zijn boten.",
    kinds=(BlockKind.ANSWER, BlockKind.LIST_ITEM, BlockKind.LIST_ITEM),
    contexts=(None, (0, 43), (0, 43)),
)


def test_a_sentence_that_items_go_on_with_is_told_with_them_as_one_quote() -> None:
    asked = question("Noem de eisen aan een reder", Asked.LIST)
    for block in (0, 1, 2):
        (told,) = compose.quoted(asked, [evidence(OPEN, block=block)], "ouder", {})
        (cited,) = told.citations
        assert cited.text.endswith("Een reder die wil varen,\n\n– vraagt een bewijs;\n\n– meldt zijn boten.")


def test_an_open_sentence_that_no_items_hang_on_leads_nothing_in() -> None:
    alone = paper("Een reder die wil varen,", "– meldt zich.", kinds=(BlockKind.PARAGRAPH, BlockKind.LIST_ITEM))
    assert not lists.is_lead_in(alone, (0, alone.blocks[0].end))
    assert lists.is_lead_in(OPEN, (19, 43))


def test_the_last_row_of_a_table_is_no_caption_of_the_one_right_below_it() -> None:
    texts = ("2021 2022", "Noord 5 6", "2023 2024", "Zuid 7 8")
    document = paper(*texts, kinds=(BlockKind.TABLE,) * 4, contexts=(None, (0, 9), None, (22, 31)))
    assert document.text[22:31] == texts[2]
    assert lists.head_of_table(document, document.blocks[3]) == [(22, 31)]


@pytest.mark.parametrize("end", [" | ", "\t"])
def test_a_row_of_cells_is_no_caption_of_the_table_right_below_it(end: str) -> None:
    texts = (f"Noord{end}5", f"Haven{end}Boten", f"Zuid{end}7")
    start = len(texts[0]) + 2
    heads = (start, start + len(texts[1]))
    document = paper(*texts, kinds=(BlockKind.TABLE,) * 3, contexts=(None, None, heads))
    assert lists.head_of_table(document, document.blocks[2]) == [heads]
