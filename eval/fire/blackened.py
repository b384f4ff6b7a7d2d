"""Words that a paper holds but does not show: under a box, in the colour of the page, without ink, beside the page.

Every page says something that can be read and hides a canary beside it. After indexing the canary is nowhere.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Sequence
from pathlib import Path
from random import Random

from assistant.read import reader
from eval.fire.counted import Counted, Order
from eval.fire.hostile_files import FONT, HELVETICA, page
from index import embedder as embedders
from index.generation import build
from ingest.reading import read_folder

MARK = "kanarie"
SEEN = "De gemeente betaalt het vervoer naar dorp"
LINES = 20  # of a page
_SEEN = re.compile(rf"{SEEN} [0-9]+\.")

# How a word is drawn that nobody is to see: ``ink``, ``x`` and ``size`` of its letters, a box ``over`` or ``under`` it.
WAYS: dict[str, dict[str, str]] = {
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


def fire(order: Order) -> Counted:
    """``n`` hidden canaries, each in a way drawn by chance."""
    n, seed = order.n, order.seed
    hidden = [(f"{MARK}{seed}x{number:04}", Random(f"{seed}-{number}").choice(list(WAYS))) for number in range(n)]
    with tempfile.TemporaryDirectory(prefix="passend-fire-") as place:
        folder, data = Path(place, "stukken"), Path(place, "data")
        folder.mkdir()
        for first in range(0, n, LINES):
            (folder / f"{first}.pdf").write_bytes(_paper(hidden[first : first + LINES], first))
        papers = read_folder(folder).documents
        build(papers, data, embedder=embedders.load(), reader=reader.load())
        held = b"".join(path.read_bytes() for path in data.rglob("*") if path.is_file())
    faults = [f"{word} {way}" for word, way in hidden if word.encode() in held]
    read = len(_SEEN.findall(" ".join(" ".join(paper.text.split()) for paper in papers)))
    if read != n:
        faults.append(f"{read} of the {n} lines that can be read were read")
    what = f"canaries hidden in papers in {len(WAYS)} ways"
    return Counted(promise="private", what=what, tried=n, faults=tuple(faults))


def _paper(hidden: Sequence[tuple[str, str]], first: int) -> bytes:
    """A page with a line for each word, and the word beside it, out of sight."""
    drawn = [_line(first + row, 760 - 36 * row, word, **WAYS[way]) for row, (word, way) in enumerate(hidden)]
    return page("".join(drawn).encode(), FONT, HELVETICA)


def _line(
    number: int, y: int, word: str, ink: str = "0 g", x: str = "330", size: str = "12", over: str = "", under: str = ""
) -> str:
    box = f"320 {y - 4} 250 16 re f"
    seen = f"BT 0 g /F 12 Tf 50 {y} Td ({SEEN} {number}.) Tj ET "
    letters = f"BT {ink} /F {size} Tf {x} {y} Td ({word}) Tj ET "
    return f"{seen}q {f'{under} {box} ' if under else ''}{letters}{f'{over} {box} ' if over else ''}Q "
