"""Answers out of the best sentences, with a few words of ours around them."""

from dataclasses import replace

import pytest

from assistant.find.evidence import Evidence, Features
from assistant.prove.verify import Statement
from assistant.tell import compose, extent
from assistant.tell.choice import MOST, chosen_evidence
from assistant.understand.asked import Asked
from ingest.document import BlockKind, Document
from ingest.sentences import split
from tests.assistant.made import FEATURES, MEMBER, evidence, paper, question, torn, with_features

COUNTED = paper(
    "Voor de veerboot zijn 36 aanvragen ingediend, waarvan er 33 zijn goedgekeurd.",
    "De boot vaart om 9 uur.",
)


def test_much_weaker_sentences_stay_out() -> None:
    found = [evidence(COUNTED), evidence(COUNTED, block=1, score=0.1)]
    assert chosen_evidence(question("Vertel over boten"), found, "ouder") == found[:1]


def test_beside_the_row_that_a_question_names_no_other_row_of_its_table_is_told() -> None:
    rows = ("Werk | Nieuwe datum", "Nieuwe kade | 1 mei", "Diepe haven | 3 juni", "Haven van Oost | 4 juni")
    document = paper(*rows, kinds=(BlockKind.TABLE,) * len(rows))
    made = [evidence(document, block=at) for at in (1, 2, 3)]
    found = [replace(one, sentence=replace(one.sentence, head=rows[0])) for one in made]
    assert chosen_evidence(question("nieuwe datum diepe haven"), found[1:], "kamer") == found[1:]
    assert chosen_evidence(question("Wat is de datum van de diepe haven?"), found, "kamer") == found[1:]
    assert chosen_evidence(question("Vertel over boten"), found, "kamer") == found


def test_what_says_the_same_is_said_once() -> None:
    again = paper(evidence(COUNTED).text, identifier="kst-29876-62")
    found = [evidence(COUNTED), evidence(again)]
    assert chosen_evidence(question("Vertel over boten"), found, "ouder") == found[:1]


@pytest.mark.parametrize("persona", ["ouder", "kamer", "helpdesk", "someone else"])
def test_an_answer_stays_within_the_words_of_its_reader(persona: str) -> None:
    documents = [paper(f"Boot {name} " + "vaart " * 30 + ".", identifier=name) for name in "abcdefgh"]
    chosen = chosen_evidence(question("Vertel over boten"), [evidence(one) for one in documents], persona)
    words = sum(len(one.text.split()) for one in chosen)
    assert words <= extent.WORDS.get(persona, extent.WORDS["ouder"])
    assert 1 <= len(chosen) <= MOST


def test_a_footnote_is_told_behind_the_sentence_that_it_hangs_on() -> None:
    hung = paper("De boot vaart weer.1", "1 Kamerstuk 29 876, nr. 12.", kinds=(BlockKind.PARAGRAPH, BlockKind.FOOTNOTE),
                 contexts=(None, (0, 20)))  # fmt: skip
    asked = question("Welk Kamerstuk gaat over de boot?", Asked.REFERENCE)
    told = compose.quoted(asked, [evidence(hung, block=1)], "kamer", {})
    assert [one.citations[0].text for one in told] == ["De boot vaart weer.1", "1 Kamerstuk 29 876, nr. 12."]
    both = compose.quoted(asked, [evidence(hung), evidence(hung, block=1)], "kamer", {})
    assert len(both) == 2


def test_a_sentence_over_a_page_end_is_cited_with_the_page_of_each_part() -> None:
    document = torn()
    first, _, second, _ = document.blocks
    found = evidence(document)
    spans = ((first.start, first.end), (second.start, second.end))
    whole = replace(found, sentence=replace(found.sentence, spans=spans))
    (told,) = compose.quoted(question("Met wie sprak u?"), [whole], "kamer", {})
    assert [one.citation[-4:] for one in told.citations] == ["p. 1", "p. 2"]


