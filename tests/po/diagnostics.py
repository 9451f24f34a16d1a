"""Finds the codes of diagnostics in the sources, and the pages of help about them."""
import re

CALL = re.compile(r"\blyh_diags_(?:error|warning|note)\s*\(")
COMMENT = re.compile(r"/\*.*?\*/", re.S)
LITERAL = re.compile(r'^"([^"\\]*)"$')
MEMBER = re.compile(r"^(\w+)\[\w+\]\.code$")
PAGE = re.compile(r'\{\s*"([^"]+)",\s*N_\(')
TOKEN = re.compile(r'"(?:\\.|[^"\\])*"|\'(?:\\.|[^\'\\])+\'|[()\[\]{},]|[^"\'()\[\]{},]+', re.S)


def arguments(text, at):
    """The arguments of the call whose parenthesis opens at @at."""
    found, depth = [""], 0
    for match in TOKEN.finditer(text, at):
        token = match[0]
        depth += (token in "([{") - (token in ")]}") if len(token) == 1 else 0
        if depth == 0:
            break
        if token == "," and depth == 1:
            found.append("")
        elif match.start() > at:
            found[-1] += token
    return [argument.strip() for argument in found]


def codes_of_table(text, name):
    """The first string of every row of the table called @name."""
    start = re.search(r"\b" + name + r"\[[^\]]*\]\s*=\s*", text)
    if not start:
        return []
    rows = arguments(text, start.end())
    return [found[1] for row in rows if (found := re.search(r'\{\s*"([^"]*)"', row))]


def used(folder):
    """({code: where it is first used}, [calls whose code cannot be told])."""
    codes, puzzles = {}, []
    for path in sorted(folder.rglob("*.c")):
        text = COMMENT.sub(lambda c: re.sub(r"[^\n]", " ", c[0]), path.read_text(encoding="utf-8"))
        for call in CALL.finditer(text):
            where = f"{path.relative_to(folder)}:{text.count(chr(10), 0, call.start()) + 1}"
            code = arguments(text, call.end() - 1)[1]
            if code == "const char *code":  # the functions themselves
                continue
            literal, member = LITERAL.match(code), MEMBER.match(code)
            found = [literal[1]] if literal else codes_of_table(text, member[1]) if member else []
            if not found:
                puzzles.append(f"{where}: {code}")
            for each in found:
                codes.setdefault(each, where)
    return codes, puzzles


def pages(path):
    """The names of the pages in the table of @path, in its order."""
    return PAGE.findall(path.read_text(encoding="utf-8"))
