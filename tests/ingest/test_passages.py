from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings

from ingest.document import BlockKind, Document, Source
from ingest.passages import LENGTHS, cut
from tests.ingest.structure.made import AANHANGSEL, KAMERBRIEF, TEXTS, parsed


def document(raw: str) -> Document:
    parts = parsed(raw)
    return Document(
        identifier="bestand-1",
        kind=parts.kind,
        title="",
        text=parts.text,
        source=Source(file="a.txt", sha256="0"),
        blocks=parts.blocks,
    )


@settings(deadline=None)  # the first paper waits for the word list
@given(TEXTS)
def test_passages_are_the_whole_text_in_order(raw: str) -> None:
    paper = document(raw)
    passages = cut(paper)
    assert "".join(passage.text for passage in passages) == paper.text
    assert all(a.end == b.start for a, b in pairwise(passages))
    assert all(paper.text[passage.start : passage.end] == passage.text for passage in passages)
    assert len({passage.id for passage in passages}) == len(passages)


@given(TEXTS)
def test_the_same_file_gives_the_same_passages(raw: str) -> None:
    assert cut(document(raw)) == cut(document(raw))


def test_a_paper_without_blocks_is_one_passage() -> None:
    paper = replace(document("De boot vaart."), blocks=())
    assert [passage.text for passage in cut(paper)] == ["De boot vaart."]


def test_an_empty_paper_has_none() -> None:
    assert cut(replace(document(""), text="")) == ()


def test_question_and_answer_do_not_share_a_passage() -> None:
    passages = cut(document(AANHANGSEL))
    answer = next(passage for passage in passages if passage.place == "antwoord 1")
    assert answer.kind is BlockKind.ANSWER
    assert answer.text.startswith("Antwoord 1\n\nDe boot vaart vier keer")
    assert answer.context == "Hoe vaak vaart de boot?1"


def test_a_footnote_stands_alone_with_its_sentence() -> None:
    passages = cut(document(KAMERBRIEF))
    note = next(passage for passage in passages if passage.place == "voetnoot 1")
    assert note.text.strip() == "1 Kamerstuk 12 345, nr. 6."
    assert note.context == "Ik doe dat omdat uw Kamer daarom heeft gevraagd.1"


def test_a_footnote_has_its_sentence_whole_where_the_notes_of_a_page_cut_it() -> None:
    letter = KAMERBRIEF.replace("vaart.\n", "vaart.2 Zij is vol.\n").replace(
        "in gebruik.\n", "in gebruik.\n\n2 Kaart.\n"
    )
    note = next(passage for passage in cut(document(letter)) if passage.place == "voetnoot 2")
    assert note.context == "De plannen zijn besproken met de eilanden en met een reder die daar al jaren vaart.2"


def test_a_footnote_has_its_sentence_whole_where_its_mark_stands_above_the_notes() -> None:
    letter = KAMERBRIEF.replace("eilanden en", "eilanden2 en").replace("nr. 6.\n", "nr. 6.\n2 Kaart.\n")
    note = next(passage for passage in cut(document(letter)) if passage.place == "voetnoot 2")
    assert note.context == "De plannen zijn besproken met de eilanden2 en met een reder die daar al jaren vaart."


def test_a_list_stays_with_its_lead_in() -> None:
    passages = cut(document(KAMERBRIEF))
    listed = next(passage for passage in passages if "Er komen drie steigers bij:" in passage.text)
    assert "twee op het zuidelijke eiland" in listed.text
    assert listed.text.startswith("Steigers en havens\n\n1. Nieuwe steigers")


@pytest.mark.parametrize(("lead_in", "shared"), [("Er komen steigers", False), ("Er komen steigers:", True)])
def test_what_follows_a_list_shares_its_passage_only_with_the_lead_in(lead_in: str, *, shared: bool) -> None:
    listed = f"{lead_in}\n\n– een in het noorden;\n– een in het zuiden."
    passages = cut(document(f"{listed}\n\nDe boot vaart daar elke dag naar toe.\n"))
    found = next(passage for passage in passages if "zuiden" in passage.text)
    assert ("De boot vaart" in found.text) is shared
    assert found.kind is (BlockKind.PARAGRAPH if shared else BlockKind.LIST_ITEM)


def test_a_long_paragraph_is_cut_between_sentences() -> None:
    raw = " ".join(f"Dit is zin nummer {number} over de boot die vaart." for number in range(60))
    passages = cut(document(raw))
    assert len(passages) > 3
    assert all(passage.text.strip().endswith(".") for passage in passages)
    assert all(len(passage.text.split()) <= LENGTHS.most for passage in passages)


def test_an_answer_that_only_refers_carries_what_it_refers_to() -> None:
    passages = cut(document(f"{AANHANGSEL}\nVraag 4\nEn op zondag?\n\nAntwoord 4\nZie het antwoord op vraag 2.\n"))
    assert passages[-1].context == "En op zondag? De gemeente betaalt de steiger."


def test_a_list_in_an_answer_keeps_its_question() -> None:
    long = " ".join(["De boot vaart langs het eiland en langs de wal en weer terug."] * 15)
    passages = cut(document(f"Vraag 1\nWaar vaart zij?\n\nAntwoord 1\n{long}\n\nNamelijk:\n– {long}\n– {long}\n"))
    assert passages[-1].kind is BlockKind.LIST_ITEM
    assert passages[-1].context == "Waar vaart zij? Namelijk:"


def test_a_table_in_an_answer_keeps_its_question() -> None:
    passages = cut(document("Vraag 1\nHoe vaak?\n\nAntwoord 1\nZie hier.\nBoot | Maan | Jaar\nA | 4 | 2023\n"))
    assert passages[-1].kind is BlockKind.TABLE
    assert passages[-1].context == "Hoe vaak?"


def test_an_answer_to_several_questions_tells_them_apart_and_leaves_out_the_notes_between_them() -> None:
    passages = cut(document(AANHANGSEL))
    assert passages[-1].place == "antwoord 2 en 3"
    assert passages[-1].context == "Vraag 2 Wie betaalt de steiger? Vraag 3 Kunt u dat toelichten?"


def test_a_numbered_line_between_paragraphs_of_an_answer_goes_with_what_it_heads() -> None:
    short = "De boot vaart langs het eiland."
    passages = cut(document(f"Vraag 1\nWat gaat u doen?\n\nAntwoord 1\n{short}\n\n1. Steigers\n\nDe steiger blijft.\n"))
    assert [passage.text.strip() for passage in passages[-2:]] == [
        f"Antwoord 1\n\n{short}",
        "1. Steigers\n\nDe steiger blijft.",
    ]
    assert passages[-1].kind is BlockKind.ANSWER
    assert passages[-1].context == "Wat gaat u doen?"
