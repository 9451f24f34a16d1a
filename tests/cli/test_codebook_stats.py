"""`codebook stats`, worked by hand on three sentences, and counted once more on the sample."""
import collections
import csv
import io
import json
import os
import shutil

from small_study import put
from tap import SAMPLE, equal, folder, lyhord, main, test

HEADING = "kod;definition;när;inte_när;exempel;regler;regler_plus;regler_minus;undantag\n"
CODEBOOK = (
    HEADING
    + 'väntan;tid;x;y;z;"vänta\nvänta länge\nköa | stå i kö\nväntar";;;vänta lite\n'
    + 'telefon;ringa;x;y;z;"länge\n# en anmärkning\nringer";;;\n'
)
WORDS = {
    "R1": "Jag fick vänta länge. Jag fick vänta.",
    "R2": "Vi kan vänta lite. De ringer aldrig.",
}


def study(where, codebook=CODEBOOK, words=WORDS):
    put(where, "lyhord.ini", "[study]\nformat = 1\ntitle = Prov\nresearch = nej\n")
    put(where, "codebook.csv", codebook)
    put(where, "respondents.csv", "id\n" + "".join(f"{person}\n" for person in words))
    for person, said in words.items():
        put(where, f"transcripts/{person}.txt", f"I: Hur var det?\nR: {said}\n")
    return where


def read(done):
    equal(done.returncode, 0, done.stderr.decode())
    return list(csv.DictReader(io.StringIO(done.stdout.decode()), delimiter=";"))


def stats(*arguments):
    return read(lyhord("codebook", "stats", *arguments))


def number(cell):
    return None if cell == "–" else float(cell.replace(",", "."))


# ---- by hand ----


@test
def what_stands_what_is_taken_and_what_is_dead_are_as_counted_by_hand():
    with folder() as where:
        rows = stats(study(where))
    told = [
        tuple(
            row[name]
            for name in "code column line rule hits persons documents statements excepted "
            "shadowed shadowed_by overlap overlap_codes".split()
        )
        for row in rows
    ]
    equal(
        told,
        [
            ("väntan", "regler", "2", "vänta", *"1 1 1 1 1 1".split(), "vänta länge", "0", ""),
            ("väntan", "regler", "3", "vänta länge", *"1 1 1 1 0 0".split(), "", "1", "telefon 1"),
            ("väntan", "regler", "4", "köa | stå i kö", *"0 0 0 0 0 0".split(), "", "0", ""),
            # in the first sentence the longer rule has it, in the second the earlier one
            ("väntan", "regler", "5", "väntar", *"0 0 0 0 1 2".split(), "vänta", "0", ""),
            ("väntan", "undantag", "5", "vänta lite", *"1 1 1 – 2 0".split(), "", "0", ""),
            ("telefon", "regler", "6", "länge", *"1 1 1 1 0 0".split(), "", "1", "väntan 1"),
            ("telefon", "regler", "8", "ringer", *"1 1 1 1 0 0".split(), "", "0", ""),
        ],
    )


@test
def the_alternatives_of_a_rule_are_rows_of_their_own_when_asked_for():
    book = (
        HEADING + "väntan;t;x;y;z;vänta | köa | vänta länge | (stå | sitta) ~3 (rad | led);;;\n"
        'hel;t;x;y;z;"(vänta | ""a|b"")\n""a|b"" | (vänta) | länge";;;\n'
    )
    with folder() as where:
        rows = stats("--indicators", study(where, book))
    equal(
        [(row["rule"], row["hits"], row["shadowed"]) for row in rows],
        [("vänta", "2", "1"), ("köa", "0", "0"), ("vänta länge", "1", "0"),
         ("(stå | sitta) ~3 (rad | led)", "0", "0"),
         # brackets around all of a rule make it one; a bar in quotes parts nothing
         ('(vänta | "a|b")', "3", "0"), ('"a|b"', "0", "0"), ("(vänta)", "0", "3"),
         ("länge", "1", "0")],
    )


