"""Different values for the same thing, and what only looks like it."""

from datetime import date
from pathlib import Path

import pytest

from assistant.differ.conflicts import conflicting
from assistant.differ.known_conflicts import all_conflicts
from assistant.find.evidence import Evidence
from index.embedder import load
from index.generation import build
from ingest.document import BlockKind, Document, Speaker
from tests.assistant.made import MEMBER, MINISTER, evidence, paper

LAST = "De proef met de veerboot loopt door tot de zomer."
CHOSEN = "Voor de proef met de veerboot zijn 36 aanvragen ingediend."
WANTED = {"aanvrag", "proef"}


def found(
    text: str,
    day: date | None = date(2024, 3, 12),
    *,
    kind: BlockKind = BlockKind.PARAGRAPH,
    speaker: Speaker = MINISTER,
) -> Evidence:
    return evidence(paper(text, LAST, kinds=(kind,), speaker=speaker, day=day, identifier=f"paper of {day}: {text}"))


def values(chosen: Evidence, others: list[Evidence], wanted: set[str] = WANTED) -> list[list[str]]:
    return [[count.value for count, _ in sides] for sides in conflicting([chosen], [chosen, *others], wanted)]


def test_two_papers_that_give_two_values_are_told_newest_first() -> None:
    rival = found("Voor de proef met de veerboot zijn 34 aanvragen ingediend.")
    newer = found(CHOSEN, date(2024, 5, 21))
    assert values(newer, [rival]) == [["36", "34"]]
    assert values(rival, [newer]) == [["36", "34"]]


def test_a_paper_without_date_comes_last() -> None:
    rival = found("Voor de proef met de veerboot zijn 34 aanvragen ingediend.", None)
    assert values(rival, [found(CHOSEN)]) == [["36", "34"]]


def test_papers_that_agree_are_no_conflict() -> None:
    assert values(found(CHOSEN), [found("Voor de proef met de veerboot zijn zesendertig aanvragen ingediend.")]) == []


def test_items_of_one_list_tell_of_several_things() -> None:
    texts = (
        "De proef telt, per haven:",
        "Kaap: 36 aanvragen voor de proef ingediend;",
        "Duin: 34 aanvragen voor de proef ingediend.",
    )
    items = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.LIST_ITEM)
    listed = paper(*texts, kinds=items, contexts=(None, (0, 25), (0, 25)))
    apart = paper(*texts, kinds=items)
    assert values(evidence(listed, block=1), [evidence(listed, block=2)]) == []
    assert values(evidence(apart, block=1), [evidence(apart, block=2)]) == [["36", "34"]]


def test_alone_there_is_no_conflict() -> None:
    assert conflicting([], [], WANTED) == []
    assert values(found(CHOSEN), []) == []


@pytest.mark.parametrize(
    "other",
    [
        "Voor de proef met de veerboot zijn 3 aanvragen afgewezen.",  # another condition
        "Voor de proef met de veerboot zijn 34 schepen ingediend.",  # another noun
        "Voor de proef met de veerboot is er plek voor 60 aanvragen.",  # room
        "Voor de proef met de veerboot zijn ten hoogste 60 aanvragen ingediend.",  # a maximum
        "Voor de proef met de veerboot verwacht ik 40 aanvragen.",  # expected
    ],
)
def test_what_only_looks_like_a_conflict_is_none(other: str) -> None:
    assert values(found(CHOSEN), [found(other)]) == []


def test_papers_about_something_else_are_no_conflict() -> None:
    document = paper("Bij het museum zijn 5 aanvragen ingediend.", identifier="kst-12345-6")
    assert values(found(CHOSEN), [evidence(document)]) == []


def test_a_value_in_a_question_contradicts_no_answer() -> None:
    text = "Klopt het dat voor de proef met de veerboot 90 aanvragen zijn ingediend?"
    rumour = found(text, kind=BlockKind.QUESTION, speaker=MEMBER)
    assert values(found(CHOSEN), [rumour]) == []


def test_only_what_the_question_names_is_compared() -> None:
    rival = found("Voor de proef met de veerboot zijn 34 aanvragen ingediend.")
    assert values(found(CHOSEN), [rival], {"boot"}) == []


def everywhere(tmp_path: Path, *papers: Document) -> list[list[str]]:
    generation = build(list(papers), tmp_path, embedder=load(None))
    return [[side.value for side in one.sides] for one in all_conflicts(generation)]


NEWER = "Voor de proef met de veerboot zijn 36 aanvragen ingediend."
OLDER = "Voor de proef met de veerboot zijn 34 aanvragen ingediend; er volgt nog overleg."


def test_a_difference_between_papers_is_found_without_a_question(tmp_path: Path) -> None:
    newer = paper(NEWER, identifier="kst-29876-61")
    older = paper(OLDER, day=date(2024, 3, 12), identifier="kst-29876-60")
    assert everywhere(tmp_path, older, newer) == [["36", "34"]]


