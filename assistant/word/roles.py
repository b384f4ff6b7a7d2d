"""Whether who does what to whom is told in a claim as in the paper.

Nobody from elsewhere takes the place of who acts, no preposition that says who acts comes or goes, and what is said of
something is not said of something else.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from assistant.understand.asked import is_verb
from assistant.word.clauses import (
    DETERMINERS,
    FINITE,
    PREPOSITIONS,
    Clause,
    Word,
    aligned,
    is_alike,
    is_borne,
    is_empty,
    is_same,
    is_told,
    stem_of,
)
from index.dutch import STOP_WORDS

_NAMING = frozenset(("", "door", "onder"))  # "onder een flexkind versta ik"
_RELATIVES = frozenset("die dat wie wat".split())
_SPOKEN_TO = frozenset("u uw je jij jou jouw jullie".split())
_MARKING = frozenset("door aan namens tegen".split())  # they say who acts, for whom or against whom


def leads_fit(claim: Clause, paper: Sequence[Clause]) -> bool:
    """Whether each word has a like preposition before it as in the paper: no "na" for "voor".

    One that says who acts neither comes nor goes: "de inspectie vraagt" is not "door de inspectie gevraagd".
    """
    for word in claim.words:
        leads = [other.before for one in paper for other in one.words if other.stem == word.stem]
        if not leads or any(is_alike(word.before, lead) for lead in leads):
            continue
        if word.before in _MARKING or (word.before and all(leads)) or (not word.before and {*leads} <= _MARKING):
            return False
    return True


def actor_fits(claim: Clause, bearing: Sequence[Clause], paper: Sequence[Clause]) -> bool:
    """Whether nobody from elsewhere takes the place of who acts in the clause of the verb.

    Words of the claim that this clause lacks are fine as long as it has none of its own that the claim leaves out.
    """
    subject = acting(claim)
    for home in homes(claim, bearing):
        if subject and (_is_led_in(subject, home) or _is_another(subject, claim, home)):
            return False
        whole = frozenset().union(*(one.stems for one in paper if one.sentence == home.sentence))
        if subject and not is_borne(subject.stem, whole) and any(is_borne(subject.stem, one.stems) for one in bearing):
            return False  # of another sentence
        actor = acting(home)
        if actor and not subject and not is_told(actor, claim):
            return False  # "Het kan" for "dat delen kan"
    return not any(_is_replaced(claim, home, lead) for home in homes(claim, bearing) for lead in {"", *_leads(home)})


def _is_led_in(subject: Word, home: Clause) -> bool:
    """Whether who acts stands there with a preposition only: "die dat met de minister bespreekt"."""
    same = [word for word in home.words if is_same(subject, word)]
    led = bool(same) and all(word.before and word.before not in _NAMING for word in same)
    return led and not subject.neighbours[0][:1].isdigit()


def _is_another(subject: Word, claim: Clause, home: Clause) -> bool:
    """Whether a claim tells another of the same name: with a qualifier that is not the one of the paper.

    True for "de minister van Justitie" where the paper has "de minister van Onderwijs"; false where it has none.
    """
    own = [word for word in claim.words if subject.at < word.at < first_verb(claim)]
    verb = first_verb(home)
    theirs = [word for one in home.words if is_same(subject, one) for word in home.words if one.at < word.at < verb]
    stems = frozenset(word.stem for word in theirs)
    return bool(theirs) and not all(is_borne(word.stem, stems) for word in own)


def persons_fit(claim: Clause, bearing: Sequence[Clause]) -> bool:
    """Whether nobody is told as "u" whom the paper does not speak to: "ouders kunnen" is not "u kunt"."""
    told = homes(claim, bearing)
    return _SPOKEN_TO.isdisjoint(claim.tokens) or any(not _SPOKEN_TO.isdisjoint(one.tokens) for one in told)


def goes_on_alike(claimed: Sequence[Clause], paper: Sequence[Clause]) -> bool:
    """Whether a clause that begins with its verb is told of what stands before it: "wie te laat komt, betaalt"."""
    before = {behind: one for one, behind in pairwise(paper) if one.sentence == behind.sentence}
    for clause, told in zip(claimed, (None, *claimed), strict=False):
        for home in aligned(clause, paper)[0]:
            one = before.get(home)
            if one is None or not _begins_with_verb(home) or not _RELATIVES & {*one.tokens}:
                continue
            if told is not None and _begins_with_verb(clause):
                if not all(is_borne(word.stem, one.stems) for word in told.words):
                    return False
            elif (subject := acting(clause)) and not is_borne(subject.stem, _antecedent(one)):
                return False
    return True


def _begins_with_verb(clause: Clause) -> bool:
    """Whether its first word is a verb, by its place if not by its form: "pleit voor een brug"."""
    placed = not is_empty(clause.tokens[0]) and {*clause.tokens[1:2]} & (PREPOSITIONS | DETERMINERS)
    return first_verb(clause) == 0 or bool(placed)


def _antecedent(clause: Clause) -> frozenset[str]:
    """What stands before the first word of a clause that leads in a relative one: "de man die zwaait"."""
    end = next(at for at, token in enumerate(clause.tokens) if token in _RELATIVES)
    return frozenset(word.stem for word in clause.words if word.at < end)


def homes(claim: Clause, bearing: Sequence[Clause]) -> Sequence[Clause]:
    """The clauses that hold a verb of a claim: what it says is said in them."""
    verbs = {word.stem for word in claim.words if word.is_verb}
    return [clause for clause in bearing if not verbs or verbs & clause.stems] or bearing[:1]


def begins_where_it_goes_on(claimed: Sequence[Clause], paper: Sequence[Clause]) -> bool:
    """Whether one sentence of the paper holds both what a claim is about and what it says of that.

    What it is about are the words before its first verb. False for "De brug kost 3 euro" of the sentences "De brug is
    open." and "De rit kost 3 euro."; true where the paper is one sentence.
    """
    sentences = [[one for one in paper if one.sentence == number] for number in {one.sentence for one in paper}]
    if len(sentences) < 2:
        return True
    topic: list[Word] = []
    for clause in claimed:
        verb = next((at for at, token in enumerate(clause.tokens) if token in FINITE), first_verb(clause))
        topic += [word for word in clause.words if word.at < verb]
        rest = [word for word in clause.words if word.at >= verb]
        if rest:
            held = [sum(_is_in(word, one) for word in rest) for one in sentences]
            homes = [one for one, count in zip(sentences, held, strict=True) if count == max(held)]
            return any(
                all(_is_in(word, one) for word in topic if any(_is_in(word, two) for two in sentences)) for one in homes
            )
    return True


def _is_in(word: Word, sentence: Sequence[Clause]) -> bool:
    return any(is_borne(word.stem, clause.stems) for clause in sentence)


def first_verb(clause: Clause) -> int:
    """Where the first verb of a clause stands; behind its end if it has none."""
    verbs = [at for at, token in enumerate(clause.tokens) if token in FINITE]
    verbs += [word.at for word in clause.words if word.is_verb]
    return min(verbs, default=len(clause.tokens))


def acting(clause: Clause) -> Word | None:
    """The first word without a preposition that stands before the first verb of a clause."""
    verb = first_verb(clause)
    return next((word for word in bare(clause.words) if word.at < verb < len(clause.tokens)), None)


def _is_replaced(claim: Clause, home: Clause, lead: str) -> bool:
    """Whether words with a preposition, or the bare ones, stand in a claim for others of a clause."""
    theirs = _led_by(home, lead)
    stems = frozenset(word.stem for word in theirs)
    foreign = any(not is_borne(word.stem, stems) for word in _led_by(claim, lead))
    return foreign and not all(is_told(word, claim) for word in theirs)


def _leads(clause: Clause) -> frozenset[str]:
    return frozenset(word.before for word in clause.words if not word.is_number)


def _led_by(clause: Clause, lead: str) -> list[Word]:
    if not lead:
        return bare(clause.words)
    return [word for word in clause.words if word.before and is_alike(word.before, lead) and not word.is_exact]


def phrases_hang_alike(claim: Clause, paper: Sequence[Clause]) -> bool:
    """Whether a phrase hangs on the same word: "een maximum van 80" is no "experiment van 80"."""
    theirs = [(head, word) for clause in paper for head, word in _hung(clause)]
    for head, word in _hung(claim):
        heads = [one for one, other in theirs if other.stem == word.stem and is_alike(other.before, word.before)]
        if heads and not any(is_borne(head, frozenset({one})) for one in heads):
            return False
    return True


def _hung(clause: Clause) -> list[tuple[str, Word]]:
    """The words that a preposition leads in right behind another word, each after the stem of that word."""
    found = []
    for word in clause.words:
        place = next((back for back in range(word.at - 1, 0, -1) if clause.tokens[back] == word.before), 0)
        head = clause.tokens[place - 1] if place else ""
        if head and head not in STOP_WORDS and not head[0].isdigit() and not is_verb(head):
            found.append((stem_of(head), word))
    return found


def unled(words: Sequence[Word]) -> list[Word]:
    """The words that no preposition leads in, neither themselves nor those that they touch."""
    found, led = [], False
    for word in words:
        led = bool(word.before) or (led and bool(word.neighbours[0]))
        if not led:
            found.append(word)
    return found


def bare(words: Sequence[Word]) -> list[Word]:
    """The words that no preposition leads in: no verbs and figures."""
    return [word for word in unled(words) if not word.is_verb and not word.is_number]


def verbs_fit(claim: Clause, paper: Sequence[Clause]) -> bool:
    """Whether every verb of a claim stands in a clause with another word of it: none is taken from elsewhere."""
    others = [word.stem for word in claim.words if not word.is_verb]
    if not all(_is_finite_there(token, claim, paper) for token in claim.tokens if token in FINITE):
        return False
    return not others or all(
        any(word.stem in one.stems and any(is_borne(own, one.stems) for own in others) for one in paper)
        for word in claim.words
        if word.is_verb and any(word.stem in one.stems for one in paper)
    )


def _is_finite_there(token: str, claim: Clause, paper: Sequence[Clause]) -> bool:
    """Whether a verb without content of its own is one of a clause that tells the same, if the paper has it at all."""
    own = [clause for clause in paper if token in clause.tokens]
    return not own or any(is_borne(word.stem, clause.stems) for clause in own for word in claim.words)
