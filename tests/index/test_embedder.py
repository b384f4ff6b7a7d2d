"""Vectors of texts: the fast reading of static models against sentence-transformers' own."""

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from safetensors.numpy import save_file
from tokenizers import Tokenizer, models, pre_tokenizers

from index.embedder import (
    SHIPPED,
    EmbedderUnavailable,
    StaticEmbedder,
    TransformerEmbedder,
    fingerprint,
    load,
)

VOCABULARY = {"[UNK]": 0, "leerling": 1, "vervoer": 2, "thuis": 3, "vraag:": 4}
VECTORS = np.array([[0, 0], [3, 0], [0, 4], [-1, 0], [0, 2]], dtype=np.float16)


def write_static_model(folder: Path, *, prompts: dict[str, str] | None = None) -> Path:
    """Write a static model of five tokens in two dimensions."""
    tokenizer = Tokenizer(models.WordLevel(VOCABULARY, unk_token="[UNK]"))
    tokenizer.pre_tokenizer = pre_tokenizers.WhitespaceSplit()
    folder.mkdir(parents=True, exist_ok=True)
    tokenizer.save(str(folder / "tokenizer.json"))
    save_file({"embedding.weight": VECTORS}, folder / "model.safetensors")
    module = {
        "idx": 0,
        "name": "0",
        "path": "",
        "type": "sentence_transformers.sentence_transformer.modules.static_embedding.StaticEmbedding",
    }
    (folder / "modules.json").write_text(json.dumps([module]))
    (folder / "config_sentence_transformers.json").write_text(
        json.dumps({"model_type": "SentenceTransformer", "prompts": prompts or {}})
    )
    return folder


def test_a_text_is_the_mean_of_its_tokens_at_length_one(tmp_path: Path) -> None:
    """(3, 0) and (0, 4) sum to (3, 4), of length 5."""
    embedder = load(str(write_static_model(tmp_path)))
    assert isinstance(embedder, StaticEmbedder)
    vectors = embedder.encode_passages(["leerling vervoer", "thuis"])
    assert vectors == pytest.approx(np.array([[0.6, 0.8], [-1, 0]]))
    assert (vectors.dtype.name, embedder.dim) == ("float32", 2)


def test_a_text_without_known_tokens_has_no_direction(tmp_path: Path) -> None:
    embedder = load(str(write_static_model(tmp_path)))
    assert embedder.encode_queries(["", "xyz"]).tolist() == [[0, 0], [0, 0]]


def test_no_texts_give_no_rows(tmp_path: Path) -> None:
    assert load(str(write_static_model(tmp_path))).encode_passages([]).shape == (0, 2)


def test_the_query_prompt_of_the_model_goes_before_questions_only(tmp_path: Path) -> None:
    """(0, 2) and (3, 0) sum to (3, 2), of length √13."""
    embedder = load(str(write_static_model(tmp_path, prompts={"query": "vraag: ", "document": ""})))
    assert embedder.encode_queries(["leerling"])[0] == pytest.approx(np.array([3, 2]) / np.sqrt(13))
    assert embedder.encode_passages(["leerling"])[0] == pytest.approx([1, 0])


def test_the_name_follows_what_bears_on_the_vectors(tmp_path: Path) -> None:
    folder = write_static_model(tmp_path / "klein")
    name = load(str(folder)).name
    assert name == f"klein-{fingerprint(folder)}"
    (folder / "README.md").write_text("A card bears on nothing.")
    assert load(str(folder)).name == name
    save_file({"embedding.weight": VECTORS * 2}, folder / "model.safetensors")
    assert load(str(folder)).name != name


def test_a_model_that_is_not_on_disk_is_refused() -> None:
    with pytest.raises(EmbedderUnavailable, match="no folder and no downloaded model"):
        load("nobody/has-downloaded-this-model")


def test_a_folder_that_is_no_model_is_refused(tmp_path: Path) -> None:
    (tmp_path / "modules.json").write_text("{")
    with pytest.raises(EmbedderUnavailable):
        load(str(tmp_path))


