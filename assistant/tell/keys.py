"""Which rows of a table a question may mean that names them by an abbreviation: "zml" is not told what "zmlk" has."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass

from simplemma import is_known

from assistant.find.evidence import Evidence
from assistant.find.sentences import Span
from assistant.tell.cells import rows_of_table
from assistant.tell.lists import head_of_table
from assistant.tell.tables import cut
from assistant.understand.question import Question
from index.dutch import stem, words
from index.query import written_out_stems
from ingest.document import Block, BlockKind, Document
from ingest.formats.table_rows import is_value

NEAR = 3  # sentences, best first, one of which is a row where a row is asked for
LONGEST = 5  # letters of an abbreviation
_UNLISTED = frozenset(  # words that the word list lacks, and short forms of words that name no row
    "eraf erbij erin erna vs zn max mln mld incl excl evt ong bijv mnd nvt tav ivm obv tgv mbt dmv vd vh blz".split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Rows:
    """The rows of one table, with what stands above them."""

    document: Document
    keys: dict[int, frozenset[str]]  # by the start of a row, the folded words of its cells that are no figures
    above: frozenset[str]  # the words of heads, headings and title, which go for every row


def of_its_row(question: Question, evidence: Sequence[Evidence]) -> tuple[list[Evidence], str]:
    """The sentences that may be meant; and the abbreviation that a table of the best paper lacks, and it too, or "".

    Where none of the best sentences is a row of a table no row is asked for, and nothing is said to be lacking.

    A row of a table whose rows are named by abbreviations stays if its keys, or what stands above it, hold those of the
    question, also written out. Where no row has one of them none stays, unless the paper speaks of it outside the table
    and no key is that word with more letters. All that is no such row is left as it is.
    """
    tables: dict[tuple[str, Span], tuple[Set[int], str]] = {}
    left: list[Evidence] = []
    lacking = ""
    of_a_row = any(one.block.kind is BlockKind.TABLE for one in evidence[:NEAR])
    for one in evidence:
        head = head_of_table(one.document, one.block) if _has_cells(one) else []
        if head:
            table = one.document.identifier, head[0]
            if table not in tables:
                rows = _rows(one.document, one.block, head[0])
                tables[table] = _fitting(rows, [word for word in question.words if _may_name(word, rows)])
            fitting, unknown = tables[table]
            if one.block.start not in fitting:
                lacking = lacking or (unknown if one.document is evidence[0].document and of_a_row else "")
                continue
        left.append(one)
    near = (one for one in left if one.document is evidence[0].document)
    said = lacking and any(_is_said(lacking, set(words(one.text))) for one in near)
    return left, "" if said else lacking


def _has_cells(one: Evidence) -> bool:
    """Whether a sentence is a row whose cells are told apart; in text without them a key is a word as any other."""
    return one.block.kind is BlockKind.TABLE and len(cut(one.document.text[one.block.start : one.block.end])) > 1


def _rows(document: Document, row: Block, head: Span) -> _Rows:
    mates = rows_of_table(document, row, head)
    return _Rows(
        document=document,
        keys={block.start: _keys(document.text[block.start : block.end]) for block in mates},
        above=frozenset(words(" ".join([document.title, *row.path, document.text[slice(*head)]]))),
    )


def _keys(row: str) -> frozenset[str]:
    return frozenset(word for cell in cut(row) if not is_value(cell) for word in words(cell))


def _may_name(word: str, rows: _Rows) -> bool:
    """Whether a word of a question may name a row of a table: an abbreviation, where rows are named by such."""
    short = [key for keys in rows.keys.values() for key in keys if is_abbreviation(key)]
    return bool(short) and (is_abbreviation(word) or any(_is_longer(key, word) for key in short))


def is_abbreviation(word: str) -> bool:
    """Whether a folded word is short and none that Dutch has."""
    return 1 < len(word) <= LONGEST and word.isalpha() and not is_known(word, lang="nl") and word not in _UNLISTED


def _is_longer(key: str, word: str) -> bool:
    return len(word) > 1 and key != word and (key.startswith(word) or key.endswith(word))


def _fitting(rows: _Rows, named: Sequence[str]) -> tuple[Set[int], str]:
    """Where the rows begin that may be meant, and an abbreviation that bars them all."""
    borne = {start: {word for word in named if _is_said(word, keys | rows.above)} for start, keys in rows.keys.items()}
    known = set[str]().union(*borne.values())
    for word in named:
        longer = any(_is_longer(key, word) for keys in rows.keys.values() for key in keys)
        if word not in known and (longer or not _is_said(word, _outside_tables(rows.document))):
            return set(), word
    whole = {start for start, held in borne.items() if held == known}
    return whole or {start for start, held in borne.items() if held}, ""


def _is_said(word: str, held: Set[str]) -> bool:
    spelled = written_out_stems(word)
    if word in held or not spelled:
        return word in held
    stems = {stem(one) for one in held}
    return any(each <= stems for each in spelled)


def _outside_tables(document: Document) -> frozenset[str]:
    blocks = (block for block in document.blocks if block.kind is not BlockKind.TABLE)
    return frozenset(word for block in blocks for word in words(document.text[block.start : block.end]))
