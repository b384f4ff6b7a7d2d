"""Hostile words in papers, file names and questions, read back from everything that is made of them.

The same words stand in the title, a heading, a paragraph and a list of a paper of any form, in the name of its file,
and in a question. What comes out is read as a machine would: every screen and the papers as HTML, the answers as lines
of JSON and as a terminal gets them, briefings as Markdown, Word and PDF. A real browser opens them in
``tests/ui/test_hostile_words.py``.
"""

from __future__ import annotations

import json
import re
import tempfile
import zipfile
import zlib
from collections.abc import Callable, Iterable
from html import escape
from pathlib import Path
from random import Random
from urllib.parse import quote

import httpx
from lxml import html

from eval.fire import house
from eval.fire.counted import Counted, Order
from eval.fire.hostile_files import docx
from eval.fire.hostile_words import WORDS
from eval.load import BOX, Event, event_of, told, typed_in
from eval.mutants import Mutant, other_forms

# Elements that neither a paper nor a question may bring along; the page's own bring no address elsewhere.
FOREIGN = ("script", "style", "img", "svg", "math", "iframe", "object", "embed", "video", "form", "base", "meta",
           "link", "marquee")  # fmt: skip
_OBEYED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)
_ACTIONS = (b"/JavaScript", b"/JS ", b"/Launch", b"/SubmitForm", b"/ImportData", b"javascript:", b"/EmbeddedFile")
_SAFE = ("https://", "http://127.0.0.1", "/", "#", "tel:1")  # the last for where who is in danger can turn
_DOWNLOAD = "data:"  # what our own links for saving begin with
SUBJECT = "veerboot"
ASKED = 12  # one of so many questions is typed into the terminal, where each costs a start of the program