def test_the_words_of_the_asker_come_first_for_who_wants_to_hear_them() -> None:
    said = paper("De boot is te duur, vinden wij.", speaker=MEMBER, identifier="kst-29876-62")
    found = [evidence(COUNTED), evidence(said)]
    documents = {one.document.identifier: one.document for one in found}
    asked = replace(question("Wat vroeg het lid Voorbeeld over de boot?"), of_the_asker=True)
    told = compose.drafts(asked, found, found, documents, "kamer")
    assert told[0].citations[0].speaker == MEMBER
    told = compose.drafts(question("Wat is er met de boot?"), found, found, documents, "kamer")
    assert told[0].citations[0].speaker != MEMBER


def test_what_points_back_is_told_with_what_it_points_at_wherever_it_stands() -> None:
    reason = paper("De steiger is oud. Daarom komt er een nieuwe.", identifier="kst-29876-62")
    block = reason.blocks[0]
    found = evidence(reason)
    second = replace(found, sentence=replace(found.sentence, spans=((19, block.end),)))
    told = compose.quoted(question("Komt er een steiger?"), [evidence(COUNTED), second], "ouder", {})
    assert told[1].citations[0].text == "De steiger is oud. Daarom komt er een nieuwe."


def test_a_lead_in_never_stands_without_its_list() -> None:
    lead_in = "Voor veilig varen neem ik deze maatregelen:"
    items = ("– een lichtboei;", "– een toeter.")
    document = paper(
        lead_in,
        *items,
        kinds=(BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.LIST_ITEM),
        contexts=(None, (0, len(lead_in)), (0, len(lead_in))),
    )
    (told,) = compose.quoted(question("Wat wordt er gedaan?"), [evidence(document)], "ouder", {})
    assert told.citations[0].text == document.text


def test_what_is_asked_is_no_proof_beside_what_is_said() -> None:
    asked = paper("Klopt het dat de boot zinkt?", kinds=(BlockKind.QUESTION,), identifier="kst-29876-62")
    found = [evidence(COUNTED), evidence(asked)]
    assert chosen_evidence(question("Vertel over boten"), found, "ouder") == found[:1]
    of_asker = replace(question("Wat vroeg het lid?"), of_the_asker=True)
    assert chosen_evidence(of_asker, found, "ouder") == found


def test_an_answer_comes_before_what_was_asked_and_a_yes_or_no_is_told_whole() -> None:
    asking, said = "Stopt u met de veerboot?", "De boot is oud. Ik stop er niet mee."
    both = paper(asking, said, kinds=(BlockKind.QUESTION, BlockKind.ANSWER), contexts=(None, (0, len(asking))))
    document = replace(both, blocks=(replace(both.blocks[0], speaker=MEMBER), both.blocks[1]))
    answered = evidence(document, block=1)
    shorter = replace(answered.sentence, spans=((answered.start, answered.start + 15),))
    chosen = [evidence(document), replace(answered, sentence=shorter)]
    wanted = question("Stopt de minister met de veerboot?", Asked.YES_NO)
    told = compose.drafts(wanted, chosen, chosen, {document.identifier: document}, "ouder")
    assert [statement.citations[0].text for statement in told] == [said, asking]
    named = replace(wanted, named=("voorbeeld",), of_the_asker=True)
    told = compose.drafts(named, chosen, chosen, {document.identifier: document}, "ouder")
    assert told[0].citations[0].text == asking


