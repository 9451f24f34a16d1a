"""The workbench's pages in a browser: what a person sees, presses and hears, view by view.

With LYHORD_PICTURES=FOLDER each view's picture is written there, to be looked at (tools/look FOLDER).
"""
import os
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [HERE, os.path.join(HERE, "../cli"), os.path.join(HERE, "../browser")]

import browser  # noqa: E402
from seen import picture, swedish, text  # noqa: E402
from stand_in import TALK, Server, Study  # noqa: E402
from tap import Skipped, equal, main, test  # noqa: E402

VIEWS = ["", "code/R01", "compare/R01", "summary", "files", "speakers/R01", "finds", "finds/R01", "groups", "glossary",
         "paper/R01", "research", "codings", "kwic", "matrix", "moved/R02",
         "codebook", "codebook/change/respekt", "codebook/new"]
LOOKS = {"light": {}, "dark": {"dark": True}, "narrow": {"width": 320, "height": 700}, "forced": {"forced": True}}

# What can be pressed and is smaller than 44 pixels; links inside a sentence are excepted (WCAG 2.5.8).
# What the browser has not drawn yet, because it is not in view, has no size: all of it is drawn first.
SMALL = """document.querySelectorAll('.card, .sheet').forEach(e => e.style.contentVisibility = 'visible'),
  [...document.querySelectorAll('button, input, select, textarea, summary, label.choice, a.button, nav a, .links a, .card h3 a, .answers a')]
  .filter(e => e.checkVisibility() && !e.matches('label.choice input'))
  .map(e => [e.textContent.slice(0, 30), e.getBoundingClientRect()])
  .filter(([, box]) => box.height < 43.5 || box.width < 43.5).map(([text, box]) => `${text} ${box.width}x${box.height}`)"""
# Headings in order: one first, none skipped.
HEADINGS = """[...document.querySelectorAll('h1, h2, h3, h4')].filter(e => e.checkVisibility()).map(e => +e.tagName[1])"""


def on_page(study=None, **look):
    """What runs a check in a browser on the page of a @study that stands in; skips without a browser."""
    def run(check):
        def tested():
            why = browser.missing()
            if why:
                raise Skipped(why)
            shown = study() if study else Study()
            with Server(shown) as address, browser.Browser() as page:
                page.look(**{"width": 1280, "height": 900, **look})
                page.visit(address)
                page.wait("Boolean(document.querySelector('#page h1'))")
                check(page, shown)
        tested.__name__ = check.__name__
        return test(tested)
    return run


def go(page, view):
    page.run(f"location.hash = '#/{view}'")
    name = view.split("/")[0] or "study"
    page.wait(f"document.querySelector('#page h1') && document.getElementById('page').className === '{name}'"
              " && !document.getElementById('page').hasAttribute('aria-busy')", view)


class SwedishStudy(Study):
    """In the language of most who use it: its words are the longer ones."""

    def __init__(self):
        super().__init__(words=swedish())
        self.pairs_waiting = []


@on_page(SwedishStudy)
def axe_finds_no_barrier_in_any_view_in_any_look(page, _):
    for name, look in LOOKS.items():
        page.look(**{"width": 1280, "height": 900, **look})
        for view in VIEWS if name in ("light", "narrow") else ("", "code/R01", "compare/R01"):
            go(page, view)
            equal((name, view, page.violations()), (name, view, []))
            picture(page, f"{name}-{view.replace('/', '-') or 'study'}")


@on_page()
def a_person_chooses_colours_and_none_is_hard_to_read(page, _):
    for colours in ("dark", "cream", "contrast"):
        page.run(f"document.documentElement.dataset.colours = '{colours}'")
        for view in ("summary", "code/R01"):
            go(page, view)
            equal((colours, view, page.violations()), (colours, view, []))
        page.press("1")
        equal((colours, page.violations()), (colours, []))
        picture(page, f"colours-{colours}")


@on_page(SwedishStudy)
def what_can_be_pressed_is_large_and_headings_come_in_order(page, _):
    for width in (1280, 320):
        page.look(width=width, height=900)
        for view in VIEWS:
            go(page, view)
            equal((width, view, page.run(SMALL)), (width, view, []))
            levels = page.run(HEADINGS)
            equal((view, levels[0], levels.count(1)), (view, 1, 1))
            assert all(after <= before + 1 for before, after in zip(levels, levels[1:])), (view, levels)
            equal((view, page.run("document.documentElement.scrollWidth")), (view, width))


