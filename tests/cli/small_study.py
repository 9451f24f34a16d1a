"""A small invented study, made anew for each test: five people, two coders, nothing found by the scan."""
import os
import zipfile

# What nobody else says, a sentence a person: after a withdrawal none of it may be anywhere.
WORDS = {
    "R1": "De lyssnar på mig med öronen på skaft.",
    "R2": "Kontoret har en soffa av kanariegult skinn.",
    "R3": "Jag fick vänta som en istapp i solgass.",
    "R4": "De ringer aldrig tillbaka fast jag tjatar.",
    "R5": "Blanketten är krånglig som en labyrint.",
}
PIECES = {
    "R1": ("bemötande", "+", "öronen på skaft"),
    "R2": ("lokal", "+", "en soffa av kanariegult skinn"),
    "R3": ("väntan", "-", "vänta som en istapp"),
    "R4": ("väntan", "-", "ringer aldrig tillbaka"),
    "R5": ("väntan", "-", "krånglig som en labyrint"),
}
CODEBOOK = (
    "kod;definition;när;inte_när;exempel\n"
    "bemötande;hur man möts;x;y;z\nlokal;rum;x;y;z\nväntan;tid;x;y;z\n"
)


def put(where, name, text):
    path = os.path.join(where, name)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8", newline="") as file:
        file.write(text)
    return path


def coding_rows(people):
    rows = ["document;code;polarity;status;quote;mark"]
    for person in people:
        code, polarity, quote = PIECES[person]
        rows.append(f"{person};{code};{polarity};manual;{quote};quote")
    return "\n".join(rows) + "\n"


def small_study(where, extra="", settings=""):
    """The study in @where; @extra is said by R1 too, @settings goes under [study]."""
    put(where, "lyhord.ini", "[study]\nformat = 1\ntitle = Prov\nresearch = nej\n" + settings)
    put(where, "codebook.csv", CODEBOOK)
    people = "".join(f"{person};{'norr' if person < 'R3' else 'syd'}\n" for person in WORDS)
    put(where, "respondents.csv", "id;läge\n" + people)
    for person, words in WORDS.items():
        more = f" {extra}" if person == "R1" and extra else ""
        put(where, f"transcripts/{person}.txt", f"I: Hur var det?\nR: {words}{more}\n")
    put(where, "codings/gemensam.csv", coding_rows(WORDS))
    put(where, "codings/mira.csv", coding_rows(["R1", "R3"]))
    return where


def word_file(path, text, author):
    """A .docx of one paragraph whose properties name @author."""
    space = "http://schemas.openxmlformats.org/"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(
            "[Content_Types].xml",
            f'<Types xmlns="{space}package/2006/content-types"><Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default '
            'Extension="xml" ContentType="application/xml"/><Override '
            'PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-'
            'officedocument.wordprocessingml.document.main+xml"/></Types>',
        )
        archive.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{space}package/2006/relationships"><Relationship Id="r1" '
            f'Type="{space}officeDocument/2006/relationships/officeDocument" '
            'Target="word/document.xml"/></Relationships>',
        )
        archive.writestr(
            "word/document.xml",
            f'<w:document xmlns:w="{space}wordprocessingml/2006/main"><w:body>'
            + "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in text.split("\n"))
            + "</w:body></w:document>",
        )
        archive.writestr(
            "docProps/core.xml",
            f'<c:coreProperties xmlns:c="{space}package/2006/metadata/core-properties" '
            'xmlns:dc="http://purl.org/dc/elements/1.1/">'
            f"<dc:creator>{author}</dc:creator></c:coreProperties>",
        )


def everything(where, besides=()):
    """Every byte of every file of the study, folders @besides left out."""
    held = b""
    for folder, folders, names in os.walk(where):
        folders[:] = [name for name in folders if name not in besides]
        for name in names:
            with open(os.path.join(folder, name), "rb") as file:
                held += file.read()
    return held
