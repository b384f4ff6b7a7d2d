"""Symbol faces, whose letters are drawn as boxes, ticks and bullets."""

from __future__ import annotations

import re

TICKED, EMPTY, BULLET = "☒", "☐", "•"
# Codes of Wingdings and Wingdings 2, with or without the F000 that word processors add (charts of the faces).
FACES = {
    "wingdings": {
        **dict.fromkeys((0xFD, 0xFE), TICKED),
        **dict.fromkeys((0xA8, 0x6F, 0x71, 0x72), EMPTY),
        **dict.fromkeys((0x6C, 0x6E, 0x73, 0x74, 0x75, 0x76, 0x77, 0x9F, 0xA7, 0xB2, 0xD8), BULLET),
        **dict.fromkeys((0xE0, 0xE8, 0xF0), "→"),
        0xFC: "✓",
        0xFB: "✗",
    },
    "wingdings 2": {
        **dict.fromkeys((0x51, 0x52, 0x53, 0x54), TICKED),
        **dict.fromkeys((0x2A, 0x30, 0xA3), EMPTY),
        **dict.fromkeys((0x95, 0x96, 0x97, 0x98, 0xA0, 0xA1), BULLET),
        0x50: "✓",
        0x4F: "✗",
    },
}
# "Wingdings", "ABCDEF+Wingdings-Regular", "Wingdings2", "'Wingdings 2', serif".
NAME = re.compile(r"(?:^|[+'\",\s])wingdings[\s-]*(?P<second>2)?(?![\s-]*3)", re.IGNORECASE)
PRIVATE = range(0xF000, 0xF100)


def face_of(name: str) -> dict[int, str] | None:
    """What the codes of a face show, by its name; None for a face of ordinary letters."""
    found = NAME.search(name)
    return FACES["wingdings 2" if found["second"] else "wingdings"] if found else None


def shown_in(face: dict[int, str], letters: str) -> str:
    """What letters show that are set in a symbol face; a sign that is no box, tick or bullet shows no letter either."""
    return "".join(letter if _is_meant(letter) else face.get(ord(letter) & 0xFF, "") for letter in letters)


def _is_meant(letter: str) -> bool:
    """Whether a file names the sign itself, or a space, and no place in the face."""
    return letter.isspace() or not (ord(letter) < 0x100 or ord(letter) in PRIVATE)
