"""The commands on a Ray cluster, each in a process of its own: the same index, and several chats behind one address."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest

from eval.load import event_of, told
from eval.swaps import QUESTION, SURE, Builder
from index import manifest
from tests.cluster import MARKS, nodes
from tests.ui.conftest import PAPERS
from ui.serve import free_port

pytestmark = MARKS
PATIENCE = 1200.0  # seconds; a test is right or wrong, however busy the machine


@pytest.fixture(scope="module")
def cluster() -> Iterator[Any]:
    with nodes(2) as cluster:
        yield cluster


def passend(*arguments: object) -> None:
    subprocess.run([sys.executable, "-m", "ui", *map(str, arguments)], check=True, stdout=subprocess.DEVNULL)


def written(data: Path) -> tuple[tuple[str, ...], dict[str, str]]:
    """What an index is made from, and the hash of all its files but those of Chroma, which writes no bytes twice."""
    (folder,) = (data / "index" / "generations").iterdir()
    found = manifest.read(folder)
    return tuple(found.made_from), {
        name: digest for name, digest in found.files.items() if not name.startswith(f"{manifest.CHROMA}/")
    }


def test_an_index_of_a_cluster_is_that_of_one_machine(cluster: Any, tmp_path: Path) -> None:
    passend("index", PAPERS, "--data", tmp_path / "alone")
    passend("index", PAPERS, "--data", tmp_path / "ray", "--ray", cluster.address)
    alone, ray = written(tmp_path / "alone"), written(tmp_path / "ray")
    assert {manifest.VECTORS, "pages/tokens.npy"} <= alone[1].keys()
    assert alone == ray


@contextmanager
def chat(data: Path, ray: str) -> Iterator[str]:
    """Two replicas over a data folder."""
    port = free_port("127.0.0.1", 8160)
    command = [sys.executable, "-m", "ui", "chat", "--ray", ray, "--port", str(port), "--data", str(data)]
    with subprocess.Popen(command) as process:
        at = f"http://127.0.0.1:{port}"
        until = time.monotonic() + PATIENCE
        try:
            while not answers(at):
                assert process.poll() is None
                assert time.monotonic() < until
                time.sleep(0.5)
            yield at
        finally:
            process.send_signal(signal.SIGINT)


def answers(at: str) -> bool:
    try:
        return httpx.get(f"{at}/stand", timeout=PATIENCE).status_code == 200
    except httpx.TransportError:
        return False


def test_replicas_answer_behind_one_address_and_follow_commits(cluster: Any, tmp_path: Path) -> None:
    builder = Builder([], tmp_path)
    first = builder.commit(1)
    with chat(builder.data, cluster.address) as at:
        event = event_of(httpx.get(f"{at}/config", timeout=PATIENCE).json())
        for _ in range(6):  # visitors; a question and its answer are two requests, lost if not at the same replica
            assert "vaart 1 keer" in json.dumps(told(at, event, QUESTION), ensure_ascii=False)
        second = builder.commit(2)
        served = [stand(at)]
        while served[-SURE:] != [second] * SURE:
            assert len(served) < 2_000
            time.sleep(0.1)
            served.append(stand(at))
        assert set(served) <= {first, second}
        assert "vaart 2 keer" in httpx.post(f"{at}/api/vraag", json={"question": QUESTION}, timeout=PATIENCE).text
    assert not answers(at)
    assert not kept(Path(cluster.head_node.get_logs_dir_path()), QUESTION)


def stand(at: str) -> str:
    """Which index a visitor who never came before is served."""
    return str(httpx.get(f"{at}/stand", timeout=PATIENCE).json()["index"])


def kept(folder: Path, words: str) -> list[Path]:
    """The logs that hold these words."""
    return [path for path in folder.rglob("*") if path.is_file() and words.encode() in path.read_bytes()]
