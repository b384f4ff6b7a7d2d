from __future__ import annotations

from pathlib import Path

from ingest import library
from ingest.document import Block, BlockKind, Document, Kind, Reference, ReferenceKind, Source
from ingest.links import Link, links

TEXT = "Zie de brief.1 Dag.\n\n1 Kamerstuk 31 497, nr. 2"
NOTE = Reference(
    kind=ReferenceKind.KAMERSTUK, identifier="kst-31497-2", text="31 497, nr. 2", start=33, end=46, sentence=(0, 14)
)


def paper(identifier: str, *references: Reference) -> Document:
    return Document(
        identifier=identifier,
        kind=Kind.KAMERBRIEF,
        title="",
        text=TEXT,
        source=Source(file="boot.txt", sha256="0"),
        blocks=(Block(kind=BlockKind.PARAGRAPH, start=0, end=19), Block(kind=BlockKind.FOOTNOTE, start=21, end=46)),
        references=references,
    )


def test_a_reference_is_linked_to_the_paper_that_is_there() -> None:
    papers = [paper("kst-31497-1", NOTE), paper("kst-31497-2"), paper("kst-31497-3")]
    assert links(papers) == (Link(source="kst-31497-1", target="kst-31497-2", reference=NOTE),)


def test_a_paper_is_not_linked_to_itself_or_to_an_absent_one() -> None:
    assert links([paper("kst-31497-2", NOTE), paper("kst-31497-9")]) == ()


def test_a_correction_stands_for_its_paper() -> None:
    assert [link.target for link in links([paper("kst-31497-1", NOTE), paper("kst-31497-2-n1")])] == ["kst-31497-2-n1"]


def test_references_are_kept_with_their_paper(tmp_path: Path) -> None:
    written = paper("kst-31497-1", NOTE)
    library.save([written], tmp_path)
    assert library.load(tmp_path) == (written,)
