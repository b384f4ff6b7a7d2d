"""The encoder of the reader, and the match by which it is taught.

The encoder (multilingual-e5-small with a Dutch vocabulary) turns a text into one vector a token: a page when it is
indexed, a question when it is asked. It is taught so that the tokens of a question come near to those of the sentence
that answers it: *late interaction*.

Source: Khattab and Zaharia, SIGIR 2020, doi:10.1145/3397271.3401075.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional
from transformers import AutoModel

from assistant.read.tokens import PAD
from assistant.read.training.cross import LAYERS, through

FROZEN = 6  # layers of the encoder, from below, that stay as they are
LOTS = 4  # of like length, in which many texts are read
TOGETHER = 6  # texts of like length that are read at a time


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

    def above(self, lower: Sequence[Tensor]) -> Tensor:
        """The vectors of the last layer of all tokens of some texts, one text after the other: (n_tokens, width).

        Args:
            lower: Of each text the vectors of the layer that the cross-encoder goes on from, (n_tokens, width).
        """
        lots = in_lots(torch.tensor([len(one) for one in lower]), -(-len(lower) // TOGETHER))
        made: list[Tensor] = [torch.empty(0)] * len(lower)
        for lot in lots:
            own = [lower[n] for n in lot]
            read = nn.utils.rnn.pad_sequence(own, batch_first=True)
            seen = nn.utils.rnn.pad_sequence([torch.ones(len(one)) for one in own], batch_first=True)
            read = through(self.encoder.encoder.layer[-LAYERS:], read, seen)
            for row, n in enumerate(lot):
                made[n] = read[row, : len(lower[n])]
        return torch.cat(made)

    def upper(self) -> tuple[list[nn.Parameter], list[nn.Parameter]]:
        """The weights above the layer that the cross-encoder goes on from, and those of what a token counts."""
        return list(self.encoder.encoder.layer[-LAYERS:].parameters()), list(self.weight.parameters())

    def match(self, asked: Tensor, lengths: Tensor, pages: Tensor, sentences: Tensor) -> Tensor:
        """How well each sentence matches each question, token by token: (n_questions, n_sentences).

        Args:
            asked: Vectors of all tokens of the questions, one question after the other, (n_question_tokens, width).
            lengths: Tokens of each question, int64.
            pages: Vectors of all tokens of the sentences, (n_sentence_tokens, width).
            sentences: Tokens of each sentence, int64.
        """
        alike = functional.normalize(pages, dim=-1) @ functional.normalize(asked, dim=-1).T
        best = torch.segment_reduce(alike, "max", lengths=sentences, axis=0, initial=-1.0)  # (n_sentences, n_tokens)
        counts = functional.softplus(self.weight(asked)[..., 0])
        whole = torch.segment_reduce(asked, "sum", lengths=lengths, axis=0)
        sums = torch.segment_reduce(pages, "sum", lengths=sentences, axis=0)
        weighted = torch.segment_reduce((best * counts).T.contiguous(), "sum", lengths=lengths, axis=0)
        tokenwise = weighted / torch.segment_reduce(counts, "sum", lengths=lengths, axis=0)[:, None]
        wholes = functional.normalize(whole, dim=-1) @ functional.normalize(sums, dim=-1).T
        together: Tensor = self.scales[0] * tokenwise + self.scales[1] * wholes
        return together


def in_lots(lengths: Tensor, lots: int) -> list[Tensor]:
    """The numbers of padded rows in a few lots of like length, so that little is read in vain."""
    return [lot for lot in torch.argsort(lengths).tensor_split(lots) if len(lot)]
