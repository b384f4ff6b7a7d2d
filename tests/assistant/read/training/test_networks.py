"""What is learnt in torch is what is reckoned when a question is asked; filling changes nothing."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from transformers import BertConfig, BertModel

from assistant.read.match import NOTHING, Asked
from assistant.read.tokens import PAD
from assistant.read.training.cross import NEVER, CrossEncoder
from assistant.read.training.network import ReadingNetwork
from assistant.read.training.train import matched

WIDTH = 24
SENTENCE = np.array([-1, 0, 0, 0, 1, 1, 1, 3, 3, 3, -1])  # nothing is left of the third sentence


@pytest.fixture(scope="module")
def network(tmp_path_factory: pytest.TempPathFactory) -> ReadingNetwork:
    """As the real one, but small and taught nothing."""
    torch.manual_seed(7)
    config = BertConfig(
        vocab_size=60, hidden_size=WIDTH, num_hidden_layers=7, num_attention_heads=4, intermediate_size=40
    )
    folder = tmp_path_factory.mktemp("base")
    BertModel(config, add_pooling_layer=False).save_pretrained(folder)
    return ReadingNetwork(folder).eval()


@pytest.mark.parametrize("seed", range(5))
def test_the_match_of_numpy_is_that_of_torch(network: ReadingNetwork, seed: int) -> None:
    """Up to the scale: 20 for the tokens, and a quarter of that, 5, for the means."""
    torch.manual_seed(seed)
    question, page = torch.randn(7, WIDTH), torch.randn(11, WIDTH)
    match, starts = matched(network, [np.full(7, 5)], question, [SENTENCE], page)
    wanted = match[0] / 20
    found = Asked(question.numpy(), np.ones(7, dtype=np.float32)).match(page.numpy(), SENTENCE)
    np.testing.assert_allclose(found, wanted.detach().numpy(), atol=1e-5)
    assert (found[2], starts) == (NOTHING, [0, 4])


def test_the_upper_layers_go_on_where_the_lower_ones_ended(network: ReadingNetwork) -> None:
    """Also of many texts of unlike length at a time."""
    texts = [torch.tensor([[0, *range(3, 3 + length), 2]]) for length in (1, 9, 4, 2, 7, 3, 5, 8)]
    lower, upper = zip(*(network.both(text) for text in texts), strict=True)
    found = network.above([one[0] for one in lower])
    torch.testing.assert_close(found, torch.cat([one[0] for one in upper]), atol=1e-5, rtol=1e-4)


def test_a_text_is_read_the_same_beside_a_longer_one(network: ReadingNetwork) -> None:
    short, long = torch.tensor([[0, 7, 8, 2]]), torch.tensor([[0, 9, 10, 11, 12, 13, 2]])
    both = torch.cat([torch.nn.functional.pad(short, (0, 3), value=PAD), long])
    for alone, together in zip(network.both(short), network.both(both), strict=True):
        torch.testing.assert_close(alone[0], together[0, :4], atol=1e-5, rtol=1e-4)


def test_a_pair_is_read_the_same_beside_a_longer_one(network: ReadingNetwork) -> None:
    cross = CrossEncoder(network.encoder).eval()
    states, kind = torch.randn(1, 9, WIDTH), torch.tensor([[0] * 3 + [1] * 6])
    member = torch.zeros(1, 2, 9)
    member[0, 0, 3:6], member[0, 1, 6:] = 1, 1
    match = torch.tensor([[0.4, 0.9]])
    wide = torch.nn.functional.pad
    alone = cross(states, kind, torch.ones(1, 9), member, match)
    filled = cross(
        wide(states, (0, 0, 0, 4), value=3.0),
        wide(kind, (0, 4), value=1),
        wide(torch.ones(1, 9), (0, 4)),
        wide(member, (0, 4, 0, 1)),
        wide(match, (0, 1)),
    )
    torch.testing.assert_close(filled[:, :2], alone, atol=1e-5, rtol=1e-4)
    assert filled[0, 2].item() == NEVER


def test_it_begins_from_the_upper_layers_and_leaves_the_encoder_alone(network: ReadingNetwork) -> None:
    cross = CrossEncoder(network.encoder)
    upper = network.encoder.encoder.layer[-1].output.dense.weight
    torch.testing.assert_close(cross.layers[-1].output.dense.weight, upper)
    assert cross.layers[-1].output.dense.weight is not upper


def test_a_page_without_sentences_matches_nothing() -> None:
    asked = Asked(np.ones((3, WIDTH), dtype=np.float32), np.ones(3, dtype=np.float32))
    assert len(asked.match(np.ones((2, WIDTH), dtype=np.float32), np.array([-1, -1]))) == 0
