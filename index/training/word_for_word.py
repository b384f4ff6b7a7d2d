"""Dutch word by word for English sentences, from our own word list.

A student that is a sum of word vectors learns nothing from word order, so a sentence put into
Dutch one word at a time teaches it nearly what a real translation would, without a translator
and without anyone's translations. What the list lacks (names above all) stays as it is, which
is right for most of it.
"""

import random
import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from ..dutch import STOP_WORDS

WORD = re.compile(r"[A-Za-z]+(?:'[a-z]+)?|\d+|[^\w\s]")
VOWELS = "aeiou"
INFLECTED = 0.5  # how often a Dutch word takes another form than the listed one
LATER = 0.7  # weight of a translation for each that stands before it

# English forms that no rule finds.
IRREGULAR = dict(
    pair.split(":")
    for pair in """
am:be are:be is:be was:be were:be been:be being:be has:have had:have having:have does:do did:do done:do
went:go gone:go me:I him:he us:we them:they men:man women:woman children:child feet:foot teeth:tooth
geese:goose mice:mouse wives:wife lives:life knives:knife leaves:leaf wolves:wolf halves:half shelves:shelf
bought:buy brought:bring thought:think caught:catch taught:teach fought:fight sought:seek came:come
became:become began:begin begun:begin bit:bite bitten:bite blew:blow blown:blow broke:break broken:break
built:build burnt:burn chose:choose chosen:choose cut:cut dealt:deal drew:draw drawn:draw drank:drink
drunk:drink drove:drive driven:drive ate:eat eaten:eat fell:fall fallen:fall fed:feed felt:feel found:find
flew:fly flown:fly forgot:forget forgotten:forget froze:freeze frozen:freeze gave:give given:give got:get
gotten:get grew:grow grown:grow heard:hear held:hold hid:hide hidden:hide hit:hit kept:keep knew:know
known:know laid:lay led:lead learnt:learn left:leave lent:lend lay:lie lain:lie lit:light lost:lose made:make
meant:mean met:meet paid:pay rode:ride ridden:ride rang:ring rose:rise risen:rise ran:run said:say saw:see
seen:see sold:sell sent:send shook:shake shaken:shake shot:shoot showed:show shown:show sang:sing sung:sing
sank:sink sat:sit slept:sleep spoke:speak spoken:speak spent:spend stood:stand stole:steal stolen:steal
struck:strike swam:swim swore:swear sworn:swear took:take taken:take told:tell threw:throw thrown:throw
understood:understand woke:wake wore:wear worn:wear won:win wrote:write written:write better:good best:good
worse:bad worst:bad these:this those:that an:a I'm:I won't:not don't:not can't:cannot doesn't:not didn't:not
isn't:not aren't:not wasn't:not haven't:not wouldn't:not couldn't:not shouldn't:not
""".split()
)


class WordForWord:
    """Puts English sentences into Dutch words."""

    def __init__(self, words: Mapping[str, Sequence[str]]) -> None:
        self._words = words

    def translate(self, english: str) -> str:
        """Return the Dutch words for ``english``, always the same ones for the same text."""
        chance = random.Random(english)
        return " ".join(self._word(word, chance) for word in WORD.findall(english))

    def _word(self, english: str, chance: random.Random) -> str:
        known = lemma(english, self._words)
        if known is None:
            return english
        choices = self._words[known]
        dutch = chance.choices(choices, [LATER**place for place in range(len(choices))])[0]
        first, _, rest = dutch.partition(" ")
        if not rest and chance.random() < INFLECTED:
            return chance.choice(forms(first))
        return dutch.rstrip(".")


def read_word_list(path: Path) -> dict[str, tuple[str, ...]]:
    """Read lines of an English word, a tab and its Dutch words, the usual ones first."""
    words: dict[str, tuple[str, ...]] = {}
    for line in path.read_text(encoding="utf-8").splitlines()[1:]:
        english, _, dutch = line.partition("\t")
        words[english] = tuple(dutch.split(","))
    return words


