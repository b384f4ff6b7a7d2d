"""What of an HTML page a reader sees: the rest is taken out of it before it is read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.formats.safe_xml import Element, remove
from ingest.formats.seen import BLACK, SMALLEST, WHITE, Colour, colour_of, is_transparent, look

STRUCK = frozenset({"del", "s", "strike"})
COMMENT = re.compile(r"/\*.*?\*/", re.S)
RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
COMPOUND = re.compile(r"(?P<tag>[a-z][\w-]*)?(?P<names>(?:[.#][\w-]+)*)", re.I)
LENGTH = re.compile(r"(-?[\d.]+)(px|pt|em|rem|%)?")
POINTS = {"px": 0.75, "pt": 1.0, "em": 12.0, "rem": 12.0, "%": 0.12, None: 0.75}
FAR = 400.0  # points: text that starts so far to the left or above begins beside the page
DEEPEST_RULES = 5_000


@dataclass(frozen=True, slots=True)
class _Rule:
    """A rule of a style sheet: the compounds of its selector from the outermost, and what it says."""

    compounds: tuple[str, ...]
    said: dict[str, str]


def without_unseen(root: Element) -> None:
    """Take out of a page what no reader of it sees; words on a ground of their own colour leave a mark."""
    rules = list(_rules(root))
    # With a style sheet that is not here, nobody can say what a word in white stands on.
    outside = any("stylesheet" in link.get("rel", "").lower() for link in root.iter("link"))
    _walk(root, rules, BLACK, None if outside else WHITE)


def _walk(element: Element, rules: Sequence[_Rule], ink: Colour | None, ground: Colour | None) -> None:
    said = _said(element, rules)
    if "color" in said:
        ink = ink if said["color"].strip() in {"inherit", "initial", "unset"} else colour_of(said["color"])
        if is_transparent(said["color"]):
            ink = ground
    background = said.get("background", said.get("background-color", ""))
    if background and not is_transparent(background):
        painted = next(filter(None, map(colour_of, re.findall(r"rgba?\([^)]*\)|[^\s,]+", background))), None)
        ground = painted if painted is not None else ground if background.strip() in {"none", "inherit"} else None
    if "background-image" in said and said["background-image"].strip() != "none":
        ground = None
    shown = look(ink, ground) if ink is not None and ground is not None else None
    if shown is not None and element.text and element.text.strip():
        element.text = f" {shown} "
    for child in list(element):
        if not isinstance(child.tag, str) or _is_hidden(child, _said(child, rules)):
            remove(child)
        else:
            _walk(child, rules, ink, ground)
    for child in element if shown is not None else ():
        if child.tail and child.tail.strip():
            child.tail = f" {shown} "


def _is_hidden(element: Element, said: dict[str, str]) -> bool:
    if element.tag in STRUCK or "hidden" in element.attrib:
        return True
    if said.get("display") == "none" or said.get("visibility") in {"hidden", "collapse"}:
        return True
    if said.get("content-visibility") == "hidden" or "line-through" in said.get("text-decoration", ""):
        return True
    if (
        "line-through" in said.get("text-decoration-line", "")
        or "clip" in said
        or "inset(" in said.get("clip-path", "")
    ):
        return True
    opacity = said.get("opacity", "1").rstrip("%")
    if re.fullmatch(r"0*\.?0+", opacity) or said.get("transform", "").replace(" ", "").startswith("scale(0)"):
        return True
    if "font-size" in said and (size := _points(said["font-size"])) is not None and size < SMALLEST:
        return True
    if any((place := _points(said.get(side, ""))) is not None and place <= -FAR for side in SIDES):
        return True
    sizes = (_points(said.get(name, "")) for name in ("height", "width", "max-height", "max-width"))
    return said.get("overflow", "").startswith(("hidden", "clip")) and any(size == 0 for size in sizes)


SIDES = ("left", "right", "top", "bottom", "text-indent", "margin-left", "margin-top")


def _points(length: str) -> float | None:
    found = LENGTH.fullmatch(length.strip())
    try:
        return float(found[1]) * POINTS[found[2]] if found else None
    except ValueError:
        return None


def _said(element: Element, rules: Sequence[_Rule]) -> dict[str, str]:
    """What the attributes, the style sheets and the style of an element say of how it looks, the last word last."""
    said: dict[str, str] = {}
    if bgcolor := element.get("bgcolor"):
        said["background-color"] = bgcolor
    if element.tag == "font" and (colour := element.get("color")):
        said["color"] = colour
    for rule in rules:
        if _fits(element, rule.compounds):
            said |= rule.said
    return said | _declared(element.get("style", ""))


def _declared(written: str) -> dict[str, str]:
    pairs = (part.partition(":") for part in COMMENT.sub("", written).split(";"))
    return {
        name.strip().lower(): value.replace("!important", "").strip().lower()
        for name, _, value in pairs
        if value.strip()
    }


def _rules(root: Element) -> Iterator[_Rule]:
    """The rules of the style sheets of a page, but for those that hold in print only."""
    number = 0
    for sheet in root.iter("style"):
        if "print" in sheet.get("media", "").lower():
            continue
        for selectors, declared in RULE.findall(_unwrapped(COMMENT.sub("", sheet.text or ""))):
            for selector in selectors.split(","):
                compounds = tuple(re.split(r"\s*>\s*|\s+", selector.strip()))
                number += 1
                if number <= DEEPEST_RULES and all(part and COMPOUND.fullmatch(part) for part in compounds):
                    yield _Rule(compounds, _declared(declared))


def _unwrapped(sheet: str) -> str:
    """A style sheet with what stands under conditions on the screen, and without what is for print alone."""
    sheet = re.sub(r"@media[^{]*\bprint\b[^{]*\{(?:[^{}]*\{[^{}]*\})*\s*\}", "", sheet, flags=re.I)
    return re.sub(r"@(?:media|supports)[^{]*\{", "", sheet, flags=re.I)


def _fits(element: Element, compounds: Sequence[str]) -> bool:
    """Whether a selector means an element: its last compound the element itself, the others what stands around it."""
    if not _is(element, compounds[-1]):
        return False
    above = element.iterancestors()
    return all(any(_is(each, compound) for each in above) for compound in reversed(compounds[:-1]))


def _is(element: Element, compound: str) -> bool:
    found = COMPOUND.fullmatch(compound)
    if found is None or (found["tag"] and found["tag"].lower() != element.tag):
        return False
    classes = set(element.get("class", "").split())
    named = re.findall(r"([.#])([\w-]+)", found["names"])
    return all(name in classes if sign == "." else name == element.get("id") for sign, name in named)
