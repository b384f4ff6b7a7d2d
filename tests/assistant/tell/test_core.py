"""The number that is told in a few words, and when none is."""

from dataclasses import replace

import pytest

from assistant.answer import Conflict, ConflictSide
from assistant.find.evidence import Evidence
from assistant.prove.quotes import quotes
from assistant.prove.verify import Statement, holds
from assistant.read.confidence import SURE, confidence
from assistant.tell import compose
from assistant.tell.choice import chosen_evidence
from assistant.tell.core import CERTAIN, another_fits_more, is_disputed, with_both
from assistant.tell.core import core as core_of
from assistant.understand.asked import Asked, focus_of
from ingest.document import BlockKind
from tests.assistant.made import MEMBER, evidence, paper, question, with_features

COUNTED = paper(
    "Voor de veerboot zijn 36 aanvragen ingediend, waarvan er 33 zijn goedgekeurd.",
    "De boot vaart om 9 uur.",
)


def core(text: str, found: list[Evidence]) -> str:
    asked = question(text, Asked.NUMBER)
    short = core_of(asked, found, compose.quoted(asked, found, "ouder", {}))
    assert short is None or holds(short, {one.document.identifier: one.document for one in found})
    return short.text if short else ""


def test_a_part_is_told_with_its_whole() -> None:
    assert core("Hoeveel aanvragen zijn goedgekeurd?", [evidence(COUNTED)]) == "33 van de 36 aanvragen."


def test_the_condition_tells_which_count_is_meant() -> None:
    assert core("Hoeveel aanvragen zijn ingediend?", [evidence(COUNTED)]) == "36 aanvragen."


def test_what_is_counted_may_stand_in_the_question_before() -> None:
    found = [evidence(COUNTED)]

    def told(text: str, before: str) -> str:
        asked = replace(question(text, Asked.NUMBER), background=before)
        short = core_of(asked, found, compose.quoted(asked, found, "ouder", {}))
        return short.text if short else ""

    assert told("En hoeveel zijn er goedgekeurd?", "Hoeveel aanvragen zijn er?") == "33 van de 36 aanvragen."
    assert told("Hoeveel dan?", "Hoeveel aanvragen zijn ingediend?") == "36 aanvragen."
    assert told("En hoeveel schepen zijn goedgekeurd?", "Hoeveel aanvragen zijn er?") == ""


def test_the_number_of_things_is_a_count_of_them_unless_words_behind_them_narrow_it() -> None:
    assert core("Hoeveel boten zijn er?", [evidence(paper("Het aantal boten is nu 40."))]) == "40 boten."
    assert core("Hoeveel boten zijn er?", [evidence(paper("Het aantal boten met een mast is nu 40."))]) == ""
    part = paper("Het aantal groeit: er zijn 40 boten, waarvan er 30 zijn goedgekeurd.")
    assert core("Hoeveel boten zijn goedgekeurd?", [evidence(part)]) == "30 van de 40 boten."


def test_what_is_not_so_is_never_told_out_of_what_is() -> None:
    found = [evidence(paper("Er is plaats voor 80 aanvragen."))]
    assert core("Voor hoeveel aanvragen is er plaats?", found) == "80 aanvragen."
    assert core("Hoeveel aanvragen gingen er niet door?", found) == ""
    rejected = [evidence(paper("Er zijn 3 aanvragen afgewezen."))]
    assert core("Hoeveel aanvragen zijn niet goedgekeurd?", rejected) == "3 aanvragen."


