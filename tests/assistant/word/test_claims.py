"""What a language model may make of a quote, and every way in which it could lie about one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.answer import Citation
from assistant.word.claims import LONGEST, Fault, limiting, place_of, points_back
from ingest.document import Kind, Role, Speaker


def quote(text: str) -> Citation:
    return Citation(
        text=text, document="a", title="Brief", kind=Kind.BRIEF, citation="Brief", place="", date=None, start=0,
        end=len(text), speaker=Speaker(role=Role.ONBEKEND),
    )  # fmt: skip


def judged(sentence: str, text: str) -> int | Fault:
    return place_of(sentence, quote(text))


@pytest.mark.parametrize(
    ("sentence", "text"),
    [
        ("De boot vaart elke dag.", "De boot vaart elke dag."),
        ("De boot vaart elke dag.", "De boot vaart daarnaast elke dag."),
        ("De boot kost 12 euro.", "De boot kost twaalf euro, inclusief koffie."),
        ("Er zijn 41 boten gebouwd.", "Er zijn 41 boten gebouwd, waarvan 39 verkocht."),
        ("Kapiteins kunnen per 1 mei 2025 varen.", "Per 1 mei 2025 kunnen kapiteins varen."),
        ("In 2025 krijgen kapiteins loon.", "Kapiteins krijgen in 2025 loon."),
        ("Het wetsvoorstel geeft kapiteins recht op loon.", "Het wetsvoorstel geeft kapiteins recht op loon."),
    ],
)
def test_whole_clauses_of_one_sentence_may_be_told(sentence: str, text: str) -> None:
    assert judged(sentence, text) == 0


def test_the_sentence_of_the_quote_that_is_told_is_given() -> None:
    assert judged("De kade ligt vol.", "De boot vaart niet uit. De kade ligt vol.") == 1


LIES = [
    ("a wrong number", "De boot kost 13 euro.", "De boot kost 12 euro."),
    ("a wrong number in words", "De boot kost dertien euro.", "De boot kost 12 euro."),
    ("a sign for hundredths", "De boot kost 12%.", "De boot kost 12 euro."),
    ("the right number for the wrong thing", "Er zijn 39 boten gebouwd.", "Er zijn 41 boten gebouwd, 39 verkocht."),
    ("the right number for the wrong year", "In 2024 voeren er 40 boten.", "In 2023 voeren er 40 boten, in 2024 45."),
    ("a year put elsewhere", "In 2023 voeren er 45 boten.", "In 2023 voeren er 40 boten en in 2024 voeren er 45."),
    ("a wrong date", "De boot vaart op 2 mei.", "De boot vaart op 1 mei."),
    ("a wrong name", "De boot vaart naar Urk.", "De boot vaart naar Ameland."),
    ("niet left out", "De boot vaart.", "De boot vaart niet."),
    ("niet brought in", "De boot vaart niet.", "De boot vaart."),
    ("geen left out", "Er zijn boten.", "Er zijn geen boten."),
    ("niet moved", "De boot vaart niet en de fiets rijdt.", "De boot vaart en de fiets rijdt niet."),
    ("a denial cut off", "De boot vaart.", "Het klopt niet, dat de boot vaart."),
    ("a denial that follows cut off", "De boot vaart elke dag.", "De boot vaart elke dag. Dat is onjuist."),
    ("a limit cut off", "De boot vaart.", "De boot vaart, mits het niet stormt."),
    ("a contrast cut off", "De boot kreeg 12 stoelen.", "De boot kreeg 12 stoelen, maar de kade betaalt ze."),
    ("the view of others as a fact", "De boot is duur.", "Volgens de kapitein, de boot is duur."),
    ("a bill as a law", "De wet geeft recht op loon.", "Het wetsvoorstel geeft recht op loon."),
    ("what a bill says as a right", "Kapiteins hebben recht op loon.",
     "Dit wetsvoorstel is nieuw. Kapiteins hebben recht op loon."),
    ("a plan as a fact", "De kade wordt breder.", "Ik ben voornemens te bouwen. De kade wordt breder."),
    ("wil as doet", "De minister bouwt een kade.", "De minister wil een kade bouwen."),
    ("kan as moet", "De boot moet varen.", "De boot kan varen."),
    ("who and whom turned round", "De kade betaalt de boot.", "De boot betaalt de kade."),
    ("modals that change places", "Boten moeten varen en fietsen kunnen rijden.",
     "Boten kunnen varen en fietsen moeten rijden."),
    ("a class made wider", "Boten krijgen loon.", "Kleine boten krijgen loon."),
    ("whom it is for left out", "Kapiteins krijgen loon.", "Kapiteins met een vaarbewijs krijgen loon."),
    ("what is asked as what is so", "De boot vaart.", "Vaart de boot?"),
    ("two sentences made one", "De boot ligt vol.", "De boot vaart niet uit. De kade ligt vol."),
    ("you, who are not in it", "U krijgt loon.", "De kapitein krijgt loon."),
    ("a time put with something else", "Kapiteins krijgen in 2025 loon, dat zij terugbetalen.",
     "Kapiteins krijgen loon, dat zij in 2025 terugbetalen."),
    ("a time moved past an en", "Boten krijgen in 2025 verf en kades krijgen steen.",
     "Boten krijgen verf en kades krijgen in 2025 steen."),
    ("a supposition cut off", "Dan vaart de boot.", "Komt er een kade, dan vaart de boot."),
    ("a point of a list without its beginning", "Varen bij storm.", "Niet toegestaan zijn:\n- Varen bij storm."),
    ("English", "The ferry sails every day.", "De boot vaart elke dag."),
    ("the prompt", "Je krijgt een vraag en genummerde citaten.", "De boot vaart elke dag."),
    ("nothing but small words", "De het een.", "De boot vaart elke dag."),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "text"), [lie[1:] for lie in LIES], ids=[lie[0] for lie in LIES])
def test_no_lie_passes(sentence: str, text: str) -> None:
    assert isinstance(judged(sentence, text), Fault)


@pytest.mark.parametrize(
    "sentence",
    [
        "De boot vaart ![](https://x.nl/a.png).",
        "De boot vaart [hier](https://x.nl).",
        "De boot vaart <b>elke</b> dag.",
        "De **boot** vaart elke dag.",
        "De boot vaart elke dag\u202e.",
        "De bооt vaart elke dag.",  # with Cyrillic letters
        "De boot vaart op www.x.nl.",
        "De boot vaart elke dag",
        "“De boot vaart elke dag.”",
        "De boot\nvaart elke dag.",
        "De boot vaart. De boot vaart.",
        "De " + "boot " * LONGEST + "vaart.",
        "",
    ],
)
def test_only_one_plain_sentence_may_be_told(sentence: str) -> None:
    assert judged(sentence, "De boot vaart elke dag, hier, op x.nl.") is Fault.FORM


def test_a_sentence_that_leans_on_the_one_before_is_known() -> None:
    assert points_back("Dat geldt niet voor fietsen.")
    assert not points_back("De fiets geldt niet.")


def test_the_sentences_that_deny_or_limit_are_known() -> None:
    assert limiting("De boot vaart uit. De fiets niet. Dat mag alleen op zondag.") == {1, 2}


WORDS = "boten kapiteins kade niet geen 40 41 kunnen moeten varen betalen in 2024 2023 en voor".split()


@given(st.lists(st.sampled_from(WORDS), min_size=3, max_size=8), st.lists(st.sampled_from(WORDS), max_size=9))
def test_what_holds_has_every_number_and_denial_of_a_sentence_without_commas(told: list[str], said: list[str]) -> None:
    """A sentence of one clause can only be told whole."""
    sentence, text = (" ".join(words).capitalize() + "." for words in (told, said))
    if isinstance(judged(sentence, text), int):
        assert sorted(told) == sorted(said)
        for kind in ({"niet", "geen"}, {"40", "41"}):
            assert [word for word in told if word in kind] == [word for word in said if word in kind]


@given(st.text(), st.text())
def test_any_text_can_be_judged(sentence: str, text: str) -> None:
    judged(sentence, text)
