"""The gate: what points at a person is told of on the way in, and stops what is on its way out."""
import os
import pty
import shutil
import subprocess
import time

from small_study import everything, put, small_study, word_file
from tap import LYHORD, Skipped, environment, equal, folder, lyhord, main, test

NUMBER = "640823-3234"  # the tax agency's own example
LAST_DAY = "2020-01-01"


def said(done):
    return done.stderr.decode()


def report(study, *more):
    return lyhord("report", study, "-o", os.path.join(study, "..", "rapport"), *more)


def as_nobody(where, *arguments, cwd="/"):
    """Run a copy of it in @where as another user."""
    if os.geteuid() != 0:
        raise Skipped("only root can become another user")
    os.chmod(where, 0o755)
    program = shutil.copy(LYHORD, os.path.join(where, "lyhord"))
    os.chmod(program, 0o755)
    return subprocess.run(
        [program, *arguments], cwd=cwd, env=environment(), stdin=subprocess.DEVNULL,
        capture_output=True, user=65534, group=65534, extra_groups=[], timeout=120,
    )


def open_to_all(where):
    for inside, folders, names in os.walk(where):
        os.chmod(inside, 0o755)
        for name in names:
            os.chmod(os.path.join(inside, name), 0o644)


# --- on the way in ------------------------------------------------------------------------


@test
def a_study_without_findings_passes_with_a_word_of_caution():
    with folder() as where:
        done = lyhord("check", small_study(where))
        equal(done.returncode, 0, said(done))
        assert "read for yourself" in said(done) and "anonym" not in said(done).lower()


@test
def a_finding_in_a_text_file_has_its_line_class_and_reason():
    with folder() as where:
        done = lyhord("check", small_study(where, f"Mitt nummer är {NUMBER}."))
        equal(done.returncode, 1)
        assert "R1.txt:2:58: warning" in said(done) and "personnummer" in said(done), said(done)
        assert "lyhord help personal-data" in said(done)


@test
def what_was_found_is_shown_only_on_request():
    with folder() as where:
        small_study(where, f"Jag heter Kajsa Lindqvist, {NUMBER}.")
        put(where, "respondents.csv", "id;anm\nR1;granne till Kajsa Lindqvist\nR2;\nR3;\nR4;\nR5;\n")
        put(where, "codings/mira.csv", "document;code;quote\nR1;lokal;Kajsa Lindqvist\n")
        put(where, "guide.csv", "fråga;text\n1;Hur är Kajsa Lindqvist?\n")
        quiet, loud = lyhord("check", where), lyhord("check", "--show-text", where)
        for name in ("R1.txt:2", "respondents.csv:2", "mira.csv:2", "guide.csv:2"):
            assert name in said(quiet), (name, said(quiet))
        for word in ("Kajsa", "Lindqvist", NUMBER):
            assert word not in said(quiet), said(quiet)
            assert word in said(loud), word


@test
def names_of_files_and_settings_are_looked_at():
    with folder() as where:
        small_study(where, settings="service = hos Kajsa Lindqvist\n")
        put(where, "transcripts/Kajsa_Lindqvist.txt", "I: Hur?\nR: Så där.\n")
        put(where, "respondents.csv", "id;läge\nKajsa_Lindqvist;a\n")
        done = said(lyhord("check", where))
        assert "Kajsa_Lindqvist.txt: warning" in done, done
        assert "lyhord.ini:5" in done, done


@test
def properties_of_a_word_file_that_name_somebody_are_told_of():
    with folder() as where:
        small_study(where)
        os.unlink(os.path.join(where, "transcripts/R1.txt"))
        path = os.path.join(where, "transcripts/R1.docx")
        word_file(path, "I: Hur var det?\nR: De lyssnar på mig med öronen på skaft.", "Kajsa Lindqvist")
        done = lyhord("check", where)
        equal(done.returncode, 1, said(done))
        assert "personal-metadata" in said(done) and "author" in said(done)
        assert "Kajsa" not in said(done)
        word_file(path, "I: Hur var det?\nR: De lyssnar på mig med öronen på skaft.", "Brukarrevisor")
        equal(lyhord("check", where).returncode, 0)