def test_a_model_without_its_tokenizer_is_refused(tmp_path: Path) -> None:
    (write_static_model(tmp_path) / "tokenizer.json").unlink()
    with pytest.raises(EmbedderUnavailable, match=r"tokenizer\.json"):
        load(str(tmp_path))


@pytest.mark.parametrize(
    ("file", "content"),
    [
        ("tokenizer.json", '{"a":'),
        ("model.safetensors", "no tensors here"),
        ("modules.json", '{"a": 1}'),
        ("config_sentence_transformers.json", "[]"),
    ],
)
def test_a_damaged_model_is_told_as_one_that_cannot_be_read(tmp_path: Path, file: str, content: str) -> None:
    (write_static_model(tmp_path) / file).write_text(content)
    with pytest.raises(EmbedderUnavailable):
        load(str(tmp_path))


def test_the_shipped_model_reads_as_sentence_transformers_reads_it() -> None:
    texts = [
        "Wie betaalt het leerlingenvervoer?",
        "Mijn kind zit thuis en krijgt geen les.",
        "§ 3.1  Geld: € 12,50 (2024)",
        "één ’n  ĳs\n\nÀ",
    ]
    expected = sentence_transformer(SHIPPED).encode_query(texts, convert_to_numpy=True)
    embedder = load()
    assert isinstance(embedder, StaticEmbedder)
    assert np.abs(embedder.encode_queries(texts) - expected).max() < 1e-3


@pytest.mark.parametrize(
    ("asked", "meant", "unrelated"),
    [
        ("kind gaat niet naar school", "verzuim van leerlingen", "de lengte van de baan om de zon"),
        ("het busje komt te laat", "vertraging in het leerlingenvervoer", "de lengte van de baan om de zon"),
        ("wie betaalt de taxi", "bekostiging van leerlingenvervoer", "toezicht op de kinderopvang"),
        ("school weigert mijn zoon", "de toelating van een leerling", "het loon van een bakker"),
    ],
)
def test_the_shipped_model_puts_other_words_for_the_same_nearer(asked: str, meant: str, unrelated: str) -> None:
    query, near, far = load().encode_passages([asked, meant, unrelated])
    assert query @ near > query @ far


def test_the_shipped_model_is_small_enough_for_the_repository() -> None:
    assert sum(path.stat().st_size for path in SHIPPED.rglob("*") if path.is_file()) <= 20_000_000


def test_a_model_with_more_than_token_vectors_goes_through_sentence_transformers(tmp_path: Path) -> None:
    """A dense layer that swaps the two dimensions: (3, 0) becomes (0, 1) at length one."""
    embedder = load(str(write_model_with_dense_layer(tmp_path / "dicht")))
    assert isinstance(embedder, TransformerEmbedder)
    assert embedder.dim == 2
    assert embedder.encode_passages(["leerling"])[0] == pytest.approx([0, 1], abs=1e-6)
    assert embedder.encode_queries(["leerling"])[0] == pytest.approx(np.array([2, 3]) / np.sqrt(13), abs=1e-6)
    assert embedder.encode_passages([]).shape == (0, 2)


def sentence_transformer(folder: Path) -> Any:
    from sentence_transformers import SentenceTransformer

    return SentenceTransformer(str(folder), device="cpu", local_files_only=True).float()


def write_model_with_dense_layer(folder: Path) -> Path:
    import torch
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import Dense, StaticEmbedding

    static = StaticEmbedding(
        Tokenizer.from_file(str(write_static_model(folder) / "tokenizer.json")),
        embedding_weights=VECTORS.astype(np.float32),
    )
    swap = Dense(2, 2, bias=False, activation_function=torch.nn.Identity())
    swap.linear.weight.data = torch.tensor([[0.0, 1.0], [1.0, 0.0]])
    model = SentenceTransformer(modules=[static, swap], device="cpu", prompts={"query": "vraag: ", "document": ""})
    model.save(str(folder), create_model_card=False)
    return folder
