"""The PDF of a report that holds everything, read by other programs: what check_pdf.py checks holds."""
import functools
import importlib.util
import os
import re
import shutil
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [HERE, os.path.join(HERE, "../cli")]

from check_pdf import faults_of  # noqa: E402
from everything import is_the_same_elsewhere, made  # noqa: E402
from pdf_checks import plain  # noqa: E402
from pdf_file import PdfFile, objects_of  # noqa: E402
from tap import ROOT, Skipped, equal, lyhord, main, test  # noqa: E402

MAKE_RANDOM = os.path.abspath(sys.argv[3])


def needs_qpdf():
    if not shutil.which("qpdf"):
        raise Skipped("qpdf is not installed")


@functools.cache
def everything(language="sv"):
    """Objects of the PDF; to be left as they are."""
    needs_qpdf()
    return objects_of(made("pdf", language))


@test
def a_report_of_everything_has_no_faults():
    for language in ("sv", "en"):
        equal(faults_of(everything(language)), [])


@test
def reports_of_blocks_in_no_order_have_no_faults():
    needs_qpdf()
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "random.pdf")
        for seed in range(1, 13):
            subprocess.run([MAKE_RANDOM, path, str(seed)], check=True)
            objects = objects_of(path)
            equal(faults_of(objects), [], f"seed {seed}")
            equal(list(parted_from_their_quote(PdfFile(objects))), [], f"seed {seed}")


def parted_from_their_quote(pdf):
    """Texts that end with a colon and lead to a quote on another page."""
    below = pdf.tree.below()[0].below()
    for one, after in zip(below, below[1:]):
        words = plain(pdf.words(one))
        *_, (page, _) = list(one.content()) or [(None, None)]
        if one.tag == "P" and after.tag == "BlockQuote" and words.endswith(":") and \
                pdf.pages.index(page) != pdf.page_of(after):
            yield words


@test
def the_same_report_is_the_same_bytes():
    is_the_same_elsewhere("pdf")


@test
def its_tree_reads_word_for_word_as_every_writer_prints():
    for language in ("sv", "en"):
        pdf = PdfFile(everything(language))
        figures = {key for figure in pdf.tree.nodes("Figure") for key in figure.content()}
        read = "".join(drawn.text for key in pdf.tree.content() if key not in figures
                       for drawn in pdf.by_mcid[key])
        with open(made("txt", language), encoding="utf-8") as words:
            equal(plain(read).split(), plain(words.read()).split())


@test
def people_speak_swedish_in_an_english_report():
    pdf = PdfFile(everything("en"))
    equal({node.value.get("/Lang") for node in pdf.tree.nodes("BlockQuote")}, {"u:sv"})
    equal({node.value.get("/Lang") for node in PdfFile(everything()).tree.nodes("BlockQuote")}, {None})


@test
def a_row_taller_than_a_page_is_one_row():
    pdf = PdfFile(everything())
    row = pdf.tree.nodes("Table")[-1].nodes("TR")[1]
    assert len({page for page, _ in row.content()}) > 1
    assert len(row.below()) == 2, [cell.tag for cell in row.below()]


@test
def tables_go_over_pages_and_tell_their_heading_once():
    pdf = PdfFile(everything())
    table = pdf.tree.nodes("Table")[-2]
    equal(len(table.nodes("TR")), 71)
    assert len({page for page, _ in table.content()}) >= 3
    told = [drawn for drawn in pdf.drawn if drawn.tag == "Artifact" and "Vad det handlar om" in drawn.text]
    equal(len(told), len({page for page, _ in table.content()}) - 1)


@test
def footnotes_stand_below_all_text_of_their_page():
    pdf = PdfFile(everything())
    notes = pdf.tree.nodes("Note")[:-2]  # one is so long that it stands in the text, and so does the one after it
    owned = {key for note in pdf.tree.nodes("Note") for key in note.content()}
    text = {key for key in pdf.tree.content()} - owned
    for note in notes:
        page = pdf.pages[pdf.page_of(note)]
        top = min(line for key in note.content() for drawn in pdf.by_mcid[key] for line in drawn.lines)
        lowest = max(line for key in text if key[0] == page
                     for drawn in pdf.by_mcid[key] for line in drawn.lines)
        assert lowest < top, plain(pdf.words(note))


@test
def a_note_after_one_that_stands_in_the_text_follows_it():
    pdf = PdfFile(everything())
    long, short = pdf.tree.nodes("Note")[-2:]
    assert "En kort not efter den långa." in plain(pdf.words(short)), plain(pdf.words(short))
    ends = max((pdf.pages.index(page), line) for page, mcid in long.content()
               for drawn in pdf.by_mcid[page, mcid] for line in drawn.lines)
    begins = min((pdf.pages.index(page), line) for page, mcid in short.content()
                 for drawn in pdf.by_mcid[page, mcid] for line in drawn.lines)
    assert begins > ends, (ends, begins)