def test_a_difference_within_one_paper_is_found_too(tmp_path: Path) -> None:
    assert everywhere(tmp_path, paper(NEWER, LAST, OLDER)) == [["36", "34"]]


@pytest.mark.parametrize(
    "other",
    [
        "Voor de proef met de trein zijn 34 aanvragen ingediend.",  # of another proef
        "Voor de proef met de veerboot zijn 34 aanvragen goedgekeurd.",
        "Voor de proef met de veerboot is er ruimte voor 60 aanvragen.",
        "In de tweede ronde van de proef met de veerboot, in 2022, zijn 34 aanvragen ingediend.",
    ],
)
def test_different_things_in_one_paper_are_no_difference(tmp_path: Path, other: str) -> None:
    first = NEWER.replace("Voor", "In 2023 zijn er voor", 1).replace("zijn 36", "36") if "2022" in other else NEWER
    assert everywhere(tmp_path, paper(first, LAST, other)) == []


MONEY = "Voor het programma Stille Oever is in 2026 € 12,5 miljoen beschikbaar."


def test_two_amounts_for_one_year_of_one_thing_are_a_difference() -> None:
    newer = paper(MONEY, identifier="kst-29876-61")
    rival = "Het programma Stille Oever kost in 2026 naar verwachting 14,2 miljoen euro."
    older = paper(rival, day=date(2024, 3, 12), identifier="kst-29876-60")
    chosen, other = evidence(newer), evidence(older)
    (sides,) = conflicting([chosen], [other], {"programma", "stil", "oever"})
    assert [(count.value, count.unit) for count, _ in sides] == [("12500000", "euro"), ("14200000", "euro")]


def test_an_amount_is_told_as_it_is_written_without_its_coin(tmp_path: Path) -> None:
    older = paper(MONEY.replace("12,5", "11,9"), day=date(2024, 3, 12), identifier="kst-29876-60")
    assert everywhere(tmp_path, paper(MONEY), older) == [["12,5 miljoen", "11,9 miljoen"]]


@pytest.mark.parametrize(
    "other",
    [
        MONEY.replace("2026", "2027"),
        MONEY.replace("Stille Oever", "Brede Dijk"),
        MONEY.replace("12,5", "3,1").replace("beschikbaar", "extra beschikbaar"),
        MONEY.replace("12,5", "3,1").replace("beschikbaar", "per jaar beschikbaar"),
        MONEY.replace("is in 2026 € 12,5 miljoen beschikbaar", "is in 2026 € 9 miljoen uitgegeven"),
        MONEY.replace("12,5", "13"),  # the same, rounded
    ],
)
def test_amounts_of_different_things_are_no_difference(tmp_path: Path, other: str) -> None:
    older = paper(other, day=date(2024, 3, 12), identifier="kst-29876-60")
    assert everywhere(tmp_path, paper(MONEY), older) == []
    assert conflicting([evidence(paper(MONEY))], [evidence(older)], {"programma", "stil", "oever"}) == []


def test_papers_are_compared_once_for_each_index(tmp_path: Path) -> None:
    older = paper(OLDER, day=date(2024, 3, 12), identifier="kst-29876-60")
    generation = build([paper(NEWER), older], tmp_path, embedder=load(None))
    assert all_conflicts(generation) is all_conflicts(generation)


@pytest.mark.parametrize(
    ("one", "other"), [("1.200", "1.300"), ("1200", "1300"), ("1,5 miljoen", "1,7 miljoen"), ("36", "34")]
)
def test_a_count_is_told_as_the_paper_writes_it(tmp_path: Path, one: str, other: str) -> None:
    newer = paper(NEWER.replace("36", one), identifier="kst-29876-61")
    older = paper(NEWER.replace("36", other), day=date(2024, 3, 12), identifier="kst-29876-60")
    assert everywhere(tmp_path, newer, older) == [[one, other]]


def test_a_count_behind_a_note_that_parts_its_sentence_is_proven_by_the_part_it_stands_in(tmp_path: Path) -> None:
    texts = ("Voor de proef met de veerboot zijn tot de zomer", "1 Kaart.", "wel 36 aanvragen ingediend.")
    kinds = (BlockKind.PARAGRAPH, BlockKind.FOOTNOTE, BlockKind.PARAGRAPH)
    newer = paper(*texts, kinds=kinds, identifier="kst-29876-61")
    older = paper(NEWER.replace("36", "34"), day=date(2024, 3, 12), identifier="kst-29876-60")
    generation = build([newer, older], tmp_path, embedder=load(None))
    (conflict,) = all_conflicts(generation)
    assert conflict.sides[0].citation.text == "wel 36 aanvragen ingediend."
