"""Whatever a language model writes, only what the quotes say is told, and no answer gets poorer."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.answer import Answer, Citation, Wording
from assistant.assistant import Assistant
from assistant.errors import NoAnswer
from assistant.prove.quotes import lead
from assistant.word.claims import place_of
from assistant.word.generate import INSTRUCTIONS, material, needed, reworded, taken_apart
from index.generation import Generation
from ingest.sentences import split
from tests.assistant.made import breaches
from tests.assistant.prove.test_verify import QUOTE

QUESTIONS = (
    "Hoeveel aanvragen zijn er goedgekeurd?",
    "Waarom worden de aanvragen gebundeld?",
    "Welke gemeenten doen mee aan de proef?",
    "Wat adviseren de ambtenaren over de reisbegeleiders?",
    "Wat vraagt het Kamerlid over de proef?",
    "Wanneer begint de proef met reisbegeleiders?",
    "Hoeveel aanvragen zijn er? En wanneer begint de proef?",
)


class Scripted:
    """Writes what it is told to write."""

    def __init__(self, *pieces: str, remote: bool = False, breaks: bool = False) -> None:
        self.pieces, self.remote, self.breaks = pieces, remote, breaks
        self.asked: list[str] = []

    def write(self, instructions: str, material: str) -> Iterator[str]:
        assert instructions == INSTRUCTIONS
        self.asked.append(material)
        yield from self.pieces
        if self.breaks:
            raise NoAnswer("broke off")


@pytest.fixture(scope="module")
def answers(assistant: Assistant) -> list[Answer]:
    """An answer by each way to compose one, apart where several were asked."""
    return [assistant.ask(question) for question in QUESTIONS[:-1]]


def steps(answer: Answer, writer: Scripted, built: Generation, message: str = "") -> list[Answer]:
    return list(reworded(answer, message or answer.question, writer, built.document_of))


def verbatim(answer: Answer) -> str:
    """What a model writes that tells every quote sentence by sentence."""
    lines = [
        f"{' '.join(one.text[start:end].split())} [{number}]"
        for number, one in enumerate(answer.citations, 1)
        for start, end in split(one.text)
    ]
    return "\n".join(lines)


def unproven(answer: Answer, default: Answer) -> list[str]:
    """The lines of an answer that neither stood in the default one nor tell a sentence of the quote they bear."""
    new = [line for line in answer.text.split("\n") if line and line not in default.text.split("\n")]
    return [line for line in new if not is_proven(line, default.citations)]


def is_proven(line: str, citations: Sequence[Citation]) -> bool:
    match = re.fullmatch(r"(?P<told>.+) \[(?P<number>\d+)\]", line)
    if match is None:
        return False
    citation = citations[int(match["number"]) - 1]
    told = match["told"].removeprefix(f"{lead(citation)} ")
    own = set(re.findall(r"\w+", told.lower())) - set(re.findall(r"\w+", citation.text.lower()))
    return isinstance(place_of(told, citation), int) and own <= {"de", "het", "een", "er"}


def test_the_paragraphs_of_an_answer_are_its_text(answers: Sequence[Answer]) -> None:
    for answer in answers:
        assert "\n\n".join(paragraph.text for paragraph in taken_apart(answer)) == answer.text


def test_a_model_that_tells_everything_words_the_answer(answers: Sequence[Answer], built: Generation) -> None:
    worded = [steps(answer, Scripted(verbatim(answer)), built)[-1] for answer in answers if not answer.refused]
    assert Wording.MODEL in {answer.wording for answer in worded}
    assert all(answer.citations for answer in worded)


def test_a_question_of_a_kamerlid_is_never_told_as_what_is_so(answers: Sequence[Answer], built: Generation) -> None:
    for answer in answers:
        if not answer.refused and all(one.text.endswith("?") for one in answer.citations):
            assert steps(answer, Scripted(verbatim(answer)), built)[-1].text == answer.text


def test_sentences_out_of_their_order_are_left_out(answers: Sequence[Answer], built: Generation) -> None:
    answer = answers[0]
    turned = "\n".join(reversed(verbatim(answer).split("\n")))
    assert steps(answer, Scripted(turned), built)[-1].text == answer.text


def test_a_quote_stays_until_the_sentence_that_answers_is_told(answers: Sequence[Answer], built: Generation) -> None:
    """The second sentence of the quote is not the one that answers how many were approved; the first is."""
    answer, lines = answers[0], verbatim(answers[0]).split("\n")
    told = steps(answer, Scripted(lines[1]), built)
    assert len(told) == 3
    assert (told[-1].text, told[-1].wording) == (answer.text, Wording.REJECTED)
    assert steps(answer, Scripted(lines[0], "\n", *lines[3:4]), built)[-1].wording is Wording.MODEL


def test_what_answers_and_what_limits_is_needed_and_all_where_nobody_knows() -> None:
    citation = replace(QUOTE, text="Ja hoor. Boot A vaart. Boot B vaart niet. Boot C vaart.", start=100)
    assert needed(citation, [("test-1", 110, 115), ("other", 100, 103)]) == {0, 1, 2}
    assert needed(citation, []) == {0, 1, 2, 3}


def test_a_refusal_stays_a_refusal_and_is_not_sent(assistant: Assistant, built: Generation) -> None:
    refusal, writer = assistant.ask("Wat kost een ijsje in Parijs?"), Scripted("Twee euro. [1]")
    assert refusal.refused
    assert steps(refusal, writer, built) == [refusal]
    assert writer.asked == []


@pytest.mark.parametrize("message", ["Bel mij op 06-12345678. Hoeveel aanvragen?", "Mijn BSN is 111222333. Hoeveel?"])
def test_personal_data_is_not_sent_to_another_machine(
    message: str, answers: Sequence[Answer], built: Generation
) -> None:
    writer = Scripted(verbatim(answers[0]), remote=True)
    told = steps(answers[0], writer, built, message)
    assert writer.asked == []
    assert [(one.text, one.wording) for one in told] == [(answers[0].text, Wording.WITHHELD)]


def test_personal_data_may_go_to_a_model_on_this_machine(answers: Sequence[Answer], built: Generation) -> None:
    writer = Scripted(verbatim(answers[0]))
    assert steps(answers[0], writer, built, "Mijn BSN is 111222333.")[-1].wording is Wording.MODEL


def test_personal_data_of_an_earlier_question_is_not_sent_either(built: Generation) -> None:
    writer = Scripted(remote=True)
    Assistant(built, writer=writer).ask("En hoeveel afgewezen?", history=["Mijn BSN is 111222333. Hoeveel aanvragen?"])
    assert not any("111222333" in asked for asked in writer.asked)


def test_each_of_several_questions_is_worded(built: Generation, assistant: Assistant) -> None:
    default = assistant.ask(QUESTIONS[-1])
    writer = Scripted(verbatim(default.parts[0]))
    answer = Assistant(built, writer=writer).ask(QUESTIONS[-1])
    assert len(writer.asked) == len([part for part in default.parts if not part.refused])
    assert breaches(answer, built.document_of) == []


def test_what_broke_off_without_a_sentence_is_told_as_failed(answers: Sequence[Answer], built: Generation) -> None:
    assert steps(answers[0], Scripted("Voor de", breaks=True), built)[-1].wording is Wording.FAILED


def test_words_of_papers_and_questions_cannot_leave_the_data(answers: Sequence[Answer]) -> None:
    """One line of JSON for the question and for each quote, whatever line ends and signs they hold."""
    for answer in answers:
        assert len(material(answer).split("\n")) == 1 + len(answer.citations)
    assert all(answer.question not in INSTRUCTIONS for answer in answers)


FORMS = ("- {} [1]", "1. {} [1]", "[1] {}", "{} [1].", "{} [1][1]", "{} [1, 2]", "<think>\nhm\n</think>\n{} [1]")


@pytest.mark.parametrize("form", FORMS)
def test_the_forms_that_models_write_in_are_read(form: str, answers: Sequence[Answer], built: Generation) -> None:
    sentence = verbatim(answers[0]).split(" [1]")[0].rstrip(".") + "."
    assert len(steps(answers[0], Scripted(form.format(sentence)), built)) == 3


PIECES = st.sampled_from(
    ["niet", "geen", "40", "36", "33", "een", "de", "wetsvoorstel", "wet", "[1]", "[2]", "[9]", ".", ",", "\n", "u",
     "heeft recht op", "![x](http://x.nl)", "<b>", "moet", "kan", "dat", "is onjuist", "Volgens de minister"]
)  # fmt: skip


FRAGMENTS = st.tuples(st.integers(0, 40), st.integers(1, 25), st.booleans(), PIECES)


@settings(max_examples=300, deadline=None)
@given(st.integers(0, len(QUESTIONS) - 2), st.lists(FRAGMENTS, max_size=12))
def test_whatever_a_model_writes_every_sentence_holds(
    answers: Sequence[Answer], built: Generation, number: int, fragments: list[tuple[int, int, bool, str]]
) -> None:
    """Whole sentences and cut ones of the quotes, mixed with words that turn a meaning round."""
    answer = answers[number]
    lines, words = verbatim(answer).split("\n"), verbatim(answer).split(" ")
    written = []
    for start, length, whole, piece in fragments:
        cut = words[start % len(words) :][:length]
        written += [f"{lines[start % len(lines)]}\n" if whole else " ".join(cut), f" {piece} "]
    for step in steps(answer, Scripted(*written), built):
        assert breaches(step, built.document_of) == []
        assert unproven(step, answer) == []
        assert step.citations == answer.citations
