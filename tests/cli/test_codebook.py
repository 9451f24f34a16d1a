"""codebook check, diff and merge: changing the codebook while people code."""
import csv
import hashlib
import io
import json
import os
import shutil

from small_study import everything, put, small_study
from tap import ROOT, SAMPLE, equal, folder, lyhord, main, test

CODEBOOKS = sorted(
    os.path.join(ROOT, "codebooks", name)
    for name in os.listdir(os.path.join(ROOT, "codebooks"))
    if name.endswith(".csv")
)
HEADING = "document;turn;start;end;code;polarity;state;status;coder;quote;mark\n"


def read(path):
    with open(path, "rb") as file:
        return file.read()


def cells(path):
    return list(csv.DictReader(io.StringIO(read(path).decode("utf-8-sig")), delimiter=";"))


def codebook(*arguments, exit=0, **more):
    done = lyhord("codebook", *arguments, **more)
    equal(done.returncode, exit, done.stderr.decode())
    return done


def rows_of(*arguments, **more):
    done = codebook(*arguments, "-f", "csv", **more)
    return list(csv.DictReader(io.StringIO(done.stdout.decode()), delimiter=";"))


def changed_sample(where):
    """The sample's codebook with a few changes, as a revisor would make them."""
    with open(os.path.join(SAMPLE, "codebook.csv"), encoding="utf-8", newline="") as file:
        book = list(csv.DictReader(file, delimiter=";"))
    names = list(book[0])
    for row in book:
        if row["kod"] == "ekonomi":
            row["kod"] = "pengar"
        if row["kod"] == "bemötande":
            row["regler_plus"] = "\n".join(row["regler_plus"].split("\n")[1:])
        if row["kod"] == "trygghet":
            row["undantag"] = "ont i magen\n" + row["undantag"]
            row["definition"] = "En annan definition."
        if row["kod"] in ("respekt", "misstro"):
            row["regler_plus"], row["regler_minus"] = row["regler_minus"], row["regler_plus"]
        if row["kod"] == "tydlighet":
            row["regler"] += "\nbrev | brevet"
    out = io.StringIO()
    writer = csv.DictWriter(out, names, delimiter=";", lineterminator="\n")
    writer.writeheader()
    writer.writerows(row for row in book if row["kod"] != "kontaktvägar")
    return put(where, "ny.csv", out.getvalue())


# ---- the command ----


@test
def its_words_explain_themselves():
    told = codebook("--help", "--language", "en").stdout.decode()
    for word in ("check", "diff", "expand", "merge", "stats"):
        assert f"  {word}" in told, word
        assert f"lyhord codebook {word}" in codebook(word, "--help").stdout.decode(), word
        equal(lyhord("help", "codebook", word).stdout, codebook(word, "--help").stdout)
    equal(lyhord("help", "codebook", "--language", "en").returncode, 0)
    codebook(exit=64)
    codebook("chekc", exit=64)
    codebook("diff", CODEBOOKS[0], exit=64)
    codebook("merge", CODEBOOKS[0], "a", exit=64)


# ---- check ----


@test
def a_sound_codebook_passes_and_the_exit_is_that_of_check():
    with folder() as where:
        head = "kod;färg;definition;när;inte_när;exempel;regler\n"
        sound = put(where, "a.csv", head + "a;#005A9C;d;n;i;Det luktar surt.;lukta | lukt\n")
        equal(codebook("check", sound).stdout, b"")
        weak = put(where, "b.csv", head + "a;#005A9C;d;n;i;Det luktar surt.;ljud\n")
        assert b"b.csv:2:" in codebook("check", weak, exit=1).stderr
        broken = put(where, "c.csv", head + "a;#005A9C;d;n;i;x;ljud |\n")
        codebook("check", broken, exit=65)
        codebook("check", os.path.join(where, "borta.csv"), exit=66)