@on_page()
def letters_of_other_scripts_and_pictures_count_as_one_place_each(page, study):
    go(page, "code/R01")
    page.press("PageDown")
    page.wait("document.getElementById('answer-title').textContent.startsWith('Answer 2')")
    page.press("s")
    for _ in range(2):
        page.press("ArrowRight")
    page.press("ArrowRight", shift=True)
    page.wait("document.getElementById('said').textContent === 'Chosen: Inte bra'", "what is chosen is said")
    picture(page, "chosen")
    page.press("1")
    page.press("-")
    page.wait("document.querySelector('.coding button:not(:disabled)')  !== null")
    event = next(each for each in study.asked if each["kind"] == "code")
    start = study.turns[3]["start"] + len("🙂 Nej. ")
    equal((event["start"], event["end"], event["polarity"]), (start, start + len("Inte bra"), "-"))
    page.press("s")
    for _ in range(2):
        page.press("ArrowRight")
    page.wait("document.getElementById('said').textContent === 'Chosen: Inte. Theme here: Bemötande − bad'",
              "the theme of a word is said")


@on_page()
def words_are_chosen_by_a_press_on_the_first_and_on_the_last(page, _):
    go(page, "code/R01")
    for word in (3, 6):
        box = page.run(f"(({{left, top, width, height}}) => [left + width / 2, top + height / 2])"
                       f"(document.querySelector('[data-word=\"{word}\"]').getBoundingClientRect())")
        page.click(*box)
    equal(page.run("[...document.querySelectorAll('.chosen[data-word]')].map(e => e.textContent)"),
          ["dag", "i", "två", "veckor"])
    page.press("Escape")
    equal(page.run("document.querySelectorAll('.chosen').length"), 0)


@on_page()
def a_suggestion_is_answered_by_one_key_and_dont_know_is_an_answer(page, study):
    go(page, "code/R01")
    assert "ringer aldrig tillbaka" in text(page, ".suggestion .reason")
    page.press("j")
    page.wait("document.querySelectorAll('.coding').length === 1")
    page.press("i")
    page.wait("document.querySelectorAll('.coding').length === 2 && !document.querySelector('.coding button:disabled')")
    picture(page, "answered")
    page.press("v")
    page.wait("document.querySelector('.steps [aria-pressed=true]') !== null")
    kinds = [(each["kind"], each.get("state"), each.get("text")) for each in study.asked if each["kind"] != "place"]
    equal(kinds, [("accept", None, None), ("accept", "unclear", None), ("memo", None, "[1] ?")])


@on_page()
def what_could_not_be_sent_waits_is_told_of_and_is_kept_once(page, study):
    go(page, "code/R01")
    page.wait("!document.getElementById('saved').classList.contains('lost')")
    study.is_down = True
    page.press("1")
    page.press("+")
    # a sign of life may fail before the choice does, and tells of none
    lost = "document.getElementById('saved').classList.contains('lost')"
    page.wait(lost + " && document.getElementById('saved').textContent.includes('1')")
    picture(page, "not-kept")
    study.is_down = False
    page.wait("document.getElementById('saved').textContent === 'All is kept'")
    equal([each["polarity"] for each in study.asked if each["kind"] == "code"], ["+"])


