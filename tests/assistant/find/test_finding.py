"""From a question to passages and sentences: what is found first, and what may change its order."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from assistant.assistant import Assistant
from assistant.find.finding import HITS, Manner, find, passages
from assistant.find.sentences import Sentences
from assistant.read.reader import Said, reader_of
from assistant.understand.conversation import complete
from index.generation import Generation
from index.query import understand
from index.search import search
from ingest.document import Passage

QUESTION = "Hoeveel aanvragen zijn er ingediend?"


class Longest:
    """Holds that the longest text answers best."""

    def judge(self, _question: str, texts: Sequence[str]) -> NDArray[np.float32]:
        return np.array([len(text) for text in texts], dtype=np.float32)


class LastBest:
    """Holds of the five passages that it reaches that the last matches best, by far."""

    reach = 5

    def meaning(self, _question: str) -> NDArray[np.float32]:
        return np.zeros(384, dtype=np.float32)  # near to no sentence

    def match(self, _question: str, passages: Sequence[Passage]) -> list[NDArray[np.float32]]:
        return [np.array([number], dtype=np.float32) for number, _ in enumerate(passages)]

    def read(self, _question: str, _passages: Sequence[Passage], _beside: int) -> list[Said]:
        raise AssertionError("nothing is read to put passages in order")


def found(built: Generation, manner: Manner) -> list[str]:
    read = passages(complete(QUESTION, []), built, Sentences(built), manner)
    return [one.hit.passage.id for one in read]


def test_the_first_look_alone_is_the_order_of_the_search(built: Generation) -> None:
    query = understand(QUESTION, built.lexical.vocabulary)
    assert found(built, Manner(again=False)) == [hit.passage.id for hit in search(built, query, k=100)]


def test_the_second_look_loses_and_adds_nothing(built: Generation) -> None:
    assert sorted(found(built, Manner())) == sorted(found(built, Manner(again=False)))


def test_a_passage_is_read_with_all_its_sentences(built: Generation) -> None:
    sentences = Sentences(built)
    for read in passages(complete(QUESTION, []), built, sentences):
        assert [one.told for one in read.heard] == list(sentences.of(read.hit.passage))
        assert read.look.held == max((one.sentence for one in read.heard), default=0)


def test_a_reranker_has_the_last_word_and_scores_keep_their_scale(built: Generation) -> None:
    usual = passages(complete(QUESTION, []), built, Sentences(built))
    judged = passages(complete(QUESTION, []), built, Sentences(built), Manner(reranker=Longest()))
    assert len(judged[0].hit.passage.text) == max(len(one.hit.passage.text) for one in usual)
    scores = [one.hit.score for one in judged]
    assert scores == sorted((one.hit.score for one in usual), reverse=True)


def test_sentences_come_from_the_first_passages(built: Generation) -> None:
    understood, sentences = complete(QUESTION, []), Sentences(built)
    first = {read.hit.passage.id for read in passages(understood, built, sentences)[:HITS]}
    assert {one.passage.id for one in find(understood, built, sentences)} <= first


def test_the_assistant_searches_as_it_answers_and_hears_its_reranker(built: Generation) -> None:
    reader = reader_of(built)
    usual, judged = Assistant(built).search(QUESTION), Assistant(built, Longest()).search(QUESTION)
    assert [passage.id for passage in usual] == found(built, Manner(reader=reader))
    assert [passage.id for passage in judged] == found(built, Manner(reader=reader, reranker=Longest()))
    assert usual != judged


def test_the_reader_orders_the_passages_that_it_reaches_and_no_others(built: Generation) -> None:
    without = found(built, Manner())
    order = found(built, Manner(reader=LastBest()))
    assert order[:5] == without[:5][::-1] and order[5:] == without[5:]
