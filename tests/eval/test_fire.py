"""Short runs of what ``python -m eval.fire`` does a thousand times, and the laws of its own parts."""

from __future__ import annotations

import multiprocessing
import os
import shutil
import time
from pathlib import Path
from random import Random

import pytest

from eval.fire import disk, hostile_files, house, private, protocol, questions, shut, supply
from eval.fire.__main__ import PROMISES, fired
from eval.fire.counted import Counted, Order, table

SHORT = {
    "kills": 3,
    "bytes": 2,
    "papers": 12,
    "questions": 50,
    "load": 2,
    "inert": 60,
    "shut": 30,
    "private": 24,
    "true": 4,
    "supply": 1,
}
SEEDS = {"true": 0}  # of the world that other tests read too


@pytest.mark.parametrize("promise", PROMISES)
@pytest.mark.filterwarnings("default")  # of the libraries that are started
def test_a_short_run_finds_no_fault(promise: str) -> None:
    counted = fired(promise, Order(n=SHORT[promise], seed=SEEDS.get(promise, 1)))
    assert [fault for one in counted for fault in one.faults] == [], table(counted)
    assert sum(one.tried for one in counted)


def test_the_table_tells_what_was_tried_and_names_each_fault() -> None:
    told = table([Counted(promise="kills", what="builds", tried=3, faults=("shot 2: the index is gone",))])
    assert "| kills | builds | 3 | 1 |  |" in told
    assert told.endswith("kills: shot 2: the index is gone\n")


def test_a_run_stops_when_its_time_is_over_and_counts_what_was_fired() -> None:
    whole = Order(n=3, seed=1).firing("kills", "builds")
    for number in whole:
        whole.hit("" if number else "the index is gone")
    assert whole.counted("so big").row == "| kills | builds | 3 | 1 | so big |"
    late = Order(n=3, seed=1, until=time.monotonic() - 1).firing("kills", "builds")
    assert [*late] == []
    assert late.counted().tried == 0


def test_a_run_tells_how_far_it_is_and_each_fault_at_once(capsys: pytest.CaptureFixture[str]) -> None:
    firing = Order(n=60, seed=1).firing("kills", "builds")
    for number in firing:
        firing.hit("gone" if number == 7 else "")
    assert capsys.readouterr().err == "kills, builds: gone\nkills, builds: 50 of 60, 1 faults\n"


def _write(folder: Path, notes: Path) -> None:
    """Write one file as it should be written, and one without telling the disk."""
    disk.remember(folder, notes)
    for name, sync in (("told.txt", True), ("untold.txt", False)):
        with (folder / name).open("w") as file:
            file.write("woorden")
            file.flush()
            if sync:
                os.fsync(file.fileno())
    handle = os.open(folder, os.O_RDONLY)
    os.fsync(handle)
    (folder / "after.txt").write_text("later")


def test_a_power_cut_keeps_what_was_synced_and_loses_the_rest_in_every_way(tmp_path: Path) -> None:
    left: dict[str, set[str | None]] = {"before.txt": set(), "told.txt": set(), "untold.txt": set(), "after.txt": set()}
    for seed in range(40):
        folder, notes = tmp_path / f"{seed}", tmp_path / f"{seed}-notes"
        folder.mkdir()
        (folder / "before.txt").write_text("woorden")
        process = multiprocessing.get_context("fork").Process(target=_write, args=(folder, notes))
        process.start()
        process.join()
        disk.cut_power(folder, notes, Random(seed))
        for name, found in left.items():
            found.add((folder / name).read_text() if (folder / name).exists() else None)
    assert left["before.txt"] == left["told.txt"] == {"woorden"}
    assert left["untold.txt"] == {"woorden", "woo", "", "\0" * 7}
    assert left["after.txt"] == {None, "later", "la", "", "\0" * 5}


def test_one_seed_makes_one_set_of_shots() -> None:
    assert hostile_files.hostile(9, 1).data == hostile_files.hostile(9, 1).data
    assert questions.odd(Random("1-1"), ["Wie?"]) == questions.odd(Random("1-1"), ["Wie?"])
    assert len({questions.odd(Random(f"1-{number}"), ["Wie?"]) for number in range(50)}) > 40


def test_a_short_run_starts_no_program_for_a_way_that_takes_a_start_each_time() -> None:
    shots = [str(number) for number in range(1_000)]
    assert questions.share("terminal", shots) == ["499", "999"]
    assert questions.share("terminal", shots[: SHORT["questions"]]) == []
    assert questions.share("page", shots[: SHORT["questions"]]) == ["49"]


def test_a_canary_that_was_left_would_be_found(tmp_path: Path) -> None:
    (tmp_path / "log").mkdir()
    (tmp_path / "log" / "vragen.txt").write_text("een kanarie", encoding="utf-8")
    (tmp_path / "kanarie.txt").touch()
    assert len(private.found(tmp_path)) == 2


def test_what_vanishes_while_canaries_are_searched_for_is_passed_over(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "kanarie.txt").touch()
    searched = house.files(tmp_path)
    assert next(searched).name == "kanarie.txt"
    shutil.rmtree(tmp_path)
    assert [*searched] == []
    assert private.found(tmp_path) == []


def test_how_a_traced_process_ended_is_no_call(tmp_path: Path) -> None:
    """The numbers of processes are written five signs wide."""
    (tmp_path / "traced").write_text("6779  +++ killed by SIGKILL +++\n16779 --- SIGPIPE ---\n", encoding="utf-8")
    assert shut.Watch(heard=tmp_path / "heard", traced=tmp_path / "traced").faults == []


def test_only_the_address_of_this_machine_itself_reaches_nobody(tmp_path: Path) -> None:
    """A name server of this machine listens at 127.0.0.53 and asks others."""
    ours, others = 'inet_addr("127.0.0.1")}, 16) = 0', 'inet_addr("127.0.0.53")}, 16) = 0'
    (tmp_path / "traced").write_text(f"12 connect(3, {ours}\n12 connect(3, {others}\n", encoding="utf-8")
    watch = shut.Watch(heard=tmp_path / "heard", traced=tmp_path / "traced")
    assert watch.faults == [f"12 connect(3, {others}"]


HANGS_UP = "import sys; sys.stdin.close(); sys.stdout.close()"
SAYS_NOTHING = "import time; time.sleep(600)"


@pytest.mark.parametrize("program", [HANGS_UP, SAYS_NOTHING])
def test_a_server_that_hangs_up_or_says_nothing_is_waited_for_no_longer(
    program: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(house, "PATIENCE", 1)
    with pytest.raises(EOFError), protocol.spoken(tmp_path, tmp_path, program=program) as call:
        call("tools/list", {})


def test_a_program_is_wrong_by_its_code_or_by_an_error_that_nobody_foresaw() -> None:
    assert house.Ran(code=1, out=b"", err=b"Dit pad is er niet.").wrong(0, 1) == ""
    assert house.Ran(code=1, out=b"", err=b"Dit pad is er niet.").wrong(0) == "ended with 1: 'Dit pad is er niet.'"
    assert house.Ran(code=1, out=b"", err=b"Er ging iets mis (code 7f3a)").wrong(0, 1)


def test_a_licence_that_does_not_go_with_ours_would_be_told() -> None:
    assert not supply.GO_WITH_OURS.search("GPL-3.0-only")
    assert not supply.GO_WITH_OURS.search("AGPL-3.0")
    assert supply.GO_WITH_OURS.search("BSD-3-Clause")
