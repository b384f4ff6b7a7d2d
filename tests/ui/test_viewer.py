"""The page of a whole paper: nothing of it is lost, nothing of it is run, and what is marked is what was quoted."""

import re
from dataclasses import replace
from datetime import date
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval.fire.hostile_words import WORDS as HOSTILE
from ingest.document import Block, BlockKind, Document, Kind, Role, Source, Speaker
from ui import viewer

TEXT = """\
De veerboot

Vraag 1
Vaart zij?1 En wie betaalt?

1 Zie de nota.

Ja, dagelijks.

• om acht uur
• om tien uur"""


def block(kind: BlockKind, words: str, **more: object) -> Block:
    start = TEXT.index(words)
    return Block(kind=kind, start=start, end=start + len(words), **more)  # type: ignore[arg-type]


MINISTER = Speaker(role=Role.BEWINDSPERSOON, name="Minister Voorbeeld")
QUESTION = block(BlockKind.QUESTION, "Vaart zij?1 En wie betaalt?", place="vraag 1", path=("De veerboot",))
PAPER = Document(
    identifier="kst-12345-6",
    kind=Kind.AANHANGSEL,
    title="Vragen over <de> veerboot",
    text=TEXT,
    source=Source(file="boot.txt", sha256="0", url="https://voorbeeld.invalid/boot"),
    date=date(2021, 2, 3),
    blocks=(
        block(BlockKind.HEADING, "De veerboot"),
        block(BlockKind.HEADING, "Vraag 1", place="vraag 1", path=("De veerboot",)),
        QUESTION,
        block(
            BlockKind.FOOTNOTE,
            "1 Zie de nota.",
            number="1",
            context=(TEXT.index("Vaart"), TEXT.index(" En wie")),
            page=2,
        ),
        block(BlockKind.ANSWER, "Ja, dagelijks.", place="antwoord 1", speaker=MINISTER),
        block(BlockKind.LIST_ITEM, "• om acht uur"),
        block(BlockKind.LIST_ITEM, "• om tien uur"),
    ),
)


def words(html: str) -> str:
    return unescape(re.sub(r"<[^>]*>", "", html))


def test_every_block_stands_on_the_page_once() -> None:
    body = viewer.page(PAPER).partition('<main id="tekst"')[2]
    for one in PAPER.blocks:
        assert words(body).count(TEXT[one.start : one.end]) == 1


def test_headings_follow_the_outline_and_the_outline_leads_to_them() -> None:
    page = viewer.page(PAPER)
    assert re.findall(r"<h(\d)[ >]", page) == ["1", "2", "3"]
    for heading in PAPER.blocks[:2]:
        assert f'href="#t{heading.start}"' in page
        assert f'id="t{heading.start}"' in page


def test_a_footnote_stands_behind_the_block_with_its_mark() -> None:
    body = viewer.page(PAPER)
    assert body.index("wie betaalt") < body.index("Zie de nota.") < body.index("Ja, dagelijks.")
    assert 'role="note"' in body


def test_a_mark_leads_to_its_note_and_the_note_back_to_its_mark() -> None:
    body = viewer.page(PAPER)
    mark = re.search(r'<a id="([^"]+)" class="nootverwijzing" href="#([^"]+)"[^>]*>1</a>', body)
    assert mark is not None
    note = re.search(rf'<p class="noot" id="{mark[2]}".*?</p>', body)
    assert note is not None
    assert f'href="#{mark[1]}"' in note[0]
    assert "Zie de nota." in words(note[0])


def test_a_mark_without_a_note_says_that_the_note_is_not_there() -> None:
    text = "De boot vaart.1 Zij is oud."
    body = viewer.page(replace(PAPER, text=text, blocks=(Block(kind=BlockKind.PARAGRAPH, start=0, end=len(text)),)))
    assert "Voetnoot 1: noottekst ontbreekt in dit bestand." in words(body)
    assert text in words(body)
    targets = re.findall(r'href="#((?:noot|t\d)[^"]+)"', body)
    assert len(targets) == 2
    assert all(body.count(f'id="{target}"') == 1 for target in targets)


