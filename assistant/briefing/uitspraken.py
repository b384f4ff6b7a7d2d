"""What is said in the papers, by whom and with what weight: promises, moties, views, questions, figures, advice."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache

from assistant.answer import Citation
from assistant.briefing.deadlines import Deadline, day_of_promise, deadline_in
from assistant.briefing.moties import numbers_in, outcome_of, proposed_in, proposes, references_in
from assistant.find.sentences import Sentence, asks, sentences_of
from assistant.prove.quotes import quotes
from assistant.prove.toezeggingen import SAYS, Stage, stage_in
from ingest.document import BlockKind, Document, ReferenceKind, Role
from ingest.typed_values import TypedValue, ValueKind, values

UNKNOWN = "niet af te leiden uit deze stukken"


class Soort(StrEnum):
    """What sort of statement it is."""

    TOEZEGGING = "toezegging"
    MOTIE = "motie"
    AMENDEMENT = "amendement"
    STANDPUNT = "standpunt"
    VRAAG = "vraag"
    CIJFER = "cijfer"
    ADVIES = "ambtelijk advies"


PROPOSALS = frozenset({Soort.MOTIE, Soort.AMENDEMENT})  # what the Kamer votes on
_SORT_OF = {ReferenceKind.MOTIE: Soort.MOTIE, ReferenceKind.AMENDEMENT: Soort.AMENDEMENT}


@dataclass(frozen=True, slots=True, kw_only=True)
class Uitspraak:
    """One sentence of a paper that says something of one or more sorts."""

    sentence: Sentence
    soorten: tuple[Soort, ...]  # what it is first of all comes first
    citations: tuple[Citation, ...]  # the sentence word for word; two when a footnote of a lost page cuts it
    deadline: Deadline | None = None  # of a promise
    stage: Stage | None = None  # of a promise
    promised: date | None = None  # when a promise was made that this sentence only recalls, if it says so
    outcome: str = ""  # of a motie or an amendement, as far as the sentence says so
    moties: tuple[str, ...] = ()  # official numbers of those that it names, also in its footnote
    fate: str = ""  # the status of its motie in the newest paper that tells one; "" until a timeline compared them

    @property
    def document(self) -> Document:
        """The paper."""
        return self.sentence.document

    @property
    def day(self) -> date | None:
        """When it was said: a question when it was asked, a recalled promise when it was made if the paper tells."""
        if self.promised:
            return self.promised
        asked = self.document.kamervragen
        is_asked = asked is not None and asks(self.sentence.block)
        return asked.sent if asked and is_asked and asked.sent else self.document.date

    @property
    def start(self) -> int:
        """Where it begins in the canonical text."""
        return self.sentence.spans[0][0]

    @property
    def status(self) -> str:
        """What the papers show of what came of it; said so where they do not."""
        if self.fate:
            return self.fate
        if self.outcome:
            return f"{self.outcome} volgens {self.who}" if asks(self.sentence.block) and self.who else self.outcome
        return Stage.MET.value if self.stage is Stage.MET else UNKNOWN

    @property
    def who(self) -> str:
        """Who says it, with the office of that moment; "" if the paper does not tell."""
        speaker, sender = self.sentence.block.speaker, self.document.sender
        if speaker.role is Role.BEWINDSPERSOON and sender:
            surname = speaker.name.split()[-1:] or [""]
            if surname[0].casefold() in sender.casefold():
                return sender
        return speaker.name


_VIEW = re.compile(
    r"\b(?:ik|wij|we) (?:\w+ ){0,2}?(?:vind|vinden|wil|willen|acht|achten|onderschrijf|onderschrijven|deel|delen|steun|"
    r"steunen|ben van mening|zijn van mening|kies|kiezen|zet in|zetten in|hecht|hechten|betreur|betreuren|waardeer|"
    r"geloof|ondersteun|ben het|ben voornemens|zijn voornemens|ben bereid|ben niet bereid|streef|streven|zie)\b|"
    r"\b(?:vind|wil|acht|onderschrijf|deel|steun|kies|hecht|betreur|waardeer|ondersteun|streef|zie) ik\b|"
    r"\b(?:vinden|willen|achten|onderschrijven|delen|steunen|kiezen|hechten|streven|zien) (?:wij|we)\b|"
    r"\b(?:wat mij betreft|mijns inziens|naar mijn mening|mijn inzet|ik zet (?:mij )?\w* ?in|van belang dat|"
    r"het kabinet (?:vindt|wil|kiest|acht|hecht|deelt|onderschrijft))\b",
    re.IGNORECASE,
)
_ADVICE = re.compile(
    r"\b(?:advis\w+|adviezen|advies|wij stellen (?:u )?voor|stellen wij (?:u )?voor|voorgesteld wordt|wordt gevraagd|"
    r"verzoeken (?:wij )?u|(?:gaat u|bent u) (?:\w+ )?akkoord|akkoord te gaan|in te stemmen|raden (?:wij )?(?:u )?aan|"
    r"kernboodschap|risico'?s?|ons voorstel|voorstel is)\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=4096)
def uitspraken_of(document: Document) -> tuple[Uitspraak, ...]:
    """The statements in a paper, in their order."""
    return tuple(found for sentence in sentences_of(document) if (found := _read(sentence)))


def _read(sentence: Sentence) -> Uitspraak | None:
    document, cited = sentence.document, quotes(sentence)
    text = " ".join(" ".join(citation.shown for citation in cited).split())  # no mark of a footnote is a figure
    stage = stage_in(document, sentence.block, text)
    soorten = _soorten(sentence, text, stage)
    if not soorten:
        return None
    return Uitspraak(
        sentence=sentence,
        soorten=soorten,
        citations=cited,
        # "Dit najaar" of an earlier letter is not the autumn of this one.
        deadline=deadline_in(text, document.date if stage is Stage.MADE else None) if stage else None,
        stage=stage,
        promised=day_of_promise(text, document.date) if stage is Stage.RECALLED else None,
        outcome=outcome_of(text) if PROPOSALS & set(soorten) else "",
        moties=numbers_in(sentence) if PROPOSALS & set(soorten) else (),
    )


def _soorten(sentence: Sentence, text: str, stage: Stage | None) -> tuple[Soort, ...]:
    block = sentence.block
    found = [Soort.TOEZEGGING] if stage else []
    found += _proposals(sentence, text)
    if asks(block):
        return (*found, Soort.VRAAG) if text.endswith("?") else tuple(found)
    if block.kind not in SAYS:
        return tuple(found)
    if block.speaker.role is Role.AMBTELIJK and _ADVICE.search(text):
        found.append(Soort.ADVIES)
    if block.speaker.role is Role.BEWINDSPERSOON and not stage and _VIEW.search(text):
        found.append(Soort.STANDPUNT)
    if any(_is_figure(value) for value in values(text, sentence.document.date)):
        found.append(Soort.CIJFER)
    return tuple(found)


def _is_figure(value: TypedValue) -> bool:
    """Whether a value is a figure to quote: money, a share, or a count in digits; "drie actielijnen" is none."""
    if value.kind is ValueKind.COUNT:
        return bool(value.value) and any(letter.isdigit() for letter in value.text)
    return value.kind in {ValueKind.AMOUNT, ValueKind.PERCENTAGE} and bool(value.value)


def _proposals(sentence: Sentence, text: str) -> list[Soort]:
    """What it speaks of that the Kamer votes on; a footnote that only gives the number belongs to its sentence."""
    title = sentence.document.title
    if proposes(title, text):
        named = proposed_in(title, ())
    elif sentence.block.kind is BlockKind.FOOTNOTE and sentence.block.context and not outcome_of(text):
        return []
    else:
        named = proposed_in(text, references_in(sentence))
    return [sort for kind, sort in _SORT_OF.items() if kind in named]
