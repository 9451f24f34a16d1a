"""What scripts may rely on: exit codes, streams, whole outputs, the same bytes everywhere."""
import os
import pathlib
import re
import shutil
import signal
import stat
import subprocess

from tap import LYHORD, ROOT, SAMPLE, Skipped, environment, equal, folder, lyhord, main, test

COMMANDS = (
    "anonymize chart check code help init kwic purge report status suggest tally tokens turns withdraw"
).split()
NOBODY = 65534


def written(name, text, where):
    path = os.path.join(where, name)
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)
    return path


INTERVIEW = "I: Hur är kontakten?\nR: De ringer aldrig tillbaka. Väntrummet är fint.\n"
CODEBOOK = "kod;regler;regler_plus;regler_minus\nkontakt;;ringer;aldrig tillbaka\nlokal;väntrum*;;\n"


def as_nobody(where, *arguments):
    """Run a copy of it in @where as another user, who may not look into our folders."""
    if os.geteuid() != 0:
        raise Skipped("only root can become another user")
    os.chmod(where, 0o755)
    program = shutil.copy(LYHORD, os.path.join(where, "lyhord"))
    os.chmod(program, 0o755)
    return subprocess.run(
        [program, *arguments],
        cwd="/",
        env=environment(),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        user=NOBODY,
        group=NOBODY,
        extra_groups=[],
        timeout=120,
    )


@test
def without_arguments_the_commands_are_listed():
    done = lyhord()
    equal(done.returncode, 0)
    for command in COMMANDS:
        assert command in done.stdout.decode(), command


@test
def every_command_explains_itself():
    for command in COMMANDS:
        done = lyhord(command, "--help")
        equal((done.returncode, done.stderr), (0, b""), command)
        assert f"lyhord {command}" in done.stdout.decode(), command


@test
def an_unknown_command_or_option_exits_64():
    equal(lyhord("talley").returncode, 64)
    equal(lyhord("tally", "--bye", "kontor").returncode, 64)
    equal(lyhord("turns", "--format").returncode, 64)
    equal(lyhord("turns", "-f", "xml", SAMPLE).returncode, 64)


@test
def a_missing_file_exits_66_and_is_named():
    done = lyhord("turns", "/nowhere/at-all.txt")
    equal(done.returncode, 66)
    assert "at-all.txt" in done.stderr.decode()


@test
def every_mistake_of_every_file_comes_in_one_run():
    with folder() as where:
        book = written("bok.csv", "kod;överordnad\na;b\na;\n", where)
        people = written("folk.csv", "id;grupp\nR1;x\nR1;y\n", where)
        done = lyhord("check", "--codebook", book, "--respondents", people)
        said = done.stderr.decode()
        equal(done.returncode, 65)
        for part in ("bok.csv:2:3", "bok.csv:3:1", "folk.csv:3:1"):
            assert part in said, (part, said)


@test
def warnings_alone_exit_1_from_check_and_0_from_others():
    with folder() as where:
        text = written("a.txt", "Bara text utan talare.\n", where)
        equal(lyhord("check", text).returncode, 1)
        equal(lyhord("turns", text).returncode, 0)


@test
def nothing_is_written_when_an_input_is_wrong():
    with folder() as where:
        good = written("a.txt", INTERVIEW, where)
        bad = os.path.join(where, "b.txt")
        with open(bad, "wb") as file:
            file.write(b"R: a\x00b\n")
        done = lyhord("turns", good, bad)
        equal((done.returncode, done.stdout), (65, b""))
        done = lyhord("turns", good, bad, "-o", os.path.join(where, "ut.csv"))
        equal((done.returncode, sorted(os.listdir(where))), (65, ["a.txt", "b.txt"]))


@test
def help_that_cannot_be_written_exits_73():
    with folder() as where:
        done = lyhord("tally", "--help", "-o", os.path.join(where, "gone", "help.txt"))
        equal((done.returncode, os.listdir(where)), (73, []))