def test_a_quote_over_a_mark_leaves_the_mark_one_link() -> None:
    at = TEXT.index("?1")
    body = viewer.page(PAPER, [(at, at + 2)])
    assert body.count('class="nootverwijzing"') == 1
    assert words(body).count("gevonden passage 1 ?1") == 1


def test_a_mark_that_was_taken_out_of_the_text_is_told_behind_its_sentence() -> None:
    start = TEXT.index("Ja, dagelijks.")
    note = replace(PAPER.blocks[3], number="9", context=(start, start + len("Ja, dagelijks.")))
    body = viewer.page(replace(PAPER, blocks=(*PAPER.blocks[:3], note, *PAPER.blocks[4:])))
    assert "Ja, dagelijks.voetnoot 9 " in words(body)


def test_who_speaks_is_told_above_the_words() -> None:
    assert "Antwoord 1: Minister Voorbeeld" in words(viewer.page(PAPER))


def test_list_items_are_one_list() -> None:
    assert viewer.page(PAPER).count('<ul class="lijst">') == 1


def test_two_quotes_are_marked_numbered_and_reached_by_links() -> None:
    spans = [(TEXT.index("Ja"), TEXT.index("Ja") + 2), (TEXT.index("Vaart"), TEXT.index("?1") + 1)]
    page = viewer.page(PAPER, spans)
    assert [words(mark) for mark in re.findall(r"<mark.*?</mark>", page)] == [
        "gevonden passage 1 Vaart zij?",
        "gevonden passage 2 Ja",
    ]
    assert 'href="#citaat"' in page
    assert 'href="#citaat-2"' in page
    assert "2 passages zijn gemarkeerd" in words(page)


@given(st.lists(st.tuples(st.integers(-5, 200), st.integers(-5, 200)), max_size=6))
def test_marking_never_changes_the_words(spans: list[tuple[int, int]]) -> None:
    body = viewer.page(PAPER, [(start, end) for start, end in spans if start >= 0]).partition('<main id="tekst"')[2]
    without_labels = re.sub(r'<span class="label">.*?</span> ', "", body)
    for one in PAPER.blocks:
        assert TEXT[one.start : one.end] in words(without_labels)


@pytest.mark.parametrize(
    ("asked", "spans"),
    [
        ([("van", "1"), ("tot", "5")], [(1, 5)]),
        ([("van", "1"), ("van", "7"), ("tot", "5"), ("tot", "9")], [(1, 5), (7, 9)]),
        ([("van", "1")], []),
        ([("van", "-1"), ("tot", "x")], []),
        ([("van", "9" * 30), ("tot", "5")], []),
    ],
)
def test_an_address_tells_which_spans_to_mark(asked: list[tuple[str, str]], spans: list[tuple[int, int]]) -> None:
    assert viewer.spans_of(asked) == spans


@pytest.mark.parametrize("hostile", HOSTILE)
def test_no_word_of_a_paper_becomes_a_tag(hostile: str) -> None:
    paper = Document(
        identifier=hostile,
        kind=Kind.BRIEF,
        title=hostile,
        text=hostile,
        source=Source(file=hostile, sha256="0", url=hostile),
        blocks=(
            Block(
                kind=BlockKind.HEADING, start=0, end=len(hostile), place=hostile, speaker=Speaker(role=Role.ONBEKEND)
            ),
        ),
    )
    tags = set(re.findall(r"<\s*([a-zA-Z!/][\w-]*)", viewer.page(paper, [(0, 3)]).partition("</style>")[2]))
    own = {
        "a",
        "body",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "h1",
        "h2",
        "header",
        "li",
        "main",
        "mark",
        "nav",
        "ol",
        "p",
        "span",
    }
    own |= {"summary", "ul"}
    assert {tag.lstrip("/") for tag in tags} <= own | {"head", "html"}
