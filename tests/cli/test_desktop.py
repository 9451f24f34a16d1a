"""What is installed: every file in its place, a program that runs from there, and nothing left when it is taken away.

usage: test_desktop.py LYHORD BUILD-FOLDER
"""
import os
import shutil
import signal
import subprocess
import sys
import time
import xml.dom.minidom

from tap import ROOT, SAMPLE, Skipped, environment, equal, folder, main, test

BUILD = os.path.abspath(sys.argv[2])
HOME = os.path.join(ROOT, "share")


def meson(*arguments, **env):
    done = subprocess.run(
        [*arguments], cwd=BUILD, env=environment(**env), capture_output=True, timeout=120
    )
    said = done.stdout.decode() + done.stderr.decode()
    if "could not be found" in said:
        raise Skipped("not all of it is built; run ninja without a target first")
    equal(done.returncode, 0, said)


def files_in(where):
    return {
        os.path.relpath(os.path.join(above, name), where)
        for above, folders, names in os.walk(where)
        for name in names + folders
    }


def put(path, text):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8") as file:
        file.write("#!/bin/sh\n" + text)
    os.chmod(path, 0o755)


class Installed:
    """Everything, below a folder of its own; taken away again at the end."""

    def __enter__(self):
        self.place = folder()
        self.where = os.path.join(self.place.name, "place")
        meson("meson", "install", "--no-rebuild", "--quiet", "--destdir", self.where)
        self.prefix = os.path.join(self.where, "usr/local")
        return self

    def __exit__(self, *_):
        self.place.cleanup()


@test
def what_is_installed_runs_from_there_and_uninstall_leaves_nothing():
    with Installed() as all_of_it:
        there = files_in(all_of_it.prefix)
        for path in [
            "bin/lyhord",
            "libexec/lyhord/choose-study",
            "share/applications/lyhord.desktop",
            "share/bash-completion/completions/lyhord",
            "share/fish/vendor_completions.d/lyhord.fish",
            "share/icons/hicolor/scalable/apps/lyhord.svg",
            "share/zsh/site-functions/_lyhord",
        ]:
            assert path in there, (path, sorted(there))
        program = os.path.join(all_of_it.prefix, "bin/lyhord")
        done = subprocess.run([program, "status", SAMPLE], cwd="/", env=environment(), capture_output=True)
        assert done.returncode in (0, 1) and b"12" in done.stdout, done
        loaded = subprocess.run(
            ["bash", "-c", f". {all_of_it.prefix}/share/bash-completion/completions/lyhord; complete -p lyhord"],
            env=environment(PATH=os.path.dirname(program) + ":" + os.environ["PATH"]),
            capture_output=True,
        )
        assert b"_lyhord" in loaded.stdout, loaded
        meson("ninja", "uninstall", DESTDIR=all_of_it.where)
        equal({path for path in files_in(all_of_it.prefix) if not os.path.isdir(os.path.join(all_of_it.prefix, path))}, set())


@test
def the_entry_in_the_menu_is_valid_and_its_icon_a_picture():
    with open(os.path.join(BUILD, "share/lyhord.desktop"), encoding="utf-8") as file:
        entry = dict(line.rstrip("\n").split("=", 1) for line in file if "=" in line)
    assert entry["Exec"].startswith("/") and entry["Exec"].endswith("/choose-study"), entry
    assert entry["GenericName[sv]"] == "Brukarrevision"
    picture = xml.dom.minidom.parse(os.path.join(ROOT, "src/workbench/assets/lyhord.svg"))
    equal(picture.documentElement.tagName, "svg")
    if not shutil.which("desktop-file-validate"):
        raise Skipped("desktop-file-validate is not installed")
    done = subprocess.run(
        ["desktop-file-validate", os.path.join(BUILD, "share/lyhord.desktop")], capture_output=True
    )
    equal((done.returncode, done.stdout), (0, b""))


