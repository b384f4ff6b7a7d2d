"""Quotes with the words that say whose they are."""

from dataclasses import replace
from datetime import date

import pytest

from assistant.answer import Conflict, ConflictSide, Standing
from assistant.prove import quotes
from assistant.prove.verify import holds
from ingest.document import BlockKind, Role, Speaker
from tests.assistant.made import MEMBER, MINISTER, evidence, paper, torn

COUNTED = paper(
    "Voor de veerboot zijn 36 aanvragen ingediend, waarvan er 33 zijn goedgekeurd.",
    "De boot vaart om 9 uur.",
)


def test_a_quote_stands_in_the_paper_without_the_white_space_around_it() -> None:
    document = paper(" De boot vaart. ")
    cited = quotes.quote(document, 0, len(document.text), document.blocks[0])
    assert (cited.text, cited.start, cited.end) == ("De boot vaart.", 1, 15)
    assert cited.date == date(2024, 5, 21)


def test_each_part_of_a_sentence_over_a_page_end_has_its_own_page() -> None:
    document = torn()
    first, _, second, _ = document.blocks
    whole = replace(evidence(document).sentence, spans=((first.start, first.end), (second.start, second.end)))
    upper, lower = quotes.quotes(whole)
    assert (upper.text, lower.text) == ("Ik sprak met een", "reder2 die al jaren vaart.")
    assert (upper.citation[-4:], lower.citation[-4:]) == ("p. 1", "p. 2")


def test_a_quote_from_a_paragraph_over_a_page_end_has_the_page_that_it_begins_on() -> None:
    document = paper("De boot vaart om 9 uur. De reder betaalt de steiger.", "De gemeente betaalt de kade.")
    above, below = (replace(block, page=page) for block, page in zip(document.blocks, (1, 2), strict=True))
    over = document.text.index("De reder")
    document = replace(document, blocks=(above, below), pages=((0, 1), (over, 2)))
    pages = [
        quotes.quote(document, start, end, block).citation[-4:]
        for start, end, block in ((0, over, above), (over, above.end, above), (below.start, below.end, below))
    ]
    assert pages == ["p. 1", "p. 2", "p. 2"]
    whole = quotes.quote(document, 0, below.end, above)
    assert whole.citation.endswith(", p. 1-2")


def test_a_quote_knows_its_weight() -> None:
    document = paper("Ik ben voornemens de boot te schilderen.")
    cited = quotes.quotes(evidence(document).sentence)[0]
    assert cited.standing is Standing.VOORNEMEN


def test_a_sentence_that_a_note_parts_has_one_weight() -> None:
    document = paper("Ik zal uw Kamer over de", "boot informeren.")
    first, second = document.blocks
    whole = replace(evidence(document).sentence, spans=((first.start, first.end), (second.start, second.end)))
    assert [one.standing for one in quotes.quotes(whole)] == [Standing.TOEZEGGING] * 2


def test_the_mark_of_a_note_hides_no_promise() -> None:
    document = paper(
        "Ik zal u schrijven wat ik heb toegezegd1.", "1 Kaart.", kinds=(BlockKind.PARAGRAPH, BlockKind.FOOTNOTE)
    )
    said, note = document.blocks
    noted = replace(note, number="1", context=(said.start, said.end))
    document = replace(document, blocks=(said, noted))
    assert quotes.quotes(evidence(document).sentence)[0].standing is Standing.TOEZEGGING


def test_of_several_sentences_one_that_promises_is_enough_and_no_promise_is_made_of_two() -> None:
    def standing(text: str) -> Standing:
        document = paper(text)
        return quotes.quote(document, 0, len(text), document.blocks[0]).standing

    assert standing("De boot is nat. Dit najaar stuur ik uw Kamer het plan.") is Standing.TOEZEGGING
    assert standing("Volgens mij is dat nat. De haven zal uw Kamer informeren.") is Standing.ONBEKEND