@test
def a_finding_accepted_by_name_with_a_reason_is_silent():
    with folder() as where:
        small_study(where, "Jag bor i Uppsala.")
        equal(lyhord("check", where).returncode, 1)
        rows = "kind;target;value;who;reason;date\nfinding;kommun  UPPSALA;accepted;;{};\n"
        put(where, "decisions.csv", rows.format(""))
        done = lyhord("check", where)
        equal(done.returncode, 1, "without a reason it is no decision")
        assert "finding-reason" in said(done) and "line 2" in said(done)
        put(where, "decisions.csv", rows.format("det står i rapportens titel"))
        equal(lyhord("check", where).returncode, 0)
        put(where, "decisions.csv", rows.format("x") + "finding;kommun Uppsala;avslagen;;nej;\n")
        equal(lyhord("check", where).returncode, 1, "the later decision holds")


@test
def a_personnummer_is_never_accepted():
    with folder() as where:
        small_study(where, f"Mitt nummer är {NUMBER}.")
        put(where, "decisions.csv", "kind;target;value;reason\n"
            f"finding;personnummer {NUMBER};accepted;vi vill\nfinding;katt Misse;accepted;x\n")
        done = lyhord("check", where)
        equal(done.returncode, 1)
        for code in ("personal-data", "finding-never", "finding-unknown"):
            assert code in said(done), said(done)


@test
def flags_are_notes_and_change_no_exit_code():
    with folder() as where:
        done = lyhord("check", small_study(where, "Jag har schizofreni."))
        equal(done.returncode, 0, said(done))
        assert "personal-flag" in said(done) and "schizofreni" not in said(done)


DOUBTFUL = "Vi bodde vid ekliden. Han bodde nära ekliden med. Kvinnohuset är bra. Jag har schizofreni."


@test
def what_is_worth_a_look_is_one_line_that_says_how_much():
    with folder() as where:
        done = lyhord("check", small_study(where, DOUBTFUL))
        equal(done.returncode, 0, said(done))
        lines = [line for line in said(done).splitlines() if "worth a look" in line]
        assert len(lines) == 1 and lines[0].startswith("note: ") and ": 2 (places: 3)" in lines[0], said(done)
        assert "ekliden" not in said(done)


@test
def each_is_listed_last_when_that_is_asked_for_and_shown_when_that_is_too():
    with folder() as where:
        small_study(where, DOUBTFUL)
        quiet, loud = said(lyhord("check", "--doubts", where)), said(lyhord("check", "--doubts", "--show-text", where))
        notes = [line for line in quiet.splitlines() if ": note: " in line or line.startswith("note: ")]
        listed = ["worth a look: the dictionary does not know this word (places: 2)" in line for line in notes[-2:]]
        equal(listed, [True, False], quiet)
        assert "worth a look: it may be the name of a unit (places: 1)" in notes[-1], quiet
        assert all("worth a look" not in line for line in notes[:-2]), quiet
        assert "ekliden" not in quiet and "'ekliden'" in loud, (quiet, loud)


@test
def a_doubt_is_accepted_by_name_and_stops_no_report():
    with folder() as where:
        small_study(where, DOUBTFUL)
        put(where, "decisions.csv", "kind;target;value;who;reason;date\n"
            "finding;tveksamt ekliden;accepted;;det är en lada;\n")
        assert ": 1 (places: 1)" in said(lyhord("check", where))
        put(where, "lyhord.ini", "[study]\nformat = 1\ntitle = Om ekliden\nresearch = nej\ncodings = gemensam\n")
        done = report(where)
        assert done.returncode != 77 and "worth a look" not in said(done), said(done)


