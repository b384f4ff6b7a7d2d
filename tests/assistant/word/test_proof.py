"""A claim passes only if the sentences that it names bear it, word by word."""

from dataclasses import replace

import pytest

from assistant.find.sentences import Sentence
from assistant.word.proof import Fault, fault_of, without_verdict
from assistant.word.sheet import Line
from assistant.word.supply import line_of
from ingest.document import BlockKind, Document
from tests.assistant.made import MEMBER, paper

SAILS = "Voor de proef zijn 36 aanvragen ingediend, waarvan er 33 zijn goedgekeurd."
LIMIT = "Een enkele rit mag niet langer duren dan 75 minuten, tenzij de school verder weg is."
WISH = "Ik wil de proef op 1 mei 2025 omzetten in een vaste regeling."
ACTS = "De inspectie vraagt de gemeente om een verslag van de proef."
PLEDGE = "Ik zal de proef op 1 mei 2025 omzetten in een vaste regeling."
SENDS = "Dit najaar stuur ik uw Kamer het verslag van de proef."
ROUNDS = "Gemeenten kunnen per augustus 2024 subsidie aanvragen voor ongeveer 60 taxi's."
LETTER = paper(SAILS, LIMIT, WISH, ACTS, ROUNDS, "Ja, dat mag.", PLEDGE, SENDS)
DOCUMENTS = {LETTER.identifier: LETTER}


def line(number: int, document: Document = LETTER) -> Line:
    block = document.blocks[number]
    return line_of(Sentence(document=document, block=block, spans=((block.start, block.end),)))


TRUE = [
    (SAILS, 0),
    ("Voor de proef zijn 36 aanvragen ingediend.", 0),
    ("Er zijn 33 aanvragen goedgekeurd.", 0),
    (LIMIT, 1),
    ("Een rit mag hooguit 75 minuten duren, tenzij de school verder weg is.", 1),
    ("De minister wil de proef op 1 mei 2025 omzetten in een vaste regeling.", 2),
    ("Op 1 mei 2025 wil de minister de proef omzetten in een vaste regeling.", 2),
    (ACTS, 3),
    ("De inspectie vraagt de gemeente om een verslag.", 3),
    ("De minister zal de proef op 1 mei 2025 omzetten in een vaste regeling.", 6),
    (SENDS, 7),
    ("Vanaf augustus 2024 kunnen gemeenten subsidie aanvragen voor ongeveer 60 taxi's.", 4),
]


@pytest.mark.parametrize(("claim", "number"), TRUE, ids=[claim for claim, _ in TRUE])
def test_what_the_sentence_says_may_be_told_shorter_and_in_another_order(claim: str, number: int) -> None:
    assert fault_of(claim, [line(number)], DOCUMENTS) is None


FALSE = [
    ("Er zijn 34 aanvragen goedgekeurd.", 0, Fault.VALUE),
    ("Er zijn 36 aanvragen goedgekeurd.", 0, Fault.VALUE),
    ("Voor de proef zijn 33 aanvragen ingediend, waarvan er 36 zijn goedgekeurd.", 0, Fault.VALUE),
    ("Er zijn 33 gemeenten goedgekeurd.", 0, Fault.VALUE),
    ("Alle aanvragen zijn goedgekeurd.", 0, Fault.TURNED),
    ("Er zijn geen aanvragen goedgekeurd.", 0, Fault.TURNED),
    ("Een rit mag langer duren dan 75 minuten, tenzij de school verder weg is.", 1, Fault.TURNED),
    ("Een rit mag niet langer duren dan 75 minuten.", 1, Fault.TURNED),
    ("Een rit moet 75 minuten duren, tenzij de school verder weg is.", 1, Fault.TURNED),
    ("De minister zet de proef op 1 mei 2025 om in een vaste regeling.", 2, Fault.STANDING),
    ("De minister wil de proef op 1 juni 2025 omzetten in een vaste regeling.", 2, Fault.WORDS),
    ("De minister zet de proef op 1 mei 2025 om in een vaste regeling.", 6, Fault.STANDING),
    ("De minister wil de proef vóór 1 mei 2025 omzetten in een vaste regeling.", 2, Fault.VALUE),
    ("De gemeente vraagt de inspectie om een verslag van de proef.", 3, Fault.ORDER),
    ("De inspectie vraagt ouders om een verslag van de proef.", 3, Fault.WORDS),
    ("De inspectie vraagt de gemeente om een verslag, omdat ouders klagen.", 3, Fault.WORDS),
    ("Gemeenten kunnen tot augustus 2024 subsidie aanvragen voor ongeveer 60 taxi's.", 4, Fault.VALUE),
    ("Gemeenten kunnen per augustus 2024 subsidie aanvragen voor 60 taxi's.", 4, Fault.TURNED),
    ("Gemeenten kunnen per augustus 2024 subsidie krijgen van Jansen.", 4, Fault.VALUE),
    ("De inspectie vraagt [een] verslag.", 3, Fault.FORM),
    ("De inspectie vraagt om een verslag van de proef <b>nu</b>.", 3, Fault.FORM),
    ("De inspectie zegt „een verslag nu” van de proef.", 3, Fault.FORM),
    ("De inspectie vraagt de gemeente om een verslag. Van de proef.", 3, Fault.FORM),
    ("The inspectie asks the gemeente to report.", 3, Fault.WORDS),
]


