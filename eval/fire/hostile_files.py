"""Files that mean harm: bombs, loops, depths and lies in every form that is read, the same ones for the same seed."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Callable
from random import Random

from eval.mutants import ODF_SPACES
from eval.mutants import Mutant as File

Maker = Callable[[int], bytes]  # a size -> the file

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICIAL = "<officiele-publicatie><al>{}</al></officiele-publicatie>"


def hostile(number: int, seed: int) -> File:
    """A hostile file: every kind comes once in a size of its own, and then again in other sizes."""
    name, make = KINDS[number % len(KINDS)]
    size = int(10 ** Random(f"{seed}-{number}").uniform(2, 5))
    stem, _, extension = name.rpartition(".")
    return File(name=f"{stem} ({size})", extension=f".{extension}", data=make(size))


def _zip(parts: dict[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def docx(body: str, **parts: str) -> bytes:
    """A Word document; further parts by their names, each with what its root holds."""
    inside = {"document": f"<w:body>{body}</w:body>", **parts}
    roots = {name: f'<w:{name} xmlns:w="{_WORD}">{content}</w:{name}>' for name, content in inside.items()}
    return _zip({f"word/{name}.xml": root.encode() for name, root in roots.items()})


def _odt(body: str, styles: str = "") -> bytes:
    inside = f"<office:automatic-styles>{styles}</office:automatic-styles><office:body><office:text>{body}"
    content = f"<office:document-content {ODF_SPACES}>{inside}</office:text></office:body></office:document-content>"
    return _zip({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": content.encode()})


def _pdf(objects: list[str | bytes]) -> bytes:
    """A PDF of these objects, numbered from 1, the first of them the catalogue."""
    out, places = bytearray(b"%PDF-1.7\n"), []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        body = content.encode("latin-1") if isinstance(content, str) else content
        out += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, start)
    return bytes(out)


def _stream(content: bytes, more: str = "") -> bytes:
    packed = zlib.compress(content)
    return b"<< /Length %d /Filter /FlateDecode %b >>\nstream\n%b\nendstream" % (len(packed), more.encode(), packed)


_CATALOGUE = "<< /Type /Catalog /Pages 2 0 R >>"
_ONE_PAGE = "<< /Type /Pages /Kids [3 0 R] /Count 1 >>"


def page(content: bytes, resources: str = "", *more: str | bytes) -> bytes:
    """A PDF of one page on which this is drawn; further objects are numbered from 5."""
    leaf = f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources << {resources} >> >>"
    return _pdf([_CATALOGUE, _ONE_PAGE, leaf, _stream(content), *more])


FONT = "/Font << /F 5 0 R >>"  # the resources of a page whose first further object is its font
HELVETICA = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"


def _laughs(size: int) -> bytes:
    """Every entity is ten of the one before it."""
    entities = "".join(f"<!ENTITY e{n} '{f'&e{n - 1};' * 10}'>" for n in range(1, 10))
    return f"<!DOCTYPE x [<!ENTITY e0 'ha'>{entities}]>{_OFFICIAL.format('&e9;' * (size % 9))}".encode()


def _from_outside(size: int) -> bytes:
    entity = "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>"
    return f"{entity}{_OFFICIAL.format('&e;' * (size % 90))}".encode()


def _wide_table(size: int) -> bytes:
    row = '<w:tr><w:tc><w:tcPr><w:gridSpan w:val="999999"/></w:tcPr><w:p/></w:tc></w:tr>'
    return docx(f"<w:tbl>{row * (size // 10)}</w:tbl>")


def _climbing(size: int) -> bytes:
    return _zip({"../" * (size % 50) + "etc/passwd": b"x", "word/document.xml": b"<a/>"})


def _many_attributes(size: int) -> bytes:
    attributes = " ".join(f"a{number}='1'" for number in range(size))
    return f"<officiele-publicatie {attributes}/>".encode()


def _letters_in_letters(size: int) -> bytes:
    parts = (b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(size // 100))
    return b"".join(parts) + b"\nwoord"


def _pages_in_pages(size: int) -> bytes:
    return _pdf([_CATALOGUE, f"<< /Type /Pages /Kids [2 0 R] /Count {size} >>"])


def _many_pages(size: int) -> bytes:
    pages = f"<< /Type /Pages /Kids [{'3 0 R ' * size}] /Count {size} >>"
    return _pdf([_CATALOGUE, pages, "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>"])


def _large_page(size: int) -> bytes:
    box = f"[0 0 {size * 1000} {size * 1000}]"
    return _pdf([_CATALOGUE, _ONE_PAGE, f"<< /Type /Page /Parent 2 0 R /MediaBox {box} >>"])


def _picture_in_itself(_size: int) -> bytes:
    itself = "/XObject << /X 5 0 R >>"
    form = f"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << {itself} >>"
    return page(b"/X Do", itself, _stream(b"/X Do", form))


def _font_in_itself(_size: int) -> bytes:
    font = (
        "<< /Type /Font /Subtype /Type0 /BaseFont /A /Encoding /Identity-H /DescendantFonts [5 0 R] /ToUnicode 5 0 R >>"
    )
    return page(b"BT /F 9 Tf (woord) Tj ET", FONT, font)


def _words_in_one_place(size: int) -> bytes:
    return page(b"BT /F 9 Tf 50 700 Td " + b"(woord) Tj 0 0 Td " * (size // 10) + b"ET", FONT, HELVETICA)


def _columns_without_end(size: int) -> bytes:
    words = (b"1 0 0 1 %d %d Tm (w) Tj " % (n * 37 % 600, n * 61 % 800) for n in range(size // 20))
    return page(b"BT /F 1 Tf " + b"".join(words) + b"ET", FONT, HELVETICA)


def _rules_without_end(size: int) -> bytes:
    return page(b"".join(b"%d 0 m %d 800 l S " % (n % 600, n % 600) for n in range(size // 10)))


def _table_that_loops(_size: int) -> bytes:
    table = b"xref\n0 1\n0000000000 65535 f \ntrailer\n<< /Size 1 /Prev 9 >>\n"
    return b"%PDF-1.7\n" + table + b"startxref\n9\n%%EOF"


def _styles_in_a_ring(size: int) -> bytes:
    ring = "".join(
        f'<w:style w:type="paragraph" w:styleId="s{n}"><w:basedOn w:val="s{(n + 1) % 9}"/></w:style>' for n in range(9)
    )
    return docx('<w:p><w:pPr><w:pStyle w:val="s1"/></w:pPr><w:r><w:t>woord</w:t></w:r></w:p>' * size, styles=ring)


def _notes_that_call_themselves(size: int) -> bytes:
    called = '<w:p><w:r><w:t>woord</w:t><w:footnoteReference w:id="1"/></w:r></w:p>'
    return docx(called * (size // 10), footnotes=f'<w:footnote w:id="1">{called * 9}</w:footnote>')


def _repeated_cells(size: int) -> bytes:
    cell = '<table:table-cell table:number-columns-repeated="9999" table:number-rows-spanned="9999"><text:p>x</text:p>'
    row = f'<table:table-row table:number-rows-repeated="9999">{cell}</table:table-cell></table:table-row>'
    return _odt(f"<table:table>{row * (size // 50)}</table:table>")


def _spaces_by_number(size: int) -> bytes:
    return _odt('<text:p>woord<text:s text:c="999999999"/></text:p>' * size)


def _parents_in_a_ring(size: int) -> bytes:
    ring = "".join(f'<style:style style:name="s{n}" style:parent-style-name="s{(n + 1) % 9}"/>' for n in range(9))
    return _odt('<text:p text:style-name="s1"><text:span text:style-name="s2">woord</text:span></text:p>' * size, ring)


def _rules_of_style(size: int) -> bytes:
    rules = "".join(f"div .a{n} p {{ color: red }}" for n in range(min(size, 5_000)))
    return (
        f"<html><style>{rules}</style><body>{'<div><p class=a1>woord</p></div>' * (size // 10)}</body></html>".encode()
    )


def _fields_in_themselves(size: int) -> bytes:
    catalogue = "<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [5 0 R] >> >>"
    leaf = f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Annots [{'5 0 R ' * (size // 100)}] >>"
    field = "/FT /Tx /T (a) /V (woord) /Type /Annot /Subtype /Widget /Rect [9 9 99 99]"
    return _pdf([catalogue, _ONE_PAGE, leaf, "<< >>", f"<< {field} /Parent 5 0 R /Kids [5 0 R] >>"])


def _letters_without_end(size: int) -> bytes:
    """A table that gives letters to more codes than there are."""
    ranges = b"<0000> <FFFFFFFF> <0041>\n" * (size // 10)
    codes = b"begincmap 1 begincodespacerange <00> <FFFFFFFF> endcodespacerange %d beginbfrange " % (size // 10)
    font = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 6 0 R >>"
    return page(b"BT /F 9 Tf 50 700 Td (woord) Tj ET", FONT, font, _stream(codes + ranges + b"endbfrange endcmap"))


def _letter_that_writes_itself(_size: int) -> bytes:
    font = (
        "<< /Type /Font /Subtype /Type3 /FontBBox [0 0 9 9] /FontMatrix [1 0 0 1 0 0] /FirstChar 97 /LastChar 97 "
        "/Widths [9] /Encoding << /Differences [97 /a] >> /CharProcs << /a 6 0 R >> /Resources << /Font << /F 5 0 R >> "
        ">> >>"
    )
    return page(b"BT /F 9 Tf 50 700 Td (aaa) Tj ET", FONT, font, _stream(b"9 0 d0 BT /F 9 Tf (aaa) Tj ET"))


def _packed_again_and_again(size: int) -> bytes:
    packed = b"q Q " * (size * 100)
    for _ in range(12):
        packed = zlib.compress(packed)
    filters = "/FlateDecode " * 12
    stream = b"<< /Length %d /Filter [%b] >>\nstream\n%b\nendstream" % (len(packed), filters.encode(), packed)
    leaf = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R >>"
    return _pdf([_CATALOGUE, _ONE_PAGE, leaf, stream])


def _one_stream_for_all(size: int) -> bytes:
    streams = "4 0 R " * (size // 10)
    leaf = f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents [{streams}] /Resources << {FONT} >> >>"
    return _pdf([_CATALOGUE, _ONE_PAGE, leaf, _stream(b"BT /F 9 Tf 50 700 Td (woord) Tj ET "), HELVETICA])


def _sectors_in_a_ring(size: int) -> bytes:
    """An OLE file whose folder goes on where it began."""
    none, end_of_list, head = b"\xff" * 4, b"\xfe\xff\xff\xff", bytearray(512)
    head[:8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    head[24:34] = b"\x3e\0\x03\0\xfe\xff\x09\0\x06\0"
    head[44:52] = b"\x01\0\0\0\x01\0\0\0"  # one sector of the table, the folder in sector 1
    head[56:76] = b"\0\x10\0\0" + end_of_list + bytes(4) + end_of_list + bytes(4)
    head[76:512] = bytes(4) + none * 108
    table = b"\xfd\xff\xff\xff" + b"\x01\0\0\0" + none * 126
    return bytes(head) + table + Random(size).randbytes(512)


def _numbered(words: str) -> Maker:
    return lambda size: "".join(words.format(number) for number in range(size // 20)).encode()


def _again(before: str, words: str, after: str = "", every: int = 1) -> Maker:
    """The same words over and over, once for ``every`` of the size."""
    return lambda size: f"{before}{words * (size // every)}{after}".encode()


KINDS: list[tuple[str, Maker]] = [
    ("zip bomb.docx", lambda size: _zip({"word/document.xml": b" " * (size * 1_000)})),
    ("zip bomb.odt", lambda size: _zip({"content.xml": b"<a>" * (size * 300)})),
    ("zip in zip.docx", lambda size: _zip({"word/document.xml": _zip({"a": bytes(size * 100)}) * 20})),
    ("many parts.docx", lambda size: _zip({f"word/{number}.xml": b"" for number in range(size // 2)})),
    ("names that climb.docx", _climbing),
    ("deep tables.docx", lambda size: docx("<w:tbl><w:tr><w:tc>" * size + "</w:tc></w:tr></w:tbl>" * size)),
    ("wide table.docx", _wide_table),
    ("fields in fields.docx", lambda size: docx('<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r></w:p>' * size)),
    ("laughs.xml", _laughs),
    ("from outside.xml", _from_outside),
    ("depth.xml", lambda size: _OFFICIAL.format("<b>" * size + "woord" + "</b>" * size).encode()),
    ("many attributes.xml", _many_attributes),
    ("depth.html", _again("<html><body>", "<div>", "woord")),
    ("tables in tables.html", _again("<html><body>", "<table><tr><td>", "woord", 10)),
    ("endless cell.html", _again("<html><body><table><tr><td colspan=99999 rowspan=99999>x", "<td>y", every=10)),
    ("endless notes.html", _again("<html><body>", "<p>x<sup><a href='#n1' id='n1'>1</a></sup>", every=10)),
    ("pages that hold themselves.pdf", _pages_in_pages),
    ("as many pages as sand.pdf", _many_pages),
    ("a page as large as a land.pdf", _large_page),
    ("stream bomb.pdf", lambda size: page(b"q Q " * (size * 100))),
    ("picture that paints itself.pdf", _picture_in_itself),
    ("font that is its own font.pdf", _font_in_itself),
    ("words in one place.pdf", _words_in_one_place),
    ("columns without end.pdf", _columns_without_end),
    ("rules without end.pdf", _rules_without_end),
    ("table that loops.pdf", _table_that_loops),
    ("depth.rtf", _again("{\\rtf1 ", "{\\b ", "woord")),
    ("bin.rtf", lambda size: b"{\\rtf1 \\bin%d woord}" % (size * 99_999)),
    ("letters in letters.eml", _letters_in_letters),
    ("header without end.eml", _again("Subject: ", "=?utf-8?q?woord?= ", "\n\nwoord")),
    ("one line.txt", _again("", "De gemeente betaalt het vervoer naar Vogelstad en ", every=20)),
    ("one word.txt", _again("", "aaa")),
    ("dots.txt", _again("", ". .")),
    ("numbers.txt", _again("", "1.1 ")),
    ("brackets.txt", _again("", "([“")),
    ("blank lines.txt", _again("", "\n \t", "woord")),
    ("hyphens.txt", _again("", "ge-\n")),
    ("only questions.txt", _numbered("Vraag {}\nWat vindt u?\n")),
    ("only answers.txt", _again("", "Antwoord 1\nZie het antwoord op vraag 1.\n", every=20)),
    ("only notes.txt", _numbered("{0} Kamerstuk 31 497, nr. {0}\n")),
    ("only dates.txt", _again("", "1 januari 2023 tot en met 2 februari 2024, ", every=30)),
    ("only names.txt", _again("", "De leden Van der Vogel (SGP) en De Vis (VVD) vragen ", every=40)),
    ("marks.md", _again("", "*[`")),
    ("front matter.md", _again("---\na: &a [", "*a,", "]\n---\nwoord", 10)),
    ("styles in a ring.docx", _styles_in_a_ring),
    ("notes that call themselves.docx", _notes_that_call_themselves),
    ("cells by number.odt", _repeated_cells),
    ("spaces by number.odt", _spaces_by_number),
    ("parents in a ring.odt", _parents_in_a_ring),
    (
        "lists in lists.odt",
        lambda size: _odt("<text:list><text:list-item>" * size + "</text:list-item></text:list>" * size),
    ),
    ("rules of style.html", _rules_of_style),
    ("fields in themselves.pdf", _fields_in_themselves),
    ("letters without end.pdf", _letters_without_end),
    ("letter that writes itself.pdf", _letter_that_writes_itself),
    ("packed again and again.pdf", _packed_again_and_again),
    ("one stream for all.pdf", _one_stream_for_all),
    ("sectors in a ring.msg", _sectors_in_a_ring),
    ("only speakers.txt", _again("", "De heer **Vogel** (VVD):\nVoorzitter. Ik dank u.\n", every=20)),
    ("only signatures.txt", _again("", "De minister van Vervoer,\n\nA. Vogel\n", every=20)),
    ("only boxes.txt", _again("", "☐ ja ☒ nee ", every=10)),
    ("only gaps.txt", _again("", "[…] 5.1.2e ", every=10)),
    ("only columns.txt", _again("", "a    b    c    d\n", every=10)),
    ("only fields.txt", _again("", "Datum: 1 mei 2023\nBetreft: vervoer\nAan: de Kamer\n", every=30)),
    ("only items.txt", _again("", "a. een\nb. twee\n", every=10)),
    ("only amounts.txt", _again("", "€ 1,5 miljoen en 12,5% van de 41 leerlingen, ", every=30)),
    ("only quotes.txt", _again("", "“a” ‘b’ ")),
    ("only abbreviations.txt", _again("", "a.b.c. ")),
    ("only decisions.txt", _again("", "verzoekt de regering, en gaat over tot de orde van de dag.\n", every=30)),
]
