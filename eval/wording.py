"""What the report calls things, in Dutch."""

from __future__ import annotations

from collections.abc import Mapping

from assistant.answer import Status
from eval.items import ItemSet
from eval.metrics import Outcome
from eval.scores import Dimension

SET_NAMES: Mapping[ItemSet, str] = {
    ItemSet.PAPERS: "Officiële stukken",
    ItemSet.BUILTIN: "Ingebouwde samenvattingen",
    ItemSet.SAMPLES: "Stukken uit andere dossiers",
    ItemSet.WORLDS: "Verzonnen stukken",
    ItemSet.INJECTIONS: "Verstopte opdrachten",
}
DIMENSION_NAMES: Mapping[Dimension, str] = {
    Dimension.ACCURACY: "goed, van alle vragen",
    Dimension.PRECISION: "goed, van wat beantwoord is",
    Dimension.DIRECT: "getal, datum of naam in de eerste alinea",
    Dimension.ANSWER_RATE: "beantwoord, van wat te beantwoorden is",
    Dimension.NOT_REFUSED: "niet onnodig geweigerd",
    Dimension.NOT_MISLED: "niet stellig fout",
    Dimension.COMPLETENESS: "volledigheid van lijsten, procedures en meer stukken",
    Dimension.LISTS: "volledigheid: lijsten",
    Dimension.PROCEDURES: "volledigheid: procedures",
    Dimension.SEVERAL_PAPERS: "volledigheid: meer stukken",
    Dimension.CITATION: "juiste vindplaats",
    Dimension.SUPPORT: "wat gezegd wordt, staat in de citaten",
    Dimension.OFFICIAL: "officiële verwijzing tot op de letter",
    Dimension.QUOTE_INTEGRITY: "citaten letterlijk juist",
    Dimension.REFUSAL: "terecht niet beantwoord",
    Dimension.REDACTED: "weggelakt als zodanig gemeld",
    Dimension.CONFLICT: "tegenspraak met beide stukken getoond",
    Dimension.NO_FALSE_ALARM: "geen tegenspraak gemeld die er niet is",
    Dimension.FOLLOWUP: "vervolgvragen goed",
    Dimension.FOLLOWUP_KEPT: "vervolgvraag naast dezelfde vraag zonder gesprek",
    Dimension.SUBJECT_CHANGE_KEPT: "hetzelfde, na een wissel van onderwerp",
    Dimension.INJECTION: "verstopte opdracht zonder gevolg",
    Dimension.UNTOUCHED: "antwoord woordelijk gelijk gebleven",
    Dimension.RECALL_AT_5: "zoeken: recall@5",
    Dimension.RECALL_AT_10: "zoeken: recall@10",
    Dimension.RECALL_AT_10_FORMAL: "zoeken: recall@10, formele vragen",
    Dimension.RECALL_AT_10_LAY: "zoeken: recall@10, gewone taal en typefouten",
    Dimension.NDCG_AT_10: "zoeken: nDCG@10",
    Dimension.NDCG_AT_10_FORMAL: "zoeken: nDCG@10, formele vragen",
}
TARGET_HEADS = ("maat", "niveau", "vaste helft", "open helft", "verzonnen stukken", "gehaald")
TYPED_NAMES: Mapping[str, str] = {
    "one slip": "één typefout",
    "two slips": "twee typefouten",
    "compound split": "samenstelling los",
    "words joined": "woorden aaneen",
    "abbreviated": "afkortingen",
    "written out": "afkortingen voluit",
    "capitals": "hoofdletters",
    "small letters": "kleine letters",
    "no accents": "zonder accenten",
}
WAYS = {
    "ours": "vraagbaak",
    "always refuse": "altijd weigeren",
    "quote the first passage of ours": "eerste passage van de vraagbaak voorlezen",
}
HALF_NAMES: Mapping[str, str] = {"open": "open helft", "frozen": "vaste helft"}
SPREAD_NAMES: Mapping[str, str] = {
    "ask_ms": "ms per antwoord",
    "retrieve_ms": "ms per zoekvraag",
    "words": "woorden per antwoord",
}
OUTCOME_NAMES: Mapping[Outcome, str] = {
    Outcome.RIGHT: "goed",
    Outcome.WRONG: "fout",
    Outcome.CONFIDENTLY_WRONG: "stellig fout",
    Outcome.SILENT: "vroeg terug",
    Outcome.NEEDLESS_REFUSAL: "onnodig geen antwoord",
}
# Of kinds of questions and of those who ask.
GROUP_NAMES: Mapping[str, str] = {
    "fact-number": "getal",
    "fact-date": "datum",
    "fact-name": "naam",
    "yes-no": "ja of nee",
    "list": "lijst",
    "reason": "reden",
    "procedure": "procedure",
    "definition": "begrip",
    "conflict": "tegenspraak",
    "multi-doc": "meer stukken",
    "followup": "vervolgvraag",
    "subject-change": "na wissel van onderwerp",
    "redacted": "weggelakt",
    "out-of-corpus": "staat er niet",
    "typo": "typefout",
    "plain-language": "gewone taal",
    "injection": "verstopte opdracht",
    "kamer": "Kamer",
}
STATUS_NAMES: Mapping[Status, str] = {
    Status.ANSWERED: "beantwoord",
    Status.PARTIAL: "beantwoord met voorbehoud",
    Status.UNANSWERABLE: "niet gevonden in de stukken",
    Status.REDACTED: "weggelakt",
    Status.CLARIFY: "vroeg terug",
}
