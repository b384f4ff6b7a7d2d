"""Whether the words of a claim stand in the order of the paper.

Verbs move freely in Dutch, and so does a phrase with its own preposition; nothing else may change places, for then
somebody else may be doing it.
"""

from __future__ import annotations

from collections.abc import Sequence

from assistant.word.clauses import Clause, Word, is_alike, is_same


def in_order(claim: Clause, sentence: Sequence[Word]) -> bool:
    """Whether the words of a claim stand in a sentence in the same order, but for its verbs and led-in phrases.

    Figures are held against each other alone: "39 aanvragen" is told of "aanvragen, waarvan 39".
    """
    bare = without_phrases(claim.words, sentence)
    return all(
        rises(
            [
                [at for at, other in enumerate(sentence) if is_same(word, other)]
                for word in bare
                if word.is_number is number
            ]
        )
        for number in (False, True)
    )


def without_phrases(words: Sequence[Word], sentence: Sequence[Word]) -> list[Word]:
    """The words whose order counts: no verbs, and none of a phrase that has a like preposition in the paper too."""
    bare: list[Word] = []
    free = False  # whether the word before belongs to such a phrase
    for word in words:
        same = [other for other in sentence if is_same(word, other)]
        led_in = bool(word.before) and any(is_alike(word.before, other.before) for other in same)
        touching = bool(word.neighbours[0]) and any(word.neighbours[0] == other.neighbours[0] for other in same)
        free = led_in or (free and touching)
        if not free and not word.is_verb:
            bare.append(word)
    return bare


def rises(places: Sequence[Sequence[int]]) -> bool:
    """Whether each word can be given one of its places so that they rise; words without a place are passed over."""
    last = -1
    for found in places:
        if found:
            behind = [place for place in found if place > last]
            if not behind:
                return False
            last = min(behind)
    return True
