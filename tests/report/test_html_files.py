"""The report of everything as HTML: rules of our own over its tree. test_html_looks.py shows it to a browser."""
import os
import re
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [HERE, os.path.join(HERE, "../cli")]

from everything import FOLDER, is_the_same_elsewhere, made  # noqa: E402
from report_words import SVG, XHTML, docx_words, html_tree, html_words, printed  # noqa: E402
from tap import equal, main, test  # noqa: E402

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


if __name__ == "__main__":
    main()