@test
def what_check_says_of_a_codebook_is_said_here_too():
    with folder() as where:
        book = put(where, "a.csv", "kod;färg;annat;regler\na;röd;;x\nA;;;/(/\n")
        one = lyhord("check", "--codebook", book, "--language", "en")
        two = codebook("check", book, "--language", "en", exit=65)
        for line in one.stderr.decode().splitlines():
            if line.startswith(book):
                assert line in two.stderr.decode(), line


@test
def an_example_is_found_by_a_rule_of_its_code_or_of_one_below():
    with folder() as where:
        book = put(
            where,
            "a.csv",
            "kod;överordnad;definition;när;inte_när;exempel;regler\n"
            "rum;;d;n;i;Det luktar surt.;\nlukt;rum;d;n;i;Det är tyst.;lukta\n"
            "ensam;;d;n;i;Vad som helst.;\n",
        )
        said = codebook("check", book, "--language", "en", exit=1).stderr.decode()
        equal(said.count("warning:"), 1)
        assert "a.csv:3:" in said and "'lukt'" in said, said


@test
def a_study_is_checked_by_its_name_and_from_within():
    with folder() as where:
        small_study(where)
        equal(codebook("check", where).stderr, codebook("check", cwd=where).stderr)


# ---- diff ----


@test
def a_codebook_is_like_itself():
    for book in CODEBOOKS:
        rows = rows_of("diff", book, book)
        hash = hashlib.sha256(read(book)).hexdigest()
        equal([(row["kind"], row["before"], row["after"]) for row in rows], [("file", hash, hash)])


@test
def changes_are_told_with_their_lines():
    with folder() as where:
        old = put(where, "a.csv", 'kod;definition;regler\na;d;"x\ny"\nb;e;z\n')
        new = put(where, "b.csv", 'kod;definition;regler\na;D;"x\nv"\nc;f;u\n')
        rows = [tuple(row.values())[:8] for row in rows_of("diff", old, new)][1:]
        equal(
            rows,
            [
                ("code", "changed", "a", "definition", "d", "D", "2", "2"),
                ("rule", "removed", "a", "rules", "y", "", "3", "2"),
                ("rule", "added", "a", "rules", "", "v", "2", "3"),
                ("code", "added", "c", "code", "", "c", "", "4"),
                ("code", "changed", "c", "definition", "", "f", "", "4"),
                ("rule", "added", "c", "rules", "", "u", "", "4"),
                ("code", "removed", "b", "code", "b", "", "4", ""),
                ("code", "changed", "b", "definition", "e", "", "4", ""),
                ("rule", "removed", "b", "rules", "z", "", "4", ""),
            ],
        )
        told = codebook("diff", old, new).stdout.decode()
        assert "\n@@ a @@\n-definition: d\n+definition: D\n-regler: y\n+regler: v\n" in told, told
        equal(len(json.loads(codebook("diff", old, new, "-f", "json").stdout)), 10)


@test
def of_a_long_rule_only_what_came_and_went_is_told():
    with folder() as where:
        head = "kod;definition;regler\n"
        old = put(where, "a.csv", head + "a;d;vänta | kö | telefon | ringa\n")
        new = put(where, "b.csv", head + "a;d;vänta | kö | telefon | svar\n")
        told = codebook("diff", old, new, "--language", "en").stdout.decode()
        assert "\n@@ a @@\n~regler (line 2): … +svar | −ringa\n" in told, told
        rows = [row for row in rows_of("diff", old, new) if row["kind"] == "alternative"]
        equal(
            [(row["change"], row["code"], row["field"], row["before"], row["after"]) for row in rows],
            [("added", "a", "rules", "", "svar"), ("removed", "a", "rules", "ringa", "")],
        )


def suggestions(book):
    done = lyhord("code", "--codebook", book, SAMPLE)
    equal(done.returncode, 0)
    return list(csv.DictReader(io.StringIO(done.stdout.decode()), delimiter=";"))


def place(row):
    return row["document"], row["code"], int(row["start"]), int(row["end"])


