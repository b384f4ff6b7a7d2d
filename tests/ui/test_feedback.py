"""Verdicts: what is kept of them, and how they come out again."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from assistant.answer import Answer, Status
from tests.ui.conftest import Passend
from ui import messages
from ui.errors import PERSONAS, RemarkTooLong
from ui.feedback import LONGEST, NO_CONSENT, judged, kept_in, record
from ui.page import Turn
from ui.remembered import MOST, persona_to_set, tick_to_keep, tick_to_set, to_keep, usable, usable_tick

ANSWER = Answer(question="Vaart de boot?", understood_as="Vaart de boot?", status=Status.UNANSWERABLE, text="Nee")
TURN = Turn(question=ANSWER.question, answer=ANSWER)


def test_nothing_is_kept_without_consent(tmp_path: Path) -> None:
    assert judged(kept_in(tmp_path), "klopt", "", False, (TURN,)) == NO_CONSENT
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("verdict", "turns"), [(None, (TURN,)), ("anders", (TURN,)), ("klopt", ())])
def test_without_a_verdict_or_an_answer_nothing_is_kept(tmp_path: Path, verdict: str, turns: tuple[Turn, ...]) -> None:
    judged(kept_in(tmp_path), verdict, "", True, turns)
    assert list(tmp_path.iterdir()) == []


def test_a_remark_that_is_too_long_is_told_by_its_own_measure(tmp_path: Path) -> None:
    with pytest.raises(RemarkTooLong) as failed:
        judged(kept_in(tmp_path), "klopt", "x" * (LONGEST + 1), True, (TURN,))
    assert "1.000 tekens" in messages.explain(failed.value)
    assert list(tmp_path.iterdir()) == []


def test_verdicts_are_counted_and_exported(tmp_path: Path, passend: Passend) -> None:
    kept = kept_in(tmp_path)
    for verdict in ("klopt", "onjuist", "klopt"):
        kept.add(record(ANSWER, verdict, "", date(2026, 11, 22)), typed=ANSWER.question)
    out = tmp_path / "out.jsonl"
    ran = passend("feedback", "--data", tmp_path, "--out", out)
    assert (ran.code, ran.out) == (0, "3 oordelen bewaard: 2 klopt, 0 deels, 1 onjuist.\n")
    assert [json.loads(line)["verdict"] for line in out.read_text("utf-8").splitlines()] == [
        "klopt",
        "onjuist",
        "klopt",
    ]


def test_a_browser_holds_only_what_is_wanted_and_nothing_about_a_person() -> None:
    private = Turn(question="Mail ouder@voorbeeld.nl", answer=ANSWER)
    assert to_keep(False, [TURN]) == []
    assert to_keep(True, [TURN, private, *[TURN] * MOST]) == [[ANSWER.question, "met"]] * MOST
    without = replace(TURN, with_model=False)
    assert usable(to_keep(True, [TURN, without])) == [(ANSWER.question, True), (ANSWER.question, False)]


@pytest.mark.parametrize("stored", [None, "vraag", {"a": 1}, [1, None, ["x"]]])
def test_whatever_a_browser_sends_is_no_harm(stored: object) -> None:
    assert usable(stored) == []
    assert usable_tick(stored) is True
    assert "value" not in persona_to_set(stored) and "value" not in tick_to_set(stored)


def test_a_page_is_set_only_to_what_it_does_not_begin_with() -> None:
    """Who chose while the page was opening keeps the choice."""
    first, *others = PERSONAS
    assert [persona_to_set(one) for one in others] == others
    assert "value" not in persona_to_set(first)
    assert tick_to_set(tick_to_keep(False)) is False
    assert "value" not in tick_to_set(tick_to_keep(True))
