"""PDF files built byte by byte, so that each test says what stands where."""

from __future__ import annotations

import io
import zlib
from collections.abc import Sequence
from dataclasses import dataclass

from pypdf import PdfReader, PdfWriter

WIDTH, HEIGHT = 595, 842  # points: A4
FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /%s /Encoding /WinAnsiEncoding >>"
PICTURE = (
    b"<< /Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace /DeviceGray"
    b" /BitsPerComponent 8 /Filter /FlateDecode"
)


@dataclass(frozen=True, slots=True)
class Text:
    """Words at a place on a page, in points from the bottom left."""

    words: str
    x: float
    y: float
    size: float = 10
    bold: bool = False
    slanted: bool = False


@dataclass(frozen=True, slots=True)
class Ruled:
    """A line on a page."""

    x: float
    y: float
    to_x: float
    to_y: float


@dataclass(frozen=True, slots=True)
class Drawn:
    """Anything else, in the operators of PDF."""

    operators: str


Item = Text | Ruled | Drawn


def box(x: float, y: float, width: float, height: float, colour: str = "0 0 0") -> Drawn:
    """A filled box of a colour: red, green and blue, each from 0 to 1."""
    return Drawn(f"q {colour} rg {x} {y} {width} {height} re f Q")


def words(text: str, x: float, y: float, *, colour: str = "0 0 0", size: float = 10, mode: int = 0) -> Drawn:
    """Words of a colour, in a mode of drawing: 0 filled, 3 not at all."""
    return Drawn(f"q BT /F1 {size} Tf {colour} rg {mode} Tr {x} {y} Td ({text}) Tj ET Q")


def lines(words: Sequence[str], *, x: float = 80, y: float = 700, size: float = 10, step: float = 12) -> list[Item]:
    """Words in lines under each other."""
    return [Text(line, x, y - number * step, size) for number, line in enumerate(words)]


def make_pdf(pages: Sequence[Sequence[Item]], picture: bytes = b"") -> bytes:
    """A PDF file with these pages; a picture of 96 by 96 grey dots can be drawn on them by the name P."""
    fonts = b"/F1 3 0 R /F2 4 0 R /F3 %s" % (FONT % b"Helvetica-Oblique")
    resources = b"<< /Font << %s >>" % fonts + (b" /XObject << /P 5 0 R >>" if picture else b"") + b" >>"
    drawn = [(resources, b"\n".join(_drawn(item) for item in page)) for page in pages]
    return _file(drawn, _stream(PICTURE % (96, 96), zlib.compress(picture)) if picture else b"null")


def make_ligature(words: str, sign: str, letters: str) -> bytes:
    """A PDF file with a line of words, in whose face a sign stands for several letters: a ligature."""
    code, shown = sign.encode("cp1252").hex(), letters.encode("utf-16-be").hex()
    spaces = "1 begincodespacerange <00> <ff> endcodespacerange"
    mapped = f"begincmap {spaces} 1 beginbfrange <20> <7e> <0020> endbfrange 1 beginbfchar <{code}> <{shown}> endbfchar"
    face = FONT.replace(b" >>", b" /ToUnicode 5 0 R >>") % b"Helvetica"
    return _file([(b"<< /Font << /F1 %s >> >>" % face, _drawn(Text(words, 80, 700)))], _stream(b"<<", mapped.encode()))


def make_scan(gray: bytes, width: int, height: int) -> bytes:
    """A PDF file with one page that is a picture."""
    picture = PICTURE % (width, height)
    draw = b"%d 0 0 %d 0 0 cm /P Do" % (WIDTH, HEIGHT)
    return _file([(b"<< /XObject << /P 5 0 R >> >>", draw)], _stream(picture, zlib.compress(gray)))


def lock_pdf(data: bytes, password: str) -> bytes:
    """The same file, locked."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(data)))
    writer.encrypt(password, algorithm="RC4-128")
    locked = io.BytesIO()
    writer.write(locked)
    return locked.getvalue()


def turn_pdf(data: bytes, degrees: int) -> bytes:
    """The same pages, drawn turned and shown upright, as a table on a page that lies is."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(data)))
    for page in writer.pages:
        page.rotate(degrees).transfer_rotation_to_content()
        page.rotate(-degrees)
    turned = io.BytesIO()
    writer.write(turned)
    return turned.getvalue()


def _drawn(item: Item) -> bytes:
    if isinstance(item, Ruled):
        return b"0.5 w %g %g m %g %g l S" % (item.x, item.y, item.to_x, item.to_y)
    if isinstance(item, Drawn):
        return item.operators.encode("cp1252")
    words = item.words.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
    font = 2 if item.bold else 3 if item.slanted else 1
    return b"BT /F%d %g Tf %g %g Td (%s) Tj ET" % (font, item.size, item.x, item.y, words)


def _file(pages: Sequence[tuple[bytes, bytes]], extra: bytes = b"null") -> bytes:
    first = 6
    kids = b" ".join(b"%d 0 R" % (first + 2 * number) for number in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(pages), kids),
        FONT % b"Helvetica",
        FONT % b"Helvetica-Bold",
        extra,
    ]
    for number, (resources, drawn) in enumerate(pages):
        box = b"/MediaBox [0 0 %d %d]" % (WIDTH, HEIGHT)
        content = first + 2 * number + 1
        objects.append(b"<< /Type /Page /Parent 2 0 R %s /Resources %s /Contents %d 0 R >>" % (box, resources, content))
        objects.append(_stream(b"<<", drawn))
    return _assembled(objects)


def _stream(opening: bytes, content: bytes) -> bytes:
    return opening + b" /Length %d >>\nstream\n" % len(content) + content + b"\nendstream"


def _assembled(objects: Sequence[bytes]) -> bytes:
    data, places = b"%PDF-1.7\n", []
    for number, body in enumerate(objects, start=1):
        places.append(len(data))
        data += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    count = len(objects) + 1
    trailer = b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (count, len(data))
    return data + b"xref\n0 %d\n0000000000 65535 f \n" % count + table + trailer
