"""What lies beside a report: the method in two languages, and the checklists COREQ and SRQR."""
import os
import re

from small_study import CODEBOOK, PIECES, WORDS, coding_rows, put, small_study
from tap import SAMPLE, equal, folder, lyhord, main, rows_of, test

PAPERS = ("coreq.md", "method.en.md", "method.sv.md", "srqr.md")

# Numbers and names as the checklists were published.
COREQ = """1 Interviewer/facilitator;2 Credentials;3 Occupation;4 Gender;5 Experience and training;
6 Relationship established;7 Participant knowledge of the interviewer;8 Interviewer characteristics;
9 Methodological orientation and Theory;10 Sampling;11 Method of approach;12 Sample size;
13 Non-participation;14 Setting of data collection;15 Presence of non-participants;
16 Description of sample;17 Interview guide;18 Repeat interviews;19 Audio/visual recording;
20 Field notes;21 Duration;22 Data saturation;23 Transcripts returned;24 Number of data coders;
25 Description of the coding tree;26 Derivation of themes;27 Software;28 Participant checking;
29 Quotations presented;30 Data and findings consistent;31 Clarity of major themes;
32 Clarity of minor themes"""
SRQR = """S1 Title;S2 Abstract;S3 Problem formulation;S4 Purpose or research question;
S5 Qualitative approach and research paradigm;S6 Researcher characteristics and reflexivity;
S7 Context;S8 Sampling strategy;S9 Ethical issues pertaining to human subjects;
S10 Data collection methods;S11 Data collection instruments and technologies;S12 Units of study;
S13 Data processing;S14 Data analysis;S15 Techniques to enhance trustworthiness;
S16 Synthesis and interpretation;S17 Links to empirical data;
S18 Integration with prior work, implications, transferability, and contribution(s) to the field;
S19 Limitations;S20 Conflicts of interest;S21 Funding"""


def papers_of(study, *options, exit=0):
    with folder() as where:
        out = os.path.join(where, "ut")
        done = lyhord("report", study, "-o", out, *options)
        equal(done.returncode, exit, done.stderr.decode())
        found = {}
        for name in PAPERS if exit == 0 else ():
            with open(os.path.join(out, name), encoding="utf-8") as file:
                found[name] = file.read()
        return found


def method_of(study, *options):
    return papers_of(study, *options)["method.en.md"]


def items_of(paper):
    """What stands under each item's heading, by "4. Gender"."""
    parts = re.split(r"^### (.*)$", paper, flags=re.M)[1:]
    return dict(zip(parts[::2], parts[1::2]))


@test
def every_item_is_there_once_and_in_order():
    found = papers_of(SAMPLE)
    for name, items in (("coreq.md", COREQ), ("srqr.md", SRQR)):
        wanted = [item.strip().replace(" ", ". ", 1) for item in items.split(";")]
        equal(list(items_of(found[name])), wanted, name)


@test
def what_no_file_tells_stays_open():
    coreq = items_of(papers_of(SAMPLE, "--language", "en")["coreq.md"])
    for name, text in coreq.items():
        number = int(name.split(".")[0])
        said = [line for line in text.strip().splitlines() if line and not line.startswith("#")]
        if number in (*range(1, 9), 11, 14, 19, 20, 22, 23, 26, 28):
            equal(len(said), 2, name)  # the question, and a line to write on
        if number not in (12, 25, 27, 29):
            assert "……" in text, name
    assert "12 transcripts with 12 persons" in coreq["12. Sample size"]
    assert "20 questions" in coreq["17. Interview guide"]
    assert "36 codes" in coreq["25. Description of the coding tree"]


@test
def the_agreement_is_that_of_agree():
    rows = rows_of("agree", SAMPLE)
    enough = [row for row in rows if row["alpha_low"] not in ("–", "")]

    def number(row, name):
        return float(row[name].replace(",", "."))

    low = min(enough, key=lambda row: number(row, "alpha"))
    high = max(enough, key=lambda row: number(row, "alpha"))
    text = method_of(SAMPLE)
    told = re.search(r"from (\S+) \((.*?); interval (\S+) to (\S+)\) to (\S+) \((.*?);", text)
    assert told, text
    equal(float(told[1]), round(number(low, "alpha"), 2))
    equal(told[2].lower(), low["code"])
    equal(float(told[3]), round(number(low, "alpha_low"), 2))
    equal(float(told[4]), round(number(low, "alpha_high"), 2))
    equal((float(told[5]), told[6].lower()), (round(number(high, "alpha"), 2), high["code"]))
    shares = [number(row, "percent") for row in enough]
    assert f"on {min(shares):.1f}% to {max(shares):.1f}% of the sentences" in text, text
    assert f"{rows[0]['units']} sentences in 12 transcripts" in text


@test
def both_languages_say_the_same_numbers_whatever_the_report_is_in():
    swedish, english = papers_of(SAMPLE), papers_of(SAMPLE, "--language", "en")
    for name in ("method.sv.md", "method.en.md"):
        equal(swedish[name], english[name], name)

    def numbers(text):
        return re.findall(r"\d+", text.replace(",", ".").replace("\u00a0", ""))

    equal(numbers(swedish["method.sv.md"]), numbers(swedish["method.en.md"]))
    assert "Others (Söder, Väst) (7)" in swedish["method.en.md"]
    assert "Övriga (Söder, Väst) (7)" in swedish["method.sv.md"]


