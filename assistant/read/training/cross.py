"""The cross-encoder: reads a question and a page together, from what the encoder made of each alone.

The lower layers of the encoder read a page when it is indexed and a question when it is asked. Only the layers above
see both, and their weights are taught; so a page is read with a question at a third of the price of reading it anew.

Source: MacAvaney et al., SIGIR 2020, "Efficient document re-ranking for transformers by precomputing term
representations", doi:10.1145/3397271.3401093.
"""

from __future__ import annotations

import copy
from collections.abc import Iterable
from typing import Any

import torch
from torch import Tensor, nn

LAYERS = 4  # that see both
FEATURE = 0.01  # spread of the first weights of the heads
NEVER = -30.0  # the logit of a sentence that is not there
HIDDEN = -1e4  # added to the attention that filling would get


def through(layers: Iterable[nn.Module], states: Tensor, seen: Tensor) -> Tensor:
    """The states after some layers of an encoder, (n, n_tokens, width); ``seen`` is 1 for each token, 0 for filling."""
    hidden = ((1 - seen) * HIDDEN)[:, None, None, :]
    for layer in layers:
        made = layer(states, hidden)
        states = made[0] if isinstance(made, tuple) else made
    return states


class CrossEncoder(nn.Module):
    """All tensors float32 unless said. See ``forward``."""

    def __init__(self, encoder: Any) -> None:
        """Begin from the upper layers of an encoder of 🤗 transformers (``BertModel``)."""
        super().__init__()
        self.layers = nn.ModuleList(copy.deepcopy(layer) for layer in encoder.encoder.layer[-LAYERS:])
        width = encoder.config.hidden_size
        self.sentence, self.page = nn.Linear(width, 1), nn.Linear(width, 1)
        for head in (self.sentence, self.page):
            nn.init.normal_(head.weight, std=FEATURE)
            nn.init.zeros_(head.bias)
        self.kind = nn.Parameter(torch.zeros(2, width))  # added to what is of the question, and of the page
        self.match = nn.Parameter(torch.tensor([20.0, -15.0]))  # what the match of the encoder counts, and its offset
        for part in self.layers.parameters():
            part.requires_grad_(True)

    def forward(self, states: Tensor, kind: Tensor, seen: Tensor, member: Tensor, match: Tensor) -> Tensor:
        """The logit that each sentence of pairs of a question and a page answers, (n_pairs, n_sentences).

        Args:
            states: Of the tokens of the question, then of the page, then filling: (n_pairs, n_tokens, width).
            kind: 0 for a token of the question, 1 for one of the page, int64 (n_pairs, n_tokens).
            seen: 1 for each of them, 0 for filling.
            member: 1 for each token of a sentence, (n_pairs, n_sentences, n_tokens).
            match: How well each sentence matches the question token by token, (n_pairs, n_sentences).
        """
        read = through(self.layers, states + self.kind[kind], seen)
        length = member.sum(-1)
        middle = (member @ read) / length.clamp(min=1)[..., None]
        own = self.sentence(middle)[..., 0] + self.page(read[:, 0])
        logits: Tensor = own + self.match[0] * match + self.match[1]
        return logits.masked_fill(length == 0, NEVER)