@test
def a_full_disk_exits_74_and_leaves_no_file():
    with folder() as where:
        text = written("a.txt", INTERVIEW, where)
        with open("/dev/full", "wb") as full:
            done = lyhord("turns", text, stdout=full)
        equal(done.returncode, 74)
        if os.geteuid() != 0:
            raise Skipped("only root can mount a small file system")
        small = os.path.join(where, "small")
        os.mkdir(small)
        mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=16k", "tmpfs", small])
        if mounted.returncode != 0:
            raise Skipped("a small file system cannot be mounted here")
        try:
            done = lyhord("report", "--quiet", SAMPLE, "-o", os.path.join(small, "r"))
            left = [name for _, _, names in os.walk(small) for name in names]
        finally:
            subprocess.run(["umount", small], check=True)
        equal(done.returncode, 74)
        equal(left, [])


@test
def a_read_only_folder_exits_73_and_keeps_what_is_there():
    with folder() as where:
        text = written("a.txt", INTERVIEW, where)
        os.chmod(text, 0o644)
        locked = os.path.join(where, "locked")
        os.mkdir(locked)
        old = written("ut.csv", "gammalt\n", locked)
        os.chmod(old, 0o444)
        os.chmod(locked, stat.S_IRUSR | stat.S_IXUSR | 0o055)
        done = as_nobody(where, "turns", text, "-o", os.path.join(locked, "ut.csv"))
        equal(done.returncode, 73)
        equal(open(old, encoding="utf-8").read(), "gammalt\n")
        equal(os.listdir(locked), ["ut.csv"])


@test
def an_unreadable_transcript_exits_66():
    with folder() as where:
        text = written("a.txt", INTERVIEW, where)
        os.chmod(text, 0)
        done = as_nobody(where, "turns", text)
        equal(done.returncode, 66)


@test
def a_reader_that_goes_away_ends_it_silently():
    reading, writing = os.pipe()
    os.close(reading)
    try:
        done = lyhord("tokens", SAMPLE, stdout=writing)
    finally:
        os.close(writing)
    equal((done.returncode, done.stderr), (-signal.SIGPIPE, b""))


def swedish_locale(where):
    """sv_SE.UTF-8 made here, since few machines have it; without localedef the name alone."""
    swedish = {"LC_ALL": "sv_SE.UTF-8", "LANGUAGE": None}
    if shutil.which("localedef"):
        path = os.path.join(where, "sv_SE.UTF-8")
        subprocess.run(["localedef", "-i", "sv_SE", "-f", "UTF-8", path], capture_output=True)
        if os.path.isdir(path):
            swedish["LOCPATH"] = where
    return swedish


@test
def the_same_input_gives_the_same_bytes_everywhere():
    with folder() as where, folder() as locales:
        study = os.path.join(where, "annan mapp", "å")
        shutil.copytree(SAMPLE, study)
        places = [
            (SAMPLE, environment()),
            (study, environment(LC_ALL="C", TZ="Asia/Tokyo")),
            (study, environment(TZ="America/Lima", **swedish_locale(locales))),
        ]
        outcomes = set()
        for number, (place, env) in enumerate(places):
            out = os.path.join(where, f"rapport{number}")
            done = lyhord("report", "--by", "kontor", place, "-o", out, env=env)
            equal(done.returncode, 0, done.stderr.decode())
            files = sorted(os.path.join(f, n) for f, _, names in os.walk(out) for n in names)
            report = b"".join(os.path.relpath(f, out).encode() + open(f, "rb").read() for f in files)
            table = lyhord("tally", place, env=env).stdout
            codings = lyhord("code", place, env=env).stdout
            outcomes.add((report, table, codings))
        equal(len(outcomes), 1)


@test
def messages_follow_the_names_of_languages_and_output_does_not():
    swedish = lyhord("tally", SAMPLE, "--by", "finns-inte", env=environment(LANGUAGE="sv"))
    english = lyhord("tally", SAMPLE, "--by", "finns-inte")
    by_name = lyhord(
        "tally", SAMPLE, "--by", "finns-inte", env=environment(LANGUAGE=None, LC_ALL="sv_SE.UTF-8")
    )
    assert swedish.stderr != english.stderr
    equal(swedish.stderr, by_name.stderr)
    one = lyhord("tally", "-f", "text", SAMPLE, env=environment(LANGUAGE="sv"))
    two = lyhord("tally", "-f", "text", SAMPLE)
    equal(one.stdout, two.stdout)


