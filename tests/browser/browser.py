"""Chromium without a window, spoken to over its remote protocol on two pipes; axe-core inside it.

https://chromedevtools.github.io/devtools-protocol/ says what the methods are called.
"""
import base64
import json
import os
import shutil
import subprocess
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
AXE = os.path.join(HERE, "node_modules/axe-core/axe.min.js")
# code, number, and the text that the key writes
KEYS = {"Tab": ("Tab", 9, ""), "Enter": ("Enter", 13, "\r"), "Space": ("Space", 32, " "), "Escape": ("Escape", 27, ""),
        "PageUp": ("PageUp", 33, ""), "PageDown": ("PageDown", 34, ""), "End": ("End", 35, ""), "Home": ("Home", 36, ""),
        "ArrowLeft": ("ArrowLeft", 37, ""), "ArrowUp": ("ArrowUp", 38, ""), "ArrowRight": ("ArrowRight", 39, ""),
        "ArrowDown": ("ArrowDown", 40, "")}
NAMES = ("chromium", "chromium-browser", "google-chrome")


def missing():
    """Why pages cannot be looked at here, or None."""
    if not any(map(shutil.which, NAMES)):
        return "chromium is not installed"
    if not os.path.exists(AXE):
        return "axe-core is not installed (npm ci in tests/browser)"
    return None


class Browser:
    """`with Browser() as browser: browser.open(path); browser.run("1 + 1")`"""

    def __enter__(self):
        self.folder = tempfile.mkdtemp()
        there, self.write_end = os.pipe()
        self.read_end, back = os.pipe()
        program = next(filter(None, map(shutil.which, NAMES)))

        def as_three_and_four():
            kept = os.dup(there), os.dup(back)
            os.dup2(kept[0], 3)
            os.dup2(kept[1], 4)

        self.process = subprocess.Popen(
            [program, "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
             "--remote-debugging-pipe", "--hide-scrollbars", f"--user-data-dir={self.folder}", "about:blank"],
            close_fds=False, preexec_fn=as_three_and_four,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(there)
        os.close(back)
        self.left = b""
        self.number = 0
        self.session = None
        self.events = []
        target = self.ask("Target.createTarget", url="about:blank")["targetId"]
        self.session = self.ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Network"):
            self.ask(domain + ".enable")
        return self

    def __exit__(self, *_):
        os.close(self.write_end)
        os.close(self.read_end)
        self.process.kill()
        self.process.wait()
        shutil.rmtree(self.folder, ignore_errors=True)

    def message(self):
        while b"\0" not in self.left:
            more = os.read(self.read_end, 1 << 16)
            if not more:
                raise EOFError("chromium ended")
            self.left += more
        one, self.left = self.left.split(b"\0", 1)
        return json.loads(one)

    def ask(self, method, **parameters):
        self.number += 1
        question = {"id": self.number, "method": method, "params": parameters}
        if self.session:
            question["sessionId"] = self.session
        data = json.dumps(question).encode() + b"\0"
        while data:
            data = data[os.write(self.write_end, data):]
        while True:
            told = self.message()
            if told.get("id") == self.number:
                if "error" in told:
                    raise RuntimeError(f"{method}: {told['error']}")
                return told["result"]
            self.events.append(told)

    def look(self, width=1100, height=900, dark=False, forced=False, contrast=False, media=""):
        """How the next page is seen."""
        self.ask("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1,
                 mobile=False)
        self.ask("Emulation.setEmulatedMedia", media=media, features=[
            {"name": "prefers-color-scheme", "value": "dark" if dark else "light"},
            {"name": "forced-colors", "value": "active" if forced else "none"},
            {"name": "prefers-contrast", "value": "more" if contrast else "no-preference"}])

    def open(self, path):
        """The page in the file @path; `requested` are the addresses it asked for."""
        self.visit("file://" + os.path.abspath(path))

    def visit(self, address):
        """The page at @address."""
        self.events.clear()
        self.ask("Page.navigate", url=address)
        while not any(event["method"] == "Page.loadEventFired" for event in self.events):
            self.events.append(self.message())
        self.requested = [event["params"]["request"]["url"] for event in self.events
                          if event["method"] == "Network.requestWillBeSent"]

    def run(self, script):
        told = self.ask("Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True)
        if "exceptionDetails" in told:
            raise RuntimeError(told["exceptionDetails"]["exception"].get("description"))
        return told["result"].get("value")

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
        code, number, text = KEYS.get(key, (key, ord(key.upper()) if len(key) == 1 else 0, key))
        event = {"key": " " if key == "Space" else key, "code": code, "windowsVirtualKeyCode": number,
                 "modifiers": 8 * shift + 2 * control}
        text = "" if control else text
        self.ask("Input.dispatchKeyEvent", type="keyDown" if text else "rawKeyDown", text=text, **event)
        self.ask("Input.dispatchKeyEvent", type="keyUp", **event)

    def write(self, text):
        self.ask("Input.insertText", text=text)

    def violations(self):
        """What axe-core finds: [(rule, elements)]."""
        with open(AXE, encoding="utf-8") as script:
            self.run(script.read())
        return [(found["id"], found["nodes"]) for found in self.run(
            "axe.run(document, {resultTypes: ['violations']}).then(r => r.violations.map("
            "v => ({id: v.id, nodes: v.nodes.map(n => n.html.slice(0, 200))})))")]

    def picture(self, path, whole=False):
        parameters = {"format": "png"}
        if whole:
            size = self.ask("Page.getLayoutMetrics")["cssContentSize"]
            parameters.update(captureBeyondViewport=True, clip={
                "x": 0, "y": 0, "width": size["width"], "height": size["height"], "scale": 1})
        with open(path, "wb") as file:
            file.write(base64.b64decode(self.ask("Page.captureScreenshot", **parameters)["data"]))

    def paper(self, path):
        told = self.ask("Page.printToPDF", preferCSSPageSize=True, printBackground=True)
        with open(path, "wb") as file:
            file.write(base64.b64decode(told["data"]))
