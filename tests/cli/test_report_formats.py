"""A report in all its formats: the same words, and the same values in the PDF, the page, the Word document, the
workbook and the CSV; no id in any of them."""
import collections
import csv
import os
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from xml.etree import ElementTree

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "../report"))

from report_words import docx_tables, docx_words, html_tables, html_words, letters  # noqa: E402
from tap import ROOT, Skipped, equal, lyhord, main, test  # noqa: E402

SAMPLES = {"brukarrevision": (), "brukarmedverkan": (), "enkat": (), "fou-cirkel": ("--suggested",)}
FOLDER = tempfile.TemporaryDirectory()
XLSX = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def report_of(name, language="sv"):
    """The folder of the report of a sample."""
    folder = os.path.join(FOLDER.name, name + language)
    out = os.path.join(folder, "ut")
    if not os.path.isdir(folder):
        study = shutil.copytree(os.path.join(ROOT, "data-samples", name), os.path.join(folder, name))
        done = lyhord("report", study, "-o", out, "--draft", "--language", language, *SAMPLES[name])
        equal(done.returncode, 0, done.stderr.decode())
    return out


def value(shown):
    """7 of "7 av 12", 73 of "73 %", 0.84 of "0,84"; what is no number is itself."""
    plain = re.sub("[\u202F\u00A0](?=\\d)", "", shown).replace("\u2212", "-").strip()
    number = re.match(r"-?\d+(?:,\d+)?(?= av | of |\s*%|$)", plain)
    return float(number[0].replace(",", ".")) if number else plain


def values(tables):
    return [[[value(cell) for cell in row] for row in table[1:]] for table in tables]


def csv_tables(folder):
    tables = []
    for name in sorted(os.listdir(folder)):
        with open(os.path.join(folder, name), encoding="utf-8-sig", newline="") as file:
            tables.append([[re.sub("^'(?=[=+@-])", "", cell) for cell in row]
                           for row in csv.reader(file, delimiter=";")])
    return tables


def xlsx_part(archive, name):
    return ElementTree.fromstring(archive.read(name))


def percents_of(archive):
    """By style of a cell: is its number shown as per cent (ECMA-376, 18.8.30: 9, 10 and own formats)?"""
    styles = xlsx_part(archive, "xl/styles.xml")
    own = {one.get("numFmtId") for one in styles.iter(XLSX + "numFmt") if "%" in one.get("formatCode")}
    return [one.get("numFmtId") in own | {"9", "10"} for one in styles.find(XLSX + "cellXfs")]


def xlsx_values(path):
    """Cells of all sheets but the last, which is notes; heading rows left out."""
    with zipfile.ZipFile(path) as archive:
        texts = ["".join(one.itertext()) for one in xlsx_part(archive, "xl/sharedStrings.xml")]
        is_percent = percents_of(archive)

        def value_of(cell):
            held = cell.find(XLSX + "v")
            if held is None:
                return ""
            if cell.get("t") == "s":
                return value(texts[int(held.text)])
            return round(float(held.text) * (100 if is_percent[int(cell.get("s", 0))] else 1), 9)
        count = sum(re.fullmatch(r"xl/worksheets/sheet\d+\.xml", name) is not None for name in archive.namelist())
        sheets = [xlsx_part(archive, f"xl/worksheets/sheet{i}.xml") for i in range(1, count)]
        found = []
        for sheet in sheets:
            rows = []
            for row in sheet.iter(XLSX + "row"):
                cells = {re.match("[A-Z]+", cell.get("r"))[0]: value_of(cell) for cell in row}
                rows.append(cells)
            columns = sorted({name for cells in rows for name in cells}, key=lambda name: (len(name), name))
            found.append([[cells.get(name, "") for name in columns] for cells in rows[1:]])
        return found


def xlsx_headings(path):
    """The first row of each sheet but the last; empty cells left out."""
    with zipfile.ZipFile(path) as archive:
        texts = ["".join(one.itertext()) for one in xlsx_part(archive, "xl/sharedStrings.xml")]
        count = sum(re.fullmatch(r"xl/worksheets/sheet\d+\.xml", name) is not None for name in archive.namelist())
        firsts = [next(xlsx_part(archive, f"xl/worksheets/sheet{i}.xml").iter(XLSX + "row")) for i in range(1, count)]
        return [[texts[int(cell.find(XLSX + "v").text)] for cell in row if cell.find(XLSX + "v") is not None]
                for row in firsts]


