"""A vocabulary of word parts in which compounds share the vectors of their parts."""

import json
from collections.abc import Iterable

from tokenizers import Tokenizer, models, normalizers, pre_tokenizers, trainers

SIZE = 32_000
PAD, UNKNOWN = "[PAD]", "[UNK]"
DIGITS = 6  # of a part's score; the library adds up in no fixed order, which shows from the 13th


def train_vocabulary(texts: Iterable[str], *, size: int = SIZE) -> Tokenizer:
    """Learn a Unigram vocabulary in lower case, without accents and without word boundaries.

    Most subword vocabularies mark the start of a word, so that the second half of
    "leerlingenvervoer" has nothing to do with the word "vervoer". Without the mark they are
    the same token, which is what a language of compounds wants from a sum of vectors.

    Args:
        texts: What to learn from; order does not matter.
        size: Most tokens, special ones included.

    Returns:
        The same vocabulary to the last digit for the same texts.
    """
    tokenizer = Tokenizer(models.Unigram())
    tokenizer.normalizer = normalizers.Sequence(
        [normalizers.NFD(), normalizers.StripAccents(), normalizers.Lowercase()]
    )
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
        [
            pre_tokenizers.WhitespaceSplit(),
            pre_tokenizers.Punctuation(),
            pre_tokenizers.Digits(individual_digits=False),
        ]
    )
    trainer = trainers.UnigramTrainer(
        vocab_size=size, special_tokens=[PAD, UNKNOWN], unk_token=UNKNOWN, show_progress=False
    )
    tokenizer.train_from_iterator(texts, trainer)
    return _in_fixed_order(tokenizer)


def _in_fixed_order(tokenizer: Tokenizer) -> Tokenizer:
    state = json.loads(tokenizer.to_str())
    special = [[token, 0.0] for token in (PAD, UNKNOWN)]
    parts = [[part, round(score, DIGITS)] for part, score in state["model"]["vocab"] if part not in (PAD, UNKNOWN)]
    state["model"]["vocab"] = special + sorted(parts, key=lambda part: (-part[1], part[0]))
    return Tokenizer.from_str(json.dumps(state))
