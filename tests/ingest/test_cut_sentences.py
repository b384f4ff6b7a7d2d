"""A sentence has all its parts, wherever in it one begins to look."""

from __future__ import annotations

import pytest

from ingest.cut_sentences import MOST_PARTS, goes_on, parts_of_sentence
from ingest.document import Block, BlockKind, Document, Kind, Source

NOTE, TEXT = BlockKind.FOOTNOTE, BlockKind.PARAGRAPH


def paper(*texts: str, kinds: tuple[BlockKind, ...] = ()) -> Document:
    """A paper of one block for each text; paragraphs unless other kinds are given."""
    starts = [sum(len(text) + 2 for text in texts[:at]) for at in range(len(texts))]
    told = zip(kinds or [TEXT] * len(texts), starts, texts, strict=True)
    return Document(
        identifier="bestand-1",
        kind=Kind.ONBEKEND,
        title="",
        text="\n\n".join(texts),
        source=Source(file="a.txt", sha256="0"),
        blocks=tuple(Block(kind=kind, start=start, end=start + len(text)) for kind, start, text in told),
    )


def told(document: Document, *words: str) -> list[list[str]]:
    """The words of the parts of a sentence, for each stretch of it that one may begin with."""
    spans = [(document.text.index(each), document.text.index(each) + len(each)) for each in words]
    return [[document.text[slice(*part)] for part in parts_of_sentence(document, span)] for span in spans]


def test_a_sentence_in_three_parts_is_whole_from_each_of_them() -> None:
    parts = ["Ik sprak met een", "reder die al jaren", "naar het eiland vaart."]
    document = paper(
        f"De boot vaart. {parts[0]}",
        "1 Kaart.",
        parts[1],
        "2 Register.",
        f"{parts[2]} Zij is vol.",
        kinds=(TEXT, NOTE, TEXT, NOTE, TEXT),
    )
    assert told(document, *parts) == [parts] * 3
    assert told(document, "De boot vaart.", "Zij is vol.") == [["De boot vaart."], ["Zij is vol."]]


@pytest.mark.parametrize(
    ("above", "below", "kinds"),
    [
        ("De boot vaart.2", "de bus rijdt.", (TEXT, TEXT)),
        ("De boot vaart in 2024.²", "de bus rijdt.", (TEXT, TEXT)),
        ("Ik sprak met een", "De bus rijdt.", (TEXT, TEXT)),
        ("Ik sprak met een", "reder.", (BlockKind.HEADING, TEXT)),
        ("Ik sprak met een", "reder.", (TEXT, BlockKind.LIST_ITEM)),
        ("Haven | Boten", "noord | 12", (BlockKind.TABLE, BlockKind.TABLE)),
    ],
)
def test_what_is_finished_or_of_another_kind_does_not_go_on(
    above: str, below: str, kinds: tuple[BlockKind, BlockKind]
) -> None:
    document = paper(above, below, kinds=kinds)
    assert not goes_on(document, *document.blocks)
    assert told(document, above, below) == [[above], [below]]


def test_nothing_is_joined_over_a_heading() -> None:
    document = paper("Ik sprak met een", "Veerboten", "reder.", kinds=(TEXT, BlockKind.HEADING, TEXT))
    assert told(document, "Ik sprak met een", "reder.") == [["Ik sprak met een"], ["reder."]]


def test_a_sentence_without_end_has_no_more_than_so_many_parts() -> None:
    document = paper(*["en dan"] * (3 * MOST_PARTS))
    assert all(len(parts_of_sentence(document, (one.start, one.end))) == MOST_PARTS for one in document.blocks)
