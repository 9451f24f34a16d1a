"""A PDF as `qpdf --json` tells it: its objects, what is drawn on its pages, its structure tree.

Just what the program's own files need. It knows nothing of the code that wrote them.
"""
import base64
import json
import re
import subprocess
import zlib

TOKEN = re.compile(
    rb"\((?:[^()\\]|\\.|\((?:[^()\\]|\\.)*\))*\)|<<|>>|<[0-9A-Fa-f\s]*>|[\[\]]"
    rb"|/[^\s()<>\[\]/%]*|[^\s()<>\[\]/]+", re.S)
ESCAPES = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f", b"\n": b""}
# What PDFDocEncoding (ISO 32000-1, D.2) has where Latin-1 has controls.
PDFDOC = dict(zip(range(0x80, 0x9F), "•†‡…—–ƒ⁄‹›−‰„“”‘’‚™ﬁﬂŁŒŠŸŽıłœšž"))
PDFDOC[0xA0] = "€"
PAINTING = {"f", "F", "f*", "S", "s", "B", "B*", "b", "b*", "Do", "sh", "Tj", "TJ", "'", '"', "BI"}


def objects_of(path):
    """{"obj:3 0 R": {"value": …} or {"stream": …}, "trailer": …} of the file at @path."""
    told = subprocess.run(
        ["qpdf", "--json=2", "--json-key=qpdf", "--json-stream-data=inline",
         "--decode-level=generalized", path], stdout=subprocess.PIPE, check=True)
    header, objects = json.loads(told.stdout)["qpdf"]
    objects["header"] = header
    return objects


def unescaped(literal):
    """The bytes that a string in brackets stands for."""
    def one(match):
        sign = match.group(1)
        return bytes([int(sign, 8)]) if sign[:1].isdigit() else ESCAPES.get(sign, sign)
    return re.sub(rb"\\([0-7]{1,3}|.)", one, literal, flags=re.S)


class Drawn:
    """What stands between one BDC and its EMC, or between two of them; `tag` None: in none."""

    def __init__(self, page, tag, mcid, outer):
        self.page, self.tag, self.mcid = page, tag, mcid
        self.around = [one.tag for one in outer]
        self.owner = next((one for one in reversed(outer) if one.mcid is not None), None)
        self.text = ""
        self.lines = set()  # baselines, in points from the page's upper edge
        self.sizes = set()  # points of its text, where nothing is scaled
        self.paints = False
        self.has_actual_text = False
        self.unknown = []  # (font, code) that no text stands for


class Font:
    def __init__(self, pdf, ref):
        self.dict = pdf.value(ref)
        self.is_wide = self.dict.get("/Subtype") == "/Type0"
        self.texts = self.read_map(pdf.stream(self.dict["/ToUnicode"])) \
            if "/ToUnicode" in self.dict else {}

    @staticmethod
    def read_map(cmap):
        texts = {}

        def text(hexes):
            return bytes.fromhex(hexes.decode()).decode("utf-16-be")
        for part in re.findall(rb"beginbfchar(.*?)endbfchar", cmap, re.S):
            for code, to in re.findall(rb"<(\w+)>\s*<(\w+)>", part):
                texts[int(code, 16)] = text(to)
        for part in re.findall(rb"beginbfrange(.*?)endbfrange", cmap, re.S):
            for first, last, to in re.findall(rb"<(\w+)>\s*<(\w+)>\s*<(\w+)>", part):
                for i in range(int(last, 16) - int(first, 16) + 1):
                    base = text(to)
                    texts[int(first, 16) + i] = base[:-1] + chr(ord(base[-1]) + i)
            for first, several in re.findall(rb"<(\w+)>\s*<\w+>\s*\[([^\]]*)\]", part):
                for i, to in enumerate(re.findall(rb"<(\w+)>", several)):
                    texts[int(first, 16) + i] = text(to)
        return texts

    def codes(self, data):
        if not self.is_wide:
            return list(data)
        return [data[i] << 8 | data[i + 1] for i in range(0, len(data) - 1, 2)]


