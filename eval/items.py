"""The questions of the evaluation: what is asked, and what a right answer must hold.

The form of a set is a public interface; ``eval/sets/README.md`` tells what each field means.
"""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from enum import StrEnum
from pathlib import Path
from typing import Any, Literal, TypeVar

from assistant.answer import Status

MAX_FRAGMENT_WORDS = 6  # longer ones would copy the papers

_NEEDED = frozenset(("id", "kind", "persona", "question"))
_ID = re.compile(r"[a-z]+(-[a-z]+)*-\d{3,}")
_REFUSALS = {Status.UNANSWERABLE.value: Status.UNANSWERABLE, Status.REDACTED.value: Status.REDACTED}

_Name = TypeVar("_Name", bound=StrEnum)


class ItemError(ValueError):
    """A question set cannot be read, or does not keep to its form."""


class ItemFault(ItemError):
    """One question does not keep to the form.

    Args:
        problem: What is wrong, in English.
        field: Where; "" if the line as a whole is no question.
        number: Of the line, from 1; 0 as long as it is not known.
    """

    def __init__(self, problem: str, field: str, number: int = 0) -> None:
        super().__init__(problem)
        self.field = field
        self.number = number


class NoObject(ItemFault):
    """A line that is no JSON object."""


class ItemSet(StrEnum):
    """Over which papers a question is asked."""

    PAPERS = "papers"
    BUILTIN = "builtin"
    SAMPLES = "samples"  # papers of other dossiers and ministries
    WORLDS = "worlds"  # invented papers, made by ``eval.worlds``
    INJECTIONS = "injections"  # the same papers and questions with orders hidden in them


APART = ("blind", "unseen", "third")  # files that nobody tunes on: asked only by name, so that nobody gets used to them
# Sets that are made anew for every run.
INVENTED = frozenset((ItemSet.WORLDS, ItemSet.INJECTIONS))


class ItemKind(StrEnum):
    """What sort of question it is."""

    FACT_NUMBER = "fact-number"
    FACT_DATE = "fact-date"
    FACT_NAME = "fact-name"
    YES_NO = "yes-no"
    LIST = "list"
    REASON = "reason"
    PROCEDURE = "procedure"
    DEFINITION = "definition"
    CONFLICT = "conflict"
    MULTI_DOC = "multi-doc"
    FOLLOWUP = "followup"
    SUBJECT_CHANGE = "subject-change"  # a turn that leans on a subject that came up after another one
    REDACTED = "redacted"
    OUT_OF_CORPUS = "out-of-corpus"
    TYPO = "typo"
    PLAIN_LANGUAGE = "plain-language"
    INJECTION = "injection"


# Kinds that lean on what was asked before.
TURNS = frozenset((ItemKind.FOLLOWUP, ItemKind.SUBJECT_CHANGE))


class Persona(StrEnum):
    """Who asks."""

    OUDER = "ouder"
    KAMER = "kamer"
    HELPDESK = "helpdesk"


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One question with what a right answer must, and must not, hold."""

    id: str  # "p-fact-number-001"
    set: ItemSet
    kind: ItemKind
    persona: Persona
    question: str
    history: tuple[str, ...] = ()  # earlier questions of the same conversation, oldest first
    rewrite: str = ""  # the question as it would be asked without the conversation; "" if not written
    required: tuple[tuple[str, ...], ...] = ()  # every fact, each in any one of its spellings
    forbidden: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()  # identifiers of the papers that hold the evidence
    places: tuple[str, ...] = ()  # "antwoord 5"; only for places that the paper itself numbers
    evidence: tuple[tuple[str, ...], ...] = ()  # fragments that together mark one right passage
    refusal: Status | None = None  # unanswerable or redacted; None if it must be answered
    note: str = ""

    def __post_init__(self) -> None:
        field, problem = _problem(self)
        if problem:
            raise ItemFault(f"{self.id}: {problem}", field)


def half(item_id: str) -> Literal["open", "frozen"]:
    """Say in which half an item falls.

    Rules and thresholds may be chosen while looking at the open half; the frozen half is only measured.

    Args:
        item_id: The id of an item.

    Returns:
        "frozen" if the first byte of the SHA-256 of the id (UTF-8) is odd, else "open".
    """
    return "frozen" if hashlib.sha256(item_id.encode()).digest()[0] % 2 else "open"


def sampled(items: Sequence[Item], every: int) -> list[Item]:
    """The first of every so many questions of each kind, in their order.

    All conflicts are kept: they say which differences between papers are true.
    """
    seen = Counter[ItemKind]()
    kept = []
    for item in items:
        if item.kind is ItemKind.CONFLICT or seen[item.kind] % every == 0:
            kept.append(item)
        seen[item.kind] += 1
    return kept


def fold(text: str) -> str:
    """Bring a text into the form in which facts and fragments are compared.

    Words broken over a line end are mended (of "VO-raad" the hyphen stays), white space becomes
    single spaces, letters lower case.
    """
    mended = re.sub(r"(?<=[^\W\d_A-Z])-[ \t]*\n\s*(?=[^\W\d_A-Z])", "", unicodedata.normalize("NFC", text))
    mended = re.sub(r"(?<=\w)-[ \t]*\n\s*(?=\w)", "-", mended)
    return " ".join(mended.casefold().split())


def load(path: Path) -> list[Item]:
    """Read a question set, one JSON object per line; empty lines are skipped.

    Args:
        path: A ``.jsonl`` file.

    Returns:
        The items in the order of the file.

    Raises:
        ItemError: The file cannot be read, a line does not keep to the form, or an id occurs twice.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise ItemError(f"cannot read the question set {path}: {error}") from error
    items: dict[str, Item] = {}
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            item = parse(line)
        except ItemFault as error:
            raise type(error)(f"{path.name}, line {number}: {error}", error.field, number) from error
        if item.id in items:
            raise ItemFault(f"{path.name}, line {number}: the id {item.id} occurs twice", "id", number)
        items[item.id] = item
    return list(items.values())


