#!/usr/bin/env python3
"""Turn a file into a C array: embed.py INPUT OUTPUT.c NAME

The array is `const unsigned char lyh_embedded_NAME[]` and its size
`lyh_embedded_NAME_size`; every character of NAME that C does not take becomes `_`.
"""
import re
import sys

source, target, name = sys.argv[1:4]
name = "lyh_embedded_" + re.sub(r"\W", "_", name)
data = open(source, "rb").read()
rows = (data[i : i + 16] for i in range(0, len(data), 16))
body = "\n".join("    " + ", ".join(f"{byte}" for byte in row) + "," for row in rows)
with open(target, "w", encoding="ascii") as out:
    out.write(
        "#include <stddef.h>\n"
        f"extern const unsigned char {name}[];\n"
        f"extern const size_t {name}_size;\n"
        f"const unsigned char {name}[] = {{\n{body}\n    0}};\n"
        f"const size_t {name}_size = {len(data)};\n"
    )
