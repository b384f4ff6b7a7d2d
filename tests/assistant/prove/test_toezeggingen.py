"""What is a promise to the Kamer, and what only looks like one; sentences of our own."""

import pytest

from assistant.prove.toezeggingen import Stage, delivers, stage_of

MADE = [
    "Ik zeg uw Kamer toe het meetrapport voor de winter te delen.",
    "Dit najaar stuur ik uw Kamer het plan voor de steigers.",
    "Voor de zomer informeren wij u over de veren.",
    "Over de uitkomst zal ik de Tweede Kamer uiterlijk 3 mei a.s. berichten.",
    "De evaluatie van de vaarwet ontvangt uw Kamer in 2026.",
    "Uw Kamer zal over de pontjes per brief worden geïnformeerd.",
    "Ik kom hier in het voorjaar op terug.",
    "De staatssecretaris informeert uw Kamer na de zomer over de kade.",
    "Het kabinet streeft ernaar uw Kamer voor de kerst een visie op de haven toe te zenden.",
    "Ik leg uw Kamer het besluit over de brug begin volgend jaar voor.",
    "De planning is het wetsvoorstel over de veren dit najaar aan uw Kamer aan te bieden.",
    "Het is mijn ambitie om de vaarwet na de zomer bij uw Kamer in te dienen.",
    "Hierbij zeg ik uw Kamer toe dat de pont gratis blijft.",
    "De tekst kan ik uw Kamer nu nog niet sturen, maar ik zal dit alsnog doen.",
]
RECALLED = [
    "In het debat over de haven heb ik toegezegd de sluis te laten keuren.",
    "Zoals toegezegd is de kade gemeten.",
    "In mijn brief van mei heb ik aangegeven dat ik uw Kamer in het najaar over de brug zal informeren.",
]
MET = [
    "Met deze brief geef ik invulling aan mijn toezegging over de sluis.",
    "Hierbij ontvangt uw Kamer, conform de toezegging, het meetrapport.",
]
NONE = [
    "Hierbij bied ik uw Kamer het meetrapport aan.",
    "Met deze brief informeer ik u over de haven.",
    "Ik heb uw Kamer in maart over de brug geïnformeerd.",
    "Vorig jaar heeft uw Kamer het plan voor de steigers ontvangen.",
    "De havenmeester stuurt de schippers dit najaar een brief.",
    "De rederij heeft mij toegezegd de veren te keuren.",
    "Ik kan uw Kamer niet toezeggen dat de brug open blijft.",
    "Ik vertrouw erop uw Kamer hiermee voldoende te hebben geïnformeerd.",
    "Op de pont ziet de havendienst toe.",
    "Verderop in deze brief licht ik de veren toe.",
]


@pytest.mark.parametrize("sentence", MADE)
def test_a_promise_is_made(sentence: str) -> None:
    assert stage_of(sentence, to_kamer=True) is Stage.MADE


@pytest.mark.parametrize("sentence", RECALLED)
def test_an_earlier_promise_is_recalled(sentence: str) -> None:
    assert stage_of(sentence, to_kamer=True) is Stage.RECALLED


@pytest.mark.parametrize("sentence", MET)
def test_a_paper_says_itself_that_a_promise_is_met(sentence: str) -> None:
    assert stage_of(sentence, to_kamer=True) is Stage.MET


@pytest.mark.parametrize("sentence", NONE)
def test_it_is_no_promise(sentence: str) -> None:
    assert stage_of(sentence, to_kamer=True) is None


def test_you_is_the_kamer_only_in_a_paper_to_the_kamer() -> None:
    sentence = "Dit najaar stuur ik u het plan voor de steigers."
    assert stage_of(sentence, to_kamer=True) is Stage.MADE
    assert stage_of(sentence, to_kamer=False) is None


def test_what_is_handed_over_now_is_told_from_what_comes_later() -> None:
    assert delivers("Hierbij bied ik uw Kamer het meetrapport aan.")
    assert not delivers("Dit najaar stuur ik uw Kamer het meetrapport.")


DOES = [
    "Ik zal het bootplan meenemen bij de vaarwet.",
    "Dit jaar start ik met een wetstraject.",
    "Het vaarboek verspreid ik na de zomer onder schippers.",
    "Dat signaal zal later mee worden genomen in het vaarplan.",
    "Ik luister goed en zal de schippers helpen.",
    "Daarnaast zullen we bezien welke boten kunnen varen.",
    "Ik laat onderzoeken of de kade droog blijft.",
    "Ik kan het lek nu niet verklaren en laat daar nog naar kijken.",
    "Hierbij kondig ik graag aan een proef met veren te starten.",
    "Daarom start ik, samen met de schippers en de haven, een peiling onder reizigers.",
    "Op korte termijn leg ik het plan aan de havenmeester voor.",
]
NO_DEED = [
    "Ik verwacht de uitkomsten eind van dit jaar.",
    "Ik zal dit in het overleg dan ook blijven benadrukken.",
    "Hieronder ga ik verder in op de boten.",
    "Zo ben ik met de haven dit jaar een proef gestart.",
    "Daarom ga ik het volgende doen.",
    "De haven zal de boten bezoeken.",
    "Gaat u de boten dit jaar tellen?",
    "Zoals ik eerder schreef weet ik pas vanaf mei hoeveel boten er eind 2023 lekten.",
    "Om de schippers te helpen hebben de havenmeester en ik de proef voor 2024 verlengd.",
    "Voor de vaart na 2028 zal opnieuw afgewogen worden op welke manier boten worden geteld.",
    "Later zal worden bezien of de pont blijft.",
]


@pytest.mark.parametrize("sentence", DOES)
def test_what_the_writer_will_do_is_promised_in_a_paper_to_the_kamer(sentence: str) -> None:
    assert stage_of(sentence, to_kamer=True, does=True) is Stage.MADE
    assert stage_of(sentence, to_kamer=True) is None


@pytest.mark.parametrize("sentence", NO_DEED)
def test_what_is_expected_kept_up_told_here_or_done_by_others_is_no_promise(sentence: str) -> None:
    assert stage_of(sentence, to_kamer=True, does=True) is None
