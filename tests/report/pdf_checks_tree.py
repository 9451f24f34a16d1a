"""Checks of the document as a whole: its properties, and whether content and tree belong together."""
import re
import xml.etree.ElementTree as xml

from pdf_checks import check, parents, plain
from pdf_file import Node

# The element types of PDF 1.7 (ISO 32000-1, 14.8.4) that a report may be made of.
TAGS = {"Document", "H1", "H2", "H3", "H4", "P", "Span", "L", "LI", "Lbl", "LBody", "Table", "TR", "TH",
        "TD", "Caption", "Figure", "BlockQuote", "Note", "Reference", "Link", "TOC", "TOCI"}
HOLDS = {"L": {"LI"}, "LI": {"Lbl", "LBody"}, "Table": {"Caption", "TR"}, "TR": {"TH", "TD"},
         "TOC": {"TOCI"}, "TOCI": {"Reference", "TOC"}}
INSIDE = {"LI": {"L"}, "Lbl": {"LI", "Note"}, "LBody": {"LI"}, "TR": {"Table"}, "TH": {"TR"}, "TD": {"TR"},
          "TOCI": {"TOC"}, "Link": {"P", "Reference", "Lbl"}}


# ---- the document ----

@check
def says_its_version(pdf):
    if pdf.objects["header"]["pdfversion"] != "1.7":
        yield "is not PDF 1.7"


@check
def says_its_language(pdf):
    if not re.fullmatch(r"[a-z]{2}(-[A-Z]{2})?", pdf.text(pdf.root.get("/Lang", ""))):
        yield "the catalog has no language"


@check
def has_a_title(pdf):
    if not pdf.text((pdf.get(pdf.trailer, "/Info") or {}).get("/Title", "")).strip():
        yield "no title in the document's properties"


@check
def shows_its_title(pdf):
    if pdf.get(pdf.root, "/ViewerPreferences", "/DisplayDocTitle") is not True:
        yield "a viewer shows the file's name and not the title"


@check
def tells_of_nobody(pdf):
    for key in pdf.get(pdf.trailer, "/Info") or {}:
        if key not in ("/Title", "/Producer", "/CreationDate"):
            yield f"the properties hold {key}"


@check
def holds_nothing_that_acts(pdf):
    for key in ("/OpenAction", "/AA", "/AcroForm", "/Names", "/EmbeddedFiles", "/Collection", "/AF", "/OCProperties",
                "/Requirements", "/Perms"):
        if key in pdf.root:
            yield f"the catalog holds {key}"
    if "/Encrypt" in pdf.trailer:
        yield "the file is encrypted"


def metadata(pdf):
    ref = pdf.root.get("/Metadata")
    return xml.fromstring(pdf.stream(ref).decode().split("?>", 1)[1].rsplit("<?", 1)[0]) if ref else None


@check
def says_what_it_is_in_xmp(pdf):
    try:
        packet = metadata(pdf)
    except xml.ParseError as error:
        yield f"the metadata is no XML: {error}"
        return
    if packet is None:
        yield "no metadata"
        return

    def said(name):
        element = packet.find(f".//{name}")
        return "" if element is None else plain("".join(element.itertext()))
    if said("{http://www.aiim.org/pdfua/ns/id/}part") != "1" or \
            pdf.stream(pdf.root["/Metadata"]).count(b"<pdfuaid:part>") != 1:
        yield "the metadata does not say part 1, once and by its own prefix"
    title = plain(pdf.text((pdf.get(pdf.trailer, "/Info") or {}).get("/Title", "")))
    if said("{http://purl.org/dc/elements/1.1/}title") != title:
        yield "the metadata has another title"
    if said("{http://purl.org/dc/elements/1.1/}language") != pdf.text(pdf.root.get("/Lang", "")):
        yield "the metadata has another language"


@check
def is_marked(pdf):
    marks = pdf.get(pdf.root, "/MarkInfo") or {}
    if marks.get("/Marked") is not True or marks.get("/Suspects"):
        yield "the file is not marked as tagged"


