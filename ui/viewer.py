"""A whole paper as a page: its outline, its text with the quotes marked, its notes where they belong.

Needs no script. Every word of a paper is escaped; the text of a block is shown as it stands in the
canonical text, so that what is marked is what was quoted.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from html import escape
from itertools import groupby, pairwise
from pathlib import Path

from assistant.prove.quotes import is_redacted
from ingest.document import Block, BlockKind, Document, Kind
from ingest.links import Link
from ingest.note_marks import NoteMark, home, note_marks
from ingest.official_numbers import cite
from ui import links, viewer_notes, viewer_table, wording
from ui.viewer_library import Around
from ui.viewer_text import Drawn, Linked, Marked, Span, in_order, numbered

ALONE = Around()
DEEPEST = 6  # headings in HTML
MOST_SPANS = 100  # that an address may mark
_WITHOUT_ITS_PAPER = "Het stuk zelf zit niet in de zoekindex."
_STYLE = "".join((Path(__file__).parent / name).read_text(encoding="utf-8") for name in ("colours.css", "viewer.css"))
_TOGETHER = {BlockKind.LIST_ITEM, BlockKind.TABLE}  # what is drawn as one list or table where it follows itself
_CLASSES = {
    BlockKind.QUESTION: "vraag",
    BlockKind.ANSWER: "antwoord",
    BlockKind.REDACTION: "gelakt",
    BlockKind.FOOTNOTE: "noot",
}


def page(document: Document, spans: Sequence[Span] = (), around: Around = ALONE, back: str = "") -> str:
    """The page of a paper as safe HTML.

    Args:
        document: The paper.
        spans: Code points in its text to mark, end exclusive; what lies outside the text is left out.
        around: What the library holds around it.
        back: Where the reader comes from, as ``links.place_url`` writes it.
    """
    marked = numbered(document, spans)
    marks = note_marks(document)
    linked = in_order([*map(viewer_notes.linked, marks), *map(_reference, around.references)])
    drawn = Drawn(
        text=document.text, marked=marked, linked=linked, holes=is_redacted(document), ground=_ground(document)
    )
    return _shell(
        document.title,
        "".join(
            [
                '<a class="naar" href="#tekst">Naar de tekst</a>',
                f'<header><p class="terug">{_back(back)}<a href="/">Vraagbaak passend onderwijs</a></p>',
                f"<h1>{escape(document.title)}</h1>",
                *_notices(document, around),
                _facts(document),
                _hits(marked),
                "</header>",
                _outline(document),
                '<main id="tekst" tabindex="-1">',
                *_body(document, drawn, marks),
                "</main>",
            ]
        ),
    )


_BACK_TO = {"vraag": "uw antwoord", "kamer": "de tijdlijn", "helpdesk": "het concept"}


def _ground(document: Document) -> str:
    """The ground of what was made unreadable, where a paper gives one and no other; else ""."""
    told = {block.place for block in document.blocks if block.kind is BlockKind.REDACTION}
    grounds = {ground for _, named, ground in (place.partition("weggelakt: ") for place in told) if named}
    return grounds.pop() if len(grounds) == 1 and len(told) == 1 else ""


def _back(back: str) -> str:
    """The way back to the window with the answer, which stays as it was."""
    address, window = links.back_url(back)
    if not address:
        return ""
    told = f'<span aria-hidden="true">←</span> Terug naar {_BACK_TO[back.partition("-")[0]]}'
    return f'<a class="terugweg" href="{address}" target="{window}">{told}</a> '


def _reference(link: Link) -> Linked:
    return Linked(start=link.reference.start, end=link.reference.end, href=links.paper_url(link.target))


def missing() -> str:
    """The page for a paper that is not there."""
    told = "Dit stuk ken ik niet. Misschien is het nummer verkeerd, of zit het stuk niet meer in de zoekindex."
    return _not_found("Stuk niet gevonden", told)


def nowhere() -> str:
    """The page at an address where nothing is."""
    return _not_found("Pagina niet gevonden", "Op dit adres staat niets. Misschien is het niet goed overgenomen.")


def _not_found(title: str, told: str) -> str:
    main = f'<main id="tekst"><h1>{title}</h1><p>{told}</p><p><a href="/">Stel een vraag</a></p></main>'
    return _shell(title, main)


def spans_of(asked: Iterable[tuple[str, str]]) -> list[Span]:
    """The spans that an address asks to mark; pairs that are no numbers are left out."""
    values: dict[str, list[str]] = defaultdict(list)
    for name, value in asked:
        values[name].append(value)
    pairs = zip(values["van"], values["tot"], strict=False)
    numbers = [(int(start), int(end)) for start, end in pairs if _is_number(start) and _is_number(end)]
    return numbers[:MOST_SPANS]


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < 10


def _shell(title: str, body: str) -> str:
    head = [
        '<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="color-scheme" content="light dark">',
        f"<title>{escape(title)} – Vraagbaak passend onderwijs</title>",
        f"<style>{_STYLE}</style>",
    ]
    return f'<!doctype html><html lang="nl"><head>{"".join(head)}</head><body>{body}</body></html>'


def _facts(document: Document) -> str:
    facts = {
        "Soort": wording.kind(document.kind),
        "Vindplaats": wording.official(cite(document)),
        "Datum": wording.day(document.date),
        "Afzender": document.sender,
        "Aan": document.recipient,
        "Dossier": ", ".join(document.dossiers),
        "Bestand": document.source.file,
    }
    rows = "".join(f"<div><dt>{name}</dt><dd>{escape(value)}</dd></div>" for name, value in facts.items() if value)
    official = ""
    if links.SAFE_ADDRESS.fullmatch(document.source.url):
        address = escape(document.source.url)
        official = f'<p><a href="{address}" rel="noopener noreferrer">Bekijk het officiële stuk</a></p>'
    return f'<dl class="gegevens">{rows}</dl>{official}'


def _notices(document: Document, around: Around) -> Iterator[str]:
    """That these are not the words to go by: a newer version took their place, or they are a summary."""
    if document.superseded_by:
        newer = f": {_cited(around.newer)}. Antwoorden komen uit de nieuwere versie." if around.newer else "."
        yield f'<p class="melding"><strong>Let op:</strong> er is een nieuwere versie van dit stuk{newer}</p>'
    if document.kind is Kind.SAMENVATTING or document.summary_of:
        whole = f"Lees het stuk zelf: {_cited(around.summarised)}." if around.summarised else _WITHOUT_ITS_PAPER
        yield f'<p class="melding"><strong>Let op:</strong> dit is een samenvatting, niet het stuk zelf. {whole}</p>'


def _cited(document: Document) -> str:
    """The citation of a paper as a link to its page, with its date."""
    of = f" van {wording.day(document.date)}" if document.date else ""
    return (
        f'<a href="{escape(links.paper_url(document.identifier))}">{escape(wording.official(cite(document)))}</a>{of}'
    )


def _hits(marked: Sequence[Marked]) -> str:
    if not marked:
        return ""
    found = wording.counted(len(marked), "passage is", "passages zijn")
    steps = "".join(
        f'<li><a href="#{links.anchor(one.number)}">gevonden passage {one.number}</a></li>' for one in marked
    )
    return f'<nav class="treffers" aria-label="Gevonden passages"><p>{found} gemarkeerd:</p><ol>{steps}</ol></nav>'


def _outline(document: Document) -> str:
    headings = [block for block in document.blocks if block.kind is BlockKind.HEADING]
    if not headings:
        return ""
    items = "".join(
        f'<li class="diepte-{min(len(block.path), 3)}">'
        f'<a href="#t{block.start}">{escape(_words(document, block))}</a></li>'
        for block in headings
    )
    return (
        '<nav class="inhoud" aria-label="Inhoud"><details open><summary>Inhoud van dit stuk</summary>'
        f"<ul>{items}</ul></details></nav>"
    )


def _words(document: Document, block: Block) -> str:
    return " ".join(document.text[block.start : block.end].split())


def _body(document: Document, drawn: Drawn, marks: Sequence[NoteMark]) -> Iterator[str]:
    """The blocks in order, list items together, notes behind the block that bears their mark."""
    notes = _notes(document, marks)
    hung = {mark.note.start for mark in marks if mark.note}
    shown = [block for block in document.blocks if block.start not in hung]
    before: Block | None = None
    depth = 1
    for kind, same in groupby(shown, key=lambda block: block.kind if block.kind in _TOGETHER else None):
        together = list(same)
        if kind is BlockKind.TABLE and viewer_table.has_cells(document.text, together):
            yield from _tables(document, drawn, together, before)
            yield from (viewer_notes.note(mark, drawn) for row in together for mark in notes[row.start])
            before = together[-1]
            continue
        pieces = []
        for block in together:
            if block.kind is BlockKind.HEADING:
                depth = min(2 + len(block.path), depth + 1, DEEPEST)
            pieces += [("above", words) for words in _above(block, before)]
            pieces.append(("block", _block(document, block, drawn, depth, in_list=kind is not None)))
            pieces += [("note", viewer_notes.note(mark, drawn)) for mark in notes[block.start]]
            before = block
        yield _listed(pieces) if kind else "".join(piece for _, piece in pieces)


def _tables(document: Document, drawn: Drawn, rows: Sequence[Block], before: Block | None) -> Iterator[str]:
    above = {row.start: "".join(_above(row, last)) for last, row in pairwise([before, *rows]) if row}
    return viewer_table.tables(drawn, rows, above, lambda row: _permanent(document, row))


def _above(block: Block, before: Block | None) -> Iterator[str]:
    """What stands above a block where it changes: the page, and whose words follow."""
    if block.page is not None and (before is None or block.page != before.page):
        yield f'<p class="blz">bladzijde {block.page}</p>'
    if block.kind not in {BlockKind.QUESTION, BlockKind.ANSWER}:
        return
    same_place = before is not None and before.place == block.place
    if same_place and before is not None and before.kind is not BlockKind.HEADING:
        return
    place = "" if same_place else block.place[:1].upper() + block.place[1:]
    if who := ": ".join(filter(None, [place, block.speaker.name])):
        yield f'<p class="spreker">{escape(who)}</p>'


def _listed(pieces: Sequence[tuple[str, str]]) -> str:
    """List items as a list; notes and page numbers stand inside the item before them, where a list allows them."""
    items: list[str] = []
    for kind, piece in pieces:
        if kind == "block" or not items:
            items.append(piece)
        else:
            items[-1] += piece
    return f'<ul class="lijst">{"".join(f"<li>{item}</li>" for item in items)}</ul>'


def _notes(document: Document, marks: Sequence[NoteMark]) -> defaultdict[int, list[NoteMark]]:
    """The marks by the start of the block that holds them: their notes stand behind it."""
    found: defaultdict[int, list[NoteMark]] = defaultdict(list)
    text = [block for block in document.blocks if block.kind is not BlockKind.FOOTNOTE]
    for mark in marks:
        found[home(mark, text).start].append(mark)
    return found


def _block(document: Document, block: Block, drawn: Drawn, depth: int, *, in_list: bool) -> str:
    text = drawn.html(block.start, block.end)
    tag = f"h{depth}" if block.kind is BlockKind.HEADING else "div" if in_list else "p"
    told = "<strong>Onleesbaar gemaakt.</strong> In het stuk staat: " if block.kind is BlockKind.REDACTION else ""
    style = f' class="{_CLASSES[block.kind]}"' if block.kind in _CLASSES else ""
    return f'<{tag} id="t{block.start}"{style}>{told}{text}{_permanent(document, block)}</{tag}>'


def _permanent(document: Document, block: Block) -> str:
    address = escape(links.place_url(document.identifier, block.start, block.end))
    place = escape(block.place or "deze plaats")
    return f' <a class="vast" href="{address}" aria-label="Vaste link naar {place}">#</a>'