@test
def it_never_claims_another_method_or_names_anybody():
    for name, text in papers_of(SAMPLE).items():
        equal(re.findall(r"reflexive thematic|reflexiv tematisk|\bR\d\d\b|mira|\bsam\b", text), [], name)


@test
def a_code_that_stands_in_one_place_is_no_perfect_agreement():
    with folder() as where:
        small_study(where)
        for coder in ("anna", "bo"):
            put(where, f"codings/{coder}.csv", coding_rows(["R1", "R2"]))
        os.remove(os.path.join(where, "codings/mira.csv"))
        text = method_of(where)
        assert "2 coders were compared" in text
        assert " to 1.00" not in text and "perfect agreement, goes" not in text, text
        assert "too seldom for an interval, and are not among these: 2." in text, text


@test
def one_coder_alone_agrees_with_nobody_and_a_machine_is_no_coder():
    with folder() as where:
        small_study(where)
        assert "has not been measured" in method_of(where)
        rows = coding_rows(WORDS).replace(";manual;", ";suggested;")
        put(where, "codings/maskin.csv", rows)
        assert "has not been measured" in method_of(where)
        put(where, "codings/sam.csv", coding_rows(["R1"]))
        assert "codings of 2 coders were compared" in method_of(where)


@test
def what_the_codings_came_from_is_counted():
    with folder() as where:
        small_study(where)
        assert "None of the 5 counted codings" in method_of(where)
        rows = ["document;code;polarity;state;status;coder;rule;quote"]
        for person, status in zip(WORDS, ("manual", "accepted", "accepted", "rejected", "accepted")):
            code, polarity, quote = PIECES[person]
            by = {"R2": "modell;modell: soffa", "R5": "bo;krånglig"}.get(person, ";vänta")
            rows.append(f"{person};{code};{polarity};stated;{status};{by};{quote}")
        rows.append("R1;bemötande;0;quoted;manual;;;De lyssnar")
        rows.append("R1;bemötande;0;unclear;manual;;;på mig")
        put(where, "codings/gemensam.csv", "\n".join(rows) + "\n")
        text = method_of(where)
        assert "Of the 4 counted codings people made 1 themselves and accepted 2 that" in text, text
        assert "by a model that learnt from what people had decided: 1." in text
        assert "people rejected: 1." in text
        assert "2 (questions and doubts 1, others' words 1, somebody else 0)" in text


@test
def suggestions_nobody_reviewed_are_said_to_be_that():
    with folder() as where:
        small_study(where)
        rows = coding_rows(WORDS).replace(";manual;", ";suggested;")
        put(where, "codings/gemensam.csv", rows.replace(";quote\n", ";\n"))
        text = method_of(where, "--suggested")
        assert "**machine suggestions, not reviewed**" in text
        assert "must not be used as results" in text
        assert "Of the 5 counted codings 5 are suggestions that nobody has reviewed" in text


@test
def how_people_were_chosen_decides_what_may_be_concluded():
    with folder() as where:
        for sample, said in (
            ("volunteers", "cannot be transferred"),
            ("purposive", "cannot be transferred"),
            ("random", "chance weighs heavily"),
            ("census", "did not take part would have said is not known"),
        ):
            small_study(where, settings=f"sample = {sample}\npopulation = 80\n")
            text = method_of(where)
            assert said in text, (sample, text)
            assert "They are 5 of 80 who use the service" in text


@test
def fields_that_the_codebook_lacks_are_counted():
    with folder() as where:
        small_study(where)
        assert "Each of its 3 codes has a definition" in method_of(where)
        put(where, "codebook.csv", CODEBOOK.replace("bemötande;hur man möts;x;y;z", "bemötande;d;;;"))
        assert "Of them 3 have a definition, 2 say when they are used, 2 when" in method_of(where)


@test
def what_stands_twice_is_said_and_so_are_words_in_the_middle():
    with folder() as where:
        small_study(where)
        long = "Jag ringde i tre veckor och ingen svarade och ingen hörde av sig efteråt heller"
        put(where, "transcripts/R3.txt", f"I: Hur?\nR: {WORDS['R3']} {long}.\n")
        put(where, "transcripts/R4.txt", f"I: Hur?\nR: {WORDS['R4']} Jo. {long}.\n")
        assert "counted once (passages: 1, words: 15)" in method_of(where), method_of(where)
        # one person's own number of words would be that person's
        coreq = items_of(papers_of(where, "--language", "en")["coreq.md"])
        assert re.search(r"about \d*00? words", coreq["21. Duration"]), coreq["21. Duration"]


@test
def a_name_in_a_code_that_nobody_used_is_stopped_too():
    with folder() as where:
        small_study(where)
        put(where, "codebook.csv", CODEBOOK + "Anna-Lena Karlsson;d;x;y;z\n")
        papers_of(where, exit=77)


@test
def what_people_wrote_shows_as_it_stands():
    with folder() as where:
        small_study(where, settings="question = Hur *är* det? # 1_2_3 [nej](x)\n")
        srqr = items_of(papers_of(where)["srqr.md"])
        assert r"Hur \*är\* det? \# 1\_2\_3 \[nej\](x)" in srqr["S4. Purpose or research question"]


main()
