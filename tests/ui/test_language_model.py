"""How a person meets a language model: what is told before the first question, and what stands under an answer."""

import json
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from assistant.answer import Wording
from assistant.assistant import Assistant
from assistant.word.language_model import chosen
from tests.assistant.word.lying_server import Liar, Reply, running
from tests.assistant.word.scripted import number_of
from tests.ui.conftest import PAPERS, Passend
from tests.ui.test_measuring import ITEM
from ui import messages, opening, wording
from ui.chat import Conversation, Update
from ui.opened import Opened
from ui.remembered import tick_to_keep
from ui.settings import SecretInFile, Settings, load

QUESTION = "Hoeveel aanvragen zijn er goedgekeurd?"
ANSWERS = "Er zijn 33 aanvragen goedgekeurd."
SIGNED = "Een taalmodel (leugens) las de stukken en schreef dit antwoord."


class Reads(Reply):
    """Finds the sentence that answers in what it was sent, as a model would."""

    def __init__(self, received: list[dict[str, Any]]) -> None:
        super().__init__()
        self.received = received

    def send(self, write: Callable[[bytes], None], stopped: threading.Event) -> None:
        material = self.received[-1]["messages"][-1]["content"]
        self.text = f"{ANSWERS} [{number_of('33', material)}]\nAlle ouders krijgen een auto. [99.9]\n"
        super().send(write, stopped)


@pytest.fixture
def liar(monkeypatch: pytest.MonkeyPatch) -> Iterator[Liar]:
    with running() as server:
        server.reply = Reads(server.received)
        monkeypatch.setenv("PASSEND_LLM", f"openai:leugens@{server.address}")
        monkeypatch.setenv("PASSEND_LLM_KEY", "sleutel")
        yield server


def test_an_answer_tells_that_a_model_worded_it_and_the_terminal_where_questions_go(
    passend: Passend, indexed: Path, liar: Liar
) -> None:
    ran = passend("ask", QUESTION, "--data", indexed)
    assert ran.code == 0
    assert "Een taalmodel op deze computer leest mee en schrijft de antwoorden." in ran.err
    assert ANSWERS in ran.out and "auto" not in ran.out
    assert SIGNED in " ".join(ran.out.split())
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
    assert "Hier wordt niets bewaard, tenzij u daar zelf een vinkje voor zet." in elsewhere


def test_the_page_shows_sources_first_and_then_each_sentence(indexed: Path, liar: Liar) -> None:
    settings = Settings(data=indexed, own_data=True, llm=f"openai:leugens@{liar.address}")
    shown = [update[1] for update in _updates(opening.opened(settings, print), in_steps=True)]
    sources = next(number for number, page in enumerate(shown) if "figcaption" in page)
    told = next(number for number, page in enumerate(shown) if f"{ANSWERS} <a" in page)
    assert sources < told
    assert SIGNED in shown[-1]
    assert "auto" not in "".join(shown)


def test_who_takes_the_tick_off_gets_an_answer_without_the_model(indexed: Path, liar: Liar) -> None:
    settings = Settings(data=indexed, own_data=True, llm=f"openai:leugens@{liar.address}")
    opened = opening.opened(settings, print)
    answers = Conversation(lambda: opened, in_steps=True)
    shown = [update[1] for update in answers.respond(QUESTION, "ouder", (), with_model=False)]
    assert liar.received == [] and "taalmodel" not in shown[-1]


def test_a_kept_conversation_goes_to_the_model_only_if_that_is_still_wished(indexed: Path, liar: Liar) -> None:
    settings = Settings(data=indexed, own_data=True, llm=f"openai:leugens@{liar.address}")
    opened = opening.opened(settings, print)
    answers = Conversation(lambda: opened, in_steps=True)
    shown, told, turns, _ = answers.restored([[QUESTION, "met"]], "ouder", tick_to_keep(False))
    assert liar.received == [] and "taalmodel" not in shown
    assert "1 vraag" in told and len(turns) == 1
    answers.restored([[QUESTION, "zonder"]], "ouder", None)  # of a browser that holds no wish yet
    assert liar.received == []
    answers.restored([[QUESTION, "met"]], "ouder", None)
    assert len(liar.received) == 1


def test_a_question_asked_without_the_model_is_not_sent_along_with_the_next(indexed: Path, liar: Liar) -> None:
    settings = Settings(data=indexed, own_data=True, llm=f"openai:leugens@{liar.address}")
    opened = opening.opened(settings, print)
    answers = Conversation(lambda: opened, in_steps=True)
    *_, (_, _, _, turns) = answers.respond("Wie schreef de brief over de proef?", "ouder", (), with_model=False)
    list(answers.respond(QUESTION, "ouder", turns))
    assert len(liar.received) == 1 and "Wie schreef" not in str(liar.received)


def test_the_page_without_a_model_is_drawn_twice_for_the_question_and_for_the_answer(indexed: Path) -> None:
    generation = opening.current(Settings(data=indexed, own_data=True), print)
    shown = [update[1] for update in _updates(Opened(Assistant(generation), generation), in_steps=False)]
    assert len(shown) == 2
    assert "Ik zoek in de stukken" in shown[0] and "figcaption" in shown[1]
    assert "taalmodel" not in shown[-1]


def _updates(opened: Opened, *, in_steps: bool) -> list[Update]:
    return list(Conversation(lambda: opened, in_steps=in_steps).respond(QUESTION, "ouder", ()))


def test_a_refusal_says_that_a_model_read_in_vain(indexed: Path) -> None:
    refusal = opening.assistant(Settings(data=indexed, own_data=True), print).ask("Wat kost een ijsje in Parijs?")
    assert refusal.refused
    assert "(m) las de stukken" in wording.worded_by(replace(refusal, wording=Wording.MODEL, model="m"))


def test_how_much_of_a_recording_was_found_is_told() -> None:
    told = wording.replayed({"prompt": 3, "missing": 1})
    assert "3 keer dezelfde opdracht" in told and "1 keer niets" in told


@pytest.mark.parametrize("way", Wording)
def test_every_way_to_word_an_answer_is_told(indexed: Path, way: Wording) -> None:
    answer = opening.assistant(Settings(data=indexed, own_data=True), print).ask(QUESTION)
    assert bool(wording.worded_by(replace(answer, wording=way))) is (way is not Wording.QUOTES)
