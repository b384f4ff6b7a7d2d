"""``ask --jsonl``: the public form of ``docs/jsonl.md``, to the key."""

import io
import json
import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.answer import Answer, Status
from tests.ui.conftest import Passend
from ui.batch import Request, answer_lines, as_line

GEMEENTEN = "Hoeveel gemeenten doen mee aan de proef met reisbegeleiders?"
AANVRAGEN = "Hoeveel aanvragen zijn er ingediend voor de proef met reisbegeleiders?"
KEYS = ["id", "answer", "quotes", "refused", "status", "likely", "conflicts", "understood_as", "ms"]
QUOTE_KEYS = ["text", "document", "citation", "place", "date", "start", "end"]

Batch = Callable[..., list[dict[str, Any]]]


@pytest.fixture
def batch(passend: Passend, indexed: Path, tmp_path: Path) -> Batch:
    """Ask these lines, from a file to a file, and give what came out."""

    def run(*lines: object, code: int = 0) -> list[dict[str, Any]]:
        source, target = tmp_path / "vragen.jsonl", tmp_path / "antwoorden.jsonl"
        source.write_bytes(b"".join(line if isinstance(line, bytes) else as_line(line) for line in lines))
        ran = passend("ask", "--jsonl", source, "--out", target, "--data", indexed)
        assert (ran.code, ran.out) == (code, "")
        return [json.loads(line) for line in target.read_text(encoding="utf-8").splitlines()]

    return run


def test_an_answer_has_the_public_form(batch: Batch) -> None:
    [record] = batch({"id": "v-1", "question": GEMEENTEN})
    assert list(record) == KEYS
    assert (record["id"], record["refused"], record["understood_as"]) == ("v-1", False, GEMEENTEN)
    assert record["status"] in {"answered", "partial"}
    assert "58" in record["answer"]
    assert all(list(quote) == QUOTE_KEYS for quote in record["quotes"])
    quote = next(quote for quote in record["quotes"] if "58 gemeenten" in quote["text"].replace("\n", " "))
    assert (quote["document"], quote["date"]) == ("kst-29876-61", "2024-05-21")
    assert quote["end"] - quote["start"] == len(quote["text"])
    assert isinstance(record["ms"], float)


def test_the_guide_tells_of_every_field_of_an_answer() -> None:
    guide = (Path(__file__).parents[2] / "docs" / "jsonl.md").read_text("utf-8")
    told = guide.split("## Out")[1].split("# `passend eval")[0]
    assert re.findall(r"^\| `(\w+)` \|", told, re.MULTILINE) == KEYS


def test_papers_that_differ_are_told_once_with_every_side(batch: Batch) -> None:
    """The letter of May tells of 36 aanvragen, the answers of March of 34."""
    [record] = batch({"id": 1, "question": AANVRAGEN})
    [conflict] = record["conflicts"]
    assert list(conflict) == ["subject", "sides"]
    assert all(list(side) == ["value", *QUOTE_KEYS] for side in conflict["sides"])
    assert [(side["value"], side["date"]) for side in conflict["sides"]] == [("36", "2024-05-21"), ("34", "2024-03-12")]
    assert record["answer"].count("de stukken verschillen") == 1


def test_a_refusal_has_the_same_form(batch: Batch) -> None:
    [record] = batch({"id": 1, "question": "Hoe hoog is de kinderbijslag in België?"})
    assert list(record) == KEYS
    assert (record["refused"], record["status"]) == (True, "unanswerable")
    assert (record["quotes"], record["conflicts"]) == ([], [])


def test_answers_come_in_the_order_of_the_questions_and_ids_unchanged(batch: Batch) -> None:
    ids: list[Any] = ["b", 2, "a", 1.5, None, ["x", {"y": 1}], True]
    records = batch(*({"id": one, "question": GEMEENTEN} for one in ids), b"\n", b"  \n")
    assert [record["id"] for record in records] == ids


