"""What is measured of one answer."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.answer import Conflict, ConflictSide, Status
from eval.intervals import wilson
from eval.items import ItemKind
from eval.metrics import (
    Outcome,
    citation_correct,
    false_alarm,
    judge,
    officially_cited,
    quotes_exact,
    stands_in,
    supported,
)
from ingest.document import Role, Speaker
from tests.eval.made import PAPER, TEXT, answer, citation, item, paper


def test_an_answer_with_every_required_fact_is_right() -> None:
    assert judge(item(required=(("11", "elf"), ("14",))), answer()).outcome is Outcome.RIGHT
    assert judge(item(), answer("Elf verzoeken zijn ingewilligd.")).right


def test_an_answer_is_direct_if_its_first_paragraph_is_enough() -> None:
    assert judge(item(), answer("Het zijn er 11.\n\nDat zijn er veel.")).direct
    late = judge(item(), answer("Er waren verzoeken.\n\nHet zijn er 11."))
    assert late.right and not late.direct


def test_an_answer_that_lacks_one_of_its_facts_is_wrong_but_not_confidently() -> None:
    verdict = judge(item(required=(("11",), ("3 juni 2099",))), answer())
    assert (verdict.outcome, verdict.missing) == (Outcome.WRONG, ("3 juni 2099",))


def test_an_answer_without_any_of_its_facts_is_confidently_wrong() -> None:
    assert judge(item(), answer("Het zijn er 12.")).outcome is Outcome.CONFIDENTLY_WRONG


def test_a_partial_answer_without_its_facts_is_only_wrong() -> None:
    assert judge(item(), answer("Het zijn er 12.", status=Status.PARTIAL)).outcome is Outcome.WRONG


def test_a_forbidden_fact_makes_a_right_answer_wrong() -> None:
    verdict = judge(item(forbidden=("14",)), answer())
    assert (verdict.outcome, verdict.false) == (Outcome.CONFIDENTLY_WRONG, ("14",))


def test_a_fact_that_stands_only_in_a_quote_below_the_answer_does_not_count() -> None:
    assert not judge(item(), answer("Lees dit [1].", citations=(citation(),))).right


def test_the_values_of_a_conflict_are_part_of_the_answer() -> None:
    sides = (ConflictSide(value="11", citation=citation()), ConflictSide(value="12", citation=citation()))
    shown = replace(answer("De stukken verschillen."), conflicts=(Conflict(subject="x", sides=sides),))
    assert judge(item(kind=ItemKind.CONFLICT, required=(("11",), ("12",))), shown).right


@pytest.mark.parametrize(
    ("status", "outcome"),
    [
        (Status.REDACTED, Outcome.RIGHT),
        (Status.UNANSWERABLE, Outcome.WRONG),
        (Status.CLARIFY, Outcome.SILENT),
        (Status.PARTIAL, Outcome.WRONG),
        (Status.ANSWERED, Outcome.CONFIDENTLY_WRONG),
    ],
)
def test_a_refusal_is_right_on_the_right_ground_only(status: Status, outcome: Outcome) -> None:
    asked = item(kind=ItemKind.REDACTED, refusal=Status.REDACTED)
    assert judge(asked, answer(status=status)).outcome is outcome


@pytest.mark.parametrize(
    ("status", "outcome"),
    [
        (Status.UNANSWERABLE, Outcome.NEEDLESS_REFUSAL),
        (Status.REDACTED, Outcome.NEEDLESS_REFUSAL),
        (Status.CLARIFY, Outcome.SILENT),
    ],
)
def test_refusing_what_the_papers_answer_is_needless(status: Status, outcome: Outcome) -> None:
    verdict = judge(item(), answer(status=status))
    assert (verdict.outcome, verdict.missing) == (outcome, ("11",))


def test_a_citation_is_correct_in_the_right_paper_and_place() -> None:
    asked = item(places=("antwoord 2",))
    assert citation_correct(asked, answer(citations=(citation(place="antwoord 2 en 3"),))) is True
    assert citation_correct(asked, answer(citations=(citation(place="antwoord 12"),))) is False
    assert citation_correct(asked, answer(citations=(citation(document="kst-1-1"),))) is False
    assert citation_correct(item(), answer(citations=(citation(place=""),))) is True
    assert citation_correct(item(), answer()) is False


def test_an_answer_from_several_papers_cites_each() -> None:
    asked = item(kind=ItemKind.MULTI_DOC, documents=(PAPER, "kst-1-1"))
    one, other = citation(), citation(document="kst-1-1")
    assert citation_correct(asked, answer(citations=(one,))) is False
    assert citation_correct(asked, answer(citations=(one, other))) is True
    side = ConflictSide(value="11", citation=other)
    shown = replace(answer(citations=(one,)), conflicts=(Conflict(subject="x", sides=(side,)),))
    assert citation_correct(asked, shown) is True


def test_a_refusal_has_no_citation_to_judge() -> None:
    assert citation_correct(item(), answer(status=Status.UNANSWERABLE)) is None
    assert citation_correct(item(refusal=Status.REDACTED, kind=ItemKind.REDACTED), answer()) is None


def test_a_quote_is_exact_only_at_its_own_offsets() -> None:
    documents = {PAPER: paper()}
    middle = citation("kreeg 14", start=TEXT.index("kreeg"))
    assert quotes_exact(answer(citations=(citation(), middle)), documents) is True
    assert quotes_exact(answer(citations=(citation("kreeg 14", start=0),)), documents) is False
    assert quotes_exact(answer(citations=(citation(document="kst-1-1"),)), documents) is False
    assert quotes_exact(answer(citations=(citation(""),)), documents) is False
    assert quotes_exact(answer(), documents) is None


def test_a_quote_stands_in_the_paper_over_broken_lines_and_a_page_break() -> None:
    delivered = (
        "De gemeente Water-\ndam kreeg 14 ver-\nzoeken.\n\nPagina 3 van 9\n\n"
        "Daarvan zijn er 11\ningewilligd, op 3 juni 2099."
    )
    assert stands_in(TEXT, delivered)
    assert stands_in("kreeg 14", delivered)


def test_a_quote_with_one_other_digit_or_in_another_order_stands_nowhere() -> None:
    assert not stands_in(TEXT.replace("14", "15"), TEXT)
    assert not stands_in("Daarvan zijn er 11 ingewilligd De gemeente Waterdam kreeg", TEXT)
    assert not stands_in("•", TEXT)


def test_a_quote_without_letters_is_looked_up_as_it_is() -> None:
    assert stands_in("•", "• Eerste punt")


def test_wilson_bounds_worked_by_hand() -> None:
    """0 of 10: z²/(n+z²) = 3.8415/13.8415. 5 of 10: 0.5 ± 1.96·√(0.025+0.0096)/1.38415 = 0.5 ± 0.2634."""
    assert wilson(0, 10) == pytest.approx((0, 0.2775), abs=1e-4)
    assert wilson(5, 10) == pytest.approx((0.2366, 0.7634), abs=1e-4)
    assert wilson(10, 10) == pytest.approx((0.7225, 1), abs=1e-4)
    assert wilson(0, 0) == (0, 1)


@pytest.mark.parametrize(("successes", "n"), [(-1, 4), (5, 4)])
def test_wilson_refuses_what_is_no_share(successes: int, n: int) -> None:
    with pytest.raises(ValueError, match="no share"):
        wilson(successes, n)


@given(st.integers(1, 2000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_wilson_holds_the_share_and_mirrors(pair: tuple[int, int]) -> None:
    successes, n = pair
    low, high = wilson(successes, n)
    assert 0 <= low <= successes / n <= high <= 1
    assert wilson(n - successes, n) == pytest.approx((1 - high, 1 - low))


def test_what_is_stated_must_stand_in_the_quotes_in_whatever_spelling() -> None:
    asked = item(required=(("11", "elf"), ("14",)))
    told = "Er zijn elf verzoeken ingewilligd."
    assert supported(asked, answer(told, citations=(citation(),))) is True  # 14 is not stated, so nothing to support
    assert supported(asked, answer(told, citations=(citation("14 verzoeken"),))) is False
    assert supported(asked, answer("Dat weet ik niet.", citations=(citation(),))) is None
    assert supported(asked, answer(told, status=Status.UNANSWERABLE)) is None


def test_who_is_quoted_is_a_fact_that_the_citation_bears() -> None:
    asked = item(required=(("Ten Vreestra",),))
    quoted = replace(citation(), speaker=Speaker(role=Role.KAMERLID, name="het lid Ten Vreestra"))
    told = "In de motie van het lid Ten Vreestra staat dat."
    assert supported(asked, answer(told, citations=(quoted,))) is True
    assert supported(asked, answer(told, citations=(citation(),))) is False


def test_an_official_number_is_right_to_the_letter_or_not_at_all() -> None:
    assert officially_cited(answer(citations=(citation(),))) is True
    behind = replace(citation(), citation="Aanhangsel Handelingen II 2099/2100, nr. 7, antwoord 2")
    assert officially_cited(answer(citations=(behind,))) is True
    for wrong in ("Aanhangsel Handelingen II 2098/99, nr. 7", "Aanhangsel Handelingen II 2099/2100, nr. 71"):
        assert officially_cited(answer(citations=(replace(citation(), citation=wrong),))) is False
    assert officially_cited(answer(citations=(citation(document="bestand-0123456789ab"),))) is None


def test_a_conflict_that_no_question_knows_is_a_false_alarm() -> None:
    sides = tuple(ConflictSide(value=value, citation=citation()) for value in ("11", "14"))
    told = replace(answer(), conflicts=(Conflict(subject="verzoeken", sides=sides),))
    known = item(kind=ItemKind.CONFLICT, id="t-conflict-001", required=(("11",), ("14",)))
    assert false_alarm(told, [known]) is False
    assert false_alarm(told, []) is True
    assert false_alarm(told, [replace(known, required=(("11",), ("15",)))]) is True
    assert false_alarm(answer(), []) is False
    assert false_alarm(answer(status=Status.UNANSWERABLE), []) is None


def test_a_raised_note_mark_is_the_digit_of_the_paper() -> None:
    assert stands_in("de zaal kost 41 euro¹ per dag", "de zaal kost 41 euro1 per dag")
