"""Which paper somebody means who tells of it: "de brief van Slob over doorzettingsmacht"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from assistant.understand.kinds import PAPER_NUMBER_WORDS, PAPER_WORDS, is_called
from assistant.understand.question import Question
from index.dutch import content_words, fold, holds, is_put_together, stem, terms
from ingest.document import Document

MOSTLY = 0.5  # share of what is told of a paper: if its own particulars bear more than that, it may be the one

# What may be told of any paper, and tells none apart.
_ANY = frozenset(
    terms(
        " ".join([*PAPER_WORDS, *PAPER_NUMBER_WORDS])
        + " onder luidt beantwoord beantwoordde beantwoordden vragensteller vragenstellers dossier publicatie nummer "
        "vindplaats datum dag jaar minister staatssecretaris bewindspersoon bewindspersonen kabinet tweede kamer "
        "kamerlid lid leden fractie partij bericht citeer verwijs geschreven schreef verstuurd verstuurde verzonden "
        "verzond gestuurd stuurde verschenen verscheen gedateerd gepubliceerd uitgebracht ondertekend "
        "vraag vragen antwoord antwoorden voetnoot luidt onderwerp betreft geadresseerde ontvanger gericht bestemd "
        "ingezonden gesteld stelde stelden ontvangen ontving ontvingen afzender ambtenaren officiele"
    )
)


def the_one(text: str, names: Sequence[str], documents: Iterable[Document]) -> Document | None:
    """The one paper whose particulars bear these folded names and most of what a text tells of it; None if unsure."""
    fitting = [one for one in documents if about(one, names)]
    told = telling(text)
    borne = {one.identifier: told_of(one, " ".join(told)) for one in fitting}
    most = max(borne.values(), default=0)
    meant = [one for one in fitting if borne[one.identifier] == most]
    return meant[0] if len(meant) == 1 and (not told or most > MOSTLY * len({*map(stem, told)})) else None


def telling(text: str) -> list[str]:
    """The words of a text that may tell one paper from another."""
    return [word for word in content_words(text) if stem(word) not in _ANY]


def of_that_kind(documents: Sequence[Document], question: Question) -> list[Document]:
    """The papers of the one kind that a question names: "voetnoot 2 van de brief"; all if that leaves none."""
    named = question.called
    return [one for one in documents if len(named) == 1 and is_called(one, named[0].kinds)] or [*documents]


def called(question: Question, documents: Sequence[Document]) -> list[Document]:
    """The papers that a question calls by their bare number, "2038", or by nothing but their kind: "de Kamerbrief"."""
    if question.bare_number:
        return [one for one in documents if one.identifier.endswith(f"-{question.bare_number}")]
    if question.own_kind:
        return [one for one in documents if is_called(one, question.own_kind)]
    return of_that_kind(documents, question) if len(question.called) == 1 else []


def about(document: Document, names: Iterable[str]) -> bool:
    """Whether a paper's own particulars bear all of these folded names: its title, its sender, whom it answers."""
    known = fold(_particulars(document))
    return all(holds(name, known) for name in names)


def told_of(document: Document, text: str) -> int:
    """How many words of a text a paper's own particulars bear: which paper somebody means by "de brief over X"."""
    known = set(terms(_particulars(document)))
    return sum(term in known or is_put_together(term, known) for term in set(terms(text)))


def _particulars(document: Document) -> str:
    return " ".join([document.title, document.sender, document.recipient, document.identifier, document.kind])
