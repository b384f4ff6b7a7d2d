"""How a person meets a language model: what is told before the first question, and what stands under an answer."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from assistant.answer import Wording
from assistant.assistant import Assistant
from assistant.word.language_model import chosen
from tests.assistant.word.lying_server import Liar, Reply, running
from tests.ui.conftest import PAPERS, Passend
from tests.ui.test_measuring import ITEM
from ui import messages, opening, wording
from ui.chat import Conversation, Update
from ui.opened import Opened
from ui.settings import SecretInFile, Settings, load

QUESTION = "Hoeveel aanvragen zijn er goedgekeurd?"
TOLD = """\
Voor de proef met reisbegeleiders zijn 36 aanvragen ingediend, waarvan er 33 zijn goedgekeurd. [1]
De regeling biedt plek aan ten hoogste 60 aanvragen. [1]
Aan de proef met reisbegeleiders doen 58 gemeenten mee. [1]
Een enkele rit met een begeleider mag niet langer duren dan 75 minuten. [1]
Alle ouders krijgen een auto. [1]
"""


@pytest.fixture
def liar(monkeypatch: pytest.MonkeyPatch) -> Iterator[Liar]:
    with running() as server:
        server.reply = Reply(TOLD)
        monkeypatch.setenv("PASSEND_LLM", f"openai:leugens@{server.address}")
        monkeypatch.setenv("PASSEND_LLM_KEY", "sleutel")
        yield server


def test_an_answer_tells_that_a_model_worded_it_and_the_terminal_where_questions_go(
    passend: Passend, indexed: Path, liar: Liar
) -> None:
    ran = passend("ask", QUESTION, "--data", indexed)
    assert ran.code == 0
    assert "Een taalmodel op deze computer verwoordt de antwoorden." in ran.err
    assert "58 gemeenten" in ran.out and "auto" not in ran.out
    assert "Een taalmodel heeft de citaten ingekort." in ran.out
    assert len(liar.received) == 1


def test_the_question_set_is_asked_with_the_model_too(passend: Passend, tmp_path: Path, liar: Liar) -> None:
    (tmp_path / "own.jsonl").write_text(json.dumps(ITEM | {"question": QUESTION}) + "\n", encoding="utf-8")
    passend("eval", "--set", tmp_path / "own.jsonl", "--samples", PAPERS, "--data", tmp_path / "data")
    assert liar.received


def test_status_names_the_model_and_never_the_key(passend: Passend, indexed: Path, liar: Liar) -> None:
    ran = passend("status", "--data", indexed)
    assert f"Taalmodel: openai:leugens@{liar.address}" in ran.out
    assert "sleutel" not in ran.out + ran.err
    assert "sleutel" not in repr(load({"PASSEND_LLM_KEY": "sleutel"}))


@pytest.mark.parametrize("setting", ["gpt", "openai:m@http://example.org/v1", "gguf:/is/er/niet.gguf"])
def test_a_model_that_cannot_be_used_is_told_in_a_sentence(
    passend: Passend, indexed: Path, monkeypatch: pytest.MonkeyPatch, setting: str
) -> None:
    monkeypatch.setenv("PASSEND_LLM", setting)
    ran = passend("ask", QUESTION, "--data", indexed)
    assert ran.code == 1
    assert "PASSEND_LLM" in ran.err


def test_a_key_in_the_settings_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "passend.toml").write_text('llm_key = "geheim"\n', encoding="utf-8")
    with pytest.raises(SecretInFile) as failed:
        load({"XDG_CONFIG_HOME": str(tmp_path)})
    assert "geheim" not in str(failed.value)


def test_it_is_said_when_questions_leave_this_machine_and_when_they_do_not() -> None:
    assert messages.NOWHERE in messages.where_questions_go(None)
    assert messages.NOWHERE in messages.where_questions_go(chosen("gguf:/m.gguf"))
    elsewhere = messages.where_questions_go(chosen("openai:m@https://example.org/v1"))
    assert "andere computer (example.org)" in elsewhere
    assert messages.NOWHERE not in elsewhere


def test_the_page_shows_sources_first_and_then_each_sentence(indexed: Path, liar: Liar) -> None:
    settings = Settings(data=indexed, own_data=True, llm=f"openai:leugens@{liar.address}")
    shown = [update[1] for update in _updates(opening.opened(settings, print), in_steps=True)]
    sources = next(number for number, page in enumerate(shown) if "figcaption" in page)
    told = next(number for number, page in enumerate(shown) if "58 gemeenten mee. <a" in page)
    assert sources < told
    assert "Een taalmodel heeft de citaten ingekort." in shown[-1]
    assert "auto" not in "".join(shown)


def test_the_page_without_a_model_is_drawn_twice_for_the_question_and_for_the_answer(indexed: Path) -> None:
    generation = opening.current(Settings(data=indexed, own_data=True), print)
    shown = [update[1] for update in _updates(Opened(Assistant(generation), generation), in_steps=False)]
    assert len(shown) == 2
    assert "Ik zoek in de stukken" in shown[0] and "figcaption" in shown[1]
    assert "taalmodel" not in shown[-1]


def _updates(opened: Opened, *, in_steps: bool) -> list[Update]:
    return list(Conversation(lambda: opened, in_steps=in_steps).respond(QUESTION, "ouder", ()))


@pytest.mark.parametrize("way", Wording)
def test_every_way_to_word_an_answer_is_told(indexed: Path, way: Wording) -> None:

    answer = opening.assistant(Settings(data=indexed, own_data=True), print).ask(QUESTION)
    assert bool(wording.worded_by(replace(answer, wording=way))) is (way is not Wording.QUOTES)
