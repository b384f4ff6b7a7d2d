"""What an HTML page says of files that can be fetched from it, taken out before the page is read."""

from __future__ import annotations

import re

from ingest.formats.safe_xml import Element, remove

FILE = re.compile(  # "PDF | 4 pagina's | 212 kB", "(docx, 1,2 MB)"
    r"\W*(?:pdf|docx?|odt|ods|xlsx?|csv|zip)\W+(?:\d{1,4} pagina(?:['’]s)?\W+)?\d[\d.,]*\s?[kKMG]?B\W*", re.IGNORECASE
)
DOWNLOADS = re.compile(r"Downloads?", re.IGNORECASE)
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
STOPS = (".", "!", "?")


def without_downloads(root: Element) -> None:
    """Take out kind and size of files, and each part of the page that is headed "Download" and is about files alone.

    The cells of a table stay.
    """
    for told in [one for one in root.iter("*") if not len(one) and FILE.fullmatch(one.text or "")]:
        section = next((above for above in told.iterancestors("div", "section") if _offers_files(above)), None)
        if section is not None:
            remove(section)
        elif told.tag not in ("td", "th"):
            remove(told)


def _offers_files(section: Element) -> bool:
    """Whether a part of a page opens with "Download", and holds no other heading and no sentence."""
    first = next((child for child in section if isinstance(child.tag, str)), None)
    if first is None or [*section.iter(*HEADINGS)] != [first]:
        return False
    if not DOWNLOADS.fullmatch("".join(first.itertext()).strip()):
        return False
    return not any(words.rstrip().endswith(STOPS) and not FILE.fullmatch(words) for words in section.itertext())
