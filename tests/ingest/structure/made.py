"""Papers of our own in the forms of the real ones."""

from __future__ import annotations

from hypothesis import strategies as st

from ingest.formats.paged_text import PagedText
from ingest.structure import structure
from ingest.structure.parts import Parts

AANHANGSEL = """\
 Vragen gesteld door de leden der Kamer, met de daarop door de
regering gegeven antwoorden

417

Vragen van het lid Voorbeeld (ABC) aan de Staatssecretaris van Verkeer over
de boot naar het eiland (ingezonden 3 september 2018).

Antwoord van Staatssecretaris Voorbeeld (Verkeer) (ontvangen 20 september
2018).

Vraag 1
Hoe vaak vaart de boot?1

Antwoord 1
De boot vaart vier keer per dag. In het weekeinde vaart zij zes keer, mits
het weer dat toelaat.
Daarnaast is er een veerdienst voor goederen die op afspraak vaart en die
door de gemeente wordt betaald.

Vraag 2
Wie betaalt de steiger?

1 Dienstregeling van het eiland.
 Vraag 3
Kunt u dat toelichten?

Antwoord 2 en 3
De gemeente betaalt de steiger.
"""

KAMERBRIEF = """\
 Geachte voorzitter,

Met deze brief stuur ik uw Kamer mijn plannen voor de veerboten. Ik doe dat
omdat uw Kamer daarom heeft gevraagd.1 De plannen zijn besproken met de
eilanden en met een

1 Kamerstuk 12 345, nr. 6.
 reder die daar al jaren vaart.

Steigers en havens

1. Nieuwe steigers

Er komen drie steigers bij:
– een op het noordelijke eiland, waar de vaargeul ondiep is en de boot bij
laag water niet kan aanleggen;
– twee op het zuidelijke eiland.

2. Oude steigers

De oude steigers blijven in gebruik.

Vervolg

Ik informeer uw Kamer voor de zomer.

De Minister van Verkeer,
A.B. Voorbeeld
"""

OVERLEG = """\
Verslag van een schriftelijk overleg

Inbreng van de leden van de ABC-fractie

De leden van de ABC-fractie hebben de brief gelezen. Kan de minister zeggen
hoeveel boten er varen?

Er varen negen boten. Ik verwacht er in het najaar tien.

Het aantal hangt af van de werf.

Inbreng van de leden van de XYZ-fractie

De leden van de XYZ-fractie vragen waarom de steiger dicht is. Deze leden
vinden dat jammer.

Zoals ik eerder schreef wordt de steiger hersteld.
"""

BESLISNOTA = """\
 Aanleiding
De reder heeft om een besluit gevraagd.

Geadviseerd besluit
Wij adviseren de aanvraag van  af te wijzen.

Kernpunten
• De aanvraag is niet volledig:

- er is geen tekening;
- er is geen begroting.

•

Lopende onderhandelingen

5.1.2e

Datum Overleg Opmerking
3 mei 10:00-11:00 Overleg met de reder
4 mei Besluit

Financiële gevolgen
Er zijn geen kosten.
"""


def parsed(text: str) -> Parts:
    return structure(PagedText(text=text))


# Snippets that look like what the reader looks for, in any order.
SNIPPETS = (
    "de|boot|vaart|Vraag|Antwoord|1|2|3|nr.|31 497|•|–|-|o|VO-|raad|ABC-fractie|"
    "Inbreng van de leden van de|Kamer;|«ja»|2023|veer- |en|haven:|(zie|https://haven.nl/a-|Geachte|Minister|"
    "Lopende onderhandelingen|5.1.2e|17 maart|steiger1|Aanleiding|Kernpunten|Toelichting|ik|uw|\u00ad|leden."
)
WORDS = st.sampled_from(SNIPPETS.split("|"))
LINES = st.lists(WORDS, max_size=9).map(" ".join)
TEXTS = st.lists(LINES, max_size=25).map("\n".join)