class Node:
    """An element of the structure tree."""

    def __init__(self, ref, value, above):
        self.ref, self.value, self.above = ref, value, above
        self.tag = value.get("/S", "")[1:]
        self.kids = []      # Node, or (page ref, mcid)
        self.objects = []   # refs of annotations

    def walk(self):
        yield self
        for kid in self.kids:
            if isinstance(kid, Node):
                yield from kid.walk()

    def nodes(self, *tags):
        return [node for node in self.walk() if node.tag in tags]

    def below(self):
        return [kid for kid in self.kids if isinstance(kid, Node)]

    def content(self):
        """(page ref, mcid) of everything in it, in reading order."""
        for kid in self.kids:
            if isinstance(kid, Node):
                yield from kid.content()
            else:
                yield kid


class PdfFile:
    reader = None  # what follows the operators of a page; PageReader

    def __init__(self, objects):
        self.objects = objects
        self.trailer = objects["trailer"]["value"]
        self.root = self.value(self.trailer["/Root"])
        self.pages = list(self.page_refs(self.root["/Pages"]))
        self.fonts = {}
        self.drawn = [drawn for page in self.pages for drawn in self.read_page(page)]
        self.by_mcid = {}
        for drawn in self.drawn:
            if drawn.mcid is not None:
                self.by_mcid.setdefault((drawn.page, drawn.mcid), []).append(drawn)
        self.tree = self.read_tree()

    def value(self, thing):
        while isinstance(thing, str) and re.fullmatch(r"\d+ \d+ R", thing):
            held = self.objects.get("obj:" + thing, {"value": None})
            thing = held["stream"]["dict"] if "stream" in held else held["value"]
        return thing

    def get(self, thing, *keys):
        """The value at the end of @keys, or None."""
        thing = self.value(thing)
        for key in keys:
            thing = self.value(thing.get(key)) if isinstance(thing, dict) else None
        return thing

    def stream(self, ref):
        held = self.objects["obj:" + ref]["stream"]
        data = base64.b64decode(held["data"])
        return zlib.decompress(data) if held["dict"].get("/Filter") == "/FlateDecode" else data

    def text(self, thing):
        """What a string of the JSON says."""
        thing = self.value(thing)
        if not isinstance(thing, str):
            return ""
        if thing.startswith("b:"):
            return bytes.fromhex(thing[2:]).decode("latin-1").translate(PDFDOC)
        return thing[2:] if thing.startswith("u:") else thing

    def page_refs(self, ref):
        node = self.value(ref)
        if node.get("/Type") == "/Page":
            yield ref
        for kid in self.value(node.get("/Kids")) or []:
            yield from self.page_refs(kid)

    # ---- pages ----

    def font(self, page, name):
        ref = self.get(page, "/Resources", "/Font")[name]
        if ref not in self.fonts:
            self.fonts[ref] = Font(self, ref)
        return ref, self.fonts[ref]

    def content(self, page):
        refs = self.value(page)["/Contents"]
        return b"\n".join(self.stream(ref) for ref in (refs if isinstance(refs, list) else [refs]))

    def read_page(self, page):
        reader = (self.reader or PageReader)(self, page)
        operands = []
        for match in TOKEN.finditer(self.content(page)):
            token = match.group()
            if re.fullmatch(rb"[A-Za-z'\"*][A-Za-z0-9*]*", token) and \
                    token not in (b"true", b"false", b"null"):
                reader.operator(token.decode(), operands)
                operands = []
            else:
                operands.append(token)
        return reader.ended()

    # ---- the tree ----

    def read_tree(self):
        root = self.get(self.root, "/StructTreeRoot") or {}
        top = Node(self.root.get("/StructTreeRoot"), root, None)
        self.read_kids(top, None)
        return top

    def read_kids(self, node, page):
        page = node.value.get("/Pg", page)
        one = node.value.get("/K")
        kids = self.value(one)
        for kid in kids if isinstance(kids, list) else [] if kids is None else [one]:
            held = self.value(kid)
            if isinstance(held, int):
                node.kids.append((page, held))
            elif isinstance(held, dict) and held.get("/Type") == "/MCR":
                node.kids.append((held.get("/Pg", page), held["/MCID"]))
            elif isinstance(held, dict) and held.get("/Type") == "/OBJR":
                node.objects.append(held["/Obj"])
            elif isinstance(held, dict):
                below = Node(kid, held, node)
                node.kids.append(below)
                self.read_kids(below, page)

    def words(self, node):
        """What a reader hears of @node: its text, or the words that stand for it."""
        return "".join(drawn.text for key in node.content() for drawn in self.by_mcid.get(key, []))

    def page_of(self, node):
        """The number, from 0, of the page it begins on, or None."""
        for page, _ in node.content():
            return self.pages.index(page)
        return None

    def outline(self):
        """[(level from 1, text, page from 0)]."""
        found = []

        def go_on(ref, level):
            while ref:
                entry = self.value(ref)
                target = self.get(entry, "/Dest") or self.get(entry, "/A", "/D")
                page = self.pages.index(target[0]) if target and target[0] in self.pages else None
                found.append((level, self.text(entry.get("/Title")), page))
                go_on(entry.get("/First"), level + 1)
                ref = entry.get("/Next")
        go_on((self.get(self.root, "/Outlines") or {}).get("/First"), 1)
        return found