@test
def decisions_of_every_coder_are_counted_by_the_rule_they_name():
    rows = [
        "document;code;quote;status;rule",
        "R1;väntan;vänta länge;accepted;vänta länge",
        "R1;väntan;Jag fick vänta.;rejected;vänta",
        "R2;telefon;ringer;suggested;ringer",
        "R2;telefon;ringer;rejected;en regel som togs bort",
        "R1;väntan;Jag fick vänta.;manual;",
    ]
    with folder() as where:
        study(where)
        put(where, "codings/mira.csv", "\n".join(rows) + "\n")
        put(where, "codings/gemensam.csv", "\n".join(rows[:2]) + "\n")
        done = lyhord("codebook", "stats", where)
        told = {
            row["rule"]: (row["accepted"], row["rejected"], row["undecided"],
                          row["share_accepted"])
            for row in read(done)
        }
    equal(told["vänta länge"], ("2", "0", "0", "100,0"))
    equal(told["vänta"], ("0", "1", "0", "0,0"))
    equal(told["ringer"], ("0", "0", "1", "–"))
    equal(told["länge"], ("0", "0", "0", "–"))
    assert b"not in that place: 1" in done.stderr, done.stderr.decode()


@test
def decisions_about_codes_that_are_gone_are_told_of_and_stop_nothing():
    with folder() as where:
        study(where)
        put(where, "codings/mira.csv", "document;code;quote;status;rule\n"
            "R1;gammal;vänta länge;rejected;vänta länge\nR1;väntan;vänta länge;accepted;vänta länge\n")
        done = lyhord("codebook", "stats", where)
        rows = read(done)
    equal((rows[1]["accepted"], rows[1]["rejected"]), ("1", "0"))
    assert b"not in that place: 1" in done.stderr, done.stderr.decode()


@test
def references_find_what_the_code_they_name_finds():
    book = HEADING + "väntan;t;x;y;z;vänta;;;vänta lite\nallt;t;x;y;z;@väntan & jag;;;\n"
    with folder() as where:
        rows = stats(study(where, book))
    equal([(row["code"], row["hits"]) for row in rows],
          [("väntan", "2"), ("väntan", "1"), ("allt", "2")])


@test
def loose_files_have_no_decisions_and_the_rest_all_the_same():
    with folder() as where:
        study(where)
        book = os.path.join(where, "codebook.csv")
        loose = put(where, "annat/R1.txt", f"I: Hur var det?\nR: {WORDS['R1']}\n")
        rows = stats("--codebook", book, loose)
    equal([row["hits"] for row in rows], ["1", "1", "0", "0", "0", "1", "0"])


@test
def a_screen_gets_fewer_columns_and_words_and_json_everything():
    with folder() as where:
        study(where)
        put(where, "codings/mira.csv", "document;code;quote;status;rule\n"
            "R1;väntan;vänta länge;accepted;vänta länge\n")
        text = lyhord("codebook", "stats", "-f", "text", where).stdout.decode()
        plain = json.loads(lyhord("codebook", "stats", "-f", "json", where).stdout)
    assert "1 av 1" in text and "×  vänta lite" in text, text
    assert "shadowed_by" not in text
    equal(plain["rows"][1]["share_accepted"], 100.0)
    equal(plain["rows"][5]["overlap_codes"], "väntan 1")


@test
def a_wrong_codebook_is_told_by_its_own_places():
    with folder() as where:
        study(where, HEADING + "väntan;t;x;y;z;/(/;;;\n")
        done = lyhord("codebook", "stats", where)
    equal(done.returncode, 65)
    assert b"codebook.csv:2:" in done.stderr, done.stderr.decode()


# ---- the sample, counted here ----


