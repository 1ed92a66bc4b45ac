#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""check-versions SOURCE VERSION PROGRAM…

The version stands in meson.build; wherever else it is written it is the same one."""
import pathlib
import re
import subprocess
import sys
import xml.etree.ElementTree

source, version, *programs = sys.argv[1:]
source = pathlib.Path(source)

news = (source / "NEWS").read_text().splitlines()[0]
assert re.match(rf"Visual Words {re.escape(version)}( |$)", news), f"NEWS begins with: {news}"

metainfo = xml.etree.ElementTree.parse(next((source / "data").glob("*.metainfo.xml.in")))
releases = metainfo.findall("releases/release")
assert releases[0].get("version") == "@VERSION@", "the newest release is not the one that is built"
assert all(release.get("version") != version for release in releases), "a release stands there twice"
unreleased = "not yet released" in news
assert (releases[0].get("type") == "development") == unreleased, "NEWS and metainfo disagree"

for program in programs:
    said = subprocess.run([program, "--version"], check=True, capture_output=True, text=True).stdout
    assert re.match(rf"visual-words(-cli)? {re.escape(version)}\n", said.lower().replace(
        "visual words", "visual-words")), f"{program} says: {said}"