@test
def rare_combinations_name_attributes_and_nobody():
    with folder() as where:
        small_study(where)
        rows = "R1;x;a\nR2;x;b\nR3;y;a\nR4;y;a\nR5;y;a\n"
        put(where, "respondents.csv", "id;kön;kontor\n" + rows)
        note = [line for line in said(lyhord("check", where)).splitlines() if "single out" in line]
        equal(len(note), 1, note)
        assert "kön + kontor" in note[0] and "(1)" in note[0], note  # R1; R2's b is rare alone
        assert "R1" not in note[0] and "R2" not in note[0]


@test
def the_studys_own_list_of_names_is_used():
    with folder() as outer:
        where = small_study(os.path.join(outer, "s"), "Grodkullen ringde igen.")
        equal(lyhord("check", where).returncode, 0)
        put(outer, "namn.txt", "namn\nGrodkullen\n")
        put(where, "lyhord.ini", "[study]\nresearch = nej\n[privacy]\nnames = ../namn.txt\n")
        done = lyhord("check", where)
        equal(done.returncode, 1, said(done))
        assert "R1.txt:2" in said(done) and "Grodkullen" not in said(done)


@test
def a_list_of_names_in_the_study_is_warned_about_and_a_missing_one_stops():
    with folder() as where:
        small_study(where)
        put(where, "namn.txt", "Grodkullen\n")
        put(where, "lyhord.ini", "[study]\nresearch = nej\n[privacy]\nnames = namn.txt\n")
        assert "names-inside" in said(lyhord("check", where))
        os.unlink(os.path.join(where, "namn.txt"))
        done = lyhord("check", where)
        equal(done.returncode, 66)
        assert "names-unreadable" in said(done)


# --- on the way out -----------------------------------------------------------------------


def quote_names(where, words):
    """R1 says @words, and the quote that the report prints holds them."""
    small_study(where, words)
    put(where, "codings/gemensam.csv", "document;code;polarity;status;quote;mark\n"
        f"R1;bemötande;+;accepted;{words};quote\n"
        "R2;lokal;+;accepted;en soffa av kanariegult skinn;quote\n")
    return where


@test
def a_name_in_a_label_stops_a_study_s_table_and_its_acceptance_lets_it_go():
    with folder() as where:
        study = small_study(where)
        book = "kod;namn\nbemötande;Samtal med Annika Lindqvist\nlokal;Lokal\nväntan;Väntan\n"
        put(where, "codebook.csv", book)
        wide = lyhord("tally", study, "--shape", "wide")
        equal(wide.returncode, 77, said(wide))
        equal(wide.stdout, b"")
        assert "name of a person" in said(wide) and "Annika" not in said(wide), said(wide)
        put(where, "decisions.csv", "kind;target;value;who;reason;date\n"
            "finding;namn Annika Lindqvist;accepted;Mira;en påhittad handläggare;2026-05-01\n")
        let = lyhord("tally", study, "--shape", "wide")
        equal(let.returncode, 0, said(let))
        assert "Annika" in let.stdout.decode()


@test
def a_name_in_a_quote_stops_the_report_and_nothing_is_written():
    with folder() as outer:
        where = quote_names(os.path.join(outer, "s"), "min granne Kajsa Lindqvist är snäll")
        done = report(where)
        equal(done.returncode, 77, said(done))
        assert "a quote" in said(done) and "release-stopped" in said(done)
        assert "Kajsa" not in said(done)
        equal(os.listdir(outer), ["s"])
        assert "namn Kajsa Lindqvist" in said(report(where, "--show-text"))


@test
def only_those_who_wrote_on_the_method_are_cited_without_stopping_the_report():
    with folder() as where:
        small_study(where)
        os.unlink(os.path.join(where, "codings/mira.csv"))
        equal(report(where).returncode, 0)
        with open(os.path.join(where, "codebook.csv"), "a", encoding="utf-8") as file:
            file.write('ovan;"något (sagt av Fatima Lundqvist 2006)";x;y;z\n')
        done = report(where)
        equal(done.returncode, 77, said(done))
        assert "release-stopped" in said(done) and "Lundqvist" not in said(done)


