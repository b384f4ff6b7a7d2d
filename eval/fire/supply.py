"""What the program is built on: licences that go with ours, versions pinned with their hashes, no secret in the tree.

Known weaknesses and the bill of materials come from a well-kept tool that asks the package registry, ``pip-audit``; its
command stands in ``docs/dependencies.md``.
"""

from __future__ import annotations

import re
import subprocess
import tomllib
from collections.abc import Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution

from packaging.requirements import Requirement

from eval.fire.counted import Counted, Order
from eval.fire.house import ROOT

LOCKS = ("requirements.lock", "requirements-test.lock")
PLATFORM = re.compile(r"^(?:torch|triton|nvidia-|cuda-)")  # each platform has its own build; ``run`` pins torch

# Licences whose terms software under EUPL-1.2 can meet when it uses a package as a library.
GO_WITH_OURS = re.compile(
    r"\b(?:MIT|BSD|0BSD|Apache|ISC|MPL|Mozilla|PSF|Python Software Foundation|Unlicense|CC0|HPND|Zlib|Public Domain"
    r"|LGPL|EUPL|CNRI|BlueOak)\b",
    re.IGNORECASE,
)
# Packages whose metadata name no licence; read by hand where their source is kept.
BY_HAND: dict[str, str] = {}

_SECRETS = re.compile(
    r"-----BEGIN [A-Z ]*PRIVATE KEY-----|\bAKIA[0-9A-Z]{16}\b|\bgh[pousr]_[A-Za-z0-9]{36}\b|\bsk-[A-Za-z0-9]{32,}\b"
    r"|\bhf_[A-Za-z0-9]{34}\b|\bxox[abprs]-[A-Za-z0-9-]{10,}"
)


def fire(order: Order) -> list[Counted]:
    """Look at every package, every pin and every file of the tree; there is nothing to repeat or to draw."""
    del order
    return [_licences(), _pins(), _secrets()]


def _licences() -> Counted:
    packages = dict(sorted(needed()))
    faults = [
        f"{name}: {licence or 'names no licence'}"
        for name, package in packages.items()
        if not GO_WITH_OURS.search(licence := BY_HAND.get(name, licence_of(package)))
    ]
    return Counted(promise="supply", what="licences of packages", tried=len(packages), faults=tuple(faults))


def needed() -> Iterator[tuple[str, Distribution]]:
    """Every installed package that this one needs, as its own file says, and those that they need, by their names."""
    ours = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["dependencies"]
    seen, coming = set[str](), [Requirement(one).name for one in ours]
    while coming:
        try:
            package = distribution(coming.pop())
        except PackageNotFoundError:  # of another platform
            continue
        own = package.metadata["Name"].lower().replace("_", "-")
        if own in seen:
            continue
        seen.add(own)
        yield own, package
        wanted = map(Requirement, package.requires or [])
        coming += [one.name for one in wanted if one.marker is None or one.marker.evaluate({"extra": ""})]


def licence_of(package: Distribution) -> str:
    """How a package names its licence, in whichever of its places it does so."""
    fields = ("License-Expression", "License", "Classifier")
    named = [one for field in fields for one in package.metadata.get_all(field) or [] if one]
    told = [one for one in named if "License ::" in one or " :: " not in one]
    return " ".join(one.splitlines()[0] for one in told)


def _pins() -> Counted:
    """Every package that is needed stands in the lock of the set-up, and every line of a lock bears its hashes."""
    pinned = {name: _lines(name) for name in LOCKS}
    faults = [
        f"{name}: {line[:60]}"
        for name, lines in pinned.items()
        for line in lines
        if "==" not in line or "--hash=sha256:" not in line
    ]
    known = {re.split(r"[=\s]", line)[0].lower().replace("_", "-") for line in pinned[LOCKS[0]]}
    faults += [f"not pinned: {one}" for one, _ in needed() if one not in known and not PLATFORM.match(one)]
    tried = sum(map(len, pinned.values()))
    return Counted(promise="supply", what="pins with their hashes", tried=tried, faults=tuple(faults))


def _lines(lock: str) -> list[str]:
    lines = (ROOT / lock).read_text(encoding="utf-8").replace("\\\n", " ").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def _secrets() -> Counted:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout
    files = [ROOT / name for name in listed.decode().split("\0") if name]
    faults = [
        f"{path.relative_to(ROOT)}: {found[0][:12]}"
        for path in files
        if path.is_file() and (found := _SECRETS.search(path.read_text(encoding="utf-8", errors="replace")))
    ]
    return Counted(promise="supply", what="files without a key or token", tried=len(files), faults=tuple(faults))
