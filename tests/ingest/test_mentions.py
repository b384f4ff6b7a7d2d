from __future__ import annotations

from dataclasses import replace

import pytest

from ingest.document import Block, BlockKind, Document, Kind, Reference, ReferenceKind, Source
from ingest.mentions import document_references

SOURCE = Source(file="boot.txt", sha256="0")


def made(*pieces: tuple[BlockKind, str, str]) -> Document:
    """A paper of blocks, each with kind, number and text; a footnote hangs on the sentence with its mark."""
    text = "\n\n".join(piece for _, _, piece in pieces)
    blocks: list[Block] = []
    start = 0
    for kind, number, piece in pieces:
        context = None
        if kind is BlockKind.FOOTNOTE:
            at = text.index(f"{number} ", 0, start)
            context = (text.rfind("\n\n", 0, at) + 2 if "\n\n" in text[:at] else 0, at + len(number))
        elif kind is BlockKind.ANSWER:
            context = (blocks[-1].start, blocks[-1].end)
        blocks.append(Block(kind=kind, start=start, end=start + len(piece), number=number, context=context, place=kind))
        start += len(piece) + 2
    return Document(identifier="kst-1", kind=Kind.KAMERBRIEF, title="", text=text, source=SOURCE, blocks=tuple(blocks))


def paragraph(text: str) -> list[Reference]:
    return list(document_references(made((BlockKind.PARAGRAPH, "", text))))


def moties(found: list[Reference]) -> list[tuple[str, str]]:
    return [(each.text, each.identifier) for each in found if each.kind is ReferenceKind.MOTIE]


def test_a_motie_has_the_number_in_brackets_behind_it() -> None:
    found = paragraph("De motie van het lid Boot (PvdH) over kades (31 497, nr. 300) is oud.")
    assert moties(found) == [("motie van het lid Boot (PvdH)", "kst-31497-300")]


def test_die_motie_is_the_one_that_was_named_before() -> None:
    found = paragraph("De motie-Boot (31 497, nr. 300) is oud. Toch voer ik die motie uit. De motie vraagt veel.")
    assert moties(found) == [("motie-Boot", "kst-31497-300"), ("motie", "kst-31497-300"), ("motie", "kst-31497-300")]
    assert found[-1].antecedent == (found[0].start, found[0].end)


def test_of_two_moties_die_motie_is_neither() -> None:
    found = paragraph("De motie-Boot (31 497, nr. 300) en de motie-Kade (31 497, nr. 301). Die motie is oud.")
    assert [identifier for _, identifier in moties(found)] == ["kst-31497-300", "kst-31497-301"]


def test_a_motie_without_number_is_still_the_same_motie() -> None:
    found = paragraph("De motie van de leden Boot en Kade c.s. is oud. Deze motie blijft.")
    assert moties(found) == [("motie van de leden Boot en Kade c.s.", ""), ("motie", "")]


@pytest.mark.parametrize(
    "movers", ["Boot/Van Kade", "Van der Kade/Boot-Steiger c.s.", "Boot / Kade / Wad", "Boot/Kade en Wad"]
)
def test_all_who_moved_a_motie_name_it(movers: str) -> None:
    assert moties(paragraph(f"Ik voer de motie-{movers} uit.")) == [(f"motie-{movers}", "")]


@pytest.mark.parametrize("behind", ["/ Kade ligt hier", "/Regering"])
def test_what_stands_behind_a_slash_is_not_always_a_mover(behind: str) -> None:
    assert moties(paragraph(f"Ik voer de motie-Boot{behind}.")) == [("motie-Boot", "")]


def test_an_answer_looks_back_to_its_question() -> None:
    paper = made(
        (BlockKind.QUESTION, "1", "Kent u de motie-Boot (31 497, nr. 300)?"),
        (BlockKind.ANSWER, "1", "Ja, die motie ken ik."),
    )
    assert moties(list(document_references(paper)))[-1] == ("motie", "kst-31497-300")


def test_a_footnote_belongs_to_its_sentence_and_tells_which_letter_is_meant() -> None:
    words = "Ik stuurde u een brief over kades.7 "
    paper = made((BlockKind.PARAGRAPH, "", words), (BlockKind.FOOTNOTE, "7", "7 Kamerstuk 31 497, nr. 12."))
    letter, number = document_references(paper)
    assert (letter.kind, letter.identifier) == (ReferenceKind.BRIEF, "kst-31497-12")
    assert (number.place, number.sentence) == ("footnote", (0, len(words) - 1))


def test_deze_brief_is_the_paper_itself() -> None:
    assert len(paragraph("Zie de brief over kades (31 497, nr. 12). Met deze brief antwoord ik.")) == 2


def test_a_definite_word_that_says_more_points_nowhere() -> None:
    found = paragraph("De motie-Boot (31 497, nr. 300) is oud. Ik las de motie over bruggen.")
    assert len(moties(found)) == 1


def test_de_motie_dat_says_again_what_it_asks() -> None:
    found = paragraph("De motie-Boot (31 497, nr. 300) is oud. Ik steun de motie dat er kades komen.")
    assert moties(found) == [("motie-Boot", "kst-31497-300"), ("motie", "kst-31497-300")]
    found = paragraph("Ik las het rapport over kades (31 497, nr. 12). Toch is het rapport dat later kwam beter.")
    assert [each.kind for each in found].count(ReferenceKind.RAPPORT) == 1


def test_a_motie_of_the_kamer_is_the_one_that_was_named() -> None:
    found = paragraph("De motie-Boot (31 497, nr. 300) is oud. Ik handel naar de motie van uw Kamer.")
    assert moties(found)[-1] == ("motie", "kst-31497-300")


def test_without_another_near_die_motie_is_the_one_of_the_title() -> None:
    named = "Het gaat om de motie van het lid Boot c.s. (31 497, nr. 300) over kades."
    paper = made(
        (BlockKind.PARAGRAPH, "", named),
        (BlockKind.PARAGRAPH, "", "De kades zijn oud."),
        (BlockKind.PARAGRAPH, "", "Ik voer de motie uit."),
    )
    titled = replace(paper, title="Reactie op de motie van het lid Boot c.s. over kades")
    assert moties(list(document_references(titled)))[-1] == ("motie", "kst-31497-300")
    assert moties(list(document_references(paper)))[-1] == ("motie", "")


def test_a_motie_that_the_paper_does_not_name_is_still_a_motie() -> None:
    found = paragraph("Dat is waar de motie toe oproept. Die motie is oud.")
    assert moties(found) == [("motie", ""), ("motie", "")]
    assert [each.antecedent for each in found] == [None, None]


def test_several_moties_are_told_by_their_movers_or_numbers() -> None:
    numbers = "(31 497, nrs. 300 en 301)"
    found = paragraph(
        f"De moties van de leden Boot en Kade {numbers} zijn oud. Die moties voer ik uit. Die motie niet."
    )
    assert moties(found) == [("moties van de leden Boot en Kade", ""), ("moties", "")]
    paper = made(
        (BlockKind.PARAGRAPH, "", "Ik meld de stand van de moties.7 "),
        (BlockKind.FOOTNOTE, "7", "7 Kamerstuk 31 497, nrs. 300 en 301."),
    )
    assert moties(list(document_references(paper))) == [("moties", "")]