@test
def a_finding_accepted_by_name_lets_the_report_leave():
    with folder() as outer:
        where = quote_names(os.path.join(outer, "s"), "min granne Kajsa Lindqvist är snäll")
        put(where, "decisions.csv", "kind;target;value;reason\n"
            "finding;namn Kajsa Lindqvist;accepted;ett påhittat namn\n")
        done = report(where)
        equal(done.returncode, 0, said(done))


@test
def what_the_study_says_of_itself_may_be_repeated_but_names_may_not():
    with folder() as outer:
        where = quote_names(os.path.join(outer, "s"), "i Uppsala finns soffor")
        equal(report(where).returncode, 77)
        ini = "[study]\nresearch = nej\ncommissioner = Socialnämnden i Uppsala kommun\n"
        put(where, "lyhord.ini", ini + "date = 2026-05-01\n")
        done = report(where)
        equal(done.returncode, 0, said(done))
        put(where, "lyhord.ini", ini + "date = 14 mars 2026\n")
        done = report(where)
        equal(done.returncode, 0, "a figure binds the words of a day: " + said(done))
        put(where, "lyhord.ini", ini + "title = Hos Kajsa Lindqvist\n")
        done = report(where)
        equal(done.returncode, 77)
        assert "the title" in said(done)
        put(where, "lyhord.ini", ini + f"title = Om {NUMBER}\n")
        equal(report(where).returncode, 77)


@test
def the_title_of_a_figure_is_looked_at():
    with folder() as outer:
        where = small_study(os.path.join(outer, "s"))
        out = os.path.join(outer, "f.svg")
        done = lyhord("chart", "stapel", where, "--title", "Nio tackar Kajsa Lindqvist", "-o", out)
        equal(done.returncode, 77, said(done))
        assert not os.path.exists(out)
        equal(lyhord("chart", "stapel", where, "-o", out).returncode, 0)


@test
def flags_let_the_report_leave_and_are_said():
    with folder() as outer:
        where = quote_names(os.path.join(outer, "s"), "min schizofreni togs på allvar")
        done = report(where)
        equal(done.returncode, 0, said(done))
        assert "release-flag" in said(done)


@test
def a_month_in_the_date_of_an_english_report_is_nobody_and_a_person_of_that_name_is():
    with folder() as outer:
        where = small_study(os.path.join(outer, "s"), settings="date = 2026-06-01\nlanguage = en\n")
        done = report(where, "--draft", "--language", "en")
        equal(done.returncode, 0, said(done))
        put(where, "report/diskussion.md", "Vi tackar June för hjälpen.\n")
        done = report(where, "--draft", "--language", "en", "--show-text")
        equal(done.returncode, 77, said(done))
        assert "June" in said(done), said(done)


@test
def what_is_accepted_in_one_place_is_told_of_in_another():
    """The day of the study is its own; the person of the same name behind it is not."""
    with folder() as outer:
        where = small_study(os.path.join(outer, "s"), settings="date = 1 June 2026\n")
        put(where, "report/diskussion.md", "It began on 1 June 2026. We met June there, and June said no.\n")
        done = lyhord("check", where, "--language", "en", "--show-text")
        told = [line for line in said(done).splitlines() if "personal data" in line]
        equal([("diskussion.md:1:33" in line, "places: 2" in line) for line in told], [(True, True)], said(done))


# --- the beginning ------------------------------------------------------------------------


@test
def init_writes_what_it_is_told():
    with folder() as outer:
        where = os.path.join(outer, "a", "s")
        done = lyhord("init", where, "--research", "nej", "--purge-date", "2031-12-31",
                      "--commissioner", "Nämnden \\ vård = stöd")
        equal(done.returncode, 0, said(done))
        ini = open(os.path.join(where, "lyhord.ini"), encoding="utf-8").read()
        assert "\nresearch = nej\n" in ini and "\npurge = 2031-12-31\n" in ini, ini
        assert "ethical" not in said(done)
        put(where, "transcripts/a.txt", "I: Hur?\nR: Så.\n")
        assert "setting-" not in said(lyhord("status", where))


