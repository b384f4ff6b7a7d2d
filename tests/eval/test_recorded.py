"""What a model said is kept by its prompt, and played back offline."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.errors import NoAnswer
from eval import recorded
from eval.items import half
from eval.recorded import FILE, GONE, Recorder, RecordingFault, Replay
from eval.subject import Part, measure
from eval.worlds import make
from index import embedder

MATERIAL = "VRAAG: hoe laat?\nVRAGER: ouder\n\n[1] Brief\n1.1 De boot vaart om negen uur.\n1.2 De trein rijdt."
OTHER = "VRAAG: hoe laat?\nVRAGER: ouder\n\n[1] Brief\n1.1 Iets anders.\n1.2 De boot vaart om negen uur."


class Says:
    remote, name = True, "model"

    def __init__(self, text: str, breaks: bool = False) -> None:
        self.text, self.breaks = text, breaks

    def write(self, instructions: str, material: str) -> Iterator[str]:
        assert instructions and material
        yield from self.text
        if self.breaks:
            raise NoAnswer("broke off")


def said(writer: Recorder | Replay, material: str = MATERIAL) -> str:
    return "".join(writer.write("zeg het", material))


def test_the_same_prompt_gets_the_same_words(tmp_path: Path) -> None:
    recorder = Recorder(Says("Om negen uur. [1.1]"), tmp_path)
    assert recorder.remote
    assert said(recorder) == "Om negen uur. [1.1]"
    replay = Replay(tmp_path)
    assert said(replay) == "Om negen uur. [1.1]"
    assert replay.counts == {"prompt": 1}


def test_the_same_question_with_other_sentences_gets_the_words_with_the_new_numbers(tmp_path: Path) -> None:
    said(Recorder(Says("Om negen uur. [1.1]\nDe trein rijdt. [1.2]"), tmp_path))
    replay = Replay(tmp_path)
    assert said(replay, OTHER) == f"Om negen uur. [1.2]\nDe trein rijdt. [{GONE}]"
    assert replay.counts == {"question": 1}


def test_a_sentence_is_the_same_whatever_the_sheet_sets_before_it(tmp_path: Path) -> None:
    before = MATERIAL.replace("1.1 De boot", "1.1 (voornemen) (voetnoot) 2 De boot")
    said(Recorder(Says("Om negen uur. (1.1)\nNIET IN DE STUKKEN 1.2"), tmp_path), before)
    assert said(Replay(tmp_path), OTHER) == f"Om negen uur. (1.2)\nNIET IN DE STUKKEN {GONE}"


def test_what_was_not_recorded_is_no_answer(tmp_path: Path) -> None:
    said(Recorder(Says("Ja. [1.1]"), tmp_path))
    replay = Replay(tmp_path)
    with pytest.raises(NoAnswer):
        said(replay, "VRAAG: iets anders?")
    assert replay.counts == {"missing": 1}


def test_an_exchange_that_breaks_off_is_not_kept(tmp_path: Path) -> None:
    with pytest.raises(NoAnswer):
        said(Recorder(Says("Om", breaks=True), tmp_path))
    assert not (tmp_path / FILE).exists()


def test_a_kept_exchange_holds_the_sentences_that_it_names_and_no_others(tmp_path: Path) -> None:
    said(Recorder(Says("Om negen uur. [1.1]"), tmp_path))
    (kept,) = [json.loads(line) for line in (tmp_path / FILE).read_text(encoding="utf-8").splitlines()]
    assert kept["named"] == {"1.1": "De boot vaart om negen uur."}
    assert "trein" not in json.dumps(kept)


@pytest.mark.parametrize("content", [None, "geen json\n", '{"question": "x"}\n', "[]\n"])
def test_a_recording_that_cannot_be_read_is_told(tmp_path: Path, content: str | None) -> None:
    if content is not None:
        (tmp_path / FILE).write_text(content, encoding="utf-8")
    with pytest.raises(RecordingFault):
        Replay(tmp_path)


def test_a_capable_model_that_was_recorded_answers_an_invented_world(tmp_path: Path) -> None:
    """The whole way with what a large model really wrote: found, read, proven, told, judged."""
    world = make(0)
    world.write(tmp_path)
    replay = Replay(Path(recorded.__file__).parent / "recordings" / "large")
    items = [item for item in world.items if half(item.id) == "open"]
    run = measure([Part(items=items, folders=[tmp_path])], embedder=embedder.load(), writer=replay)
    alone = sum(bool(item.rewrite) for item in items)  # turns that are asked once more as questions of their own
    assert replay.counts["missing"] <= alone
    assert sum(result.verdict.right for result in run.results) >= 0.92 * len(items)
    assert all(result.exact in {True, None} for result in run.results)