@pytest.mark.parametrize(
    ("text", "is_open"),
    [
        ("Welk deel van de boten vaart?", False),
        ("Welk deel van de boten vaart in de ruime opzet?", False),
        ("Welk deel van de boten vaart in de krappe opzet?", True),
        ("Welk deel van de boten vaart in de ruime en de krappe opzet?", True),
    ],
)
def test_of_two_shares_the_one_that_lacks_a_word_of_the_question_is_not_told(text: str, is_open: bool) -> None:
    both = paper("In de ruime opzet vaart 66 procent van de boten.", "In de krappe opzet is dat 30 procent.")
    found = [evidence(both), evidence(both, block=1, score=0.4)]
    asked = question(text, Asked.NUMBER)
    assert another_fits_more(asked, found) is is_open
    assert another_fits_more(asked, found[:1]) is False
    first = compose.drafts(asked, found, found, {both.identifier: both}, "ouder", is_open=is_open)[0].text
    assert (first == "66 procent.") is not is_open


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Hoeveel boten varen er op een gracht?", "Daarvan varen er 30 op een rivier en 10 op een gracht."),
        ("Hoeveel boten varen er?", "Er varen 40 boten."),
    ],
)
def test_the_whole_is_not_told_for_a_part_that_the_next_sentence_tells_apart(text: str, first: str) -> None:
    told = paper("Er varen 40 boten. Daarvan varen er 30 op een rivier en 10 op een gracht.")
    one = evidence(told, features=with_features(sentence=0.5))
    whole, part = (
        replace(one, sentence=replace(one.sentence, spans=(span,)), score=score)
        for span, score in (((0, 18), 1.0), ((19, len(told.text)), 0.01))
    )
    asked = replace(question(text, Asked.NUMBER), focus=("boten",))
    chosen = chosen_evidence(asked, [whole, part], "ouder")
    assert chosen[0].text == first
    assert another_fits_more(asked, chosen) is (chosen[0] is part)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("De boot vaart op 1 mei 2024.", "Op 1 mei 2024."),
        ("Ik was voornemens de boot op 1 mei 2024 te laten varen.", ""),
        ("De boot zou op 1 mei 2024 varen.", ""),
        ("Oorspronkelijk was het plan dat de boot op 1 mei 2024 vaart.", ""),
    ],
)
def test_the_day_on_which_something_was_meant_to_be_is_not_told_by_itself(text: str, told: str) -> None:
    asked, found = question("Wanneer vaart de boot?", Asked.DATE), [evidence(paper(text))]
    short = core_of(asked, found, compose.quoted(asked, found, "ouder", {}))
    assert (short.text if short else "") == told


def test_a_part_of_a_whole_is_no_count() -> None:
    assert core("Welk deel van de schepen vaart?", [evidence(paper("Er varen 58 schepen."))]) == ""
    assert core("Welk deel van de schepen vaart?", [evidence(paper("Een derde van de schepen vaart."))]) == (
        "Een derde van de schepen."
    )


def test_what_a_better_sentence_leaves_open_is_not_told_out_of_a_lesser_one() -> None:
    two = paper("Vier aanvragen kwamen te laat en zes aanvragen zijn zoek.")
    assert core("Hoeveel aanvragen zijn er?", [evidence(two), evidence(paper("Er zijn 36 aanvragen."))]) == ""


@pytest.mark.parametrize(
    ("text", "told"), [("Hoeveel pont-aanvragen zijn er?", "36 aanvragen."), ("Hoeveel vlot-aanvragen zijn er?", "")]
)
def test_a_compound_is_counted_by_its_last_part_where_the_passage_speaks_of_the_first(text: str, told: str) -> None:
    found = [evidence(paper("Voor de pont zijn 36 aanvragen ingediend."), features=with_features(focus=0))]
    asked = replace(question(text, Asked.NUMBER), focus=focus_of(text))
    short = core_of(asked, found, compose.quoted(asked, found, "ouder", {}))
    assert (short.text if short else "") == told