SOME = "Kleine scholen met een wachtlijst krijgen eerst een busje, omdat ouders klaagden."
HEARD = "Van ouders hoorde ik dat 71 chauffeurs in 2021 een cursus volgden."
ENDS = "De regeling geldt van 2021 tot 2025 en de wethouder betaalt niet alle ritten."
SHARE = "Drie op de tien kinderen reizen met de bus, waarvan één op de zes kinderen meer dan een uur."
SPOKEN = "Eerder is aangekondigd dat de bus ook in de nacht rijdt."
ASIDE = "De proef laat afwijken van de regels voor de tocht (gemeenten kunnen twee bussen zonder lijn laten rijden)."
WAY = "De inspectie heeft een vrije rol en het past niet om op deze manier te sturen."
ITEM = "rijdt de bus ook in de nacht;"
BOTH = "De school betaalt een taxi en de gemeente vergoedt een fiets."
LAID = paper(SOME, HEARD, ENDS, BOTH, "Dat mag ook.", SHARE, SPOKEN, ASIDE, WAY, ITEM)
LAWS = [
    (SOME, 0, None),
    ("Kleine scholen met een wachtlijst krijgen eerst een busje.", 0, None),
    ("Scholen met een wachtlijst krijgen eerst een busje.", 0, Fault.TURNED),
    ("Kleine scholen krijgen eerst een busje.", 0, Fault.TURNED),
    ("Kleine scholen met een wachtlijst krijgen een busje.", 0, Fault.TURNED),
    ("Kleine scholen met een wachtlijst kregen eerst een busje.", 0, Fault.TURNED),
    ("Ouders klaagden, omdat kleine scholen met een wachtlijst eerst een busje krijgen.", 0, Fault.TURNED),
    ("Kleine scholen met een wachtlijst krijgen nog eerst een busje.", 0, Fault.TURNED),
    ("Volgens ouders volgden in 2021 71 chauffeurs een cursus.", 1, Fault.VALUE),
    ("In 2021 volgden 71 chauffeurs een cursus.", 1, Fault.TURNED),
    ("De regeling geldt van 2021 tot 2025.", 2, None),
    ("De regeling geldt van 2021.", 2, Fault.TURNED),
    ("De wethouder betaalt niet alle ritten.", 2, None),
    ("De wethouder betaalt alle ritten niet.", 2, Fault.TURNED),
    ("De wethouder betaalt alle ritten.", 2, Fault.TURNED),
    ("De school vergoedt een fiets.", 3, Fault.ORDER),
    ("De gemeente wordt door een fiets vergoed.", 3, Fault.ORDER),
    ("De gemeente vergoedt een fiets en de gemeente betaalt een taxi.", 3, Fault.ORDER),
    (SHARE, 5, None),
    ("Drie op de tien kinderen reizen met de bus.", 5, None),
    ("Eén op de zes kinderen reist meer dan een uur.", 5, Fault.TURNED),
    ("De bus rijdt ook in de nacht.", 6, Fault.TURNED),
    ("Gemeenten kunnen twee bussen zonder lijn laten rijden.", 7, Fault.TURNED),
    ("Het past niet om te sturen.", 8, Fault.TURNED),
    ("De bus rijdt ook in de nacht.", 9, Fault.WORDS),
]