def jointed():
    """The long words of the tests by how they read: {word: [where its joints are]}."""
    with open(os.path.join(ROOT, "tests/chart/tables.c"), encoding="utf-8") as file:
        written = re.search(r"jointed\[\] = \{(.*?)\};", file.read(), re.S).group(1)
    words = re.findall(r'"([^"]+)"', written)
    return {word.replace("|", ""): [word[:at].replace("|", "") for at, sign in enumerate(word) if sign == "|"]
            for word in words}


def parts_of(word, heads):
    ends = [len(head) for head in heads] + [len(word)]
    return [word[start:end] for start, end in zip([0] + ends, ends)]


@test
def long_words_in_narrow_columns_are_broken_at_joints_or_where_a_part_is_wider_than_its_line():
    words = jointed()
    equal(len(words), 50)
    pdf = PdfFile(everything())
    for columns, longest in ((3, 40), (5, 13), (7, 7)):
        table = next(node for node in pdf.tree.nodes("Table")
                     if f"Långa ord i {columns} spalter" in plain(pdf.words(node.below()[0])))
        cells = [pdf.words(cell) for cell in table.nodes("TD", "TH")]
        told = {plain(cell).replace(" ", ""): cell for cell in cells}
        equal(sorted(set(words) - set(told)), [], columns)
        for word, heads in words.items():
            pieces = re.split(r"\u00AD\s*", told[word].strip())
            breaks = ["".join(pieces[:at + 1]) for at in range(len(pieces) - 1)]
            for head in breaks:
                part = next(part for part, end in zip(parts_of(word, heads), heads + [word]) if len(head) < len(end)) \
                    if head not in heads else ""
                assert head in heads or len(part) > longest, (columns, told[word])
                assert len(head) >= 2 and len(word) - len(head) >= 2, (columns, told[word])


SAMPLES = {"brukarrevision": (), "brukarmedverkan": (), "enkat": (), "fou-cirkel": ("--suggested",)}


def ids_of(study):
    with open(os.path.join(study, "respondents.csv"), encoding="utf-8-sig") as file:
        return [line.split(";")[0] for line in file][1:]


@test
def the_reports_of_all_samples_have_no_faults_and_name_no_id():
    needs_qpdf()
    for name, options in SAMPLES.items():
        with tempfile.TemporaryDirectory() as folder:
            study = shutil.copytree(os.path.join(ROOT, "data-samples", name), os.path.join(folder, name))
            done = lyhord("report", study, "-o", os.path.join(folder, "ut"), "--draft", *options)
            equal(done.returncode, 0, done.stderr.decode())
            objects = objects_of(os.path.join(folder, "ut", "report.pdf"))
            equal(faults_of(objects), [], name)
            pdf = PdfFile(objects)
            equal(list(parted_from_their_quote(pdf)), [], name)
            told = " ".join([drawn.text for drawn in pdf.drawn] +
                            [pdf.text(node.value.get("/Alt", "")) for node in pdf.tree.walk()] +
                            [text for _, text, _ in pdf.outline()])
            for one in ids_of(study):
                assert not re.search(rf"\b{re.escape(one)}\b", told), (name, one)


@test
def every_glyph_is_in_its_font_and_as_wide_as_told():
    needs_qpdf()
    if not importlib.util.find_spec("fontTools"):
        raise Skipped("python3-fonttools is not installed")
    done = subprocess.run([sys.executable, os.path.join(HERE, "pdf_fonts.py"), made("pdf")],
                          capture_output=True, text=True, check=False)
    equal((done.returncode, done.stdout.strip()), (0, ""), done.stderr)


@test
def a_file_begins_as_one_of_its_version():
    with open(made("pdf"), "rb") as file:
        assert re.match(rb"%PDF-1\.7\n%[\x80-\xff]{4}\n", file.read(15))


@test
def poppler_sees_a_tagged_file_of_embedded_fonts():
    if not shutil.which("pdfinfo"):
        raise Skipped("poppler-utils is not installed")
    path = made("pdf")

    def told(*command):
        done = subprocess.run([*command], capture_output=True, text=True, check=True)
        equal(done.stderr, "")
        return done.stdout
    assert re.search(r"Tagged: +yes", told("pdfinfo", path))
    assert re.search(r"PDF version: +1.7", told("pdfinfo", path))
    for font in told("pdffonts", path).splitlines()[2:]:
        assert "yes yes yes" in font, font
    spoken = plain(told("pdftotext", "-enc", "UTF-8", path, "-"))
    for words in ("Innehåll", "Not nummer 24 i raden.", "likabehandlingsprincip"):
        assert words in spoken, words


if __name__ == "__main__":
    main()
