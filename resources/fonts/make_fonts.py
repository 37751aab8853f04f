#!/usr/bin/env python3
"""Makes Tapeline Sans from Inter: digits are tabular by default, so that columns of numbers do not move.

Qt 6.4 cannot switch the font feature tnum on, so the default digits are replaced by those of tnum here. Only the
scripts the program is written in are kept. Contextual alternates are dropped: they would turn "10x" into another
sign. Needs fontTools (Debian: python3-fonttools) and Inter (Debian: fonts-inter).

    make_fonts.py /usr/share/fonts/opentype/inter .
"""

import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

FAMILY = "Tapeline Sans"
WEIGHTS = ("Regular", "Medium", "SemiBold")
UNICODES = [
    range(0x20, 0x250), range(0x2B0, 0x400), range(0x400, 0x530), range(0x1E00, 0x1F00),
    range(0x2000, 0x2070), range(0x2070, 0x20D0), range(0x2100, 0x2150), range(0x2190, 0x2400),
    range(0x25A0, 0x2600),
]


def tabular_digits(font):
    """What the feature tnum replaces, for digits."""
    table = font["GSUB"].table
    lookups = {index for record in table.FeatureList.FeatureRecord if record.FeatureTag == "tnum"
               for index in record.Feature.LookupListIndex}
    digits = {font.getBestCmap()[code] for code in range(ord("0"), ord("9") + 1)}
    mapping = {}
    for index in lookups:
        for part in table.LookupList.Lookup[index].SubTable:
            part = getattr(part, "ExtSubTable", part)
            mapping.update({a: b for a, b in part.mapping.items() if a in digits})
    assert len(mapping) == 10
    metrics = font["hmtx"]
    width = max(metrics[glyph][0] for glyph in mapping.values())
    for glyph in mapping.values():  # Inter's own differ by a thousandth of an em
        metrics[glyph] = (width, metrics[glyph][1])
    return mapping


def rename(font, weight):
    names = {1: FAMILY if weight == "Regular" else f"{FAMILY} {weight}", 2: "Regular",
             3: f"TapelineSans-{weight}", 4: f"{FAMILY} {weight}",
             6: f"TapelineSans-{weight}", 16: FAMILY, 17: weight}
    table = font["name"]
    table.names = [record for record in table.names if record.nameID in (0, 5, 8, 9, 11, 12, 13, 14)]
    for name_id, text in names.items():
        table.setName(text, name_id, 3, 1, 0x409)
    if "CFF " in font:
        cff = font["CFF "].cff
        cff.fontNames = [f"TapelineSans-{weight}"]
        cff.topDictIndex[0].FamilyName = FAMILY
        cff.topDictIndex[0].FullName = f"{FAMILY} {weight}"


def make(source, target, weight):
    font = TTFont(source)
    mapping = tabular_digits(font)
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap = {code: mapping.get(glyph, glyph) for code, glyph in table.cmap.items()}
    options = subset.Options(layout_features=["kern", "mark", "mkmk", "ccmp", "locl"], name_IDs=["*"],
                             notdef_outline=True, hinting=True)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=[code for block in UNICODES for code in block])
    subsetter.subset(font)
    rename(font, weight)
    font.save(target)


def main():
    source, target = Path(sys.argv[1]), Path(sys.argv[2])
    for weight in WEIGHTS:
        make(source / f"Inter-{weight}.otf", target / f"TapelineSans-{weight}.otf", weight)


if __name__ == "__main__":
    main()
