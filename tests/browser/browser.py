"""Chromium without a window, driven by playwright-core in Node (drive.mjs); axe-core inside it.

One Chromium is kept for all tests of a file. Each `Browser()` is a page of its own in it, which keeps
nothing of what others have kept.
"""
import atexit
import itertools
import json
import os
import shutil
import subprocess
import time

HERE = os.path.dirname(os.path.abspath(__file__))
AXE = os.path.join(HERE, "node_modules/axe-core/axe.min.js")
PLAYWRIGHT = os.path.join(HERE, "node_modules/playwright-core/package.json")
NAMES = ("chromium", "chromium-browser", "google-chrome")


def missing():
    """Why pages cannot be looked at here, or None."""
    if not any(map(shutil.which, NAMES)):
        return "chromium is not installed"
    if not shutil.which("node"):
        return "node is not installed"
    for name, file in (("axe-core", AXE), ("playwright-core", PLAYWRIGHT)):
        if not os.path.exists(file):
            return f"{name} is not installed (npm ci in tests/browser)"
    return None


class Driver:
    """Node with the library, asked a line at a time."""

    def __init__(self):
        program = next(filter(None, map(shutil.which, NAMES)))
        self.process = subprocess.Popen(["node", os.path.join(HERE, "drive.mjs"), program], text=True, encoding="utf-8",
                                        stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        atexit.register(self.end)

    def end(self):
        self.process.stdin.close()
        self.process.wait()

    def ask(self, **asked):
        self.process.stdin.write(json.dumps(asked) + "\n")
        self.process.stdin.flush()
        line = self.process.stdout.readline()
        if not line:
            raise EOFError("the browser's driver ended")
        told = json.loads(line)
        if "error" in told:
            raise RuntimeError(f"{asked['step']}: {told['error']}")
        return told["value"]


driver = None
numbers = itertools.count()


class Browser:
    """`with Browser() as browser: browser.open(path); browser.run("1 + 1")`"""

    def __enter__(self):
        global driver
        driver = driver or Driver()
        self.number = next(numbers)
        self.is_killed = False
        self.ask("begin")
        return self

    def __exit__(self, *_):
        if not self.is_killed:
            self.ask("end")

    def ask(self, step, **more):
        return driver.ask(page=self.number, step=step, **more)

    def kill(self):
        """The whole of Chromium, at once; the next Browser() is in another."""
        self.ask("kill")
        self.is_killed = True

    def look(self, width=1100, height=900, dark=False, forced=False, contrast=False, calm=False, media=""):
        """How the page is seen from now on."""
        self.ask("look", width=width, height=height, dark=dark, forced=forced, contrast=contrast, calm=calm, media=media)

    def open(self, path):
        """The page in the file @path; `requested` are the addresses it asked for."""
        self.visit("file://" + os.path.abspath(path))

    def visit(self, address):
        """The page at @address."""
        self.requested = self.ask("visit", address=address)

    def reload(self):
        self.ask("reload")

    def run(self, script):
        return self.ask("run", script=script)

    def run_first(self, script):
        """Before the scripts of every page that is visited from now on; after those that were given before."""
        self.ask("first", script=script)

    def wait(self, script, what="", seconds=10):
        """Until @script is true, of what it is; a page that is being left answers nothing."""
        end = time.monotonic() + seconds
        while True:
            try:
                value = self.run(script)
            except RuntimeError:
                value = None
            if value:
                return value
            if time.monotonic() > end:
                raise AssertionError(f"waited {seconds} s in vain for {what or script}")
            time.sleep(0.02)

    def press(self, key, shift=False, control=False):
        """A key as a keyboard sends it: "Tab", "Enter", "ArrowLeft", "a"."""
        self.ask("press", key="Control+" * control + "Shift+" * shift + key)

    def write(self, text):
        self.ask("write", text=text)

    def click(self, x, y):
        """The mouse, so many pixels from the left and from the top of what is seen."""
        self.ask("click", x=x, y=y)

    def wheel(self, x, y, down):
        self.ask("wheel", x=x, y=y, down=down)

    def choose(self, selector, *files):
        """The files of an input."""
        self.ask("choose", selector=selector, files=files)

    def work(self):
        """{what: milliseconds}: what Chromium has done for the page."""
        return self.ask("work")

    def violations(self):
        """What axe-core finds: [(rule, elements)]."""
        if not self.run("Boolean(window.axe)"):
            with open(AXE, encoding="utf-8") as script:
                self.run(script.read() + "; true")
        return [(found["id"], found["nodes"]) for found in self.run(
            "axe.run(document, {resultTypes: ['violations']}).then(r => r.violations.map("
            "v => ({id: v.id, nodes: v.nodes.map(n => n.html.slice(0, 200))})))")]

    def picture(self, path, whole=False):
        self.ask("picture", path=path, whole=whole)

    def paper(self, path):
        self.ask("paper", path=path)
