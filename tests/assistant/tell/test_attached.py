"""What belongs to quoted sentences without standing in them."""

from dataclasses import replace

import pytest

from assistant.tell import attached, compose
from assistant.understand.asked import Asked
from ingest.document import BlockKind, Reference, ReferenceKind, Role, Speaker
from tests.assistant.made import MEMBER, MINISTER, evidence, paper, question

COUNTED = paper(
    "Voor de veerboot zijn 36 aanvragen ingediend, waarvan er 33 zijn goedgekeurd.",
    "De boot vaart om 9 uur.",
)


def test_the_answer_stands_beside_a_question_that_is_quoted() -> None:
    document = paper(
        "Klopt het dat er 900 boten zinken?",
        "Nee. Er zonk er geen.",
        kinds=(BlockKind.QUESTION, BlockKind.ANSWER),
        contexts=(None, (0, 34)),
    )
    asked, found = question("Hoeveel boten zinken er?", Asked.NUMBER), [evidence(document)]
    (reply,) = attached.replies(asked, found, found, "ouder")
    assert reply.citations[0].text == "Nee. Er zonk er geen."
    assert attached.replies(asked, [*found, evidence(document, block=1)], [], "ouder") == []
    assert attached.replies(replace(asked, of_the_asker=True), found, found, "ouder") == []
    assert attached.replies(asked, [evidence(COUNTED)], [], "ouder") == []


def test_of_a_long_answer_what_was_found_best_in_it_is_told_behind_how_it_begins() -> None:
    document = paper(
        "Hoe lang wacht men op de boot?",
        "De vaart kent uitdagingen. Er is veel te doen.",
        "Men wacht 12 minuten.",
        kinds=(BlockKind.QUESTION, BlockKind.ANSWER, BlockKind.ANSWER),
        contexts=(None, (0, 30), (0, 30)),
    )
    blocks = [document.blocks[0], *(replace(block, place="antwoord 1") for block in document.blocks[1:])]
    document = replace(document, blocks=tuple(blocks))
    asked, found = question("Wat is de wachttijd?", Asked.PERIOD), [evidence(document), evidence(document, block=2)]
    (reply,) = attached.replies(asked, found[:1], found, "kamer")
    assert [each.text for each in reply.citations] == ["De vaart kent uitdagingen.", "Men wacht 12 minuten."]


def test_a_reply_that_leads_in_a_list_is_told_with_the_list() -> None:
    document = paper(
        "Welke havens doen mee?",
        "Er doen twee havens mee, te weten:",
        "– Kaap;",
        "– Duin.",
        kinds=(BlockKind.QUESTION, BlockKind.ANSWER, BlockKind.LIST_ITEM, BlockKind.LIST_ITEM),
        contexts=(None, (0, 22), (24, 58), (24, 58)),
    )
    blocks = [document.blocks[0], *(replace(block, place="antwoord 1") for block in document.blocks[1:])]
    document = replace(document, blocks=tuple(blocks))
    asked, found = question("Welke havens varen mee?", Asked.LIST), [evidence(document), evidence(document, block=3)]
    (reply,) = attached.replies(asked, found[:1], found, "kamer")
    assert " ".join(each.text for each in reply.citations).split() == document.text[24:].split()


MOTIE = replace(
    paper("De Kamer, overwegende dat de boot te laat vaart; verzoekt de regering een tweede boot te kopen, "
          "en gaat over tot de orde van de dag.", speaker=Speaker(role=Role.ONBEKEND)),
    title="Veerboten: motie van het lid Voorbeeld c.s.",
)  # fmt: skip


def test_of_a_motie_is_told_what_it_asks_for_and_whose_it_is() -> None:
    asked = question("Wat vraagt de motie over de boot?")
    (told,) = compose.quoted(asked, [evidence(MOTIE)], "ouder", {})
    assert told.text == (
        "In de motie van het lid Voorbeeld c.s. staat: “verzoekt de regering een tweede boot te kopen”"
    )


def test_what_else_a_motie_says_is_told_to_who_does_not_ask_for_the_motie() -> None:
    assert attached.dictum(question("Vaart de boot te laat?"), MOTIE) is None
    assert attached.dictum(question("Wat vraagt de motie?"), COUNTED) is None


