"""When the evidence is enough."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.find.wanted import HALF, OF_ANOTHER
from assistant.read.confidence import COEFFICIENTS, bearing, confidence, is_enough, is_sure
from assistant.understand.asked import Asked
from ingest.document import BlockKind
from tests.assistant.made import evidence, paper, question, with_features

DOCUMENT = paper("Er varen 12 boten.")
_OF_FEATURES = sorted(COEFFICIENTS.keys() - {"clear"})
STRONG = evidence(DOCUMENT)
WEAK = evidence(DOCUMENT, features=with_features(**dict.fromkeys(_OF_FEATURES, 0.0)), clear=0.0)
SHARE = st.floats(0, 1)


def test_without_evidence_nothing_is_answered() -> None:
    assert not is_enough(question("Hoeveel boten?"), [])


def test_strong_evidence_is_enough_and_sure() -> None:
    assert is_enough(question("Vertel over boten"), [STRONG])
    assert is_sure(question("Vertel over boten"), STRONG)


def test_evidence_of_which_nothing_speaks_is_not_enough() -> None:
    assert not is_enough(question("Vertel over boten"), [WEAK])
    assert not is_sure(question("Vertel over boten"), WEAK)


def test_what_is_told_first_has_to_hold_the_value_that_is_asked_for_if_it_is_to_be_sure() -> None:
    silent = evidence(DOCUMENT, features=with_features(typed=0.0, read=0.5))
    assert is_sure(question("Hoeveel boten?", Asked.NUMBER), STRONG)
    assert not is_sure(question("Hoeveel boten?", Asked.NUMBER), silent)
    assert is_sure(question("Vertel over boten"), silent)


@pytest.mark.parametrize(
    ("name", "is_name"),
    [("Havenraadadvies", False), ("Havenraadsadvies", False), ("Havenraadpas", True), ("Vaarraadadvies", True)],
)
def test_a_compound_of_two_words_of_a_passage_is_no_name(name: str, is_name: bool) -> None:
    found = evidence(paper("De havenraad gaf een advies over de boot."))
    asked = replace(question(f"Wat staat er in het {name}?"), named=(name.casefold(),))
    assert bearing(asked, [found]) == ([] if is_name else [found])


def test_how_many_were_rejected_or_why_is_told_only_by_who_speaks_of_these() -> None:
    asked = question("Hoeveel boten zijn er afgewezen?", Asked.NUMBER)
    submitted, rejected = (evidence(paper(f"Er zijn 40 boten {what}.")) for what in ("ingediend", "afgewezen"))
    assert bearing(asked, [submitted, rejected]) == [rejected]
    assert bearing(asked, [submitted]) == []
    assert bearing(question("Hoeveel boten zijn er?", Asked.NUMBER), [submitted, rejected]) == [submitted, rejected]
    why = paper("Boten zijn geweigerd. Dat komt doordat de haven vol is.")
    at = why.text.index("Dat komt")
    behind = evidence(why)
    behind = replace(behind, sentence=replace(behind.sentence, spans=((at, len(why.text)),)))
    reason = question("Waarom zijn er boten afgewezen?", Asked.REASON)
    assert bearing(reason, [submitted, rejected, behind]) == [rejected, behind]


def test_a_count_of_something_else_is_never_sure() -> None:
    another = evidence(DOCUMENT, features=with_features(focus=0.0))
    assert not is_sure(question("Hoeveel ligplaatsen zijn er vrij?", Asked.NUMBER), another)
    assert is_sure(question("Vertel over ligplaatsen"), another)


def test_a_count_of_something_else_is_told_only_beside_the_name_of_what_is_counted() -> None:
    asked = replace(question("Hoeveel schippers varen er?", Asked.NUMBER), focus=("schippers",))
    for focus, enough in ((0.7, False), (1.0, True)):
        assert is_enough(asked, [evidence(DOCUMENT, features=with_features(typed=OF_ANOTHER, focus=focus))]) is enough
    assert is_enough(asked, [evidence(DOCUMENT, features=with_features(focus=0.7))])


@pytest.mark.parametrize(("whole", "enough"), [("Er kwamen 40 aanvragen binnen.", True), ("Er varen 40 boten.", False)])
def test_parts_are_of_the_things_that_were_counted_before(whole: str, enough: bool) -> None:
    asked = replace(question("Hoeveel aanvragen zijn er afgewezen?", Asked.NUMBER), focus=("aanvragen",))
    told = paper(f"{whole} Daarvan zijn er 16 toegewezen en 19 afgewezen.")
    part = evidence(told, features=with_features(typed=OF_ANOTHER, focus=0.7))
    part = replace(part, sentence=replace(part.sentence, spans=((len(whole) + 1, len(told.text)),)))
    assert is_enough(asked, [part]) is enough


@pytest.mark.parametrize(
    ("text", "enough"), [("Aan de proef doen 12 reders mee.", True), ("Voor de proef zijn 12 boten gekeurd.", False)]
)
def test_those_that_take_part_are_counted_by_who_tells_how_many_do(text: str, enough: bool) -> None:
    asked = replace(question("Hoeveel deelnemers heeft de proef?", Asked.NUMBER), focus=("deelnemers",))
    assert is_enough(asked, [evidence(paper(text), features=with_features(typed=OF_ANOTHER, focus=0.0))]) is enough


def test_how_a_party_voted_is_told_only_by_who_speaks_of_the_vote() -> None:
    adopted, voted = (evidence(paper(text)) for text in ("De motie is aangenomen.", "De ABC stemde tegen de motie."))
    assert bearing(question("Welke fracties stemden tegen de motie?"), [adopted, voted]) == [voted]
    for text in ("Is de motie aangenomen?", "Is er over de motie gestemd?", "Stemt de raad in met het plan?"):
        assert bearing(question(text), [adopted, voted]) == [adopted, voted]


def test_how_many_there_are_still_is_sure_only_where_the_paper_says_still() -> None:
    asked = question("Voor hoeveel boten is er nog plaats?", Asked.NUMBER)
    all_, left = (evidence(paper(f"Er is {still}plaats voor 80 boten.")) for still in ("", "nog "))
    assert not is_sure(asked, all_) and is_sure(asked, left)
    assert is_sure(question("Voor hoeveel boten is er plaats?", Asked.NUMBER), all_)
    assert is_sure(question("Ik heb nog een vraag. Voor hoeveel boten is er plaats?", Asked.NUMBER), all_)


def test_a_day_in_a_letter_is_not_surely_the_day_of_the_letter() -> None:
    dated = evidence(paper("In uw brief van 4 mei 2023 vraagt u naar de boot."))
    assert not is_sure(question("Welke datum heeft de brief over de boot?", Asked.DATE), dated)
    assert is_sure(question("Wanneer vaart de boot?", Asked.DATE), dated)


def test_the_number_of_a_paper_may_hang_in_a_note() -> None:
    text, note = "Het plan is aangeboden.", "1 Zie Kamerstuk 12 345, nr. 6."
    noted = paper(
        text, note, kinds=(BlockKind.PARAGRAPH, BlockKind.FOOTNOTE), contexts=(None, (0, len(text)))
    )  # fmt: skip
    asked = question("Welk Kamerstuknummer heeft het plan?", Asked.REFERENCE)
    silent = with_features(typed=0.0)
    assert is_enough(asked, [evidence(noted, features=silent)])
    assert not is_enough(asked, [evidence(paper(text), features=silent)])


@pytest.mark.parametrize("asked", [Asked.NUMBER, Asked.AMOUNT, Asked.PERIOD, Asked.DATE, Asked.REFERENCE])
def test_a_value_that_is_asked_for_has_to_be_there(asked: Asked) -> None:
    silent = evidence(DOCUMENT, features=with_features(typed=0.0, read=0.5))
    assert not is_enough(question("…", asked), [silent])
    assert is_enough(question("…", asked), [silent, STRONG])


@pytest.mark.parametrize("asked", [Asked.AMOUNT, Asked.PERIOD])
def test_how_much_or_how_long_stands_in_one_of_the_near_sentences(asked: Asked) -> None:
    silent, half = (evidence(DOCUMENT, features=with_features(typed=typed)) for typed in (0.0, HALF))
    far = evidence(DOCUMENT, score=0.1)
    assert not is_enough(question("…", asked), [silent, far])
    assert is_enough(question("…", asked), [silent, STRONG])
    assert is_enough(question("…", asked), [half, far]) is (asked is Asked.PERIOD)  # "binnen vijf weken"; a share
    assert not is_enough(question("…", asked), [silent, evidence(paper("Er varen 12 boten.", identifier="kst-1-2"))])


@pytest.mark.parametrize(
    ("text", "focus", "enough"),
    [
        ("De veerboot kost 3 euro.", 1.0, True),
        ("Dat kost 3 euro.\n\nZo gaat het met de veerboot.", 0.0, True),  # the passage names it
        ("Het onderhoud kost 700 miljoen euro.", 0.0, False),
    ],
)
def test_a_price_is_told_of_the_thing_whose_price_is_asked(text: str, focus: float, enough: bool) -> None:
    asked = replace(question("Hoeveel kost een veerboot?", Asked.AMOUNT), focus=("veerboot",))
    assert is_enough(asked, [evidence(paper(text), features=with_features(focus=focus))]) is enough


def test_a_price_is_sure_only_of_the_thing_whose_price_is_asked() -> None:
    asked = replace(question("Hoeveel kost een veerboot?", Asked.AMOUNT), focus=("veerboot",))
    another = evidence(paper("Het onderhoud kost 700 miljoen euro."), features=with_features(focus=0.0))
    spent = evidence(paper("Aan de veerboot zijn kosten verbonden."), features=with_features(typed=0.0))
    assert not is_enough(asked, [another, spent])
    assert not is_sure(asked, another)
    assert not is_sure(replace(asked, focus=()), evidence(paper("Het onderhoud kost 700 miljoen euro.")))
    assert is_sure(asked, evidence(paper("De veerboot kost 3 euro.")))


def test_what_does_not_bear_on_a_name_of_the_question_is_left_out() -> None:
    asked = replace(question("Wat zei Visser?"), named=("visser",))
    fitting = evidence(DOCUMENT, bears=frozenset({"visser"}))
    assert bearing(asked, [STRONG, fitting]) == [fitting]
    assert bearing(asked, [STRONG]) == []


def test_two_names_may_be_met_by_two_sentences_but_not_by_half() -> None:
    asked = replace(question("Wat zeiden Visser en Mulder?"), named=("visser", "mulder"))
    one = evidence(DOCUMENT, bears=frozenset({"visser"}))
    other = evidence(DOCUMENT, bears=frozenset({"mulder"}))
    assert bearing(asked, [one, STRONG, other]) == [one, other]
    assert bearing(asked, [one, STRONG]) == []


def test_what_is_asked_of_one_paper_has_to_be_told_of_in_it() -> None:
    elsewhere = evidence(paper("Er varen 12 boten.", identifier="kst-29876-62"), bears=frozenset({"mulder"}))
    within = evidence(DOCUMENT, bears=frozenset({"visser"}))
    asked = replace(question("Wat zei Mulder in het schriftelijk overleg met Visser?"), named=("visser", "mulder"))
    assert bearing(asked, [within, elsewhere]) == []
    also = evidence(DOCUMENT, bears=frozenset({"mulder"}))
    assert bearing(asked, [within, elsewhere, also]) == [within, also]


@given(SHARE, SHARE, st.sampled_from([*_OF_FEATURES, None]))
def test_more_of_anything_never_makes_it_less_sure(one: float, other: float, name: str | None) -> None:
    less, more = (
        evidence(DOCUMENT, features=with_features(**{name: value})) if name else evidence(DOCUMENT, clear=value)
        for value in sorted([one, other])
    )
    assert 0 < confidence(less) <= confidence(more) < 1


def test_a_name_that_stands_only_where_something_else_is_told_answers_nothing() -> None:
    asked = replace(question("Hoeveel boten voeren in 2021?"), named=("2021",))
    elsewhere = evidence(DOCUMENT, bears=frozenset({"2021"}), score=0.01)
    assert bearing(asked, [STRONG, elsewhere]) == []
    assert bearing(asked, [STRONG, replace(elsewhere, score=0.9)]) != []


@pytest.mark.parametrize(
    ("text", "enough"),
    [
        ("Voor de subsidie zijn 12 aanvragen goedgekeurd.", True),
        ("Voor de vergunning zijn 12 aanvragen goedgekeurd.", False),  # of another sort
        ("Voor de subsidie zijn 12 boten goedgekeurd.", False),
    ],
)
def test_the_last_part_of_a_compound_counts_where_the_first_part_is_spoken_of(text: str, enough: bool) -> None:
    asked = question("Hoeveel subsidieaanvragen zijn goedgekeurd?", Asked.NUMBER)
    asked = replace(asked, focus=("subsidieaanvragen",))
    assert is_enough(asked, [evidence(paper(text), features=with_features(focus=0.0))]) is enough


def test_what_is_counted_in_a_year_is_never_made_up_of_sentences_of_another() -> None:
    asked = replace(question("Wat kost Noordveer in 2019?", Asked.AMOUNT), named=("2019", "noordveer"))
    other_year = evidence(DOCUMENT, bears=frozenset({"noordveer"}))
    other_thing = evidence(DOCUMENT, bears=frozenset({"2019"}))
    assert bearing(asked, [other_year, other_thing]) == []
    assert bearing(replace(asked, asked=Asked.REASON), [other_year, other_thing]) == [other_year, other_thing]


def test_a_sentence_that_words_were_taken_out_of_is_never_sure() -> None:
    kinds = (BlockKind.PARAGRAPH, BlockKind.REDACTION)
    gapped = paper("Het advies is om de boot van  te weren.", "Bedrijfsgegevens", kinds=kinds)
    assert not is_sure(question("Wat is het advies?"), evidence(gapped))
    assert is_sure(question("Wat is het advies?"), evidence(paper("Het advies is om de boot van  te weren.")))