@pytest.mark.parametrize(
    ("behind", "shown"),
    [
        ("De kade is nat.", "De boot vaart om 9 uur."),
        ("Dat is nog een voornemen.", "De boot vaart om 9 uur. Dat is nog een voornemen."),
        ("Echter, pas na de winter.", "De boot vaart om 9 uur. Echter, pas na de winter."),
    ],
)
def test_what_stands_around_the_sentence_that_answers_can_wait_but_not_what_limits_it(behind: str, shown: str) -> None:
    first, last = "De boot vaart om 9 uur.", "De haven is mooi."
    whole = evidence(paper(f"{first} {behind} {last}"))
    found = replace(whole, sentence=replace(whole.sentence, spans=((0, len(first)),)))
    bearing = {whole.document.identifier: set(range(whole.block.end))}
    told, rest = compose.quoted(question("Hoe laat vaart de boot?", Asked.DATE), [found], "ouder", bearing)
    assert told.citations[0].text == shown
    assert not told.beside and rest.beside
    assert f"{shown} {rest.citations[0].text}" == whole.text


def test_each_of_two_names_is_heard_where_no_sentence_bears_on_both() -> None:
    text = "De pont vaart naar {} in het seizoen met {} veren."
    found = [
        evidence(paper(text.format(name, number), identifier=name), score=score, bears=frozenset({name}))
        for name, number, score in (("urk", "drie", 2.0), ("lemmer", "negen grote rode houten", 0.1))
    ]
    asked = replace(question("Wie vaart er naar Urk en Lemmer?"), named=("urk", "lemmer"))
    assert chosen_evidence(asked, found, "ouder") == found
    assert chosen_evidence(question("Wie vaart er?"), found, "ouder") == found[:1]


UNSURE = with_features(meaning=0, named=0)


def sentences_of(text: str, *places: int, features: Features = FEATURES) -> list[Evidence]:
    """The sentences of a paper of one paragraph that were found, in the order of their places."""
    document = paper(text)
    spans = split(text)
    whole = evidence(document, features=features)
    return [replace(whole, sentence=replace(whole.sentence, spans=(spans[place],))) for place in places]


def test_of_one_paragraph_all_that_may_answer_is_told_at_once_unless_the_best_is_sure() -> None:
    text = "De boot is groen. De kade is nat. Het regent. De boot vaart in mei."
    asked = question("Vertel over de boot")
    told = compose.quoted(asked, sentences_of(text, 0, 3, features=UNSURE), "ouder", {})
    assert [one.text for one in told[0].citations] == ["De boot is groen.", "De boot vaart in mei."]
    beside = compose.quoted(asked, sentences_of(text, 1, 0, features=UNSURE), "ouder", {})
    assert [one.text for one in beside[0].citations] == ["De boot is groen. De kade is nat."]
    sure = compose.quoted(asked, sentences_of(text, 0, 3), "ouder", {})
    assert [one.text for one in sure[0].citations] == ["De boot is groen."]


def test_a_figure_beside_the_best_that_fits_more_of_the_question_is_told_at_once_too() -> None:
    text = "In de ruime opzet vaart 66 procent. De kade is nat. Het regent. In de krappe opzet is dat 30 procent."
    asked = question("Welk deel vaart in de krappe opzet?", Asked.NUMBER)
    found, best = sentences_of(text, 0, 3), text.split(" De kade")[0]
    for is_open, told in ((True, [best, "In de krappe opzet is dat 30 procent."]), (False, [best])):  # not found anew
        first = compose.quoted(asked, found, "ouder", {}, is_open=is_open)[0]
        assert [one.text for one in first.citations] == told


def test_the_sentence_that_answers_is_never_folded_behind_what_it_hangs_on() -> None:
    hung = paper("De boot vaart weer.1", "1 Reder: wie een boot bezit.",
                 kinds=(BlockKind.PARAGRAPH, BlockKind.FOOTNOTE), contexts=(None, (0, 20)))  # fmt: skip
    found = [evidence(hung, block=1)]
    told = compose.drafts(question("Wat is een reder?"), found, found, {hung.identifier: hung}, "kamer")
    assert [one.citations[0].text for one in told if not one.beside] == [
        "De boot vaart weer.1",
        "1 Reder: wie een boot bezit.",
    ]