def test_the_speaker_is_named() -> None:
    def lead(speaker: Speaker, kind: BlockKind = BlockKind.PARAGRAPH) -> str:
        document = paper("De boot vaart.", kinds=(kind,), speaker=speaker)
        return quotes.lead(quotes.quotes(evidence(document).sentence)[0])

    assert lead(MINISTER) == "Minister Voorbeeld schrijft:"
    assert lead(MEMBER) == "Het lid Voorbeeld (ABC) vraagt:"
    assert lead(Speaker(role=Role.KAMERLID)) == "De vrager vraagt:"
    assert lead(Speaker(role=Role.FRACTIE, name="de ABC-fractie")) == "De ABC-fractie brengt in:"
    assert lead(Speaker(role=Role.AMBTELIJK)) == "Ambtenaren schreven in een beslisnota:"
    both = "minister Voorbeeld en staatssecretaris Proef"
    assert lead(Speaker(role=Role.BEWINDSPERSOON, name=both)).endswith("staatssecretaris Proef schrijven:")
    assert lead(Speaker(role=Role.BEWINDSPERSOON, name="de minister van Water en Wind")).endswith("Wind schrijft:")
    office = Speaker(role=Role.BEWINDSPERSOON, name="V. Voorbeeld, minister van Water")
    assert lead(office) == "V. Voorbeeld, minister van Water, schrijft:"
    bare = Speaker(role=Role.BEWINDSPERSOON, name="Staatssecretaris van Water, Wind en Weer")
    assert lead(bare) == "De staatssecretaris van Water, Wind en Weer schrijft:"
    assert "samenvatting" in lead(Speaker(role=Role.REDACTIE))
    assert lead(Speaker(role=Role.BEWINDSPERSOON)).startswith("De bewindspersoon")
    assert lead(Speaker(role=Role.ONBEKEND)) == "In het stuk staat:"


def test_a_conflict_is_told_with_values_papers_and_dates() -> None:
    older = paper("Er zijn 34 aanvragen.", day=date(2024, 3, 12), identifier="ah-tk-20232024-1571")
    unknown = paper("Er zijn 30 aanvragen.", day=None, identifier="bestand-0123456789ab")
    sides = tuple(
        ConflictSide(value=value, citation=quotes.quotes(evidence(document).sentence)[0])
        for value, document in [("36", COUNTED), ("34", older), ("30", unknown)]
    )
    told = quotes.told_apart(Conflict(subject="aanvragen", sides=sides))
    assert "36 aanvragen (Kamerstukken II 2023/24, 29 876, nr. 61, 21 mei 2024)" in told.text
    assert "34 aanvragen (Aanhangsel Handelingen II 2023/24, nr. 1571, 12 maart 2024)" in told.text
    assert told.text.count("datum onbekend") == 1
    assert holds(told, {one.identifier: one for one in (COUNTED, older, unknown)})


@pytest.mark.parametrize(
    ("text", "role", "said"),
    [
        ("Wij adviseren u de boot te kopen.", Role.AMBTELIJK, "Ambtenaren adviseerden in een beslisnota:"),
        (
            "Het wetsvoorstel verplicht boten.",
            Role.BEWINDSPERSOON,
            "over een wetsvoorstel (toen nog geen wet):",
        ),
        ("Wanneer vaart de boot?", Role.FRACTIE, "De fractie vraagt:"),
        ("De boot vaart te laat.", Role.FRACTIE, "De fractie brengt in:"),
    ],
)
def test_whose_words_and_of_what_weight_is_said_before_the_quote(text: str, role: Role, said: str) -> None:
    cited = quotes.quotes(evidence(paper(text, speaker=Speaker(role=role))).sentence)[0]
    assert quotes.lead(cited).endswith(said)


def test_whence_a_quote_comes_is_told_with_paper_and_day() -> None:
    (cited,) = quotes.quotes(evidence(COUNTED).sentence)
    told = "Minister Voorbeeld schrijft: Kamerstukken II 2023/24, 29 876, nr. 61, 21 mei 2024. [1]"
    assert quotes.whence([cited]) == told