@on_page(SwedishStudy)
def a_find_is_answered_by_a_key_taken_back_and_asked_again(page, study):
    go(page, "finds/R01")
    title = "document.getElementById('find-title').textContent"
    shown = page.run(title)
    equal(page.run("document.activeElement.tagName"), "H1")
    equal(text(page, "#result strong"), "[handläggare 1]")
    page.run("document.getElementById('replacement').value = ''")
    page.press("b")
    page.wait("document.activeElement.id === 'replacement' && document.querySelector('.wrong').textContent !== ''")
    page.write("[chefen]")
    equal(text(page, "#result strong"), "[chefen]")
    page.run("document.getElementById('find-title').focus()")
    page.press("b")
    page.wait(f"{title} !== {shown!r}")
    page.press("h")
    page.wait("document.querySelectorAll('.reasons button').length === 3")
    equal(page.violations(), [])
    picture(page, "finds-why")
    page.press("Escape")
    page.wait("!document.querySelector('.reasons')")
    page.press("h")
    page.wait("Boolean(document.querySelector('.reasons'))")
    page.press("2")
    page.wait("document.querySelector('.find mark')?.textContent === '121212-1212'")
    page.press("h")
    equal(page.run("document.querySelectorAll('.reasons').length"), 0)
    page.press("v")
    page.wait("Boolean(document.querySelector('.find details'))")
    equal(page.violations(), [])
    page.press("z", control=True)
    page.wait("document.querySelector('.find mark')?.textContent === '121212-1212'")
    page.press("b")
    page.wait("Boolean(document.querySelector('.find details'))")
    picture(page, "finds-all-answered")

    # what is only worth a look waits there, and may be skipped
    page.press("PageUp")
    page.wait("document.querySelector('.find mark')?.textContent === '121212-1212'")
    page.press("PageDown")
    page.wait("Boolean(document.querySelector('.find .doubts button'))")
    equal(page.violations(), [])
    page.run("document.querySelector('.find .doubts button').click()")
    page.wait("document.querySelector('.find mark')?.textContent === 'ekliden'")
    assert text(page, "#find-title").startswith("Ord 1 av 1"), text(page, "#find-title")
    equal(page.run("document.querySelectorAll('.find button').length"), 6)
    equal(page.violations(), [])
    picture(page, "finds-worth-a-look")
    page.run("[...document.querySelectorAll('.find button')].at(-1).click()")
    page.wait("Boolean(document.querySelector('.find .doubts button'))")
    said = [{key: value for key, value in each.items() if key != "reason"} for each in study.asked]
    equal(said, [{"id": "f1", "document": "R01", "decision": "replace", "all": True, "replacement": "[chefen]"},
                 {"id": "f2", "document": "R01", "decision": "keep", "all": False},
                 {"id": "f3", "document": "R01", "decision": "unsure", "all": False},
                 {"ids": ["f3"], "decision": "open"},
                 {"id": "f3", "document": "R01", "decision": "replace", "all": False, "replacement": "[personnummer]"}])
    assert len(study.asked[1]["reason"]) > 10, study.asked[1]
    go(page, "finds")
    picture(page, "finds-ready")
    equal(page.violations(), [])
    page.run("document.querySelector('.place button').click()")
    page.wait("document.activeElement.id === 'written'")
    equal(page.violations(), [])
    picture(page, "finds-written")


FIND = "document.querySelector('.find mark')?.textContent"


def keep_the_name(page):
    """Of the first find, for the second reason; the next one is then shown."""
    page.press("h")
    page.wait("document.querySelectorAll('.reasons button').length === 3")
    page.press("2")
    page.wait(f"{FIND} === '070-123 45 67'")


@on_page(lambda: Study(talk=[*TALK, ("interviewer", "Tack för att du var med.")]))
def a_place_behind_the_last_answer_leads_to_the_last(page, _):
    go(page, "code/R01/7")
    page.wait("document.querySelector('.answer p').textContent.includes('sms')")


@on_page()
def what_was_kept_is_kept_again_when_its_change_is_taken_back(page, study):
    go(page, "finds/R01")
    keep_the_name(page)
    page.press("PageUp")
    page.wait(f"{FIND} === 'Björk'")
    page.press("b")
    page.wait(f"{FIND} === '070-123 45 67'")
    page.press("z", control=True)
    page.wait(f"{FIND} === 'Björk'")
    page.wait("document.querySelector('.find .answered')?.textContent === 'Is kept'")
    kept, _, opened, again = study.asked
    equal(opened, {"ids": ["f1"], "decision": "open"})
    equal((again["decision"], again["reason"]), ("keep", kept["reason"]))


@on_page()
def what_was_kept_before_is_asked_about_when_its_change_is_taken_back(page, study):
    study.finds["f1"] = "keep"
    go(page, "finds/R01")
    page.press("PageUp")
    page.wait(f"{FIND} === 'Björk'")
    page.press("b")
    page.wait(f"{FIND} === '070-123 45 67'")
    page.press("z", control=True)
    page.wait("document.querySelectorAll('.reasons button').length === 3")
    equal(text(page, "#find-title"), "Why may “Björk” stay?")