@test
def messages_never_carry_interview_text():
    with folder() as where:
        text = written("a.txt", "I: Hej?\nR: Kanariefågel \u200bkanariefågel 640823-3234.\n", where)
        said = lyhord("check", text).stderr.decode()
        assert "anarie" not in said and "640823" not in said, said


@test
def the_machines_suggestions_are_not_counted_unasked():
    with folder() as where:
        text = written("a.txt", INTERVIEW, where)
        book = written("bok.csv", CODEBOOK, where)
        done = lyhord("tally", "--codebook", book, text)
        equal((done.returncode, done.stdout), (65, b""))
        assert "--suggested" in done.stderr.decode()
        equal(lyhord("tally", "--suggested", "--codebook", book, text).returncode, 0)


@test
def two_sets_of_codings_and_none_chosen_exit_65_and_are_named():
    with folder() as where:
        study = os.path.join(where, "s")
        shutil.copytree(SAMPLE, study)
        os.unlink(os.path.join(study, "codings/gemensam.csv"))
        ini = os.path.join(study, "lyhord.ini")
        text = open(ini, encoding="utf-8").read().replace("codings = gemensam\n", "")
        written("lyhord.ini", text, study)
        done = lyhord("tally", study)
        said = done.stderr.decode()
        equal(done.returncode, 65)
        assert "mira" in said and "sam" in said, said


@test
def a_split_that_would_show_one_person_is_refused():
    done = lyhord("tally", "--by", "roll", SAMPLE)
    equal((done.returncode, done.stdout), (77, b""))


@test
def what_is_in_somebodys_way_is_never_overwritten():
    with folder() as where:
        written("min.txt", "mitt\n", where)
        equal(lyhord("init", where).returncode, 73)
        equal(os.listdir(where), ["min.txt"])
        study = os.path.join(where, "s")
        shutil.copytree(SAMPLE, study)
        written("transcripts.csv", "fil;respondent\n", study)
        equal(lyhord("turns", "--save", study).returncode, 65)
        equal(open(os.path.join(study, "transcripts.csv")).read(), "fil;respondent\n")


@test
def a_report_replaces_an_older_one_and_nothing_that_is_somebodys():
    with folder() as where:
        out = os.path.join(where, "rapport")
        equal(lyhord("report", "--quiet", SAMPLE, "-o", out).returncode, 0)
        equal(lyhord("report", "--quiet", SAMPLE, "-o", out).returncode, 0)
        equal(os.listdir(where), ["rapport"])

        written("report.docx", "mitt arbete", out)
        before = sorted(os.listdir(os.path.join(out, "figures")))
        done = lyhord("report", "--quiet", SAMPLE, "-o", out)
        equal(done.returncode, 73)
        assert "report.docx" in done.stderr.decode()
        equal(open(os.path.join(out, "report.docx"), encoding="utf-8").read(), "mitt arbete")
        equal(sorted(os.listdir(os.path.join(out, "figures"))), before)


@test
def files_are_for_their_owner_alone():
    with folder() as where:
        out = os.path.join(where, "ut.csv")
        equal(lyhord("turns", SAMPLE, "-o", out).returncode, 0)
        equal(stat.S_IMODE(os.stat(out).st_mode), 0o600)


def small_study(where, persons, **files):
    """A study of so many persons: R1 and on, who all say the same."""
    study = os.path.join(where, "s")
    equal(lyhord("init", "--quiet", study).returncode, 0)
    os.unlink(os.path.join(study, "guide.csv"))
    written("codebook.csv", CODEBOOK, study)
    for number in range(1, persons + 1):
        written(f"R{number}.txt", INTERVIEW, os.path.join(study, "transcripts"))
    for name, text in files.items():
        written(f"{name}.csv", text, study)
    return study


def coded(study, rows, name="anna"):
    heading = "document;code;polarity;status;quote;mark\n"
    return written(f"codings/{name}.csv", heading + rows, study)


