"""Tables in every format: read by the programs researchers use, and never half-written on a full disk."""
import csv
import io
import os
import resource
import shutil
import signal
import subprocess

from small_study import put, small_study
from tap import LYHORD, SAMPLE, Skipped, environment, equal, folder, lyhord, main, rows_of, test

FORMATS = ("csv", "json", "text", "md", "latex", "xlsx", "sav")
SHAPES = (("long",), ("long", "--by", "kontor"), ("wide",), ("wide", "--by", "kontor"))


def tally(out, format, *options, study=SAMPLE, **more):
    return lyhord("tally", study, "-f", format, "-o", out, *options, **more)


def with_python(script, *arguments):
    """The system's Python, which has openpyxl where it is installed; 77 says that it has not."""
    done = subprocess.run(
        ["/usr/bin/python3", "-c", script, *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    if done.returncode == 77:
        raise Skipped("python3-openpyxl is not installed")
    equal(done.returncode, 0, done.stderr.decode())
    return done.stdout.decode()


def as_number(text):
    try:
        return float(text.replace(",", "."))
    except ValueError:
        return None


@test
def openpyxl_reads_every_number_as_one_long_and_wide():
    script = (
        "import sys\n"
        "try:\n    import openpyxl\nexcept ImportError:\n    sys.exit(77)\n"
        "book = openpyxl.load_workbook(sys.argv[1])\n"
        "assert len(book.worksheets) == 2 and book.worksheets[0].freeze_panes == 'A2'\n"
        "for row in book.worksheets[0].iter_rows(min_row=2):\n"
        "    print('\\t'.join(f'{c.data_type}{\"\" if c.value is None else c.value}' for c in row))\n"
        "print('NOTES', [c.value for row in book.worksheets[1].iter_rows() for c in row])\n"
    )
    with folder() as where:
        for shape in SHAPES:
            path = os.path.join(where, "t.xlsx")
            equal(tally(path, "xlsx", "--shape", *shape, "--language", "en").returncode, 0, shape)
            *lines, notes = with_python(script, path).splitlines()
            wanted = [list(row.items()) for row in rows_of("tally", SAMPLE, "--shape", *shape, "--language", "en")]
            equal(len(lines), len(wanted), shape)
            assert "12 persons" in notes and "gemensam.csv" in notes, notes
            for line, cells in zip(lines, wanted):
                for got, (name, text) in zip(line.split("\t"), cells):
                    is_words = name in ("code", "polarity", "kontor", "status")
                    number = None if is_words else as_number(text.split(" av ")[0])
                    if number is None:
                        equal(got[1:], text, line)
                    else:
                        equal((got[0], float(got[1:])), ("n", number), line)


@test
def libreoffice_shows_the_same_cells():
    if not shutil.which("soffice"):
        raise Skipped("LibreOffice is not installed")
    with folder() as where:
        path = os.path.join(where, "t.xlsx")
        equal(tally(path, "xlsx", "--shape", "wide", "--by", "kontor").returncode, 0)
        # ; between, " around, UTF-8, words quoted, cells as they are shown
        how = "csv:Text - txt - csv (StarCalc):59,34,76,1,,0,true,true"
        done = subprocess.run(
            ["soffice", "--headless", f"-env:UserInstallation=file://{where}/profile",
             "--convert-to", how, "--outdir", where, path],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=240,
        )
        equal(done.returncode, 0, done.stderr.decode())
        if not os.path.exists(os.path.join(where, "t.csv")):
            raise Skipped("libreoffice-calc-nogui is not installed: " + done.stderr.decode().strip())
        with open(os.path.join(where, "t.csv"), encoding="utf-8-sig", newline="") as file:
            shown = list(csv.reader(file, delimiter=";"))
        ours = lyhord("tally", SAMPLE, "--shape", "wide", "--by", "kontor", "-f", "csv")
        wanted = list(csv.reader(io.StringIO(ours.stdout.decode()), delimiter=";"))
        equal(shown[1:], wanted[1:])


@test
def pspp_reads_numbers_with_their_labels_long_and_wide():
    if not shutil.which("pspp-convert"):
        raise Skipped("pspp is not installed")
    with folder() as where:
        for shape in SHAPES:
            sav, out = os.path.join(where, "t.sav"), os.path.join(where, "t.csv")
            equal(tally(sav, "sav", "--shape", *shape).returncode, 0)
            done = subprocess.run(["pspp-convert", "--labels", "--recode", sav, out],
                                  stdout=subprocess.PIPE, stderr=subprocess.PIPE)
            equal((done.returncode, done.stderr), (0, b""), shape)
            with open(out, encoding="utf-8", newline="") as file:
                rows = list(csv.DictReader(file))
            table = rows_of("tally", SAMPLE, "--shape", *shape)
            equal(len(rows), len(table))
            for got, wanted in zip(rows, table):
                equal(got["code"], wanted["code"])
                if "persons" in wanted and as_number(wanted["persons"]) is not None:
                    equal(as_number(got["persons"]), as_number(wanted["persons"]))


@test
def variables_and_values_have_swedish_labels():
    if not shutil.which("pspp"):
        raise Skipped("pspp is not installed")
    with folder() as where:
        sav = os.path.join(where, "t.sav")
        equal(tally(sav, "sav", "--by", "kontor").returncode, 0)
        syntax = put(where, "t.sps", f"GET FILE='{sav}'.\nDISPLAY DICTIONARY.\n")
        done = subprocess.run(["pspp", "-O", "format=txt", syntax], stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE, env=environment())
        told = " ".join(done.stdout.decode().split())
        for label in ("polaritet", "träffar", "för få för att visas", "bemötande"):
            assert label in told, label


# ---- a full disk ----


def limited(size):
    """Files may not grow beyond @size bytes: writing says so, as a full disk does."""
    def limit():
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
    return limit


def in_folder(where):
    return sorted(os.listdir(where))


@test
def a_disk_that_fills_up_anywhere_leaves_the_old_file_and_nothing_else():
    with folder() as where:
        study, out = small_study(os.path.join(where, "s")), os.path.join(where, "ut")
        os.mkdir(out)
        for format in FORMATS:
            path = os.path.join(out, f"t.{format}")
            equal(tally(path, format, study=study).returncode, 0, format)
            with open(path, "rb") as file:
                whole = file.read()
            size = len(whole)
            for limit in (0, size // 2, size - 1):
                put(out, f"t.{format}", "old")
                done = tally(path, format, study=study, preexec_fn=limited(limit))
                assert done.returncode in (73, 74), (format, limit, done.returncode)
                # ours alone: a library that writes to standard error itself is silenced
                assert b"[ERROR]" not in done.stderr, (format, limit, done.stderr)
                equal(in_folder(out), [f"t.{format}"], (format, limit))
                with open(path, "rb") as file:
                    equal(file.read(), b"old", (format, limit))
            equal(tally(path, format, study=study).returncode, 0)
            with open(path, "rb") as file:
                equal(file.read(), whole, format)
            os.remove(path)


@test
def a_workbook_is_whole_or_not_there_at_every_limit():
    """Its parts are written one by one before they are packed: each of them may be the one cut off."""
    with folder() as where:
        study, path = small_study(os.path.join(where, "s")), os.path.join(where, "t.xlsx")
        equal(tally(path, "xlsx", study=study).returncode, 0)
        with open(path, "rb") as file:
            whole = file.read()
        written = 0
        for limit in range(0, 14000, 700):
            os.path.exists(path) and os.remove(path)
            done = tally(path, "xlsx", study=study, preexec_fn=limited(limit))
            equal(in_folder(where), ["s", "t.xlsx"] if done.returncode == 0 else ["s"], limit)
            if done.returncode == 0:
                written += 1
                with open(path, "rb") as file:
                    equal(file.read(), whole, limit)
        assert written > 0


@test
def a_small_disk_that_is_full_is_an_error_and_the_file_is_not_there():
    with folder() as where:
        study, disk = small_study(os.path.join(where, "s")), os.path.join(where, "disk")
        os.mkdir(disk)
        script = (
            'mount -t tmpfs -o size=8k lyhord "$1" || exit 99\n'
            'for format in csv xlsx sav; do\n'
            '  "$2" tally "$3" -f $format -o "$1/t.$format" 2>/dev/null && exit 98\n'
            '  echo $?; ls -A "$1"\n'
            "done\n"
        )
        put(study, "codebook.csv", "kod\n" + "".join(f"{'kod' * 20}{i}\n" for i in range(600))
            + "bemötande\nlokal\nväntan\n")
        command = ["unshare", "-rm", "sh", "-c", script, "sh", disk, LYHORD, study]
        if not shutil.which("unshare"):
            raise Skipped("unshare is not installed")
        done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                              env=environment())
        if done.returncode not in (0, 98):
            raise Skipped("no disk of our own may be mounted here")
        equal(done.stdout.decode().split(), ["74", "74", "74"])


@test
def nobody_else_can_read_what_is_written():
    with folder() as where:
        for format in FORMATS:
            path = os.path.join(where, f"t.{format}")
            equal(tally(path, format).returncode, 0)
            equal(os.stat(path).st_mode & 0o777, 0o600, format)


main()
