"""Answers out of the best sentences, with a few words of ours around them."""

from dataclasses import replace
from datetime import date

import pytest

from assistant import compose
from assistant.answer import Conflict, ConflictSide, Standing
from assistant.evidence import Evidence
from assistant.question import Asked
from assistant.verify import holds
from index.generation import Generation
from ingest.document import BlockKind, Role, Speaker
from tests.assistant.made import MEMBER, MINISTER, evidence, paper, question, with_features

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


def test_a_quote_stands_in_the_paper_without_the_white_space_around_it() -> None:
    document = paper(" De boot vaart. ")
    cited = compose.quote(document, 0, len(document.text), document.blocks[0])
    assert (cited.text, cited.start, cited.end) == ("De boot vaart.", 1, 15)
    assert cited.date == date(2024, 5, 21)


def test_a_quote_knows_its_weight() -> None:
    document = paper("Ik ben voornemens de boot te schilderen.")
    cited = compose.quotes(evidence(document).sentence)[0]
    assert (cited.standing, cited.cue) == (Standing.VOORNEMEN, "ben voornemens")


def core(text: str, found: list[Evidence]) -> str:
    asked = question(text, Asked.NUMBER)
    short = compose.core(asked, found, compose.quoted(asked, found, "ouder"))
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
        short = compose.core(asked, found, compose.quoted(asked, found, "ouder"))
        return short.text if short else ""

    assert told("En hoeveel zijn er goedgekeurd?", "Hoeveel aanvragen zijn er?") == "33 van de 36 aanvragen."
    assert told("Hoeveel dan?", "Hoeveel aanvragen zijn ingediend?") == "36 aanvragen."
    assert told("En hoeveel schepen zijn goedgekeurd?", "Hoeveel aanvragen zijn er?") == ""


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


def test_the_answer_stands_beside_a_question_that_is_quoted() -> None:
    document = paper(
        "Klopt het dat er 900 boten zinken?",
        "Nee. Er zonk er geen.",
        kinds=(BlockKind.QUESTION, BlockKind.ANSWER),
        contexts=(None, (0, 34)),
    )
    asked, found = question("Hoeveel boten zinken er?", Asked.NUMBER), [evidence(document)]
    (reply,) = compose.replies(asked, found, "ouder")
    assert reply.citations[0].text == "Nee. Er zonk er geen."
    assert compose.replies(asked, [*found, evidence(document, block=1)], "ouder") == []
    assert compose.replies(replace(asked, of_the_asker=True), found, "ouder") == []
    assert compose.replies(asked, [evidence(COUNTED)], "ouder") == []


def test_no_number_is_told_when_none_is_asked_for() -> None:
    asked = question("Waarom zijn er aanvragen goedgekeurd?", Asked.REASON)
    found = [evidence(COUNTED)]
    assert compose.core(asked, found, compose.quoted(asked, found, "ouder")) is None


def test_a_number_from_a_sentence_that_misses_most_of_the_question_is_not_told() -> None:
    loose = evidence(COUNTED, features=with_features(sentence=0.1))
    assert core("Hoeveel aanvragen zijn goedgekeurd?", [loose]) == ""


def test_much_weaker_sentences_stay_out() -> None:
    found = [evidence(COUNTED), evidence(COUNTED, block=1, score=0.1)]
    assert compose.chosen_evidence(question("Vertel over boten"), found, "ouder") == found[:1]


def test_what_says_the_same_is_said_once() -> None:
    again = paper(evidence(COUNTED).text, identifier="kst-29876-62")
    found = [evidence(COUNTED), evidence(again)]
    assert compose.chosen_evidence(question("Vertel over boten"), found, "ouder") == found[:1]


@pytest.mark.parametrize("persona", ["ouder", "kamer", "helpdesk", "someone else"])
def test_an_answer_stays_within_the_words_of_its_reader(persona: str) -> None:
    documents = [paper(f"Boot {name} " + "vaart " * 30 + ".", identifier=name) for name in "abcdefgh"]
    chosen = compose.chosen_evidence(question("Vertel over boten"), [evidence(one) for one in documents], persona)
    words = sum(len(one.text.split()) for one in chosen)
    assert words <= compose.WORDS.get(persona, compose.WORDS["ouder"])
    assert 1 <= len(chosen) <= compose.MOST


def test_the_speaker_is_named() -> None:
    def lead(speaker: Speaker, kind: BlockKind = BlockKind.PARAGRAPH) -> str:
        document = paper("De boot vaart.", kinds=(kind,), speaker=speaker)
        return compose.lead(compose.quotes(evidence(document).sentence)[0])

    assert lead(MINISTER) == "Minister Voorbeeld schrijft:"
    assert lead(MEMBER) == "Het lid Voorbeeld (ABC) vraagt:"
    assert lead(Speaker(role=Role.FRACTIE, name="de ABC-fractie")) == "De ABC-fractie brengt in:"
    assert "mbtenaren" in lead(Speaker(role=Role.AMBTELIJK))
    assert "samenvatting" in lead(Speaker(role=Role.REDACTIE))
    assert lead(Speaker(role=Role.BEWINDSPERSOON)).startswith("De bewindspersoon")
    assert lead(Speaker(role=Role.ONBEKEND)) == "In het stuk staat:"


def test_numbered_headings_of_one_level_are_a_run(built: Generation) -> None:
    letter = built.document_of["kst-29876-61"]
    ((above, parts),) = compose.numbered_sections(letter)
    assert "drie verbeteringen" in above
    assert [letter.text[part.start : part.end] for part in parts] == [
        "1. Vaste gezichten achter het stuur",
        "2. Kortere routes",
        "3. Een meldpunt dat opneemt",
    ]


def test_a_paper_without_numbered_headings_has_no_sections() -> None:
    assert compose.numbered_sections(COUNTED) == []
    assert compose.sections(question("Noem de drie dingen", Asked.LIST), [evidence(LIST)]) == []


def test_a_conflict_is_told_with_values_papers_and_dates() -> None:
    older = paper("Er zijn 34 aanvragen.", day=date(2024, 3, 12), identifier="ah-tk-20232024-1571")
    unknown = paper("Er zijn 30 aanvragen.", day=None, identifier="bestand-0123456789ab")
    sides = tuple(
        ConflictSide(value=value, citation=compose.quotes(evidence(document).sentence)[0])
        for value, document in [("36", COUNTED), ("34", older), ("30", unknown)]
    )
    told = compose.told_apart(Conflict(subject="aanvragen", sides=sides))
    assert "36 aanvragen (Kamerstukken II 2023/24, 29 876, nr. 61, 21 mei 2024)" in told.text
    assert "34 aanvragen (Aanhangsel Handelingen II 2023/24, nr. 1571, 12 maart 2024)" in told.text
    assert told.text.count("datum onbekend") == 1
    assert holds(told, {one.identifier: one for one in (COUNTED, older, unknown)})
