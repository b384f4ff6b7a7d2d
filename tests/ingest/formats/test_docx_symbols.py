"""Boxes that Word draws: with a symbol face, or with a form field."""

from __future__ import annotations

import pytest
from lxml import etree

from ingest.formats.docx_symbols import form_box, symbol

WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


@pytest.mark.parametrize(
    ("font", "char", "shown"),
    [
        ("Wingdings", "F0FE", "☒"),
        ("Wingdings", "F0A8", "☐"),
        ("wingdings", "6F", "☐"),
        ("Wingdings 2", "F052", "☒"),
        ("Wingdings 2", "F0A3", "☐"),
        ("Wingdings", "F04A", ""),
        ("Symbol", "F0FE", ""),
        ("Wingdings", "", ""),
    ],
)
def test_symbols_that_are_boxes_are_read(font: str, char: str, shown: str) -> None:
    assert symbol(etree.fromstring(f'<w:sym {WORD} w:font="{font}" w:char="{char}"/>')) == shown


@pytest.mark.parametrize(
    ("box", "shown"),
    [
        ("<w:checkBox><w:default w:val='0'/><w:checked/></w:checkBox>", "☒"),
        ("<w:checkBox><w:default w:val='1'/></w:checkBox>", "☒"),
        ("<w:checkBox><w:default w:val='1'/><w:checked w:val='0'/></w:checkBox>", "☐"),
        ("<w:checkBox/>", "☐"),
        ("<w:textInput/>", ""),
    ],
)
def test_form_fields_that_can_be_ticked_are_read(box: str, shown: str) -> None:
    field = etree.fromstring(f"<w:fldChar {WORD} w:fldCharType='begin'><w:ffData>{box}</w:ffData></w:fldChar>")
    assert form_box(field) == shown
