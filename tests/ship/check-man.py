#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""check-man CLI WINDOW PAGE…

Every command, option and parameter that the programs know is in the page that a reader sees."""
import os
import pathlib
import re
import shutil
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parents[1] / "lib"))
from languages import speaking

cli, window, *pages = sys.argv[1:]
ENVIRONMENT = dict(os.environ, LC_ALL="C.UTF-8", MANWIDTH="100")


def output(*command, **more):
    return subprocess.run(command, check=True, capture_output=True, text=True,
                          env={**ENVIRONMENT, **more}).stdout


def render(page):
    if shutil.which("mandoc"):
        lint = subprocess.run(["mandoc", "-T", "lint", "-W", "warning", page], capture_output=True,
                              text=True)
        assert lint.returncode == 0, lint.stdout
        text = output("mandoc", "-T", "utf8", "-O", "width=100", page)
    elif shutil.which("man"):
        text = output("man", "-l", page)
    else:
        print("there is neither mandoc nor man")
        sys.exit(77)
    return re.sub(".\b", "", text)  # bold and italics are overstruck


def options(help_text):
    return set(re.findall(r"^  (?:-\w, )?(--[\w-]+)", help_text, re.M))


def check_cli(page, language):
    text = render(page)
    wanted = {"--help", "--version", "--help-parameters"}
    for command, summary in re.findall(r"^  ([a-z-]+) +(.*)$", output(cli, "--help"), re.M):
        assert re.search(rf"^   {command} ", text, re.M), f"{page} has no {command}"
        wanted |= options(output(cli, command, "--help-all"))
    assert len(wanted) > 30, wanted
    for option in wanted - {"--help-all"}:
        assert re.search(rf"{option}\b", text), f"{page} has no {option}"
    said = output(cli, "train", "--help-parameters", **speaking(language))
    words = re.search(r"--words=\S+ +(.*)", said).group(1)
    assert words in text, f"{page} does not speak {language}: no “{words}”"


for page in pages:
    language = "fr" if os.path.basename(os.path.dirname(page)) == "fr" else "en"
    if "-cli" in os.path.basename(page):
        check_cli(page, language)
    else:
        text = render(page)
        for option in options(output(window, "--help")):
            assert option in text or option in ("--help-all", "--help-gapplication"), option
