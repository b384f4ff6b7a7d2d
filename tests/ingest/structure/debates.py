"""Reports of debates in our own words, in the forms in which the Kamer prints them."""

from __future__ import annotations

COMMITTEE = """\
12 345 Veerboten

Nr. 67 VERSLAG VAN EEN COMMISSIEDEBAT

Vastgesteld 30 mei 2023

De vaste commissie voor Eilanden heeft op 5 april 2023 overleg gevoerd met de heer Bos, minister van Water en Havens,
en mevrouw De Zee, staatssecretaris van Verkeer, over:
– de brief van de minister van Water en Havens d.d. 3 maart 2023 inzake de steigers (Kamerstuk 12 345, nr. 60).

Van dit overleg brengt de commissie bijgaand geredigeerd woordelijk verslag uit.

De voorzitter van de commissie,
Proef

De griffier van de commissie,
Model

Voorzitter: Proef
Griffier: Model

Aanwezig zijn drie leden der Kamer, te weten: Kaai, Van der Sluis en Wad, alsmede de heer Bos, minister van Water en
Havens, en mevrouw De Zee, staatssecretaris van Verkeer.

Aanvang 14.00 uur.

De voorzitter:
Goedemiddag. Ik open deze vergadering. Het woord is aan de heer Kaai van de XYZ.

De heer Kaai (XYZ):
Voorzitter. De boot vaart te weinig. Wij willen dat zij elk uur vaart.

De voorzitter:
Er is een interruptie van mevrouw Van der Sluis.

Mevrouw Van der Sluis (ABC):
Hoe wil de heer Kaai dat betalen?

De heer Kaai (XYZ):
Uit de pot voor havens.

De voorzitter:
Dank u wel. Dan is nu het woord aan mevrouw Van der Sluis.

Mevrouw Van der Sluis (ABC):
Dank u wel, voorzitter. De steiger in het noorden is al twee jaar dicht.

De vergadering wordt van 15.00 uur tot 15.10 uur geschorst.

De voorzitter:
Ik heropen de vergadering en geef de minister het woord voor zijn beantwoording.

Minister Bos:
Dank, voorzitter. De steiger wordt in juni hersteld. Er varen nu negen boten.

De heer Kaai (XYZ):
Kan de minister zeggen wat dat kost?

Minister Bos:
Dat kost 40.000 euro.

De voorzitter:
Ik ga naar de staatssecretaris.

Staatssecretaris De Zee:
De bus sluit aan op de boot.

De voorzitter:
Wij zijn aan het einde gekomen. Ik heb de volgende toezeggingen genoteerd:

– De minister stuurt de Kamer voor de zomer een brief over de steigers.

– De staatssecretaris informeert de Kamer in het najaar over de bus.

Ik dank iedereen voor zijn komst.

Sluiting 16.00 uur.
"""

PLENARY = """\
Handelingen van de Tweede Kamer der Staten-Generaal

Vergadering van woensdag 12 april 2023

Aan de orde is het tweeminutendebat Veerboten (CD d.d. 05/04).

De voorzitter:
Ik heropen de vergadering. Het woord is aan de heer Kaai.

De heer Kaai (XYZ):
Voorzitter. Ik heb een motie.

De voorzitter:
Door het lid Kaai is de volgende motie voorgesteld:

Motie

De Kamer,

gehoord de beraadslaging,

overwegende dat de steiger dicht is;

verzoekt de regering de steiger voor de zomer te herstellen,

en gaat over tot de orde van de dag.

De voorzitter:
Deze motie is voorgesteld door het lid Kaai. Zij krijgt nr. 68 (12345).

Minister Bos:
Ik geef deze motie oordeel Kamer.

De beraadslaging wordt gesloten.

Stemmingen

In stemming komt de motie-Kaai (12345, nr. 68).

De voorzitter:
Ik constateer dat de leden van de fracties van de XYZ en de ABC voor deze motie hebben gestemd en de leden van de
fractie van de VVV ertegen, zodat zij is aangenomen.

Sluiting 18.00 uur.
"""
