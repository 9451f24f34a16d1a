"""Reads .po and .pot files: the little of the format that xgettext and msgmerge write."""
import re

FIELD = re.compile(r'^(msgctxt|msgid_plural|msgid|msgstr(?:\[\d\])?)?\s*"(.*)"$')
ESCAPE = re.compile(r"\\(.)")


class Entry:
    """One message: where it comes from, its flags, and its fields as plain text."""

    def __init__(self):
        self.flags, self.fields, self.is_obsolete = set(), {}, False

    @property
    def key(self):
        return self.fields.get("msgctxt"), self.fields["msgid"]

    @property
    def ids(self):
        return [self.fields[name] for name in ("msgid", "msgid_plural") if name in self.fields]

    @property
    def translations(self):
        return [text for name, text in self.fields.items() if name.startswith("msgstr")]

    def add_line(self, line, field):
        """Take one line of the entry; returns the field that a next line may go on with."""
        if line.startswith("#~"):
            self.is_obsolete = True
            line = line[2:].strip()
        if line.startswith("#,"):
            self.flags |= {flag.strip() for flag in line[2:].split(",")}
        found = None if line.startswith("#") else FIELD.match(line)
        if not found:
            return field
        field = found[1] or field
        text = ESCAPE.sub(lambda sign: {"n": "\n", "t": "\t"}.get(sign[1], sign[1]), found[2])
        self.fields[field] = self.fields.get(field, "") + text
        return field


def read(path):
    """Every entry of the file but its header."""
    entries = []
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        entry, field = Entry(), None
        for line in block.splitlines():
            field = entry.add_line(line, field)
        if entry.fields.get("msgid"):
            entries.append(entry)
    return entries
