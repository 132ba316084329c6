#!/usr/bin/env python3
"""Makes the two faces of the field that messages are written in, resources/kith/ui/fonts/KithField-*.

A JavaFX text control draws its text with one font and can't hold pictures. So the field holds a sign
for each emoji, and in these faces all signs are blank and as wide as the picture that is laid over
them (kith.ui.composer.EmojiSigns has the same list). The letters are those of Inter, and for text
with words from right to left those of DejaVu Sans; what the field has no use for is left out.

Needs fontTools 4.66 and Debian's fonts-dejavu-core 2.37:
    packaging/fonts/make.py
"""
from pathlib import Path

from fontTools import subset
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

FONTS = Path(__file__).resolve().parents[2] / "resources/kith/ui/fonts"
DEJAVU = Path("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf")

# Only what DejaVu Sans has, too: where a font lacks a letter, JavaFX would find the blank one.
SIGNS = [
    *range(0x4DC0, 0x4E00), *range(0x22A0, 0x22C4), *range(0x22C7, 0x22EF), *range(0x22F0, 0x2300),
    *range(0x21AB, 0x21D0), *range(0x21D5, 0x2200), *range(0x27F0, 0x2800), *range(0x2500, 0x25A0),
]
WIDTH = 1.375  # em
BLANK = "kith.blank"
DEJAVU_LETTERS = [
    *range(0x20, 0x250), *range(0x2B0, 0x530), *range(0x590, 0x700), *range(0x750, 0x800),
    *range(0x1E00, 0x2900), *range(0xFB00, 0xFE00), *range(0xFE00, 0xFF00), 0xFFFD,
]


def make(source: Path, target: str, family: str, letters, features):
    font = TTFont(source, recalcTimestamp=False)
    options = subset.Options(layout_features=features, name_IDs=["*"], notdef_outline=True,
                             glyph_names=False, hinting=True, legacy_kern=False,
                             drop_tables=["FFTM", "MATH", "kern"])
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=set(letters or font.getBestCmap()) - set(SIGNS))
    cutter.subset(font)
    add_blank(font)
    rename(font, family)
    font.save(FONTS / target)


def add_blank(font: TTFont):
    width = round(WIDTH * font["head"].unitsPerEm)
    if "CFF " in font:
        cff = font["CFF "].cff.topDictIndex[0]
        char = T2CharStringPen(width - cff.Private.nominalWidthX, None).getCharString(
            private=cff.Private, globalSubrs=cff.GlobalSubrs)
        cff.CharStrings.charStringsIndex.append(char)
        cff.CharStrings.charStrings[BLANK] = len(cff.CharStrings.charStringsIndex) - 1
        cff.charset.append(BLANK)
        font.setGlyphOrder(cff.charset)
    else:
        font["glyf"][BLANK] = TTGlyphPen(None).glyph()
        font.setGlyphOrder(font["glyf"].glyphOrder)
    font["hmtx"][BLANK] = (width, 0)
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap.update((sign, BLANK) for sign in SIGNS)


def rename(font: TTFont, family: str):
    plain = family.replace(" ", "")
    words = {1: family, 2: "Regular", 3: plain + "-Regular", 4: family, 6: plain + "-Regular"}
    font["name"].names = [n for n in font["name"].names if n.nameID in (0, 5, 13, 14)]
    for key, value in words.items():
        font["name"].setName(value, key, 3, 1, 0x409)
    if "CFF " in font:
        cff = font["CFF "].cff
        cff.fontNames = [plain + "-Regular"]
        cff.topDictIndex[0].FamilyName = family
        cff.topDictIndex[0].FullName = family


make(FONTS / "Inter-Regular.otf", "KithField.otf", "Kith Field", None, ["ccmp", "mark", "mkmk"])
make(DEJAVU, "KithFieldBidi.ttf", "Kith Field Bidi", DEJAVU_LETTERS, ["*"])