@pytest.mark.parametrize(("score", "disputed"), [(0.9, True), (0.3, False)])
def test_a_day_is_left_open_where_a_likely_sentence_tells_another(score: float, disputed: bool) -> None:
    asked = question("Wanneer vaart de boot?", Asked.DATE)
    best, same = evidence(paper("Zij vaart in mei 2024.")), evidence(paper("Dat is vanaf mei 2024.", identifier="b"))
    other = evidence(paper("Zij gaat in juni 2024.", identifier="c"), score=score)
    assert not is_disputed(asked, [best, same])
    assert is_disputed(asked, [best, other]) is disputed
    told = core_of(asked, [best, other], compose.quoted(asked, [best, other], "ouder", {}))
    assert (told.text if told else "") == ("" if disputed else "In mei 2024.")


def test_a_name_is_lifted_out_only_of_a_sentence_that_surely_answers() -> None:
    papers = paper("Dat deed Varen vorig jaar."), paper("De boot vaart op 1 mei 2024.")
    asked = question("Wie voer er met de boot?", Asked.NAME), question("Wanneer vaart de boot?", Asked.DATE)
    for read, name in ((-0.2, ""), (1.0, "Varen.")):
        likely = [evidence(one, features=with_features(read=read)) for one in papers]
        assert confidence(likely[0]) >= CERTAIN and (confidence(likely[0]) >= SURE) is bool(name)
        short = [
            core_of(one, [found], compose.quoted(one, [found], "ouder", {}))
            for one, found in zip(asked, likely, strict=True)
        ]
        assert [one.text if one else "" for one in short] == [name, "Op 1 mei 2024."]


def test_a_mark_is_no_count_of_those_who_give_it() -> None:
    assert core("Welk cijfer geven reizigers?", [evidence(paper("Er zijn 40 reizigers."))]) == ""


def test_where_papers_differ_both_values_are_in_the_core() -> None:
    found = [evidence(paper("Er zijn 36 aanvragen."))]
    other = quotes(evidence(paper("Er zijn 35 aanvragen.", identifier="kst-29876-62")).sentence)[0]
    asked = question("Hoeveel aanvragen zijn er?", Asked.NUMBER)
    statements = compose.drafts(asked, found, found, {one.document.identifier: one.document for one in found}, "ouder")
    own = statements[0].citations[0]
    sides = (ConflictSide(value="36", citation=own), ConflictSide(value="35", citation=other))
    both = with_both(statements, [Conflict(subject="aanvragen", sides=sides)])
    assert both[0].text == "36 of 35 aanvragen, per stuk verschillend."
    assert both[0].citations == (own, other)
    assert with_both(statements, []) == statements
    part = [replace(statements[0], text="Twaalf van de 36 aanvragen."), *statements[1:]]
    assert with_both(part, [Conflict(subject="aanvragen", sides=sides)]) == part  # they do not differ on the twelve
    assert with_both(statements[1:], [Conflict(subject="aanvragen", sides=sides)]) == statements[1:]


@pytest.mark.parametrize(
    "text",
    [
        "Hoeveel aanvragen zijn er?",  # two counts fit
        "Hoeveel aanvragen zijn afgewezen?",  # no count of that
        "Hoeveel schepen zijn ingediend?",  # no count of those
    ],
)
def test_in_doubt_no_number_is_told(text: str) -> None:
    assert core(text, [evidence(COUNTED)]) == ""


def test_the_number_of_somebody_who_asks_is_never_told_as_ours() -> None:
    rumour = paper("Klopt het dat er 900 boten zinken?", kinds=(BlockKind.QUESTION,), speaker=MEMBER)
    assert core("Hoeveel boten zinken er?", [evidence(rumour)]) == ""


def test_no_number_is_told_when_none_is_asked_for() -> None:
    asked = question("Waarom zijn er aanvragen goedgekeurd?", Asked.REASON)
    found = [evidence(COUNTED)]
    assert core_of(asked, found, compose.quoted(asked, found, "ouder", {})) is None


def test_a_number_from_a_sentence_that_misses_most_of_the_question_is_not_told() -> None:
    loose = evidence(COUNTED, features=with_features(sentence=0.1, meaning=0.1), clear=0.1)
    assert core("Hoeveel aanvragen zijn goedgekeurd?", [loose]) == ""