@on_page()
def what_could_not_be_taken_back_is_said_and_may_be_tried_again(page, study):
    go(page, "finds/R01")
    keep_the_name(page)
    study.refused = "the disk is full"
    page.press("z", control=True)
    page.wait("document.querySelector('.find .wrong').textContent === 'the disk is full'")
    equal(page.run(FIND), "070-123 45 67")
    study.refused = None
    page.press("z", control=True)
    page.wait(f"{FIND} === 'Björk'")
    equal(study.finds, {})


@on_page()
def who_leaves_while_names_are_looked_for_stays_where_they_went(page, study):
    study.looking = {"done": 1, "all": 3}
    page.run("location.hash = '#/finds'")
    page.wait("document.getElementById('looking')?.value === 1")
    go(page, "codebook/change/respekt")
    study.looking = {"done": 2, "all": 3}
    asked = page.run("performance.getEntriesByType('resource').length")
    page.run("new Promise((done) => setTimeout(done, 300))")
    equal(page.run("document.getElementById('looking')"), None)
    equal(page.run("performance.getEntriesByType('resource').length"), asked)
    equal(page.run("document.querySelectorAll('form').length"), 1)


class LongStudy(Study):
    def __init__(self):
        super().__init__(talk=TALK * 500)


@on_page(LongStudy)
def of_three_thousand_turns_one_is_drawn_at_a_time(page, _):
    go(page, "code/R01")
    assert page.run("document.querySelectorAll('*').length") < 600
    assert "1500" in text(page, "#answer-title")
    for _ in range(5):
        page.press("PageDown")
    assert text(page, "#answer-title").startswith("Answer 6 of"), text(page, "#answer-title")
    go(page, "paper/R01")
    equal(page.run("getComputedStyle(document.querySelector('.sheet')).contentVisibility"), "auto")


VOICES = """(voices) => {
  const speech = Object.assign(new EventTarget(), {
    getVoices: () => voices, cancel: () => {}, speaking: false,
    speak: (said) => { window.spoken = said; said.onboundary({charIndex: said.text.indexOf('ringer')}); },
  });
  Object.defineProperty(window, 'speechSynthesis', {value: speech, configurable: true});
  window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
}"""


@on_page()
def only_a_voice_of_this_computer_reads_aloud(page, _):
    address = page.run("location.origin")
    for local, expected in ((False, "true"), (True, "false")):
        voices = f"[{{lang: 'sv-SE', name: 'Alva', localService: {str(local).lower()}}}]"
        page.run_first(f"({VOICES})({voices})")
        page.visit(address + "/")
        page.wait("Boolean(document.querySelector('#page h1'))")
        go(page, "code/R01")
        equal(page.run("document.getElementById('read').ariaDisabled"), expected)
        equal(bool(text(page, "#read-why")), not local)
        page.press("l")
        equal(page.run("document.querySelector('.spoken')?.textContent ?? ''"), "ringer" if local else "")


class Hostile(Study):
    """Names, themes and talk that would be read as HTML, if anything were."""
    BAD = "<img src=x onerror=\"window.hurt=1\">"

    def __init__(self):
        super().__init__(talk=[("interviewer", self.BAD), ("respondent", self.BAD + " </p><script>window.hurt=1</script>")])
        self.coder = self.BAD
        for code in self.codes:
            code["label"] = code["definition"] = self.BAD
        self.FINDS = [{**find, "words": self.BAD, "before": self.BAD, "after": self.BAD, "why": self.BAD, "name": self.BAD,
                       "proposed": self.BAD} for find in self.FINDS]

    def get_study(self, asked):
        return {**super().get_study(asked), "title": self.BAD}


@on_page(Hostile)
def text_that_looks_like_html_is_shown_as_text(page, study):
    study.pairs_waiting = ["<script>window.hurt=1</script>"]
    for view in ("", "code/R01", "compare/R01", "finds/R01", "glossary", "paper/R01", "research", "codings"):
        go(page, view)
        equal((view, page.run("document.querySelectorAll('#page img, #page script').length")), (view, 0))
    equal(page.run("window.hurt ?? 0"), 0)


