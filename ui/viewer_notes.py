"""Footnotes behind the words that bear their mark, with a way there and a way back."""

from __future__ import annotations

from html import escape

from ingest.note_marks import NoteMark
from ui.viewer_text import Drawn, Linked


def linked(mark: NoteMark) -> Linked:
    """The mark as a link to its note; a mark that was taken out of the text is told in our words."""
    return Linked(
        start=mark.start,
        end=mark.end,
        href=f"#{_note_anchor(mark)}",
        anchor=_mark_anchor(mark),
        style="nootverwijzing",
        role="doc-noteref",
        label=f"voetnoot {mark.number}",
        words=f"voetnoot {mark.number}",
    )


def note(mark: NoteMark, drawn: Drawn) -> str:
    """The note of a mark, or that this paper does not hold it."""
    if mark.note:
        told = f'<span class="soort">Voetnoot</span> {drawn.html(mark.note.start, mark.note.end)}'
    else:
        told = f'<span class="soort">Voetnoot {escape(mark.number)}:</span> noottekst ontbreekt in dit bestand.'
    back = (
        f'<a class="naar-tekst" href="#{_mark_anchor(mark)}" role="doc-backlink" '
        f'aria-label="Terug naar de tekst bij voetnoot {escape(mark.number)}">↩</a>'
    )
    return f'<p class="noot" id="{_note_anchor(mark)}" role="note">{told} {back}</p>'


def _note_anchor(mark: NoteMark) -> str:
    return f"t{mark.note.start}" if mark.note else f"noot-bij-{mark.start}"


def _mark_anchor(mark: NoteMark) -> str:
    # Two notes may hang behind one sentence, where their marks were taken out.
    return f"nootverwijzing-{mark.start}-{mark.number}"