def test_an_answer_that_is_short_is_told_whole_and_a_long_one_from_its_first_sentence() -> None:
    long = "Nee. " + "De boot vaart elke dag van de ene kant naar de andere. " * 3 + "Hij is veilig."
    document = paper(long, kinds=(BlockKind.ANSWER,))
    (block,), last, asked = document.blocks, (long.index("Hij"), len(long)), question("Is de boot veilig?")
    assert attached.answer_whole(asked, document, block, [last], 100) == [(0, len(long))]
    pointed_at = long.rindex("De boot")  # he who is safe
    # To which question "Nee." is said is not known.
    assert attached.answer_whole(asked, document, block, [last], 20) == [(pointed_at, last[1])]


@pytest.mark.parametrize(
    ("asked", "bare"), [("Is de boot voor alle reizigers veilig?", True), ("Mag een hond mee?", False)]
)
def test_a_bare_no_is_told_only_to_who_asks_what_the_paper_was_asked(asked: str, *, bare: bool) -> None:
    put, long = (
        "Is de boot veilig voor alle reizigers?",
        "Nee. " + "De boot vaart elke dag van de ene kant. " * 5 + "Bij storm vaart hij niet.",
    )
    document = paper(put, long, kinds=(BlockKind.QUESTION, BlockKind.ANSWER))
    block = replace(document.blocks[1], context=(0, len(put)))
    last = (document.text.index("Bij storm"), len(document.text))
    spans = attached.answer_whole(question(asked), document, block, [last], 12)
    assert (document.text[slice(*spans[0])] == "Nee.") is bare


def test_a_question_about_an_amendement_gets_the_footnote_with_its_number_once() -> None:
    said, note, other = (
        "Ik voer het amendement van het lid Voorbeeld uit.4",
        "4 Kamerstuk 29 876, nr. 12.",
        "5 Zie de kaart.",
    )
    document = paper(
        said,
        note,
        other,
        kinds=(BlockKind.PARAGRAPH, BlockKind.FOOTNOTE, BlockKind.FOOTNOTE),
        contexts=(None, (0, len(said)), (0, len(said))),
    )
    at = document.text.index("Kamerstuk")
    number = Reference(
        kind=ReferenceKind.KAMERSTUK, identifier="kst-29876-12", text="Kamerstuk 29 876, nr. 12", start=at, end=at + 24
    )
    named = replace(number, kind=ReferenceKind.AMENDEMENT, text="amendement", start=12, end=22)
    document = replace(document, references=(named, number))
    found, papers = [evidence(document)], {document.identifier: document}
    asked = question("Wie diende het amendement in?", Asked.NAME)
    short, *statements = compose.drafts(asked, found, found, papers, "kamer")
    assert short.text == "Voorbeeld."
    assert [one.text for told in statements for one in told.citations] == [said, note]
    assert attached.footnotes(asked, found, statements, papers) == []
    assert attached.footnotes(question("Wat vaart er?"), found, statements[:1], papers) == []


def test_an_amount_of_a_footnote_is_told_behind_the_sentence_with_another() -> None:
    said, note, source = "De vergoeding is ten hoogste € 7.500.4", "4 Voor eilanders is dit € 9.000.", "5 Zie de kaart."
    document = paper(
        said,
        note,
        source,
        kinds=(BlockKind.PARAGRAPH, BlockKind.FOOTNOTE, BlockKind.FOOTNOTE),
        contexts=(None, (0, len(said)), (0, len(said))),
    )
    found, papers = [evidence(document)], {document.identifier: document}
    amount = compose.drafts(question("Hoeveel vergoeding krijg ik?", Asked.AMOUNT), found, found, papers, "ouder")
    assert [one.text for told in amount for one in told.citations if not told.beside][-1] == note
    assert all(one.text != note for told in compose.drafts(question("Wat is er?"), found, found, papers, "ouder")
               for one in told.citations)  # fmt: skip


def test_every_item_of_a_list_in_a_question_only_asks() -> None:
    texts = (
        "Kunt u aangeven:",
        "a. wat de boot kost;",
        "b. wie er betaalt?",
        "a. wat de boot kost;",
        "b. wie betaalt.",
    )
    item = BlockKind.LIST_ITEM
    context = (0, len(texts[0]))
    document = paper(
        *texts, kinds=(BlockKind.QUESTION, item, item, item, item), speaker=MEMBER,
        contexts=(None, context, context, (42, 50), (42, 50)),
    )  # fmt: skip
    asked = question("Wat kost de boot?")
    assert [attached.states(asked, evidence(document, block=at)) for at in (1, 2, 3)] == [False, False, True]
    minister = replace(document, blocks=tuple(replace(one, speaker=MINISTER) for one in document.blocks))
    assert attached.states(asked, evidence(minister, block=1))
