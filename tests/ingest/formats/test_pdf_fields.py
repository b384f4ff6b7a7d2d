"""What a PDF form holds is read: what is filled in, what is ticked, and the signs of symbol faces."""

from __future__ import annotations

import io
from collections.abc import Mapping

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    NumberObject,
    PdfObject,
    StreamObject,
    TextStringObject,
)

from ingest.formats import pdf
from tests.ingest.formats.made_pdf import Text, make_pdf

FACES = {"Helv": "Helvetica", "ZaDb": "ZapfDingbats"}
DRAWN, HIDDEN = 4, 2  # flags of an annotation: printed, hidden


class Form:
    """A page of words to which fields are added."""

    def __init__(self, words: list[Text]) -> None:
        self._writer = PdfWriter(clone_from=PdfReader(io.BytesIO(make_pdf([words]))))
        self._fields = ArrayObject()
        self._needs_drawing = False

    def text(self, x: float, y: float, words: str, *, drawn: bool = True, flags: int = DRAWN) -> Form:
        named = {"FT": NameObject("/Tx"), "T": TextStringObject(f"veld {x} {y}"), "V": TextStringObject(words)}
        if drawn:
            shown = self._look(f"q BT /Helv 10 Tf 0 g 2 4 Td ({words}) Tj ET Q", 150, 16)
            named["AP"] = DictionaryObject({NameObject("/N"): shown})
        else:
            named["DA"] = TextStringObject("/Helv 10 Tf 0 g")
            self._needs_drawing = True
        return self._field((x, y - 4, x + 150, y + 12), named, flags)

    def box(self, x: float, y: float, *, ticked: bool, radio: bool = False, flags: int = DRAWN) -> Form:
        looks = {
            "/Aan": self._look("q BT /ZaDb 10 Tf 2 2 Td (4) Tj ET Q 0 0 12 12 re S", 12, 12),
            "/Off": self._look("0 0 12 12 re S", 12, 12),
        }
        state = NameObject("/Aan" if ticked else "/Off")
        named = {
            "FT": NameObject("/Btn"),
            "Ff": NumberObject(1 << 15 if radio else 0),
            "T": TextStringObject(f"hokje {x} {y}"),
            "V": state,
            "AS": state,
            "AP": DictionaryObject(
                {NameObject("/N"): DictionaryObject({NameObject(name): look for name, look in looks.items()})}
            ),
        }
        return self._field((x, y - 2, x + 12, y + 10), named, flags)

    def written(self) -> bytes:
        self._writer.pages[0][NameObject("/Annots")] = self._fields
        fonts = DictionaryObject({NameObject(f"/{name}"): _font(face) for name, face in FACES.items()})
        form = DictionaryObject(
            {
                NameObject("/Fields"): self._fields,
                NameObject("/DR"): DictionaryObject({NameObject("/Font"): fonts}),
                NameObject("/NeedAppearances"): BooleanObject(self._needs_drawing),
            }
        )
        self._writer.root_object[NameObject("/AcroForm")] = form
        data = io.BytesIO()
        self._writer.write(data)
        return data.getvalue()

    def _look(self, operators: str, width: float, height: float) -> PdfObject:
        look = StreamObject()
        look.set_data(operators.encode("ascii"))
        fonts = DictionaryObject({NameObject(f"/{name}"): _font(face) for name, face in FACES.items()})
        look.update(
            {
                NameObject("/Type"): NameObject("/XObject"),
                NameObject("/Subtype"): NameObject("/Form"),
                NameObject("/BBox"): ArrayObject(map(FloatObject, (0, 0, width, height))),
                NameObject("/Resources"): DictionaryObject({NameObject("/Font"): fonts}),
            }
        )
        return self._writer._add_object(look)

    def _field(self, place: tuple[float, ...], named: Mapping[str, PdfObject], flags: int) -> Form:
        field = DictionaryObject({NameObject(f"/{name}"): said for name, said in named.items()})
        field[NameObject("/Type")], field[NameObject("/Subtype")] = NameObject("/Annot"), NameObject("/Widget")
        field[NameObject("/Rect")], field[NameObject("/F")] = ArrayObject(map(FloatObject, place)), NumberObject(flags)
        self._fields.append(self._writer._add_object(field))
        return self


def _font(face: str) -> DictionaryObject:
    named = {"Type": "Font", "Subtype": "Type1", "BaseFont": face}
    return DictionaryObject({NameObject(f"/{key}"): NameObject(f"/{name}") for key, name in named.items()})


PAGE = [
    Text("Aanvrager:", 80, 700),
    Text("Vaart de boot?", 80, 660),
    Text("Ja", 165, 660),
    Text("Nee", 215, 660),
    Text("Dit is een gewone regel onder het formulier.", 80, 600),
]


@pytest.mark.parametrize("drawn", [True, False])
@pytest.mark.parametrize("radio", [True, False])
def test_what_is_filled_in_and_ticked_stands_where_a_reader_sees_it(drawn: bool, radio: bool) -> None:
    form = Form(PAGE).text(150, 700, "Gemeente Proefdam", drawn=drawn)
    form.box(150, 660, ticked=False, radio=radio).box(200, 660, ticked=True, radio=radio)
    assert pdf.read(form.written()).text.split("\n\n") == [
        "Aanvrager: Gemeente Proefdam",
        "Vaart de boot? ☐ Ja ☒ Nee",
        "Dit is een gewone regel onder het formulier.",
    ]


def test_a_hidden_field_is_not_read() -> None:
    form = Form(PAGE).text(150, 700, "geheim", flags=HIDDEN).box(150, 660, ticked=True, flags=HIDDEN)
    text = pdf.read(form.written()).text
    assert "geheim" not in text
    assert "☒" not in text


@pytest.mark.parametrize(
    ("face", "letters", "read"),
    [
        ("Wingdings-Regular", "¨þ", "☐ Ja ☒ Nee"),
        ("ABCDEF+Wingdings", "oý", "☐ Ja ☒ Nee"),
        ("Wingdings2", "£R", "☐ Ja ☒ Nee"),
        ("Wingdings", "§Ø", "• Ja • Nee"),
        ("Wingdings", "nl", "• Ja • Nee"),
        ("Wingdings3", "nl", "n Ja l Nee"),
    ],
)
def test_a_letter_of_a_symbol_face_is_the_sign_that_it_shows(face: str, letters: str, read: str) -> None:
    first, second = letters
    items = [
        Text(first, 80, 700, bold=True),
        Text("Ja", 95, 700),
        Text(second, 120, 700, bold=True),
        Text("Nee", 135, 700),
    ]
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(make_pdf([items]))))
    fonts = writer.pages[0]["/Resources"]["/Font"]  # type: ignore[index]
    fonts["/F2"][NameObject("/BaseFont")] = NameObject(f"/{face}")
    data = io.BytesIO()
    writer.write(data)
    assert pdf.read(data.getvalue()).text == read
