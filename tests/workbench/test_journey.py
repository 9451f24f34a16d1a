"""Two people code an interview by the keyboard alone and agree, while browser and workbench are killed between.

Every decision the page said was kept is kept. Only the release build runs this: what is in memory is
looked at by the tests of each route, and a browser beside a sanitized program takes minutes.
"""
import json
import os
import shutil
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [HERE, os.path.join(HERE, "../cli"), os.path.join(HERE, "../browser")]

import browser  # noqa: E402
from seen import picture, text  # noqa: E402
from tap import LYHORD, SAMPLE, Skipped, environment, equal, main, rows_of, test  # noqa: E402

NAME = "R02"
TITLE = "Att söka stöd när pengarna tar slut"


class Workbench:
    """The program for @study, and a browser that looks at it."""

    def __init__(self, study, *options):
        self.study, self.options = study, options
        self.start()
        self.look()

    def start(self):
        self.program = subprocess.Popen([LYHORD, "workbench", "--no-browser", "--language", "en", *self.options, self.study],
                                        env=environment(), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        self.address = self.program.stdout.readline().decode().strip()

    def look(self):
        self.browser = browser.Browser()
        self.page = self.browser.__enter__()
        self.page.look(width=1280, height=900)
        self.open()

    def open(self):
        self.page.visit(self.address)
        self.page.wait("Boolean(document.querySelector('#page h1'))", "the page")

    def kill_browser(self):
        self.page.kill()
        self.look()

    def kill_program(self):
        self.program.kill()
        self.program.wait()
        self.start()
        self.open()

    def end(self):
        self.browser.__exit__()
        self.program.terminate()
        self.program.wait()

    # ---- as a keyboard does ----

    def tab_to(self, wanted):
        """Tab until what has the focus says @wanted."""
        says = "document.activeElement.textContent + (document.activeElement.ariaLabel ?? '') + document.activeElement.id"
        for _ in range(150):
            if wanted in self.page.run(says) and self.page.run("document.activeElement.matches('a, button, input, textarea')"):
                return
            self.page.press("Tab")
        raise AssertionError(f"no Tab leads to {wanted}")

    def enter(self, wanted):
        self.tab_to(wanted)
        self.page.press("Enter")

    def kept(self):
        self.page.wait("document.getElementById('saved').textContent === 'All is kept'", "all to be kept")

    def title(self, wanted):
        self.page.wait(f"document.querySelector('h1')?.textContent === {json.dumps(wanted)}", wanted)

    def answer(self, number):
        self.page.wait(f"document.getElementById('answer-title')?.textContent.startsWith('Answer {number} of')", f"answer {number}")

    def themes(self):
        """What stands under this answer: [(theme, how, words)]."""
        return [tuple(each) for each in self.page.run(
            "[...document.querySelectorAll('.coding')].map(e => [e.querySelector('strong').textContent,"
            " e.querySelector('.pole').textContent, e.querySelector('.reason').textContent])")]

    def put(self, theme, polarity, words=0):
        """Put the theme at place @theme on the first @words words, or the whole answer."""
        if words:
            self.page.press("s")
            for index in range(words):
                self.page.press("ArrowRight", shift=index > 0)
        before = len(self.themes())
        self.page.press(str(theme))
        self.page.press(polarity)
        self.page.wait(f"document.querySelectorAll('.coding').length === {before + 1}"
                       " && !document.querySelector('.coding button:disabled')", "a theme to be kept")
        self.kept()


def small_study(folder):
    """Two short interviews that nobody has coded."""
    study = os.path.join(folder, "revision")
    shutil.copytree(SAMPLE, study)
    shutil.rmtree(os.path.join(study, "codings"))
    for file in os.listdir(os.path.join(study, "transcripts")):
        if file not in ("R02.txt", "R04.txt"):
            os.remove(os.path.join(study, "transcripts", file))
    kept = {"R02", "R04"}
    for name in ("transcripts.csv", "respondents.csv"):
        path = os.path.join(study, name)
        with open(path, encoding="utf-8-sig") as file:
            lines = file.read().splitlines()
        lines = lines[:1] + [line for line in lines[1:] if line[:3] in kept]
        with open(path, "w", encoding="utf-8") as file:
            file.write("\n".join(lines) + "\n")
    with open(os.path.join(study, "decisions.csv"), "w", encoding="utf-8") as file:
        file.write("kind;target;value;who;reason;date\n")
    return study


def looks_at_names(bench):
    """What points at somebody is answered find by find, and the new interviews are written."""
    page = bench.page
    # the interviews are read while nobody asks: a page that is drawn before that leads past the names
    page.wait("fetch('/api/study').then(r => r.json()).then(study => study.next.step === 'finds')", "names to be looked for", 30)
    page.reload()
    bench.title(TITLE)
    bench.enter("Look at names in R04")
    bench.title("Names in R04")
    equal(page.violations(), [])
    for number, keys in enumerate(("b", "h2", "v", "b"), 1):
        page.wait(f"document.getElementById('find-title')?.textContent.startsWith('Find {number} of 4')", f"find {number}")
        if keys == "v":
            page.press("b")
            page.wait("Boolean(document.querySelector('.find details'))", "the end, for both are alike")
            page.press("z", control=True)
            page.wait("document.getElementById('find-title')?.textContent.startsWith('Find 3 of 4')", "an undo")
            bench.tab_to("all")
            page.press(" ")
            equal(page.run("document.getElementById('all').checked"), False)
        for key in keys:
            page.press(key)
    bench.enter("Next: write the new interviews")
    bench.title("Names and places")
    bench.enter("Write the new interviews")
    page.wait("document.getElementById('written') !== null", "the new interviews")
    equal(page.violations(), [])
    picture(page, "journey-03-written")
    kept = os.path.join(os.path.dirname(bench.study), "revision-original", "transcripts", "R04.txt")
    with open(kept, encoding="utf-8") as old, open(os.path.join(bench.study, "transcripts", "R04.txt"), encoding="utf-8") as new:
        equal((old.read().count("fyrti år"), new.read().count("fyrti år")), (1, 1))
    bench.enter("Interviews")
    bench.title(TITLE)


def codes_first(bench):
    """Mira, who is asked for her name, and whose browser and workbench are killed."""
    page = bench.page
    bench.tab_to("who")
    picture(page, "journey-01-who")
    page.write("Mira")
    page.press("Enter")
    page.wait("document.querySelector('h1').textContent !== 'Who are you?'")
    picture(page, "journey-02-start")
    looks_at_names(bench)
    bench.enter(NAME)
    bench.title(NAME)
    bench.answer(1)
    page.press("PageDown")
    bench.answer(2)
    bench.put(1, "+", words=1)
    picture(page, "journey-03-coded")
    page.press("PageDown")
    bench.answer(3)
    bench.put(2, "-")
    bench.put(3, "0")
    page.press("z", control=True)
    page.wait("document.querySelectorAll('.coding').length === 1", "an undo")
    page.press("y", control=True)
    page.wait("document.querySelectorAll('.coding').length === 2", "a redo")
    page.press("c")
    page.wait("document.querySelector('.coding [aria-pressed=true]') !== null")
    bench.kept()
    third = bench.themes()

    page.reload()
    page.wait("document.querySelectorAll('.coding').length === 2", "the same answer after a reload")
    bench.answer(3)
    equal(bench.themes(), third)
    bench.kill_browser()
    page = bench.page
    bench.enter(NAME)
    bench.answer(3)
    equal(bench.themes(), third)
    page.press("PageDown")
    bench.answer(4)
    bench.put(4, "-")
    bench.kill_program()
    bench.enter("Mira")
    bench.title(TITLE)
    bench.enter(NAME)
    bench.answer(4)
    equal([(theme, how) for theme, how, _ in bench.themes()], [("Förutsägbarhet", "− bad")])
    page.press("PageUp")
    bench.answer(3)
    equal(bench.themes(), third)
    page.press("a")
    page.write("Kort, men hen menar det.")
    bench.enter("Keep the note")
    page.wait("document.querySelector('.coded > .memo')?.textContent === 'Kort, men hen menar det.'")
    bench.enter("Done")
    bench.title(TITLE)
    page.wait("document.querySelector('.lead').textContent.includes('1 of 2')")
    picture(page, "journey-04-done")


def codes_second(bench):
    """Sam, who sees nothing of Mira's."""
    page = bench.page
    bench.enter(NAME)
    bench.answer(1)
    page.press("PageDown")
    bench.answer(2)
    equal(bench.themes(), [])
    bench.put(1, "+", words=1)
    page.press("PageDown")
    bench.put(2, "+")
    bench.enter("Done")
    bench.title(TITLE)


def agree(bench):
    """Both, side by side."""
    page = bench.page
    bench.enter("Compare")
    bench.title("Compare " + NAME)
    equal(page.violations(), [])
    picture(page, "journey-05-compare")
    bench.enter("Take along what you think alike")
    page.wait("!document.querySelector('[data-keep=alike]')")
    for _ in range(20):
        if not page.run("document.querySelector('.lead').textContent.includes('differently')"):
            break
        before = text(page, ".lead")
        page.press("1")
        page.wait(f"document.querySelector('.lead').textContent !== {json.dumps(before)}", "an agreement")
    equal(text(page, ".lead"), "You have agreed on every place.")
    picture(page, "journey-06-agreed")
    bench.enter("See the summary")
    page.wait("document.querySelector('[aria-labelledby=alike] tbody') !== null")
    equal(page.violations(), [])
    picture(page, "journey-07-summary")
    return page.run("[...document.querySelectorAll('[aria-labelledby=alike] tbody tr')]"
                    ".map(row => [...row.cells].map((cell, at) => at ? parseFloat(cell.textContent) : cell.textContent))")


@test
def two_people_code_and_agree_by_the_keyboard_and_nothing_is_lost_when_all_is_killed():
    why = browser.missing()
    if why:
        raise Skipped(why)
    with tempfile.TemporaryDirectory(prefix="lyhord-test-") as folder:
        study = small_study(folder)
        bench = Workbench(study)
        try:
            codes_first(bench)
        except AssertionError:
            picture(bench.page, "journey-failed")
            raise
        finally:
            bench.end()
        bench = Workbench(study, "--coder", "Sam")
        try:
            codes_second(bench)
            seen = agree(bench)
        except AssertionError:
            picture(bench.page, "journey-failed")
            raise
        finally:
            bench.end()
        read = os.path.join(folder, "read.csv")
        with open(read, "w", encoding="utf-8") as file:
            file.write("document\n" + NAME + "\n")
        told = [row for row in rows_of("agree", "--documents", read, "--format", "csv", study) if row["alpha"] != "–"]
        number = lambda cell: float(cell.replace(",", "."))  # noqa: E731
        for (label, percent, alpha), row in zip(seen, told):
            assert abs(percent - number(row["percent"])) < 0.051, (label, percent, row)
            assert abs(alpha - number(row["alpha"])) < 0.0051, (label, alpha, row)
        equal((len(seen), len(told)), (4, 4))


@test
def an_interview_that_is_added_is_asked_about_and_then_coded():
    why = browser.missing()
    if why:
        raise Skipped(why)
    with tempfile.TemporaryDirectory(prefix="lyhord-test-") as folder:
        new = os.path.join(folder, "R05.txt")
        with open(new, "w", encoding="utf-8") as file:
            file.write("I: - Hur var det?\n\nR: - Bra, tycker jag.\n")
        bench = Workbench(small_study(folder), "--coder", "Mira")
        try:
            page = bench.page
            bench.enter("Add interviews")
            bench.title("Add interviews")
            page.choose("#choose", new)
            page.wait("document.querySelector('.place fieldset') !== null", "who speaks")
            equal(page.violations(), [])
            picture(page, "journey-08-speakers")
            bench.enter("Yes, it is right")
            bench.title("Names in R05")
            bench.enter("To the interviews")
            bench.title(TITLE)
            bench.enter("R05")
            bench.answer(1)
            equal(text(page, "#answer-text"), "Bra, tycker jag.")
            bench.put(1, "+")
        finally:
            bench.end()


if __name__ == "__main__":
    main()
