from __future__ import annotations

import os
import sys

import pytest

from ingest.cluster.errors import ClusterMissing, ClusterUnreachable
from ingest.cluster.joined import LOCAL, joined
from tests.cluster import skip_without_ray


def test_without_ray_it_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "ray", None)
    with pytest.raises(ClusterMissing), joined(LOCAL):
        pass


@pytest.mark.cluster
@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("address", ["127.0.0.1:1", "127.0.0.1:99999", "ray://127.0.0.1:1"])
def test_a_cluster_that_is_not_there_is_told_at_once(address: str) -> None:
    skip_without_ray()
    with pytest.raises(ClusterUnreachable) as told, joined(address):
        pass
    assert told.value.address == address


def test_ray_is_told_to_be_silent(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "ray", None)
    monkeypatch.delenv("RAY_USAGE_STATS_ENABLED", raising=False)
    with pytest.raises(ClusterMissing), joined("10.0.0.1:6379"):
        pass
    assert os.environ["RAY_USAGE_STATS_ENABLED"] == "0"
