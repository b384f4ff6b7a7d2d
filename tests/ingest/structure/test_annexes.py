"""Annexes and law text behind a letter are what they are, and in nobody's mouth who did not say them."""

from __future__ import annotations

from ingest.document import Block, BlockKind, Role
from ingest.structure.parts import Parts
from tests.ingest.structure.made import parsed

LETTER = """Geachte voorzitter,

Er komen 15 boten bij. Ik stuur uw Kamer een plan.

Hoogachtend,

De minister van Verkeer,

A.B. Voorbeeld

Bijlage 1: Overzicht van de havens

De havens liggen in het noorden.

Plan

Er zijn drie plannen.

Bijlage 2 De wet

Artikel 12

1. De reder vaart elke dag.

2. De reder meldt elke storing.

Artikel 13. Toezicht

De inspectie ziet toe op de boten.
"""


def saying(parts: Parts, words: str) -> Block:
    return next(block for block in parts.blocks if words in parts.text[block.start : block.end])


def test_what_stands_in_an_annex_is_told_as_that() -> None:
    parts = parsed(LETTER)
    assert saying(parts, "De havens liggen").place == "bijlage 1"
    assert saying(parts, "drie plannen").place == "bijlage 1, paragraaf Plan"
    assert saying(parts, "Er komen 15").place == ""
    assert saying(parts, "Overzicht").kind is BlockKind.HEADING


def test_the_text_of_a_law_is_said_by_nobody() -> None:
    parts = parsed(LETTER)
    article = saying(parts, "elke storing")
    assert (article.place, article.speaker.role) == ("wettekst, artikel 12", Role.ONBEKEND)
    assert saying(parts, "ziet toe").place == "wettekst, artikel 13"
    assert article.path[0] == "Bijlage 2 De wet"


def test_an_article_that_is_explained_is_no_law_text() -> None:
    parts = parsed(LETTER.replace("De inspectie ziet toe", "In dit artikel staat hoe de inspectie ziet toe"))
    assert saying(parts, "ziet toe").speaker.role is Role.BEWINDSPERSOON


def test_a_letter_without_a_signature_has_no_annexes() -> None:
    parts = parsed(
        "Geachte voorzitter,\n\nIk stuur uw Kamer een plan.\n\nBijlage 1\n\nDe havens liggen in het noorden.\n"
    )
    assert saying(parts, "De havens").place != "bijlage 1"
