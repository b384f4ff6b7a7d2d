"""Cut the public texts that ``questions/public.jsonl`` was asked of: ``… --sources FOLDER --out FOLDER``.

The texts are answers to Kamervragen, pages of rijksoverheid.nl (CC0) and replies in debates; they are other people's
and not in this repository. A question names its passage by a hash, and its answers by the places in the text at which
their sentences begin: so neither depends on how a text is parted into sentences today.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from ingest.sentences import split

QUESTIONS = Path(__file__).parent / "questions" / "public.jsonl"
NAME = 12  # hexadecimal digits that name a passage

Lines = list[dict[str, Any]]


def material(sources: Path, asked: Lines) -> tuple[Lines, Lines]:
    """The passages that questions were asked of, and the questions: as ``examples.of_passages`` reads both.

    Raises:
        ValueError: The sources lack a passage.
    """
    wanted = {line["passage"] for line in asked}
    passages: Lines = []
    starts: dict[str, list[int]] = {}
    for source, document, head, text in _texts(sources):
        name = name_of(document, head, flat(text))
        if name in wanted and name not in starts:
            spans = split(text)
            starts[name] = [len(flat(f"{text[:start]}.")) - 1 for start, _ in spans]  # of the sentence in the flat text
            sentences = [flat(text[start:end]) for start, end in spans]
            passages.append({"pid": name, "src": source, "doc": document, "head": head, "sents": sentences})
    if lacking := wanted - starts.keys():
        raise ValueError(f"{len(lacking)} of {len(wanted)} passages are not in {sources}")
    return passages, [
        {
            "pid": line["passage"],
            "q": line["q"],
            "a": sorted({bisect_right(starts[line["passage"]], place) - 1 for place in line["a"]}),
            "style": line["style"],
        }
        for line in asked
    ]


def flat(text: str) -> str:
    """The text with one space for each gap, in which the places of answers are counted."""
    return " ".join(text.split())


def name_of(document: str, head: str, text: str) -> str:
    """What names a passage: the same wherever it stands among the sources."""
    return hashlib.sha256("\n".join((document, head, text)).encode()).hexdigest()[:NAME]


def _texts(sources: Path) -> Iterator[tuple[str, str, str, str]]:
    for row in _lines(sources / "nl_kamervragen_qa_2024.jsonl.zst"):
        yield "kamervragen", row.get("subject") or row.get("doc") or "", row["question"], row["passage"]
    for row in _lines(sources / "nl_rijksoverheid_vac_sections.jsonl.zst"):
        yield "rijksoverheid", row["page_question"], row["heading"], row["passage"]
    for row in _lines(sources / "nl_debat_vraag_antwoord.jsonl.zst"):
        yield "debat", "", row["question_only"], row["passage"]


def _lines(path: Path) -> list[dict[str, str]]:
    import zstandard

    text = zstandard.ZstdDecompressor().stream_reader(path.read_bytes()).read().decode("utf-8")
    return [json.loads(line) for line in text.splitlines()]


def main(arguments: Sequence[str] | None = None) -> None:
    """Read the arguments and write ``passages.json.zst`` and ``questions.jsonl``."""
    import zstandard

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sources", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args(arguments)
    options.out.mkdir(parents=True, exist_ok=True)
    passages, questions = material(
        options.sources, [json.loads(line) for line in QUESTIONS.read_text(encoding="utf-8").splitlines()]
    )
    data = json.dumps(passages, ensure_ascii=False).encode()
    (options.out / "passages.json.zst").write_bytes(zstandard.ZstdCompressor().compress(data))
    written = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in questions)
    (options.out / "questions.jsonl").write_text(written, encoding="utf-8")


if __name__ == "__main__":
    main()
