"""Makes the site's font file: Latin and French typography only, with the narrow no-break space that the original lacks.

    npm pack @fontsource-variable/atkinson-hyperlegible-next@5.3.0 && tar xzf fontsource-variable-*.tgz
    pip install fonttools==4.68.0 brotli
    python3 assets/fonts/subset.py package/files/atkinson-hyperlegible-next-latin-wght-normal.woff2
"""

import pathlib
import sys

from fontTools import subset
from fontTools.ttLib import TTFont

LETTERS = "".join(map(chr, range(0x20, 0x7F))) + "àâäæçéèêëîïôöœùûüÿÀÂÄÆÇÉÈÊËÎÏÔÖŒÙÛÜñóáíú"
SIGNS = "\u00a0\u202f\u2009« »‹›’‘“”…–—•·°×−±²³€§©½¼¾"

font = TTFont(sys.argv[1])
for table in font["cmap"].tables:
    # French typography stands on U+202F: it takes the thin space's glyph.
    if table.isUnicode():
        table.cmap[0x202F] = table.cmap[0x2009]
options = subset.Options(flavor="woff2", layout_features=["kern", "liga", "tnum", "mark", "mkmk", "ccmp", "locl"], hinting=False)
subsetter = subset.Subsetter(options)
subsetter.populate(text=LETTERS + SIGNS)
subsetter.subset(font)
target = pathlib.Path(__file__).with_name("atkinson-hyperlegible-next.woff2")
font.flavor = "woff2"
font.save(target)
missing = [hex(ord(sign)) for sign in LETTERS + SIGNS if ord(sign) not in font.getBestCmap()]
print(target.name, target.stat().st_size, "bytes; without:", missing)
