"""Vectors of texts: the Dutch model that is shipped, or another that someone has on disk."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from tokenizers import Encoding, Tokenizer

SHIPPED = Path(__file__).parent / "model"
MODEL_FILES = ("*.bin", "*.json", "*.model", "*.safetensors", "*.txt")
BATCH_SIZE = 32  # texts at a time for models other than static ones
FEW = 16  # texts that are tokenized one by one: waking the other threads takes longer
SMALL = 150_000_000  # parameters; on few cores a second thread makes models below this slower
STATIC_TENSOR = "embedding.weight"

Vectors = NDArray[np.float32]


class EmbedderUnavailable(Exception):
    """The embedding model is not on this computer, or what is there cannot be read."""


class Embedder(Protocol):
    """Turns texts into vectors whose dot products are cosines.

    ``name`` changes whenever the vectors could: an index must be searched with the model that
    made it. The encoders return (n_texts, dim), float32, rows of unit length; a text without
    any known token may have a row of zeros.
    """

    @property
    def name(self) -> str:
        """The folder's name with a hash of its files."""

    @property
    def dim(self) -> int:
        """Length of a vector."""

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        """Return the vectors of questions."""

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        """Return the vectors of passages."""


def load(name_or_path: str | None = None, *, batch_size: int = BATCH_SIZE) -> Embedder:
    """Load an embedding model without ever opening a connection.

    Args:
        name_or_path: A folder in the form of sentence-transformers, or the name of a model
            that was downloaded before; None takes the Dutch model that is shipped.
        batch_size: Texts at a time for models other than static ones.

    Raises:
        EmbedderUnavailable: There is no such folder or download, or it cannot be read.
    """
    folder = SHIPPED if name_or_path is None else model_folder(name_or_path)
    label = folder.name if name_or_path is None else Path(name_or_path).name
    origin = str(folder.resolve()) if name_or_path and Path(name_or_path).is_dir() else name_or_path
    with unreadable_as(EmbedderUnavailable, folder):
        name = f"{label}-{fingerprint(folder)}"
        static = _static_part(folder)
        if static is not None:
            return StaticEmbedder(static, name=name, prompts=_prompts(folder), origin=origin)
        return TransformerEmbedder(folder, name=name, batch_size=batch_size, origin=origin)


@contextmanager
def unreadable_as(fault: type[Exception], folder: Path) -> Iterator[None]:
    """Let whatever goes wrong while a model is read from a folder be this fault.

    Tokenizers, safetensors, transformers and torch have no class of errors in common; some raise a bare Exception.
    """
    try:
        yield
    except MemoryError:
        raise
    except Exception as error:
        raise fault(f"cannot read the model in {folder}: {error}") from error


@cache
def again(origin: str | None, batch_size: int, name: str) -> Embedder:
    """The embedder that another process loaded and sent here: it travels as its name, and is loaded once a process.

    Raises:
        EmbedderUnavailable: It is not on this computer, or another one is.
    """
    found = load(origin, batch_size=batch_size)
    if found.name != name:
        raise EmbedderUnavailable(f"{origin or SHIPPED} holds {found.name} on this computer, not {name}")
    return found


def fingerprint(folder: Path) -> str:
    """Return 12 hexadecimal digits that change when a file that bears on the vectors does."""
    digest = hashlib.sha256()
    paths = {path for pattern in MODEL_FILES for path in folder.rglob(pattern)}
    for path in sorted(paths, key=lambda path: path.relative_to(folder).as_posix()):
        digest.update(path.relative_to(folder).as_posix().encode() + b"\0")
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()[:12]