@test
def nothing_is_reported_or_drawn_of_fewer_than_five():
    with folder() as where:
        study = small_study(where, 4)
        coded(study, "R1;kontakt;-;;ringer aldrig;quote\n")
        out = os.path.join(where, "r")
        done = lyhord("report", study, "-o", out)
        equal((done.returncode, os.path.exists(out)), (77, False))
        assert "base-small" in done.stderr.decode()
        done = lyhord("chart", "stapel", study)
        equal((done.returncode, done.stdout), (77, b""))
        for number in (5, 6):
            written(f"R{number}.txt", INTERVIEW, os.path.join(study, "transcripts"))
        equal(lyhord("report", study, "-o", out).returncode, 0)


@test
def a_personnummer_stops_the_report_wherever_it_would_be_printed():
    with folder() as where:
        study = small_study(where, 5)
        coded(study, "R1;kontakt;-;;ringer aldrig;quote\n")
        out = os.path.join(where, "r")
        ini = os.path.join(study, "lyhord.ini")
        settings = open(ini, encoding="utf-8").read()
        for key in ("title", "service", "commissioner", "question"):
            lines = [
                f"{key} = 640823-3234" if line.startswith(key) else line
                for line in settings.splitlines()
            ]
            written("lyhord.ini", "\n".join(lines) + "\n", study)
            done = lyhord("report", study, "-o", out)
            equal((done.returncode, os.path.exists(out)), (77, False), key)
            assert "640823" not in done.stderr.decode()
        written("lyhord.ini", settings, study)
        equal(lyhord("report", study, "-o", out).returncode, 0)


@test
def suggestions_never_take_the_place_of_what_people_decided():
    with folder() as where:
        study = small_study(where, 1)
        mine = os.path.join(study, "codings", "anna.csv")
        equal(lyhord("code", study, "-o", mine).returncode, 0)
        text = open(mine, encoding="utf-8").read().replace("suggested", "accepted")
        written("codings/anna.csv", text, study)
        done = lyhord("code", study, "-o", "codings/anna.csv", cwd=study)
        equal(done.returncode, 65)
        equal(open(mine, encoding="utf-8").read(), text)
        equal(lyhord("code", study, "-o", os.path.join(where, "ny.csv")).returncode, 0)
        equal(lyhord("code", study, "-o", os.path.join(where, "ny.csv")).returncode, 0)


@test
def the_status_sends_people_to_the_suggestions_that_wait():
    with folder() as where:
        study = small_study(where, 1, respondents="id;grupp\nR1;a\n")
        lyhord("code", study, "-o", os.path.join(study, "codings", "anna.csv"))
        said = lyhord("status", "--language", "en", study).stdout.decode()
        assert "go through the suggestions" in said, said


@test
def check_finds_codings_that_tally_would_stop_at():
    with folder() as where:
        study = small_study(where, 1)
        coded(study, "R7;kontakt;-;;ringer aldrig;\n")
        for command in ("check", "tally"):
            done = lyhord(command, study)
            equal(done.returncode, 65, command)
            assert "'R7'" in done.stderr.decode(), command
    with folder() as where:
        study = small_study(where, 1)
        coded(study, "R1;kontakt;-;;ringer aldrig;\n")
        with open(os.path.join(study, "lyhord.ini"), "a", encoding="utf-8") as ini:
            ini.write("[study]\ncodings = bertil\n")
        for command in ("check", "tally"):
            done = lyhord(command, study)
            equal(done.returncode, 65, command)
            assert "codings-missing" in done.stderr.decode(), command


@test
def rows_of_transcripts_csv_without_effect_are_told_of():
    with folder() as where:
        heading = "fil;respondent;intervjuare;respondentmärke;medlyssnare;anm\n"
        rows = "R1.txt;R1;Int;R;;\nR7.txt;R7;I;R;;\n"
        study = small_study(where, 1, transcripts=heading + rows)
        done = lyhord("check", study)
        said = done.stderr.decode()
        equal(done.returncode, 1, said)
        assert "line 2 gives 'R1' the mark 'Int'" in said, said
        assert "line 3 is about 'R7'" in said, said
        study_rows = "R1.txt;R1;i;R;;\n"
        written("transcripts.csv", heading + study_rows, study)
        assert "transcripts-" not in lyhord("check", study).stderr.decode()


