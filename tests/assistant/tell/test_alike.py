"""Quotes of one section about a bill, told alike."""

from dataclasses import replace

from assistant.answer import Standing
from assistant.prove.quotes import quote, told
from assistant.tell.alike import told_alike
from ingest.document import Document
from tests.assistant.made import paper

WORDS = ("De schipper vaart in het donker met licht.", "Hij moet ook een toeter hebben.", "De kade is nat.")


def headed(heading: str) -> Document:
    """A paper of which the first two paragraphs stand under a heading."""
    made = paper(*WORDS)
    under = tuple(replace(block, path=(heading,)) for block in made.blocks[:2])
    return replace(made, blocks=(*under, made.blocks[2]))


def test_a_section_about_a_bill_is_no_law_in_any_of_its_quotes() -> None:
    document = headed("Wetsvoorstel verlichting")
    statements = [told([quote(document, one.start, one.end, one)], further=True) for one in document.blocks]
    assert [one.citations[0].standing for one in statements] == [
        Standing.ONBEKEND, Standing.WETSVOORSTEL, Standing.ONBEKEND,
    ]  # fmt: skip
    first, second, third = told_alike(statements, {document.identifier: document})
    lead = "Minister Voorbeeld schrijft verder over een wetsvoorstel (toen nog geen wet):"
    assert first.text == f"{lead} “{WORDS[0]}”"
    assert first.citations[0].standing is Standing.WETSVOORSTEL
    assert (second, third) == (statements[1], statements[2])


def test_nothing_changes_where_no_quote_tells_of_a_bill_or_no_heading_names_one() -> None:
    bill, other = headed("Wetsvoorstel verlichting"), headed("Verlichting")
    block = bill.blocks[0]
    alone = [told([quote(bill, block.start, block.end, block)])]
    assert told_alike(alone, {bill.identifier: bill}) == alone
    each = [told([quote(other, one.start, one.end, one)]) for one in other.blocks]
    assert told_alike(each, {other.identifier: other}) == each