@pytest.mark.parametrize(
    ("said", "open_ones"),
    [("De boot lag zes dagen stil.", 2), ("Waarom lag de boot stil?", 1)],
)
def test_what_an_asker_states_is_told_behind_the_reply_and_what_he_asks_can_wait(said: str, open_ones: int) -> None:
    both = paper(said, "De boot is oud.", kinds=(BlockKind.QUESTION, BlockKind.ANSWER), contexts=(None, (0, len(said))))
    document = replace(both, blocks=(replace(both.blocks[0], speaker=MEMBER), both.blocks[1]))
    found = [evidence(document)]
    told = compose.drafts(
        question("Lag de boot stil, en hoe dan?"), found, found, {document.identifier: document}, "kamer"
    )
    assert [one.beside for one in told] == [False, open_ones == 1]
    assert told[0].citations[0].text == "De boot is oud."


def test_who_asks_for_a_list_is_told_it_before_what_is_said_of_one_of_its_items() -> None:
    lead_in = "De eisen aan de boot zijn:"
    listed = paper(
        lead_in, "– zij is groen;", kinds=(BlockKind.PARAGRAPH, BlockKind.LIST_ITEM), contexts=(None, (0, len(lead_in)))
    )
    item = paper("De eis dat zij groen is, is nieuw.", identifier="kst-29876-62")
    found = [evidence(item), evidence(listed, score=0.5, features=with_features(meaning=0.5))]
    assert chosen_evidence(question("Welke eisen zijn er?", Asked.LIST), found, "kamer") == found[::-1]
    assert chosen_evidence(question("Wie stelt er eisen?", Asked.NAME), found, "kamer")[0] is found[0]


def test_of_two_lists_the_one_with_as_many_items_as_are_asked_for_comes_first() -> None:
    def listed(lead_in: str, *items: str, identifier: str = "kst-29876-61") -> Evidence:
        kinds = (BlockKind.PARAGRAPH, *[BlockKind.LIST_ITEM] * len(items))
        contexts = (None, *[(0, len(lead_in))] * len(items))
        return evidence(paper(lead_in, *items, kinds=kinds, contexts=contexts, identifier=identifier))

    four = listed("Naast de twee eisen zijn de wensen:", "• vier;", "• ponten;", "• varen;", "• uit.")
    two = listed("De twee eisen zijn:", "• een kade;", "• een kaart.", identifier="kst-29876-62")
    asked = question("Noem de twee eisen", Asked.LIST)
    found = [four, replace(two, score=0.9)]
    assert chosen_evidence(asked, found, "kamer")[0] is found[1]
    assert chosen_evidence(question("Noem de eisen", Asked.LIST), found, "kamer")[0] is found[0]


def test_each_of_two_things_that_a_question_joins_is_told_at_once_and_neither_is_the_core() -> None:
    text = "Met de grote boot varen 66 mensen mee. De kade is nat. Het regent. Met de kleine boot varen 30 mensen mee."
    found = sentences_of(text, 0, 3)
    documents = {found[0].document.identifier: found[0].document}
    asked = question("Hoeveel mensen varen mee met de grote en met de kleine boot?", Asked.NUMBER)
    told = compose.drafts(asked, found, found, documents, "helpdesk")
    first, last = (found[at].text for at in (0, 1))
    assert [one.text for one in told[0].citations] == [first, last]
    one = question("Hoeveel mensen varen mee met de grote boot?", Asked.NUMBER)
    assert all(
        last not in quote.text for quote in compose.drafts(one, found[:1], found, documents, "helpdesk")[0].citations
    )


def test_no_single_sentence_is_left_out_between_two() -> None:
    text = "Voorstanders prijzen de pas. Tegenstanders vrezen de kosten. Ik weeg beide."
    told = compose.quoted(question("Vertel over de pas"), sentences_of(text, 0, 2, features=UNSURE), "ouder", {})
    assert [one.text for one in told[0].citations] == [text]


