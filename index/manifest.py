"""What a generation is made from and what each of its files holds, and whether they still do."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

import orjson

from index.checked import hashes
from index.errors import IndexDamaged, OtherFormat
from ingest.library import PACK

FORMAT = 10  # of the files of a generation
NAME = "manifest.json"
DOCUMENTS = "documents"  # the folder of the papers
VECTORS = "vectors.npy"
ROUGH = "rough"  # the folder of the rounded vectors of a large index
LEXICAL = "lexical"  # the folder of the stems
WORDS = "words"  # the folder of the words and their vectors
PAGES = "pages"  # the folder of the token vectors
SENTENCES = "sentences"  # the folder of the vectors of sentences
CHROMA = "chroma"  # the folder that searching does not read

Made = TypeVar("Made")

LARGE = 64_000_000  # bytes from which a file is checked when it is read; hashing so many takes a twentieth of a second
BY_PARTS = frozenset(  # files of which a search reads parts at most, through ``index.checked``
    {
        "passages.jsonl",
        VECTORS,
        *(f"{LEXICAL}/{name}.npy" for name in ("data", "indices", "counts")),
        *(f"{ROUGH}/{name}.npy" for name in ("numbers", "scales")),
        *(f"{PAGES}/{name}.npy" for name in ("tokens", "scales", "sentences")),
        *(f"{SENTENCES}/{name}.npy" for name in ("numbers", "scales")),
        f"{WORDS}/vectors.npy",
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What stands in the file; files are named by their path in the generation."""

    format: int
    built_at: str  # ISO 8601
    embedder: str
    made_from: Sequence[str]  # the program, then the names of the papers
    sizes: dict[str, int]  # bytes of each file
    files: dict[str, str]  # SHA-256 of each file; of one that is checked in blocks that of the hashes of these
    blocks: dict[str, list[str]]  # SHA-256 of each block of the files that are checked when they are read


def seal(folder: Path, *, embedder: str, made_from: Sequence[str]) -> None:
    """Write the manifest of a folder that is complete."""
    names = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    parted = [name for name in names if name in BY_PARTS and _size(folder / name) > LARGE]
    blocks = _of_each(parted, lambda name: hashes(folder / name))
    whole = _of_each(set(names) - set(parted), lambda name: digest(folder / name))
    manifest = Manifest(
        format=FORMAT,
        built_at=datetime.now(UTC).isoformat(),
        embedder=embedder,
        made_from=made_from,
        sizes={name: _size(folder / name) for name in names},
        files={name: _of_all(blocks[name]) if name in blocks else whole[name] for name in names},
        blocks=blocks,
    )
    (folder / NAME).write_bytes(orjson.dumps(manifest, option=orjson.OPT_INDENT_2))


def read(folder: Path) -> Manifest:
    """The manifest of a generation.

    Raises:
        OtherFormat: It is of another format than this program writes.
    """
    record = json.loads((folder / NAME).read_text(encoding="utf-8"))
    if record["format"] != FORMAT:
        raise OtherFormat(f"{folder} has format {record['format']}, this program reads {FORMAT}")
    return Manifest(**record)


def check(folder: Path, manifest: Manifest, *, searched_only: bool) -> None:
    """Compare the files of a generation with its manifest.

    ``searched_only`` looks at the size alone of what an opening need not read: Chroma's files, which a search does not
    read, and large ones, of which it checks the parts that it reads (``index.checked``).

    Raises:
        IndexDamaged: One is missing or another than was written.
    """
    changed = [name for name, size in manifest.sizes.items() if _size(folder / name) != size]
    if not changed:
        looked_at = [name for name in manifest.files if not (searched_only and _waits(name, manifest))]
        found = _of_each(looked_at, lambda name: _digest(folder / name, name in manifest.blocks))
        changed = [name for name in looked_at if found[name] != manifest.files[name]]
    if changed:
        raise IndexDamaged(f"{folder}: changed or missing since it was built: {', '.join(changed[:3])}")


def _waits(name: str, manifest: Manifest) -> bool:
    """Whether a file is checked later: when it is read, paper by paper, or by the next build."""
    return (
        name in manifest.blocks
        or name.startswith(f"{CHROMA}/")
        or (name == f"{DOCUMENTS}/{PACK}" and manifest.sizes[name] > LARGE)
    )


def _of_each(names: Iterable[str], work: Callable[[str], Made]) -> dict[str, Made]:
    """What is worked out of each file, by name; several are hashed at a time, for hashing lets other threads run."""
    asked = list(names)
    with ThreadPoolExecutor(min(len(asked), os.cpu_count() or 1) or 1) as threads:
        return dict(zip(asked, threads.map(work, asked), strict=True))


def _digest(path: Path, in_blocks: bool) -> str:
    return _of_all(hashes(path)) if in_blocks else digest(path)


def _of_all(blocks: Sequence[str]) -> str:
    return hashlib.sha256("".join(blocks).encode()).hexdigest()


def digest(path: Path) -> str:
    """The SHA-256 of a file; "" if there is none."""
    if not path.is_file():
        return ""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _size(path: Path) -> int:
    return path.stat().st_size if path.is_file() else -1
