"""``passend eval``: ask all questions of the sets and of invented worlds, and hold the outcome against the levels."""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from assistant.word.answering import Writer
from eval import beside, gate, history, injections, page, report
from eval import items as question_sets
from eval.gate import Shortfall
from eval.history import Past
from eval.items import APART, INVENTED, ItemSet
from eval.recorded import Recorder, Replay
from eval.run import Run
from eval.subject import Part, measure
from eval.worlds import World, make
from index import embedder as embedders
from index.embedder import Embedder
from ui import opening
from ui.errors import NothingToMeasure, NothingToRecord
from ui.settings import Settings

SETS = Path(question_sets.__file__).with_name("sets")
ROOT = Path(question_sets.__file__).parent.parent
WORLDS = 3  # asked where nothing else is said: enough to tell, and done in seconds

Progress = Callable[[int, int], None]


def usual_sets() -> list[Path]:
    """The question sets that are asked where none is named."""
    return sorted(file for file in SETS.glob("*.jsonl") if file.stem not in APART)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What is to be measured and where the outcome goes besides the terminal."""

    questions: Path | None = None  # one question set; None: all that are shipped
    papers: Path | None = None  # the official papers that the set ``papers`` asks over
    samples: Path | None = None  # the papers of other dossiers that the set ``samples`` asks over
    every: int = 1  # of the questions of each kind over papers, the first of every so many
    worlds: int | None = None  # invented worlds; None: as many as usual, or none with a set of one's own
    seed: int = 0  # of the first world; the others follow
    full: bool = False  # other pipelines, ways of typing and a cold start too
    update_levels: bool = False
    html: Path | None = None
    json: Path | None = None
    history: Path | None = None  # runs are added to it
    record: Path | None = None  # what the language model says is kept in this folder
    replay: Path | None = None  # what a language model said before is played back from this folder


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """The outcome as text, and whether it reached the recorded levels."""

    text: str
    reached: bool
    left_out: int  # questions over papers that were not given
    replayed: Mapping[str, int]  # exchanges with a recorded language model, by how they were found; empty without one


def evaluate(settings: Settings, wanted: Wanted, progress: Progress, announce: Callable[[str], None]) -> Measured:
    """Measure, write what was asked for, and compare with the levels.

    Raises:
        NothingToMeasure: No question is left to ask.
        NothingToRecord: No language model is set.
        RecordingFault: What is to be played back is not there, or cannot be read.
    """
    runs = history.read(wanted.history) if wanted.history else []
    files = [wanted.questions] if wanted.questions else usual_sets()
    items = [item for file in files for item in question_sets.load(file)]
    given = {ItemSet.BUILTIN: opening.BUILTIN, ItemSet.PAPERS: wanted.papers, ItemSet.SAMPLES: wanted.samples}
    parts = [
        Part(items=asked, folders=[folder])
        for name, folder in given.items()
        if folder and (asked := question_sets.sampled([item for item in items if item.set is name], wanted.every))
    ]
    worlds = _worlds(wanted)
    if not parts and not worlds:
        raise NothingToMeasure("no question over papers that are here")
    embedder = embedders.load(settings.embedder)
    writer = _writer(settings, wanted, announce)
    run = _run(parts, worlds, embedder, writer, progress)
    # A set of one's own need not reach what the shipped sets reached, nor may it move their levels.
    shortfalls = [] if wanted.questions else _held(run, wanted)
    if wanted.history:
        runs.append(_past(run))
        history.add(wanted.history, runs[-1])
    others = beside.measure(_main(parts), embedder=embedder, model=settings.embedder) if wanted.full and parts else None
    _write(run, wanted, shortfalls, others, runs)
    return Measured(
        text=report.as_text(run, shortfalls=shortfalls, beside=others),
        reached=not shortfalls,
        left_out=sum(not given.get(item.set) for item in items),
        replayed=writer.counts if isinstance(writer, Replay) else {},
    )


def _writer(settings: Settings, wanted: Wanted, announce: Callable[[str], None]) -> Writer | None:
    """The language model that answers: the one that is set, recorded or not, or what was recorded before."""
    if wanted.replay:
        return Replay(wanted.replay)
    model = opening.language_model(settings, announce)
    if wanted.record is None:
        return model
    if model is None:
        raise NothingToRecord("set PASSEND_LLM to the language model that is to be recorded")
    return Recorder(model, wanted.record)


def _main(parts: Sequence[Part]) -> Part:
    """The part that other pipelines are held against: the official papers, or what there is."""
    return next((part for part in parts if part.items[0].set is ItemSet.PAPERS), parts[0])


def _worlds(wanted: Wanted) -> list[World]:
    usual = 0 if wanted.questions else WORLDS
    count = usual if wanted.worlds is None else wanted.worlds
    return [make(seed) for seed in range(wanted.seed, wanted.seed + count)]


def _run(
    parts: Sequence[Part], worlds: Sequence[World], embedder: Embedder, writer: Writer | None, progress: Progress
) -> Run:
    with tempfile.TemporaryDirectory(prefix="passend-worlds-") as place:
        invented = []
        for world in worlds:
            folder = Path(place, str(world.seed))
            world.write(folder)
            invented.append(Part(items=world.items, folders=[folder]))
        asked = measure([*parts, *invented], embedder=embedder, writer=writer, progress=progress)
    hidden = injections.measure(worlds, embedder) if worlds else []
    return Run(results=(*asked.results, *hidden))


def _held(run: Run, wanted: Wanted) -> list[Shortfall]:
    levels, usual = gate.read_levels(), wanted.worlds in (None, WORLDS) and wanted.seed == 0
    # Levels are recorded over the usual worlds; others may be harder.
    held = Run(results=tuple(result for result in run.results if usual or result.item.set not in INVENTED))
    if wanted.update_levels:
        levels = gate.update_levels(held, levels)
        gate.LEVELS.write_text(gate.as_toml(levels), encoding="utf-8")
    return gate.check(held, levels)


def _past(run: Run) -> Past:
    return history.past(run, commit=_commit(), date=f"{datetime.now(UTC):%Y-%m-%d}")


def _commit() -> str:
    """The commit of the program that is measured; "" where it is not run from its repository."""
    asked = ["git", "-C", str(ROOT), "rev-parse", "HEAD"]
    try:
        return subprocess.run(asked, check=True, capture_output=True, text=True).stdout.strip()
    except (OSError, subprocess.CalledProcessError):
        return ""


def _write(
    run: Run, wanted: Wanted, shortfalls: Sequence[Shortfall], others: beside.Beside | None, runs: Sequence[Past]
) -> None:
    if wanted.html:
        title = "Meting vraagbaak passend onderwijs"
        words = page.as_html(run, title=title, shortfalls=shortfalls, beside=others, runs=runs)
        wanted.html.write_text(words, encoding="utf-8")
    if wanted.json:
        record = report.as_json(run, shortfalls=shortfalls, beside=others)
        wanted.json.write_text(record, encoding="utf-8")
