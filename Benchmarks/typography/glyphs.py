"""Glyphs of a finished PDF at their places, read back with pdfium. Lengths in points, y from the top of the page."""

import ctypes
from dataclasses import dataclass, field

import pypdfium2
import pypdfium2.raw as pdfium


@dataclass
class Glyph:
    char: str
    x: float  # origin
    y: float  # baseline
    size: float
    advance: float  # what the font says
    ink_left: float
    ink_right: float
    font: str


@dataclass
class Line:
    page: int  # from 1
    number: int  # from 1, among the page's lines of this size
    glyphs: list = field(default_factory=list)

    @property
    def y(self):
        return self.glyphs[0].y

    @property
    def text(self):
        return "".join(glyph.char for glyph in self.glyphs)


def read(path):
    """All glyphs with ink, page by page."""
    document = pypdfium2.PdfDocument(path)
    pages = []
    for page in document:
        height = page.get_height()
        text = page.get_textpage()
        pages.append([glyph for glyph in (_glyph(text.raw, index, height)
                                          for index in range(pdfium.FPDFText_CountChars(text.raw))) if glyph])
    return pages


def _glyph(text, index, height):
    code = pdfium.FPDFText_GetUnicode(text, index)
    if pdfium.FPDFText_IsGenerated(text, index) == 1 or code <= 0x20 or code == 0xA0:
        return None
    x, y = ctypes.c_double(), ctypes.c_double()
    pdfium.FPDFText_GetCharOrigin(text, index, x, y)
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFText_GetMatrix(text, index, matrix)
    size = pdfium.FPDFText_GetFontSize(text, index) * abs(matrix.a)
    loose = pdfium.FS_RECTF()
    pdfium.FPDFText_GetLooseCharBox(text, index, loose)
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    pdfium.FPDFText_GetCharBox(text, index, left, right, bottom, top)
    name = ctypes.create_string_buffer(256)
    pdfium.FPDFText_GetFontInfo(text, index, name, 256, None)
    return Glyph(chr(code), x.value, height - y.value, size, loose.right - loose.left, left.value, right.value,
                 name.value.decode("utf-8", "replace").split("+")[-1])


def lines(pages, smallest, largest):
    """Lines of the type between two sizes, in reading order."""
    result = []
    for number, glyphs in enumerate(pages, 1):
        rows = []
        for glyph in sorted((g for g in glyphs if smallest <= g.size <= largest), key=lambda g: (g.y, g.x)):
            if rows and abs(rows[-1][0].y - glyph.y) < 3:
                rows[-1].append(glyph)
            else:
                rows.append([glyph])
        result += [Line(number, index, sorted(row, key=lambda g: g.x)) for index, row in enumerate(rows, 1)]
    return result
