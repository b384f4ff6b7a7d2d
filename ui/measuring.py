"""``passend eval``: ask all questions of the sets, hold the outcome against the recorded levels."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from eval import gate, page, report
from eval import items as question_sets
from eval.items import ItemSet
from eval.subject import measure
from index import embedder as embedders
from ui.errors import NothingToMeasure
from ui.opening import BUILTIN
from ui.settings import Settings

SETS = Path(question_sets.__file__).with_name("sets")

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What is to be measured and where the outcome goes besides the terminal."""

    questions: Path | None = None  # one question set; None: all that are shipped
    papers: Path | None = None  # the official papers that the set ``papers`` asks over
    samples: Path | None = None  # the papers of other dossiers that the set ``samples`` asks over
    update_levels: bool = False
    html: Path | None = None
    json: Path | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """The outcome as text, and whether it reached the recorded levels."""

    text: str
    reached: bool
    left_out: int  # questions over papers that were not given


def evaluate(settings: Settings, wanted: Wanted, progress: Progress) -> Measured:
    """Measure, write what was asked for, and compare with the levels.

    Raises:
        NothingToMeasure: No question is left to ask.
    """
    files = [wanted.questions] if wanted.questions else sorted(SETS.glob("*.jsonl"))
    items = [item for file in files for item in question_sets.load(file)]
    given = {ItemSet.BUILTIN: BUILTIN, ItemSet.PAPERS: wanted.papers, ItemSet.SAMPLES: wanted.samples}
    folders = {name: [folder] for name, folder in given.items() if folder}
    run = measure(items, folders, embedder=embedders.load(settings.embedder), progress=progress)
    if not run.results:
        raise NothingToMeasure("no question over papers that are here")
    levels = gate.read_levels()
    if wanted.update_levels:
        levels = gate.update_levels(run, levels)
        gate.LEVELS.write_text(gate.as_toml(levels), encoding="utf-8")
    # A set of one's own need not reach what the shipped sets reached.
    shortfalls = [] if wanted.questions else gate.check(run, levels)
    if wanted.html:
        words = page.as_html(run, title="Meting vraagbaak passend onderwijs", shortfalls=shortfalls)
        wanted.html.write_text(words, encoding="utf-8")
    if wanted.json:
        wanted.json.write_text(report.as_json(run, shortfalls=shortfalls), encoding="utf-8")
    return Measured(
        text=report.as_text(run, shortfalls=shortfalls),
        reached=not shortfalls,
        left_out=len(items) - len(run.results),
    )
