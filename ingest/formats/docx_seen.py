"""What of a Word document a reader sees: the rest is taken out of it before it is read."""

from __future__ import annotations

from collections.abc import Iterator

from ingest.formats.docx_styles import OFF, VALUE, WORD, Styles
from ingest.formats.safe_xml import Element, local_name, remove
from ingest.formats.seen import BLACK, SMALLEST, WHITE, Colour, colour_of, look

# What was deleted or moved away, and the second form of a drawing.
UNPRINTED = frozenset({"del", "moveFrom", "Fallback", "delText", "instrText", "delInstrText"})
DELETED_ROW, DELETED_CELL = f"{WORD}trPr/{WORD}del", f"{WORD}tcPr/{WORD}cellDel"
SWITCHES = ("vanish", "specVanish", "strike", "dstrike")
HIGHLIGHTS = {
    "black": BLACK,
    "white": WHITE,
    "darkBlue": (0, 0, 128),
    "darkGray": (128, 128, 128),
    "lightGray": (192, 192, 192),
    "yellow": (255, 255, 0),
}
LIGHT = frozenset({"background1", "light1", "bg1", "lt1"})  # names of white in the theme of a document
HIDDEN_SHAPE = "visibility:hidden"


def without_unseen(root: Element, styles: Styles) -> None:
    """Take out of a part of a document what no reader of it sees; words painted over leave a mark."""
    for element in [each for each in root.iter("*") if _is_gone(each)]:
        remove(element)
    for table in list(root.iter(WORD + "tbl")):
        if table.find(WORD + "tr") is None and not any(local_name(child) in {"sdt", "ins"} for child in table):
            remove(table)
    marked: Element | None = None
    for run in list(root.iter(WORD + "r")):
        shown = _look(run, styles)
        if shown is None:
            continue
        for child in [child for child in run if local_name(child) != "rPr"]:
            run.remove(child)
        if shown and run.getprevious() is not marked:
            words = run.makeelement(WORD + "t")
            words.text = shown
            run.append(words)
        marked = run if shown else None


def _is_gone(element: Element) -> bool:
    """Whether an element was deleted under tracked changes, or is a shape that is not shown."""
    name = local_name(element)
    if name in UNPRINTED:
        # In the properties of a row, cell or paragraph the name says that this was deleted, and is looked at there.
        return local_name(element.getparent()) not in {"trPr", "rPr"} if element.getparent() is not None else False
    if name == "tr":
        return element.find(DELETED_ROW) is not None
    if name == "tc":
        return element.find(DELETED_CELL) is not None
    if name in {"drawing", "pict", "shape"}:
        hidden = (
            child.get("hidden") in {"1", "true"} for child in element.iter() if local_name(child) in {"docPr", "cNvPr"}
        )
        return any(hidden) or HIDDEN_SHAPE in element.get("style", "").replace(" ", "")
    return False


def _look(run: Element, styles: Styles) -> str | None:
    """What a reader sees of a run: None, its words; else the mark of what was painted over, or nothing."""
    for name in SWITCHES:
        said = next(styles.of_run(run, name), None)
        if said is not None and said.get(VALUE, "1") not in OFF:
            return ""
    size = next(styles.of_run(run, "sz"), None)
    if size is not None and size.get(VALUE, "").isdecimal() and int(size.get(VALUE)) / 2 < SMALLEST:
        return ""
    ground = _ground(run, styles)
    ink = _ink(next(styles.of_run(run, "color"), None), ground)
    return None if ink is None else look(ink, ground)


def _ground(run: Element, styles: Styles) -> Colour:
    """What the words of a run stand on: their highlight, or the shading of run, paragraph or cell."""
    highlight = next(styles.of_run(run, "highlight"), None)
    if highlight is not None and (colour := HIGHLIGHTS.get(highlight.get(VALUE, ""))):
        return colour
    for shading in _shadings(run, styles):
        if colour := colour_of(shading.get(WORD + "fill", "")):
            return colour
    return WHITE


def _shadings(run: Element, styles: Styles) -> Iterator[Element]:
    yield from styles.of_run(run, "shd")
    for above in run.iterancestors(WORD + "p", WORD + "tc"):
        properties = "pPr" if above.tag == WORD + "p" else "tcPr"
        yield from above.findall(f"{WORD}{properties}/{WORD}shd")


def _ink(said: Element | None, ground: Colour) -> Colour | None:
    """The colour of words; None where the word processor chooses one that shows."""
    if said is None or said.get(VALUE) == "auto":
        # On dark shading Word writes in white of itself, but not under a highlight of black.
        return BLACK if ground == BLACK and said is None else None
    if said.get(WORD + "themeColor") in LIGHT:
        return WHITE
    return colour_of(said.get(VALUE, ""))