def on_paper(path):
    """Letters and numbers of a PDF; a word divided at a line's end is one."""
    text = subprocess.run(["pdftotext", "-raw", "-enc", "UTF-8", path, "-"], capture_output=True,
                          check=True).stdout.decode()
    return re.sub("\u00AD\\s*", "", text)


@test
def the_page_and_the_word_document_have_the_same_words():
    for name in SAMPLES:
        for language in ("sv", "en") if name == "brukarrevision" else ("sv",):
            out = report_of(name, language)
            equal(docx_words(os.path.join(out, "report.docx")), html_words(os.path.join(out, "report.html")), name)


@test
def the_pdf_has_every_word_of_them():
    if not shutil.which("pdftotext"):
        raise Skipped("poppler-utils is not installed")
    for name in SAMPLES:
        out = report_of(name)
        wanted = collections.Counter(letters(" ".join(html_words(os.path.join(out, "report.html")))))
        found = collections.Counter(letters(on_paper(os.path.join(out, "report.pdf"))))
        equal(wanted - found, collections.Counter(), name)


@test
def five_formats_have_the_same_values():
    for name in SAMPLES:
        out = report_of(name)
        page = html_tables(os.path.join(out, "report.html"))
        assert page
        equal(docx_tables(os.path.join(out, "report.docx")), page, name)
        equal(values(csv_tables(os.path.join(out, "tables"))), values(page), name)
        equal(xlsx_values(os.path.join(out, "tables.xlsx")), values(page), name)
        equal(xlsx_headings(os.path.join(out, "tables.xlsx")), [[cell for cell in table[0] if cell] for table in page], name)
        if not shutil.which("pdftotext"):
            raise Skipped("poppler-utils is not installed")
        paper = " ".join(on_paper(os.path.join(out, "report.pdf")).split())
        figure = r"\d+ av \d+|\d+(?:,\d+)? %"
        told = collections.Counter(re.findall(figure, paper))
        wanted = collections.Counter(cell for table in page for row in table for cell in
                                     (" ".join(shown.split()) for shown in row) if re.fullmatch(figure, cell))
        equal(wanted - told, collections.Counter(), name)


@test
def no_format_names_an_id():
    for name in ("brukarrevision", "brukarmedverkan"):
        out = report_of(name)
        with open(os.path.join(ROOT, "data-samples", name, "respondents.csv"), encoding="utf-8-sig") as file:
            ids = [line.split(";")[0] for line in file][1:]
        texts = [open(os.path.join(out, "report.html"), encoding="utf-8").read()]
        for package in ("report.docx", "tables.xlsx"):
            with zipfile.ZipFile(os.path.join(out, package)) as archive:
                texts += [archive.read(part).decode() for part in archive.namelist()
                          if part.endswith((".xml", ".rels", ".svg"))]
        for one in ids:
            for text in texts:
                assert not re.search(rf"(?<![\w#]){re.escape(one)}(?!\w)", text), (name, one)


@test
def a_name_that_stops_the_report_is_in_no_format():
    with tempfile.TemporaryDirectory() as folder:
        study = shutil.copytree(os.path.join(ROOT, "data-samples/brukarrevision"), os.path.join(folder, "studie"))
        os.mkdir(os.path.join(study, "report"))
        with open(os.path.join(study, "report/diskussion.md"), "w", encoding="utf-8") as file:
            file.write("Ring Kerstin Dahlgren på 070-174 06 05 om ni undrar.\n")
        done = lyhord("report", study, "-o", os.path.join(folder, "ut"), "--draft")
        equal(done.returncode, 77, done.stderr.decode())
        assert not os.path.exists(os.path.join(folder, "ut"))


@test
def the_same_study_gives_the_same_bytes():
    with tempfile.TemporaryDirectory() as folder:
        study = os.path.join(os.path.dirname(report_of("enkat")), "enkat")
        done = lyhord("report", study, "-o", os.path.join(folder, "ut"), "--draft", "--language", "sv")
        equal(done.returncode, 0, done.stderr.decode())
        for name in ("report.html", "report.docx", "tables.xlsx", "manifest.json"):
            with open(os.path.join(folder, "ut", name), "rb") as one, \
                    open(os.path.join(report_of("enkat"), name), "rb") as other:
                assert one.read() == other.read(), name


if __name__ == "__main__":
    main()
