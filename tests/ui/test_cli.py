"""``passend`` on invented papers: what it says, how it ends, and what it leaves alone."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.index.test_embedder import write_static_model
from tests.ui.conftest import PAPERS, Passend

QUESTION = "Hoeveel gemeenten doen mee aan de proef met reisbegeleiders?"
HEAVY = ("torch", "gradio", "chromadb", "llama_index", "numpy", "sentence_transformers")


def is_one_sentence(text: str) -> bool:
    return len(text.splitlines()) == 1 and text.strip()[0].isupper() and "Traceback" not in text


def test_the_help_comes_in_dutch_without_loading_what_is_heavy() -> None:
    program = (
        "import sys\nfrom ui.cli import main\n"
        "try:\n    main(['--help'])\nexcept SystemExit as stop:\n    assert stop.code == 0\n"
        f"print(sorted(set({HEAVY}) & set(sys.modules)))"
    )
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert ran.stdout.splitlines()[-1] == "[]"
    assert ran.stdout.startswith("gebruik: passend")
    assert "show this help" not in ran.stdout


def test_a_crash_leaves_no_image_of_the_memory() -> None:
    resource = pytest.importorskip("resource")
    program = (
        "import resource\nfrom ui.cli import main\n"
        "try:\n    main(['--help'])\nexcept SystemExit:\n    print(resource.getrlimit(resource.RLIMIT_CORE)[0])"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        check=True,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CORE, resource.getrlimit(resource.RLIMIT_CORE)[1:] * 2),
    )
    assert ran.stdout.splitlines()[-1] == "0"


@pytest.mark.skipif(sys.platform == "win32", reason="has other pipes")
def test_output_that_nobody_reads_any_more_ends_in_silence() -> None:
    """Python itself would write it once more when it ends, complain in English and end with 120."""
    reading, writing = os.pipe()
    os.close(reading)
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    command = [sys.executable, "-m", "ui", "--version"]
    ran = subprocess.run(command, stdout=writing, stderr=subprocess.PIPE, env=environment, check=False)
    os.close(writing)
    assert (ran.returncode, ran.stderr) == (1, b"")


@pytest.mark.skipif(sys.platform == "win32", reason="has other streams")
@pytest.mark.parametrize(("argument", "code"), [("--help", 0), ("--onbekend", 2)])
def test_a_command_whose_output_is_closed_ends_as_it_would(argument: str, code: int) -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "ui", argument], stderr=subprocess.PIPE, preexec_fn=lambda: os.close(1), check=False
    )
    assert (ran.returncode, b"Traceback" in ran.stderr) == (code, False)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="has no disk that is always full")
def test_a_full_disk_under_the_output_is_told_in_dutch() -> None:
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    command = [sys.executable, "-m", "ui", "--version"]
    with Path("/dev/full").open("wb") as full:
        ran = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, env=environment, text=True, check=False)
    assert ran.returncode == 1
    assert ran.stderr.startswith("Wat ik te zeggen heb, is niet te schrijven")


def test_indexing_tells_what_was_read_and_what_was_skipped_and_why(passend: Passend, tmp_path: Path) -> None:
    papers = tmp_path / "papers"
    shutil.copytree(PAPERS, papers)
    (papers / "leeg.txt").write_bytes(b"")
    (papers / "foto.txt").write_bytes(bytes(range(256)) * 8)
    ran = passend("index", papers, "--data", tmp_path / "data")
    assert ran.code == 0
    assert ran.out.startswith("4 stukken gelezen: ")
    assert "1 beslisnota" in ran.out
    assert "in de zoekindex in" in ran.out
    assert "Overgeslagen: foto.txt: dit is geen tekst" in ran.err
    assert "Overgeslagen: leeg.txt: het bestand is leeg" in ran.err


def test_indexing_again_tells_what_is_new_changed_the_same_and_gone(passend: Passend, tmp_path: Path) -> None:
    papers = tmp_path / "papers"
    shutil.copytree(PAPERS, papers)
    first = passend("index", papers, "--data", tmp_path / "data")
    assert "Sinds de vorige keer" not in first.out
    assert "Sinds de vorige keer: 4 stukken ongewijzigd.\n" in passend("index", papers, "--data", tmp_path / "data").out
    one, other = sorted(papers.glob("*.txt"))[:2]
    one.write_text(one.read_text(encoding="utf-8") + "\nNog een zin.\n", encoding="utf-8")
    other.unlink()
    (papers / "nieuw.txt").write_text("Geachte voorzitter,\n\nDe veerboot vaart weer.\n", encoding="utf-8")
    ran = passend("index", papers, "--data", tmp_path / "data")
    assert "Sinds de vorige keer: 1 stuk nieuw, 1 gewijzigd, 2 ongewijzigd, 1 weg.\n" in ran.out


def test_the_same_paper_in_two_forms_is_told(passend: Passend, tmp_path: Path) -> None:
    papers = tmp_path / "papers"
    papers.mkdir()
    text = "Geachte voorzitter,\n\nDe veerboot vaart weer tussen het dorp en het eiland, elke dag vier keer.\n"
    (papers / "a.txt").write_text(text, encoding="utf-8")
    (papers / "b.html").write_text(f"<html><body><p>{text}</p></body></html>", encoding="utf-8")
    ran = passend("index", papers, "--data", tmp_path / "data")
    assert ran.out.startswith("1 stuk gelezen")
    assert "Let op: a.txt is hetzelfde stuk als b.html, in een minder officiële vorm. b.html telt." in ran.out


def test_a_paper_in_latin_1_is_read_with_its_accents(passend: Passend, tmp_path: Path) -> None:
    papers = tmp_path / "papers"
    papers.mkdir()
    letter = (
        "Geachte voorzitter,\n\nEr zijn 7 cafés waar ouders elkaar kunnen ontmoeten. De coördinatie ligt bij ons.\n"
    )
    (papers / "brief.txt").write_bytes(letter.encode("latin-1"))
    assert passend("index", papers, "--data", tmp_path / "data").code == 0
    assert "7 cafés" in passend("ask", "Hoeveel cafés zijn er voor ouders?", "--data", tmp_path / "data").out


def test_a_question_gets_a_quote_with_its_citation(passend: Passend, indexed: Path) -> None:
    ran = passend("ask", QUESTION, "--data", indexed)
    assert (ran.code, ran.err) == (0, "")
    assert "58" in ran.out
    assert "Bronnen" in ran.out
    assert "29 876" in ran.out
    assert "21 mei 2024" in ran.out


def test_an_earlier_question_completes_a_later_one(passend: Passend, indexed: Path) -> None:
    ran = passend("ask", "En wie onderzoekt dat?", "--history", QUESTION, "--data", indexed)
    assert ran.code == 0
    assert "Ik begreep uw vraag als:" in ran.out


def test_what_the_papers_do_not_tell_is_refused_and_that_is_no_failure(passend: Passend, indexed: Path) -> None:
    ran = passend("ask", "Hoe hoog is de kinderbijslag?", "--data", indexed)
    assert ran.code == 0
    assert "Dit vond ik niet in de stukken die ik ken." in " ".join(ran.out.split())


def test_status_names_the_papers_the_span_and_the_models(passend: Passend, indexed: Path) -> None:
    ran = passend("status", "--data", indexed)
    assert ran.code == 0
    told = " ".join(ran.out.split())  # lines are broken at the width of the screen
    assert "Ik ken 4 stukken, van 12 maart 2024 tot en met 18 juni 2024 (1 stuk heeft geen datum)" in told
    assert "kst-29876-61" in ran.out
    assert "Taalmodel: geen" in told
    assert str(indexed) in ran.out


def empty(folder: Path) -> None:
    folder.mkdir()


def only_unreadable(folder: Path) -> None:
    folder.mkdir()
    (folder / "niets.txt").write_bytes(b"")


def only_words_that_say_nothing(folder: Path) -> None:
    folder.mkdir()
    (folder / "woorden.txt").write_text("De het een is van en het in.\n", encoding="utf-8")


def missing(folder: Path) -> None:
    pass


@pytest.mark.parametrize(
    ("make", "told"),
    [
        (empty, "geen stukken"),
        (only_unreadable, "geen stukken"),
        (only_words_that_say_nothing, "geen stukken met tekst"),
        (missing, "bestaat niet of is geen map"),
    ],
)
def test_a_folder_without_papers_changes_nothing(
    passend: Passend, indexed: Path, tmp_path: Path, make: Callable[[Path], None], told: str
) -> None:
    make(tmp_path / "map")
    before = (indexed / "index" / "current").read_text()
    ran = passend("index", tmp_path / "map", "--data", indexed)
    assert ran.code == 1
    assert told in ran.err.splitlines()[-1]
    assert is_one_sentence(ran.err.splitlines()[-1])
    assert (indexed / "index" / "current").read_text() == before
    assert "58" in passend("ask", QUESTION, "--data", indexed).out


@pytest.mark.parametrize("command", [("ask", QUESTION), ("status",), ("chat", "--no-browser")])
def test_without_an_index_every_command_says_how_to_make_one(
    passend: Passend, tmp_path: Path, command: tuple[str, ...]
) -> None:
    ran = passend(*command, "--data", tmp_path)
    assert (ran.code, ran.out) == (1, "")
    assert ran.err == "Er is nog geen zoekindex in deze map. Maak hem eerst met: passend index\n"


def generation(data: Path) -> Path:
    return next((data / "index" / "generations").iterdir())


def cut_in_half(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


DAMAGE: dict[str, Callable[[Path], object]] = {
    "an empty pointer": lambda data: (data / "index" / "current").write_bytes(b""),
    "a pointer that is no text": lambda data: (data / "index" / "current").write_bytes(b"\xff\x00"),
    "half a manifest": lambda data: cut_in_half(generation(data) / "manifest.json"),
    "half of the passages": lambda data: cut_in_half(generation(data) / "passages.jsonl"),
    "half a database": lambda data: cut_in_half(next(generation(data).rglob("*.sqlite3"))),
    "no words": lambda data: shutil.rmtree(generation(data) / "lexical"),
    "no papers": lambda data: shutil.rmtree(generation(data) / "documents"),
    "no generation": lambda data: shutil.rmtree(generation(data)),
}


@pytest.mark.parametrize("damage", DAMAGE)
def test_a_half_written_index_is_recognised(passend: Passend, indexed: Path, tmp_path: Path, damage: str) -> None:
    data = tmp_path / "data"
    shutil.copytree(indexed, data)
    DAMAGE[damage](data)
    ran = passend("ask", QUESTION, "--data", data)
    assert (ran.code, ran.out) == (1, "")
    assert "beschadigd of half geschreven" in ran.err
    assert is_one_sentence(ran.err)


def test_a_damaged_index_is_made_anew(passend: Passend, indexed: Path, tmp_path: Path) -> None:
    data = tmp_path / "data"
    shutil.copytree(indexed, data)
    cut_in_half(generation(data) / "passages.jsonl")
    assert passend("index", PAPERS, "--data", data).code == 0
    assert "58" in passend("ask", QUESTION, "--data", data).out


def test_an_index_of_another_model_is_refused(
    passend: Passend, indexed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PASSEND_EMBEDDER", str(write_static_model(tmp_path / "klein")))
    ran = passend("ask", QUESTION, "--data", indexed)
    assert ran.code == 1
    assert "met een ander taalmodel gemaakt" in ran.err
    monkeypatch.undo()
    assert passend("ask", QUESTION, "--data", indexed).code == 0


@pytest.mark.parametrize(
    ("setting", "command"),
    [("PASSEND_RERANKER", ("ask", QUESTION)), ("PASSEND_EMBEDDER", ("index", PAPERS))],
)
def test_a_model_that_is_not_there_is_told_in_a_sentence_and_leaves_the_index_as_it_was(
    passend: Passend,
    indexed: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    setting: str,
    command: tuple[str, ...],
) -> None:
    monkeypatch.setenv(setting, str(tmp_path / "geen-model"))
    ran = passend(*command, "--data", indexed)
    assert ran.code == 1
    assert setting in ran.err
    assert is_one_sentence(ran.err)
    monkeypatch.undo()
    assert passend("ask", QUESTION, "--data", indexed).code == 0


@pytest.mark.parametrize(
    ("question", "told"),
    [("waarom " * 15_000, "hoogstens 2.000 tekens"), ("", "Er staat geen vraag."), ("?!", "Er staat geen vraag.")],
    ids=["100.000 characters", "empty", "no letter"],
)
def test_what_is_no_question_is_told_so(passend: Passend, indexed: Path, question: str, told: str) -> None:
    ran = passend("ask", question, "--data", indexed)
    assert (ran.code, ran.out) == (1, "")
    assert told in ran.err
    assert is_one_sentence(ran.err)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("ask", QUESTION, "--persona", "koning"), "'koning' kan niet, kies uit"),
        (("ask",), "een van deze is nodig"),
        (("ask", QUESTION, "--jsonl", "-"), "kan niet samen met"),
        (("vlieg",), "'vlieg' kan niet, kies uit"),
        (("eval", "--every", "0"), "kies een getal vanaf 1"),
        (("chat", "--port", "0"), "kies een getal van 1 tot en met 65535"),
        (("ask", QUESTION, "--out", "uit.jsonl"), "--out hoort bij --jsonl"),
        (("ask", "--jsonl", "-", "--history", QUESTION), "staan bij --jsonl in het bestand"),
        (("ask", "--jsonl", "-", "--persona", "kamer"), "staan bij --jsonl in het bestand"),
        (("chat", "--replicas", "2"), "--replicas hoort bij --ray"),
        (("fetch", "--facts", "--dossier", "31497"), "kan niet worden gekozen"),
        (("fetch", "--check", "--dry-run"), "kan niet worden gekozen"),
        (("fetch", "--facts", "--update"), "kan niet samen met"),
        (("fetch", "--facts", "--record", "gezegd.json"), "--record hoort niet bij --facts"),
        (("fetch", "--check", "--to", "map"), "--to hoort niet bij --check"),
        (("eval", "--set", "vragen.jsonl", "--update-levels"), "--update-levels hoort bij alle vragen"),
        (("eval", "--llm-record", "a", "--llm-replay", "b"), "kan niet samen met"),
        (("--data", "", "status"), "noem een map"),
    ],
)
def test_wrong_use_ends_with_two(passend: Passend, arguments: tuple[str, ...], told: str) -> None:
    ran = passend(*arguments)
    assert (ran.code, ran.out) == (2, "")
    assert told in ran.err


def test_the_technical_cause_shows_with_debug_alone(passend: Passend, tmp_path: Path) -> None:
    assert "Traceback" not in passend("status", "--data", tmp_path).err
    assert "IndexMissing" in passend("--debug", "status", "--data", tmp_path).err


def test_a_wrong_setting_is_named(passend: Passend, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PASSEND_PROT", "80")
    ran = passend("status")
    assert (ran.code, ran.err) == (1, "De instelling „prot” bestaat niet.\n")
