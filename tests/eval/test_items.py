"""The question sets keep to their form, and what they require really stands in the papers."""

from __future__ import annotations

import hashlib
import json
import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from assistant.answer import Status
from eval.facts import normalise
from eval.items import TURNS, Item, ItemError, ItemKind, ItemSet, fold, half, load, parse, sampled
from ingest.reading import read_folder

ROOT = Path(__file__).parents[2]
SETS = ROOT / "eval" / "sets"
SUMMARIES = ROOT / "corpus"
PAPERS = ROOT.parent / "shared" / "corpus"
SAMPLES = ROOT.parent / "shared" / "samples"

needs_papers = pytest.mark.skipif(not PAPERS.is_dir(), reason=f"the real papers are not in {PAPERS}")
needs_samples = pytest.mark.skipif(not SAMPLES.is_dir(), reason=f"the papers of other dossiers are not in {SAMPLES}")

GOOD: dict[str, Any] = {
    "id": "p-fact-number-900",
    "set": "papers",
    "kind": "fact-number",
    "persona": "kamer",
    "question": "Hoeveel bankjes telt het park?",
    "history": [],
    "required": [["12", "twaalf"]],
    "forbidden": [],
    "documents": ["bestand-0123456789ab"],
    "places": [],
    "evidence": [["twaalf bankjes"]],
    "refusal": False,
    "note": "",
}


ASKED = set(ItemKind) - {ItemKind.INJECTION}  # hidden orders are made, not written


def shipped(name: str) -> list[Item]:
    return load(SETS / f"{name}.jsonl")


def papers() -> dict[str, str]:
    """The texts of the real papers by identifier."""
    texts = {}
    for paper in tomllib.loads((PAPERS / "corpus.toml").read_text(encoding="utf-8"))["paper"]:
        content = (PAPERS / paper["file"]).read_bytes()
        identifier = paper["identifier"] or f"bestand-{hashlib.sha256(content).hexdigest()[:12]}"
        texts[identifier] = content.decode()
    return texts


def summaries() -> dict[str, str]:
    """The texts of our summaries by identifier, without their front matter."""
    return {
        f"samenvatting-{path.stem}": path.read_text(encoding="utf-8").split("---", 2)[2]
        for path in SUMMARIES.glob("*.md")
    }


def unfounded(items: list[Item], texts: dict[str, str]) -> list[str]:
    """What the items claim but the texts do not hold."""
    folded = {identifier: fold(text) for identifier, text in texts.items()}
    spelled = {identifier: f" {normalise(text)} " for identifier, text in texts.items()}

    def holds(identifier: str, group: tuple[str, ...]) -> bool:
        return all(fold(fragment) in folded[identifier] for fragment in group)

    def stated(item: Item, spellings: tuple[str, ...]) -> bool:
        facts = [f" {normalise(spelling)} " for spelling in spellings]
        return any(fact in spelled[identifier] for identifier in item.documents for fact in facts)

    return [
        f"{item.id}: {claim}"
        for item in items
        for claim, founded in (
            *((group, any(holds(d, group) for d in item.documents)) for group in item.evidence),
            *((d, any(holds(d, group) for group in item.evidence)) for d in item.documents),
            *((spellings, stated(item, spellings)) for spellings in item.required),
        )
        if not founded
    ]


def test_the_half_follows_from_the_first_byte_of_the_hash() -> None:
    """By ``printf %s ID | sha256sum``: be and 14 are even, b1 is odd."""
    assert half("p-fact-number-001") == "open"
    assert half("p-fact-name-001") == "frozen"
    assert half("b-procedure-001") == "open"


@pytest.mark.parametrize("name", ["papers", "builtin", "samples"])
def test_both_halves_hold_a_fair_share_of_every_set(name: str) -> None:
    items = shipped(name)
    frozen = sum(half(item.id) == "frozen" for item in items)
    assert 0.4 <= frozen / len(items) <= 0.6


def test_every_shipped_set_loads_with_ids_that_are_unique_over_all() -> None:
    items = [item for path in SETS.glob("*.jsonl") for item in load(path)]
    assert max(Counter(item.id for item in items).values()) == 1
    assert max(Counter((item.question.casefold(), item.history, item.set) for item in items).values()) == 1


@pytest.mark.parametrize(("name", "letter"), [("papers", "p"), ("builtin", "b"), ("samples", "s")])
def test_ids_and_set_names_agree_with_the_file(name: str, letter: str) -> None:
    for item in shipped(name):
        assert item.set is ItemSet(name)
        assert item.id.startswith(f"{letter}-{item.kind}-")


def test_the_papers_set_has_the_promised_number_of_each_kind() -> None:
    counts = Counter(item.kind for item in shipped("papers"))
    often = {
        ItemKind.FACT_NUMBER, ItemKind.FACT_DATE, ItemKind.FACT_NAME, ItemKind.YES_NO,
        ItemKind.REASON, ItemKind.LIST, ItemKind.OUT_OF_CORPUS,
    }  # fmt: skip
    assert counts.total() >= 160
    assert counts[ItemKind.PLAIN_LANGUAGE] >= 150
    assert {kind for kind in ASKED if counts[kind] < (12 if kind in often else 6)} == set()


def test_the_builtin_set_has_the_promised_number_and_every_kind() -> None:
    items = shipped("builtin")
    assert len(items) >= 60
    assert {item.kind for item in items} == ASKED


def test_the_samples_set_has_the_promised_number_of_each_kind() -> None:
    counts = Counter(item.kind for item in shipped("samples"))
    assert counts.total() >= 150
    assert counts[ItemKind.PLAIN_LANGUAGE] >= 50
    # No two of these papers contradict each other, and nothing in them was made unreadable.
    absent = {ItemKind.CONFLICT, ItemKind.REDACTED}
    assert {kind for kind in ASKED if counts[kind] < 5} == absent