def fire(order: Order) -> list[Counted]:
    """``n`` cases: hostile words in the five places of a paper and as a question, again and again joined otherwise."""
    n = order.n
    words = list(_words(max(1, n // 6), order.seed))
    with tempfile.TemporaryDirectory(prefix="passend-fire-") as place:
        home, data, folder = Path(place), Path(place, "index"), Path(place, "stukken")
        folder.mkdir()
        for number, hostile in enumerate(words):
            _plant(folder, number, hostile)
        ran = house.passend(home, "index", str(folder), "--data", str(data))
        counted = [_terminal(home, data, words, ran.out + ran.err), _lines(home, data, words)]
        looks = list(LOOKS.items())[: 1 if house.is_short(n) else None]
        counted += [_briefing(home, data, suffix, look) for suffix, look in looks]
        with house.chat(home, data) as chat:
            counted += [_papers(chat, len(words)), _page(chat, words, order)]
    return counted


def _words(count: int, seed: int) -> Iterable[str]:
    yield from WORDS[:count]
    for number in range(count - len(WORDS)):
        yield " ".join(Random(f"{seed}-{number}").sample(WORDS, 2))


def _plant(folder: Path, number: int, hostile: str) -> None:
    """A paper with the words in its title, a heading, a paragraph, a list and its name, in one form after the other."""
    name = "".join(sign for sign in hostile if sign not in "/\0\n")[:40]
    forms = _forms(number, hostile)
    form = list(forms)[number % len(forms)]
    (folder / f"{number} {name}{form}").write_bytes(forms[form])


def _forms(number: int, hostile: str) -> dict[str, bytes]:
    """The paper in every form, by extension."""
    words = "".join(sign for sign in hostile if sign >= " " and sign != "\ufffe")  # a file with others is refused
    # Control characters written as numbers come through where their bytes would not.
    marked = "".join(f"&#{ord(sign)};" if sign < " " or "\x7e" < sign < "\xa0" else escape(sign) for sign in hostile)
    head, said = f"Kop {number}", f"De veerboot nummer {number} vaart dagelijks."
    text = (
        f"Onderwerp: Veerboot {number} {words}\n\nGeachte voorzitter,\n\n1. {head} {words}\n\n{said} {words}\n\n"
        f"• punt {number} {words}\n• nog een punt\n"
    ).encode("utf-8", "replace")
    page = (
        f"<html><head><title>Veerboot {number} {marked}</title></head><body><h1>{head} {marked}</h1>"
        f"<p>{said} {marked}</p><ul><li>punt {marked}</li></ul></body></html>"
    )
    plain = escape("".join(sign for sign in words if sign != "\x7f"))
    lines = "".join(f"<w:p><w:r><w:t>{line} {plain}</w:t></w:r></w:p>" for line in (f"Onderwerp: {head}", head, said))
    letter = b"From: a@voorbeeld.invalid\nTo: b@voorbeeld.invalid\nContent-Type: text/plain; charset=utf-8\nSubject: "
    others = {one.extension: one.data for one in other_forms(Mutant(name="", extension=".txt", data=text))}
    return others | {
        ".txt": text,
        ".html": page.encode("utf-8", "replace"),
        ".docx": docx(lines),
        ".eml": letter + words.encode("utf-8", "replace") + b"\n\n" + text,
    }


def _terminal(home: Path, data: Path, words: list[str], indexed: bytes) -> Counted:
    """What the terminal got of the names and notes of indexing, of the list of papers, and of a few answers."""
    faults = [f"indexing: {found!r}"] if (found := _obeyed(indexed)) else []
    asked = [*words[ASKED - 1 :: ASKED], "Welke veerboot vaart dagelijks?"]
    said = [house.passend(home, "status", "--data", str(data))]
    for question in asked:
        typed = f"Veerboot {question}".encode("utf-8", "replace").replace(b"\0", b"")
        said.append(house.passend(home, b"ask", b"--data", bytes(data), b"--", typed))
    faults += [
        f"ended with {ran.code}: {found!r} {ran.err[-100:]!r}"
        for ran in said
        if (found := _obeyed(ran.out + ran.err)) or ran.code
    ]
    return Counted(promise="inert", what="in the terminal", tried=len(said) + 1, faults=tuple(faults))


def _obeyed(said: bytes) -> str:
    return "".join(_OBEYED.findall(said.decode("utf-8", "replace")))


def _lines(home: Path, data: Path, words: list[str]) -> Counted:
    asked = b"\n".join(json.dumps({"id": n, "question": f"Veerboot {n} {one}"}).encode() for n, one in enumerate(words))
    ran = house.passend(home, "ask", "--jsonl", "-", "--data", str(data), given=asked)
    faults = []
    for line in ran.out.split(b"\n")[:-1]:
        try:
            json.loads(line)
        except ValueError:
            faults.append(f"no JSON: {line[:80]!r}")
        if re.search(rb"[\x00-\x1f\x7f]", line):
            faults.append(f"a control character in {line[:80]!r}")
    if ran.out.count(b"\n") != len(words):
        faults.append(f"{ran.out.count(10)} lines for {len(words)}")
    return Counted(promise="inert", what="as lines of JSON", tried=len(words), faults=tuple(faults))


def _briefing(home: Path, data: Path, suffix: str, look: Callable[[Path], list[str]]) -> Counted:
    """A briefing on what all the papers speak of."""
    file = home / f"briefing{suffix}"
    ran = house.passend(home, "briefing", SUBJECT, "--uitgebreid", "--out", str(file), "--data", str(data))
    wrong = ran.wrong(0)
    said = [wrong] if wrong else look(file)
    return Counted(promise="inert", what=f"briefing as {suffix[1:]}", tried=1, faults=tuple(said))


def _of_markdown(file: Path) -> list[str]:
    text = file.read_text(encoding="utf-8").partition("```")[0]  # the receipt is code, and holds no words of papers
    active = re.findall(r"(?<!\\)(?:<[a-zA-Z/!]|\]\(|^\s{0,3}(?:```|~~~))", text, flags=re.MULTILINE)
    return [f"mark-up that is none of ours: {active[:3]}"] if active else []


def _of_word(file: Path) -> list[str]:
    faults = []
    with zipfile.ZipFile(file) as archive:
        for name in archive.namelist():
            part = archive.read(name)
            if b"<w:instrText" in part or b"<w:fldSimple" in part or b"<w:fldChar" in part:
                faults.append(f"a field in {name}")
            targets = re.findall(rb'Target="([^"]*)"[^>]*TargetMode="External"', part)
            faults += [f"leads to {one!r}" for one in targets if not one.startswith(b"https://")]
            if "vba" in name.lower() or "embed" in name.lower():
                faults.append(f"holds {name}")
    return faults


def _of_pdf(file: Path) -> list[str]:
    data = file.read_bytes()
    objects = [data]
    for stream in _STREAM.findall(data):
        try:
            objects.append(zlib.decompress(stream))
        except zlib.error:
            continue
    # The words themselves stand there as glyphs, and in the outline as strings in brackets.
    acts = [re.compile(rb"<<[^()]*" + re.escape(one)) for one in _ACTIONS]
    return [f"an action: {act.pattern!r}" for act in acts if any(map(act.search, objects))]


LOOKS = {".docx": _of_word, ".md": _of_markdown, ".pdf": _of_pdf}


def _papers(chat: house.Chat, planted: int) -> Counted:
    """Every paper as a page."""
    listed = httpx.get(f"{chat.address}/api/stukken", timeout=house.PATIENCE).json()
    faults = [f"{len(listed)} of {planted} papers were read"] if len(listed) != planted else []
    for paper in listed:
        got = httpx.get(f"{chat.address}/stuk/{quote(paper['document'], safe='')}", timeout=house.PATIENCE)
        body = html.document_fromstring(got.content).find("body")
        faults += [f"{paper['document']}: {one}" for one in _alive(body)]
    return Counted(promise="inert", what="papers as pages", tried=len(listed), faults=tuple(faults))


def _page(chat: house.Chat, words: list[str], order: Order) -> Counted:
    """The conversation as the page gets it, and every twelfth time the other screens that are typed in."""
    config = chat.config
    asking, kinds = event_of(config), {one["id"]: one["type"] for one in config["components"]}
    outputs = {one["id"]: [kinds[number] for number in one["outputs"]] for one in config["dependencies"]}
    shots: list[tuple[Event, str]] = [(asking, f"Veerboot {number} {one}") for number, one in enumerate(words)]
    shots += [(event, f"{SUBJECT} {one}") for one in words[::ASKED] for event in typed_in(config)]
    firing = order.firing("inert", "what is typed on the screens", len(shots))
    for number in firing:
        event, given = shots[number]
        for kind, part in zip(outputs[event.number], told(chat.address, event, given), strict=False):
            if isinstance(part, str) and "<" in part and kind != BOX:
                for found in _alive(html.fragment_fromstring(part, create_parent=True)):
                    firing.hit(f"{given[:60]!r}: {found}")
    return firing.counted()


def _alive(tree: html.HtmlElement) -> list[str]:
    """What in a piece of a page is more than words and our own marks."""
    faults = [f"<{one.tag}>" for one in tree.iter(*FOREIGN)]
    for element in tree.iter():
        for name, value in element.attrib.items():
            if name.startswith("on") or name in {"style", "srcdoc", "formaction"}:
                faults.append(f"{name}={value[:40]!r}")
            saved = value.startswith(_DOWNLOAD) and "download" in element.attrib
            if name in {"href", "src"} and not value.startswith(_SAFE) and not saved:
                faults.append(f"{name}={value[:40]!r}")
    return faults
