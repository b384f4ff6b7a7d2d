"""The quote contract."""

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from assistant.answer import Citation
from assistant.prove.verify import Statement, holds, is_exact, kept
from ingest.document import Document, Kind, Role, Source, Speaker

TEXT = "De school kreeg 12 plekken. Wethouder Bakker betaalt ze niet."
DOCUMENT = Document(
    identifier="test-1",
    kind=Kind.BRIEF,
    title="Brief over plekken",
    text=TEXT,
    source=Source(file="a.txt", sha256="0" * 64),
)
PAPERS = {"test-1": DOCUMENT}
QUOTE = Citation(
    text=TEXT[:27], document="test-1", title=DOCUMENT.title, kind=Kind.BRIEF, citation="Brief over plekken, 3 mei 2021",
    place="", date=date(2021, 5, 3), start=0, end=27, speaker=Speaker(role=Role.ONBEKEND),
)  # fmt: skip


def statement(text: str, quote: Citation = QUOTE) -> Statement:
    return Statement(text=text, citations=(quote,))


def test_an_exact_quote_holds() -> None:
    assert holds(statement(f"In het stuk staat: “{QUOTE.text}”"), PAPERS)


@given(st.integers(0, 26), st.characters(categories=("L", "N")))
def test_a_quote_with_one_character_changed_does_not_hold(position: int, character: str) -> None:
    changed = QUOTE.text[:position] + character + QUOTE.text[position + 1 :]
    assert is_exact(replace(QUOTE, text=changed), PAPERS) is (changed == QUOTE.text)


@given(st.integers(-100, 100), st.integers(-100, 100))
def test_a_quote_at_other_offsets_does_not_hold(start: int, end: int) -> None:
    assert is_exact(replace(QUOTE, start=start, end=end), PAPERS) is ((start, end) == (0, 27))


def test_a_quote_from_an_unknown_paper_does_not_hold() -> None:
    assert not is_exact(replace(QUOTE, document="test-2"), PAPERS)


def test_a_wrong_number_does_not_hold() -> None:
    assert holds(statement("12 plekken."), PAPERS)
    assert not holds(statement("13 plekken."), PAPERS)
    assert not holds(statement("Dertien plekken."), PAPERS)


def test_a_name_from_another_sentence_does_not_hold() -> None:
    assert not holds(statement("De wethouder is Bakker."), PAPERS)


def test_a_statement_without_a_citation_does_not_hold() -> None:
    assert not holds(Statement(text="Dat klopt.", citations=()), PAPERS)


def test_only_what_holds_is_kept_in_its_order() -> None:
    good, bad = statement("12 plekken."), statement("40 plekken.")
    assert kept([bad, good, bad], PAPERS) == [good]