OPENS = "In kleine steden is het tekort aan bussen groot en krijgt de wethouder hulp."
BROADLY = "Zorgbreed ligt de nadruk op rust."
BEHIND = "De chauffeurs rijden in de winter langzaam bij de brug in Nergendam."
HOPED = "Het is belangrijk dat chauffeurs zwaaien naar de kinderen."
FOUND = "Uit de telling blijkt dat chauffeurs zwaaien naar de kinderen."
WHETHER = "De wethouder bekijkt of de tram terugkomt."
TRIED = "Ouders beloven de bus op tijd te halen."
EITHER = "De school of de gemeente betaalt een taxi."
PART = "De chauffeurs doen 40 procent van de ritten, voor € 300 per kind."
EARLIER = "Het vorige kabinet schafte de tram af."
STRONG = "De bus komt soms niet, tenzij bijna alle niet-betaalde chauffeurs rijden."
BEING = "De brug wordt gemaakt en de wethouder voert het plan uit."
DUTY = "Een gordel is verplicht en hulp is nodig."
MADE = "De brug wordt met veel hulp van buren gemaakt nu het plan is goedgekeurd."
ONCE = "De ex-wethouder wast de bus."
MAYBE = "De bus rijdt eventueel op zondag en de rit is potentieel gevaarlijk."
ABROAD = "De inspectie voert buiten de stad het plan uit."
ONE_OF = "De wethouder vergoedt een van onze ritten."
FRAMED = paper(
    OPENS,
    BROADLY,
    BEHIND,
    HOPED,
    FOUND,
    WHETHER,
    TRIED,
    EITHER,
    PART,
    EARLIER,
    STRONG,
    BEING,
    DUTY,
    MADE,
    ONCE,
    MAYBE,
    ABROAD,
    ONE_OF,
)
SCOPES = [
    ("In kleine steden is het tekort aan bussen groot.", 0, None),
    ("Het tekort aan bussen is groot.", 0, Fault.TURNED),
    ("In steden is het tekort aan bussen groot.", 0, Fault.TURNED),
    ("De nadruk ligt op rust.", 1, Fault.TURNED),
    (BROADLY, 1, None),
    ("De chauffeurs rijden langzaam bij de brug.", 2, Fault.TURNED),
    ("In Nergendam rijden de chauffeurs in de winter langzaam bij de brug.", 2, None),
    ("Chauffeurs zwaaien naar de kinderen.", 3, Fault.TURNED),
    ("Het is belangrijk dat chauffeurs zwaaien.", 3, None),
    ("Chauffeurs zwaaien naar de kinderen.", 4, None),
    ("De tram terugkomt.", 5, Fault.TURNED),
    ("De wethouder bekijkt dat de tram terugkomt.", 5, Fault.TURNED),
    ("Ouders halen de bus op tijd.", 6, Fault.TURNED),
    (TRIED, 6, None),
    ("De school en de gemeente betaalt een taxi.", 7, Fault.TURNED),
    ("De school betaalt een taxi.", 7, Fault.TURNED),
    ("De chauffeurs doen 40 procent van de ritten.", 8, None),
    ("De chauffeurs doen 40 procent.", 8, Fault.VALUE),
    ("De chauffeurs doen 40 procent van de ritten, voor € 300.", 8, Fault.VALUE),
    ("Het kabinet schafte de tram af.", 9, Fault.TURNED),
    ("Het vorige kabinet schafte de tram in.", 9, Fault.WORDS),
    (STRONG, 10, None),
    ("De bus komt soms nooit, tenzij bijna alle niet-betaalde chauffeurs rijden.", 10, Fault.TURNED),
    ("De bus komt meestal niet, tenzij bijna alle niet-betaalde chauffeurs rijden.", 10, Fault.TURNED),
    ("De bus komt soms niet, als bijna alle niet-betaalde chauffeurs rijden.", 10, Fault.TURNED),
    ("De bus komt soms niet, tenzij ruim alle niet-betaalde chauffeurs rijden.", 10, Fault.TURNED),
    ("De bus komt soms niet, tenzij bijna alle betaalde chauffeurs rijden.", 10, Fault.WORDS),
    ("De brug is gemaakt.", 11, Fault.TURNED),
    ("De wethouder voert het plan in.", 11, Fault.WORDS),
    ("De wethouder voert het plan uit.", 11, None),
    ("Een gordel is verplicht en hulp is verplicht.", 12, Fault.TURNED),
    ("De brug wordt gemaakt nu het plan is goedgekeurd.", 13, None),
    ("De brug is gemaakt nu het plan is goedgekeurd.", 13, Fault.TURNED),
    (ONCE, 14, None),
    ("De wethouder wast de bus.", 14, Fault.WORDS),
    ("De bus rijdt op zondag.", 15, Fault.TURNED),
    ("De rit is gevaarlijk.", 15, Fault.TURNED),
    ("De inspectie voert buiten de stad het plan in.", 16, Fault.WORDS),
    ("De inspectie voert in de stad het plan uit.", 16, Fault.ORDER),
    ("De wethouder vergoedt onze ritten.", 17, Fault.TURNED),
]


