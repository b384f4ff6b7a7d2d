"""Damaged papers: real files with bytes, lines or letters changed, the same ones for the same seed."""

from __future__ import annotations

import html
import io
import random
import re
import zipfile
import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lxml import etree

from ingest.formats import READERS

LINES = frozenset({".txt", ".md"})
MARKED_UP = frozenset({".html", ".htm", ".xml"})
ZIPPED = frozenset({".docx", ".odt"})
STREAM = re.compile(rb"(?<=stream\n).*?(?=\n?endstream)|(?<=stream\r\n).*?(?=\r?\n?endstream)", re.DOTALL)
# Letters that readers stumble over: ends of lines and pages, joiners, marks, another direction, digits of others.
TAG = re.compile(r"(<[^>]*>)")
STRANGE = "\0\t\f\v\r\n\x1c\x85\xa0\xad\u0301\u0660\u200b\u200d\u2028\u202e\u3000\ue000\ufeff\ufffd🙂²½Ⅳﬁİß"
ODF_SPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "text", "table", "style")
)

Change = Callable[[bytes, random.Random], bytes]
Rewrite = Callable[[str, random.Random], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mutant:
    """A damaged file."""

    name: str
    extension: str
    data: bytes


def originals(folders: Sequence[Path]) -> list[Mutant]:
    """The papers of some folders that have a form that is read, and the texts among them in every other form."""
    files = sorted(path for folder in folders for path in folder.rglob("*") if path.suffix.lower() in READERS)
    found = [Mutant(name=path.name, extension=path.suffix.lower(), data=path.read_bytes()) for path in files]
    texts = [paper for paper in found if paper.extension == ".txt"]
    return found + [form for paper in texts for form in other_forms(paper)]


def mutants(papers: Sequence[Mutant], count: int, seed: int) -> Iterator[Mutant]:
    """So many damaged papers, every form as often as the others."""
    by_form: dict[str, list[Mutant]] = {}
    for paper in papers:
        by_form.setdefault(paper.extension, []).append(paper)
    forms = sorted(by_form)
    for number in range(count):
        chance = random.Random(f"{seed}-{number}")
        paper = chance.choice(by_form[forms[number % len(forms)]])
        data, done = paper.data, []
        for _ in range(chance.choice((1, 1, 2, 3, 8))):
            name, change = chance.choice(_changes(paper.extension))
            data = change(data, chance)
            done.append(name)
        yield Mutant(name=f"{paper.name} {seed}-{number} {', '.join(done)}", extension=paper.extension, data=data)


def other_forms(paper: Mutant) -> Iterator[Mutant]:
    """A paper that is text as a page, as official XML, as Markdown and as a document of a word processor."""
    lines = paper.data.decode("utf-8", "replace").split("\n")
    escaped = [html.escape("".join(letter for letter in line if letter >= " ")) for line in lines]
    page = "".join(f"<p>{line}<sup>{number}</sup></p>\n" for number, line in enumerate(escaped))
    official = "".join(f"<al>{line}<noot><noot.nr>1</noot.nr><noot.al>{line}</noot.al></noot></al>" for line in escaped)
    office = "".join(
        f"<text:list><text:list-item><text:p>{line}</text:p></text:list-item></text:list>" for line in escaped
    )
    text = f"<office:body><office:text>{office}</office:text></office:body>"
    body = f"<office:document {ODF_SPACES}>{text}</office:document>"
    forms = {
        ".html": f"<html><body><main><table><tr><td>{page}</td></tr></table></main></body></html>".encode(),
        ".xml": f"<officiele-publicatie><stuk><tekst>{official}</tekst></stuk></officiele-publicatie>".encode(),
        ".md": "\n".join(["---", "title: Een stuk", "---", "# Een kop", *lines]).encode(),
        ".odt": _zipped({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": body.encode()}),
    }
    for extension, data in forms.items():
        yield Mutant(name=paper.name, extension=extension, data=data)


def _changes(extension: str) -> Sequence[tuple[str, Change]]:
    """What is done to a file: to its letters and bytes, to its elements, to what it holds packed."""
    letters = [(name, _on_text(rewrite)) for name, rewrite in REWRITES]
    if extension in LINES:
        return (*letters, *CHANGES)
    elements = [(name, _on_tree(rearrange)) for name, rearrange in REARRANGED]
    elements += [(f"words {name}", _on_words(rewrite)) for name, rewrite in REWRITES]
    if extension in MARKED_UP:
        return (*elements, *letters[:2], *CHANGES)
    inner, kinds = (_in_zip, elements) if extension in ZIPPED else (_in_stream, letters)
    return (*((f"inner {name}", inner(change)) for name, change in (*kinds, *CHANGES[:2])), *CHANGES)


def _flip(data: bytes, chance: random.Random) -> bytes:
    changed = bytearray(data)
    for _ in range(chance.choice((1, 3, 30)) if data else 0):
        changed[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def _cut_off(data: bytes, chance: random.Random) -> bytes:
    return data[: chance.randrange(len(data) + 1)]


def _splice(data: bytes, chance: random.Random) -> bytes:
    start, end = _span(len(data), chance)
    at = chance.randrange(len(data) + 1)
    return data[:at] + data[start:end] + data[at:]


def _take_out(data: bytes, chance: random.Random) -> bytes:
    start, end = _span(len(data), chance)
    return data[:start] + data[end:]


def _fill(data: bytes, chance: random.Random) -> bytes:
    start, end = _span(len(data), chance)
    return data[:start] + bytes([chance.choice((0, 0xFF, 0x20, 0x3C))]) * (end - start) + data[end:]


def _noise(data: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(data) + 1)
    return data[:at] + chance.randbytes(chance.randrange(1, 60)) + data[at:]


def _span(length: int, chance: random.Random) -> tuple[int, int]:
    start = chance.randrange(length + 1)
    return start, min(length, start + chance.choice((1, 10, 100, 1_000, 10_000)))


def _swap_lines(text: str, chance: random.Random) -> str:
    lines = text.split("\n")
    one, other = chance.randrange(len(lines)), chance.randrange(len(lines))
    lines[one], lines[other] = lines[other], lines[one]
    return "\n".join(lines)


def _drop_lines(text: str, chance: random.Random) -> str:
    most = chance.choice((0.02, 0.2, 0.7))
    return "\n".join(line for line in text.split("\n") if chance.random() > most)


def _join_lines(text: str, chance: random.Random) -> str:
    return "".join(line + ("\n" if chance.random() > 0.3 else " ") for line in text.split("\n"))


def _break_lines(text: str, chance: random.Random) -> str:
    return "".join(letter if letter != " " or chance.random() > 0.1 else "\n" for letter in text)


def _repeat_lines(text: str, chance: random.Random) -> str:
    lines = text.split("\n")
    start, end = _span(len(lines), chance)
    return "\n".join([*lines[:end], *lines[start:end][:100], *lines[end:]])


def _strange_letters(text: str, chance: random.Random) -> str:
    letters = list(text)
    for _ in range(chance.choice((1, 10, 100))):
        letters.insert(chance.randrange(len(letters) + 1), chance.choice(STRANGE))
    return "".join(letters)


def _other_numbers(text: str, chance: random.Random) -> str:
    return re.sub(
        r"\d+",
        lambda match: str(chance.choice((0, 1, 7, 99, 2023, 10**9))) if chance.random() < 0.2 else match[0],
        text,
    )


def _other_marks(text: str, chance: random.Random) -> str:
    return "".join(
        letter if letter not in ".,:;()«»-" or chance.random() > 0.2 else chance.choice(".,:;()«»- ") for letter in text
    )


def _shuffled_words(text: str, chance: random.Random) -> str:
    words = text.split(" ")
    start, end = _span(len(words), chance)
    part = words[start:end]
    chance.shuffle(part)
    return " ".join([*words[:start], *part, *words[end:]])


def _remove(elements: Sequence[Any], chance: random.Random) -> None:
    element = chance.choice(elements)
    element.getparent().remove(element)


def _repeat(elements: Sequence[Any], chance: random.Random) -> None:
    element = chance.choice(elements)
    element.addnext(deepcopy(element))


def _move(elements: Sequence[Any], chance: random.Random) -> None:
    element, to = chance.choice(elements), chance.choice(elements)
    if element not in (to, *to.iterancestors()):
        to.insert(chance.randrange(len(to) + 1), element)


def _rename(elements: Sequence[Any], chance: random.Random) -> None:
    element, other = chance.choice(elements), chance.choice(elements)
    if isinstance(element.tag, str) and isinstance(other.tag, str):
        with suppress(ValueError):  # a damaged file may have a name that none may be given
            element.tag = other.tag


def _wrap(elements: Sequence[Any], chance: random.Random) -> None:
    element, other = chance.choice(elements), chance.choice(elements)
    if isinstance(other.tag, str):
        with suppress(ValueError):  # as above
            wrapper = element.makeelement(other.tag)
            element.addprevious(wrapper)
            wrapper.append(element)


def _on_tree(rearrange: Callable[[Sequence[Any], random.Random], None]) -> Change:
    """A change of the elements of a file with mark-up."""

    def change(data: bytes, chance: random.Random) -> bytes:
        try:
            root = etree.fromstring(data, etree.XMLParser(recover=True, resolve_entities=False, no_network=True))
        except (etree.XMLSyntaxError, ValueError):
            return data
        elements = [] if root is None else list(root.iterdescendants())
        for _ in range(chance.choice((1, 3, 20))):
            attached = [element for element in elements if element.getparent() is not None]
            if attached:
                rearrange(attached, chance)
        return data if root is None else etree.tostring(root, encoding="utf-8")

    return change


def _on_words(rewrite: Rewrite) -> Change:
    """A change of the words between the tags of a file with mark-up."""

    def change(data: bytes, chance: random.Random) -> bytes:
        pieces = TAG.split(data.decode("utf-8", "replace"))
        words = [index for index, piece in enumerate(pieces) if piece.strip() and not piece.startswith("<")]
        for index in chance.sample(words, min(len(words), chance.choice((1, 5, 50)))):
            changed = rewrite(html.unescape(pieces[index]), chance)
            pieces[index] = html.escape("".join(letter for letter in changed if letter >= " " or letter in "\n\t"))
        return "".join(pieces).encode("utf-8", "replace")

    return change


def _on_text(rewrite: Rewrite) -> Change:
    """A change of letters as a change of bytes."""

    def change(data: bytes, chance: random.Random) -> bytes:
        text = data.decode("utf-8", "surrogateescape")
        return rewrite(text, chance).encode("utf-8", "surrogateescape")

    return change


def _in_zip(change: Change) -> Change:
    """A change of a part of a zipped document; of the whole file where that is no zip any more."""

    def inside(data: bytes, chance: random.Random) -> bytes:
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                parts = {name: archive.read(name) for name in archive.namelist()}
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError):
            return change(data, chance)
        texts = [name for name in parts if name.endswith(".xml")] or [""]
        weights = [8 if name in ("word/document.xml", "content.xml") else 1 for name in texts]
        name = chance.choices(texts, weights)[0]
        return _zipped(parts | {name: change(parts.get(name, b""), chance)})

    return inside


def _zipped(parts: dict[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name), content)
    return packed.getvalue()


def _in_stream(change: Change) -> Change:
    """A change of what a packed stream of a PDF holds; of the whole file where it has none."""

    def inside(data: bytes, chance: random.Random) -> bytes:
        streams = list(STREAM.finditer(data))
        if not streams:
            return change(data, chance)
        stream = chance.choice(streams)
        try:
            content = zlib.decompress(stream[0])
        except zlib.error:
            return data[: stream.start()] + change(stream[0], chance) + data[stream.end() :]
        return data[: stream.start()] + zlib.compress(change(content, chance)) + data[stream.end() :]

    return inside


CHANGES: tuple[tuple[str, Change], ...] = (
    ("flipped", _flip),
    ("cut off", _cut_off),
    ("spliced", _splice),
    ("taken out", _take_out),
    ("filled", _fill),
    ("noise", _noise),
)
REWRITES: tuple[tuple[str, Rewrite], ...] = (
    ("lines swapped", _swap_lines),
    ("lines dropped", _drop_lines),
    ("lines joined", _join_lines),
    ("lines broken", _break_lines),
    ("lines repeated", _repeat_lines),
    ("strange letters", _strange_letters),
    ("other numbers", _other_numbers),
    ("other marks", _other_marks),
    ("words shuffled", _shuffled_words),
)
REARRANGED = (
    ("element removed", _remove),
    ("element repeated", _repeat),
    ("element moved", _move),
    ("element renamed", _rename),
    ("element wrapped", _wrap),
)
