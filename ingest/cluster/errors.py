"""What can be wrong with a cluster."""


class ClusterFault(Exception):
    """Anything wrong with the cluster."""


class ClusterMissing(ClusterFault):
    """Ray is not installed."""


class ClusterUnreachable(ClusterFault):
    """The cluster is not there, or does not let this machine in."""

    def __init__(self, address: str) -> None:
        super().__init__(f"cannot join the Ray cluster at {address!r}")
        self.address = address


class ClusterLost(ClusterFault):
    """No node is left to compute, or the same task took worker after worker down with it."""


class OtherProgram(ClusterFault):
    """A node of the cluster runs another version of this program, which may read or embed otherwise."""

    def __init__(self, node: str) -> None:
        super().__init__(f"{node} runs another version of this program")
        self.node = node

    def __reduce__(self) -> tuple[type["OtherProgram"], tuple[str]]:
        return OtherProgram, (self.node,)
