"""What people write in a report themselves, and the numbers in it. What is right was counted by hand.

The study of small_study.py: five people, two of them (R1, R2) of norr and three of syd, so that no group is
printed; R3, R4 and R5 say something critical of väntan, R1 something good of bemötande.
"""
import os
import re
import subprocess

from reports import held, report, study_in
from small_study import put
from tap import Skipped, equal, folder, lyhord, main, test


def printed(where):
    """The words of the report, on one line."""
    try:
        done = subprocess.run(["pdftotext", "-layout", "ut/report.pdf", "-"], cwd=where,
                              stdout=subprocess.PIPE, check=True)
    except FileNotFoundError:
        raise Skipped("pdftotext is not installed") from None
    return re.sub(r"\s+", " ", done.stdout.decode())


def written(files, decisions=None):
    """What the report says with these own texts; it is made."""
    with folder() as where:
        study_in(where)
        if decisions:
            put(where, "studie/decisions.csv", decisions)
        for name, text in files.items():
            put(where, f"studie/report/{name}.md", text)
        done = report(where)
        equal(done.returncode, 0, done.stderr.decode())
        return printed(where), done.stderr.decode()


def refused(text):
    """The messages on a text that makes no report, each with its place."""
    with folder() as where:
        study_in(where)
        put(where, "studie/report/diskussion.md", text)
        done = report(where)
        equal(done.returncode, 65, done.stderr.decode())
        assert not os.path.exists(os.path.join(where, "ut"))
        return re.findall(r"diskussion\.md:(\d+:\d+): error: (.*)", done.stderr.decode())


@test
def numbers_are_filled_in_as_the_report_prints_them():
    words, _ = written({"diskussion": "Ordet: {{n:väntan.minus}}, {{ av:väntan }} och {{ord:lokal}}; "
                                      "{{Ord:bemötande.plus}} sa så.\n"})
    assert "Ordet: 3, 3 av 5 och 1 av 5; 1 av 5 sa så." in words, words


@test
def a_typed_number_that_is_not_the_themes_is_told_and_not_one_of_something_else():
    words, said = written({"diskussion": "Om väntan sa 2 av 5 något, och 3 av 5 var kritiska.\n\n"
                                         "Vi ringde 7 av 9 nummer som vi hade fått.\n"})
    assert "2 av 5 något" in words, words
    told = re.findall(r"says '([^']*)'", said)
    equal(told, ["2 av 5"], said)


@test
def a_number_in_the_codebook_is_no_number_of_the_report():
    with folder() as where:
        study_in(where)
        book = os.path.join(where, "studie/codebook.csv")
        with open(book, encoding="utf-8") as file:
            text = file.read()
        put(where, "studie/codebook.csv", text.replace("väntan;tid;", "väntan;tid, minst 1 av 3 gånger;"))
        done = report(where)
        equal(done.returncode, 0, done.stderr.decode())


@test
def check_tells_of_numbers_of_no_code_and_of_what_points_at_a_person():
    with folder() as where:
        study_in(where)
        put(where, "studie/report/metod.md", "Om {{av:väntan.minus}} och {{ord:vantan}}.\n\nRing 070-174 06 05.\n")
        done = lyhord("check", "studie", cwd=where)
        said = done.stderr.decode()
        assert re.search(r"metod\.md:1:\d+: warning: 'vantan' is no number", said), said
        assert "'väntan" not in said and re.search(r"metod\.md:3:\d+: warning: .*phone number", said), said


@test
def a_code_that_is_joined_with_another_is_called_by_its_new_name_in_numbers_and_nothing_else_is_changed():
    with folder() as where:
        study_in(where)
        text = "# Väntan och lokal\r\n\r\n{{av:lokal}}, {{ ord:lokal.plus@läge=syd }} och {{n:väntan}}; lokal\n"
        put(where, "studie/report/diskussion.md", text)
        done = lyhord("codebook", "merge", "studie", "lokal", "--into", "väntan", "--yes", cwd=where)
        equal(done.returncode, 0, done.stderr.decode())
        with open(os.path.join(where, "studie/report/diskussion.md"), encoding="utf-8", newline="") as file:
            equal(file.read(), text.replace(":lokal", ":väntan"))
        assert "diskussion.md" in done.stdout.decode(), done.stdout.decode()


@test
def who_withdraws_is_told_of_where_your_own_text_holds_their_words_and_it_stays():
    with folder() as where:
        study_in(where)
        text = "Så här.\n\n> ”De ringer aldrig tillbaka fast jag tjatar.”\n\nDe ringer aldrig, sa någon.\n"
        put(where, "studie/report/diskussion.md", text)
        done = lyhord("withdraw", "R4", "studie", "--yes", cwd=where)
        equal(done.returncode, 0, done.stderr.decode())
        told = re.findall(r"diskussion\.md:(\d+):1: warning: this line of your own text", done.stderr.decode())
        equal(told, ["3"], done.stderr.decode())
        with open(os.path.join(where, "studie/report/diskussion.md"), encoding="utf-8") as file:
            equal(file.read(), text)