@pytest.mark.parametrize(("claim", "number", "fault"), SCOPES, ids=[f"{number} {claim}" for claim, number, _ in SCOPES])
def test_what_a_sentence_is_set_in_stays(claim: str, number: int, fault: Fault | None) -> None:
    assert fault_of(claim, [line(number, FRAMED)], {FRAMED.identifier: FRAMED}) is fault


@pytest.mark.parametrize(("claim", "number", "fault"), LAWS, ids=[f"{number} {claim}" for claim, number, _ in LAWS])
def test_who_acts_when_why_and_with_which_limit_stay_as_they_are(claim: str, number: int, fault: Fault | None) -> None:
    assert fault_of(claim, [line(number, LAID)], {LAID.identifier: LAID}) is fault


@pytest.mark.parametrize(("claim", "number", "fault"), FALSE, ids=[claim for claim, *_ in FALSE])
def test_what_the_sentence_does_not_say_is_told_to_be_wrong(claim: str, number: int, fault: Fault) -> None:
    assert fault_of(claim, [line(number)], DOCUMENTS) is fault


APART = [
    ("Een gemeente betaalt de bus.", "Gemeenten betalen de bus.", Fault.TURNED),
    ("De bus is er van 10 tot 12 uur en van 14 tot 16 uur.", "De bus is er van 10 tot 16 uur.", Fault.VALUE),
    ("De eerste bus rijdt in de nacht.", "De bus rijdt in de nacht.", Fault.TURNED),
    ("De bus doet 40% van de ritten.", "De bus doet 40 procent van de ritten.", None),
    ("De bus doet 40% van de ritten.", "De bus doet 40 ritten.", Fault.VALUE),
    ("Ouders klagen over de bus.", "Een reden is dat ouders klagen over de bus.", Fault.WORDS),
]


@pytest.mark.parametrize(("told", "claim", "fault"), APART)
def test_how_many_and_which_stay_as_they_are_and_nothing_is_brought_in(
    told: str, claim: str, fault: Fault | None
) -> None:
    of = paper(told)
    assert fault_of(claim, [line(0, of)], {of.identifier: of}) is fault


def test_no_sentence_another_sentence_and_one_that_is_not_to_the_letter_bear_nothing() -> None:
    assert fault_of(SAILS, [], DOCUMENTS) is Fault.SOURCE
    assert fault_of(SAILS, [line(3)], DOCUMENTS) is Fault.VALUE
    quote = line(0).quotes[0]
    moved = Line(quotes=(replace(quote, start=quote.start + 1, end=quote.end + 1),), shown=SAILS)
    assert fault_of(SAILS, [moved], DOCUMENTS) is Fault.SOURCE


def test_words_of_several_papers_are_not_told_in_one_sentence() -> None:
    other = paper(ACTS, identifier="kst-29876-62")
    both = DOCUMENTS | {other.identifier: other}
    assert (
        fault_of("De inspectie vraagt de gemeente om een verslag.", [line(3), line(0, other)], both) is Fault.SPEAKERS
    )


def test_what_a_kamerlid_asks_is_never_told_as_what_is_so() -> None:
    asked = paper("De taxi komt vaak te laat.", kinds=(BlockKind.QUESTION,), speaker=MEMBER)
    assert fault_of("De taxi komt vaak te laat.", [line(0, asked)], {asked.identifier: asked}) is Fault.STANDING


def test_a_yes_is_only_told_where_the_paper_says_it() -> None:
    assert without_verdict("Ja, dat mag.", [line(5)]) == "Ja, dat mag."
    assert without_verdict("Nee, dat mag.", [line(5)]) == "Dat mag."
    assert without_verdict("Ja, de inspectie vraagt het.", [line(3)]) == "De inspectie vraagt het."