def items_behind(*sentences: str, items: tuple[str, ...] = ()) -> Document:
    """A paragraph, of which the last sentence leads in the items behind it."""
    words = " ".join(sentences)
    leads = (len(words) - len(sentences[-1]), len(words))
    kinds = (BlockKind.PARAGRAPH, *[BlockKind.LIST_ITEM] * len(items))
    return paper(words, *items, kinds=kinds, contexts=(None, *[leads] * len(items)))


def told_of_first(document: Document, bearing: set[int]) -> list[Statement]:
    """What is quoted where the first sentence of a paper answers."""
    whole = evidence(document)
    first = replace(whole, sentence=replace(whole.sentence, spans=((0, split(document.text)[0][1]),)))
    asked = question("Hoe laat vaart de boot?", Asked.DATE)
    return compose.quoted(asked, [first], "ouder", {document.identifier: bearing})


def test_a_lead_in_that_can_wait_comes_with_its_items_or_not_at_all() -> None:
    said = ("De boot vaart om 9 uur.", "De haven is mooi.", "Daar ziet u:")
    listed = items_behind(*said, items=("– boten;", "– meeuwen."))
    front, rest = told_of_first(listed, set(range(len(listed.text))))
    assert front.citations[0].text == said[0]
    assert rest.citations[0].text == listed.text[len(said[0]) + 1 :]
    bare = items_behind(*said)
    front, rest = told_of_first(bare, set(range(len(bare.text))))
    assert rest.citations[0].text == said[1]


def test_what_goes_on_behind_a_quote_says_that_it_does() -> None:
    document = paper("De boot vaart om 9 uur. De kade is nat. Maar de boot wordt pas in het voorjaar geverfd.")
    front, rest = told_of_first(document, set(range(document.blocks[0].end)))
    assert not front.beside
    assert rest.beside
    assert rest.text.startswith("Minister Voorbeeld schrijft verder: “De kade")


def test_rows_of_one_table_are_told_under_one_head() -> None:
    rows = ("Haven | Boten", "Noord | 4", "Zuid | 5")
    made = paper(*rows, kinds=(BlockKind.TABLE,) * 3)
    head = (0, len(rows[0]))
    table = replace(made, blocks=(made.blocks[0], *(replace(block, context=head) for block in made.blocks[1:])))
    found = [evidence(table, block=2), evidence(table, block=1)]
    (told,) = compose.quoted(question("Hoeveel boten zijn er?", Asked.NUMBER), found, "ouder", {})
    assert [one.text for one in told.citations] == list(rows)


def test_what_points_back_to_a_sentence_with_but_is_told_with_that_one() -> None:
    far = f"Het is {'heel ' * 45}laat."
    document = paper(f"{far} Maar de boot vaart nog. Daarom wacht ik.")
    whole = evidence(document)
    last = replace(whole.sentence, spans=((document.text.index("Daarom"), whole.block.end),))
    (told,) = compose.quoted(question("Wacht u?"), [replace(whole, sentence=last)], "ouder", {})
    assert told.citations[0].text == "Maar de boot vaart nog. Daarom wacht ik."


@pytest.mark.parametrize("word", ["Ook", "Daarnaast", "Maar"])
def test_what_only_adds_to_the_sentence_before_it_is_quoted_with_it_beside_another_quote(word: str) -> None:
    adding = paper(f"De steiger is oud. {word} is de kade nat.", identifier="kst-29876-62")
    whole = evidence(adding)
    second = replace(whole, sentence=replace(whole.sentence, spans=((19, whole.block.end),)))
    told = compose.quoted(question("Wat is er oud?"), [evidence(COUNTED), second], "ouder", {})
    assert told[1].citations[0].text == adding.text