@test
def segments_are_what_code_says_before_and_after():
    """Counted here from two runs of `code`, one with each codebook."""
    with folder() as where:
        old, new = os.path.join(SAMPLE, "codebook.csv"), changed_sample(where)
        rows = [row for row in rows_of("diff", old, new, SAMPLE) if row["kind"] == "segment"]
        renamed = {"ekonomi": "pengar"}
        before = {}
        for row in suggestions(old):
            row["code"] = renamed.get(row["code"], row["code"])
            before[place(row)] = row
        after = {place(row): row for row in suggestions(new)}

        def overlaps(one, others):
            return any(
                one[:2] == two[:2] and one[2] < two[3] and two[2] < one[3] for two in others
            )

        gone, came = before.keys() - after.keys(), after.keys() - before.keys()
        wanted = {("lost",) + key for key in gone if not overlaps(key, came)}
        wanted |= {("new",) + key for key in came if not overlaps(key, gone)}
        wanted |= {
            ("changed",) + key
            for key in before.keys() & after.keys()
            if (before[key]["polarity"], before[key]["state"])
            != (after[key]["polarity"], after[key]["state"])
        }
        wanted |= {("changed",) + key for key in came if overlaps(key, gone)}
        equal({(row["change"],) + place(row) for row in rows}, wanted)
        assert {row["change"] for row in rows} == {"lost", "new", "changed"}
        for row in rows:
            key = place(row)
            side = after.get(key) or before.get(key)
            equal((row["text"], row["turn"]), (side["quote"], side["turn"]))
        for row in rows:
            if row["change"] == "changed" and row["field"] == "polarity":
                equal((row["before"], row["after"]),
                      (before[place(row)]["polarity"], after[place(row)]["polarity"]))


@test
def the_rule_that_did_it_may_be_an_exception():
    with folder() as where:
        small_study(where)
        head = "kod;definition;när;inte_när;exempel;regler;undantag\n"
        old = put(where, "gammal.csv", head + "väntan;d;n;i;e;vänta | ringa;\n")
        new = put(where, "ny.csv", head + "väntan;d;n;i;e;vänta | ringa;ringer aldrig\n")
        for pair, change in (((old, new), "lost"), ((new, old), "new")):
            rows = rows_of("diff", *pair, where)
            segments = [row for row in rows if row["kind"] == "segment"]
            equal([(row["change"], row["document"], row["rule"]) for row in segments],
                  [(change, "R4", "undantag: ringer aldrig")])
            totals = {row["field"]: (row["before"], row["after"]) for row in rows
                      if row["kind"] == "total"}
            wanted = ("2", "1") if change == "lost" else ("1", "2")
            equal(totals, {"suggestions": wanted, "persons": wanted})


@test
def codings_that_lose_their_code_are_counted():
    with folder() as where:
        old, new = os.path.join(SAMPLE, "codebook.csv"), changed_sample(where)
        rows = [row for row in rows_of("diff", old, new, SAMPLE) if row["kind"] == "orphan"]
        wanted = {}
        for name in sorted(os.listdir(os.path.join(SAMPLE, "codings"))):
            for row in cells(os.path.join(SAMPLE, "codings", name)):
                if row["code"] in ("ekonomi", "kontaktvägar"):
                    key = name, row["code"], row["status"]
                    wanted[key] = wanted.get(key, 0) + 1
        equal({(row["before"], row["code"], row["field"]): int(row["codings"]) for row in rows},
              wanted)
        equal({row["code"]: (row["change"], row["after"]) for row in rows},
              {"ekonomi": ("renamed", "pengar"), "kontaktvägar": ("removed", "")})


@test
def nothing_is_written_when_either_codebook_is_broken():
    with folder() as where:
        sound = put(where, "a.csv", "kod;regler\na;x\n")
        broken = put(where, "b.csv", "kod;regler\na;x |\n")
        for pair in ((sound, broken), (broken, sound)):
            done = codebook("diff", *pair, exit=65)
            equal(done.stdout, b"")
            assert b"b.csv:2:" in done.stderr
        codebook("diff", sound, os.path.join(where, "c.csv"), exit=66)


# ---- merge ----


