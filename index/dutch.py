"""Dutch words: from text to the stems that are indexed and searched."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Set
from functools import lru_cache

import Stemmer
from simplemma import is_known, lemmatize

from ingest.number_words import ONES, TENS

_ACCENT = re.compile("[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]+")  # combining marks
_WORD = re.compile(r"\d+(?=[⁰¹²³⁴-⁹])|[^\W_]+(?:['’][^\W_]+)*")
_MARKED = re.compile(r"\b([^\W\d_]{4,})\d{1,3}\b")  # a word with the mark of a footnote: "Raad12"
_BRACKETS = re.compile(r"(?<=\w)\((\w{1,4})\)|\((\w{1,4})\)(?=\w)")  # "(v)so", "Ieder(in)"
_HYPHENATED = re.compile(r"(?<=[^\W\d_])[-\u2010-\u2015\u2212](?=[^\W\d_])")
_ACRONYM = re.compile(r"(?<![^\W_])([A-Z]{2,})([a-z]{4,})(?![^\W_])")  # "OZAaanvragen"

_CAPITALS = re.compile(r"(?<![^\W_])[A-ZÀ-Þ]{2,}(?![^\W_])")

_PLURAL = re.compile(r"['’]s$")  # oza's, foto's

_DOUBLED = re.compile(r"([^\W\daeiou])\1$")  # les and lessen
_VOICELESS = {"z": "s", "v": "f"}  # reizen and reis, geven and geef
SHORTEST_PART = 4  # letters of a word that a compound is put together of
LONGEST_WORD = 60  # letters; noise has longer ones, with as many parts as letters
_STEMMER = Stemmer.Stemmer("dutch")

# Words that carry grammar, not content. The question words are among them: what they ask for is read
# elsewhere (assistant.understand.question). "niet" and "geen" stay out of the list: they change what is said.
STOP_WORDS = frozenset(
    """
    aan al alle als alsnog altijd andere ben bent bij binnen daar daarbij daardoor daarin daarna daarom daarover
    daarvan daarvoor dan dat de deze die dit doen doet door dus echter een eens eerst elk elke en enige er eraan
    ervan ervoor gaan gaat ging had hadden heb hebben hebt heeft heel hem hen het hier hierbij hierin hiermee
    hierop hierover hiervan hiervoor hij hoe hoeveel hoezo hun iets ik in is ja je jij jou jouw jullie kan kon
    konden kun kunnen kunt maar mag me mee meer met mij mijn moest moet moeten mogen na naar nee nog nou nu
    of om omdat ook op over per sinds te tegen ten ter terwijl toch toe toen tot u uit uw van vanaf vanuit veel
    voor vooral waar waarbij waarde waarin waarmee waarom waaronder waarop waarover waarvan waarvoor wanneer
    want waren was wat we wel welk welke werd werden wie wij wil willen word worden wordt wou zal ze zelf zich
    zij zijn zo zoals zodat zou zouden zowel zoveel zullen zult ons onze jl as nr eigenlijk even gewoon graag
    precies misschien alstublieft alsjeblieft dank bedankt hoi hallo beste vraag weten vertel vertellen zeg
    zeggen zegt staat staan stond geef geven toon laten zien uitleggen leg stuk stukken papieren documenten
    mn vd tov ivm ipv mbt mbv dmv
    """.split()
)

NUMBER_WORDS = {word: str(value) for value, word in enumerate(ONES.split("|"))}
NUMBER_WORDS |= {word: str(10 * value) for value, word in enumerate(TENS.split("|"), start=2)}
NUMBER_WORDS |= {"honderd": "100", "duizend": "1000"}
del NUMBER_WORDS["een"]  # nearly always the article


def fold(text: str) -> str:
    """Lower case without accents; ``text`` may change length."""
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    return _ACCENT.sub("", decomposed)


@lru_cache(maxsize=64)
def without_accents(text: str) -> str:
    """A text whose accents are gone and whose capitals are kept: in "WÉL" stands "WEL", which is no "wel"."""
    return _ACCENT.sub("", unicodedata.normalize("NFKD", text))


def holds(name: str, text: str) -> bool:
    """Whether a folded text holds a folded name as whole words, over the ends of its lines too."""
    return _whole(name).search(text) is not None


@lru_cache(maxsize=4096)
def _whole(name: str) -> re.Pattern[str]:
    """A pattern for a name; a question may hold more of them than ``re`` remembers."""
    spaced = r"\s+".join(map(re.escape, name.split()))
    return re.compile(rf"(?<!\w){spaced}(?!\w)")


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """The stem of one folded word, its inflections taken off: "geholpen" gives help, "busjes" bus.

    Number words become digits.
    """
    if word in NUMBER_WORDS:
        return NUMBER_WORDS[word]
    plain = _PLURAL.sub("", word)
    if plain.endswith(("je", "jes")):  # small things: "busjes" is listed as "busje", and that as "bus"
        return _stem_of_lemma(fold(lemmatize(plain.removesuffix("s"), lang="nl")))
    # Verbs that come apart are listed as "af_wijzen".
    lemma = fold(lemmatize(plain, lang="nl")).replace("_", "")
    if lemma == plain and is_known(plain, lang="nl"):
        return _stem_of_lemma(plain)
    # Beyond verbs and plurals a list of forms guesses too much: "ouder" is no form of "oud".
    own, listed = _stemmed(plain), _stem_of_lemma(lemma)
    inflected = lemma.endswith("en") or plain.endswith("en")
    return listed if inflected and not listed.startswith(own) else own


def _stem_of_lemma(lemma: str) -> str:
    """The stem of a word that is no form of another: the s of "plaats" is its own, no plural's."""
    return _stemmed(lemma + "en" if lemma.endswith("s") else lemma)


