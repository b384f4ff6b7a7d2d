"""The encoder of the reader, and the match by which it is taught.

The encoder (multilingual-e5-small with a Dutch vocabulary) turns a text into one vector a token: a page when it is
indexed, a question when it is asked. It is taught so that the tokens of a question come near to those of the sentence
that answers it: *late interaction*.

Source: Khattab and Zaharia, SIGIR 2020, doi:10.1145/3397271.3401075.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional
from transformers import AutoModel

from assistant.read.tokens import OUTSIDE, PAD
from assistant.read.training.cross import LAYERS

FROZEN = 6  # layers of the encoder, from below, that stay as they are
LOTS = 4  # of like length, in which many texts are read


class ReadingNetwork(nn.Module):
    """Encoder and match; all tensors are float32 unless said."""

    def __init__(self, base: Path) -> None:
        super().__init__()
        # No dropout: there is more to learn than to remember.
        self.encoder: Any = AutoModel.from_pretrained(
            str(base),
            dtype=torch.float32,
            add_pooling_layer=False,
            hidden_dropout_prob=0.0,
            attention_probs_dropout_prob=0.0,
        )
        for part in (self.encoder.embeddings, *self.encoder.encoder.layer[:FROZEN]):
            part.requires_grad_(False)
        self.weight = nn.Linear(self.encoder.config.hidden_size, 1)  # how much a token of the question counts
        nn.init.zeros_(self.weight.weight)
        nn.init.zeros_(self.weight.bias)
        self.scales = nn.Parameter(torch.tensor([20.0, 5.0]))

    def encode(self, ids: Tensor) -> Tensor:
        """Token vectors, (n_texts, n_tokens, width), of token numbers, int64 (n_texts, n_tokens)."""
        lots = in_lots((ids != PAD).sum(1), LOTS if len(ids) > LOTS else 1)
        parts = []
        for lot in lots:
            own = ids[lot][:, : int((ids[lot] != PAD).sum(1).max())]
            states = self.encoder(input_ids=own, attention_mask=(own != PAD).long()).last_hidden_state
            parts.append(functional.pad(states, (0, 0, 0, ids.shape[1] - own.shape[1])))
        return torch.cat(parts)[torch.argsort(torch.cat(lots))]

    def both(self, ids: Tensor) -> tuple[Tensor, Tensor]:
        """The vectors of the layer that the cross-encoder goes on from, and of the last: each as ``encode`` gives."""
        read = self.encoder(input_ids=ids, attention_mask=(ids != PAD).long(), output_hidden_states=True)
        return read.hidden_states[-1 - LAYERS], read.last_hidden_state

    def match(self, asked: Tensor, question_ids: Tensor, pages: Tensor, sentence: Tensor, most: int) -> Tensor:
        """How well each sentence matches each question, token by token: (n_questions, n_pages, most).

        Args:
            asked: Vectors of the questions, (n_questions, n_tokens, width).
            question_ids: Their token numbers.
            pages: Vectors of the pages, (n_pages, n_page_tokens, width).
            sentence: The sentence of each token of the pages.
            most: Sentences a page has at most.
        """
        left, right = functional.normalize(asked, dim=-1), functional.normalize(pages, dim=-1)
        alike = torch.einsum("qid,pjd->qpij", left, right)
        questions, amount = alike.shape[0], alike.shape[1]
        place = sentence.clamp(min=0)[None, :, None, :].expand(questions, amount, alike.shape[2], -1)
        hidden = alike.masked_fill((sentence == OUTSIDE)[None, :, None, :], -1.0)
        best = torch.full((questions, amount, alike.shape[2], most), -1.0).scatter_reduce(3, place, hidden, "amax")
        counts = functional.softplus(self.weight(asked)[..., 0]) * (question_ids != PAD)
        tokenwise = (best * counts[:, None, :, None]).sum(2) / counts.sum(1)[:, None, None]
        member = (sentence[:, None, :] == torch.arange(most)[None, :, None]).to(pages.dtype)
        means = functional.normalize(member @ pages, dim=-1)
        whole = functional.normalize((asked * (question_ids != PAD)[..., None]).sum(1), dim=-1)
        together: Tensor = self.scales[0] * tokenwise + self.scales[1] * torch.einsum("qd,psd->qps", whole, means)
        return together


def in_lots(lengths: Tensor, lots: int) -> list[Tensor]:
    """The numbers of padded rows in a few lots of like length, so that little is read in vain."""
    return [lot for lot in torch.argsort(lengths).tensor_split(lots) if len(lot)]
