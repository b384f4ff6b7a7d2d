"""What is learnt in torch is what is reckoned in numpy."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch
from safetensors.torch import save_file

from assistant.read import compare
from assistant.read.training.comparer import NEVER, Comparer
from index.page_vectors import PageVectors

WIDTH = 24


@pytest.mark.parametrize("seed", range(5))
def test_numpy_and_torch_come_to_the_same_logits(tmp_path: Path, seed: int) -> None:
    torch.manual_seed(seed)
    learnt = Comparer(WIDTH)
    save_file(learnt.state_dict(), tmp_path / "comparer.safetensors")
    reckoned = compare.Comparer(tmp_path / "comparer.safetensors")
    question, page = torch.randn(1, 7, WIDTH), torch.randn(1, 11, WIDTH)
    sentence = np.array([-1, 0, 0, 0, 1, 1, 1, 3, 3, 3, -1])  # nothing is left of the third sentence
    member = torch.zeros(1, 4, 11)
    for place, number in enumerate(sentence):
        if number >= 0:
            member[0, number, place] = 1
    wanted = learnt(question, torch.ones(1, 7), page, torch.ones(1, 11), member)[0].detach().numpy()
    asked = reckoned.asked(question[0].numpy())
    found = reckoned.logits(asked, [PageVectors(vectors=page[0].numpy(), sentence=sentence)] * 2)
    for logits in found:
        np.testing.assert_allclose(logits, wanted, atol=1e-4)
    assert found[0][2] == NEVER


def test_filling_changes_nothing() -> None:
    """A pair in a batch of longer ones comes to what it comes to alone."""
    torch.manual_seed(1)
    learnt = Comparer(WIDTH)
    question, page = torch.randn(1, 5, WIDTH), torch.randn(1, 6, WIDTH)
    member = torch.zeros(1, 2, 6)
    member[0, 0, :3], member[0, 1, 3:] = 1, 1
    alone = learnt(question, torch.ones(1, 5), page, torch.ones(1, 6), member)
    wide = torch.nn.functional.pad
    there, seen = wide(torch.ones(1, 5), (0, 4)), wide(torch.ones(1, 6), (0, 3))
    filled = learnt(wide(question, (0, 0, 0, 4)), there, wide(page, (0, 0, 0, 3)), seen, wide(member, (0, 3, 0, 1)))
    torch.testing.assert_close(filled[:, :2], alone, atol=1e-5, rtol=1e-4)
    assert filled[0, 2].item() == NEVER