@test
def init_that_does_not_know_says_what_that_means():
    with folder() as outer:
        done = lyhord("init", os.path.join(outer, "s"))
        equal(done.returncode, 0)
        assert "ethical review" in said(done) and "§" not in said(done)
        assert "research = vet inte\n" in open(os.path.join(outer, "s/lyhord.ini")).read()


@test
def wrong_answers_to_init_exit_64_and_make_nothing():
    with folder() as outer:
        for wrong in (("--research", "kanske"), ("--purge-date", "2027-02-30"),
                      ("--purge-date", "snart"), ("--commissioner", "en\ntvå"), ("--template", "x")):
            equal(lyhord("init", os.path.join(outer, "s"), *wrong).returncode, 64, wrong)
        equal(os.listdir(outer), [])


@test
def init_that_fails_half_way_leaves_nothing():
    if os.geteuid() != 0:
        raise Skipped("only root can mount a small file system")
    with folder() as outer:
        mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=8k", "tmpfs", outer])
        if mounted.returncode != 0:
            raise Skipped("a small file system cannot be mounted here")
        try:
            done = lyhord("init", os.path.join(outer, "a", "s"))
            left = os.listdir(outer)
        finally:
            subprocess.run(["umount", outer], check=True)
        equal((done.returncode, left), (74, []), said(done))


@test
def init_where_one_may_not_write_exits_73():
    with folder() as outer:
        locked = os.path.join(outer, "locked")
        os.mkdir(locked, 0o755)
        done = as_nobody(outer, "init", os.path.join(locked, "s"))
        equal((done.returncode, os.listdir(locked)), (73, []))


@test
def on_a_terminal_init_asks():
    with folder() as outer:
        try:
            ours, theirs = pty.openpty()
        except OSError as none:
            raise Skipped("there are no pseudo terminals here (no /dev/pts)") from none
        running = subprocess.Popen([LYHORD, "init", "s"], cwd=outer, env=environment(),
                                   stdin=theirs, stdout=theirs, stderr=theirs)
        os.close(theirs)
        heard = b""
        for ends, answer in ((b"decided) ", "Nämnden\n"), (b"vet inte) ", "kanske\n"),
                             (b"vet inte) ", "ja\n"), (b"decided) ", "2031-05-01\n")):
            until = time.time() + 20
            seen = b""
            while ends not in seen and time.time() < until:
                seen += os.read(ours, 4096)
            heard += seen
            os.write(ours, answer.encode())
        equal(running.wait(timeout=20), 0, heard)
        os.close(ours)
        ini = open(os.path.join(outer, "s/lyhord.ini"), encoding="utf-8").read()
        for line in ("commissioner = Nämnden", "research = ja", "purge = 2031-05-01"):
            assert line in ini, ini


# --- the end ------------------------------------------------------------------------------


@test
def a_day_that_has_passed_is_said_by_status_and_check():
    with folder() as where:
        small_study(where, settings=f"purge = {LAST_DAY}\n")
        assert "lyhord purge" in lyhord("status", "--language", "en", where).stdout.decode()
        done = lyhord("check", where)
        equal(done.returncode, 1)
        assert "purge-due" in said(done)


@test
def purge_refuses_before_the_day_and_without_one():
    with folder() as where:
        small_study(where, settings="purge = 2999-12-31\n")
        before = everything(where)
        done = lyhord("purge", "--yes", where)
        equal(done.returncode, 77)
        assert "2999-12-31" in said(done)
        put(where, "lyhord.ini", "[study]\nresearch = nej\n")
        equal(lyhord("purge", "--yes", where).returncode, 65)
        put(where, "lyhord.ini", "[study]\nresearch = nej\npurge = 2026-13-01\n")
        equal(lyhord("purge", "--yes", where).returncode, 65)
        assert before.count(b"kanariegult") == everything(where).count(b"kanariegult")


