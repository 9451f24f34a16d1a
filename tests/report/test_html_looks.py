"""The report of everything as HTML, in a browser where there is one."""
import os
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [HERE, os.path.join(HERE, "../cli"), os.path.join(HERE, "../browser")]

import browser  # noqa: E402
from everything import made  # noqa: E402
from tap import Skipped, equal, main, test  # noqa: E402

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
                page.open(made("html", language))
                equal((name, page.violations()), (name, []))
                equal([one for one in page.requested if not one.startswith("file://")], [])
    looked(check)


@test
def a_narrow_window_scrolls_no_further_than_down():
    def check(page):
        for width in (320, 480, 768, 1100):
            page.look(width=width)
            page.open(made("html"))
            equal(page.run("document.documentElement.scrollWidth"), width)
    looked(check)


@test
def lines_are_no_longer_than_70_characters_and_letters_no_smaller_than_16_pixels():
    def check(page):
        page.look()
        page.open(made("html"))
        assert page.run(LINES) <= 70, page.run(LINES)
        sizes = "[...document.querySelectorAll('main *')].filter(e => !e.closest('svg'))" \
                ".map(e => parseFloat(getComputedStyle(e).fontSize))"
        assert page.run(f"Math.min(...{sizes})") >= 16
    looked(check)


@test
def the_first_tab_leads_past_everything_to_the_text_and_what_has_the_focus_shows():
    def check(page):
        page.look()
        page.open(made("html"))
        page.press("Tab")
        equal(page.run("document.activeElement.getAttribute('href')"), "#text")
        equal(page.run("getComputedStyle(document.activeElement).outlineStyle"), "solid")
        assert page.run("document.activeElement.getBoundingClientRect().left >= 0")
    looked(check)


@test
def figures_stay_dark_on_light_whatever_colours_are_forced():
    def check(page):
        page.look(dark=True, forced=True)
        page.open(made("html"))
        equal(page.run("getComputedStyle(document.querySelector('svg text')).fill"), "rgb(26, 26, 26)")
        equal(page.run("getComputedStyle(document.querySelector('.plate')).backgroundColor"),
              "rgb(255, 255, 255)")
    looked(check)


if __name__ == "__main__":
    main()
