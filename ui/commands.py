"""What each command does; each gives the exit code."""

from __future__ import annotations

import argparse
import signal
import sys
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import BinaryIO

from tqdm import tqdm

from assistant.answer import Answer
from assistant.assistant import Assistant
from index.generation import Generation, stored_papers
from ingest.document import Document
from ingest.mapped import Mapped, one_by_one
from ingest.notes import Note, Skipped
from ingest.reading import Reading
from ui import batch, examples, messages, opening, terminal, wording
from ui.errors import FolderWithoutPapers, NoMcp, SameFile, check_question
from ui.settings import Settings

DONE, FAILED = 0, 1


def index(settings: Settings, folders: Sequence[Path], *, ray: str | None = None) -> int:
    """Read papers, build the index and say what came of it; with the address of a Ray cluster, its nodes read."""
    try:
        with _workers(ray) as mapped:
            made = _make(settings, folders, mapped=mapped)
    except FolderWithoutPapers as error:
        _say_skipped(error.skipped)
        raise
    generation = made.generation
    print(f"{wording.counted(len(generation.documents), 'stuk', 'stukken')} gelezen: ", end="")
    print(f"{wording.per_kind(generation.documents)}.")
    if made.before:
        print(f"Sinds de vorige keer: {_told(opening.changes(made.before, generation.documents))}.")
    print(f"{wording.counted(len(generation.passages), 'passage', 'passages')} in de zoekindex in {settings.data}.")
    for note in made.reading.notes:
        print(f"Let op: {messages.note(note)}")
    _say_skipped(made.reading.skipped)
    _say_stale(settings, generation.document_of)
    return DONE


def watch(settings: Settings, folders: Sequence[Path]) -> int:
    """Keep the index up to date with folders until somebody stops it.

    Raises:
        FolderMissing: A folder does not exist.
        DataInFolder: The index would lie in one.
    """
    from ui.watching import follow

    opening.check_watchable(settings, folders)
    said: set[str] = set()  # what was told of files with the build before: it is not told with every build

    def say(notes: Sequence[Note], skipped: Sequence[Skipped]) -> None:
        nonlocal said
        lines = [*(f"Let op: {messages.note(note)}" for note in notes), *map(_skipped, skipped)]
        for line in lines:
            if line not in said:
                announce(line)
        said = set(lines)

    def build(passed_over: Collection[Path]) -> None:
        try:
            made = _make(settings, folders, passed_over)
        except FolderWithoutPapers as error:
            say((), error.skipped)
            raise
        found = opening.changes(made.before, made.generation.documents)
        if found.new or found.changed or found.gone:
            print(f"{datetime.now():%H.%M} uur: {_told(found)}.", flush=True)
        say(made.reading.notes, made.reading.skipped)
        _say_stale(settings, made.generation.document_of)

    signal.signal(signal.SIGTERM, signal.default_int_handler)  # as Ctrl+C: a build that is broken off tidies up
    try:
        follow(folders, build, announce)
    except KeyboardInterrupt:
        announce("De map wordt niet meer gevolgd. De zoekindex blijft zoals hij is.")
    return DONE


def stale(settings: Settings) -> int:
    """List the approved answers of the helpdesk of which a source changed or disappeared."""
    from assistant.desk.answer_bank import approved_in, kept_in
    from assistant.desk.answer_bank import stale as outdated

    papers = {document.identifier: document for document in stored_papers(settings.data)}
    approved = approved_in(kept_in(settings.data))
    print(terminal.wrap(terminal.stale(outdated(approved, papers), len(approved)), terminal.width()))
    return DONE


def ask(settings: Settings, question: str, *, history: Sequence[str], persona: str) -> int:
    """Answer one question."""
    asked = check_question(question)
    assistant = opening.assistant(settings, announce)
    answer = assistant.ask(asked, history=history, persona=persona)
    print(terminal.render(answer, today=date.today(), columns=terminal.width()))
    return DONE


def ask_batch(settings: Settings, source: str, target: str) -> int:
    """Answer a file of questions, one JSON object per line."""
    if source != "-" and target != "-" and Path(target).exists() and Path(source).samefile(target):
        raise SameFile(f"{source} and {target} are one file")
    failed = 0
    with _lines(source) as lines:
        assistant = opening.assistant(settings, announce)

        def answer(request: batch.Request) -> Answer:
            return assistant.ask(request.question, history=request.history, persona=request.persona)

        with _target(target) as out, tqdm(unit=" vraag", leave=False, disable=target == "-" or None) as shown:
            for record in batch.answer_lines(lines, answer):
                failed += "error" in record
                out.write(batch.as_line(record))
                out.flush()
                shown.update()
    if failed:
        lines_failed = wording.counted(failed, "regel kreeg", "regels kregen")
        print(f"{lines_failed} geen antwoord; zie het veld „error”.", file=sys.stderr)
    return FAILED if failed else DONE


