"""Which paper somebody means who tells of it: "de brief van Slob over doorzettingsmacht"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from assistant.understand.places import about, told_of
from index.dutch import content_words, stem, terms
from ingest.document import Document

MOSTLY = 0.5  # share of what is told of a paper: if its own particulars bear more than that, it may be the one

# What may be told of any paper, and tells none apart.
_ANY = frozenset(
    terms(
        "onder luidt brief kamerbrief nota beslisnota antwoorden beantwoording beantwoord beantwoordde "
        "beantwoordden kamervragen vragensteller vragenstellers aanhangsel schriftelijk overleg kamerstuk "
        "dossier publicatie nummer kamerstuknummer stuknummer dossiernummer aanhangselnummer vindplaats datum "
        "dag jaar minister staatssecretaris bewindspersoon bewindspersonen kabinet tweede kamer kamerlid lid "
        "leden fractie partij bericht citeer verwijs geschreven schreef verstuurd verstuurde verzonden "
        "verzond gestuurd stuurde verschenen verscheen gedateerd gepubliceerd uitgebracht ondertekend "
        "ingezonden gesteld stelde stelden ontvangen ontving ontvingen afzender ambtenaren officiele"
    )
)


def the_one(text: str, names: Sequence[str], documents: Iterable[Document]) -> Document | None:
    """The one paper whose particulars bear these folded names and most of what a text tells of it; None if unsure."""
    fitting = [one for one in documents if about(one, names)]
    told = [word for word in content_words(text) if stem(word) not in _ANY]
    borne = {one.identifier: told_of(one, " ".join(told)) for one in fitting}
    most = max(borne.values(), default=0)
    meant = [one for one in fitting if borne[one.identifier] == most]
    return meant[0] if len(meant) == 1 and (not told or most > MOSTLY * len({*map(stem, told)})) else None