def test_half_of_at_least_forty_conversations_is_frozen() -> None:
    turns = [item for path in SETS.glob("*.jsonl") for item in load(path) if item.rewrite]
    assert len(turns) >= 40
    assert all(item.kind in TURNS for item in turns)
    assert 0.4 <= sum(half(item.id) == "frozen" for item in turns) / len(turns) <= 0.6


def test_every_shipped_question_to_be_answered_names_its_papers_and_evidence() -> None:
    items = [item for path in SETS.glob("*.jsonl") for item in load(path)]
    assert all(item.refusal or (item.documents and item.evidence) for item in items)


def test_the_official_example_is_asked() -> None:
    (item,) = [i for i in shipped("papers") if i.question == "Hoeveel OZA-aanvragen zijn er goedgekeurd?"]
    assert item.required == (("39",), ("41",))
    assert item.places == ("antwoord 5",)


@pytest.mark.papers
@needs_papers
def test_everything_required_of_the_papers_set_stands_in_the_papers() -> None:
    assert unfounded(shipped("papers"), papers()) == []


@pytest.mark.papers
@needs_samples
def test_everything_required_of_the_samples_set_stands_in_the_papers() -> None:
    texts = {document.identifier: document.text for document in read_folder(SAMPLES).documents}
    assert unfounded(shipped("samples"), texts) == []


def test_everything_required_of_the_builtin_set_stands_in_the_summaries() -> None:
    assert unfounded(shipped("builtin"), summaries()) == []


def test_a_good_line_becomes_an_item() -> None:
    item = parse(json.dumps(GOOD))
    assert item.required == (("12", "twaalf"),)
    assert item.refusal is None


def test_what_a_question_does_not_need_may_be_left_out() -> None:
    short = {name: GOOD[name] for name in ("id", "kind", "persona", "question", "required")}
    item = parse(json.dumps(short))
    assert (item.set, item.history, item.documents, item.refusal) == (ItemSet.PAPERS, (), (), None)


def test_a_refusal_becomes_a_status() -> None:
    refused = GOOD | {"required": [], "documents": [], "evidence": [], "refusal": "unanswerable"}
    assert parse(json.dumps(refused)).refusal is Status.UNANSWERABLE


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"id": "nummer 1"}, "the id must look like"),
        ({"question": " "}, "the question is empty"),
        ({"question": 5}, "question must hold text"),
        ({"kind": "riddle"}, "kind must be one of"),
        ({"kind": None}, "kind must hold text"),
        ({"kind": "followup"}, "a followup needs a history"),
        ({"persona": "minister"}, "persona must be one of"),
        ({"history": "eerder"}, "history must be a list"),
        ({"required": ["12"]}, "required must hold lists of text"),
        ({"required": [[]]}, "a fact of required"),
        ({"kind": "subject-change"}, "a subject-change needs a history"),
        ({"rewrite": "Hoeveel?"}, "a rewrite without a history"),
        ({"required": []}, "needs required facts"),
        ({"evidence": [["een twee drie vier vijf zes zeven"]]}, "more than 6 words"),
        ({"documents": []}, "evidence needs documents"),
        ({"refusal": "unanswerable"}, "cannot require facts"),
        ({"refusal": "unanswerable", "required": [], "documents": []}, "evidence needs documents"),
        ({"refusal": True}, "refusal must be false or one of"),
        ({"refusal": "answered"}, "refusal must be false or one of"),
        ({"answer": "12"}, r"unknown fields \['answer'\]"),
    ],
)
def test_a_line_out_of_form_is_refused_with_the_reason(change: dict[str, Any], message: str) -> None:
    with pytest.raises(ItemError, match=message):
        parse(json.dumps(GOOD | change))


@pytest.mark.parametrize(("line", "message"), [("{", "no JSON"), ("[]", "expected a JSON object, not list")])
def test_what_is_no_json_object_is_refused(line: str, message: str) -> None:
    with pytest.raises(ItemError, match=message):
        parse(line)


def test_an_error_names_the_file_and_the_line(tmp_path: Path) -> None:
    path = tmp_path / "own.jsonl"
    path.write_text(json.dumps(GOOD) + "\n\n{}\n", encoding="utf-8")
    with pytest.raises(ItemError, match=r"own\.jsonl, line 3: missing fields"):
        load(path)


def test_an_id_twice_in_a_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "own.jsonl"
    path.write_text(2 * (json.dumps(GOOD) + "\n"), encoding="utf-8")
    with pytest.raises(ItemError, match="line 2: the id p-fact-number-900 occurs twice"):
        load(path)


def test_a_set_that_cannot_be_read_is_an_item_error(tmp_path: Path) -> None:
    with pytest.raises(ItemError, match="cannot read the question set"):
        load(tmp_path / "nowhere.jsonl")


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("De  Kamer\n brief", "de kamer brief"),
        ("samenwer-\nkingsverband", "samenwerkingsverband"),
        ("de VO-\nraad", "de vo-raad"),
        ("onderwijstijd, -locatie", "onderwijstijd, -locatie"),
        ("", ""),
    ],
)
def test_fold_mends_words_and_white_space(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize("every", [1, 2, 7])
def test_a_sample_holds_every_kind_and_all_conflicts(every: int) -> None:
    items = shipped("papers")
    kept = sampled(items, every)
    asked, held = Counter(item.kind for item in items), Counter(item.kind for item in kept)
    assert held == {
        kind: number if kind is ItemKind.CONFLICT else -(-number // every) for kind, number in asked.items()
    }
    assert kept == [item for item in items if item in kept]
