"""What each command does; each gives the exit code."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from datetime import date
from pathlib import Path
from typing import BinaryIO

from tqdm import tqdm

from assistant.answer import Answer
from ingest.notes import Skipped
from ui import batch, messages, opening, terminal, wording
from ui.errors import FolderWithoutPapers, NoMcp, SameFile, check_question
from ui.settings import Settings

DONE, FAILED = 0, 1


def index(settings: Settings, folders: Sequence[Path]) -> int:
    """Read papers, build the index and say what came of it."""
    remembered = opening.remembered(settings)
    try:
        reading = opening.gather(opening.folders_to_read(settings, folders), remembered)
    except FolderWithoutPapers as error:
        _say_skipped(error.skipped)
        raise
    before = opening.papers_before(settings)
    with _bar("Zoekindex maken", " passage") as progress:
        generation = opening.build(settings, reading.documents, progress)
    remembered.forget_unused()
    print(f"{wording.counted(len(generation.documents), 'stuk', 'stukken')} gelezen: ", end="")
    print(f"{wording.per_kind(generation.documents)}.")
    if before:
        print(f"Sinds de vorige keer: {_told(opening.changes(before, generation.documents))}.")
    print(f"{wording.counted(len(generation.passages), 'passage', 'passages')} in de zoekindex in {settings.data}.")
    for note in reading.notes:
        print(f"Let op: {messages.note(note)}")
    _say_skipped(reading.skipped)
    return DONE


def ask(settings: Settings, question: str, *, history: Sequence[str], persona: str) -> int:
    """Answer one question."""
    asked = check_question(question)
    assistant = opening.assistant(settings, _announce)
    answer = assistant.ask(asked, history=history, persona=persona)
    print(terminal.render(answer, today=date.today(), columns=terminal.width()))
    return DONE


def ask_batch(settings: Settings, source: str, target: str) -> int:
    """Answer a file of questions, one JSON object per line."""
    if source != "-" and target != "-" and Path(target).exists() and Path(source).samefile(target):
        raise SameFile(f"{source} and {target} are one file")
    failed = 0
    with _lines(source) as lines:
        assistant = opening.assistant(settings, _announce)

        def answer(request: batch.Request) -> Answer:
            return assistant.ask(request.question, history=request.history, persona=request.persona)

        with _target(target) as out, tqdm(unit=" vraag", leave=False, disable=target == "-" or None) as bar:
            for record in batch.answer_lines(lines, answer):
                failed += "error" in record
                out.write(batch.as_line(record))
                out.flush()
                bar.update()
    if failed:
        lines_failed = wording.counted(failed, "regel kreeg", "regels kregen")
        print(f"{lines_failed} geen antwoord; zie het veld „error”.", file=sys.stderr)
    return FAILED if failed else DONE


def chat(settings: Settings, *, port: int | None, browser: bool) -> int:
    """Serve the chat page until somebody stops it."""
    from ui.serve import serve

    serve(settings, port=port, browser=browser, announce=_announce)
    return DONE


def mcp(settings: Settings) -> int:
    """Answer another program over standard input and output until it closes them.

    Raises:
        NoMcp: The package of the protocol is not installed.
    """
    try:
        from ui import mcp_server
    except ModuleNotFoundError as error:
        raise NoMcp("the extra mcp is not installed") from error
    from ui.service import Service

    mcp_server.build(Service(*opening.assistant_and_index(settings, _announce))).run()
    return DONE


def feedback(settings: Settings, out: Path | None) -> int:
    """Show how often each verdict was given; with a file, write all that was kept into it."""
    from ui.feedback import VERDICTS, kept_in, tallied

    kept = kept_in(settings.data)
    counts = tallied(kept)
    given = wording.counted(counts.total(), "oordeel", "oordelen")
    print(f"{given} bewaard: {', '.join(f'{counts[verdict]} {verdict}' for verdict in VERDICTS)}.")
    if out:
        out.write_bytes(b"".join(batch.as_line(record) for record in kept.records()))
    return DONE


def evaluate(settings: Settings, given: argparse.Namespace) -> int:
    """Measure how often answers are right; fails below the recorded levels."""
    from ui.measuring import Wanted
    from ui.measuring import evaluate as measure

    wanted = Wanted(
        questions=given.set,
        papers=given.papers,
        samples=given.samples,
        worlds=given.worlds,
        seed=given.seed,
        full=given.full,
        update_levels=given.update_levels,
        html=given.html,
        json=given.json,
        history=given.history,
        record=given.llm_record,
        replay=given.llm_replay,
    )
    with _bar("Vragen stellen", " vraag") as progress:
        measured = measure(settings, wanted, progress, _announce)
    print(measured.text)
    if measured.replayed:
        print(wording.replayed(measured.replayed))
    if measured.left_out:
        print(
            f"{measured.left_out} vragen over de officiële stukken zijn niet gesteld: geef die stukken met --papers, "
            "en die uit andere dossiers met --samples."
        )
    return DONE if measured.reached else FAILED


def status(settings: Settings) -> int:
    """Show which papers there are, from when to when, and which index."""
    generation = opening.current(settings, _announce)
    print(terminal.wrap(terminal.status(generation, settings.data, settings.llm), terminal.width()))
    return DONE


@contextmanager
def _bar(what: str, unit: str) -> Iterator[Callable[[int, int], None]]:
    """A progress bar on the error stream, only where a person looks at it."""
    with tqdm(desc=what, unit=unit, leave=False, disable=None) as bar:

        def progress(done: int, total: int) -> None:
            bar.total = total
            bar.update(done - bar.n)

        yield progress


def _told(changes: opening.Changes) -> str:
    """The changes in words, what did not occur left out: "3 stukken nieuw, 12 ongewijzigd"."""
    numbers = {
        "nieuw": changes.new,
        "gewijzigd": changes.changed,
        "ongewijzigd": changes.unchanged,
        "weg": changes.gone,
    }
    first, *others = [(number, what) for what, number in numbers.items() if number]
    noun = wording.counted(first[0], "stuk", "stukken")
    return ", ".join([f"{noun} {first[1]}", *(f"{number} {what}" for number, what in others)])


def _announce(line: str) -> None:
    print(line, file=sys.stderr)


def _say_skipped(skipped: Sequence[Skipped]) -> None:
    for one in skipped:
        print(f"Overgeslagen: {one.file}: {messages.skip_reason(one.reason, one.detail)}", file=sys.stderr)


def _lines(source: str) -> AbstractContextManager[BinaryIO]:
    return nullcontext(sys.stdin.buffer) if source == "-" else Path(source).open("rb")


def _target(target: str) -> AbstractContextManager[BinaryIO]:
    return nullcontext(sys.stdout.buffer) if target == "-" else Path(target).open("wb")
