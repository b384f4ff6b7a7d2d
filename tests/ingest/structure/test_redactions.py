from __future__ import annotations

import pytest

from ingest.document import BlockKind
from ingest.structure.redactions import grounds_of, is_blacked_out
from tests.ingest.structure.made import parsed

LEVENSSFEER = "artikel 5.1, lid 2, onder e, Woo (persoonlijke levenssfeer)"


@pytest.mark.parametrize(
    "label", ["5.1.2e", "5.1.2.e", "(5.1)(2e)", "5.1 lid 2 sub e", "art. 5.1, tweede lid, aanhef en onder e, Woo"]
)
def test_one_ground_has_one_name_however_it_is_printed(label: str) -> None:
    assert grounds_of(label) == (LEVENSSFEER,)


def test_the_older_law_has_its_own_articles() -> None:
    assert grounds_of("10.2.g") == ("artikel 10, lid 2, onder g, Wob (onevenredige bevoordeling of benadeling)",)
    assert grounds_of("11.1") == ("artikel 11, lid 1, Wob (persoonlijke beleidsopvattingen)",)


def test_each_ground_of_a_line_is_named_once() -> None:
    assert grounds_of("5.1.2e 5.1.2e 5.1.5") == (LEVENSSFEER, "artikel 5.1, lid 5, Woo (onevenredige benadeling)")
    assert grounds_of("Lopende onderhandelingenEenheid van kabinetsb") == (
        "Lopende onderhandelingen",
        "Eenheid van kabinetsbeleid",
    )


def test_a_black_box_has_no_ground() -> None:
    assert is_blacked_out("██████ ███")
    assert grounds_of("██████ ███") == ()


@pytest.mark.parametrize("line", ["[weggelakt] 5.1.2.e", "5.1.2e [weggelakt]"])
def test_a_mark_with_its_ground_is_one_redaction(line: str) -> None:
    parts = parsed(f"Geachte voorzitter,\n\nDe boot is oud.\n\n{line}\n\nDe steiger is nieuw.\n")
    hidden = [block.place for block in parts.blocks if block.kind is BlockKind.REDACTION]
    assert hidden == [f"weggelakt: {LEVENSSFEER}"]
    assert not is_blacked_out(f"De reder {line}")


@pytest.mark.parametrize("line", ["[weggelakt]", "[weggelakt] [weggelakt]", "[onleesbaar gemaakt].", "xxxxx", "████"])
def test_marks_in_the_place_of_words_are_redactions_in_every_paper(line: str) -> None:
    parts = parsed(
        f"Geachte heer Proef,\n\nDe boot vaart.\n\n{line}\n\nZij vaart vaak.\n\nHoogachtend,\n\nA.B. Voorbeeld\n"
    )
    block = next(block for block in parts.blocks if parts.text[block.start : block.end] == line)
    assert (block.kind, block.place) == (BlockKind.REDACTION, "weggelakt, de grond staat er niet bij")


@pytest.mark.parametrize(
    ("line", "boxes"),
    [
        ("5.1.2e 5.1.2e", ["5.1.2e", "5.1.2e"]),
        ("5.1.2e, 5.1.2i", ["5.1.2e, 5.1.2i"]),
        ("5.1.2e 5.1.2i 5.1.2e", ["5.1.2e 5.1.2i", "5.1.2e"]),
        ("Lopende onderhandelingenLopende onderhand", ["Lopende onderhandelingen", "Lopende onderhand"]),
        ("Inspectie - controle - toezicht, Lopende onder", ["Inspectie - controle - toezicht, Lopende onder"]),
    ],
)
def test_a_ground_that_comes_again_on_a_line_is_that_of_another_box(line: str, boxes: list[str]) -> None:
    parts = parsed(
        f"Geachte heer Proef,\n\nDe boot vaart.\n\n{line}\n\nZij vaart vaak.\n\nHoogachtend,\n\nA.B. Voorbeeld\n"
    )
    found = [block for block in parts.blocks if block.kind is BlockKind.REDACTION]
    assert [parts.text[block.start : block.end] for block in found] == boxes
    assert all(block.place.startswith("weggelakt: ") for block in found)


