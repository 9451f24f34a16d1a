"""What people have done in a report's folder stays there, unless they say otherwise."""
import os
import shutil

from reports import held, report, reported, study_in
from small_study import put
from tap import equal, folder, main, test


def in_the_way(done):
    """The files that errors name, in their order."""
    lines = done.stderr.decode().splitlines()
    return [line.split(": error: ")[0] for line in lines if ": error: " in line]


@test
def a_changed_file_and_one_that_is_no_part_of_it_are_both_named_and_nothing_is_replaced():
    with folder() as where:
        study_in(where)
        reported(where)
        put(where, "ut/coreq.md", "ifyllt\n")
        put(where, "ut/figures/egen.svg", "<svg/>\n")
        before = held(os.path.join(where, "ut"))
        done = report(where)
        equal(done.returncode, 73, done.stderr.decode())
        equal(in_the_way(done), ["ut/coreq.md", "ut/figures/egen.svg"], done.stderr.decode())
        equal(held(os.path.join(where, "ut")), before)


@test
def keep_moves_the_old_report_to_the_first_free_number():
    with folder() as where:
        study_in(where)
        first = reported(where)
        put(where, "ut/coreq.md", "ifyllt\n")
        worked_on = held(os.path.join(where, "ut"))
        put(where, "ut-1", "en fil med det namnet\n")
        equal(reported(where, "--keep"), first)
        equal(held(os.path.join(where, "ut-2")), worked_on)


@test
def force_names_what_it_deletes():
    with folder() as where:
        study_in(where)
        first = reported(where)
        put(where, "ut/coreq.md", "ifyllt\n")
        put(where, "ut/mitt/eget.docx", "mitt\n")
        done = report(where, "--force")
        equal(done.returncode, 0, done.stderr.decode())
        warned = [line.split(": warning: ")[0] for line in done.stderr.decode().splitlines()
                  if ": warning: " in line]
        assert {"ut/coreq.md", "ut/mitt/eget.docx"} <= set(warned), done.stderr.decode()
        equal(held(os.path.join(where, "ut")), first)


@test
def a_folder_that_is_no_report_is_not_replaced_in_any_way():
    with folder() as where:
        study_in(where)
        for name in ("anteckningar.txt", "manifest.json"):
            shutil.rmtree(os.path.join(where, "ut"), ignore_errors=True)
            put(where, f"ut/{name}", '{"format": 1}\n')
            for option in ([], ["--keep"], ["--force"]):
                done = report(where, *option)
                equal(done.returncode, 73, done.stderr.decode())
                equal(os.listdir(os.path.join(where, "ut")), [name])


@test
def a_link_to_a_folder_stays_a_link_and_its_target_is_replaced():
    with folder() as where:
        study_in(where)
        first = reported(where)
        os.rename(os.path.join(where, "ut"), os.path.join(where, "rapporten"))
        os.symlink("rapporten", os.path.join(where, "ut"))
        equal(reported(where), first)
        assert os.path.islink(os.path.join(where, "ut"))
        equal(sorted(os.listdir(where)), ["rapporten", "studie", "ut"])


@test
def keep_and_force_together_are_one_too_many():
    with folder() as where:
        study_in(where)
        equal(report(where, "--keep", "--force").returncode, 64)
        assert not os.path.exists(os.path.join(where, "ut"))


main()
