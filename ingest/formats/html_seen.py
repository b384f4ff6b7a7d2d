"""What of an HTML page a reader sees: the rest is taken out of it before it is read."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ingest.formats.safe_xml import Element, remove
from ingest.formats.seen import BLACK, SMALLEST, WHITE, Colour, colour_of, is_transparent, look

STRUCK = frozenset({"del", "s", "strike"})
COMMENT = re.compile(r"/\*.*?\*/", re.S)
RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
MEDIA = re.compile(r"@media(?P<media>[^{]*)\{(?:[^{}]*\{[^{}]*\})*\s*\}", re.I)
PRINT = re.compile(r"\s*(?:only\s+)?print\b", re.I)
COMPOUND = re.compile(r"(?P<tag>[a-z][\w-]*)?(?P<names>(?:[.#][\w-]+)*)", re.I)
LENGTH = re.compile(r"(-?[\d.]+)(px|pt|em|rem|%)?")
POINTS = {"px": 0.75, "pt": 1.0, "em": 12.0, "rem": 12.0, "%": 0.12, None: 0.75}
FAR = 400.0  # points: text that starts so far to the left or above begins beside the page
MOST_RULES = 5_000


@dataclass(frozen=True, slots=True)
class _Compound:
    """A part of a selector: the name of an element, of classes and of an element by itself; each may be missing."""

    tag: str
    classes: frozenset[str]
    ids: frozenset[str]

    def is_met(self, element: Element) -> bool:
        if self.tag and self.tag != element.tag:
            return False
        return self.classes <= _classes(element) and self.ids <= {element.get("id")}


@dataclass(frozen=True, slots=True)
class _Rule:
    """A rule of a style sheet: its place in it, the compounds of its selector from the outermost, and what it says."""

    number: int
    compounds: tuple[_Compound, ...]
    said: dict[str, str]

    def fits(self, element: Element) -> bool:
        """Whether the selector means an element: its last compound that itself, the others what stands around it."""
        if not self.compounds[-1].is_met(element):
            return False
        above = element.iterancestors()
        return all(any(compound.is_met(each) for each in above) for compound in reversed(self.compounds[:-1]))


class _Rules:
    """The rules of a page: few come near an element, and elements of the same names in one place look the same."""

    def __init__(self, rules: Iterable[_Rule]) -> None:
        self._near: defaultdict[str, list[_Rule]] = defaultdict(list)  # by one of the names that it takes to be meant
        for rule in rules:
            last = rule.compounds[-1]
            self._near[next((name for name in (*_names(last.ids, last.classes), last.tag) if name), "")].append(rule)
        self._places: dict[tuple[int, str, str, str], int] = {}
        self._said: dict[int, dict[str, str]] = {}  # by place

    def of(self, element: Element) -> dict[str, str]:
        """What the rules that mean an element say, the last word last."""
        place = self._place(element)
        if place not in self._said:
            self._said[place] = {}
            for rule in self._fitting(element):
                self._said[place] |= rule.said
        return self._said[place]

    def _fitting(self, element: Element) -> list[_Rule]:
        names = {*_names(frozenset({element.get("id", "")}), _classes(element)), element.tag, ""}
        fitting = (rule for name in names for rule in self._near.get(name, ()) if rule.fits(element))
        return sorted(fitting, key=lambda rule: rule.number)

    def _place(self, element: Element) -> int:
        """A number for the names of an element and of all that it stands in."""
        parent = element.getparent()
        within = -1 if parent is None else self._place(parent)
        names = (within, element.tag, element.get("class", ""), element.get("id", ""))
        return self._places.setdefault(names, len(self._places))


def _names(ids: frozenset[str], classes: frozenset[str]) -> Iterator[str]:
    """Names as a selector writes them, so that those of elements, classes and elements by themselves stay apart."""
    yield from (f"#{name}" for name in ids)
    yield from (f".{name}" for name in classes)


def _classes(element: Element) -> frozenset[str]:
    return frozenset(element.get("class", "").split())


def without_unseen(root: Element) -> None:
    """Take out of a page what no reader of it sees; words on a ground of their own colour leave a mark."""
    rules = _Rules(_rules(root))
    # With a style sheet that is not here, nobody can say what a word in white stands on.
    outside = any("stylesheet" in link.get("rel", "").lower() for link in root.iter("link"))
    _walk(root, _said(root, rules), rules, BLACK, None if outside else WHITE)


def _walk(element: Element, said: dict[str, str], rules: _Rules, ink: Colour | None, ground: Colour | None) -> None:
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
        own = _said(child, rules) if isinstance(child.tag, str) else None
        if own is None or _is_hidden(child, own):
            remove(child)
        else:
            _walk(child, own, rules, ink, ground)
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
        or "rect(" in said.get("clip", "")
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


def _said(element: Element, rules: _Rules) -> dict[str, str]:
    """What the attributes, the style sheets and the style of an element say of how it looks, the last word last."""
    said: dict[str, str] = {}
    if bgcolor := element.get("bgcolor"):
        said["background-color"] = bgcolor
    if element.tag == "font" and (colour := element.get("color")):
        said["color"] = colour
    return said | rules.of(element) | _declared(element.get("style", ""))


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
        if _is_for_print(sheet.get("media", "")):
            continue
        for selectors, declared in RULE.findall(_unwrapped(COMMENT.sub("", sheet.text or ""))):
            for selector in selectors.split(","):
                number += 1
                parts = [COMPOUND.fullmatch(part) for part in re.split(r"\s*>\s*|\s+", selector.strip())]
                compounds = tuple(_compound(part) for part in parts if part and part[0])
                if number <= MOST_RULES and len(compounds) == len(parts):
                    yield _Rule(number, compounds, _declared(declared))


def _compound(part: re.Match[str]) -> _Compound:
    names = re.findall(r"([.#])([\w-]+)", part["names"])
    classes, ids = (frozenset(name for sign, name in names if sign == kind) for kind in ".#")
    return _Compound((part["tag"] or "").lower(), classes, ids)


def _unwrapped(sheet: str) -> str:
    """A style sheet with what stands under conditions on the screen, and without what is for print alone."""
    sheet = MEDIA.sub(lambda block: "" if _is_for_print(block["media"]) else block[0], sheet)
    return re.sub(r"@(?:media|supports)[^{]*\{", "", sheet, flags=re.I)


def _is_for_print(media: str) -> bool:
    """Whether each of the media in a list is print: "print", "print and (color), only print"."""
    return all(PRINT.match(one) for one in media.split(","))