def test_the_grounds_of_an_inventory_are_cells() -> None:
    parts = parsed(
        "Geachte heer Proef,\n\nZie de lijst.\n\nNr. Document Weigeringsgrond\n\n1 Brief over de boot\n\n5.1.2.e\n\n"
        "2 Mail over de boot\n\n10.2.e\n\nDit waren alle stukken die ik vond.\n\nHoogachtend,\n\nA.B. Model\n"
    )
    kinds = {parts.text[block.start : block.end]: block.kind for block in parts.blocks}
    assert (kinds["5.1.2.e"], kinds["10.2.e"]) == (BlockKind.TABLE, BlockKind.TABLE)


def test_a_ground_that_is_explained_is_a_heading_and_no_redaction() -> None:
    parts = parsed(
        "Geachte heer Proef,\n\nInspectie - controle - toezicht\n\nOp grond van dit artikel geef ik geen stukken.\n\n"
        "Hoogachtend,\n\nA.B. Model\n"
    )
    assert BlockKind.REDACTION not in {block.kind for block in parts.blocks}


@pytest.mark.parametrize("line", ["5.1 miljoen", "10 april", "Paragraaf 5.1", "11 scholen", "10.2", "De boot vaart."])
def test_other_numbers_and_words_are_no_redaction(line: str) -> None:
    assert not is_blacked_out(line)


@pytest.mark.parametrize("ground", ["Persoonlijke levenssfeer", "Bedrijfs- en fabricagegegevens", "Intern beraad"])
@pytest.mark.parametrize("number", ["2.1", "3.2.", "4.1.2"])
def test_a_numbered_heading_that_names_a_ground_is_no_redaction(number: str, ground: str) -> None:
    text = f"Geachte heer Proef,\n\n1. Besluit\n\nIk besluit.\n\n2. Gronden\n\n{number} {ground}\n\nDit weegt zwaar.\n"
    kinds = {parts.text[block.start : block.end]: block.kind for parts in [parsed(text)] for block in parts.blocks}
    assert kinds[f"{number} {ground}"] is BlockKind.HEADING


DECISION = """\
Betreft: Besluit op uw Woo-verzoek

Geachte heer Proef,

Ik besluit de papieren over de boot deels openbaar te maken.

Overwegingen

{words}

{reason}

Hoogachtend,

A.B. Voorbeeld
"""


@pytest.mark.parametrize("words", ["Persoonlijke levenssfeer", "Inspectie, controle en toezicht", "Buiten verzoek"])
@pytest.mark.parametrize(
    "reason",
    [
        "Op grond van artikel 5.1, tweede lid, van de Woo maak ik de namen van schippers en matrozen niet openbaar.",
        "Namen van medewerkers van de veerdienst maak ik niet openbaar, omdat zij niet in de openbaarheid treden.",
    ],
)
def test_in_a_decision_the_words_of_a_ground_head_what_is_said_of_it(words: str, reason: str) -> None:
    parts = parsed(DECISION.format(words=words, reason=reason))
    kinds = {parts.text[block.start : block.end]: block for block in parts.blocks}
    assert kinds[words].kind is BlockKind.HEADING
    assert kinds[reason].path[-1:] == (words,)


@pytest.mark.parametrize("label", ["5.1.2e", "[weggelakt]", "Persoonlijke levenssfeer"])
def test_in_a_decision_a_box_stays_one(label: str) -> None:
    parts = parsed(
        DECISION.format(words=label, reason="De boot vaart vier keer per dag naar het eiland, en zij is altijd vol.")
    )
    assert [parts.text[b.start : b.end] for b in parts.blocks if b.kind is BlockKind.REDACTION] == [label]


def test_what_a_black_box_bears_is_the_ground_whatever_its_words_are() -> None:
    assert grounds_of("[weggelakt: Positie in een proces]") == ("Positie in een proces",)
    assert grounds_of("[weggelakt: 5.1.2e Woo]") == (LEVENSSFEER,)
    parts = parsed(
        "De boot vaart.\n\n[weggelakt: Positie in een proces]\n\nHavens\n\nDe haven is [weggelakt: Beraad] dicht.\n"
    )
    made = {parts.text[block.start : block.end]: block for block in parts.blocks}
    hidden = made["[weggelakt: Positie in een proces]"]
    assert (hidden.kind, hidden.place) == (BlockKind.REDACTION, "weggelakt: Positie in een proces")
    assert made["De haven is [weggelakt: Beraad] dicht."].path == ("Havens",)
