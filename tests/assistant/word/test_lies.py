"""False sentences that somebody wrote to get past the proof, and true ones that look like them."""

import pytest

from assistant.word.proof import fault_of
from tests.assistant.made import paper
from tests.assistant.word.test_proof import line

# What the paper says, and what is made of it.
FALSE = [
    ("Uit eigen middelen betaalt de school de bijles.", "De school betaalt de bijles."),
    ("De ouder krijgt op verzoek een afschrift van het dossier.", "De ouder krijgt een afschrift van het dossier."),
    ("De raad stemt in, met dien verstande dat de drempel blijft.", "De raad stemt in."),
    ("De aanvraag wordt na instemming van de raad ingediend.", "De aanvraag wordt ingediend."),
    ("Het plan gaat door, gesteld dat er genoeg personeel is.", "Het plan gaat door."),
    ("Een leerling mag thuisblijven gedurende de behandeling.", "Een leerling mag thuisblijven."),
    ("Steeds meer jongeren wonen bij hun ouders.", "Jongeren wonen bij hun ouders."),
    ("Veel te veel jongeren wachten op een plek.", "Veel jongeren wachten op een plek."),
    ("Te weinig scholen hebben een lift.", "Weinig scholen hebben een lift."),
    ("De bus is te duur voor de meeste gezinnen.", "De bus is duur voor de meeste gezinnen."),
    ("Een op de vijf leerlingen heeft extra hulp nodig.", "Vijf leerlingen hebben extra hulp nodig."),
    ("1 op de 5 leerlingen heeft extra hulp nodig.", "5 leerlingen hebben extra hulp nodig."),
    (
        "Het tekort in het noorden is groter dan het tekort in het zuiden.",
        "Het tekort in het zuiden is groter dan het tekort in het noorden.",
    ),
    ("Meisjes lezen vaker dan jongens een boek.", "Meisjes lezen een boek."),
    ("Scholen geven liever hulp in de klas dan daarbuiten.", "Scholen geven hulp in de klas."),
    (
        "De minister voor Jeugd, die dat met de minister van Justitie bespreekt, stuurt een plan.",
        "De minister van Justitie stuurt een plan.",
    ),
    ("De eerste termijn loopt tot mei en de tweede tot november.", "De eerste termijn loopt tot november."),
    ("De school was in de eerste twee weken van juni dicht.", "De school was in de twee weken van juni dicht."),
    ("Basisscholen krijgen extra geld.", "Scholen krijgen extra geld."),
    ("Een wens voor dat geld is extra geld voor boten.", "Een wens voor dat geld is geld voor boten."),
    ("Ik heb zelf geen klachten over de sluis gehoord.", "Er zijn geen klachten over de sluis gehoord."),
    ("Wij hebben geen zicht op de wachtlijst van de haven.", "Er is geen zicht op de wachtlijst van de haven."),
    (
        "De komende maanden meet de bond de oude boten en herstelt alle sluizen.",
        "De bond herstelt alle sluizen.",
    ),
    (
        "De komende maanden meet de bond de oude boten en oude bruggen en herstelt alle sluizen.",
        "De bond herstelt alle sluizen.",
    ),
    (
        "Hoewel er meer nodig is, zoals u kunt zien, geloof ik wel dat de sluis de haven sterk kan helpen.",
        "De sluis kan de haven sterk helpen.",
    ),
    (
        "Van de vaart wordt, anders dan voor het toezicht op de sluis, geen lijst bijgehouden.",
        "Van de vaart wordt geen lijst bijgehouden.",
    ),
    ("Er zijn mij geen klachten over de sluis bekend.", "Er zijn geen klachten over de sluis bekend."),
    ("Wij hebben geen klachten over het kabinet gehoord.", "Er zijn geen klachten over het kabinet gehoord."),
    ("De bond heeft erin geen rol bij de haven.", "De bond heeft geen rol bij de haven."),
    ("Uit de telling blijkt dat schippers vrezen dat de haven sluit.", "De haven sluit."),
    ("De bond heeft hierin dus geen rol bij de haven.", "De bond heeft geen rol bij de haven."),
    ("Avondscholen sluiten in juni.", "Scholen sluiten in juni."),
    ("Pleegouders krijgen een vergoeding.", "Ouders krijgen een vergoeding."),
    ("Adjunct-directeuren mogen tekenen.", "Directeuren mogen tekenen."),
    ("Het conceptbesluit ligt ter inzage.", "Het besluit ligt ter inzage."),
    ("De deelcertificaten zijn vijf jaar geldig.", "De certificaten zijn vijf jaar geldig."),
    ("De proefregeling geldt in heel Nederland.", "De regeling geldt in heel Nederland."),
    ("Kinderen die niet kunnen lopen, gaan met een busje.", "Kinderen kunnen niet lopen."),
    ("De leraar die de toets maakte, kent het antwoord.", "De leraar kent het antwoord."),
    ("Wie te laat komt, betaalt een boete van 20 euro.", "Wie komt, betaalt een boete van 20 euro."),
    ("De helft daarvan komt uit het fonds.", "De helft komt uit het fonds."),
    ("De plicht om een plan te schrijven vervalt voor kleine scholen.", "De plicht om een plan te schrijven vervalt."),
    ("Het bestuur ontkent dat de school sluit.", "Het bestuur sluit de school."),
    ("Er is nog weinig bekend over de kosten van de proef.", "Er is bekend over de kosten van de proef."),
    (
        "De minister heeft het voorstel ingetrokken nadat de Kamer het had verworpen.",
        "De minister had het voorstel verworpen.",
    ),
    ("Ongeveer 400 van de 1.200 leerlingen zitten thuis.", "Ongeveer 1.200 leerlingen zitten thuis."),
    ("Het voorstel kreeg 40 stemmen voor en 60 stemmen tegen.", "Het voorstel kreeg 60 stemmen voor."),
    ("Waar het dorp geen school meer heeft, rijdt een busje.", "Er rijdt een busje."),
    ("De wethouder die de minister bezocht, pleit voor een brug.", "De minister pleit voor een brug."),
    ("Slaagt de proef, dan volgt een landelijke invoering.", "De proef slaagt."),
    ("Drie van de vijf sluizen zijn open.", "Vijf sluizen zijn open."),
    ("Twaalf van de dertig lokalen zijn te klein.", "Dertig lokalen zijn te klein."),
    ("In Lommerveen is het water schoner dan in Rietenrade.", "In Rietenrade is het water schoner dan in Lommerveen."),
    ("Het verzuim is even hoog als in 2019.", "Het verzuim is hoog."),
    ("De minister van Landbouw beslist na advies van de minister van Natuur.", "De minister van Natuur beslist."),
    ("De heer Bolt antwoordde mevrouw Vermeer dat de heer De Wit ongelijk had.", "De heer De Wit had ongelijk."),
    (
        "De burgemeester van Aalsum, die eerder wethouder van Dorst was, opende de brug.",
        "De wethouder van Dorst opende de brug.",
    ),
    ("De eerste tranche werd in april betaald, de tweede in oktober.", "De eerste tranche werd in oktober betaald."),
    ("Jeugdagenten dragen geen wapen.", "Agenten dragen geen wapen."),
    ("Leden stemden voor, gasten tegen.", "Leden stemden tegen."),
    ("Alle boten op twee na zijn gekeurd.", "Twee boten zijn gekeurd."),
    (
        "Wie vier keer mist, verliest zijn plek en wie twee keer mist, krijgt een brief.",
        "Wie twee keer mist, verliest zijn plek.",
    ),
    ("De directie spreekt tegen dat er asbest is gevonden.", "De directie heeft asbest gevonden."),
    ("Allesbehalve zeker is dat de brug er komt.", "Zeker is dat de brug er komt."),
    ("Van de 84 klachten waren er 21 gegrond en 40 ongegrond.", "Er waren 84 klachten gegrond."),
    ("De toelage is hoger naarmate het kind jonger is.", "De toelage is hoger."),
    ("Het college verlengt de proef niet voordat de raad heeft gestemd.", "Het college verlengt de proef niet."),
    (
        "De directeur liet de leraar weten dat ouders het dossier mogen inzien.",
        "De directeur mag het dossier inzien.",
    ),
    ("Omdat de kade verzakt, rijden er tot juni geen bussen langs de haven.", "Er rijden geen bussen langs de haven."),
    ("Van elke tien boten worden er vier gekeurd.", "Tien boten worden gekeurd."),
    (
        "De gemeente wil dat kinderen lezen, en zoekt hulp voor kinderen die niet lezen.",
        "De gemeente wil dat kinderen lezen, en zoekt hulp.",
    ),
    ("De komende periode meet de bond de oude boten en herstelt alle sluizen.", "Hij herstelt alle sluizen."),
    (
        "Ik heb zelf geen klachten gehoord dat de sluis vaak dicht is.",
        "Er zijn geen klachten gehoord dat de sluis vaak dicht is.",
    ),
    (
        "De proef maakt het voor havens mogelijk om af te wijken van regels rondom tijd, plek, maar ook bekostiging "
        "(reders kunnen 2 procent van hun budget vrij inzetten voor touw).",
        "Bij de bekostiging kunnen reders 2 procent van hun budget vrij inzetten voor touw.",
    ),
    (
        "Hier kunnen schippers, knechten en boeren lijsten vinden over touw, tips om een knoop te leggen, en uitleg.",
        "U kunt er tips vinden om een knoop te leggen.",
    ),
    ("Wat betreft de Vaarwet is er een norm gesteld voor touw.", "In de Vaarwet is een norm gesteld voor touw."),
    ("U schreef mij dat tol niet altijd werkt.", "Het vervoer schreef dat tol niet altijd werkt."),  # of the heading
    ("In 2020 telde zij 300 boten.", "In 2020 telde het vervoer 300 boten."),  # of the heading
    ("Daarvan zijn tot nu toe 40 boten gekeurd.", "Tot nu toe zijn 40 boten gekeurd."),
    (
        "Een boot mag worden geweigerd wanneer er een sluis is, mits daar plaats is voor de schipper.",
        "Een boot mag worden geweigerd wanneer er een sluis is.",
    ),
    (
        "In acht dorpen, waaronder Aalsum en Dorst, verhuren schippers een hut voor een jaar.",
        "Schippers verhuren een hut voor een jaar.",
    ),
    ("Oude boten blijven wat mij betreft in de haven.", "Oude boten blijven in de haven."),
    (
        "Uit gesprekken met 40 schippers blijkt dat geld de vaakst genoemde reden is om te stoppen (41 procent).",
        "Geld is de vaakst genoemde reden om te stoppen (41 procent).",
    ),
    ("Wat de kosten betreft krijgt de school hulp.", "De school krijgt hulp."),
    ("Wat het water betreft daalt het aantal boten.", "Het aantal boten daalt."),
    (
        "De boete wordt overigens door de bond kwijtgescholden, zo hoorde ik.",
        "De boete wordt door de bond kwijtgescholden.",
    ),
    ("De wethouder onderzocht het en stuurde een plan.", "De minister stuurde een plan."),
    ("Huurders krijgen een bijdrage van 75 euro.", "Huurders krijgen daar een bijdrage van 75 euro."),
    (
        "Wel komt er een proef waarin 30 boten een vast bedrag ontvangen.",
        "In de proef ontvangen 30 boten een vast bedrag.",
    ),
    ("De bond is daarvoor alleen aansprakelijk.", "De bond is alleen aansprakelijk."),
]
TRUE = [
    ("Twaalf van de dertig lokalen zijn te klein.", "Twaalf lokalen zijn te klein."),
    ("Drie van de vijf sluizen zijn open.", "Drie van de vijf sluizen zijn open."),
    ("De dijk, die in 1953 brak, is in 1960 verhoogd.", "De dijk is in 1960 verhoogd."),
    ("De wachttijd daalt van 80 naar 60 dagen.", "De wachttijd daalt naar 60 dagen."),
    ("In maart start de werving en in september beginnen de lessen.", "In maart start de werving."),
    ("De minister van Zorg betaalt de bus en de minister van Werk de tram.", "De minister van Zorg betaalt de bus."),
    (
        "Onder een flexkind versta ik een kind dat op wisselende dagen komt.",
        "Een flexkind is een kind dat op wisselende dagen komt.",
    ),
    ("In 2021 is vastgesteld dat 70 peuters een avondgroep bezochten.", "In 2021 bezochten 70 peuters een avondgroep."),
    (
        "Ik bereid het wetsvoorstel Goede buren voor, dat volgens de planning in 2026 in werking treedt.",
        "Het wetsvoorstel Goede buren treedt volgens de planning in 2026 in werking.",
    ),
    ("Er zijn 36 subsidieaanvragen ingediend.", "Er zijn 36 aanvragen ingediend."),
    ("Ik heb zelf geen klachten over de sluis gehoord.", "Ik heb geen klachten over de sluis gehoord."),
    ("De bond meet de oude boten en herstelt alle sluizen.", "De bond herstelt alle sluizen."),
    ("Hierover zijn geen cijfers bekend.", "Er zijn geen cijfers over bekend."),
    ("De komende periode meet de bond de boten.", "De komende periode meet hij de boten."),
    (
        "In acht dorpen, waaronder Aalsum en Dorst, verhuren schippers een hut voor een jaar.",
        "In acht dorpen verhuren schippers een hut voor een jaar.",
    ),
    ("De bond adviseert daarom te wachten.", "De bond adviseert te wachten."),
    ("U kunt hier lijsten met tips vinden.", "Hier kunt u lijsten met tips vinden."),
    ("Wat betreft de Vaarwet is er een norm gesteld.", "Er is een norm gesteld over de Vaarwet."),
    ("De boot (die oud is en vaak lekt) vaart niet.", "De boot die oud is en vaak lekt, vaart niet."),
    ("Ik constateer dat de sluis niet open is.", "De sluis is niet open."),
    ("Uit de telling blijkt volgens de bond, de raad en de stad dat het water daalt.", "Het water daalt."),
    ("Vorig jaar mat de bond de boten en herstelt nu alle sluizen.", "De bond herstelt nu alle sluizen."),
    (
        "Het is de bond toegestaan om geld over te maken zolang dit gebruikt wordt voor de haven.",
        "Het is de bond toegestaan om geld over te maken zolang dit gebruikt wordt voor de haven.",
    ),
]


@pytest.mark.parametrize(("told", "claim"), FALSE)
def test_what_the_paper_says_otherwise_is_not_told(told: str, claim: str) -> None:
    of = paper(told)
    assert fault_of(told, [line(0, of)], {of.identifier: of}) is None
    assert fault_of(claim, [line(0, of)], {of.identifier: of}) is not None


@pytest.mark.parametrize(("told", "claim"), TRUE)
def test_what_only_looks_like_it_is_told(told: str, claim: str) -> None:
    of = paper(told)
    assert fault_of(claim, [line(0, of)], {of.identifier: of}) is None