class Desk:
    """A desktop whose windows answer as they are told, and keep what they were asked."""

    def __init__(self, where, choice, agrees=True, dialog="zenity"):
        self.where, self.windows = where, os.path.join(where, "windows")
        ask = {"zenity": "--file-selection", "kdialog": "--getexistingdirectory"}[dialog]
        yes = {"zenity": "--question", "kdialog": "--yesno"}[dialog]
        put(
            os.path.join(where, "bin", dialog),
            f'printf "%s\\n" "$*" >>"{self.windows}"\n'
            f'case "$*" in *{ask}*) echo "{choice}" ;; *{yes}*) exit {0 if agrees else 1} ;; esac\n',
        )
        put(os.path.join(where, "bin/xdg-open"), f'printf "%s" "$1" >"{where}/page.new"; mv "{where}/page.new" "{where}/page"\n')
        os.symlink(os.path.join(BUILD, "src/cli/lyhord"), os.path.join(where, "bin/lyhord"))

    def start(self, language="sv"):
        # of all other programs only what every system has, and no window of this machine's own
        for name in ["sh", "ls", "cat", "mv"]:
            if not os.path.exists(os.path.join(self.where, "bin", name)):
                os.symlink(shutil.which(name), os.path.join(self.where, "bin", name))
        return subprocess.Popen(
            ["sh", os.path.join(BUILD, "share/choose-study")],
            env=environment(PATH=os.path.join(self.where, "bin"), LANGUAGE=language),
            stdin=subprocess.DEVNULL,
            start_new_session=True,
        )

    def asked(self):
        with open(self.windows, encoding="utf-8") as file:
            return file.read()


def wait_for_all(group):
    """The page's server outlives the shell that opened it, by what it has to put away."""
    for _ in range(600):
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return
        time.sleep(0.05)


@test
def an_empty_folder_becomes_a_study_and_the_page_is_opened():
    for dialog in ["zenity", "kdialog"]:
        with folder() as where:
            study = os.path.join(where, "min studie")
            os.mkdir(study)
            desk = Desk(where, study, dialog=dialog)
            running = desk.start()
            page = os.path.join(where, "page")
            for _ in range(600):
                if os.path.exists(page) or running.poll() is not None:
                    break
                time.sleep(0.05)
            assert os.path.exists(page), desk.asked()
            os.killpg(running.pid, signal.SIGTERM)
            running.wait(60)
            wait_for_all(running.pid)
            with open(page, encoding="utf-8") as file:
                assert file.read().startswith("http://127.0.0.1:"), page
            assert os.path.exists(os.path.join(study, "lyhord.ini"))
            assert "Vill du börja en ny studie här?" in desk.asked()
            # what init says about research and the day of destruction is read by the person
            assert "forskning" in desk.asked(), desk.asked()


@test
def a_folder_of_other_things_stays_as_it_is_and_a_window_says_why():
    with folder() as where:
        other = os.path.join(where, "bilder")
        put(os.path.join(other, "fil.txt"), "")
        desk = Desk(where, other)
        equal(desk.start("en").wait(60), 66)
        equal(files_in(other), {"fil.txt"})
        assert "there is no lyhord.ini in it" in desk.asked(), desk.asked()


@test
def who_says_no_or_closes_the_window_has_done_nothing():
    with folder() as where:
        study = os.path.join(where, "tom")
        os.mkdir(study)
        equal(Desk(where, study, agrees=False).start().wait(60), 0)
        equal(files_in(study), set())
    with folder() as where:
        equal(Desk(where, "").start().wait(60), 0)


@test
def what_lyhord_says_of_a_study_it_cannot_open_is_shown_in_a_window():
    with folder() as where:
        study = os.path.join(where, "studie")
        os.mkdir(study)
        with open(os.path.join(study, "lyhord.ini"), "w", encoding="utf-8") as file:
            file.write("[study\n")
        desk = Desk(where, os.path.join(study))
        assert desk.start().wait(60) >= 64
        assert "lyhord.ini" in desk.asked() and "--error" in desk.asked(), desk.asked()


main()
