#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""check-flatpak MANIFEST APP-ID

The manifest is read by flatpak-builder, which knows every key in it; what it builds is pinned, and
the sandbox is no wider than is said there."""
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

manifest, app_id = sys.argv[1:]
if not shutil.which("flatpak-builder"):
    print("flatpak-builder is not there")
    sys.exit(77)
with tempfile.TemporaryDirectory() as folder:  # it leaves its state where it runs
    result = subprocess.run(["flatpak-builder", "--show-manifest", os.path.abspath(manifest)],
                            capture_output=True, text=True, cwd=folder)
assert result.returncode == 0, result.stderr
assert result.stderr == "", result.stderr  # it only warns of what it does not know
content = json.loads(result.stdout)

assert content["id"] == app_id == pathlib.Path(manifest).stem
assert sorted(content["finish-args"]) == ["--device=dri", "--share=ipc", "--share=network",
                                          "--socket=fallback-x11", "--socket=wayland"]
for module in content["modules"]:
    for source in module["sources"]:
        assert source["type"] in ("archive", "dir"), source
        if source["type"] == "archive":
            assert source["url"].startswith("https://"), source
            assert re.fullmatch("[0-9a-f]{64}", source["sha256"]), source
        else:
            assert module is content["modules"][-1] and source["path"] == "..", source