def test_a_bad_line_costs_no_other_line_its_answer(batch: Batch) -> None:
    records = batch(
        b"geen json\n",
        b'{"id": 1, "question": "half"\n',
        b'{"id": 2, "question": "\xff"}\n',
        b'{"id": 3, "question": "\\ud800"}\n',
        b"[1, 2]\n",
        b'{"id": NaN, "question": "Wie?"}\n',
        b"[" * 100_000 + b"\n",
        {"question": "Wie?"},
        {"id": "vraag"},
        {"id": "geschiedenis", "question": "Wie?", "history": "Wat?"},
        {"id": "persona", "question": "Wie?", "persona": "koning"},
        {"id": "lang", "question": "x" * 100_000},
        {"id": "leeg", "question": " "},
        {"id": "goed", "question": GEMEENTEN},
        code=1,
    )
    assert [list(record) for record in records[:-1]] == [["id", "line", "error"]] * 13
    assert [record["line"] for record in records[:-1]] == list(range(1, 14))
    assert [record["error"] for record in records[:7]] == [
        f"Regel {n} is geen JSON-object in UTF-8." for n in range(1, 8)
    ]
    assert [record["id"] for record in records[8:]] == ["vraag", "geschiedenis", "persona", "lang", "leeg", "goed"]
    assert "„question”" in records[8]["error"]
    assert "„history”" in records[9]["error"]
    assert "„persona”" in records[10]["error"]
    assert "hoogstens 2.000 tekens" in records[11]["error"]
    assert "Er staat geen vraag" in records[12]["error"]
    assert "58" in records[13]["answer"]


def test_history_completes_a_question(batch: Batch) -> None:
    [record] = batch({"id": 1, "question": "En wie onderzoekt dat?", "history": [GEMEENTEN]})
    assert record["understood_as"] != "En wie onderzoekt dat?"


def test_a_persona_changes_length_and_never_facts(batch: Batch) -> None:
    personas = ("ouder", "kamer", "helpdesk")
    records = batch(*({"id": one, "question": GEMEENTEN, "persona": one} for one in personas))
    assert all("58" in record["answer"] for record in records)


def test_a_dash_is_standard_input_and_output_in_utf_8(
    passend: Passend, indexed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = "\ufeff" + json.dumps({"id": "é", "question": GEMEENTEN}, ensure_ascii=False)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(lines.encode()), encoding="latin-1"))
    ran = passend("ask", "--jsonl", "-", "--out", "-", "--data", indexed)
    assert ran.code == 0
    assert json.loads(ran.out)["id"] == "é"


def test_questions_are_not_overwritten_by_their_answers(passend: Passend, indexed: Path, tmp_path: Path) -> None:
    both = tmp_path / "beide.jsonl"
    both.write_bytes(as_line({"id": 1, "question": GEMEENTEN}))
    ran = passend("ask", "--jsonl", both, "--out", both, "--data", indexed)
    assert ran.code == 1
    assert "zijn hetzelfde" in ran.err
    assert json.loads(both.read_bytes())["id"] == 1


def test_a_file_of_questions_that_is_not_there_is_named(passend: Passend, indexed: Path, tmp_path: Path) -> None:
    ran = passend("ask", "--jsonl", tmp_path / "weg.jsonl", "--data", indexed)
    assert (ran.code, ran.out) == (1, "")
    assert ran.err == f"Het bestand of de map {tmp_path / 'weg.jsonl'} is niet gevonden.\n"


def parrot(request: Request) -> Answer:
    return Answer(
        question=request.question, understood_as=request.question, status=Status.UNANSWERABLE, text=request.question
    )


@given(st.lists(st.binary(max_size=60).map(lambda line: line.replace(b"\n", b""))))
def test_whatever_the_lines_every_one_that_is_not_blank_gets_a_line(lines: list[bytes]) -> None:
    records = list(answer_lines(lines, parrot))
    assert len(records) == sum(bool(line.strip()) for line in lines)
    assert all(b"\n" not in as_line(record)[:-1] for record in records)


@given(st.text(), st.recursive(st.none() | st.booleans() | st.integers() | st.text(), st.lists))
def test_whatever_the_question_its_line_can_be_written(question: str, identity: object) -> None:
    line = json.dumps({"id": identity, "question": question}).encode()
    [record] = answer_lines([line], parrot)
    assert json.loads(as_line(record)) == record


def test_no_name_of_a_file_is_no_question(passend: Passend, indexed: Path) -> None:
    ran = passend("ask", "--jsonl", "", "--data", indexed)
    assert (ran.code, ran.out) == (1, "")
    assert "is een map en geen bestand" in ran.err
