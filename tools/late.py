#!/usr/bin/env python3
"""Make a library be opened when it is first used: late.py NAMES.txt PROGRAM OUTPUT.h OUTPUT.c

NAMES.txt says after `library` what to open, after `include` the headers that declare it, and then, a name a line, what
is used of it and of what it brings along. OUTPUT.h declares all of that: who includes it calls the functions as
ever, and the first such call opens the library (lyhord/base/late.h). PROGRAM is linked with the library, and so tells
under which name the loader knows it.
"""
import os
import re
import subprocess
import sys

HEADER = """\
/* Made by tools/late.py of {source}. */
#ifndef {guard}
#define {guard}

{includes}

struct {table} {{
{members}
}};
extern struct {table} {table}_found;
void {table}_open(void);

static inline const struct {table} *{table}(void)
{{
    if (!{table}_found.{first})
        {table}_open();
    return &{table}_found;
}}

{names}

#endif
"""

SOURCE = """\
/* Made by tools/late.py of {source}. */
#include "{header}"

#include <lyhord/base/late.h>

struct {table} {table}_found;

static const char *const wanted[] = {{
{quoted}
}};

void {table}_open(void)
{{
    lyh_late_open("{soname}", wanted, sizeof wanted / sizeof *wanted, &{table}_found);
}}
"""


def read(path):
    said = {"library": [], "include": []}
    names = []
    for line in open(path, encoding="utf-8"):
        words = line.split("#")[0].split()
        if words and words[0] in said:
            said[words[0]] += words[1:]
        else:
            names += words
    return said["library"][0], said["include"], names


def soname_of(library, program):
    told = subprocess.run(["readelf", "-dW", program], capture_output=True, text=True, check=True).stdout
    (found,) = re.findall(rf"NEEDED.*\[({re.escape('lib' + library)}\.so[.\d]*)\]", told)
    return found


def main(source, program, header, target):
    library, includes, names = read(source)
    table = os.path.splitext(os.path.basename(source))[0]
    told = {
        "source": os.path.basename(source),
        "header": os.path.basename(header),
        "guard": f"LYHORD_{table.upper()}_H",
        "table": table,
        "soname": soname_of(library, program),
        "first": names[0],
        "includes": "\n".join(f"#include <{name}>" for name in includes),
        "members": "\n".join(f"    __typeof__({name}) *{name};" for name in names),
        "names": "\n".join(f"#define {name} (*{table}()->{name})" for name in names),
        "quoted": "\n".join(f'    "{name}",' for name in names),
    }
    with open(header, "w", encoding="utf-8") as out:
        out.write(HEADER.format(**told))
    with open(target, "w", encoding="utf-8") as out:
        out.write(SOURCE.format(**told))


main(*sys.argv[1:])