@test
def a_codebook_alone_is_written_to_where_it_is_asked_for():
    with folder() as where:
        book = put(where, "a.csv", "kod;regler\na;x\nb;y\nc;@b\n")
        wanted = "kod;regler\na;\"x\n# from b\ny\"\nc;'@a\n"
        english = "--language", "en"
        equal(codebook("merge", book, "b", "--into", "a", *english).stdout.decode(), wanted)
        out = os.path.join(where, "ny.csv")
        codebook("merge", book, "b", "--into", "a", "-o", out, *english)
        equal(read(out).decode(), wanted)
        equal(read(book).decode(), "kod;regler\na;x\nb;y\nc;@b\n")
        codebook("merge", book, "b", "--into", "d", exit=65)
        codebook("merge", book, "a", "--into", "a", exit=65)
        codebook("merge", book, "d", "--into", "a", exit=65)
        equal(codebook("merge", book, "b", "--into", "d", "--new").stdout.decode(),
              "kod;regler\na;x\nd;y\nc;'@d\n")


@test
def codes_of_the_five_codebooks_can_be_joined_and_read_again():
    """What is not joined stays as it is, and the result is a codebook."""
    with folder() as where:
        for book in CODEBOOKS:
            names = [row["kod"] for row in cells(book)]
            for one, two in list(zip(names, names[2:]))[::5]:
                out = os.path.join(where, "ny.csv")
                done = lyhord("codebook", "merge", book, one, "--into", two, "-o", out)
                if done.returncode == 65:
                    assert b"cannot be joined" in done.stderr or b"itself" in done.stderr
                    continue
                equal(done.returncode, 0, done.stderr.decode())
                equal(lyhord("check", "--codebook", out, "-q").returncode % 65, 0)
                after = {row["kod"]: row for row in cells(out)}
                equal(list(after), [name for name in names if name != one])
                before = {row["kod"]: row for row in cells(book)}
                for name, row in before.items():
                    if name not in (one, two) and one not in (row["överordnad"] or "").split("|"):
                        if not any(f"@{one}" in (cell or "") for cell in row.values()):
                            equal(after[name], row)


@test
def a_code_renamed_and_renamed_back_leaves_the_five_codebooks_byte_for_byte():
    with folder() as where:
        one, two = os.path.join(where, "en.csv"), os.path.join(where, "två.csv")
        for book in CODEBOOKS:
            name = cells(book)[3]["kod"]
            codebook("merge", book, name, "--into", "ett nytt namn", "--new", "-o", one)
            assert read(one) != read(book), book
            codebook("merge", one, "ett nytt namn", "--into", name, "--new", "-o", two)
            equal(read(two), read(book), book)


def study_to_join(where):
    small_study(where)
    put(where, "guide.csv", "fråga;avsnitt;text;tema\n1;Rum;Hur var lokalen?;lokal\n")
    put(
        where,
        "codings/gemensam.csv",
        HEADING
        + "R3;;;;väntan;-;;;;vänta som en istapp;\n"
        + "R3;2;;;lokal;−;stated;rejected;;vänta som en istapp;quote\n"
        + "R4;;;;lokal;-;;manual;;ringer aldrig tillbaka;\n"
        + "R5;;;;lokal;+;;manual;;krånglig som en labyrint;\n"
        + "R5;;;;väntan;-;;manual;;krånglig som en labyrint;\n"
        + "R1;;;;bemötande;+;;manual;;öronen på skaft;quote\n",
    )
    return where


