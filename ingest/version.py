"""Which program read or indexed something: what one program made, another may make otherwise."""

from __future__ import annotations

import hashlib
import sys
from functools import cache
from importlib.metadata import version
from pathlib import Path

LIBRARIES = (  # whose change can change what is made: the text of papers, their stems, their vectors
    "lxml",
    "numkong",
    "numpy",
    "onnxruntime",
    "pypdfium2",
    "PyStemmer",
    "python-oxmsg",
    "PyYAML",
    "rapidfuzz",
    "sentence-transformers",
    "simplemma",
    "striprtf",
    "tokenizers",
    "torch",
)
SOURCES = frozenset({".json", ".py", ".toml", ".tsv", ".txt"})


@cache
def of(package: Path) -> str:
    """The SHA-256 of a package's own sources and lists, the libraries that they use, and Python."""
    digest = hashlib.sha256(" ".join([sys.version, *map(version, LIBRARIES)]).encode())
    for path in sorted(package.rglob("*")):
        if path.suffix in SOURCES:
            digest.update(path.relative_to(package).as_posix().encode() + b"\0")
            digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()
