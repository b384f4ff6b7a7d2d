"""A vocabulary of word parts in which compounds share the vectors of their parts."""

from collections.abc import Iterable

from tokenizers import Tokenizer, models, normalizers, pre_tokenizers, trainers

SIZE = 32_000
PAD, UNKNOWN = "[PAD]", "[UNK]"


def train_vocabulary(texts: Iterable[str], *, size: int = SIZE) -> Tokenizer:
    """Learn a Unigram vocabulary in lower case, without accents and without word boundaries.

    Most subword vocabularies mark the start of a word, so that the second half of
    "leerlingenvervoer" has nothing to do with the word "vervoer". Without the mark they are
    the same token, which is what a language of compounds wants from a sum of vectors.

    Args:
        texts: What to learn from; order does not matter.
        size: Most tokens, special ones included.
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
    return tokenizer