@test
def a_study_takes_its_codings_guide_and_decisions_along():
    with folder() as where:
        study_to_join(where)
        before = everything(where)
        done = codebook("merge", where, "lokal", "--into", "väntan")
        equal(everything(where), before, "asked of nobody, nothing is changed")
        assert "väntan, gemensam.csv" in done.stdout.decode(), done.stdout

        codebook("merge", where, "lokal", "--into", "väntan", "--who", "Mira", "--reason",
                 "samma; sak", "--yes")
        rows = cells(os.path.join(where, "codings/gemensam.csv"))
        equal(
            [(row["document"], row["code"], row["polarity"], row["status"], row["mark"])
             for row in rows],
            [
                ("R3", "väntan", "-", "", "quote"),
                ("R4", "väntan", "-", "manual", ""),
                ("R5", "väntan", "+", "manual", ""),
                ("R5", "väntan", "-", "manual", ""),
                ("R1", "bemötande", "+", "manual", "quote"),
            ],
        )
        equal([row["tema"] for row in cells(os.path.join(where, "guide.csv"))], ["väntan"])
        equal([row["kod"] for row in cells(os.path.join(where, "codebook.csv"))],
              ["bemötande", "väntan"])
        made = cells(os.path.join(where, "decisions.csv"))[-1]
        equal((made["kind"], made["target"], made["value"], made["who"], made["reason"]),
              ("code", "lokal → väntan", "merged", "Mira", "samma; sak"))
        equal(lyhord("tally", where).returncode, 0)
        assert b"decision-kind" not in lyhord("check", where).stderr


@test
def of_one_passage_an_accepted_coding_stays_and_an_open_one_before_a_rejected():
    cases = [
        (("rejected", "accepted"), "accepted"),
        (("rejected", "suggested"), "suggested"),
        (("suggested", "manual"), "manual"),
        (("accepted", "rejected"), "accepted"),
    ]
    for (first, second), stays in cases:
        with folder() as where:
            small_study(where)
            put(where, "codings/gemensam.csv", HEADING
                + f"R3;;;;väntan;-;;{first};;vänta som en istapp;\n"
                + f"R3;;;;lokal;-;;{second};;vänta som en istapp;\n")
            codebook("merge", where, "lokal", "--into", "väntan", "--yes")
            rows = cells(os.path.join(where, "codings/gemensam.csv"))
            equal([row["status"] for row in rows], [stays])


@test
def other_coders_and_other_words_are_nobodys_double():
    with folder() as where:
        small_study(where)
        put(where, "codings/gemensam.csv", HEADING
            + "R3;;;;väntan;-;;manual;mira;vänta som en istapp;\n"
            + "R3;;;;lokal;-;;manual;sam;vänta som en istapp;\n"
            + "R3;;;;lokal;-;;manual;mira;som en istapp;\n"
            + "R3;;;;lokal;-;wish;manual;mira;vänta som en istapp;\n")
        codebook("merge", where, "lokal", "--into", "väntan", "--yes")
        equal(len(cells(os.path.join(where, "codings/gemensam.csv"))), 4)


@test
def a_code_is_renamed_with_its_codings():
    with folder() as where:
        study_to_join(where)
        codebook("merge", where, "väntan", "--into", "kötid", "--new", "--yes")
        assert "väntan" not in [
            row["code"] for row in cells(os.path.join(where, "codings/gemensam.csv"))]
        equal([row["kod"] for row in cells(os.path.join(where, "codebook.csv"))],
              ["bemötande", "lokal", "kötid"])
        equal(cells(os.path.join(where, "decisions.csv"))[-1]["value"], "renamed")
        equal(lyhord("tally", where).returncode, 0)


TYPOLOGY = """[study]
title = väntan och lokal

[typology]
# väntan är en rad
title = väntan + lokal
rows = väntan | lokal|bemötande
columns = nu | då
lokal + nu = Trångt
väntan + nu = Länge
bemötande+då = Förr
"""


def study_with_a_typology(where):
    study_to_join(where)
    put(where, "codebook.csv", "kod;överordnad\nbemötande;\nallt;\nväntan;allt\nlokal;\nnu;\ndå;\n")
    put(where, "lyhord.ini", TYPOLOGY)
    put(where, "guide.csv", "fråga;avsnitt;text;tema\n1;Rum;Hur var lokalen?;lokal | bemötande|väntan\n"
        "2;;Och nu?;nu|då\n")
    put(where, "decisions.csv", "kind;target;value;who;reason;date\n"
        + "".join(f"cell;{cell};accepted;Mira;Alla vet.;2026-05-01\n"
                  for cell in ("väntan.minus@Övriga (a, b)", "allt@Övriga (a, b)", "bemötande.plus@x"))
        + " cell; väntan.plus@Övriga (a, b) ;accepted ;Mira;Alla vet.;2026-05-01\n")
    return where


