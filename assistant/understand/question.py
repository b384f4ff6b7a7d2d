"""A question as it was understood, with all that is read of it: nobody reads its words a second time."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

from assistant.understand.asked import Asked, asked_for, subjects_in
from assistant.understand.counts import Condition, Count, condition_of, counts
from assistant.understand.kinds import Called, called_in, own_kind
from assistant.understand.names import named_in, numbers_in, office_in, years_in
from assistant.understand.places import Place, asks_what_it_is, bare_number, place_in
from assistant.understand.source import without_source
from assistant.understand.wishes import Wish, wishes_in
from index.dutch import content_words, fold, stem, words
from ingest.document import Kind

BIDS = frozenset("noem noemen som lijst opsomming".split())


@dataclass(frozen=True, kw_only=True)
class Question:
    """A question as it was understood.

    What can be read of its words is read when it is first wanted, and once: a question with other words, made by
    ``dataclasses.replace``, is read anew. (Slots would leave no room to keep what was read.)
    """

    text: str  # as typed, white space folded
    understood_as: str
    asked: Asked
    background: str = ""  # what the conversation was about before; "" for a question that stands alone
    focus: tuple[str, ...] = ()  # folded words of the thing that is asked for: "hoeveel SCHOLEN"
    named: tuple[str, ...] = ()  # names, years and numbers that an answer has to bear on, said or left unsaid
    papers: tuple[str, ...] = ()  # identifiers of the papers that it names by their official number
    within: tuple[str, ...] = ()  # identifiers of those that it names as its source by their day
    beside: int = 0  # other questions that the same message holds
    of_the_asker: bool = False  # whether it asks what a Kamerlid or fractie asked, rather than what was answered

    @cached_property
    def folded(self) -> str:
        """Its words without capitals and accents."""
        return fold(self.text)

    @cached_property
    def content(self) -> str:
        """What it asks, without who or which paper is to answer that."""
        return without_source(self.text, numbered=bool(self.papers))

    @cached_property
    def spoken(self) -> frozenset[str]:
        """All its folded words."""
        return frozenset(words(self.text))

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The folded words that carry content, in order."""
        return tuple(content_words(self.text))

    @cached_property
    def terms(self) -> frozenset[str]:
        """The stems of these words."""
        return frozenset(map(stem, self.words))

    @cached_property
    def new_terms(self) -> frozenset[str]:
        """The stems that were not said before it."""
        return self.terms - self.before.terms

    @cached_property
    def names(self) -> tuple[str, ...]:
        """What it names, without years and numbers."""
        return tuple(name for name in self.named if not name[0].isdigit())

    @cached_property
    def years(self) -> frozenset[str]:
        """The years in it."""
        return years_in(self.text)

    @cached_property
    def numbers(self) -> frozenset[str]:
        """The numbers in it, as typed; years too."""
        return numbers_in(self.text)

    @cached_property
    def counts(self) -> tuple[Count, ...]:
        """How many of what it speaks of itself."""
        return counts(self.text)

    @cached_property
    def listed(self) -> int:
        """How many things it wants to hear: 7 for "noem de zeven prioriteiten"; 0 if it does not say.

        Of what is counted behind other words nothing is known: "welke regels gelden voor een pont met 12 reizigers?".
        """
        first = next(iter(self.counts), None)
        if self.asked is not Asked.LIST or first is None or not first.value.isdecimal():
            return 0
        return 0 if set(content_words(self.text[: first.start])) - BIDS else int(first.value)

    @cached_property
    def condition(self) -> Condition:
        """What it says of the things that it counts: submitted, approved."""
        return condition_of(self.text)

    @cached_property
    def office(self) -> frozenset[str] | None:
        """The stems of the office whose holder it asks for; None if it asks for none."""
        return office_in(self.folded)

    @cached_property
    def subjects(self) -> tuple[str, ...]:
        """What it says it is over, if it names several things apart."""
        return subjects_in(self.folded)

    @cached_property
    def place(self) -> Place | None:
        """The numbered place that it wants to read; None if it names none."""
        return place_in(self.text)

    @cached_property
    def called(self) -> tuple[Called, ...]:
        """The papers that it names by their kind: "de brief", "de nota"."""
        return called_in(self.folded)

    @cached_property
    def own_kind(self) -> frozenset[Kind]:
        """The kind of paper that it calls by a word that names no other; empty if it does not."""
        return own_kind(self.folded)

    @cached_property
    def bare_number(self) -> str:
        """The number of a paper that it consists of: "2038"; "" if it holds more."""
        return bare_number(self.text)

    @cached_property
    def asks_what_it_is(self) -> bool:
        """Whether it asks nothing about a paper but what it is."""
        return asks_what_it_is(self.text)

    @cached_property
    def wishes(self) -> frozenset[Wish]:
        """What it wants beside the kind of its answer."""
        return wishes_in(self.folded, self.asked)

    @property
    def asks_day_of_paper(self) -> bool:
        """Whether it asks for the day of a paper, which stands in its head: any day in the text may be another's."""
        return {Wish.ITS_DAY, Wish.OF_A_PAPER} <= self.wishes

    @cached_property
    def before(self) -> Question:
        """What the conversation was about before it, read as a question of its own."""
        text = self.background
        return Question(text=text, understood_as=text, asked=asked_for(text), named=named_in(text))

    @cached_property
    def whole(self) -> Question:
        """The question with what was asked before in front of it."""
        return replace(self, text=f"{self.background} {self.text}", background="")
