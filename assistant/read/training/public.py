"""Cut the public texts that ``questions/public.jsonl`` was asked of: ``… --sources FOLDER --out passages.json.zst``.

The texts are answers to Kamervragen, pages of rijksoverheid.nl (CC0) and replies in debates; they are other people's
and not in this repository. The same sources give the same passages under the same numbers.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from ingest.sentences import split

SEED = 3
SHORTEST, LONGEST = 35, 220  # words of a passage
WANTED = {"kamervragen": 260, "rijksoverheid": 150, "debat": 70}  # passages of each source at most

Passage = dict[str, Any]


def passages(sources: Path) -> list[Passage]:
    """The passages, each with ``pid``, ``src``, ``doc``, ``head`` and its sentences ``sents``."""
    chance = random.Random(SEED)
    rows = _lines(sources / "nl_rijksoverheid_vac_sections.jsonl.zst")
    pages = chance.sample(rows, len(rows))
    motions = _lines(sources / "nl_moties_onderwerp_tekst.jsonl.zst")
    chance.sample(motions, 60)  # motions proved to be one sentence each; drawn so that what follows stays the same
    found: dict[str, list[Passage]] = {name: [] for name in WANTED}
    seen: set[str] = set()
    for source, document, head, text in _texts(sources, pages):
        sentences = [" ".join(text[start:end].split()) for start, end in split(text)]
        sentences = [sentence for sentence in sentences if sentence]
        key = hashlib.sha256(" ".join(sentences).encode()).hexdigest()
        words = sum(len(sentence.split()) for sentence in sentences)
        if SHORTEST <= words <= LONGEST and len(sentences) > 1 and key not in seen:
            seen.add(key)
            found[source].append({"src": source, "doc": document, "head": head, "sents": sentences})
    chosen: list[Passage] = []
    for source, amount in WANTED.items():
        chance.shuffle(found[source])
        chosen += found[source][:amount]
    chance.shuffle(chosen)
    return [{**one, "pid": f"Q{number:04d}"} for number, one in enumerate(chosen)]


def _texts(sources: Path, pages: Sequence[Mapping[str, str]]) -> Iterator[tuple[str, str, str, str]]:
    for row in _lines(sources / "nl_kamervragen_qa_2024.jsonl.zst"):
        yield (
            "kamervragen",
            row.get("subject") or row.get("doc") or "",
            row["question"],
            row["passage"].replace("\r", ""),
        )
    for page in pages:
        yield "rijksoverheid", page["page_question"], page["heading"], page["passage"].replace("\r", "")
    for row in _lines(sources / "nl_debat_vraag_antwoord.jsonl.zst"):
        yield "debat", "", row["question_only"], row["passage"].replace("\r", "")


def _lines(path: Path) -> list[dict[str, str]]:
    import zstandard

    text = zstandard.ZstdDecompressor().stream_reader(path.open("rb")).read().decode("utf-8")
    return [json.loads(line) for line in text.splitlines()]


def main(arguments: Sequence[str] | None = None) -> None:
    """Read the arguments and write the passages."""
    import zstandard

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sources", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args(arguments)
    text = json.dumps(passages(options.sources), ensure_ascii=False)
    options.out.write_bytes(zstandard.ZstdCompressor().compress(text.encode("utf-8")))


if __name__ == "__main__":
    main()