@on_page()
def keys_of_one_letter_can_be_turned_off_and_only_settings_are_kept_in_the_browser(page, study):
    page.run("[...document.querySelectorAll('.tools button')].find(b => b.textContent === 'Look').click()")
    equal(page.violations(), [])
    picture(page, "look")
    page.run("document.querySelector('input[name=keys][value=off]').click();"
             "document.querySelector('input[name=size][value=huge]').click();"
             "document.querySelector('dialog .main').click()")
    go(page, "code/R01")
    page.press("j")
    equal(page.run("document.querySelectorAll('.coding').length"), 0)
    equal(page.run("Object.keys(localStorage)"), ["lyhord.look"])
    equal(page.run("Object.keys(JSON.parse(localStorage['lyhord.look'])).sort()"),
          ["colours", "keys", "letters", "line", "size", "spacing"])
    picture(page, "huge")
    equal(page.violations(), [])


@on_page()
def a_theme_whose_words_are_gone_is_put_on_others_by_the_keyboard(page, study):
    go(page, "moved/R02")
    press = "[...document.querySelectorAll('.coding')].at(-1).querySelector('[data-keep^=\"place \"]')"
    page.run(f"{press}.focus()")
    page.press("Enter")
    page.wait("document.activeElement.id === 'new-place'")
    equal(page.violations(), [])
    picture(page, "moved-place")
    page.run("document.querySelector('.placing .answer').focus()")
    page.press("ArrowRight")
    page.press("ArrowRight", shift=True)
    page.run("document.querySelector('[data-keep=\"put here\"]').focus()")
    page.press("Enter")
    page.wait("!document.querySelector('.placing')")
    event, = study.asked
    start = study.turns[1]["start"]
    words = study.turns[1]["text"][:event["end"] - start]
    equal((event["kind"], event["id"], event["start"], len(words.split())), ("recode", "m2", start, 2))


class StudyInFiles(Study):
    """Somebody has coded in files, which are taken in first."""
    taken = False

    def get_study(self, asked):
        sets = [{"name": "Mira", "together": False, "codings": 12, "left": 3},
                {"name": "gemensam", "together": True, "codings": 9, "left": 0}]
        return super().get_study(asked) | ({} if self.taken else {"take_in": sets, "documents": [], "codes": []})

    def post_take_in(self, _):
        self.taken = True
        return {}


@on_page(StudyInFiles)
def codings_in_files_are_shown_and_one_button_takes_them_in(page, _):
    equal(page.run("document.querySelector('h1').textContent"), "There are codings in files")
    equal(page.violations(), [])
    equal(page.run(SMALL), [])
    picture(page, "take-in")
    page.run("document.getElementById('take-in').focus()")
    page.press("Enter")
    page.wait("document.querySelector('h1').textContent !== 'There are codings in files'")


@on_page()
def every_key_of_a_view_is_told_on_a_question_mark(page, study):
    study.pairs_waiting = []
    for view in ("code/R01", "compare/R01", "finds/R01"):
        go(page, view)
        page.press("?")
        assert page.run("document.querySelectorAll('dialog .keys dt').length") > 8
        equal(page.violations(), [])
        picture(page, "keys-" + view.split("/")[0])
        page.press("Escape")
        page.wait("!document.querySelector('dialog')")