def _stemmed(word: str) -> str:
    short = _DOUBLED.sub(r"\1", str(_STEMMER.stemWord(word)))
    return short[:-1] + _VOICELESS.get(short[-1], short[-1]) if short else short


def words(text: str) -> list[str]:
    """The folded words of a text, in order: "(v)so" gives vso and so, "PO-Raad" gives poraad, po and raad.

    "OZAaanvragen" gives oza and aanvragen besides itself, as "OZA-aanvragen" does. A word that bears the mark
    of a footnote, "Raad12", is also found without it.
    """
    opened = _BRACKETS.sub(lambda match: match[1] or match[2], text)
    sources = [opened]
    if opened != text:
        sources.append(" ".join(re.findall(r"\(\w{1,4}\)(\w+)", text)))
    return [word for source in sources for chunk in source.split() for word in _words_of(chunk)]


@lru_cache(maxsize=50_000)
def _words_of(chunk: str) -> tuple[str, ...]:
    """The words of what stands between two white spaces; papers say most of it over and over."""
    joined = _HYPHENATED.sub("", chunk)
    found = [match[0] for match in _WORD.finditer(joined)] if joined != chunk else []
    found += [match[0] for match in _WORD.finditer(chunk)]
    found += [match[1] for match in _MARKED.finditer(chunk)]
    found += [part for match in _ACRONYM.finditer(chunk) for part in match.groups()]
    return tuple(map(fold, found))


def is_put_together(word: str, said: Set[str]) -> bool:
    """Whether a word is two words of a text written as one, with or without an "s" between them: "raadsadvies"."""
    cuts = range(SHORTEST_PART, len(word) - SHORTEST_PART + 1)
    return any(word[:cut] in said and {word[cut:], word[cut:].removeprefix("s")} & said for cut in cuts)


def content_words(text: str) -> list[str]:
    """The folded words of a text that carry content, in order, repeats kept.

    An abbreviation carries content though a word of grammar is spelled so: "het OM", "WÉL in Ontwikkeling".
    """
    short = set() if text.isupper() else {fold(match[0]) for match in _CAPITALS.finditer(text)} & STOP_WORDS
    grammar = STOP_WORDS - short if short else STOP_WORDS
    return [word for word in words(text) if word not in grammar and (len(word) > 1 or word.isdigit())]


def terms(text: str) -> list[str]:
    """The stems of the content words of a text, in order, repeats kept: what is indexed."""
    return [stem(word) for word in content_words(text)]
