"""Questions in plain language are truly so: they share no word of content with what answers them."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from eval.items import Item, ItemKind
from eval.relevance import is_evidence
from index.dutch import NUMBER_WORDS, stem, terms
from ingest.document import Passage
from ingest.passages import cut
from ingest.reading import read_folder
from ingest.sentences import split
from tests.eval.made import item, passage
from tests.eval.test_items import PAPERS, SAMPLES, needs_papers, needs_samples, shipped

DIMINUTIVE = re.compile(r"jes?\W*$")  # another word than the one that it is made of, though found by it
NO_CONTENT = frozenset((stem("niet"), stem("geen"), *NUMBER_WORDS.values()))  # a negation names no subject


@cache
def passages(folder: Path) -> tuple[Passage, ...]:
    return tuple(found for document in read_folder(folder).documents for found in cut(document))


def lay_items(name: str) -> list[Item]:
    return [asked for asked in shipped(name) if asked.kind is ItemKind.PLAIN_LANGUAGE]


def content(text: str) -> set[str]:
    """The stems of a text that name a subject."""
    return {term for term in terms(text) if term not in NO_CONTENT and not term.isdigit()}


def answering_sentences(asked: Item, found: Passage, fragments: tuple[str, ...]) -> str:
    """The sentences of a passage that hold one of the fragments; all of it where one runs over a full stop."""
    parts = [passage(found.text[start:end], document=found.document) for start, end in split(found.text)]
    held = {fragment: [part.text for part in parts if is_evidence(part, asked, (fragment,))] for fragment in fragments}
    return " ".join(text for texts in held.values() for text in texts) if all(held.values()) else found.text


def shared(asked: Item, among: tuple[Passage, ...], *, whole: bool = False) -> set[str]:
    """The stems that a question has in common with the sentences, or the whole passages, that answer it."""
    texts = [
        found.text if whole else answering_sentences(asked, found, fragments)
        for fragments in asked.evidence
        for found in among
        if is_evidence(found, asked, fragments)
    ]
    question = " ".join(word for word in asked.question.split() if not DIMINUTIVE.search(word))
    return content(question) & content(" ".join(texts))


def test_words_of_grammar_numbers_and_negations_are_no_content() -> None:
    assert content("Waarom gaan er niet meer dan twee van de 14 bussen?") == {stem("bussen")}


def test_a_word_shared_with_another_sentence_of_the_passage_counts_only_for_the_whole() -> None:
    asked = item(question="Hoeveel gemeenten zeiden ja?")
    among = (passage("De gemeente kreeg 14 verzoeken. Daarvan zijn er 11 ingewilligd."),)
    assert shared(asked, among) == set()
    assert shared(item(question="Wat kreeg de gemeente?"), among, whole=True) == {stem("kreeg"), stem("gemeente")}


def test_a_fragment_over_a_full_stop_is_held_against_the_whole_passage() -> None:
    asked = item(question="Wat kreeg men?", evidence=(("verzoeken. Daarvan",),))
    among = (passage("De gemeente kreeg 14 verzoeken. Daarvan zijn er 11 ingewilligd."),)
    assert shared(asked, among) == {stem("kreeg")}


@pytest.mark.papers
@needs_papers
def test_lay_questions_over_the_papers_share_no_content_with_the_sentences_that_answer_them() -> None:
    among = passages(PAPERS)
    assert {asked.id: found for asked in lay_items("papers") if (found := shared(asked, among))} == {}


@pytest.mark.papers
@needs_papers
def test_at_least_150_lay_questions_over_the_papers_share_none_with_the_whole_passages() -> None:
    among = passages(PAPERS)
    assert sum(not shared(asked, among, whole=True) for asked in lay_items("papers")) >= 150


@pytest.mark.papers
@needs_samples
def test_lay_questions_over_papers_of_other_dossiers_share_no_content_with_the_whole_passages() -> None:
    among = passages(SAMPLES)
    assert {asked.id: found for asked in lay_items("samples") if (found := shared(asked, among, whole=True))} == {}