@on_page(SwedishStudy)
def a_theme_is_changed_by_keyboard_and_what_that_does_is_seen_first(page, study):
    go(page, "codebook")
    page.run("document.querySelector('a[href*=\"change/respekt\"]').focus()")
    page.press("Enter")
    page.wait("document.getElementById('field-rules') !== null", "the form")
    page.run("document.getElementById('field-rules').focus()")
    page.press("End", control=True)
    page.write("\n(hövlig")
    page.press("Tab")
    page.run("document.querySelector('.edit button.main').focus()")
    page.press("Enter")
    # what is wrong stands at its field, and the keyboard is there
    page.wait("document.activeElement.id === 'field-rules'", "the field that is wrong")
    equal(page.run("document.activeElement.getAttribute('aria-invalid')"), "true")
    assert text(page, "#field-rules-wrong").startswith("den här ”(”")
    picture(page, "codebook-wrong")
    page.press("End", control=True)
    page.write(" | artig)")
    page.run("document.querySelector('.edit button.main').focus()")
    page.press("Enter")
    page.wait("document.activeElement.id === 'what'", "what it does")
    page.wait("document.querySelector('.shown table') !== null", "the numbers")
    equal(page.violations(), [])
    equal(study.asked, [])
    assert "26 → 38" in text(page, ".shown") and "9 → 11" in text(page, ".shown"), text(page, ".shown")
    page.run("document.getElementById('what').scrollIntoView()")
    picture(page, "codebook-change")
    # what was written is there when somebody comes back; nothing is changed before it is said
    go(page, "codebook")
    go(page, "codebook/change/respekt")
    assert page.run("document.getElementById('field-rules').value").endswith("(hövlig | artig)")
    page.run("document.querySelector('.edit button.main').focus()")
    page.press("Enter")
    page.wait("document.activeElement.id === 'what'", "what it does, again")
    page.run("document.querySelector('.shown button.main').focus()")
    page.press("Enter")
    page.wait("location.hash === '#/codebook'", "back at the list")
    equal([(said["version"], said["new"], said["code"]) for said in study.asked],
          [("v1", False, {"name": "respekt", "rules": "lyssna\nhöra ... på\n(hövlig | artig)"})])
    go(page, "codebook/change/respekt")
    equal(page.run("document.getElementById('field-rules').value"), "lyssna\nhöra ... på")


def ask_what_a_rule_does(page):
    go(page, "codebook/change/respekt")
    page.run("document.getElementById('field-rules').focus()")
    page.press("End", control=True)
    page.write("\nhövlig")
    page.run("document.querySelector('.edit button.main').focus()")
    page.press("Enter")
    page.wait("document.activeElement.id === 'what'", "what it does")


@on_page(SwedishStudy)
def a_place_that_was_found_leads_to_its_answer_and_no_view_of_it_has_a_barrier(page, study):
    found = {"document": "R01", "turn": 3, "before": "🙂 Nej. ", "hit": "Inte", "after": " bra."}
    study.found = {"lines": [found], "all": 501}
    go(page, "kwic")
    page.run("document.getElementById('rule').focus()")
    page.write("inte")
    page.press("Enter")
    page.wait("document.querySelector('table.kwic a') !== null", "what was found")
    equal(page.violations(), [])
    # turns are counted from 1, as `lyhord kwic` does; what is not shown is told of
    equal(text(page, "table.kwic a"), "R01:4")
    equal(text(page, "#page [role=status]"), "501 ställen. De första 1 visas.")
    page.run("document.querySelector('table.kwic a').focus()")
    page.press("Enter")
    page.wait("document.getElementById('answer-title')?.textContent.startsWith('Svar 2')", "the answer that was found")
    equal(page.run("location.hash"), "#/code/R01")
    go(page, "matrix")
    page.run("document.querySelector('button.count').focus()")
    page.press("Enter")
    page.wait("document.querySelector('dialog a') !== null", "the statements")
    equal(page.violations(), [])
    equal(text(page, "dialog a"), "R01:2")
    page.run("document.querySelector('dialog a').click()")
    page.wait("document.getElementById('answer-title')?.textContent.startsWith('Svar 1')", "the answer of the statement")
    go(page, "paper/R01")
    page.look(media="print")
    equal(page.violations(), [])


COUNTING = "Räknar … 80 av 120 intervjuer"


@on_page(SwedishStudy)
def while_it_is_counted_what_a_change_does_it_is_told_how_far_and_the_numbers_come(page, study):
    study.counted_most = 80
    ask_what_a_rule_does(page)
    page.wait(f"document.querySelector('.shown label')?.textContent === {COUNTING!r}", "how far it has come")
    page.wait("document.getElementById('said').textContent.startsWith('Räknar …')", "how far it has come, said")
    equal(page.run("document.querySelector('.shown progress').value"), 80)
    for look in LOOKS.values():
        page.look(**{"width": 1280, "height": 900, **look})
        equal((look, page.violations(), page.run(SMALL)), (look, [], []))
    picture(page, "codebook-counting")
    # of what is half counted no number is shown, and the keyboard stays where it was put
    equal(page.run("document.querySelectorAll('.shown table').length"), 0)
    study.counted_most = 120
    page.wait("document.querySelector('.shown table') !== null", "the numbers")
    equal(page.run("document.querySelector('.shown progress')"), None)
    assert "26 → 38" in text(page, ".shown"), text(page, ".shown")
    page.wait("document.getElementById('said').textContent === 'Alla intervjuer är räknade.'", "the end, said")
    equal(page.run("document.activeElement.id"), "what")