@test
def a_typology_a_guide_and_accepted_figures_are_taken_along():
    with folder() as where:
        study_with_a_typology(where)
        codebook("merge", where, "lokal", "--into", "väntan", "--yes")
        ini = read(os.path.join(where, "lyhord.ini")).decode()
        # the second text of what is now one cell is kept as a comment; all else as it stood
        equal(ini, TYPOLOGY.replace("väntan | lokal|bemötande", "väntan | bemötande")
              .replace("lokal + nu = Trångt", "väntan + nu = Trångt")
              .replace("väntan + nu = Länge", "# väntan + nu = Länge"))
        equal([row["tema"] for row in cells(os.path.join(where, "guide.csv"))],
              ["väntan | bemötande", "nu|då"])
        # whom a figure tells of may be others now: it was accepted as another
        equal([(row["target"], row["value"]) for row in cells(os.path.join(where, "decisions.csv"))],
              [("väntan.minus@Övriga (a, b)", "lapsed"), ("allt@Övriga (a, b)", "lapsed"),
               ("bemötande.plus@x", "accepted"),
               (" väntan.plus@Övriga (a, b) ", "lapsed"), # spaces around a cell say nothing
               ("lokal → väntan", "merged")])
        equal(lyhord("tally", "--table", "typology", where).returncode, 0)


@test
def a_new_name_changes_no_figure():
    with folder() as where:
        study_with_a_typology(where)
        put(where, "lyhord.ini", TYPOLOGY.replace("\n", "\r\n"))
        done = codebook("merge", where, "väntan", "--into", "kötid", "--new", "--yes")
        assert "lyhord.ini" in done.stdout.decode(), done.stdout.decode()
        ini = read(os.path.join(where, "lyhord.ini")).decode()
        equal(ini, TYPOLOGY.replace("väntan | lokal|bemötande", "kötid | lokal | bemötande")
              .replace("väntan + nu", "kötid + nu").replace("\n", "\r\n"))
        equal([row["target"] for row in cells(os.path.join(where, "decisions.csv"))][:3],
              ["kötid.minus@Övriga (a, b)", "allt@Övriga (a, b)", "bemötande.plus@x"])
        equal({row["value"] for row in cells(os.path.join(where, "decisions.csv"))},
              {"accepted", "accepted ", "renamed"})
        equal(lyhord("tally", "--table", "typology", where).returncode, 0)


@test
def a_study_stopped_half_way_is_finished_by_the_same_command():
    """As after a crash: what comes first is done, the codebook is still the old one."""
    with folder() as where:
        study_to_join(where)
        old = read(os.path.join(where, "codebook.csv"))
        arguments = "merge", where, "lokal", "--into", "väntan", "--yes"
        codebook(*arguments)
        shutil.rmtree(os.path.join(where, "undo"))
        whole = everything(where)
        with open(os.path.join(where, "codebook.csv"), "wb") as file:
            file.write(old)
        codebook(*arguments)
        shutil.rmtree(os.path.join(where, "undo"))
        equal(everything(where), whole)


@test
def what_cannot_be_written_leaves_all_as_it_was():
    with folder() as where:
        study_to_join(where)
        before = everything(where)
        if os.geteuid() == 0:
            # root may write anywhere: a folder where the file should be stands in its way
            os.remove(os.path.join(where, "guide.csv"))
            before = everything(where)
            os.mkdir(os.path.join(where, "decisions.csv"))
        else:
            os.chmod(os.path.join(where, "codings"), 0o500)
        done = lyhord("codebook", "merge", where, "lokal", "--into", "väntan", "--yes")
        assert done.returncode in (66, 73), done
        equal(everything(where), before)
        os.chmod(os.path.join(where, "codings"), 0o700)


