"""Questions with the passages that they were asked of, from the files that people wrote."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from assistant.read.page import Page, pages_of
from ingest.passages import cut
from ingest.reading import read_files


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A question and the numbers of the sentences of its group that answer it; none for a near-miss."""

    question: str
    answers: frozenset[int]  # sentences, counted from 0 over all pages of the group
    style: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """The pages of one paper, or one page that stands alone, with the questions asked of them."""

    name: str
    pages: tuple[Page, ...]
    asked: tuple[Asked, ...]
    whole: bool = True  # nothing but the named sentences answers; not known of a page out of a longer paper
    starts: tuple[int, ...] = field(default=())  # the number of the first sentence of each page

    def __post_init__(self) -> None:
        starts, total = [], 0
        for page in self.pages:
            starts.append(total)
            total += len(page.sentences)
        object.__setattr__(self, "starts", tuple(starts))

    @property
    def kept_apart(self) -> bool:
        """Whether the group is only measured with: one in twelve, by the hash of its name."""
        return int(hashlib.sha256(self.name.encode()).hexdigest(), 16) % 12 == 0


def invented(folder: Path) -> Iterator[Group]:
    """The invented papers of a folder (``NN-slug.md``) with their questions (``NN-slug.jsonl``).

    An answer is named by how its sentence begins; a question of which no such sentence is found is left out.
    """
    documents = {document.source.file: document for document in read_files(folder).documents}
    for name, document in sorted(documents.items()):
        lines = _json_lines((folder / name).with_suffix(".jsonl"))
        made = [page for page in pages_of(document, cut(document), _title(folder / name)) if page.sentences]
        sentences = [text for page in made for text in page.sentences]
        asked = []
        for line in lines:
            found = [_begins(begin, sentences) for begin in line["a"]]
            if None in found:
                continue
            question = " ".join([*line.get("h", []), line["q"]])
            asked.append(
                Asked(question=question, answers=frozenset(n for n in found if n is not None), style=line["style"])
            )
        yield Group(name=f"{folder.name}/{name}", pages=tuple(made), asked=tuple(asked))


def of_passages(passages: Path, questions: Path) -> Iterator[Group]:
    """Public texts, each passage alone: ``passages.json.zst`` and the questions by ``pid``."""
    import zstandard

    text = zstandard.ZstdDecompressor().stream_reader(passages.read_bytes()).read()
    lines: dict[str, list[dict[str, Any]]] = {}
    for line in _json_lines(questions):
        if not line.get("skip"):  # of other people's files
            lines.setdefault(line["pid"], []).append(line)
    for one in json.loads(text):
        asked = tuple(
            Asked(question=line["q"], answers=frozenset(line["a"]), style=line["style"])
            for line in lines.get(one["pid"], ())
        )
        if asked:
            page = Page(
                above=" · ".join(filter(None, [one["doc"], one["head"]])),
                sentences=tuple(" ".join(text.split()) for text in one["sents"]),
            )
            yield Group(name=f"{one['src']}/{one['doc']}/{one['pid']}", pages=(page,), asked=asked, whole=False)


def _json_lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def _title(path: Path) -> str:
    lines = path.read_text(encoding="utf-8").splitlines()
    return next((line.removeprefix("titel:").strip(' "') for line in lines if line.startswith("titel:")), "")


def _begins(begin: str, sentences: list[str]) -> int | None:
    """The number of the sentence that begins so, or holds these words; None if there is no such sentence."""
    words = " ".join(begin.split()).strip("*# ")
    for fits in (str.startswith, str.__contains__):
        for number, sentence in enumerate(sentences):
            if fits(sentence.strip("*#- "), words):
                return number
    return None
