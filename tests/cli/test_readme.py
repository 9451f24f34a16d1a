"""The commands of the README, run as they stand: a first study, and one's own of three Word files."""
import os
import re
import shutil
import subprocess
import zipfile

from shown import blocks_of, run
from tap import LYHORD, ROOT, environment, equal, folder, lyhord, main, rows_of, test

# As people's are: a heading, marks that are names, text struck with changes tracked, questions in bold without
# any marks, an author.
FIRST = [
    ("b", "INTERVJU 1"), ("", "14 mars, biblioteket i Knivsta"), ("", ""),
    ("", "Intervjuare: Hej Kalle, kan du berätta hur du kom i kontakt med boendestödet?"), ("", ""),
    ("", "Kalle: Ja du. Det var min handläggare Birgitta som ringde. Jag hade väntat i sju månader, det är "
         "alldeles för länge. Ingen hörde av sig under tiden."), ("", ""),
    ("", "Intervjuare: Vad skulle du vilja ändra på?"), ("", ""),
    ("", "Kalle: Att de ringer tillbaka när man har lämnat meddelande, det gör de aldrig. Mitt nummer är "
         "070-123 45 67 så det är ju inte svårt (skratt)."),
]
SECOND = [
    ("", "Intervju med Anna, Gunilla frågar"), ("", "G:\tVad tycker du om bemötandet?"),
    ("", "A:\tOlika. En del är jättesnälla och förstår. Andra är så där myndighetsaktiga, man känner sig som "
         "ett ärende."),
    ("", "G:\tHar du fått vara med och bestämma?"),
    ("", "A:\tNej inte så mycket. De hade redan skrivit planen när jag kom."),
    ("del", "Anna bor på Vaksalagatan."),
]
THIRD = [
    ("", "Fatima 34 år"), ("b", "Hur fick du hjälpen?"),
    ("", "Genom vårdcentralen. Det gick fort, bara två veckor. Det var jag tacksam för."),
    ("b", "Vad är svårt?"),
    ("", "Det är svårt att nå dem på telefon. Jag har små barn och kan inte sitta i kö."),
]


def write_word(path, paragraphs):
    kinds = {
        "": "<w:r><w:t>{}</w:t></w:r>",
        "b": "<w:r><w:rPr><w:b/></w:rPr><w:t>{}</w:t></w:r>",
        "del": '<w:del w:id="1" w:author="Gunilla"><w:r><w:delText>{}</w:delText></w:r></w:del>',
    }
    body = "".join(f"<w:p>{kinds[kind].format(text)}</w:p>" for kind, text in paragraphs)
    office = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    schemas = "http://schemas.openxmlformats.org"
    with zipfile.ZipFile(path, "w") as file:
        file.writestr(
            "[Content_Types].xml",
            f'<Types xmlns="{schemas}/package/2006/content-types"><Default Extension="xml" '
            f'ContentType="{office}"/></Types>',
        )
        file.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{schemas}/package/2006/relationships"><Relationship Id="r1" '
            f'Type="{schemas}/officeDocument/2006/relationships/officeDocument" '
            'Target="word/document.xml"/></Relationships>',
        )
        file.writestr(
            "docProps/core.xml",
            f'<cp:coreProperties xmlns:cp="{schemas}/package/2006/metadata/core-properties" '
            'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>Gunilla</dc:creator></cp:coreProperties>',
        )
        file.writestr(
            "word/document.xml",
            f'<w:document xmlns:w="{schemas}/wordprocessingml/2006/main"><w:body>{body}</w:body></w:document>',
        )


README = os.path.join(ROOT, "README.md")


def run_all(lines, where):
    for line in lines:
        code, _, err = run(line, where)
        # check exits 1 on warnings: what it found is for people to look at
        assert code in ({0, 1} if "check" in line else {0}), (line, code, err)


@test
def a_first_study_takes_five_commands():
    lines, _ = blocks_of(README)
    assert len(lines) == 5, lines
    with folder() as where:
        shutil.copytree(os.path.join(ROOT, "data-samples"), os.path.join(where, "data-samples"))
        run_all(lines, where)
        report = os.path.join(where, "min-revision/reports/forsta/report.pdf")
        assert open(report, "rb").read(5) == b"%PDF-"


@test
def three_untidy_word_files_become_a_study_without_names():
    _, lines = blocks_of(README)
    with folder() as where:
        for name, paragraphs in zip(["R01", "R02", "R03"], [FIRST, SECOND, THIRD]):
            write_word(os.path.join(where, f"{name}.docx"), paragraphs)
        run_all(lines, where)
        study = os.path.join(where, "min-egen")
        texts = "".join(lyhord("turns", "--text", name, study).stdout.decode() for name in ["R01", "R02", "R03"])
        for name in ["Kalle", "Birgitta", "Knivsta", "070", "Anna", "Gunilla", "Fatima", "Vaksala"]:
            assert name not in texts, name
        assert b"in transcripts.csv, write" in lyhord("status", "--language", "en", study).stdout

        # the row that nobody but a person can fill in, as the README shows it
        table = os.path.join(study, "transcripts.csv")
        proposed = open(table, encoding="utf-8-sig").read()
        (row,) = re.findall(r"^R01\.docx;.*$", proposed, re.M)
        readme = open(README, encoding="utf-8").read()
        assert "R01.docx;R01;Intervjuare;X;;" in readme
        with open(table, "w", encoding="utf-8") as file:
            file.write(proposed.replace(row, "R01.docx;R01;Intervjuare;X;;"))

        said = lyhord("status", "--language", "en", study).stdout.decode()
        assert "lyhord workbench" in said and "Fewer than 5 persons" in said, said
        spoken = {row["respondent"] for row in rows_of("turns", study) if row["role"] == "respondent"}
        equal(spoken, {"R01", "R02", "R03"})
        # no number of three persons, and no report
        equal(lyhord("report", "--suggested", study, "-o", os.path.join(where, "r")).returncode, 77)
        page = subprocess.Popen(
            [LYHORD, "workbench", "--no-browser", study], env=environment(), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        address = page.stdout.readline()
        page.terminate()
        page.wait(60)
        assert address.startswith(b"http://127.0.0.1:"), address


@test
def where_there_is_no_study_that_alone_is_said():
    with folder() as where:
        done = lyhord("status", cwd=where)
        equal((done.returncode, len(done.stderr.decode().splitlines())), (66, 2), done.stderr)


main()