@test
def purge_lists_first_and_then_destroys():
    with folder() as where:
        small_study(where, settings=f"purge = {LAST_DAY}\n")
        put(where, "study.db", "kanariegult")
        put(where, "transcripts/.~lock.R1", "kanariegult")
        put(where, "transcripts/gamla/R9.txt", "kanariegult")
        put(where, "reports/ett/report.pdf", "rapport")
        done = lyhord("purge", where)
        listed = done.stdout.decode()
        equal(done.returncode, 0)
        for name in ("transcripts/R1.txt", "transcripts/gamla/R9.txt", "transcripts/.~lock.R1",
                     "codings/mira.csv", "study.db", "respondents.csv"):
            assert name in listed, listed
        assert b"kanariegult" in everything(where)
        done = lyhord("purge", "--yes", where)
        equal(done.returncode, 0, said(done))
        assert "backups" in said(done)
        assert b"kanariegult" not in everything(where)
        for name in ("lyhord.ini", "codebook.csv", "reports/ett/report.pdf", "decisions.csv"):
            assert os.path.exists(os.path.join(where, name)), name
        assert "\npurge;" in open(os.path.join(where, "decisions.csv")).read()
        equal(lyhord("purge", "--yes", where).returncode, 0)


@test
def what_purge_does_not_know_stays_and_is_named():
    with folder() as where:
        small_study(where, settings="purge = 2020-01-01\n")
        for name in ("anon/R1.txt", "minnesanteckning.txt", ".lyhord-7-0.tmp", "samtycke.md", "reports/r.pdf"):
            put(where, name, "x")
        done = lyhord("purge", where, "--yes")
        equal(done.returncode, 0, said(done))
        told = [line for line in said(done).splitlines() if "is no file of a study" in line]
        equal([line.split(":")[0] for line in told],
              [os.path.join(where, name) for name in (".lyhord-7-0.tmp", "anon", "minnesanteckning.txt")])
        assert os.path.exists(os.path.join(where, "anon/R1.txt"))


@test
def purge_works_on_a_study_that_cannot_be_opened():
    with folder() as where:
        small_study(where, settings=f"purge = {LAST_DAY}\n")
        put(where, "codebook.csv", "kod\na\na\n")
        equal(lyhord("purge", "--yes", where).returncode, 0)
        equal(os.listdir(os.path.join(where, "transcripts")), [])


@test
def purge_empties_no_folder_that_lies_elsewhere():
    with folder() as outer:
        where = small_study(os.path.join(outer, "s"), settings=f"purge = {LAST_DAY}\n")
        os.rename(os.path.join(where, "transcripts"), os.path.join(outer, "delad"))
        os.symlink("../delad", os.path.join(where, "transcripts"))
        done = lyhord("purge", "--yes", where)
        equal(done.returncode, 77)
        equal(len(os.listdir(os.path.join(outer, "delad"))), 5)
        assert os.path.exists(os.path.join(where, "codings/mira.csv"))


@test
def purge_takes_a_link_and_says_that_its_file_stays():
    with folder() as outer:
        where = small_study(os.path.join(outer, "s"), settings=f"purge = {LAST_DAY}\n")
        os.rename(os.path.join(where, "transcripts/R1.txt"), os.path.join(outer, "R1.txt"))
        os.symlink("../../R1.txt", os.path.join(where, "transcripts/R1.txt"))
        done = lyhord("purge", "--yes", where)
        equal(done.returncode, 0)
        assert "link-left" in said(done)
        assert os.path.exists(os.path.join(outer, "R1.txt"))


@test
def purge_without_the_right_to_write_changes_nothing():
    with folder() as outer:
        where = small_study(os.path.join(outer, "s"), settings=f"purge = {LAST_DAY}\n")
        open_to_all(where)
        before = everything(where)
        done = as_nobody(outer, "purge", "--yes", where)
        equal(done.returncode, 73, done.stderr.decode())
        equal(everything(where), before)


main()
