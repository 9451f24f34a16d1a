#!/usr/bin/env python3
"""Turn the workbench's page into C: embed_page.py OUTPUT.c FILE…

The files become `generated_assets` (src/workbench/assets.h) under /assets/NAME, in the order of
their names. The words that scripts say, t("…") with a plain literal, become `generated_words`.
"""
import os
import re
import sys

TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
}
WORD = re.compile(r'\bt\(\s*("(?:[^"\\]|\\.)*")')


def array(name, data):
    rows = (data[i : i + 16] for i in range(0, len(data), 16))
    body = "\n".join("    " + ", ".join(str(byte) for byte in row) + "," for row in rows)
    return f"static const unsigned char {name}[] = {{\n{body}\n    0}};\n"


def main(target, sources):
    sources = sorted(sources, key=os.path.basename)
    words, arrays, rows = set(), [], []
    for index, source in enumerate(sources):
        data = open(source, "rb").read()
        name = os.path.basename(source)
        kind = os.path.splitext(name)[1]
        arrays.append(array(f"asset_{index}", data))
        rows.append(f'    {{"/assets/{name}", "{TYPES[kind]}", asset_{index}, {len(data)}}},\n')
        if kind == ".js":
            words.update(WORD.findall(data.decode("utf-8")))
    with open(target, "w", encoding="utf-8") as out:
        out.write('#include "workbench/assets.h"\n' + "".join(arrays))
        out.write("const page_asset generated_assets[] = {\n" + "".join(rows) + "};\n")
        out.write(f"const size_t generated_asset_count = {len(rows)};\n")
        out.write("const char *const generated_words[] = {\n")
        out.write("".join(f"    {word},\n" for word in sorted(words)) + "    NULL};\n")
        out.write(f"const size_t generated_word_count = {len(words)};\n")


main(sys.argv[1], sys.argv[2:])