@pytest.mark.parametrize(
    ("name", "within"),
    [
        ("Minister Voorbeeld", "minister Voorbeeld"),
        ("Minister voor Water en Wind", "de minister voor Water en Wind"),
        ("het lid Voorbeeld (ABC)", "het lid Voorbeeld (ABC)"),
        ("", ""),
    ],
)
def test_an_office_is_written_small_within_a_sentence(name: str, within: str) -> None:
    assert quotes.in_a_sentence(name) == within


def test_words_that_were_made_unreadable_are_marked_where_they_stood() -> None:
    """Two spaces stand for them only in a paper that shows that words were taken out of it."""
    words = ("De aanvraag van  is afgewezen.", "5.1.2e")
    hidden = paper(*words, kinds=(BlockKind.PARAGRAPH, BlockKind.REDACTION))
    whole = paper("De aanvraag van  is afgewezen.")
    shown = [quotes.quote(one, 0, one.blocks[0].end, one.blocks[0]).shown for one in (hidden, whole)]
    assert shown == ["De aanvraag van [onleesbaar gemaakt] is afgewezen.", "De aanvraag van  is afgewezen."]


def test_the_marks_of_notes_are_no_part_of_what_is_shown() -> None:
    made = paper("De brief van 10 maart 20237 telt 12 boten.8 Meer niet.", "7 De brief.", "8 Geteld.")
    noted = tuple(
        replace(block, kind=BlockKind.FOOTNOTE, number=number, context=(0, made.blocks[0].end))
        for block, number in zip(made.blocks[1:], ("7", "8"), strict=True)
    )
    document = replace(made, blocks=(made.blocks[0], *noted))
    block = document.blocks[0]
    told = quotes.quote(document, block.start, block.end, block)
    assert told.shown == "De brief van 10 maart 2023 telt 12 boten. Meer niet."
    assert document.text[told.start : told.end] == told.text
    note = document.blocks[1]
    assert quotes.quote(document, note.start, note.end, note).shown == "De brief."


@pytest.mark.parametrize(
    ("item", "shown"),
    [
        ("– een toeter;", "een toeter;"),
        ("• Een toeter.", "Een toeter."),
        ("o Een toeter.", "Een toeter."),
        ("2. Een toeter.", "Een toeter."),
        ("b) een toeter", "een toeter"),
        ("1. Een toeter.\n2. Een lamp.", "1. Een toeter.\n2. Een lamp."),  # here it tells items apart
        ("• Een toeter.\n• Een lamp.", "• Een toeter.\n• Een lamp."),
        ("• Een boot heeft:\no een toeter;\no een lamp.", "Een boot heeft:\no een toeter;\no een lamp."),
        ("- | 4 | 5", "- | 4 | 5"),  # cells
    ],
)
def test_the_mark_of_a_single_item_is_no_part_of_what_is_shown(item: str, shown: str) -> None:
    document = paper("Nodig is:", item, kinds=(BlockKind.PARAGRAPH, BlockKind.LIST_ITEM))
    block = document.blocks[1]
    cited = quotes.quote(document, block.start, block.end, block)
    assert cited.shown == shown
    assert document.text[cited.start : cited.end] == cited.text == item


def test_a_number_that_a_paragraph_begins_with_is_shown() -> None:
    document = paper("12. Een boot is geen auto.")
    assert quotes.quotes(evidence(document).sentence)[0].shown == "12. Een boot is geen auto."


def test_quotes_in_a_row_are_of_a_bill_if_one_of_them_is() -> None:
    document = paper("De boot is oud.", "Het wetsvoorstel verplicht boten.")
    cited = [quotes.quote(document, block.start, block.end, block) for block in document.blocks]
    assert quotes.told(cited).text.startswith("Minister Voorbeeld schrijft over een wetsvoorstel (toen nog geen wet):")
    assert quotes.told(cited[:1]).text == "Minister Voorbeeld schrijft: “De boot is oud.”"


