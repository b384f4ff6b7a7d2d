"""What a paper itself says of how it counted, in the paragraph in which it gives a figure."""

from __future__ import annotations

import re

from assistant.answer import Citation
from assistant.find.sentences import Sentence
from assistant.prove.quotes import quote
from assistant.understand.counts import Count
from index.dutch import fold, terms
from ingest.document import BlockKind
from ingest.sentences import split

_RECKONED = re.compile(
    r"\b(?:gebundeld\w*|samengevoegd\w*|samengenomen|opgesplitst\w*|dubbel\w*|meegeteld|meegerekend|als een|geteld|"
    r"telt|tellen|ingetrokken|teruggetrokken|nagekomen|nagezonden|peildatum|voorlopig\w*|gecorrigeerd\w*|bijgesteld\w*|"
    r"herzien\w*|herrekend\w*|afgerond\w*|inclusief|exclusief)\b"
)


def reckoning(count: Count, sentence: Sentence) -> Citation | None:
    """The first other sentence of the paragraph that tells how that very thing was counted; None if there is none.

    It is the paper's own word on the figure, never our guess at why another paper has another one.
    """
    document, block = sentence.document, sentence.block
    if block.kind is BlockKind.TABLE:
        return None
    for left, right in split(document.text[block.start : block.end]):
        start, end = block.start + left, block.start + right
        text = document.text[start:end]
        own = any(start < other_end and other_start < end for other_start, other_end in sentence.spans)
        if not own and count.thing in terms(text) and _RECKONED.search(fold(text)):
            return quote(document, start, end, block)
    return None