@test
def a_misspelt_column_of_codings_is_told_of():
    with folder() as where:
        study = small_study(where, 1)
        row = "document;code;polritet;quote\nR1;kontakt;-;ringer aldrig\n"
        written("codings/anna.csv", row, study)
        done = lyhord("tally", study)
        equal(done.returncode, 0)
        assert "'polritet'" in done.stderr.decode()
        heading = "dokument;kod;polaritet;tillstånd;status;citat;min egen kolumn\n"
        row = "R1;kontakt;-;negated;;ringer aldrig;hm\n"
        written("codings/anna.csv", heading + row, study)
        done = lyhord("tally", study)
        equal((done.returncode, done.stderr), (0, b""))


@test
def a_table_is_written_for_a_document_too_and_rows_without_end_are_not():
    markdown = lyhord("tally", "--quiet", "-f", "md", SAMPLE).stdout.decode()
    assert "| bemötande |" in markdown and "\n- Bas: 12 personer\n" in markdown, markdown
    latex = lyhord("tally", "--quiet", "-f", "latex", SAMPLE).stdout.decode()
    assert "\\toprule\n" in latex and "bemötande & " in latex, latex
    equal(lyhord("tally", "-f", "xlsx", SAMPLE).returncode, 64)
    with folder() as where:
        path = os.path.join(where, "t.xlsx")
        equal(lyhord("tally", "--quiet", "-f", "xlsx", "-o", path, SAMPLE).returncode, 0)
        equal(os.listdir(where), ["t.xlsx"])
        with open(path, "rb") as file:
            assert file.read(4) == b"PK\x03\x04"
        equal(lyhord("tally", "--quiet", "-f", "sav", "-o", path, SAMPLE).returncode, 0)
        with open(path, "rb") as file:
            assert file.read(4) == b"$FL2"
    for command in (["turns", SAMPLE], ["code", SAMPLE], ["kwic", "ringer", SAMPLE]):
        done = lyhord(*command, "--quiet", "-f", "md")
        equal((done.returncode, done.stdout), (64, b""), command)


@test
def empty_names_and_unknown_roles_exit_64():
    with folder() as where:
        text = written("a.txt", INTERVIEW, where)
        equal(lyhord("init", "", cwd=where).returncode, 64)
        equal(lyhord("init", "s", "-t", "nej", cwd=where).returncode, 64)
        equal(lyhord("report", SAMPLE, "-o", "").returncode, 64)
        equal(lyhord("turns", text, "-o", "").returncode, 64)
        for command in (["tally"], ["code"], ["kwic", "ringer"]):
            equal(lyhord(*command, "--roles", "alla", text).returncode, 64, command)
        equal(os.listdir(where), ["a.txt"])


@test
def the_program_is_hardened():
    done = subprocess.run(["readelf", "-hldW", LYHORD], capture_output=True, text=True)
    if "asan" in LYHORD or "sanitized" in LYHORD:
        raise Skipped("the sanitized build is not the one people run")
    for mark in ("DYN (Position", "GNU_RELRO", "BIND_NOW"):
        assert mark in done.stdout, mark


@test
def libraries_that_few_commands_need_are_not_there_before_the_program_begins():
    done = subprocess.run(["readelf", "-dW", LYHORD], capture_output=True, text=True)
    needed = re.findall(r"NEEDED.*\[lib(.+)\.so", done.stdout)
    assert "glib-2.0" in needed, needed
    late = []
    for names in pathlib.Path(ROOT, "src").rglob("late_*.txt"):
        late += re.findall(r"^library (\S+)", names.read_text(encoding="utf-8"), re.M)
    assert len(late) > 5, late
    # and what they bring along
    equal(set(needed) & {*late, "cairo", "fontconfig", "harfbuzz", "pango-1.0", "pangoft2-1.0"}, set())


main()