@pytest.mark.parametrize(
    ("speaker", "said"),
    [
        (MINISTER, "Minister Voorbeeld schrijft verder:"),
        (MEMBER, "Het lid Voorbeeld (ABC) vraagt verder:"),
        (Speaker(role=Role.FRACTIE, name="de ABC-fractie"), "De ABC-fractie brengt verder in:"),
        (Speaker(role=Role.AMBTELIJK), "Ambtenaren schreven verder in een beslisnota:"),
        (Speaker(role=Role.REDACTIE), "In onze samenvatting staat verder:"),
        (Speaker(role=Role.ONBEKEND), "In het stuk staat verder:"),
    ],
)
def test_what_goes_on_where_a_quote_left_off_says_so(speaker: Speaker, said: str) -> None:
    cited = quotes.quotes(evidence(paper("Maar de boot vaart.", speaker=speaker)).sentence)
    assert quotes.told(cited, further=True).text == f"{said} “Maar de boot vaart.”"


def test_a_statement_can_quote_other_words_between_its_own() -> None:
    document = paper("De boot vaart.", "De bus rijdt.")
    boat, bus = (quotes.quote(document, block.start, block.end, block) for block in document.blocks)
    both = replace(quotes.told([boat, bus]), text=f"{quotes.told([boat, bus]).text} De rest staat in het stuk.")
    left = quotes.with_quotes(both, [bus])
    assert left.text == "Minister Voorbeeld schrijft: “De bus rijdt.” De rest staat in het stuk."
    assert left.citations == (bus,)


@pytest.mark.parametrize(
    ("above", "kind", "text", "shown"),
    [
        ("Het rooster.", BlockKind.TABLE, "uitleg daarvan) vaart de boot.", "… uitleg daarvan) vaart de boot."),
        ("█████", BlockKind.REDACTION, "uitleg daarvan) vaart hij.", "[onleesbaar gemaakt] uitleg daarvan) vaart hij."),
        ("█████", BlockKind.REDACTION, "en vaart de boot.", "[onleesbaar gemaakt] en vaart de boot."),
        ("█████", BlockKind.REDACTION, "De boot vaart.", "De boot vaart."),
        ("De kade is nat.", BlockKind.PARAGRAPH, "en de boot vaart.", "en de boot vaart."),  # so somebody writes
        (
            "De kade is nat.",
            BlockKind.PARAGRAPH,
            "Ad 2) De boot (of de pont) vaart.",
            "Ad 2) De boot (of de pont) vaart.",
        ),
        (
            "De boot (naar de",
            BlockKind.PARAGRAPH,
            "uitleg daarvan) vaart.",
            "uitleg daarvan) vaart.",
        ),  # both are quoted
    ],
)
def test_a_quote_that_lacks_its_beginning_says_so_and_stays_exact(
    above: str, kind: BlockKind, text: str, shown: str
) -> None:
    document = paper(above, f"{text} Hij is groen.", kinds=(kind,))
    start = document.blocks[1].start
    cited = quotes.quote(document, start, start + len(text), document.blocks[0])  # it goes by its place
    assert cited.shown == shown
    assert cited.text == text == document.text[cited.start : cited.end]
    further = quotes.quote(document, cited.end, document.blocks[1].end, document.blocks[1])
    assert further.shown == "Hij is groen."


def test_who_asks_without_a_name_is_called_by_no_name() -> None:
    document = paper("Vaart de boot?", kinds=(BlockKind.QUESTION,), speaker=Speaker(role=Role.KAMERLID))
    asked = quotes.told(quotes.quotes(evidence(document).sentence))
    assert holds(asked, {document.identifier: document})


def test_a_quote_that_lies_within_no_other_is_its_own_widest() -> None:
    cited = quotes.quotes(evidence(COUNTED).sentence)[0]
    assert quotes.widest(cited, []) == quotes.widest(cited, [cited]) == cited