@on_page(SwedishStudy)
def a_change_can_be_made_before_it_is_counted_and_the_page_says_that_it_was(page, study):
    study.counted_most = 40
    ask_what_a_rule_does(page)
    page.run("document.querySelector('.shown button.main').focus()")
    page.press("Enter")
    page.wait("location.hash === '#/codebook'", "back at the list")
    page.wait("document.getElementById('said').textContent.includes('räknades inte färdigt')", "that it was not counted")
    equal([said["code"]["name"] for said in study.asked], ["respekt"])
    # whoever writes on has asked about something else: that count is shown no more
    ask_what_a_rule_does(page)
    page.run("document.getElementById('field-rules').focus()")
    page.write("a")
    equal(page.run("document.querySelector('.shown').children.length"), 0)


def long_study():
    """An interview of three thousand turns."""
    return Study(talk=TALK * 500)


@on_page(long_study)
def a_long_interview_is_drawn_an_answer_at_a_time_and_on_paper_only_where_it_is_looked_at(page, _):
    go(page, "code/R01")
    equal(text(page, "#answer-title"), "Answer 1 of 1500")
    few = page.run("document.querySelectorAll('#page *').length")
    assert few < 500, few
    for _ in range(3):
        page.press("PageDown")
    page.wait("document.getElementById('answer-title').textContent.startsWith('Answer 4 ')")
    assert page.run("document.querySelectorAll('#page *').length") <= few
    go(page, "paper/R01")
    page.run("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    laid_out = "[...document.querySelectorAll('.sheet p')].filter(e => e.checkVisibility({contentVisibilityAuto: true})).length"
    equal(page.run("document.querySelectorAll('.sheet').length"), 1500)
    assert 0 < page.run(laid_out) < 200, page.run(laid_out)


class CountingStudy(Study):
    """The answers of an interview are counted after the first page has been shown."""

    def get_study(self, asked):
        told = super().get_study(asked)
        told["counting"] = self.looks < 3
        for each in told["documents"] if told["counting"] else []:
            del each["answers"]
        return told


@on_page(CountingStudy)
def what_is_counted_later_is_written_in_without_moving_anybody(page, _):
    equal(page.run("[...document.querySelectorAll('.answered')].map(e => e.textContent)"), ["", "", ""])
    page.run("document.querySelector('.card a').focus()")
    page.wait("document.querySelector('.answered').textContent === '0 of 3 answers coded'", "what was counted")
    equal(page.run("document.activeElement.textContent"), "R01")


@on_page()
def interview_text_is_kept_from_the_browsers_services(page, _):
    for view in ("code/R01", "paper/R01", "kwic", "finds/R01", "codebook/change/respekt"):
        go(page, view)
        equal(page.run("document.body.translate"), False)
        equal(page.run("[...document.querySelectorAll('input:not([type]), textarea')]"
                       ".filter(e => e.spellcheck || e.autocomplete !== 'off').length"), 0)
        equal(page.run("document.getElementById('page').spellcheck"), False)


@on_page()
def lines_of_an_answer_hold_at_most_60_letters(page, _):
    go(page, "code/R01")
    for line in (60, 45, 35):
        page.run(f"document.documentElement.dataset.line = '{line}'")
        longest = page.run("""(() => {
          const lines = {};
          for (const piece of document.querySelectorAll('#answer-text span')) {
            const y = Math.round(piece.getBoundingClientRect().bottom / 8);
            lines[y] = (lines[y] ?? '') + piece.textContent;
          }
          return Math.max(...Object.values(lines).map(l => l.trim().length));
        })()""")
        assert longest <= line, (line, longest)


if __name__ == "__main__":
    main()