class PageReader:
    """Follows the operators of one page."""

    def __init__(self, pdf, page):
        self.pdf, self.page = pdf, page
        self.all = [Drawn(page, None, None, [])]
        self.open = []
        self.line = (0.0, 0.0)
        self.size = 1.0
        self.font = None

    def now(self):
        return self.open[-1] if self.open else self.all[0]

    def ended(self):
        return self.all

    def operator(self, name, operands):
        if name in PAINTING:
            self.now().paints = True
        getattr(self, "on_" + name, lambda _: None)(operands)

    def on_BDC(self, operands):
        tag = operands[0].decode()[1:]
        joined = b" ".join(operands[1:])
        mcid = re.search(rb"/MCID (\d+)", joined)
        drawn = Drawn(self.page, tag, int(mcid.group(1)) if mcid else None,
                      self.open)
        drawn.has_actual_text = b"/ActualText" in joined
        self.open.append(drawn)
        self.all.append(drawn)

    on_BMC = on_BDC

    def on_EMC(self, _):
        if self.open:
            self.open.pop()

    def on_Tf(self, operands):
        self.font = self.pdf.font(self.page, operands[0].decode())

    def on_Tm(self, operands):
        numbers = [float(number) for number in operands]
        self.size = abs(numbers[3])
        self.line = (numbers[4], numbers[5])

    def on_Td(self, operands):
        x, y = (float(number) for number in operands)
        self.line = (self.line[0] + x * self.size, self.line[1] - y * self.size)

    def show(self, token):
        data = unescaped(token[1:-1]) if token.startswith(b"(") else \
            bytes.fromhex(re.sub(rb"\s", b"", token[1:-1]).decode())
        ref, font = self.font
        drawn = self.now()
        for code in font.codes(data):
            text = font.texts.get(code)
            if text is None or (font.is_wide and code == 0):
                drawn.unknown.append((ref, code))
            for one in (drawn, drawn.owner):
                if one:
                    one.text += text or ""
        if drawn.text.strip():
            drawn.lines.add(round(self.line[1], 1))
            drawn.sizes.add(self.size)

    def on_Tj(self, operands):
        self.show(operands[-1])

    def on_TJ(self, operands):
        for token in operands:
            if token[:1] in b"(<":
                self.show(token)
