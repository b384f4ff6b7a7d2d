"""The comparer: finds for each token of a question what comes nearest in a sentence, and weighs how well they fit.

Only this small part is learnt for "does it answer"; the vectors come from an encoder that stays as it is. The same
steps stand in numpy in ``assistant.read.compare``; a test holds the two together.

Source: decomposable attention, Parikh et al., EMNLP 2016, doi:10.18653/v1/D16-1244; over vectors of late interaction,
Khattab and Zaharia, SIGIR 2020, doi:10.1145/3397271.3401075.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional

NARROW = 96  # numbers of a token's vector that are compared
HIDDEN = 128
SAID = 48  # numbers that a comparison comes to
SHARP = 20.0  # how sharply a token is aligned with the nearest ones
NEVER = -30.0  # the logit of a sentence that is not there
FIGURES = 5  # told of each token beside the vectors; as many of each sentence


class Comparer(nn.Module):
    """All tensors float32. See ``forward``."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.narrow = nn.Linear(width, NARROW)
        self.weight = nn.Linear(width, 1)
        self.compare = nn.Sequential(
            nn.Linear(4 * NARROW + FIGURES, HIDDEN), nn.ReLU(), nn.Linear(HIDDEN, SAID), nn.ReLU()
        )
        self.verdict = nn.Sequential(nn.Linear(2 * SAID + FIGURES, HIDDEN), nn.ReLU(), nn.Linear(HIDDEN, 1))

    def forward(self, asked: Tensor, there: Tensor, page: Tensor, seen: Tensor, member: Tensor) -> Tensor:
        """The logit of each sentence of pairs of a question and a page, (n_pairs, n_sentences).

        Args:
            asked: Vectors of the question's tokens, (n_pairs, n_tokens, width).
            there: 1 for each of its tokens that is one, 0 for filling.
            page: Vectors of the page's tokens, (n_pairs, n_page_tokens, width).
            seen: The same for them.
            member: 1 for each token of a sentence, (n_pairs, n_sentences, n_page_tokens).
        """
        left, right = functional.normalize(asked, dim=-1), functional.normalize(page, dim=-1)
        alike = left @ right.transpose(1, 2)  # (pairs, tokens, page tokens)
        anywhere = (alike - 2 * (1 - seen)[:, None]).amax(-1)  # (pairs, tokens)
        inside = alike[:, :, None] - 4 * (1 - member)[:, None]  # (pairs, tokens, sentences, page tokens)
        best = inside.amax(-1).clamp(min=-1)  # (pairs, tokens, sentences)
        shares = (SHARP * inside).softmax(-1)
        mine, theirs = self.narrow(asked), self.narrow(page)
        nearest = torch.einsum("btsp,bpn->btsn", shares, theirs)
        own = mine[:, :, None].expand_as(nearest)
        counts = functional.softplus(self.weight(asked)[..., 0]) * there
        counts = counts / counts.sum(1, keepdim=True)
        wide = best.shape
        figures = torch.stack(
            [
                best,
                anywhere[:, :, None].expand(wide),
                best - anywhere[:, :, None],
                counts[:, :, None].expand(wide) * 10,
                shares.amax(-1),
            ],
            -1,
        )
        said = self.compare(torch.cat([own, nearest, own * nearest, (own - nearest).abs(), figures], -1))
        told = there[:, :, None, None]
        mean = (said * counts[:, :, None, None]).sum(1)
        most = (said - 1e4 * (1 - told)).amax(1).clamp(min=0)
        length = member.sum(-1)
        middle = functional.normalize(member @ page, dim=-1)
        whole = functional.normalize((asked * there[..., None]).sum(1), dim=-1)
        match = (best * counts[:, :, None]).sum(1)
        sentence = torch.stack(
            [
                match * 5,
                (middle * whole[:, None]).sum(-1) * 5,
                (anywhere * counts).sum(1, keepdim=True).expand_as(match) * 5,
                (best.masked_fill(~told[..., 0].bool(), 1).amin(1)),
                length.clamp(max=60) / 30,
            ],
            -1,
        )
        logits: Tensor = self.verdict(torch.cat([mean, most, sentence], -1))[..., 0]
        return logits.masked_fill(length == 0, NEVER)
