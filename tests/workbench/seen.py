"""What stands on a page in a browser, and pictures of it."""
import gettext
import os
import subprocess
import tempfile

from tap import ROOT

PICTURES = os.environ.get("LYHORD_PICTURES")


def text(page, selector):
    return page.run(f"document.querySelector({selector!r})?.textContent ?? ''")


def picture(page, name):
    if PICTURES:
        os.makedirs(PICTURES, exist_ok=True)
        page.picture(os.path.join(PICTURES, name + ".png"))


def swedish():
    """The catalogue's words, as the workbench gives them to the page."""
    with tempfile.NamedTemporaryFile() as made:
        subprocess.run(["msgfmt", "-o", made.name, os.path.join(ROOT, "po/sv.po")], check=True)
        with open(made.name, "rb") as file:
            words = gettext.GNUTranslations(file)._catalog
    return {english: shown for english, shown in words.items() if isinstance(english, str)}