def test_a_question_without_an_answer_of_its_own_gives_way_to_what_may_answer() -> None:
    texts = ("Kunt u zeggen wat een pont kost?", "Wat kost een pont?", "Een pont kost 3 euro.", "Ik koop een pont.")
    kinds = (BlockKind.QUESTION, BlockKind.QUESTION, BlockKind.ANSWER, BlockKind.PARAGRAPH)
    made = paper(*texts, kinds=kinds, contexts=(None, None, (34, 52)))
    document = replace(made, blocks=(replace(made.blocks[0], speaker=MEMBER), *made.blocks[1:]))
    scores = (1.0, 0.2, 0.1, 0.1)
    found = [evidence(document, block=at, score=score) for at, score in enumerate(scores)]
    asked = question("kosten pont")
    assert chosen_evidence(asked, found, "kamer")[0] is found[1]
    assert chosen_evidence(asked, [found[0], found[3]], "kamer")[0] is found[3]
    for alone in ([found[0]], [found[0], replace(found[3], score=0.01)]):
        assert chosen_evidence(asked, alone, "kamer")[0] is found[0]
    of_asker = replace(asked, of_the_asker=True)
    assert chosen_evidence(of_asker, found, "kamer")[0] is found[0]
    told = compose.drafts(
        asked, chosen_evidence(asked, found, "kamer"), found, {document.identifier: document}, "kamer"
    )
    assert told[0].citations[0].text == texts[2]


def test_what_a_follow_up_names_anew_is_told_of() -> None:
    document = paper("In Kaap vaart de boot.", "In Duin vaart zij niet.")
    found = [evidence(document), evidence(document, block=1, score=0.7)]
    asked = replace(question("Geldt dat ook in Duin?"), background="Vaart er een boot in Kaap?", named=("duin",))
    assert chosen_evidence(asked, found, "kamer") == found[1:]
    assert chosen_evidence(replace(asked, background=""), found, "kamer") == found
    assert chosen_evidence(replace(asked, named=("duin", "kaap")), found, "kamer") == found[1:]


def test_the_sentence_with_the_word_for_reasons_that_is_asked_for_goes_first() -> None:
    document = paper("Optie B maakt de pont goedkoper.", "Een nadeel is dat de pont lekt.", "Een voordeel is de prijs.")
    found = [evidence(document, block=at, score=score) for at, score in enumerate((1.0, 0.5, 0.4))]
    assert chosen_evidence(question("nadelen van optie B"), found, "kamer")[0] is found[1]
    assert chosen_evidence(question("voordelen van optie B"), found, "kamer")[0] is found[2]
    assert chosen_evidence(question("kosten van optie B"), found, "kamer")[0] is found[0]


def test_of_the_year_before_is_told_what_a_paper_tells_of_the_year_before() -> None:
    document = paper("In 2024 vond men 71 boten.", "In het jaar daarvoor waren dat er 65.")
    found = [evidence(document), evidence(document, block=1, score=0.1)]
    asked = question("En hoeveel boten het jaar daarvoor?", Asked.NUMBER)
    assert chosen_evidence(asked, found, "kamer")[0] is found[1]
    assert chosen_evidence(question("Hoeveel boten vond men?", Asked.NUMBER), found, "kamer")[0] is found[0]


def test_a_later_yes_or_no_begins_with_the_sentence_that_holds_what_is_new() -> None:
    text = (
        "Voor deze boten betaalt de reder vanaf mei de kosten van de haven rechtstreeks. Voor ponten betaalt niemand."
    )
    made = paper("Wie betaalt?", text, kinds=(BlockKind.QUESTION, BlockKind.ANSWER), contexts=(None, (0, 12)))
    answered, at = evidence(made, block=1), made.text.index("Voor ponten")
    best = replace(answered, sentence=replace(answered.sentence, spans=((at, answered.block.end),)))
    later = replace(question("En geldt dat ook voor ponten?", Asked.YES_NO), background="Betaalt de reder de haven?")
    assert compose.quoted(later, [best], "ouder", {})[0].citations[0].text == "Voor ponten betaalt niemand."
    alone = question("Geldt dat ook voor ponten?", Asked.YES_NO)
    assert compose.quoted(alone, [best], "ouder", {})[0].citations[0].text == text