def parse(line: str) -> Item:
    """Read one item from its JSON form.

    Raises:
        ItemError: The line is no JSON object, or a field is missing, unknown or of the wrong type.
    """
    try:
        record = json.loads(line)
    except json.JSONDecodeError as error:
        raise NoObject(f"no JSON: {error}", "") from error
    if not isinstance(record, dict):
        raise NoObject(f"expected a JSON object, not {type(record).__name__}", "")
    known = {field.name for field in fields(Item)}
    missing, unknown = sorted(_NEEDED - record.keys()), sorted(record.keys() - known)
    if missing or unknown:
        raise ItemFault(f"missing fields {missing}, unknown fields {unknown}", (missing + unknown)[0])
    return Item(
        id=_text(record, "id"),
        set=_name(record, "set", ItemSet) if "set" in record else ItemSet.PAPERS,
        kind=_name(record, "kind", ItemKind),
        persona=_name(record, "persona", Persona),
        question=_text(record, "question"),
        history=_each(record, "history", _string),
        rewrite=_string(record.get("rewrite", ""), "rewrite"),
        required=_each(record, "required", _strings),
        forbidden=_each(record, "forbidden", _string),
        documents=_each(record, "documents", _string),
        places=_each(record, "places", _string),
        evidence=_each(record, "evidence", _strings),
        refusal=_refusal(record.get("refusal", False)),
        note=_string(record.get("note", ""), "note"),
    )


def _problem(item: Item) -> tuple[str, str]:
    """The field that makes an item useless, and why; ("", "") if nothing does."""
    long = [fragment for group in item.evidence for fragment in group if len(fragment.split()) > MAX_FRAGMENT_WORDS]
    problems = (
        (not _ID.fullmatch(item.id), "id", 'the id must look like "p-fact-number-001"'),
        (not item.question.strip(), "question", "the question is empty"),
        (item.kind in TURNS and not item.history, "history", f"a {item.kind} needs a history"),
        (item.rewrite and not item.history, "rewrite", "a rewrite without a history rewrites nothing"),
        (long, "evidence", f"a fragment of the evidence has more than {MAX_FRAGMENT_WORDS} words"),
        (_has_gap(item.required), "required", "a fact of required is empty"),
        (_has_gap(item.evidence), "evidence", "a passage of evidence is empty"),
        (item.refusal and item.required, "refusal", "a question to be refused cannot require facts"),
        (not item.refusal and not item.required, "required", "a question to be answered needs required facts"),
        (item.evidence and not item.documents, "documents", "evidence needs documents"),
    )
    return next(((field, problem) for wrong, field, problem in problems if wrong), ("", ""))


def _has_gap(groups: tuple[tuple[str, ...], ...]) -> bool:
    return not all(group and all(text.strip() for text in group) for group in groups)


def _text(record: dict[str, Any], field: str) -> str:
    return _string(record[field], field)


def _name(record: dict[str, Any], field: str, names: type[_Name]) -> _Name:
    try:
        return names(_text(record, field))
    except ValueError as error:
        if isinstance(error, ItemError):
            raise
        raise ItemFault(f"{field} must be one of {[name.value for name in names]}", field) from error


_Part = TypeVar("_Part")


def _each(record: dict[str, Any], field: str, read: Callable[[Any, str], _Part]) -> tuple[_Part, ...]:
    value = record.get(field, [])
    if not isinstance(value, list):
        raise ItemFault(f"{field} must be a list, not {value!r}", field)
    return tuple(read(part, field) for part in value)


def _string(value: Any, field: str) -> str:
    if not isinstance(value, str):
        raise ItemFault(f"{field} must hold text, not {value!r}", field)
    return value


def _strings(value: Any, field: str) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise ItemFault(f"{field} must hold lists of text, not {value!r}", field)
    return tuple(_string(part, field) for part in value)


def _refusal(value: Any) -> Status | None:
    if value is False:
        return None
    if not isinstance(value, str) or value not in _REFUSALS:
        raise ItemFault(f"refusal must be false or one of {sorted(_REFUSALS)}, not {value!r}", "refusal")
    return _REFUSALS[value]
