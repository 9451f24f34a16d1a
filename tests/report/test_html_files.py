"""The report of everything as HTML: rules of our own over its tree, and a browser where there is one."""
import os
import re
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [HERE, os.path.join(HERE, "../cli"), os.path.join(HERE, "../browser")]

import browser  # noqa: E402
from everything import FOLDER, is_the_same_elsewhere, made  # noqa: E402
from report_words import SVG, XHTML, docx_words, html_tree, html_words, printed  # noqa: E402
from tap import Skipped, equal, main, test  # noqa: E402

MAKE_RANDOM = os.path.abspath(sys.argv[3])


def everything(language="sv"):
    return made("html", language)


def tree(language="sv"):
    return html_tree(everything(language))


RULES = []


def rule(function):
    """What must hold of every page."""
    RULES.append(function)

    def of_everything():
        function(tree())
    of_everything.__name__ = function.__name__
    return test(of_everything)


@test
def its_words_are_those_that_every_writer_prints():
    for language in ("sv", "en"):
        equal(html_words(everything(language)), printed(made("txt", language)))


@test
def the_same_report_is_the_same_bytes():
    is_the_same_elsewhere("html")


@rule
def every_id_is_one_elements_and_every_way_leads_somewhere(root):
    ids = [element.get("id") for element in root.iter() if element.get("id")]
    equal(len(ids), len(set(ids)))
    for element in root.iter():
        wanted = (element.get("aria-labelledby") or "").split()
        if element.get("href"):
            assert element.get("href").startswith("#"), element.get("href")
            wanted.append(element.get("href")[1:])
        for one in wanted:
            assert one in ids, one


@rule
def there_is_one_h1_and_no_level_is_skipped(root):
    levels = [int(element.tag[-1]) for element in root.iter() if re.fullmatch(XHTML + "h[1-6]", element.tag)]
    equal(levels[0], 1)
    equal(levels.count(1), 1)
    for before, after in zip(levels, levels[1:]):
        assert after <= before + 1, levels


@test
def it_says_its_language_its_title_and_its_landmarks():
    for language in ("sv", "en"):
        root = tree(language)
        equal(root.get("lang"), language)
        equal(root.find(f"{XHTML}head/{XHTML}title").text, "Allt på en gång: <rubrik> & \"citat\"")
        equal(len(list(root.iter(XHTML + "main"))), 1)
        equal(len(list(root.iter(XHTML + "nav"))), 1)
        said = {quote.find(XHTML + "p").get("lang") for quote in root.iter(XHTML + "blockquote")}
        equal(said, {None} if language == "sv" else {"sv"})


@rule
def tables_have_captions_and_cells_that_head_something(root):
    for table in root.iter(XHTML + "table"):
        assert "".join(table.find(XHTML + "caption").itertext()).strip()
        rows = list(table.iter(XHTML + "tr"))
        equal(len({len(row) for row in rows}), 1)
        for cell in table.iter(XHTML + "th"):
            assert cell.get("scope") in ("row", "col") and cell.text.strip()


@test
def figures_are_named_described_and_told_apart():
    figures = list(tree().iter(SVG + "svg"))
    equal(len(figures), 2)
    for figure in figures:
        equal(figure.get("role"), "img")
        title, described = figure.get("aria-labelledby").split()
        equal(figure.find(SVG + "title").get("id"), title)
        equal(figure.find(SVG + "desc").get("id"), described)
        assert len(figure.find(SVG + "desc").text) >= 15


@rule
def nothing_runs_and_nothing_is_fetched(root):
    for style in root.iter(XHTML + "style"):
        assert "url(" not in style.text and "@import" not in style.text
    for element in root.iter():
        tag = element.tag.split("}")[1]
        assert tag not in ("script", "link", "img", "iframe", "object", "embed", "base", "form"), tag
        for name, value in element.attrib.items():
            assert not name.startswith("on") and "src" not in name, name
            assert "javascript:" not in value and "http" not in value or name == "http-equiv", value


