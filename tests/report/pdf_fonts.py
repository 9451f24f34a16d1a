"""Fonts inside a PDF, read by another program (fontTools): each glyph that a page calls is there, and as wide as told.

    python3 tests/report/pdf_fonts.py FILE…

ISO 14289-1, 7.21.4.1 (glyphs), 7.21.5 (widths, within a thousandth of an em), 7.21.6 (the table of codes), 7.21.8.
"""
import io
import os
import re
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

from fontTools.agl import toUnicode  # noqa: E402
from fontTools.cffLib import CFFFontSet  # noqa: E402
from fontTools.pens.basePen import NullPen  # noqa: E402
from fontTools.ttLib import TTFont  # noqa: E402
from pdf_file import PageReader, PdfFile, objects_of, unescaped  # noqa: E402


class Calls(PageReader):
    """Which codes of which font are shown."""
    shown = {}

    def show(self, token):
        data = unescaped(token[1:-1]) if token.startswith(b"(") else \
            bytes.fromhex(re.sub(rb"\s", b"", token[1:-1]).decode())
        ref, font = self.font
        self.shown.setdefault(ref, set()).update(font.codes(data))
        super().show(token)


class Reader(PdfFile):
    reader = Calls


def widths_of(pdf, glyphs):
    if "/Widths" in glyphs:
        return {glyphs["/FirstChar"] + i: width for i, width in enumerate(pdf.value(glyphs["/Widths"]))}
    told, found = pdf.value(glyphs["/W"]), {}
    while told:
        first, held = told[0], pdf.value(told[1])
        if isinstance(held, list):
            found.update({first + i: width for i, width in enumerate(held)})
            told = told[2:]
        else:
            found.update({code: told[2] for code in range(first, held + 1)})
            told = told[3:]
    return found


def in_truetype(data, is_wide):
    """code -> width of its glyph in thousandths of an em, None when there is no such glyph."""
    font = TTFont(io.BytesIO(data))
    order, advances = font.getGlyphOrder(), font["hmtx"].metrics
    tables = font["cmap"].tables if "cmap" in font else []

    def width(code):
        name = order[code] if is_wide and code < len(order) else None
        if not is_wide:
            assert [(one.platformID, one.platEncID) for one in tables] == [(3, 1)], "no table of Unicode"
            name = tables[0].cmap.get(ord(bytes([code]).decode("cp1252")))
        return None if name in (None, order[0]) else advances[name][0] * 1000 / font["head"].unitsPerEm
    return width


def in_cff(data, is_wide):
    fonts = CFFFontSet()
    fonts.decompile(io.BytesIO(data), None)
    font = fonts[0]
    by_letter = {toUnicode(name.split(".")[0]): name for name in font.charset}

    def width(code):
        name = font.charset[code] if is_wide and code < len(font.charset) else None
        if not is_wide:
            name = by_letter.get(bytes([code]).decode("cp1252"))
        if name in (None, ".notdef"):
            return None
        drawing = font.CharStrings[name]
        drawing.draw(NullPen())
        return drawing.width * font.FontMatrix[0] * 1000
    return width


def faults_of(path):
    Calls.shown = {}
    pdf = Reader(objects_of(path))
    assert Calls.shown
    for ref, codes in Calls.shown.items():
        font = pdf.value(ref)
        is_wide = "/DescendantFonts" in font
        glyphs = pdf.value(pdf.value(font["/DescendantFonts"])[0]) if is_wide else font
        held = pdf.get(glyphs, "/FontDescriptor")
        inside = in_truetype if "/FontFile2" in held else in_cff
        width = inside(pdf.stream(held.get("/FontFile2") or held["/FontFile3"]), is_wide)
        told = widths_of(pdf, glyphs)
        for code in sorted(codes):
            real = width(code)
            if real is None:
                yield f"{font['/BaseFont']} has no glyph for {code}"
            elif abs(real - told.get(code, -1000)) > 1:
                yield f"{font['/BaseFont']}: glyph {code} is {real:.1f} wide and told to be {told.get(code)}"


def main():
    found = [f"{path}: {fault}" for path in sys.argv[1:] for fault in faults_of(path)]
    print("\n".join(found))
    sys.exit(len(found) > 0)


main()