class StaticEmbedder:
    """The mean of one fixed vector per token, read without sentence-transformers or torch.

    Importing those takes seconds, more than a whole question may. A test holds the vectors
    against those of sentence-transformers.
    """

    def __init__(self, folder: Path, *, name: str, prompts: dict[str, str], origin: str | None) -> None:
        from safetensors.numpy import load_file
        from tokenizers import Tokenizer

        if not (folder / "tokenizer.json").is_file():
            raise ValueError(f"no tokenizer.json in {folder}")
        self.name = name
        self._tokenizer: Tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._tokenizer.no_padding()
        self._weights = load_file(folder / "model.safetensors")[STATIC_TENSOR].astype(np.float32)
        self.dim = int(self._weights.shape[1])
        self._prompts = prompts
        self._origin = origin

    def __reduce__(self) -> tuple[Callable[..., Embedder], tuple[object, ...]]:
        return again, (self._origin, BATCH_SIZE, self.name)

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        """Return the vectors of questions."""
        return self._encode(self._prompts.get("query", ""), texts)

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        """Return the vectors of passages."""
        return self._encode(self._prompts.get("document", ""), texts)

    def _encode(self, prompt: str, texts: Sequence[str]) -> Vectors:
        encodings = self._encodings([prompt + text for text in texts])
        sums = np.zeros((len(encodings), self.dim), dtype=np.float32)
        for row, encoding in zip(sums, encodings, strict=True):
            self._weights[encoding.ids].sum(axis=0, out=row)
        return unit(sums)

    def _encodings(self, texts: Sequence[str]) -> Sequence[Encoding]:
        if len(texts) > FEW:
            return self._tokenizer.encode_batch_fast(texts, add_special_tokens=False)
        return [self._tokenizer.encode(text, add_special_tokens=False) for text in texts]


class TransformerEmbedder:
    """Any other model of sentence-transformers, with the prompts of its own configuration."""

    def __init__(self, folder: Path, *, name: str, batch_size: int, origin: str | None) -> None:
        import torch
        from sentence_transformers import SentenceTransformer

        self.name = name
        self._model: Any = SentenceTransformer(str(folder), device="cpu", local_files_only=True)
        if sum(weights.numel() for weights in self._model.parameters()) < SMALL:
            torch.set_num_threads(1)
        self.dim = int(self._model.get_embedding_dimension())
        self._batch_size = batch_size
        self._origin = origin

    def __reduce__(self) -> tuple[Callable[..., Embedder], tuple[object, ...]]:
        return again, (self._origin, self._batch_size, self.name)

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        """Return the vectors of questions."""
        return self._checked(self._model.encode_query, texts)

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        """Return the vectors of passages."""
        return self._checked(self._model.encode_document, texts)

    def _checked(self, encode: Any, texts: Sequence[str]) -> Vectors:
        if not texts:
            return np.zeros((0, self.dim), dtype=np.float32)
        vectors = encode(list(texts), batch_size=self._batch_size, show_progress_bar=False)
        return unit(np.asarray(vectors, dtype=np.float32))


def unit(rows: Vectors) -> Vectors:
    """Rows at length one; a row of zeros stays as it is."""
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    return np.asarray(rows / np.where(lengths > 0, lengths, 1), dtype=np.float32)


def model_folder(name_or_path: str) -> Path:
    """Return the folder of a model, or of the download that an earlier visit left behind.

    Raises:
        EmbedderUnavailable: There is neither.
    """
    folder = Path(name_or_path)
    if folder.is_dir():
        return folder
    from huggingface_hub import snapshot_download

    try:
        return Path(snapshot_download(name_or_path, local_files_only=True))
    except (OSError, ValueError) as error:
        raise EmbedderUnavailable(
            f"no folder and no downloaded model {name_or_path!r}; download it first or name a folder"
        ) from error


def _static_part(folder: Path) -> Path | None:
    """Return the folder of the token vectors if the model has nothing else, otherwise None."""
    if not (folder / "modules.json").is_file():
        return None
    modules = json.loads((folder / "modules.json").read_text(encoding="utf-8"))
    kinds = [str(module["type"]).rpartition(".")[2] for module in modules]
    if kinds[:1] != ["StaticEmbedding"] or set(kinds[1:]) - {"Normalize"}:
        return None
    part = folder / modules[0]["path"]
    return part if _holds_one_row_per_token(part / "model.safetensors") else None


def _holds_one_row_per_token(path: Path) -> bool:
    """Tell whether ``path`` is laid out as sentence-transformers does, not as model2vec does."""
    from safetensors import safe_open

    if not path.is_file():
        return False
    with safe_open(path, framework="numpy") as stored:
        return STATIC_TENSOR in stored.keys()  # noqa: SIM118 - the handle is no mapping


def _prompts(folder: Path) -> dict[str, str]:
    path = folder / "config_sentence_transformers.json"
    if not path.is_file():
        return {}
    prompts: dict[str, str] = json.loads(path.read_text(encoding="utf-8")).get("prompts") or {}
    return prompts
