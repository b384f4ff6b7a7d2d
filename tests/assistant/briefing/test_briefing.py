"""From papers of our own to a timeline, a briefing, and the check of its quotes."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from assistant.briefing.advice import notes_beside_letters
from assistant.briefing.briefing import Briefing, briefing
from assistant.briefing.receipt import ReceiptMissing, Wrong, check, receipt, shown
from assistant.briefing.timeline import timeline, wanted
from assistant.briefing.uitspraken import UNKNOWN, Soort, uitspraken_of
from assistant.prove.toezeggingen import Stage
from assistant.prove.verify import is_exact
from index import embedder
from index import generation as generations
from index.filters import Filters
from index.generation import Generation
from ingest.document import BlockKind, Document, Kind
from ingest.mentions import document_references
from tests.assistant.briefing.debate import LATER, LETTER, MINISTER, NOTE, papers
from tests.assistant.made import paper


def build(documents: list[Document], folder: Path) -> Generation:
    return generations.build(documents, folder, embedder=embedder.load())


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Generation:
    return build(papers(), tmp_path_factory.mktemp("debate"))


@pytest.fixture(scope="module")
def made(index: Generation) -> Briefing:
    return briefing(index, wanted("veerboot"))


def text_of(made: Briefing) -> str:
    """A briefing as a reader sees it: its quotes, then its receipt."""
    quotes = [" ".join(shown(made.number(citation), citation)) for row in made.rows for citation in row.citations]
    return "\n".join([*quotes, *receipt(made)])


def test_a_request_may_name_the_sort_that_it_wants() -> None:
    asked = wanted("alle toezeggingen over de veerboot")
    assert (asked.subject, asked.soorten) == ("veerboot", {Soort.TOEZEGGING})


def test_a_subject_that_holds_the_name_of_a_sort_stays_whole() -> None:
    assert wanted("schooladvies en vraaggestuurd vervoer").soorten == frozenset()


@pytest.mark.parametrize(
    ("request_", "subject", "soorten"),
    [
        ("Alle vragen over de veerboot", "veerboot", {Soort.VRAAG}),
        ("cijfers, adviezen en de moties: veerboot", "veerboot", {Soort.CIJFER, Soort.ADVIES, Soort.MOTIE}),
        ("schriftelijke vragen over de veerboot", "schriftelijke vragen over de veerboot", set()),
        ("toezeggingen over de vraag naar boten", "vraag naar boten", {Soort.TOEZEGGING}),
        ("toezeggingen veerboot na motie 12", "veerboot na motie 12", {Soort.TOEZEGGING}),
    ],
)
def test_only_the_words_that_open_a_request_name_sorts(request_: str, subject: str, soorten: set[Soort]) -> None:
    asked = wanted(request_)
    assert (asked.subject, asked.soorten) == (subject, soorten)


def test_the_sorts_that_were_chosen_win() -> None:
    assert wanted("moties veerboot", soorten=[Soort.CIJFER]).soorten == {Soort.CIJFER}


def test_a_timeline_is_in_order_of_time(index: Generation) -> None:
    days = [row.document.date for row in timeline(index, wanted("veerboot"))]
    assert days == sorted(days, key=lambda day: day or date.max)


def test_a_question_of_a_member_is_no_promise(index: Generation) -> None:
    promises = timeline(index, wanted("toezeggingen veerboot"))
    assert [row.document.identifier for row in promises] == [LETTER.identifier]
    assert promises[0].who == "A.B. Veerman, minister voor Water"
    assert promises[0].stage is Stage.MADE
    assert promises[0].deadline is not None
    assert promises[0].deadline.value == "najaar 2024"
    assert promises[0].status == UNKNOWN


def test_advice_of_civil_servants_is_no_promise_either(index: Generation) -> None:
    rows = timeline(index, wanted("veerboot", filters=Filters(kinds=frozenset({Kind.BESLISNOTA}))))
    assert {row.soorten for row in rows} == {(Soort.ADVIES,)}


def test_what_came_of_a_motie_is_told_as_the_paper_does(index: Generation) -> None:
    (motie,) = timeline(index, wanted("moties veerboot"))
    assert motie.status == "aangenomen"


def test_filters_are_exact(index: Generation) -> None:
    since = wanted("veerboot", filters=Filters(since=date(2024, 10, 1)))
    assert {row.document.identifier for row in timeline(index, since)} == {LATER.identifier}


def test_a_subject_of_which_nothing_was_said_gives_nothing(index: Generation) -> None:
    assert timeline(index, wanted("schapenteelt")) == []


def test_a_later_passage_that_seems_to_meet_a_promise_is_suggested(made: Briefing) -> None:
    (promise,) = made.promises
    assert promise.met_by is not None
    assert {citation.document for citation in promise.met_by.citations} == {LATER.identifier}


def test_different_figures_for_one_thing_are_a_conflict(made: Briefing) -> None:
    found = {frozenset(side.value for side in conflict.sides) for conflict in made.conflicts}
    assert found <= {frozenset({"90", "120"})}


def test_advice_stands_beside_what_the_letter_says_of_it(index: Generation) -> None:
    (pair,) = notes_beside_letters(index, uitspraken_of(NOTE))
    assert (pair.note.identifier, pair.letter.identifier) == (NOTE.identifier, LETTER.identifier)
    assert [bool(row.told) for row in pair.rows] == [True, False]


def test_every_quote_is_exact_and_has_a_number(made: Briefing, index: Generation) -> None:
    cited = [citation for row in made.rows for citation in row.citations]
    assert all(is_exact(citation, index.document_of) for citation in cited)
    assert sorted(made.numbers.values()) == list(range(1, len(made.numbers) + 1))


def test_a_briefing_holds_against_the_papers_it_was_made_of(made: Briefing, index: Generation) -> None:
    checked = check(text_of(made), index)
    shown_numbers = {made.number(citation) for row in made.rows for citation in row.citations}
    assert {fault.wrong for fault in checked.faults} <= {Wrong.MISSING}
    assert not {fault.number for fault in checked.faults} & shown_numbers
    assert checked.same_index
    assert checked.changed == ()


@pytest.mark.parametrize(
    ("old", "new", "wrong"),
    [
        ("120 passagiers", "210 passagiers", Wrong.ALTERED),
        ("nr. 70)", "nr. 71)", Wrong.MISPLACED),
    ],
)
def test_a_change_of_a_quote_or_its_place_is_found(
    made: Briefing, index: Generation, old: str, new: str, wrong: Wrong
) -> None:
    faults = check(text_of(made).replace(old, new), index).faults
    assert wrong in {fault.wrong for fault in faults}


def test_a_quote_that_was_added_by_hand_is_found(made: Briefing, index: Generation) -> None:
    faults = check(f"[99] „De pont zinkt.” {text_of(made)}", index).faults
    assert (99, Wrong.UNKNOWN) in {(fault.number, fault.wrong) for fault in faults}


def test_line_breaks_do_not_count(made: Briefing, index: Generation) -> None:
    text = text_of(made)
    assert check(text.replace(" ", "\n"), index) == check(text, index)


def test_a_paper_that_lost_the_words_is_named(made: Briefing, tmp_path: Path) -> None:
    changed = [
        replace(one, text=one.text.replace("120", "130"), source=replace(one.source, sha256="f" * 64))
        if one.identifier == LETTER.identifier
        else one
        for one in papers()
    ]
    checked = check(text_of(made), build(changed, tmp_path))
    gone = [fault for fault in checked.faults if fault.wrong is Wrong.GONE]
    assert [fault.document for fault in gone] == [LETTER.identifier]
    assert checked.changed == (LETTER.identifier,)
    assert not checked.same_index


def test_a_paper_that_is_no_longer_there_is_named(made: Briefing, tmp_path: Path) -> None:
    kept = [one for one in papers() if one.identifier != LETTER.identifier]
    checked = check(text_of(made), build(kept, tmp_path))
    assert Wrong.NO_PAPER in {fault.wrong for fault in checked.faults}


def test_a_sentence_that_goes_on_on_the_next_page_is_in_its_place(tmp_path: Path) -> None:
    texts = ("Ik vind het van belang dat de veerboot", "1 Kaart.", "ook in de winter blijft varen.")
    made = paper(*texts, kinds=(BlockKind.PARAGRAPH, BlockKind.FOOTNOTE, BlockKind.PARAGRAPH))
    pages = tuple(replace(block, page=page) for block, page in zip(made.blocks, (1, 1, 2), strict=True))
    generation = build([replace(made, blocks=pages)], tmp_path)
    told = briefing(generation, wanted("veerboot"))
    assert [citation.citation[-4:] for row in told.rows for citation in row.citations] == ["p. 1", "p. 2"]
    assert check(text_of(told), generation).holds


def test_a_number_of_thousands_of_digits_is_no_number_of_a_quote(made: Briefing, index: Generation) -> None:
    text = text_of(made)
    long = "1" * 5_000
    assert check(f"[{long}] „De pont zinkt.” {text} citaat | {long} |", index) == check(text, index)


def test_without_a_receipt_nothing_is_said_to_hold(index: Generation) -> None:
    with pytest.raises(ReceiptMissing):
        check("De veerboot vaart.", index)


def test_what_came_of_a_motie_is_that_of_its_number_in_the_newest_paper(tmp_path: Path) -> None:
    """A rejected motie is never asked after, and one that is spoken of twice is asked after once."""
    older = paper(
        "De motie van het lid Veerman (Kamerstuk 29 876, nr. 5) over de veerboot is bekend.",
        "De motie van het lid Kaai (Kamerstuk 29 876, nr. 6) over de veerboot is bekend.",
        "De veerboot van de motie van het lid Kaai (Kamerstuk 29 876, nr. 6) vaart.",
        speaker=MINISTER,
    )
    newer = paper(
        "Over de pont: de motie van het lid Veerman (Kamerstuk 29 876, nr. 5) is door de Kamer verworpen.",
        speaker=MINISTER,
        day=date(2024, 9, 1),
        identifier="kst-29876-90",
    )
    made = [
        replace(
            one, references=document_references(one), source=replace(one.source, file=f"{sign}.txt", sha256=sign * 64)
        )
        for one, sign in ((older, "a"), (newer, "b"))
    ]
    told = briefing(build(made, tmp_path), wanted("veerboot"))
    assert [row.status for row in told.moties] == ["verworpen", UNKNOWN, UNKNOWN, "verworpen"]
    assert [one.citations[0].text for one in told.questions] == [older.text.split("\n\n")[2]]
