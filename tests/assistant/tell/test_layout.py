"""An answer taken apart: nothing is lost, nothing stands twice."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.answer import Answer, Citation, Status
from assistant.tell.layout import Quoted, Words, laid_out, spans_of_evidence, words_shown
from ingest.document import Kind, Role, Speaker


def citation(text: str, start: int = 0) -> Citation:
    return Citation(
        text=text,
        document="kst-29876-61",
        title="Brief",
        kind=Kind.KAMERBRIEF,
        citation="Kamerstukken II 2023/24, 29 876, nr. 61",
        place="",
        date=date(2024, 5, 21),
        start=start,
        end=start + len(text),
        speaker=Speaker(role=Role.BEWINDSPERSOON, name="minister Bos"),
    )


def answer(text: str, *citations: Citation, **more: object) -> Answer:
    made = Answer(question="?", understood_as="?", status=Status.ANSWERED, text=text, citations=citations)
    return replace(made, **more)  # type: ignore[arg-type]


FIRST, SECOND = citation("Er zijn 11 boten."), citation("De kade is nat.", 30)


def test_a_core_a_quote_and_what_can_wait() -> None:
    text = "11 boten. [1]\n\nBos schrijft: “Er zijn 11 boten.” Lees verder. [1]\n\nBos schrijft: “De kade is nat.” [2]"
    (section,) = laid_out(answer(text, FIRST, SECOND, beside=frozenset({2})))
    assert section.core == "11 boten. [1]"
    assert section.told == (
        Words(text="11 boten. [1]"),
        Quoted(lead="Bos schrijft:", numbers=(1,), tail="Lees verder."),
    )
    assert section.folded == (Quoted(lead="Bos schrijft:", numbers=(2,)),)
    assert words_shown(answer(text, FIRST, SECOND), (section,)) == 2 + 2 + 4 + 2


def test_a_notice_is_no_core() -> None:
    (section,) = laid_out(answer("Ik weet het niet zeker.\n\nBos schrijft: “Er zijn 11 boten.” [1]", FIRST))
    assert section.core == ""


def test_each_question_has_its_own_section() -> None:
    one = answer("Bos schrijft: “Er zijn 11 boten.” [1]", FIRST, question="Hoeveel boten?")
    other = replace(answer("Dit staat er niet."), question="Hoe nat?", status=Status.UNANSWERABLE)
    text = f"Eerst dit.\n\nOp uw eerste vraag:\n\n{one.text}\n\nOp uw tweede vraag:\n\n{other.text}"
    first, second = laid_out(answer(text, FIRST, parts=(one, other)))
    assert (first.question, first.status) == ("Hoeveel boten?", Status.ANSWERED)
    assert first.told == (Words(text="Eerst dit."), Quoted(lead="Bos schrijft:", numbers=(1,)))
    assert second.told == (Words(text="Dit staat er niet."),)


def test_a_citation_that_the_text_does_not_quote_is_folded() -> None:
    (section,) = laid_out(answer("11 boten. [1]", FIRST))
    assert section.folded == (Quoted(lead="Minister Bos schrijft:", numbers=(1,)),)


def test_the_marks_of_footnotes_are_left_out_and_a_hole_is_told() -> None:
    marked = replace(citation("Er zijn 11 boten.5 De  is nat."), marks=((17, 18),), holes=True)
    assert marked.shown == "Er zijn 11 boten. De [onleesbaar gemaakt] is nat."


def test_only_a_part_of_a_quote_is_marked_as_what_answers() -> None:
    quote = citation("Er zijn 11 boten. De kade is nat.", 100)
    assert spans_of_evidence(answer("", quote, evidence=((quote.document, 100, 117),)), quote) == [(0, 17)]
    assert spans_of_evidence(answer("", quote, evidence=((quote.document, 100, 133),)), quote) == []


@given(st.lists(st.sampled_from([FIRST, SECOND, citation("Vijf", 60)]), max_size=6), st.frozensets(st.integers(1, 3)))
def test_every_citation_stands_in_exactly_one_place(told: list[Citation], beside: frozenset[int]) -> None:
    cited = (FIRST, SECOND, citation("Vijf", 60))
    text = "\n\n".join(f"Bos schrijft: “{one.shown}” [{cited.index(one) + 1}]" for one in told)
    sections = laid_out(answer(text, *cited, beside=beside))
    numbers = [
        number
        for section in sections
        for part in (*section.told, *section.folded)
        if isinstance(part, Quoted)
        for number in part.numbers
    ]
    assert sorted(numbers) == [1, 2, 3]


def test_what_is_told_instead_is_quote_0_and_bears_its_place_once() -> None:
    text = "Dit staat er niet.\n\nWel staat er:\n\nBos schrijft: “De kade is nat.” (Kamerstukken II …, nr. 61)"
    one = answer(text, status=Status.UNANSWERABLE, nearest=SECOND)
    (section,) = laid_out(one)
    assert section.told[2] == Quoted(lead="Bos schrijft:", numbers=(0,))
    assert one.cited(0) == SECOND
    with pytest.raises(ValueError, match="no quote 1"):
        one.cited(1)


def test_quotes_with_the_same_words_are_told_apart_by_the_marks_behind_them() -> None:
    again, third = replace(SECOND, document="kst-29876-62"), citation("Vijf", 60)
    text = "Bos schrijft: “De kade is nat.” [1]\n\nBos schrijft: “De kade is nat.” […] “Vijf” [2] [3]"
    (section,) = laid_out(answer(text, SECOND, again, third))
    assert [part.numbers for part in section.told if isinstance(part, Quoted)] == [(1,), (2, 3)]
    (row,) = laid_out(answer("Bos schrijft: “De kade is nat.” […] “De kade is nat.” [1] [2]", SECOND, again))
    assert [part.numbers for part in row.told if isinstance(part, Quoted)] == [(1, 2)]