@pytest.mark.parametrize(
    ("asked", "paper_asks", "answer", "said"),
    [
        ("Is de boot veilig?", "Is de boot veilig?", "Ja. Dat is onderzocht.", "Ja, antwoordt minister Voorbeeld."),
        (
            "Is de boot veilig?",
            "Is het waar dat de boot veilig is?",
            "Nee, dat is hij niet.",
            "Nee, antwoordt minister Voorbeeld.",
        ),
        ("Is de boot veilig?", "Is de boot niet veilig?", "Ja.", ""),  # the other way round
        ("Is de boot veilig?", "Kent u het bericht dat de boot veilig is?", "Ja.", ""),  # only known
        ("Is de boot veilig?", "Is de boot veilig? Vaart de boot?", "Ja.", ""),  # yes to which?
        ("Is de boot veilig?", "Is de boot veilig?", "Dat herken ik niet.", ""),
        ("Is de boot veilig voor kinderen met rolstoelen?", "Is de boot veilig?", "Ja.", ""),  # more is asked
    ],
)
def test_yes_and_no_are_told_only_as_the_answer_of_a_minister_to_the_same_question(
    asked: str, paper_asks: str, answer: str, said: str
) -> None:
    document = paper(
        paper_asks,
        answer,
        kinds=(BlockKind.QUESTION, BlockKind.ANSWER),
        contexts=(None, (0, len(paper_asks))),
    )
    understood, found = question(asked, Asked.YES_NO), [evidence(document, block=1)]
    short = core_of(understood, found, compose.quoted(understood, found, "ouder", {}))
    assert (short.text if short else "") == said


@pytest.mark.parametrize(
    ("sentence", "asked", "told"),
    [
        ("Er varen ongeveer 40 schepen.", "Hoeveel schepen varen er?", "Ongeveer 40 schepen."),
        ("Er varen zo’n 40 schepen.", "Hoeveel schepen varen er?", "Zo’n 40 schepen."),
        ("Er varen 40 schepen.", "Hoeveel schepen varen er?", "40 schepen."),
        ("Er varen 40 schepen.", "Hoeveel nieuwe schepen varen er?", "40 schepen."),
        ("Er varen 40 schepen met een kok.", "Hoeveel schepen varen er?", ""),
        ("Er varen 40 schepen.", "Hoeveel matrozen varen op de schepen?", ""),
        ("Er varen 40 schepen.", "Hoeveel matrozen varen op die 40 schepen?", ""),
    ],
)
def test_a_number_keeps_what_limits_it_and_is_of_what_is_asked_for(sentence: str, asked: str, told: str) -> None:
    document = paper(sentence)
    wanted = replace(question(asked, Asked.NUMBER), focus=focus_of(asked))
    found = [evidence(document)]
    short = core_of(wanted, found, compose.quoted(wanted, found, "ouder", {}))
    assert (short.text if short else "") == told


@pytest.mark.parametrize(
    ("short", "subject", "values", "both"),
    [
        ("€ 1,5 miljoen.", "euro", ("1,5 miljoen", "2,8 miljoen"), "1,5 miljoen of 2,8 miljoen euro"),
        ("1.200 aanvragen.", "aanvragen", ("1.200", "1.300"), "1.200 of 1.300 aanvragen"),
    ],
)
def test_a_value_of_several_words_or_with_a_dot_is_told_with_both_too(
    short: str, subject: str, values: tuple[str, str], both: str
) -> None:
    cited = [
        quotes(evidence(paper(f"Het zijn er {value}.", identifier=f"kst-29876-{number}")).sentence)[0]
        for number, value in enumerate(values, start=61)
    ]
    sides = tuple(ConflictSide(value=value, citation=one) for value, one in zip(values, cited, strict=True))
    told = with_both([Statement(text=short, citations=(cited[0],))], [Conflict(subject=subject, sides=sides)])
    assert told[0].text == f"{both}, per stuk verschillend."
