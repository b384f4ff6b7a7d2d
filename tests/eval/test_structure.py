"""What a paper holds, counted, and beside it what was counted by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from eval.structure import BY_HAND, as_text, count, hand_counts, main
from ingest.document import Document
from ingest.formats.paged_text import PagedText
from ingest.reading import document_of, read_files

COUNTED = Path(__file__).parents[1] / "data" / "counted"

ANSWERS = """Vragen van het lid Veenstra (GDW) aan de Minister van Bruggen over drie sluizen (ingezonden 3 mei 2099).

Antwoord van Minister De Waard (Bruggen) (ontvangen 28 mei 2099).

Vraag 1
Kent u de motie van het lid Veenstra?1

Antwoord 1
Ja. De kosten zijn 12 procent lager dan de begrote € 4 miljoen.

Vraag 2 en 3
Waarom duurt het herstel van de sluizen zo lang?
Wanneer gaan de sluizen weer open?

Antwoord 2 en 3
Dat hangt af van:
• de levering van staal;
• het weer.

1 Kamerstuk 39 999, nrs. 12 en 13.
"""


@pytest.fixture(scope="module")
def answers() -> Document:
    document = document_of(Path("sluizen.txt"), PagedText(text=ANSWERS), "0" * 64)
    return replace(document, identifier="ah-tk-20982099-7", date=date(2099, 5, 28))


def test_joint_questions_count_for_each_number_and_their_answer_once(answers: Document) -> None:
    counts = count(answers)
    assert (counts["questions"], counts["answers"], counts["pairs"]) == (3, 2, 3)


def test_labels_are_no_headings(answers: Document) -> None:
    assert count(answers)["headings"] == 0


def test_items_notes_numbers_and_values_are_counted(answers: Document) -> None:
    counts = count(answers)
    assert (counts["list items"], counts["footnotes"], counts["linked"]) == (2, 1, 1)
    assert (counts["official numbers"], counts["moties"]) == (2, 1)
    assert (counts["days"], counts["amounts"], counts["percentages"]) == (2, 1, 1)


def test_the_table_shows_both_counts_only_where_they_differ(answers: Document) -> None:
    counts = count(answers)
    table = as_text([answers], {answers.source.sha256: counts | {"answers": 5}})
    assert "| answers | **2 / 5** |" in table
    assert "| pairs | 3 |" in table


def test_a_paper_that_nobody_counted_is_marked(answers: Document) -> None:
    assert "| pairs | 3 / ? |" in as_text([answers], {})


def test_the_command_reads_several_folders(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folders = []
    for name in ("eerste", "tweede"):
        folder = tmp_path / name
        folder.mkdir()
        (folder / f"{name}.txt").write_text(ANSWERS, encoding="utf-8")
        folders += ["--papers", str(folder)]
    assert main(folders) == 0
    assert "|  | eerste | tweede |" in capsys.readouterr().out


def test_the_hand_counts_name_every_thing_that_is_counted(answers: Document) -> None:
    assert BY_HAND.exists()
    assert all(set(counts) == set(count(answers)) for counts in hand_counts().values())


def test_letters_and_a_debate_hold_what_was_counted_in_them() -> None:
    documents = read_files(COUNTED).documents
    by_hand = hand_counts()
    assert len(documents) == 5
    assert {one.source.file: count(one) for one in documents} == {
        one.source.file: by_hand[one.source.sha256] for one in documents
    }
