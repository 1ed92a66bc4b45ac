#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""check-listing METAINFO DATA-FOLDER

What a software centre shows keeps to Flathub's guidelines for it, in every language."""
import pathlib
import re
import struct
import sys
import xml.etree.ElementTree

LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
root = xml.etree.ElementTree.parse(sys.argv[1]).getroot()
data = pathlib.Path(sys.argv[2])
app_id = root.findtext("id")


def texts(path):
    found = {element.get(LANGUAGE, "en"): element.text for element in root.findall(path)}
    assert found, f"there is no {path}"
    return found


def check_texts():
    for language, name in texts("name").items():
        assert len(name) <= 15, (language, name)
    summaries = texts("summary")
    assert "fr" in summaries
    for language, summary in summaries.items():
        assert 10 <= len(summary) <= 35, (language, len(summary), summary)
        assert not summary.endswith(".") and texts("name")["en"] not in summary, summary
    desktop = (data / f"{app_id}.desktop.in").read_text()
    assert f"Comment={summaries['en']}\n" in desktop


def check_screenshots():
    shots = root.findall("screenshots/screenshot")
    assert len(shots) >= 3
    assert [shot.get("type") for shot in shots].count("default") == 1
    for shot in shots:
        captions = {c.get(LANGUAGE, "en"): c.text for c in shot.findall("caption")}
        assert set(captions) >= {"en", "fr"}, captions
        assert all(len(c) <= 80 and not c.endswith(".") for c in captions.values()), captions
        image = shot.find("image")
        picture = (data / "screenshots" / pathlib.Path(image.text).name).read_bytes()
        size = struct.unpack(">II", picture[16:24])
        assert size == (int(image.get("width")), int(image.get("height"))), (image.text, size)
        # 1,000 × 700 points on a screen with two pixels to each.
        assert size[0] <= 2000 and size[1] <= 1400, (image.text, size)


def check_rest():
    schemes = {c.get("scheme_preference"): c.text for c in root.findall("branding/color")}
    assert set(schemes) == {"light", "dark"}, schemes
    assert all(re.fullmatch("#[0-9a-f]{6}", color) for color in schemes.values())
    assert root.find("content_rating").get("type") == "oars-1.1"
    assert root.find("developer").get("id") == app_id.rsplit(".", 1)[0]
    assert len(root.findtext("releases/release/description/p")) > 0
    # An id that begins with io.github.NAME promises that the project lives there.
    home = "/".join(["https://github.com", app_id.split(".")[2]])
    for url in root.findall("url"):
        assert url.text.startswith(home + "/"), url.text


check_texts()
check_screenshots()
check_rest()