@check
def tabs_follow_the_structure(pdf):
    for number, page in enumerate(pdf.pages, 1):
        if pdf.value(page).get("/Tabs") != "/S":
            yield f"page {number}: /Tabs is not /S"


# ---- content and tree ----

@check
def draws_nothing_outside_tags(pdf):
    for drawn in pdf.drawn:
        known = drawn.mcid is not None or drawn.owner or drawn.tag == "Artifact"
        if drawn.paints and not known and "Artifact" not in drawn.around:
            yield f"page {pdf.pages.index(drawn.page) + 1}: something is drawn in '{drawn.tag}'"


@check
def keeps_artifacts_and_content_apart(pdf):
    for drawn in pdf.drawn:
        if drawn.tag == "Artifact" and (drawn.around or drawn.mcid is not None):
            yield f"an artifact within {drawn.around or 'the tree'}"
        if drawn.tag != "Artifact" and "Artifact" in drawn.around:
            yield f"{drawn.tag} within an artifact"


@check
def calls_each_content_once(pdf):
    for (page, mcid), several in pdf.by_mcid.items():
        if len(several) > 1:
            yield f"page {pdf.pages.index(page) + 1}: content {mcid} stands twice"


def owners(pdf):
    found = {}
    for node in pdf.tree.walk():
        for kid in node.kids:
            if not isinstance(kid, Node):
                found.setdefault(kid, []).append(node)
    return found


@check
def content_has_one_element(pdf):
    owned = owners(pdf)
    for key in pdf.by_mcid:
        if len(owned.get(key, [])) != 1:
            yield f"content {key} is in {len(owned.get(key, []))} elements"
    for key, nodes in owned.items():
        if key not in pdf.by_mcid:
            yield f"{nodes[0].tag} holds content {key}, which is not drawn"


@check
def content_finds_its_element(pdf):
    slots = parents(pdf)
    owned = owners(pdf)
    for page in pdf.pages:
        row = pdf.value(slots.get(pdf.value(page).get("/StructParents"))) or []
        for mcid, ref in enumerate(row):
            nodes = owned.get((page, mcid), [])
            if (ref is None) != (not nodes) or (nodes and nodes[0].ref != ref):
                yield f"page {pdf.pages.index(page) + 1}: the parent of content {mcid} is another"
        for key in pdf.by_mcid:
            if key[0] == page and key[1] >= len(row):
                yield f"content {key} has no parent"


@check
def elements_know_what_they_are_in(pdf):
    for node in pdf.tree.walk():
        if node.above and node.value.get("/P") != node.above.ref:
            yield f"{node.tag}: another element above it"


@check
def elements_are_known(pdf):
    if [node.tag for node in pdf.tree.below()] != ["Document"]:
        yield "the tree does not begin with one Document"
    for node in pdf.tree.walk():
        if node.above and node.tag not in TAGS:
            yield f"the element '{node.tag}'"


@check
def elements_stand_where_they_may(pdf):
    for node in pdf.tree.walk():
        for kid in node.below():
            if kid.tag not in HOLDS.get(node.tag, {kid.tag}) or \
                    node.tag not in INSIDE.get(kid.tag, {node.tag}):
                yield f"{kid.tag} in {node.tag}"
        if node.tag in HOLDS and any(not isinstance(kid, Node) for kid in node.kids):
            yield f"content right in {node.tag}"


@check
def elements_say_something(pdf):
    for node in pdf.tree.walk():
        if node.tag in ("H1", "H2", "H3", "H4", "P", "Caption", "Lbl", "TH", "Link", "Note") and \
                not plain(pdf.words(node)):
            yield f"an empty {node.tag}"
        if node.above and not node.kids and node.tag != "TD":
            yield f"{node.tag} without content"


@check
def replaces_no_text(pdf):
    if any(drawn.has_actual_text for drawn in pdf.drawn) or \
            any("/ActualText" in node.value for node in pdf.tree.walk()):
        yield "text is replaced by /ActualText"
