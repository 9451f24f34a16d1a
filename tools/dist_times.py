#!/usr/bin/env python3
"""Give every file of a release archive the day of its commit and plain permissions: same commit, same bytes.

Run by `meson dist` (meson.add_dist_script), which tells where the files lie.
"""
import os
import subprocess

source, made = os.environ["MESON_SOURCE_ROOT"], os.environ["MESON_DIST_ROOT"]
commit = subprocess.run(
    ["git", "-C", source, "log", "-1", "--format=%ct"], capture_output=True, text=True, check=True
)
day = int(commit.stdout)

for above, folders, names in os.walk(made, topdown=False):
    for path in [os.path.join(above, name) for name in names] + [above]:
        runs = os.path.isdir(path) or os.access(path, os.X_OK)
        os.chmod(path, 0o755 if runs else 0o644)
        os.utime(path, (day, day))