def lemma(word: str, known: Mapping[str, object]) -> str | None:
    """Return the form of an English ``word`` that ``known`` lists, None without one."""
    small = word.lower()
    for candidate in (word, small, *_stems(small)):
        for form in (candidate, IRREGULAR.get(candidate)):
            if form in known:
                return form
    return None


def forms(dutch: str) -> list[str]:
    """Return the regular forms of a Dutch word, itself first; a full stop at its end says that it has none.

    Which part of speech a word is, the list does not say: a word in -en is taken for a verb, any
    other for a noun or adjective.
    """
    if dutch.endswith("."):
        return [dutch[:-1]]
    if " " in dutch or len(dutch) < len("kat") or dutch in STOP_WORDS:
        return [dutch]
    if dutch.endswith("en") and dutch[-3] not in VOWELS and not dutch.startswith("ge"):
        return _verb(dutch)
    if dutch[-1] in "aiouy":
        return [dutch, dutch + "'s"]
    if dutch.endswith("e"):
        return [dutch, dutch + "n", dutch + "s"]
    if dutch.endswith(("el", "er", "em")) and dutch[-3] not in VOWELS:
        return [dutch, dutch + "s"]
    long = _before_ending(dutch)
    return [dutch, long + "e", long + "en"]


def _stems(word: str) -> list[str]:
    stems = []
    for ending, instead in (
        ("'s", ""), ("s", ""), ("es", ""), ("ies", "y"), ("ed", ""), ("ed", "e"), ("ied", "y"), ("ing", ""),
        ("ing", "e"), ("er", ""), ("er", "e"), ("ier", "y"), ("est", ""), ("est", "e"), ("iest", "y"), ("ly", ""),
        ("n't", ""), ("'ll", ""), ("'re", ""), ("'ve", ""), ("'d", ""),
    ):  # fmt: skip
        if word.endswith(ending) and len(word) - len(ending) >= 2:
            stem = word[: -len(ending)]
            stems.append(stem + instead)
            if not instead and stem[-1:] == stem[-2:-1]:
                stems.append(stem[:-1])  # stopped, running
    return stems


def _verb(infinitive: str) -> list[str]:
    stem = _before_nothing(infinitive[:-2])
    past = "te" if stem[-1:] in "tkfschpx" and infinitive[-3] not in "vz" else "de"
    present = stem if stem.endswith("t") else stem + "t"
    prefixed = infinitive.startswith(("be", "ver", "ont", "her", "er"))
    perfect = stem if stem.endswith(("t", "d")) else stem + past[0]
    return [infinitive, stem, present, stem + past, stem + past + "n", perfect if prefixed else "ge" + perfect]


def _before_nothing(stem: str) -> str:
    """Spell a stem that lost its ending: lop- is loop, bakk- is bak, lev- is leef."""
    if stem[-1:] == stem[-2:-1] and stem[-1:] not in VOWELS:
        return stem[:-1]
    end = {"v": "f", "z": "s"}.get(stem[-1:], stem[-1:])
    if len(stem) > 1 and stem[-2] in "aeou" and stem[-3:-2] not in VOWELS and not _unstressed(stem):
        return stem[:-1] + stem[-2] + end
    return stem[:-1] + end


def _before_ending(word: str) -> str:
    """Spell a word that takes an ending: boot is bot-, bak is bakk-, brief is briev-."""
    if word[-1:] in VOWELS or len(word) < 3:
        return word
    last, vowel, before = word[-1], word[-2], word[-3]
    soft = {"f": "v", "s": "z"}.get(last, last) if not word.endswith("rs") else last
    if vowel in "aeou" and vowel == before:
        return word[:-2] + soft
    if vowel in VOWELS and before not in VOWELS and last not in "wxj":
        return word if _unstressed(word) else word + last
    return word[:-1] + soft if vowel in VOWELS + "lrn" and last in "fs" else word


def _unstressed(word: str) -> bool:
    return word.endswith(("el", "er", "em", "en", "ig", "lijk", "isch")) and len(word) > len("ster")