@test
def who_withdraws_is_told_of_the_codebook_the_guide_and_quotes_over_the_end_of_a_line():
    with folder() as where:
        study_in(where)
        put(where, "studie/report/diskussion.md", "Någon sa att de ringer aldrig\ntillbaka fast jag tjatar, så är det.\n")
        book = os.path.join(where, "studie/codebook.csv")
        with open(book, encoding="utf-8") as file:
            before = file.read()
        put(where, "studie/codebook.csv", before.replace("väntan;tid;x;y;z", 'väntan;tid;x;y;"De ringer aldrig tillbaka fast jag tjatar"'))
        put(where, "studie/guide.csv", "fråga;text\nsvar;De ringer aldrig tillbaka fast jag tjatar?\n")
        done = lyhord("withdraw", "R4", "studie", "--yes", cwd=where)
        told = re.findall(r"(\w+\.\w+):(\d+):1: warning: this line", done.stderr.decode())
        line = before[:before.index("väntan;tid")].count("\n") + 1
        equal(told, [("diskussion.md", "1"), ("diskussion.md", "2"), ("codebook.csv", str(line)), ("guide.csv", "2")],
              done.stderr.decode())


@test
def every_wrong_number_is_an_error_with_its_place_and_no_report_is_made():
    text = ("Först {{av:finns inte}}.\n\nSen {{antal:väntan}} och {{n:väntan.foo}}\n"
            "och {{n:väntan@läge=syd}} samt {{n:väntan\n}}\n")
    messages = refused(text)
    equal([place for place, _ in messages], ["1:7", "3:5", "3:26", "4:5", "4:32"], messages)
    assert "is no number" in messages[1][1] and "does not print" in messages[3][1], messages
    assert "ends it" in messages[4][1], messages


@test
def a_number_that_somebody_typed_is_warned_of():
    _, said = written({"metod": "Nu är det 9 av 12 och år 2026.\n\nMen {{av:väntan}} är det inte.\n"})
    equal(said.count("this number is typed"), 1, said)
    assert "metod.md:1:11: warning" in said, said


@test
def headings_lists_quotes_and_links_become_the_reports_own():
    text = ("Vi fick uppdraget av [nämnden](https://example.se/namnd).\n\n# Varför\n\n1. Först\n2. Sedan\n\n"
            "- **Tid.** Åtta veckor.\n\n> Jag är experten.\n>\n> — En av oss\n")
    words, _ = written({"uppdrag": text}, "kind;target;value;who;reason;date\n"
                       "finding;webbadress https://example.se/namnd;accepted;Mira;nämndens egen;2026-05-01\n")
    for expected in ("Vi fick uppdraget av nämnden.¹", "¹ https://example.se/namnd", "Varför", "1. Först",
                     "Tid. Åtta veckor.", "”Jag är experten.”", "En av oss"):
        assert expected in words, f"{expected}: {words}"


@test
def a_text_stands_in_its_chapter_and_in_its_theme():
    words, _ = written({"uppdrag": "Ordet om uppdraget.", "tema-väntan": "Ordet om temat.", "metod": "Ordet om sättet.",
                        "sammanfattning": "Ordet först.", "resultat": "Ordet om allt.", "diskussion": "Ordet sist.",
                        "informationsbrev": "Ordet i brevet."})
    order = ["Ordet först.", "Ordet om uppdraget.", "Ordet om sättet.", "Ordet om allt.", "Ordet om temat.",
             "Ordet sist.", "Ordet i brevet."]
    places = [words.index(each) for each in order]
    equal(places, sorted(places), words)


@test
def a_draft_says_where_a_chapter_that_is_missing_is_written():
    words, _ = written({})
    assert "report/uppdrag.md" in words and "report/diskussion.md" in words, words


@test
def what_no_report_holds_is_said_and_left_out():
    words, said = written({"diskussion": "Text.\n\n![bild](a.png)\n\n    kodrad\n\n<b>fet</b>\n", "slutord": "Hej.\n"})
    assert "kodrad" not in words and "a.png" not in words, words
    for what in ("pictures", "blocks of code", "HTML tags", "no chapter of a report has this name"):
        assert what in said, said


@test
def own_texts_are_kept_and_looked_at_before_they_leave():
    with folder() as where:
        study_in(where)
        path = put(where, "studie/report/diskussion.md", "Ring Kerstin Svanlund på 070-123 45 67.\n")
        before = held(os.path.join(where, "studie/report"))
        done = report(where)
        equal(done.returncode, 77, done.stderr.decode())
        assert not os.path.exists(os.path.join(where, "ut")) and os.path.exists(path)
        equal(held(os.path.join(where, "studie/report")), before)


main()