@test
def the_rules_hold_of_blocks_in_no_order_whose_words_are_those_of_the_word_document():
    for seed in range(20):
        page, document = (os.path.join(FOLDER.name, "random." + kind) for kind in ("html", "docx"))
        for path in (page, document):
            subprocess.run([MAKE_RANDOM, path, str(seed)], check=True)
        for one in RULES:
            one(html_tree(page))
        equal(html_words(page), docx_words(document), seed)


# ---- in a browser ----

LOOKS = {
    "light": {}, "dark": {"dark": True}, "narrow": {"width": 320, "height": 640},
    "narrow and dark": {"width": 320, "height": 640, "dark": True}, "more contrast": {"contrast": True},
    "more contrast in the dark": {"contrast": True, "dark": True}, "forced colours": {"forced": True},
    "forced colours in the dark": {"forced": True, "dark": True}, "paper": {"media": "print"},
}

LINES = """(() => {
  const walker = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_ELEMENT);
  let longest = 0;
  for (const p of document.querySelectorAll('main p, main li > p')) {
    const range = document.createRange(), lines = {};
    for (const node of p.childNodes) {
      const text = node.nodeType === 3 ? node : node.firstChild;
      for (let i = 0; i < text.length; i++) {
        range.setStart(text, i); range.setEnd(text, i + 1);
        const y = Math.round(range.getBoundingClientRect().bottom / 8);
        lines[y] = (lines[y] || 0) + 1;
      }
    }
    longest = Math.max(longest, ...Object.values(lines));
  }
  return longest;
})()"""


def looked(check):
    why = browser.missing()
    if why:
        raise Skipped(why)
    with browser.Browser() as page:
        check(page)


@test
def axe_finds_no_barrier_in_any_look():
    def check(page):
        for language in ("sv", "en"):
            for name, look in LOOKS.items():
                page.look(**look)
                page.open(everything(language))
                equal((name, page.violations()), (name, []))
                equal([one for one in page.requested if not one.startswith("file://")], [])
    looked(check)


@test
def a_narrow_window_scrolls_no_further_than_down():
    def check(page):
        for width in (320, 480, 768, 1100):
            page.look(width=width)
            page.open(everything())
            equal(page.run("document.documentElement.scrollWidth"), width)
    looked(check)


@test
def lines_are_no_longer_than_70_characters_and_letters_no_smaller_than_16_pixels():
    def check(page):
        page.look()
        page.open(everything())
        assert page.run(LINES) <= 70, page.run(LINES)
        sizes = "[...document.querySelectorAll('main *')].filter(e => !e.closest('svg'))" \
                ".map(e => parseFloat(getComputedStyle(e).fontSize))"
        assert page.run(f"Math.min(...{sizes})") >= 16
    looked(check)


@test
def the_first_tab_leads_past_everything_to_the_text_and_what_has_the_focus_shows():
    def check(page):
        page.look()
        page.open(everything())
        for kind in ("keyDown", "keyUp"):
            page.ask("Input.dispatchKeyEvent", type=kind, key="Tab", code="Tab", windowsVirtualKeyCode=9)
        equal(page.run("document.activeElement.getAttribute('href')"), "#text")
        equal(page.run("getComputedStyle(document.activeElement).outlineStyle"), "solid")
        assert page.run("document.activeElement.getBoundingClientRect().left >= 0")
    looked(check)


@test
def figures_stay_dark_on_light_whatever_colours_are_forced():
    def check(page):
        page.look(dark=True, forced=True)
        page.open(everything())
        equal(page.run("getComputedStyle(document.querySelector('svg text')).fill"), "rgb(26, 26, 26)")
        equal(page.run("getComputedStyle(document.querySelector('.plate')).backgroundColor"),
              "rgb(255, 255, 255)")
    looked(check)


if __name__ == "__main__":
    main()
