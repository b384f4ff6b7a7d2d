"""The pure parts of training: what is kept out, and that a seed decides the rest."""

from pathlib import Path

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from tokenizers import Tokenizer
from torch import nn
from torch.nn import functional

from index.training.data import (
    EVERYDAY_WORDS,
    LAY_PAIRS,
    HeldOut,
    TrainingData,
    UnknownSource,
    read_held_out,
    read_rows,
    read_training_data,
)
from index.training.distil import Bags, Recipe, contrast, distil, first_vectors, neighbourhoods, turn, widest_directions
from index.training.sources import ENGLISH_SIDES, LEFT_OUT, OWN_SOURCES, SOURCES
from index.training.vocabulary import train_vocabulary

SENTENCES = [
    "het vervoer van leerlingen",
    "leerlingenvervoer naar school",
    "vervoer naar de gemeente",
    "leerlingen gaan naar school",
    "de gemeente regelt vervoer",
    "school en gemeente",
]


def write_data(folder: Path, *, pairs: str) -> Path:
    """Write training data in which only the pairs hold rows."""
    import zstandard

    files = {
        "en_nl_pairs": "source\ten\tnl\n" + pairs,
        "en_nl_dictionary": "source\ten\tnl\nodwn\tdog: an animal\thond\n",
        "en_nl_bible": "source\ten\tnl\nbible_sv\tAnd it was so.\tEn het was alzo.\n",
        "nl_law_heading_article": "is_education\tlaw_title\theading\tarticle_text\n1\tWet\tDoel\tIets.\n",
        "nl_gov_heading_section": "page_title\theading\tsection_text\n",
    }
    for name, text in files.items():
        (folder / f"{name}.tsv.zst").write_bytes(zstandard.compress(text.encode()))
    (folder / "domain_lexicon_nl_en.tsv").write_text("busje\tsmall bus\n")
    return folder


def test_a_text_with_nine_held_out_words_in_a_row_is_held_out() -> None:
    held_out = HeldOut(["een twee drie vier vijf zes zeven acht negen tien"])
    assert held_out.holds("Nul: twee, drie, vier, vijf, zes, zeven, acht, negen, TIEN!")
    assert not held_out.holds("een twee drie vier vijf zes zeven acht tien")


def test_a_short_text_is_held_out_only_when_it_is_the_whole_text() -> None:
    held_out = HeldOut(["De hond loopt hard.", "hond"])
    assert held_out.holds("de hond loopt hard")
    assert not held_out.holds("de hond loopt")
    assert not held_out.holds("hond")


@given(st.text(alphabet="ab .\n", max_size=60))
def test_every_held_out_text_of_four_words_holds_itself(text: str) -> None:
    assert HeldOut([text]).holds(text) == (len(text.replace(".", " ").split()) >= 4)


def test_left_out_shared_and_held_out_rows_do_not_come_in(tmp_path: Path) -> None:
    write_data(
        tmp_path,
        pairs="esco\tdriver\tchauffeur\n"
        "moodle\tcourse\tcursus\n"
        "tatoeba_xsid\tHi.\tHoi.\n"
        "esco\tone two three four\teen twee drie vier\n",
    )
    held_out = HeldOut(["een twee drie vier"])
    data = read_training_data(tmp_path, held_out=held_out, share_alike=False)
    assert read(data) == ["chauffeur", "En het was alzo.", "busje"]
    shared = read_training_data(tmp_path, held_out=held_out, share_alike=True)
    assert read(shared) == ["chauffeur", "Hoi.", "hond", "En het was alzo.", "busje"]
    assert data.rows()["laws"] == 1


def read(data: TrainingData) -> list[str]:
    """The Dutch that comes from the files, without what our own word list made."""
    made = {"everyday words", "word list", *(source.name for source in ENGLISH_SIDES.values())}
    return [row.dutch for row in data.translations if row.source not in made]


def test_of_a_source_whose_dutch_is_not_ours_to_use_only_the_english_comes_in(tmp_path: Path) -> None:
    write_data(tmp_path, pairs="tatoeba_xsid\tThree dogs!\tDrie vreemde woorden!\n")
    data = read_training_data(tmp_path, held_out=HeldOut([]), share_alike=False)
    made = {row.english: row.dutch for row in data.translations if row.source in {"tatoeba", "english wordnet"}}
    assert made.keys() == {"Three dogs!", "dog: an animal"}
    assert "hond" in made["Three dogs!"]
    assert "vreemde" not in made["Three dogs!"]


def test_a_source_without_a_known_licence_stops_the_reading(tmp_path: Path) -> None:
    write_data(tmp_path, pairs="somewhere\thello\thallo\n")
    with pytest.raises(UnknownSource, match="somewhere"):
        read_training_data(tmp_path, held_out=HeldOut([]), share_alike=True)


