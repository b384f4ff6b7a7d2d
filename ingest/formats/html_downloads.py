"""What an HTML page says of files and other pages that can be fetched from it, taken out before it is read."""

from __future__ import annotations

import re

from ingest.formats.safe_xml import Element, remove

FILE = re.compile(  # "PDF | 4 pagina's | 212 kB", "PDF-document | 1 pagina | 90 kB", "(docx, 1,2 MB)"
    r"\W*(?:pdf|docx?|odt|ods|xlsx?|csv|zip)\W+(?:(?:document|bestand)\W+)?"
    r"(?:\d{1,4} pagina(?:['’]s)?\W+)?\d[\d.,]*\s?[kKMG]?B\W*",
    re.IGNORECASE,
)
DOWNLOADS = re.compile(r"Downloads?(?:\W.*)?", re.IGNORECASE | re.DOTALL)
RELATED = re.compile(r"Zie ook:?")
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
STOPS = (".", "!", "?")


def without_downloads(root: Element) -> None:
    """Take out kind and size of files, and each part of the page that is headed "Download" and is about files alone.

    So is a part "Zie ook" that holds nothing but links to other pages. The cells of a table stay.
    """
    for section in [one for one in root.iter("div", "section", "aside") if _refers(one)]:
        remove(section)
    for told in [one for one in root.iter("*") if not len(one) and FILE.fullmatch(one.text or "")]:
        section = next((above for above in told.iterancestors("div", "section") if _offers_files(above)), None)
        if section is not None:
            remove(section)
        elif told.tag not in ("td", "th"):
            remove(told)


def _refers(section: Element) -> bool:
    """Whether a part of a page opens with "Zie ook", and holds no more than a list of links."""
    parts = [child for child in section if isinstance(child.tag, str)]
    if len(parts) != 2 or parts[0].tag not in HEADINGS or not RELATED.fullmatch("".join(parts[0].itertext()).strip()):
        return False
    return len(parts[1]) > 0 and all(item.tag == "li" and _is_link(item) for item in parts[1])


def _is_link(item: Element) -> bool:
    """Whether all words of an item are those of its link; only "Onderwerp" may stand beside it."""
    link = item.find("a")
    words = "".join(item.itertext())
    return link is not None and words.replace("".join(link.itertext()), "", 1).strip() in ("", "Onderwerp")


def _offers_files(section: Element) -> bool:
    """Whether a part of a page opens with "Download", and holds no other heading and no sentence."""
    first = next((child for child in section if isinstance(child.tag, str)), None)
    if first is None or [*section.iter(*HEADINGS)] != [first]:
        return False
    title = "".join(first.itertext()).strip()
    if not DOWNLOADS.fullmatch(title) or (" " in title and not _holds_files(section, first)):
        return False
    return not any(words.rstrip().endswith(STOPS) and not FILE.fullmatch(words) for words in section.itertext())


def _holds_files(section: Element, head: Element) -> bool:
    """Whether below the head of a part of a page nothing stands but links, and kind and size of files."""
    words = [*section.xpath(".//text()[not(ancestor::a)]")][len(head.xpath(".//text()[not(ancestor::a)]")) :]
    return all(FILE.fullmatch(each) or not re.search(r"\w", each) for each in words)
