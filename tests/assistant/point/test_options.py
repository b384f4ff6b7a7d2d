"""What a decision note says for or against one of its options is looked up under its headings."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from assistant.point.lookups import looked_up
from assistant.tell.compose import TORN
from assistant.understand.conversation import complete
from ingest.document import BlockKind, Document, Kind
from tests.assistant.made import paper

HEADING, ITEM = BlockKind.HEADING, BlockKind.LIST_ITEM
OPTIONS = {
    "Optie A. Een pont": ("Zij is goedkoop.", "Zij is klein."),
    "Optie B: een brug": ("Zij is breed.", "Zij is duur."),
}
OPTIONS_SAID = [said for both in OPTIONS.values() for said in both]


def note(title: str, *, torn: bool = False, identifier: str = "bestand-1") -> Document:
    texts, kinds, paths = [f"Deze nota gaat over {title.lower()}."], [BlockKind.PARAGRAPH], [()]
    for option, (good, bad) in OPTIONS.items():
        texts, kinds, paths = [*texts, option], [*kinds, HEADING], [*paths, ()]
        for side, said in (("Argumenten voor:", good), ("Argumenten tegen:", bad)):
            path = (option, side.rstrip(":"))
            texts += [side, said, "[weggelakt] (5.1.2i)" if torn else "Zo is het."]
            kinds += [HEADING, ITEM, BlockKind.REDACTION if torn else ITEM]
            paths += [path[:1], path, path]
    made = paper(*texts, kinds=tuple(kinds), identifier=identifier)
    blocks = tuple(replace(block, path=path) for block, path in zip(made.blocks, paths, strict=True))
    return replace(made, kind=Kind.BESLISNOTA, title=title, blocks=blocks)


def by_name(*papers: Document) -> Mapping[str, Document]:
    return {one.identifier: one for one in papers}


def told(text: str, papers: Mapping[str, Document], *before: str) -> list[str]:
    found = looked_up(complete(text, before), papers, "kamer")
    return [one.citations[0].text for one in found.statements] if found else []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Welke argumenten voor optie A noemt de nota?", ["Zij is goedkoop."]),
        ("Wat zijn de nadelen van optie B?", ["Zij is duur."]),
        ("Wat zijn de voor- en nadelen van optie b?", ["Zij is breed.", "Zij is duur."]),
        ("Welke argumenten zijn er tegen optie A bij de veerverbinding?", ["Zij is klein."]),
        ("Welke argumenten zijn er tegen optie C?", []),
        ("Welke argumenten zijn er tegen optie A en optie B?", []),
        ("Wat kost optie B?", []),
        ("Hoeveel nadelen heeft optie B?", []),
        ("Wie noemt de nadelen van optie B?", []),
        ("Waarom is optie B niet gekozen ondanks de voordelen?", []),
        ("Wat vindt de minister van de nadelen van optie B?", []),
        ("Welke optie heeft minder nadelen dan optie B?", []),
        ("Wegen de voordelen van optie B op tegen de nadelen?", []),
        ("argumenten tegen optie B", ["Zij is duur."]),
        ("Welke argumenten zijn er tegen optie B volgens Zwolle?", []),
        ("Wat zijn de nadelen van optie B voor bijenhouders in natuurgebieden?", []),
    ],
)
def test_only_the_section_of_that_option_and_side_is_told(text: str, said: list[str]) -> None:
    found = told(text, by_name(note("Veerverbinding")))
    assert [one for each in found for one in OPTIONS_SAID if one in each] == said


def test_a_follow_up_names_another_option_or_another_side() -> None:
    papers = by_name(note("Veerverbinding"))
    before = "Welke argumenten tegen optie A noemt de nota over de veerverbinding?"
    assert "Zij is duur." in told("En tegen optie B?", papers, before)[0]
    assert "Zij is goedkoop." in told("En welke argumenten voor?", papers, before)[0]


def test_of_two_notes_that_count_which_the_question_tells_of() -> None:
    papers = by_name(note("Veerverbinding"), note("Sluizen", identifier="bestand-2"))
    assert told("Wat zijn de nadelen van optie A?", papers) == []
    found = looked_up(complete("Wat zijn de nadelen van optie A in de nota over sluizen?", ()), papers, "kamer")
    assert found is not None
    assert {each.document for one in found.statements for each in one.citations} == {"bestand-2"}


def test_what_was_made_unreadable_among_them_is_told() -> None:
    found = looked_up(
        complete("Wat zijn de nadelen van optie A?", ()), by_name(note("Veerverbinding", torn=True)), "kamer"
    )
    assert found is not None
    assert found.notice == TORN