@test
def what_people_wrote_of_a_theme_goes_where_its_code_goes():
    with folder() as where:
        study_to_join(where)
        put(where, "report/tema-lokal.md", "Rummet är trångt ({{av:lokal}}).\n")
        put(where, "report/tema-väntan.md", "Väntan är lång.\n")
        done = lyhord("codebook", "merge", where, "lokal", "--into", "väntan", "--yes")
        equal(done.returncode, 0, done.stderr.decode())
        assert b"theme-text-moved" in done.stderr, done.stderr
        equal(read(os.path.join(where, "report/tema-väntan.md")).decode(),
              "Väntan är lång.\n\nRummet är trångt ({{av:väntan}}).\n")
        equal(read(os.path.join(where, "report/tema-lokal.md")), b"")
        done = lyhord("report", "--draft", where, "-o", os.path.join(where, "reports/ny"))
        assert b"own-text-unknown" not in done.stderr, done.stderr
        equal(lyhord("undo", where, "--yes").returncode, 0)
        equal(read(os.path.join(where, "report/tema-lokal.md")).decode(), "Rummet är trångt ({{av:lokal}}).\n")
        equal(read(os.path.join(where, "report/tema-väntan.md")).decode(), "Väntan är lång.\n")


@test
def what_people_wrote_is_joined_whatever_program_they_wrote_it_in():
    ours, theirs = "Väntan är lång.\n", "Rummet är trångt ({{av:lokal}}).\n"
    for encoding in ("utf-16", "utf-16-be", "cp1252", "utf-8-sig"):
        with folder() as where:
            study_to_join(where)
            put(where, "report/tema-väntan.md", ours)
            put(where, "report/metod.md", "")
            for name in ("tema-lokal", "metod"):
                with open(os.path.join(where, "report", name + ".md"), "wb") as file:
                    file.write((b"\xfe\xff" if encoding == "utf-16-be" else b"") + theirs.encode(encoding))
            done = lyhord("codebook", "merge", where, "lokal", "--into", "väntan", "--yes")
            equal(done.returncode, 0, done.stderr.decode())
            equal(read(os.path.join(where, "report/tema-väntan.md")).decode(),
                  ours + "\n" + theirs.replace("lokal", "väntan"), encoding)
            mark = b"\xef\xbb\xbf" if encoding == "utf-8-sig" else b""
            equal(read(os.path.join(where, "report/metod.md")), mark + theirs.replace("lokal", "väntan").encode(), encoding)


@test
def a_theme_that_is_only_called_otherwise_keeps_its_text():
    with folder() as where:
        study_to_join(where)
        put(where, "report/tema-lokal.md", "Rummet är trångt.\n")
        done = lyhord("codebook", "merge", where, "lokal", "--into", "rummet", "--new", "--yes")
        equal(done.returncode, 0, done.stderr.decode())
        equal(read(os.path.join(where, "report/tema-rummet.md")).decode(), "Rummet är trångt.\n")


@test
def a_studys_own_codebook_is_not_written_over_behind_its_codings():
    with folder() as where:
        study_to_join(where)
        before = everything(where)
        own = os.path.join(where, "codebook.csv")
        codebook("merge", own, "lokal", "--into", "väntan", "-o", own, exit=65)
        equal(everything(where), before)
        put(where, "study.db", "x")
        codebook("merge", where, "lokal", "--into", "väntan", "--yes", exit=65)


@test
def no_line_of_an_interview_is_shown():
    with folder() as where:
        study_to_join(where)
        put(where, "codings/sam.csv", HEADING + 'R1;;;;lokal;-;;;;hemlig "sak;\n')
        for arguments in (("merge", where, "lokal", "--into", "väntan", "--yes"),
                          ("diff", os.path.join(where, "codebook.csv"), CODEBOOKS[0], where)):
            done = lyhord("codebook", *arguments)
            equal(done.returncode, 65)
            assert b"hemlig" not in done.stderr, done.stderr


main()
