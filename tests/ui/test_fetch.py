"""``passend fetch`` on the sources on the loopback: what it says and how it ends."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from eval.loopback import Fault, Sources, filled, serving
from ingest.sources.listed import Wanted
from ingest.sources.store import Store
from tests.ui.conftest import Passend
from ui import fetch_options

ORDER = ("--dossier", "99497", "--since", "2024-01-01")


@pytest.fixture
def sources(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Sources]:
    with serving(filled(2)) as served:
        monkeypatch.setenv("PASSEND_SOURCES", str(served.toml(tmp_path / "sources.toml")))
        yield served


def test_every_kind_that_the_sources_know_can_be_asked_for() -> None:
    assert tuple(Wanted) == fetch_options.KINDS


def test_what_came_is_told_and_where_it_is(passend: Passend, sources: Sources, tmp_path: Path) -> None:
    del sources
    ran = passend("fetch", *ORDER, "--query", "veerboot", "--data", tmp_path)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines() == [
        "officielebekendmakingen.nl: 5 nieuw.",
        "de Tweede Kamer: 2 nieuw, 1 ongewijzigd.",
        "de Tweede Kamer: 2 feiten (stemmingen en toezeggingen).",
        "open.overheid.nl: 1 nieuw.",
        f"De stukken staan in {tmp_path / 'stukken'}. Werk de zoekindex bij met: passend index {tmp_path / 'stukken'}",
    ]
    again = passend("fetch", "--update", "--data", tmp_path)
    assert "officielebekendmakingen.nl: geen stukken." in again.out
    shown = passend("fetch", "--facts", "--data", tmp_path).out
    assert shown.startswith("Volgens de Tweede Kamer (12 maart 2024, https://www.tweedekamer.nl/")
    assert "motie kst-99497-9, „Motie over een tweede veerboot”: Aangenomen. voor: Partij A, Partij C" in shown


def test_a_dry_run_tells_how_much_and_fetches_nothing(passend: Passend, sources: Sources, tmp_path: Path) -> None:
    ran = passend("fetch", *ORDER, "--dry-run", "--data", tmp_path)
    assert ran.out.splitlines()[:2] == [
        "officielebekendmakingen.nl: 4 nieuw, 0 gewijzigd, 0 ongewijzigd; ongeveer 0,1 MB.",
        "de Tweede Kamer: 3 nieuw, 0 gewijzigd, 0 ongewijzigd; ongeveer 0,1 MB.",
    ]
    assert "Kamervragen en Woo-stukken horen bij geen dossier" in ran.out
    assert Store(tmp_path / "stukken").records() == {}
    assert not [path for _, path, _ in sources.asked if "resource" in path]


def test_each_failure_has_a_line_and_the_exit_code_tells(passend: Passend, sources: Sources, tmp_path: Path) -> None:
    sources.faults["kst-99497-2.xml"] = [Fault(body=b"<html/>")]
    sources.faults["/odata/Document?"] = [Fault(body=b"{}")]
    ran = passend("fetch", *ORDER, "--data", tmp_path)
    assert ran.code == 1
    assert ran.err.splitlines() == [
        "Niet opgehaald: kst-99497-2: Het bestand van officielebekendmakingen.nl is niet heel of niet wat het hoort te "
        "zijn, dus bewaar ik het niet.",
        "Niet opgehaald: de Tweede Kamer geeft iets anders dan ik ken, dus daarvan neem ik niets over. Kijk wat er "
        "anders is met: passend fetch --check",
    ]


def test_a_check_names_what_differs_and_writes_down_what_was_said(
    passend: Passend, sources: Sources, tmp_path: Path
) -> None:
    record = tmp_path / "zei.jsonl"
    assert passend("fetch", "--check", "--record", record, "--data", tmp_path).code == 0
    sources.faults["$metadata"] = [Fault(body=b'<Schema><EntityType Name="Document"/></Schema>')]
    ran = passend("fetch", "--check", "--record", record, "--data", tmp_path)
    assert ran.code == 1
    assert "de Tweede Kamer, velden: de Tweede Kamer geeft iets anders dan ik ken" in ran.out
    assert "Document has no Id" in ran.out
    assert "open.overheid.nl, bestand: goed" in ran.out
    exchanges = [json.loads(line) for line in record.read_text(encoding="utf-8").splitlines()]
    assert any('EntityType Name="Document"' in one["text"] for one in exchanges)
    assert str(tmp_path) not in record.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--since", "2024-01-01"), "Noem een dossier of woorden"),
        (("--dossier", "99497"), "Zeg vanaf welke dag"),
        (("--update",), "is nog niets opgehaald"),
        (("--update", "--dossier", "99497"), "Noem er geen dossier"),
        (("--dossier", "vijf", "--since", "2024-01-01"), "een dossier is een getal van vijf cijfers"),
        (("--dossier", "99497", "--since", "31-31-2024"), "schrijf een datum als 2024-01-31"),
    ],
)
def test_an_order_that_is_not_complete_is_asked_for(
    passend: Passend, tmp_path: Path, arguments: tuple[str, ...], said: str
) -> None:
    ran = passend("fetch", *arguments, "--data", tmp_path)
    assert ran.code != 0
    assert said in ran.err


def test_a_fetch_can_be_written_down_too(passend: Passend, sources: Sources, tmp_path: Path) -> None:
    record = tmp_path / "zei.jsonl"
    sources.faults["kst-99497-2.xml"] = [Fault(body=b"<html>Onderhoud</html>")]
    ran = passend("fetch", *ORDER, "--data", tmp_path, "--record", record)
    assert (ran.code, ran.out.splitlines()[-1][:28]) == (1, "Wat de bronnen zeiden, staat")
    assert "Onderhoud" in record.read_text(encoding="utf-8")


def test_that_there_are_no_facts_is_told(passend: Passend, tmp_path: Path) -> None:
    assert "geen stemmingen of toezeggingen" in passend("fetch", "--facts", "--data", tmp_path).out


def test_two_fetches_into_one_folder_do_not_meet(passend: Passend, sources: Sources, tmp_path: Path) -> None:
    del sources
    with Store(tmp_path / "stukken").only_writer():
        ran = passend("fetch", *ORDER, "--data", tmp_path)
    assert (ran.code, ran.err) == (1, f"Een ander programma haalt nu stukken op in {tmp_path / 'stukken'}. Wacht tot "
        "dat klaar is.\n")  # fmt: skip