def chat(settings: Settings, *, port: int | None, browser: bool, ray: str | None, replicas: int) -> int:
    """Serve the chat page until somebody stops it; with the address of a Ray cluster, by replicas on its nodes."""
    if ray:
        from ingest.cluster.joined import joined

        opening.current(settings, announce)  # makes the first one, and says so where there is none that opens
        with joined(ray):
            from ui import replicas as replicated  # late: Ray must know its settings before it is imported

            signal.signal(signal.SIGTERM, signal.default_int_handler)  # Ray has taken it: as Ctrl+C
            replicated.serve(settings, replicas=replicas, port=port, announce=announce)
        return DONE
    from ui.serve import serve

    signal.signal(signal.SIGTERM, signal.default_int_handler)  # as Ctrl+C: no temporary folder is left
    serve(settings, port=port, browser=browser, announce=announce)
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
    from ui.following import Following
    from ui.service import Service
    from ui.wordless import errors_without_words

    with errors_without_words(), Following(opening.opened(settings, announce), settings, announce) as following:
        mcp_server.build(Service(following.now)).run()
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
        every=given.every,
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
    with bar("Vragen stellen", " vraag") as progress:
        measured = measure(settings, wanted, progress, announce)
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
    generation = opening.current(settings, announce)
    print(terminal.wrap(terminal.status(generation, settings.data, settings.llm), terminal.width()))
    return DONE


@contextmanager
def bar(what: str, unit: str) -> Iterator[Callable[[int, int], None]]:
    """A progress bar on the error stream, only where a person looks at it."""
    with tqdm(desc=what, unit=unit, leave=False, disable=None) as shown:

        def progress(done: int, total: int) -> None:
            shown.total = total
            shown.update(done - shown.n)

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


def announce(line: str) -> None:
    """Tell a person something beside the outcome, which may be going elsewhere."""
    print(line, file=sys.stderr)


def _say_skipped(skipped: Sequence[Skipped]) -> None:
    for one in skipped:
        print(_skipped(one), file=sys.stderr)


def _skipped(one: Skipped) -> str:
    return f"Overgeslagen: {one.file}: {messages.skip_reason(one.reason, one.detail)}"


def _say_stale(settings: Settings, papers: Mapping[str, Document]) -> None:
    from assistant.desk.answer_bank import approved_in, kept_in
    from assistant.desk.answer_bank import stale as outdated

    number = len(outdated(approved_in(kept_in(settings.data)), papers))
    if number:
        answers = wording.counted(number, "goedgekeurd antwoord heeft", "goedgekeurde antwoorden hebben")
        print(f"Let op: {answers} een bron die veranderd of weg is. Bekijk ze met: passend stale", flush=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Made:
    """An index that was just made."""

    reading: Reading
    before: tuple[Document, ...]  # the papers of the index that was current until then
    generation: Generation


def _make(
    settings: Settings, folders: Sequence[Path], passed_over: Collection[Path] = (), mapped: Mapped = one_by_one
) -> _Made:
    remembered = opening.remembered(settings)
    reading = opening.gather(opening.folders_to_read(settings, folders), remembered, passed_over, mapped)
    before = opening.papers_before(settings)
    with bar("Zoekindex maken", " passage") as progress:
        generation = opening.build(settings, reading.documents, progress, mapped)
    remembered.forget_unused()
    examples.keep(examples.checked(Assistant(generation), generation), generation, settings.data)
    return _Made(reading=reading, before=before, generation=generation)


@contextmanager
def _workers(ray: str | None) -> Iterator[Mapped]:
    """What reads and embeds: this process, or the nodes of a Ray cluster."""
    if ray is None:
        yield one_by_one
        return
    from ingest.cluster import joined, tasks

    with joined.joined(ray):
        yield tasks.mapped


def _lines(source: str) -> AbstractContextManager[BinaryIO]:
    return nullcontext(sys.stdin.buffer) if source == "-" else Path(source).open("rb")


def _target(target: str) -> AbstractContextManager[BinaryIO]:
    return nullcontext(sys.stdout.buffer) if target == "-" else Path(target).open("wb")
