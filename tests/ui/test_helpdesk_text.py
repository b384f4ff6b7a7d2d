"""What the helpdesk sends: our words in its own person, those of papers to the letter."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from assistant.answer import Answer, Status
from assistant.tell.referrals import TURN
from tests.ui.test_page import citation
from ui import helpdesk_text, opening
from ui.helpdesk import Screen
from ui.opened import Opened
from ui.settings import Settings

SENTENCE = "De veerboot die ik ken, vaart 5 keer per dag naar het eiland."


@pytest.mark.parametrize("form", [helpdesk_text.MAIL, helpdesk_text.NOTE])
def test_our_words_are_said_by_the_helpdesk_and_those_of_papers_to_the_letter(tmp_path: Path, form: str) -> None:
    (tmp_path / "brief.txt").write_text(
        f"Geachte voorzitter,\n\nVeerboot\n\n{SENTENCE}\n\nDe Minister van Vervoer,\nA.B. Proef\n", encoding="utf-8"
    )
    given = Settings(data=tmp_path / "data", own_data=True)
    opening.build(given, opening.gather([tmp_path]).documents, None)
    assistant = opening.assistant(given, print)
    answer = assistant.ask("Hoe vaak per dag vaart de veerboot naar het eiland?", persona="helpdesk")
    assert SENTENCE in helpdesk_text.draft(answer, form, today=date.today())
    unlikely = replace(answer, status=Status.PARTIAL, chance=0.3)
    assert helpdesk_text.aloud(unlikely).startswith("Dat weet ik niet zeker.")
    assert "Bron: " in helpdesk_text.draft(unlikely, helpdesk_text.CALL, today=date.today())
    told = helpdesk_text.draft(unlikely, form, today=date.today())
    assert told.index(helpdesk_text.NOT_CERTAIN) < told.index(SENTENCE) < told.index(TURN)
    likelier = replace(unlikely, chance=0.6)
    assert "Hierover staat in de stukken:" in helpdesk_text.draft(likelier, form, today=date.today())
    refusal = assistant.ask("Wat kost een kilo appels?", persona="helpdesk")
    assert "die wij kennen" in helpdesk_text.draft(refusal, form, today=date.today())
    missing = replace(unlikely, text=f"Het gevraagde bedrag vond ik niet. Wel staat er:\n\n{answer.text}")
    told = helpdesk_text.draft(missing, form, today=date.today())
    assert "Het gevraagde bedrag vonden wij niet." in told
    assert "Hierover staat in de stukken" not in told


def test_of_several_sentences_the_one_that_answers_best_is_said_aloud() -> None:
    quote = citation("De boot vaart. Hij vertrekt om acht uur. Er is koffie.")
    best = quote.text.index("Hij")
    spans = [(best, best + 26), (0, 14)]
    answer = Answer(
        question="Hoe laat vertrekt de boot?",
        understood_as="",
        status=Status.ANSWERED,
        text=f"De brief meldt: “{quote.text}” [1]",
        citations=(quote,),
        evidence=tuple((quote.document, quote.start + start, quote.start + end) for start, end in spans),
    )
    assert "Hij vertrekt om acht uur." in helpdesk_text.aloud(answer)
    assert "De boot vaart." not in helpdesk_text.aloud(answer)


def test_a_fact_that_stands_in_the_citation_is_not_told_again_under_the_quote() -> None:
    quote = replace(citation("De boot vaart."), citation='Brief "De boot", datum onbekend', date=None)
    assert helpdesk_text.quotes([quote]).count("datum onbekend") == 1
    assert "21 mei 2024" in helpdesk_text.quotes([citation("De boot vaart.")])


def test_a_weekly_list_that_cannot_be_read_is_told(indexed: Path, tmp_path: Path) -> None:
    opened = opening.opened(Settings(data=indexed, own_data=True), print)
    screen = Screen(lambda: opened, tmp_path)
    (tmp_path / "helpdesk" / "zonder-bron.jsonl").mkdir(parents=True)
    assert "is een map en geen bestand" in screen.weekly()


QUESTION = "Hoeveel gemeenten doen mee aan de proef met reisbegeleiders?"


def test_an_approved_answer_waits_for_no_other_and_has_a_source(indexed: Path, tmp_path: Path) -> None:
    opened = opening.opened(Settings(data=indexed, own_data=True), print)
    screen = Screen(lambda: opened, tmp_path)
    found = screen.ask(QUESTION, helpdesk_text.MAIL)[-1]
    assert "bewaard" in screen.approve("Er doen 58 gemeenten mee.", found)
    silent = Screen(lambda: Opened(None, opened.generation), tmp_path)  # type: ignore[arg-type]
    draft, _, known, _, again = silent.ask(QUESTION, helpdesk_text.MAIL)
    assert (draft, "Eerder goedgekeurd" in known) == ("Er doen 58 gemeenten mee.", True)
    assert silent.reshape(helpdesk_text.CALL, draft, again) == draft
    assert silent.note(again, with_words=True)[0].startswith("Alleen een vraag zonder bron")
    assert "bewaard" in silent.approve("Het zijn er 58.", again)


def test_a_question_without_a_source_is_counted(indexed: Path, tmp_path: Path) -> None:
    opened = opening.opened(Settings(data=indexed, own_data=True), print)
    screen = Screen(lambda: opened, tmp_path)
    found = screen.ask("Wat kost een kilo appels?", helpdesk_text.MAIL)[-1]
    assert "geteld" in screen.note(found, with_words=True)[0]
