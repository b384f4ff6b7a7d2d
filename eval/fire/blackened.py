"""Words that a paper holds but does not show: under a box, in the colour of the page, without ink, beside the page.

Every page says something that can be read and hides a canary beside it: as PDF, as Word document and as web page. After
indexing the canary is nowhere.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Callable, Collection, Sequence
from pathlib import Path
from random import Random

from assistant.read import reader
from eval.fire.counted import Counted, Order
from eval.fire.hostile_files import FONT, HELVETICA, docx, page
from index import embedder as embedders
from index.generation import build
from ingest.reading import read_folder

MARK = "kanarie"
SEEN = "De gemeente betaalt het vervoer naar dorp"
LINES = 20  # of a page
Hidden = Sequence[tuple[str, str]]  # words, each with the way in which it is hidden
_SEEN = re.compile(rf"{SEEN} [0-9]+\.")

# How a word is drawn that nobody is to see: ``ink``, ``x`` and ``size`` of its letters, a box ``over`` or ``under`` it.
IN_PDF: dict[str, dict[str, str]] = {
    "under a black box": {"over": "0 g"},
    "under a white box": {"over": "1 g"},
    "under a grey box": {"over": "0.6 g"},
    "under a red box": {"over": "1 0 0 rg"},
    "black on a black box": {"under": "0 g"},
    "in white letters": {"ink": "1 g"},
    "without ink": {"ink": "3 Tr"},
    "beside the page": {"x": "900"},
    "too small to see": {"size": "0.5"},
    "clipped away": {"under": "1 g 0 0 9 9 re W n"},
}


# The same for a run of a Word document, by its properties, and for a piece of a web page, by what it stands in.
IN_WORD = {
    "under a black highlight": '<w:highlight w:val="black"/>',
    "black on black": '<w:shd w:fill="000000"/><w:color w:val="000000"/>',
    "in white": '<w:color w:val="FFFFFF"/>',
    "hidden": "<w:vanish/>",
    "struck through": "<w:strike/>",
    "too small to see": '<w:sz w:val="2"/>',
}
ON_THE_WEB = {
    "black on black": '<span style="background:#000;color:#000">{}</span>',
    "black on black in a sheet": '<span class="zwart">{}</span>',
    "in white": '<span style="color:white">{}</span>',
    "hidden": "<span hidden>{}</span>",
    "not displayed": '<span style="display:none">{}</span>',
    "deleted": "<del>{}</del>",
    "in a comment": "<!-- {} -->",
    "beside the page": '<span style="position:absolute;left:-9999px">{}</span>',
}
_SHEET = "<style>p .zwart { background: black; color: black }</style>"


def fire(order: Order) -> Counted:
    """``n`` hidden canaries, each in a way drawn by chance."""
    n, seed = order.n, order.seed
    words = [f"{MARK}{seed}x{number:04}" for number in range(n)]
    hidden: dict[str, str] = {}  # the way of each word
    with tempfile.TemporaryDirectory(prefix="passend-fire-") as place:
        folder, data = Path(place, "stukken"), Path(place, "data")
        folder.mkdir()
        for number, first in enumerate(range(0, n, LINES)):
            suffix, (ways, paper) = list(FORMS.items())[number % len(FORMS)]
            lot = [(word, Random(f"{seed}-{word}").choice(list(ways))) for word in words[first : first + LINES]]
            hidden |= {word: f"{way}, {suffix}" for word, way in lot}
            (folder / f"{first}{suffix}").write_bytes(paper(lot, first))
        papers = read_folder(folder).documents
        build(papers, data, embedder=embedders.load(), reader=reader.load())
        held = b"".join(path.read_bytes() for path in data.rglob("*") if path.is_file())
        texts = " ".join(" ".join(paper.text.split()) for paper in papers)
    faults = [f"{word} {way}" for word, way in hidden.items() if word.encode() in held or word in texts]
    read = len(_SEEN.findall(texts))
    if read != n:
        faults.append(f"{read} of the {n} lines that can be read were read")
    what = f"canaries hidden in papers in {sum(len(ways) for ways, _ in FORMS.values())} ways"
    return Counted(promise="private", what=what, tried=n, faults=tuple(faults))


def _pdf(hidden: Hidden, first: int) -> bytes:
    """A page with a line for each word, and the word beside it, out of sight."""
    drawn = [_line(first + row, 760 - 36 * row, word, **IN_PDF[way]) for row, (word, way) in enumerate(hidden)]
    return page("".join(drawn).encode(), FONT, HELVETICA)


def _word(hidden: Hidden, first: int) -> bytes:
    lines = (
        f"<w:p><w:r><w:t>{SEEN} {first + row}.</w:t></w:r>"
        f"<w:r><w:rPr>{IN_WORD[way]}</w:rPr><w:t>{word}</w:t></w:r></w:p>"
        for row, (word, way) in enumerate(hidden)
    )
    return docx("".join(lines))


def _web(hidden: Hidden, first: int) -> bytes:
    lines = (f"<p>{SEEN} {first + row}. {ON_THE_WEB[way].format(word)}</p>" for row, (word, way) in enumerate(hidden))
    return f"<html><head>{_SHEET}</head><body>{''.join(lines)}</body></html>".encode()


FORMS: dict[str, tuple[Collection[str], Callable[[Hidden, int], bytes]]] = {
    ".pdf": (IN_PDF, _pdf),
    ".docx": (IN_WORD, _word),
    ".html": (ON_THE_WEB, _web),
}


def _line(
    number: int, y: int, word: str, ink: str = "0 g", x: str = "330", size: str = "12", over: str = "", under: str = ""
) -> str:
    box = f"320 {y - 4} 250 16 re f"
    seen = f"BT 0 g /F 12 Tf 50 {y} Td ({SEEN} {number}.) Tj ET "
    letters = f"BT {ink} /F {size} Tf {x} {y} Td ({word}) Tj ET "
    return f"{seen}q {f'{under} {box} ' if under else ''}{letters}{f'{over} {box} ' if over else ''}Q "