class Counted:
    """What `code` writes, decided about by a rule of our own, and counted by rule."""

    def __init__(self, where):
        shutil.copytree(SAMPLE, where, dirs_exist_ok=True)
        self.hits = read(lyhord("code", "-q", where))
        self.sentences = collections.defaultdict(list)
        for row in read(lyhord("tokens", "-q", where)):
            self.sentences[row["document"]].append(
                (int(row["start"]), int(row["end"]), int(row["sentence"]))
            )
        self.by_rule = collections.defaultdict(list)
        for hit in self.hits:
            hit["start"], hit["end"] = int(hit["start"]), int(hit["end"])
            self.by_rule[hit["code"], hit["rule"]].append(hit)

    def decide(self, where):
        """Every fifth hit is left out; of the others two are accepted, one rejected, one open."""
        kept = []
        for index, hit in enumerate(self.hits):
            hit["status"] = ("accepted", "accepted", "rejected", "suggested", None)[index % 5]
            if hit["status"]:
                kept.append(hit)
        with open(os.path.join(where, "codings/regler.csv"), "w", encoding="utf-8") as file:
            writer = csv.DictWriter(file, kept[0].keys(), delimiter=";")
            writer.writeheader()
            writer.writerows(kept)

    def sentence(self, document, offset):
        return next(n for start, end, n in self.sentences[document] if start <= offset < end)

    def statements(self, hits):
        """Runs in the same or in neighbouring sentences of one turn, of one polarity."""
        grouped = collections.defaultdict(list)
        for hit in hits:
            if hit["state"] in ("stated", "negated"):
                place = hit["document"], hit["start"]
                last = hit["document"], hit["end"] - 1
                grouped[hit["document"], hit["turn"], hit["polarity"]].append(
                    (hit["start"], self.sentence(*place), self.sentence(*last))
                )
        count = 0
        for spans in grouped.values():
            reach = None
            for _, first, last in sorted(spans):
                count += reach is None or first > reach + 1
                reach = last if reach is None or first > reach + 1 else max(reach, last)
        return count

    def overlaps(self, hits):
        met = collections.Counter()
        meeting = 0
        for hit in hits:
            codes = {
                other["code"]
                for other in self.hits
                if other["document"] == hit["document"]
                and other["code"] != hit["code"]
                and other["start"] < hit["end"]
                and hit["start"] < other["end"]
            }
            meeting += bool(codes)
            met.update(codes)
        return meeting, met


@test
def every_figure_of_the_sample_is_that_of_an_independent_count():
    with folder() as where:
        counted = Counted(where)
        counted.decide(where)
        rows = stats("-q", where)
    spelled = collections.Counter((row["code"], row["rule"]) for row in rows)
    assert len(rows) > 400 and len(counted.by_rule) > 90
    compared = 0
    for row in rows:
        key = row["code"], row["rule"]
        hits = counted.by_rule.get(key, [])
        if row["column"] == "undantag" or spelled[key] > 1:
            continue
        compared += bool(hits)
        meeting, met = counted.overlaps(hits)
        decided = collections.Counter(hit["status"] for hit in hits)
        taken = decided["accepted"] + decided["rejected"]
        wanted = {
            "hits": len(hits),
            "persons": len({hit["respondent"] for hit in hits}),
            "documents": len({hit["document"] for hit in hits}),
            "statements": counted.statements(hits),
            "accepted": decided["accepted"],
            "rejected": decided["rejected"],
            "undecided": decided["suggested"],
            "overlap": meeting,
        }
        equal({name: int(row[name]) for name in wanted}, wanted, str(key))
        share = number(row["share_accepted"])
        assert (share is None) == (taken == 0), key
        if taken:
            assert abs(share - 100 * decided["accepted"] / taken) <= 0.0501, key
        told = [part.rsplit(" ", 1) for part in row["overlap_codes"].split(" | ") if part]
        equal({code: int(times) for code, times in told}, dict(met), str(key))
        figures = [int(times) for _, times in told]
        equal(figures, sorted(figures, reverse=True), str(key))
    assert compared > 90, compared


@test
def a_rule_s_hits_and_losses_are_all_that_it_finds_alone():
    """kwic knows nothing of codes, exceptions and other rules."""
    rows = stats("-q", SAMPLE)
    asked = [row for row in rows if row["column"] != "mönster"]
    lossy = [row for row in asked if row["shadowed"] != "0" or row["excepted"] != "0"]
    asked = lossy[:20] + [row for row in asked if row["hits"] != "0"][::12][:10]
    assert len(asked) > 10 and lossy
    for row in asked:
        alone = read(lyhord("kwic", "-q", row["rule"], SAMPLE))
        losses = 0 if row["column"] == "undantag" else int(row["excepted"])
        found = int(row["hits"]) + losses + int(row["shadowed"])
        equal(found, len(alone), f"{row['code']}: {row['rule']}")


@test
def the_alternatives_of_a_rule_find_together_what_the_rule_does():
    whole = {row["line"] + row["column"] + row["code"]: int(row["hits"])
             for row in stats("-q", SAMPLE) if row["column"] != "undantag"}
    parts = collections.Counter()
    for row in stats("-q", "--indicators", SAMPLE):
        if row["column"] != "undantag":
            parts[row["line"] + row["column"] + row["code"]] += int(row["hits"])
    equal(dict(parts), whole)


main()
