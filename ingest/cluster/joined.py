"""Joining a cluster, for as long as a command needs it."""

from __future__ import annotations

import logging
import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from ingest.cluster.errors import ClusterMissing, ClusterUnreachable

LOCAL = "local"  # instead of an address: a cluster of this machine's own cores, which ends with the command
ANSWERS = 5.0  # seconds within which a cluster answers

# Ray would tell its makers how it is used, and gather figures for a dashboard.
QUIET = {"RAY_USAGE_STATS_ENABLED": "0", "RAY_enable_metrics_collection": "0"}
# A cluster of this machine alone listens on the loopback only: the first bears a name for other systems, but says that
# there are no other machines. Its workers would give way to everything else that runs here, so also to a chat's builds.
ON_THIS_MACHINE = {"RAY_ENABLE_WINDOWS_OR_OSX_CLUSTER": "0", "RAY_worker_niceness": "0"}


@contextmanager
def joined(address: str) -> Iterator[None]:
    """Be part of the cluster at an address, or of one that is started here for ``LOCAL``.

    Raises:
        ClusterMissing: Ray is not installed.
        ClusterUnreachable: There is no cluster, it does not let this machine in, or it has another Ray or Python.
    """
    # Ray reads these when it is imported and hands them on to what it starts.
    for name, value in (QUIET | (ON_THIS_MACHINE if address == LOCAL else {})).items():
        os.environ.setdefault(name, value)
    ray = _ray()
    _knock(address)
    options = {"include_dashboard": False} if address == LOCAL else {}
    try:
        ray.init(address=address, log_to_driver=False, logging_level=logging.ERROR, **options)
    except Exception as error:  # Ray raises what its parts raise, and has no class for all of it
        raise ClusterUnreachable(address) from error
    try:
        yield
    finally:
        ray.shutdown()


def _knock(address: str) -> None:
    """Find out at once whether anybody is there; Ray itself would try for minutes."""
    host, _, port = address.rpartition("://")[2].rpartition(":")
    if port.isdigit():
        try:
            socket.create_connection((host, int(port)), timeout=ANSWERS).close()
        except (OSError, OverflowError) as error:
            raise ClusterUnreachable(address) from error


def _ray() -> Any:
    try:
        import ray
    except ModuleNotFoundError as error:
        raise ClusterMissing("the extra cluster is not installed") from error
    return ray