def test_held_out_texts_are_read_from_tables_json_and_papers(tmp_path: Path) -> None:
    (tmp_path / "a.tsv").write_text("nl\ten\neen twee drie vier\tx\n")
    (tmp_path / "b.json").write_text('[{"q": "vijf zes zeven acht", "gold": [1]}]')
    (tmp_path / "c.txt").write_text("negen tien elf\ntwaalf")
    held_out = read_held_out([tmp_path])
    assert all(held_out.holds(text) for text in ["een twee drie vier", "vijf zes zeven acht", "negen tien elf twaalf"])


def test_no_source_is_both_allowed_and_left_out() -> None:
    assert not LEFT_OUT & (SOURCES.keys() | OWN_SOURCES.keys())


@pytest.mark.parametrize("path", [LAY_PAIRS, EVERYDAY_WORDS])
def test_our_own_pairs_are_many_and_none_is_there_twice(path: Path) -> None:
    rows = list(read_rows(path))
    assert len(rows) >= 600
    assert all(len(row) == 2 and all(row) for row in rows)
    assert len({first for first, _ in rows}) == len(rows)


def test_a_compound_shares_the_parts_of_its_words() -> None:
    tokenizer = train_vocabulary(SENTENCES * 50, size=60)
    compound = tokenizer.encode("Leerlingenvervoer").tokens
    assert compound == tokenizer.encode("leerlingen").tokens + tokenizer.encode("vervoer").tokens


def test_a_vocabulary_learned_anew_is_the_same_to_the_last_digit() -> None:
    learned = [train_vocabulary(SENTENCES * 50, size=60).to_str() for _ in range(3)]
    assert learned[0] == learned[1] == learned[2]


def test_bags_give_back_the_tokens_of_the_rows_that_are_asked() -> None:
    bags = Bags(train_vocabulary(SENTENCES * 50, size=60), SENTENCES)
    ids, offsets = bags.take(torch.tensor([3, 0]))
    lengths = bags.lengths[[3, 0]].tolist()
    assert offsets.tolist() == [0, lengths[0]]
    start = int(bags.lengths[:3].sum())
    assert ids.tolist() == bags.ids[start : start + lengths[0]].tolist() + bags.ids[: lengths[1]].tolist()


def test_the_widest_directions_keep_the_cosines() -> None:
    """Vectors in a plane of three dimensions lose nothing in two."""
    plane = np.array([[1, 0, 0], [0.6, 0.8, 0], [0, -1, 0]], dtype=np.float16)
    turned = turn(plane, widest_directions(plane, 2))
    assert turned @ turned.T == pytest.approx(plane.astype(float) @ plane.T, abs=1e-3)


def test_contrast_is_the_surprise_at_the_right_partner() -> None:
    """Equal scores leave ln 2; an equal row that does not count leaves nothing."""
    rows = torch.tensor([[1.0, 0.0], [1.0, 0.0]])
    assert contrast(rows, rows).item() == pytest.approx(np.log(2))
    assert contrast(rows, rows, same=torch.ones(2, 2, dtype=torch.bool)).item() == pytest.approx(0)


def test_neighbourhoods_hold_every_row_once_and_keep_the_like_together() -> None:
    """Two clouds that lie far apart never share a run of their size."""
    generator = torch.Generator().manual_seed(3)
    clouds = torch.randn(64, 2, generator=generator) + torch.tensor([[0.0, 0.0], [1000.0, 0.0]]).repeat(32, 1)
    order = neighbourhoods(clouds, size=32, generator=generator)
    assert sorted(order.tolist()) == list(range(64))
    runs = [set((run % 2).tolist()) for run in torch.split(order, 32)]
    assert sorted(map(len, runs)) == [1, 1]


def taught(tokenizer: Tokenizer, *, seed: int) -> tuple[list[float], torch.Tensor]:
    bags = Bags(tokenizer, SENTENCES)
    goal = functional.normalize(torch.eye(len(SENTENCES)))
    student = nn.EmbeddingBag.from_pretrained(
        first_vectors(bags, goal, tokens=tokenizer.get_vocab_size()), mode="mean", freeze=False
    )
    numbers = torch.arange(len(SENTENCES))
    recipe = Recipe(dim=6, epochs=20, batch=4, related_batch=2, seed=seed)
    losses = list(distil(student, (bags, goal, numbers), [(bags, bags, numbers, 1.0)], recipe))
    return losses, student.weight.detach()


def test_learning_brings_the_loss_down() -> None:
    losses, _ = taught(train_vocabulary(SENTENCES * 50, size=60), seed=1)
    assert losses[-1] < losses[0]


def test_the_seed_decides_every_vector() -> None:
    tokenizer = train_vocabulary(SENTENCES * 50, size=60)
    assert torch.equal(taught(tokenizer, seed=1)[1], taught(tokenizer, seed=1)[1])
    assert not torch.equal(taught(tokenizer, seed=1)[1], taught(tokenizer, seed=2)[1])
