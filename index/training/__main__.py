"""Train the Dutch model: ``python -m index.training --data FOLDER --out index/model``."""

import argparse
import logging
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import torch
from tokenizers import Tokenizer

from .card import save
from .data import read_held_out, read_training_data
from .distil import Recipe
from .student import train

logger = logging.getLogger(__name__)


def main(arguments: Sequence[str]) -> None:
    """Read the data, train and write the model folder."""
    parser = argparse.ArgumentParser(prog="python -m index.training", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="training data; its folder eval is held out")
    parser.add_argument("--out", type=Path, required=True, help="model folder to write")
    parser.add_argument("--cache", type=Path, required=True, help="folder for the teacher's vectors")
    parser.add_argument("--held-out", type=Path, nargs="*", default=[], help="more texts that may not be learned")
    parser.add_argument("--share-alike", action="store_true", help="also use sources under CC BY-SA")
    parser.add_argument("--vocabulary", type=Path, help="tokenizer.json to keep; without it one is learned")
    parser.add_argument("--seed", type=int, default=Recipe().seed)
    parser.add_argument("--epochs", type=int, default=Recipe().epochs)
    parser.add_argument("--dim", type=int, default=Recipe().dim)
    parser.add_argument("--threads", type=int, default=1)
    options = parser.parse_args(arguments)
    logging.basicConfig(level=logging.INFO, format="%(message)s", stream=sys.stdout)
    torch.set_num_threads(options.threads)
    start = time.monotonic()
    held_out = read_held_out([options.data / "eval", *options.held_out])
    data = read_training_data(options.data, held_out=held_out, share_alike=options.share_alike)
    for source, rows in sorted(data.rows().items()):
        logger.info("%8d %s", rows, source)
    recipe = Recipe(seed=options.seed, epochs=options.epochs, dim=options.dim)
    vocabulary = Tokenizer.from_file(str(options.vocabulary)) if options.vocabulary else None
    student = train(data, recipe, cache=options.cache, tokenizer=vocabulary)
    save(student, data, recipe, options.out)
    logger.info("%s written after %.0f seconds", options.out, time.monotonic() - start)


if __name__ == "__main__":
    main(sys.argv[1:])
